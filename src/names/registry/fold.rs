//! Folding of names to words: case, diacritics, punctuation, small words, and one form for each word that is often shortened.
//!
//! Two names with the same folded words in the same order are one name as far as the registry's index goes:
//! `Seoul Natl Univ`, `Seoul National University` and `SEOUL NATIONAL UNIV.` all are `seoul natl univ`. Names in Han
//! characters, which no space separates, are one word a character. O(letters).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::abbreviations::canonical;
use crate::corpus::naming::slug;

/// One word of a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where its folded form lies in [`Folded::text`].
    pub(super) start: u32,
    pub(super) end: u32,
    /// Where it stands in the original text, in bytes.
    pub(super) from: u32,
    pub(super) to: u32,
    /// Which part between commas, semicolons, brackets or dashes it is in, counted from 0.
    pub(super) part: u16,
    /// Whether a full stop follows it: it may be shortened.
    pub(super) is_short: bool,
    /// Whether all its letters are capitals.
    pub(super) is_upper: bool,
}

/// A text as folded words.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    /// Folded words, one space between two.
    pub(super) text: String,
    pub(super) words: Vec<Word>,
}

impl Folded {
    pub(super) fn word(&self, index: usize) -> &str {
        let word = &self.words[index];
        &self.text[word.start as usize..word.end as usize]
    }

    /// The folded words of a range.
    pub(super) fn range(&self, from: usize, to: usize) -> &str {
        if from >= to {
            return "";
        }
        &self.text[self.words[from].start as usize..self.words[to - 1].end as usize]
    }
}

/// Small words that names are compared without.
const SMALL: [&str; 40] = [
    "a", "and", "at", "d", "da", "dans", "das", "de", "degli", "dei", "del", "della", "delle", "dello", "der", "des",
    "di", "do", "dos", "du", "e", "et", "for", "fuer", "fur", "i", "in", "l", "la", "le", "les", "of", "on", "the",
    "und", "van", "voor", "y", "zu", "zur",
];

/// Whether a folded word is left out.
fn is_small(word: &str) -> bool {
    SMALL.binary_search(&word).is_ok()
}

/// Letters that decomposition does not bring to ASCII.
fn plain(ch: char) -> Option<&'static str> {
    Some(match ch {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ħ' => "h",
        _ => return None,
    })
}

fn is_han(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_apostrophe(ch: char) -> bool {
    matches!(ch, '\'' | '’' | '‘' | '`' | '´' | '′' | 'ʼ' | 'ʻ' | '＇' | '\u{301}')
}

/// Folds a text. O(letters).
pub(super) fn fold(text: &str) -> Folded {
    let mut folder = Folder {
        folded: Folded { text: String::with_capacity(text.len() + 8), words: Vec::with_capacity(24) },
        ..Folder::default()
    };
    let mut at = 0;
    while let Some(ch) = text[at..].chars().next() {
        // Most letters are ASCII, and stand in words.
        let run = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if run > 0 {
            folder.letters(at, &text[at..at + run]);
            at += run;
        } else {
            folder.add(at, ch);
            at += ch.len_utf8();
        }
    }
    folder.end(text.len(), ' ');
    folder.folded
}

#[derive(Default)]
struct Folder {
    folded: Folded,
    word: String,
    from: usize,
    part: u16,
    /// Whether something stands in this part.
    is_open: bool,
    has_lower: bool,
    /// Letters with a full stop behind each: `U.S.A.`.
    dotted: bool,
}

impl Folder {
    fn add(&mut self, at: usize, ch: char) {
        if ch.is_ascii() || is_apostrophe(ch) {
            self.mark(at, ch);
        } else if is_han(ch) {
            self.end(at, ' ');
            self.letter(at, ch);
            self.end(at + ch.len_utf8(), ' ');
        } else if ch.is_alphanumeric() || is_combining_mark(ch) {
            self.wide(at, ch);
        } else {
            // Full-width marks part as narrow ones do.
            let narrow = std::iter::once(ch).nfkc().next().unwrap_or(ch);
            if narrow.is_ascii_alphanumeric() { self.letter(at, narrow) } else { self.mark(at, narrow) }
        }
    }

    /// ASCII letters and digits of one word.
    fn letters(&mut self, at: usize, run: &str) {
        if self.word.is_empty() {
            self.from = at;
            self.has_lower = false;
        }
        self.has_lower |= run.bytes().any(|byte| byte.is_ascii_lowercase());
        let before = self.word.len();
        self.word.push_str(run);
        self.word[before..].make_ascii_lowercase();
    }

    fn letter(&mut self, at: usize, ch: char) {
        if self.word.is_empty() {
            self.from = at;
            self.has_lower = false;
        }
        self.has_lower |= ch.is_lowercase();
        self.word.push(ch.to_ascii_lowercase());
    }

    fn wide(&mut self, at: usize, ch: char) {
        if self.word.is_empty() {
            self.from = at;
            self.has_lower = false;
        }
        self.has_lower |= ch.is_lowercase();
        for lower in ch.to_lowercase() {
            match plain(lower) {
                Some(plain) => self.word.push_str(plain),
                // Jamo stay: they are composed when the word ends.
                None => self.word.extend(std::iter::once(lower).nfkd().filter(|ch| !is_diacritic(*ch))),
            }
        }
    }

    fn mark(&mut self, at: usize, ch: char) {
        match ch {
            _ if is_apostrophe(ch) => {}
            // `U.S.A.`: single letters with full stops are one word.
            '.' if self.word.chars().count() == 1 || self.dotted && !self.word.is_empty() => {
                self.dotted = true;
            }
            '.' => self.end(at, '.'),
            ',' | ';' | ':' | '(' | ')' | '[' | ']' | '/' | '|' | '、' | '\n' | '\t' | '"' | '“' | '”' | '–' | '—' =>
            {
                self.end(at, ' ');
                self.part += u16::from(self.is_open);
                self.is_open = false;
            }
            _ => self.end(at, ' '),
        }
    }

    /// Ends a word before the mark `by`.
    fn end(&mut self, at: usize, by: char) {
        let dotted = std::mem::take(&mut self.dotted);
        if self.word.is_empty() {
            return;
        }
        if !self.word.is_ascii() {
            self.word = self.word.nfc().collect();
        }
        self.is_open = true;
        let is_single = self.word.len() == 1;
        if !is_small(&self.word) || is_single && !self.has_lower && self.word != "a" {
            let start = self.folded.text.len() + usize::from(!self.folded.words.is_empty());
            if !self.folded.words.is_empty() {
                self.folded.text.push(' ');
            }
            self.folded.text.push_str(canonical(&self.word));
            self.folded.words.push(Word {
                start: start as u32,
                end: self.folded.text.len() as u32,
                from: self.from as u32,
                to: at as u32,
                part: self.part,
                is_short: by == '.' || dotted && is_single,
                is_upper: !self.has_lower,
            });
        }
        self.word.clear();
    }
}

fn is_diacritic(ch: char) -> bool {
    matches!(ch, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
}

/// The folded words of a name as one key; names are compared by it.
#[must_use]
pub fn key(name: &str) -> String {
    fold(name).text
}

/// Whether two names of one key are written in the same words: each pair of words is the same without accents, or one
/// shortens the other (`Univ`, `Université` and `Universite`). A translation (`Université`, `University`) is another name.
#[must_use]
pub fn is_same_but_for_form(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let raw = |word: &Word| slug(&name[word.from as usize..word.to as usize]).replace('-', "");
        fold(name).words.iter().map(raw).collect()
    };
    let (one, other) = (words(one), words(other));
    one.len() == other.len() && one.iter().zip(&other).all(|(a, b)| is_shortened(a, b) || is_shortened(b, a))
}

/// Whether a word is made of letters of another one in their order, beginning with its first.
fn is_shortened(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    short.chars().next() == long.chars().next() && short.chars().all(|letter| letters.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn translations_are_no_shortened_words() {
        for (one, other, same) in [
            ("Seoul Natl Univ", "Seoul National University", true),
            ("Univ Genève", "Université de Genève", true),
            ("ETH Zuerich", "ETH Zürich", true),
            ("Université de Genève", "University of Geneva", false),
            ("Sapienza Università di Roma", "Sapienza University of Rome", false),
            ("Kings Coll London", "King’s College London", true),
        ] {
            assert_eq!(is_same_but_for_form(one, other), same, "{one} / {other}");
        }
    }

    #[test]
    fn small_words_are_sorted() {
        assert!(SMALL.is_sorted());
    }

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for (one, other) in [
            ("Seoul Natl Univ", "Seoul National University"),
            ("Korea Adv Inst Sci & Technol", "Korea Advanced Institute of Science and Technology"),
            ("Pohang Univ Sci & Technol", "Pohang University of Science and Technology"),
            ("Massachusetts Inst Technol", "Massachusetts Institute of Technology"),
            ("Univ. of Calif., Berkeley", "University of California, Berkeley"),
            ("King’s College London", "Kings Coll London"),
            ("Xian Jiaotong Univ", "Xi'an Jiaotong University"),
            ("Université de Montréal", "universite de montreal"),
            ("U.S. Geological Survey", "US Geological Survey"),
            ("Universidade de São Paulo", "Univ Sao Paulo"),
            ("Aarhus Universitet", "AARHUS UNIVERSITET"),
            ("Københavns Universitet", "Kobenhavns Univ"),
        ] {
            assert_eq!(key(one), key(other), "{one} / {other}");
        }
        for (one, other) in
            [("University of Washington", "Washington University"), ("Natl Univ", "Nat Univ Hist"), ("", "x")]
        {
            assert_ne!(key(one), key(other));
        }
        assert_eq!(key("清华大学"), "清 华 大 学");
        assert_eq!(key("서울대학교 컴퓨터"), "서울대학교 컴퓨터");
    }
}
