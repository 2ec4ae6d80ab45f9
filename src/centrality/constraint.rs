//! Burt's constraint: how far a node's partners are each other's partners. Low values mark nodes that span structural
//! holes.
//!
//! p_uv = w_uv/s_u; c(v) = Σ_{w∈N(v)} (p_vw + Σ_u p_vu·p_uw)². Source: Burt 1992, *Structural Holes*. Indirect terms
//! p_vu·p_uw are non-zero only within triangles, so each triangle is visited once: O(ties^1.5), in parallel.

use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::triangles::OrientedAdjacency;
use crate::centrality::weighting::Weighting;
use crate::network::graph::Network;

/// Options of constraint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether ties count by their weight; by default each counts 1.
    pub weighting: Weighting,
}

/// Constraint of every node; `NaN` for an isolate.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let adjacency = network.adjacency();
    let nodes = adjacency.node_count();
    let weighting = options.weighting;
    let inverse: Vec<f64> = (0..nodes)
        .map(|node| 1.0 / adjacency.weights(node).iter().map(|&weight| weighting.of(weight)).sum::<f64>())
        .collect();
    let oriented = OrientedAdjacency::of(adjacency);
    let weight_of: Vec<f64> = oriented.weights(adjacency).into_iter().map(|weight| weighting.of(weight)).collect();
    let share: Vec<f64> = oriented.node_of_rank.iter().map(|&node| inverse[node as usize]).collect();
    // The product of weights through the third node of a triangle is the same in both directions, up to the strengths.
    let through = oriented.sum_over(|sums, [a, b, c], [ab, ac, bc]| {
        sums[ab] += weight_of[ac] * weight_of[bc] * share[c];
        sums[ac] += weight_of[ab] * weight_of[bc] * share[b];
        sums[bc] += weight_of[ab] * weight_of[ac] * share[a];
    });
    let mut sums = vec![0.0; nodes];
    for lower in 0..nodes {
        for tie in oriented.row(lower) {
            let both = weight_of[tie] + through[tie];
            for end in [lower, oriented.target(tie)] {
                let term = both * share[end];
                sums[end] += term * term;
            }
        }
    }
    let mut values = vec![f64::NAN; nodes];
    for (&node, sum) in oriented.node_of_rank.iter().zip(sums) {
        if adjacency.degree(node as usize) > 0 {
            values[node as usize] = sum;
        }
    }
    Scores { measure: Measure::Constraint, values }
}
