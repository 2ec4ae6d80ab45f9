//! Aggregate graph of Leiden: every level merges the communities of the level below into single nodes.

use crate::community::quality_function::{Quality, TieWeights};
use crate::network::graph::Network;
use crate::network::similarity::{self, Similarity};

/// CSR adjacency with a mass for every node. Quality of a community C of this graph, up to a constant: weight of the
/// ties inside (`internal` included) − resolution · mass(C)²/2. For modularity the mass is the strength and the
/// resolution γ/2m, for CPM the mass is 1 a node and the resolution γ.
#[derive(Clone, Debug)]
pub(crate) struct AggregateGraph {
    pub(crate) offsets: Vec<u32>,
    pub(crate) targets: Vec<u32>,
    pub(crate) weights: Vec<f64>,
    /// Weight of the ties inside an aggregated node, each counted once.
    pub(crate) internal: Vec<f64>,
    pub(crate) mass: Vec<f64>,
    pub(crate) resolution: f64,
    /// Total weight of all ties, including those inside nodes.
    pub(crate) total: f64,
}

impl AggregateGraph {
    pub(crate) fn of(network: &Network<'_>, quality: Quality, tie_weights: TieWeights) -> Self {
        let adjacency = network.adjacency();
        let nodes = adjacency.node_count();
        let similar = match tie_weights {
            TieWeights::AssociationStrength => similarity::of(network, Similarity::AssociationStrength),
            TieWeights::AsCounted | TieWeights::Unweighted => Vec::new(),
        };
        let weight = |weight: f64, tie: usize| match tie_weights {
            TieWeights::AsCounted => weight,
            TieWeights::Unweighted => 1.0,
            TieWeights::AssociationStrength => similar[tie],
        };
        let (mut offsets, mut targets, mut weights) = (vec![0u32], Vec::new(), Vec::new());
        let mut strength = Vec::with_capacity(nodes);
        for node in 0..nodes {
            let start = weights.len();
            targets.extend_from_slice(adjacency.neighbours(node));
            weights.extend(adjacency.row_of(node).map(|(_, w, tie)| weight(w, tie)));
            strength.push(weights[start..].iter().sum::<f64>());
            offsets.push(targets.len() as u32);
        }
        let total = strength.iter().sum::<f64>() / 2.0;
        let (mass, resolution) = match quality {
            Quality::Modularity { resolution } if total > 0.0 => (strength, resolution / (2.0 * total)),
            Quality::Modularity { .. } => (strength, 0.0),
            Quality::Cpm { resolution } => (vec![1.0; nodes], resolution),
        };
        Self { offsets, targets, weights, internal: vec![0.0; nodes], mass, resolution, total }
    }

    pub(crate) fn nodes(&self) -> usize {
        self.mass.len()
    }

    pub(crate) fn row(&self, node: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let range = self.offsets[node] as usize..self.offsets[node + 1] as usize;
        self.targets[range.clone()].iter().zip(&self.weights[range]).map(|(&target, &weight)| (target as usize, weight))
    }

    /// Weight of the ties inside each community, and its mass.
    pub(crate) fn community_totals(&self, labels: &[u32], communities: usize) -> (Vec<f64>, Vec<f64>) {
        let (mut internal, mut mass) = (vec![0.0; communities], vec![0.0; communities]);
        for node in 0..self.nodes() {
            let label = labels[node];
            internal[label as usize] += self.internal[node];
            mass[label as usize] += self.mass[node];
            for (target, weight) in self.row(node) {
                if target > node && labels[target] == label {
                    internal[label as usize] += weight;
                }
            }
        }
        (internal, mass)
    }

    /// Quality up to a constant; see the type.
    pub(crate) fn quality(&self, labels: &[u32], communities: usize) -> f64 {
        let (internal, mass) = self.community_totals(labels, communities);
        internal.iter().zip(&mass).map(|(internal, mass)| internal - self.resolution * mass * mass / 2.0).sum()
    }

    /// The aggregate graph: one node for each community. Labels must be dense.
    pub(crate) fn aggregate(&self, labels: &[u32], communities: usize) -> Self {
        let (internal, mass) = self.community_totals(labels, communities);
        let members = members_by_label(labels, communities);
        let (mut offsets, mut targets, mut weights) = (vec![0u32], Vec::new(), Vec::new());
        let mut sums = vec![0.0; communities];
        let mut touched: Vec<u32> = Vec::new();
        for community in 0..communities {
            for &node in members.row(community) {
                for (target, weight) in self.row(node as usize) {
                    let other = labels[target];
                    if other as usize != community {
                        if sums[other as usize] == 0.0 {
                            touched.push(other);
                        }
                        sums[other as usize] += weight;
                    }
                }
            }
            for other in touched.drain(..) {
                targets.push(other);
                weights.push(std::mem::take(&mut sums[other as usize]));
            }
            offsets.push(targets.len() as u32);
        }
        Self { offsets, targets, weights, internal, mass, resolution: self.resolution, total: self.total }
    }
}

/// Members of each label in CSR form, ascending.
pub(crate) struct CommunityMembers {
    offsets: Vec<u32>,
    nodes: Vec<u32>,
}

impl CommunityMembers {
    pub(crate) fn row(&self, label: usize) -> &[u32] {
        &self.nodes[self.offsets[label] as usize..self.offsets[label + 1] as usize]
    }
}

pub(crate) fn members_by_label(labels: &[u32], communities: usize) -> CommunityMembers {
    let mut offsets = vec![0u32; communities + 1];
    labels.iter().for_each(|&label| offsets[label as usize + 1] += 1);
    for label in 0..communities {
        offsets[label + 1] += offsets[label];
    }
    let mut next = offsets.clone();
    let mut nodes = vec![0u32; labels.len()];
    for (node, &label) in labels.iter().enumerate() {
        nodes[next[label as usize] as usize] = node as u32;
        next[label as usize] += 1;
    }
    CommunityMembers { offsets, nodes }
}

/// Renumbers labels densely in order of first appearance; returns their number.
pub(crate) fn renumber(labels: &mut [u32]) -> usize {
    let mut new = vec![u32::MAX; labels.iter().max().map_or(0, |&label| label as usize + 1)];
    let mut count = 0;
    for label in labels.iter_mut() {
        let slot = &mut new[*label as usize];
        if *slot == u32::MAX {
            *slot = count;
            count += 1;
        }
        *label = *slot;
    }
    count as usize
}
