//! Lines and columns, in characters, found only when something must be told.

/// A place in a text, both numbers 1-based; columns count characters, not bytes.
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

/// The place of byte `offset` of `text`. O(offset).
#[must_use]
pub fn locate(text: &str, offset: usize) -> Position {
    Anchor { offset: 0, line: 1 }.locate(text, offset)
}

/// A byte offset at which a line starts, with the number of that line: places after it are found from
/// there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Byte offset of the first character of the line.
    pub offset: usize,
    /// Number of the line, 1-based.
    pub line: u64,
}

impl Anchor {
    /// The place of byte `offset` of `text`; offsets before the anchor give the anchor, offsets inside a
    /// character give that character.
    #[must_use]
    pub fn locate(self, text: &str, offset: usize) -> Position {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let Some(before) = text.get(self.offset..end) else {
            return Position { line: self.line, column: 1 };
        };
        let bytes = before.as_bytes();
        let next = text.as_bytes().get(end).copied();
        let line = self.line + line_ends(bytes, next);
        // A CR right before an LF ends no line by itself: the LF stands in the column after it.
        let last_end = (0..bytes.len()).rev().find(|&at| match bytes[at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1).copied().or(next.filter(|_| at + 1 == bytes.len())) != Some(b'\n'),
            _ => false,
        });
        let line_text = &before[last_end.map_or(0, |at| at + 1)..];
        Position { line, column: line_text.chars().count() as u64 + 1 }
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

    #[test]
    fn a_slice_is_found_in_its_text() {
        let text = String::from("abc,def");
        assert_eq!(offset_in(&text, &text[4..]), Some(4));
        assert_eq!(offset_in(&text, "elsewhere"), None);
    }
}
