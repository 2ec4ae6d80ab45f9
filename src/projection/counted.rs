//! A large table as its network and the number of works of each institution: enough to rank, without holding the works.
//! Only the rows of teams beyond the cap are kept, and read in full as a whole table is read.

use crate::corpus::Corpus;
use crate::corpus::hashing::Set;
use crate::corpus::institution::InstitutionId;
use crate::corpus::table::StatedTie;
use crate::ingest::gather::{Gather, Gathered};
use crate::ingest::input::Input;
use crate::ingest::notice::{Kind, Notice};
use crate::ingest::rows::read_some;
use crate::ingest::stream::called::Called;
use crate::ingest::stream::opened::{Opened, Plain, open_plain};
use crate::ingest::stream::read::{Collector, Read, Works, read};
use crate::ingest::stream::survey::{once_each, read_kept};
use crate::network::counting::Counting;
use crate::projection::Options;
use crate::projection::pairs::{Pairs, Part as PairsPart};

/// A table whose works were counted.
#[derive(Clone, Debug)]
pub struct Counted {
    /// All institutions; the ties of their works as [`Corpus::stated_ties`]; as works only those beyond the cap.
    pub corpus: Corpus,
    /// Works of each institution, those of `corpus` left out.
    pub works_of: Vec<usize>,
    /// All works.
    pub works: usize,
    /// Whether the table has columns that tell models from papers.
    pub tells_kind: bool,
    /// What was odd: one notice for each kind of oddity of rows, and for each name.
    pub notices: Vec<Notice>,
}

/// Counts the works of a table under full counting. `None` where the table must be loaded: for other formats, for columns
/// in which the meaning of commas or dates depends on other rows, and for tables that cannot be read (loading says why).
/// Time O(bytes + pairs), memory O(institutions + pairs that differ).
#[must_use]
pub fn counted(input: &Input, options: &Options) -> Option<Counted> {
    if options.projection.counting != Counting::Full {
        return None;
    }
    if let Some((plain, opened)) = open_plain(input, &options.ingest) {
        let mut counts = Counts::new(options);
        return Some(rows(plain, opened, options, &mut counts)?.finish(counts));
    }
    let (passed, counts) = lines(input, options)?;
    Some(passed.finish(counts))
}

/// What a pass gives beside its counts.
struct Passed {
    gathered: Gathered,
    numbers: Vec<Option<InstitutionId>>,
    works: u64,
    kept: usize,
    tells_kind: bool,
}

fn rows(plain: Plain, opened: Opened, options: &Options, counts: &mut Counts) -> Option<Passed> {
    let mut gather = Gather::new(&options.ingest);
    let Read { totals, kept, .. } = read(opened, &mut gather, &options.ingest, counts, None, (0, None), None).ok()?;
    // The input was registered by the reading of its rows.
    let table = plain.table(&mut Gather::new(&options.ingest), &kept.text, &options.ingest)?;
    if kept.is_broken || !read_some(&mut gather, &table, &kept.rows).ok()? {
        return None;
    }
    let (mut gathered, numbers) = gather.finish_numbered();
    // Other rows may tell what these leave open.
    let by_all = [Kind::CountryUnclear, Kind::SectorUnclear];
    gathered.notices.retain(|notice| !by_all.contains(&notice.kind));
    Some(Passed { gathered, numbers, works: totals.works, kept: kept.rows.len(), tells_kind: plain.tells_kind })
}

/// Counts works that stand one a line, as JSON.
fn lines(input: &Input, options: &Options) -> Option<(Passed, Counts)> {
    let works = Works { called: Called::new(&[])?, repeated: Set::default() };
    let (mut gather, found, _, counts) = once_each(input, &options.ingest, works, || Counts::new(options))?;
    let Read { input, totals, kept, is_openalex, .. } = found;
    read_kept(&mut gather, input, is_openalex, &kept).ok()?;
    let (gathered, numbers) = gather.finish_numbered();
    let passed = Passed { gathered, numbers, works: totals.works, kept: kept.rows.len(), tells_kind: !is_openalex };
    Some((passed, counts))
}

impl Passed {
    fn finish(self, counts: Counts) -> Counted {
        let Self { gathered, numbers, works, kept, tells_kind } = self;
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
        Counted { corpus, works_of, works, tells_kind, notices }
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
