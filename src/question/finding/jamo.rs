//! Letters of Hangul: syllables to jamo, and names to their initial consonants.

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

/// The folded name with each syllable shortened to its initial consonant. Empty when the name has no syllable.
pub(super) fn initials(name: &str) -> String {
    // Every syllable starts with one of these bytes in UTF-8.
    if !name.bytes().any(|byte| (0xE1..=0xED).contains(&byte)) {
        return String::new();
    }
    let mut syllables = 0;
    let shorten = |letter: char| match u32::from(letter) {
        code @ FIRST_SYLLABLE..=LAST_SYLLABLE => {
            syllables += 1;
            char::from_u32(FIRST_INITIAL + (code - FIRST_SYLLABLE) / 588).unwrap_or(letter)
        }
        _ => letter,
    };
    let initials = crate::corpus::naming::fold(name).chars().map(shorten).collect();
    if syllables == 0 { String::new() } else { initials }
}

/// Writes a folded text letter by letter: 서울 → ㅅㅓㅇㅜㄹ. An initial and a final consonant are one
/// letter, so that a slip across syllables is a small one.
pub(super) fn spell(folded: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(folded.len());
    for letter in folded.chars() {
        match u32::from(letter) {
            code @ FIRST_SYLLABLE..=LAST_SYLLABLE => {
                let code = code - FIRST_SYLLABLE;
                letters.push(INITIALS[(code / 588) as usize]);
                letters.push(vowel(code % 588 / 28));
                if code % 28 > 0 {
                    letters.push(FINALS[(code % 28 - 1) as usize]);
                }
            }
            code @ FIRST_INITIAL..=0x1112 => letters.push(INITIALS[(code - FIRST_INITIAL) as usize]),
            code @ FIRST_VOWEL..=0x1175 => letters.push(vowel(code - FIRST_VOWEL)),
            code @ FIRST_FINAL..=0x11C2 => letters.push(FINALS[(code - FIRST_FINAL) as usize]),
            _ => letters.push(letter),
        }
    }
    letters
}

/// The vowel of this number (0 to 20) as a letter of its own.
fn vowel(number: u32) -> char {
    char::from_u32(0x314F + number).unwrap_or('ㅏ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::naming::fold;

    fn spelt(text: &str) -> String {
        spell(&fold(text)).into_iter().collect()
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
        assert_eq!(initials("카이스트"), fold("ㅋㅇㅅㅌ"));
        assert_eq!(initials("LG AI연구원"), fold("lgaiㅇㄱㅇ"));
        assert_eq!(initials("KAIST"), "");
        assert!(is_initials(&fold("ㅋㅇㅅㅌ")) && is_initials(&fold("LGㅇ")));
        assert!(!is_initials(&fold("카ㅇ")) && !is_initials("kaist") && !is_initials(""));
    }
}
