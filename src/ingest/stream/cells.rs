//! One wanted cell of every row of delimited text, as spans: the rows of [`crate::ingest::delimited`], read faster
//! because nothing else of them is kept.

use crate::ingest::delimited::Form;
use crate::ingest::stream::rows::{Found, Piece, Stop};

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) delimiter: u8,
    /// Number of the cell.
    pub(crate) column: usize,
    /// Number of cells of the header.
    pub(crate) width: usize,
    /// Whether rows are told in which the cell is empty or missing, too.
    pub(crate) every: bool,
}

/// Whether the bytes go on after what is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tail {
    /// More is to come: a row that reaches the end is not whole.
    Open,
    /// The input ends here.
    End,
}

/// A cell and where it stops.
struct Cell {
    form: Form,
    end: usize,
}

/// Reads the rows that start in `piece.start..piece.limit`; the last one may end behind the limit. O(bytes).
pub(crate) fn scan(bytes: &[u8], piece: &mut Piece, wanted: Wanted, tail: Tail) {
    let mut at = piece.start;
    loop {
        while let Some(b'\n' | b'\r') = bytes.get(at) {
            at += 1;
        }
        if at >= piece.limit.min(bytes.len()) {
            piece.stop = Stop::Limit;
            break;
        }
        match row(bytes, at, wanted, tail, piece) {
            Ok(end) => at = end,
            Err(stop) => {
                piece.stop = stop;
                break;
            }
        }
    }
    piece.end = at;
}

/// Reads one row, and gives the byte after its line end.
fn row(bytes: &[u8], start: usize, wanted: Wanted, tail: Tail, piece: &mut Piece) -> Result<usize, Stop> {
    let mut at = start;
    let mut cells = 0;
    let mut found: Option<Found> = None;
    loop {
        let cell = cell(bytes, at, wanted.delimiter, tail)?;
        if cells == wanted.column && cell.end > at {
            found = Some(Found { row: start as u32, start: at as u32, end: cell.end as u32, form: cell.form });
        }
        cells += 1;
        match bytes.get(cell.end) {
            Some(&byte) if byte == wanted.delimiter => at = cell.end + 1,
            Some(b'\n') => {
                at = cell.end + 1;
                break;
            }
            Some(_) => {
                // Whether a line feed follows a carriage return is not known at the end of a block.
                match bytes.get(cell.end + 1) {
                    None if tail == Tail::Open => return Err(Stop::Open),
                    Some(b'\n') => at = cell.end + 2,
                    _ => at = cell.end + 1,
                }
                break;
            }
            None if tail == Tail::Open => return Err(Stop::Open),
            None => {
                at = cell.end;
                break;
            }
        }
    }
    let is_named = found.is_some_and(|found| says(&bytes[found.start as usize..found.end as usize], found.form));
    if !is_named && is_blank(&bytes[start..at], wanted.delimiter) {
        piece.blank += 1;
        return Ok(at);
    }
    piece.rows += 1;
    if cells != wanted.width {
        piece.tell_width(start, cells, wanted.width);
    }
    if wanted.every && found.is_none() {
        piece.found.push(Found { row: start as u32, start: start as u32, end: start as u32, form: Form::Plain });
    }
    if let Some(found) = found {
        if found.form == Form::Trailing {
            piece.trailing += 1;
        }
        piece.found.push(found);
    }
    Ok(at)
}

/// Whether a cell holds more than white space. In a quoted cell two quotes are its own.
fn says(cell: &[u8], form: Form) -> bool {
    let own = if form == Form::Plain { 0 } else { 2 };
    let quotes = cell.iter().filter(|&&byte| byte == b'"').count();
    quotes > own || cell.iter().any(|&byte| byte != b'"' && !byte.is_ascii_whitespace())
}

/// Whether a row has nothing but blank cells.
fn is_blank(row: &[u8], delimiter: u8) -> bool {
    row.iter().all(|&byte| byte == delimiter || byte == b'"' || byte.is_ascii_whitespace())
}

/// One cell of the row that starts at `start` and was read before: as it is written. O(cells before it).
pub(crate) fn raw(bytes: &[u8], start: usize, delimiter: u8, column: usize) -> &[u8] {
    let mut at = start;
    for _ in 0..column {
        match cell(bytes, at, delimiter, Tail::End) {
            Ok(cell) if bytes.get(cell.end) == Some(&delimiter) => at = cell.end + 1,
            _ => return &[],
        }
    }
    cell(bytes, at, delimiter, Tail::End).map_or(&[], |cell| &bytes[at..cell.end])
}

fn cell(bytes: &[u8], start: usize, delimiter: u8, tail: Tail) -> Result<Cell, Stop> {
    if bytes.get(start) != Some(&b'"') {
        return Ok(Cell { form: Form::Plain, end: plain_end(bytes, start, delimiter) });
    }
    let mut form = Form::Quoted;
    let mut at = start + 1;
    loop {
        let Some(quote) = memchr::memchr(b'"', &bytes[at..]) else {
            return Err(if tail == Tail::Open { Stop::Open } else { Stop::Unclosed });
        };
        at += quote + 1;
        if bytes.get(at) != Some(&b'"') {
            break;
        }
        at += 1;
        form = Form::Doubled;
    }
    let end = match bytes.get(at) {
        Some(&byte) if byte == delimiter || byte == b'\n' || byte == b'\r' => return Ok(Cell { form, end: at }),
        Some(_) => plain_end(bytes, at, delimiter),
        None if tail == Tail::Open => return Err(Stop::Open),
        None => return Ok(Cell { form, end: at }),
    };
    // Text after the closing quote of a cell over several lines: that quote opened another cell.
    let is_blank = std::str::from_utf8(&bytes[at..end]).is_ok_and(|text| text.trim().is_empty());
    if !is_blank && memchr::memchr2(b'\n', b'\r', &bytes[start..at]).is_some() {
        return Err(Stop::Unclosed);
    }
    Ok(Cell { form: Form::Trailing, end })
}

fn plain_end(bytes: &[u8], at: usize, delimiter: u8) -> usize {
    memchr::memchr3(delimiter, b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |length| at + length)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};

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

    fn by_pieces(text: &str, size: usize) -> Option<Vec<String>> {
        let wanted = Wanted { delimiter: b',', column: 1, width: 2, every: false };
        let bytes = text.as_bytes();
        let mut cells = Vec::new();
        let (mut at, mut end) = (0, size.min(bytes.len()));
        loop {
            let tail = if end == bytes.len() { Tail::End } else { Tail::Open };
            let mut piece = Piece { start: 0, limit: end - at, ..Piece::default() };
            scan(&bytes[at..end], &mut piece, wanted, tail);
            for found in &piece.found {
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

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn spans_are_those_of_the_reader(letters in proptest::collection::vec(any::<u8>(), 0..60), size in 1usize..20) {
            let text: String = letters.iter().map(|letter| [',', '\n', '"', 'a', '\r', ',', '\n', 'b', ' '][usize::from(letter % 9)]).collect();
            let whole = by_reader(&text);
            prop_assert_eq!(by_pieces(&text, text.len().max(1)), whole.clone());
            prop_assert_eq!(by_pieces(&text, size), whole);
        }
    }
}
