//! Degree centrality: the number of partners.

use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::network::graph::Network;

/// Degree has no options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {}

/// k_i, the number of ties of each node. O(nodes).
#[must_use]
pub fn scores(network: &Network<'_>, _: &Options) -> Scores {
    let adjacency = network.adjacency();
    let values = (0..adjacency.node_count()).map(|node| adjacency.degree(node) as f64).collect();
    Scores { measure: Measure::Degree, values }
}
