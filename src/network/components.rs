//! Connected components by union-find.

use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// Connected components, numbered by size (largest first, equal sizes by smallest node).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Components {
    /// Component number of each node.
    pub of: Vec<u32>,
    /// Nodes of each component, ascending.
    pub members: Vec<Vec<usize>>,
}

impl Components {
    /// Number of isolates: nodes without a tie.
    #[must_use]
    pub fn isolates(&self) -> usize {
        self.members.iter().filter(|members| members.len() == 1).count()
    }

    /// Size of the largest component; 0 for an empty network.
    #[must_use]
    pub fn largest(&self) -> usize {
        self.members.first().map_or(0, Vec::len)
    }
}

/// Ties of each node that are united in the sampling phase.
const SAMPLED_TIES: usize = 2;

/// Finds the connected components by union-find with neighbour sampling: after the first ties of every node are united,
/// most nodes are in one component, whose remaining ties need not be visited (Sutton, Ben-Nun & Barak 2018, *Optimizing
/// Parallel Graph Connectivity Computation via Subgraph Sampling*, IPDPS). Near O(nodes + ties).
#[must_use]
pub fn find(network: &Network<'_>) -> Components {
    let component_roots = component_roots(network.adjacency());
    let mut size = vec![0u32; component_roots.len()];
    component_roots.iter().for_each(|&root| size[root as usize] += 1);
    // A root is the smallest node of its component.
    let mut order: Vec<u32> = (0..component_roots.len() as u32).filter(|&root| size[root as usize] > 0).collect();
    order.sort_by_key(|&root| (std::cmp::Reverse(size[root as usize]), root));
    let mut members: Vec<Vec<usize>> =
        order.iter().map(|&root| Vec::with_capacity(size[root as usize] as usize)).collect();
    let mut number = size;
    order.iter().enumerate().for_each(|(at, &root)| number[root as usize] = at as u32);
    let of: Vec<u32> = component_roots.iter().map(|&root| number[root as usize]).collect();
    of.iter().enumerate().for_each(|(node, &component)| members[component as usize].push(node));
    Components { of, members }
}

fn component_roots(adjacency: &Adjacency) -> Vec<u32> {
    let nodes = adjacency.node_count();
    let mut sets = DisjointSets((0..nodes as u32).collect());
    for round in 0..SAMPLED_TIES {
        for node in 0..nodes {
            if let Some(&next) = adjacency.neighbours(node).get(round) {
                sets.union(node as u32, next);
            }
        }
    }
    let giant = sets.largest_set();
    for node in 0..nodes {
        if sets.find(node as u32) != giant {
            adjacency.neighbours(node).iter().skip(SAMPLED_TIES).for_each(|&next| sets.union(node as u32, next));
        }
    }
    (0..nodes as u32).map(|node| sets.find(node)).collect()
}

/// Disjoint sets as parent pointers: a parent's number is never above its child's, so a root is the smallest node of
/// its set. Path halving, no ranks.
struct DisjointSets(Vec<u32>);

impl DisjointSets {
    fn find(&mut self, mut node: u32) -> u32 {
        loop {
            let up = self.0[node as usize];
            if up == node {
                return node;
            }
            let top = self.0[up as usize];
            self.0[node as usize] = top;
            node = top;
        }
    }

    fn union(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        self.0[a.max(b) as usize] = a.min(b);
    }

    fn largest_set(&mut self) -> u32 {
        let mut count = vec![0u32; self.0.len()];
        (0..self.0.len() as u32).for_each(|node| count[self.find(node) as usize] += 1);
        (0..count.len() as u32).max_by_key(|&root| count[root as usize]).unwrap_or(0)
    }
}
