//! Geometry of the matrix: pitch, row headers on the left, names at the diagonal.

use crate::corpus::institution::InstitutionId;
use crate::drawing::actor::Style;
use crate::drawing::names::{self, Length};
use crate::drawing::row_label::{Languages, RowLabel};
use crate::drawing::wording;
use crate::geometry::{Point, Rect};
use crate::network::graph::Network;
use crate::typography::{Weight, reserved_width};

/// Largest pitch of the rows in points, at full width and in one column.
const MAX_PITCH: (f64, f64) = (17.0, 11.8);
/// Smallest pitch in points, which fits a digit.
const MIN_PITCH: f64 = 8.4;
/// Gap between cells, in points.
const CELL_GAP: f64 = 1.0;
/// Horizontal padding of a number in its cell, in points.
pub(super) const DIGITS_PADDING: f64 = 0.4;
/// Width of the sector mark with its gaps, in points.
const MARK_WIDTH: f64 = 12.5;
/// Largest share of the width for the names on the left.
const MAX_NAME_SHARE: f64 = 0.40;

/// Names of a row.
pub(super) struct Row {
    /// Left of the row.
    pub(super) name: RowLabel,
    /// At the diagonal; empty where it does not fit.
    pub(super) diagonal_name: String,
}

/// Geometry of the matrix, in points.
pub(super) struct MatrixGrid {
    pub(super) top: f64,
    pub(super) left: f64,
    pub(super) pitch: f64,
    pub(super) width: f64,
    /// Additional width of the diagonal cells, for their longer numbers.
    pub(super) diagonal_extra: f64,
    pub(super) rows: Vec<Row>,
}

impl MatrixGrid {
    pub(super) fn new(
        network: &Network<'_>,
        ids: &[InstitutionId],
        width: f64,
        top: f64,
        wide: FigureWidth,
        style: Style<'_>,
    ) -> Self {
        let count = ids.len() as f64;
        let length = if wide == FigureWidth::Full && ids.len() <= 20 { Length::Long } else { Length::Short };
        let mut rows: Vec<Row> = ids.iter().map(|&id| row(network, id, length, wide, style)).collect();
        let max_pitch = if wide == FigureWidth::Full { MAX_PITCH.0 } else { MAX_PITCH.1 };
        let widest = ids.iter().map(|&id| digits_width(network, id, style)).fold(0.0, f64::max);
        let reserve = (widest - MIN_PITCH + CELL_GAP).max(0.0);
        // Both languages on the left only where the cells keep at least 75 % of the largest pitch.
        let left = |rows: &[Row]| rows.iter().map(|row| row.name.width(style)).fold(0.0, f64::max) + MARK_WIDTH;
        let cells = |left: f64, rows: &[Row]| {
            let diagonal_name =
                rows.last().map_or(0.0, |row| reserved_width(&row.diagonal_name, style.roles.second, Weight::Regular));
            (width - left - diagonal_name - 6.0 - reserve) / count
        };
        if cells(left(&rows), &rows) < max_pitch * 0.75 {
            rows.iter_mut().for_each(|row| row.name.second = None);
        }
        rows.iter_mut().for_each(|row| row.name.fit(width * MAX_NAME_SHARE - MARK_WIDTH, style));
        let left = left(&rows);
        // Names at the diagonal are shortened for the pitch, but the pitch stays above its minimum.
        let pitch = cells(left, &rows).max((width - left - 30.0) / count).clamp(MIN_PITCH, max_pitch);
        let mut grid = Self { top, left, pitch, width, diagonal_extra: 0.0, rows };
        let need = ids.iter().map(|&id| reserved_width(&works(network, id, style), grid.digits(style), Weight::Bold));
        grid.diagonal_extra = (need.fold(0.0, f64::max) + DIGITS_PADDING - (pitch - CELL_GAP)).max(0.0);
        grid.fit_diagonal_names(style);
        grid
    }

    /// Largest number of rows in a width, next to the longest names and the longest number.
    pub(super) fn max_rows(network: &Network<'_>, width: f64, style: Style<'_>) -> usize {
        let widest = network.corpus().institution_ids().map(|id| digits_width(network, id, style)).fold(0.0, f64::max);
        let reserve = (widest - MIN_PITCH + CELL_GAP).max(0.0);
        ((width * (1.0 - MAX_NAME_SHARE) - reserve) / MIN_PITCH) as usize
    }

    /// Type size of the numbers, in points.
    pub(super) fn digits(&self, style: Style<'_>) -> f64 {
        style.roles.number + if self.pitch - CELL_GAP > 14.0 { 0.5 } else { 0.0 }
    }

    /// Cell of the diagonal.
    pub(super) fn diagonal(&self, row: usize) -> Rect {
        let cell = self.cell(row, row);
        Rect { right: cell.right + self.diagonal_extra, ..cell }
    }

    fn fit_diagonal_names(&mut self, style: Style<'_>) {
        for index in 0..self.rows.len() {
            let available = (self.width - self.diagonal_name_left(index)) / 1.1;
            let cut =
                wording::ellipsized(&self.rows[index].diagonal_name, style.roles.second, Weight::Regular, available);
            let kept_chars = cut.chars().filter(|&ch| ch != '…').count();
            let is_full = cut == self.rows[index].diagonal_name;
            let fits = reserved_width(&cut, style.roles.second, Weight::Regular)
                <= self.width - self.diagonal_name_left(index);
            self.rows[index].diagonal_name = if fits && (is_full || kept_chars >= 3) { cut } else { String::new() };
        }
    }

    /// Y of the centre of a row.
    pub(super) fn center_y(&self, row: usize) -> f64 {
        self.top + (row as f64 + 0.5) * self.pitch
    }

    /// Box of a cell.
    pub(super) fn cell(&self, row: usize, column: usize) -> Rect {
        let at = Point::new(self.left + (column as f64 + 0.5) * self.pitch, self.center_y(row));
        Rect::around(at, self.pitch - CELL_GAP, self.pitch - CELL_GAP)
    }

    /// Left end of the name at the diagonal.
    pub(super) fn diagonal_name_left(&self, row: usize) -> f64 {
        self.left + (row as f64 + 1.0) * self.pitch + 3.0 + self.diagonal_extra
    }

    /// Right end of a row, including its name at the diagonal.
    pub(super) fn row_end(&self, row: usize, style: Style<'_>) -> f64 {
        self.diagonal_name_left(row)
            + reserved_width(&self.rows[row].diagonal_name, style.roles.second, Weight::Regular)
    }

    pub(super) fn bottom(&self) -> f64 {
        self.top + self.rows.len() as f64 * self.pitch
    }
}

/// Width class of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FigureWidth {
    Full,
    Column,
}

/// Number of works on the diagonal; empty where the data have no works.
fn works(network: &Network<'_>, id: InstitutionId, style: Style<'_>) -> String {
    if style.kind.has_works() { wording::count(network.corpus().works_of(id).len()) } else { String::new() }
}

fn digits_width(network: &Network<'_>, id: InstitutionId, style: Style<'_>) -> f64 {
    let text = works(network, id, style);
    if text.is_empty() { 0.0 } else { reserved_width(&text, style.roles.number, Weight::Bold) + DIGITS_PADDING }
}

fn row(network: &Network<'_>, id: InstitutionId, length: Length, wide: FigureWidth, style: Style<'_>) -> Row {
    let institution = network.corpus().institution(id);
    let label = names::label(&institution.names, style.language, length);
    let lines = if wide == FigureWidth::Full { Languages::Both } else { Languages::First };
    let name = RowLabel::new(&institution.names, length, lines, style);
    // In one column the name at the diagonal is in the second language.
    let diagonal_name = match (label.second, wide) {
        (Some(second), FigureWidth::Column) => second,
        _ => label.first,
    };
    Row { name, diagonal_name }
}
