//! Locations of the works behind each row of a table, for formats with a single table.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value;

use crate::answer::table::{Cell, Column, Table};
use crate::corpus::Corpus;
use crate::corpus::place;
use crate::corpus::work::WorkId;

/// Adds the machine-only column `evidence` (`file:line`) to a table. `locations` gives those of the part of the record
/// that describes a row; rows without such a part get an empty cell, so that the header does not depend on the data.
pub(super) fn add(record: &Value, table: &mut Table, locations: impl Fn(&Value) -> Vec<String>) {
    let mut candidates = aligned_lists(record, table);
    candidates.extend(matching_objects(record, table));
    let locate = |rows: Vec<Option<&Value>>| -> Vec<Vec<String>> {
        rows.into_iter().map(|row| row.map_or_else(Vec::new, &locations)).collect()
    };
    // Several lists may describe the rows: take the first that leads to works.
    let located = candidates.into_iter().map(locate).find(|rows| rows.iter().any(|row| !row.is_empty()));
    let locations = located.unwrap_or_else(|| vec![Vec::new(); table.rows.len()]);
    table.columns.push(Column::for_machines("evidence").list());
    for (row, locations) in table.rows.iter_mut().zip(locations) {
        row.push(Cell::list(locations));
    }
}

/// Locations `file:line` of works.
pub(super) fn locations(corpus: &Corpus, works: BTreeSet<WorkId>) -> Vec<String> {
    let all = works.into_iter().flat_map(|work| super::source_rows(corpus, work));
    all.filter_map(|row| match row {
        (Some(file), Some(line)) => Some(place::written(&file, u64::from(line), 0)),
        (file, _) => file,
    })
    .collect()
}

/// Lists of the record whose objects correspond to the rows in order, by identifiers: `rows` first, then breadth
/// first.
fn aligned_lists<'v>(record: &'v Value, table: &Table) -> Vec<Vec<Option<&'v Value>>> {
    let ids: Vec<BTreeSet<&str>> = (0..table.rows.len()).map(|row| ids(table, row)).collect();
    if ids.is_empty() || ids.iter().any(BTreeSet::is_empty) {
        return Vec::new();
    }
    let (mut located, mut queue) = (Vec::new(), VecDeque::from_iter(record.get("rows")));
    queue.push_back(record);
    while let Some(value) = queue.pop_front() {
        match value {
            Value::Object(object) => queue.extend(object.values()),
            Value::Array(list) => {
                if list.len() >= ids.len() && ids.iter().zip(list).all(|(ids, object)| ids.is_subset(&own_ids(object)))
                {
                    located.push(list[..ids.len()].iter().map(Some).collect());
                }
                queue.extend(list);
            }
            _ => {}
        }
    }
    located
}

/// For each row the object with the same identifiers anywhere in the record: for tables that combine several lists.
fn matching_objects<'v>(record: &'v Value, table: &Table) -> Option<Vec<Option<&'v Value>>> {
    let mut by_ids: BTreeMap<BTreeSet<&str>, &Value> = BTreeMap::new();
    let mut queue = VecDeque::from([record]);
    while let Some(value) = queue.pop_front() {
        match value {
            Value::Array(list) => queue.extend(list),
            Value::Object(object) => {
                // An object with the causes of a change takes precedence over a mere reference.
                let slot = by_ids.entry(own_ids(value)).or_insert(value);
                if slot.get("added").is_none() && object.contains_key("added") {
                    *slot = value;
                }
                queue.extend(object.values());
            }
            _ => {}
        }
    }
    let located: Vec<Option<&Value>> =
        (0..table.rows.len()).map(|row| by_ids.get(&ids(table, row)).copied().filter(|one| *one != record)).collect();
    located.iter().any(Option::is_some).then_some(located)
}

/// Identifiers of an object: its `id` or `key`, and those of its ends, members, shared partners and ties.
fn own_ids(value: &Value) -> BTreeSet<&str> {
    let Value::Object(object) = value else { return BTreeSet::new() };
    let mut ids: BTreeSet<&str> = ["id", "key"].iter().filter_map(|&key| object.get(key)?.as_str()).collect();
    for end in ["a", "b", "from", "to", "old", "new"] {
        ids.extend(object.get(end).and_then(|institution| institution.get("id")).and_then(Value::as_str));
    }
    for (list, key) in [("members", "id"), ("institutions", "id"), ("shared", "id"), ("ties", "with")] {
        let list = object.get(list).and_then(Value::as_array).into_iter().flatten();
        ids.extend(list.filter_map(|one| one.get(key).and_then(Value::as_str)));
    }
    ids
}

/// Identifiers in a row: cells of the columns `id`, `key`, `ids`, `a_id`, `shared_ids` …
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
