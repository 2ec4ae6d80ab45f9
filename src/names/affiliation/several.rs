//! Several addresses in one text: `A, Seoul, South Korea, and B, Boston, MA, USA`.

use super::split::before_present;
use super::{end_country, places};

/// What stands between two addresses.
const MARKS: [&str; 6] = [", and ", "; and ", " and ", " & ", ". ", "; "];

/// Bytes of the longest text that is parted: a longer one is a damaged cell.
const LONGEST: usize = 4_096;

/// The addresses of a text: parted where a country stands before `and`, a full stop or a semicolon, and another address that
/// ends in a country behind it. One address is given as it is. O(letters · countries within).
#[must_use]
pub(crate) fn addresses(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = before_present(text);
    while rest.len() <= LONGEST
        && let Some((first, behind)) = parted(rest)
    {
        found.push(first);
        rest = behind;
    }
    found.push(rest);
    found
}

/// The first address, and what stands behind it where that is another one.
fn parted(text: &str) -> Option<(&str, &str)> {
    // The last part of the first address is a country; it is the first part that can end with one of the marks.
    let mut start = text.find(',')? + 1;
    loop {
        let end = text[start..].find(',').map_or(text.len(), |comma| start + comma);
        for mark in MARKS {
            // A mark may begin with the comma that ends the part.
            let mut to = (end + mark.len()).min(text.len());
            while !text.is_char_boundary(to) {
                to -= 1;
            }
            let within = &text[start..to];
            for (at, _) in within.match_indices(mark) {
                let (first, behind) = (text[..start + at].trim(), text[start + at + mark.len()..].trim());
                let is_country = places::country(within[..at].trim()).is_some();
                let is_address = behind.contains(',') && behind.starts_with(char::is_alphanumeric);
                if is_country && is_address && end_country(behind).is_some() {
                    return Some((first, behind));
                }
            }
        }
        if end >= text.len() {
            return None;
        }
        start = end + 1;
    }
}

/// Takes the numbers away that count addresses from 1: `1Univ Northfield, …`, `2 Southgate Labs, …`.
pub(crate) fn without_numbers(all: &mut [&mut &str]) {
    let mut at = 0;
    while at < all.len() {
        let starts: Vec<usize> =
            all[at..].iter().zip(1..).map_while(|(text, count)| behind_number(text, count)).collect();
        if starts.len() > 1 {
            for (text, &start) in all[at..].iter_mut().zip(&starts) {
                **text = &text[start..];
            }
        }
        at += starts.len().max(1);
    }
}

/// Where a text goes on behind this number, which stands before its first word.
fn behind_number(text: &str, count: usize) -> Option<usize> {
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let is_number = text[..digits].parse() == Ok(count);
    let behind = text[digits..].trim_start_matches(['.', ')', ' ']);
    (is_number && behind.starts_with(char::is_uppercase)).then(|| text.len() - behind.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_parted_behind_countries() {
        for (text, parts) in [
            (
                "Northfield University, Seoul, South Korea, and Southgate University, Baltimore, MD 21205, USA.",
                &["Northfield University, Seoul, South Korea", "Southgate University, Baltimore, MD 21205, USA."][..],
            ),
            (
                "Northfield University, Seoul, South Korea. Southgate School, Boston, MA, USA.",
                &["Northfield University, Seoul, South Korea", "Southgate School, Boston, MA, USA."],
            ),
            (
                "A University, Beijing, China and B University, Paris, France and C University, Tokyo, Japan",
                &["A University, Beijing, China", "B University, Paris, France", "C University, Tokyo, Japan"],
            ),
            (
                "Department of Science and Technology, Seoul, Korea",
                &["Department of Science and Technology, Seoul, Korea"],
            ),
            ("School of Arts, Trinidad and Tobago", &["School of Arts, Trinidad and Tobago"]),
            ("Univ, Sarajevo, Bosnia and Herzegovina", &["Univ, Sarajevo, Bosnia and Herzegovina"]),
            ("U.S. Geological Survey, Reston, VA, USA", &["U.S. Geological Survey, Reston, VA, USA"]),
            ("A, Seoul, Korea and friends", &["A, Seoul, Korea and friends"]),
            (
                "Northfield University, Kyoto, Japan. Present address: Southgate University, Oxford, UK.",
                &["Northfield University, Kyoto, Japan"],
            ),
            ("Acme Co., Ltd., Seoul, South Korea.", &["Acme Co., Ltd., Seoul, South Korea."]),
        ] {
            assert_eq!(addresses(text), parts, "{text}");
        }
    }

    #[test]
    fn numbers_are_taken_away_where_they_count() {
        let taken = |texts: &[&'static str]| -> Vec<&str> {
            let mut own = texts.to_vec();
            without_numbers(&mut own.iter_mut().collect::<Vec<_>>());
            own
        };
        assert_eq!(taken(&["1Univ A, KR", "2 Univ B, US"]), ["Univ A, KR", "Univ B, US"]);
        for kept in
            [&["3M, St Paul, USA"][..], &["1st Hospital, China", "2nd Hospital, China"], &["1 A, KR", "3 B, US"]]
        {
            assert_eq!(taken(kept), kept);
        }
    }
}
