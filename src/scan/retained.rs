//! Rows of an input that are kept as they stand, to be read in full.

use crate::scan::cells;
use crate::scan::teams::RowFormat;

/// Some rows, with their lines.
#[derive(Debug, Default)]
pub(crate) struct RetainedRows {
    /// Them, one after the other.
    pub(crate) text: String,
    /// Where each starts in `text`, and on which line of the input.
    pub(crate) rows: Vec<(usize, u64)>,
    /// Whether a row could not be kept: then the rows are not all that were meant.
    pub(crate) is_incomplete: bool,
}

impl RetainedRows {
    /// Keeps the row that starts at `at` and was read before; `None` when it is none.
    pub(crate) fn retain(&mut self, bytes: &[u8], at: usize, shape: &RowFormat, line: u64) -> Option<()> {
        let end = match shape {
            RowFormat::Table(columns) => cells::row_end(bytes, at, columns.wanted.delimiter)?,
            RowFormat::OpenAlex | RowFormat::Own => {
                memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end)
            }
        };
        let row = std::str::from_utf8(&bytes[at..end]).ok()?;
        self.rows.push((self.text.len(), line));
        self.text.push_str(row);
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        Some(())
    }
}
