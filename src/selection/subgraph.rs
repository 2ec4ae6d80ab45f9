//! Subgraph by several criteria at once.

use std::cmp::Reverse;

use crate::corpus::institution::InstitutionId;
use crate::network::components;
use crate::network::graph::Network;
use crate::selection::set::Selection;
use crate::selection::{backbone, core, ego};

/// Default depth of an ego network, in hops.
pub const DEFAULT_DEPTH: usize = 1;

/// Specification of a subgraph of a one-mode network; a criterion that is `None` does not apply. Every criterion is
/// evaluated on the full network except [`top`](Self::top), which takes the strongest of the nodes that meet the
/// others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubgraphSpec {
    /// A connected component by rank of size, 1 the largest.
    pub component: Option<usize>,
    /// Ego network: an institution and its depth in hops.
    pub focus: Option<(InstitutionId, usize)>,
    /// Minimum tie weight; keeps the ends of these ties.
    pub min_weight: Option<f64>,
    /// Significance level of the disparity filter; keeps the ends of these ties.
    pub backbone: Option<f64>,
    /// k of the k-core.
    pub core: Option<usize>,
    /// Number of institutions: the highest by works plus partners in the network of those that have a tie to another of them,
    /// equal ones by node number.
    pub top: Option<usize>,
}

impl SubgraphSpec {
    /// Whether any criterion is set.
    #[must_use]
    pub fn is_some(&self) -> bool {
        *self != Self::default()
    }
}

/// The subgraph that meets every criterion. The focus is kept in any case. O(ties + nodes log nodes).
#[must_use]
pub fn select(network: &Network<'_>, spec: &SubgraphSpec) -> Selection {
    let focus = spec.focus.map(|(id, _)| network.node_of(id));
    let mut keep = vec![true; network.node_count()];
    let mut tie = vec![true; network.tie_count()];
    let intersect = |nodes: &[usize], keep: &mut [bool]| {
        let mut within = vec![false; keep.len()];
        nodes.iter().for_each(|&node| within[node] = true);
        keep.iter_mut().zip(&within).for_each(|(keep, within)| *keep &= *within);
    };
    if let Some(number) = spec.component {
        let found = components::find(network);
        intersect(number.checked_sub(1).and_then(|at| found.members.get(at)).map_or(&[][..], Vec::as_slice), &mut keep);
    }
    if let Some((id, depth)) = spec.focus {
        intersect(&ego::select(network, network.node_of(id), depth).nodes, &mut keep);
    }
    if let Some(min_weight) = spec.min_weight {
        tie.iter_mut().enumerate().for_each(|(number, keep)| *keep &= network.tie(number).2 >= min_weight);
    }
    if let Some(level) = spec.backbone {
        let alpha = backbone::significance(network);
        tie.iter_mut().zip(&alpha).for_each(|(keep, &alpha)| *keep &= alpha < level);
    }
    if spec.min_weight.is_some() || spec.backbone.is_some() {
        let inside = |number: usize| tie[number] && keep[network.tie(number).0] && keep[network.tie(number).1];
        let kept = (0..tie.len()).filter(|&number| inside(number));
        let ends: Vec<usize> =
            kept.flat_map(|number| [network.tie(number).0, network.tie(number).1]).chain(focus).collect();
        intersect(&ends, &mut keep);
    }
    if let Some(k) = spec.core {
        intersect(&core::select(network, k).nodes, &mut keep);
    }
    if let Some(node) = focus {
        keep[node] = true;
    }
    let mut nodes: Vec<usize> = (0..keep.len()).filter(|&node| keep[node]).collect();
    if let Some(top) = spec.top {
        nodes.sort_by(|&a, &b| {
            let key = |node: usize| (Some(node) != focus, Reverse(works_plus_degree(network, node)));
            // Of equals, whoever has the greater weight.
            key(a).cmp(&key(b)).then(total_weight(network, b).total_cmp(&total_weight(network, a))).then(a.cmp(&b))
        });
        nodes = tied_first(network, nodes, &tie, focus, top);
    }
    let mut found = Selection::induced(network, nodes);
    found.ties.retain(|&number| tie[number]);
    found
}

/// The first `top` of ranked nodes that have a tie to another of them: a node without one gives its place to the next, but
/// for the focus. Where no two have a tie, the first `top`. O(rounds · ties), at most as many rounds as nodes.
fn tied_first(network: &Network<'_>, ranked: Vec<usize>, tie: &[bool], focus: Option<usize>, top: usize) -> Vec<usize> {
    let mut has_tie = vec![false; network.node_count()];
    (0..tie.len()).filter(|&number| tie[number]).for_each(|number| {
        (has_tie[network.tie(number).0], has_tie[network.tie(number).1]) = (true, true);
    });
    let is_candidate = |node: &usize| has_tie[*node] || Some(*node) == focus;
    let mut candidates: Vec<usize> = ranked.iter().copied().filter(is_candidate).collect();
    loop {
        let chosen = &candidates[..top.min(candidates.len())];
        let mut tied = vec![false; network.node_count()];
        chosen.iter().for_each(|&node| tied[node] = true);
        let inside = |number: &usize| tie[*number] && tied[network.tie(*number).0] && tied[network.tie(*number).1];
        let ends: Vec<usize> = (0..tie.len())
            .filter(inside)
            .flat_map(|number| [network.tie(number).0, network.tie(number).1])
            .chain(focus)
            .collect();
        tied.fill(false);
        ends.iter().for_each(|&node| tied[node] = true);
        let alone: Vec<usize> = chosen.iter().copied().filter(|&node| !tied[node]).collect();
        if alone.is_empty() {
            candidates.truncate(top);
            break;
        }
        candidates.retain(|node| !alone.contains(node));
    }
    if candidates.is_empty() { ranked.into_iter().take(top).collect() } else { candidates }
}

/// Ranking key of [`SubgraphSpec::top`]: works plus partners.
fn works_plus_degree(network: &Network<'_>, node: usize) -> usize {
    let works = network.institution(node).map_or(0, |id| network.corpus().works_of(id).len());
    works + network.adjacency().degree(node)
}

fn total_weight(network: &Network<'_>, node: usize) -> f64 {
    network.adjacency().row_of(node).map(|(_, weight, _)| weight).sum()
}

/// Whether the last of the `top` has equals by works and partners that are left out.
pub(crate) fn cuts_equals(network: &Network<'_>, spec: &SubgraphSpec) -> bool {
    let focus = spec.focus.map(|(focus, _)| network.node_of(focus));
    let chosen = select(network, spec).nodes;
    let least = chosen.iter().filter(|&&node| Some(node) != focus).map(|&node| works_plus_degree(network, node)).min();
    let others = select(network, &SubgraphSpec { top: None, ..spec.clone() }).nodes;
    let is_left_out = |node: &usize| chosen.binary_search(node).is_err();
    others.iter().filter(|node| is_left_out(node)).any(|&node| Some(works_plus_degree(network, node)) == least)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::corpus::builder::{CorpusBuilder, WorkFacts};
    use crate::corpus::institution::{Institution, Names};
    use crate::corpus::table::Corpus;
    use crate::network::counting::Projection;

    /// a–b twice, b–c, c–d; e–f in a component of its own.
    fn corpus() -> Corpus {
        let mut builder = CorpusBuilder::new();
        let add = |name: &str| Institution { names: Names::plain(name), ..Institution::default() };
        let handles: Vec<_> = ["a", "b", "c", "d", "e", "f"].map(|name| builder.institution(add(name))).to_vec();
        for (number, (a, b)) in [(0, 1), (0, 1), (1, 2), (2, 3), (4, 5)].into_iter().enumerate() {
            let name = format!("work {number}");
            builder.work(&WorkFacts { name: &name, institutions: &[handles[a], handles[b]], ..WorkFacts::default() });
        }
        builder.finish()
    }

    #[test]
    fn criteria_combine() {
        let corpus = corpus();
        let network = Network::one_mode(&corpus, Projection::default());
        let nodes = |spec: SubgraphSpec| select(&network, &spec).nodes;
        assert_eq!(nodes(SubgraphSpec::default()), [0, 1, 2, 3, 4, 5]);
        assert_eq!(nodes(SubgraphSpec { component: Some(2), ..SubgraphSpec::default() }), [4, 5]);
        assert_eq!(nodes(SubgraphSpec { component: Some(3), ..SubgraphSpec::default() }), [0usize; 0]);
        assert_eq!(nodes(SubgraphSpec { min_weight: Some(2.0), ..SubgraphSpec::default() }), [0, 1]);
        // b has 3 works and 2 partners, c 2 and 2, a 2 and 1.
        assert_eq!(nodes(SubgraphSpec { top: Some(3), ..SubgraphSpec::default() }), [0, 1, 2]);
        let d = corpus.institution_by_key("d").unwrap();
        assert_eq!(nodes(SubgraphSpec { focus: Some((d, 1)), ..SubgraphSpec::default() }), [2, 3]);
        assert_eq!(
            nodes(SubgraphSpec { focus: Some((d, 2)), top: Some(2), ..SubgraphSpec::default() }),
            [2, 3],
            "the focus stays, and its partner goes before an institution that is not"
        );
        let apart =
            select(&network, &SubgraphSpec { focus: Some((d, 3)), min_weight: Some(2.0), ..SubgraphSpec::default() });
        assert_eq!((apart.nodes, apart.ties.len()), (vec![0, 1, 3], 1));
    }
}
