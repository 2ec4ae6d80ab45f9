//! Grids of cells between names: what matrices of ties and of works and institutions share.

use crate::format::document::Document;
use crate::format::table_shape::Labels;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::delimited::{Reader, Row};
use crate::ingest::options::Options;
use crate::ingest::rows::unclosed;
use crate::ingest::table::Delimited;
use crate::message;
use crate::messages::Message;
use crate::normalize::text::visible;
use crate::source::error::Error;
use crate::source::position::{Anchor, Position};

/// A row below the names: where it starts, and its name as it is written.
pub(crate) struct Line {
    pub(crate) anchor: Anchor,
    pub(crate) name: String,
}

/// A matrix: column labels, rows with their labels, and the cells.
pub(crate) struct Grid<C> {
    pub(crate) labels: Labels,
    pub(crate) lines: Vec<Line>,
    /// Row by row.
    cells: Vec<C>,
}

impl<C: Copy> Grid<C> {
    /// Reads the cells. O(bytes).
    pub(crate) fn read(
        source: &Delimited<'_>,
        options: &Options,
        read: impl Fn(&Row<'_, '_>, usize) -> Result<C, Error>,
    ) -> Result<Self, Error> {
        if options.columns.is_some() {
            return Err(Error::at(source.name, 1, 1, message!("format-read-matrix-no-columns")));
        }
        let labels = Labels::of(source.text, source.delimiter).ok_or_else(|| no_names(source))?;
        let mut grid = Self { labels, lines: Vec::new(), cells: Vec::new() };
        let mut reader = Reader::new(source.text, source.delimiter);
        reader.next_row().map_err(|error| unclosed(source.name, error))?;
        let width = grid.labels.names.len() + 1;
        while let Some(row) = reader.next_row().map_err(|error| unclosed(source.name, error))? {
            if row.is_empty() {
                continue;
            }
            let (cells, position) = (row.len(), row.position(0));
            if cells != width {
                return Err(at(
                    source,
                    position,
                    message!("format-row-matrix-cells-expected", cells = cells, width = width),
                ));
            }
            let name = visible(&row.text(0)).to_owned();
            if name.is_empty() {
                return Err(at(source, position, message!("format-row-matrix-no-name")));
            }
            for column in 1..width {
                grid.cells.push(read(&row, column)?);
            }
            grid.lines.push(Line { anchor: row.anchor(), name });
        }
        Ok(grid)
    }

    pub(crate) fn cell(&self, row: usize, column: usize) -> C {
        self.cells[row * self.labels.names.len() + column]
    }
}

/// The error at a position of the text.
pub(crate) fn at(source: &Delimited<'_>, position: Position, message: Message) -> Error {
    Error::at(source.name, position.line, position.column, message)
}

fn no_names(source: &Delimited<'_>) -> Error {
    Error::at(source.name, 1, 1, message!("format-matrix-needs-names-own"))
}

/// The institutions above a matrix; `None` for those that the authority leaves out.
pub(crate) fn institutions(
    assembler: &mut CorpusAssembler<'_>,
    (document, source): (&Document<'_>, &Delimited<'_>),
    input: u16,
    labels: &Labels,
) -> Vec<Option<u32>> {
    let mut reader = Reader::new(source.text, source.delimiter);
    let Ok(Some(row)) = reader.next_row() else { return Vec::new() };
    let location = document.record_at(input, row.anchor());
    (0..labels.names.len())
        .map(|column| {
            let cell = row.text(column + labels.corner);
            let entity = assembler.mention(&location, visible(&cell), row.raw(column + labels.corner), "")?;
            assembler.present(entity);
            Some(entity)
        })
        .collect()
}
