//! Rows of an input that are kept as they stand, to be read in full.

use crate::ingest::delimited::Reader;

/// Some rows, with their lines.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// Them, one after the other.
    pub(crate) text: String,
    /// Where each starts in `text`, and on which line of the input.
    pub(crate) rows: Vec<(usize, u64)>,
    /// Whether a row could not be kept: then the rows are not all that were meant.
    pub(crate) is_broken: bool,
}

impl Kept {
    /// Keeps the row with which a text begins; `None` when it is none.
    pub(crate) fn keep(&mut self, text: &str, delimiter: u8, line: u64) -> Option<()> {
        let mut reader = Reader::from_row(text, delimiter, 0, line);
        reader.next_row().ok()??;
        self.rows.push((self.text.len(), line));
        self.text.push_str(&text[..reader.offset()]);
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        Some(())
    }
}
