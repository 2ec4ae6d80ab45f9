//! Records of name resolution: merged names, omissions, and suggested merges.

use crate::corpus::Corpus;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::message;
use crate::messages::Message;

/// Rule by which a recorded name was merged into an institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MergeRule {
    /// The authority lists it as a variant.
    Variant,
    /// A correction of the name on one work, with a reason.
    Correction,
    /// It is another name of the institution in the authority: Korean, short or official.
    Name,
    /// It differs from a name or variant of the authority by case alone.
    Case,
    /// It differs from a name or variant of the authority by punctuation, accents, shortened words or legal forms alone.
    Folded,
    /// It differs by these alone from the name of an institution in the registry.
    Registry,
    /// Institutions of several countries have the name, and its address is in the country of this one.
    Country,
    /// It differs from another recorded name in Unicode form, white space or invisible characters alone.
    Form,
    /// It has the same identifier in the input.
    Identifier,
    /// The institution was picked from it: it is an address as authors wrote it.
    Address,
    /// It is a member of the institution, and members were rolled up into their group.
    Group,
}

impl MergeRule {
    /// Key of the rule in JSON and CSV.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Variant => "variant",
            Self::Correction => "correction",
            Self::Name => "name",
            Self::Case => "case",
            Self::Folded => "folded",
            Self::Registry => "registry",
            Self::Country => "country",
            Self::Form => "form",
            Self::Identifier => "identifier",
            Self::Address => "address",
            Self::Group => "group",
        }
    }

    /// Label for readers.
    #[must_use]
    pub fn label(self) -> Message {
        match self {
            Self::Variant => message!("authority-spelling-listed-authority"),
            Self::Correction => message!("authority-correction-work"),
            Self::Name => message!("authority-another-name-authority"),
            Self::Case => message!("authority-same-case"),
            Self::Folded => message!("authority-same-but-form-of-words"),
            Self::Registry => message!("authority-name-in-registry"),
            Self::Country => message!("authority-name-of-country"),
            Self::Form => message!("authority-same-unicode-form-white"),
            Self::Identifier => message!("authority-same-identifier-input"),
            Self::Address => message!("authority-picked-from-address"),
            Self::Group => message!("authority-rolled-up-into-group"),
        }
    }
}

/// A merge: a recorded name and the institution of another name into which it was merged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// The name as recorded.
    pub recorded: String,
    /// [`Institution::id`](crate::corpus::institution::Institution::id) of that institution.
    pub institution: String,
    /// Rules that apply, sorted.
    pub rules: Vec<MergeRule>,
    /// Source locations, `file:line:column`, in the order of the input.
    pub locations: Vec<String>,
}

/// An omission: something excluded during name resolution or deduplication, recorded so that nothing is dropped
/// silently.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Omission {
    /// Rule that applies.
    pub rule: OmissionRule,
    /// What was excluded and why.
    pub message: Message,
    /// Source location, `file:line:column`.
    pub location: String,
}

/// Rule by which something was excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OmissionRule {
    /// A name that the user's thesaurus drops.
    Dropped,
    /// An institution that occurs twice on one work, under one name or several.
    Repeated,
    /// A self-loop: a tie of an institution with itself.
    SelfTie,
    /// A work that occurs in another row or input, too.
    Work,
}

impl OmissionRule {
    /// Key of the rule in JSON and CSV.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::Repeated => "repeated",
            Self::SelfTie => "self-tie",
            Self::Work => "work",
        }
    }

    /// Label for readers.
    #[must_use]
    pub fn label(self) -> Message {
        match self {
            Self::Dropped => message!("authority-dropped-thesaurus"),
            Self::Repeated => message!("authority-twice-work"),
            Self::SelfTie => message!("authority-tie-itself"),
            Self::Work => message!("authority-same-work-elsewhere"),
        }
    }
}

/// Reason to suggest that two names belong to one institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The authority lists both as one.
    Authority,
    /// They differ by case, diacritics, punctuation or a leading "The".
    Form,
    /// One is the other with an abbreviation or other name in parentheses.
    Brackets,
    /// One is `A / B`, and the other is `A` or `B`.
    Slash,
    /// Both are labels or aliases of one ROR record.
    Ror,
    /// They differ by abbreviated words alone (`Univ. of Washington`, `Science & Technology`).
    Words,
    /// One has the initials of the other's first words instead of those words (`UT Austin`).
    Initials,
    /// An abbreviation in one ROR record, or a withdrawn record; abbreviations are often ambiguous.
    RorWeak,
    /// One is the other followed by a place name.
    Place,
    /// A name in the authority or the registry has the same words in another form or order.
    Resemblance,
    /// They differ by one character.
    Spelling,
}

impl Reason {
    /// Key of the reason in JSON and CSV.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::Form => "form",
            Self::Brackets => "brackets",
            Self::Slash => "slash",
            Self::Ror => "ror",
            Self::Words => "words",
            Self::Initials => "initials",
            Self::RorWeak => "ror-weak",
            Self::Place => "place",
            Self::Resemblance => "resemblance",
            Self::Spelling => "spelling",
        }
    }

    /// Strength of the reason, 0–1: an order, not a measured probability.
    #[must_use]
    pub fn score(self) -> f64 {
        match self {
            Self::Authority => 0.98,
            Self::Form => 0.97,
            Self::Brackets => 0.95,
            Self::Slash => 0.94,
            Self::Ror => 0.92,
            Self::Words => 0.9,
            Self::Initials => 0.8,
            Self::RorWeak => 0.6,
            Self::Place => 0.55,
            Self::Resemblance => 0.52,
            Self::Spelling => 0.5,
        }
    }

    /// Label for readers.
    #[must_use]
    pub fn label(self) -> Message {
        match self {
            Self::Authority => message!("authority-reason-authority"),
            Self::Form => message!("authority-same-case-accents-punctuation"),
            Self::Brackets => message!("authority-abbreviation-other-name-brackets"),
            Self::Slash => message!("authority-names-around-slash"),
            Self::Ror => message!("authority-names-ror-record"),
            Self::Words => message!("authority-shortened-words"),
            Self::Initials => message!("authority-initials-first-words"),
            Self::RorWeak => message!("authority-abbreviation-ror-record-withdrawn"),
            Self::Place => message!("authority-followed-place"),
            Self::Resemblance => message!("authority-resembles-listed"),
            Self::Spelling => message!("authority-letter-differs"),
        }
    }
}

/// The institution that a suggestion keeps.
#[derive(Clone, Debug, PartialEq)]
pub enum KeptInstitution {
    /// One of the corpus.
    Institution(InstitutionId),
    /// One of the authority or the registry that no row names.
    Listed(Box<Institution>),
}

impl KeptInstitution {
    /// What is known of it.
    #[must_use]
    pub fn institution<'a>(&'a self, corpus: &'a Corpus) -> &'a Institution {
        match self {
            Self::Institution(id) => corpus.institution(*id),
            Self::Listed(listed) => listed,
        }
    }

    /// It, where it is one of the corpus.
    #[must_use]
    pub fn id(&self) -> Option<InstitutionId> {
        if let Self::Institution(id) = self { Some(*id) } else { None }
    }
}

/// A suggested merge of two institutions; never applied automatically.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The institution to keep: of more works, else of the shorter name.
    pub keep: KeptInstitution,
    /// The institution to merge into it.
    pub merge: InstitutionId,
    /// Reason of the suggestion.
    pub reason: Reason,
}
