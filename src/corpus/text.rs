//! Text arena: all texts of a corpus in one buffer, each referred to by an eight-byte span.

/// Span of the arena: 40 bits of offset, 24 bits of length. The default is the empty text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TextSpan(u64);

const LENGTH_BITS: u32 = 24;
const LENGTH_MASK: u64 = (1 << LENGTH_BITS) - 1;

/// Maximum length of a text in bytes: more than the authors of the largest papers have, and little enough that what a writer makes
/// of it is no reason for memory.
pub const MAX_TEXT_BYTES: usize = 1 << 20;
/// Maximum length of the name of an institution in bytes; tables and figures repeat names many times.
pub const MAX_NAME_BYTES: usize = 1 << 16;

/// The beginning of a text, of so many bytes at most and of whole characters.
pub(crate) fn cut(text: &str, max: usize) -> &str {
    let mut length = text.len().min(max);
    while !text.is_char_boundary(length) {
        length -= 1;
    }
    &text[..length]
}

impl TextSpan {
    /// Whether the text is empty.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 & LENGTH_MASK == 0
    }
}

/// Append-only buffer of texts.
#[derive(Clone, Debug, Default)]
pub struct Arena {
    bytes: String,
}

impl Arena {
    /// Stores `text` and returns its span. Texts over [`MAX_TEXT_BYTES`] are truncated at a character boundary; readers
    /// of inputs report that.
    pub fn put(&mut self, text: &str) -> TextSpan {
        if text.is_empty() {
            return TextSpan::default();
        }
        let text = cut(text, MAX_TEXT_BYTES);
        let offset = self.bytes.len() as u64;
        self.bytes.push_str(text);
        TextSpan(offset << LENGTH_BITS | text.len() as u64)
    }

    /// The text of a span of this arena.
    #[must_use]
    pub fn get(&self, text: TextSpan) -> &str {
        let length = (text.0 & LENGTH_MASK) as usize;
        let offset = (text.0 >> LENGTH_BITS) as usize;
        self.bytes.get(offset..offset + length).unwrap_or("")
    }

    /// Length of the buffer in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether the buffer is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_gives_back_what_was_put() {
        let mut arena = Arena::default();
        let first = arena.put("카이스트");
        let empty = arena.put("");
        let second = arena.put("KAIST");
        assert_eq!(arena.get(first), "카이스트");
        assert_eq!(arena.get(second), "KAIST");
        assert_eq!(arena.get(empty), "");
        assert!(empty.is_empty() && !first.is_empty());
    }
}
