//! Countries: ISO 3166-1 codes with English and Korean names, and the spellings used in tables.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;

/// A country: its ISO 3166-1 alpha-2 code, or the recorded text where a table has something that is no country
/// ("Multinational").
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(Box<str>);

#[derive(Deserialize)]
struct Record {
    code: &'static str,
    en: &'static str,
    ko: &'static str,
    #[serde(default)]
    also: Vec<&'static str>,
}

/// All countries, in order of their codes.
fn records() -> &'static [Record] {
    static RECORDS: OnceLock<Vec<Record>> = OnceLock::new();
    // The file is compiled in and validated by a test; if it were unreadable, the register would be empty.
    RECORDS.get_or_init(|| serde_json::from_str(include_str!("../../data/countries.json")).unwrap_or_default())
}

/// Countries by every folded name; the first has a name that two share.
fn by_key() -> &'static FastMap<String, &'static Record> {
    static BY_KEY: OnceLock<FastMap<String, &'static Record>> = OnceLock::new();
    BY_KEY.get_or_init(|| {
        let mut by_key = FastMap::default();
        for record in records() {
            for name in [record.code, record.en, record.ko].iter().chain(&record.also) {
                by_key.entry(fold(name)).or_insert(record);
            }
        }
        by_key
    })
}

/// The country of a code or a name.
fn record(text: &str) -> Option<&'static Record> {
    // Fast path: most lookups are by code and need no folded names.
    if let [b'A'..=b'Z', b'A'..=b'Z'] = text.as_bytes()
        && let Ok(index) = records().binary_search_by(|record| record.code.cmp(text))
    {
        return records().get(index);
    }
    by_key().get(&fold(text)).copied()
}

impl Country {
    /// Parses a code or a name in English, Korean or the spelling of tables (`KR`, `Korea (Republic of)`, `한국`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        record(text).map(|record| Self(record.code.into()))
    }

    /// A value that is not in the register, trimmed but otherwise unchanged.
    #[must_use]
    pub fn unregistered(text: &str) -> Self {
        Self(text.trim().into())
    }

    /// The ISO code, or the recorded text where there is none.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// Whether it is in the register; "Multinational" is not.
    #[must_use]
    pub fn is_registered(&self) -> bool {
        record(&self.0).is_some_and(|record| record.code == &*self.0)
    }

    /// Code and other spellings, for look-up.
    pub fn spellings(&self) -> impl Iterator<Item = &'static str> {
        record(&self.0).into_iter().flat_map(|record| std::iter::once(record.code).chain(record.also.iter().copied()))
    }

    /// English and Korean name.
    #[must_use]
    pub fn names(&self) -> (&str, &str) {
        record(&self.0).map_or((&*self.0, &*self.0), |record| (record.en, record.ko))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_resolve_to_their_country() {
        assert!(records().windows(2).all(|pair| pair[0].code < pair[1].code));
        for one in records() {
            let named = by_key().get(&fold(one.code)).copied();
            assert_eq!(named.map(|record| record.code), Some(one.code));
            assert_eq!(record(one.code).map(|record| record.code), Some(one.code));
        }
    }
}
