//! Graph of an overview: the largest connected component, its ties, ranks and hop distances.

use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::map::unshown;
use crate::layout::distance::DistanceMatrix;
use crate::network::graph::Network;
use crate::selection::Selection;

/// Maximum size of a team whose members are joined pairwise by lines; larger ones are pills.
const MAX_LINE_TEAM: usize = 25;
/// Maximum number of pills.
pub(crate) const MAX_PILLS: usize = 3;
/// Maximum number of institutions of an overview of full width.
pub(crate) const MAX_NODES: usize = 300;

/// A tie of an overview; ends as indices into [`OverviewGraph::nodes`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct OverviewTie {
    pub(crate) a: usize,
    pub(crate) b: usize,
    /// Index of the tie in the network.
    pub(crate) tie: usize,
    /// Number of joint works without large teams, or the weight of an explicit tie.
    pub(crate) joint: f64,
}

/// A work of more than [`MAX_LINE_TEAM`] institutions: a clique of its members would hide the other ties.
#[derive(Clone, Debug)]
pub(crate) struct LargeTeam {
    pub(crate) work: WorkId,
    /// Indices of the members shown, by rank.
    pub(crate) members: Vec<usize>,
}

/// Nodes and ties of an overview.
#[derive(Clone, Debug)]
pub(crate) struct OverviewGraph {
    pub(crate) nodes: Vec<InstitutionId>,
    pub(crate) ties: Vec<OverviewTie>,
    /// Rank of each node by 2 · works + degree, descending; 0 is the first.
    pub(crate) rank: Vec<usize>,
    pub(crate) distances: DistanceMatrix,
    /// Large teams, a pill each.
    pub(crate) large_teams: Vec<LargeTeam>,
    /// Size of the largest connected component, before the limit of nodes.
    pub(crate) component_size: usize,
    /// For each node the number of its partners shown without a line or pill between them.
    pub(crate) unshown: Vec<usize>,
    /// The nodes and ties as indices of the network.
    pub(crate) selection: Selection,
}

impl OverviewGraph {
    /// Graph of the largest connected component of a subgraph, limited to `max_nodes` nodes that stay connected.
    /// O(nodes² + ties · log nodes), plus shortest paths between all nodes.
    pub(crate) fn new(network: &Network<'_>, subgraph: &Selection, max_nodes: usize) -> Self {
        let members = largest_component(network, subgraph);
        let component_size = members.len();
        let selected = strongest_nodes(network, members, max_nodes);
        let mut local = vec![usize::MAX; network.node_count()];
        for (number, &node) in selected.iter().enumerate() {
            local[node] = number;
        }
        let mut selection = Selection { nodes: selected.clone(), ties: Vec::new() };
        let mut ties = Vec::new();
        for &node in &selected {
            for (other, weight, tie) in network.adjacency().row_of(node) {
                if other > node && local[other] != usize::MAX && subgraph.ties.binary_search(&tie).is_ok() {
                    ties.extend(overview_tie(network, local[node], local[other], tie, weight));
                    // Also ties of large teams alone, which their pills show.
                    selection.ties.push(tie);
                }
            }
        }
        selection.ties.sort_unstable();
        let nodes: Vec<InstitutionId> = selection.nodes.iter().filter_map(|&node| network.institution(node)).collect();
        let rank = ranks(network, &nodes, &ties);
        let large_teams = large_teams(network, &nodes, &rank);
        // Star edges from the first member place those tied by a large team alone near it.
        let stars =
            large_teams.iter().flat_map(|team| team.members[1..].iter().map(|&member| (team.members[0], member)));
        let steps: Vec<(usize, usize)> = ties.iter().map(|tie| (tie.a, tie.b)).chain(stars).collect();
        let distances = DistanceMatrix::hops(nodes.len(), steps.into_iter());
        let unshown = unshown(network, subgraph, &nodes, &ties, &large_teams);
        Self { nodes, ties, rank, distances, large_teams, component_size, unshown, selection }
    }
}

/// Nodes of the largest connected component of a subgraph, ascending; of equal ones that with the smallest node.
fn largest_component(network: &Network<'_>, subgraph: &Selection) -> Vec<usize> {
    let mut sets = petgraph::unionfind::UnionFind::<usize>::new(network.node_count());
    for &tie in &subgraph.ties {
        let (a, b, _) = network.tie(tie);
        sets.union(a, b);
    }
    let mut groups: std::collections::BTreeMap<usize, Vec<usize>> = std::collections::BTreeMap::new();
    for &node in &subgraph.nodes {
        groups.entry(sets.find(node)).or_default().push(node);
    }
    let key = |nodes: &Vec<usize>| (nodes.len(), std::cmp::Reverse(nodes[0]));
    groups.into_values().max_by_key(key).unwrap_or_default()
}

/// Partners that nothing joins: those of teams above the cap, and of large teams without a pill.
fn unshown(
    network: &Network<'_>,
    subgraph: &Selection,
    nodes: &[InstitutionId],
    ties: &[OverviewTie],
    large_teams: &[LargeTeam],
) -> Vec<usize> {
    let above = unshown::above_cap(network, subgraph, nodes);
    let ties: Vec<[usize; 2]> = ties.iter().map(|tie| [tie.a, tie.b]).collect();
    let (with_pill, without) = large_teams.split_at(large_teams.len().min(MAX_PILLS));
    let members = |team: &'_ LargeTeam| team.members.clone();
    let pills: Vec<Vec<usize>> = with_pill.iter().map(members).collect();
    let others: Vec<Vec<usize>> = without.iter().map(members).chain(above).collect();
    let drawn = ties.iter().map(<[usize; 2]>::as_slice).chain(pills.iter().map(Vec::as_slice));
    unshown::undrawn_partner_counts(nodes.len(), drawn, others.iter().map(Vec::as_slice))
}

fn is_large(network: &Network<'_>, work: WorkId) -> bool {
    network.corpus().institutions_of(work).len() > MAX_LINE_TEAM
}

/// A tie weighted by its works that are no large teams; `None` where all are.
fn overview_tie(network: &Network<'_>, a: usize, b: usize, tie: usize, weight: f64) -> Option<OverviewTie> {
    let works = network.evidence(tie);
    let small = works.iter().filter(|&&work| !is_large(network, work)).count();
    let joint = if works.is_empty() { weight } else { small as f64 };
    (joint > 0.0).then_some(OverviewTie { a, b, tie, joint })
}

fn large_teams(network: &Network<'_>, nodes: &[InstitutionId], rank: &[usize]) -> Vec<LargeTeam> {
    let corpus = network.corpus();
    let large = |work: &WorkId| is_large(network, *work) && network.excluded().binary_search(work).is_err();
    let team = |work: WorkId| {
        let position = |id: &InstitutionId| nodes.iter().position(|node| node == id);
        let mut members: Vec<usize> = corpus.institutions_of(work).iter().filter_map(position).collect();
        members.sort_by_key(|&member| rank[member]);
        LargeTeam { work, members }
    };
    corpus.work_ids().filter(large).map(team).filter(|team| team.members.len() > 1).collect()
}

fn ranks(network: &Network<'_>, nodes: &[InstitutionId], ties: &[OverviewTie]) -> Vec<usize> {
    let mut degree = vec![0usize; nodes.len()];
    for tie in ties {
        degree[tie.a] += 1;
        degree[tie.b] += 1;
    }
    let importance = |node: usize| 2 * network.corpus().works_of(nodes[node]).len() + degree[node];
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_by_key(|&node| (std::cmp::Reverse(importance(node)), node));
    let mut rank = vec![0; nodes.len()];
    for (position, node) in order.into_iter().enumerate() {
        rank[node] = position;
    }
    rank
}

/// At most `max_nodes` connected nodes: greedy expansion from the node of the highest strength, always to the strongest
/// neighbour. O(ties · log nodes).
fn strongest_nodes(network: &Network<'_>, members: Vec<usize>, max_nodes: usize) -> Vec<usize> {
    if members.len() <= max_nodes {
        return members;
    }
    let adjacency = network.adjacency();
    let strength = |node: usize| adjacency.weights(node).iter().sum::<f64>();
    let mut frontier = std::collections::BTreeSet::new();
    let key = |node: usize| ((strength(node) * 1e6) as u64, usize::MAX - node);
    let Some(&first) = members.iter().max_by_key(|&&node| key(node)) else { return members };
    let inside = |node: usize| members.binary_search(&node).is_ok();
    let mut selected = std::collections::BTreeSet::new();
    frontier.insert((key(first), first));
    while selected.len() < max_nodes {
        let Some((_, node)) = frontier.pop_last() else { break };
        if selected.insert(node) {
            for &next in adjacency.neighbours(node) {
                if !selected.contains(&(next as usize)) && inside(next as usize) {
                    frontier.insert((key(next as usize), next as usize));
                }
            }
        }
    }
    selected.into_iter().collect()
}
