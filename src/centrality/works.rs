//! Number of works of an institution, joint or solo.

use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::network::graph::{Network, Node};

/// The number of works has no options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {}

/// N_i: all works of an institution in the corpus, including solo works and works above the team-size cap. A work node
/// of a two-mode network counts 1. O(nodes).
#[must_use]
pub fn scores(network: &Network<'_>, _: &Options) -> Scores {
    let values = (0..network.node_count())
        .map(|node| match network.node(node) {
            Node::Institution(id) => network.corpus().works_of(id).len() as f64,
            Node::Work(_) => 1.0,
        })
        .collect();
    Scores { measure: Measure::Works, values }
}
