//! CSV of an answer's main table (RFC 4180): UTF-8, line feeds, column keys as header.
//!
//! Values are written unchanged unless [`Options::is_formula_safe`] is set: `=`, `+`, `-` and `@` at the beginning of a name
//! are data, and programs that read the file again must find them. A spreadsheet takes such a cell for a formula; quotes do
//! not disarm it, an apostrophe before it does.

use std::borrow::Cow;

use crate::answer::Answer;
use crate::answer::table::{Cell, Table};
use crate::answer::typed::text;

/// CSV options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Separator of values.
    pub separator: char,
    /// Whether texts that a spreadsheet would evaluate get an apostrophe before them.
    pub is_formula_safe: bool,
}

/// The mark at the beginning of a file by which a spreadsheet knows UTF-8, so that it shows Hangul.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Default separator.
pub const DEFAULT_SEPARATOR: char = ',';

impl Default for Options {
    fn default() -> Self {
        Self { separator: DEFAULT_SEPARATOR, is_formula_safe: false }
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
        let value = if options.is_formula_safe { formula_safe(&value) } else { Cow::Borrowed(value.as_str()) };
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
    let is_split_elsewhere = options.is_formula_safe && value.contains([';', '\t']);
    value.contains(special)
        || edge(value.chars().next())
        || edge(value.chars().next_back())
        || is_formula(value)
        || is_split_elsewhere
}

/// Whether a spreadsheet may take a text for a formula: `=`, `+`, `-` or `@`, also in full width, after spaces and control
/// characters. A number is none.
#[must_use]
pub fn is_formula(value: &str) -> bool {
    let rest = value.trim_start_matches(|ch: char| ch.is_whitespace() || ch.is_control() || ch == '\u{feff}');
    rest.starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']) && !is_number(rest)
}

/// A number as a spreadsheet reads it: digits, at most one sign, point and exponent.
fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte)) && text.parse::<f64>().is_ok()
}

/// The text with an apostrophe before it where a spreadsheet would evaluate it; also where one stands there already before
/// a formula, so that each file leads back to one text.
fn formula_safe(value: &str) -> Cow<'_, str> {
    let is_marked = value.starts_with('\'') && is_formula(value.trim_start_matches('\''));
    if is_formula(value) || is_marked { Cow::Owned(format!("'{value}")) } else { Cow::Borrowed(value) }
}

/// Whether any text of a table gets an apostrophe where the file is to be safe.
#[must_use]
pub fn has_formula(table: &Table) -> bool {
    let texts = || table.rows.iter().flatten().map(value).chain(table.columns.iter().map(|column| column.key.clone()));
    texts().any(|text| matches!(formula_safe(&text), Cow::Owned(_)))
}

fn value(cell: &Cell) -> String {
    text(cell).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::table::Column;

    fn single(text: &str, is_formula_safe: bool) -> String {
        let table =
            Table { columns: vec![Column::new("c", "x")], rows: vec![vec![Cell::text(text)]], ..Table::default() };
        let written = write_table(&table, &Options { is_formula_safe, ..Options::default() });
        written.strip_prefix("c\n").unwrap_or_default().trim_end_matches('\n').to_owned()
    }

    #[test]
    fn no_printable_character_starts_a_formula_where_the_file_is_to_be_safe() {
        let starts = (' '..='~').chain("\t\u{7}\u{a0}\u{3000}\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".chars());
        for start in starts {
            for rest in ["cmd|' /C calc'!A0", "1+1", "SUM(A1:A2)", "=1", "+1", "", "^^3d"] {
                let text = format!("{start}{rest}");
                let written = single(&text, true);
                let inner = written.strip_prefix('"').and_then(|inner| inner.strip_suffix('"'));
                let content = inner.map_or(written.clone(), |inner| inner.replace("\"\"", "\""));
                assert!(!is_formula(&content), "{text:?}: {written}");
                assert!(content == text || content == format!("'{text}"), "{text:?}: {written}");
                // As data every text stays what it was.
                assert!(single(&text, false).contains(&text.replace('"', "\"\"")), "{text:?}");
            }
        }
        assert_eq!([single("-0.5", true), single("+8e3", true), single("-e1", true)], ["-0.5", "+8e3", "'-e1"]);
        assert_eq!(single("'=1", true), "''=1");
        assert_eq!(single("a;=1", true), "\"a;=1\"");
        assert_eq!(single("it's", true), "it's");
    }

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
