//! Which works stand behind each row of a table: for files that have one table only.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::answer::told::{Cell, Column, Table};
use crate::corpus::Corpus;
use crate::corpus::work::WorkId;
use crate::question::evidence::place;

/// Adds the column `evidence` (`file:line`, for machines) to the main table of an answer; `places` tells them for the
/// part of the record that tells the same row. A row that no part of the record tells has an empty cell, so that the
/// header never depends on the data.
pub(super) fn add(record: &Value, table: &mut Table, places: impl Fn(&Value) -> Vec<String>) {
    let mut told = parallel(record, table);
    told.extend(scattered(record, table));
    let placed = |rows: Vec<Option<&Value>>| -> Vec<Vec<String>> {
        rows.into_iter().map(|row| row.map_or_else(Vec::new, &places)).collect()
    };
    // Several lists may tell the same rows: the one that leads to works is meant.
    let found = told.into_iter().map(placed).find(|rows| rows.iter().any(|row| !row.is_empty()));
    let places = found.unwrap_or_else(|| vec![Vec::new(); table.rows.len()]);
    table.columns.push(Column::for_machines("evidence"));
    for (row, places) in table.rows.iter_mut().zip(places) {
        row.push(Cell::list(places));
    }
}

/// `file:line` of works.
pub(super) fn places(corpus: &Corpus, works: BTreeSet<WorkId>) -> Vec<String> {
    works.into_iter().filter_map(|work| told_place(corpus, work)).collect()
}

fn told_place(corpus: &Corpus, work: WorkId) -> Option<String> {
    match place(corpus, work) {
        (Some(file), Some(line)) => Some(format!("{file}:{line}")),
        (file, _) => file,
    }
}

/// The lists of the record whose objects hold the ids of the rows, in their order.
fn parallel<'v>(record: &'v Value, table: &Table) -> Vec<Vec<Option<&'v Value>>> {
    let ids: Vec<BTreeSet<&str>> = (0..table.rows.len()).map(|row| ids(table, row)).collect();
    if ids.is_empty() || ids.iter().any(BTreeSet::is_empty) {
        return Vec::new();
    }
    let (mut found, mut open) = (Vec::new(), vec![record]);
    while let Some(value) = open.pop() {
        match value {
            Value::Object(object) => {
                open.extend(object.iter().filter(|(key, _)| *key != "left_out").map(|(_, one)| one));
            }
            Value::Array(list) if list.len() >= ids.len() => {
                let holds = |(ids, told): (&BTreeSet<&str>, &Value)| {
                    let mut texts = BTreeSet::new();
                    collect(told, &mut texts);
                    told.is_object() && ids.is_subset(&texts)
                };
                if ids.iter().zip(list).all(holds) {
                    found.push(list[..ids.len()].iter().map(Some).collect());
                }
            }
            _ => {}
        }
    }
    found
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
