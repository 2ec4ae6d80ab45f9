//! Report on name resolution: merged names with rule and location, omitted repetitions, suggested merges.

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::alike::{Merge, Omission, Suggestion};
use crate::message;
use crate::messages::Message;
use crate::query::context::QueryContext;
use crate::query::record;
use crate::query::voice::Voice;

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
    let voice = Voice::new(context, language);
    let NameReport { merges, omissions, suggestions } = report;
    let merges: Vec<&Merge> =
        merges.iter().filter(|merge| context.corpus.institution_by_key(&merge.institution).is_some()).collect();
    let record = Record {
        merges: merges.iter().map(|merge| merge_row(&voice, merge)).collect(),
        omissions: omissions.iter().map(|one| omission_row(&voice, one)).collect(),
        suggestions: suggestions.iter().map(|one| suggestion_row(&voice, one)).collect(),
    };
    let mut tables = vec![merge_table(&voice, &merges)];
    if !omissions.is_empty() {
        tables.push(omission_table(&voice, omissions));
    }
    if !suggestions.is_empty() {
        tables.push(suggestion_table(&voice, suggestions));
    }
    let mut notes = Vec::new();
    if !suggestions.is_empty() {
        notes.push(voice.text(message!("names-accept")));
    }
    notes.extend(voice.data());
    Answer {
        found: tables.iter().any(|table| !table.rows.is_empty()),
        lead: voice.texts(lead(merges.len(), omissions.len(), suggestions.len())),
        tables,
        notes,
        record: record::value(&record),
    }
}

/// Institution that a recorded name was merged into: its full preferred name if the usual label equals the recorded
/// name.
fn merged_into(voice: &Voice<'_, '_>, merge: &Merge) -> String {
    let corpus = voice.context.corpus;
    let Some(id) = corpus.institution_by_key(&merge.institution) else { return merge.institution.clone() };
    let names = &corpus.institution(id).names;
    let is_label = names.label() == merge.recorded || names.label_ko() == Some(merge.recorded.as_str());
    if is_label { names.name.clone() } else { voice.name(id) }
}

fn merge_row(voice: &Voice<'_, '_>, merge: &Merge) -> MergeRow {
    MergeRow {
        recorded: merge.recorded.clone(),
        institution: merge.institution.clone(),
        name: merged_into(voice, merge),
        rules: merge.rules.iter().map(|rule| rule.key()).collect(),
        locations: merge.places.clone(),
    }
}

fn omission_row(voice: &Voice<'_, '_>, one: &Omission) -> OmissionRow {
    let text = voice.pick((&one.told, &one.told_ko));
    OmissionRow { rule: one.rule.key(), text, location: one.place.clone() }
}

fn suggestion_row(voice: &Voice<'_, '_>, one: &Suggestion) -> SuggestionRow {
    let named = |id| {
        let institution = voice.context.corpus.institution(id);
        let works = voice.context.corpus.works_of(id).len();
        NamedInstitution { id: institution.id.clone(), name: institution.names.name.clone(), works }
    };
    SuggestionRow {
        keep: named(one.keep),
        merge: named(one.merge),
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

fn merge_table(voice: &Voice<'_, '_>, merges: &[&Merge]) -> Table {
    let columns = vec![
        Column::new("recorded", voice.text(message!("names-recorded"))),
        Column::new("institution", voice.text(message!("names-merged-into"))),
        Column::for_machines("id"),
        Column::new("rule", voice.text(message!("names-rule"))),
        Column::new("rows", voice.text(message!("names-rows"))),
        Column::new("lines", voice.text(message!("names-location"))),
        Column::for_machines("places"),
    ];
    let row = |merge: &&Merge| {
        vec![
            Cell::text(&merge.recorded),
            Cell::text(merged_into(voice, merge)),
            Cell::text(&merge.institution),
            rules(voice, merge),
            Cell::Count(short_locations(&merge.places).len() as u64),
            Cell::list(short_locations(&merge.places)),
            Cell::list(merge.places.clone()),
        ]
    };
    let caption = voice.text(message!("names-merges"));
    Table { name: "merges".to_owned(), caption, columns, rows: merges.iter().map(row).collect() }
}

fn rules(voice: &Voice<'_, '_>, merge: &Merge) -> Cell {
    let words: Vec<String> = merge.rules.iter().map(|rule| voice.pick(rule.label())).collect();
    let keys: Vec<&str> = merge.rules.iter().map(|rule| rule.key()).collect();
    Cell::coded(words.join("; "), keys.join("; "))
}

/// Locations in short form: file name and line, then only lines while the file is the same.
fn short_locations(all: &[String]) -> Vec<String> {
    let mut locations: Vec<String> = Vec::new();
    let (mut last_file, mut last_line) = (None, None);
    for location in all {
        let mut fields = location.rsplitn(3, ':');
        let (last, second, rest) = (fields.next(), fields.next(), fields.next());
        let (file, line) = match (rest, second, last) {
            (Some(file), Some(line), Some(_)) if line.parse::<u64>().is_ok() => (file, line),
            _ => location.rsplit_once(':').unwrap_or((location, "")),
        };
        if last_file != Some(file) {
            locations.push(format!("{}:{line}", file.rsplit(['/', '\\']).next().unwrap_or(file)));
        } else if last_line != Some(line) {
            locations.push(line.to_owned());
        }
        (last_file, last_line) = (Some(file), Some(line));
    }
    locations
}

fn omission_table(voice: &Voice<'_, '_>, omissions: &[Omission]) -> Table {
    let columns = vec![
        Column::new("rule", voice.text(message!("names-rule"))),
        Column::new("told", voice.text(message!("names-omission"))),
        Column::new("line", voice.text(message!("names-location"))),
        Column::for_machines("place"),
    ];
    let row = |one: &Omission| {
        vec![
            Cell::coded(voice.pick(one.rule.label()), one.rule.key()),
            Cell::text(voice.pick((&one.told, &one.told_ko))),
            Cell::list(short_locations(std::slice::from_ref(&one.place))),
            Cell::text(&one.place),
        ]
    };
    let caption = voice.text(message!("names-omissions"));
    Table { name: "omissions".to_owned(), caption, columns, rows: omissions.iter().map(row).collect() }
}

fn suggestion_table(voice: &Voice<'_, '_>, suggestions: &[Suggestion]) -> Table {
    let columns = vec![
        Column::new("merge", voice.text(message!("names-merge"))),
        Column::new("keep", voice.text(message!("names-keep"))),
        Column::for_machines("merge_id"),
        Column::for_machines("keep_id"),
        Column::new("reason", voice.text(message!("names-reason"))),
        Column::new("score", voice.text(message!("names-score"))),
    ];
    let row = |one: &Suggestion| {
        let (merge, keep) = (voice.context.corpus.institution(one.merge), voice.context.corpus.institution(one.keep));
        vec![
            Cell::text(&merge.names.name),
            Cell::text(&keep.names.name),
            Cell::text(&merge.id),
            Cell::text(&keep.id),
            Cell::coded(voice.pick(one.reason.label()), one.reason.key()),
            Cell::Real(one.reason.score()),
        ]
    };
    let caption = voice.text(message!("names-suggestions"));
    Table { name: "suggestions".to_owned(), caption, columns, rows: suggestions.iter().map(row).collect() }
}
