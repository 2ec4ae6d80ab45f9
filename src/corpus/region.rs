//! Regions of the United Nations (M49) and groups of countries (EU, ASEAN, G7, OECD), from one dated table.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::corpus::country::Country;
use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;

#[derive(Deserialize)]
struct File {
    regions: Vec<RegionRecord>,
    groups: Vec<SetRecord>,
}

#[derive(Deserialize)]
struct RegionRecord {
    key: String,
    en: String,
    ko: String,
    subregions: Vec<SetRecord>,
}

#[derive(Deserialize)]
struct SetRecord {
    key: String,
    en: String,
    ko: String,
    #[serde(default)]
    also: Vec<String>,
    countries: Vec<String>,
}

struct Table {
    /// Regions, then their parts, then groups.
    sets: Vec<SetRecord>,
    regions: usize,
    /// Number of the region by the code of the country.
    region_of: FastMap<String, usize>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        // The file is compiled in and validated by a test; if it were unreadable, there would be no regions.
        let file = serde_json::from_str(include_str!("../../data/regions.json"));
        let File { regions, groups } = file.unwrap_or(File { regions: Vec::new(), groups: Vec::new() });
        let (mut sets, mut parts, mut region_of) = (Vec::new(), Vec::new(), FastMap::default());
        for (number, region) in regions.into_iter().enumerate() {
            let countries: Vec<String> = region.subregions.iter().flat_map(|part| part.countries.clone()).collect();
            region_of.extend(countries.iter().map(|code| (code.clone(), number)));
            let RegionRecord { key, en, ko, subregions } = region;
            sets.push(SetRecord { key, en, ko, also: Vec::new(), countries });
            parts.extend(subregions);
        }
        let regions = sets.len();
        sets.extend(parts);
        sets.extend(groups);
        Table { sets, regions, region_of }
    })
}

/// A set of countries of the table: a region, a part of one, or a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountrySet(usize);

impl CountrySet {
    /// The region of a country; `None` for one that the table does not place (Antarctica), and for what is no country.
    #[must_use]
    pub fn region_of(country: &Country) -> Option<Self> {
        table().region_of.get(country.code()).copied().map(Self)
    }

    /// The five regions.
    pub fn regions() -> impl Iterator<Item = Self> {
        (0..table().regions).map(Self)
    }

    /// The set of a name, in English, Korean or as an abbreviation (`EU`, `Eastern Asia`, `유럽`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let wanted = fold(text);
        let is_meant = |set: &SetRecord| {
            [&set.key, &set.en, &set.ko].into_iter().chain(&set.also).any(|name| fold(name) == wanted)
        };
        table().sets.iter().position(is_meant).map(Self)
    }

    /// Names of all sets that may be asked for, as users write them.
    pub fn all_names() -> impl Iterator<Item = &'static str> {
        table().sets.iter().map(|set| set.also.first().unwrap_or(&set.en).as_str())
    }

    fn record(self) -> Option<&'static SetRecord> {
        table().sets.get(self.0)
    }

    /// Key: lower-case letters and hyphens.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.record().map_or("", |set| &set.key)
    }

    /// English and Korean name.
    #[must_use]
    pub fn names(self) -> (&'static str, &'static str) {
        self.record().map_or(("", ""), |set| (&set.en, &set.ko))
    }

    /// Its countries.
    #[must_use]
    pub fn countries(self) -> Vec<Country> {
        self.record().into_iter().flat_map(|set| &set.countries).filter_map(|code| Country::parse(code)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_country_but_antarctica_is_in_one_region_and_sets_hold_countries_only() {
        let mut seen = BTreeSet::new();
        for region in CountrySet::regions() {
            for country in region.countries() {
                assert_eq!(CountrySet::region_of(&country), Some(region));
                assert!(seen.insert(country.code().to_owned()), "{}", country.code());
            }
        }
        assert_eq!((CountrySet::regions().count(), seen.len()), (5, 249));
        assert!(!seen.contains("AQ"));
        for (at, set) in table().sets.iter().enumerate() {
            assert_eq!(CountrySet(at).countries().len(), set.countries.len(), "{}", set.key);
            assert_eq!(CountrySet::parse(&set.en), Some(CountrySet(at)));
            assert_eq!(CountrySet::parse(&set.ko), Some(CountrySet(at)));
        }
    }

    #[test]
    fn groups_have_their_members_of_the_date_of_the_table() {
        let size = |name: &str| CountrySet::parse(name).map(|set| set.countries().len());
        assert_eq!(["EU", "asean", "G7", "OECD", "유럽연합"].map(size), [27, 11, 7, 38, 27].map(Some));
        assert_eq!(size("KR"), None);
    }
}
