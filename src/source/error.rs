//! Why an input could not be read at all.

use std::fmt;

use crate::corpus::place;
use crate::korean::settle;
use crate::messages::{Localizer, Message};

/// One clear sentence: where, what was found and expected, and the way out. English and Korean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The input as the user named it.
    pub file: String,
    /// Line, 1-based, where the error has a location.
    pub line: Option<u64>,
    /// Column in characters, 1-based, where the error has a location.
    pub column: Option<u64>,
    /// What was found, what was expected, the way out.
    pub message: String,
    /// The same in Korean.
    pub message_ko: String,
}

impl Error {
    /// An error about an input as a whole.
    #[must_use]
    pub fn whole(file: &str, message: impl Into<String>, message_ko: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            column: None,
            message: message.into(),
            message_ko: settle(&message_ko.into()),
        }
    }

    /// An error at a line and column (1-based, in characters).
    #[must_use]
    pub fn at(file: &str, line: u64, column: u64, message: impl Into<String>, message_ko: impl Into<String>) -> Self {
        Self { line: Some(line), column: Some(column), ..Self::whole(file, message, message_ko) }
    }

    /// An error about an input as a whole, in every language.
    #[must_use]
    pub fn of(file: &str, message: &Message) -> Self {
        let (message, message_ko) = Localizer::in_both(message);
        Self { file: file.to_owned(), line: None, column: None, message, message_ko }
    }

    /// An error at a line and column (1-based, in characters), in every language.
    #[must_use]
    pub fn of_at(file: &str, (line, column): (u64, u64), message: &Message) -> Self {
        Self { line: Some(line), column: Some(column), ..Self::of(file, message) }
    }

    /// `file:line:column`, as far as known; in a sheet of a workbook the cell (`book.xlsx!Sheet1!B7`).
    #[must_use]
    pub fn place(&self) -> String {
        place::written(&self.file, self.line.unwrap_or(0), self.column.unwrap_or(0))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place(), self.message)
    }
}

impl std::error::Error for Error {}
