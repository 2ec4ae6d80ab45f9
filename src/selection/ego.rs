//! Ego network: a node and its neighbourhood.

use crate::network::graph::Network;
use crate::selection::set::Selection;

/// The focus, all nodes within `depth` hops of it, and the ties among them. Depth 0 is the focus alone. O(nodes + ties
/// reached).
#[must_use]
pub fn select(network: &Network<'_>, focus: usize, depth: usize) -> Selection {
    let mut visited = vec![false; network.node_count()];
    visited[focus] = true;
    let mut nodes = vec![focus];
    let mut start = 0;
    for _ in 0..depth {
        let end = nodes.len();
        for at in start..end {
            for &next in network.adjacency().neighbours(nodes[at]) {
                if !std::mem::replace(&mut visited[next as usize], true) {
                    nodes.push(next as usize);
                }
            }
        }
        if nodes.len() == end {
            break;
        }
        start = end;
    }
    Selection::induced(network, nodes)
}
