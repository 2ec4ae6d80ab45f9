//! Delimited exports of bibliographic databases: tables whose columns a database has named, one publication a row.
//!
//! An export is known by its headers. `--columns` with a column of institutions that the export's reader does not read itself
//! asks for the reading of any table instead.

use std::borrow::Cow;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

use crate::corpus::naming::fold;
use crate::format::decoder::{Confidence, Decoder};
use crate::format::delimiter;
use crate::format::document::Document;
use crate::format::head::Head;
use crate::format::header_row::HeaderRow;
use crate::format::info::FormatInfo;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::columns::Layout;
use crate::ingest::delimited::Reader;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
use crate::ingest::options::{Addresses, Options};
use crate::ingest::publications::{ExportSource, Publication, Publications};
use crate::ingest::role::Role;
use crate::ingest::row_notices::{Cells, tell_decoded};
use crate::ingest::rows::{self, unclosed};
use crate::message;
use crate::messages::List;
use crate::normalize::entities;
use crate::normalize::text::{clean, trim};
use crate::source::error::Error;
use crate::source::position::{Anchor, offset_in};

/// Columns that a notice names as examples.
const SHOWN: usize = 3;

/// How cells are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quoting {
    /// As RFC 4180 has it.
    Quotes,
    /// Not at all: a quotation mark is a letter, and every line is a row. Cells are parted by tabs, unless the user says else.
    None,
}

/// A row: its cells as they are read.
#[derive(Debug)]
pub(crate) struct ExportRow<'t> {
    pub(crate) anchor: Anchor,
    pub(crate) raw: &'t str,
    pub(crate) cells: Vec<Cow<'t, str>>,
}

impl<'t> ExportRow<'t> {
    /// The cell of a column; empty where there is none, and where R wrote that there is none.
    pub(crate) fn cell(&self, column: Option<usize>) -> &str {
        match column.and_then(|column| self.cells.get(column)).map_or("", |cell| trim(cell)) {
            "NA" => "",
            cell => cell,
        }
    }
}

/// An export with its headers.
#[derive(Debug)]
pub(crate) struct Export<'t> {
    text: &'t str,
    delimiter: u8,
    quoting: Quoting,
    pub(crate) headers: Vec<String>,
    folded: Vec<String>,
    /// Columns that were found.
    found: RefCell<BTreeSet<usize>>,
}

/// The text behind the sentence that Dimensions writes before the header.
fn behind_preface(text: &str) -> &str {
    let text = text.trim_start_matches('\u{FEFF}');
    if !starts_with_preface(text) {
        return text;
    }
    text.split_once('\n').map_or(text, |(_, rest)| rest)
}

/// Whether a text starts with the sentence of Dimensions.
pub(crate) fn starts_with_preface(text: &str) -> bool {
    text.trim_start_matches(['\u{FEFF}', '"']).starts_with("About the data")
}

impl<'t> Export<'t> {
    /// Finds the header row.
    ///
    /// # Errors
    /// A quote in it is not closed.
    pub(crate) fn new(document: &Document<'t>, quoting: Quoting, options: &Options) -> Result<Self, Error> {
        let text = behind_preface(document.text);
        let (delimiter, headers) = match quoting {
            Quoting::Quotes => {
                let delimiter = delimiter::detect(text, document.name, options);
                (delimiter, rows::headers(text, delimiter, document.name)?)
            }
            Quoting::None => {
                let (first, delimiter) = (text.lines().next().unwrap_or(""), options.delimiter.unwrap_or(b'\t'));
                (delimiter, first.split(char::from(delimiter)).map(|cell| clean(cell).into_owned()).collect())
            }
        };
        let folded = headers.iter().map(|header| fold(header)).collect();
        Ok(Self { text, delimiter, quoting, headers, folded, found: RefCell::default() })
    }

    /// The column of the first header that is there, without case and punctuation.
    pub(crate) fn find(&self, names: &[&str]) -> Option<usize> {
        let column = names.iter().find_map(|name| self.folded.iter().position(|header| header == name));
        self.found.borrow_mut().extend(column);
        column
    }

    /// Tells how many columns have a part in answers, where others have none. Exports have dozens that nothing asks for.
    fn tell_columns(&self, publications: &mut Publications<'_, '_>) {
        let found = self.found.borrow();
        let named = || (0..self.headers.len()).filter(|&column| !self.headers[column].is_empty());
        let others: Vec<&str> =
            named().filter(|column| !found.contains(column)).map(|column| self.headers[column].as_str()).collect();
        if others.is_empty() {
            return;
        }
        let all = named().count();
        let shown = others.iter().take(SHOWN).map(|header| message!("ingest-quoted", text = *header));
        let told = message!("formats-columns-read", read = all - others.len(), all = all, others = List::comma(shown));
        let place = SourceLocation { input: publications.input, line: 0, column: 0 };
        publications.assembler.tell(Kind::Other, place, &told);
    }

    /// Hands on the rows below the header, one by one, until it is told to stop. O(bytes).
    ///
    /// # Errors
    /// A quote is not closed.
    pub(crate) fn each(
        &self,
        document: &Document<'t>,
        mut take: impl FnMut(ExportRow<'t>) -> ControlFlow<()>,
    ) -> Result<(), Error> {
        match self.quoting {
            Quoting::Quotes => self.quoted(document, &mut take),
            Quoting::None => {
                self.unquoted(document, &mut take);
                Ok(())
            }
        }
    }

    /// The first rows, or all of them. O(bytes of the rows).
    ///
    /// # Errors
    /// A quote is not closed.
    pub(crate) fn rows(&self, document: &Document<'t>, most: usize) -> Result<Vec<ExportRow<'t>>, Error> {
        let mut rows = Vec::new();
        self.each(document, |row| {
            rows.push(row);
            if rows.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        Ok(rows)
    }

    fn quoted(
        &self,
        document: &Document<'t>,
        take: &mut dyn FnMut(ExportRow<'t>) -> ControlFlow<()>,
    ) -> Result<(), Error> {
        let start = offset_in(document.text, self.text).unwrap_or(0);
        let line = document.index.locate(start).line;
        let mut reader = Reader::from_row(document.text, self.delimiter, start, line);
        let mut is_header = true;
        while let Some(row) = reader.next_row().map_err(|error| unclosed(document.name, error))? {
            if std::mem::take(&mut is_header) || row.is_empty() {
                continue;
            }
            let cells: Vec<Cow<'t, str>> = (0..row.len()).map(|column| row.text(column)).collect();
            let (first, last) = (row.raw(0), row.raw(row.len() - 1));
            let end = offset_in(document.text, last).map_or(0, |at| at + last.len());
            let raw = offset_in(document.text, first).and_then(|at| document.text.get(at..end)).unwrap_or("");
            if take(ExportRow { anchor: row.anchor(), raw, cells }).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn unquoted(&self, document: &Document<'t>, take: &mut dyn FnMut(ExportRow<'t>) -> ControlFlow<()>) {
        for line in self.text.lines().skip(1).filter(|line| !line.trim().is_empty()) {
            let row = ExportRow {
                anchor: document.index.anchor(offset_in(document.text, line).unwrap_or(0)),
                raw: line,
                cells: line.split(char::from(self.delimiter)).map(Cow::Borrowed).collect(),
            };
            if take(row).is_break() {
                break;
            }
        }
    }
}

/// What was unexpected in the cells of the rows of an export.
#[derive(Debug)]
pub(crate) struct Cleaning {
    width: usize,
    decoded: Cells,
    wide: Cells,
    narrow: Cells,
}

impl Cleaning {
    pub(crate) fn of(export: &Export<'_>) -> Self {
        let (decoded, wide, narrow) = Default::default();
        Self { width: export.headers.len(), decoded, wide, narrow }
    }

    /// Decodes the characters of web pages in all cells of a row, and takes empty cells beyond the header away.
    pub(crate) fn clean(&mut self, location: SourceLocation, row: &mut ExportRow<'_>) {
        // Trailing tabs, and last columns without a header, are no cells that matter where they are empty.
        while row.cells.len() > self.width && row.cells.last().is_some_and(|cell| trim(cell).is_empty()) {
            row.cells.pop();
        }
        match row.cells.len().cmp(&self.width) {
            Ordering::Greater => self.wide.add(location),
            Ordering::Less => self.narrow.add(location),
            Ordering::Equal => {}
        }
        for cell in &mut row.cells {
            if entities::is_in(cell.as_bytes()) {
                self.decoded.add(location);
                *cell = Cow::Owned(entities::decoded(cell.as_ref()).into_owned());
            }
        }
    }

    /// Tells of it.
    pub(crate) fn tell(&self, publications: &mut Publications<'_, '_>) {
        let Self { width, decoded, wide, narrow } = self;
        tell_decoded(publications.assembler, *decoded);
        if wide.count > 0 {
            let told = message!("formats-wide-rows", count = wide.count, width = *width);
            publications.assembler.tell(Kind::ExtraCells, wide.first, &told);
        }
        if narrow.count > 0 {
            let told = message!("formats-narrow-rows", count = narrow.count, width = *width);
            publications.assembler.tell(Kind::MissingCells, narrow.first, &told);
        }
    }
}

/// Reads an export whose rows are publications: `generation` names its kind by its columns, `publication` reads a row
/// that has been cleaned.
pub(crate) fn read_publications(
    document: &Document<'_>,
    options: &Options,
    assembler: &mut CorpusAssembler<'_>,
    (source, generation): (ExportSource, impl FnOnce(&Export<'_>) -> &'static str),
    publication: impl for<'r> Fn(&Publications<'_, '_>, &Export<'_>, &'r ExportRow<'_>) -> Publication<'r>,
) -> Result<(), Error> {
    let export = Export::new(document, Quoting::Quotes, options)?;
    let mut publications = Publications::new(assembler, document, (source, generation(&export)), &options.whole_names);
    add_rows(&mut publications, (document, &export), |publications, cleaning, mut row| {
        let location = document.record_at(publications.input, row.anchor);
        cleaning.clean(location.row(), &mut row);
        let publication = publication(publications, &export, &row);
        publications.add(&location, &publication);
    })?;
    publications.finish(document)
}

/// Adds the publication of every row, one by one: no row is kept.
///
/// # Errors
/// A quote is not closed.
pub(crate) fn add_rows<'t>(
    publications: &mut Publications<'_, '_>,
    (document, export): (&Document<'t>, &Export<'t>),
    mut add: impl FnMut(&mut Publications<'_, '_>, &mut Cleaning, ExportRow<'t>),
) -> Result<(), Error> {
    let mut cleaning = Cleaning::of(export);
    export.each(document, |row| {
        add(publications, &mut cleaning, row);
        ControlFlow::Continue(())
    })?;
    cleaning.tell(publications);
    export.tell_columns(publications);
    Ok(())
}

/// Reads an export into the corpus.
type ReadExport = fn(&Document<'_>, &Options, &mut CorpusAssembler<'_>) -> Result<(), Error>;

/// A format of delimited exports.
pub(crate) struct ExportDecoder {
    pub(crate) info: &'static FormatInfo,
    /// Whether headers, or what stands below them, are those of the export.
    pub(crate) is_such: fn(&Head<'_>, &HeaderRow) -> bool,
    /// Folded headers of the columns that the reader takes institutions from.
    pub(crate) institutions: &'static [&'static str],
    pub(crate) read: ReadExport,
}

impl Decoder for ExportDecoder {
    fn info(&self) -> &'static FormatInfo {
        self.info
    }

    fn sniff(&self, head: &Head<'_>) -> Confidence {
        let is_such =
            head.header().is_some_and(|row| (self.is_such)(head, row) && !is_overridden(head, row, self.institutions));
        Confidence::Certain.when(is_such)
    }

    fn read(
        &self,
        document: &Document<'_>,
        options: &Options,
        assembler: &mut CorpusAssembler<'_>,
    ) -> Result<(), Error> {
        (self.read)(document, options, assembler)
    }

    fn holds_works(&self) -> bool {
        true
    }
}

/// Whether the user takes addresses as names, names columns of ties, or a column of institutions that is there and that the export's reader does not
/// read.
pub(crate) fn is_overridden(head: &Head<'_>, row: &HeaderRow, own: &[&str]) -> bool {
    if head.options.addresses == Addresses::AsNames {
        return true;
    }
    let Some(columns) = &head.options.columns else { return false };
    let preface = starts_with_preface(head.text);
    let named = columns.get(Role::Institutions);
    let is_other = |named: &str| {
        let at = Layout::find(named, &row.headers);
        at.is_some_and(|at| row.headers.get(at).is_some_and(|header| !own.contains(&fold(header).as_str())))
    };
    columns.is_of_ties() || !preface && named.is_some_and(is_other)
}
