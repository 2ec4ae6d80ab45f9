//! JSON of an answer's record.

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

/// Writes the record, with a final line feed.
#[must_use]
pub fn write(answer: &Answer, options: &Options) -> String {
    let mut text = match options.form {
        JsonStyle::Pretty => answer.record.pretty(),
        JsonStyle::Compact => answer.record.compact(),
    };
    text.push('\n');
    text
}
