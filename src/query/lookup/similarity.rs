//! Similarity of names to a query without exact match.
//!
//! Jaro-Winkler similarity of characters, with Hangul decomposed to jamo, so that one wrong vowel is a small
//! difference. W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of
//! Record Linkage", 1990.

use crate::corpus::naming::fold;
use crate::query::lookup::jamo;

/// Smallest similarity of a candidate.
const MIN_SIMILARITY: f64 = 0.82;
/// Score of a name that contains every word of the query, before its length is considered.
const CONTAINMENT_SCORE: f64 = 0.83;
/// Maximum added to that score, for names with hardly more than the words of the query.
const CONTAINMENT_RANGE: f64 = 0.16;
/// Number of character classes of the histogram that bounds the similarity.
const CHAR_CLASSES: usize = 64;

/// A query with its character histogram.
pub(super) struct SimilarityQuery {
    chars: Vec<char>,
    counts: [u16; CHAR_CLASSES],
    words: Vec<String>,
    length: usize,
}

impl SimilarityQuery {
    pub(super) fn new(query: &str) -> Self {
        let folded = fold(query);
        let mut chars = Vec::new();
        jamo::decompose(&folded, &mut chars);
        let mut counts = [0_u16; CHAR_CLASSES];
        for ch in &chars {
            let count = &mut counts[char_class(*ch)];
            *count = count.saturating_add(1);
        }
        let words = query.split(|ch: char| !ch.is_alphanumeric()).map(fold);
        let words = words.filter(|word| word.len() > 1).collect();
        Self { chars, counts, words, length: folded.chars().count() }
    }

    /// Score of a name, up to 1; 0: no candidate.
    pub(super) fn score(&self, name: &str, buffers: &mut SimilarityBuffers) -> f64 {
        if self.chars.is_empty() {
            return 0.0;
        }
        let SimilarityBuffers { folded, chars } = buffers;
        fold_into(name, folded);
        let containment = self.containment(folded);
        // Jamo outnumber Hangul characters, so for such names the bound is taken of the jamo.
        if name.is_ascii() && self.upper_bound(folded.chars()) < MIN_SIMILARITY {
            return containment;
        }
        jamo::decompose(folded, chars);
        containment.max(self.similarity(chars))
    }

    /// Score of a name that contains every word of the query; else 0.
    fn containment(&self, folded: &str) -> f64 {
        if self.words.is_empty() || !self.words.iter().all(|word| folded.contains(word.as_str())) {
            return 0.0;
        }
        let share = self.length as f64 / folded.chars().count() as f64;
        CONTAINMENT_SCORE + CONTAINMENT_RANGE * share.min(1.0)
    }

    fn similarity(&self, decomposed: &Vec<char>) -> f64 {
        if self.upper_bound(decomposed.iter().copied()) < MIN_SIMILARITY {
            return 0.0;
        }
        let similarity = strsim::generic_jaro_winkler(&self.chars, decomposed);
        if similarity < MIN_SIMILARITY { 0.0 } else { similarity }
    }

    /// Upper bound of the similarity from the characters in common. O(length).
    fn upper_bound(&self, decomposed: impl Iterator<Item = char>) -> f64 {
        let mut remaining = self.counts;
        let (mut common, mut length) = (0_u32, 0_u32);
        for ch in decomposed {
            length += 1;
            let count = &mut remaining[char_class(ch)];
            if *count > 0 {
                *count -= 1;
                common += 1;
            }
        }
        if common == 0 {
            return 0.0;
        }
        let common = f64::from(common);
        let jaro = (common / self.chars.len() as f64 + common / f64::from(length) + 1.0) / 3.0;
        jaro.min(1.0) + 0.4 * (1.0 - jaro).max(0.0)
    }
}

fn char_class(ch: char) -> usize {
    u32::from(ch) as usize % CHAR_CLASSES
}

/// Buffers reused for every name.
#[derive(Default)]
pub(super) struct SimilarityBuffers {
    folded: String,
    chars: Vec<char>,
}

/// [`fold`] into a buffer, with a fast path for ASCII.
fn fold_into(name: &str, folded: &mut String) {
    folded.clear();
    if name.is_ascii() {
        let chars = name.bytes().filter(u8::is_ascii_alphanumeric);
        folded.extend(chars.map(|byte| char::from(byte.to_ascii_lowercase())));
    } else {
        folded.push_str(&fold(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(query: &str, name: &str) -> f64 {
        SimilarityQuery::new(query).score(name, &mut SimilarityBuffers::default())
    }

    #[test]
    fn one_wrong_vowel_keeps_the_similarity_high() {
        assert!(score("서을대학교", "서울대학교") > 0.95);
        assert!(score("서을대학교", "서울대학교") > score("서을대학교", "서강대학교"));
        assert!(score("네이바", "네이버") > 0.9);
        assert_eq!(score("네이바", "Princeton University"), 0.0);
        assert!(score("서울", "") == 0.0 && score("", "x") == 0.0);
    }

    #[test]
    fn a_name_that_contains_all_words_is_a_candidate() {
        assert!(score("federal lausanne", "Swiss Federal Institute of Technology Lausanne") > CONTAINMENT_SCORE);
        assert_eq!(score("federal lausanne", "Swiss Federal Institute of Technology Zurich"), 0.0);
    }

    #[test]
    fn the_bound_is_never_below_the_similarity() {
        for (a, b) in [("martha", "marhta"), ("dixon", "dicksonx"), ("카이스트", "카이스드"), ("abc", "abc")] {
            let query = SimilarityQuery::new(a);
            let mut decomposed = Vec::new();
            jamo::decompose(&fold(b), &mut decomposed);
            let similarity = strsim::generic_jaro_winkler(&query.chars, &decomposed);
            assert!(query.upper_bound(decomposed.iter().copied()) >= similarity, "{a} {b}");
        }
    }
}
