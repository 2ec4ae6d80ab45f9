//! Output language of sentences and names.

use crate::corpus::institution::Names;

/// Output language of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English sentences, English names.
    English,
    /// Korean sentences, Korean names where there are any.
    Korean,
    /// English sentences, both names.
    #[default]
    Both,
}

impl Language {
    /// Selects the text of this language.
    #[must_use]
    pub fn say(self, english: impl Into<String>, korean: impl Into<String>) -> String {
        if self == Self::Korean { korean.into() } else { english.into() }
    }

    /// Name of an institution in this language: `KAIST`, `카이스트`, or `KAIST (카이스트)`.
    #[must_use]
    pub fn name(self, names: &Names) -> String {
        match (self, names.label_ko()) {
            (Self::Korean, Some(korean)) => korean.to_owned(),
            (Self::Both, Some(korean)) if korean != names.label() => format!("{} ({korean})", names.label()),
            _ => names.label().to_owned(),
        }
    }
}
