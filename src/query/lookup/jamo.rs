//! Hangul jamo: decomposition of syllables, and matching by initial consonants.

use unicode_normalization::UnicodeNormalization;

use crate::corpus::naming::fold;

/// The 19 initial consonants in Unicode order, as compatibility jamo.
const INITIALS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
/// The 27 final consonants in Unicode order, as compatibility jamo.
const FINALS: [char; 27] = [
    'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ', 'ㅅ',
    'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];
const FIRST_SYLLABLE: u32 = 0xAC00;
const LAST_SYLLABLE: u32 = 0xD7A3;
const FIRST_INITIAL: u32 = 0x1100;
const FIRST_VOWEL: u32 = 0x1161;
const FIRST_FINAL: u32 = 0x11A8;

/// Whether a folded text is a query by initial consonants: at least one, otherwise only ASCII, no full syllable.
pub(super) fn is_initials(folded: &str) -> bool {
    let initial = |ch: char| (FIRST_INITIAL..FIRST_INITIAL + 19).contains(&u32::from(ch));
    folded.chars().any(initial) && folded.chars().all(|ch| initial(ch) || ch.is_ascii())
}

/// How the initials of a name match the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum InitialsMatch {
    /// The query is a proper prefix.
    Prefix,
    /// The query is all of them.
    Full,
}

/// Matches the initial consonants of a name with folded ones. `None`: no match, or a name without Hangul syllables.
pub(super) fn compare(name: &str, target: &str) -> Option<InitialsMatch> {
    // UTF-8 lead bytes of Hangul.
    if !name.bytes().any(|byte| (0xE1..=0xED).contains(&byte)) {
        return None;
    }
    let first = name.nfc().find(|ch| ch.is_alphanumeric()).map(initial)?;
    if (FIRST_INITIAL..FIRST_VOWEL).contains(&u32::from(first)) && !target.starts_with(first) {
        return None;
    }
    let folded = fold(name);
    if !folded.chars().any(|ch| initial(ch) != ch) {
        return None;
    }
    let initials: String = folded.chars().map(initial).collect();
    if initials == target {
        return Some(InitialsMatch::Full);
    }
    initials.starts_with(target).then_some(InitialsMatch::Prefix)
}

/// Initial consonant of a syllable; other characters unchanged.
fn initial(ch: char) -> char {
    match u32::from(ch) {
        code @ FIRST_SYLLABLE..=LAST_SYLLABLE => {
            char::from_u32(FIRST_INITIAL + (code - FIRST_SYLLABLE) / 588).unwrap_or(ch)
        }
        _ => ch,
    }
}

/// Decomposes a folded text to compatibility jamo: 서울 → ㅅㅓㅇㅜㄹ. Initial and final consonants map to the same
/// characters, so that a consonant in the wrong syllable is a small edit.
pub(super) fn decompose(folded: &str, chars: &mut Vec<char>) {
    chars.clear();
    for ch in folded.chars() {
        match u32::from(ch) {
            code @ FIRST_SYLLABLE..=LAST_SYLLABLE => {
                let code = code - FIRST_SYLLABLE;
                chars.push(INITIALS[(code / 588) as usize]);
                chars.push(vowel(code % 588 / 28));
                if let Some(last) = (code % 28).checked_sub(1) {
                    chars.push(FINALS[last as usize]);
                }
            }
            code @ FIRST_INITIAL..=0x1112 => chars.push(INITIALS[(code - FIRST_INITIAL) as usize]),
            code @ FIRST_VOWEL..=0x1175 => chars.push(vowel(code - FIRST_VOWEL)),
            code @ FIRST_FINAL..=0x11C2 => chars.push(FINALS[(code - FIRST_FINAL) as usize]),
            _ => chars.push(ch),
        }
    }
}

/// Compatibility jamo of the vowel with this index (0 to 20).
fn vowel(number: u32) -> char {
    char::from_u32(0x314F + number).unwrap_or('ㅏ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decomposed(text: &str) -> String {
        let mut chars = Vec::new();
        decompose(&fold(text), &mut chars);
        chars.into_iter().collect()
    }

    #[test]
    fn syllables_decompose_into_jamo() {
        assert_eq!(decomposed("서울"), "ㅅㅓㅇㅜㄹ");
        assert_eq!(decomposed("과학기술원"), "ㄱㅘㅎㅏㄱㄱㅣㅅㅜㄹㅇㅝㄴ");
        assert_eq!(decomposed("값힣"), "ㄱㅏㅄㅎㅣㅎ");
        assert_eq!(decomposed("KAIST 1"), "kaist1");
        assert_eq!(decomposed("ㅋㅇ"), "ㅋㅇ");
    }

    #[test]
    fn initials_match_full_names_and_prefixes() {
        let compare = |name: &str, target: &str| compare(name, &fold(target));
        assert_eq!(compare("카이스트", "ㅋㅇㅅㅌ"), Some(InitialsMatch::Full));
        assert_eq!(compare("카이스트", "ㅋㅇ"), Some(InitialsMatch::Prefix));
        assert_eq!(compare("카이스트", "ㅇㅅㅌ"), None);
        assert_eq!(compare("LG AI연구원", "lgaiㅇㄱㅇ"), Some(InitialsMatch::Full));
        assert_eq!(compare("ＬＧ AI연구원", "lgai"), Some(InitialsMatch::Prefix));
        assert_eq!(compare("KAIST", "ㅋㅇㅅㅌ"), None);
        assert!(is_initials(&fold("ㅋㅇㅅㅌ")) && is_initials(&fold("LGㅇ")));
        assert!(!is_initials(&fold("카ㅇ")) && !is_initials("kaist") && !is_initials(""));
    }
}
