//! Where the rows and cells of a table stand in the input that it was taken from.

use crate::source::workbook::SheetPlaces;

/// How lines and columns of the text of a table lead back to the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RowPlaces {
    /// Lines are rows of a sheet, columns lead to its cells.
    Sheet(SheetPlaces),
    /// Each line but the header is the line of the input before it, on which a record begins.
    Lines,
    /// Each line but the header is a record, counted from 1.
    Rows,
}

impl RowPlaces {
    /// Line and column of the input (or the number of the cell, or of the record) for those of the text, 0 for unknown.
    pub(crate) fn of(&self, line: u64, column: u64) -> (u64, u64) {
        match self {
            Self::Sheet(places) => (line, places.cell(line, column)),
            Self::Lines | Self::Rows => (line.saturating_sub(1), 0),
        }
    }

    /// Whether records are counted instead of lines.
    pub(crate) fn are_rows(&self) -> bool {
        *self == Self::Rows
    }
}
