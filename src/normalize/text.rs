//! Names as they are kept: NFC, trimmed, inner white space one blank, nothing invisible.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Bytes as text. What is UTF-8, as nearly everything is, is seen in half the time of [`String::from_utf8_lossy`] alone.
pub(crate) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// Trims white space of any script, and the marks that have no width.
#[must_use]
pub fn trim(text: &str) -> &str {
    // Most texts begin and end with a plain letter.
    if let (Some(b'!'..=b'~'), Some(b'!'..=b'~')) = (text.as_bytes().first(), text.as_bytes().last()) {
        return text;
    }
    text.trim_matches(|letter: char| letter.is_whitespace() || is_invisible(letter))
}

/// The name that `recorded` is kept under. Borrowed when it already is that. O(length).
#[must_use]
pub fn clean(recorded: &str) -> Cow<'_, str> {
    let trimmed = trim(recorded);
    if is_clean(trimmed) {
        return Cow::Borrowed(trimmed);
    }
    let mut name = String::with_capacity(trimmed.len());
    for letter in trimmed.nfc() {
        if letter.is_whitespace() {
            if !name.ends_with(' ') {
                name.push(' ');
            }
        } else if !is_invisible(letter) {
            name.push(letter);
        }
    }
    // A mark without width between two blanks leaves two, or one at the end.
    let name = if name.contains("  ") { name.split_whitespace().collect::<Vec<_>>().join(" ") } else { name };
    Cow::Owned(name.trim().to_owned())
}

/// The text without the white space at its ends, but with the invisible characters there, so that dropping them
/// can be told; empty when nothing in it can be seen.
#[must_use]
pub fn visible(text: &str) -> &str {
    if trim(text).is_empty() { "" } else { text.trim() }
}

/// Whether cleaning a name drops more than blanks at its ends: line ends inside it, or invisible characters
/// anywhere.
#[must_use]
pub fn has_stray_characters(recorded: &str) -> bool {
    trim(recorded).contains(['\n', '\r']) || recorded.chars().any(is_invisible)
}

fn is_clean(trimmed: &str) -> bool {
    let mut blank = false;
    for &byte in trimmed.as_bytes() {
        if byte < b' ' || byte == 0x7F || (blank && byte == b' ') {
            return false;
        }
        blank = byte == b' ';
        if byte >= 0x80 {
            return is_clean_beyond_ascii(trimmed);
        }
    }
    true
}

fn is_clean_beyond_ascii(trimmed: &str) -> bool {
    !trimmed.contains("  ")
        && trimmed.chars().all(|letter| letter == ' ' || !(letter.is_whitespace() || is_invisible(letter)))
        && is_nfc_quick(trimmed.chars()) == IsNormalized::Yes
}

/// Control characters that are no white space, and marks without width.
fn is_invisible(letter: char) -> bool {
    (letter.is_control() && !letter.is_whitespace())
        || matches!(letter, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_stray_white_space_and_unicode_forms() {
        for (recorded, name) in [
            ("VAETKI\n", "VAETKI"),
            ("ALLaM\u{a0}adapted 70B ", "ALLaM adapted 70B"),
            ("Zephyr 141B-A39B\t\t\t", "Zephyr 141B-A39B"),
            (" Lawrence Berkeley National Laboratory", "Lawrence Berkeley National Laboratory"),
            ("Indraprastha Institute\nDelhi", "Indraprastha Institute Delhi"),
            ("Universite\u{301} de Montre\u{301}al", "Université de Montréal"),
            ("\u{FEFF}K\u{200B}A\u{0}IST", "KAIST"),
            ("a \u{200B} b", "a b"),
            ("\u{1112}\u{1161}\u{11AB}국", "한국"),
        ] {
            assert_eq!(clean(recorded), name);
            assert!(matches!(clean(name), Cow::Borrowed(_)), "{name}");
        }
        assert!(has_stray_characters("a\nb") && !has_stray_characters("a b\n"));
        assert!(has_stray_characters("KAIST\u{0}") && has_stray_characters("\u{200B}KAIST"));
        assert_eq!((visible(" KAIST\u{0} "), visible(" \u{0}")), ("KAIST\u{0}", ""));
    }
}
