//! Tables in the shape that a page holds: few rows, short lists, no empty columns; the files have all.

use collabgraph::answer::document::Block;
use collabgraph::answer::number::plain;
use collabgraph::answer::table::{Audience, Cell, Table};
use collabgraph::message;
use collabgraph::messages::{Argument, Localizer};

/// Default number of rows on a page.
pub(crate) const ROWS: usize = 25;
/// Default number of entries of one cell.
const LIST_ITEMS: usize = 12;

/// What a page shows of a table.
#[derive(Clone, Copy)]
pub(crate) struct PageShape<'s> {
    /// File with all of it, without folder.
    pub(crate) file: &'s str,
    /// Whether it is the main table of its answer: a sheet holds that alone, the record for machines all.
    pub(crate) is_main: bool,
    /// Most rows.
    pub(crate) rows: usize,
    /// Whether the last rows are shown, the last first: rows in the order of dates, of which the latest are news.
    pub(crate) latest: bool,
    /// Most entries of one cell.
    pub(crate) lists: usize,
    /// Keys of columns that only the file has.
    pub(crate) hidden: &'s [&'s str],
    /// Keys of columns with shares, shown in per cent.
    pub(crate) shares: &'s [&'s str],
    /// Keys of columns that are left to the file where they count nothing.
    pub(crate) counts: &'s [&'s str],
}

impl<'s> PageShape<'s> {
    /// The main table of `tables/FILE`.
    pub(crate) fn of(file: &'s str) -> Self {
        Self {
            file,
            is_main: true,
            rows: ROWS,
            latest: false,
            lists: LIST_ITEMS,
            hidden: &[],
            shares: &[],
            counts: &[],
        }
    }

    /// Another table of the same answer: the sheet holds the main table alone, the record for machines all.
    pub(crate) fn beside_the_main_table(self) -> Self {
        Self { is_main: false, ..self }
    }
}

/// The table as a page shows it, and what is not shown; nothing where it has no rows.
pub(crate) fn shaped(table: &Table, shape: &PageShape<'_>, localizer: Localizer<'_>) -> Vec<Block> {
    if !table.is_visible() {
        return Vec::new();
    }
    let file = format!("tables/{}.{}", shape.file, if shape.is_main { "csv" } else { "json" });
    let mut shown = table.clone();
    let all = table.rows.len();
    let rows = shape.rows.min(all);
    if shape.latest && rows < all {
        // What has no date is no news.
        let is_dated = |row: &Vec<Cell>| row.first().is_some_and(|cell| *cell != Cell::Empty);
        let (mut dated, undated): (Vec<_>, Vec<_>) = shown.rows.drain(..).partition(is_dated);
        dated.reverse();
        shown.rows = dated.into_iter().chain(undated).collect();
    }
    shown.rows.truncate(rows);
    hide(&mut shown, shape.hidden, shape.counts);
    let mut cut = false;
    for (cell, column) in shown.rows.iter_mut().flat_map(|row| row.iter_mut().zip(&table.columns)) {
        if let (Cell::Real(value), true) = (&*cell, shape.shares.contains(&column.key.as_str())) {
            *cell = Cell::Text(format!("{}%", plain(100.0 * value, 1)));
        }
        let kind = if matches!(column.key.as_str(), "members" | "institutions") { "institution" } else { "other" };
        cut |= shorten(cell, shape.lists, kind, localizer);
    }
    let mut remarks = Vec::new();
    if rows < all {
        let rest = all - rows;
        remarks.push(if shape.latest {
            message!("report-latest-rows", shown = rows, all = all, rest = rest, file = &file)
        } else {
            message!("report-first-rows", shown = rows, all = all, rest = rest, file = &file)
        });
    }
    if cut {
        remarks.push(message!("report-cut-lists", shown = shape.lists, file = &file));
    }
    let remarks = (!remarks.is_empty()).then(|| Block::Paragraph(localizer.render_all(&remarks).join(" ")));
    std::iter::once(Block::Table(shown)).chain(remarks).collect()
}

/// Hides columns by key, those without any entry, and of `counts` those that are zero throughout.
fn hide(table: &mut Table, keys: &[&str], counts: &[&str]) {
    for (at, column) in table.columns.iter_mut().enumerate() {
        let is_count = counts.contains(&column.key.as_str());
        let is_nothing = |cell: &Cell| *cell == Cell::Empty || is_count && *cell == Cell::Count(0);
        let is_empty = table.rows.iter().all(|row| row.get(at).is_none_or(is_nothing));
        if is_empty || keys.contains(&column.key.as_str()) {
            column.audience = Audience::Machines;
        }
    }
}

/// Truncates a long list and adds how many items are missing; `false` when nothing was cut.
fn shorten(cell: &mut Cell, max: usize, kind: &'static str, localizer: Localizer<'_>) -> bool {
    let Cell::List(texts) = cell else { return false };
    // One name more would take as much room as the words that stand for it.
    if texts.len() <= max + 1 {
        return false;
    }
    let rest = texts.len() - max;
    texts.truncate(max);
    texts.push(localizer.render(&message!("report-and-more", count = rest, kind = Argument::Kind(kind))));
    true
}

/// Language-independent code of a cell.
pub(crate) fn code(cell: Option<&Cell>) -> Option<&str> {
    match cell {
        Some(Cell::Coded { code, .. }) => Some(code),
        _ => None,
    }
}
