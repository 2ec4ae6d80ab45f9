//! Stress layout of large graphs: ties, and distances to a few hundred pivots that stand for their surroundings.
//!
//! Source: Ortmann, Klimenta & Brandes 2017, *A Sparse Stress Model*, Journal of Graph Algorithms and Applications
//! 21(5), 791–821; descent after Zheng, Pawar & Goodman 2019 (arXiv 1710.04626, §4.3). The pull of a pivot p on a node
//! i weighs s/d², s being the nodes of p's surroundings that are no further from p than half of d.
//! O(pivots · (nodes + ties) + rounds · (pivots · nodes + ties)) time, 6 bytes a pivot and node.

use rayon::prelude::*;

use crate::geometry::Point;
use crate::layout::all_pairs::rates;
use crate::layout::bfs::{FAR, Graph};
use crate::layout::coordinates::Plane;
use crate::random::Random;

/// Pivots.
pub const PIVOTS: usize = 256;
/// Rounds.
pub const ROUNDS: usize = 60;

/// Places the nodes of a connected graph, a tie one unit long. Equal seeds give equal bits on any number of threads.
#[must_use]
pub fn place(nodes: usize, ties: &[(usize, usize)], pivots: usize, rounds: usize, seed: u64) -> Vec<Point> {
    let mut random = Random::new(Random::new(seed).next_u64());
    let graph = Graph::new(nodes, ties, &mut random);
    let pivots = Pivots::drawn(&graph, pivots.max(1).min(nodes));
    let longest = pivots.steps.iter().copied().filter(|&steps| steps != FAR).max().unwrap_or(1).max(1);
    let mut plane = Plane::scattered(nodes, f64::from(longest), &mut random);
    let mut order: Vec<usize> = (0..pivots.nodes.len()).collect();
    let mut ties: Vec<(u32, u32)> = ties.iter().map(|&(a, b)| (graph.numbers[a], graph.numbers[b])).collect();
    random.shuffle(&mut ties);
    // The heaviest pull sets the last rate.
    let heaviest = pivots.weights.iter().copied().fold(1.0, f32::max);
    for rate in rates(f64::from(longest), f64::from(heaviest), rounds) {
        random.shuffle(&mut order);
        // Ties a part at a time between the pivots: the far and the near take turns.
        let mut done = 0;
        for (turn, &pivot) in order.iter().enumerate() {
            let row = pivot * nodes..(pivot + 1) * nodes;
            plane.pull_all(pivots.nodes[pivot] as usize, &pivots.steps[row.clone()], &pivots.weights[row], rate);
            let until = (turn + 1) * ties.len() / order.len();
            for &(a, b) in &ties[done..until] {
                plane.pull(a as usize, b as usize, 1.0, rate);
            }
            done = until;
        }
    }
    plane.points(&graph.numbers)
}

struct Pivots {
    nodes: Vec<u32>,
    /// Steps from each pivot to every node.
    steps: Vec<u16>,
    weights: Vec<f32>,
}

impl Pivots {
    /// The first numbers, which are drawn by lot: surroundings are then about equally large everywhere.
    fn drawn(graph: &Graph, count: usize) -> Self {
        let nodes = graph.nodes();
        let mut pivots =
            Self { nodes: (0..count as u32).collect(), steps: vec![FAR; count * nodes], weights: Vec::new() };
        let rows = pivots.steps.par_chunks_mut(nodes.max(1)).enumerate();
        rows.for_each_init(Vec::new, |queue, (pivot, row)| graph.steps(pivot, row, queue));
        let (mut nearest, mut owner) = (vec![FAR; nodes], vec![0u32; nodes]);
        for (number, row) in pivots.steps.chunks(nodes.max(1)).enumerate() {
            for node in 0..nodes {
                if row[node] < nearest[node] {
                    (nearest[node], owner[node]) = (row[node], number as u32);
                }
            }
        }
        pivots.weights = vec![0.0; pivots.steps.len()];
        let steps = pivots.steps.par_chunks(nodes.max(1)).enumerate();
        pivots.weights.par_chunks_mut(nodes.max(1)).zip(steps).for_each(|(weights, (number, steps))| {
            weigh(weights, steps, |node| owner[node] == number as u32);
        });
        pivots
    }
}

/// Weights of one pivot: 0 for itself and its neighbours, which ties pull already.
fn weigh(weights: &mut [f32], steps: &[u16], own: impl Fn(usize) -> bool) {
    let longest = steps.iter().copied().filter(|&steps| steps != FAR).max().unwrap_or(0) as usize;
    // Own surroundings up to each distance.
    let mut within = vec![0u32; longest + 1];
    for (node, &far) in steps.iter().enumerate() {
        if far != FAR && own(node) {
            within[far as usize] += 1;
        }
    }
    for far in 1..within.len() {
        within[far] += within[far - 1];
    }
    for (weight, &far) in weights.iter_mut().zip(steps) {
        if far > 1 && far != FAR {
            *weight = within[far as usize / 2] as f32 / (f32::from(far) * f32::from(far));
        }
    }
}
