//! The end of a report: where sources differ, how it was counted, what was excluded, what was unexpected in the input.

use crate::report::document::Report;
use crate::report::tables::{PageShape, ROWS};
use crate::report::{Answers, NOTICES, STATEMENTS};
use crate::session::Session;
use collabgraph::answer::Answer;
use collabgraph::answer::language::Language;
use collabgraph::answer::table::{Cell, Column, Table};
use collabgraph::corpus::claim::Claims;
use collabgraph::ingest::notice::{Kind, Notice};
use collabgraph::message;
use collabgraph::messages::{Localizer, Message, values};
use collabgraph::network::counting::Counting;
use std::collections::BTreeMap;

/// Composes the end.
pub(crate) fn compose(report: &mut Report<'_>, session: &Session, answers: &Answers, has_formulas: bool) {
    sources_differ(report, answers);
    method(report, session);
    if has_formulas {
        report.paragraph(&message!("report-csv-safe"));
    }
    excluded(report, session, answers.claims.is_some());
    notices(report, session, answers);
}

/// What other sources say, without the source that the chapter on claims is about.
fn sources_differ(report: &mut Report<'_>, answers: &Answers) {
    if answers.statements.found {
        report.heading(&message!("report-statements"));
        report.table(answers.statements.tables.first(), &PageShape::of(STATEMENTS));
    }
}

/// Statements of other sources on works, each once with all works that it is about; those of sources whose claims are
/// checked are left to that chapter. The answer has nothing where there are none.
pub(crate) fn statements(session: &Session, claims: Option<&Claims>) -> Answer {
    let localizer = Localizer::new(session.settings.language);
    let is_korean = session.settings.language == Language::Korean;
    let kind = session.whole.work_kind();
    let source = |word: &str| values::recorded(word).map_or_else(|| word.to_owned(), |one| localizer.render(&one));
    let is_checked = |source: &str| claims.is_some_and(|claims| claims.sources.iter().any(|one| one.id == source));
    let mut rows: Vec<(String, String, Vec<String>)> = Vec::new();
    for id in session.corpus.work_ids() {
        for statement in session.corpus.statements(id).iter().filter(|statement| !is_checked(&statement.source)) {
            let says = if is_korean { &statement.text_ko } else { &statement.text };
            let name = session.corpus.work_name(id).to_owned();
            match rows.iter_mut().find(|(source, text, _)| (source, text) == (&statement.source, says)) {
                Some((_, _, works)) => works.push(name),
                None => rows.push((statement.source.clone(), says.clone(), vec![name])),
            }
        }
    }
    let text = |message: Message| localizer.render(&message);
    let row = |(word, says, works): (String, String, Vec<String>)| {
        vec![Cell::list(works), Cell::coded(source(&word), word), Cell::Text(says)]
    };
    let table = Table {
        name: STATEMENTS.to_owned(),
        caption: text(message!("report-statements-caption", kind = kind)),
        columns: vec![
            Column::new("works", text(message!("report-column-work", kind = kind))).list(),
            Column::new("source", text(message!("report-column-source"))),
            Column::new("says", text(message!("report-column-says"))),
        ],
        rows: rows.into_iter().map(row).collect(),
    };
    Answer { found: !table.rows.is_empty(), tables: vec![table], ..Answer::default() }
}

/// How works were counted and what the measures mean, in words.
fn method(report: &mut Report<'_>, session: &Session) {
    let kind = session.whole.work_kind();
    let mut items = Vec::new();
    if !kind.has_works() {
        items.push(message!("report-method-ties-given"));
    } else {
        items.push(match session.projection.counting {
            Counting::Full => message!("report-method-full", kind = kind),
            Counting::Fractional => message!("report-method-fractional", kind = kind),
            Counting::Strict => message!("report-method-strict", kind = kind),
        });
        items.push(match session.projection.max_team {
            Some(cap) => message!("report-method-cap", cap = cap, kind = kind),
            None => message!("report-method-no-cap", kind = kind),
        });
    }
    items.push(message!("report-method-betweenness"));
    items.push(message!("report-method-names"));
    report.heading(&message!("report-method"));
    report.items(report.localizer.render_all(&items));
}

/// What filters and the team cap exclude.
fn excluded(report: &mut Report<'_>, session: &Session, is_checked: bool) {
    let (works, all, kind) = (session.corpus.work_count(), session.whole.work_count(), session.whole.work_kind());
    let mut items = Vec::new();
    if works < all {
        items.push(message!("report-excluded-by-filters", works = works, all = all, kind = kind));
    }
    let scope = session.scope();
    for &work in scope.network().excluded() {
        let (name, team) = (session.corpus.work_name(work), session.corpus.team_size(work));
        items.push(message!("report-excluded-work", name = name, institutions = team));
    }
    if !is_checked {
        items.push(message!("report-not-checked"));
    }
    if items.is_empty() {
        items.push(message!("report-nothing-excluded"));
    }
    report.heading(&message!("report-excluded"));
    report.items(report.localizer.render_all(&items));
}

/// The notices as an answer: each once, with how often it was given. Without their lines: where a row stands in its file
/// is not part of the facts.
pub(crate) fn notice_list(session: &Session) -> Answer {
    let localizer = Localizer::new(session.settings.language);
    let text = |message: Message| localizer.render(&message);
    let mut counted: BTreeMap<(Kind, String), u64> = BTreeMap::new();
    for notice in &session.notices {
        *counted.entry((notice.kind, notice.text(session.settings.language))).or_default() += 1;
    }
    let row = |((kind, sentence), count): ((Kind, String), u64)| {
        vec![Cell::Text(text(kind.label())), Cell::Count(count), Cell::Text(sentence)]
    };
    let table = Table {
        name: NOTICES.to_owned(),
        caption: text(message!("report-notices-caption", count = session.notices.len())),
        columns: vec![
            Column::new("kind", text(message!("report-column-kind"))),
            Column::new("count", text(message!("report-column-count"))).integer(),
            Column::new("message", text(message!("report-column-notice"))),
        ],
        rows: counted.into_iter().map(row).collect(),
    };
    Answer { found: !session.notices.is_empty(), tables: vec![table], ..Answer::default() }
}

/// Notices about the input. Many that differ in a name or a number only are listed by kind, but merged names all.
fn notices(report: &mut Report<'_>, session: &Session, answers: &Answers) {
    let Some(table) = answers.notices.tables.first().filter(|table| !table.rows.is_empty()) else { return };
    report.heading(&message!("report-notices"));
    let shape = PageShape::of(NOTICES);
    if table.rows.len() <= ROWS {
        report.table(Some(table), &shape);
        return;
    }
    let is_merge = |kind: Kind| matches!(kind, Kind::VariantMerged | Kind::Corrected);
    let merged = Notices::of(session, |notice| is_merge(notice.kind));
    let others = Notices::of(session, |notice| !is_merge(notice.kind));
    report.items(merged.messages(ROWS));
    if merged.rows.len() > ROWS {
        report.paragraph(&message!(
            "report-notices-merged",
            rest = merged.rows.len() - ROWS,
            file = "tables/notices.csv"
        ));
    }
    let mut columns = table.columns.clone();
    if let Some(last) = columns.last_mut() {
        last.label = report.localizer.render(&message!("report-column-example"));
    }
    let caption = report.localizer.render(&message!("report-notices-caption", count = others.total()));
    let rows = others.by_kind(session.settings.language);
    report.table(Some(&Table { columns, caption, rows, ..table.clone() }), &shape);
    report.paragraph(&message!("report-notices-by-kind", file = "tables/notices.csv"));
}

/// Notices, each once with its number.
struct Notices {
    rows: BTreeMap<(Kind, String), u64>,
}

impl Notices {
    fn of(session: &Session, is_meant: impl Fn(&Notice) -> bool) -> Self {
        let mut rows: BTreeMap<(Kind, String), u64> = BTreeMap::new();
        for notice in session.notices.iter().filter(|notice| is_meant(notice)) {
            *rows.entry((notice.kind, notice.text(session.settings.language))).or_default() += 1;
        }
        Self { rows }
    }

    fn total(&self) -> u64 {
        self.rows.values().sum()
    }

    fn messages(&self, most: usize) -> Vec<String> {
        self.rows.keys().take(most).map(|(_, sentence)| sentence.clone()).collect()
    }

    /// One row a kind, with its first notice as an example.
    fn by_kind(&self, language: Language) -> Vec<Vec<Cell>> {
        let mut kinds: BTreeMap<Kind, (u64, &str)> = BTreeMap::new();
        for ((kind, sentence), count) in &self.rows {
            kinds.entry(*kind).or_insert((0, sentence)).0 += count;
        }
        let localizer = Localizer::new(language);
        let row = |(kind, (count, sentence)): (Kind, (u64, &str))| {
            vec![Cell::Text(localizer.render(&kind.label())), Cell::Count(count), Cell::Text(sentence.to_owned())]
        };
        kinds.into_iter().map(row).collect()
    }
}
