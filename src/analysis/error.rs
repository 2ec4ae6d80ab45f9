//! Why a question has no answer: one sentence.

use crate::message;
use crate::messages::language::Language;
use crate::messages::{Localizer, Message};
use crate::source::error::Error;

/// Anything that keeps a question from being answered.
#[derive(Debug)]
pub enum AnalysisError {
    /// A message of the catalogue.
    Message(Message),
    /// A text that was written in both languages.
    Translated {
        /// The English text.
        english: String,
        /// The Korean text.
        korean: String,
    },
}

impl AnalysisError {
    /// A file or folder that could not be written or read.
    #[must_use]
    pub fn io(path: &std::path::Path, error: &std::io::Error) -> Self {
        message!("errors-io", path = path, reason = error.to_string()).into()
    }

    /// The same after the place in a file that it is about; as it is without a place.
    #[must_use]
    pub fn at(self, place: &str) -> Self {
        if place.is_empty() {
            return self;
        }
        let placed = |language| format!("{place}: {}", self.text(language));
        Self::Translated { english: placed(Language::English), korean: placed(Language::Korean) }
    }

    /// The text in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Message(message) => Localizer::new(language).render(message),
            Self::Translated { korean, .. } if language == Language::Korean => korean.clone(),
            Self::Translated { english, .. } => english.clone(),
        }
    }
}

impl From<Message> for AnalysisError {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl From<Error> for AnalysisError {
    fn from(error: Error) -> Self {
        let place = error.place();
        let sentence = |text: &str| format!("{place}: {}.", text.trim_end_matches('.'));
        let (english, korean) = Localizer::in_both(&error.message);
        Self::Translated { english: sentence(&english), korean: sentence(&korean) }
    }
}
