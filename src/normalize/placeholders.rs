//! What stands in a cell of institutions where none is known: it names nobody.

use crate::normalize::text::clean;

/// In lower case, without brackets around them and a dot behind.
const WORDS: [&str; 47] = [
    "n/a",
    "n.a",
    "na",
    "nan",
    "nat",
    "null",
    "none",
    "unknown",
    "unknown affiliation",
    "unknown institution",
    "unknown organization",
    "unknown organisation",
    "affiliation unknown",
    "institution unknown",
    "not available",
    "not applicable",
    "not known",
    "not given",
    "not provided",
    "not reported",
    "not specified",
    "not stated",
    "not found",
    "notreported",
    "notdeclared",
    "no affiliation",
    "no affiliations",
    "no affiliation available",
    "no affiliation found",
    "no institution",
    "no data",
    "affiliation not available",
    "affiliation unavailable",
    "unspecified",
    "unavailable",
    "undefined",
    "et al",
    "and others",
    "미상",
    "불명",
    "없음",
    "해당없음",
    "해당 없음",
    "소속 없음",
    "소속없음",
    "소속 미상",
    "알 수 없음",
];

/// Whether a text in the place of a country names none: `Unknown`, `N/A`, `-`. `NA` is the code of Namibia. O(its length).
#[must_use]
pub(crate) fn is_no_country(text: &str) -> bool {
    is_placeholder(text) && text != "NA"
}

/// Whether a text says that there is nothing: `NA`, `-`, `Unknown`, `et al.`, `미상`. O(its length).
#[must_use]
pub(crate) fn is_placeholder(text: &str) -> bool {
    // Hardly any name is so short, and none of these is longer.
    if text.len() > 64 {
        return false;
    }
    let text = clean(text);
    let own = text.trim_matches(['[', ']', '(', ')', '<', '>', '{', '}', '"', '\'', '#', '*', '“', '”']).trim();
    let own = own.strip_suffix('.').unwrap_or(own).trim();
    if own.is_empty() {
        return !text.is_empty();
    }
    own.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '―' | '−' | '.' | '…' | '?' | '_' | '/' | '~' | '!'))
        || WORDS.contains(&own.to_lowercase().as_str())
}

/// What two ways of writing a name that is to be kept must share.
#[must_use]
pub(crate) fn kept_key(name: &str) -> String {
    clean(name).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_told_from_names() {
        for text in [
            "NA",
            "N/A",
            "n/a",
            "NaN",
            "nan",
            "null",
            "None",
            "-",
            "–",
            "--",
            ".",
            "?",
            "Unknown",
            " unknown ",
            "not available",
            "[No Affiliation Available]",
            "et al.",
            "and others",
            "미상",
            "없음",
            "해당 없음",
            "#N/A",
            "<NA>",
            "N.A.",
            "(unknown)",
            "???",
            "…",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in
            ["", " ", "NASA", "Nan Hua University", "Unknown Worlds", "A", "N", "None of Us Inc.", "3M", "X", "무"]
        {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
