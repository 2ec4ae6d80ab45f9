//! The record of an answer as JSON.

use crate::answer::told::Answer;

/// How the JSON is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Indented, or on one line.
    pub form: JsonStyle,
}

/// The form of a JSON text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JsonStyle {
    /// Indented by two spaces.
    #[default]
    Pretty,
    /// On one line.
    Compact,
}

/// Writes the record, with a line feed at the end.
#[must_use]
pub fn write(answer: &Answer, options: &Options) -> String {
    let mut text = match options.form {
        JsonStyle::Pretty => answer.record.pretty(),
        JsonStyle::Compact => answer.record.compact(),
    };
    text.push('\n');
    text
}
