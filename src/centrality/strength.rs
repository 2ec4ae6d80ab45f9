//! Strength (weighted degree): the summed weight of a node's ties, VOSviewer's "total link strength".

use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::network::graph::Network;

/// Strength has no options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {}

/// s_i = Σ_j c_ij, added in the order of the neighbours. O(ties).
#[must_use]
pub fn scores(network: &Network<'_>, _: &Options) -> Scores {
    let adjacency = network.adjacency();
    let values = (0..adjacency.node_count()).map(|node| adjacency.weights(node).iter().sum::<f64>() + 0.0).collect();
    Scores { measure: Measure::Strength, values }
}
