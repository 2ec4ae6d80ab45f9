//! Errors as exceptions of the package, each with its kind and, for inputs, its place.

use collabgraph::analysis::error::AnalysisError;
use collabgraph::messages::language::Language;
use collabgraph::source::error::Error;
use pyo3::prelude::*;

/// The exception of a kind; `place` is a file with line and column.
pub(crate) fn raise(py: Python<'_>, kind: &str, message: &str, place: Option<&str>) -> PyErr {
    let made = py.import("collabgraph._errors").and_then(|module| module.call_method1("of", (kind, message, place)));
    made.map_or_else(|error| error, PyErr::from_value)
}

/// An input that could not be read.
pub(crate) fn of_input(py: Python<'_>, error: &Error, language: Language) -> PyErr {
    let place = error.place();
    let sentence = error.text(language);
    raise(py, error.message.id, &format!("{place}: {}.", sentence.trim_end_matches('.')), Some(&place))
}

/// A question that has no answer.
pub(crate) fn of_analysis(py: Python<'_>, error: &AnalysisError, language: Language) -> PyErr {
    let kind = match error {
        AnalysisError::Message(message) => message.id,
        AnalysisError::Translated { .. } => "input",
    };
    raise(py, kind, &error.text(language), None)
}

/// A request that is not one: a wrong argument.
pub(crate) fn of_request(py: Python<'_>, error: &serde_json::Error) -> PyErr {
    // The place in the request's own text is of no use to who wrote the call.
    let text = error.to_string();
    let sentence = text.rsplit_once(" at line ").map_or(text.as_str(), |(sentence, _)| sentence);
    // Arguments of Python have underscores where options of the command have hyphens.
    let is_of_names = sentence.starts_with("unknown field");
    let sentence = if is_of_names { sentence.replace('-', "_") } else { sentence.to_owned() };
    raise(py, "argument", &sentence, None)
}
