//! Partnerships: ties by strength, with ties of one team bundled.

use crate::answer::number::{Real, stable};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::query::context::QueryContext;
use crate::query::record::{InstitutionRecord, WorkRecord};
use serde::Serialize;
use std::collections::BTreeMap;

/// A bundle as record.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Partnership {
    institutions: Vec<InstitutionRecord>,
    ties: usize,
    weight: Real,
    works: Vec<WorkRecord>,
}

/// All ties by weight, number of works (both descending), then names.
#[must_use]
pub fn strongest(context: &QueryContext<'_>) -> Vec<usize> {
    let network = context.network();
    let label = |node: usize| network.institution(node).map(|id| context.corpus.institution(id).names.label());
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

/// Ends of a tie in the order of their names.
#[must_use]
pub fn ends(context: &QueryContext<'_>, tie: usize) -> Option<(InstitutionId, InstitutionId)> {
    let network = context.network();
    let (a, b, _) = network.tie(tie);
    let (a, b) = (network.institution(a)?, network.institution(b)?);
    let label = |id: InstitutionId| context.corpus.institution(id).names.label();
    Some(if label(a) <= label(b) { (a, b) } else { (b, a) })
}

/// Ties with the same works: one tie, or all pairs of a team.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// Institutions by name.
    pub institutions: Vec<InstitutionId>,
    /// The ties.
    pub ties: Vec<usize>,
    /// Weight of each tie.
    pub weight: f64,
    /// The works behind each tie.
    pub works: Vec<WorkId>,
}

impl Bundle {
    /// The bundle as record.
    #[must_use]
    pub fn record(&self, context: &QueryContext<'_>) -> Partnership {
        Partnership {
            institutions: self.institutions.iter().map(|&id| InstitutionRecord::of(context.corpus, id)).collect(),
            ties: self.ties.len(),
            weight: Real(self.weight),
            works: WorkRecord::all(context.corpus, &self.works),
        }
    }
}

/// Bundles ties in input order. Ties with the same works and weight form one bundle if they are all pairs of their
/// institutions; all others are bundles of one. O(ties log ties).
#[must_use]
pub fn bundles(context: &QueryContext<'_>, ties: &[usize]) -> Vec<Bundle> {
    let network = context.network();
    let mut by_works: BTreeMap<&[WorkId], Vec<usize>> = BTreeMap::new();
    for &tie in ties.iter().filter(|&&tie| !network.evidence(tie).is_empty()) {
        by_works.entry(network.evidence(tie)).or_default().push(tie);
    }
    by_works.retain(|_, together| together.len() > 1 && are_all_pairs(context, together));
    let mut bundles = Vec::new();
    for &tie in ties {
        let works = network.evidence(tie);
        let together = by_works.get(works);
        if together.is_some_and(|together| together[0] != tie) {
            continue;
        }
        let ties = together.map_or_else(|| vec![tie], Clone::clone);
        let institutions = members(context, &ties);
        bundles.push(Bundle { institutions, ties, weight: network.tie(tie).2, works: works.to_vec() });
    }
    bundles
}

/// Whether these ties are all pairs of their institutions and have one weight.
fn are_all_pairs(context: &QueryContext<'_>, ties: &[usize]) -> bool {
    let weight = |tie: usize| stable(context.network().tie(tie).2);
    let institutions = members(context, ties).len();
    institutions * (institutions - 1) / 2 == ties.len() && ties.iter().all(|&tie| weight(tie) == weight(ties[0]))
}

/// Institutions of these ties, by name.
fn members(context: &QueryContext<'_>, ties: &[usize]) -> Vec<InstitutionId> {
    let both = |&tie: &usize| ends(context, tie).map(|(a, b)| [a, b]);
    let mut ids: Vec<InstitutionId> = ties.iter().filter_map(both).flatten().collect();
    ids.sort_by_key(|&id| (context.corpus.institution(id).names.label(), id));
    ids.dedup();
    ids
}
