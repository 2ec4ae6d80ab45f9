//! Answers as JSON for readers: sentences, and tables with the cells that readers see.

use collabgraph::answer::Answer;
use collabgraph::answer::table::{Audience, Cell, Table};
use collabgraph::messages::Localizer;
use collabgraph::messages::language::Language;
use serde_json::{Map, Value, json};

/// The answer: sentences in its language, tables, and the record for machines.
pub(crate) fn answer(mut answer: Answer) -> Map<String, Value> {
    let mut members = Map::new();
    members.insert("found".to_owned(), answer.found.into());
    members.insert("lead".to_owned(), answer.lead_sentences().into());
    let notes = answer.note_sentences().into_iter().filter(|note| !is_about_the_command(note));
    members.insert("notes".to_owned(), notes.collect());
    members.insert("tables".to_owned(), answer.tables.iter().filter(|table| table.is_visible()).map(table).collect());
    let record = serde_json::to_value(answer.take_json()).unwrap_or_default();
    members.insert("record".to_owned(), record);
    members
}

/// Whether a note says what to type: the page has buttons for it.
fn is_about_the_command(note: &str) -> bool {
    note.contains("collab ") || note.contains("--")
}

fn table(table: &Table) -> Value {
    let seen: Vec<usize> = (0..table.columns.len()).filter(|&at| table.columns[at].audience == Audience::All).collect();
    let columns: Vec<Value> = seen
        .iter()
        .map(|&at| {
            let column = &table.columns[at];
            let is_number = table.rows.iter().filter_map(|row| row.get(at)).any(Cell::is_number);
            json!({ "key": column.key, "label": column.label, "number": is_number })
        })
        .collect();
    let named = named(table);
    let row = |row: &Vec<Cell>| {
        let cells: Vec<Value> = seen.iter().map(|&at| row.get(at).map_or(Value::Null, cell)).collect();
        let ids: Map<String, Value> = named
            .iter()
            .filter_map(|&(id, name)| match row.get(id)? {
                Cell::Text(id) => Some((table.columns[name].key.clone(), id.as_str().into())),
                _ => None,
            })
            .collect();
        json!({ "cells": cells, "ids": ids })
    };
    let rows: Vec<Value> = table.rows.iter().map(row).collect();
    json!({ "name": table.name, "caption": table.caption, "columns": columns, "rows": rows })
}

/// Columns of ids, each with the column of the names that it identifies: `a_id` belongs to `a`, `id` to the names of its
/// rows.
fn named(table: &Table) -> Vec<(usize, usize)> {
    let at = |key: &str| table.columns.iter().position(|column| column.key == key);
    let of = |id: usize| {
        let key = table.columns[id].key.as_str();
        match key.strip_suffix("_id") {
            Some(name) => Some((id, at(name)?)),
            None if key == "id" => Some((id, ["institution", "partner", "name"].into_iter().find_map(at)?)),
            None => None,
        }
    };
    (0..table.columns.len()).filter_map(of).collect()
}

/// A text, a number, a list of texts, or a text with its address.
fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) | Cell::Coded { text, .. } => json!(text),
        Cell::Count(count) => json!(count),
        Cell::Change(change) => json!(change),
        Cell::Real(number) => json!(number),
        Cell::List(texts) => json!(texts),
        Cell::Link { text, href } => json!({ "text": text, "href": href }),
    }
}

/// A sentence in both languages.
pub(crate) fn in_both(message: &collabgraph::messages::Message) -> Value {
    let (english, korean) = Localizer::in_both(message);
    json!({ "en": english, "ko": korean })
}

/// A name in both languages.
pub(crate) fn name_in_both(names: &collabgraph::corpus::institution::Names) -> Value {
    json!({ "en": Language::English.name(names), "ko": Language::Korean.name(names) })
}
