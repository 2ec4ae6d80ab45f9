//! How near a name is to one that was asked for.
//!
//! Jaro-Winkler similarity over letters, Hangul taken apart into jamo: a slip of one vowel is then a
//! small slip, not another syllable. W. E. Winkler, "String Comparator Metrics and Enhanced Decision
//! Rules in the Fellegi-Sunter Model of Record Linkage", 1990.

use crate::corpus::naming::fold;
use crate::query::finding::jamo;

/// Similarity below which a name is no candidate.
const FLOOR: f64 = 0.82;
/// Score of a name that holds every word of the query, before its share of the name is added.
const HOLDS: f64 = 0.83;
/// What a name gains at most that consists of nearly nothing but the words of the query.
const SHARE: f64 = 0.16;
/// Letters are counted in this many classes to find hopeless names fast.
const CLASSES: usize = 64;

/// A name that was asked for and not found.
pub(super) struct Probe {
    letters: Vec<char>,
    counts: [u16; CLASSES],
    words: Vec<String>,
    length: usize,
}

impl Probe {
    pub(super) fn new(query: &str) -> Self {
        let folded = fold(query);
        let mut letters = Vec::new();
        jamo::spell(&folded, &mut letters);
        let mut counts = [0_u16; CLASSES];
        for letter in &letters {
            let count = &mut counts[class(*letter)];
            *count = count.saturating_add(1);
        }
        let words = query.split(|letter: char| !letter.is_alphanumeric()).map(fold);
        let words = words.filter(|word| word.len() > 1).collect();
        Self { letters, counts, words, length: folded.chars().count() }
    }

    /// 0 for a name that is no candidate, else up to 1.
    pub(super) fn score(&self, name: &str, scratch: &mut Scratch) -> f64 {
        if self.letters.is_empty() {
            return 0.0;
        }
        let Scratch { folded, letters } = scratch;
        fold_into(name, folded);
        let held = self.held(folded);
        // Hangul has more letters than characters, so the bound is taken of the letters.
        if name.is_ascii() && self.bound(folded.chars()) < FLOOR {
            return held;
        }
        jamo::spell(folded, letters);
        held.max(self.similarity(letters))
    }

    /// The score of a name that holds every word of the query.
    fn held(&self, folded: &str) -> f64 {
        if self.words.is_empty() || !self.words.iter().all(|word| folded.contains(word.as_str())) {
            return 0.0;
        }
        let share = self.length as f64 / folded.chars().count() as f64;
        HOLDS + SHARE * share.min(1.0)
    }

    fn similarity(&self, spelt: &Vec<char>) -> f64 {
        if self.bound(spelt.iter().copied()) < FLOOR {
            return 0.0;
        }
        let similarity = strsim::generic_jaro_winkler(&self.letters, spelt);
        if similarity < FLOOR { 0.0 } else { similarity }
    }

    /// The most that the similarity can be, from the letters in common.
    fn bound(&self, spelt: impl Iterator<Item = char>) -> f64 {
        let mut left = self.counts;
        let (mut common, mut length) = (0_u32, 0_u32);
        for letter in spelt {
            length += 1;
            let count = &mut left[class(letter)];
            if *count > 0 {
                *count -= 1;
                common += 1;
            }
        }
        if common == 0 {
            return 0.0;
        }
        let common = f64::from(common);
        let jaro = (common / self.letters.len() as f64 + common / f64::from(length) + 1.0) / 3.0;
        jaro.min(1.0) + 0.4 * (1.0 - jaro).max(0.0)
    }
}

fn class(letter: char) -> usize {
    u32::from(letter) as usize % CLASSES
}

/// Buffers that are used again for every name.
#[derive(Default)]
pub(super) struct Scratch {
    folded: String,
    letters: Vec<char>,
}

/// [`fold`] into a buffer, without a detour for plain names.
fn fold_into(name: &str, folded: &mut String) {
    folded.clear();
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        folded.extend(letters.map(|byte| char::from(byte.to_ascii_lowercase())));
    } else {
        folded.push_str(&fold(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(query: &str, name: &str) -> f64 {
        Probe::new(query).score(name, &mut Scratch::default())
    }

    #[test]
    fn a_slip_in_one_vowel_is_small() {
        assert!(score("서을대학교", "서울대학교") > 0.95);
        assert!(score("서을대학교", "서울대학교") > score("서을대학교", "서강대학교"));
        assert!(score("네이바", "네이버") > 0.9);
        assert_eq!(score("네이바", "Princeton University"), 0.0);
        assert!(score("서울", "") == 0.0 && score("", "x") == 0.0);
    }

    #[test]
    fn a_name_that_holds_the_words_is_a_candidate() {
        assert!(score("federal lausanne", "Swiss Federal Institute of Technology Lausanne") > HOLDS);
        assert_eq!(score("federal lausanne", "Swiss Federal Institute of Technology Zurich"), 0.0);
    }

    #[test]
    fn the_bound_is_never_below_the_similarity() {
        for (a, b) in [("martha", "marhta"), ("dixon", "dicksonx"), ("카이스트", "카이스드"), ("abc", "abc")] {
            let probe = Probe::new(a);
            let mut spelt = Vec::new();
            jamo::spell(&fold(b), &mut spelt);
            let similarity = strsim::generic_jaro_winkler(&probe.letters, &spelt);
            assert!(probe.bound(spelt.iter().copied()) >= similarity, "{a} {b}");
        }
    }
}
