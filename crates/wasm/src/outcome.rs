//! Errors as the page shows them.

use collabgraph::analysis::error::AnalysisError;
use collabgraph::messages::language::Language;
use serde_json::{Value, json};

/// Why a request has no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The data, or what was asked of them, do not allow it.
    Analysis(AnalysisError),
    /// The request is none.
    Request(String),
}

impl Failure {
    /// The sentence in both languages.
    pub(crate) fn json(&self) -> Value {
        match self {
            Self::Analysis(error) => {
                json!({ "error": { "en": error.text(Language::English), "ko": error.text(Language::Korean) } })
            }
            Self::Request(reason) => json!({ "error": { "en": reason, "ko": reason }, "malformed": true }),
        }
    }
}

impl<E: Into<AnalysisError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Analysis(error.into())
    }
}
