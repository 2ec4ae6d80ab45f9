//! Which recorded names were taken as which institutions: for source lines that name every merge.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Corpus;
pub use crate::corpus::alike::{Merge, MergeRule};

/// Where and by which rules a recorded name was taken as a preferred one; places are input, line, column.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    pub(crate) rules: BTreeSet<MergeRule>,
    pub(crate) places: BTreeSet<(u16, u64, u64)>,
}

/// Brings recorded and preferred names to ids; sorted, each merge once.
pub(crate) fn resolve(trails: &BTreeMap<(String, String), Trail>, inputs: &[String], corpus: &Corpus) -> Vec<Merge> {
    let mut merges: Vec<Merge> = trails
        .iter()
        .filter_map(|((recorded, taken_as), trail)| {
            let mut institutions = corpus.institution_ids().map(|id| corpus.institution(id));
            let institution = institutions.find(|institution| institution.names.name == *taken_as)?;
            let place = |&(input, line, column): &(u16, u64, u64)| {
                let file = inputs.get(usize::from(input)).map_or("", String::as_str);
                if column == 0 { format!("{file}:{line}") } else { format!("{file}:{line}:{column}") }
            };
            Some(Merge {
                recorded: recorded.clone(),
                institution: institution.id.clone(),
                rules: trail.rules.iter().copied().collect(),
                places: trail.places.iter().map(place).collect(),
            })
        })
        .collect();
    merges.sort();
    merges.dedup();
    merges
}
