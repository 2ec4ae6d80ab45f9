//! Which works are there?

use serde::Serialize;

use crate::answer::language::Language;
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::Corpus;
use crate::corpus::work::{SourceStatement, Work, WorkId};
use crate::question::lack;
use crate::question::record::{self, Party};
use crate::question::scope::Scope;
use crate::question::voice::Voice;

/// Everything known of a work.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Publication date.
    pub date: Option<String>,
    /// First address.
    pub link: Option<String>,
    /// The institutions behind it, in the order of the record.
    pub institutions: Vec<Party>,
    /// Title of the paper.
    pub title: Option<String>,
    /// Authors as recorded.
    pub authors: Option<String>,
    /// Why it is listed.
    pub criteria: Vec<String>,
    /// Fields.
    pub domains: Vec<String>,
    /// Citations.
    pub citations: Option<u32>,
    /// Day of the citation count.
    pub citations_as_of: Option<String>,
    /// How it can be had.
    pub accessibility: Option<String>,
    /// All addresses.
    pub links: Vec<String>,
    /// The input it was read from.
    pub source: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// What others say about it.
    pub statements: Vec<Said>,
}

/// A statement about a work.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Said {
    /// Who says it.
    pub source: String,
    /// The fact it is about.
    pub about: String,
    /// What is said, in English.
    pub says: String,
    /// What is said, in Korean.
    pub says_ko: String,
}

impl Row {
    /// The row of a work.
    #[must_use]
    pub fn of(corpus: &Corpus, id: WorkId) -> Self {
        let work = corpus.work(id);
        let words = |list: &[Box<str>]| list.iter().map(|word| word.to_string()).collect();
        Self {
            id: corpus.work_key(id),
            name: work.name.to_owned(),
            date: work.date.map(|date| date.to_string()),
            link: work.links.first().map(|link| (*link).to_owned()),
            institutions: corpus.institutions_of(id).iter().map(|&id| Party::of(corpus, id)).collect(),
            title: some(work.title),
            authors: some(work.authors),
            criteria: words(work.criteria),
            domains: words(work.domains),
            citations: work.citations.map(|(count, _)| count),
            citations_as_of: work.citations.and_then(|(_, day)| day).map(|day| day.to_string()),
            accessibility: some(work.accessibility),
            links: work.links.iter().map(|link| (*link).to_owned()).collect(),
            source: source(corpus, &work),
            aliases: corpus.work_aliases(id).to_vec(),
            statements: corpus.statements(id).iter().map(said).collect(),
        }
    }
}

fn said(statement: &SourceStatement) -> Said {
    Said {
        source: statement.source.clone(),
        about: statement.about.clone(),
        says: statement.text.clone(),
        says_ko: statement.text_ko.clone(),
    }
}

fn some(text: &str) -> Option<String> {
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

/// Lists the works of the scope in canonical order (date, name).
#[must_use]
pub fn ask(scope: &Scope<'_>, language: Language) -> Answer {
    lack::told(scope, answer(scope, language), language)
}

fn answer(scope: &Scope<'_>, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let ids: Vec<WorkId> = scope.corpus.work_ids().collect();
    let record = Record { rows: ids.iter().map(|&id| Row::of(scope.corpus, id)).collect(), notices: scope.notices };
    let caption = voice.say("Works by date", format!("날짜순 {}", scope.noun.korean().0));
    Answer {
        found: !ids.is_empty(),
        lead: vec![lead(&voice, &ids)],
        tables: vec![table(&voice, "works", caption, &ids)],
        notes: voice.data(),
        record: record::value(&record),
    }
}

fn lead(voice: &Voice<'_, '_>, ids: &[WorkId]) -> String {
    let corpus = voice.scope.corpus;
    if ids.is_empty() {
        let noun = voice.scope.noun.korean().0;
        return voice.say("No work meets the filter.", format!("조건에 맞는 {noun} 없음."));
    }
    let (works, institutions) = (voice.works(ids.len()), voice.institutions(corpus.institution_count()));
    match corpus.period() {
        Some((first, last)) => voice.say(
            format!("{works} by {institutions}, {first} – {last}."),
            format!("{institutions}의 {works}, {first} – {last}."),
        ),
        None => voice.say(format!("{works} by {institutions}."), format!("{institutions}의 {works}.")),
    }
}

/// A table of works.
#[must_use]
pub fn table(voice: &Voice<'_, '_>, name: &str, caption: String, ids: &[WorkId]) -> Table {
    let columns = vec![
        Column::new("date", voice.say("Date", "날짜")),
        Column::for_machines("id"),
        Column::new("name", voice.say("Work", voice.scope.noun.korean().0)),
        Column::new("institutions", voice.say("Institutions", "기관")),
        Column::for_machines("title"),
        Column::for_machines("authors"),
        Column::for_machines("criteria"),
        Column::for_machines("domains"),
        Column::for_machines("citations"),
        Column::for_machines("citations_as_of"),
        Column::for_machines("accessibility"),
        Column::for_machines("links"),
        Column::for_machines("source"),
    ];
    let rows = ids.iter().map(|&id| cells(voice, id)).collect();
    Table { name: name.to_owned(), caption, columns, rows }
}

fn cells(voice: &Voice<'_, '_>, id: WorkId) -> Vec<Cell> {
    let corpus = voice.scope.corpus;
    let work = corpus.work(id);
    let words = |list: &[Box<str>]| Cell::list(list.iter().map(|word| word.to_string()).collect());
    vec![
        work.date.map_or(Cell::Empty, |date| Cell::Text(date.to_string())),
        Cell::text(corpus.work_key(id)),
        Cell::link(work.name, work.links.first().copied()),
        Cell::list(corpus.institutions_of(id).iter().map(|&id| voice.name(id)).collect()),
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
