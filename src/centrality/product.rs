//! The adjacency matrix times a vector: what the iterations of PageRank and eigenvector centrality consist of.

use rayon::prelude::*;

use crate::centrality::weighting::Weighting;
use crate::network::adjacency::Adjacency;

/// Rows of one piece of work.
const PIECE: usize = 512;

/// Puts Σ_j w_ij·x_j into `into`, row by row. Every row is added up in one order, on any number of threads.
pub(crate) fn times(adjacency: &Adjacency, weighting: Weighting, values: &[f64], into: &mut [f64]) {
    into.par_chunks_mut(PIECE).enumerate().for_each(|(piece, rows)| {
        for (row, sum) in rows.iter_mut().enumerate() {
            let node = piece * PIECE + row;
            let neighbours = adjacency.neighbours(node);
            *sum = match weighting {
                Weighting::Weighted => added(neighbours, adjacency.weights(node), |near, weight| weight * values[near]),
                Weighting::Unweighted => added(neighbours, neighbours, |near, _| values[near]),
            };
        }
    });
}

/// Four running sums, because each addition has to wait for the one before it.
fn added<W: Copy>(neighbours: &[u32], weights: &[W], term: impl Fn(usize, W) -> f64) -> f64 {
    let mut sums = [0.0; 4];
    let (near, rest) = neighbours.as_chunks::<4>();
    let (heavy, left) = weights.as_chunks::<4>();
    for (near, heavy) in near.iter().zip(heavy) {
        for lane in 0..4 {
            sums[lane] += term(near[lane] as usize, heavy[lane]);
        }
    }
    let tail: f64 = rest.iter().zip(left).map(|(&near, &weight)| term(near as usize, weight)).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + tail
}
