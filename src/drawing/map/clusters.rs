//! Clusters of an overview by the Leiden algorithm, ordered by size.

use crate::answer::positions::NodePositions;
use crate::community::quality::Quality;
use crate::community::{given, leiden};
use crate::corpus::institution::InstitutionId;
use crate::drawing::kind::WorkKind;
use crate::drawing::map::affinity;
use crate::drawing::map::overview_graph::OverviewGraph;
use crate::message;
use crate::messages::Message;
use crate::network::counting::{Counting, Projection};
use crate::network::graph::Network;
use std::collections::BTreeMap;

/// Resolutions of the modularity that are tried. The first is the default; the others need a higher affinity.
const RESOLUTIONS: [f64; 4] = [0.8, 0.7, 0.9, 1.0];
/// Maximum number of clusters that can be distinguished: eight colours and grey.
const MAX_CLUSTERS: usize = 9;
/// Starts of the Leiden algorithm; the partition of the highest quality is used.
const STARTS: usize = 10;

/// A partition, and the resolution of its modularity; `None` for one that the input gives.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clusters {
    /// Members of each cluster as node indices, largest cluster first, then by smallest member.
    pub(crate) members: Vec<Vec<usize>>,
    pub(crate) resolution: Option<f64>,
}

impl Clusters {
    /// The resolution of a partition that was found.
    pub(crate) fn used_resolution(&self) -> f64 {
        self.resolution.unwrap_or(RESOLUTIONS[0])
    }
}

/// Caption note on the method, and on the number of institutions that were clustered.
pub(crate) fn note(resolution: Option<f64>, institutions: usize, kind: WorkKind) -> Message {
    let Some(resolution) = resolution else { return message!("map-clusters-given") };
    message!("map-clusters", resolution = resolution.to_string(), institutions = institutions, kind = kind)
}

/// Caption note of another view that shows the clusters of the map, which has this number of institutions.
pub(crate) fn map_note(resolution: f64, institutions: usize, kind: WorkKind) -> Message {
    message!("map-clusters-of-map", resolution = resolution.to_string(), institutions = institutions, kind = kind)
}

/// Options of the Leiden algorithm at a resolution.
pub(crate) fn options(resolution: f64) -> leiden::Options {
    let quality = Quality::Modularity { resolution };
    leiden::Options { quality, starts: STARTS, ..leiden::Options::default() }
}

/// Counting of the ties whose clusters are found: fractional, whatever that of the network.
pub(crate) fn projection(network: &Network<'_>) -> Projection {
    Projection { counting: Counting::Fractional, ..network.projection() }
}

/// The partition whose members share a country most often, over the resolutions with at most [`MAX_CLUSTERS`] clusters; the
/// first resolution is used otherwise. Ties are counted fractionally (a work of k institutions adds 1/(k−1) to each of its
/// ties), whatever the counting of the network.
pub(crate) fn find(network: &Network<'_>, nodes: &[InstitutionId]) -> Clusters {
    let shared = Network::one_mode(network.corpus(), projection(network));
    let affinity_of = |clusters_found: &Clusters| {
        let named = |members: &Vec<usize>| members.iter().map(|&node| nodes[node]).collect();
        affinity::country_affinity(network.corpus(), &clusters_found.members.iter().map(named).collect::<Vec<_>>())
    };
    let mut best = with_resolution(&shared, nodes, RESOLUTIONS[0]);
    for resolution in &RESOLUTIONS[1..] {
        let clusters_found = with_resolution(&shared, nodes, *resolution);
        if clusters_found.members.len() <= MAX_CLUSTERS && affinity_of(&clusters_found) > affinity_of(&best) + 1e-9 {
            best = clusters_found;
        }
    }
    best
}

fn with_resolution(shared: &Network<'_>, nodes: &[InstitutionId], resolution: f64) -> Clusters {
    let partition = leiden::partition(shared, &options(resolution));
    let labels: Vec<u32> = nodes.iter().map(|&id| partition.of[shared.node_of(id)]).collect();
    Clusters { members: by_size(&labels), resolution: Some(resolution) }
}

/// The partition that the input gives; `None` where it gives none.
pub(crate) fn given(network: &Network<'_>, nodes: &[InstitutionId]) -> Option<Clusters> {
    let partition = given::partition(network, &leiden::Options::default())?;
    let labels: Vec<u32> = nodes.iter().map(|&id| partition.of[network.node_of(id)]).collect();
    Some(Clusters { members: by_size(&labels), resolution: None })
}

/// Clusters of an earlier figure, in its order; a new node joins the cluster to which its ties are strongest, repeatedly for
/// nodes tied to new nodes only. `None` when the earlier figure has no clusters. O(rounds · ties).
pub(crate) fn from_previous(
    network: &Network<'_>,
    group: &OverviewGraph,
    previous: &NodePositions,
) -> Option<Clusters> {
    let corpus = network.corpus();
    let old = |id: &InstitutionId| previous.nodes.get(&corpus.institution(*id).id)?.cluster;
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
    Some(Clusters { members: clusters, resolution: Some(RESOLUTIONS[0]) })
}

fn by_size(labels: &[u32]) -> Vec<Vec<usize>> {
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
    fn clusters_are_ordered_by_size() {
        assert_eq!(by_size(&[4, 4, 1, 9, 9, 9, 1]), [vec![3, 4, 5], vec![0, 1], vec![2, 6]]);
    }
}
