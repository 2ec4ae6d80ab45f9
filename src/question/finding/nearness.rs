//! How near a name is to one that was asked for.
//!
//! Jaro-Winkler similarity over letters, Hangul taken apart into jamo: a slip of one vowel is then a
//! small slip, not another syllable. W. E. Winkler, "String Comparator Metrics and Enhanced Decision
//! Rules in the Fellegi-Sunter Model of Record Linkage", 1990.

use crate::corpus::naming::fold;
use crate::question::finding::jamo;

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
        let letters = jamo::spell(&folded);
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
    pub(super) fn score(&self, name: &str) -> f64 {
        if self.letters.is_empty() {
            return 0.0;
        }
        let folded = folded(name);
        if folded.is_empty() {
            return 0.0;
        }
        self.held(&folded).max(self.similarity(&folded))
    }

    /// The score of a name that holds every word of the query.
    fn held(&self, folded: &str) -> f64 {
        if self.words.is_empty() || !self.words.iter().all(|word| folded.contains(word.as_str())) {
            return 0.0;
        }
        let share = self.length as f64 / folded.chars().count() as f64;
        HOLDS + SHARE * share.min(1.0)
    }

    fn similarity(&self, folded: &str) -> f64 {
        let spelt = jamo::spell(folded);
        if self.bound(&spelt) < FLOOR {
            return 0.0;
        }
        let similarity = strsim::generic_jaro_winkler(&self.letters, &spelt);
        if similarity < FLOOR { 0.0 } else { similarity }
    }

    /// The most that the similarity can be, from the letters in common.
    fn bound(&self, spelt: &[char]) -> f64 {
        let mut left = self.counts;
        let mut common = 0_u32;
        for letter in spelt {
            let count = &mut left[class(*letter)];
            if *count > 0 {
                *count -= 1;
                common += 1;
            }
        }
        if common == 0 {
            return 0.0;
        }
        let common = f64::from(common);
        let jaro = (common / self.letters.len() as f64 + common / spelt.len() as f64 + 1.0) / 3.0;
        jaro.min(1.0) + 0.4 * (1.0 - jaro).max(0.0)
    }
}

fn class(letter: char) -> usize {
    u32::from(letter) as usize % CLASSES
}

/// The folded name, without a detour for plain names.
fn folded(name: &str) -> String {
    if name.is_ascii() {
        name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| char::from(byte.to_ascii_lowercase())).collect()
    } else {
        fold(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_one_vowel_is_small() {
        let probe = Probe::new("서을대학교");
        assert!(probe.score("서울대학교") > 0.95);
        assert!(probe.score("서울대학교") > probe.score("서강대학교"));
        assert!(Probe::new("네이바").score("네이버") > 0.9);
        assert_eq!(Probe::new("네이바").score("Princeton University"), 0.0);
        assert!(probe.score("") == 0.0 && Probe::new("").score("x") == 0.0);
    }

    #[test]
    fn a_name_that_holds_the_words_is_a_candidate() {
        let probe = Probe::new("federal lausanne");
        assert!(probe.score("Swiss Federal Institute of Technology Lausanne") > HOLDS);
        assert_eq!(probe.score("Swiss Federal Institute of Technology Zurich"), 0.0);
    }

    #[test]
    fn the_bound_is_never_below_the_similarity() {
        for (a, b) in [("martha", "marhta"), ("dixon", "dicksonx"), ("카이스트", "카이스드"), ("abc", "abc")] {
            let probe = Probe::new(a);
            let spelt = jamo::spell(&fold(b));
            let similarity = strsim::generic_jaro_winkler(&probe.letters, &spelt);
            assert!(probe.bound(&spelt) >= similarity, "{a} {b}");
        }
    }
}
