//! Sparse matrix–vector product (SpMV) with the adjacency matrix: the inner loop of PageRank and eigenvector
//! centrality.

use rayon::prelude::*;

use crate::centrality::weighting::Weighting;
use crate::network::adjacency::Adjacency;

/// Rows a task.
const ROWS_PER_CHUNK: usize = 512;

/// Writes Σ_j w_ij·x_j into `into`, row by row. Every row is added in a fixed order on any number of threads. O(ties).
pub(crate) fn multiply(adjacency: &Adjacency, weighting: Weighting, values: &[f64], into: &mut [f64]) {
    into.par_chunks_mut(ROWS_PER_CHUNK).enumerate().for_each(|(chunk, rows)| {
        for (row, sum) in rows.iter_mut().enumerate() {
            let node = chunk * ROWS_PER_CHUNK + row;
            let neighbours = adjacency.neighbours(node);
            *sum = match weighting {
                Weighting::Weighted => {
                    row_sum(neighbours, adjacency.weights(node), |neighbour, weight| weight * values[neighbour])
                }
                Weighting::Unweighted => row_sum(neighbours, neighbours, |neighbour, _| values[neighbour]),
            };
        }
    });
}

/// Sum over a row in four running sums, so that additions need not wait for each other.
fn row_sum<W: Copy>(neighbours: &[u32], weights: &[W], term: impl Fn(usize, W) -> f64) -> f64 {
    let mut sums = [0.0; 4];
    let (neighbour, rest) = neighbours.as_chunks::<4>();
    let (weights4, rest_weights) = weights.as_chunks::<4>();
    for (neighbour, weights4) in neighbour.iter().zip(weights4) {
        for lane in 0..4 {
            sums[lane] += term(neighbour[lane] as usize, weights4[lane]);
        }
    }
    let remainder: f64 =
        rest.iter().zip(rest_weights).map(|(&neighbour, &weight)| term(neighbour as usize, weight)).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + remainder
}
