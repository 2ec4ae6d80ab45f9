//! Quality functions of partitions: modularity and the constant Potts model.
//!
//! Modularity with resolution (Reichardt & Bornholdt 2006, *Physical Review E* 74, 016110):
//! Q = Σ_c [m_c/m − γ·(K_c/2m)²]. Constant Potts model (Traag, Van Dooren & Nesterov 2011, *Physical Review E*
//! 84, 016114): H = Σ_c [m_c − γ·n_c(n_c−1)/2]. m_c is the weight inside community c, K_c its strength, n_c its
//! size, m the weight of all ties. A higher γ gives more and smaller communities.

use crate::community::aggregate_graph::{AggregateGraph, renumber};
pub use crate::community::quality_function::{Quality, RESOLUTION, TieWeights};
use crate::network::graph::Network;

/// Quality of a partition given as one label a node (any numbers; surplus labels are ignored, missing ones count as 0).
/// A network without weight has quality 0. O(n + ties).
#[must_use]
pub fn of(network: &Network<'_>, labels: &[u32], quality: Quality, weights: TieWeights) -> f64 {
    let mut labels: Vec<u32> = labels.to_vec();
    labels.resize(network.node_count(), 0);
    let communities = renumber_sparse(&mut labels);
    normalised(&AggregateGraph::of(network, quality, weights), &labels, communities, quality)
}

/// Maps arbitrary labels into 0..n before they are made dense.
fn renumber_sparse(labels: &mut [u32]) -> usize {
    let mut sorted = labels.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    labels.iter_mut().for_each(|label| *label = sorted.partition_point(|known| known < label) as u32);
    renumber(labels)
}

/// Quality in the units of the formulas above.
pub(crate) fn normalised(graph: &AggregateGraph, labels: &[u32], communities: usize, quality: Quality) -> f64 {
    let value = graph.quality(labels, communities);
    match quality {
        Quality::Modularity { .. } if graph.total > 0.0 => value / graph.total,
        Quality::Modularity { .. } => 0.0,
        Quality::Cpm { resolution } => value + resolution * graph.nodes() as f64 / 2.0,
    }
}
