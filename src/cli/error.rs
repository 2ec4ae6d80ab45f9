//! Why the command could not answer: one sentence, and exit code 2.

use collabgraph::answer::language::Language;
use collabgraph::ingest;
use collabgraph::message;
use collabgraph::messages::{Localizer, Message};

/// Anything that keeps the command from answering.
#[derive(Debug)]
pub(crate) enum CliError {
    /// A message of the catalogue.
    Message(Message),
    /// A text that the library wrote in both languages.
    Translated { english: String, korean: String },
}

impl CliError {
    /// A file or folder that could not be written or read.
    pub(crate) fn io(path: &std::path::Path, error: &std::io::Error) -> Self {
        message!("errors-io", path = path, reason = error.to_string()).into()
    }

    /// The text in a language.
    pub(crate) fn text(&self, language: Language) -> String {
        match self {
            Self::Message(message) => Localizer::new(language).render(message),
            Self::Translated { korean, .. } if language == Language::Korean => korean.clone(),
            Self::Translated { english, .. } => english.clone(),
        }
    }
}

impl From<Message> for CliError {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl From<ingest::error::Error> for CliError {
    fn from(error: ingest::error::Error) -> Self {
        let place = error.place();
        let sentence = |text: &str| format!("{place}: {}.", text.trim_end_matches('.'));
        let (english, korean) = Localizer::in_both(&error.message);
        Self::Translated { english: sentence(&english), korean: sentence(&korean) }
    }
}
