//! Katz centrality: the walks that end at a node, longer ones counted less.
//!
//! x = α·A·x + 1 with α below the inverse of the largest eigenvalue λ of A; scaled so that the largest entry is 1.
//! Source: Katz 1953, *Psychometrika* 18, 39–43. O(iterations · ties).

use crate::centrality::eigenvector;
use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::spmv;
use crate::centrality::weighting::Weighting;
use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// α as a share of 1/λ. At 1 the measure would be eigenvector centrality, at 0 all nodes would be equal.
pub const ATTENUATION: f64 = 0.9;
/// Convergence threshold: the largest change of an entry in the last iteration, as a share of the largest entry.
pub const TOLERANCE: f64 = 1e-15;
/// Maximum number of iterations: α·λ = 0.9 needs about 330.
pub const MAX_ITERATIONS: usize = 20_000;

/// Options of Katz centrality.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Whether ties count by their weight (the default).
    pub weighting: Weighting,
    /// See [`ATTENUATION`]; between 0 and 1, both excluded.
    pub attenuation: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { weighting: Weighting::Weighted, attenuation: ATTENUATION }
    }
}

/// Katz centrality of every node; isolates have the lowest value, that of the walk without a step.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let adjacency = network.adjacency();
    let alpha = match largest_eigenvalue(network, options.weighting) {
        Some(lambda) => options.attenuation / lambda,
        None => 0.0,
    };
    let mut values = vec![1.0f64; adjacency.node_count()];
    let mut next = vec![0.0; values.len()];
    for _ in 0..MAX_ITERATIONS {
        spmv::multiply(adjacency, options.weighting, &values, &mut next);
        let (mut change, mut largest) = (0.0f64, 0.0f64);
        for (value, sum) in values.iter_mut().zip(&next) {
            let new = alpha * sum + 1.0;
            change = change.max((new - *value).abs());
            largest = largest.max(new);
            *value = new;
        }
        if change <= TOLERANCE * largest {
            break;
        }
    }
    let largest = values.iter().copied().fold(0.0, f64::max);
    values.iter_mut().for_each(|value| *value /= largest);
    Scores { measure: Measure::Katz, values }
}

/// λ, the Rayleigh quotient of the leading eigenvector; `None` without ties.
fn largest_eigenvalue(network: &Network<'_>, weighting: Weighting) -> Option<f64> {
    let vector = eigenvector::scores(network, &eigenvector::Options { weighting, ..eigenvector::Options::default() });
    let mut product = vec![0.0; vector.values.len()];
    let adjacency: &Adjacency = network.adjacency();
    spmv::multiply(adjacency, weighting, &vector.values, &mut product);
    let dot = |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
    let lambda = dot(&vector.values, &product) / dot(&vector.values, &vector.values);
    (lambda > 0.0).then_some(lambda)
}
