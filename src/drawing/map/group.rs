//! What a large map shows: the largest connected group, its ties, ranks and clusters.

use crate::corpus::institution::InstitutionId;
use crate::layout::distance::Distances;
use crate::network::components;
use crate::network::graph::Network;

/// Most institutions of one picture.
pub(crate) const MOST: usize = 300;

/// A tie of the group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GroupTie {
    pub(crate) a: usize,
    pub(crate) b: usize,
    /// Number of the tie in the network.
    pub(crate) tie: usize,
    /// Joint works, or the stated weight.
    pub(crate) joint: f64,
}

/// The institutions of a large map.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) nodes: Vec<InstitutionId>,
    pub(crate) ties: Vec<GroupTie>,
    /// Rank of each by works and ties; 0 is the first.
    pub(crate) rank: Vec<usize>,
    pub(crate) distances: Distances,
    /// Institutions of the largest connected group, of all.
    pub(crate) connected: usize,
}

impl Group {
    /// The largest connected group; of more than [`MOST`] institutions the strongest that stay connected.
    pub(crate) fn new(network: &Network<'_>) -> Self {
        let members = components::find(network).members.into_iter().next().unwrap_or_default();
        let connected = members.len();
        let kept = strongest(network, members);
        let mut local = vec![usize::MAX; network.nodes_len()];
        for (number, &node) in kept.iter().enumerate() {
            local[node] = number;
        }
        let mut ties = Vec::new();
        for &node in &kept {
            for (other, weight, tie) in network.adjacency().row_of(node) {
                if other > node && local[other] != usize::MAX {
                    ties.push(group_tie(network, local[node], local[other], tie, weight));
                }
            }
        }
        let nodes: Vec<InstitutionId> = kept.iter().filter_map(|&node| network.institution(node)).collect();
        let distances = Distances::steps(kept.len(), ties.iter().map(|tie| (tie.a, tie.b)));
        let rank = ranks(network, &nodes, &ties);
        Self { nodes, ties, rank, distances, connected }
    }
}

fn group_tie(network: &Network<'_>, a: usize, b: usize, tie: usize, weight: f64) -> GroupTie {
    let works = network.evidence(tie).len();
    GroupTie { a, b, tie, joint: if works > 0 { works as f64 } else { weight } }
}

fn ranks(network: &Network<'_>, nodes: &[InstitutionId], ties: &[GroupTie]) -> Vec<usize> {
    let mut degree = vec![0usize; nodes.len()];
    for tie in ties {
        degree[tie.a] += 1;
        degree[tie.b] += 1;
    }
    let worth = |node: usize| 2 * network.corpus().works_of(nodes[node]).len() + degree[node];
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_by_key(|&node| (std::cmp::Reverse(worth(node)), node));
    let mut rank = vec![0; nodes.len()];
    for (position, node) in order.into_iter().enumerate() {
        rank[node] = position;
    }
    rank
}

/// Of too many nodes, those reached first when the strongest neighbour is always taken next.
fn strongest(network: &Network<'_>, members: Vec<usize>) -> Vec<usize> {
    if members.len() <= MOST {
        return members;
    }
    let adjacency = network.adjacency();
    let strength = |node: usize| adjacency.weights(node).iter().sum::<f64>();
    let mut open = std::collections::BTreeSet::new();
    let key = |node: usize| ((strength(node) * 1e6) as u64, usize::MAX - node);
    let Some(&first) = members.iter().max_by_key(|&&node| key(node)) else { return members };
    let mut kept = std::collections::BTreeSet::new();
    open.insert((key(first), first));
    while kept.len() < MOST {
        let Some((_, node)) = open.pop_last() else { break };
        if kept.insert(node) {
            for &next in adjacency.neighbours(node) {
                if !kept.contains(&(next as usize)) {
                    open.insert((key(next as usize), next as usize));
                }
            }
        }
    }
    kept.into_iter().collect()
}
