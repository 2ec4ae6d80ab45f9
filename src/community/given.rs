//! Clusters that the input gives: those of a network file, such as partitions of Pajek and clusters of VOSviewer.

use std::collections::BTreeMap;

use crate::community::leiden::Options;
use crate::community::partition::Partition;
use crate::community::quality::{self, Quality};
use crate::network::graph::Network;

/// The partition that the input gives, with its modularity as quality. Nodes of one label of one input share a community; a
/// node without a label is alone, for nothing is known of it. `None` where no node has one. O(nodes log nodes + ties).
#[must_use]
pub fn partition(network: &Network<'_>, options: &Options) -> Option<Partition> {
    let mut numbers: BTreeMap<(u16, &str), u32> = BTreeMap::new();
    let count = network.node_count() as u32;
    let mut labels: Vec<u32> = (0..count).collect();
    for (node, own) in labels.iter_mut().enumerate() {
        if let Some(label) = label(network, node) {
            let next = count + numbers.len() as u32;
            *own = *numbers.entry(label).or_insert(next);
        }
    }
    if numbers.is_empty() {
        return None;
    }
    let modularity = quality::of(network, &labels, Quality::default(), options.weights);
    Some(Partition::new(&labels, modularity))
}

/// The label that the input gives a node, with the number of the input.
#[must_use]
pub fn label<'n>(network: &'n Network<'_>, node: usize) -> Option<(u16, &'n str)> {
    let given = network.corpus().institution(network.institution(node)?).given.as_deref()?;
    Some((given.input, given.cluster.as_deref()?))
}
