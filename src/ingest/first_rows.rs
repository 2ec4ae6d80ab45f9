//! What the first rows of a table show of columns whose headers leave open what they hold.
//!
//! Only rows within the first 256 KiB are looked at, so that a table that is read block by block shows the same.

use crate::corpus::hashing::{FastMap, FastSet};
use crate::ingest::delimited::Reader;
use crate::normalize::placeholders::is_placeholder;
use crate::normalize::text::clean;

/// Bytes of a table that are looked at.
const WINDOW: usize = 1 << 18;
/// Rows that are looked at.
const ROWS: usize = 1_000;

/// Cells of some columns of the first rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct FirstRows {
    rows: Vec<Vec<String>>,
}

/// The start of a text that is looked at; a row that its end would cut is left out. O(1).
pub(crate) fn window(text: &str) -> &str {
    let mut end = text.len().min(WINDOW);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let end = if end < text.len() { text[..end].rfind('\n').unwrap_or(0) } else { end };
    &text[..end]
}

impl FirstRows {
    /// The cells of columns below the header. O(bytes that are looked at).
    pub(crate) fn of(text: &str, delimiter: u8, columns: &[usize]) -> Self {
        let mut reader = Reader::new(window(text), delimiter);
        let (mut rows, mut is_header) = (Vec::new(), true);
        while let Ok(Some(row)) = reader.next_row() {
            if !std::mem::take(&mut is_header) && !row.is_empty() {
                rows.push(columns.iter().map(|&column| clean(&row.text(column)).into_owned()).collect());
            }
            if rows.len() == ROWS {
                break;
            }
        }
        Self { rows }
    }

    /// Whether most rows share what stands in the first column with a row that differs in the second: a paper in a row for
    /// each of its authors, a project in a row for each participant.
    pub(crate) fn are_participations(&self) -> bool {
        let mut all: FastMap<&str, (usize, FastSet<&str>)> = FastMap::default();
        for row in &self.rows {
            if let [one, other] = row.as_slice()
                && !one.is_empty()
                && !is_placeholder(one)
            {
                let (rows, others) = all.entry(one).or_default();
                *rows += 1;
                others.insert(other);
            }
        }
        let shared: usize = all.values().filter(|(_, others)| others.len() > 1).map(|(rows, _)| rows).sum();
        shared * 2 > self.rows.len()
    }

    /// Whether all cells that say something hold whole numbers alone: keys of another table.
    pub(crate) fn are_numbers(&self) -> bool {
        let mut said = self.rows.iter().flatten().filter(|cell| !cell.is_empty() && !is_placeholder(cell)).peekable();
        let is_number = |cell: &String| {
            let mut parts = cell.split([',', ';', '|', ' ']).filter(|part| !part.is_empty()).peekable();
            parts.peek().is_some() && parts.all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        said.peek().is_some() && said.all(is_number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_show_participations_and_keys() {
        let text = "title,name,inst\nA,Yun,1\nA,Roe,2\nB,Yun,\nB,Han,1;3\nC,Fox,2\n";
        let of = |columns: &[usize]| FirstRows::of(text, b',', columns);
        assert!(of(&[0, 1]).are_participations() && !of(&[1, 0]).are_participations());
        assert!(of(&[2]).are_numbers() && !of(&[0]).are_numbers() && !FirstRows::default().are_numbers());
    }
}
