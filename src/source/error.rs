//! Why an input could not be read at all.

use std::fmt;

use crate::korean::settle;

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

    /// `file:line:column`, as far as known.
    #[must_use]
    pub fn place(&self) -> String {
        match (self.line, self.column) {
            (Some(line), Some(column)) => format!("{}:{line}:{column}", self.file),
            (Some(line), None) => format!("{}:{line}", self.file),
            _ => self.file.clone(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place(), self.message)
    }
}

impl std::error::Error for Error {}
