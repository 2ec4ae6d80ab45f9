//! Delimited text by RFC 4180: commas, tabs or semicolons; quoted cells over several lines.
//!
//! A row is spans into the text; nothing is copied but a cell that doubles its quotes. Lines are counted
//! as rows go by, columns only when asked for. A [`Reader`] may start at any row of a text, so that
//! several can read one text in parts.

use std::borrow::Cow;

use crate::source::position::{Anchor, Position, line_ends};

/// How a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Without quotes.
    Plain,
    /// In quotes, none inside.
    Quoted,
    /// In quotes, with doubled quotes inside.
    Doubled,
    /// In quotes, with more text after the closing one.
    Trailing,
}

/// Whether the bytes go on after what is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Continuation {
    /// More is to come: a row that reaches the end is not whole.
    Open,
    /// The input ends here.
    End,
}

/// A cell as it is written: its quotes are part of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(crate) start: usize,
    /// The delimiter or line end behind it, or the end of the bytes.
    pub(crate) end: usize,
    pub(crate) form: Form,
}

/// Why a cell has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unended {
    /// The bytes end before its closing quote, or right behind it where more are to come.
    AtEnd,
    /// It goes over several lines, and text stands behind its closing quote, which this byte follows: that quote opened
    /// another cell, and this one was never closed.
    AtQuote(usize),
}

/// The cell that begins at a byte: the one grammar of cells, for whole texts and for blocks. O(its bytes).
pub(crate) fn cell(bytes: &[u8], start: usize, delimiter: u8, continuation: Continuation) -> Result<Cell, Unended> {
    if bytes.get(start) != Some(&b'"') {
        return Ok(Cell { start, end: plain_end(bytes, start, delimiter), form: Form::Plain });
    }
    let mut form = Form::Quoted;
    let mut at = start + 1;
    loop {
        at += memchr::memchr(b'"', &bytes[at..]).ok_or(Unended::AtEnd)? + 1;
        if bytes.get(at) != Some(&b'"') {
            break;
        }
        at += 1;
        form = Form::Doubled;
    }
    if at == bytes.len() && continuation == Continuation::Open {
        return Err(Unended::AtEnd);
    }
    let end = plain_end(bytes, at, delimiter);
    if end == at {
        return Ok(Cell { start, end, form });
    }
    let is_blank = std::str::from_utf8(&bytes[at..end]).is_ok_and(|text| text.trim().is_empty());
    if !is_blank && memchr::memchr2(b'\n', b'\r', &bytes[start..at]).is_some() {
        return Err(Unended::AtQuote(at));
    }
    Ok(Cell { start, end, form: Form::Trailing })
}

/// Where text without quotes that begins at a byte ends.
fn plain_end(bytes: &[u8], at: usize, delimiter: u8) -> usize {
    let rest = &bytes[at..];
    let length = match delimiter {
        BLANKS => rest.iter().position(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')),
        _ => memchr::memchr3(delimiter, b'\n', b'\r', rest),
    };
    at + length.unwrap_or(rest.len())
}

/// A quote that is never closed, or is closed by the opening quote of a later cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unclosed {
    /// Where it opens.
    pub opens: Position,
    /// Line on which another quote ended it, if one did.
    pub closed_on: Option<u64>,
}

/// In place of a delimiter: cells are parted by runs of blanks, and lines that begin with `#` are comments, as in
/// the lists of ties that NetworkX, igraph and SNAP write.
pub const BLANKS: u8 = b' ';

/// The delimiter that a first line `sep=;` names, as Excel writes and reads it, and the length of that line. A
/// byte-order mark may stand before it.
pub(crate) fn separator_line(text: &str) -> Option<(u8, usize)> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let end = memchr::memchr2(b'\n', b'\r', text.as_bytes().get(..16.min(text.len()))?)?;
    let line = text.get(..end)?.trim_matches('"');
    let delimiter = match line.as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] => *delimiter,
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', b'\\', b't'] => b'\t',
        _ => return None,
    };
    let length = if text[end..].starts_with("\r\n") { end + 2 } else { end + 1 };
    (delimiter.is_ascii_punctuation() || matches!(delimiter, b'\t' | BLANKS)).then_some((delimiter, length))
}

/// Reads rows from a text.
#[derive(Debug)]
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: u64,
    delimiter: u8,
    cells: Vec<Cell>,
}

/// One row: its cells, and where it starts.
#[derive(Clone, Copy, Debug)]
pub struct Row<'r, 'a> {
    text: &'a str,
    cells: &'r [Cell],
    anchor: Anchor,
}

impl<'a> Reader<'a> {
    /// A reader of `text` with an ASCII `delimiter` (`,`, `;`, tab, or [`BLANKS`]). A byte-order mark is no part of it.
    #[must_use]
    pub fn new(text: &'a str, delimiter: u8) -> Self {
        let mark = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        let (at, line) = match separator_line(text) {
            Some((_, length)) => (mark + length, 2),
            None => (mark, 1),
        };
        Self { text, at, line, delimiter, cells: Vec::new() }
    }

    /// A reader of the rows from byte `at` on, which is the start of a row on `line`.
    pub(crate) fn from_row(text: &'a str, delimiter: u8, at: usize, line: u64) -> Self {
        Self { text, at, line, delimiter, cells: Vec::new() }
    }

    /// The next row, blank lines left out; `None` at the end. O(length of the row).
    ///
    /// # Errors
    /// A quote that is not closed.
    pub fn next_row(&mut self) -> Result<Option<Row<'_, 'a>>, Unclosed> {
        let bytes = self.text.as_bytes();
        loop {
            self.skip_blanks();
            match bytes.get(self.at) {
                Some(b'\n' | b'\r') => self.end_line(),
                Some(b'#') if self.delimiter == BLANKS => {
                    let rest = &bytes[self.at..];
                    self.at += memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
                }
                _ => break,
            }
        }
        if self.at >= bytes.len() {
            return Ok(None);
        }
        self.cells.clear();
        let anchor = Anchor::of_line(self.at, self.line);
        loop {
            self.read_cell()?;
            let end = self.at;
            self.skip_blanks();
            match bytes.get(self.at) {
                Some(b'\n' | b'\r') | None => break,
                Some(_) if self.at > end => {}
                Some(&byte) if byte == self.delimiter => self.at += 1,
                _ => break,
            }
        }
        self.end_line();
        Ok(Some(Row { text: self.text, cells: &self.cells, anchor }))
    }

    /// Steps over blanks where they part cells.
    fn skip_blanks(&mut self) {
        if self.delimiter == BLANKS {
            let rest = &self.text.as_bytes()[self.at..];
            self.at += rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        }
    }

    /// Steps over one line end, if one is here.
    fn end_line(&mut self) {
        let bytes = self.text.as_bytes();
        match (bytes.get(self.at), bytes.get(self.at + 1)) {
            (Some(b'\r'), Some(b'\n')) => self.at += 2,
            (Some(b'\r' | b'\n'), _) => self.at += 1,
            _ => return,
        }
        self.line += 1;
    }

    /// Reads a cell and stops at the delimiter, line end or end of text after it.
    fn read_cell(&mut self) -> Result<(), Unclosed> {
        let (start, line, bytes) = (self.at, self.line, self.text.as_bytes());
        match cell(bytes, start, self.delimiter, Continuation::End) {
            Ok(cell) => {
                if cell.form != Form::Plain {
                    self.line += line_ends(&bytes[start..cell.end], bytes.get(cell.end).copied());
                }
                self.at = cell.end;
                self.cells.push(cell);
                Ok(())
            }
            Err(Unended::AtEnd) => Err(self.unclosed(start, line, None)),
            Err(Unended::AtQuote(at)) => {
                let closed_on = line + line_ends(&bytes[start..at], None);
                Err(self.unclosed(start, line, Some(closed_on)))
            }
        }
    }

    fn unclosed(&self, start: usize, line: u64, closed_on: Option<u64>) -> Unclosed {
        let before = &self.text.as_bytes()[..start];
        let line_start = memchr::memrchr2(b'\n', b'\r', before).map_or(0, |at| at + 1);
        let mark = if self.text.starts_with('\u{FEFF}') && line_start == 0 { '\u{FEFF}'.len_utf8() } else { 0 };
        let opens = Anchor::of_line(line_start + mark, line).locate(self.text, start);
        Unclosed { opens, closed_on }
    }
}

impl<'a> Row<'_, 'a> {
    /// Number of cells, at least one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether every cell is blank.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        (0..self.len()).all(|cell| self.text(cell).trim().is_empty())
    }

    /// The line on which the row starts, 1-based.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.anchor.line
    }

    /// Start of the row.
    #[must_use]
    pub fn anchor(&self) -> Anchor {
        self.anchor
    }

    /// The text of a cell, without its quotes; empty when the row has no such cell.
    #[must_use]
    pub fn text(&self, cell: usize) -> Cow<'a, str> {
        let Some(cell) = self.cells.get(cell) else { return Cow::Borrowed("") };
        unquoted(&self.text[cell.start..cell.end], cell.form)
    }

    /// The cell as it is written, quotes included: a slice of the whole text.
    #[must_use]
    pub fn raw(&self, cell: usize) -> &'a str {
        self.cells.get(cell).map_or("", |cell| &self.text[cell.start..cell.end])
    }

    /// Whether text stands after the closing quote of a cell.
    #[must_use]
    pub fn has_trailing_text(&self, cell: usize) -> bool {
        self.cells.get(cell).is_some_and(|cell| cell.form == Form::Trailing)
    }

    /// Where a cell starts (at its quote, if it has one). A cell that the row lacks is after its end.
    #[must_use]
    pub fn position(&self, cell: usize) -> Position {
        let last = self.cells.last().map_or(self.anchor.offset, |cell| cell.end);
        self.anchor.locate(self.text, self.cells.get(cell).map_or(last, |cell| cell.start))
    }
}

/// The text of a cell as it is written.
pub(crate) fn unquoted(raw: &str, form: Form) -> Cow<'_, str> {
    match form {
        Form::Plain => Cow::Borrowed(raw),
        Form::Quoted => Cow::Borrowed(&raw[1..raw.len() - 1]),
        Form::Doubled => Cow::Owned(raw[1..raw.len() - 1].replace("\"\"", "\"")),
        Form::Trailing => Cow::Owned(trailing(raw)),
    }
}

/// `"a""b" c` → `a"b c`.
fn trailing(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut letters = raw.chars().skip(1).peekable();
    let mut quoted = true;
    while let Some(letter) = letters.next() {
        if quoted && letter == '"' {
            if letters.peek() == Some(&'"') {
                letters.next();
                text.push('"');
            } else {
                quoted = false;
            }
        } else {
            text.push(letter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn rows(text: &str, delimiter: u8) -> Vec<(u64, Vec<String>)> {
        let mut reader = Reader::new(text, delimiter);
        let mut rows = Vec::new();
        while let Some(row) = reader.next_row().unwrap() {
            rows.push((row.line(), (0..row.len()).map(|cell| row.text(cell).into_owned()).collect()));
        }
        rows
    }

    fn strings(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn reads_quotes_line_ends_and_blank_lines() {
        let text = "\u{FEFF}a,\"b\"\"c\"\r\n\r\n\"1\n2\",,\r3,\"\"";
        let expected = [(1, strings(&["a", "b\"c"])), (3, strings(&["1\n2", "", ""])), (5, strings(&["3", ""]))];
        assert_eq!(rows(text, b','), expected);
        assert_eq!(rows("a\tb,c\n", b'\t'), [(1, strings(&["a", "b,c"]))]);
        assert_eq!(rows("", b','), []);
        assert_eq!(rows("a\"b,\"c\" d\n", b','), [(1, strings(&["a\"b", "c d"]))]);
        assert_eq!(rows("\u{FEFF}sep=;\r\na;b\r\n", b';'), [(2, strings(&["a", "b"]))]);
        assert_eq!(rows("sep=\t\na\tb\n", b'\t'), [(2, strings(&["a", "b"]))]);
        assert_eq!(rows("sep=ab,x\n", b','), [(1, strings(&["sep=ab", "x"]))]);
    }

    #[test]
    fn cells_know_their_place_in_characters() {
        let mut reader = Reader::new("모델,기관\n\"가\n나\",\"다,라\",x\n", b',');
        reader.next_row().unwrap();
        let row = reader.next_row().unwrap().unwrap();
        assert_eq!(row.position(0), Position { line: 2, column: 1 });
        assert_eq!(row.position(1), Position { line: 3, column: 4 });
        assert_eq!(row.position(2), Position { line: 3, column: 10 });
    }

    #[test]
    fn an_unclosed_quote_is_told_where_it_opens() {
        let mut reader = Reader::new("a,b\n가,\"나\nc,d\n", b',');
        reader.next_row().unwrap();
        let error = reader.next_row().unwrap_err();
        assert_eq!(error, Unclosed { opens: Position { line: 2, column: 3 }, closed_on: None });
        let mut reader = Reader::new("a,b\nx,\"y\nz,\"w\"\n", b',');
        reader.next_row().unwrap();
        let error = reader.next_row().unwrap_err();
        assert_eq!(error, Unclosed { opens: Position { line: 2, column: 3 }, closed_on: Some(3) });
    }
}
