//! A large table as its network and the number of works of each institution: enough to rank, without holding the works.
//! Only the rows of teams beyond the cap are kept, and read in full as a whole table is read.

use crate::corpus::Corpus;
use crate::corpus::hashing::Set;
use crate::corpus::institution::InstitutionId;
use crate::corpus::table::StatedTie;
use crate::ingest::gather::{CorpusAssembler, Gathered};
use crate::ingest::notice::{Kind, Notice};
use crate::ingest::rows::{Learned, read_some};
use crate::network::counting::Counting;
use crate::scan::matcher::NameMatcher;
use crate::scan::profile::profile_columns;
use crate::scan::read::{ScannedRows, TeamSink, WorkWatch, read};
use crate::scan::source::open_table;
use crate::sink::Options;
use crate::sink::entity_index::{once_each, read_kept};
use crate::sink::pairs::{PairCounts, PairShard as PairsPart};
use crate::source::input::Input;

/// A table whose works were counted.
#[derive(Clone, Debug)]
pub struct Counted {
    /// All institutions; the ties of their works as [`Corpus::stated_ties`]; as works only those beyond the cap.
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
    let found = found.or_else(|| rows(input, options, Some(&profile_columns(input, &options.ingest, None)?)));
    found.map(|(passed, counts)| passed.finish(counts))
}

/// What a pass gives beside its counts.
struct CountedRows {
    gathered: Gathered,
    numbers: Vec<Option<InstitutionId>>,
    works: u64,
    kept: usize,
}

/// Counts the rows of a table; `None` also where it must be known what columns say, and is not.
fn rows(input: &Input, options: &Options, learned: Option<&Learned>) -> Option<(CountedRows, Counts)> {
    let (plain, mut opened) = open_table(input, &options.ingest, learned)?;
    opened.ends_at_commas = learned.is_none();
    let (mut gather, mut counts) = (CorpusAssembler::new(&options.ingest), Counts::new(options));
    let found = read(opened, &mut gather, &options.ingest, &mut counts, None, (0, None), None);
    let ScannedRows { totals, take_retained, .. } =
        found.ok().filter(|found| found.totals.commas == 0 && !found.may_join && !found.has_alike)?;
    // The input was registered by the reading of its rows.
    let table = plain.table(&mut CorpusAssembler::new(&options.ingest), &take_retained.text, &options.ingest)?;
    if take_retained.is_incomplete || !read_some(&mut gather, &table, &take_retained.rows).ok()? {
        return None;
    }
    let (mut gathered, numbers) = gather.finish_numbered();
    // Other rows may tell what these leave open.
    let by_all = [Kind::CountryUnclear, Kind::SectorUnclear];
    gathered.notices.retain(|notice| !by_all.contains(&notice.kind));
    let (works, kept) = (totals.works, take_retained.rows.len());
    Some((CountedRows { gathered, numbers, works, kept }, counts))
}

/// Counts works that stand one a line, as JSON.
fn lines(input: &Input, options: &Options) -> Option<(CountedRows, Counts)> {
    let works = WorkWatch { called: NameMatcher::new(&[])?, repeated: Set::default() };
    let (mut gather, found, _, counts) = once_each(input, &options.ingest, works, || Counts::new(options))?;
    let ScannedRows { input, totals, take_retained, is_openalex, .. } = found;
    read_kept(&mut gather, input, is_openalex, &take_retained).ok()?;
    let (gathered, numbers) = gather.finish_numbered();
    let passed = CountedRows { gathered, numbers, works: totals.works, kept: take_retained.rows.len() };
    Some((passed, counts))
}

impl CountedRows {
    fn finish(self, counts: Counts) -> Counted {
        let Self { gathered, numbers, works, kept } = self;
        let Gathered { corpus, notices, .. } = gathered;
        let number = |entity: u32| numbers.get(entity as usize).copied().flatten();
        let mut works_of = vec![0; corpus.institutions_len()];
        for part in &counts.parts {
            for (entity, &count) in part.works.iter().enumerate() {
                if let Some(slot) = number(entity as u32).and_then(|id| works_of.get_mut(id.index())) {
                    *slot += count as usize;
                }
            }
        }
        // Every entity of a team has a number: it was met.
        let tie = |pair: u64, weight: f64| StatedTie {
            a: InstitutionId((pair >> 32) as u32),
            b: InstitutionId(pair as u32),
            weight,
        };
        let works = works as usize - kept + corpus.works_len();
        let number = |entity: u32| number(entity).map_or(0, |id| id.0);
        let ties = counts.into_pairs().finish(corpus.institutions_len(), number, tie);
        let corpus = corpus.with_ties(ties);
        Counted { corpus, works_of, works, notices }
    }
}

/// Counts of one piece.
#[derive(Debug)]
struct CountShard {
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
    parts: Vec<CountShard>,
    pairs: PairCounts<u64>,
    cap: usize,
}

impl TeamSink for Counts {
    type Shard = CountShard;

    fn shards(&mut self, count: usize) -> &mut [CountShard] {
        let (cap, pairs) = (self.cap, &self.pairs);
        self.parts.resize_with(count, || CountShard { pairs: pairs.part(), works: Vec::new(), kept: Vec::new(), cap });
        &mut self.parts
    }

    fn team(part: &mut CountShard, team: &mut [u32], row: u32) {
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
        PairCounts::<u64>::team(&mut part.pairs, team, row);
    }

    fn take_retained(part: &mut CountShard) -> Vec<u32> {
        std::mem::take(&mut part.kept)
    }

    fn end_block(&mut self) {
        self.pairs.settle_parts(self.parts.iter_mut().map(|part| &mut part.pairs));
    }
}

impl Counts {
    fn new(options: &Options) -> Self {
        let cap = options.projection.max_team.unwrap_or(usize::MAX);
        Self { parts: Vec::new(), pairs: PairCounts::new(options.projection), cap }
    }

    fn into_pairs(self) -> PairCounts<u64> {
        let mut pairs = self.pairs;
        pairs.take(self.parts.into_iter().map(|part| part.pairs));
        pairs
    }
}
