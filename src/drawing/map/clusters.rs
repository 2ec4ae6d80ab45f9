//! The clusters of a large map, ordered by size.

use crate::community::leiden;
use crate::community::quality::Quality;
use crate::drawing::map::group::Group;
use crate::network::counting::{Counting, Projection};
use crate::network::graph::Network;

/// Resolution of the modularity.
pub(crate) const RESOLUTION: f64 = 0.8;
/// Starts of which the best partition is kept.
const STARTS: usize = 30;

/// Members of each cluster, the largest first, ties by the smallest member. A work of k institutions
/// weighs 1/(k−1) on each of its ties, however the network counts.
pub(crate) fn find(network: &Network<'_>, group: &Group) -> Vec<Vec<usize>> {
    let projection = Projection { counting: Counting::Fractional, ..network.projection() };
    let shared = Network::one_mode(network.corpus(), projection);
    let quality = Quality::Modularity { resolution: RESOLUTION };
    let options = leiden::Options { quality, starts: STARTS, ..leiden::Options::default() };
    let partition = leiden::partition(&shared, &options);
    let labels: Vec<u32> = group.nodes.iter().map(|&id| partition.of[shared.node_of(id)]).collect();
    ordered(&labels)
}

fn ordered(labels: &[u32]) -> Vec<Vec<usize>> {
    let mut clusters: std::collections::BTreeMap<u32, Vec<usize>> = std::collections::BTreeMap::new();
    for (node, &label) in labels.iter().enumerate() {
        clusters.entry(label).or_default().push(node);
    }
    let mut clusters: Vec<Vec<usize>> = clusters.into_values().collect();
    clusters.sort_by_key(|members| (std::cmp::Reverse(members.len()), members[0]));
    clusters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_comes_first() {
        assert_eq!(ordered(&[4, 4, 1, 9, 9, 9, 1]), [vec![3, 4, 5], vec![0, 1], vec![2, 6]]);
    }
}
