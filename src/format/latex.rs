//! Values of BibTeX as plain text: braces that protect letters go, LaTeX's accents become letters.

use unicode_normalization::UnicodeNormalization;

/// Accents as LaTeX writes them, and the marks of Unicode.
const ACCENTS: [(char, char); 13] = [
    ('"', '\u{308}'),
    ('\'', '\u{301}'),
    ('`', '\u{300}'),
    ('^', '\u{302}'),
    ('~', '\u{303}'),
    ('=', '\u{304}'),
    ('.', '\u{307}'),
    ('u', '\u{306}'),
    ('v', '\u{30C}'),
    ('H', '\u{30B}'),
    ('c', '\u{327}'),
    ('k', '\u{328}'),
    ('r', '\u{30A}'),
];

/// Letters and signs that have a command of their own.
const LETTERS: [(&str, &str); 20] = [
    ("ss", "ß"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("aa", "å"),
    ("AA", "Å"),
    ("o", "ø"),
    ("O", "Ø"),
    ("l", "ł"),
    ("L", "Ł"),
    ("i", "i"),
    ("j", "j"),
    ("textendash", "–"),
    ("textemdash", "—"),
    ("textquoteright", "’"),
    ("textquoteleft", "‘"),
    ("textasciitilde", "~"),
    ("textbackslash", "\\"),
    ("dots", "…"),
];

/// The plain text of a value. O(bytes).
pub(crate) fn plain(value: &str) -> String {
    if !value.contains(['\\', '{', '}', '~', '$']) {
        return value.to_owned();
    }
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find(['\\', '{', '}', '~', '$']) {
        text.push_str(&rest[..at]);
        let mark = rest[at..].chars().next().unwrap_or('\\');
        rest = &rest[at + 1..];
        match mark {
            '\\' => rest = command(rest, &mut text),
            '~' => text.push(' '),
            _ => {}
        }
    }
    text.push_str(rest);
    text.nfc().collect()
}

/// Reads what follows a backslash; gives what is left.
fn command<'v>(rest: &'v str, text: &mut String) -> &'v str {
    let Some(first) = rest.chars().next() else { return rest };
    let word_end = rest.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(rest.len());
    let word = &rest[..word_end];
    if let Some((_, letter)) = LETTERS.iter().find(|(name, _)| *name == word) {
        text.push_str(letter);
        return rest[word_end..].strip_prefix("{}").unwrap_or_else(|| rest[word_end..].trim_start_matches(' '));
    }
    let is_accent = |(name, _): &&(char, char)| *name == first && (word.len() <= 1);
    if let Some((_, mark)) = ACCENTS.iter().find(is_accent) {
        let after = rest[first.len_utf8()..].trim_start_matches([' ', '{', '\\']);
        if let Some(letter) = after.chars().next().filter(|letter| letter.is_alphabetic()) {
            text.push(letter);
            text.push(*mark);
            return &after[letter.len_utf8()..];
        }
    }
    if word.is_empty() {
        // `\&`, `\%`, `\_`.
        text.push(first);
        return &rest[first.len_utf8()..];
    }
    // A command that only changes how letters look.
    rest[word_end..].trim_start_matches(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_braces_become_plain_text() {
        for (value, text) in [
            ("{N}orthfield {\\\"u}ber", "Northfield über"),
            ("Universit{\\'e} de C{\\^o}te", "Université de Côte"),
            ("Gda{\\'{n}}sk \\& Co", "Gdańsk & Co"),
            ("Stra{\\ss}e", "Straße"),
            ("\\v{S}koda~Lab", "Škoda Lab"),
            ("{\\o}", "ø"),
            ("\\textbf{Bold} x", "Bold x"),
            ("plain", "plain"),
        ] {
            assert_eq!(plain(value), text, "{value}");
        }
    }
}
