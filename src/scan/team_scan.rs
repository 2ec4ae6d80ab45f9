//! The teams of works: for each row the institutions that its work has, by number, handed to a sink.

use crate::corpus::hashing::FastSet;
use crate::corpus::table::InputMetadata as Registered;
use crate::format::collabgraph;
use crate::format::json::Text;
use crate::format::openalex::{self, Affiliation};
use crate::ingest::addresses::{Sight, place_in_row};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::location::RecordLocation;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind as Oddity;
use crate::ingest::options::Options;
use crate::ingest::row_notices::{Cells, tell_commas, tell_decoded};
use crate::message;
use crate::messages::Message;
use crate::names::absence;
use crate::scan::batch::{Batch, NameKind, NewName, split_key};
use crate::scan::chunk::Chunk;
use crate::scan::chunks::CHUNKS;
use crate::scan::dictionary::hash;
use crate::scan::facts::{RowReader, TeamRow};
use crate::scan::known_names::{BY_WORK, EXCLUDED, KnownNames};
use crate::scan::matcher::NameMatcher;
use crate::scan::repeats::RowKeyHashes;
use crate::scan::retained::RetainedRows;
use crate::scan::run::{BlockSink, Progress, ScannedBlock, scan};
use crate::scan::source::{Header, RecordSource, valid_prefix};
use crate::scan::teams::{RowFormat, TeamContext, fill, repeated_id};
use crate::source::error::Error;
use crate::source::position::{Anchor, line_ends};
use rayon::prelude::*;
use std::ops::ControlFlow;

/// Takes the teams of works.
pub(crate) trait TeamSink: Send {
    /// What the teams of a chunk go into; one a chunk, so that chunks need not wait for each other.
    type Shard: Send;

    /// As many shards as are asked for.
    fn shards(&mut self, count: usize) -> &mut [Self::Shard];

    /// Takes the team of one work: numbers of entities, each once, in the order of the row; empty where all its names are
    /// excluded.
    fn team(shard: &mut Self::Shard, team: &mut [u32], row: TeamRow<'_>);

    /// Takes a work that names no institution.
    fn without_team(_: &mut Self::Shard, _: TeamRow<'_>) {}

    /// Hands over the starts of the rows of the block that are to be retained, in their order.
    fn take_retained(_: &mut Self::Shard) -> Vec<u32> {
        Vec::new()
    }

    /// Called after each block.
    fn end_block(&mut self);
}

/// What was read of an input.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Totals {
    /// Works.
    pub(crate) works: u64,
    /// Works without an institution.
    pub(crate) alone: u64,
    wide: RowTally,
    narrow: RowTally,
    trailing: u64,
    glued: u64,
    /// Cells that hold a comma and no other mark, where none is given: the whole column tells what it means.
    pub(crate) commas: u64,
    parted: RowTally,
    unclear: RowTally,
    decoded: RowTally,
    blank: u64,
}

/// How many rows are odd in some way, and the line of the first.
#[derive(Clone, Copy, Debug, Default)]
struct RowTally {
    rows: u64,
    line: u64,
}

impl RowTally {
    fn add(&mut self, rows: u64, line: impl FnOnce() -> u64) {
        if self.rows == 0 && rows > 0 {
            self.line = line();
        }
        self.rows += rows;
    }
}

/// What reading an input gave.
#[derive(Debug)]
pub(crate) struct ScannedRows {
    /// Its number.
    pub(crate) input: u16,
    /// Whether its rows are works of OpenAlex.
    pub(crate) is_openalex: bool,
    pub(crate) totals: Totals,
    /// Rows that the sink asked to be retained.
    pub(crate) retained: RetainedRows,
    pub(crate) names: KnownNames,
    /// Hashes of the ids of its works, where names of works were watched for.
    pub(crate) ids: Vec<u64>,
    /// Whether a work has one of these names.
    pub(crate) has_wanted_name: bool,
    /// Whether rows may be one work, so that what was counted does not hold.
    pub(crate) may_join: bool,
    /// Whether two names of one work may be one institution, so that what was counted does not hold.
    pub(crate) has_alike: bool,
    /// Whether its institutions are addresses, so that what was counted does not hold.
    pub(crate) are_addresses: bool,
}

impl ScannedRows {
    fn new(input: u16, is_openalex: bool) -> Self {
        Self {
            input,
            is_openalex,
            totals: Totals::default(),
            retained: RetainedRows::default(),
            names: KnownNames::default(),
            ids: Vec::new(),
            has_wanted_name: false,
            may_join: false,
            has_alike: false,
            are_addresses: false,
        }
    }
}

impl Totals {
    fn add(&mut self, chunk: &Chunk, batch: &Batch, line_at: impl Fn(usize) -> u64) {
        self.works += chunk.rows;
        self.alone += batch.without_institution + chunk.rows - chunk.spans.len() as u64;
        self.wide.add(chunk.wide.rows, || line_at(chunk.wide.first));
        self.narrow.add(chunk.narrow.rows, || line_at(chunk.narrow.first));
        self.trailing += chunk.trailing;
        self.glued += batch.rejoined;
        self.commas += batch.commas;
        self.parted.add(batch.split_at_commas.rows, || line_at(batch.split_at_commas.first));
        self.unclear.add(batch.unclear.rows, || line_at(batch.unclear.first));
        self.decoded.add(batch.decoded.rows, || line_at(batch.decoded.first));
        self.blank += chunk.blank;
    }
}

/// What is watched for in the works of lines.
#[derive(Debug)]
pub(crate) struct WorkWatch {
    /// Names that a work may have.
    pub(crate) matcher: NameMatcher,
    /// Hashes of ids that several works have, of which the first counts.
    pub(crate) repeated: FastSet<u64>,
    /// Whether a line is read in full, so that one that loading would refuse is refused.
    pub(crate) reads_lines: bool,
}

/// Scans an input for the teams of its works. Time O(bytes), memory O(institutions) beside what the sink retains.
///
/// # Errors
/// As for [`scan`], and a row or line that is no work.
pub(crate) fn scan_teams<C: TeamSink>(
    mut source: RecordSource,
    assembler: &mut CorpusAssembler<'_>,
    options: &Options,
    sink: &mut C,
    progress: Progress<'_>,
    watch: Option<&WorkWatch>,
) -> Result<ScannedRows, Error> {
    let Header { input, format, start } = source.header(assembler, options)?;
    let (name, ends_at_commas) = (source.name.clone(), source.ends_at_commas);
    let mut run = TeamScan {
        name: &name,
        format: &format,
        assembler,
        sink,
        ends_at_commas,
        rows: ScannedRows::new(input, matches!(format, RowFormat::OpenAlex)),
        watch,
        seen: FastSet::default(),
        row_keys: RowKeyHashes::default(),
        batches: std::iter::repeat_with(Batch::default).take(CHUNKS).collect(),
        addresses: Sight::default(),
        address: SourceLocation::default(),
    };
    let is_complete = scan(source, &format, start, progress, &mut run)?;
    run.finish(is_complete)
}

/// The state of a scan between blocks.
struct TeamScan<'c, 'o, C> {
    name: &'c str,
    format: &'c RowFormat,
    assembler: &'c mut CorpusAssembler<'o>,
    sink: &'c mut C,
    ends_at_commas: bool,
    watch: Option<&'c WorkWatch>,
    /// Ids of works that may come again.
    seen: FastSet<String>,
    row_keys: RowKeyHashes,
    rows: ScannedRows,
    batches: Vec<Batch>,
    /// Postal addresses among the institutions, and where the first stands.
    addresses: Sight,
    address: SourceLocation,
}

impl<C: TeamSink> BlockSink for TeamScan<'_, '_, C> {
    fn block(&mut self, block: ScannedBlock<'_>) -> Result<ControlFlow<()>, Error> {
        let ScannedBlock { bytes, chunks } = block;
        self.exclude_repeated(bytes, chunks);
        self.note_row_keys(bytes, chunks);
        self.find_teams(bytes, chunks);
        self.resolve_names(bytes, chunks)?;
        self.hand_on(bytes, chunks);
        self.sink.end_block();
        let must_profile = self.ends_at_commas && self.rows.totals.commas > 0;
        Ok(if must_profile { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    }
}

impl<C: TeamSink> TeamScan<'_, '_, C> {
    fn finish(mut self, is_complete: bool) -> Result<ScannedRows, Error> {
        if let RowFormat::Table(columns) = self.format {
            if is_complete {
                let address = SourceLocation { input: self.rows.input, ..self.address };
                self.rows.are_addresses = self.addresses.are_addresses(&columns.addresses);
                if !self.rows.are_addresses {
                    self.addresses.tell(self.assembler, address, &columns.addresses);
                }
            }
            self.rows.may_join = std::mem::take(&mut self.row_keys).may_share_work(&columns.keys);
        }
        self.report();
        Ok(self.rows)
    }

    /// Hands the teams of a block to the sink, and retains the rows that it asks for.
    fn hand_on(&mut self, bytes: &[u8], chunks: &[Chunk]) {
        let shards = self.sink.shards(CHUNKS);
        let (registry, is_table) = (&self.assembler.registry, matches!(self.format, RowFormat::Table(_)));
        let is_family = |a: u32, b: u32| registry.is_part_of(a, b) || registry.is_part_of(b, a);
        let are_alike = |a: u32, b: u32| is_table && (registry.are_alike(a, b) || is_family(a, b));
        let reader = RowReader { format: self.format, authority: registry.authority() };
        let batches = self.batches.par_iter_mut().zip(chunks.par_iter()).zip(shards.par_iter_mut());
        batches.for_each(|((batch, chunk), shard)| {
            let row = |start: u32| TeamRow { bytes, start, from: chunk.start, line: chunk.line, reader };
            let without_team = chunk.without_cell.iter().chain(batch.rows_without_team());
            without_team.for_each(|&start| C::without_team(shard, row(start)));
            batch.for_each_team(are_alike, |team, start| C::team(shard, team, row(start)));
        });
        self.rows.has_alike |= self.batches.iter().any(|batch| batch.similar_names > 0);
        self.rows.totals.alone += self.batches.iter().map(|batch| batch.all_excluded).sum::<u64>();
        for (chunk, shard) in chunks.iter().zip(shards) {
            let (mut at, mut line) = (chunk.start, chunk.line);
            for row in C::take_retained(shard) {
                let row = row as usize;
                line += line_ends(&bytes[at..row], bytes.get(row).copied());
                at = row;
                self.rows.retained.retain(bytes, row, self.format, line);
            }
        }
    }

    /// Notes what may make one work of several rows.
    fn note_row_keys(&mut self, bytes: &[u8], chunks: &[Chunk]) {
        let RowFormat::Table(columns) = self.format else { return };
        if !self.row_keys.is_decided(&columns.keys) {
            let found: Vec<RowKeyHashes> =
                chunks.par_iter().map(|chunk| RowKeyHashes::of(bytes, chunk, columns)).collect();
            found.into_iter().for_each(|one| self.row_keys.join(one));
        }
    }

    /// Excludes works that were there before.
    fn exclude_repeated(&mut self, bytes: &[u8], chunks: &mut [Chunk]) {
        let Some(watch) = self.watch.filter(|watch| !watch.repeated.is_empty()) else { return };
        if !matches!(self.format, RowFormat::OpenAlex) {
            return;
        }
        let ids_of = |chunk: &Chunk| -> Vec<Option<String>> {
            let mut spans = Vec::new();
            chunk.spans.iter().map(|row| repeated_id(bytes, row, &watch.repeated, &mut spans)).collect()
        };
        let ids: Vec<Vec<Option<String>>> = chunks.par_iter().map(ids_of).collect();
        for (chunk, ids) in chunks.iter_mut().zip(ids) {
            let mut ids = ids.into_iter();
            let before = chunk.spans.len();
            chunk.spans.retain(|_| ids.next().flatten().is_none_or(|id| self.seen.insert(id)));
            chunk.rows -= (before - chunk.spans.len()) as u64;
        }
    }

    fn find_teams(&mut self, bytes: &[u8], chunks: &[Chunk]) {
        let (names, matcher) = (&self.rows.names, self.watch.map(|watch| &watch.matcher));
        let authority = self.assembler.registry.authority();
        let reads_lines = self.watch.is_some_and(|watch| watch.reads_lines);
        let context = TeamContext { bytes, known: names, authority, matcher, reads_lines };
        self.batches.par_iter_mut().zip(chunks.par_iter()).for_each(|(batch, chunk)| {
            batch.reset();
            fill(context, chunk, self.format, batch);
        });
    }

    /// Resolves the names that are new, chunk after chunk, and adds up what was unexpected.
    fn resolve_names(&mut self, bytes: &[u8], chunks: &[Chunk]) -> Result<(), Error> {
        let format = self.format;
        let protected = if let RowFormat::Table(columns) = format { columns.kept.as_slice() } else { &[] };
        for (batch, chunk) in self.batches.iter_mut().zip(chunks) {
            let line_at = |row: usize| chunk.line + line_ends(&bytes[chunk.start..row], bytes.get(row).copied());
            let (mut at, mut line) = (chunk.start, chunk.line);
            let new_names: Vec<(usize, NewName)> = batch.new_names().collect();
            for (number, one) in new_names {
                let row = one.row as usize;
                line += line_ends(&bytes[at..row], bytes.get(row).copied());
                at = row;
                let key = batch.key(number);
                let hash = hash(key);
                let entity = match self.rows.names.find(hash, key) {
                    Some(entity) => entity,
                    None => {
                        let (input, anchor) = (self.rows.input, Anchor::of_line(0, line));
                        let location = RecordLocation { input, text: "", anchor, index: None };
                        let as_what = (one.kind, key, batch.payload(number));
                        let entity = resolve(self.assembler, self.name, &location, as_what, protected);
                        let entity = entity
                            .map_err(|error| loading_error(self.name, format, &bytes[row..], line).unwrap_or(error))?;
                        self.rows.names.add(hash, key, entity);
                        entity
                    }
                };
                batch.set_entity(number, entity);
            }
            if let Some(row) = batch.malformed_row {
                return Err(malformed_line(self.name, format, &bytes[row as usize..], line_at(row as usize)));
            }
            if let (Some(row), false, RowFormat::Table(columns)) =
                (batch.address, self.addresses.has_addresses(), format)
            {
                let (text, wanted) = (valid_prefix(&bytes[row as usize..]), &columns.wanted);
                let start = (self.rows.input, line_at(row as usize));
                self.address = place_in_row(text, wanted.delimiter, wanted.column, start, &columns.addresses);
            }
            self.addresses.join(&batch.addresses);
            self.rows.ids.extend_from_slice(&batch.ids);
            self.rows.has_wanted_name |= batch.has_wanted_name;
            self.rows.totals.add(chunk, batch, line_at);
        }
        Ok(())
    }

    /// One notice for each kind of unexpected row.
    fn report(&mut self) {
        let Totals { alone, wide, narrow, trailing, glued, commas, parted, unclear, decoded, blank, works } =
            self.rows.totals;
        let (input, gather) = (self.rows.input, &mut *self.assembler);
        let cells =
            |RowTally { rows, line }| Cells { count: rows as usize, first: SourceLocation { input, line, column: 0 } };
        tell_commas(gather, cells(parted), cells(unclear));
        tell_decoded(gather, cells(decoded));
        let mut report = |rows: u64, line: u64, kind, message: Message| {
            if rows > 0 {
                gather.notice(kind, SourceLocation { input, line, column: 0 }, message);
            }
        };
        report(wide.rows, wide.line, Oddity::ExtraCells, message!("ingest-rows-with-extra-cells", count = wide.rows));
        report(
            narrow.rows,
            narrow.line,
            Oddity::MissingCells,
            message!("ingest-rows-with-missing-cells", count = narrow.rows),
        );
        report(trailing, 0, Oddity::Other, message!("ingest-cells-with-text-after-quote", count = trailing));
        report(glued, 0, Oddity::SuffixGlued, message!("ingest-names-with-separator", count = glued));
        report(commas, 0, Oddity::Other, message!("ingest-cells-with-comma", count = commas));
        report(blank, 0, Oddity::Other, message!("ingest-blank-rows", count = blank));
        report(alone, 0, Oddity::NoInstitution, message!("ingest-works-without-institution", count = alone));
        if works == 0 {
            let place = SourceLocation { input, line: 1, column: 0 };
            gather.notice(Oddity::Other, place, message!("ingest-table-header-no-rows"));
        }
    }
}

/// The number of the institution that a new name means.
fn resolve(
    gather: &mut CorpusAssembler<'_>,
    name: &str,
    spot: &RecordLocation<'_>,
    (kind, key, payload): (NameKind, &[u8], &[u8]),
    take_retained: &[String],
) -> Result<u32, Error> {
    let entity = match kind {
        NameKind::ByWork => return Ok(BY_WORK),
        NameKind::Name | NameKind::OfWork => {
            let (recorded, work) = match kind {
                NameKind::Name => (String::from_utf8_lossy(key).into_owned(), String::new()),
                _ => split_key(key),
            };
            if absence::is_none(&recorded, &work, take_retained, gather.registry.authority()) {
                tell_placeholder(gather, spot, &recorded);
                return Ok(EXCLUDED);
            }
            gather.mention(spot, &recorded, &recorded, &work)
        }
        NameKind::Affiliation => {
            let one: Affiliation<'_> = serde_json::from_slice(payload)
                .map_err(|error| json_error(name, &String::from_utf8_lossy(payload), spot.anchor.line, error))?;
            openalex::entity(gather, spot, &one)
        }
        NameKind::Mention => {
            collabgraph::mention(gather, name, spot, &String::from_utf8_lossy(payload), &split_key(key).1)?
        }
    };
    let Some(entity) = entity else { return Ok(EXCLUDED) };
    gather.present(entity);
    Ok(gather.registry.group(entity))
}

/// What names nobody is told once for each way of writing it.
fn tell_placeholder(gather: &mut CorpusAssembler<'_>, spot: &RecordLocation<'_>, recorded: &str) {
    gather.notice(Oddity::Placeholder, spot.row(), message!("ingest-stands-here-where-no", recorded = recorded));
}

fn json_error(name: &str, text: &str, line: u64, error: serde_json::Error) -> Error {
    let found = Text { name, text }.read::<Affiliation<'_>>(text).err();
    let mut found =
        found.unwrap_or_else(|| Error::at(name, 1, 1, message!("ingest-json-error", reason = error.to_string())));
    found.line = found.line.map(|at| at + line - 1);
    found
}

/// The error of the line at the start of `bytes`, as loading has it; `None` when it would be read.
fn loading_error(name: &str, shape: &RowFormat, bytes: &[u8], line: u64) -> Option<Error> {
    let end = memchr::memchr(b'\n', bytes).unwrap_or(bytes.len());
    let text = String::from_utf8_lossy(&bytes[..end]);
    let options = Options::default();
    let mut gather = CorpusAssembler::new(&options);
    let input = gather.input(name, Registered::default());
    let read = match shape {
        RowFormat::OpenAlex => openalex::read_some,
        RowFormat::Own => collabgraph::read_some,
        RowFormat::Table(_) => return None,
    };
    let mut found = read(&mut gather, input, &text, &[(0, 1)]).err()?;
    name.clone_into(&mut found.file);
    found.line = found.line.map(|at| at + line - 1);
    Some(found)
}

/// The error of a line that is no work.
fn malformed_line(name: &str, shape: &RowFormat, bytes: &[u8], line: u64) -> Error {
    loading_error(name, shape, bytes, line)
        .unwrap_or_else(|| Error::at(name, line, 1, message!("ingest-line-no-work-institution")))
}
