//! Why the command could not answer: one sentence, and exit code 2.

use collabgraph::answer::language::Language;
use collabgraph::ingest;
use collabgraph::korean;

/// Anything that keeps the command from answering, in both languages.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) english: String,
    pub(crate) korean: String,
}

impl Fault {
    pub(crate) fn new(english: impl Into<String>, korean: impl Into<String>) -> Self {
        Self { english: english.into(), korean: korean::settle(&korean.into()) }
    }

    /// A file or folder that could not be written or read.
    pub(crate) fn io(path: &std::path::Path, error: &std::io::Error) -> Self {
        let path = path.display();
        Self::new(
            format!("{path}: {error}. Nothing was left half-written; check the path, or choose another with -o."),
            format!("{path}: {error}. 쓰다 만 파일은 없다. 경로를 확인하거나 -o로 다른 곳을 고르세요."),
        )
    }

    pub(crate) fn text(&self, language: Language) -> &str {
        if language == Language::Korean { &self.korean } else { &self.english }
    }
}

impl From<ingest::error::Error> for Fault {
    fn from(error: ingest::error::Error) -> Self {
        let place = error.place();
        let sentence = |text: &str| format!("{place}: {}.", text.trim_end_matches('.'));
        Self::new(sentence(&error.message), sentence(&error.message_ko))
    }
}
