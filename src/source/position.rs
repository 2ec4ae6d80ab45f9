//! Source positions: line and column of a byte offset, found on demand.

use std::cell::RefCell;

/// A position in a text, 1-based; columns count characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line. Line feed, carriage return, or both together end a line.
    pub line: u64,
    /// Column in characters.
    pub column: u64,
}

/// Number of line ends in `bytes`. The pair CR LF is one, even where `bytes` ends between the two
/// and `after` is the LF.
#[must_use]
pub fn line_ends(bytes: &[u8], after: Option<u8>) -> u64 {
    let feeds = memchr::memchr_iter(b'\n', bytes).count();
    let lone = memchr::memchr_iter(b'\r', bytes)
        .filter(|&at| bytes.get(at + 1).copied().or(if at + 1 == bytes.len() { after } else { None }) != Some(b'\n'))
        .count();
    (feeds + lone) as u64
}

/// The line that starts at byte `offset` of `text`, up to a line feed, without white space around it.
#[must_use]
pub(crate) fn line_of(text: &str, offset: usize) -> &str {
    text.get(offset..).and_then(|rest| rest.lines().next()).unwrap_or_default().trim()
}

/// Line and column of byte `offset` of `text`. O(offset), for a single look-up; a [`LineIndex`] serves many.
#[must_use]
pub fn locate(text: &str, offset: usize) -> Position {
    Anchor::start(text).locate(text, offset)
}

/// A byte offset with its line and column, from which later positions of the text are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Byte offset of a character.
    pub offset: usize,
    /// Its line, 1-based.
    pub line: u64,
    /// Its column in characters, 1-based.
    pub column: u64,
}

impl Anchor {
    /// The first character of a text; a byte-order mark before it takes no column.
    #[must_use]
    pub fn start(text: &str) -> Self {
        let mark = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        Self::of_line(mark, 1)
    }

    /// The first character of a line.
    #[must_use]
    pub fn of_line(offset: usize, line: u64) -> Self {
        Self { offset, line, column: 1 }
    }

    /// Line and column of byte `offset` of `text`; offsets before the anchor give the anchor, offsets inside a
    /// character give that character. O(bytes between them).
    #[must_use]
    pub fn locate(self, text: &str, offset: usize) -> Position {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let Some(before) = text.get(self.offset..end) else {
            return Position { line: self.line, column: self.column };
        };
        #[cfg(test)]
        counting::add(before.len());
        let bytes = before.as_bytes();
        let next = text.as_bytes().get(end).copied();
        let line = self.line + line_ends(bytes, next);
        // A CR right before an LF ends no line: the LF stands in the column after it.
        let last_end = match memchr::memrchr2(b'\n', b'\r', bytes) {
            Some(at) if at + 1 == bytes.len() && bytes[at] == b'\r' && next == Some(b'\n') => {
                memchr::memrchr2(b'\n', b'\r', &bytes[..at])
            }
            found => found,
        };
        let column = match last_end {
            Some(at) => before[at + 1..].chars().count() as u64 + 1,
            None => self.column + before.chars().count() as u64,
        };
        Position { line, column }
    }
}

/// Counts the bytes that look-ups inspect, so that tests can hold readers to linear work.
#[cfg(test)]
pub(crate) mod counting {
    use std::cell::Cell;

    thread_local! {
        static INSPECTED: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn add(bytes: usize) {
        INSPECTED.with(|inspected| inspected.set(inspected.get() + bytes));
    }

    /// Bytes that look-ups of this thread inspect while `work` runs.
    pub(crate) fn bytes_inspected(work: impl FnOnce()) -> usize {
        INSPECTED.with(|inspected| inspected.set(0));
        work();
        INSPECTED.with(Cell::get)
    }
}

/// Bytes between two anchors of a [`LineIndex`].
pub const STEP: usize = 1024;

/// A line index: an anchor at every [`STEP`]th byte of a text, built as far as look-ups reach. A look-up inspects at most
/// [`STEP`] bytes after the nearest anchor, whether the text is one line or a million; building inspects each byte once.
#[derive(Clone, Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    /// Anchors at every `STEP`th byte.
    known: RefCell<Vec<Anchor>>,
}

impl<'t> LineIndex<'t> {
    /// The index of a text, of which nothing is known yet. O(1).
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, known: RefCell::new(vec![Anchor::start(text)]) }
    }

    /// The nearest anchor at or before a byte. O(1); each byte before it is inspected once in all look-ups.
    #[must_use]
    pub fn before(&self, offset: usize) -> Anchor {
        let wanted = offset.min(self.text.len()) / STEP;
        let mut known = self.known.borrow_mut();
        let mut last = known.last().copied().unwrap_or_else(|| Anchor::start(self.text));
        while known.len() <= wanted {
            last = self.after(last, known.len() * STEP);
            known.push(last);
        }
        known.get(wanted).copied().unwrap_or(last)
    }

    /// The anchor of the character at a byte.
    fn after(&self, last: Anchor, offset: usize) -> Anchor {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let Position { line, column } = last.locate(self.text, offset);
        Anchor { offset: offset.max(last.offset), line, column }
    }

    /// Line and column of a byte. O(1) but for the first look-up.
    #[must_use]
    pub fn locate(&self, offset: usize) -> Position {
        self.before(offset).locate(self.text, offset)
    }

    /// The character at a byte, as an anchor.
    #[must_use]
    pub fn anchor(&self, offset: usize) -> Anchor {
        self.after(self.before(offset), offset)
    }

    /// Line and column of a byte after an anchor whose line number may differ from this text's, as that of a part of
    /// another text.
    #[must_use]
    pub fn locate_after(&self, anchor: Anchor, offset: usize) -> Position {
        if offset.saturating_sub(anchor.offset) <= STEP {
            return anchor.locate(self.text, offset);
        }
        let (start, found) = (self.locate(anchor.offset), self.locate(offset));
        let is_same_line = found.line == start.line;
        Position {
            line: anchor.line + (found.line - start.line),
            column: if is_same_line { anchor.column + (found.column - start.column) } else { found.column },
        }
    }
}

/// The byte offset of `part` in `text` when `part` is a slice of it.
#[must_use]
pub fn offset_in(text: &str, part: &str) -> Option<usize> {
    let offset = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    (offset + part.len() <= text.len()).then_some(offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_every_line_end_counts_once() {
        let text = "가나,x\r\ny\rz\n끝";
        let place = |needle: &str| {
            let at = text.find(needle).unwrap_or(usize::MAX);
            let position = locate(text, at);
            (position.line, position.column)
        };
        assert_eq!(place("x"), (1, 4));
        assert_eq!(place("y"), (2, 1));
        assert_eq!(place("z"), (3, 1));
        assert_eq!(place("끝"), (4, 1));
        assert_eq!(locate(text, 1), Position { line: 1, column: 1 });
        assert_eq!(line_ends(b"a\r", Some(b'\n')), 0);
        assert_eq!(line_ends(b"a\r", None), 1);
    }

    /// Texts of one long line and of many, of characters of one byte and of several, with every kind of line end.
    fn texts() -> Vec<String> {
        let mixed: String =
            (0..900).map(|at| ["abc", "가", "\r\n", "e\u{301}", "\r", "\n", "🦀", "\r\r\n"][at * 7 % 8]).collect();
        let long = "가나다라 abc,".repeat(700);
        vec![
            String::new(),
            mixed.repeat(3),
            long.clone(),
            format!("\u{FEFF}{long}\r\n{long}\n끝"),
            format!("{}\r\n\r\nx", "x".repeat(STEP - 1)),
            format!("{}\n", "x".repeat(2 * STEP)),
            format!("{}가", "\r".repeat(STEP)),
        ]
    }

    #[test]
    fn an_index_finds_what_counting_from_the_start_finds() {
        for text in texts() {
            let index = LineIndex::new(&text);
            for offset in (0..text.len() + 2).rev().step_by(3) {
                let expected = locate(&text, offset);
                assert_eq!(index.locate(offset), expected, "{offset}");
                let anchor = index.anchor(offset / 2);
                let moved = Anchor { line: anchor.line + 7, ..anchor };
                let found = index.locate_after(moved, offset);
                assert_eq!(found, Position { line: expected.line + 7, ..expected }, "{offset}");
            }
        }
    }

    #[test]
    fn an_index_looks_at_few_bytes_however_long_the_line_is() {
        let most = STEP + '🦀'.len_utf8();
        for text in texts() {
            let index = LineIndex::new(&text);
            for offset in 0..=text.len() {
                assert!(offset.saturating_sub(index.before(offset).offset) < most, "{offset}");
            }
            let known = index.known.borrow();
            assert!(known.len() <= text.len() / STEP + 1);
            assert!(known.windows(2).all(|pair| pair[1].offset - pair[0].offset < most));
        }
    }

    #[test]
    fn a_mark_of_the_byte_order_takes_no_column() {
        assert_eq!(locate("\u{FEFF}a\nb", 3), Position { line: 1, column: 1 });
        assert_eq!(LineIndex::new("\u{FEFF}가b").locate(6), Position { line: 1, column: 2 });
    }

    #[test]
    fn a_slice_is_found_in_its_text() {
        let text = String::from("abc,def");
        assert_eq!(offset_in(&text, &text[4..]), Some(4));
        assert_eq!(offset_in(&text, "elsewhere"), None);
    }
}
