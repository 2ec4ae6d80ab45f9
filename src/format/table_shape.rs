//! Table shapes: delimited texts that are neither tables of works nor lists of ties, such as matrices and adjacency lists. Read as lists of ties they would give wrong networks, so all rows are checked.

use crate::corpus::hashing::{FastMap, FastSet};
use crate::format::header_row::HeaderRow;
use crate::format::tie_columns::{self, Ends, is_bare_tie};
use crate::ingest::delimited::{BLANKS, Reader};
use crate::ingest::options::Options;
use crate::normalize::text::{clean, trim};

/// Rows that are compared with each other; longer lists are no adjacency lists that look like triplets.
const MAX_COMPARED: usize = 100_000;

/// A shape of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableShape {
    /// A square matrix: rows and columns of the same names, numbers between them.
    Square,
    /// Named rows and columns, 0 or 1 between them.
    ZeroOne,
    /// Named rows and columns of different names, numbers between them.
    Cross,
    /// As many rows as columns, without names.
    Bare,
    /// Nothing but 0 and 1, without names.
    BareZeroOne,
    /// A vertex and its neighbours a line.
    Adjacency,
    /// Lines of `%` before the rest.
    Percent,
}

/// Whether the first rows of a text may be those of a shape, so that all of its rows must be seen.
pub(crate) fn is_possible(text: &str, header: &HeaderRow, options: &Options) -> bool {
    if !is_asked(header, options) {
        return false;
    }
    let mut reader = Reader::new(text, delimiter(header));
    // The first line may be of any length: an end within it says nothing.
    let (Ok(Some(_)), Ok(Some(second))) = (reader.next_row().map(|row| row.map(|_| ())), reader.next_row()) else {
        return true;
    };
    text.starts_with('%')
        || second.len() != header.headers.len()
        || second.len() > 1 && (1..second.len()).all(|column| is_cell(&second.text(column)))
}

/// Whether no columns are named, and the headers are those of no other table.
fn is_asked(header: &HeaderRow, options: &Options) -> bool {
    let is_other_table = || header.is_epoch() || header.names_works() || header.names_items() && !header.names_ties();
    options.columns.is_none() && !is_other_table()
}

/// The delimiter, where a row that no delimiter splits is split at blanks.
fn delimiter(header: &HeaderRow) -> u8 {
    if header.headers.len() == 1 { BLANKS } else { header.delimiter }
}

/// The shape of a text, where it is one of these. O(bytes).
pub(crate) fn of(text: &str, header: &HeaderRow, options: &Options) -> Option<TableShape> {
    if !is_asked(header, options) {
        return None;
    }
    let (headers, delimiter) = (&header.headers, delimiter(header));
    let text = text.trim_start_matches('\u{FEFF}');
    if text.starts_with('%') {
        return Some(TableShape::Percent);
    }
    if let Some(ends) = tie_columns::ends(headers) {
        return of_ends(text, delimiter, headers, ends);
    }
    if is_bare_tie(headers) { of_triplets(text, delimiter, headers) } else { of_rows(text, delimiter, headers) }
}

/// A cell of a matrix as a number; a blank is 0. `None` for a text.
pub(crate) fn number(cell: &str) -> Option<f64> {
    let cell = trim(cell);
    if is_nothing(cell) { Some(0.0) } else { cell.parse().ok().filter(|number: &f64| number.is_finite()) }
}

/// Whether a cell of a matrix says that there is nothing.
pub(crate) fn is_nothing(cell: &str) -> bool {
    matches!(trim(cell), "" | "-" | "–" | "—" | "." | "NA" | "N/A" | "NaN")
}

/// Whether a cell says that an institution took part, or that it did not; `None` for any other.
pub(crate) fn took_part(cell: &str) -> Option<bool> {
    match trim(cell).to_lowercase().as_str() {
        "1" | "1.0" | "x" | "o" | "y" | "v" | "yes" | "true" | "✓" | "✔" | "✗" | "○" | "●" | "◯" => {
            Some(true)
        }
        "0" | "0.0" | "n" | "no" | "false" => Some(false),
        _ => is_nothing(cell).then_some(false),
    }
}

fn is_cell(cell: &str) -> bool {
    number(cell).is_some() || took_part(cell).is_some()
}

/// The names above a matrix.
pub(crate) struct Labels {
    /// One a column of numbers.
    pub(crate) names: Vec<String>,
    /// Cells of the first row before the first name: R's tables have none above the names of the rows.
    pub(crate) corner: usize,
}

impl Labels {
    /// The names of the columns where the second row shows how the first is to be read; `None` where a name is
    /// missing or stands twice, or the names are numbers that may be cells.
    pub(crate) fn of(text: &str, delimiter: u8) -> Option<Self> {
        let mut reader = Reader::new(text, delimiter);
        let first: Vec<String> = {
            let row = reader.next_row().ok()??;
            (0..row.len()).map(|cell| clean(&row.text(cell)).into_owned()).collect()
        };
        let second = reader.next_row().ok()??;
        let corner = match second.len().checked_sub(first.len()) {
            Some(0) => 1,
            Some(1) => 0,
            _ => return None,
        };
        let are_numbers = first[corner..].iter().all(|name| name.parse::<f64>().is_ok());
        if are_numbers && corner == 1 && first[0].parse::<f64>().is_ok() {
            return None;
        }
        let names = first[corner..].to_vec();
        let different: FastSet<&String> = names.iter().collect();
        let is_named = names.len() > 1 && different.len() == names.len() && names.iter().all(|name| !name.is_empty());
        let are_cells = (1..second.len()).all(|column| is_cell(&second.text(column)));
        (is_named && are_cells).then_some(Self { names, corner })
    }

    /// Whether the rows have just the names of the columns, in any order.
    fn is_square(&self, text: &str, delimiter: u8) -> bool {
        let columns: FastSet<&str> = self.names.iter().map(String::as_str).collect();
        let mut rows: FastSet<String> = FastSet::default();
        let mut reader = Reader::new(text, delimiter);
        if reader.next_row().is_err() {
            return false;
        }
        while let Ok(Some(row)) = reader.next_row() {
            let name = clean(&row.text(0)).into_owned();
            if row.is_empty() {
                continue;
            }
            if !columns.contains(name.as_str()) || !rows.insert(name) {
                return false;
            }
        }
        rows.len() == columns.len()
    }

    /// The shape below the names; `None` where a cell is neither a number nor a mark, which is a table with headers.
    fn shape(&self, text: &str, delimiter: u8) -> Option<TableShape> {
        if self.is_square(text, delimiter) {
            return Some(TableShape::Square);
        }
        let mut are_marks = true;
        let mut reader = Reader::new(text, delimiter);
        reader.next_row().ok()?;
        while let Ok(Some(row)) = reader.next_row() {
            for cell in (1..row.len()).map(|column| row.text(column)) {
                are_marks = are_marks && took_part(&cell).is_some();
                if !are_marks && number(&cell).is_none() {
                    return None;
                }
            }
        }
        Some(if are_marks { TableShape::ZeroOne } else { TableShape::Cross })
    }
}

/// Rows below headers that may be those of the ends of ties, or names above a matrix such as A and B.
fn of_ends(text: &str, delimiter: u8, headers: &[String], ends: Ends) -> Option<TableShape> {
    let labels = Labels::of(text, delimiter)?;
    if labels.is_square(text, delimiter) {
        return Some(TableShape::Square);
    }
    if ends.are_clear {
        return None;
    }
    let shape = labels.shape(text, delimiter)?;
    // The first column of a matrix holds names, that of a list of ties at most row numbers.
    let is_next_to = labels.corner == 1 && ends.source != 0 && ends.target != 0;
    let has_names = || {
        let mut reader = Reader::new(text, delimiter);
        let mut names = 0;
        reader.next_row().ok()?;
        while let Some(row) = reader.next_row().ok()? {
            let name = row.text(0);
            let is_column = labels.names.iter().any(|other| *other == clean(&name));
            if trim(&name).parse::<f64>().is_ok() || !is_column && !headers[0].is_empty() {
                return None;
            }
            names += 1;
        }
        (names > 0).then_some(())
    };
    let is_matrix = is_next_to && (shape == TableShape::ZeroOne || has_names().is_some());
    is_matrix.then_some(shape)
}

/// Rows of two or three cells, the first of which may be a tie.
fn of_triplets(text: &str, delimiter: u8, headers: &[String]) -> Option<TableShape> {
    if let Some(labels) = Labels::of(text, delimiter)
        && labels.is_square(text, delimiter)
        && (labels.corner == 0 || headers[0].is_empty() || is_mirrored(&numbers(text, delimiter, 3)?[1..], 1))
    {
        return Some(TableShape::Square);
    }
    if are_all(text, delimiter, |cell| matches!(cell, "0" | "1")) {
        return Some(TableShape::BareZeroOne);
    }
    if let Some(rows) = numbers(text, delimiter, headers.len()) {
        let is_zero = |row: usize| rows[row][row] == 0.0;
        // Of works together: the diagonal counts all of them.
        let is_largest = |row: usize| rows[row].iter().all(|&cell| cell <= rows[row][row]);
        let all = || 0..rows.len();
        if all().all(is_zero) || rows.len() > 2 && is_mirrored(&rows, 0) && all().all(is_largest) {
            return Some(TableShape::Bare);
        }
    }
    let is_adjacency = if is_ragged(text, delimiter, headers.len()) {
        are_neighbours(text, delimiter, None)
    } else {
        headers.len() == 3 && are_neighbours(text, delimiter, Some(3))
    };
    is_adjacency.then_some(TableShape::Adjacency)
}

/// Rows of any number of cells, the first of which is neither a header that is known nor a tie.
fn of_rows(text: &str, delimiter: u8, headers: &[String]) -> Option<TableShape> {
    if let Some(shape) = Labels::of(text, delimiter).and_then(|labels| labels.shape(text, delimiter)) {
        return Some(shape);
    }
    if headers.len() > 1 || delimiter == BLANKS {
        if are_all(text, delimiter, |cell| matches!(cell, "0" | "1")) {
            return Some(TableShape::BareZeroOne);
        }
        let width = Reader::new(text, delimiter).next_row().ok()??.len();
        let is_number = |cell: &f64| cell.is_finite();
        if width > 1 && numbers(text, delimiter, width).is_some_and(|rows| rows[0].iter().all(is_number)) {
            return Some(TableShape::Bare);
        }
        if are_neighbours(text, delimiter, None) {
            return Some(TableShape::Adjacency);
        }
    }
    None
}

/// Whether some row has another number of cells, so that the text is no list of ties.
fn is_ragged(text: &str, delimiter: u8, width: usize) -> bool {
    let mut reader = Reader::new(text, delimiter);
    while let Ok(Some(row)) = reader.next_row() {
        if row.len() != width && !row.is_empty() {
            return true;
        }
    }
    false
}

/// Whether there are two rows or more of two cells or more, and every cell is like that.
fn are_all(text: &str, delimiter: u8, is_such: impl Fn(&str) -> bool) -> bool {
    let mut reader = Reader::new(text, delimiter);
    let mut rows = 0;
    while let Ok(Some(row)) = reader.next_row() {
        if row.len() < 2 || !(0..row.len()).all(|column| is_such(trim(&row.text(column)))) {
            return false;
        }
        rows += 1;
    }
    rows > 1
}

/// The numbers of a text of `width` rows of `width` numbers each.
fn numbers(text: &str, delimiter: u8, width: usize) -> Option<Vec<Vec<f64>>> {
    let mut reader = Reader::new(text, delimiter);
    let mut rows: Vec<Vec<f64>> = Vec::new();
    while let Ok(Some(row)) = reader.next_row() {
        if row.len() != width || rows.len() == width {
            return None;
        }
        let is_first = rows.is_empty();
        let cell = |column: usize| {
            let cell = row.text(column);
            // The names above a matrix may be any.
            trim(&cell).parse::<f64>().ok().filter(|number| number.is_finite()).or(is_first.then_some(f64::NAN))
        };
        rows.push((0..width).map(cell).collect::<Option<_>>()?);
    }
    (rows.len() == width).then_some(rows)
}

/// Whether cells from column `from` on are the same across the diagonal.
fn is_mirrored(rows: &[Vec<f64>], from: usize) -> bool {
    (0..rows.len()).all(|row| (0..row).all(|column| rows[row][column + from] == rows[column][row + from]))
}

/// Whether each line is a vertex and its neighbours: every vertex has one line, and all neighbours are vertices. Where
/// all lines must have the same number of cells, each must be a neighbour of its neighbours too.
fn are_neighbours(text: &str, delimiter: u8, width: Option<usize>) -> bool {
    let mut reader = Reader::new(text, delimiter);
    let mut lines: FastMap<String, FastSet<String>> = FastMap::default();
    let mut neighbours = 0;
    while let Ok(Some(row)) = reader.next_row() {
        let cells: Vec<String> = (0..row.len()).map(|column| clean(&row.text(column)).into_owned()).collect();
        let others: FastSet<String> = cells[1..].iter().filter(|cell| !cell.is_empty()).cloned().collect();
        neighbours += others.len();
        let is_apart = others.len() == cells.iter().skip(1).filter(|cell| !cell.is_empty()).count();
        let fits = width.is_none_or(|width| cells.len() == width && lines.len() < MAX_COMPARED);
        if !fits || !is_apart || cells[0].is_empty() || lines.insert(cells[0].clone(), others).is_some() {
            return false;
        }
    }
    let are_mutual = |vertex: &String, others: &FastSet<String>| {
        others.iter().all(|other| {
            lines.get(other).is_some_and(|back| width.is_none() || other != vertex && back.contains(vertex))
        })
    };
    lines.len() > 1 && neighbours > 0 && lines.iter().all(|(vertex, others)| are_mutual(vertex, others))
}
