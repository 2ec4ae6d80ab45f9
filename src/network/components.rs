//! Connected components.

use petgraph::unionfind::UnionFind;

use crate::network::graph::Network;

/// The components of a network: for each node its component, numbered by size (largest first, ties by
/// smallest node), and the members of each, ascending. O(nodes + ties).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Components {
    /// Component of each node.
    pub of: Vec<u32>,
    /// Nodes of each component.
    pub members: Vec<Vec<usize>>,
}

impl Components {
    /// Number of nodes without a tie.
    #[must_use]
    pub fn isolates(&self) -> usize {
        self.members.iter().filter(|members| members.len() == 1).count()
    }

    /// Size of the largest; 0 for an empty network.
    #[must_use]
    pub fn largest(&self) -> usize {
        self.members.first().map_or(0, Vec::len)
    }
}

/// Finds the connected components.
#[must_use]
pub fn find(network: &Network<'_>) -> Components {
    let mut sets = UnionFind::<u32>::new(network.nodes_len());
    for edge in network.graph().raw_edges() {
        sets.union(edge.source().index() as u32, edge.target().index() as u32);
    }
    let labels = sets.into_labeling();
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); labels.len()];
    for (node, &label) in labels.iter().enumerate() {
        members[label as usize].push(node);
    }
    members.retain(|nodes| !nodes.is_empty());
    members.sort_by_key(|nodes| (std::cmp::Reverse(nodes.len()), nodes[0]));
    let mut of = vec![0u32; labels.len()];
    for (number, nodes) in members.iter().enumerate() {
        for &node in nodes {
            of[node] = number as u32;
        }
    }
    Components { of, members }
}
