//! One wanted cell of every row of delimited text, as spans: the rows of [`crate::ingest::delimited`], read faster
//! because nothing else of them is kept.

use crate::ingest::delimited::{Continuation, Form, Unended, cell};
use crate::scan::chunk::{Chunk, RowSpan, Stop};
use crate::scan::separators::{BYTES, Separators, State, separators};

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WantedCell {
    pub(crate) delimiter: u8,
    /// Number of the cell.
    pub(crate) column: usize,
    /// Number of cells of the header.
    pub(crate) width: usize,
    pub(crate) rows: RowSelection,
}

/// Which rows are told, and what of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowSelection {
    /// Those that have the cell; of all, whether they are as wide as the header.
    WithCell,
    /// All, be the cell empty or missing. What comes behind it is stepped over.
    Every,
}

/// Reads the rows that start in `piece.start..piece.limit`; the last one may end behind the limit. O(bytes).
pub(crate) fn scan(bytes: &[u8], piece: &mut Chunk, wanted: WantedCell, tail: Continuation) {
    let mut at = piece.start;
    let mut is_malformed = false;
    loop {
        while let Some(b'\n' | b'\r') = bytes.get(at) {
            at += 1;
        }
        if at >= piece.limit.min(bytes.len()) {
            piece.stop = Stop::Limit;
            break;
        }
        if !is_malformed {
            at = well_formed(bytes, at, wanted, tail, piece);
            is_malformed = true;
            continue;
        }
        match row(bytes, at, wanted, tail, piece) {
            Ok(end) => at = end,
            Err(stop) => {
                piece.stop = stop;
                break;
            }
        }
        is_malformed = false;
    }
    piece.end = at;
}

/// A row that is being read.
struct Row {
    start: usize,
    /// Where the cell at hand starts.
    cell: usize,
    /// Cells before it.
    cells: usize,
    found: Option<(usize, usize)>,
}

impl Row {
    fn at(start: usize) -> Self {
        Self { start, cell: start, cells: 0, found: None }
    }

    /// Ends the cell at hand.
    fn end_cell(&mut self, at: usize, column: usize) {
        if self.cells == column && at > self.cell {
            self.found = Some((self.cell, at));
        }
        self.cells += 1;
        self.cell = at + 1;
    }
}

/// Reads rows as long as quotes stand at the ends of cells alone; gives the start of the first row that it leaves, or
/// line ends before it.
fn well_formed(bytes: &[u8], start: usize, wanted: WantedCell, tail: Continuation, piece: &mut Chunk) -> usize {
    let limit = piece.limit.min(bytes.len());
    let (mut row, mut state, mut base) = (Row::at(start), State::ROW, start);
    while let Some(chunk) = bytes.get(base..base + BYTES).and_then(|chunk| chunk.try_into().ok()) {
        let Some(Separators { delimiters, lines }) = separators(chunk, wanted.delimiter, &mut state) else { break };
        // What is behind the wanted cell need not be told apart.
        let all = |row: &Row| wanted.rows == RowSelection::WithCell || row.cells <= wanted.column;
        let mut bits = if all(&row) { delimiters | lines } else { lines };
        while bits != 0 {
            let bit = bits.trailing_zeros();
            let at = base + bit as usize;
            bits &= bits - 1;
            if lines >> bit & 1 == 0 {
                row.end_cell(at, wanted.column);
                if !all(&row) {
                    bits &= lines;
                }
                continue;
            }
            if at > row.start {
                if tail == Continuation::Open && at + 1 == bytes.len() && bytes[at] == b'\r' {
                    // Whether a line feed follows is not known yet.
                    return row.start;
                }
                row.end_cell(at, wanted.column);
                let found = row.found.map(|(from, to)| RowSpan {
                    row: row.start as u32,
                    start: from as u32,
                    end: to as u32,
                    form: form(&bytes[from..to]),
                });
                end_row(bytes, (row.start, at), row.cells, found, wanted, piece);
            }
            row = Row::at(at + 1);
            if row.start >= limit {
                return row.start;
            }
            bits = (delimiters | lines) & !(u64::MAX >> (63 - bit));
        }
        base += BYTES;
    }
    row.start
}

/// The form of a cell whose quotes stand where they should.
fn form(cell: &[u8]) -> Form {
    match cell {
        [b'"', own @ .., b'"'] if memchr::memchr(b'"', own).is_none() => Form::Quoted,
        [b'"', ..] => Form::Doubled,
        _ => Form::Plain,
    }
}

/// Reads one row, however it is written, and gives the byte after its line end.
fn row(bytes: &[u8], start: usize, wanted: WantedCell, tail: Continuation, piece: &mut Chunk) -> Result<usize, Stop> {
    let mut at = start;
    let mut cells = 0;
    let mut found: Option<RowSpan> = None;
    let end = loop {
        let cell = cell(bytes, at, wanted.delimiter, tail).map_err(|unended| stop(unended, tail))?;
        if cells == wanted.column && cell.end > at {
            found = Some(RowSpan { row: start as u32, start: at as u32, end: cell.end as u32, form: cell.form });
        }
        cells += 1;
        if bytes.get(cell.end) != Some(&wanted.delimiter) {
            break cell.end;
        }
        at = cell.end + 1;
    };
    let after = match bytes.get(end) {
        Some(b'\n') => end + 1,
        // Whether a line feed follows a carriage return is not known at the end of a block.
        Some(_) => match bytes.get(end + 1) {
            None if tail == Continuation::Open => return Err(Stop::Open),
            Some(b'\n') => end + 2,
            _ => end + 1,
        },
        None if tail == Continuation::Open => return Err(Stop::Open),
        None => end,
    };
    end_row(bytes, (start, end), cells, found, wanted, piece);
    Ok(after)
}

/// Notes a row that was read.
fn end_row(
    bytes: &[u8],
    (start, end): (usize, usize),
    cells: usize,
    found: Option<RowSpan>,
    wanted: WantedCell,
    piece: &mut Chunk,
) {
    let is_named = found.is_some_and(|found| says(&bytes[found.start as usize..found.end as usize], found.form));
    if !is_named && is_blank(&bytes[start..end], wanted.delimiter) {
        piece.blank += 1;
        return;
    }
    piece.rows += 1;
    if cells != wanted.width && wanted.rows == RowSelection::WithCell {
        piece.count_width(start, cells, wanted.width);
    }
    match found {
        Some(found) => {
            piece.trailing += u64::from(found.form == Form::Trailing);
            piece.spans.push(found);
        }
        None if wanted.rows == RowSelection::Every => {
            piece.spans.push(RowSpan { row: start as u32, start: start as u32, end: start as u32, form: Form::Plain });
        }
        None => piece.without_cell.push(start as u32),
    }
}

/// Whether a cell holds more than white space. In a quoted cell two quotes are its own.
fn says(cell: &[u8], form: Form) -> bool {
    if cell.iter().take(2).any(|byte| byte.is_ascii_alphanumeric()) {
        return true;
    }
    let own = if form == Form::Plain { 0 } else { 2 };
    let quotes = cell.iter().filter(|&&byte| byte == b'"').count();
    quotes > own || cell.iter().any(|&byte| byte != b'"' && !byte.is_ascii_whitespace())
}

/// Whether a row has nothing but blank cells.
fn is_blank(row: &[u8], delimiter: u8) -> bool {
    row.iter().all(|&byte| byte == delimiter || byte == b'"' || byte.is_ascii_whitespace())
}

/// The end of the row that starts at `start` and was read before, its line end left out. O(its bytes).
pub(crate) fn row_end(bytes: &[u8], start: usize, delimiter: u8) -> Option<usize> {
    let mut at = start;
    loop {
        let end = cell(bytes, at, delimiter, Continuation::End).ok()?.end;
        if bytes.get(end) != Some(&delimiter) {
            return Some(end);
        }
        at = end + 1;
    }
}

/// One cell of the row that starts at `start` and was read before: as it is written. O(cells before it).
pub(crate) fn raw(bytes: &[u8], start: usize, delimiter: u8, column: usize) -> &[u8] {
    let mut at = start;
    for _ in 0..column {
        match cell(bytes, at, delimiter, Continuation::End) {
            Ok(cell) if bytes.get(cell.end) == Some(&delimiter) => at = cell.end + 1,
            _ => return &[],
        }
    }
    cell(bytes, at, delimiter, Continuation::End).map_or(&[], |cell| &bytes[at..cell.end])
}

/// Several cells of the row that starts at `start` and was read before, as they are written; empty where there is none.
/// O(cells up to the last of them).
pub(crate) fn fields<const N: usize>(
    bytes: &[u8],
    start: usize,
    delimiter: u8,
    columns: [Option<usize>; N],
) -> [&[u8]; N] {
    let mut found = [&[][..]; N];
    let Some(last) = columns.iter().flatten().copied().max() else { return found };
    let mut at = start;
    for number in 0..=last {
        let Ok(cell) = cell(bytes, at, delimiter, Continuation::End) else { break };
        for (slot, _) in found.iter_mut().zip(&columns).filter(|(_, column)| **column == Some(number)) {
            *slot = &bytes[at..cell.end];
        }
        if bytes.get(cell.end) != Some(&delimiter) {
            break;
        }
        at = cell.end + 1;
    }
    found
}

/// Why a row whose cell has no end is not read.
fn stop(unended: Unended, tail: Continuation) -> Stop {
    if unended == Unended::AtEnd && tail == Continuation::Open { Stop::Open } else { Stop::Unclosed }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::{ProptestConfig, any, proptest};

    use super::*;
    use crate::ingest::delimited::{Reader, unquoted};

    /// Every second cell that is not blank by the reader of whole texts; `None` when a quote is not closed.
    fn by_reader(text: &str) -> Option<Vec<String>> {
        let mut reader = Reader::new(text, b',');
        let mut cells = Vec::new();
        loop {
            match reader.next_row() {
                Ok(Some(row)) if !row.text(1).trim().is_empty() => cells.push(row.text(1).into_owned()),
                Ok(Some(_)) => {}
                Ok(None) => return Some(cells),
                Err(_) => return None,
            }
        }
    }

    fn by_pieces(text: &str, size: usize, rows: RowSelection) -> Option<Vec<String>> {
        let wanted = WantedCell { delimiter: b',', column: 1, width: 2, rows };
        let bytes = text.as_bytes();
        let mut cells = Vec::new();
        let (mut at, mut end) = (0, size.min(bytes.len()));
        loop {
            let tail = if end == bytes.len() { Continuation::End } else { Continuation::Open };
            let mut piece = Chunk { start: 0, limit: end - at, ..Chunk::default() };
            scan(&bytes[at..end], &mut piece, wanted, tail);
            for found in &piece.spans {
                let raw = &text[at + found.start as usize..at + found.end as usize];
                cells.extend(Some(unquoted(raw, found.form).into_owned()).filter(|cell| !cell.trim().is_empty()));
            }
            match piece.stop {
                Stop::Unclosed => return None,
                _ if end == bytes.len() => return Some(cells),
                _ => {}
            }
            at += piece.end;
            end = (end + size).min(bytes.len());
        }
    }

    /// [`scan`] without its fast way.
    fn carefully(bytes: &[u8], limit: usize, wanted: WantedCell, tail: Continuation) -> Chunk {
        let mut piece = Chunk { start: 0, limit, ..Chunk::default() };
        let mut at = 0;
        piece.end = loop {
            at += bytes[at..].iter().take_while(|&&byte| byte == b'\n' || byte == b'\r').count();
            if at >= limit.min(bytes.len()) {
                break at;
            }
            match row(bytes, at, wanted, tail, &mut piece) {
                Ok(end) => at = end,
                Err(stop) => {
                    piece.stop = stop;
                    break at;
                }
            }
        };
        piece
    }

    fn alike(text: &str, size: usize) {
        for (rows, tail) in [
            (RowSelection::WithCell, Continuation::End),
            (RowSelection::Every, Continuation::Open),
            (RowSelection::WithCell, Continuation::Open),
        ] {
            let wanted = WantedCell { delimiter: b',', column: size % 3, width: 3, rows };
            let mut piece = Chunk { start: 0, limit: size, ..Chunk::default() };
            scan(text.as_bytes(), &mut piece, wanted, tail);
            let careful = carefully(text.as_bytes(), size, wanted, tail);
            assert_eq!(format!("{piece:?}"), format!("{careful:?}"), "{text:?}, {wanted:?}, {tail:?}");
        }
        let whole = by_reader(text);
        for rows in [RowSelection::WithCell, RowSelection::Every] {
            assert_eq!(by_pieces(text, text.len().max(1), rows), whole, "{text:?}");
            assert_eq!(by_pieces(text, size, rows), whole, "{text:?} by {size}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn spans_are_those_of_the_reader(letters in proptest::collection::vec(any::<u8>(), 0..60), size in 1usize..20) {
            let text: String = letters.iter().map(|letter| [',', '\n', '"', 'a', '\r', ',', '\n', 'b', ' '][usize::from(letter % 9)]).collect();
            alike(&text, size);
        }

        #[test]
        fn spans_of_long_rows_are_those_of_the_reader(parts in proptest::collection::vec(any::<u8>(), 0..120), size in 60usize..400) {
            // Mostly cells as programs write them, now and then a quote or a text where none should be.
            let part = |part: &u8| match part % 16 {
                0..4 => "a,",
                4 => "\"b,c\",",
                5 => "\"d\"\"e\ng\"\n",
                6 => "\"\",",
                7 => "long words in a cell of its own,",
                8 | 9 => "h\n",
                10 => "\r\n",
                11 => "\"i, j; k, l, m, n\"\r",
                12 if *part > 240 => "\"",
                13 if *part > 200 => "x\"y\"",
                14 if *part > 200 => "\"o\" p,",
                _ => "가나다,",
            };
            let text: String = parts.iter().map(part).collect();
            // A block must not end within a letter.
            alike(&text.replace("가나다", if size % 2 == 0 { "가나다" } else { "q" }), if size % 2 == 0 { text.len().max(1) } else { size });
        }
    }
}
