//! The nearest of several words to one that is misspelt.

/// Jaro–Winkler similarity from which a word is near although many letters are missing at its end.
const SIMILAR: f64 = 0.88;

/// The word that differs from `text` in the fewest letters (Damerau–Levenshtein distance, at most a third of its length
/// and at least one), else the one with the most similar beginning. O(words · length²).
#[must_use]
pub fn nearest<'w>(text: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let text = text.to_lowercase();
    let words: Vec<(String, &str)> = words.into_iter().map(|word| (word.to_lowercase(), word)).collect();
    let max = (text.chars().count() / 3).max(1);
    let distances = words.iter().map(|(folded, word)| (strsim::damerau_levenshtein(&text, folded), *word));
    let near = distances.filter(|(distance, _)| *distance <= max).min_by_key(|(distance, _)| *distance);
    let similarities = words.iter().map(|(folded, word)| (strsim::jaro_winkler(&text, folded), *word));
    let similar = similarities.filter(|(similarity, _)| *similarity >= SIMILAR).max_by(|a, b| a.0.total_cmp(&b.0));
    near.map(|(_, word)| word).or(similar.map(|(_, word)| word))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_near_and_another_word_is_not() {
        assert_eq!(nearest("rnak", ["draw", "rank"]), Some("rank"));
        assert_eq!(nearest("betwen", ["between", "betweenness"]), Some("between"));
        assert_eq!(nearest("betwen", ["betweenness", "degree"]), Some("betweenness"));
        assert_eq!(nearest("KAIST", ["rank", "diff"]), None);
    }
}
