//! Tables as JSON: rows as objects (a list, or one a line: pandas `orient="records"` and `"table"`, polars, DuckDB, R), rows
//! as lists below names (`orient="split"`, a list whose first row has the names), columns as objects or lists
//! (`orient="columns"`, `"index"`, `to_dict("list")`). They become the text of a table, so that columns, options and the
//! meaning of rows are those of CSV.
//!
//! Sources: <https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.to_json.html>,
//! <https://specs.frictionlessdata.io/table-schema/>.

use std::borrow::Cow;

use serde_json::value::RawValue;

use crate::corpus::hashing::FastMap;
use crate::format::head::Head;
use crate::format::info::Syntax;
use crate::format::json::{Fields, Text};
use crate::format::json_node::Node;
use crate::format::json_shape::Verdict;
use crate::ingest::columns::{Layout, Role};
use crate::message;
use crate::messages::Message;
use crate::normalize::dates::{epoch_units, of_epoch};
use crate::source::error::Error;
use crate::source::input::body;
use crate::source::places::RowPlaces;
use crate::source::position::LineIndex;
use crate::source::table_text::{list_cell, push_row};

/// Cells that are added to make rows of other keys a rectangle, beyond so many times what the rows hold.
const MAX_PADDING: usize = 64;
/// Cells that may be added in any case.
const FREE_CELLS: usize = 1 << 22;

/// The text of a table.
pub(crate) struct TableText {
    pub(crate) text: String,
    pub(crate) places: RowPlaces,
    pub(crate) told: Option<Message>,
}

/// Whether the first part of a text may be that of a table in JSON, so that all of it must be seen.
pub(crate) fn may_be(head: &Head<'_>) -> bool {
    let is_wanted = head.options.format.is_none_or(|format| format.info().syntax == Syntax::Delimited);
    if head.syntax() != Syntax::Json || !is_wanted {
        return false;
    }
    match head.json() {
        _ if !head.is_whole && !head.has_record_lines() => true,
        Some(Verdict::Foreign(kind) | Verdict::Open(_, kind)) => kind.is_table() || head.options.columns.is_some(),
        Some(Verdict::Read(_)) => head.options.columns.is_some() && is_named_row(head),
        _ => false,
    }
}

/// Whether the user names columns of records that could be the project's own works, too.
fn is_named_row(head: &Head<'_>) -> bool {
    let text = body(head.text);
    let first = if text.starts_with('[') {
        Node(text).first().and_then(Node::fields)
    } else {
        Node(text.lines().next().unwrap_or_default()).fields()
    };
    first.is_some_and(|fields| fields.is_row() && !fields.has("authorships"))
}

/// The table that a whole text holds; `None` where it holds something else.
///
/// # Errors
/// A record that cannot be read: where it stands.
pub(crate) fn read(head: &Head<'_>) -> Result<Option<TableText>, Error> {
    if !may_be(head) {
        return Ok(None);
    }
    let json = Text { name: head.name, text: head.text };
    let Some(rows) = rows(json, body(head.text).trim_end())? else { return Ok(None) };
    rows.into_text(json, head).map(Some)
}

/// One value of a cell, unread.
type Cell<'t> = Option<&'t RawValue>;

/// Names of columns, and rows with the values of each.
struct Rows<'t> {
    headers: Vec<Cow<'t, str>>,
    rows: Vec<Vec<Cell<'t>>>,
    /// The byte at which each row starts, where it stands together.
    starts: Option<Vec<usize>>,
    /// Cells that hold something.
    filled: usize,
}

fn rows<'t>(json: Text<'t>, body: &'t str) -> Result<Option<Rows<'t>>, Error> {
    let node = Node(body);
    if let Some(items) = node.items() {
        return if Node(items.first().map_or("", |item| item.get())).starts('[') {
            of_lists(json, &items, None).map(Some)
        } else {
            of_records(json, items.into_iter().map(|item| item.get())).map(Some)
        };
    }
    let Some(fields) = node.fields() else {
        let lines = body.lines().map(str::trim).filter(|line| !line.is_empty());
        return of_records(json, lines).map(Some);
    };
    if let Some(data) = fields.get("data").and_then(Node::items) {
        if let Some(columns) = fields.get("columns").and_then(Node::items) {
            let names = columns.iter().map(|name| name_of(name.get())).collect();
            return of_lists(json, &data, Some(names)).map(Some);
        }
        let mut found = of_records(json, data.into_iter().map(|item| item.get()))?;
        let schema = fields.inner("schema");
        let keys = schema.as_ref().and_then(|schema| schema.get("primaryKey")).and_then(Node::items);
        let is_index =
            keys.is_some_and(|keys| keys.len() == 1 && Node(keys[0].get()).word().as_deref() == Some("index"));
        // The number that pandas gives to each row.
        if let Some(index) = found.headers.iter().position(|header| is_index && header == "index") {
            found.headers.remove(index);
            for row in found.rows.iter_mut().filter(|row| index < row.len()) {
                row.remove(index);
            }
        }
        return Ok(Some(found));
    }
    if fields.is_flat() {
        // One row alone.
        return of_records(json, std::iter::once(body)).map(Some);
    }
    Ok(of_columns(&fields))
}

/// The name of a column; a number where it is one.
fn name_of(value: &str) -> Cow<'_, str> {
    Node(value).word().unwrap_or(Cow::Borrowed(value.trim()))
}

/// Rows that are objects.
fn of_records<'t>(json: Text<'t>, parts: impl Iterator<Item = &'t str>) -> Result<Rows<'t>, Error> {
    let (mut headers, mut numbers): (Vec<Cow<'t, str>>, FastMap<Cow<'t, str>, usize>) = Default::default();
    let (mut rows, mut starts, mut filled) = (Vec::new(), Vec::new(), 0);
    for part in parts {
        let expected = || message!("format-row-as-object");
        let Fields { 0: entries } = json.shaped(part, || message!("format-row-of-table"), expected)?;
        let mut row: Vec<Cell<'t>> = vec![None; headers.len()];
        for (key, value) in entries {
            let column = *numbers.entry(key.clone()).or_insert_with(|| {
                headers.push(key);
                headers.len() - 1
            });
            if row.len() <= column {
                row.resize(column + 1, None);
            }
            row[column] = Some(value);
            filled += 1;
        }
        starts.push(json.offset(part));
        rows.push(row);
    }
    Ok(Rows { headers, rows, starts: Some(starts), filled })
}

/// Rows that are lists, below the names, or the first of which holds them.
fn of_lists<'t>(json: Text<'t>, items: &[&'t RawValue], names: Option<Vec<Cow<'t, str>>>) -> Result<Rows<'t>, Error> {
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        let expected = || message!("format-row-as-list");
        let row: Vec<&'t RawValue> = json.shaped(item.get(), || message!("format-row-of-table"), expected)?;
        rows.push(row.into_iter().map(Some).collect::<Vec<Cell<'t>>>());
    }
    let mut starts: Vec<usize> = items.iter().map(|item| json.offset(item.get())).collect();
    let headers = match names {
        Some(names) => names,
        None => {
            starts.remove(0);
            rows.remove(0).into_iter().map(|cell| name_of(cell.map_or("", RawValue::get))).collect()
        }
    };
    let filled = rows.iter().map(Vec::len).sum();
    Ok(Rows { headers, rows, starts: Some(starts), filled })
}

/// Columns that are objects by the number of the row, or lists; or rows that are objects by their number.
fn of_columns<'t>(fields: &Fields<'t>) -> Option<Rows<'t>> {
    let names: Vec<Cow<'t, str>> = fields.0.iter().map(|(name, _)| name.clone()).collect();
    let inner: Option<Vec<Fields<'t>>> = fields.0.iter().map(|(_, value)| Node(value.get()).fields()).collect();
    let (names, columns): (_, Vec<Vec<Cell<'t>>>) = match inner {
        Some(inner) => {
            let keys: Vec<Cow<'t, str>> = inner.first()?.0.iter().map(|(key, _)| key.clone()).collect();
            let values = |fields: Fields<'t>| fields.0.into_iter().map(|(_, value)| Some(value)).collect();
            let lines: Vec<Vec<Cell<'t>>> = inner.into_iter().map(values).collect();
            if !are_columns(&names, &keys) {
                let filled = lines.iter().map(Vec::len).sum();
                return Some(Rows { headers: keys, rows: lines, starts: None, filled });
            }
            (names, lines)
        }
        None => {
            let lists: Option<Vec<Vec<&'t RawValue>>> =
                fields.0.iter().map(|(_, value)| Node(value.get()).items()).collect();
            (names, lists?.into_iter().map(|list| list.into_iter().map(Some).collect()).collect())
        }
    };
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |column: &Vec<Cell<'t>>, row: usize| column.get(row).copied().flatten();
    let rows: Vec<Vec<Cell<'t>>> =
        (0..height).map(|row| columns.iter().map(|column| cell(column, row)).collect()).collect();
    let filled = columns.iter().map(Vec::len).sum();
    Some(Rows { headers: names, rows, starts: None, filled })
}

/// Whether the outer names are those of columns: the inner ones are numbers, or the outer ones are headers that are known.
fn are_columns(outer: &[Cow<'_, str>], inner: &[Cow<'_, str>]) -> bool {
    let are_numbers = |names: &[Cow<'_, str>]| names.iter().all(|name| name.parse::<i64>().is_ok());
    let is_table = |names: &[Cow<'_, str>]| {
        let headers: Vec<String> = names.iter().map(|name| name.clone().into_owned()).collect();
        Layout::guess(&headers).is_usable()
    };
    are_numbers(inner) || !are_numbers(outer) && (is_table(outer) || !is_table(inner))
}

impl<'t> Rows<'t> {
    /// The text of the table: where records begin on lines of their own a line for each of those, else one for each record.
    fn into_text(self, json: Text<'t>, head: &Head<'_>) -> Result<TableText, Error> {
        // Two cells at least, so that the text shows what it is.
        let width = self.headers.len().max(self.rows.iter().map(Vec::len).max().unwrap_or(0)).max(2);
        if width.saturating_mul(self.rows.len()) > self.filled.saturating_mul(MAX_PADDING).saturating_add(FREE_CELLS) {
            return Err(Error::at(head.name, 1, 1, message!("format-rows-of-many-keys", count = width)));
        }
        let lines = self.starts.as_deref().and_then(|starts| lines(json.text, starts));
        let epochs = self.date_column(head).and_then(|column| Some((column, self.epoch_units(column)?)));
        let headers = self.headers.iter().map(Cow::as_ref);
        let mut text = String::with_capacity(json.text.len() / 2);
        push_row(&mut text, headers.chain(std::iter::repeat("")).take(width));
        let mut line = 1;
        for (number, row) in self.rows.iter().enumerate() {
            let own = lines.as_ref().map_or(number as u64 + 1, |lines| lines[number]);
            (line..own).for_each(|_| text.push('\n'));
            line = own + 1;
            let cell = |column: usize| {
                let value = row.get(column).copied().flatten().map_or("null", RawValue::get);
                match epochs {
                    Some((dates, units)) if dates == column => day(value, units),
                    _ => written(value),
                }
            };
            push_row(&mut text, (0..width).map(cell));
        }
        let places = if lines.is_some() { RowPlaces::Lines } else { RowPlaces::Rows };
        let told = epochs.map(|(column, _)| message!("format-dates-as-epochs", column = self.headers[column].as_ref()));
        Ok(TableText { text, places, told })
    }

    /// The column of dates, by its header or the user's word.
    fn date_column(&self, head: &Head<'_>) -> Option<usize> {
        let headers: Vec<String> = self.headers.iter().map(|header| header.clone().into_owned()).collect();
        let named = head.options.columns.as_ref().and_then(|map| Layout::from_map(map, &headers).ok());
        named.unwrap_or_default().completed(&headers).get(Role::Date)
    }

    /// Units of a day, where all values of a column that are there are times since 1970.
    fn epoch_units(&self, column: usize) -> Option<i64> {
        let values = self.rows.iter().filter_map(|row| row.get(column).copied().flatten());
        let values = values.map(RawValue::get).filter(|value| *value != "null");
        let times: Option<Vec<i64>> = values.map(|value| value.parse().ok()).collect();
        epoch_units(times?.iter().map(|time| time.unsigned_abs()).max()?)
    }
}

/// The day of a time since 1970.
fn day(value: &str, units: i64) -> Cow<'_, str> {
    let day = value.parse().ok().and_then(|time| of_epoch(time, units));
    day.map_or(Cow::Borrowed(""), |day| Cow::Owned(day.to_string()))
}

/// The line on which each row starts, where no two start on the same.
fn lines(text: &str, starts: &[usize]) -> Option<Vec<u64>> {
    let index = LineIndex::new(text);
    let lines: Vec<u64> = starts.iter().map(|&start| index.anchor(start).line).collect();
    let is_one = lines.len() == 1 && lines[0] == 1;
    (!is_one && lines.windows(2).all(|pair| pair[0] < pair[1])).then_some(lines)
}

/// A value as a cell.
fn written(value: &str) -> Cow<'_, str> {
    let node = Node(value);
    match value.as_bytes().first() {
        Some(b'"') => node.word().unwrap_or(Cow::Borrowed(value)),
        Some(b't') => Cow::Borrowed("TRUE"),
        Some(b'f') => Cow::Borrowed("FALSE"),
        Some(b'n') => Cow::Borrowed(""),
        Some(b'[') => {
            let items = node.items().unwrap_or_default();
            let items: Vec<Cow<'_, str>> =
                items.into_iter().map(|item| written(item.get())).filter(|item| !item.is_empty()).collect();
            Cow::Owned(list_cell(&items))
        }
        _ => Cow::Borrowed(value),
    }
}
