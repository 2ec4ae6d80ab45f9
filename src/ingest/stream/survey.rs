//! Works that stand one a line, as JSON: first the institutions of all lines, then the works of a few of them. No other
//! title, author or link is held.
//!
//! The first pass gives every institution as reading the whole gives it, for ids, names and facts depend on all lines.
//! The second keeps the lines whose teams have an institution that is meant, and these are read as they always are. Of
//! works of OpenAlex that have one id the first counts: hashes of all ids tell which may be such works, eight bytes each.

use memchr::memmem::Finder;
use rayon::slice::ParallelSliceMut;

use crate::corpus::Corpus;
use crate::corpus::hashing::FastSet;
use crate::corpus::institution::InstitutionId;
use crate::ingest::authority::Authority;
use crate::ingest::error::Error;
use crate::ingest::gather::{Gather, Gathered};
use crate::ingest::input::Input;
use crate::ingest::notice::Kind;
use crate::ingest::openalex;
use crate::ingest::options::Options;
use crate::ingest::own;
use crate::ingest::stream::affiliations::Span;
use crate::ingest::stream::batch::{Batch, halves};
use crate::ingest::stream::called::Called;
use crate::ingest::stream::kept::Kept;
use crate::ingest::stream::names::Names;
use crate::ingest::stream::opened::open_lines;
use crate::ingest::stream::pass::{Look, Pass, Row};
use crate::ingest::stream::read::{Collector, Read, Works, read};
use crate::ingest::stream::rows::{Found, Piece};
use crate::ingest::stream::seek::Sought;
use crate::ingest::stream::teams::{Context, Shape, repeated_id, team};

/// Names beyond this are not looked for in lines before these are read.
const FEW: usize = 8;

/// The institutions of a large file of lines.
#[derive(Debug)]
pub struct Survey<'o> {
    input: &'o Input,
    options: &'o Options,
    /// All institutions, and no works.
    pub corpus: Corpus,
    gather: Gather<'o>,
    /// The number of the input.
    number: u16,
    names: Names,
    /// Entities by their numbers, as institutions of the corpus.
    numbers: Vec<Option<InstitutionId>>,
    /// Hashes that several ids of works have.
    repeated: FastSet<u64>,
}

/// Finds the institutions of all lines. `None` where the file must be loaded: when it is no file of lines or cannot be
/// read (loading says why), or when a work is called by one of the names. Time O(bytes), memory O(institutions) and 8
/// bytes a work.
#[must_use]
pub fn survey<'o>(input: &'o Input, options: &'o Options, called: &[&str]) -> Option<Survey<'o>> {
    let works = Works { called: Called::new(called)?, repeated: FastSet::default() };
    let (mut gather, found, works, _) = once_each(input, options, works, Nothing::default)?;
    if found.is_called {
        return None;
    }
    gather.forget_told();
    let (Gathered { corpus, .. }, numbers) = gather.clone().finish_numbered();
    let (number, names, repeated) = (found.input, found.names, works.repeated);
    Some(Survey { input, options, corpus, gather, number, names, numbers, repeated })
}

/// Reads lines so that each work counts once: where ids come again, all is read a second time without the works that
/// were there before, for institutions are called as in the first work that counts.
pub(crate) fn once_each<'o, C: Collector>(
    input: &Input,
    options: &'o Options,
    mut works: Works,
    collector: impl Fn() -> C,
) -> Option<(Gather<'o>, Read, Works, C)> {
    loop {
        let opened = open_lines(input, options)?;
        let (mut gather, mut teams) = (Gather::new(options), collector());
        let mut found = read(opened, &mut gather, options, &mut teams, None, (0, None), Some(&works)).ok()?;
        let repeated = repeated(std::mem::take(&mut found.ids));
        if repeated.is_empty() || !works.repeated.is_empty() {
            return Some((gather, found, works, teams));
        }
        works.repeated = repeated;
    }
}

/// Hashes that come more than once.
fn repeated(mut ids: Vec<u64>) -> FastSet<u64> {
    ids.par_sort_unstable();
    ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect()
}

/// Reads lines that were kept.
pub(crate) fn read_kept(gather: &mut Gather<'_>, input: u16, is_openalex: bool, kept: &Kept) -> Result<(), Error> {
    let read = if is_openalex { openalex::read_some } else { own::read_some };
    read(gather, input, &kept.text, &kept.rows)
}

impl Survey<'_> {
    /// The works of some institutions of [`corpus`](Self::corpus), read in full; the corpus of the answer has the same
    /// institutions. `None` when a line cannot be read. Time O(bytes), memory O(these works).
    #[must_use]
    pub fn works_of(&self, institutions: &[InstitutionId]) -> Option<Sought> {
        let &Self { input, options, number, ref names, ref numbers, ref repeated, .. } = self;
        let mut gather = self.gather.clone();
        let is_meant = |id: &Option<InstitutionId>| id.is_some_and(|id| institutions.contains(&id));
        let meant = numbers.iter().enumerate().filter(|(_, id)| is_meant(id));
        let wanted: Vec<u32> = meant.map(|(entity, _)| entity as u32).collect();
        let mut opened = open_lines(input, options)?;
        let (_, shape, (lines, _)) = opened.shape(&mut Gather::new(options), options).ok()?;
        let is_openalex = matches!(shape, Shape::OpenAlex);
        let ways = ways(names, &wanted);
        let looking = Looking { shape, names, authority: &options.authority, wanted, ways, repeated };
        let pass = Pass::over(opened, lines, &looking, |kept| read_kept(&mut gather, number, is_openalex, kept).ok())?;
        let (corpus, mut notices) = gather.finish_some();
        notices.retain(|notice| notice.kind != Kind::DuplicateWork);
        Some(Sought { corpus, notices, rows: pass.all, read: pass.read, are_lines: true })
    }
}

/// What lines have in them that name one of these institutions, letter by letter; `None` when that is too much to look
/// for.
fn ways(names: &Names, wanted: &[u32]) -> Option<Vec<Finder<'static>>> {
    let mut ways: Vec<Vec<u8>> = Vec::new();
    for name in names.meaning(wanted) {
        let way = if name.starts_with(&[1]) { halves(name).0.into_bytes() } else { name.to_vec() };
        if !ways.contains(&way) {
            if ways.len() == FEW {
                return None;
            }
            ways.push(way);
        }
    }
    Some(ways.iter().map(|way| Finder::new(way).into_owned()).collect())
}

/// What the second pass looks with.
struct Looking<'l> {
    shape: Shape,
    names: &'l Names,
    authority: &'l Authority,
    wanted: Vec<u32>,
    ways: Option<Vec<Finder<'static>>>,
    repeated: &'l FastSet<u64>,
}

/// Room that is filled anew for every line.
#[derive(Default)]
struct Scratch {
    spans: Vec<Span>,
    batch: Batch,
}

impl Looking<'_> {
    fn row(&self, bytes: &[u8], found: &Found, scratch: &mut Scratch) -> Option<Row> {
        let line = &bytes[found.start as usize..found.end as usize];
        let id = match &self.shape {
            Shape::OpenAlex if !self.repeated.is_empty() => {
                repeated_id(bytes, found, self.repeated, &mut scratch.spans)
            }
            _ => None,
        };
        let is_wanted = self.may_name(line) && self.names_one(bytes, found, scratch);
        (is_wanted || id.is_some()).then_some(Row { at: found.row, is_wanted, id })
    }

    /// Whether the bytes of a line do not rule it out. Behind an escape a name may be written otherwise.
    fn may_name(&self, line: &[u8]) -> bool {
        let Some(ways) = &self.ways else { return true };
        ways.iter().any(|way| way.find(line).is_some()) || memchr::memchr(b'\\', line).is_some()
    }

    fn names_one(&self, bytes: &[u8], found: &Found, scratch: &mut Scratch) -> bool {
        let context = Context { bytes, known: self.names, authority: self.authority, called: None };
        let Scratch { spans, batch } = scratch;
        batch.reset();
        team(context, found, &self.shape, spans, batch).is_some() && batch.has_one(&self.wanted)
    }
}

impl Look for Looking<'_> {
    fn shape(&self) -> &Shape {
        &self.shape
    }

    fn rows(&self, bytes: &[u8], piece: &Piece) -> Option<Vec<Row>> {
        let mut scratch = Scratch::default();
        Some(piece.found.iter().filter_map(|found| self.row(bytes, found, &mut scratch)).collect())
    }
}

/// Takes no team: institutions are known without them.
#[derive(Debug, Default)]
struct Nothing(Vec<()>);

impl Collector for Nothing {
    type Part = ();

    fn parts(&mut self, count: usize) -> &mut [()] {
        self.0.resize(count, ());
        &mut self.0
    }

    fn team((): &mut (), _: &mut [u32], _: u32) {}

    fn settle(&mut self) {}
}
