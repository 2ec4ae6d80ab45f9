//! What sniffing looks at: the text of an input, or its first part, each view of it parsed once.

use std::cell::OnceCell;

use serde::de::IgnoredAny;

use crate::format::delimiter;
use crate::format::header_row::HeaderRow;
use crate::format::info::Syntax;
use crate::format::json_shape::{self, Schema, Verdict};
use crate::format::table_shape::{self, TableShape};
use crate::ingest::delimited::Reader;
use crate::ingest::options::Options;
use crate::source::error::Error;
use crate::source::input::body;

/// A text to be recognised.
pub(crate) struct Head<'t> {
    /// The input as the user named it.
    pub(crate) name: &'t str,
    pub(crate) text: &'t str,
    /// Whether `text` is all of the input, and not a first part.
    pub(crate) is_whole: bool,
    pub(crate) options: &'t Options,
    syntax: Syntax,
    json: OnceCell<Verdict>,
    header: OnceCell<Result<HeaderRow, Error>>,
    shape: OnceCell<Option<TableShape>>,
}

impl<'t> Head<'t> {
    pub(crate) fn new((name, text): (&'t str, &'t str), is_whole: bool, options: &'t Options, syntax: Syntax) -> Self {
        let (json, header, shape) = Default::default();
        Self { name, text, is_whole, options, syntax, json, header, shape }
    }

    /// The text without a byte-order mark and white space before it.
    pub(crate) fn body(&self) -> &'t str {
        body(self.text)
    }

    pub(crate) fn syntax(&self) -> Syntax {
        self.syntax
    }

    /// The local name of the root element; `None` where the text is no XML or has none.
    pub(crate) fn root(&self) -> Option<&'t str> {
        (self.syntax == Syntax::Xml).then(|| root_of(self.text)).flatten()
    }

    /// What a JSON text holds; `None` where it is no JSON.
    pub(crate) fn json(&self) -> Option<&Verdict> {
        let verdict = || json_shape::verdict(self.text, self.is_whole);
        (self.syntax == Syntax::Json).then(|| self.json.get_or_init(verdict))
    }

    /// Whether a JSON text holds records of this schema, or was meant to.
    pub(crate) fn has_schema(&self, schema: Schema) -> bool {
        matches!(self.json(), Some(Verdict::Read(found) | Verdict::Broken(Some(found))) if *found == schema)
    }

    /// The first row of a delimited text; `None` where it is none, or the row cannot be read.
    pub(crate) fn header(&self) -> Option<&HeaderRow> {
        self.header_row().and_then(|row| row.as_ref().ok())
    }

    /// The error of a delimited text whose first row cannot be read.
    pub(crate) fn header_error(&self) -> Option<&Error> {
        self.header_row().and_then(|row| row.as_ref().err())
    }

    fn header_row(&self) -> Option<&Result<HeaderRow, Error>> {
        let row = || HeaderRow::read(self.text, self.name, self.options);
        (self.syntax == Syntax::Delimited).then(|| self.header.get_or_init(row))
    }

    /// The shape of a delimited text that is no table with headers; found by all of its rows.
    pub(crate) fn table_shape(&self) -> Option<TableShape> {
        let header = self.header().filter(|_| self.is_whole)?;
        *self.shape.get_or_init(|| table_shape::of(self.text, header, self.options))
    }

    /// Whether this text decides on the format, whatever follows it.
    pub(crate) fn is_decisive(&self) -> bool {
        self.is_whole
            || match self.syntax {
                Syntax::Json => self.has_record_lines() && !matches!(self.json(), Some(Verdict::Open(..))),
                // The first line may be of any length.
                Syntax::Delimited => {
                    let delimiter = delimiter::detect(self.text, self.name, self.options);
                    Reader::new(self.text, delimiter).next_row().is_ok()
                        && !self.header().is_some_and(|row| table_shape::is_possible(self.text, row, self.options))
                }
                Syntax::Xml | Syntax::Own(_) => true,
            }
    }

    /// Whether a JSON text is one object a line: one stands on the first line, and is no page of results.
    pub(crate) fn has_record_lines(&self) -> bool {
        let start = self.body();
        let is_complete = self.is_whole || memchr::memchr(b'\n', start.as_bytes()).is_some();
        let first = start.lines().next().unwrap_or_default();
        is_complete
            && start.starts_with('{')
            && !first.contains("\"results\"")
            && serde_json::from_str::<IgnoredAny>(first).is_ok()
    }
}

/// The local name of the first element of an XML text.
fn root_of(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches('\u{FEFF}');
    loop {
        rest = rest.get(rest.find('<')? + 1..)?;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.get(comment.find("-->")?..)?;
        } else if !rest.starts_with(['?', '!']) {
            break;
        }
    }
    let name = rest.split(|ch: char| ch.is_whitespace() || matches!(ch, '>' | '/')).next().unwrap_or("");
    name.rsplit(':').next()
}
