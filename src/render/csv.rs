//! CSV of an answer's main table (RFC 4180): UTF-8, line feeds, column keys as header.
//!
//! Values are written unchanged. A text that a spreadsheet would evaluate as a formula is quoted, which does not disarm
//! it: import such files as text.

use crate::answer::Answer;
use crate::answer::number::stable;
use crate::answer::table::{Cell, Table};

/// CSV options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Separator of values.
    pub separator: char,
}

/// Default separator.
pub const DEFAULT_SEPARATOR: char = ',';

impl Default for Options {
    fn default() -> Self {
        Self { separator: DEFAULT_SEPARATOR }
    }
}

/// Writes the first table; the empty text for an answer without tables.
#[must_use]
pub fn write(answer: &Answer, options: &Options) -> String {
    answer.tables.first().map_or_else(String::new, |table| write_table(table, options))
}

/// Writes a table with all columns.
#[must_use]
pub fn write_table(table: &Table, options: &Options) -> String {
    let mut text = String::new();
    push_row(&mut text, table.columns.iter().map(|column| column.key.clone()), options);
    for row in &table.rows {
        push_row(&mut text, row.iter().map(value), options);
    }
    text
}

fn push_row(text: &mut String, values: impl Iterator<Item = String>, options: &Options) {
    for (position, value) in values.enumerate() {
        if position > 0 {
            text.push(options.separator);
        }
        if needs_quotes(&value, options) {
            text.push('"');
            text.push_str(&value.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&value);
        }
    }
    text.push('\n');
}

fn needs_quotes(value: &str, options: &Options) -> bool {
    let special = |ch: char| ch == options.separator || matches!(ch, '"' | '\n' | '\r');
    let edge = |ch: Option<char>| ch.is_some_and(char::is_whitespace);
    let formula = value.starts_with(['=', '+', '-', '@', '\t']) && value.parse::<f64>().is_err();
    value.contains(special) || edge(value.chars().next()) || edge(value.chars().next_back()) || formula
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Link { text, .. } => text.clone(),
        Cell::Coded { code, .. } => code.clone(),
        Cell::Count(count) => count.to_string(),
        Cell::Change(change) => change.to_string(),
        Cell::Real(value) if value.is_finite() => stable(*value).to_string(),
        Cell::Real(_) => String::new(),
        Cell::List(texts) => texts.join("; "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::table::Column;

    #[test]
    fn values_are_quoted_where_they_must_be() {
        let cells = [
            Cell::text("a,b"),
            Cell::text("say \"x\""),
            Cell::text("two\nlines"),
            Cell::text("=1+1"),
            Cell::Real(-0.5),
            Cell::Real(f64::NAN),
            Cell::list(vec!["카이스트".to_owned(), "KAIST".to_owned()]),
        ];
        let table = Table {
            columns: (0..cells.len()).map(|index| Column::new(&format!("c{index}"), "x")).collect(),
            rows: vec![cells.to_vec()],
            ..Table::default()
        };
        let expected =
            "c0,c1,c2,c3,c4,c5,c6\n\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"=1+1\",-0.5,,카이스트; KAIST\n";
        assert_eq!(write_table(&table, &Options::default()), expected);
    }
}
