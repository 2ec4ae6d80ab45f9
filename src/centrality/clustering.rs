//! Local clustering coefficient: the share of a node's pairs of neighbours that are tied.
//!
//! Source: Watts & Strogatz 1998, *Nature* 393, 440–442. Triangles are enumerated once each, from their node of
//! smallest degree. O(ties^1.5), in parallel.

use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::triangles::OrientedAdjacency;
use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// Clustering has no options; weights are ignored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {}

/// 2t/(k(k−1)) with t ties among k neighbours; `NaN` where k < 2.
#[must_use]
pub fn scores(network: &Network<'_>, _: &Options) -> Scores {
    let adjacency = network.adjacency();
    let triangles = triangles(adjacency);
    let values = (0..adjacency.node_count()).map(|node| triangles[node] as f64 / pairs(adjacency, node)).collect();
    Scores { measure: Measure::Clustering, values }
}

/// Transitivity (global clustering): 3 × triangles / paths of two ties; `NaN` without such a path.
#[must_use]
pub fn transitivity(network: &Network<'_>) -> f64 {
    let adjacency = network.adjacency();
    let closed: u64 = triangles(adjacency).iter().sum();
    let open: f64 = (0..adjacency.node_count()).map(|node| pairs(adjacency, node)).sum();
    closed as f64 / open
}

fn pairs(adjacency: &Adjacency, node: usize) -> f64 {
    let degree = adjacency.degree(node) as f64;
    degree * (degree - 1.0) / 2.0
}

fn triangles(adjacency: &Adjacency) -> Vec<u64> {
    let oriented = OrientedAdjacency::of(adjacency);
    let mut triangles = vec![0; adjacency.node_count()];
    for (&node, count) in oriented.node_of_rank.iter().zip(oriented.counts()) {
        triangles[node as usize] = count;
    }
    triangles
}
