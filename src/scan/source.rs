//! An input that can be read block by block: its format, and how its rows look.

use crate::corpus::kind::WorkKind;
use crate::corpus::table::InputMetadata as Registered;
use crate::format::json_table;
use crate::format::openalex::{self, OPENALEX};
use crate::format::preface::Preface;
use crate::format::registry::{REGISTRY, Registry};
use crate::format::{Format, delimiter};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::columns::Role;
use crate::ingest::delimited::Continuation;
use crate::ingest::delimited::separator_line;
use crate::ingest::first_rows;
use crate::ingest::options::{GroupBy, Options};
use crate::ingest::rows::{ColumnProfile, Table, headers};
use crate::ingest::table::{self, Delimited};
use crate::names::authority::Level;
use crate::scan::blocks::{Block, Blocks};
use crate::scan::cells;
use crate::scan::chunk::Chunk;
use crate::scan::plan::{FullReason, Stop};
use crate::scan::teams::{RowFormat, TableColumns};
use crate::source::error::Error;
use crate::source::input::{Input, day_in_name, empty, not_utf8};
use crate::source::open::Arrival;
use std::sync::Arc;

/// The mark that some programs put before a text.
pub(crate) const MARK: &str = "\u{FEFF}";

/// An input whose first block has been read.
pub(crate) struct RecordSource {
    pub(crate) name: String,
    short_name: String,
    pub(crate) format: Format,
    pub(crate) blocks: Blocks,
    pub(crate) first: Block,
    /// Bytes that were left out before the first block.
    blanked: u64,
    /// What whole columns say, where that was profile before.
    pub(crate) profile: Option<ColumnProfile>,
    /// Whether reading ends where the meaning of a comma would have to be profile first.
    pub(crate) ends_at_commas: bool,
}

/// An input whose header was read.
#[derive(Debug)]
pub(crate) struct Header {
    /// The number of the input.
    pub(crate) input: u16,
    /// How its rows are written.
    pub(crate) format: RowFormat,
    /// Lines and bytes before the first row.
    pub(crate) start: (u64, u64),
}

/// An input that was opened.
pub(crate) enum Source {
    /// It can be read row by row.
    Rows(Box<RecordSource>),
    /// Its format must be read whole.
    Whole(Blocks, Block),
}

/// Opens an input.
///
/// # Errors
/// As for `crate::dataset::load()`.
pub(crate) fn open(input: &Input, options: &Options) -> Result<Source, Error> {
    open_with(REGISTRY, input, options)
}

/// Opens an input with the decoders of a registry; see [`open`].
pub(crate) fn open_with(registry: Registry<'_>, input: &Input, options: &Options) -> Result<Source, Error> {
    let (mut blocks, mut first) = (Blocks::open(input, &options.source)?, Block::default());
    let (name, short_name) = (blocks.arrival().name.clone(), blocks.arrival().short_name.clone());
    blocks.read(&mut first)?;
    // Rows are looked at as they are read; the header is not among them. A letter may be cut by the end of the block.
    if let Err(error) = std::str::from_utf8(first.bytes())
        && (error.error_len().is_some() || first.continuation() == Continuation::End)
    {
        return Err(not_utf8(first.bytes(), error.valid_up_to(), &name, 0));
    }
    let text = valid_prefix(first.bytes());
    if text.trim_start_matches(MARK).trim().is_empty()
        && first.continuation() == Continuation::End
        && text.len() == first.bytes().len()
    {
        return Err(empty(&name));
    }
    first = tabulated(registry, &mut blocks, first, options)?;
    let text = valid_prefix(first.bytes());
    let is_whole = first.continuation() == Continuation::End;
    let mut blanked = 0;
    if let Some(preface) = Preface::find(registry, (&name, text), is_whole, options) {
        first.blank(preface.bytes, preface.lines);
        blocks.arrival_mut().told.push(preface.told());
        blanked = (preface.bytes - preface.lines) as u64;
    }
    let text = valid_prefix(first.bytes());
    let format = format_of(registry, (&name, text), first.continuation(), options);
    let format = format.map_err(|error| blocks.arrival().placed(error))?;
    Ok(match format {
        Some(format) => Source::Rows(Box::new(RecordSource {
            name,
            short_name,
            format,
            blocks,
            first,
            blanked,
            profile: None,
            ends_at_commas: false,
        })),
        None => Source::Whole(blocks, first),
    })
}

/// The first block; of a table in JSON that of the table as text.
fn tabulated(registry: Registry<'_>, blocks: &mut Blocks, first: Block, options: &Options) -> Result<Block, Error> {
    let name = blocks.arrival().name.clone();
    let is_whole = first.continuation() == Continuation::End;
    let may_be = json_table::may_be(&registry.head((&name, valid_prefix(first.bytes())), is_whole, options));
    if !may_be {
        return Ok(first);
    }
    let bytes = blocks.gather(&first)?;
    let Ok(text) = std::str::from_utf8(&bytes) else { return blocks.replace(bytes) };
    match json_table::read(&registry.head((&name, text), true, options))? {
        None => blocks.replace(bytes),
        Some(table) => {
            let arrival = blocks.arrival_mut();
            arrival.told.extend(table.told);
            arrival.places = Some(Arc::new(table.places));
            blocks.replace(table.text.into_bytes())
        }
    }
}

/// The longest start of `bytes` that is UTF-8.
pub(crate) fn valid_prefix(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    }
}

fn format_of(
    registry: Registry<'_>,
    (name, text): (&str, &str),
    tail: Continuation,
    options: &Options,
) -> Result<Option<Format>, Error> {
    let head = registry.head((name, text), tail == Continuation::End, options);
    let format = registry.detect(&head)?;
    Ok(format.filter(|format| registry.streams(*format, &head)))
}

impl RecordSource {
    /// Whether its rows are works of OpenAlex.
    pub(crate) fn is_openalex(&self) -> bool {
        self.format == OPENALEX.format()
    }

    /// The headers of a table; its first block is still at its start.
    ///
    /// # Errors
    /// A quote in the first row is not closed.
    pub(crate) fn table_head(&self, options: &Options) -> Result<TableHead, Error> {
        let text = valid_prefix(self.first.bytes());
        let delimiter = delimiter::detect(text, &self.name, options);
        let headers = headers(text, delimiter, &self.name)?;
        let (name, short_name, profile) = (self.name.clone(), self.short_name.clone(), self.profile.clone());
        Ok(TableHead {
            name,
            short_name,
            arrival: self.blocks.arrival().clone(),
            format: self.format,
            delimiter,
            headers,
            sample: first_rows::window(text).into(),
            work: None,
            kinds: Vec::new(),
            profile,
        })
    }

    /// Whether the institutions of a work stand in several columns.
    ///
    /// # Errors
    /// As for [`Self::table_head`], and where the columns of the table are unclear.
    pub(crate) fn has_several_columns(&self, options: &Options) -> Result<bool, Error> {
        if !self.format.is_delimited() {
            return Ok(false);
        }
        let head = self.table_head(options)?;
        Ok(head.table(&mut CorpusAssembler::new(options), "", options)?.layout.has_several())
    }

    /// Registers the input and finds out how its rows are written; the first block is left at the first row.
    pub(crate) fn header(&mut self, gather: &mut CorpusAssembler<'_>, options: &Options) -> Result<Header, Error> {
        let mark = if self.first.bytes().starts_with(MARK.as_bytes()) { MARK.len() } else { 0 };
        self.first.skip(mark);
        gather.arrive(self.blocks.arrival().clone());
        if !self.format.is_delimited() {
            let is_openalex = self.format == OPENALEX.format();
            let citation = if is_openalex { openalex::credit(self.first.bytes()) } else { "" };
            let as_of = day_in_name(&self.short_name);
            let registered = Registered {
                name: self.short_name.clone(),
                citation: citation.to_owned(),
                as_of,
                // The project's own lines do not state what their works are.
                kind: (!is_openalex).then_some(WorkKind::Work),
                ..Registered::default()
            };
            let input = gather.input(&self.name, registered);
            let format = if is_openalex { RowFormat::OpenAlex } else { RowFormat::Own };
            return Ok(Header { input, format, start: (0, mark as u64) });
        }
        let text = valid_prefix(self.first.bytes());
        let delimiter = delimiter::detect(text, &self.name, options);
        let headers = headers(text, delimiter, &self.name)?;
        let (name, short_name) = (&self.name, &self.short_name);
        let source = Delimited { name, short_name, text, sample: text, delimiter, headers };
        let mut table = table::prepare(gather, &source, self.format, options)?;
        table.profile.clone_from(&self.profile);
        let (input, columns) = (table.input, TableColumns::of(&table));
        let before = separator_line(text).map_or(0, |(_, length)| length);
        let start = text.len() - text[before..].trim_start_matches(['\n', '\r']).len();
        let mut piece = Chunk { start, limit: start + 1, ..Chunk::default() };
        cells::scan(self.first.bytes(), &mut piece, columns.wanted, self.first.continuation());
        let lines = crate::source::position::line_ends(&self.first.bytes()[..piece.end], None);
        self.first.skip(piece.end);
        Ok(Header {
            input,
            format: RowFormat::Table(Box::new(columns)),
            start: (lines, self.blanked + (mark + piece.end) as u64),
        })
    }
}

/// A table whose rows can be read one by one, whatever stands in the others.
#[derive(Debug)]
pub(crate) struct TableHead {
    name: String,
    short_name: String,
    arrival: Arrival,
    format: Format,
    delimiter: u8,
    headers: Vec<String>,
    /// The header and the first rows.
    sample: Box<str>,
    /// The column of works.
    pub(crate) work: Option<usize>,
    /// The columns that tell models from papers.
    pub(crate) kinds: Vec<usize>,
    profile: Option<ColumnProfile>,
}

/// Whether an input is a table that can be read row by row.
///
/// # Errors
/// As for [`open`], and where only reading all works gives the answer.
pub(crate) fn is_table(input: &Input, options: &Options) -> Result<bool, Stop> {
    Ok(open_rows(input, options)?.format.is_delimited())
}

/// Opens an input that can be read row by row.
fn open_rows(input: &Input, options: &Options) -> Result<RecordSource, Stop> {
    if *input == Input::StandardInput {
        return Err(FullReason::StandardInput.into());
    }
    if options.level != Level::Recorded {
        return Err(FullReason::GroupLevel.into());
    }
    if !options.exclude.is_nothing() {
        return Err(FullReason::Excluded.into());
    }
    match open(input, options)? {
        Source::Rows(source) => Ok(*source),
        Source::Whole(..) => Err(FullReason::Document.into()),
    }
}

/// Opens a table, whose columns may have been profiled.
///
/// # Errors
/// As for [`is_table`].
pub(crate) fn open_table(
    input: &Input,
    options: &Options,
    profile: Option<&ColumnProfile>,
) -> Result<(TableHead, RecordSource), Stop> {
    let mut source = open_rows(input, options)?;
    if !source.format.is_delimited() {
        return Err(FullReason::Document.into());
    }
    if matches!(options.group_by, GroupBy::Column(_)) {
        return Err(FullReason::GroupedRows.into());
    }
    source.profile = profile.cloned();
    let mut head = source.table_head(options)?;
    let layout = head.table(&mut CorpusAssembler::new(options), "", options)?.layout;
    if layout.has_several() {
        return Err(FullReason::SeveralColumns.into());
    }
    head.work = layout.get(Role::Work);
    head.kinds = [Role::Criteria, Role::Accessibility].into_iter().filter_map(|role| layout.get(role)).collect();
    Ok((head, source))
}

/// Opens works that stand one a line, as JSON.
///
/// # Errors
/// As for [`is_table`].
pub(crate) fn open_lines(input: &Input, options: &Options) -> Result<RecordSource, Stop> {
    let source = open_rows(input, options)?;
    if source.format.is_delimited() { Err(FullReason::Document.into()) } else { Ok(source) }
}

impl TableHead {
    /// What its columns show, where they were profiled.
    pub(crate) fn profile(&self) -> Option<&ColumnProfile> {
        self.profile.as_ref()
    }

    /// The table with some of its rows as its text, registered as an input.
    pub(crate) fn table<'t>(
        &'t self,
        gather: &mut CorpusAssembler<'_>,
        text: &'t str,
        options: &Options,
    ) -> Result<Table<'t>, Error> {
        let Self { name, short_name, delimiter, headers, profile, .. } = self;
        gather.arrive(self.arrival.clone());
        let (delimiter, headers) = (*delimiter, headers.clone());
        let source = Delimited { name, short_name, text, sample: &self.sample, delimiter, headers };
        let table = table::prepare(gather, &source, self.format, options)?;
        Ok(Table { profile: profile.clone(), ..table })
    }
}
