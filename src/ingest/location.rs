//! Where records and their parts are in the inputs.

use crate::source::position::{Anchor, LineIndex, offset_in};

/// A place of an input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SourceLocation {
    pub(crate) input: u16,
    pub(crate) line: u64,
    pub(crate) column: u64,
}

/// Where a record stands: the input, its text, and where the record starts, or its line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecordLocation<'t> {
    pub(crate) input: u16,
    pub(crate) text: &'t str,
    pub(crate) anchor: Anchor,
    /// The index of the text, where records may be long.
    pub(crate) index: Option<&'t LineIndex<'t>>,
}

impl RecordLocation<'_> {
    /// The place of `part`, if it is a slice of the text; else of `cell`; else of the record.
    pub(crate) fn place(&self, part: &str, cell: &str) -> SourceLocation {
        let offset = offset_in(self.text, part).or_else(|| offset_in(self.text, cell));
        match offset.filter(|&offset| offset >= self.anchor.offset) {
            Some(offset) => {
                let position = match self.index {
                    Some(index) => index.locate_after(self.anchor, offset),
                    None => self.anchor.locate(self.text, offset),
                };
                SourceLocation { input: self.input, line: position.line, column: position.column }
            }
            None => self.row(),
        }
    }

    /// The record as a whole.
    pub(crate) fn row(&self) -> SourceLocation {
        SourceLocation { input: self.input, line: self.anchor.line, column: 0 }
    }
}
