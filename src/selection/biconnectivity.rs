//! Articulation points and bridges: nodes and ties whose removal disconnects a component.
//!
//! One iterative depth-first search with low points (Tarjan 1972, *SIAM Journal on Computing* 1(2), 146–160). O(nodes +
//! ties).

use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// An articulation point (cut vertex).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArticulationPoint {
    /// The node.
    pub node: usize,
    /// Number of components into which its component splits without it; at least 2.
    pub components: usize,
}

/// A bridge: a tie without which its component splits in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// The tie.
    pub tie: usize,
    /// Nodes on the smaller side.
    pub smaller: usize,
    /// Nodes on the larger side.
    pub larger: usize,
}

/// Articulation points and bridges of a network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CutStructure {
    /// Articulation points, ascending by node.
    pub articulation_points: Vec<ArticulationPoint>,
    /// Bridges, ascending by tie.
    pub bridges: Vec<Bridge>,
}

/// Stack frame of the depth-first search at a node.
struct Visit {
    node: usize,
    /// Tie to the parent in the search tree.
    parent_tie: usize,
    next_neighbour: usize,
    subtree_size: usize,
    /// Children whose subtree has no back edge above this node.
    separated_children: usize,
}

/// Finds articulation points and bridges. O(nodes + ties).
#[must_use]
pub fn find(network: &Network<'_>) -> CutStructure {
    let rows = network.adjacency();
    let nodes = rows.node_count();
    let (mut order, mut low) = (vec![0usize; nodes], vec![0usize; nodes]);
    let mut time = 0;
    let mut cut = CutStructure::default();
    for root in 0..nodes {
        if order[root] == 0 {
            let before = cut.bridges.len();
            let entered = time;
            search(rows, root, &mut time, &mut order, &mut low, &mut cut);
            // `smaller` is the size of the subtree below the bridge until the size of the component is known.
            let size = time - entered;
            for bridge in &mut cut.bridges[before..] {
                let (below, above) = (bridge.smaller, size - bridge.smaller);
                (bridge.smaller, bridge.larger) = (below.min(above), below.max(above));
            }
        }
    }
    cut.articulation_points.sort_unstable_by_key(|entry| entry.node);
    cut.bridges.sort_unstable_by_key(|entry| entry.tie);
    cut
}

fn search(
    rows: &Adjacency,
    root: usize,
    time: &mut usize,
    order: &mut [usize],
    low: &mut [usize],
    cut: &mut CutStructure,
) {
    let enter = |node: usize, parent_tie: usize, time: &mut usize, order: &mut [usize], low: &mut [usize]| {
        *time += 1;
        order[node] = *time;
        low[node] = *time;
        Visit { node, parent_tie, next_neighbour: 0, subtree_size: 1, separated_children: 0 }
    };
    let mut stack = vec![enter(root, usize::MAX, time, order, low)];
    while let Some(here) = stack.last_mut() {
        let node = here.node;
        if let Some(&other) = rows.neighbours(node).get(here.next_neighbour) {
            let tie = rows.ties(node)[here.next_neighbour] as usize;
            here.next_neighbour += 1;
            let other = other as usize;
            if order[other] == 0 {
                stack.push(enter(other, tie, time, order, low));
            } else if tie != here.parent_tie {
                low[node] = low[node].min(order[other]);
            }
            continue;
        }
        let Some(done) = stack.pop() else { break };
        let components = done.separated_children + usize::from(node != root);
        if components > 1 {
            cut.articulation_points.push(ArticulationPoint { node, components });
        }
        let Some(above) = stack.last_mut() else { break };
        above.subtree_size += done.subtree_size;
        low[above.node] = low[above.node].min(low[node]);
        if low[node] >= order[above.node] {
            above.separated_children += 1;
        }
        if low[node] > order[above.node] {
            cut.bridges.push(Bridge { tie: done.parent_tie, smaller: done.subtree_size, larger: 0 });
        }
    }
}
