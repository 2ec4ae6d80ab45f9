//! Partnerships as readers meet them: ties in the order of their strength, those of one team together.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::answer::number::{Real, stable};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::question::record::{Evidence, Party};
use crate::question::scope::Scope;

/// A bundle for machines.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Partnership {
    institutions: Vec<Party>,
    ties: usize,
    weight: Real,
    works: Vec<Evidence>,
}

/// All ties, the strongest first: by weight, number of works, then names.
#[must_use]
pub fn strongest(scope: &Scope<'_>) -> Vec<usize> {
    let network = scope.network();
    let label = |node: usize| network.institution(node).map(|id| scope.corpus.institution(id).names.label());
    let labels = |tie: usize| {
        let (a, b, _) = network.tie(tie);
        let (a, b) = (label(a), label(b));
        if a <= b { (a, b) } else { (b, a) }
    };
    let weights: Vec<f64> = (0..network.tie_count()).map(|tie| stable(network.tie(tie).2)).collect();
    let mut ties: Vec<usize> = (0..network.tie_count()).collect();
    ties.sort_by(|&x, &y| {
        let weight = weights[y].total_cmp(&weights[x]);
        let works = network.evidence(y).len().cmp(&network.evidence(x).len());
        weight.then(works).then_with(|| labels(x).cmp(&labels(y))).then(x.cmp(&y))
    });
    ties
}

/// The ends of a tie in the order of their names.
#[must_use]
pub fn ends(scope: &Scope<'_>, tie: usize) -> Option<(InstitutionId, InstitutionId)> {
    let network = scope.network();
    let (a, b, _) = network.tie(tie);
    let (a, b) = (network.institution(a)?, network.institution(b)?);
    let label = |id: InstitutionId| scope.corpus.institution(id).names.label();
    Some(if label(a) <= label(b) { (a, b) } else { (b, a) })
}

/// Partnerships that rest on the same works: one tie, or all pairs of a team that only works together.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// By name.
    pub institutions: Vec<InstitutionId>,
    /// Their ties.
    pub ties: Vec<usize>,
    /// Weight of each tie.
    pub weight: f64,
    /// The works they rest on.
    pub works: Vec<WorkId>,
}

impl Bundle {
    /// The record for machines.
    #[must_use]
    pub fn record(&self, scope: &Scope<'_>) -> Partnership {
        Partnership {
            institutions: self.institutions.iter().map(|&id| Party::of(scope.corpus, id)).collect(),
            ties: self.ties.len(),
            weight: Real(self.weight),
            works: Evidence::all(scope.corpus, &self.works),
        }
    }
}

/// Bundles ties, in their order. Ties of the same works stand together when they are all pairs of their
/// institutions; otherwise each stands alone, for a list of names would claim pairs that differ.
#[must_use]
pub fn bundles(scope: &Scope<'_>, ties: &[usize]) -> Vec<Bundle> {
    let network = scope.network();
    let mut by_works: BTreeMap<&[WorkId], Vec<usize>> = BTreeMap::new();
    for &tie in ties.iter().filter(|&&tie| !network.evidence(tie).is_empty()) {
        by_works.entry(network.evidence(tie)).or_default().push(tie);
    }
    by_works.retain(|_, together| together.len() > 1 && are_all_pairs(scope, together));
    let mut bundles = Vec::new();
    for &tie in ties {
        let works = network.evidence(tie);
        let together = by_works.get(works);
        if together.is_some_and(|together| together[0] != tie) {
            continue;
        }
        let ties = together.map_or_else(|| vec![tie], Clone::clone);
        let institutions = members(scope, &ties);
        bundles.push(Bundle { institutions, ties, weight: network.tie(tie).2, works: works.to_vec() });
    }
    bundles
}

/// Whether some ties are all the pairs of their institutions, with one weight.
fn are_all_pairs(scope: &Scope<'_>, ties: &[usize]) -> bool {
    let weight = |tie: usize| stable(scope.network().tie(tie).2);
    let institutions = members(scope, ties).len();
    institutions * (institutions - 1) / 2 == ties.len() && ties.iter().all(|&tie| weight(tie) == weight(ties[0]))
}

/// The institutions of some ties, by name.
fn members(scope: &Scope<'_>, ties: &[usize]) -> Vec<InstitutionId> {
    let both = |&tie: &usize| ends(scope, tie).map(|(a, b)| [a, b]);
    let mut ids: Vec<InstitutionId> = ties.iter().filter_map(both).flatten().collect();
    ids.sort_by_key(|&id| (scope.corpus.institution(id).names.label(), id));
    ids.dedup();
    ids
}
