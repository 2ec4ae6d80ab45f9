//! Positions and clusters of the institutions that a map draws, so that other views of the page agree with it.

use std::collections::BTreeMap;

use crate::answer::figure::Figure;
use crate::community::partition::Partition;
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::explore::scene;
use crate::geometry::Point;
use crate::network::Network;

/// Position and cluster of an institution on a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPosition {
    /// Centre of the mark, in points.
    pub at: Point,
    /// Cluster, where the map has clusters; the largest is 0.
    pub cluster: Option<u32>,
}

/// Positions of the institutions that a map draws.
pub type MapPositions = BTreeMap<InstitutionId, MapPosition>;

/// Reads positions and clusters from a map's marks. O(marks).
#[must_use]
pub fn of(map: &Figure, corpus: &Corpus) -> MapPositions {
    let nodes = map.nodes();
    let map_positions = nodes.iter().filter_map(|(node, group)| {
        let id = corpus.institution_by_key(&node.key)?;
        Some((id, MapPosition { at: node.outline.bounds().center(), cluster: scene::cluster(group) }))
    });
    map_positions.collect()
}

/// A cluster for each node of a one-mode network: that of the map, where the map draws the node. The members of a
/// cluster of `partition` that are not drawn go where most of its drawn members are (ties: to the larger cluster), or
/// keep a cluster of their own, numbered after those of the map. O(n log n).
#[must_use]
pub fn clusters(network: &Network<'_>, partition: &Partition, drawn: &MapPositions) -> Vec<u32> {
    let of_node: BTreeMap<usize, u32> =
        drawn.iter().filter_map(|(id, position)| Some((network.node_of(*id), position.cluster?))).collect();
    let Some(last) = of_node.values().max() else { return partition.of.clone() };
    let mut votes: BTreeMap<u32, BTreeMap<u32, usize>> = BTreeMap::new();
    for (&node, &cluster) in &of_node {
        *votes.entry(partition.of[node]).or_default().entry(cluster).or_default() += 1;
    }
    let mut next_own = last + 1;
    let mut goes = Vec::with_capacity(partition.len());
    for number in 0..partition.len() as u32 {
        let winner = votes
            .get(&number)
            .and_then(|list| list.iter().max_by_key(|&(cluster, count)| (count, std::cmp::Reverse(cluster))));
        goes.push(winner.map_or(next_own, |(&cluster, _)| cluster));
        next_own += u32::from(winner.is_none());
    }
    partition
        .of
        .iter()
        .enumerate()
        .map(|(node, &number)| of_node.get(&node).copied().unwrap_or(goes[number as usize]))
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::dataset::load;
    use crate::ingest::options::Options;
    use crate::network::counting::Projection;
    use crate::source::input::Input;

    #[test]
    fn nodes_that_are_not_drawn_join_the_majority_of_their_cluster_or_keep_it() {
        let options = Options { authority: crate::names::authority::Authority::built_in(), ..Options::default() };
        let corpus = load(&[Input::Embedded], &options).unwrap().corpus;
        let network = Network::one_mode(&corpus, Projection::default());
        let labels: Vec<u32> = (0..network.node_count() as u32).map(|node| node.min(10) / 5).collect();
        let partition = Partition::new(&labels, 0.0);
        // Of the first five nodes three are drawn, two in cluster 1 and one in cluster 0; of the rest none.
        let drawn: MapPositions = [(0, 1), (1, 1), (2, 0)]
            .into_iter()
            .map(|(node, cluster)| {
                (network.institution(node).unwrap(), MapPosition { at: Point::default(), cluster: Some(cluster) })
            })
            .collect();
        let assigned = clusters(&network, &partition, &drawn);
        assert_eq!(assigned[..5], [1, 1, 0, 1, 1]);
        assert!(assigned[5..].iter().all(|&cluster| cluster >= 2), "{assigned:?}");
        assert_eq!(clusters(&network, &partition, &MapPositions::new()), partition.of);
    }
}
