//! The clusters of a large map, ordered by size.

use crate::community::leiden;
use crate::community::quality::Quality;
use crate::drawing::map::group::Group;
use crate::drawing::map::joined;
use crate::network::counting::{Counting, Projection};
use crate::network::graph::Network;

/// Resolutions of the modularity that are tried, the plain one first.
const RESOLUTIONS: [f64; 4] = [0.8, 0.7, 0.9, 1.0];
/// Most clusters that a reader tells apart: eight colours and grey.
const MOST: usize = 9;
/// Starts of which the best partition is kept.
const STARTS: usize = 30;

/// Clusters, and the resolution that they were found with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clusters {
    /// Members of each, the largest first, ties by the smallest member.
    pub(crate) members: Vec<Vec<usize>>,
    pub(crate) resolution: f64,
}

/// The clusters of the resolution at which members share a country most often, among those with no more clusters
/// than a reader tells apart. A work of k institutions weighs 1/(k−1) on each of its ties, however the network
/// counts.
pub(crate) fn find(network: &Network<'_>, group: &Group) -> Clusters {
    let projection = Projection { counting: Counting::Fractional, ..network.projection() };
    let shared = Network::one_mode(network.corpus(), projection);
    let likeness = |found: &Clusters| {
        let named = |members: &Vec<usize>| members.iter().map(|&node| group.nodes[node]).collect();
        joined::likeness(network.corpus(), &found.members.iter().map(named).collect::<Vec<_>>())
    };
    let mut best = at(&shared, group, RESOLUTIONS[0]);
    for resolution in &RESOLUTIONS[1..] {
        let found = at(&shared, group, *resolution);
        if found.members.len() <= MOST && likeness(&found) > likeness(&best) + 1e-9 {
            best = found;
        }
    }
    best
}

fn at(shared: &Network<'_>, group: &Group, resolution: f64) -> Clusters {
    let quality = Quality::Modularity { resolution };
    let options = leiden::Options { quality, starts: STARTS, ..leiden::Options::default() };
    let partition = leiden::partition(shared, &options);
    let labels: Vec<u32> = group.nodes.iter().map(|&id| partition.of[shared.node_of(id)]).collect();
    Clusters { members: ordered(&labels), resolution }
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
