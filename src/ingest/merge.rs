//! Which recorded names were taken as which institutions: for source lines that name every merge.

use std::collections::BTreeSet;

use crate::corpus::Corpus;

/// A recorded name, and the institution that it was taken as by the authority or a correction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// The name as recorded.
    pub recorded: String,
    /// [`Institution::id`](crate::corpus::institution::Institution::id) of what it was taken as.
    pub institution: String,
}

/// Brings recorded and preferred names to ids; sorted, each merge once.
pub(crate) fn resolve(pairs: &BTreeSet<(String, String)>, corpus: &Corpus) -> Vec<Merge> {
    let mut merges: Vec<Merge> = pairs
        .iter()
        .filter_map(|(recorded, taken_as)| {
            let mut institutions = corpus.institution_ids().map(|id| corpus.institution(id));
            let institution = institutions.find(|institution| institution.names.name == *taken_as)?;
            Some(Merge { recorded: recorded.clone(), institution: institution.id.clone() })
        })
        .collect();
    merges.sort();
    merges.dedup();
    merges
}
