//! A piece of a block: where its rows lie, and what was odd.

use crate::ingest::delimited::Form;

/// The wanted part of a row: a cell, or a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowSpan {
    /// Where the row starts.
    pub(crate) row: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) form: Form,
}

/// Why the reading of a piece ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Stop {
    /// At its limit, or at the end of the input.
    #[default]
    Limit,
    /// In a row that goes on after the bytes at hand.
    Open,
    /// At a quote that is never closed.
    Unclosed,
}

/// Rows that are odd in some way: how many, and where the first starts.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RowCount {
    pub(crate) rows: u64,
    pub(crate) first: usize,
}

impl RowCount {
    /// Adds a row, which starts here.
    pub(crate) fn add(&mut self, row: usize) {
        if self.rows == 0 {
            self.first = row;
        }
        self.rows += 1;
    }
}

/// Some of the rows of a block, as spans into it.
#[derive(Debug, Default)]
pub(crate) struct Chunk {
    /// The first byte; a row starts there, or seems to.
    pub(crate) start: usize,
    /// Rows that start at it or behind it belong to the next piece.
    pub(crate) limit: usize,
    /// The byte after the last whole row.
    pub(crate) end: usize,
    pub(crate) stop: Stop,
    pub(crate) spans: Vec<RowSpan>,
    /// Starts of rows without the wanted cell, where only those that have it are told.
    pub(crate) without_cell: Vec<u32>,
    /// Number of rows.
    pub(crate) rows: u64,
    /// Line on which it starts, and its line ends, once the chunks before it are known.
    pub(crate) line: u64,
    pub(crate) lines: u64,
    /// Line feeds, where rows are lines.
    pub(crate) line_feeds: u64,
    /// Rows of blank cells, which are not counted among the rows.
    pub(crate) blank: u64,
    /// Rows with more cells than the header, and with fewer.
    pub(crate) wide: RowCount,
    pub(crate) narrow: RowCount,
    /// Wanted cells with text after their closing quote.
    pub(crate) trailing: u64,
    /// The first byte that is not UTF-8.
    pub(crate) not_utf8: Option<usize>,
}

impl Chunk {
    /// Makes room for another piece.
    pub(crate) fn reset(&mut self, start: usize, limit: usize) {
        let mut spans = std::mem::take(&mut self.spans);
        spans.clear();
        *self = Self { start, limit, spans, ..Self::default() };
    }

    /// Notes a row of another width than the header's.
    pub(crate) fn count_width(&mut self, row: usize, cells: usize, width: usize) {
        if cells > width { self.wide.add(row) } else { self.narrow.add(row) }
    }

    /// Looks for bytes that are not UTF-8.
    pub(crate) fn check(&mut self, bytes: &[u8]) {
        let own = bytes.get(self.start..self.end).unwrap_or_default();
        // Most pieces are ASCII, and that is seen much sooner.
        let error = if own.is_ascii() { None } else { std::str::from_utf8(own).err() };
        self.not_utf8 = error.map(|error| self.start + error.valid_up_to());
    }
}
