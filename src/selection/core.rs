//! k-core: the maximal subgraph in which every node has degree at least k.

use crate::network::graph::Network;
use crate::selection::set::Selection;

/// The k-core by repeated removal of nodes with fewer than `k` neighbours (Seidman 1983, *Social Networks* 5, 269–287).
/// May be empty; k = 0 selects all nodes. O(nodes + ties).
#[must_use]
pub fn select(network: &Network<'_>, k: usize) -> Selection {
    let adjacency = network.adjacency();
    let nodes = adjacency.node_count();
    let mut degree: Vec<usize> = (0..nodes).map(|node| adjacency.degree(node)).collect();
    let mut removed: Vec<bool> = degree.iter().map(|&degree| degree < k).collect();
    let mut stack: Vec<usize> = (0..nodes).filter(|&node| removed[node]).collect();
    while let Some(node) = stack.pop() {
        for &next in adjacency.neighbours(node) {
            let next = next as usize;
            degree[next] -= 1;
            if degree[next] < k && !removed[next] {
                removed[next] = true;
                stack.push(next);
            }
        }
    }
    Selection::induced(network, (0..nodes).filter(|&node| !removed[node]))
}
