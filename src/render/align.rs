//! Aligned plain-text tables for fixed-width fonts, in which Hangul is two columns wide.

use crate::answer::number::{decimals, fixed, plain, signed, stable, thousands};
use crate::answer::table::{Audience, Cell, Table};
use crate::render::visible::visible;
use crate::typography::{Weight, reserved_width};
use rayon::prelude::*;
use unicode_width::UnicodeWidthStr;

/// Space between two columns.
const GAP: usize = 2;
/// Minimum column width.
const MIN_WIDTH: usize = 12;
/// Minimum number of rows a parallel task.
const MIN_ROWS_PER_TASK: usize = 200;

/// Lines of a table: headings first, then the rows; no line ends in white space.
#[must_use]
pub fn lines(table: &Table, width: usize) -> Vec<String> {
    let columns: Vec<RenderedColumn> = (0..table.columns.len())
        .into_par_iter()
        .filter(|&index| table.columns[index].audience == Audience::All)
        .map(|index| RenderedColumn::of(table, index))
        .filter(|column| column.cells.iter().any(|items| !items.is_empty()))
        .collect();
    let widths = column_widths(&columns, width);
    let mut lines = vec![heading(&columns, &widths)];
    let rows = (0..table.rows.len()).into_par_iter().with_min_len(MIN_ROWS_PER_TASK);
    lines.par_extend(rows.flat_map_iter(|row| row_lines(&columns, &widths, row)));
    lines
}

/// Shares of a page's width for the text columns among `shown`, adding up to 1: proportional to the square root of each
/// column's longest cell, so that long texts get more space without starving short ones. `None` for columns of numbers,
/// which take their natural width.
#[must_use]
pub fn width_shares(table: &Table, shown: &[usize]) -> Vec<Option<f64>> {
    let roots: Vec<Option<f64>> = shown
        .iter()
        .map(|&index| {
            let column = RenderedColumn::of(table, index);
            (!column.right_aligned).then(|| (column.natural_width().clamp(MIN_WIDTH, 10 * MIN_WIDTH) as f64).sqrt())
        })
        .collect();
    let total: f64 = roots.iter().flatten().sum();
    roots.into_iter().map(|root| root.map(|root| root / total)).collect()
}

/// Widths of the columns `shown` of a page, in points: at most `available` together, text set in `size`. Where the cells
/// do not fit on one line, each column has at least its longest word, if all of those fit, and the rest is shared by the
/// square root of what a column needs beyond that. O(characters).
#[must_use]
pub fn page_widths(table: &Table, shown: &[usize], size: f64, available: f64) -> Vec<f64> {
    let width = |text: &str| reserved_width(text, size, Weight::Regular);
    let (mut words, mut lines): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
    for &index in shown {
        let column = RenderedColumn::of(table, index);
        let cells = column.cells.iter().map(|items| items.join("; "));
        // Pages write each number with its own decimals.
        let real =
            |cell: &Cell| if let Cell::Real(value) = cell { Some(plain(*value, decimals(*value))) } else { None };
        let numbers = table.rows.iter().filter_map(|row| row.get(index)).filter_map(real);
        let texts: Vec<String> = cells.chain(numbers).chain([column.label.clone()]).collect();
        let longest = |parts: &mut dyn Iterator<Item = &str>| parts.map(width).fold(0.0, f64::max);
        words.push(longest(&mut texts.iter().flat_map(|text| text.split_whitespace())).min(available / 3.0));
        lines.push(longest(&mut texts.iter().map(String::as_str)));
    }
    let (least, most): (f64, f64) = (words.iter().sum(), lines.iter().sum());
    if most <= available {
        return lines;
    }
    if least >= available {
        return words.iter().map(|word| word * available / least).collect();
    }
    let wanted: Vec<f64> = words.iter().zip(&lines).map(|(word, line)| (line - word).max(0.0).sqrt()).collect();
    let total: f64 = wanted.iter().sum();
    words.iter().zip(wanted).map(|(word, root)| word + (available - least) * root / total.max(f64::EPSILON)).collect()
}

struct RenderedColumn {
    label: String,
    right_aligned: bool,
    /// List entries of every cell; most cells have one.
    cells: Vec<Vec<String>>,
}

impl RenderedColumn {
    fn of(table: &Table, index: usize) -> Self {
        let cells = || table.rows.iter().filter_map(move |row| row.get(index));
        let largest = cells().map(magnitude).fold(0.0, f64::max);
        let shared = cells().map(|cell| decimals_needed(cell, decimals(largest))).max().unwrap_or(0);
        Self {
            label: one_line(&visible(&table.columns[index].label)),
            right_aligned: cells().any(Cell::is_number),
            cells: cells().map(|cell| items(cell, shared)).collect(),
        }
    }

    /// Width when every cell is on one line.
    fn natural_width(&self) -> usize {
        let joined_width = |items: &Vec<String>| {
            items.iter().map(|item| display_width(item)).sum::<usize>() + 2 * items.len().saturating_sub(1)
        };
        self.cells.iter().map(joined_width).chain([display_width(&self.label)]).max().unwrap_or(0)
    }

    /// Width when every entry is on its own line.
    fn longest_entry(&self) -> usize {
        let item =
            |items: &Vec<String>| items.iter().map(|item| display_width(item) + usize::from(items.len() > 1)).max();
        self.cells.iter().filter_map(item).chain([display_width(&self.label), MIN_WIDTH]).max().unwrap_or(MIN_WIDTH)
    }

    /// Width of the longest word.
    fn longest_word(&self) -> usize {
        let cells = self.cells.iter().flatten().flat_map(|item| item.split_whitespace());
        let words = cells.chain(self.label.split_whitespace()).map(display_width);
        words.max().unwrap_or(0).max(MIN_WIDTH)
    }

    /// Lines of a cell: entries are not broken as long as they fit.
    fn wrapped(&self, row: usize, width: usize) -> Vec<String> {
        let items = &self.cells[row];
        let mut lines: Vec<String> = Vec::new();
        for (position, item) in items.iter().enumerate() {
            let item = if position + 1 < items.len() { format!("{item};") } else { item.clone() };
            match lines.last_mut() {
                Some(line) if display_width(line) + 1 + display_width(&item) <= width => {
                    line.push(' ');
                    line.push_str(&item);
                }
                _ if !item.is_empty() && display_width(&item) <= width => lines.push(item),
                _ => lines.extend(wrap(&item, width)),
            }
        }
        lines
    }
}

/// Display width of a text without control characters.
fn display_width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// Absolute value of a real number; 0 for other cells.
fn magnitude(cell: &Cell) -> f64 {
    match cell {
        Cell::Real(value) if value.is_finite() => value.abs(),
        _ => 0.0,
    }
}

/// Number of decimals that a real number needs, at most `max`.
fn decimals_needed(cell: &Cell, max: usize) -> usize {
    let Cell::Real(value) = cell else { return 0 };
    let text = format!("{:.max$}", stable(*value));
    text.trim_end_matches('0').split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

fn items(cell: &Cell, shared: usize) -> Vec<String> {
    match cell {
        Cell::Empty => Vec::new(),
        Cell::Text(text) | Cell::Link { text, .. } | Cell::Coded { text, .. } => vec![one_line(&visible(text))],
        Cell::Count(count) => vec![thousands(*count)],
        Cell::Change(change) => vec![signed(*change)],
        Cell::Real(value) if value.is_finite() => vec![real(*value, shared)],
        Cell::Real(_) => vec!["–".to_owned()],
        Cell::List(texts) => texts.iter().map(|text| one_line(&visible(text))).collect(),
    }
}

/// A real number aligned at its decimal point: a whole number has no decimals (`8`, never `8.0000`). One below 1 of which
/// the decimals of a column of large numbers would leave no two digits has its own (`0.0504` under `25,075.5`).
fn real(value: f64, shared: usize) -> String {
    let text = fixed(value, shared);
    let digits = |text: &str| text.trim_start_matches(['−', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    if shared < decimals(value) && stable(value) != 0.0 && value.abs() < 1.0 && digits(&text) < 2 {
        return plain(value, decimals(value));
    }
    match text.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|digit| digit == b'0') && stable(value).fract() == 0.0 => {
            format!("{whole}{}", " ".repeat(1 + fraction.len()))
        }
        _ => text,
    }
}

/// The text on one line: control characters and white space become single spaces.
#[must_use]
pub fn one_line(text: &str) -> String {
    let bytes = text.as_bytes();
    let is_plain = bytes.iter().all(|byte| (b' '..=b'~').contains(byte)) && !bytes.windows(2).any(|two| two == b"  ");
    if is_plain {
        return text.trim_matches(' ').to_owned();
    }
    let spaced: String = text.chars().map(|ch| if ch.is_control() { ' ' } else { ch }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Column widths within `width`: the widest text columns shrink first, down to their longest entry if possible, then
/// below it.
fn column_widths(columns: &[RenderedColumn], width: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = columns.iter().map(RenderedColumn::natural_width).collect();
    let available = width.saturating_sub(GAP * columns.len().saturating_sub(1));
    let items: Vec<usize> = columns.iter().map(RenderedColumn::longest_entry).collect();
    // Words are never cut: a column narrower than its longest word would push the others aside.
    let words: Vec<usize> = columns.iter().map(|column| column.longest_word().min(available / 2)).collect();
    let narrowest = vec![MIN_WIDTH; columns.len()];
    for min_widths in [items, words, narrowest] {
        shrink(&mut widths, columns, &min_widths, available);
    }
    widths
}

/// Shrinks text columns, always the widest above its minimum, until all fit into `available`.
fn shrink(widths: &mut [usize], columns: &[RenderedColumn], min_widths: &[usize], available: usize) {
    let mut total: usize = widths.iter().sum();
    while total > available {
        let may_give = |index: &usize| !columns[*index].right_aligned && widths[*index] > min_widths[*index];
        let Some(widest) = (0..columns.len()).filter(may_give).max_by_key(|&index| (widths[index], index)) else {
            return;
        };
        widths[widest] -= 1;
        total -= 1;
    }
}

fn heading(columns: &[RenderedColumn], widths: &[usize]) -> String {
    let mut line = String::new();
    for (position, (column, &width)) in columns.iter().zip(widths).enumerate() {
        push_cell(&mut line, position, &column.label, width, column.right_aligned);
    }
    line.trim_end().to_owned()
}

fn row_lines(columns: &[RenderedColumn], widths: &[usize], row: usize) -> Vec<String> {
    let cells: Vec<Vec<String>> =
        columns.iter().zip(widths).map(|(column, &width)| column.wrapped(row, width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let line = |at: usize| {
        let mut line = String::new();
        for (position, (column, &width)) in columns.iter().zip(widths).enumerate() {
            let text = cells[position].get(at).map_or("", String::as_str);
            push_cell(&mut line, position, text, width, column.right_aligned);
        }
        line.truncate(line.trim_end().len());
        line
    };
    (0..height).map(line).collect()
}

fn push_cell(line: &mut String, position: usize, text: &str, width: usize, right_aligned: bool) {
    if position > 0 {
        line.push_str(&" ".repeat(GAP));
    }
    let padding = " ".repeat(width.saturating_sub(display_width(text)));
    if right_aligned {
        line.push_str(&padding);
        line.push_str(text);
    } else {
        line.push_str(text);
        line.push_str(&padding);
    }
}

/// Wraps a text at spaces into lines of at most `width` columns; longer words are not cut.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if display_width(line) + 1 + display_width(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        Table {
            columns: vec![
                crate::answer::table::Column::new("name", "Name"),
                crate::answer::table::Column::for_machines("id"),
                crate::answer::table::Column::new("weight", "Weight"),
                crate::answer::table::Column::new("works", "Works"),
            ],
            rows: vec![
                vec![
                    Cell::text("카이스트"),
                    Cell::text("kaist"),
                    Cell::Real(1.5),
                    Cell::list(vec!["Discriminator Guidance".to_owned(), "Volcano 13B".to_owned()]),
                ],
                vec![Cell::text("NAVER"), Cell::text("naver"), Cell::Real(1000.0), Cell::Empty],
            ],
            ..Table::default()
        }
    }

    #[test]
    fn hangul_is_two_columns_wide_and_numbers_stand_at_their_decimal_point() {
        assert_eq!(
            lines(&table(), 80),
            ["Name       Weight  Works", "카이스트      1.5  Discriminator Guidance; Volcano 13B", "NAVER     1,000",]
        );
    }

    #[test]
    fn a_small_number_keeps_its_digits_beside_a_large_one() {
        for (value, shared, shown) in [
            (0.0504, 1, "0.0504"),
            (-0.04, 1, "−0.04"),
            (0.000_04, 1, "0"),
            (0.3333, 1, "0.3333"),
            (0.3333, 3, "0.333"),
            (0.0, 1, "0  "),
            (2.3456, 1, "2.3"),
            (25_075.5, 1, "25,075.5"),
        ] {
            assert_eq!(real(value, shared), shown, "{value} with {shared}");
        }
    }

    #[test]
    fn lists_break_between_items() {
        assert_eq!(
            lines(&table(), 46)[1..3],
            ["카이스트      1.5  Discriminator Guidance;", "                   Volcano 13B",]
        );
        for width in 0..60 {
            assert!(lines(&table(), width).len() >= 3);
        }
    }
}
