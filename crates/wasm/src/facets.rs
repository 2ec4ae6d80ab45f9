//! What filters can ask of the data: countries, sectors, criteria, domains and years, each with its works.

use std::collections::{BTreeMap, BTreeSet};

use collabgraph::corpus::Corpus;
use collabgraph::corpus::country::Country;
use collabgraph::corpus::institution::Sector;
use collabgraph::messages::{Localizer, values};
use serde_json::{Value, json};

/// The facets of all works, the most frequent value first.
pub(crate) fn of(corpus: &Corpus) -> Value {
    let mut countries: BTreeMap<String, (usize, Country)> = BTreeMap::new();
    let mut sectors: BTreeMap<Sector, usize> = BTreeMap::new();
    let (mut criteria, mut domains) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    for id in corpus.work_ids() {
        let work = corpus.work(id);
        let institutions = || corpus.institutions_of(id).iter().map(|&id| corpus.institution(id));
        let of_work: BTreeSet<&Country> = institutions().flat_map(|one| &one.countries).collect();
        for country in of_work {
            countries.entry(country.code().to_owned()).or_insert_with(|| (0, country.clone())).0 += 1;
        }
        let of_work: BTreeSet<Sector> = institutions().filter_map(|one| one.sector()).collect();
        of_work.into_iter().for_each(|sector| *sectors.entry(sector).or_default() += 1);
        work.criteria.iter().for_each(|word| *criteria.entry(word.to_string()).or_default() += 1);
        work.domains.iter().for_each(|word| *domains.entry(word.to_string()).or_default() += 1);
        if let Some(date) = corpus.date(id) {
            *years.entry(i32::from(date.year_number())).or_default() += 1;
        }
    }
    let countries = countries.into_iter().map(|(code, (works, country))| {
        let (english, korean) = country.names();
        (works, json!({ "key": code, "en": english, "ko": korean, "works": works }))
    });
    let sectors = sectors.into_iter().map(|(sector, works)| {
        let (english, korean) = sector.label();
        (works, json!({ "key": sector.key(), "en": english, "ko": korean, "works": works }))
    });
    json!({
        "countries": by_works(countries),
        "sectors": by_works(sectors),
        "criteria": by_works(criteria.into_iter().map(recorded)),
        "domains": by_works(domains.into_iter().map(recorded)),
        "years": years.into_iter().map(|(year, works)| json!([year, works])).collect::<Vec<_>>(),
    })
}

/// A word of the data in both languages.
fn recorded((word, works): (String, usize)) -> (usize, Value) {
    let (english, korean) =
        values::recorded(&word).map_or_else(|| (word.clone(), word.clone()), |message| Localizer::in_both(&message));
    (works, json!({ "key": word, "en": english, "ko": korean, "works": works }))
}

fn by_works(values: impl Iterator<Item = (usize, Value)>) -> Vec<Value> {
    let mut values: Vec<(usize, Value)> = values.collect();
    values.sort_by_key(|(works, _)| std::cmp::Reverse(*works));
    values.into_iter().map(|(_, value)| value).collect()
}
