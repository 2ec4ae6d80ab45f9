//! The corpus sink: every row becomes a work. Rows of a block are decoded side by side; their works are added in the order
//! of the rows.

use crate::format::collabgraph::{self, UnknownKeys};
use crate::format::json::Text;
use crate::format::openalex::{self, Work};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::delimited::Unclosed;
use crate::ingest::groups::Rows;
use crate::ingest::location::RecordLocation;
use crate::ingest::options::Options;
use crate::ingest::row_assembly::RowAssembly;
use crate::ingest::rows::{DecodedRows, RowDecoder, unclosed};
use crate::scan::cells::RowSelection;
use crate::scan::chunk::Chunk;
use crate::scan::profile::{TableProfile, profile_table};
use crate::scan::run::{BlockSink, Progress, ScannedBlock, scan};
use crate::scan::source::{Header, RecordSource, valid_prefix};
use crate::scan::teams::RowFormat;
use crate::source::error::Error;
use crate::source::position::{Anchor, LineIndex, line_ends};
use rayon::prelude::*;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Reads a table. What rows mean may rest on all of them (commas between names, the order of day and month, rows that are
/// one work): a table that is read alone is read as if that were not so, and once more where it is; among other inputs it
/// is profiled first, for what was read before it stays. Time O(bytes).
///
/// # Errors
/// The table cannot be read.
pub(crate) fn read_table<'o>(
    source: RecordSource,
    open: &mut dyn FnMut() -> Result<RecordSource, Error>,
    options: &'o Options,
    (assembler, is_only): (&mut CorpusAssembler<'o>, bool),
) -> Result<(), Error> {
    let mut known = Known::default();
    let mut source = Some(source);
    if !is_only {
        known = profile_table(open()?, options)?.map(Known::from).unwrap_or_default();
    }
    loop {
        let source = source.take().map_or_else(&mut *open, Ok)?;
        match read_rows(source, options, assembler, &known)? {
            Reading::Complete => return Ok(()),
            Reading::NeedsProfile => {
                let are_addresses = known.are_addresses;
                known = profile_table(open()?, options)?.map(Known::from).unwrap_or_default();
                known.are_addresses |= are_addresses;
            }
            Reading::SharesWorks(keys) => known.keys = Some(keys),
            Reading::HoldsAddresses => known.are_addresses = true,
        }
        *assembler = CorpusAssembler::new(options);
    }
}

/// What is known of all rows of a table.
#[derive(Default)]
struct Known {
    profile: Option<crate::ingest::rows::ColumnProfile>,
    keys: Option<Rows>,
    /// Whether the column of institutions holds addresses, from which organisations are picked.
    are_addresses: bool,
}

impl From<TableProfile> for Known {
    fn from(TableProfile { columns, keys, are_addresses }: TableProfile) -> Self {
        Self { profile: Some(columns), keys: Some(keys), are_addresses }
    }
}

/// What a reading of the rows came to.
enum Reading {
    Complete,
    /// Columns must be profiled.
    NeedsProfile,
    /// Several rows are one work.
    SharesWorks(Rows),
    /// The column of institutions holds addresses.
    HoldsAddresses,
}

fn read_rows(
    mut source: RecordSource,
    options: &Options,
    assembler: &mut CorpusAssembler<'_>,
    known: &Known,
) -> Result<Reading, Error> {
    let head = source.table_head(options)?;
    let mut table = head.table(assembler, "", options)?;
    table.profile.clone_from(&known.profile);
    if known.are_addresses {
        table.addresses = Arc::new(table.addresses.reading());
    }
    let Header { mut format, start, .. } = source.header(&mut CorpusAssembler::new(options), options)?;
    if let RowFormat::Table(columns) = &mut format {
        columns.wanted.rows = RowSelection::Every;
    }
    let groups = known.keys.as_ref().filter(|_| !table.keys.never).and_then(|keys| keys.groups(assembler, table.input));
    let collects_keys = !table.keys.never && known.keys.is_none();
    let decoder =
        RowDecoder { table: &table, authority: &options.authority, collects_keys, needs_doi: assembler.held.is_some() };
    let keys = Rows::new(&table.keys, &table.separator);
    let mut sink = TableSink { assembler, decoder, assembly: RowAssembly::new(groups), keys, needs_profile: false };
    scan(source, &format, start, Progress::default(), &mut sink)?;
    let TableSink { assembly, keys, needs_profile, decoder, .. } = sink;
    if needs_profile {
        return Ok(Reading::NeedsProfile);
    }
    if decoder.collects_keys && keys.groups(assembler, table.input).is_some() {
        return Ok(Reading::SharesWorks(keys));
    }
    if assembly.are_addresses(&table) {
        return Ok(Reading::HoldsAddresses);
    }
    assembly.finish(assembler, &table);
    Ok(Reading::Complete)
}

/// Adds the works of the rows of a table.
struct TableSink<'s, 'o> {
    assembler: &'s mut CorpusAssembler<'o>,
    decoder: RowDecoder<'s>,
    assembly: RowAssembly,
    /// What tells which rows are one work, where that is collected.
    keys: Rows,
    needs_profile: bool,
}

impl BlockSink for TableSink<'_, '_> {
    fn block(&mut self, block: ScannedBlock<'_>) -> Result<ControlFlow<()>, Error> {
        let Self { assembler, decoder, assembly, keys, needs_profile } = self;
        let RowDecoder { table, .. } = *decoder;
        let decode = |chunk: &Chunk| decoder.decode(text(block.bytes, chunk), chunk.line);
        let flow = in_turns(block.chunks, decode, |_, rows: Result<DecodedRows<'_>, Unclosed>| {
            let mut rows = rows.map_err(|error| unclosed(table.name, error))?;
            if rows.needs_profile {
                *needs_profile = true;
                return Ok(ControlFlow::Break(()));
            }
            rows.keys.take().into_iter().for_each(|one| keys.join(one));
            assembly.add(assembler, table, rows);
            Ok(ControlFlow::Continue(()))
        })?;
        if keys.are_apart() {
            decoder.collects_keys = false;
        }
        Ok(flow)
    }
}

/// Chunks that are decoded while those before them are added.
const TURN: usize = 2;

/// Decodes chunks with all threads and adds what they give in their order: while one turn is added the next is decoded.
fn in_turns<T: Send>(
    chunks: &[Chunk],
    decode: impl Fn(&Chunk) -> T + Sync,
    mut add: impl FnMut(&Chunk, T) -> Result<ControlFlow<()>, Error> + Send,
) -> Result<ControlFlow<()>, Error> {
    let decoded = |turn: &[Chunk]| -> Vec<T> { turn.par_iter().map(&decode).collect() };
    let mut turns = chunks.chunks(TURN).peekable();
    let mut ready = turns.peek().map(|turn| decoded(turn)).unwrap_or_default();
    while let Some(turn) = turns.next() {
        let next = turns.peek().copied().unwrap_or_default();
        let add_all = || {
            for (chunk, one) in turn.iter().zip(std::mem::take(&mut ready)) {
                if add(chunk, one)?.is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
            Ok(ControlFlow::Continue(()))
        };
        let (added, following) = rayon::join(add_all, || decoded(next));
        if added?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
        ready = following;
    }
    Ok(ControlFlow::Continue(()))
}

/// The text of a chunk.
fn text<'b>(bytes: &'b [u8], chunk: &Chunk) -> &'b str {
    valid_prefix(bytes.get(chunk.start..chunk.end).unwrap_or_default())
}

/// Reads works that are lines of JSON. Time O(bytes).
///
/// # Errors
/// A line that is no work.
pub(crate) fn read_lines(
    mut source: RecordSource,
    options: &Options,
    assembler: &mut CorpusAssembler<'_>,
) -> Result<(), Error> {
    let Header { input, format, start } = source.header(assembler, options)?;
    let name = source.name.clone();
    if source.is_openalex() {
        let mut sink = OpenAlexSink { name: &name, input, works: openalex::Reader::new(assembler, input) };
        scan(source, &format, start, Progress::default(), &mut sink)?;
        return Ok(());
    }
    let mut sink = OwnSink { name: &name, input, assembler, unknown_keys: UnknownKeys::new() };
    scan(source, &format, start, Progress::default(), &mut sink)?;
    let unknown_keys = std::mem::take(&mut sink.unknown_keys);
    collabgraph::report_unknown_keys(assembler, unknown_keys);
    Ok(())
}

/// The lines of a chunk: where each starts in its text, and on which line of the input.
fn lines(bytes: &[u8], chunk: &Chunk) -> Vec<(usize, u64)> {
    let (mut at, mut line) = (chunk.start, chunk.line);
    let numbered = chunk.spans.iter().map(|row| {
        let start = row.start as usize;
        line += line_ends(bytes.get(at..start).unwrap_or_default(), bytes.get(start).copied());
        at = start;
        (start - chunk.start, line)
    });
    numbered.collect()
}

/// An error in the text of a chunk, as one in the input.
fn in_input(mut error: Error, name: &str, chunk: &Chunk) -> Error {
    name.clone_into(&mut error.file);
    error.line = error.line.map(|line| line + chunk.line - 1);
    error
}

/// Adds the works of lines of OpenAlex.
struct OpenAlexSink<'s, 'g, 'o> {
    name: &'s str,
    input: u16,
    works: openalex::Reader<'g, 'o>,
}

impl BlockSink for OpenAlexSink<'_, '_, '_> {
    fn block(&mut self, block: ScannedBlock<'_>) -> Result<ControlFlow<()>, Error> {
        type Parsed<'b> = (usize, u64, Result<(&'b str, Work<'b>), Error>);
        let (bytes, input, source) = (block.bytes, self.input, self.name);
        let parse = |chunk: &Chunk| -> Vec<Parsed<'_>> {
            let json = Text { name: source, text: text(bytes, chunk) };
            let works = lines(bytes, chunk).into_iter().map(|(offset, line)| {
                let part = crate::source::position::line_of(json.text, offset);
                (offset, line, openalex::work(&json, part).map(|work| (part, work)))
            });
            works.collect()
        };
        let (name, reader) = (self.name, &mut self.works);
        in_turns(block.chunks, parse, |chunk, works| {
            let text = text(bytes, chunk);
            let index = LineIndex::new(text);
            for (offset, line, work) in works {
                let (part, work) = work.map_err(|error| in_input(error, name, chunk))?;
                let anchor = Anchor::of_line(offset, line);
                reader.work(&RecordLocation { input, text, anchor, index: Some(&index) }, &work, part);
            }
            Ok(ControlFlow::Continue(()))
        })
    }
}

/// Adds the works of lines of the project's own JSON.
struct OwnSink<'s, 'o> {
    name: &'s str,
    input: u16,
    assembler: &'s mut CorpusAssembler<'o>,
    unknown_keys: UnknownKeys,
}

impl BlockSink for OwnSink<'_, '_> {
    fn block(&mut self, block: ScannedBlock<'_>) -> Result<ControlFlow<()>, Error> {
        for chunk in block.chunks.iter() {
            let (text, rows) = (text(block.bytes, chunk), lines(block.bytes, chunk));
            let added = collabgraph::add_lines(self.assembler, self.input, text, &rows, &mut self.unknown_keys);
            added.map_err(|error| Error { file: self.name.to_owned(), ..error })?;
        }
        Ok(ControlFlow::Continue(()))
    }
}
