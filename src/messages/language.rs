//! Output language of sentences and names.

use crate::corpus::institution::Names;
use crate::corpus::kind::ActorKind;

/// Output language of an answer, and what its actors are: every text that names them says "institutions", "countries" ….
/// Two languages are equal where their sentences and names are in the same language, whatever the actors.
#[derive(Clone, Copy, Debug, Default)]
pub struct Language {
    choice: LanguageChoice,
    actors: ActorKind,
}

/// In which language sentences and names are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LanguageChoice {
    /// English sentences, English names.
    English,
    /// Korean sentences, Korean names where there are any.
    Korean,
    /// English sentences, both names.
    #[default]
    Both,
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.choice == other.choice
    }
}

impl Eq for Language {}

#[expect(non_upper_case_globals, reason = "the three choices are written as variants")]
impl Language {
    /// English sentences, English names.
    pub const English: Self = Self::of(LanguageChoice::English);
    /// Korean sentences, Korean names where there are any.
    pub const Korean: Self = Self::of(LanguageChoice::Korean);
    /// English sentences, both names.
    pub const Both: Self = Self::of(LanguageChoice::Both);
}

impl Language {
    const fn of(choice: LanguageChoice) -> Self {
        Self { choice, actors: ActorKind::Institution }
    }

    /// Which language it is.
    #[must_use]
    pub fn choice(self) -> LanguageChoice {
        self.choice
    }

    /// What its actors are.
    #[must_use]
    pub fn actors(self) -> ActorKind {
        self.actors
    }

    /// This language, speaking of these actors.
    #[must_use]
    pub fn naming(self, actors: ActorKind) -> Self {
        Self { actors, ..self }
    }

    /// The other language, speaking of the actors of this one.
    #[must_use]
    pub fn switched(self, other: Self) -> Self {
        other.naming(self.actors)
    }

    /// Selects the text of this language.
    #[must_use]
    pub fn say(self, english: impl Into<String>, korean: impl Into<String>) -> String {
        if self == Self::Korean { korean.into() } else { english.into() }
    }

    /// Name of an institution in this language: `KAIST`, `카이스트`, or `KAIST (카이스트)`.
    #[must_use]
    pub fn name(self, names: &Names) -> String {
        match (self.choice, names.label_ko()) {
            (LanguageChoice::Korean, Some(korean)) => korean.to_owned(),
            (LanguageChoice::Both, Some(korean)) if korean != names.label() => {
                format!("{} ({korean})", names.label())
            }
            _ => names.label().to_owned(),
        }
    }
}
