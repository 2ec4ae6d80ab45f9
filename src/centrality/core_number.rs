//! Core number: the largest k such that the node belongs to the k-core.
//!
//! Source: Seidman 1983, *Social Networks* 5, 269–287; computed by peeling (Batagelj & Zaveršnik 2003, arXiv
//! cs/0310049), level by level. O(nodes + ties).

use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// The core number has no options; weights are ignored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {}

/// Core number of every node; 0 for an isolate.
#[must_use]
pub fn scores(network: &Network<'_>, _: &Options) -> Scores {
    let values = peel(network.adjacency()).into_iter().map(f64::from).collect();
    Scores { measure: Measure::Core, values }
}

/// Peeling: for k = 0, 1, … removes the nodes with at most k remaining neighbours; levels without nodes are skipped.
/// Returns core numbers. A node is scanned once for every k up to its core number, in total at most the sum of all
/// degrees.
fn peel(adjacency: &Adjacency) -> Vec<u32> {
    let nodes = adjacency.node_count();
    let mut degree: Vec<u32> = (0..nodes).map(|node| adjacency.degree(node) as u32).collect();
    let mut remaining: Vec<u32> = (0..nodes as u32).collect();
    let mut stack: Vec<u32> = Vec::new();
    let mut k = 0;
    while !remaining.is_empty() {
        let mut min_degree = u32::MAX;
        remaining.retain(|&node| {
            let d = degree[node as usize];
            if d > k {
                min_degree = min_degree.min(d);
            } else if d == k {
                stack.push(node);
            }
            d > k
        });
        if stack.is_empty() {
            k = min_degree;
            continue;
        }
        while let Some(node) = stack.pop() {
            for &neighbour in adjacency.neighbours(node as usize) {
                let d = &mut degree[neighbour as usize];
                if *d > k {
                    *d -= 1;
                    if *d == k {
                        stack.push(neighbour);
                    }
                }
            }
        }
        k += 1;
    }
    degree
}
