//! Works that stand one a line, as JSON: first the institutions of all lines, then the works of a few of them. No other
//! title, author or link is held.
//!
//! The first pass gives every institution as reading the whole gives it, for ids, names and facts depend on all lines.
//! The second keeps the lines whose teams have an institution that is meant, and these are read as they always are. Of
//! works of OpenAlex that have one id the first counts: hashes of all ids tell which may be such works, eight bytes each.

use crate::corpus::Corpus;
use crate::corpus::hashing::Set;
use crate::corpus::institution::InstitutionId;
use crate::format::{collabgraph, openalex};
use crate::ingest::authority::Authority;
use crate::ingest::gather::{CorpusAssembler, Gathered};
use crate::ingest::notice::Kind;
use crate::ingest::options::Options;
use crate::scan::affiliations::Span;
use crate::scan::batch::{Batch, split_key};
use crate::scan::chunk::{Chunk, RowSpan};
use crate::scan::known_names::KnownNames;
use crate::scan::matcher::NameMatcher;
use crate::scan::pass::{MatchedRow, Pass, RowPredicate};
use crate::scan::read::{ScannedRows, TeamSink, WorkWatch, read};
use crate::scan::retained::RetainedRows;
use crate::scan::source::open_lines;
use crate::scan::teams::{RowFormat, TeamContext, repeated_id, team};
use crate::sink::matching::MatchingRows;
use crate::source::error::Error;
use crate::source::input::Input;
use memchr::memmem::Finder;
use rayon::slice::ParallelSliceMut;

/// Names beyond this are not looked for in lines before these are read.
const MAX_NEEDLES: usize = 8;

/// The institutions of a large file of lines.
#[derive(Debug)]
pub struct EntityIndex<'o> {
    input: &'o Input,
    options: &'o Options,
    /// All institutions, and no works.
    pub corpus: Corpus,
    gather: CorpusAssembler<'o>,
    /// The number of the input.
    number: u16,
    names: KnownNames,
    /// Entities by their numbers, as institutions of the corpus.
    numbers: Vec<Option<InstitutionId>>,
    /// Hashes that several ids of works have.
    repeated: Set<u64>,
}

/// Finds the institutions of all lines. `None` where the file must be loaded: when it is no file of lines or cannot be
/// read (loading says why), or when a work is called by one of the names. Time O(bytes), memory O(institutions) and 8
/// bytes a work.
#[must_use]
pub fn entity_index<'o>(input: &'o Input, options: &'o Options, called: &[&str]) -> Option<EntityIndex<'o>> {
    let works = WorkWatch { called: NameMatcher::new(called)?, repeated: Set::default() };
    let (mut gather, found, works, _) = once_each(input, options, works, Nothing::default)?;
    if found.is_called {
        return None;
    }
    gather.forget_told();
    let (Gathered { corpus, .. }, numbers) = gather.clone().finish_numbered();
    let (number, names, repeated) = (found.input, found.names, works.repeated);
    Some(EntityIndex { input, options, corpus, gather, number, names, numbers, repeated })
}

/// Reads lines so that each work counts once: where ids come again, all is read a second time without the works that
/// were there before, for institutions are called as in the first work that counts.
pub(crate) fn once_each<'o, C: TeamSink>(
    input: &Input,
    options: &'o Options,
    mut works: WorkWatch,
    collector: impl Fn() -> C,
) -> Option<(CorpusAssembler<'o>, ScannedRows, WorkWatch, C)> {
    loop {
        let opened = open_lines(input, options)?;
        let (mut gather, mut teams) = (CorpusAssembler::new(options), collector());
        let mut found = read(opened, &mut gather, options, &mut teams, None, (0, None), Some(&works)).ok()?;
        let repeated = repeated(std::mem::take(&mut found.ids));
        if repeated.is_empty() || !works.repeated.is_empty() {
            return Some((gather, found, works, teams));
        }
        works.repeated = repeated;
    }
}

/// Hashes that come more than once.
fn repeated(mut ids: Vec<u64>) -> Set<u64> {
    ids.par_sort_unstable();
    ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect()
}

/// Reads lines that were kept.
pub(crate) fn read_kept(
    gather: &mut CorpusAssembler<'_>,
    input: u16,
    is_openalex: bool,
    kept: &RetainedRows,
) -> Result<(), Error> {
    let read = if is_openalex { openalex::read_some } else { collabgraph::read_some };
    read(gather, input, &kept.text, &kept.rows)
}

impl EntityIndex<'_> {
    /// The works of some institutions of [`corpus`](Self::corpus), read in full; the corpus of the answer has the same
    /// institutions. `None` when a line cannot be read. Time O(bytes), memory O(these works).
    #[must_use]
    pub fn works_of(&self, institutions: &[InstitutionId]) -> Option<MatchingRows> {
        let &Self { input, options, number, ref names, ref numbers, ref repeated, .. } = self;
        let mut gather = self.gather.clone();
        let is_meant = |id: &Option<InstitutionId>| id.is_some_and(|id| institutions.contains(&id));
        let meant = numbers.iter().enumerate().filter(|(_, id)| is_meant(id));
        let wanted: Vec<u32> = meant.map(|(entity, _)| entity as u32).collect();
        let mut opened = open_lines(input, options)?;
        let (_, shape, (lines, _)) = opened.shape(&mut CorpusAssembler::new(options), options).ok()?;
        let is_openalex = matches!(shape, RowFormat::OpenAlex);
        let needles = needles(names, &wanted);
        let looking = EntityPredicate { shape, names, authority: &options.authority, wanted, needles, repeated };
        let pass = Pass::over(opened, lines, &looking, |kept| read_kept(&mut gather, number, is_openalex, kept).ok())?;
        let (corpus, mut notices) = gather.finish_some();
        notices.retain(|notice| notice.kind != Kind::DuplicateWork);
        Some(MatchingRows { corpus, notices, rows: pass.all, read: pass.read, are_lines: true })
    }
}

/// What lines have in them that name one of these institutions, letter by letter; `None` when that is too much to look
/// for.
fn needles(names: &KnownNames, wanted: &[u32]) -> Option<Vec<Finder<'static>>> {
    let mut needles: Vec<Vec<u8>> = Vec::new();
    for name in names.names_of(wanted) {
        let way = if name.starts_with(&[1]) { split_key(name).0.into_bytes() } else { name.to_vec() };
        if !needles.contains(&way) {
            if needles.len() == MAX_NEEDLES {
                return None;
            }
            needles.push(way);
        }
    }
    Some(needles.iter().map(|way| Finder::new(way).into_owned()).collect())
}

/// What the second pass looks with.
struct EntityPredicate<'l> {
    shape: RowFormat,
    names: &'l KnownNames,
    authority: &'l Authority,
    wanted: Vec<u32>,
    needles: Option<Vec<Finder<'static>>>,
    repeated: &'l Set<u64>,
}

/// Room that is filled anew for every line.
#[derive(Default)]
struct Scratch {
    spans: Vec<Span>,
    batch: Batch,
}

impl EntityPredicate<'_> {
    fn row(&self, bytes: &[u8], found: &RowSpan, scratch: &mut Scratch) -> Option<MatchedRow> {
        let line = &bytes[found.start as usize..found.end as usize];
        let id = match &self.shape {
            RowFormat::OpenAlex if !self.repeated.is_empty() => {
                repeated_id(bytes, found, self.repeated, &mut scratch.spans)
            }
            _ => None,
        };
        let is_wanted = self.may_name(line) && self.names_one(bytes, found, scratch);
        (is_wanted || id.is_some()).then_some(MatchedRow { at: found.row, is_wanted, id })
    }

    /// Whether the bytes of a line do not rule it out. Behind an escape a name may be written otherwise.
    fn may_name(&self, line: &[u8]) -> bool {
        let Some(needles) = &self.needles else { return true };
        needles.iter().any(|way| way.find(line).is_some()) || memchr::memchr(b'\\', line).is_some()
    }

    fn names_one(&self, bytes: &[u8], found: &RowSpan, scratch: &mut Scratch) -> bool {
        let context = TeamContext { bytes, known: self.names, authority: self.authority, called: None };
        let Scratch { spans, batch } = scratch;
        batch.reset();
        team(context, found, &self.shape, spans, batch).is_some() && batch.has_one(&self.wanted)
    }
}

impl RowPredicate for EntityPredicate<'_> {
    fn shape(&self) -> &RowFormat {
        &self.shape
    }

    fn rows(&self, bytes: &[u8], piece: &Chunk) -> Option<Vec<MatchedRow>> {
        let mut scratch = Scratch::default();
        Some(piece.spans.iter().filter_map(|found| self.row(bytes, found, &mut scratch)).collect())
    }
}

/// Takes no team: institutions are known without them.
#[derive(Debug, Default)]
struct Nothing(Vec<()>);

impl TeamSink for Nothing {
    type Shard = ();

    fn shards(&mut self, count: usize) -> &mut [()] {
        self.0.resize(count, ());
        &mut self.0
    }

    fn team((): &mut (), _: &mut [u32], _: u32) {}

    fn end_block(&mut self) {}
}
