//! Backbone by the disparity filter: ties whose weight is significantly above chance.
//!
//! Source: Serrano, Boguñá & Vespignani 2009, *PNAS* 106, 6483–6488: with p = c_ij/s_i, α_ij = (1−p)^(k_i−1); a tie is
//! kept when the smaller of α_ij and α_ji is below the significance level. An end of degree 1 has α = 1, as in the
//! paper, so that the tie must be significant at its other end. Not meaningful for a handful of ties or where all
//! weights are equal.

use crate::network::graph::Network;
use crate::selection::set::Selection;

/// Default significance level.
pub const LEVEL: f64 = 0.05;

/// min(α_ij, α_ji) of every tie, by tie number; low values are significant. O(ties).
#[must_use]
pub fn significance(network: &Network<'_>) -> Vec<f64> {
    let adjacency = network.adjacency();
    let strength: Vec<f64> = (0..adjacency.node_count()).map(|node| adjacency.weights(node).iter().sum()).collect();
    let alpha = |node: usize, weight: f64| match adjacency.degree(node) {
        0 | 1 => 1.0,
        degree => libm::pow((1.0 - weight / strength[node]).max(0.0), degree as f64 - 1.0),
    };
    let smaller = |tie| {
        let (a, b, weight) = network.tie(tie);
        alpha(a, weight).min(alpha(b, weight))
    };
    (0..network.tie_count()).map(smaller).collect()
}

/// How many ties have an end with α below `level` on average where all strengths are spread by lot, at most: the number of
/// ends of degree 2 and more times the level, for there α is spread evenly. O(nodes).
#[must_use]
pub fn expected(network: &Network<'_>, level: f64) -> f64 {
    let adjacency = network.adjacency();
    let ends: usize = (0..adjacency.node_count()).map(|node| adjacency.degree(node)).filter(|&degree| degree > 1).sum();
    (level * ends as f64).min(network.tie_count() as f64)
}

/// The ties with α below `level`, and their ends.
#[must_use]
pub fn select(network: &Network<'_>, level: f64) -> Selection {
    let alpha = significance(network);
    let ties: Vec<usize> = (0..alpha.len()).filter(|&tie| alpha[tie] < level).collect();
    let mut nodes: Vec<usize> = ties.iter().flat_map(|&tie| [network.tie(tie).0, network.tie(tie).1]).collect();
    nodes.sort_unstable();
    nodes.dedup();
    Selection { nodes, ties }
}
