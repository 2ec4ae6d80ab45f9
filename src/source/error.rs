//! Why an input could not be read at all.

use std::fmt;

use crate::corpus::place;
use crate::messages::language::Language;
use crate::messages::{Localizer, Message};

/// One clear sentence: where, what was found and expected, and how to fix it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The input as the user named it.
    pub file: String,
    /// Line, 1-based, where the error has a location.
    pub line: Option<u64>,
    /// Column in characters, 1-based, where the error has a location.
    pub column: Option<u64>,
    /// What was found, what was expected, how to fix it.
    pub message: Message,
}

impl Error {
    /// An error about an input as a whole.
    #[must_use]
    pub fn whole(file: &str, message: Message) -> Self {
        Self { file: file.to_owned(), line: None, column: None, message }
    }

    /// An error at a line and column (1-based, in characters).
    #[must_use]
    pub fn at(file: &str, line: u64, column: u64, message: Message) -> Self {
        Self { line: Some(line), column: Some(column), ..Self::whole(file, message) }
    }

    /// The message in a language, without the location.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        Localizer::new(language).render(&self.message)
    }

    /// `file:line:column`, as far as known; in a sheet of a workbook the cell (`book.xlsx!Sheet1!B7`).
    #[must_use]
    pub fn place(&self) -> String {
        place::written(&self.file, self.line.unwrap_or(0), self.column.unwrap_or(0))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place(), self.text(Language::English))
    }
}

impl std::error::Error for Error {}
