//! Header rows of delimited text: which kinds of table their columns belong to.

use crate::corpus::naming::fold;
use crate::format::delimiter;
use crate::format::tie_columns;
use crate::ingest::columns::{Layout, Role};
use crate::ingest::delimited::Reader;
use crate::ingest::options::Options;
use crate::ingest::rows;
use crate::source::error::Error;

/// The first row of a delimited text.
#[derive(Clone, Debug)]
pub(crate) struct HeaderRow {
    pub(crate) delimiter: u8,
    pub(crate) headers: Vec<String>,
    folded: Vec<String>,
    /// The cells of the row below, as far as it is there.
    below: Vec<String>,
}

impl HeaderRow {
    /// Reads the first row, its delimiter detected. O(bytes of the row).
    ///
    /// # Errors
    /// A quote in it is not closed.
    pub(crate) fn read(text: &str, name: &str, options: &Options) -> Result<Self, Error> {
        let delimiter = delimiter::detect(text, name, options);
        let mut reader = Reader::new(text, delimiter);
        let mut next = || {
            reader.next_row().ok().flatten().map(|row| (0..row.len()).map(|cell| row.text(cell).into_owned()).collect())
        };
        let (_, below): (Option<Vec<String>>, Option<Vec<String>>) = (next(), next());
        let row = Self::new(delimiter, rows::headers(text, delimiter, name)?);
        Ok(Self { below: below.unwrap_or_default(), ..row })
    }

    fn new(delimiter: u8, headers: Vec<String>) -> Self {
        let folded = headers.iter().map(|header| fold(header)).collect();
        Self { delimiter, headers, folded, below: Vec::new() }
    }

    /// Whether a header is among them, without case and punctuation.
    pub(crate) fn has(&self, folded: &str) -> bool {
        self.folded.iter().any(|header| header == folded)
    }

    /// Whether the columns are those of Epoch AI's tables.
    pub(crate) fn is_epoch(&self) -> bool {
        (self.has("model") || self.has("system"))
            && self.has("organization")
            && (self.has("organizationcategorization")
                || self.has("notabilitycriteria")
                || self.headers.iter().any(|header| header.trim().starts_with("Country (")))
    }

    /// Whether columns of works and institutions are among them, and it is no table of nodes.
    pub(crate) fn names_works(&self) -> bool {
        let layout = Layout::guess(&self.headers);
        // The number of papers of a tie between two institutions is no paper.
        let is_number = |column: usize| self.below.get(column).is_some_and(|cell| cell.trim().parse::<f64>().is_ok());
        let is_counted = || {
            layout.has_several()
                && layout.get(Role::Work).is_some_and(is_number)
                && tie_columns::ends(&self.headers)
                    .is_some_and(|ends| layout.all(Role::Institutions).eq([ends.source, ends.target]))
        };
        !self.names_nodes() && layout.is_usable() && !is_counted()
    }

    /// Whether the columns are those of a list of ties, or the row is a tie itself.
    pub(crate) fn names_ties(&self) -> bool {
        tie_columns::ends(&self.headers).is_some() || tie_columns::is_bare_tie(&self.headers)
    }

    /// Whether the columns are those of Gephi's nodes or Kumu's elements, which may look like those of works.
    fn names_nodes(&self) -> bool {
        let starts = |words: [&str; 2]| self.folded.iter().take(2).eq(words);
        self.has("id") && self.has("label") || starts(["label", "type"])
    }

    /// Whether the columns are those of a list of items that a list of ties refers to.
    pub(crate) fn names_items(&self) -> bool {
        let is_map = self.headers.iter().any(|header| {
            let header = header.trim().to_lowercase();
            header.starts_with("weight<") || header.starts_with("score<") || header == "cluster"
        });
        self.names_nodes()
            || self.has("label") && self.has("type")
            || (self.has("id") || self.has("label")) && (is_map || self.has("x") && self.has("y"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_recognised_by_their_headers() {
        let row = |text: &str| HeaderRow::new(b',', text.split(',').map(str::to_owned).collect());
        assert!(row("System,Organization,Country (from Organization)").is_epoch());
        assert!(row("SOURCE,target").names_ties());
        assert!(row("Model,Organization").names_works() && !row("Model,Organization").is_epoch());
        assert!(row("Label,Type,Organization").names_items() && !row("Label,Type,Organization").names_works());
    }
}
