//! A large table as its network and the number of works of each institution: enough to rank, without holding the works.
//! Only the rows of teams beyond the cap are kept, and read in full as a whole table is read.

use crate::corpus::Corpus;
use crate::corpus::hashing::FastSet;
use crate::corpus::institution::InstitutionId;
use crate::corpus::table::ExplicitTie;
use crate::ingest::gather::{Gather, Gathered};
use crate::ingest::input::Input;
use crate::ingest::notice::{Kind, Notice};
use crate::ingest::rows::{Learned, read_some};
use crate::ingest::stream::called::Called;
use crate::ingest::stream::learn::learn;
use crate::ingest::stream::opened::open_plain;
use crate::ingest::stream::read::{Collector, Read, Works, read};
use crate::ingest::stream::survey::{once_each, read_kept};
use crate::network::counting::Counting;
use crate::projection::Options;
use crate::projection::pairs::{Pairs, Part as PairsPart};

/// A table whose works were counted.
#[derive(Clone, Debug)]
pub struct Counted {
    /// All institutions; the ties of their works as [`Corpus::explicit_ties`]; as works only those beyond the cap.
    pub corpus: Corpus,
    /// Works of each institution, those of `corpus` left out.
    pub works_of: Vec<usize>,
    /// All works.
    pub works: usize,
    /// What was odd: one notice for each kind of oddity of rows, and for each name.
    pub notices: Vec<Notice>,
}

/// Counts the works of a table under full counting. `None` where the table must be loaded: for other formats, where
/// several rows may be one work, and
/// for tables that cannot be read (loading says why).
/// Time O(bytes + pairs), memory O(institutions + pairs that differ).
#[must_use]
pub fn counted(input: &Input, options: &Options) -> Option<Counted> {
    if options.projection.counting != Counting::Full {
        return None;
    }
    let found = rows(input, options, None).or_else(|| lines(input, options));
    let found = found.or_else(|| rows(input, options, Some(&learn(input, &options.ingest, None)?)));
    found.map(|(passed, counts)| passed.finish(counts))
}

/// What a pass gives beside its counts.
struct Passed {
    gathered: Gathered,
    numbers: Vec<Option<InstitutionId>>,
    works: u64,
    kept: usize,
}

/// Counts the rows of a table; `None` also where it must be known what columns say, and is not.
fn rows(input: &Input, options: &Options, learned: Option<&Learned>) -> Option<(Passed, Counts)> {
    let (plain, mut opened) = open_plain(input, &options.ingest, learned)?;
    opened.ends_at_commas = learned.is_none();
    let (mut gather, mut counts) = (Gather::new(&options.ingest), Counts::new(options));
    let found = read(opened, &mut gather, &options.ingest, &mut counts, None, (0, None), None);
    let Read { totals, kept, .. } =
        found.ok().filter(|found| found.totals.commas == 0 && !found.may_join && !found.has_alike)?;
    // The input was registered by the reading of its rows.
    let table = plain.table(&mut Gather::new(&options.ingest), &kept.text, &options.ingest)?;
    if kept.is_broken || !read_some(&mut gather, &table, &kept.rows).ok()? {
        return None;
    }
    let (mut gathered, numbers) = gather.finish_numbered();
    // Other rows may tell what these leave open.
    let by_all = [Kind::CountryUnclear, Kind::SectorUnclear];
    gathered.notices.retain(|notice| !by_all.contains(&notice.kind));
    let (works, kept) = (totals.works, kept.rows.len());
    Some((Passed { gathered, numbers, works, kept }, counts))
}

/// Counts works that stand one a line, as JSON.
fn lines(input: &Input, options: &Options) -> Option<(Passed, Counts)> {
    let works = Works { called: Called::new(&[])?, repeated: FastSet::default() };
    let (mut gather, found, _, counts) = once_each(input, &options.ingest, works, || Counts::new(options))?;
    let Read { input, totals, kept, is_openalex, .. } = found;
    read_kept(&mut gather, input, is_openalex, &kept).ok()?;
    let (gathered, numbers) = gather.finish_numbered();
    let passed = Passed { gathered, numbers, works: totals.works, kept: kept.rows.len() };
    Some((passed, counts))
}

impl Passed {
    fn finish(self, counts: Counts) -> Counted {
        let Self { gathered, numbers, works, kept } = self;
        let Gathered { corpus, notices, .. } = gathered;
        let number = |entity: u32| numbers.get(entity as usize).copied().flatten();
        let mut works_of = vec![0; corpus.institution_count()];
        for part in &counts.parts {
            for (entity, &count) in part.works.iter().enumerate() {
                if let Some(slot) = number(entity as u32).and_then(|id| works_of.get_mut(id.index())) {
                    *slot += count as usize;
                }
            }
        }
        // Every entity of a team has a number: it was met.
        let tie = |pair: u64, weight: f64| ExplicitTie {
            a: InstitutionId((pair >> 32) as u32),
            b: InstitutionId(pair as u32),
            weight,
        };
        let works = works as usize - kept + corpus.work_count();
        let number = |entity: u32| number(entity).map_or(0, |id| id.0);
        let ties = counts.into_pairs().finish(corpus.institution_count(), number, tie);
        let corpus = corpus.with_explicit_ties(ties);
        Counted { corpus, works_of, works, notices }
    }
}

/// Counts of one piece.
#[derive(Debug)]
struct Part {
    pairs: PairsPart<u64>,
    /// Works of each entity.
    works: Vec<u32>,
    /// Rows to be kept.
    kept: Vec<u32>,
    cap: usize,
}

/// Counts works and pairs.
#[derive(Debug)]
struct Counts {
    parts: Vec<Part>,
    pairs: Pairs<u64>,
    cap: usize,
}

impl Collector for Counts {
    type Part = Part;

    fn parts(&mut self, count: usize) -> &mut [Part] {
        let (cap, pairs) = (self.cap, &self.pairs);
        self.parts.resize_with(count, || Part { pairs: pairs.part(), works: Vec::new(), kept: Vec::new(), cap });
        &mut self.parts
    }

    fn team(part: &mut Part, team: &mut [u32], row: u32) {
        if team.len() > part.cap {
            part.kept.push(row);
            return;
        }
        for &entity in team.iter() {
            let entity = entity as usize;
            if part.works.len() <= entity {
                part.works.resize(entity + 1, 0);
            }
            part.works[entity] += 1;
        }
        Pairs::<u64>::team(&mut part.pairs, team, row);
    }

    fn kept(part: &mut Part) -> Vec<u32> {
        std::mem::take(&mut part.kept)
    }

    fn settle(&mut self) {
        self.pairs.settle_parts(self.parts.iter_mut().map(|part| &mut part.pairs));
    }
}

impl Counts {
    fn new(options: &Options) -> Self {
        let cap = options.projection.max_team.unwrap_or(usize::MAX);
        Self { parts: Vec::new(), pairs: Pairs::new(options.projection), cap }
    }

    fn into_pairs(self) -> Pairs<u64> {
        let mut pairs = self.pairs;
        pairs.take(self.parts.into_iter().map(|part| part.pairs));
        pairs
    }
}
