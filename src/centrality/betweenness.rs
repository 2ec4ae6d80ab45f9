//! Betweenness centrality: how often a node lies on the shortest paths between others.
//!
//! b_i = Σ_{h<j} σ_hj(i)/σ_hj, every pair counted once. Source: Freeman 1977, *Sociometry* 40, 35–41; computed after
//! Brandes 2001, *Journal of Mathematical Sociology* 25, 163–177: one search from each source, then dependencies
//! accumulated from the farthest node back. O(n·m), weighted O(n·m + n² log n); memory O(n) a thread.

use crate::centrality::brandes_batched;
use crate::centrality::brandes_weighted;
use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::weighting::{Normalisation, Weighting};
use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// Options of betweenness. By default unweighted and normalised: the share of all pairs of other nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Unweighted, or with 1/w as the length of a tie. With integer weights lengths are lcm/w and equally long paths
    /// compare exactly equal; otherwise, or when the common multiple grows too large, paths within a relative 1e-10 of
    /// the shortest count as equal.
    pub weighting: Weighting,
    /// Raw counts, or divided by (n−1)(n−2)/2 (0 when n < 3).
    pub scale: Normalisation,
}

impl Default for Options {
    fn default() -> Self {
        Self { weighting: Weighting::Unweighted, scale: Normalisation::Normalised }
    }
}

/// Betweenness of every node; always defined.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let mut values = of(network.adjacency(), options.weighting);
    let nodes = values.len() as f64;
    let pairs = match options.scale {
        Normalisation::Raw => 1.0,
        Normalisation::Normalised => ((nodes - 1.0) * (nodes - 2.0) / 2.0).max(1.0),
    };
    // Each pair was counted from both ends.
    values.iter_mut().for_each(|value| *value /= 2.0 * pairs);
    Scores { measure: Measure::Betweenness, values }
}

fn of(adjacency: &Adjacency, weighting: Weighting) -> Vec<f64> {
    if weighting == Weighting::Unweighted {
        return brandes_batched::betweenness(adjacency);
    }
    brandes_weighted::betweenness(adjacency)
}
