//! Letters of Hangul: syllables to jamo, and names to their initial consonants.

use unicode_normalization::UnicodeNormalization;

use crate::corpus::naming::fold;

/// The 19 initial consonants in the order of Unicode, as letters of their own.
const INITIALS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
/// The 27 final consonants in the order of Unicode, as letters of their own.
const FINALS: [char; 27] = [
    'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ', 'ㅅ',
    'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];
const FIRST_SYLLABLE: u32 = 0xAC00;
const LAST_SYLLABLE: u32 = 0xD7A3;
const FIRST_INITIAL: u32 = 0x1100;
const FIRST_VOWEL: u32 = 0x1161;
const FIRST_FINAL: u32 = 0x11A8;

/// Whether a folded text stands for initial consonants: it has at least one, maybe beside Latin letters and
/// digits, and no whole syllable.
pub(super) fn is_initials(folded: &str) -> bool {
    let initial = |letter: char| (FIRST_INITIAL..FIRST_INITIAL + 19).contains(&u32::from(letter));
    folded.chars().any(initial) && folded.chars().all(|letter| initial(letter) || letter.is_ascii())
}

/// How the initials of a name stand to the ones that are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    /// They only begin so.
    Begun,
    /// They are the same.
    Whole,
}

/// Compares the initials of a name with folded ones. A name without a syllable has none.
pub(super) fn compare(name: &str, wanted: &str) -> Option<Match> {
    // Every syllable starts with one of these bytes in UTF-8.
    if !name.bytes().any(|byte| (0xE1..=0xED).contains(&byte)) {
        return None;
    }
    let first = name.nfc().find(|letter| letter.is_alphanumeric()).map(initial)?;
    if (FIRST_INITIAL..FIRST_VOWEL).contains(&u32::from(first)) && !wanted.starts_with(first) {
        return None;
    }
    let folded = fold(name);
    if !folded.chars().any(|letter| initial(letter) != letter) {
        return None;
    }
    let initials: String = folded.chars().map(initial).collect();
    if initials == wanted {
        return Some(Match::Whole);
    }
    initials.starts_with(wanted).then_some(Match::Begun)
}

/// The initial consonant of a syllable; any other letter as it is.
fn initial(letter: char) -> char {
    match u32::from(letter) {
        code @ FIRST_SYLLABLE..=LAST_SYLLABLE => {
            char::from_u32(FIRST_INITIAL + (code - FIRST_SYLLABLE) / 588).unwrap_or(letter)
        }
        _ => letter,
    }
}

/// Writes a folded text letter by letter: 서울 → ㅅㅓㅇㅜㄹ. An initial and a final consonant are one
/// letter, so that a slip across syllables is a small one.
pub(super) fn spell(folded: &str, letters: &mut Vec<char>) {
    letters.clear();
    for letter in folded.chars() {
        match u32::from(letter) {
            code @ FIRST_SYLLABLE..=LAST_SYLLABLE => {
                let code = code - FIRST_SYLLABLE;
                letters.push(INITIALS[(code / 588) as usize]);
                letters.push(vowel(code % 588 / 28));
                if let Some(last) = (code % 28).checked_sub(1) {
                    letters.push(FINALS[last as usize]);
                }
            }
            code @ FIRST_INITIAL..=0x1112 => letters.push(INITIALS[(code - FIRST_INITIAL) as usize]),
            code @ FIRST_VOWEL..=0x1175 => letters.push(vowel(code - FIRST_VOWEL)),
            code @ FIRST_FINAL..=0x11C2 => letters.push(FINALS[(code - FIRST_FINAL) as usize]),
            _ => letters.push(letter),
        }
    }
}

/// The vowel of this number (0 to 20) as a letter of its own.
fn vowel(number: u32) -> char {
    char::from_u32(0x314F + number).unwrap_or('ㅏ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(text: &str) -> String {
        let mut letters = Vec::new();
        spell(&fold(text), &mut letters);
        letters.into_iter().collect()
    }

    #[test]
    fn syllables_are_spelt_by_letters() {
        assert_eq!(spelt("서울"), "ㅅㅓㅇㅜㄹ");
        assert_eq!(spelt("과학기술원"), "ㄱㅘㅎㅏㄱㄱㅣㅅㅜㄹㅇㅝㄴ");
        assert_eq!(spelt("값힣"), "ㄱㅏㅄㅎㅣㅎ");
        assert_eq!(spelt("KAIST 1"), "kaist1");
        assert_eq!(spelt("ㅋㅇ"), "ㅋㅇ");
    }

    #[test]
    fn initials_of_whole_names() {
        let compare = |name: &str, wanted: &str| compare(name, &fold(wanted));
        assert_eq!(compare("카이스트", "ㅋㅇㅅㅌ"), Some(Match::Whole));
        assert_eq!(compare("카이스트", "ㅋㅇ"), Some(Match::Begun));
        assert_eq!(compare("카이스트", "ㅇㅅㅌ"), None);
        assert_eq!(compare("LG AI연구원", "lgaiㅇㄱㅇ"), Some(Match::Whole));
        assert_eq!(compare("ＬＧ AI연구원", "lgai"), Some(Match::Begun));
        assert_eq!(compare("KAIST", "ㅋㅇㅅㅌ"), None);
        assert!(is_initials(&fold("ㅋㅇㅅㅌ")) && is_initials(&fold("LGㅇ")));
        assert!(!is_initials(&fold("카ㅇ")) && !is_initials("kaist") && !is_initials(""));
    }
}
