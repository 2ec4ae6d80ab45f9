//! What holds for every question: language, level, counting, filters.

use serde::{Deserialize, Deserializer};

use crate::analysis::error::AnalysisError;
use crate::analysis::lookup;
use crate::analysis::nearest::nearest;
use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::date::Date;
use crate::corpus::filter::{Filter, Only};
use crate::corpus::institution::Sector;
use crate::corpus::kind::ActorKind;
use crate::corpus::region::CountrySet;
use crate::message;
use crate::messages::language::Language;
use crate::messages::{List, values};
use crate::network::counting::{Counting, DEFAULT_MAX_TEAM, Projection};

/// Language, level, counting and filters, as users give them. In JSON the keys are the options of the command line
/// (`max-team`, `country-all`), their values its words.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Language of answers.
    #[serde(rename = "lang", deserialize_with = "language")]
    pub language: Language,
    /// What the actors are.
    #[serde(deserialize_with = "level")]
    pub level: ActorKind,
    /// How works add to the weight of a tie.
    #[serde(deserialize_with = "counting")]
    pub counting: Counting,
    /// Largest team whose pairs are tied; 0: all.
    pub max_team: usize,
    /// Works since this date.
    #[serde(deserialize_with = "date")]
    pub since: Option<Date>,
    /// Works until this date.
    #[serde(deserialize_with = "date")]
    pub until: Option<Date>,
    /// Works with an institution of one of these countries.
    pub country: Vec<String>,
    /// Works with institutions of all of these countries.
    pub country_all: Vec<String>,
    /// Works with an institution of one of these sectors.
    pub sector: Vec<String>,
    /// Works that meet one of these criteria.
    pub criterion: Vec<String>,
    /// Works of one of these domains.
    pub domain: Vec<String>,
    /// Works of one of these institutions.
    pub institution: Vec<String>,
    /// Works of these kinds.
    #[serde(deserialize_with = "only")]
    pub only: Vec<Only>,
    /// Ties between two sets, each `country:KR`, `sector:company`, `region:Asia` or a name; none or two.
    pub across: Vec<String>,
    /// Ties among these.
    pub among: Vec<String>,
    /// Actors with at least so many works.
    pub min_works: Option<usize>,
    /// So many ties, the strongest.
    pub strongest: Option<usize>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::Both,
            level: ActorKind::Institution,
            counting: Counting::Full,
            max_team: DEFAULT_MAX_TEAM,
            since: None,
            until: None,
            country: Vec::new(),
            country_all: Vec::new(),
            sector: Vec::new(),
            criterion: Vec::new(),
            domain: Vec::new(),
            institution: Vec::new(),
            only: Vec::new(),
            across: Vec::new(),
            among: Vec::new(),
            min_works: None,
            strongest: None,
        }
    }
}

impl Settings {
    /// How works become ties.
    #[must_use]
    pub fn projection(&self) -> Projection {
        Projection { counting: self.counting, max_team: Some(self.max_team).filter(|&cap| cap > 0) }
    }

    /// The filter, its words looked up in the data.
    ///
    /// # Errors
    /// A period that ends before it begins; a country, sector, word or institution that there is not.
    pub fn filter(&self, corpus: &Corpus) -> Result<Filter, AnalysisError> {
        let mut filter = self.filter_of_works()?;
        filter.criteria = words(&self.criterion, corpus, FilterWords::Criteria)?;
        filter.domains = words(&self.domain, corpus, FilterWords::Domains)?;
        for text in &self.institution {
            filter.institutions.push(corpus.institution(lookup::institution(corpus, text)?).id.clone());
        }
        Ok(filter)
    }

    /// The filter without institutions, whose names rest on the data, and before its words are looked up there.
    ///
    /// # Errors
    /// A period that ends before it begins; a country or sector that there is not.
    pub fn filter_of_works(&self) -> Result<Filter, AnalysisError> {
        if let (Some(since), Some(until)) = (self.since, self.until)
            && since.earliest() > until.latest()
        {
            return Err(message!("errors-since-after-until", since = since, until = until).into());
        }
        let mut filter = Filter { since: self.since, until: self.until, ..Filter::default() };
        for text in &self.country {
            match CountrySet::parse(text) {
                Some(set) => {
                    filter.country_sets.push(set);
                    filter.countries.extend(set.countries());
                }
                None => filter.countries.push(country(text)?),
            }
        }
        filter.only.clone_from(&self.only);
        for text in &self.country_all {
            if CountrySet::parse(text).is_some() {
                return Err(message!("errors-country-all-set", text = text).into());
            }
            filter.all_countries.push(country(text)?);
        }
        for text in &self.sector {
            filter.sectors.push(sector(text)?);
        }
        (filter.criteria, filter.domains) = (self.criterion.clone(), self.domain.clone());
        Ok(filter)
    }
}

/// A country as users type it.
///
/// # Errors
/// There is no such country.
pub fn country(text: &str) -> Result<Country, AnalysisError> {
    if text.eq_ignore_ascii_case("multinational") {
        return Ok(Country::unregistered("Multinational"));
    }
    Country::parse(text).ok_or_else(|| message!("errors-country", text = text).into())
}

fn sector(text: &str) -> Result<Sector, AnalysisError> {
    Sector::parse(text).ok_or_else(|| message!("errors-sector", text = text, known = List::comma(Sector::ALL)).into())
}

#[derive(Clone, Copy)]
enum FilterWords {
    Criteria,
    Domains,
}

/// Checks wanted words against those that the data have, so that a misspelt one is no silent "none".
fn words(wanted: &[String], corpus: &Corpus, which: FilterWords) -> Result<Vec<String>, AnalysisError> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut known: Vec<String> = Vec::new();
    for id in corpus.work_ids() {
        let work = corpus.work(id);
        let list = match which {
            FilterWords::Criteria => work.criteria,
            FilterWords::Domains => work.domains,
        };
        known.extend(list.iter().map(|word| word.to_string()));
    }
    known.sort();
    known.dedup();
    wanted.iter().map(|text| value_meant(text, &known)).collect()
}

/// The value of the data that a reader means, in any language.
fn value_meant(text: &str, known: &[String]) -> Result<String, AnalysisError> {
    if let Some(value) = known.iter().find(|value| values::is_meant(text, value)) {
        return Ok(value.clone());
    }
    let list = List::comma(known);
    Err(match nearest(text, known.iter().map(String::as_str)) {
        Some(nearest) => message!("errors-unknown-value-nearest", value = text, nearest = nearest, known = list).into(),
        None => message!("errors-unknown-value", value = text, known = list).into(),
    })
}

/// The value of a key among some.
pub(super) fn keyed<'de, D: Deserializer<'de>, T: Copy, const N: usize>(
    deserializer: D,
    known: [(&str, T); N],
) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    let found = known.iter().find(|(key, _)| text.eq_ignore_ascii_case(key)).map(|&(_, value)| value);
    found.ok_or_else(|| {
        let keys = known.map(|(key, _)| key).join(", ");
        serde::de::Error::custom(format!("\"{text}\": expected one of {keys}"))
    })
}

fn language<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Language, D::Error> {
    keyed(deserializer, [("en", Language::English), ("ko", Language::Korean), ("both", Language::Both)])
}

fn level<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ActorKind, D::Error> {
    let mut known = [("recorded", ActorKind::Institution); 8];
    for (slot, kind) in known.iter_mut().skip(1).zip(ActorKind::ALL) {
        *slot = (kind.key(), kind);
    }
    keyed(deserializer, known)
}

fn only<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Only>, D::Error> {
    struct Keyed(Only);
    impl<'de> Deserialize<'de> for Keyed {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            keyed(deserializer, Only::ALL.map(|only| (only.key(), only))).map(Self)
        }
    }
    Ok(Vec::<Keyed>::deserialize(deserializer)?.into_iter().map(|Keyed(only)| only).collect())
}

fn counting<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Counting, D::Error> {
    keyed(deserializer, [Counting::Full, Counting::Fractional, Counting::Strict].map(|one| (one.key(), one)))
}

fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    let date = Date::parse_iso(&text);
    date.map(Some).ok_or_else(|| serde::de::Error::custom(format!("\"{text}\": expected YYYY, YYYY-MM or YYYY-MM-DD")))
}
