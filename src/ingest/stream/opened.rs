//! An input that can be read block by block: its format, and how its rows look.

use crate::corpus::table::InputMetadata as Registered;
use crate::ingest::authority::Level;
use crate::ingest::columns::Role;
use crate::ingest::delimited::Reader;
use crate::ingest::error::Error;
use crate::ingest::format::{self, Format, Syntax};
use crate::ingest::gather::Gather;
use crate::ingest::input::{Input, day_in_name, empty, foreign, not_utf8};
use crate::ingest::load::mismatch;
use crate::ingest::openalex;
use crate::ingest::options::{GroupBy, Options};
use crate::ingest::rows::{Learned, Table, headers, unclosed};
use crate::ingest::shape;
use crate::ingest::shapes;
use crate::ingest::stream::blocks::{Block, Blocks};
use crate::ingest::stream::cells::{self, Tail};
use crate::ingest::stream::rows::Piece;
use crate::ingest::stream::teams::{Columns, Shape};
use crate::ingest::table::{self, Delimited};

/// The mark that some programs put before a text.
const MARK: &str = "\u{FEFF}";

/// An input whose first block has been read.
pub(crate) struct Opened {
    pub(crate) name: String,
    short_name: String,
    pub(crate) format: Format,
    pub(crate) blocks: Blocks,
    pub(crate) first: Block,
    /// What whole columns say, where that was learned before.
    pub(crate) learned: Option<Learned>,
    /// Whether reading ends where the meaning of a comma would have to be learned first.
    pub(crate) ends_at_commas: bool,
}

/// An input that was opened.
pub(crate) enum Opening {
    /// It can be read row by row.
    Rows(Box<Opened>),
    /// Its format must be read whole.
    Whole(Blocks, Block),
}

/// Opens an input.
///
/// # Errors
/// As for [`crate::ingest::load()`].
pub(crate) fn open(input: &Input, options: &Options) -> Result<Opening, Error> {
    let (name, short_name) = (input.name(), input.short_name());
    let (mut blocks, mut first) = (Blocks::open(input)?, Block::default());
    blocks.read(&mut first)?;
    if let Some(error) = foreign(first.bytes(), &name) {
        return Err(error);
    }
    // Rows are looked at as they are read; the header is not among them. A letter may be cut by the end of the block.
    if let Err(error) = std::str::from_utf8(first.bytes())
        && (error.error_len().is_some() || first.tail() == Tail::End)
    {
        return Err(not_utf8(first.bytes(), error.valid_up_to(), &name, 0));
    }
    let text = head(first.bytes());
    if text.trim_start_matches(MARK).trim().is_empty() && first.tail() == Tail::End && text.len() == first.bytes().len()
    {
        return Err(empty(&name));
    }
    Ok(match format_of(&name, text, first.tail(), options)? {
        Some(format) => Opening::Rows(Box::new(Opened {
            name,
            short_name,
            format,
            blocks,
            first,
            learned: None,
            ends_at_commas: false,
        })),
        None => Opening::Whole(blocks, first),
    })
}

/// The longest start of `bytes` that is UTF-8.
pub(crate) fn head(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    }
}

fn format_of(name: &str, text: &str, tail: Tail, options: &Options) -> Result<Option<Format>, Error> {
    let syntax = Syntax::of(text);
    let format = match options.format {
        Some(format) if format.syntax() != syntax => return Err(mismatch(name, format, syntax)),
        Some(format) => format,
        None => match syntax {
            // What is no list of lines is read whole, and what it is is told then.
            Syntax::Json if !is_one_a_line(text, tail) => return Ok(None),
            Syntax::Json => match shapes::format_of_lines(text, tail == Tail::End, name)? {
                Some(format) => format,
                None => return Ok(None),
            },
            Syntax::Delimited => {
                let delimiter = format::delimiter(text, name);
                let whole = tail == Tail::End || Reader::new(text, delimiter).next_row().is_ok();
                match whole.then(|| headers(text, delimiter, name)).transpose()? {
                    // A matrix is known by all of its rows.
                    Some(headers) if shape::is_possible(text, delimiter, &headers, options) => return Ok(None),
                    Some(headers) => format::of_named_headers(&headers, options.columns.as_ref()),
                    None => return Ok(None),
                }
            }
            Syntax::Xml | Syntax::Pajek | Syntax::Gml => return Ok(None),
        },
    };
    Ok(match format {
        Format::Epoch | Format::Table => Some(format),
        Format::OpenAlex | Format::JsonLines if is_one_a_line(text, tail) => Some(format),
        _ => None,
    })
}

/// Whether a whole object stands on the first line, and is no page of results.
fn is_one_a_line(text: &str, tail: Tail) -> bool {
    let start = text.trim_start_matches(MARK).trim_start();
    let whole = tail == Tail::End || memchr::memchr(b'\n', start.as_bytes()).is_some();
    let first = start.lines().next().unwrap_or_default();
    let is_page = first.contains("\"results\"");
    whole && start.starts_with('{') && !is_page && serde_json::from_str::<serde::de::IgnoredAny>(first).is_ok()
}

impl Opened {
    /// Registers the input and finds out how its rows look; the first block is left at the first row. Gives the
    /// number of the input, the shape, and the lines and bytes that were stepped over.
    pub(crate) fn shape(
        &mut self,
        gather: &mut Gather<'_>,
        options: &Options,
    ) -> Result<(u16, Shape, (u64, u64)), Error> {
        let mark = if self.first.bytes().starts_with(MARK.as_bytes()) { MARK.len() } else { 0 };
        self.first.skip(mark);
        if !self.format.is_delimited() {
            let is_openalex = self.format == Format::OpenAlex;
            let citation = if is_openalex { openalex::credit(self.first.bytes()) } else { "" };
            let as_of = day_in_name(&self.short_name);
            let registered = Registered {
                name: self.short_name.clone(),
                citation: citation.to_owned(),
                as_of,
                ..Registered::default()
            };
            let input = gather.input(&self.name, registered);
            return Ok((input, if is_openalex { Shape::OpenAlex } else { Shape::Own }, (0, mark as u64)));
        }
        let text = head(self.first.bytes());
        let delimiter = format::delimiter(text, &self.name);
        let headers = headers(text, delimiter, &self.name)?;
        let source = Delimited { name: &self.name, short_name: &self.short_name, text, delimiter, headers };
        let mut table = table::prepare(gather, &source, self.format, options)?;
        table.learned.clone_from(&self.learned);
        let (input, columns) = (table.input, Columns::of(&table));
        let start = text.len() - text.trim_start_matches(['\n', '\r']).len();
        let mut piece = Piece { start, limit: start + 1, ..Piece::default() };
        cells::scan(self.first.bytes(), &mut piece, columns.wanted, self.first.tail());
        let lines = crate::ingest::position::line_ends(&self.first.bytes()[..piece.end], None);
        self.first.skip(piece.end);
        Ok((input, Shape::Table(columns), (lines, (mark + piece.end) as u64)))
    }
}

/// A table whose rows can be read one by one, whatever stands in the others.
pub(crate) struct Plain {
    name: String,
    short_name: String,
    format: Format,
    delimiter: u8,
    headers: Vec<String>,
    /// The column of works.
    pub(crate) work: Option<usize>,
    /// The columns that tell models from papers.
    pub(crate) kinds: Vec<usize>,
    learned: Option<Learned>,
}

/// Opens a table, of which it may be known what its columns say; `None` when the input is no table, or cannot be read.
pub(crate) fn open_plain(input: &Input, options: &Options, learned: Option<&Learned>) -> Option<(Plain, Opened)> {
    let Ok(Opening::Rows(mut opened)) = open(input, options) else { return None };
    let is_grouped = matches!(options.group_by, GroupBy::Column(_));
    if !opened.format.is_delimited() || options.level != Level::Recorded || is_grouped {
        return None;
    }
    let text = head(opened.first.bytes());
    let delimiter = format::delimiter(text, &opened.name);
    let headers = headers(text, delimiter, &opened.name).ok()?;
    let (name, short_name, format) = (opened.name.clone(), opened.short_name.clone(), opened.format);
    opened.learned = learned.cloned();
    let learned = learned.cloned();
    let mut plain = Plain { name, short_name, format, delimiter, headers, work: None, kinds: Vec::new(), learned };
    let table = plain.table(&mut Gather::new(options), "", options)?;
    let layout = table.layout;
    plain.work = layout.get(Role::Work);
    plain.kinds = [Role::Criteria, Role::Accessibility].into_iter().filter_map(|role| layout.get(role)).collect();
    Some((plain, *opened))
}

/// Opens works that stand one a line, as JSON; `None` when the input holds none, or cannot be read.
pub(crate) fn open_lines(input: &Input, options: &Options) -> Option<Opened> {
    let Ok(Opening::Rows(opened)) = open(input, options) else { return None };
    (!opened.format.is_delimited() && options.level == Level::Recorded).then_some(*opened)
}

impl Plain {
    /// The table with some of its rows as its text, registered as an input.
    pub(crate) fn table<'t>(&'t self, gather: &mut Gather<'_>, text: &'t str, options: &Options) -> Option<Table<'t>> {
        let Self { name, short_name, delimiter, headers, learned, .. } = self;
        let source = Delimited { name, short_name, text, delimiter: *delimiter, headers: headers.clone() };
        let table = table::prepare(gather, &source, self.format, options).ok()?;
        Some(Table { learned: learned.clone(), ..table })
    }
}

/// The error of the row that starts at `row` of `text`, which could not be read; `line` is its line.
pub(crate) fn unclosed_row(name: &str, text: &str, delimiter: u8, line: u64) -> Error {
    let mut reader = Reader::new(text, delimiter);
    let error = loop {
        match reader.next_row() {
            Ok(Some(_)) => {}
            Ok(None) => break None,
            Err(error) => break Some(error),
        }
    };
    let Some(mut error) = error else {
        return Error::whole(name, "a quote is not closed", "따옴표가 닫히지 않았다");
    };
    error.opens.line += line - 1;
    error.closed_on = error.closed_on.map(|closed| closed + line - 1);
    unclosed(name, error)
}
