//! Stress layout over all pairs by stochastic gradient descent, as in [`stress`](crate::layout::stress), in a
//! cache-friendly order of pairs.
//!
//! Nodes are numbered by a random permutation. The pairs (i, i + k mod n) of one offset k are visited one after the other,
//! the offsets in a new random order in each iteration. So memory is read sequentially, and runs of pairs share no node
//! and are vectorized. O(nodes · ties + iterations · nodes²) time, nodes² bytes. Source: Zheng, Pawar & Goodman 2019,
//! *Graph Drawing by Stochastic Gradient Descent*, IEEE TVCG 25(9), 2738–2748.

use rayon::prelude::*;

use crate::geometry::Point;
use crate::layout::bfs::{BATCH_SIZE, BatchState, CsrGraph};
use crate::layout::coordinates::Coordinates;
use crate::random::Random;

/// Default number of iterations over all pairs.
pub const DEFAULT_ITERATIONS: usize = 30;
/// Final learning rate, as a factor on the reciprocal of the largest weight.
const FINAL_RATE: f64 = 0.03;
/// Batches of [`BATCH_SIZE`] sources whose distances are in memory at once.
const BATCHES_IN_MEMORY: usize = 8;

/// Layout of a connected graph of `nodes` nodes, one unit per tie; points by node index. Equal seeds give equal bits with
/// any number of threads. Complexity: see the [module](self).
#[must_use]
pub fn layout(nodes: usize, ties: &[(usize, usize)], iterations: usize, seed: u64) -> Vec<Point> {
    let mut random = Random::new(Random::new(seed).next_u64());
    let graph = CsrGraph::new(nodes, ties, &mut random);
    let (circulant_distances, longest) = circulant_distances(&graph);
    let mut coordinates = Coordinates::random_in_square(nodes, f64::from(longest), &mut random);
    let mut order: Vec<usize> = (1..=nodes / 2).collect();
    for rate in learning_rates(f64::from(longest), 1.0, iterations) {
        random.shuffle(&mut order);
        for &offset in &order {
            let target = &circulant_distances[(offset - 1) * nodes..offset * nodes];
            // For an even number of nodes the offset n/2 yields every pair twice.
            let count = if 2 * offset == nodes { offset } else { nodes };
            let before_wrap = count.min(nodes - offset);
            coordinates.relax_run(0, offset, &target[..before_wrap], rate);
            coordinates.relax_run(before_wrap, 0, &target[before_wrap..count], rate);
        }
    }
    coordinates.points(&graph.permutation)
}

/// Exponential learning rate schedule: from the square of the longest distance (at least 1) to
/// [`FINAL_RATE`]/`max_weight`.
pub(crate) fn learning_rates(longest: f64, max_weight: f64, iterations: usize) -> Vec<f32> {
    let first = (longest * longest).max(1.0);
    let decay = if iterations > 1 { libm::log(first * max_weight / FINAL_RATE) / (iterations - 1) as f64 } else { 0.0 };
    (0..iterations).map(|round| (first * libm::exp(-decay * round as f64)) as f32).collect()
}

/// Hop counts by offset: entry `(k − 1) · n + i` is the distance of the pair (i, i + k mod n), 1 ≤ k ≤ n/2. With the
/// longest distance. O(nodes · (ties + nodes)).
fn circulant_distances(graph: &CsrGraph) -> (Vec<u16>, u16) {
    let nodes = graph.node_count();
    let mut circulant_distances = vec![1u16; nodes * (nodes / 2)];
    let mut longest = 1;
    let (sources, row) = (BATCH_SIZE * BATCHES_IN_MEMORY, BATCH_SIZE * nodes);
    let mut rows = vec![0u16; row * BATCHES_IN_MEMORY.min(nodes.div_ceil(BATCH_SIZE))];
    for first in (0..nodes).step_by(sources) {
        let source_count = sources.min(nodes - first);
        rows.par_chunks_mut(row).take(source_count.div_ceil(BATCH_SIZE)).enumerate().for_each_init(
            BatchState::default,
            |state, (at, row)| {
                graph.bfs_batch(first + at * BATCH_SIZE, row, state);
            },
        );
        let farthest = (1..).zip(circulant_distances.chunks_mut(nodes)).collect::<Vec<(usize, &mut [u16])>>();
        let farthest = farthest.into_par_iter().map(|(offset, row_of_offset)| {
            let mut farthest = 1;
            for (at, hops) in row_of_offset[first..first + source_count].iter_mut().enumerate() {
                let other = first + at + offset;
                let other = if other >= nodes { other - nodes } else { other };
                *hops = rows[(at / BATCH_SIZE) * row + other * BATCH_SIZE + at % BATCH_SIZE];
                farthest = farthest.max(*hops);
            }
            farthest
        });
        longest = longest.max(farthest.max().unwrap_or(1));
    }
    (circulant_distances, longest)
}
