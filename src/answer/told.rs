//! An answer in words: a lead of sentences, tables, and the record for machines.

use serde_json::Value;

/// The answer to one question, in one language, ready for any writer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Whether there is anything; `false` is the honest "none".
    pub found: bool,
    /// Sentences that say it.
    pub lead: Vec<String>,
    /// The figures behind the sentences; the first table is the main one (CSV).
    pub tables: Vec<Table>,
    /// Sentences after the tables: what was left out, how it was counted, what to try next.
    pub notes: Vec<String>,
    /// The same for machines, by the schemas in `docs/schemas`.
    pub record: Value,
}

/// A table of typed cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Short name, fit for a file (`partners`).
    pub name: String,
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Rows of as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Name in CSV (`weight`), the same in every language.
    pub key: String,
    /// Heading for readers.
    pub label: String,
}

/// One value of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Not known, or not applicable.
    Empty,
    /// Words.
    Text(String),
    /// A count.
    Count(u64),
    /// A measure.
    Real(f64),
    /// Several texts (`; ` between them where there is one line).
    List(Vec<String>),
    /// A text with an address behind it.
    Link {
        /// The text.
        text: String,
        /// The address.
        href: String,
    },
}
