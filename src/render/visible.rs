//! Escapes for control characters in data, so that terminals display them instead of interpreting them.

use std::borrow::Cow;
use std::fmt::Write;

/// Escapes every control character but line feed and tab, and every bidirectional control, as `\u{1b}`. O(text);
/// borrowed where there are none.
///
/// An escape sequence in a name could colour, erase or retitle a terminal, and a bidirectional control could make one
/// name look like another (CVE-2021-42574).
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let plain = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    if text.as_bytes().iter().all(plain) || !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for ch in text.chars() {
        if is_hidden(ch) {
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(ch));
        } else {
            shown.push(ch);
        }
    }
    Cow::Owned(shown)
}

/// Control characters (C0, DEL, C1), line and paragraph separators, and the controls of the bidirectional algorithm.
fn is_hidden(ch: char) -> bool {
    match ch {
        '\n' | '\t' => false,
        '\u{2028}' | '\u{2029}' => true,
        other => other.is_control() || is_bidi_control(other),
    }
}

/// The controls of the bidirectional algorithm (Unicode 15, UAX #9).
#[must_use]
pub fn is_bidi_control(ch: char) -> bool {
    matches!(ch, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(visible("\u{1b}[31mred\u{9b}2J\u{7f}\r"), "\\u{1b}[31mred\\u{9b}2J\\u{7f}\\u{d}");
        assert_eq!(visible("a\u{202e}b\u{2066}c\u{200f}d\u{2028}"), "a\\u{202e}b\\u{2066}c\\u{200f}d\\u{2028}");
        assert!(matches!(visible("카이스트\tKAIST\n"), Cow::Borrowed(_)));
    }
}
