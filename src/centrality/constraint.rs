//! Burt's constraint: how far a node's partners are each other's partners. Low: it spans structural holes.
//!
//! p_uv = w_uv/s_u; c(v) = Σ_{w∈N(v)} (p_vw + Σ_u p_vu·p_uw)². Source: Burt 1992, *Structural Holes*.
//! O(Σ k²), nodes in parallel.

use rayon::prelude::*;

use crate::centrality::measure::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::weighting::Weighting;
use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// How constraint is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether ties count by their weight; by default every tie counts 1.
    pub weighting: Weighting,
}

/// Constraint of every node; `NaN` for an isolate.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let adjacency = network.adjacency();
    let nodes = adjacency.nodes();
    let weighting = options.weighting;
    let inverse: Vec<f64> = (0..nodes)
        .map(|node| 1.0 / adjacency.weights(node).iter().map(|&weight| weighting.of(weight)).sum::<f64>())
        .collect();
    let values = (0..nodes)
        .into_par_iter()
        .map_init(|| vec![0.0; nodes], |sums, node| of(adjacency, weighting, &inverse, node, sums))
        .collect();
    Scores { measure: Measure::Constraint, values }
}

fn of(adjacency: &Adjacency, weighting: Weighting, inverse: &[f64], node: usize, sums: &mut [f64]) -> f64 {
    if adjacency.degree(node) == 0 {
        return f64::NAN;
    }
    for (partner, weight, _) in adjacency.row_of(node) {
        let share = weighting.of(weight) * inverse[node];
        sums[partner] += share;
        let share = share * inverse[partner];
        for (&third, &weight) in adjacency.neighbours(partner).iter().zip(adjacency.weights(partner)) {
            sums[third as usize] += share * weighting.of(weight);
        }
    }
    let constraint = adjacency.neighbours(node).iter().map(|&partner| sums[partner as usize] * sums[partner as usize]);
    let constraint = constraint.sum();
    for &partner in adjacency.neighbours(node) {
        sums[partner as usize] = 0.0;
        adjacency.neighbours(partner as usize).iter().for_each(|&third| sums[third as usize] = 0.0);
    }
    constraint
}
