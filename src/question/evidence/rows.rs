//! Which works stand behind each row of a table: for files that have one table only.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::answer::told::{Cell, Column, Table};
use crate::corpus::Corpus;
use crate::corpus::work::WorkId;
use crate::question::evidence::{is_work, place};

/// What works may be named, and by which keys.
pub(super) struct Named<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) keys: &'a BTreeMap<String, WorkId>,
    /// The works that the answer rests on.
    pub(super) works: &'a BTreeSet<WorkId>,
}

/// Adds the column `evidence` (`file:line`, for machines) to the main table of an answer, by the part of the
/// record that tells the same rows. Of several sides, the first that has works for a row tells them. A row that
/// no part of the record tells has an empty cell, so that the header never depends on the data.
pub(super) fn add(sides: &[Named<'_>], record: &Value, table: &mut Table) {
    let told = parallel(record, table).or_else(|| scattered(record, table));
    let told = told.unwrap_or_else(|| vec![None; table.rows.len()]);
    let places = |row: &Value| {
        let mut found = sides.iter().map(|named| {
            let works = behind(named, row).into_iter();
            works.filter_map(|work| told_place(named.corpus, work)).collect::<Vec<String>>()
        });
        found.find(|places| !places.is_empty()).unwrap_or_default()
    };
    let places: Vec<Vec<String>> = told.into_iter().map(|row| row.map_or_else(Vec::new, places)).collect();
    table.columns.push(Column::for_machines("evidence"));
    for (row, places) in table.rows.iter_mut().zip(places) {
        row.push(Cell::list(places));
    }
}

fn told_place(corpus: &Corpus, work: WorkId) -> Option<String> {
    match place(corpus, work) {
        (Some(file), Some(line)) => Some(format!("{file}:{line}")),
        (file, _) => file,
    }
}

/// The list of the record whose objects hold the ids of the rows, in their order.
fn parallel<'v>(record: &'v Value, table: &Table) -> Option<Vec<Option<&'v Value>>> {
    let ids: Vec<BTreeSet<&str>> = (0..table.rows.len()).map(|row| ids(table, row)).collect();
    if ids.is_empty() || ids.iter().any(BTreeSet::is_empty) {
        return None;
    }
    let mut open = vec![record];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(object) => open.extend(object.values()),
            Value::Array(list) if list.len() >= ids.len() => {
                let holds = |(ids, told): (&BTreeSet<&str>, &Value)| {
                    let mut texts = BTreeSet::new();
                    collect(told, &mut texts);
                    told.is_object() && ids.is_subset(&texts)
                };
                if ids.iter().zip(list).all(holds) {
                    return Some(list[..ids.len()].iter().map(Some).collect());
                }
            }
            _ => {}
        }
    }
    None
}

/// For each row the object of the record with its ids, wherever it stands: rows of several lists in one table.
fn scattered<'v>(record: &'v Value, table: &Table) -> Option<Vec<Option<&'v Value>>> {
    let mut by_ids: BTreeMap<BTreeSet<&str>, &Value> = BTreeMap::new();
    let mut open = vec![record];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(list) => open.extend(list),
            Value::Object(object) => {
                let id = |value: Option<&'v Value>| value.and_then(Value::as_str);
                let end = |key: &str| id(object.get(key).and_then(|party| party.get("id")));
                let own: BTreeSet<&str> = id(object.get("id")).into_iter().chain(end("a")).chain(end("b")).collect();
                by_ids.entry(own).or_insert(value);
                open.extend(object.values());
            }
            _ => {}
        }
    }
    let found: Vec<Option<&Value>> =
        (0..table.rows.len()).map(|row| by_ids.get(&ids(table, row)).copied().filter(|one| *one != record)).collect();
    found.iter().any(Option::is_some).then_some(found)
}

/// The identifiers of a row: cells of the columns `id`, `key`, `ids`, `a_id`, `shared_ids` …
fn ids(table: &Table, row: usize) -> BTreeSet<&str> {
    let is_id = |key: &str| matches!(key, "id" | "ids" | "key") || key.ends_with("_id") || key.ends_with("_ids");
    let cells = table.columns.iter().zip(&table.rows[row]).filter(|(column, _)| is_id(&column.key));
    cells
        .flat_map(|(_, cell)| match cell {
            Cell::Text(text) => std::slice::from_ref(text),
            Cell::List(texts) => texts.as_slice(),
            _ => &[],
        })
        .map(String::as_str)
        .collect()
}

fn collect<'v>(value: &'v Value, texts: &mut BTreeSet<&'v str>) {
    match value {
        Value::String(text) => drop(texts.insert(text)),
        Value::Array(list) => list.iter().for_each(|one| collect(one, texts)),
        Value::Object(object) => object.values().for_each(|one| collect(one, texts)),
        _ => {}
    }
}

/// The works that a row names; else those that its institutions made, together if there are several; else those
/// of the country, sector or year that it is about.
fn behind(named: &Named<'_>, row: &Value) -> BTreeSet<WorkId> {
    let (mut works, mut institutions, mut names_works) = (BTreeSet::new(), BTreeSet::new(), false);
    let mut open = vec![row];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(list) => open.extend(list),
            Value::Object(object) => {
                let id = object.get("id").and_then(Value::as_str);
                if is_work(object) {
                    names_works = true;
                    works.extend(id.and_then(|id| named.keys.get(id)));
                } else {
                    institutions.extend(id.and_then(|id| named.corpus.institution_by_key(id)));
                    open.extend(object.values());
                }
            }
            _ => {}
        }
    }
    if names_works {
        return works;
    }
    if institutions.is_empty() {
        return part(named, row);
    }
    let least = institutions.len().min(2);
    let mut times: BTreeMap<WorkId, usize> = BTreeMap::new();
    for &work in institutions.iter().flat_map(|&id| named.corpus.works_of(id)) {
        *times.entry(work).or_default() += 1;
    }
    times
        .into_iter()
        .filter(|(work, times)| *times >= least && named.works.contains(work))
        .map(|(work, _)| work)
        .collect()
}

/// The works of a part of the whole: `by` and `key` of the indicators.
fn part(named: &Named<'_>, row: &Value) -> BTreeSet<WorkId> {
    let text = |field: &str| row.get(field).and_then(Value::as_str).unwrap_or_default();
    let (by, key) = (text("by"), text("key"));
    let corpus = named.corpus;
    let team = |work: WorkId| corpus.institutions_of(work).iter().map(|&id| corpus.institution(id));
    let is_in = |work: WorkId| match by {
        "all" => true,
        "country" => team(work).any(|one| one.countries.iter().any(|country| country.code() == key)),
        "sector" => team(work).any(|one| one.sectors.iter().any(|sector| sector.key() == key)),
        "institution" => team(work).any(|one| one.id == key),
        "year" => corpus.date(work).is_some_and(|date| date.to_string().starts_with(key)),
        _ => false,
    };
    named.works.iter().copied().filter(|&work| is_in(work)).collect()
}
