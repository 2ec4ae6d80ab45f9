//! Notices on standard error.

use std::collections::BTreeMap;
use std::fmt::Write;

use collabgraph::answer::language::Language;
use collabgraph::ingest::notice::{Kind, Notice};
use collabgraph::message;
use collabgraph::messages::Localizer;

use crate::args::NoticesHow;

/// What is said of the notices; empty when there is nothing to say.
pub(crate) fn tell(notices: &[Notice], how: NoticesHow, language: Language) -> String {
    match how {
        _ if notices.is_empty() => String::new(),
        NoticesHow::None => String::new(),
        NoticesHow::All => all(notices, language),
        NoticesHow::Summary => summary(notices, language),
    }
}

fn message(notice: &Notice, language: Language) -> &str {
    if language == Language::Korean { &notice.message_ko } else { &notice.message }
}

fn all(notices: &[Notice], language: Language) -> String {
    let mut text = String::new();
    for notice in notices {
        let _ = writeln!(text, "{}: {} [{}]", notice.place(), message(notice, language), notice.kind.key());
    }
    text
}

fn summary(notices: &[Notice], language: Language) -> String {
    let mut kinds: BTreeMap<Kind, Vec<&Notice>> = BTreeMap::new();
    for notice in notices {
        kinds.entry(notice.kind).or_default().push(notice);
    }
    let head = Localizer::new(language).render(&message!("notices-summary", count = notices.len()));
    let more = if notices.len() > kinds.len() {
        language.say(" (all of them: --notices all)", " (모두 보기: --notices all)")
    } else {
        String::new()
    };
    let mut text = format!("{head}{more}\n");
    for (kind, of_kind) in kinds {
        let first = of_kind[0];
        let for_example = match of_kind.len() {
            1 => String::new(),
            count => {
                language.say(format!("{count} × {}, such as ", kind.key()), format!("{} {count}건, 예: ", kind.key()))
            }
        };
        let _ = writeln!(text, "  {for_example}{}: {}", first.place(), message(first, language));
    }
    text
}
