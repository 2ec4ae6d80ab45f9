//! List of works.

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::Corpus;
use crate::corpus::work::{SourceStatement, Work, WorkId};
use crate::message;
use crate::messages::Message;
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::overview;
use crate::query::record::{self, InstitutionRecord};
use crate::query::require_works;
use serde::Serialize;

/// Full record of a work.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Identifier, stable across runs.
    pub id: String,
    /// Name.
    pub name: String,
    /// Publication date.
    pub date: Option<String>,
    /// First link.
    pub link: Option<String>,
    /// Institutions in recorded order.
    pub institutions: Vec<InstitutionRecord>,
    /// Title of the publication.
    pub title: Option<String>,
    /// Authors as recorded.
    pub authors: Option<String>,
    /// Criteria of its selection.
    pub criteria: Vec<String>,
    /// Fields of research.
    pub domains: Vec<String>,
    /// Number of citations.
    pub citations: Option<u32>,
    /// Date of the citation count.
    pub citations_as_of: Option<String>,
    /// Accessibility of the model.
    pub accessibility: Option<String>,
    /// All links.
    pub links: Vec<String>,
    /// Name of the input file.
    pub source: Option<String>,
    /// Name variants.
    pub aliases: Vec<String>,
    /// Statements of other sources.
    pub statements: Vec<StatementRecord>,
}

/// A statement on a work.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementRecord {
    /// Name of the source.
    pub source: String,
    /// The fact that it concerns.
    pub about: String,
    /// English text.
    pub says: String,
    /// Korean text.
    pub says_ko: String,
}

impl Row {
    /// Record of a work.
    #[must_use]
    pub fn of(corpus: &Corpus, id: WorkId) -> Self {
        let work = corpus.work(id);
        let words = |list: &[Box<str>]| list.iter().map(|word| word.to_string()).collect();
        Self {
            id: corpus.work_key(id),
            name: work.name.to_owned(),
            date: work.date.map(|date| date.to_string()),
            link: work.links.first().map(|link| (*link).to_owned()),
            institutions: corpus.institutions_of(id).iter().map(|&id| InstitutionRecord::of(corpus, id)).collect(),
            title: non_empty(work.title),
            authors: non_empty(work.authors),
            criteria: words(work.criteria),
            domains: words(work.domains),
            citations: work.citations.map(|(count, _)| count),
            citations_as_of: work.citations.and_then(|(_, day)| day).map(|day| day.to_string()),
            accessibility: non_empty(work.accessibility),
            links: work.links.iter().map(|link| (*link).to_owned()).collect(),
            source: source(corpus, &work),
            aliases: corpus.work_aliases(id).to_vec(),
            statements: corpus.statements(id).iter().map(statement_record).collect(),
        }
    }
}

fn statement_record(statement: &SourceStatement) -> StatementRecord {
    StatementRecord {
        source: statement.source.clone(),
        about: statement.about.clone(),
        says: statement.text.clone(),
        says_ko: statement.text_ko.clone(),
    }
}

fn non_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn source(corpus: &Corpus, work: &Work<'_>) -> Option<String> {
    corpus.inputs().get(usize::from(work.source.input)).map(|input| input.name.clone())
}

#[derive(Serialize)]
struct Record {
    rows: Vec<Row>,
    notices: usize,
}

/// Lists the works by date, then name, undated ones last.
#[must_use]
pub fn ask(context: &QueryContext<'_>, language: Language) -> Answer {
    require_works::or_explain(context, answer(context, language))
}

fn answer(context: &QueryContext<'_>, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let mut ids: Vec<WorkId> = context.corpus.work_ids().collect();
    ids.sort_by_key(|&id| context.corpus.date(id).is_none());
    let record = Record { rows: ids.iter().map(|&id| Row::of(context.corpus, id)).collect(), notices: context.notices };
    let caption = localized.text(message!("works-by-date", kind = localized.kind()));
    Answer {
        language: localized.language,
        found: !ids.is_empty(),
        lead: localized.lead(vec![lead(&localized, &ids)], Basis::Works),
        tables: vec![table(&localized, "works", caption, &ids)],
        notes: localized.data(),
        record: record::value(&record),
    }
}

fn lead(localized: &LocalizedContext<'_, '_>, ids: &[WorkId]) -> Message {
    if ids.is_empty() {
        let (kind, filter) = (localized.kind(), localized.context.filter_state());
        return message!("works-none", kind = kind, filter = filter);
    }
    overview::size(localized.context)
}

/// Table of works.
#[must_use]
pub fn table(localized: &LocalizedContext<'_, '_>, name: &str, caption: String, ids: &[WorkId]) -> Table {
    let columns = vec![
        localized.column("date", message!("answers-date")).date(),
        Column::for_machines("id"),
        localized.column("name", message!("answers-work", kind = localized.kind())),
        localized.column("institutions", message!("answers-institutions")).list(),
        Column::for_machines("title"),
        Column::for_machines("authors"),
        Column::for_machines("criteria").list(),
        Column::for_machines("domains").list(),
        Column::for_machines("citations").integer(),
        Column::for_machines("citations_as_of").date(),
        Column::for_machines("accessibility"),
        Column::for_machines("links").list(),
        Column::for_machines("source"),
    ];
    let rows = ids.iter().map(|&id| cells(localized, id)).collect();
    Table { name: name.to_owned(), caption, columns, rows }
}

fn cells(localized: &LocalizedContext<'_, '_>, id: WorkId) -> Vec<Cell> {
    let corpus = localized.context.corpus;
    let work = corpus.work(id);
    let words = |list: &[Box<str>]| Cell::list(list.iter().map(|word| word.to_string()).collect());
    vec![
        work.date.map_or(Cell::Empty, |date| Cell::Text(date.to_string())),
        Cell::text(corpus.work_key(id)),
        Cell::link(work.name, work.links.first().copied()),
        Cell::list(corpus.institutions_of(id).iter().map(|&id| localized.name(id)).collect()),
        Cell::text(work.title),
        Cell::text(work.authors),
        words(work.criteria),
        words(work.domains),
        Cell::count(work.citations.map(|(count, _)| count as usize)),
        work.citations.and_then(|(_, day)| day).map_or(Cell::Empty, |day| Cell::Text(day.to_string())),
        Cell::text(work.accessibility),
        Cell::list(work.links.iter().map(|link| (*link).to_owned()).collect()),
        source(corpus, &work).map_or(Cell::Empty, Cell::Text),
    ]
}
