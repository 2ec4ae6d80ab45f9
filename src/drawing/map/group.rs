//! What a large map shows: the largest connected group, its ties, ranks and clusters.

use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::map::{hubs, plan, unshown};
use crate::layout::distance::Distances;
use crate::network::graph::Network;
use crate::selection::Selection;

/// Largest team whose members are joined by lines.
const TEAM: usize = 25;
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

/// A work of so many institutions that lines between all of them would hide the rest.
#[derive(Clone, Debug)]
pub(crate) struct Hub {
    pub(crate) work: WorkId,
    /// Positions of those that are shown, the first rank first.
    pub(crate) members: Vec<usize>,
}

/// The institutions of a large map.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) nodes: Vec<InstitutionId>,
    pub(crate) ties: Vec<GroupTie>,
    /// Rank of each by works and ties; 0 is the first.
    pub(crate) rank: Vec<usize>,
    pub(crate) distances: Distances,
    /// Large teams, each drawn once.
    pub(crate) hubs: Vec<Hub>,
    /// Institutions of the largest connected group, of all.
    pub(crate) connected: usize,
    /// For each institution the number of its partners here that neither a line nor a pill joins it with.
    pub(crate) unshown: Vec<usize>,
    /// The same as numbers of the network.
    pub(crate) shown: Selection,
}

impl Group {
    /// The largest connected group of a part; of more than `most` institutions the strongest that stay
    /// connected.
    pub(crate) fn new(network: &Network<'_>, part: &Selection, most: usize) -> Self {
        let members = largest(network, part);
        let connected = members.len();
        let kept = strongest(network, members, most);
        let mut local = vec![usize::MAX; network.node_count()];
        for (number, &node) in kept.iter().enumerate() {
            local[node] = number;
        }
        let mut shown = Selection { nodes: kept.clone(), ties: Vec::new() };
        let mut ties = Vec::new();
        for &node in &kept {
            for (other, weight, tie) in network.adjacency().row_of(node) {
                if other > node && local[other] != usize::MAX && part.ties.binary_search(&tie).is_ok() {
                    ties.extend(group_tie(network, local[node], local[other], tie, weight));
                    // Pairs of a large team are shown by its pill.
                    shown.ties.push(tie);
                }
            }
        }
        shown.ties.sort_unstable();
        let nodes: Vec<InstitutionId> = shown.nodes.iter().filter_map(|&node| network.institution(node)).collect();
        let rank = ranks(network, &nodes, &ties);
        let hubs = hubs(network, &nodes, &rank);
        // Who is of a large team alone lies near its first.
        let stars = hubs.iter().flat_map(|hub| hub.members[1..].iter().map(|&member| (hub.members[0], member)));
        let steps: Vec<(usize, usize)> = ties.iter().map(|tie| (tie.a, tie.b)).chain(stars).collect();
        let distances = Distances::steps(nodes.len(), steps.into_iter());
        let unshown = unshown(network, part, &nodes, &ties, &hubs);
        Self { nodes, ties, rank, distances, hubs, connected, unshown, shown }
    }
}

/// Nodes of the largest part that the ties join, ascending; the one with the smallest node of several.
fn largest(network: &Network<'_>, part: &Selection) -> Vec<usize> {
    let mut sets = petgraph::unionfind::UnionFind::<usize>::new(network.node_count());
    for &tie in &part.ties {
        let (a, b, _) = network.tie(tie);
        sets.union(a, b);
    }
    let mut groups: std::collections::BTreeMap<usize, Vec<usize>> = std::collections::BTreeMap::new();
    for &node in &part.nodes {
        groups.entry(sets.find(node)).or_default().push(node);
    }
    let key = |nodes: &Vec<usize>| (nodes.len(), std::cmp::Reverse(nodes[0]));
    groups.into_values().max_by_key(key).unwrap_or_default()
}

/// Partners in teams above the cap, or in large teams that have no room for a pill.
fn unshown(
    network: &Network<'_>,
    part: &Selection,
    nodes: &[InstitutionId],
    ties: &[GroupTie],
    hubs: &[Hub],
) -> Vec<usize> {
    let above = plan::above_cap(network, part, nodes);
    let ties: Vec<[usize; 2]> = ties.iter().map(|tie| [tie.a, tie.b]).collect();
    let (with_pill, without) = hubs.split_at(hubs.len().min(hubs::MOST));
    let members = |hub: &'_ Hub| hub.members.clone();
    let pills: Vec<Vec<usize>> = with_pill.iter().map(members).collect();
    let others: Vec<Vec<usize>> = without.iter().map(members).chain(above).collect();
    let drawn = ties.iter().map(<[usize; 2]>::as_slice).chain(pills.iter().map(Vec::as_slice));
    unshown::partners(nodes.len(), drawn, others.iter().map(Vec::as_slice))
}

fn is_large(network: &Network<'_>, work: WorkId) -> bool {
    network.corpus().institutions_of(work).len() > TEAM
}

/// A tie by the works that are no hubs; none where all are.
fn group_tie(network: &Network<'_>, a: usize, b: usize, tie: usize, weight: f64) -> Option<GroupTie> {
    let works = network.evidence(tie);
    let small = works.iter().filter(|&&work| !is_large(network, work)).count();
    let joint = if works.is_empty() { weight } else { small as f64 };
    (joint > 0.0).then_some(GroupTie { a, b, tie, joint })
}

fn hubs(network: &Network<'_>, nodes: &[InstitutionId], rank: &[usize]) -> Vec<Hub> {
    let corpus = network.corpus();
    let large = |work: &WorkId| is_large(network, *work) && network.excluded().binary_search(work).is_err();
    let hub = |work: WorkId| {
        let place = |id: &InstitutionId| nodes.iter().position(|node| node == id);
        let mut members: Vec<usize> = corpus.institutions_of(work).iter().filter_map(place).collect();
        members.sort_by_key(|&member| rank[member]);
        Hub { work, members }
    };
    corpus.work_ids().filter(large).map(hub).filter(|hub| hub.members.len() > 1).collect()
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
fn strongest(network: &Network<'_>, members: Vec<usize>, most: usize) -> Vec<usize> {
    if members.len() <= most {
        return members;
    }
    let adjacency = network.adjacency();
    let strength = |node: usize| adjacency.weights(node).iter().sum::<f64>();
    let mut open = std::collections::BTreeSet::new();
    let key = |node: usize| ((strength(node) * 1e6) as u64, usize::MAX - node);
    let Some(&first) = members.iter().max_by_key(|&&node| key(node)) else { return members };
    let inside = |node: usize| members.binary_search(&node).is_ok();
    let mut kept = std::collections::BTreeSet::new();
    open.insert((key(first), first));
    while kept.len() < most {
        let Some((_, node)) = open.pop_last() else { break };
        if kept.insert(node) {
            for &next in adjacency.neighbours(node) {
                if !kept.contains(&(next as usize)) && inside(next as usize) {
                    open.insert((key(next as usize), next as usize));
                }
            }
        }
    }
    kept.into_iter().collect()
}
