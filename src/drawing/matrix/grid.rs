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
const PITCH: (f64, f64) = (17.0, 11.8);
/// Narrowest pitch: a digit and a frame.
const LEAST_PITCH: f64 = 8.4;
/// Gap between cells.
const GAP: f64 = 1.0;
/// What a number leaves free in its cell.
pub(super) const DIGITS_PAD: f64 = 0.4;
/// Room of the sector mark, with the gaps around it.
const MARK: f64 = 12.5;
/// Share of the width that names on the left may take.
const NAMES_MOST: f64 = 0.40;

/// Names of one row.
pub(super) struct Row {
    /// On the left.
    pub(super) name: RowLabel,
    /// At the diagonal; empty where there is no room.
    pub(super) again: String,
}

/// The matrix on the page.
pub(super) struct Grid {
    pub(super) top: f64,
    pub(super) left: f64,
    pub(super) pitch: f64,
    pub(super) width: f64,
    /// How much wider than a cell the boxes on the diagonal are: their numbers must have room, and right of them is
    /// nothing but the name.
    pub(super) wider: f64,
    pub(super) rows: Vec<Row>,
}

impl Grid {
    pub(super) fn new(
        network: &Network<'_>,
        ids: &[InstitutionId],
        width: f64,
        top: f64,
        wide: Wide,
        look: Style<'_>,
    ) -> Self {
        let count = ids.len() as f64;
        let length = if wide == Wide::Yes && ids.len() <= 20 { Length::Long } else { Length::Short };
        let mut rows: Vec<Row> = ids.iter().map(|&id| row(network, id, length, wide, look)).collect();
        let most = if wide == Wide::Yes { PITCH.0 } else { PITCH.1 };
        let widest = ids.iter().map(|&id| digits_width(network, id, look)).fold(0.0, f64::max);
        let reserve = (widest - LEAST_PITCH + GAP).max(0.0);
        // Both languages on the left only where the cells keep their size.
        let left = |rows: &[Row]| rows.iter().map(|row| row.name.width(look)).fold(0.0, f64::max) + MARK;
        let cells = |left: f64, rows: &[Row]| {
            let again = rows.last().map_or(0.0, |row| reserved_width(&row.again, look.roles.second, Weight::Regular));
            (width - left - again - 6.0 - reserve) / count
        };
        if cells(left(&rows), &rows) < most * 0.75 {
            rows.iter_mut().for_each(|row| row.name.second = None);
        }
        rows.iter_mut().for_each(|row| row.name.fit(width * NAMES_MOST - MARK, look));
        let left = left(&rows);
        // The last names may be cut for the cells, but never the cells below what a digit needs.
        let pitch = cells(left, &rows).max((width - left - 30.0) / count).clamp(LEAST_PITCH, most);
        let mut grid = Self { top, left, pitch, width, wider: 0.0, rows };
        let need = ids.iter().map(|&id| reserved_width(&works(network, id, look), grid.digits(look), Weight::Bold));
        grid.wider = (need.fold(0.0, f64::max) + DIGITS_PAD - (pitch - GAP)).max(0.0);
        grid.fit_again(look);
        grid
    }

    /// Most rows in a width, beside the longest names and the longest number.
    pub(super) fn most(network: &Network<'_>, width: f64, look: Style<'_>) -> usize {
        let widest = network.corpus().institution_ids().map(|id| digits_width(network, id, look)).fold(0.0, f64::max);
        let reserve = (widest - LEAST_PITCH + GAP).max(0.0);
        ((width * (1.0 - NAMES_MOST) - reserve) / LEAST_PITCH) as usize
    }

    /// Size of the numbers.
    pub(super) fn digits(&self, look: Style<'_>) -> f64 {
        look.roles.number + if self.pitch - GAP > 14.0 { 0.5 } else { 0.0 }
    }

    /// The box on the diagonal.
    pub(super) fn diagonal(&self, row: usize) -> Rect {
        let cell = self.cell(row, row);
        Rect { right: cell.right + self.wider, ..cell }
    }

    fn fit_again(&mut self, look: Style<'_>) {
        for index in 0..self.rows.len() {
            let room = (self.width - self.again_left(index)) / 1.1;
            let cut = wording::ellipsized(&self.rows[index].again, look.roles.second, Weight::Regular, room);
            let kept = cut.chars().filter(|&letter| letter != '…').count();
            let whole = cut == self.rows[index].again;
            let fits = reserved_width(&cut, look.roles.second, Weight::Regular) <= self.width - self.again_left(index);
            self.rows[index].again = if fits && (whole || kept >= 3) { cut } else { String::new() };
        }
    }

    /// Middle of a row.
    pub(super) fn middle(&self, row: usize) -> f64 {
        self.top + (row as f64 + 0.5) * self.pitch
    }

    /// A cell.
    pub(super) fn cell(&self, row: usize, column: usize) -> Rect {
        let at = Point::new(self.left + (column as f64 + 0.5) * self.pitch, self.middle(row));
        Rect::around(at, self.pitch - GAP, self.pitch - GAP)
    }

    /// Where the name at the diagonal begins.
    pub(super) fn again_left(&self, row: usize) -> f64 {
        self.left + (row as f64 + 1.0) * self.pitch + 3.0 + self.wider
    }

    /// Where a row ends, its name at the diagonal included.
    pub(super) fn row_end(&self, row: usize, look: Style<'_>) -> f64 {
        self.again_left(row) + reserved_width(&self.rows[row].again, look.roles.second, Weight::Regular)
    }

    pub(super) fn bottom(&self) -> f64 {
        self.top + self.rows.len() as f64 * self.pitch
    }
}

/// Whether the figure has the full width of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wide {
    Yes,
    No,
}

/// The number on the diagonal; none where there are no works to count.
fn works(network: &Network<'_>, id: InstitutionId, look: Style<'_>) -> String {
    if look.kind.has_works() { wording::count(network.corpus().works_of(id).len()) } else { String::new() }
}

fn digits_width(network: &Network<'_>, id: InstitutionId, look: Style<'_>) -> f64 {
    let text = works(network, id, look);
    if text.is_empty() { 0.0 } else { reserved_width(&text, look.roles.number, Weight::Bold) + DIGITS_PAD }
}

fn row(network: &Network<'_>, id: InstitutionId, length: Length, wide: Wide, look: Style<'_>) -> Row {
    let institution = network.corpus().institution(id);
    let label = names::label(&institution.names, look.language, length);
    let lines = if wide == Wide::Yes { Languages::Both } else { Languages::First };
    let name = RowLabel::new(&institution.names, length, lines, look);
    // In one column the other language stands at the diagonal.
    let again = match (label.second, wide) {
        (Some(second), Wide::No) => second,
        _ => label.first,
    };
    Row { name, again }
}
