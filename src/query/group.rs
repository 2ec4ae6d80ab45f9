//! Grouping of institutions by sector or country. Institutions without a recorded value have no group.

use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::{InstitutionId, Sector};
use crate::message;
use crate::messages::Message;
use crate::query::localized::LocalizedContext;

/// Attribute by which institutions are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Main sector.
    #[default]
    Sector,
    /// Home country: the first one recorded.
    Country,
}

impl Grouping {
    /// Key in options and records.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Sector => "sector",
            Self::Country => "country",
        }
    }
}

/// A group of institutions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InstitutionGroup {
    /// Institutions of one sector.
    Sector(Sector),
    /// Institutions of one country.
    Country(Country),
}

impl InstitutionGroup {
    /// Group of an institution; `None` if the attribute is not recorded.
    #[must_use]
    pub fn of(corpus: &Corpus, id: InstitutionId, by: Grouping) -> Option<Self> {
        let institution = corpus.institution(id);
        match by {
            Grouping::Sector => institution.sector().map(Self::Sector),
            Grouping::Country => institution.country().cloned().map(Self::Country),
        }
    }

    /// Key in records: `university`, `KR`.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Sector(sector) => sector.key(),
            Self::Country(country) => country.code(),
        }
    }

    /// Label in tables: `university`, `South Korea`.
    #[must_use]
    pub fn label(&self, localized: &LocalizedContext<'_, '_>) -> String {
        match self {
            Self::Sector(sector) => localized.pick(sector.label()),
            Self::Country(country) => localized.pick(country.names()),
        }
    }

    /// Noun phrase for its institutions: `universities`, `institutions in South Korea`.
    #[must_use]
    pub fn members(&self) -> Message {
        match self {
            Self::Sector(sector) => message!("brokers-group-sector", sector = sector.key(), name = *sector),
            Self::Country(country) => {
                let english = country.names().0;
                let has_article = ["United ", "Netherlands", "Philippines"].iter().any(|one| english.starts_with(one));
                let article = if has_article { "the" } else { "none" };
                message!("brokers-group-country", country = country, article = article)
            }
        }
    }
}

/// All groups, sorted, and for each institution the index of its group. O(n log n).
#[must_use]
pub fn all(corpus: &Corpus, by: Grouping) -> (Vec<InstitutionGroup>, Vec<Option<u32>>) {
    let of: Vec<Option<InstitutionGroup>> =
        corpus.institution_ids().map(|id| InstitutionGroup::of(corpus, id, by)).collect();
    let mut groups: Vec<InstitutionGroup> = of.iter().flatten().cloned().collect();
    groups.sort_unstable();
    groups.dedup();
    let index = |group: &InstitutionGroup| groups.binary_search(group).ok().map(|at| at as u32);
    let indices = of.iter().map(|group| group.as_ref().and_then(index)).collect();
    (groups, indices)
}
