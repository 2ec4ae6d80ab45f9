//! Names as they are written, compared with names that are asked for, without a text for each.

use memchr::memmem::Finder;

use crate::corpus::naming::{fold, is_plain, slug};
use crate::names::registry::Phrase;

/// Names that are asked for.
#[derive(Clone, Debug)]
pub(crate) struct NameMatcher {
    folded: Vec<String>,
}

impl NameMatcher {
    /// `None` when one of the names has no letters.
    pub(crate) fn new(names: &[&str]) -> Option<Self> {
        let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
        (!folded.iter().any(String::is_empty)).then_some(Self { folded })
    }

    /// They, folded.
    pub(crate) fn folded(&self) -> &[String] {
        &self.folded
    }

    /// Whether what is written here is one of them. `scratch` is room for its folded form.
    pub(crate) fn matches(&self, written: &[u8], scratch: &mut Vec<u8>) -> bool {
        // Most names begin with another letter.
        let first = written.iter().copied().find(|byte| !byte.is_ascii() || byte.is_ascii_alphanumeric());
        let begins = |name: &String| match (first, name.as_bytes().first()) {
            (Some(one), Some(&other)) => !one.is_ascii() || !other.is_ascii() || one.to_ascii_lowercase() == other,
            _ => false,
        };
        if !self.folded.iter().any(begins) {
            return false;
        }
        fold_into(written, scratch);
        self.folded.iter().any(|name| name.as_bytes() == &scratch[..])
    }
}

/// Letters and digits from rare to common in names of institutions.
const RARE: &[u8] = b"zqxj8975634021kwvbypghfdlmucsrtoaine";

/// One folded way of writing a name, to be found in texts.
#[derive(Clone, Debug)]
pub(crate) struct FoldedPattern {
    folded: String,
    finder: Finder<'static>,
    /// Where its rarest letter stands; `None` when not all of it is ASCII.
    rarest: Option<usize>,
}

impl FoldedPattern {
    pub(crate) fn new(folded: String) -> Self {
        let finder = Finder::new(&folded).into_owned();
        let rank = |byte: u8| RARE.iter().position(|&other| other == byte);
        let bytes = folded.as_bytes();
        let rarest = (0..bytes.len()).min_by_key(|&at| rank(bytes[at])).filter(|_| folded.is_ascii());
        Self { folded, finder, rarest }
    }

    /// Whether it stands in a folded text.
    pub(crate) fn is_in_folded(&self, text: &[u8]) -> bool {
        self.finder.find(text).is_some()
    }

    /// Whether it would stand in an ASCII text, were that folded: its rarest letter is looked for, and from there on the
    /// others to both sides, whatever is no letter stepped over.
    pub(crate) fn is_in_ascii(&self, text: &[u8]) -> bool {
        self.stands(text, |_| true)
    }

    /// Whether one of the items that are parted by these marks ends with it, were an ASCII text folded.
    pub(crate) fn ends_in_ascii(&self, text: &[u8], marks: [u8; 3]) -> bool {
        self.stands(text, |rest| {
            // What comes after it, up to the next letter.
            let end = rest.iter().position(|byte| letter(byte).is_some());
            end.is_none_or(|end| rest[..end].iter().any(|byte| marks.contains(byte)))
        })
    }

    /// Whether it stands in an ASCII text, and what comes after it is as it should be.
    fn stands(&self, text: &[u8], is_before: impl Fn(&[u8]) -> bool) -> bool {
        let Some(at) = self.rarest else { return false };
        let way = self.folded.as_bytes();
        let (before, after) = (&way[..at], &way[at + 1..]);
        let mut hits = memchr::memchr2_iter(way[at], way[at].to_ascii_uppercase(), text);
        hits.any(|hit| {
            let mut to_right = text[hit + 1..].iter();
            let mut to_left = text[..hit].iter().rev().filter_map(letter);
            after.iter().all(|&letter| to_right.by_ref().find_map(self::letter) == Some(letter))
                && before.iter().rev().all(|&letter| to_left.next() == Some(letter))
                && is_before(to_right.as_slice())
        })
    }
}

/// A name whose words may be written in several forms, to be found in texts by all of them: these are more than bear it.
#[derive(Clone, Debug)]
pub(crate) struct PhrasePattern {
    phrase: Phrase,
    /// Of each word its forms, that with the fewest first.
    words: Vec<Vec<FoldedPattern>>,
}

impl PhrasePattern {
    pub(crate) fn new(phrase: Phrase) -> Self {
        let word = |forms: Vec<&str>| {
            let mut forms: Vec<String> = forms.into_iter().map(fold).collect();
            forms.sort_by_key(String::len);
            // A form that holds a shorter one is found with it.
            let mut short: Vec<String> = Vec::new();
            for form in forms {
                if !short.iter().any(|one| form.contains(one.as_str())) {
                    short.push(form);
                }
            }
            short.into_iter().map(FoldedPattern::new).collect()
        };
        let mut words: Vec<Vec<FoldedPattern>> = phrase.forms().map(word).collect();
        words.sort_by_key(|forms| (forms.len(), std::cmp::Reverse(forms.first().map_or(0, |form| form.folded.len()))));
        Self { phrase, words }
    }

    pub(crate) fn is_in_ascii(&self, text: &[u8]) -> bool {
        self.words.iter().all(|forms| forms.iter().any(|form| form.is_in_ascii(text)))
    }

    /// Whether its words stand in a folded text of ASCII and Hangul.
    pub(crate) fn is_in_folded(&self, text: &[u8]) -> bool {
        self.words.iter().all(|forms| forms.iter().any(|form| form.is_in_folded(text)))
    }

    /// Whether its words stand in the folded words of a text.
    pub(crate) fn is_in_key(&self, key: &str) -> bool {
        self.phrase.words().iter().all(|word| key.contains(word.as_str()))
    }
}

/// The letter or digit that a byte of ASCII folds to.
fn letter(byte: &u8) -> Option<u8> {
    Some(FOLDED[usize::from(*byte)]).filter(|&letter| letter != 0)
}

/// What becomes of each ASCII byte: letters in lower case and digits stay, 0 stands for all others.
const FOLDED: [u8; 256] = {
    let mut folded = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            folded[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

/// [`fold`] of a cell as it is written, into a buffer; its quotes are no letters.
pub(crate) fn fold_into(cell: &[u8], folded: &mut Vec<u8>) {
    folded.clear();
    if cell.is_ascii() {
        // Every byte is written, and only those that count move the end: no branch to guess wrong.
        folded.resize(cell.len(), 0);
        let mut end = 0;
        for &byte in cell {
            let letter = FOLDED[usize::from(byte)];
            folded[end] = letter;
            end += usize::from(letter != 0);
        }
        folded.truncate(end);
        return;
    }
    let text = String::from_utf8_lossy(cell);
    if is_plain(&text) {
        let letters = text.bytes().filter(|byte| !byte.is_ascii() || byte.is_ascii_alphanumeric());
        folded.extend(letters.map(|byte| byte.to_ascii_lowercase()));
    } else {
        folded.extend_from_slice(fold(&text).as_bytes());
    }
}

/// The letters and digits of the identifier that a name makes: folded, and without accents.
pub(crate) fn identifier_letters(name: &str) -> String {
    slug(name).replace('-', "")
}

/// Whether letters of several names in a text make one when it is folded as a whole, as jamo do.
pub(crate) fn folds_across_names(text: &str, folded: &[u8]) -> bool {
    let is_mark = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '\u{0300}'..='\u{036F}');
    let parts: Vec<String> = text.split(is_mark).map(fold).collect();
    parts.concat().as_bytes() != folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn ways_are_found_as_in_the_folded_text(
            way in "[ab1]{1,4}", letters in proptest::collection::vec(any::<u8>(), 0..40)
        ) {
            let text: String = letters.iter().map(|letter| ['a', 'B', '1', 'A', ' ', '-', 'b', '"', ','][usize::from(letter % 9)]).collect();
            let found = FoldedPattern::new(way.clone()).is_in_ascii(text.as_bytes());
            prop_assert_eq!(found, fold(&text).contains(&way));
            let ends = text.split([',', '"']).any(|item| fold(item).ends_with(&way));
            let before = text.match_indices([',', '"']).any(|(at, _)| fold(&text[..at]).ends_with(&way));
            let found = FoldedPattern::new(way.clone()).ends_in_ascii(text.as_bytes(), *b",\"\"");
            prop_assert!(found || !ends);
            prop_assert_eq!(found, before || fold(&text).ends_with(&way));
        }
    }

    #[test]
    fn letters_of_two_names_may_join() {
        for (text, joined) in
            [("가;ㄳ연구", true), ("가나;다라 é", false), ("e\u{301}cole; A", false), ("가; A ㄳ", false)]
        {
            assert_eq!(folds_across_names(text, fold(text).as_bytes()), joined, "{text}");
        }
        assert_eq!(identifier_letters("Université  Laval’s"), "universitelavals");
    }

    #[test]
    fn korean_ways_stand_in_no_ascii_text() {
        let way = FoldedPattern::new(fold("카이스트"));
        assert!(!way.is_in_ascii(b"KAIST") && way.is_in_folded("서울카이스트".as_bytes()));
    }
}
