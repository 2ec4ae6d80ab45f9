//! Name authority: variants to preferred names, institutions to parents.

use crate::corpus::institution::Institution;

/// What an authority says about a recorded name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// Nothing: the name stands as recorded.
    Unknown,
    /// It is the preferred name (or one of the official names) of this institution.
    Preferred(&'a Institution),
    /// It is a listed spelling variant of this institution.
    Variant(&'a Institution),
    /// For this one work, the name means this institution; with the reason in English and Korean.
    Corrected(&'a Institution, &'a str, &'a str),
    /// The user's thesaurus drops it.
    Dropped,
}

/// At which level institutions are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// As recorded: families stay apart.
    #[default]
    Recorded,
    /// Rolled up to the topmost parent.
    Group,
}

/// A name authority.
#[derive(Clone, Debug, Default)]
pub struct Authority {}

impl Authority {
    /// Takes every name as it stands.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Every institution of the authority, in the order of its files.
    #[must_use]
    pub fn institutions(&self) -> &[Institution] {
        &[]
    }

    /// What it says about `recorded` (NFC, trimmed) in the record of `work`.
    #[must_use]
    pub fn judge(&self, recorded: &str, work: &str) -> Verdict<'_> {
        let _ = (recorded, work);
        Verdict::Unknown
    }

    /// The institution with this id.
    #[must_use]
    pub fn institution(&self, id: &str) -> Option<&Institution> {
        let _ = id;
        None
    }

    /// The topmost parent of an institution; itself when it has none.
    #[must_use]
    pub fn group_of<'a>(&'a self, institution: &'a Institution) -> &'a Institution {
        institution
    }
}
