//! The language of sentences and names.

use crate::corpus::institution::Names;

/// In which language an answer is told.
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
    /// Picks the sentence of this language.
    #[must_use]
    pub fn say(self, english: impl Into<String>, korean: impl Into<String>) -> String {
        if self == Self::Korean { korean.into() } else { english.into() }
    }

    /// How an institution is called in a sentence: `KAIST`, `카이스트`, or `KAIST (카이스트)`.
    #[must_use]
    pub fn name(self, names: &Names) -> String {
        match (self, names.label_ko()) {
            (Self::Korean, Some(korean)) => korean.to_owned(),
            (Self::Both, Some(korean)) if korean != names.label() => format!("{} ({korean})", names.label()),
            _ => names.label().to_owned(),
        }
    }
}
