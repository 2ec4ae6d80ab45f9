//! What holds the network together: nodes and ties without which a part falls into more parts.
//!
//! One depth-first search with low points (Tarjan 1972, *SIAM Journal on Computing* 1(2), 146–160), without
//! recursion. O(nodes + ties).

use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// A node without which its component falls apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CutVertex {
    /// The node.
    pub node: usize,
    /// Into how many parts its component falls without it; at least 2.
    pub parts: usize,
}

/// A tie that is the only way between its two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// The tie.
    pub tie: usize,
    /// Nodes on the smaller side.
    pub smaller: usize,
    /// Nodes on the larger side.
    pub larger: usize,
}

/// Cut vertices by node, and bridges by tie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// Cut vertices, ascending by node.
    pub vertices: Vec<CutVertex>,
    /// Bridges, ascending by tie.
    pub bridges: Vec<Bridge>,
}

/// Where the search stands at a node.
struct Visit {
    node: usize,
    /// The tie by which it was reached.
    by: usize,
    next: usize,
    below: usize,
    /// Children whose part cannot get around this node.
    held: usize,
}

/// Finds cut vertices and bridges.
#[must_use]
pub fn find(network: &Network<'_>) -> Cut {
    let rows = network.adjacency();
    let nodes = rows.nodes();
    let (mut order, mut low) = (vec![0usize; nodes], vec![0usize; nodes]);
    let mut time = 0;
    let mut cut = Cut::default();
    for root in 0..nodes {
        if order[root] == 0 {
            let before = cut.bridges.len();
            let entered = time;
            component(rows, root, &mut time, &mut order, &mut low, &mut cut);
            // `smaller` holds the side below until the size of the component is known.
            let size = time - entered;
            for bridge in &mut cut.bridges[before..] {
                let (below, above) = (bridge.smaller, size - bridge.smaller);
                (bridge.smaller, bridge.larger) = (below.min(above), below.max(above));
            }
        }
    }
    cut.vertices.sort_unstable_by_key(|one| one.node);
    cut.bridges.sort_unstable_by_key(|one| one.tie);
    cut
}

fn component(rows: &Adjacency, root: usize, time: &mut usize, order: &mut [usize], low: &mut [usize], cut: &mut Cut) {
    let enter = |node: usize, by: usize, time: &mut usize, order: &mut [usize], low: &mut [usize]| {
        *time += 1;
        order[node] = *time;
        low[node] = *time;
        Visit { node, by, next: 0, below: 1, held: 0 }
    };
    let mut stack = vec![enter(root, usize::MAX, time, order, low)];
    while let Some(here) = stack.last_mut() {
        let node = here.node;
        if let Some(&other) = rows.neighbours(node).get(here.next) {
            let tie = rows.ties(node)[here.next] as usize;
            here.next += 1;
            let other = other as usize;
            if order[other] == 0 {
                stack.push(enter(other, tie, time, order, low));
            } else if tie != here.by {
                low[node] = low[node].min(order[other]);
            }
            continue;
        }
        let Some(done) = stack.pop() else { break };
        let parts = done.held + usize::from(node != root);
        if parts > 1 {
            cut.vertices.push(CutVertex { node, parts });
        }
        let Some(above) = stack.last_mut() else { break };
        above.below += done.below;
        low[above.node] = low[above.node].min(low[node]);
        if low[node] >= order[above.node] {
            above.held += 1;
        }
        if low[node] > order[above.node] {
            cut.bridges.push(Bridge { tie: done.by, smaller: done.below, larger: 0 });
        }
    }
}
