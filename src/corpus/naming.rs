//! Name keys for look-up, and slugs.

use unicode_normalization::UnicodeNormalization;

/// Look-up key of a name: compatibility-folded (NFKC), lower-cased, everything but letters and digits removed. `ＫＡＩＳＴ`,
/// `kaist` and `K.A.I.S.T.` share one key. Equal keys make candidates of a look-up; names are never merged by them.
#[must_use]
pub fn fold(name: &str) -> String {
    if name.is_ascii() {
        let mut key = String::with_capacity(name.len());
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        letters.for_each(|byte| key.push(char::from(byte.to_ascii_lowercase())));
        return key;
    }
    if is_plain(name) {
        // Fast path without Unicode tables: every start of the program folds the whole authority.
        let chars = name.chars().filter(|ch| !ch.is_ascii() || ch.is_ascii_alphanumeric());
        return chars.map(|ch| ch.to_ascii_lowercase()).collect();
    }
    name.nfkc().flat_map(char::to_lowercase).filter(|ch| ch.is_alphanumeric()).nfc().collect()
}

/// Whether a name consists of ASCII and precomposed Hangul syllables: it is in NFC, and has no case beyond ASCII.
#[must_use]
pub(crate) fn is_plain(name: &str) -> bool {
    name.is_ascii() || name.chars().all(|ch| ch.is_ascii() || matches!(ch, '가'..='힣'))
}

/// Slug of a name: NFKD, combining marks removed, lower-cased, runs of other characters than letters and digits
/// replaced by one hyphen. Letters of other scripts are kept, composed. `Université de Montréal` →
/// `universite-de-montreal`, `서울대학교` → `서울대학교`, `AT&T` → `at-t`. `x` for a name without letters or digits.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    let mut pending_hyphen = false;
    if name.is_ascii() {
        // Fast path without Unicode tables: a table of a million works has a million names.
        for byte in name.bytes().filter(|&byte| byte != b'\'') {
            if byte.is_ascii_alphanumeric() {
                if pending_hyphen && !slug.is_empty() {
                    slug.push('-');
                }
                pending_hyphen = false;
                slug.push(char::from(byte.to_ascii_lowercase()));
            } else {
                pending_hyphen = true;
            }
        }
        return if slug.is_empty() { "x".to_owned() } else { slug };
    }
    let plain = name
        .nfkd()
        .filter(|ch| !is_combining_mark(*ch) && *ch != '\'' && *ch != '\u{2019}')
        .flat_map(char::to_lowercase)
        .nfc();
    for ch in plain {
        if ch.is_alphanumeric() {
            if pending_hyphen && !slug.is_empty() {
                slug.push('-');
            }
            pending_hyphen = false;
            slug.push(ch);
        } else {
            pending_hyphen = true;
        }
    }
    if slug.is_empty() { "x".to_owned() } else { slug }
}

fn is_combining_mark(ch: char) -> bool {
    // Latin, Greek and Cyrillic diacritics. Hangul jamo and the vowel signs of other scripts must stay.
    matches!(ch, '\u{0300}'..='\u{036F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fast_path_of_fold_agrees_with_the_general_one() {
        for name in ["Seoul Nat'l Univ. (SNU)", "서울대학교 AI연구원", "가힣 K.A.I.S.T.", "", "--"] {
            assert!(is_plain(name));
            let folded: String =
                name.nfkc().flat_map(char::to_lowercase).filter(|ch| ch.is_alphanumeric()).nfc().collect();
            assert_eq!(fold(name), folded);
        }
        assert!(!is_plain("Montréal") && !is_plain("ᄒ") && !is_plain("ＫＡＩＳＴ"));
    }

    #[test]
    fn spellings_share_a_key() {
        for name in ["KAIST", "kaist", "ＫＡＩＳＴ", " K.A.I.S.T. "] {
            assert_eq!(fold(name), "kaist");
        }
        let decomposed: String = "카이스트".nfd().collect();
        assert_eq!(fold(&decomposed), fold("카이스트"));
    }

    #[test]
    fn slugs_are_plain_and_keep_hangul() {
        assert_eq!(
            slug("University of Montreal / Université de Montréal"),
            "university-of-montreal-universite-de-montreal"
        );
        assert_eq!(slug("AT&T"), "at-t");
        assert_eq!(slug("Huawei Noah's Ark Lab"), "huawei-noahs-ark-lab");
        assert_eq!(slug("서울대학교 (서울)"), "서울대학교-서울");
        assert_eq!(slug("***"), "x");
    }
}
