//! Local clustering coefficient: the share of a node's pairs of neighbours that are tied.
//!
//! Source: Watts & Strogatz 1998, *Nature* 393, 440–442; with weights Onnela, Saramäki, Kertész & Kaski 2005, *Physical
//! Review E* 71, 065103. Triangles are enumerated once each, from their node of smallest degree. O(ties^1.5), in parallel.

use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::triangles::OrientedAdjacency;
use crate::centrality::weighting::Weighting;
use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// Options of clustering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether a triangle counts 1 (the default), or the geometric mean of its weights, each a share of the heaviest of the
    /// network.
    pub weighting: Weighting,
}

/// 2t/(k(k−1)) with t ties among k neighbours, or the sum of their triangles' weights; `NaN` where k < 2.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let adjacency = network.adjacency();
    let nodes = 0..adjacency.node_count();
    let values = match options.weighting {
        Weighting::Unweighted => local(adjacency),
        Weighting::Weighted => {
            let triangles = weighted_triangles(adjacency);
            nodes.map(|node| triangles[node] / pairs(adjacency, node)).collect()
        }
    };
    Scores { measure: Measure::Clustering, values }
}

/// 2t/(k(k−1)) by node; `NaN` where k < 2.
pub(crate) fn local(adjacency: &Adjacency) -> Vec<f64> {
    let triangles = triangles(adjacency);
    (0..adjacency.node_count()).map(|node| triangles[node] as f64 / pairs(adjacency, node)).collect()
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

/// Sum of the geometric means of the weights of each node's triangles.
fn weighted_triangles(adjacency: &Adjacency) -> Vec<f64> {
    let oriented = OrientedAdjacency::of(adjacency);
    let weights = oriented.weights(adjacency);
    let heaviest = weights.iter().copied().fold(0.0, f64::max);
    let root_of: Vec<f64> = weights.into_iter().map(|weight| libm::cbrt(weight / heaviest)).collect();
    let sums = oriented.node_sums(|sums, nodes, [ab, ac, bc]| {
        let mean = root_of[ab] * root_of[ac] * root_of[bc];
        nodes.into_iter().for_each(|node| sums[node] += mean);
    });
    let mut by_node = vec![0.0; adjacency.node_count()];
    oriented.node_of_rank.iter().zip(sums).for_each(|(&node, sum)| by_node[node as usize] = sum);
    by_node
}
