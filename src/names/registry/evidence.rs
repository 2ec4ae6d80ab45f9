//! What a text says about the place of its institution: countries and cities.

use crate::names::affiliation;

/// Countries that a text names, as ISO codes.
#[derive(Clone, Debug, Default)]
pub(super) struct Countries {
    codes: Vec<[u8; 2]>,
}

/// How well a country fits a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CountryFit {
    /// The text names other countries.
    Against,
    /// The text names none.
    Unknown,
    /// The text names a country that addresses do not always tell from it.
    Near,
    /// The text names it.
    Named,
}

/// Countries that addresses do not tell apart: dependencies and what others count as part of them.
fn group(code: [u8; 2]) -> [u8; 2] {
    match &code {
        b"HK" | b"MO" | b"TW" => *b"CN",
        b"PR" | b"VI" | b"GU" => *b"US",
        b"GG" | b"JE" | b"IM" => *b"GB",
        b"RE" | b"GP" | b"MQ" | b"GF" | b"PF" | b"NC" => *b"FR",
        _ => code,
    }
}

impl Countries {
    /// The country at the end of the text, and every part that is a country as a whole. O(letters).
    pub(super) fn of(text: &str) -> Self {
        let mut found = Self::default();
        let last = affiliation::end_country(text);
        let parts = text.split([',', ';', '(', ')', '\n', '，', '；']).map(|part| part.trim().trim_end_matches('.'));
        // `National Research Council of Italy`; but the University of Georgia is in America.
        let behind =
            |part: &str| part.rsplit_once(" of ").map(|(_, last)| last.to_owned()).filter(|last| last != "Georgia");
        let parts: Vec<&str> = parts.collect();
        let behind: Vec<String> = parts.iter().filter_map(|part| behind(part)).collect();
        let whole = parts.iter().copied().chain(behind.iter().map(String::as_str));
        let whole = whole.filter(|part| (2..40).contains(&part.len())).filter_map(affiliation::country);
        for country in last.into_iter().chain(whole) {
            if let [one, two] = country.code().as_bytes()
                && !found.codes.contains(&[*one, *two])
            {
                found.codes.push([*one, *two]);
            }
        }
        found
    }

    pub(super) fn fit(&self, code: [u8; 2]) -> CountryFit {
        if self.codes.is_empty() {
            CountryFit::Unknown
        } else if self.codes.contains(&code) {
            CountryFit::Named
        } else if self.codes.iter().any(|known| group(*known) == group(code)) {
            CountryFit::Near
        } else {
            CountryFit::Against
        }
    }
}
