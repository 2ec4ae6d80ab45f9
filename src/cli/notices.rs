//! Notices on standard error.

use std::collections::BTreeMap;
use std::fmt::Write;

use collabgraph::answer::language::Language;
use collabgraph::ingest::notice::{Kind, Notice};
use collabgraph::message;
use collabgraph::messages::Localizer;

use crate::args::values::NoticesHow;

/// Text of the notices for standard error; empty where none is printed.
pub(crate) fn render(notices: &[Notice], how: NoticesHow, language: Language) -> String {
    match how {
        _ if notices.is_empty() => String::new(),
        NoticesHow::None => String::new(),
        NoticesHow::All => all(notices, language),
        NoticesHow::Summary => summary(notices, language),
    }
}

fn all(notices: &[Notice], language: Language) -> String {
    let mut text = String::new();
    for notice in notices {
        let _ = writeln!(text, "{}: {} [{}]", notice.place(), notice.text(language), notice.kind.key());
    }
    text
}

fn summary(notices: &[Notice], language: Language) -> String {
    let mut kinds: BTreeMap<Kind, Vec<&Notice>> = BTreeMap::new();
    for notice in notices {
        kinds.entry(notice.kind).or_default().push(notice);
    }
    let localizer = Localizer::new(language);
    let count = notices.len();
    let head = if count > kinds.len() {
        message!("cli-notices-summary-more", count = count)
    } else {
        message!("cli-notices-summary", count = count)
    };
    let mut text = format!("{}\n", localizer.render(&head));
    for (kind, of_kind) in kinds {
        let first = format!("{}: {}", of_kind[0].place(), of_kind[0].text(language));
        let line = match of_kind.len() {
            1 => first,
            count => {
                localizer.render(&message!("cli-notices-of-kind", count = count, kind = kind.key(), notice = first))
            }
        };
        let _ = writeln!(text, "  {line}");
    }
    text
}
