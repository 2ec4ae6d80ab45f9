//! `project`: inputs → institutions and weighted ties.

use crate::corpus::Corpus;
use crate::corpus::hashing::FastSet;
use crate::corpus::institution::InstitutionId;
use crate::corpus::table::ExplicitTie;
use crate::ingest;
use crate::ingest::assembler::{CorpusAssembler, Gathered};
use crate::ingest::merge::Merge;
use crate::ingest::notice::Notice;
use crate::ingest::options::GroupBy;
use crate::ingest::rows::ColumnProfile;
use crate::message;
use crate::network::Network;
use crate::network::counting::{Counting, Projection};
use crate::scan::blocks::{Block, Blocks};
use crate::scan::matcher::NameMatcher;
use crate::scan::plan::{Plan, Stop};
use crate::scan::profile::profile_columns;
use crate::scan::progress::ProgressHandle;
use crate::scan::run::Progress;
use crate::scan::source::{MARK, RecordSource, Source, open};
use crate::scan::team_scan::{WorkWatch, scan_teams};
use crate::sink::counts::repeated_ids;
use crate::sink::load::{Loaded, load};
use crate::sink::pairs::{ExcludedTeams, Key, PairCounts};
use crate::source::error::Error;
use crate::source::expand;
use crate::source::input::Input;

/// How inputs are read and projected.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How they are read.
    pub ingest: ingest::Options,
    /// Counting, and the cap on the size of a team.
    pub projection: Projection,
}

/// How the works were met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// One after the other; none was kept.
    Streamed,
    /// All of them were loaded, for one of the inputs is in a format that cannot be read row by row.
    Loaded,
    /// All of them were loaded, for several rows may be one work, or two names of a work one institution.
    Compared,
}

/// The one-mode network of inputs, without their works.
#[derive(Clone, Debug)]
pub struct Projected {
    /// Institutions, in order of their id, and the ties as [`Corpus::explicit_ties`], in order of their ends.
    /// Countries and sectors are those that the authority or the format itself tells, not learned from rows.
    pub corpus: Corpus,
    /// Number of works read.
    pub works: u64,
    /// Works that make no ties.
    pub excluded: ExcludedTeams,
    /// How the works were met.
    pub way: Reading,
    /// What was odd: one notice for each kind of oddity of rows, and for each name.
    pub notices: Vec<Notice>,
    /// Recorded names that were taken as others.
    pub merges: Vec<Merge>,
}

impl Projected {
    /// The ties, each pair once, in order of their ends.
    #[must_use]
    pub fn ties(&self) -> &[ExplicitTie] {
        self.corpus.explicit_ties()
    }
}

/// Projects inputs to the network of their institutions, block by block.
///
/// Tables (CSV, TSV), works of OpenAlex one a line, and the project's own JSON lines are streamed, packed by gzip or
/// not; if any input is in another format, or if several rows of a table may be one work, all of them are loaded. A work
/// that stands in two inputs counts twice when it is streamed; of lines with one id the first counts. Time O(bytes + pairs log pairs), memory O(institutions +
/// pairs that differ) and of tables up to 24 bytes a row. The same result with any
/// number of threads.
///
/// # Errors
/// As for [`load()`], when `watch` asks to stop, and when rows of standard input, which is read but once,
/// may be one work.
pub fn project(inputs: &[Input], options: &Options, watch: Option<ProgressHandle<'_>>) -> Result<Projected, Error> {
    if !options.ingest.of_inputs.is_empty() {
        // Inputs that are read in ways of their own.
        return loaded(inputs, options, Reading::Loaded);
    }
    let expanded = expand(inputs)?;
    let mut projected = files(&expanded.inputs, options, watch)?;
    projected.notices.extend(expanded.told.iter().map(|(name, message)| Notice::of_source(name, message)));
    Ok(projected)
}

/// Projects inputs none of which stands for several.
fn files(inputs: &[Input], options: &Options, watch: Option<ProgressHandle<'_>>) -> Result<Projected, Error> {
    let sources = match sources(inputs, &options.ingest)? {
        Sources::Rows(sources) => sources,
        Sources::Full(inputs) => return loaded(&inputs, options, Reading::Loaded),
    };
    if matches!(options.ingest.group_by, GroupBy::Column(_)) {
        return grouped(inputs, options, sources);
    }
    let run = |sources: Vec<Opening<'_>>| match options.projection.counting {
        Counting::Full => streamed(sources, options, watch, PairCounts::<u64>::new(options.projection)),
        _ => streamed(sources, options, watch, PairCounts::<(u64, u32)>::new(options.projection)),
    };
    let mut repeated = Vec::new();
    match run(sources)? {
        Outcome::Done(projected) => return Ok(*projected),
        Outcome::Compare(what) => return compared(inputs, options, what),
        Outcome::Repeat(found) => repeated = found,
        Outcome::Learn => {}
    }
    if inputs.contains(&Input::StandardInput) {
        return compared(inputs, options, Comparison::Rows);
    }
    // What a comma means may stand in the last row: such columns are looked through before they are read. And of works with
    // one id, which only the end of a file tells, the first counts.
    let Sources::Rows(mut sources) = self::sources(inputs, &options.ingest)? else {
        return loaded(inputs, options, Reading::Loaded);
    };
    if !repeated.is_empty() {
        sources.iter_mut().zip(repeated).for_each(|(source, repeated)| source.repeated = repeated);
        return match run(sources)? {
            Outcome::Done(projected) => Ok(*projected),
            _ => loaded(inputs, options, Reading::Compared),
        };
    }
    for source in &mut sources {
        let progress = Progress { handle: watch, ..Progress::default() };
        source.profile = match profile_columns(source.input, &options.ingest, progress, &mut Plan::default()) {
            Ok(profile) => Some(profile),
            Err(Stop::Failed(error)) => return Err(error),
            Err(_) => None,
        };
        source.ends_at_commas = false;
    }
    match run(sources)? {
        Outcome::Done(projected) => Ok(*projected),
        Outcome::Compare(what) => compared(inputs, options, what),
        Outcome::Repeat(_) => loaded(inputs, options, Reading::Compared),
        Outcome::Learn => loaded(inputs, options, Reading::Loaded),
    }
}

/// What reading all inputs row by row came to.
enum Outcome {
    Done(Box<Projected>),
    /// Columns must be learned before they are read.
    Learn,
    /// Works of lines come again: of each source the hashes of ids that several of its works have.
    Repeat(Vec<FastSet<u64>>),
    /// What stands in them must be compared with each other.
    Compare(Comparison),
}

/// What must be compared with each other, so that works must be held.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comparison {
    /// Several rows may be one work.
    Rows,
    /// Two names of a work may be one institution.
    Names,
    /// Institutions are picked from addresses.
    Addresses,
}

/// The network of inputs that must be compared with each other.
fn compared(inputs: &[Input], options: &Options, what: Comparison) -> Result<Projected, Error> {
    if !inputs.contains(&Input::StandardInput) {
        return loaded(inputs, options, Reading::Compared);
    }
    let message = match what {
        Comparison::Rows => message!("ingest-several-rows-may-work"),
        Comparison::Addresses => message!("ingest-addresses-in-standard-input"),
        Comparison::Names => message!("ingest-two-names-work-differ"),
    };
    Err(Error::whole(&Input::StandardInput.name(), message))
}

/// The network of inputs, where the user says which rows are one work. What was opened of standard input is put back.
fn grouped(inputs: &[Input], options: &Options, opened: Vec<Opening<'_>>) -> Result<Projected, Error> {
    let mut inputs = inputs.to_vec();
    for Opening { input, opened, .. } in opened {
        let drained = opened.filter(|_| *input == Input::StandardInput);
        let drained = drained.map(|opened: RecordSource| opened.blocks.drain(&opened.first)).transpose()?;
        put_back(&mut inputs, input, drained);
    }
    loaded(&inputs, options, Reading::Compared)
}

/// An input that is to be read row by row; kept open where it cannot be opened twice.
struct Opening<'i> {
    input: &'i Input,
    rank: u8,
    opened: Option<RecordSource>,
    profile: Option<ColumnProfile>,
    ends_at_commas: bool,
    /// Hashes of ids that several of its works have.
    repeated: FastSet<u64>,
}

enum Sources<'i> {
    /// All of them, in the order in which they are read.
    Rows(Vec<Opening<'i>>),
    /// At least one must be loaded whole.
    Full(Vec<Input>),
}

fn sources<'i>(inputs: &'i [Input], options: &ingest::Options) -> Result<Sources<'i>, Error> {
    // What is left out stands in whole records.
    if !options.exclude.is_nothing() {
        return Ok(Sources::Full(inputs.to_vec()));
    }
    let mut sources = Vec::with_capacity(inputs.len());
    // Standard input is read but once: commas in names of it are told instead.
    let ends_at_commas = !inputs.contains(&Input::StandardInput);
    for input in inputs {
        let opened = match open(input, options)? {
            Source::Rows(opened) if opened.has_several_columns(options)? => {
                return put_all_back(inputs, sources, (input, opened.blocks, &opened.first));
            }
            Source::Rows(opened) => *opened,
            Source::Whole(blocks, first) => return put_all_back(inputs, sources, (input, blocks, &first)),
        };
        let rank = opened.format.precedence();
        // Many files are not held open with a block each.
        let keep = inputs.len() == 1 || *input == Input::StandardInput;
        sources.push(Opening {
            input,
            rank,
            opened: keep.then_some(opened),
            profile: None,
            ends_at_commas,
            repeated: FastSet::default(),
        });
    }
    sources.sort_by_key(|source| source.rank);
    Ok(Sources::Rows(sources))
}

/// The inputs, to be read in full, of which some were opened.
fn put_all_back<'i>(
    inputs: &[Input],
    opened: Vec<Opening<'i>>,
    (input, blocks, first): (&Input, Blocks, &Block),
) -> Result<Sources<'i>, Error> {
    let mut inputs = inputs.to_vec();
    for Opening { input, opened, .. } in opened {
        let drained = opened.map(|opened: RecordSource| opened.blocks.drain(&opened.first)).transpose()?;
        put_back(&mut inputs, input, drained);
    }
    let drained = (*input == Input::StandardInput).then(|| blocks.drain(first)).transpose()?;
    put_back(&mut inputs, input, drained);
    Ok(Sources::Full(inputs))
}

/// Puts what was read of standard input in its place: it cannot be read again.
fn put_back(inputs: &mut [Input], read: &Input, bytes: Option<Vec<u8>>) {
    if let (Some(bytes), Some(slot)) = (bytes, inputs.iter_mut().find(|input| *input == read)) {
        // What was decoded is marked as UTF-8, whatever the user says of the input.
        let bytes = if bytes.starts_with(MARK.as_bytes()) { bytes } else { [MARK.as_bytes(), &bytes].concat() };
        *slot = Input::Bytes { name: read.name(), bytes };
    }
}

fn streamed<K: Key>(
    sources: Vec<Opening<'_>>,
    options: &Options,
    watch: Option<ProgressHandle<'_>>,
    mut pairs: PairCounts<K>,
) -> Result<Outcome, Error> {
    let mut gather = CorpusAssembler::new(&options.ingest);
    let (mut works, mut before) = (0, 0);
    let all = sizes(&sources);
    let mut repeats: Vec<FastSet<u64>> = Vec::new();
    for source in sources {
        let mut opened = match source.opened {
            Some(opened) => opened,
            None => match open(source.input, &options.ingest)? {
                Source::Rows(opened) => *opened,
                Source::Whole(..) => continue,
            },
        };
        (opened.profile, opened.ends_at_commas) = (source.profile, source.ends_at_commas);
        let progress = Progress { handle: watch, before, all };
        // Lines tell by their ids which of them are one work; what tells it of rows is noted anyway.
        let was_read = !source.repeated.is_empty();
        let matcher = if opened.is_openalex() { NameMatcher::new(&[]) } else { None };
        let work_watch = matcher.map(|matcher| WorkWatch { matcher, repeated: source.repeated, reads_lines: false });
        let mut found = scan_teams(opened, &mut gather, &options.ingest, &mut pairs, progress, work_watch.as_ref())?;
        repeats.push(if was_read { FastSet::default() } else { repeated_ids(std::mem::take(&mut found.ids)) });
        let totals = found.totals;
        if source.ends_at_commas && totals.commas > 0 {
            return Ok(Outcome::Learn);
        }
        if found.are_addresses {
            return Ok(Outcome::Compare(Comparison::Addresses));
        }
        if found.may_join || found.has_alike {
            return Ok(Outcome::Compare(if found.may_join { Comparison::Rows } else { Comparison::Names }));
        }
        works += totals.works;
        before += size(source.input).unwrap_or(0);
    }
    if repeats.iter().any(|repeated| !repeated.is_empty()) {
        return Ok(Outcome::Repeat(repeats));
    }
    let excluded = pairs.excluded();
    let (Gathered { corpus, notices, merges, .. }, numbers) = gather.finish_numbered();
    // Every entity of a team has a number: it was met.
    let number = |entity: u32| numbers.get(entity as usize).copied().flatten().map_or(0, |id| id.0);
    let tie = |pair: u64, weight: f64| ExplicitTie {
        a: InstitutionId((pair >> 32) as u32),
        b: InstitutionId(pair as u32),
        weight,
    };
    let ties = pairs.finish(corpus.institution_count(), number, tie);
    let corpus = corpus.with_explicit_ties_only(ties);
    let projected = Projected { corpus, works, excluded, way: Reading::Streamed, notices, merges };
    Ok(Outcome::Done(Box::new(projected)))
}

fn size(input: &Input) -> Option<u64> {
    match input {
        Input::Path(path) => std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file).map(|found| found.len()),
        Input::Bytes { bytes, .. } => Some(bytes.len() as u64),
        Input::Embedded | Input::StandardInput | Input::Member { .. } => None,
    }
}

fn sizes(sources: &[Opening<'_>]) -> Option<u64> {
    sources.iter().map(|source| size(source.input)).sum()
}

/// The same from a corpus.
fn loaded(inputs: &[Input], options: &Options, way: Reading) -> Result<Projected, Error> {
    let Loaded { corpus, notices, merges, .. } = load(inputs, &options.ingest)?;
    let network = Network::one_mode(&corpus, options.projection);
    let mut excluded = ExcludedTeams::default();
    network.excluded().iter().for_each(|&work| excluded.add(corpus.institutions_of(work).len()));
    let ties = (0..network.tie_count())
        .map(|tie| {
            let (a, b, weight) = network.tie(tie);
            ExplicitTie { a: InstitutionId(a as u32), b: InstitutionId(b as u32), weight }
        })
        .collect();
    drop(network);
    let works = corpus.work_count() as u64;
    let corpus = corpus.with_explicit_ties_only(ties);
    Ok(Projected { corpus, works, excluded, way, notices, merges })
}
