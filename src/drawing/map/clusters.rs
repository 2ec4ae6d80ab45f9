//! The clusters of a large map, ordered by size.

use std::collections::BTreeMap;

use crate::answer::places::Places;
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

/// The clusters of an earlier picture, in its order; who is new joins the one of its strongest partners, by the ties to
/// those that have one. `None` when the earlier picture knows no clusters. O(rounds · ties).
pub(crate) fn kept(network: &Network<'_>, group: &Group, kept: &Places) -> Option<Vec<Vec<usize>>> {
    let corpus = network.corpus();
    let old = |id: &crate::corpus::institution::InstitutionId| kept.spots.get(&corpus.institution(*id).id)?.cluster;
    let mut cluster: Vec<Option<usize>> = group.nodes.iter().map(old).collect();
    let last = cluster.iter().flatten().max().copied()?;
    loop {
        let mut pull: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
        for tie in &group.ties {
            for (new, other) in [(tie.a, tie.b), (tie.b, tie.a)] {
                if let (None, Some(of)) = (cluster[new], cluster[other]) {
                    *pull.entry(new).or_default().entry(of).or_default() += tie.joint;
                }
            }
        }
        if pull.is_empty() {
            break;
        }
        for (new, pulls) in pull {
            let strongest =
                pulls.iter().fold((0, 0.0), |best, (&of, &pull)| if pull > best.1 { (of, pull) } else { best });
            cluster[new] = Some(strongest.0);
        }
    }
    let mut clusters = vec![Vec::new(); last + 1];
    for (node, of) in cluster.iter().enumerate() {
        clusters[of.unwrap_or(last + 1) - 1].push(node);
    }
    clusters.retain(|members: &Vec<usize>| !members.is_empty());
    Some(clusters)
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
