//! Reads an input block by block: while one block is read from the disk, the teams of the one before it are found.

use crate::corpus::hashing::Set;
use crate::corpus::table::Input as Registered;
use crate::format::collabgraph;
use crate::format::json::Text;
use crate::format::openalex::{self, Affiliation};
use crate::ingest::addresses::{Sight, place_in_row};
use crate::ingest::gather::{CorpusAssembler, RecordLocation};
use crate::ingest::notice::Kind as Oddity;
use crate::ingest::options::Options;
use crate::ingest::placeholders;
use crate::ingest::registry::SourceLocation;
use crate::ingest::rows::{Cells, tell_commas, tell_decoded};
use crate::scan::batch::{Batch, NameKind, NewName, split_key};
use crate::scan::blocks::Block;
use crate::scan::cells::Continuation;
use crate::scan::chunk::Chunk;
use crate::scan::chunks::{CHUNKS, Chunks, Malformed};
use crate::scan::dictionary::hash;
use crate::scan::known_names::{BY_WORK, EXCLUDED, KnownNames};
use crate::scan::matcher::NameMatcher;
use crate::scan::progress::ProgressHandle;
use crate::scan::repeats::RowKeyHashes;
use crate::scan::retained::RetainedRows;
use crate::scan::source::{RecordSource, unclosed_row, valid_prefix};
use crate::scan::teams::{RowFormat, TeamContext, fill, repeated_id};
use crate::source::error::Error;
use crate::source::input::not_utf8;
use crate::source::position::{Anchor, line_ends};
use rayon::prelude::*;

/// Takes the teams of works.
pub(crate) trait TeamSink: Send {
    /// What the teams of a piece go into; one a piece, so that pieces need not wait for each other.
    type Shard: Send;

    /// As many parts as are asked for.
    fn shards(&mut self, count: usize) -> &mut [Self::Shard];

    /// Takes the team of one work: numbers of entities, each once; it may be empty. `row` is where the work starts in the
    /// block.
    fn team(part: &mut Self::Shard, team: &mut [u32], row: u32);

    /// Hands over the starts of the rows of the block that are to be kept, in their order.
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
    pub(crate) take_retained: RetainedRows,
    pub(crate) names: KnownNames,
    /// Hashes of the ids of its works, where names of works were watched for.
    pub(crate) ids: Vec<u64>,
    /// Whether a work has one of these names.
    pub(crate) is_called: bool,
    /// Whether rows may be one work, so that what was counted does not hold.
    pub(crate) may_join: bool,
    /// Whether two names of one work may be one institution, so that what was counted does not hold.
    pub(crate) has_alike: bool,
}

/// What is watched for in the works of lines.
#[derive(Debug)]
pub(crate) struct WorkWatch {
    /// Names that a work may have.
    pub(crate) called: NameMatcher,
    /// Hashes of ids that several works have, of which the first counts.
    pub(crate) repeated: Set<u64>,
}

/// Reads an opened input to its end.
pub(crate) fn read<C: TeamSink>(
    mut opened: RecordSource,
    gather: &mut CorpusAssembler<'_>,
    options: &Options,
    collector: &mut C,
    watch: Option<ProgressHandle<'_>>,
    before: (u64, Option<u64>),
    works: Option<&WorkWatch>,
) -> Result<ScannedRows, Error> {
    let (input, shape, (lines, bytes)) = opened.shape(gather, options)?;
    let RecordSource { name, mut blocks, first: mut block, ends_at_commas, .. } = opened;
    let mut run = TeamScan {
        name,
        read: ScannedRows {
            input,
            is_openalex: matches!(shape, RowFormat::OpenAlex),
            totals: Totals::default(),
            take_retained: RetainedRows::default(),
            names: KnownNames::default(),
            ids: Vec::new(),
            is_called: false,
            may_join: false,
            has_alike: false,
        },
        shape,
        works,
        seen: Set::default(),
        repeats: RowKeyHashes::default(),
        pieces: Chunks::default(),
        batches: std::iter::repeat_with(Batch::default).take(CHUNKS).collect(),
        addresses: Sight::default(),
        address: SourceLocation::default(),
        line: lines + 1,
        byte: bytes,
    };
    let mut next = Block::default();
    loop {
        let tail = block.continuation();
        let (filled, used) = rayon::join(
            || if tail == Continuation::Open { blocks.read(&mut next) } else { Ok(()) },
            || run.block(gather, &block, collector),
        );
        let used = used?;
        filled?;
        if let Some(watch) = watch {
            let (done, size) = blocks.progress();
            let all = before.1.or(size.filter(|_| before.0 == 0));
            (watch.progress)(before.0 + done, all);
            if watch.is_stopped() {
                return Err(stopped(&run.name));
            }
        }
        if ends_at_commas && run.read.totals.commas > 0 {
            break;
        }
        if tail == Continuation::End {
            if let RowFormat::Table(columns) = &run.shape {
                run.addresses.judge(
                    gather,
                    &run.name,
                    SourceLocation { input: run.read.input, ..run.address },
                    &columns.addresses,
                )?;
            }
            break;
        }
        next.prepend(&block.bytes()[used..]);
        std::mem::swap(&mut block, &mut next);
    }
    run.report(gather);
    if let RowFormat::Table(columns) = &run.shape {
        run.read.may_join = run.repeats.may_share_work(&columns.keys);
    }
    Ok(run.read)
}

/// The error of work that was stopped from outside.
pub(crate) fn stopped(name: &str) -> Error {
    Error::whole(name, "stopped; nothing was written", "중단했다. 아무것도 쓰지 않았다")
}

/// What is kept from block to block.
struct TeamScan<'c> {
    name: String,
    shape: RowFormat,
    works: Option<&'c WorkWatch>,
    /// Ids of works that may come again.
    seen: Set<String>,
    repeats: RowKeyHashes,
    read: ScannedRows,
    pieces: Chunks,
    batches: Vec<Batch>,
    /// Postal addresses among the institutions, and where the first stands.
    addresses: Sight,
    address: SourceLocation,
    /// Line on which the block starts.
    line: u64,
    /// Bytes before the block.
    byte: u64,
}

impl TeamScan<'_> {
    /// Reads the whole rows of a block; gives how many bytes they take.
    fn block<C: TeamSink>(
        &mut self,
        gather: &mut CorpusAssembler<'_>,
        block: &Block,
        collector: &mut C,
    ) -> Result<usize, Error> {
        let bytes = block.bytes();
        self.pieces.scan(bytes, block.continuation(), &self.shape);
        let used = match self.pieces.chain(bytes, block.continuation(), &self.shape) {
            Ok(used) => used,
            Err(Malformed::NotUtf8 { piece, offset }) => return Err(self.foreign(bytes, piece, offset)),
            Err(Malformed::Unclosed { row }) => return Err(self.unclosed(bytes, row)),
        };
        self.leave_out_repeated(bytes);
        self.note_repeats(bytes);
        self.fill(bytes, gather);
        self.end_block(gather, bytes)?;
        let shards = collector.shards(CHUNKS);
        let batches = self.batches.par_iter_mut().zip(shards.par_iter_mut());
        let (registry, is_table) = (&gather.registry, matches!(self.shape, RowFormat::Table(_)));
        let are_alike = |a: u32, b: u32| is_table && registry.are_alike(a, b);
        batches.for_each(|(batch, part)| batch.for_each_team(are_alike, |team, row| C::team(part, team, row)));
        self.read.has_alike |= self.batches.iter().any(|batch| batch.similar_names > 0);
        self.read.totals.alone += self.batches.iter().map(|batch| batch.all_excluded).sum::<u64>();
        let rows: Vec<Vec<u32>> = shards.iter_mut().map(C::take_retained).collect();
        self.keep(bytes, &rows);
        collector.end_block();
        self.line += self.batches.iter().map(|batch| batch.lines).sum::<u64>();
        self.byte += used as u64;
        Ok(used)
    }

    /// Notes what may make one work of several rows.
    fn note_repeats(&mut self, bytes: &[u8]) {
        let RowFormat::Table(columns) = &self.shape else { return };
        if !self.repeats.is_decided(&columns.keys) {
            let pieces = self.pieces.all().par_iter();
            let found: Vec<RowKeyHashes> = pieces.map(|piece| RowKeyHashes::of(bytes, piece, columns)).collect();
            found.into_iter().for_each(|one| self.repeats.join(one));
        }
    }

    /// Keeps rows of the block, those of each piece together.
    fn keep(&mut self, bytes: &[u8], rows: &[Vec<u32>]) {
        let mut line = self.line;
        for ((piece, batch), rows) in self.pieces.all().iter().zip(&self.batches).zip(rows) {
            let (mut at, mut here) = (piece.start, line);
            for &row in rows {
                let row = row as usize;
                here += line_ends(&bytes[at..row], bytes.get(row).copied());
                at = row;
                let kept = &mut self.read.take_retained;
                kept.is_incomplete |= kept.retain(bytes, row, &self.shape, here).is_none();
            }
            line += batch.lines;
        }
    }

    /// Leaves out works that were there before.
    fn leave_out_repeated(&mut self, bytes: &[u8]) {
        let Some(works) = self.works.filter(|works| !works.repeated.is_empty()) else { return };
        if !matches!(self.shape, RowFormat::OpenAlex) {
            return;
        }
        let look = |piece: &Chunk| -> Vec<Option<String>> {
            let mut spans = Vec::new();
            piece.spans.iter().map(|found| repeated_id(bytes, found, &works.repeated, &mut spans)).collect()
        };
        let ids: Vec<Vec<Option<String>>> = self.pieces.all().par_iter().map(look).collect();
        for (piece, ids) in self.pieces.all_mut().iter_mut().zip(ids) {
            let mut ids = ids.into_iter();
            let before = piece.spans.len();
            piece.spans.retain(|_| ids.next().flatten().is_none_or(|id| self.seen.insert(id)));
            piece.rows -= (before - piece.spans.len()) as u64;
        }
    }

    fn foreign(&self, bytes: &[u8], piece: usize, offset: usize) -> Error {
        let start = self.pieces.all()[piece].start;
        let before = self.byte + start as u64;
        let mut error = not_utf8(&bytes[start..], offset - start, &self.name, before);
        error.line = error.line.map(|line| line + self.line_of(bytes, start) - 1);
        error
    }

    fn unclosed(&self, bytes: &[u8], row: usize) -> Error {
        let delimiter = if let RowFormat::Table(columns) = &self.shape { columns.wanted.delimiter } else { b',' };
        unclosed_row(&self.name, valid_prefix(&bytes[row..]), delimiter, self.line_of(bytes, row))
    }

    /// The line of a byte of the block.
    fn line_of(&self, bytes: &[u8], at: usize) -> u64 {
        self.line + line_ends(&bytes[..at], bytes.get(at).copied())
    }

    fn fill(&mut self, bytes: &[u8], gather: &CorpusAssembler<'_>) {
        let (shape, names, called) = (&self.shape, &self.read.names, self.works.map(|works| &works.called));
        let context = TeamContext { bytes, known: names, authority: gather.registry.authority(), called };
        self.batches.par_iter_mut().zip(self.pieces.all().par_iter()).for_each(|(batch, piece)| {
            batch.reset();
            let own = bytes.get(piece.start..piece.end).unwrap_or_default();
            batch.lines = match shape {
                RowFormat::Table(_) => line_ends(own, bytes.get(piece.end).copied()),
                RowFormat::OpenAlex | RowFormat::Own => piece.line_feeds,
            };
            fill(context, piece, shape, batch);
        });
    }

    /// Resolves the names that are new, piece after piece, and adds up what was odd.
    fn end_block(&mut self, gather: &mut CorpusAssembler<'_>, bytes: &[u8]) -> Result<(), Error> {
        let mut line = self.line;
        for (batch, piece) in self.batches.iter_mut().zip(self.pieces.all()) {
            let line_at = |row: usize| line + line_ends(&bytes[piece.start..row], bytes.get(row).copied());
            let (mut at, mut here) = (piece.start, line);
            let fresh: Vec<(usize, NewName)> = batch.new_names().collect();
            for (number, one) in fresh {
                let row = one.row as usize;
                here += line_ends(&bytes[at..row], bytes.get(row).copied());
                at = row;
                let key = batch.key(number);
                let hash = hash(key);
                let meaning = match self.read.names.find(hash, key) {
                    Some(meaning) => meaning,
                    None => {
                        let (input, anchor) = (self.read.input, Anchor::of_line(0, here));
                        let spot = RecordLocation { input, text: "", anchor, index: None };
                        let kept =
                            if let RowFormat::Table(columns) = &self.shape { columns.kept.as_slice() } else { &[] };
                        let as_what = (one.kind, key, batch.payload(number));
                        let meaning = resolve(gather, &self.name, &spot, as_what, kept);
                        let meaning = meaning.map_err(|error| {
                            loading_error(&self.name, &self.shape, &bytes[row..], here).unwrap_or(error)
                        })?;
                        self.read.names.add(hash, key, meaning);
                        meaning
                    }
                };
                batch.set_entity(number, meaning);
            }
            if let Some(row) = batch.malformed_row {
                return Err(malformed_line(&self.name, &self.shape, &bytes[row as usize..], line_at(row as usize)));
            }
            if let (Some(row), false, RowFormat::Table(columns)) =
                (batch.address, self.addresses.has_addresses(), &self.shape)
            {
                let (text, wanted) = (valid_prefix(&bytes[row as usize..]), &columns.wanted);
                let start = (self.read.input, line_at(row as usize));
                self.address = place_in_row(text, wanted.delimiter, wanted.column, start, &columns.addresses);
            }
            self.addresses.join(&batch.addresses);
            self.read.ids.extend_from_slice(&batch.ids);
            self.read.is_called |= batch.has_wanted_name;
            let totals = &mut self.read.totals;
            totals.works += piece.rows;
            totals.alone += batch.without_institution + piece.rows - piece.spans.len() as u64;
            totals.wide.add(piece.wide.rows, || line_at(piece.wide.first));
            totals.narrow.add(piece.narrow.rows, || line_at(piece.narrow.first));
            totals.trailing += piece.trailing;
            totals.glued += batch.rejoined;
            totals.commas += batch.commas;
            totals.parted.add(batch.split_at_commas.rows, || line_at(batch.split_at_commas.first));
            totals.unclear.add(batch.unclear.rows, || line_at(batch.unclear.first));
            totals.decoded.add(batch.decoded.rows, || line_at(batch.decoded.first));
            totals.blank += piece.blank;
            line += batch.lines;
        }
        Ok(())
    }

    /// One notice for each kind of oddity.
    fn report(&self, gather: &mut CorpusAssembler<'_>) {
        let Totals { alone, wide, narrow, trailing, glued, commas, parted, unclear, decoded, blank, works } =
            self.read.totals;
        let input = self.read.input;
        let cells =
            |RowTally { rows, line }| Cells { count: rows as usize, first: SourceLocation { input, line, column: 0 } };
        tell_commas(gather, cells(parted), cells(unclear));
        tell_decoded(gather, cells(decoded));
        let mut report = |rows: u64, line: u64, kind, english: &str, korean: &str| {
            if rows > 0 {
                let place = SourceLocation { input: self.read.input, line, column: 0 };
                gather.notice(kind, place, format!("{rows} {english}"), format!("{korean}({rows}건)"));
            }
        };
        report(
            wide.rows,
            wide.line,
            Oddity::ExtraCells,
            "rows have more cells than the header, here the first; cells beyond it were left out (is a comma unquoted?)",
            "머리글보다 칸이 많은 행이다. 처음 나온 자리다. 넘치는 칸을 뺐다",
        );
        report(
            narrow.rows,
            narrow.line,
            Oddity::MissingCells,
            "rows have fewer cells than the header, here the first; the missing ones were taken as blank",
            "머리글보다 칸이 적은 행이다. 처음 나온 자리다. 모자란 칸은 비어 있는 것으로 보았다",
        );
        report(
            trailing,
            0,
            Oddity::Other,
            "cells have text after their closing quote; it was taken as part of them",
            "닫는 따옴표 뒤의 글도 같은 칸으로 읽었다",
        );
        report(
            glued,
            0,
            Oddity::SuffixGlued,
            "names were taken as one although they hold a separator",
            "구분 기호가 있지만 한 이름으로 보았다",
        );
        report(
            commas,
            0,
            Oddity::Other,
            "cells of institutions hold a comma but no “;” or “|”; each was taken as one name (--separator , splits there)",
            "기관 칸에 쉼표는 있으나 ‘;’나 ‘|’가 없어 한 이름으로 읽었다. 쉼표로 나누려면 --separator , 를 주세요",
        );
        report(blank, 0, Oddity::Other, "rows of blank cells were left out", "빈 칸만 있는 행을 뺐다");
        report(
            alone,
            0,
            Oddity::NoInstitution,
            "works name no institution; they have no partners",
            "기관이 없는 작품이다. 협력 기관이 없다",
        );
        if works == 0 {
            let place = SourceLocation { input: self.read.input, line: 1, column: 0 };
            let (message, message_ko) = ("the table has a header but no rows", "표에 머리글만 있고 행이 없다");
            gather.notice(Oddity::Other, place, message, message_ko);
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
            if placeholders::is_none(&recorded, &work, take_retained, gather.registry.authority()) {
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
    gather.notice(
        Oddity::Placeholder,
        spot.row(),
        format!(
            "“{recorded}” stands here where no institution is known; it was left out of every row (if it is a name: --keep-whole \"{recorded}\")"
        ),
        format!(
            "‘{recorded}’은(는) 기관을 모른다는 표기로 보고 모든 행에서 뺐다(기관 이름이면 --keep-whole \"{recorded}\")"
        ),
    );
}

fn json_error(name: &str, text: &str, line: u64, error: serde_json::Error) -> Error {
    let found = Text { name, text }.read::<Affiliation<'_>>(text).err();
    let mut found = found.unwrap_or_else(|| Error::at(name, 1, 1, error.to_string(), error.to_string()));
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
    loading_error(name, shape, bytes, line).unwrap_or_else(|| {
        let (message, message_ko) = (
            "this line is no work: an institution in it is not readable",
            "이 줄은 작품이 아니다. 기관을 읽을 수 없다",
        );
        Error::at(name, line, 1, message, message_ko)
    })
}
