//! PageRank on undirected ties.
//!
//! x_i = (1−α)/n + α·(Σ_j x_j·w_ij/s_j + D/n), D being the sum over dangling nodes (isolates). The values add up to 1.
//! Source: Brin & Page 1998, *Computer Networks* 30, 107–117. O(iterations · ties).

use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::spmv;
use crate::centrality::weighting::Weighting;
use crate::network::graph::Network;

/// Damping factor: probability of following a tie instead of jumping to a random node.
pub const DAMPING: f64 = 0.85;
/// Convergence threshold: the sum of all changes in the last iteration.
pub const TOLERANCE: f64 = 1e-12;
/// Maximum number of iterations.
pub const MAX_ITERATIONS: usize = 1_000;

/// Options of PageRank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Whether ties count by their weight (the default).
    pub weighting: Weighting,
    /// α, see [`DAMPING`].
    pub damping: f64,
    /// See [`TOLERANCE`].
    pub tolerance: f64,
    /// See [`MAX_ITERATIONS`].
    pub max_iterations: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { weighting: Weighting::Weighted, damping: DAMPING, tolerance: TOLERANCE, max_iterations: MAX_ITERATIONS }
    }
}

/// PageRank of every node; isolates have the same low value, from random jumps alone.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let adjacency = network.adjacency();
    let nodes = adjacency.node_count();
    let strength =
        |node: usize| -> f64 { adjacency.weights(node).iter().map(|&weight| options.weighting.of(weight)).sum() };
    let inverse: Vec<f64> = (0..nodes).map(strength).map(|sum: f64| if sum > 0.0 { 1.0 / sum } else { 0.0 }).collect();
    let uniform = 1.0 / nodes.max(1) as f64;

    let mut values = vec![uniform; nodes];
    let (mut outgoing, mut sums) = (vec![0.0; nodes], vec![0.0; nodes]);
    for _ in 0..options.max_iterations {
        let mut dangling = 0.0;
        for node in 0..nodes {
            outgoing[node] = values[node] * inverse[node];
            if inverse[node] == 0.0 {
                dangling += values[node];
            }
        }
        let base = (1.0 - options.damping + options.damping * dangling) * uniform;
        spmv::multiply(adjacency, options.weighting, &outgoing, &mut sums);
        let mut change = 0.0;
        for (node, value) in values.iter_mut().enumerate() {
            let new = base + options.damping * sums[node];
            change += (new - *value).abs();
            *value = new;
        }
        if change < options.tolerance {
            break;
        }
    }
    Scores { measure: Measure::Pagerank, values }
}
