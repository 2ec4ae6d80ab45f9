//! The clusters of a large map, ordered by size.

use std::collections::BTreeMap;

use crate::answer::positions::NodePositions;
use crate::community::leiden;
use crate::community::quality::Quality;
use crate::drawing::kind::WorkKind;
use crate::drawing::map::group::Group;
use crate::drawing::map::joined;
use crate::network::counting::{Counting, Projection};
use crate::network::graph::Network;

/// Resolutions of the modularity that are tried, the plain one first.
const RESOLUTIONS: [f64; 4] = [0.8, 0.7, 0.9, 1.0];
/// Most clusters that a reader tells apart: eight colours and grey.
const MOST: usize = 9;
/// Starts of which the best partition is kept.
const STARTS: usize = 10;

/// Clusters, and the resolution that they were found with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clusters {
    /// Members of each, the largest first, ties by the smallest member.
    pub(crate) members: Vec<Vec<usize>>,
    pub(crate) resolution: f64,
}

/// How the clusters were found, in English and in Korean.
pub(crate) fn note(resolution: f64, kind: WorkKind) -> (String, String) {
    let (weight, weight_ko) = if kind.has_works() {
        ("weight Σ1/(k−1)", "가중치 Σ1/(k−1)")
    } else {
        ("weight as stated", "가중치는 입력값")
    };
    (
        format!("Clusters: Leiden (resolution {resolution}, {weight})."),
        format!("무리: Leiden (해상도 {resolution}, {weight_ko})."),
    )
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

/// The clusters of an earlier picture, in its order; who is new joins the one of its strongest partners, by the ties to
/// those that have one. `None` when the earlier picture knows no clusters. O(rounds · ties).
pub(crate) fn kept(network: &Network<'_>, group: &Group, kept: &NodePositions) -> Option<Clusters> {
    let corpus = network.corpus();
    let old = |id: &crate::corpus::institution::InstitutionId| kept.nodes.get(&corpus.institution(*id).id)?.cluster;
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
    Some(Clusters { members: clusters, resolution: RESOLUTIONS[0] })
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
