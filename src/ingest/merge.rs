//! Which recorded names were taken as which institutions: the paper trail, and source lines that name every merge.

use crate::corpus::Corpus;
use crate::corpus::place;
use crate::ingest::location::SourceLocation;
pub use crate::names::resolution::{Merge, MergeRule, Omission, OmissionRule};
use std::collections::{BTreeMap, BTreeSet};

/// Recorded name and the name of what it was taken as → trail.
pub(crate) type Trails = BTreeMap<(String, String), Trail>;

/// Where and by which rules a recorded name was taken as a preferred one; places are input, line, column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trail {
    pub(crate) rules: BTreeSet<MergeRule>,
    pub(crate) places: BTreeSet<(u16, u64, u64)>,
}

impl Trail {
    /// Notes that a rule held at a place.
    pub(crate) fn add(&mut self, rule: MergeRule, place: SourceLocation) {
        self.rules.insert(rule);
        self.places.insert((place.input, place.line, place.column));
    }
}

/// `file:line:column`, as far as known.
pub(crate) fn told_place(inputs: &[String], location: SourceLocation) -> String {
    let file = inputs.get(usize::from(location.input)).map_or("", String::as_str);
    place::written(file, location.line, location.column)
}

/// Order of a place `file:line:column`: file, then line and column as numbers.
pub(crate) fn order_of(place: &str) -> (String, u64, u64) {
    let cut = |text: &str| -> Option<(String, u64)> {
        let (rest, number) = text.rsplit_once(':')?;
        Some((rest.to_owned(), number.parse().ok()?))
    };
    match cut(place) {
        None => (place.to_owned(), 0, 0),
        Some((rest, last)) => match cut(&rest) {
            None => (rest, last, 0),
            Some((file, line)) => (file, line, last),
        },
    }
}

/// Brings recorded and preferred names to ids; sorted, each merge once.
pub(crate) fn resolve(trails: &Trails, inputs: &[String], corpus: &Corpus) -> Vec<Merge> {
    if trails.is_empty() {
        return Vec::new();
    }
    let mut by_name: BTreeMap<&str, &str> = BTreeMap::new();
    for id in corpus.institution_ids() {
        let institution = corpus.institution(id);
        by_name.entry(&institution.names.name).or_insert(&institution.id);
    }
    let merge = |((recorded, taken_as), trail): (&(String, String), &Trail)| {
        let place =
            |&(input, line, column): &(u16, u64, u64)| told_place(inputs, SourceLocation { input, line, column });
        Some(Merge {
            recorded: recorded.clone(),
            institution: (*by_name.get(taken_as.as_str())?).to_owned(),
            rules: trail.rules.iter().copied().collect(),
            locations: trail.places.iter().map(place).collect(),
        })
    };
    let mut merges: Vec<Merge> = trails.iter().filter_map(merge).collect();
    merges.sort();
    merges.dedup();
    merges
}
