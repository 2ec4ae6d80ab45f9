//! JSON of an answer: its record and its statements.

use crate::answer::Answer;

/// JSON options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Layout of the JSON text.
    pub form: JsonStyle,
}

/// Layout of a JSON text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JsonStyle {
    /// Indented by two spaces.
    #[default]
    Pretty,
    /// On one line.
    Compact,
}

/// Writes the record with the statements, and a final line feed.
#[must_use]
pub fn write(answer: &Answer, options: &Options) -> String {
    let mut text = match options.form {
        JsonStyle::Pretty => answer.json().pretty(),
        JsonStyle::Compact => answer.json().compact(),
    };
    text.push('\n');
    text
}
