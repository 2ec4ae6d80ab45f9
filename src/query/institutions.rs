//! List of institutions.

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::message;
use crate::messages::Message;
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, InstitutionRecord, Method};
use crate::query::require_works;
use serde::Serialize;

/// An institution with its counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    #[serde(flatten)]
    institution: InstitutionRecord,
    sectors: Vec<&'static str>,
    parent: Option<String>,
    aliases: Vec<String>,
    works: usize,
    co_made: usize,
    partners: usize,
    strength: Real,
    since: Option<String>,
    until: Option<String>,
    #[serde(skip)]
    id: InstitutionId,
}

impl Row {
    fn of(context: &QueryContext<'_>, id: InstitutionId) -> Self {
        let (corpus, network) = (context.corpus, context.network());
        let institution = corpus.institution(id);
        let works = corpus.works_of(id);
        let dates = || works.iter().filter_map(|&work| corpus.date(work));
        let node = network.node_of(id);
        Self {
            institution: InstitutionRecord::of(corpus, id),
            sectors: institution.sectors.iter().map(|sector| sector.key()).collect(),
            parent: institution.parent.clone(),
            aliases: institution.aliases.clone(),
            works: works.len(),
            co_made: works.iter().filter(|&&work| corpus.actor_count(work) > 1).count(),
            partners: network.adjacency().degree(node),
            // The empty sum of floats is -0.
            strength: Real(network.adjacency().weights(node).iter().sum::<f64>() + 0.0),
            since: dates().min().map(|date| date.to_string()),
            until: dates().max().map(|date| date.to_string()),
            id,
        }
    }
}

#[derive(Serialize)]
struct Record<'r> {
    rows: &'r [Row],
    #[serde(flatten)]
    method: Method,
    others: usize,
}

/// Institutions that meet the filter, by number of works in descending order (of partners, where there are no works), then
/// name.
#[must_use]
pub fn ask(context: &QueryContext<'_>, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let mut rows: Vec<Row> =
        context.corpus.institution_ids().filter(|&id| context.shows(id)).map(|id| Row::of(context, id)).collect();
    let label = |row: &Row| context.corpus.institution(row.id).names.label().to_owned();
    let rank = |row: &Row| (row.works, if context.corpus.work_count() > 0 { 0 } else { row.partners });
    rows.sort_by(|a, b| rank(b).cmp(&rank(a)).then_with(|| label(a).cmp(&label(b))).then(a.id.cmp(&b.id)));
    let others = context.corpus.institution_count() - rows.len();
    let excluded = context.network().excluded();
    let record = Record { rows: &rows, method: Method::of(context, excluded), others };
    let mut notes: Vec<Message> = others_note(others).into_iter().collect();
    notes.extend(localized.method());
    Answer {
        language: localized.language,
        found: !rows.is_empty(),
        lead: localized.lead(vec![lead(context, &rows)], Basis::Ties(excluded)),
        tables: vec![table(&localized, &rows)],
        notes,
        record: record::value(&record),
    }
}

/// Note on institutions that took part but do not meet the filter.
#[must_use]
pub fn others_note(others: usize) -> Option<Message> {
    (others > 0).then(|| message!("institutions-others", count = others))
}

fn lead(context: &QueryContext<'_>, rows: &[Row]) -> Message {
    let partnered = rows.iter().filter(|row| row.partners > 0).count();
    match (rows.len(), partnered) {
        (0, _) => message!("answers-no-institution-matches", filter = context.filter_state()),
        (all, some) if all == some => message!("institutions-all-with-partners", count = all),
        (all, some) => message!("institutions-some-with-partners", count = all, partnered = some),
    }
}

fn table(localized: &LocalizedContext<'_, '_>, rows: &[Row]) -> Table {
    let columns = vec![
        localized.column("institution", message!("answers-institution")),
        Column::for_machines("id"),
        Column::for_machines("name"),
        Column::for_machines("name_ko"),
        localized.column("country", message!("answers-country")),
        localized.column("sector", message!("answers-sector")),
        Column::for_machines("ror").url(),
        Column::for_machines("parent"),
        localized.column("works", message!("answers-number-of-works", kind = localized.kind())).integer(),
        localized.column("co_made", message!("answers-joint")).integer(),
        localized.column("partners", message!("answers-partners")).integer(),
        localized.column("strength", message!("answers-strength")).real(),
        Column::for_machines("since").date(),
        Column::for_machines("until").date(),
        Column::for_machines("aliases").list(),
    ];
    let cells = |row: &Row| {
        let text = |text: &Option<String>| Cell::text(text.clone().unwrap_or_default());
        vec![
            Cell::text(localized.name(row.id)),
            Cell::text(&row.institution.id),
            Cell::text(&row.institution.name),
            text(&row.institution.name_ko),
            localized.countries(row.id),
            localized.sector(row.id),
            text(&row.institution.ror),
            text(&row.parent),
            Cell::Count(row.works as u64),
            Cell::Count(row.co_made as u64),
            Cell::Count(row.partners as u64),
            Cell::Real(row.strength.0),
            text(&row.since),
            text(&row.until),
            Cell::list(row.aliases.clone()),
        ]
    };
    Table {
        name: "institutions".to_owned(),
        caption: if require_works::has_no_works(localized.context) {
            localized.text(message!("institutions-by-partners"))
        } else {
            localized.text(message!("institutions-by-works", kind = localized.kind()))
        },
        columns,
        rows: rows.iter().map(cells).collect(),
    }
}
