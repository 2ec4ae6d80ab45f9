//! Countries: ISO 3166-1 codes with English and Korean names, and the spellings that tables use.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

/// A country by its ISO 3166-1 alpha-2 code, or, where a table names something that is no country
/// ("Multinational"), that name as it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(Box<str>);

#[derive(Deserialize)]
struct Record {
    code: String,
    en: String,
    ko: String,
    #[serde(default)]
    also: Vec<String>,
}

struct Register {
    records: Vec<Record>,
    by_key: HashMap<String, usize>,
}

fn register() -> &'static Register {
    static REGISTER: OnceLock<Register> = OnceLock::new();
    REGISTER.get_or_init(|| {
        // The file is compiled in and validated by a test; an unreadable one is an empty register.
        let records: Vec<Record> = serde_json::from_str(include_str!("../../data/countries.json")).unwrap_or_default();
        let mut by_key = HashMap::new();
        for (index, record) in records.iter().enumerate() {
            for name in [&record.code, &record.en, &record.ko].into_iter().chain(&record.also) {
                by_key.entry(key(name)).or_insert(index);
            }
        }
        Register { records, by_key }
    })
}

fn key(name: &str) -> String {
    crate::corpus::naming::fold(name)
}

impl Country {
    /// Reads a code or a name in English, Korean or as tables spell it (`KR`, `Korea (Republic of)`, `한국`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let register = register();
        let index = *register.by_key.get(&key(text))?;
        Some(Self(register.records[index].code.as_str().into()))
    }

    /// A value that is no country of the register, kept as it stands.
    #[must_use]
    pub fn unregistered(text: &str) -> Self {
        Self(text.trim().into())
    }

    /// The ISO code, or the name as it stands where there is none.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// English and Korean name.
    #[must_use]
    pub fn names(&self) -> (&str, &str) {
        let register = register();
        register
            .by_key
            .get(&key(&self.0))
            .map_or((&*self.0, &*self.0), |index| (&register.records[*index].en, &register.records[*index].ko))
    }
}
