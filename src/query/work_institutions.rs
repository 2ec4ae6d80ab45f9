//! Institutions of a work, and all that is recorded on it.

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::thousands;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::{Statement, WorkId};
use crate::message;
use crate::messages::Message;
use crate::query::context::QueryContext;
use crate::query::record::{self, Method, PartnerRecord, WorkRecord};
use crate::query::voice::Voice;
use crate::query::works::Row;

/// Weight of an affiliation in the two-mode network.
const AFFILIATION_WEIGHT: f64 = 1.0;

#[derive(Serialize)]
struct Record {
    of: WorkSubject,
    partners: Vec<PartnerRecord>,
    solo_works: Vec<WorkRecord>,
    #[serde(flatten)]
    method: Method,
    work: Row,
}

/// The work, with the fields of an institution record.
#[derive(Serialize)]
struct WorkSubject {
    id: String,
    name: String,
    name_ko: Option<String>,
    country: Option<String>,
    sector: Option<String>,
    kind: &'static str,
    date: Option<String>,
    link: Option<String>,
}

/// Institutions of work `id` in recorded order, and its facts.
#[must_use]
pub fn ask(context: &QueryContext<'_>, id: WorkId, language: Language) -> Answer {
    let voice = Voice::new(context, language);
    let institutions = context.corpus.institutions_of(id);
    let evidence = WorkRecord::of(context.corpus, id);
    let excluded: Vec<WorkId> = context.is_excluded(id).then_some(id).into_iter().collect();
    let record = Record {
        of: WorkSubject {
            id: evidence.id.clone(),
            name: evidence.name.clone(),
            name_ko: None,
            country: None,
            sector: None,
            kind: "work",
            date: evidence.date.clone(),
            link: evidence.link.clone(),
        },
        partners: institutions.iter().map(|&one| PartnerRecord::of(context, one, AFFILIATION_WEIGHT, &[id])).collect(),
        solo_works: if institutions.len() == 1 { vec![evidence.clone()] } else { Vec::new() },
        method: Method::of(context, &excluded),
        work: Row::of(context.corpus, id),
    };
    let mut notes = voice.texts(statements(&voice, id));
    notes.extend(if excluded.is_empty() { voice.data() } else { voice.method(&excluded) });
    Answer {
        found: !institutions.is_empty(),
        lead: vec![voice.text(lead(&voice, id))],
        tables: vec![builders(&voice, institutions), facts(&voice, id)],
        notes,
        record: record::value(&record),
    }
}

fn lead(voice: &Voice<'_, '_>, id: WorkId) -> Message {
    let institutions = voice.context.corpus.institutions_of(id);
    let (work, names) = (voice.dated(id), voice.institution_list(institutions));
    match institutions.len() {
        0 => message!("work-no-institution", work = work),
        1 => message!("work-solo", work = work, name = names),
        count => message!("work-joint", work = work, count = count, names = names),
    }
}

fn statements(voice: &Voice<'_, '_>, id: WorkId) -> Vec<Message> {
    let statements = voice.context.corpus.statements(id).iter();
    let statement = |one: &Statement| {
        let text = voice.pick((&one.says, &one.says_ko));
        message!("work-statement", about = &one.about, source = &one.source, text = text)
    };
    statements.map(statement).collect()
}

fn builders(voice: &Voice<'_, '_>, institutions: &[InstitutionId]) -> Table {
    let columns = vec![
        Column::new("institution", voice.text(message!("answers-institution"))),
        Column::for_machines("id"),
        Column::for_machines("name"),
        Column::for_machines("name_ko"),
        Column::new("country", voice.text(message!("answers-country"))),
        Column::new("sector", voice.text(message!("answers-sector"))),
    ];
    let row = |&id: &InstitutionId| {
        let institution = voice.context.corpus.institution(id);
        vec![
            Cell::text(voice.name(id)),
            Cell::text(&institution.id),
            Cell::text(&institution.names.name),
            Cell::text(institution.names.name_ko.clone().unwrap_or_default()),
            voice.countries(id),
            voice.sector(id),
        ]
    };
    Table {
        name: "institutions".to_owned(),
        caption: voice.text(message!("answers-institutions")),
        columns,
        rows: institutions.iter().map(row).collect(),
    }
}

/// Table of facts; unknown ones are omitted.
fn facts(voice: &Voice<'_, '_>, id: WorkId) -> Table {
    let work = voice.context.corpus.work(id);
    let words = |list: &[Box<str>]| list.iter().map(|word| word.to_string()).collect::<Vec<_>>();
    let citations = work.citations.map_or_else(String::new, |(count, day)| match day {
        Some(day) => voice.text(message!("work-citations-on", count = count, date = day)),
        None => thousands(u64::from(count)),
    });
    let links = work.links.iter().map(|link| (*link).to_owned()).collect();
    let all = [
        (message!("work-title"), Cell::text(work.title)),
        (message!("answers-authors"), Cell::text(work.authors)),
        (message!("answers-date"), work.date.map_or(Cell::Empty, |date| Cell::Text(date.to_string()))),
        (message!("work-criteria"), Cell::list(work.criteria.iter().map(|word| voice.term(word)).collect())),
        (message!("work-domains"), Cell::list(words(work.domains))),
        (message!("work-citations"), Cell::text(citations)),
        (message!("work-accessibility"), Cell::text(voice.term(work.accessibility))),
        (message!("work-links"), Cell::list(links)),
    ];
    let known = all.into_iter().filter(|(_, cell)| *cell != Cell::Empty);
    Table {
        name: "facts".to_owned(),
        caption: voice.text(message!("work-facts")),
        columns: vec![
            Column::new("fact", voice.text(message!("work-fact"))),
            Column::new("value", voice.text(message!("work-value"))),
        ],
        rows: known.map(|(name, cell)| vec![Cell::Text(voice.text(name)), cell]).collect(),
    }
}
