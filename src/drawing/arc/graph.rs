//! Graph behind the arc diagram: ties as arcs, large teams as hyperedges (pills).

use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::actor::{self, Strength};
use crate::drawing::encoding::{Stroke, TIE_STROKE};
use crate::drawing::seriation::{self, Hyperedge};
use crate::drawing::subgraph::Subgraph;
use crate::network::graph::Network;

/// Smallest team whose works are drawn as a pill with spokes instead of arcs.
pub(super) const MIN_CONSORTIUM: usize = 4;

/// A tie drawn as an arc.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ArcPair {
    /// Index of the tie in the network.
    pub(super) tie: usize,
    pub(super) a: InstitutionId,
    pub(super) b: InstitutionId,
    /// Joint works that no pill shows.
    pub(super) works: Vec<WorkId>,
    /// Number of `works`; the tie's weight where it has none.
    pub(super) weight: f64,
}

/// A team of [`MIN_CONSORTIUM`] or more institutions, drawn as a pill.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Consortium {
    pub(super) members: Vec<InstitutionId>,
    pub(super) works: Vec<WorkId>,
}

/// Institutions in row order with their arcs and pills.
pub(super) struct ArcGraph {
    pub(super) order: Vec<InstitutionId>,
    pub(super) pairs: Vec<ArcPair>,
    pub(super) consortia: Vec<Consortium>,
    /// Number of institutions with partners that are not drawn.
    pub(super) excluded_partners: usize,
    /// Number of institutions without partners that are not drawn.
    pub(super) excluded_isolates: usize,
    /// Number of institutions that the part has.
    pub(super) all: usize,
}

/// Stroke widths of dense diagrams.
const DENSE_STROKE: Stroke = Stroke { slope: 0.45, base: 0.05, min: 0.4, max: 4.0 };

/// Largest number of arcs drawn with the stroke widths of small figures.
const MAX_SPARSE_ARCS: usize = 40;

impl ArcGraph {
    /// Whether there are at most [`MAX_SPARSE_ARCS`] arcs.
    pub(super) fn is_sparse(&self) -> bool {
        self.pairs.len() <= MAX_SPARSE_ARCS
    }

    /// Stroke widths of the arcs; thinner in dense diagrams.
    pub(super) fn stroke(&self) -> Stroke {
        let stroke = if self.is_sparse() { TIE_STROKE } else { DENSE_STROKE };
        let largest = self.pairs.iter().map(|pair| pair.weight).fold(0.0, f64::max);
        stroke.for_largest(largest)
    }

    /// Stroke width of an arc in points.
    pub(super) fn stroke_width(&self, weight: f64) -> f64 {
        self.stroke().of(weight)
    }
}

/// Largest number of legible arcs in a diagram of selected institutions.
const MAX_READABLE_ARCS: usize = 64;
/// Smallest number of institutions that a selection is reduced to.
const MIN_INSTITUTIONS: usize = 12;

/// Selects at most `limit` institutions. Where that excludes some, their number is reduced further until at most
/// [`MAX_READABLE_ARCS`] arcs remain or [`MIN_INSTITUTIONS`] are left.
pub(super) fn select_readable(network: &Network<'_>, limit: usize, subgraph: &Subgraph<'_, '_>) -> ArcGraph {
    let mut limit = limit;
    loop {
        let graph = select(network, limit, subgraph);
        if graph.excluded_partners == 0 || graph.pairs.len() <= MAX_READABLE_ARCS || limit <= MIN_INSTITUTIONS {
            return graph;
        }
        limit -= 1;
    }
}

fn select(network: &Network<'_>, limit: usize, subgraph: &Subgraph<'_, '_>) -> ArcGraph {
    let corpus = network.corpus();
    let ranked: Vec<InstitutionId> = corpus.institution_ids().filter(|&id| subgraph.contains(id)).collect();
    let degree = |id: InstitutionId| network.adjacency().degree(network.node_of(id));
    let mut by_strength: Vec<(usize, Strength, InstitutionId)> =
        ranked.into_iter().map(|id| (degree(id).min(1), actor::strength(network, id), id)).collect();
    by_strength.sort_by(|(tied_a, a, id_a), (tied_b, b, id_b)| {
        tied_b.cmp(tied_a).then_with(|| a.strongest_first(b)).then(id_a.cmp(id_b))
    });
    let mut ranked: Vec<InstitutionId> = by_strength.into_iter().map(|(_, _, id)| id).collect();
    let partners = ranked.iter().filter(|&&id| degree(id) > 0).count();
    let all = ranked.len();
    // Isolates are drawn only where all institutions fit, or where there are only isolates.
    ranked.truncate(if all <= limit || partners == 0 { limit } else { limit.min(partners) });
    let shown_partners = ranked.iter().filter(|&&id| degree(id) > 0).count();
    let excluded_isolates = (all - partners) - (ranked.len() - shown_partners);
    ranked.sort_unstable();

    let consortia = consortia(network, &ranked, subgraph);
    let pairs = pairs(network, &ranked, &consortia, subgraph);
    let index_of = |id: &InstitutionId| ranked.binary_search(id).unwrap_or(0);
    let mut hyperedges: Vec<Hyperedge> = consortia
        .iter()
        .map(|consortium| Hyperedge {
            members: consortium.members.iter().map(index_of).collect(),
            weight: consortium.members.len() as f64,
        })
        .collect();
    hyperedges.extend(
        pairs.iter().map(|pair| Hyperedge { members: vec![index_of(&pair.a), index_of(&pair.b)], weight: 1.0 }),
    );
    let order = seriation::seriate_components(ranked.len(), &hyperedges).into_iter().map(|at| ranked[at]).collect();
    ArcGraph { order, pairs, consortia, excluded_partners: partners - shown_partners, excluded_isolates, all }
}

fn consortia(network: &Network<'_>, shown: &[InstitutionId], subgraph: &Subgraph<'_, '_>) -> Vec<Consortium> {
    let mut merged: Vec<Consortium> = Vec::new();
    for (team, works) in actor::teams(network) {
        let members: Vec<InstitutionId> = team.into_iter().filter(|id| shown.binary_search(id).is_ok()).collect();
        if members.len() < MIN_CONSORTIUM || !subgraph.has_all_ties_among(&members) {
            continue;
        }
        match merged.iter_mut().find(|consortium| consortium.members == members) {
            Some(consortium) => consortium.works.extend(works),
            None => merged.push(Consortium { members, works }),
        }
    }
    merged
}

fn pairs(
    network: &Network<'_>,
    shown: &[InstitutionId],
    consortia: &[Consortium],
    subgraph: &Subgraph<'_, '_>,
) -> Vec<ArcPair> {
    let mut pairs = Vec::new();
    for tie in (0..network.tie_count()).filter(|&tie| subgraph.has_tie(tie)) {
        let (a, b, weight) = network.tie(tie);
        let (Some(a), Some(b)) = (network.institution(a), network.institution(b)) else { continue };
        if shown.binary_search(&a).is_err() || shown.binary_search(&b).is_err() {
            continue;
        }
        let evidence = network.evidence(tie);
        let in_pill = |work: &WorkId| consortia.iter().any(|consortium| consortium.works.contains(work));
        let works: Vec<WorkId> = evidence.iter().copied().filter(|work| !in_pill(work)).collect();
        if works.is_empty() && !evidence.is_empty() {
            continue;
        }
        let weight = if evidence.is_empty() { weight } else { works.len() as f64 };
        pairs.push(ArcPair { tie, a, b, works, weight });
    }
    pairs
}
