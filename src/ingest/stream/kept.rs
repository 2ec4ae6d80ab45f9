//! Rows of an input that are kept as they stand, to be read in full.

use crate::ingest::delimited::Reader;
use crate::ingest::stream::teams::Shape;

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
    pub(crate) fn keep(&mut self, text: &str, shape: &Shape, line: u64) -> Option<()> {
        let end = match shape {
            Shape::Table(columns) => {
                let mut reader = Reader::from_row(text, columns.wanted.delimiter, 0, line);
                reader.next_row().ok()??;
                reader.offset()
            }
            Shape::OpenAlex | Shape::Own => memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len()),
        };
        self.rows.push((self.text.len(), line));
        self.text.push_str(&text[..end]);
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        Some(())
    }
}
