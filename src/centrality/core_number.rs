//! Core number: the largest k for which a node belongs to a part in which everybody has k partners.
//!
//! Source: Seidman 1983, *Social Networks* 5, 269–287; computed after Batagelj & Zaveršnik 2003 (arXiv
//! cs/0310049) by peeling the smallest degree from buckets. O(n + ties).

use crate::centrality::measure::Measure;
use crate::centrality::scores::Scores;
use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// The core number takes no options; weights play no part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {}

/// Core number of every node; 0 for an isolate.
#[must_use]
pub fn scores(network: &Network<'_>, _: &Options) -> Scores {
    let values = peel(network.adjacency()).into_iter().map(f64::from).collect();
    Scores { measure: Measure::Core, values }
}

fn peel(adjacency: &Adjacency) -> Vec<u32> {
    let nodes = adjacency.nodes();
    let mut degree: Vec<u32> = (0..nodes).map(|node| adjacency.degree(node) as u32).collect();
    let largest = degree.iter().copied().max().unwrap_or(0) as usize;
    // `start[d]` is where the nodes of degree d begin in `order`, which stays sorted by degree.
    let mut start = vec![0u32; largest + 2];
    degree.iter().for_each(|&d| start[d as usize + 1] += 1);
    for d in 1..start.len() {
        start[d] += start[d - 1];
    }
    let mut next = start.clone();
    let (mut order, mut place) = (vec![0u32; nodes], vec![0u32; nodes]);
    for node in 0..nodes {
        let at = &mut next[degree[node] as usize];
        (order[*at as usize], place[node]) = (node as u32, *at);
        *at += 1;
    }
    for at in 0..nodes {
        let node = order[at] as usize;
        for &neighbour in adjacency.neighbours(node) {
            let neighbour = neighbour as usize;
            let d = degree[neighbour];
            if d > degree[node] {
                // Swap with the first of its bucket, then move the border of the bucket over it.
                let (here, head) = (place[neighbour], start[d as usize]);
                let first = order[head as usize];
                order.swap(here as usize, head as usize);
                (place[neighbour], place[first as usize]) = (head, here);
                start[d as usize] += 1;
                degree[neighbour] -= 1;
            }
        }
    }
    degree
}
