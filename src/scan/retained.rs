//! Rows of an input that are retained as they stand, to be read in full.

use crate::scan::cells;
use crate::scan::teams::RowFormat;

/// Some rows, with their lines.
#[derive(Debug, Default)]
pub(crate) struct RetainedRows {
    /// The rows, one after the other.
    pub(crate) text: String,
    /// Where each starts in `text`, and on which line of the input.
    pub(crate) rows: Vec<(usize, u64)>,
}

impl RetainedRows {
    /// Retains the row that starts at `at`, was scanned before and is UTF-8. O(its bytes).
    pub(crate) fn retain(&mut self, bytes: &[u8], at: usize, format: &RowFormat, line: u64) {
        let end = match format {
            RowFormat::Table(columns) => cells::row_end(bytes, at, columns.wanted.delimiter),
            RowFormat::OpenAlex | RowFormat::Own => memchr::memchr(b'\n', &bytes[at..]).map(|end| at + end),
        };
        let row = bytes.get(at..end.unwrap_or(bytes.len())).unwrap_or_default();
        self.rows.push((self.text.len(), line));
        self.text.push_str(&String::from_utf8_lossy(row));
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}
