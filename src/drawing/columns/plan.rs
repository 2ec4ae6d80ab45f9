//! What a bipartite figure shows: which works in which blocks, which institutions on which side.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::kind::WorkKind;
use crate::drawing::part::Part;
use crate::drawing::wording::count;

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
    /// Works and institutions of all the data.
    pub all: (usize, usize),
    /// Which part of the data this is, English and Korean.
    pub told: Vec<(String, String)>,
}

impl Plan {
    /// Whether works or institutions that belong here are not shown.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.works + self.works_without < self.all.0 || self.left.len() + self.right.len() < self.all.1
    }
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
pub fn plan_part(
    corpus: &Corpus,
    home: Option<&Country>,
    most_works: usize,
    most_institutions: usize,
    (part, kind): (&Part<'_, '_>, WorkKind),
) -> Plan {
    let affiliated: Vec<WorkId> = corpus.work_ids().filter(|&work| !corpus.institutions_of(work).is_empty()).collect();
    let all_affiliated = affiliated.len();
    let mut order: Vec<WorkId> = affiliated.into_iter().filter(|&work| part.has_work(work)).collect();
    let with_institutions = order.len();
    let named =
        |works: &[WorkId]| -> BTreeSet<InstitutionId> { works.iter().flat_map(|&work| part.team(work)).collect() };
    let all = named(&order).len();
    if order.len() > most_works || all > most_institutions {
        order.sort_by_key(|&work| (Reverse(strength(corpus, work)), work));
        order = strongest(&order, most_works, most_institutions, part);
        order.sort_unstable();
    }
    let shown = named(&order);
    let home = home.filter(|home| splits(corpus, &shown, home)).cloned();
    let at_home = |id: &InstitutionId| home.as_ref().is_none_or(|home| is_of(corpus, *id, home));
    Plan {
        left: shown.iter().copied().filter(at_home).collect(),
        right: shown.iter().copied().filter(|id| !at_home(id)).collect(),
        items: items(&order, part),
        works: order.len(),
        works_left_out: with_institutions - order.len(),
        works_without: corpus.work_count() - all_affiliated,
        institutions_left_out: all - shown.len(),
        all: (corpus.work_count(), corpus.institution_ids().filter(|&id| !corpus.works_of(id).is_empty()).count()),
        told: told(part, all_affiliated - with_institutions, &order, (corpus, kind)),
        home,
    }
}

/// The part in words, how many works lie outside of it, and what `(+n)` means where it stands.
fn told(
    part: &Part<'_, '_>,
    outside: usize,
    shown: &[WorkId],
    (corpus, kind): (&Corpus, WorkKind),
) -> Vec<(String, String)> {
    let mut told = part.told(kind);
    if outside > 0 {
        told.push((
            format!("{} outside of this part: {}.", kind.heading(), count(outside)),
            format!("이 부분 밖의 {}: {}.", kind.korean(), kind.pieces(outside)),
        ));
    }
    if shown.iter().any(|&work| part.team(work).len() < corpus.institutions_of(work).len()) {
        told.push((
            format!("(+n) after a {}: n more partners outside of the picture.", kind.one()),
            format!("{} 이름 뒤 (+n) = 그림 밖의 공동 기관 n곳.", kind.korean()),
        ));
    }
    told
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

fn strongest(ranked: &[WorkId], most_works: usize, most_institutions: usize, part: &Part<'_, '_>) -> Vec<WorkId> {
    let mut taken = Vec::new();
    let mut shown: BTreeSet<InstitutionId> = BTreeSet::new();
    for &work in ranked {
        if taken.len() >= most_works {
            break;
        }
        let members = part.team(work);
        let new = members.iter().filter(|id| !shown.contains(id)).count();
        // The first work is always shown, however many made it.
        if taken.is_empty() || shown.len() + new <= most_institutions {
            shown.extend(members);
            taken.push(work);
        }
    }
    taken
}

fn items(works: &[WorkId], part: &Part<'_, '_>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut at: BTreeMap<Vec<InstitutionId>, usize> = BTreeMap::new();
    for &work in works {
        let mut members = part.team(work);
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
