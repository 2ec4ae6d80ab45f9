//! `Selection`: a set of nodes and ties.

use crate::network::graph::Network;

/// A subgraph: nodes and ties of a network, both ascending and without repeats. The ends of its ties are among its
/// nodes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Node numbers.
    pub nodes: Vec<usize>,
    /// Tie numbers.
    pub ties: Vec<usize>,
}

impl Selection {
    /// The induced subgraph of these nodes (given in any order). O(ties of the nodes).
    #[must_use]
    pub fn induced(network: &Network<'_>, nodes: impl IntoIterator<Item = usize>) -> Self {
        let mut nodes: Vec<usize> = nodes.into_iter().collect();
        nodes.sort_unstable();
        nodes.dedup();
        let row = |&node: &usize| network.adjacency().row_of(node).map(move |(other, _, tie)| (node, other, tie));
        let inside = |&(node, other, _): &(usize, usize, usize)| node < other && nodes.binary_search(&other).is_ok();
        let mut ties: Vec<usize> = nodes.iter().flat_map(row).filter(inside).map(|(_, _, tie)| tie).collect();
        ties.sort_unstable();
        Self { nodes, ties }
    }

    /// Whether the selection contains a node.
    #[must_use]
    pub fn contains(&self, node: usize) -> bool {
        self.nodes.binary_search(&node).is_ok()
    }
}
