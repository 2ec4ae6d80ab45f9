//! Sparse stress model for large graphs: ties, and distances to some hundred pivots that each represent a region.
//!
//! Source: Ortmann, Klimenta & Brandes 2017, *A Sparse Stress Model*, Journal of Graph Algorithms and Applications
//! 21(5), 791–821; minimized by stochastic gradient descent after Zheng, Pawar & Goodman 2019 (arXiv 1710.04626, §4.3).
//! The term of a pivot p and a node i at distance d has weight s/d², s being the number of nodes in p's region (nearest to
//! p of all pivots) at distance ≤ d/2 from p.
//! O(pivots · (nodes + ties) + iterations · (pivots · nodes + ties)) time, 6 bytes for each pair of pivot and node.

use rayon::prelude::*;

use crate::geometry::Point;
use crate::layout::all_pairs::learning_rates;
use crate::layout::bfs::{CsrGraph, UNREACHABLE};
use crate::layout::coordinates::Coordinates;
use crate::random::Random;

/// Default number of pivots.
pub const DEFAULT_PIVOTS: usize = 256;
/// Default number of iterations.
pub const DEFAULT_ITERATIONS: usize = 60;

/// Layout of a connected graph of `nodes` nodes, one unit per tie; points by node index. Equal seeds give equal bits with
/// any number of threads. Complexity: see the [module](self).
#[must_use]
pub fn layout(nodes: usize, ties: &[(usize, usize)], pivots: usize, iterations: usize, seed: u64) -> Vec<Point> {
    let mut random = Random::new(Random::new(seed).next_u64());
    let graph = CsrGraph::new(nodes, ties, &mut random);
    let pivots = Pivots::sample(&graph, pivots.max(1).min(nodes));
    let longest = pivots.hops.iter().copied().filter(|&hops| hops != UNREACHABLE).max().unwrap_or(1).max(1);
    let mut coordinates = Coordinates::random_in_square(nodes, f64::from(longest), &mut random);
    let mut order: Vec<usize> = (0..pivots.nodes.len()).collect();
    let mut ties: Vec<(u32, u32)> = ties.iter().map(|&(a, b)| (graph.permutation[a], graph.permutation[b])).collect();
    random.shuffle(&mut ties);
    // The largest weight sets the final learning rate.
    let max_weight = pivots.weights.iter().copied().fold(1.0, f32::max);
    for rate in learning_rates(f64::from(longest), f64::from(max_weight), iterations) {
        random.shuffle(&mut order);
        // Terms of ties and of pivots alternate: after each pivot comes its share of the ties.
        let mut done = 0;
        for (position, &pivot) in order.iter().enumerate() {
            let row = pivot * nodes..(pivot + 1) * nodes;
            coordinates.relax_to_pivot(
                pivots.nodes[pivot] as usize,
                &pivots.hops[row.clone()],
                &pivots.weights[row],
                rate,
            );
            let until = (position + 1) * ties.len() / order.len();
            for &(a, b) in &ties[done..until] {
                coordinates.relax_pair(a as usize, b as usize, 1.0, rate);
            }
            done = until;
        }
    }
    coordinates.points(&graph.permutation)
}

struct Pivots {
    nodes: Vec<u32>,
    /// Hop counts from each pivot to every node, row-major.
    hops: Vec<u16>,
    weights: Vec<f32>,
}

impl Pivots {
    /// The first `count` nodes of the random permutation, a uniform sample: regions then have about equal sizes.
    fn sample(graph: &CsrGraph, count: usize) -> Self {
        let nodes = graph.node_count();
        let mut pivots =
            Self { nodes: (0..count as u32).collect(), hops: vec![UNREACHABLE; count * nodes], weights: Vec::new() };
        let rows = pivots.hops.par_chunks_mut(nodes.max(1)).enumerate();
        rows.for_each_init(Vec::new, |queue, (pivot, row)| graph.bfs_distances(pivot, row, queue));
        let (mut nearest, mut owner) = (vec![UNREACHABLE; nodes], vec![0u32; nodes]);
        for (number, row) in pivots.hops.chunks(nodes.max(1)).enumerate() {
            for node in 0..nodes {
                if row[node] < nearest[node] {
                    (nearest[node], owner[node]) = (row[node], number as u32);
                }
            }
        }
        pivots.weights = vec![0.0; pivots.hops.len()];
        let hops = pivots.hops.par_chunks(nodes.max(1)).enumerate();
        pivots.weights.par_chunks_mut(nodes.max(1)).zip(hops).for_each(|(weights, (number, hops))| {
            pivot_weights(weights, hops, |node| owner[node] == number as u32);
        });
        pivots
    }
}

/// Weights of the terms of one pivot; 0 for itself and its neighbours, which the terms of ties cover.
fn pivot_weights(weights: &mut [f32], hops: &[u16], in_region: impl Fn(usize) -> bool) {
    let longest = hops.iter().copied().filter(|&hops| hops != UNREACHABLE).max().unwrap_or(0) as usize;
    // Cumulative number of nodes of the region by distance.
    let mut within = vec![0u32; longest + 1];
    for (node, &distance) in hops.iter().enumerate() {
        if distance != UNREACHABLE && in_region(node) {
            within[distance as usize] += 1;
        }
    }
    for distance in 1..within.len() {
        within[distance] += within[distance - 1];
    }
    for (weight, &distance) in weights.iter_mut().zip(hops) {
        if distance > 1 && distance != UNREACHABLE {
            *weight = within[distance as usize / 2] as f32 / (f32::from(distance) * f32::from(distance));
        }
    }
}
