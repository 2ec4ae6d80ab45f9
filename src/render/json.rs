//! The record of an answer as JSON.

use crate::answer::told::Answer;

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
    let text = match options.form {
        Form::Pretty => serde_json::to_string_pretty(&answer.record),
        Form::Compact => serde_json::to_string(&answer.record),
    };
    // A value of strings, numbers and lists always has a text.
    let mut text = text.unwrap_or_else(|_| "null".to_owned());
    text.push('\n');
    text
}
