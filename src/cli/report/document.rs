//! The text of a report: what the data are, what they say, how it was counted, what was left out.

use crate::report::figures::Drawn;
use crate::report::tables::{self, PageShape};
use crate::report::{Answers, closing, front};
use crate::session::Session;
use collabgraph::answer::Answer;
use collabgraph::answer::document::{Block, Document, Illustration};
use collabgraph::answer::statement::is_about_the_command;
use collabgraph::answer::table::Table;
use collabgraph::message;
use collabgraph::messages::{List, Localizer, Message};
use std::collections::BTreeSet;

/// Views whose figures stand in the text, in its order; the files hold all views.
const VIEWS: [&str; 5] = ["map", "matrix", "bipartite", "timeline", "ego"];
/// Views that may take a page of their own: those of the first chapter.
const PLATES: [&str; 2] = ["map", "matrix"];

/// Composes the document.
pub(crate) fn compose(session: &Session, answers: &Answers, figures: &[Drawn], has_formulas: bool) -> Document {
    let localizer = Localizer::new(session.settings.language);
    let kind = session.whole.work_kind();
    let mut report = Report::new(session, figures, localizer);
    front::compose(&mut report, session, answers);
    partnerships(&mut report, session, answers);
    institutions(&mut report, session, answers);
    over_time(&mut report, answers);
    shares(&mut report, session, answers);
    brokers(&mut report, answers);
    clusters(&mut report, answers);
    counting(&mut report, answers);
    works(&mut report, session, answers);
    claims(&mut report, answers);
    report.further_figures();
    closing::compose(&mut report, session, answers, has_formulas);
    Document {
        title: localizer.render(&message!("report-title", kind = kind)),
        language: localizer.tag().to_owned(),
        blocks: report.blocks,
    }
}

/// A report in the making.
pub(crate) struct Report<'f> {
    pub(crate) blocks: Vec<Block>,
    pub(crate) localizer: Localizer<'static>,
    figures: &'f [Drawn],
    /// Views in the text, in its order: their numbers.
    placed: Vec<&'static str>,
    /// Notes that stand in the text already: what holds for all answers is reported once.
    reported: BTreeSet<String>,
}

impl<'f> Report<'f> {
    fn new(session: &Session, figures: &'f [Drawn], localizer: Localizer<'static>) -> Self {
        let is_placed = |view: &&str| {
            let drawn = figures.iter().find(|figure| figure.view == **view);
            let fits = |drawn: &Drawn| PLATES.contains(view) || !drawn.illustration.is_plate();
            session.corpus.institution_count() > 0 && drawn.is_some_and(fits)
        };
        let placed = VIEWS.into_iter().filter(is_placed).collect();
        Self { blocks: Vec::new(), localizer, figures, placed, reported: BTreeSet::new() }
    }

    pub(crate) fn heading(&mut self, message: &Message) {
        self.blocks.push(Block::Heading(self.localizer.render(message)));
    }

    pub(crate) fn paragraph(&mut self, message: &Message) {
        self.blocks.push(Block::Paragraph(self.localizer.render(message)));
    }

    /// A paragraph of the sentences that the text does not have yet.
    pub(crate) fn sentences(&mut self, sentences: &[String]) {
        let fresh: Vec<&str> =
            sentences.iter().filter(|one| !self.reported.contains(*one)).map(String::as_str).collect();
        if !fresh.is_empty() {
            self.blocks.push(Block::Paragraph(fresh.join(" ")));
        }
        self.reported.extend(sentences.iter().cloned());
    }

    pub(crate) fn items(&mut self, items: Vec<String>) {
        if !items.is_empty() {
            self.blocks.push(Block::Items(items));
        }
    }

    /// Number of the first of these views that stands in the text and shows all institutions with these keys.
    pub(crate) fn number_of(&self, views: &[&str], keys: &[&str]) -> Option<usize> {
        views.iter().find_map(|view| {
            let number = self.placed.iter().position(|placed| placed == view)?;
            let drawn = self.figures.iter().find(|figure| figure.view == *view)?;
            keys.iter().all(|key| drawn.institutions.contains(*key)).then_some(number + 1)
        })
    }

    fn illustration(&self, view: &str) -> Option<&Illustration> {
        self.placed
            .contains(&view)
            .then(|| self.figures.iter().find(|figure| figure.view == view))?
            .map(|one| &one.illustration)
    }

    fn figure(&mut self, view: &str) {
        let figure = self.illustration(view).cloned();
        self.blocks.extend(figure.map(Block::Figure));
    }

    /// A table in the shape that a page holds, with what it does not show.
    pub(crate) fn table(&mut self, table: Option<&Table>, shape: &PageShape<'_>) {
        if let Some(table) = table {
            self.blocks.extend(tables::shaped(table, shape, self.localizer));
        }
    }

    /// Notes of an answer that the text does not have yet.
    fn notes(&mut self, answer: &Answer) {
        let fresh = answer.note_sentences().into_iter().filter(|note| !is_about_the_command(note));
        let fresh: Vec<String> = fresh.filter(|note| !self.reported.contains(note)).collect();
        self.reported.extend(fresh.iter().cloned());
        self.items(fresh);
    }

    /// Takes the notes of an answer as said: the chapter on the method says them.
    pub(crate) fn skip_notes(&mut self, answer: &Answer) {
        self.reported.extend(answer.note_sentences());
    }

    /// Names the views that the folder has and the text has not.
    fn further_figures(&mut self) {
        let placed = |figure: &&Drawn| !self.placed.iter().any(|view| *view == figure.view);
        let files: Vec<String> =
            self.figures.iter().filter(placed).map(|figure| figure.illustration.file.clone()).collect();
        if !files.is_empty() {
            self.heading(&message!("report-further"));
            self.paragraph(&message!("report-further-figures", files = List::comma(files)));
        }
    }
}

/// Who works with whom. Figures that take a page come first: the front page before them is more than half full, and each
/// of them is.
fn partnerships(report: &mut Report<'_>, session: &Session, answers: &Answers) {
    report.heading(&message!("report-partnerships"));
    let is_plate = |report: &Report<'_>, view: &str| report.illustration(view).is_some_and(Illustration::is_plate);
    let plates: Vec<&str> = PLATES.into_iter().filter(|view| is_plate(report, view)).collect();
    plates.iter().for_each(|view| report.figure(view));
    // The first page says how many works and institutions there are, and how many of the works are joint.
    let said = if session.corpus.work_count() > 0 { 2 } else { 1 };
    report.sentences(answers.overview.lead_sentences().get(said..).unwrap_or_default());
    PLATES.into_iter().filter(|view| !plates.contains(view)).for_each(|view| report.figure(view));
    let shape = PageShape { lists: 6, ..PageShape::of("partnerships") };
    report.table(answers.overview.tables.first(), &shape);
    report.notes(&answers.overview);
}

fn institutions(report: &mut Report<'_>, session: &Session, answers: &Answers) {
    report.heading(&message!("report-institutions"));
    report.sentences(&answers.institutions.lead_sentences());
    report.figure("bipartite");
    let rows = if session.corpus.institution_count() > 25 { 20 } else { 25 };
    report.table(answers.institutions.tables.first(), &PageShape { rows, ..PageShape::of("institutions") });
    report.notes(&answers.institutions);
}

fn over_time(report: &mut Report<'_>, answers: &Answers) {
    let Some(timeline) = &answers.timeline else { return };
    report.heading(&message!("report-time"));
    report.sentences(&timeline.lead_sentences());
    report.figure("timeline");
    let shape = PageShape { rows: 15, latest: true, ..PageShape::of("timeline") }.beside_the_main_table();
    report.table(timeline.tables.iter().find(|table| table.name == "years"), &shape);
    report.notes(timeline);
}

fn shares(report: &mut Report<'_>, session: &Session, answers: &Answers) {
    let Some(indicators) = &answers.indicators else { return };
    report.heading(&message!("report-shares"));
    report.sentences(&indicators.lead_sentences());
    let hidden = ["by", "collaborative_index", "degree_of_collaboration", "collaborative_coefficient"];
    for by in ["country", "sector"] {
        let Some(table) = indicators.tables.first() else { continue };
        let caption = if by == "country" { message!("report-by-country") } else { message!("report-by-sector") };
        let part = Table {
            caption: report.localizer.render(&caption),
            rows: table.rows.iter().filter(|row| tables::code(row.first()) == Some(by)).cloned().collect(),
            ..table.clone()
        };
        let shape = PageShape { rows: 10, hidden: &hidden, shares: &SHARES, ..PageShape::of("indicators") };
        report.table(Some(&part), &shape);
    }
    report.paragraph(&message!("report-shares-base", kind = session.whole.work_kind()));
    report.skip_notes(indicators);
}

/// Columns of shares, which pages show in per cent.
const SHARES: [&str; 4] = [
    "international_of_works",
    "international_of_co_made",
    "university_industry_of_works",
    "university_industry_of_co_made",
];

fn brokers(report: &mut Report<'_>, answers: &Answers) {
    report.heading(&message!("report-brokers"));
    report.sentences(&answers.central.lead_sentences());
    report.figure("ego");
    report.sentences(&answers.brokers.lead_sentences());
    let counts = ["coordinator", "itinerant", "gatekeeper", "liaison", "ungrouped"];
    let shape = PageShape { rows: 10, hidden: &["constraint"], counts: &counts, ..PageShape::of("brokers") };
    report.table(answers.brokers.tables.first(), &shape);
    report.reported.insert(report.localizer.render(&message!("brokers-constraint-definition")));
    report.notes(&answers.brokers);
}

fn clusters(report: &mut Report<'_>, answers: &Answers) {
    report.heading(&message!("report-clusters"));
    report.sentences(&answers.components.lead_sentences());
    report.sentences(&answers.clusters.lead_sentences());
    if let (Some(clustering), Some(number)) = (&answers.clustering, report.number_of(&["map"], &[])) {
        report.paragraph(&message!("report-clusters-of-map", count = clustering.shown, number = number));
    }
    let shape = PageShape { rows: 10, lists: 8, ..PageShape::of("clusters") };
    report.table(answers.clusters.tables.first(), &shape);
    // Also how the ties were counted, which may differ from the rest of the report.
    let mut short = Answer { tables: Vec::new(), ..answers.clusters.clone() };
    short.notes.retain(|note| note.id.starts_with("clusters-") || note.id.starts_with("answers-counting-"));
    report.notes(&short);
}

fn counting(report: &mut Report<'_>, answers: &Answers) {
    let Some(counting) = &answers.counting else { return };
    report.heading(&message!("report-counting"));
    report.sentences(&counting.lead_sentences());
    report.table(counting.tables.first(), &PageShape { rows: 10, ..PageShape::of("counting") });
    report.table(counting.tables.get(1), &PageShape { rows: 5, ..PageShape::of("counting") }.beside_the_main_table());
    report.notes(counting);
}

fn works(report: &mut Report<'_>, session: &Session, answers: &Answers) {
    let Some(works) = &answers.works else { return };
    report.heading(&message!("report-works", kind = session.whole.work_kind()));
    let rows = if session.corpus.work_count() > 25 { 15 } else { 25 };
    report.table(works.tables.first(), &PageShape { rows, latest: true, ..PageShape::of("works") });
    report.notes(works);
}

/// What a file of claims says and what the data have.
fn claims(report: &mut Report<'_>, answers: &Answers) {
    let Some(claims) = &answers.claims else { return };
    report.heading(&message!("report-claims"));
    // One sentence sums up; the others are a finding each.
    if let Some((first, rest)) = claims.lead_sentences().split_first() {
        report.blocks.push(Block::Paragraph(first.clone()));
        report.items(rest.to_vec());
    }
    let shape = PageShape { rows: usize::MAX, hidden: &["id"], ..PageShape::of("claims") };
    report.table(claims.tables.first(), &shape);
    let mut reasons: Vec<(String, usize)> = Vec::new();
    for row in claims.record["claims"].as_array().into_iter().flatten() {
        let Some(why) = row["why"].as_str().filter(|_| row["verdict"] == "cannot-be-checked") else { continue };
        match reasons.iter_mut().find(|(known, _)| known == why) {
            Some((_, count)) => *count += 1,
            None => reasons.push((why.to_owned(), 1)),
        }
    }
    let unchecked = |(why, count): (String, usize)| message!("report-claims-unchecked", count = count, why = why);
    let unchecked: Vec<Message> = reasons.into_iter().map(unchecked).collect();
    report.items(report.localizer.render_all(&unchecked));
}
