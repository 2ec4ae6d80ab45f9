//! Counts of works: the network of an input and the works of every institution, without the works. Only rows of teams
//! beyond the cap are retained, and read in full as every row is read where works are loaded.

use std::sync::Arc;

use rayon::prelude::*;

use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, FilterCounts, Judgement};
use crate::corpus::hashing::{FastMap, FastSet};
use crate::corpus::institution::InstitutionId;
use crate::corpus::table::ExplicitTie;
use crate::format::{collabgraph, openalex};
use crate::ingest;
use crate::ingest::assembler::{CorpusAssembler, Gathered};
use crate::ingest::notice::{Kind, Notice};
use crate::ingest::row_assembly::read_some;
use crate::ingest::rows::ColumnProfile;
use crate::network::counting::{Counting, Projection};
use crate::scan::facts::{RowCountries, RowFilter, TeamRow, ValueEvidence, WordsMet, identifier_hash};
use crate::scan::matcher::NameMatcher;
use crate::scan::plan::{Fields, FullReason, Plan, Rows, Sink, Stop};
use crate::scan::profile::with_profile;
use crate::scan::retained::RetainedRows;
use crate::scan::run::Progress;
use crate::scan::source::{TableHead, is_table, open_lines, open_table};
use crate::scan::team_scan::{ScannedRows, TeamSink, WorkWatch, scan_teams};
use crate::sink::pairs::{PairCounts, PairShard};
use crate::source::error::Error;
use crate::source::input::Input;

/// What is counted.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// How inputs are read.
    pub ingest: ingest::Options,
    /// Counting, and the cap on the size of a team.
    pub projection: Projection,
    /// Which works are counted.
    pub filter: Filter,
    /// Whether identifiers of works must be those of loading all works.
    pub has_record: bool,
}

/// Works that were counted.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The institutions of the works that meet the filter; the ties of these works as [`Corpus::explicit_ties`]; as works
    /// only those beyond the cap.
    pub corpus: Corpus,
    /// Works of each institution, those of `corpus` not among them.
    pub works_of: Vec<usize>,
    /// Works that meet the filter.
    pub works: usize,
    /// Works by what the filter makes of them.
    pub counts: FilterCounts,
    /// Works and institutions before the filter.
    pub whole: (usize, usize),
    /// What was unexpected: one notice for each kind of row, and for each name.
    pub notices: Vec<Notice>,
}

/// Counts the works of an input under full counting.
/// Time O(bytes + pairs), memory O(institutions + pairs that differ); with a filter on institutions O(works) more.
///
/// # Errors
/// The input cannot be read, or only all of its works, read in full, give the answer.
pub(crate) fn counted(
    input: &Input,
    request: &Request,
    progress: Progress<'_>,
    plan: &mut Plan,
) -> Result<Counted, Stop> {
    if request.projection.counting != Counting::Full {
        return Err(FullReason::Counting.into());
    }
    let fields = CountedFacts { pairs: true, ..CountedFacts::of(request) };
    let index = index(input, &request.ingest, &fields, &[], progress, plan)?;
    index.count(request)
}

/// What a pass over all rows counts and collects.
#[derive(Clone, Debug, Default)]
pub(crate) struct CountedFacts {
    /// Pairs, and the works of every institution.
    pub(crate) pairs: bool,
    /// Countries and sectors.
    pub(crate) evidence: bool,
    /// Identifiers of works.
    pub(crate) identifiers: bool,
    pub(crate) projection: Projection,
    pub(crate) filter: Filter,
}

impl CountedFacts {
    fn of(request: &Request) -> Self {
        let Request { projection, filter, has_record, .. } = request;
        let evidence = filter.is_of_attributes();
        Self { pairs: false, evidence, identifiers: *has_record, projection: *projection, filter: filter.clone() }
    }
}

/// What a pass over all rows found: every institution, and counts of works.
#[derive(Debug)]
pub(crate) struct Index<'o> {
    pub(crate) assembler: CorpusAssembler<'o>,
    pub(crate) rows: ScannedRows,
    pub(crate) watch: WorkWatch,
    pub(crate) head: Option<TableHead>,
    sink: CountSink,
    options: &'o ingest::Options,
}

/// Scans all rows of a table or a file of lines for their institutions. `names` are names of works that are watched for.
pub(crate) fn index<'o>(
    input: &Input,
    options: &'o ingest::Options,
    counting: &CountedFacts,
    names: &[&str],
    progress: Progress<'_>,
    plan: &mut Plan,
) -> Result<Index<'o>, Stop> {
    let watch = || {
        NameMatcher::new(names).map(|matcher| WorkWatch { matcher, repeated: FastSet::default(), reads_lines: true })
    };
    let filter = RowFilter::of(&counting.filter).map(Arc::new);
    if is_table(input, options)? {
        return with_profile((input, options, progress), plan, |profile, plan| {
            let watch = watch().ok_or(FullReason::Identifier)?;
            rows(input, options, (counting, &filter, profile), watch, progress, plan)
        });
    }
    if filter.as_ref().is_some_and(|filter| filter.has_words()) {
        return Err(FullReason::LineFilter.into());
    }
    let watch = watch().ok_or(FullReason::Identifier)?;
    lines(input, options, (counting, &filter), watch, progress, plan)
}

fn note_pass(plan: &mut Plan, counting: &CountedFacts, rows: &ScannedRows) {
    let has_filter = !counting.filter.is_empty() || counting.evidence;
    let fields = if has_filter { Fields::InstitutionsAndFilter } else { Fields::Institutions };
    let (full, sink) =
        if counting.pairs { (Rows::LargeTeams, Sink::PairCounts) } else { (Rows::None, Sink::EntityIndex) };
    plan.add(fields, full, sink, (rows.totals.works, rows.retained.rows.len() as u64));
}

/// Counts the rows of a table.
fn rows<'o>(
    input: &Input,
    options: &'o ingest::Options,
    (counting, filter, profile): (&CountedFacts, &Option<Arc<RowFilter>>, Option<&ColumnProfile>),
    watch: WorkWatch,
    progress: Progress<'_>,
    plan: &mut Plan,
) -> Result<Index<'o>, Stop> {
    let (head, mut source) = open_table(input, options, profile)?;
    source.ends_at_commas = profile.is_none();
    let (mut assembler, mut sink) = (CorpusAssembler::new(options), CountSink::new(counting, filter.clone()));
    let rows = scan_teams(source, &mut assembler, options, &mut sink, progress, Some(&watch))?;
    if rows.are_addresses {
        return Err(FullReason::Addresses.into());
    }
    if rows.totals.commas > 0 || sink.shards.iter().any(|shard| shard.needs_profile) {
        return Err(if profile.is_none() { Stop::NeedsProfile } else { FullReason::SharedWorks.into() });
    }
    if rows.may_join {
        return Err(FullReason::SharedWorks.into());
    }
    if rows.has_alike {
        return Err(FullReason::SimilarNames.into());
    }
    note_pass(plan, counting, &rows);
    Ok(Index { assembler, rows, watch, head: Some(head), sink, options })
}

/// Counts works that stand one a line, as JSON, each once: where ids come again, all is scanned a second time without the
/// works that were there before, for institutions are called as in the first work that counts.
fn lines<'o>(
    input: &Input,
    options: &'o ingest::Options,
    (counting, filter): (&CountedFacts, &Option<Arc<RowFilter>>),
    mut watch: WorkWatch,
    progress: Progress<'_>,
    plan: &mut Plan,
) -> Result<Index<'o>, Stop> {
    loop {
        let source = open_lines(input, options)?;
        if filter.is_some() && !source.is_openalex() {
            return Err(FullReason::LineFilter.into());
        }
        let (mut assembler, mut sink) = (CorpusAssembler::new(options), CountSink::new(counting, filter.clone()));
        let mut rows = scan_teams(source, &mut assembler, options, &mut sink, progress, Some(&watch))?;
        note_pass(plan, counting, &rows);
        let repeated = repeated_ids(std::mem::take(&mut rows.ids));
        if repeated.is_empty() || !watch.repeated.is_empty() {
            return Ok(Index { assembler, rows, watch, head: None, sink, options });
        }
        watch.repeated = repeated;
    }
}

/// Hashes that come more than once.
pub(super) fn repeated_ids(mut ids: Vec<u64>) -> FastSet<u64> {
    ids.par_sort_unstable();
    ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect()
}

/// Reads lines that were retained.
pub(crate) fn read_lines(
    assembler: &mut CorpusAssembler<'_>,
    input: u16,
    is_openalex: bool,
    retained: &RetainedRows,
) -> Result<(), Error> {
    let read = if is_openalex { openalex::read_some } else { collabgraph::read_some };
    read(assembler, input, &retained.text, &retained.rows)
}

impl<'o> Index<'o> {
    /// What the rows show of institutions goes to the assembler, which learns nothing from rows that are read again.
    pub(crate) fn learn(&mut self) -> Result<(), Stop> {
        if self.sink.config.filter.as_ref().is_some_and(|filter| {
            let mut met = WordsMet::default();
            self.sink.shards.iter().for_each(|shard| met.join(&shard.words));
            !filter.are_all_met(&met)
        }) {
            return Err(FullReason::FilterWords.into());
        }
        let evidence: Vec<ValueEvidence> =
            self.sink.shards.iter_mut().map(|shard| std::mem::take(&mut shard.evidence)).collect();
        for evidence in evidence {
            self.assembler.add_evidence(self.rows.input, evidence.into_values());
        }
        if self.sink.config.counting.evidence {
            self.assembler.freeze_evidence();
        }
        Ok(())
    }

    /// Reads rows that were retained into the assembler.
    pub(crate) fn read_retained(&mut self) -> Result<(), Stop> {
        let ScannedRows { input, is_openalex, retained, .. } = &self.rows;
        let Some(head) = &self.head else {
            return Ok(read_lines(&mut self.assembler, *input, *is_openalex, retained)?);
        };
        // The input was registered by the scan of its rows.
        let table = head.table(&mut CorpusAssembler::new(self.options), &retained.text, self.options)?;
        match read_some(&mut self.assembler, &table, &retained.rows)? {
            true => Ok(()),
            false => Err(Stop::NeedsProfile),
        }
    }

    /// Works before the filter.
    pub(crate) fn works(&self) -> usize {
        self.rows.totals.works as usize
    }

    /// Numbers of works by what the filter makes of them. O(affiliations).
    pub(crate) fn filter_counts(&self, corpus: &Corpus, numbers: &[Option<InstitutionId>]) -> FilterCounts {
        let filter = &self.sink.config.counting.filter;
        if filter.is_empty() {
            return FilterCounts { kept: self.works(), ..FilterCounts::default() };
        }
        let number = |entity: u32| numbers.get(entity as usize).copied().flatten();
        let counts = |shard: &CountShard| {
            let mut counts = shard.counts;
            let judged = shard.teams(&number).zip(&shard.judged).enumerate();
            judged.for_each(|(row, (team, own))| {
                counts.add(own.and_team(filter.judge_team(corpus, &shard.named(row), &team)));
            });
            counts
        };
        self.sink.shards.par_iter().map(counts).reduce(FilterCounts::default, FilterCounts::with)
    }

    /// Whether the works of a corpus have the identifiers that they would have among all works.
    pub(crate) fn has_identifiers_of(&self, corpus: &Corpus) -> bool {
        if !self.sink.config.counting.identifiers {
            return true;
        }
        let mut own: FastMap<u64, usize> = FastMap::default();
        for work in corpus.work_ids() {
            *own.entry(identifier_hash(corpus.work_name(work))).or_insert(0) += 1;
        }
        let mut all: FastMap<u64, usize> = FastMap::default();
        for hash in self.sink.shards.iter().flat_map(|shard| &shard.identifiers) {
            if own.contains_key(hash) {
                *all.entry(*hash).or_insert(0) += 1;
            }
        }
        own == all
    }

    /// The counts, once all rows were scanned.
    fn count(mut self, request: &Request) -> Result<Counted, Stop> {
        if self.sink.config.counting.identifiers && self.sink.shards.iter().any(|shard| shard.lacks_identifier) {
            return Err(FullReason::WorkIdentifiers.into());
        }
        self.learn()?;
        self.read_retained()?;
        let retained = self.rows.retained.rows.len();
        let (works, sink) = (self.works(), std::mem::take(&mut self.sink));
        let assembler = std::mem::replace(&mut self.assembler, CorpusAssembler::new(self.options));
        let (Gathered { corpus, mut notices, .. }, numbers) = assembler.finish_numbered();
        if self.head.is_some() && !sink.config.counting.evidence {
            // Other rows may tell what these leave open.
            let by_all = [Kind::CountryUnclear, Kind::SectorUnclear];
            notices.retain(|notice| !by_all.contains(&notice.kind));
        }
        self.sink = sink;
        if !self.has_identifiers_of(&corpus) {
            return Err(FullReason::WorkIdentifiers.into());
        }
        let number = |entity: u32| numbers.get(entity as usize).copied().flatten();
        Ok(finish(std::mem::take(&mut self.sink), corpus, number, request, (works, retained), notices))
    }
}

fn finish(
    mut sink: CountSink,
    corpus: Corpus,
    number: impl Fn(u32) -> Option<InstitutionId> + Sync,
    request: &Request,
    (works, retained): (usize, usize),
    notices: Vec<Notice>,
) -> Counted {
    let filter = &request.filter;
    let whole = (works, corpus.institution_count());
    if filter.is_of_institutions() {
        sink.shards.par_iter_mut().for_each(|shard| shard.count_teams(filter, &corpus, &number));
    }
    let mut works_of = vec![0; corpus.institution_count()];
    for shard in &sink.shards {
        for (entity, &count) in shard.works.iter().enumerate() {
            if let Some(slot) = number(entity as u32).and_then(|id| works_of.get_mut(id.index())) {
                *slot += count as usize;
            }
        }
    }
    let is_filtered = !filter.is_empty();
    let mut counts = match is_filtered {
        true => sink.shards.iter().map(|shard| shard.counts).fold(FilterCounts::default(), FilterCounts::with),
        false => FilterCounts { kept: works - retained, ..FilterCounts::default() },
    };
    corpus.work_ids().for_each(|id| counts.add(filter.judge(&corpus, &corpus.work(id))));
    let used = works_of.iter().map(|&count| count > 0 || !is_filtered).collect();
    let (corpus, kept) = if is_filtered {
        corpus.subset_with(|id| filter.keeps(&corpus, &corpus.work(id)), |_| true, used)
    } else {
        let all = corpus.institution_ids().map(Some).collect();
        (corpus, all)
    };
    let works_of = works_of.into_iter().zip(&kept).filter(|(_, kept)| kept.is_some()).map(|(count, _)| count).collect();
    // Every entity of a team that was counted has a number.
    let number =
        |entity: u32| number(entity).and_then(|id| kept.get(id.index()).copied().flatten()).map_or(0, |id| id.0);
    let tie = |pair: u64, weight: f64| ExplicitTie {
        a: InstitutionId((pair >> 32) as u32),
        b: InstitutionId(pair as u32),
        weight,
    };
    let ties = sink.into_pairs().finish(corpus.institution_count(), number, tie);
    Counted { corpus: corpus.with_explicit_ties(ties), works_of, works: counts.kept, counts, whole, notices }
}

/// How works are counted.
#[derive(Debug, Default)]
struct Config {
    counting: CountedFacts,
    filter: Option<Arc<RowFilter>>,
    cap: usize,
    /// Whether teams are kept until it is known what the filter makes of their institutions.
    keeps_teams: bool,
}

/// Counts of one chunk.
#[derive(Debug)]
struct CountShard {
    config: Arc<Config>,
    pairs: PairShard<u64>,
    /// Works of each entity.
    works: Vec<u32>,
    /// Rows to be retained.
    retained: Vec<u32>,
    /// Teams whose institutions are not known yet, one after the other, and where each ends.
    teams: Vec<u32>,
    ends: Vec<usize>,
    /// The countries that their rows name, where the filter asks for countries.
    countries: Option<RowCountries>,
    /// What their own facts make of the works of these teams.
    judged: Vec<Judgement>,
    /// Works by what the filter makes of them, those that are retained or whose teams are kept not among them.
    counts: FilterCounts,
    words: WordsMet,
    evidence: ValueEvidence,
    identifiers: Vec<u64>,
    lacks_identifier: bool,
    needs_profile: bool,
}

impl CountShard {
    /// What its own facts make of a work.
    fn judge(&mut self, team: &[u32], row: TeamRow<'_>) -> Judgement {
        let config = Arc::clone(&self.config);
        if config.counting.evidence && self.evidence.add(team, row, &mut self.countries).is_none() {
            self.needs_profile = true;
        }
        if config.counting.identifiers {
            match row.reader.identifier(row) {
                Some(identifier) => self.identifiers.push(identifier),
                None => self.lacks_identifier = true,
            }
        }
        let Some(filter) = &config.filter else { return Judgement::Kept };
        let judged = filter.judge(row, &mut self.words);
        self.needs_profile |= judged.is_none();
        judged.unwrap_or(Judgement::Excluded)
    }

    /// Keeps a team until its institutions are known.
    fn keep(&mut self, team: &[u32], judged: Judgement) {
        self.teams.extend_from_slice(team);
        self.ends.push(self.teams.len());
        self.judged.push(judged);
        if let Some(countries) = &mut self.countries {
            countries.keep();
        }
    }

    /// Codes of the countries that the row of a team that was kept names.
    fn named(&self, row: usize) -> Vec<&str> {
        self.countries.as_ref().map(|countries| countries.codes(row)).unwrap_or_default()
    }

    /// Counts the pairs of a team.
    fn count(&mut self, team: &mut [u32]) {
        for &entity in team.iter() {
            let entity = entity as usize;
            if self.works.len() <= entity {
                self.works.resize(entity + 1, 0);
            }
            self.works[entity] += 1;
        }
        self.pairs.add(team);
    }

    /// The teams that were kept, as institutions.
    fn teams(&self, number: &impl Fn(u32) -> Option<InstitutionId>) -> impl Iterator<Item = Vec<InstitutionId>> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(start, &end)| self.teams[start..end].iter().filter_map(|&entity| number(entity)).collect())
    }

    /// Counts the teams whose institutions meet a filter. O(affiliations + pairs).
    fn count_teams(&mut self, filter: &Filter, corpus: &Corpus, number: &impl Fn(u32) -> Option<InstitutionId>) {
        let (mut teams, ends) = (std::mem::take(&mut self.teams), std::mem::take(&mut self.ends));
        let mut start = 0;
        for (row, (end, own)) in ends.into_iter().zip(std::mem::take(&mut self.judged)).enumerate() {
            let team = &mut teams[start..end];
            start = end;
            let institutions: Vec<InstitutionId> = team.iter().filter_map(|&entity| number(entity)).collect();
            let judged = own.and_team(filter.judge_team(corpus, &self.named(row), &institutions));
            self.counts.add(judged);
            if judged.is_kept() {
                self.count(team);
            }
        }
    }
}

/// Counts works and pairs.
#[derive(Debug, Default)]
struct CountSink {
    shards: Vec<CountShard>,
    pairs: PairCounts<u64>,
    config: Arc<Config>,
}

impl TeamSink for CountSink {
    type Shard = CountShard;

    fn shards(&mut self, count: usize) -> &mut [CountShard] {
        let Self { shards, pairs, config } = self;
        shards.resize_with(count, || CountShard {
            config: Arc::clone(config),
            pairs: pairs.shard(),
            works: Vec::new(),
            retained: Vec::new(),
            teams: Vec::new(),
            ends: Vec::new(),
            countries: config.counting.filter.asks_countries().then(RowCountries::default),
            judged: Vec::new(),
            counts: FilterCounts::default(),
            words: WordsMet::default(),
            evidence: ValueEvidence::default(),
            identifiers: Vec::new(),
            lacks_identifier: false,
            needs_profile: false,
        });
        shards
    }

    fn team(shard: &mut CountShard, team: &mut [u32], row: TeamRow<'_>) {
        let judged = shard.judge(team, row);
        if judged == Judgement::Excluded {
            return;
        }
        let config = &shard.config;
        if judged.is_kept() && config.counting.pairs && team.len() > config.cap {
            shard.retained.push(row.start);
        } else if config.keeps_teams {
            shard.keep(team, judged);
        } else {
            shard.counts.add(judged);
            if judged.is_kept() && config.counting.pairs {
                shard.count(team);
            }
        }
    }

    fn without_team(shard: &mut CountShard, row: TeamRow<'_>) {
        let judged = shard.judge(&[], row);
        if shard.config.keeps_teams && judged != Judgement::Excluded {
            shard.keep(&[], judged);
        } else {
            shard.counts.add(judged);
        }
    }

    fn take_retained(shard: &mut CountShard) -> Vec<u32> {
        std::mem::take(&mut shard.retained)
    }

    fn end_block(&mut self) {
        self.pairs.count_pending(self.shards.iter_mut().map(|shard| &mut shard.pairs));
    }
}

impl CountSink {
    fn new(counting: &CountedFacts, filter: Option<Arc<RowFilter>>) -> Self {
        let cap = counting.projection.max_team.unwrap_or(usize::MAX);
        let keeps_teams = counting.filter.is_of_institutions();
        let config = Arc::new(Config { counting: counting.clone(), filter, cap, keeps_teams });
        Self { shards: Vec::new(), pairs: PairCounts::new(counting.projection), config }
    }

    fn into_pairs(self) -> PairCounts<u64> {
        let mut pairs = self.pairs;
        pairs.take(self.shards.into_iter().map(|shard| shard.pairs));
        pairs
    }
}
