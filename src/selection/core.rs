//! k-core: the largest part in which everybody has at least k partners.

use crate::network::graph::Network;
use crate::selection::set::Selection;

/// Takes away nodes with fewer than `k` neighbours until none is left (Seidman 1983, *Social Networks* 5,
/// 269–287). Empty when there is no such part; k = 0 is everybody. O(nodes + ties).
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
