//! What a bipartite figure shows: which works in which blocks, which institutions on which side.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;

/// Works of one set of institutions, drawn as one block with one bundle of edges. Works of a single
/// institution stand alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its works, in canonical order.
    pub works: Vec<WorkId>,
    /// Their institutions, ascending.
    pub members: Vec<InstitutionId>,
}

/// The content of the three columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The country of the left column; `None`: there is no split, the right column is empty.
    pub home: Option<Country>,
    /// Institutions on the left.
    pub left: Vec<InstitutionId>,
    /// Institutions on the right.
    pub right: Vec<InstitutionId>,
    /// Blocks and single works.
    pub items: Vec<Item>,
    /// Works that are shown.
    pub works: usize,
    /// Works that have institutions but no room.
    pub works_left_out: usize,
    /// Works of no institution.
    pub works_without: usize,
    /// Institutions that have works but no room.
    pub institutions_left_out: usize,
}

/// The country with the most works; ties: the most institutions, then the first code.
#[must_use]
pub fn most_frequent_country(corpus: &Corpus) -> Option<Country> {
    let mut works: BTreeMap<&Country, BTreeSet<WorkId>> = BTreeMap::new();
    let mut institutions: BTreeMap<&Country, usize> = BTreeMap::new();
    for id in corpus.institution_ids() {
        if let Some(country) = corpus.institution(id).country() {
            works.entry(country).or_default().extend(corpus.works_of(id));
            *institutions.entry(country).or_default() += 1;
        }
    }
    let best = works.iter().max_by_key(|(country, works)| (works.len(), institutions[*country], Reverse(**country)));
    best.map(|(country, _)| (*country).clone())
}

/// Chooses at most so many works and institutions, the strongest part of the corpus where not all have room:
/// joint works of those institutions that have the most joint works, then works of one institution. O(n log n).
#[must_use]
pub fn plan(corpus: &Corpus, home: Option<&Country>, most_works: usize, most_institutions: usize) -> Plan {
    let mut order: Vec<WorkId> = corpus.work_ids().filter(|&work| !corpus.institutions_of(work).is_empty()).collect();
    let with_institutions = order.len();
    let named = |works: &[WorkId]| -> BTreeSet<InstitutionId> {
        works.iter().flat_map(|&work| corpus.institutions_of(work)).copied().collect()
    };
    let all = named(&order).len();
    if order.len() > most_works || all > most_institutions {
        order.sort_by_key(|&work| (Reverse(strength(corpus, work)), work));
        order = strongest(corpus, &order, most_works, most_institutions);
        order.sort_unstable();
    }
    let shown = named(&order);
    let home = home.filter(|home| splits(corpus, &shown, home)).cloned();
    let at_home = |id: &InstitutionId| home.as_ref().is_none_or(|home| is_of(corpus, *id, home));
    Plan {
        left: shown.iter().copied().filter(at_home).collect(),
        right: shown.iter().copied().filter(|id| !at_home(id)).collect(),
        items: items(corpus, &order),
        works: order.len(),
        works_left_out: with_institutions - order.len(),
        works_without: corpus.works_len() - with_institutions,
        institutions_left_out: all - shown.len(),
        home,
    }
}

fn is_of(corpus: &Corpus, id: InstitutionId, country: &Country) -> bool {
    corpus.institution(id).country() == Some(country)
}

fn splits(corpus: &Corpus, shown: &BTreeSet<InstitutionId>, home: &Country) -> bool {
    let inside = shown.iter().filter(|&&id| is_of(corpus, id, home)).count();
    inside > 0 && inside < shown.len()
}

/// Joint works come first, those whose weakest partner has most joint works before others.
fn strength(corpus: &Corpus, work: WorkId) -> (bool, usize) {
    let members = corpus.institutions_of(work);
    let joint = |id: InstitutionId| {
        corpus.works_of(id).iter().filter(|&&other| corpus.institutions_of(other).len() > 1).count()
    };
    (members.len() > 1, members.iter().map(|&id| joint(id)).min().unwrap_or(0))
}

fn strongest(corpus: &Corpus, ranked: &[WorkId], most_works: usize, most_institutions: usize) -> Vec<WorkId> {
    let mut taken = Vec::new();
    let mut shown: BTreeSet<InstitutionId> = BTreeSet::new();
    for &work in ranked {
        if taken.len() >= most_works {
            break;
        }
        let members = corpus.institutions_of(work);
        let new = members.iter().filter(|id| !shown.contains(id)).count();
        // The first work is always shown, however many made it.
        if taken.is_empty() || shown.len() + new <= most_institutions {
            shown.extend(members);
            taken.push(work);
        }
    }
    taken
}

fn items(corpus: &Corpus, works: &[WorkId]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut at: BTreeMap<Vec<InstitutionId>, usize> = BTreeMap::new();
    for &work in works {
        let mut members = corpus.institutions_of(work).to_vec();
        members.sort_unstable();
        match at.get(&members) {
            Some(&index) if members.len() > 1 => items[index].works.push(work),
            _ => {
                at.insert(members.clone(), items.len());
                items.push(Item { works: vec![work], members });
            }
        }
    }
    items
}
