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

impl Cell {
    /// The value as one line of text: counts without separators, measures with at most six significant
    /// digits, lists joined by `; `.
    #[must_use]
    pub fn to_plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Link { text, .. } => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Real(value) => real(*value),
            Self::List(items) => items.join("; "),
        }
    }
}

/// A measure for readers: whole numbers as such, others with six significant digits and no trailing zeros.
#[must_use]
pub fn real(value: f64) -> String {
    if value.is_nan() {
        return String::new();
    }
    if value == value.trunc() && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    let digits_before = if value.abs() >= 1.0 { value.abs().log10() as i32 + 1 } else { 0 };
    let text = format!("{value:.*}", (6 - digits_before).max(0) as usize);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::real;

    #[test]
    fn measures_are_short() {
        assert_eq!(real(2.0), "2");
        assert_eq!(real(0.082_912_345), "0.082912");
        assert_eq!(real(12.5), "12.5");
        assert_eq!(real(f64::NAN), "");
        assert_eq!(real(1234.567_89), "1234.57");
    }
}
