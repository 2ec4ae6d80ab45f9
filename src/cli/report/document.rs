//! The text of a report: what the data are, what they say, how it was counted, what was left out.

use crate::report::figures::Drawn;
use crate::report::{Answers, EXPLORER};
use crate::session::Session;
use collabgraph::answer::Answer;
use collabgraph::answer::document::{Block, Document};
use collabgraph::answer::language::Language;
use collabgraph::answer::table::{Cell, Column, Table};
use collabgraph::centrality::measure::Measure;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::kind::WorkKind;
use collabgraph::drawing::map;
use collabgraph::ingest::input::day_in_name;
use collabgraph::ingest::notice::Kind;
use collabgraph::message;
use collabgraph::messages::{Argument, Localizer, Message, values};
use collabgraph::network::counting::Counting;
use std::collections::{BTreeMap, BTreeSet};

/// Rows of a table within the text; the whole table stands in `tables/`.
const ROWS: usize = 25;
/// Most names of one cell; the files hold all.
const NAMES: usize = 12;

/// Composes the document.
pub(crate) fn compose(session: &Session, answers: &Answers, figures: &[Drawn]) -> Document {
    let localizer = Localizer::new(session.language);
    let kind = WorkKind::of(&session.whole);
    let mut report = Report { blocks: Vec::new(), figures, localizer, reported: BTreeSet::new() };
    report.heading(&message!("report-data"));
    report.blocks.push(Block::Paragraph(answers.overview.lead_sentences().join(" ")));
    sources(&mut report.blocks, session);
    report.paragraph(&message!("report-explorer", file = EXPLORER));
    let views = &["map", "arc", "matrix"];
    report.section(&message!("report-partnerships"), &answers.overview, "partnerships", views);
    if session.corpus.work_count() > 0 {
        report.section(&message!("report-works", kind = kind), &answers.works, "works", &["bipartite", "timeline"]);
    }
    report.section(&message!("report-institutions"), &answers.institutions, "institutions", &[]);
    for (measure, answer) in &answers.rankings {
        let heading = message!("report-ranking", measure = measure.label(kind));
        let views: &[&str] = if *measure == Measure::Betweenness { &["ego"] } else { &[] };
        report.section(&heading, answer, &format!("rank-{}", measure.key()), views);
    }
    report.section(&message!("report-clusters"), &answers.clusters, "clusters", &[]);
    if is_map_of_a_part(session, figures) {
        report.paragraph(&message!("report-clusters-of-map"));
    }
    report.section(&message!("report-components"), &answers.components, "components", &["path"]);
    if let Some(claims) = &answers.claims {
        report.section(&message!("report-claims"), claims, "claims", &[]);
    }
    let mut blocks = report.blocks;
    statements(&mut blocks, session, kind);
    method(&mut blocks, session, kind);
    excluded(&mut blocks, session, figures, answers.claims.is_some());
    notices(&mut blocks, session);
    Document {
        title: localizer.render(&message!("report-title", kind = kind)),
        language: localizer.tag().to_owned(),
        blocks,
    }
}

/// A report in the making.
struct Report<'f> {
    blocks: Vec<Block>,
    figures: &'f [Drawn],
    localizer: Localizer<'static>,
    /// Notes on the first answer: what holds for all answers (how works were counted) is reported once.
    reported: BTreeSet<String>,
}

impl Report<'_> {
    fn heading(&mut self, message: &Message) {
        self.blocks.push(Block::Heading(self.localizer.render(message)));
    }

    fn paragraph(&mut self, message: &Message) {
        self.blocks.push(Block::Paragraph(self.localizer.render(message)));
    }

    /// A question's answer as a section: sentences, the figures that show them, its tables cut to what a page holds,
    /// notes. The overview's sentences stand at the top already.
    fn section(&mut self, heading: &Message, answer: &Answer, file: &str, views: &[&str]) {
        self.heading(heading);
        let lead = answer.lead_sentences();
        match lead.split_first() {
            // One sentence sums up; the others are a finding each.
            Some((first, rest)) if file == "claims" => {
                self.blocks.push(Block::Paragraph(first.clone()));
                if !rest.is_empty() {
                    self.blocks.push(Block::Items(rest.to_vec()));
                }
            }
            Some(_) if file != "partnerships" => self.blocks.push(Block::Paragraph(lead.join(" "))),
            _ => {}
        }
        for view in views {
            let drawn = self.figures.iter().find(|figure| figure.view == *view);
            self.blocks.extend(drawn.map(|figure| Block::Figure(figure.illustration.clone())));
        }
        tables(&mut self.blocks, answer, file, self.localizer);
        let notes = answer.note_sentences().into_iter().filter(|note| !is_about_the_command(note));
        let fresh: Vec<String> = notes.filter(|note| !self.reported.contains(note)).collect();
        if self.reported.is_empty() {
            self.reported.extend(fresh.iter().cloned());
        }
        if !fresh.is_empty() {
            self.blocks.push(Block::Items(fresh));
        }
    }
}

/// Whether the map is so large that it draws clusters of its own.
fn is_map_of_a_part(session: &Session, figures: &[Drawn]) -> bool {
    session.corpus.institution_count() > map::MAX_DETAILED_NODES && figures.iter().any(|figure| figure.view == "map")
}

/// How works were counted and what the measures mean, in words.
fn method(blocks: &mut Vec<Block>, session: &Session, kind: WorkKind) {
    let mut items = Vec::new();
    if session.corpus.work_count() == 0 {
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
    items.push(message!("report-method-clusters"));
    items.push(message!("report-method-betweenness"));
    items.push(message!("report-method-names"));
    let localizer = Localizer::new(session.language);
    blocks.push(Block::Heading(localizer.render(&message!("report-method"))));
    blocks.push(Block::Items(localizer.render_all(&items)));
}

/// What filters, the team cap and the figures exclude.
fn excluded(blocks: &mut Vec<Block>, session: &Session, figures: &[Drawn], is_checked: bool) {
    let (works, all, kind) = (session.corpus.work_count(), session.whole.work_count(), WorkKind::of(&session.whole));
    let mut items = Vec::new();
    if works < all {
        items.push(message!("report-excluded-by-filters", works = works, all = all, kind = kind));
    }
    let scope = session.scope();
    for &work in scope.network().excluded() {
        let (name, team) = (session.corpus.work_name(work), session.corpus.institutions_of(work).len());
        items.push(message!("report-excluded-work", name = name, institutions = team));
    }
    let order: Vec<String> = blocks
        .iter()
        .filter_map(|block| if let Block::Figure(figure) = block { Some(figure.file.clone()) } else { None })
        .collect();
    for (number, file) in order.iter().enumerate() {
        let drawn = figures.iter().find(|figure| figure.illustration.file == *file);
        let text = drawn.map(|figure| figure.left_out.join(" ")).unwrap_or_default();
        if !text.is_empty() {
            items.push(message!("report-excluded-of-figure", number = number + 1, text = text));
        }
    }
    if !is_checked {
        items.push(message!("report-not-checked"));
    }
    if items.is_empty() {
        items.push(message!("report-nothing-excluded"));
    }
    let localizer = Localizer::new(session.language);
    blocks.push(Block::Heading(localizer.render(&message!("report-excluded"))));
    blocks.push(Block::Items(localizer.render_all(&items)));
}

fn tables(blocks: &mut Vec<Block>, answer: &Answer, file: &str, localizer: Localizer<'_>) {
    for (position, table) in answer.tables.iter().enumerate().filter(|(_, table)| table.is_visible()) {
        // The sheet holds the main table alone; the record for machines holds all.
        let whole = format!("tables/{file}.{}", if position == 0 { "csv" } else { "json" });
        let mut shown = table.clone();
        // Works stand by date: of a long list the latest are news.
        let latest = file == "works" && position == 0 && table.rows.len() > ROWS;
        if latest {
            shown.rows.reverse();
        }
        shown.rows.truncate(ROWS);
        let mut cut = false;
        for (cell, column) in shown.rows.iter_mut().flat_map(|row| row.iter_mut().zip(&table.columns)) {
            let kind = if matches!(column.key.as_str(), "members" | "institutions") { "institution" } else { "other" };
            cut |= shorten(cell, kind, localizer);
        }
        blocks.push(Block::Table(shown));
        let mut remarks = Vec::new();
        if table.rows.len() > ROWS {
            let (all, rest) = (table.rows.len(), table.rows.len() - ROWS);
            remarks.push(if latest {
                message!("report-latest-rows", shown = ROWS, all = all, rest = rest, file = &whole)
            } else {
                message!("report-first-rows", shown = ROWS, all = all, rest = rest, file = &whole)
            });
        }
        if cut {
            remarks.push(message!("report-cut-lists", shown = NAMES, file = &whole));
        }
        if !remarks.is_empty() {
            blocks.push(Block::Paragraph(localizer.render_all(&remarks).join(" ")));
        }
    }
}

/// Truncates a long list and adds how many items are missing; `false` when nothing was cut.
fn shorten(cell: &mut Cell, kind: &'static str, localizer: Localizer<'_>) -> bool {
    let Cell::List(texts) = cell else { return false };
    // One name more would take as much room as the words that stand for it.
    if texts.len() <= NAMES + 1 {
        return false;
    }
    let rest = texts.len() - NAMES;
    texts.truncate(NAMES);
    texts.push(localizer.render(&message!("report-and-more", count = rest, kind = Argument::Kind(kind))));
    true
}

/// What to type next is of no use in a report.
fn is_about_the_command(note: &str) -> bool {
    note.contains("collab ") || note.contains("--")
}

fn statements(blocks: &mut Vec<Block>, session: &Session, kind: WorkKind) {
    let localizer = Localizer::new(session.language);
    let is_korean = session.language == Language::Korean;
    let source = |word: &str| values::recorded(word).map_or_else(|| word.to_owned(), |one| localizer.render(&one));
    let mut rows = Vec::new();
    for id in session.corpus.work_ids() {
        for statement in session.corpus.statements(id) {
            let says = if is_korean { &statement.text_ko } else { &statement.text };
            rows.push(vec![
                Cell::Text(session.corpus.work_name(id).to_owned()),
                Cell::Text(source(&statement.source)),
                Cell::Text(says.clone()),
            ]);
        }
    }
    if rows.is_empty() {
        return;
    }
    let text = |message: Message| localizer.render(&message);
    blocks.push(Block::Heading(text(message!("report-statements"))));
    blocks.push(Block::Table(Table {
        name: "statements".to_owned(),
        caption: text(message!("report-statements-caption", kind = kind)),
        columns: vec![
            Column::new("work", text(message!("report-column-work", kind = kind))),
            Column::new("source", text(message!("report-column-source"))),
            Column::new("says", text(message!("report-column-says"))),
        ],
        rows,
    }));
}

/// Notices without their lines: where a row stands in its file is not part of the facts.
fn notices(blocks: &mut Vec<Block>, session: &Session) {
    if session.notices.is_empty() {
        return;
    }
    let is_korean = session.language == Language::Korean;
    let localizer = Localizer::new(session.language);
    let text = |message: Message| localizer.render(&message);
    let mut counted: BTreeMap<(Kind, &str, &str), u64> = BTreeMap::new();
    for notice in &session.notices {
        *counted.entry((notice.kind, &notice.message, &notice.message_ko)).or_default() += 1;
    }
    let different = counted.len();
    // Many notices that differ in a name or a number only are listed by kind.
    let by_kind = different > ROWS;
    let mut kinds: BTreeMap<(Kind, usize), (u64, &str, &str)> = BTreeMap::new();
    for (position, ((kind, english, korean), count)) in counted.into_iter().enumerate() {
        kinds.entry((kind, if by_kind { 0 } else { position })).or_insert((0, english, korean)).0 += count;
    }
    let rows: Vec<Vec<Cell>> = kinds
        .iter()
        .map(|((kind, _), (count, english, korean))| {
            vec![
                Cell::Text(if is_korean { kind.label().1 } else { kind.label().0 }.to_owned()),
                Cell::Count(*count),
                Cell::Text(if is_korean { korean } else { english }.to_string()),
            ]
        })
        .collect();
    blocks.push(Block::Heading(text(message!("report-notices"))));
    let last = if by_kind { message!("report-column-example") } else { message!("report-column-notice") };
    blocks.push(Block::Table(Table {
        name: "notices".to_owned(),
        caption: text(message!("report-notices-caption", count = session.notices.len())),
        columns: vec![
            Column::new("kind", text(message!("report-column-kind"))),
            Column::new("count", text(message!("report-column-count"))),
            Column::new("message", text(last)),
        ],
        rows,
    }));
    if by_kind {
        blocks.push(Block::Paragraph(text(message!("report-notices-by-kind", count = different))));
    }
}

/// Date of the latest work of an input.
fn latest_entry(corpus: &Corpus, input: usize) -> Option<Date> {
    let of_input = corpus.work_ids().filter(|&id| usize::from(corpus.work(id).source.input) == input);
    of_input.filter_map(|id| corpus.date(id)).max()
}

/// What the data are, each with its date and where that is from.
fn sources(blocks: &mut Vec<Block>, session: &Session) {
    let localizer = Localizer::new(session.language);
    let items = session.whole.inputs().iter().enumerate().map(|(number, input)| {
        let citation =
            if input.citation.is_empty() { input.name.clone() } else { format!("{} ({})", input.citation, input.name) };
        let message = match (input.as_of, latest_entry(&session.whole, number)) {
            (Some(date), _) if day_in_name(&input.name) == Some(date) => {
                message!("report-source-date-in-name", citation = citation, date = date)
            }
            (Some(date), _) => message!("report-source-as-of", citation = citation, date = date),
            (None, Some(date)) => message!("report-source-latest", citation = citation, date = date),
            (None, None) => return citation,
        };
        localizer.render(&message)
    });
    let mut items: Vec<String> = items.collect();
    items.sort();
    blocks.push(Block::Items(items));
}
