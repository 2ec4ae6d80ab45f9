//! Institutions of a work, and all that is recorded on it.

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::thousands;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::{SourceStatement, WorkId};
use crate::message;
use crate::messages::Message;
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, Method, PartnerRecord, WorkRecord};
use crate::query::works::Row;
use serde::Serialize;

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
    let localized = LocalizedContext::new(context, language);
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
    let mut notes = statements(&localized, id);
    notes.extend(localized.data());
    Answer {
        language: localized.language,
        found: !institutions.is_empty(),
        lead: localized
            .lead(vec![lead(&localized, id)], if excluded.is_empty() { Basis::Works } else { Basis::Ties(&excluded) }),
        tables: vec![builders(&localized, institutions), facts(&localized, id)],
        notes,
        record: record::value(&record),
    }
}

fn lead(localized: &LocalizedContext<'_, '_>, id: WorkId) -> Message {
    let institutions = localized.context.corpus.institutions_of(id);
    let (work, names) = (localized.dated(id), localized.institution_list(institutions));
    match institutions.len() {
        0 => message!("work-no-institution", work = work),
        1 => message!("work-solo", work = work, name = names),
        count => message!("work-joint", work = work, count = count, names = names),
    }
}

fn statements(localized: &LocalizedContext<'_, '_>, id: WorkId) -> Vec<Message> {
    let statements = localized.context.corpus.statements(id).iter();
    let statement = |one: &SourceStatement| {
        let text = localized.pick((&one.text, &one.text_ko));
        message!("work-statement", about = &one.about, source = &one.source, text = text)
    };
    statements.map(statement).collect()
}

fn builders(localized: &LocalizedContext<'_, '_>, institutions: &[InstitutionId]) -> Table {
    let columns = vec![
        localized.column("institution", message!("answers-institution")),
        Column::for_machines("id"),
        Column::for_machines("name"),
        Column::for_machines("name_ko"),
        localized.column("country", message!("answers-country")),
        localized.column("sector", message!("answers-sector")),
    ];
    let row = |&id: &InstitutionId| {
        let institution = localized.context.corpus.institution(id);
        vec![
            Cell::text(localized.name(id)),
            Cell::text(&institution.id),
            Cell::text(&institution.names.name),
            Cell::text(institution.names.name_ko.clone().unwrap_or_default()),
            localized.countries(id),
            localized.sector(id),
        ]
    };
    Table {
        name: "institutions".to_owned(),
        caption: localized.text(message!("answers-institutions")),
        columns,
        rows: institutions.iter().map(row).collect(),
    }
}

/// Table of facts; unknown ones are omitted.
fn facts(localized: &LocalizedContext<'_, '_>, id: WorkId) -> Table {
    let work = localized.context.corpus.work(id);
    let words = |list: &[Box<str>]| list.iter().map(|word| word.to_string()).collect::<Vec<_>>();
    let citations = work.citations.map_or_else(String::new, |(count, day)| match day {
        Some(day) => localized.text(message!("work-citations-on", count = count, date = day)),
        None => thousands(u64::from(count)),
    });
    let links = work.links.iter().map(|link| (*link).to_owned()).collect();
    let all = [
        (message!("work-title"), Cell::text(work.title)),
        (message!("answers-authors"), Cell::text(work.authors)),
        (message!("answers-date"), work.date.map_or(Cell::Empty, |date| Cell::Text(date.to_string()))),
        (message!("work-criteria"), Cell::list(work.criteria.iter().map(|word| localized.term(word)).collect())),
        (message!("work-domains"), Cell::list(words(work.domains))),
        (message!("work-citations"), Cell::text(citations)),
        (message!("work-accessibility"), Cell::text(localized.term(work.accessibility))),
        (message!("work-links"), Cell::list(links)),
    ];
    let known = all.into_iter().filter(|(_, cell)| *cell != Cell::Empty);
    Table {
        name: "facts".to_owned(),
        caption: localized.text(message!("work-facts")),
        columns: vec![
            localized.column("fact", message!("work-fact")),
            localized.column("value", message!("work-value")),
        ],
        rows: known.map(|(name, cell)| vec![Cell::Text(localized.text(name)), cell]).collect(),
    }
}
