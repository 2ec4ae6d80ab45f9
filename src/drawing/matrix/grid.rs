//! Where the rows and cells lie: pitch, names on the left, names at the diagonal.

use crate::corpus::institution::InstitutionId;
use crate::drawing::actor::Style;
use crate::drawing::names::{self, Length};
use crate::drawing::row_label::{Languages, RowLabel};
use crate::drawing::wording;
use crate::geometry::{Point, Rect};
use crate::network::graph::Network;
use crate::typography::{Weight, reserved_width};

/// Pitch of the rows at full width and in one column, at most.
const MAX_PITCH: (f64, f64) = (17.0, 11.8);
/// Narrowest pitch: a digit and a frame.
const MIN_PITCH: f64 = 8.4;
/// Gap between cells.
const CELL_GAP: f64 = 1.0;
/// What a number leaves free in its cell.
pub(super) const DIGITS_PADDING: f64 = 0.4;
/// Room of the sector mark, with the gaps around it.
const MARK_WIDTH: f64 = 12.5;
/// Share of the width that names on the left may take.
const MAX_NAME_SHARE: f64 = 0.40;

/// Names of one row.
pub(super) struct Row {
    /// On the left.
    pub(super) name: RowLabel,
    /// At the diagonal; empty where there is no room.
    pub(super) diagonal_name: String,
}

/// The matrix on the page.
pub(super) struct MatrixGrid {
    pub(super) top: f64,
    pub(super) left: f64,
    pub(super) pitch: f64,
    pub(super) width: f64,
    /// How much wider than a cell the boxes on the diagonal are: their numbers must have room, and right of them is
    /// nothing but the name.
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
        // Both languages on the left only where the cells keep their size.
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
        // The last names may be cut for the cells, but never the cells below what a digit needs.
        let pitch = cells(left, &rows).max((width - left - 30.0) / count).clamp(MIN_PITCH, max_pitch);
        let mut grid = Self { top, left, pitch, width, diagonal_extra: 0.0, rows };
        let need = ids.iter().map(|&id| reserved_width(&works(network, id, style), grid.digits(style), Weight::Bold));
        grid.diagonal_extra = (need.fold(0.0, f64::max) + DIGITS_PADDING - (pitch - CELL_GAP)).max(0.0);
        grid.fit_diagonal_names(style);
        grid
    }

    /// Most rows in a width, beside the longest names and the longest number.
    pub(super) fn max_rows(network: &Network<'_>, width: f64, style: Style<'_>) -> usize {
        let widest = network.corpus().institution_ids().map(|id| digits_width(network, id, style)).fold(0.0, f64::max);
        let reserve = (widest - MIN_PITCH + CELL_GAP).max(0.0);
        ((width * (1.0 - MAX_NAME_SHARE) - reserve) / MIN_PITCH) as usize
    }

    /// Size of the numbers.
    pub(super) fn digits(&self, style: Style<'_>) -> f64 {
        style.roles.number + if self.pitch - CELL_GAP > 14.0 { 0.5 } else { 0.0 }
    }

    /// The box on the diagonal.
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

    /// Middle of a row.
    pub(super) fn center_y(&self, row: usize) -> f64 {
        self.top + (row as f64 + 0.5) * self.pitch
    }

    /// A cell.
    pub(super) fn cell(&self, row: usize, column: usize) -> Rect {
        let at = Point::new(self.left + (column as f64 + 0.5) * self.pitch, self.center_y(row));
        Rect::around(at, self.pitch - CELL_GAP, self.pitch - CELL_GAP)
    }

    /// Where the name at the diagonal begins.
    pub(super) fn diagonal_name_left(&self, row: usize) -> f64 {
        self.left + (row as f64 + 1.0) * self.pitch + 3.0 + self.diagonal_extra
    }

    /// Where a row ends, its name at the diagonal included.
    pub(super) fn row_end(&self, row: usize, style: Style<'_>) -> f64 {
        self.diagonal_name_left(row)
            + reserved_width(&self.rows[row].diagonal_name, style.roles.second, Weight::Regular)
    }

    pub(super) fn bottom(&self) -> f64 {
        self.top + self.rows.len() as f64 * self.pitch
    }
}

/// Whether the figure has the full width of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FigureWidth {
    Full,
    Column,
}

/// The number on the diagonal; none where there are no works to count.
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
    // In one column the other language stands at the diagonal.
    let diagonal_name = match (label.second, wide) {
        (Some(second), FigureWidth::Column) => second,
        _ => label.first,
    };
    Row { name, diagonal_name }
}
