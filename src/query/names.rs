//! Report on name resolution: merged names with rule and location, omitted repetitions, suggested merges.

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::Institution;
use crate::corpus::place;
use crate::message;
use crate::messages::Message;
use crate::names::resolution::{Merge, Omission, Suggestion};
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record;
use serde::Serialize;

#[derive(Serialize)]
struct Record {
    merges: Vec<MergeRow>,
    omissions: Vec<OmissionRow>,
    suggestions: Vec<SuggestionRow>,
}

#[derive(Serialize)]
struct MergeRow {
    recorded: String,
    institution: String,
    name: String,
    rules: Vec<&'static str>,
    #[serde(rename = "places")]
    locations: Vec<String>,
}

#[derive(Serialize)]
struct OmissionRow {
    rule: &'static str,
    text: String,
    #[serde(rename = "place")]
    location: String,
}

#[derive(Serialize)]
struct SuggestionRow {
    keep: NamedInstitution,
    merge: NamedInstitution,
    reason: &'static str,
    score: Real,
}

#[derive(Serialize)]
struct NamedInstitution {
    id: String,
    name: String,
    works: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    ror: Option<String>,
}

/// Results of name resolution while reading the inputs.
#[derive(Clone, Copy, Debug, Default)]
pub struct NameReport<'t> {
    /// Recorded names that were merged into others.
    pub merges: &'t [Merge],
    /// Repetitions that were omitted after merging.
    pub omissions: &'t [Omission],
    /// Pairs of names that may be one institution.
    pub suggestions: &'t [Suggestion],
}

/// Lists merges, omissions and suggestions; merges of institutions outside the corpus are dropped. [`Answer::found`]:
/// there is at least one.
#[must_use]
pub fn ask(context: &QueryContext<'_>, report: NameReport<'_>, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let NameReport { merges, omissions, suggestions } = report;
    let merges: Vec<&Merge> =
        merges.iter().filter(|merge| context.corpus.institution_by_key(&merge.institution).is_some()).collect();
    let record = Record {
        merges: merges.iter().map(|merge| merge_row(&localized, merge)).collect(),
        omissions: omissions.iter().map(|one| omission_row(&localized, one)).collect(),
        suggestions: suggestions.iter().map(|one| suggestion_row(&localized, one)).collect(),
    };
    let mut tables = vec![merge_table(&localized, &merges)];
    if !omissions.is_empty() {
        tables.push(omission_table(&localized, omissions));
    }
    if !suggestions.is_empty() {
        tables.push(suggestion_table(&localized, suggestions));
    }
    let mut notes = Vec::new();
    if !suggestions.is_empty() {
        notes.push(message!("names-accept"));
    }
    notes.extend(localized.data());
    Answer {
        language: localized.language,
        found: tables.iter().any(|table| !table.rows.is_empty()),
        lead: localized.lead(lead(merges.len(), omissions.len(), suggestions.len()), Basis::Works),
        tables,
        notes,
        record: record::value(&record),
    }
}

/// Institution that a recorded name was merged into: its full preferred name if the usual label equals the recorded
/// name.
fn merged_into(localized: &LocalizedContext<'_, '_>, merge: &Merge) -> String {
    let corpus = localized.context.corpus;
    let Some(id) = corpus.institution_by_key(&merge.institution) else { return merge.institution.clone() };
    let names = &corpus.institution(id).names;
    let is_label = names.label() == merge.recorded || names.label_ko() == Some(merge.recorded.as_str());
    if is_label { names.name.clone() } else { localized.name(id) }
}

fn merge_row(localized: &LocalizedContext<'_, '_>, merge: &Merge) -> MergeRow {
    MergeRow {
        recorded: merge.recorded.clone(),
        institution: merge.institution.clone(),
        name: merged_into(localized, merge),
        rules: merge.rules.iter().map(|rule| rule.key()).collect(),
        locations: merge.locations.clone(),
    }
}

fn omission_row(localized: &LocalizedContext<'_, '_>, one: &Omission) -> OmissionRow {
    let text = localized.text(one.message.clone());
    OmissionRow { rule: one.rule.key(), text, location: one.location.clone() }
}

fn suggestion_row(localized: &LocalizedContext<'_, '_>, one: &Suggestion) -> SuggestionRow {
    let named = |institution: &Institution, works| NamedInstitution {
        id: institution.id.clone(),
        name: institution.names.name.clone(),
        works,
        ror: institution.ror.clone(),
    };
    let corpus = localized.context.corpus;
    let works = |id| corpus.works_of(id).len();
    SuggestionRow {
        keep: named(one.keep.institution(corpus), one.keep.id().map_or(0, works)),
        merge: named(corpus.institution(one.merge), works(one.merge)),
        reason: one.reason.key(),
        score: Real(one.reason.score()),
    }
}

fn lead(merges: usize, omissions: usize, suggestions: usize) -> Vec<Message> {
    let omissions = (omissions > 0).then(|| message!("names-omissions-count", count = omissions));
    let mut lead = vec![message!("names-merges-count", count = merges)];
    lead.extend(omissions);
    lead.push(message!("names-suggestions-count", count = suggestions));
    lead
}

fn merge_table(localized: &LocalizedContext<'_, '_>, merges: &[&Merge]) -> Table {
    let columns = vec![
        localized.column("recorded", message!("names-recorded")),
        localized.column("institution", message!("names-merged-into")),
        Column::for_machines("id"),
        localized.column("rule", message!("names-rule")),
        localized.column("rows", message!("names-rows")).integer(),
        localized.column("lines", message!("names-location")).list(),
        Column::for_machines("places").list(),
    ];
    let row = |merge: &&Merge| {
        vec![
            Cell::text(&merge.recorded),
            Cell::text(merged_into(localized, merge)),
            Cell::text(&merge.institution),
            rules(localized, merge),
            Cell::Count(short_locations(&merge.locations).len() as u64),
            Cell::list(short_locations(&merge.locations)),
            Cell::list(merge.locations.clone()),
        ]
    };
    let caption = localized.text(message!("names-merges"));
    Table { name: "merges".to_owned(), caption, columns, rows: merges.iter().map(row).collect() }
}

fn rules(localized: &LocalizedContext<'_, '_>, merge: &Merge) -> Cell {
    let words: Vec<String> = merge.rules.iter().map(|rule| localized.text(rule.label())).collect();
    let keys: Vec<&str> = merge.rules.iter().map(|rule| rule.key()).collect();
    Cell::coded(words.join("; "), keys.join("; "))
}

/// Locations in short form: file name and line, then only lines while the file is the same.
fn short_locations(all: &[String]) -> Vec<String> {
    let mut locations: Vec<String> = Vec::new();
    let (mut last_file, mut last_line) = (None, None);
    for location in all {
        let (file, line, _) = place::read(location);
        if last_file != Some(file) {
            locations.push(place::written(file.rsplit(['/', '\\']).next().unwrap_or(file), line, 0));
        } else if last_line != Some(line) {
            locations.push(line.to_string());
        }
        (last_file, last_line) = (Some(file), Some(line));
    }
    locations
}

fn omission_table(localized: &LocalizedContext<'_, '_>, omissions: &[Omission]) -> Table {
    let columns = vec![
        localized.column("rule", message!("names-rule")),
        localized.column("told", message!("names-omission")),
        localized.column("line", message!("names-location")).list(),
        Column::for_machines("place"),
    ];
    let row = |one: &Omission| {
        vec![
            Cell::coded(localized.text(one.rule.label()), one.rule.key()),
            Cell::text(localized.text(one.message.clone())),
            Cell::list(short_locations(std::slice::from_ref(&one.location))),
            Cell::text(&one.location),
        ]
    };
    let caption = localized.text(message!("names-omissions"));
    Table { name: "omissions".to_owned(), caption, columns, rows: omissions.iter().map(row).collect() }
}

fn suggestion_table(localized: &LocalizedContext<'_, '_>, suggestions: &[Suggestion]) -> Table {
    let columns = vec![
        localized.column("merge", message!("names-merge")),
        localized.column("keep", message!("names-keep")),
        Column::for_machines("merge_id"),
        Column::for_machines("keep_id"),
        localized.column("reason", message!("names-reason")),
        localized.column("score", message!("names-score")).real(),
    ];
    let row = |one: &Suggestion| {
        let corpus = localized.context.corpus;
        let (keep, merge) = (one.keep.institution(corpus), corpus.institution(one.merge));
        vec![
            Cell::text(&merge.names.name),
            Cell::text(&keep.names.name),
            Cell::text(&merge.id),
            Cell::text(&keep.id),
            Cell::coded(localized.text(one.reason.label()), one.reason.key()),
            Cell::Real(one.reason.score()),
        ]
    };
    let caption = localized.text(message!("names-suggestions"));
    Table { name: "suggestions".to_owned(), caption, columns, rows: suggestions.iter().map(row).collect() }
}
