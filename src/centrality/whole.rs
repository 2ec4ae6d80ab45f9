//! Measures of a whole network: density, distances, clustering, centralization, assortativity.
//!
//! A measure that is not defined, such as the density of a single institution, is `NaN`.
//!
//! Sources: Wasserman & Faust 1994, *Social Network Analysis*, chapters 4 and 5 (density, distances, centralization);
//! Watts & Strogatz 1998, *Nature* 393, 440–442 (clustering); Newman 2003, *Physical Review E* 67, 026126 (assortativity).

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::centrality::{betweenness, clustering};
use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// Share of the pairs of nodes that are tied: 2m/(n(n−1)). O(1).
#[must_use]
pub fn density(network: &Network<'_>) -> f64 {
    let nodes = network.node_count() as f64;
    2.0 * network.tie_count() as f64 / (nodes * (nodes - 1.0))
}

/// Mean local clustering of all nodes; a node with fewer than two neighbours counts as 0, as in NetworkX. O(ties^1.5).
#[must_use]
pub fn average_clustering(network: &Network<'_>) -> f64 {
    mean_clustering(network.adjacency())
}

/// As [`average_clustering`], of rows.
pub(crate) fn mean_clustering(adjacency: &Adjacency) -> f64 {
    let values = clustering::local(adjacency);
    let sum: f64 = values.iter().filter(|value| value.is_finite()).sum();
    sum / values.len() as f64
}

/// Lengths of the shortest paths, in ties, among nodes that are all connected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathLengths {
    /// The longest shortest path.
    pub diameter: usize,
    /// The smallest greatest distance of a node to all others.
    pub radius: usize,
    /// The mean over all pairs; `NaN` for a single node.
    pub mean: f64,
}

/// Path lengths among the nodes of a component. O(nodes · ties), in parallel; sums are of whole numbers.
#[must_use]
pub fn path_lengths(network: &Network<'_>, members: &[usize]) -> PathLengths {
    let adjacency = network.adjacency();
    let of = |&start: &usize| distances(adjacency, start);
    let found: Vec<(usize, u64)> = members.par_iter().map(of).collect();
    let pairs = (members.len() * members.len().saturating_sub(1)) as f64;
    PathLengths {
        diameter: found.iter().map(|one| one.0).max().unwrap_or(0),
        radius: found.iter().map(|one| one.0).min().unwrap_or(0),
        mean: found.iter().map(|one| one.1).sum::<u64>() as f64 / pairs,
    }
}

/// The greatest distance of a node to those that it reaches, and the sum of all distances.
pub(crate) fn distances(adjacency: &Adjacency, start: usize) -> (usize, u64) {
    let mut is_reached = vec![false; adjacency.node_count()];
    is_reached[start] = true;
    let (mut front, mut length, mut sum) = (vec![start as u32], 0, 0);
    loop {
        let mut next = Vec::new();
        for &node in &front {
            for &other in adjacency.neighbours(node as usize) {
                if !std::mem::replace(&mut is_reached[other as usize], true) {
                    next.push(other);
                }
            }
        }
        if next.is_empty() {
            return (length, sum);
        }
        length += 1;
        sum += (length * next.len()) as u64;
        front = next;
    }
}

/// Freeman's centralization by degree: Σ(max − k)/((n−1)(n−2)), 1 for a star. `NaN` below three nodes. O(nodes).
#[must_use]
pub fn degree_centralization(network: &Network<'_>) -> f64 {
    let adjacency = network.adjacency();
    let nodes = adjacency.node_count();
    let degrees = (0..nodes).map(|node| adjacency.degree(node) as f64);
    let most = degrees.clone().fold(0.0, f64::max);
    let gaps: f64 = degrees.map(|degree| most - degree).sum();
    if nodes < 3 { f64::NAN } else { gaps / ((nodes as f64 - 1.0) * (nodes as f64 - 2.0)) }
}

/// Freeman's centralization by betweenness: Σ(max − b)/(n−1) of normalized betweenness, 1 for a star. `NaN` below three
/// nodes. O(nodes · ties).
#[must_use]
pub fn betweenness_centralization(network: &Network<'_>) -> f64 {
    let values = betweenness::scores(network, &betweenness::Options::default()).values;
    let most = values.iter().copied().fold(0.0, f64::max);
    let gaps: f64 = values.iter().map(|value| most - value).sum();
    if values.len() < 3 { f64::NAN } else { gaps / (values.len() as f64 - 1.0) }
}

/// Degree assortativity: the correlation of the degrees at both ends of a tie, each tie taken both ways. `NaN` where all
/// ends have one degree. O(ties).
#[must_use]
pub fn degree_assortativity(network: &Network<'_>) -> f64 {
    let adjacency = network.adjacency();
    let (mut sum, mut squares, mut products, mut ends) = (0_u128, 0_u128, 0_u128, 0_u128);
    for node in 0..adjacency.node_count() {
        let own = adjacency.degree(node) as u128;
        for &other in adjacency.neighbours(node) {
            let degree = adjacency.degree(other as usize) as u128;
            (ends, sum, squares, products) = (ends + 1, sum + own, squares + own * own, products + own * degree);
        }
    }
    // Whole numbers until the last step: no rounding hides that all degrees are one.
    let variance = (ends * squares) - sum * sum;
    let (shared, expected) = (ends * products, sum * sum);
    let covariance = if shared >= expected { (shared - expected) as f64 } else { -((expected - shared) as f64) };
    if variance == 0 { f64::NAN } else { covariance / variance as f64 }
}

/// How much nodes of one group are tied with each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mixing {
    /// Newman's coefficient: 1 where all ties are within groups, 0 as by chance. `NaN` without ties of two groups.
    pub coefficient: f64,
    /// Ties whose ends both have a group, on which it rests.
    pub ties: usize,
}

/// Assortativity by a group of each node; nodes without one, and their ties, are left out. O(ties).
#[must_use]
pub fn mixing<G: Ord + Copy>(network: &Network<'_>, group: impl Fn(usize) -> Option<G>) -> Mixing {
    let mut ends: BTreeMap<G, u64> = BTreeMap::new();
    let (mut ties, mut within) = (0_usize, 0_u64);
    for tie in 0..network.tie_count() {
        let (a, b, _) = network.tie(tie);
        let (Some(a), Some(b)) = (group(a), group(b)) else { continue };
        ties += 1;
        within += u64::from(a == b);
        *ends.entry(a).or_insert(0) += 1;
        *ends.entry(b).or_insert(0) += 1;
    }
    let all = 2.0 * ties as f64;
    let expected: f64 = ends.values().map(|&count| (count as f64 / all).powi(2)).sum();
    let coefficient =
        if ends.len() < 2 { f64::NAN } else { (within as f64 / ties as f64 - expected) / (1.0 - expected) };
    Mixing { coefficient, ties }
}
