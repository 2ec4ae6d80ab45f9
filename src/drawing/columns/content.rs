//! Content of the bipartite view: works in blocks, institutions in columns.

use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::kind::WorkKind;
use crate::drawing::subgraph::Subgraph;
use crate::message;
use crate::messages::Statement;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Block of works with the same set of institutions. Works of a single institution have a block each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkBlock {
    /// Works, in the corpus's order.
    pub works: Vec<WorkId>,
    /// Their institutions, ascending.
    pub members: Vec<InstitutionId>,
}

/// Content of the three columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BipartiteContent {
    /// Country of the left column; `None`: one column holds all institutions and `right` is empty.
    pub home: Option<Country>,
    /// Institutions of the left column.
    pub left: Vec<InstitutionId>,
    /// Institutions of the right column.
    pub right: Vec<InstitutionId>,
    /// Blocks of works.
    pub blocks: Vec<WorkBlock>,
    /// Number of works drawn.
    pub works: usize,
    /// Number of works excluded by the limits.
    pub excluded_works: usize,
    /// Number of works without an institution.
    pub works_without_institution: usize,
    /// Number of institutions with works that the limits exclude.
    pub excluded_institutions: usize,
    /// Numbers of works and of institutions with works in the full corpus.
    pub totals: (usize, usize),
    /// Notes on the selection.
    pub notes: Vec<Statement>,
}

impl BipartiteContent {
    /// Whether works or institutions of the corpus are not drawn.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.works + self.works_without_institution < self.totals.0
            || self.left.len() + self.right.len() < self.totals.1
    }
}

/// The country with the most works; at a draw the one with more institutions, then the first code.
#[must_use]
pub fn most_frequent_country(corpus: &Corpus) -> Option<Country> {
    let mut works: BTreeMap<&Country, BTreeSet<WorkId>> = BTreeMap::new();
    let mut institutions: BTreeMap<&Country, usize> = BTreeMap::new();
    for id in corpus.institution_ids() {
        for country in &corpus.institution(id).countries {
            works.entry(country).or_default().extend(corpus.works_of(id));
            *institutions.entry(country).or_default() += 1;
        }
    }
    let best = works.iter().max_by_key(|(country, works)| (works.len(), institutions[*country], Reverse(**country)));
    best.map(|(country, _)| (*country).clone())
}

/// Selects at most `max_works` works and `max_institutions` institutions: joint works first, by the weakest of their
/// institutions (their number of joint works), then works of one institution. O(works log works · team size).
#[must_use]
pub fn select_content(
    corpus: &Corpus,
    home: Option<&Country>,
    max_works: usize,
    max_institutions: usize,
    (subgraph, kind): (&Subgraph<'_, '_>, WorkKind),
) -> BipartiteContent {
    let affiliated: Vec<WorkId> = corpus.work_ids().filter(|&work| !corpus.institutions_of(work).is_empty()).collect();
    let all_affiliated = affiliated.len();
    let mut order: Vec<WorkId> = affiliated.into_iter().filter(|&work| subgraph.has_work(work)).collect();
    let with_institutions = order.len();
    let institutions_of =
        |works: &[WorkId]| -> BTreeSet<InstitutionId> { works.iter().flat_map(|&work| subgraph.team(work)).collect() };
    let all = institutions_of(&order).len();
    if order.len() > max_works || all > max_institutions {
        order.sort_by_key(|&work| (Reverse(strength(corpus, work)), work));
        order = strongest(&order, max_works, max_institutions, subgraph);
        order.sort_unstable();
    }
    let shown = institutions_of(&order);
    let home = home.filter(|home| splits(corpus, &shown, home)).cloned();
    let at_home = |id: &InstitutionId| home.as_ref().is_none_or(|home| is_of(corpus, *id, home));
    BipartiteContent {
        left: shown.iter().copied().filter(at_home).collect(),
        right: shown.iter().copied().filter(|id| !at_home(id)).collect(),
        blocks: blocks(&order, subgraph),
        works: order.len(),
        excluded_works: with_institutions - order.len(),
        works_without_institution: corpus.work_count() - all_affiliated,
        excluded_institutions: all - shown.len(),
        totals: (corpus.work_count(), corpus.institution_ids().filter(|&id| !corpus.works_of(id).is_empty()).count()),
        notes: notes(
            subgraph,
            (all_affiliated - with_institutions, with_institutions),
            &order,
            shown.len(),
            (corpus, kind),
        ),
        home,
    }
}

/// Notes on the subgraph, on the number of works outside of it, and on the meaning of `(+n)`.
fn notes(
    subgraph: &Subgraph<'_, '_>,
    (outside, inside): (usize, usize),
    shown: &[WorkId],
    institutions: usize,
    (corpus, kind): (&Corpus, WorkKind),
) -> Vec<Statement> {
    let mut notes = subgraph.notes(kind);
    if !notes.is_empty() && shown.len() < inside {
        notes
            .insert(1, message!("figures-bipartite-part-fits", count = institutions, works = shown.len(), kind = kind));
    }
    if outside > 0 {
        notes.push(message!("figures-bipartite-outside", count = outside, kind = kind));
    }
    if shown.iter().any(|&work| subgraph.team(work).len() < corpus.actor_count(work)) {
        notes.push(message!("figures-bipartite-more-partners", kind = kind));
    }
    notes
}

fn is_of(corpus: &Corpus, id: InstitutionId, country: &Country) -> bool {
    corpus.institution(id).countries.contains(country)
}

fn splits(corpus: &Corpus, shown: &BTreeSet<InstitutionId>, home: &Country) -> bool {
    let inside = shown.iter().filter(|&&id| is_of(corpus, id, home)).count();
    inside > 0 && inside < shown.len()
}

/// Rank of a work: joint works first, then by the number of joint works of its weakest institution.
fn strength(corpus: &Corpus, work: WorkId) -> (bool, usize) {
    let members = corpus.institutions_of(work);
    let joint = |id: InstitutionId| corpus.works_of(id).iter().filter(|&&other| corpus.actor_count(other) > 1).count();
    (corpus.actor_count(work) > 1, members.iter().map(|&id| joint(id)).min().unwrap_or(0))
}

fn strongest(ranked: &[WorkId], max_works: usize, max_institutions: usize, subgraph: &Subgraph<'_, '_>) -> Vec<WorkId> {
    let mut taken = Vec::new();
    let mut shown: BTreeSet<InstitutionId> = BTreeSet::new();
    for &work in ranked {
        if taken.len() >= max_works {
            break;
        }
        let members = subgraph.team(work);
        let new = members.iter().filter(|id| !shown.contains(id)).count();
        // The first work is always drawn, whatever the size of its team.
        if taken.is_empty() || shown.len() + new <= max_institutions {
            shown.extend(members);
            taken.push(work);
        }
    }
    taken
}

fn blocks(works: &[WorkId], subgraph: &Subgraph<'_, '_>) -> Vec<WorkBlock> {
    let mut blocks: Vec<WorkBlock> = Vec::new();
    let mut at: BTreeMap<Vec<InstitutionId>, usize> = BTreeMap::new();
    for &work in works {
        let mut members = subgraph.team(work);
        members.sort_unstable();
        match at.get(&members) {
            Some(&index) if members.len() > 1 => blocks[index].works.push(work),
            _ => {
                at.insert(members.clone(), blocks.len());
                blocks.push(WorkBlock { works: vec![work], members });
            }
        }
    }
    blocks
}
