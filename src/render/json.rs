//! The record of an answer as JSON.

use crate::answer::Answer;

/// How the JSON is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Indented, or on one line.
    pub form: Form,
}

/// The form of a JSON text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
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
        Form::Pretty => answer.record.pretty(),
        Form::Compact => answer.record.compact(),
    };
    text.push('\n');
    text
}
