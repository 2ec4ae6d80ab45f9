//! Texts of figures: language, counts, line wrapping, truncation.

use crate::answer::language::{Language, LanguageChoice};
use crate::corpus::country::Country;
use crate::typography::{Weight, width};

/// The text in the figure's first language: Korean, unless only English is requested.
#[must_use]
pub fn first(language: Language, english: impl Into<String>, korean: impl Into<String>) -> String {
    if language == Language::English { english.into() } else { korean.into() }
}

/// The text in the requested language; in both languages Korean before English (`대학 University`).
#[must_use]
pub fn both(language: Language, english: &str, korean: &str) -> String {
    match language.choice() {
        LanguageChoice::English => english.to_owned(),
        LanguageChoice::Korean => korean.to_owned(),
        LanguageChoice::Both if english == korean => korean.to_owned(),
        LanguageChoice::Both => format!("{korean} {english}"),
    }
}

/// A text built for each requested language, Korean before English.
#[must_use]
pub fn in_each(language: Language, text_in: impl Fn(Language) -> String) -> String {
    if language != Language::Both {
        return text_in(language);
    }
    let [korean, english] = [Language::Korean, Language::English].map(|one| text_in(language.switched(one)));
    format!("{korean} {english}")
}

/// Code of the figure's first language.
#[must_use]
pub fn code(language: Language) -> &'static str {
    if language == Language::English { "en" } else { "ko" }
}

/// Name of a country.
#[must_use]
pub fn country(country: &Country, language: Language) -> String {
    let (english, korean) = country.names();
    both(language, english, korean)
}

/// Count with thousands separators.
#[must_use]
pub fn count(number: usize) -> String {
    crate::english::thousands(number as u64)
}

/// Wraps a text into lines of at most `max_width` points: between words, and within a word that is wider than a line.
/// At least one line.
#[must_use]
pub fn wrapped(text: &str, size: f64, weight: Weight, max_width: f64) -> Vec<String> {
    let mut wrapped: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        for chunk in chunks_of_word(word, size, weight, max_width) {
            let last = wrapped.len() - 1;
            let extended = if wrapped[last].is_empty() { chunk.clone() } else { format!("{} {chunk}", wrapped[last]) };
            if wrapped[last].is_empty() || width(&extended, size, weight) <= max_width {
                wrapped[last] = extended;
            } else {
                wrapped.push(chunk);
            }
        }
    }
    wrapped
}

fn chunks_of_word(word: &str, size: f64, weight: Weight, max_width: f64) -> Vec<String> {
    let mut chunks = vec![String::new()];
    for ch in word.chars() {
        let last = chunks.len() - 1;
        let mut longer = chunks[last].clone();
        longer.push(ch);
        if chunks[last].is_empty() || width(&longer, size, weight) <= max_width {
            chunks[last] = longer;
        } else {
            chunks.push(ch.to_string());
        }
    }
    chunks
}

/// Truncates a text to `max_width` points, with an ellipsis; the full text belongs in a title.
#[must_use]
pub fn ellipsized(text: &str, size: f64, weight: Weight, max_width: f64) -> String {
    if width(text, size, weight) <= max_width {
        return text.to_owned();
    }
    let mut prefix = String::new();
    for ch in text.chars() {
        let mut longer = prefix.clone();
        longer.push(ch);
        if width(&longer, size, weight) + width("…", size, weight) > max_width {
            break;
        }
        prefix = longer;
    }
    format!("{}…", prefix.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_breaks_long_words_only() {
        let found = wrapped("서울대학교 카이스트 고려대학교", 10.0, Weight::Regular, 100.0);
        assert_eq!(found, ["서울대학교 카이스트", "고려대학교"]);
        assert_eq!(wrapped("", 10.0, Weight::Regular, 100.0), [""]);
        let long = wrapped(&"가".repeat(25), 10.0, Weight::Regular, 100.0);
        assert_eq!(long.len(), 3);
        assert_eq!(long.concat(), "가".repeat(25));
    }

    #[test]
    fn truncation_adds_an_ellipsis() {
        assert_eq!(ellipsized("EDSR", 6.0, Weight::Regular, 50.0), "EDSR");
        let cut = ellipsized(&"가".repeat(30), 10.0, Weight::Regular, 60.0);
        assert!(cut.ends_with('…') && width(&cut, 10.0, Weight::Regular) <= 60.0, "{cut}");
        assert_eq!(count(1_234_567), "1,234,567");
        assert_eq!(count(914), "914");
    }
}
