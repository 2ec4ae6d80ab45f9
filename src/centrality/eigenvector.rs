//! Eigenvector centrality: a node is central when its partners are central.
//!
//! The leading eigenvector of the weighted adjacency matrix, scaled so that its largest entry is 1. Source: Bonacich
//! 1972, *Journal of Mathematical Sociology* 2, 113–120. O(iterations · ties).

use crate::centrality::lanczos;
use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::spmv;
use crate::centrality::weighting::Weighting;
use crate::network::graph::Network;

/// Convergence threshold: the largest change of an entry in the last iteration.
pub const TOLERANCE: f64 = 1e-13;
/// Maximum number of iterations.
pub const MAX_ITERATIONS: usize = 20_000;
/// Entries below this share of the largest are set to 0: remainders of components with a smaller eigenvalue.
pub const NEGLIGIBLE: f64 = 1e-10;

/// Options of eigenvector centrality.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Whether ties count by their weight (the default).
    pub weighting: Weighting,
    /// See [`TOLERANCE`].
    pub tolerance: f64,
    /// See [`MAX_ITERATIONS`].
    pub max_iterations: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { weighting: Weighting::Weighted, tolerance: TOLERANCE, max_iterations: MAX_ITERATIONS }
    }
}

/// Lanczos's method, then power iteration on A + σI until convergence; σ is the mean strength of the nodes with ties
/// and keeps bipartite networks from oscillating. The start vector is 1 for every node with a tie.
///
/// In a disconnected network only the component of the largest eigenvalue has values above 0; components that share it
/// keep the mixture that the uniform start vector gives. Isolates have 0.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let adjacency = network.adjacency();
    let nodes = adjacency.node_count();
    let tied_nodes = (0..nodes).filter(|&node| adjacency.degree(node) > 0).count();
    let strength =
        |node: usize| -> f64 { adjacency.weights(node).iter().map(|&weight| options.weighting.of(weight)).sum() };
    let shift = (0..nodes).map(strength).sum::<f64>() / tied_nodes.max(1) as f64;

    let mut values: Vec<f64> = (0..nodes).map(|node| f64::from(u8::from(adjacency.degree(node) > 0))).collect();
    if tied_nodes > 0 {
        values = lanczos::leading_eigenvector(adjacency, options.weighting, &values);
    }
    let mut next = vec![0.0; nodes];
    for _ in 0..options.max_iterations {
        spmv::multiply(adjacency, options.weighting, &values, &mut next);
        let mut largest = 0.0f64;
        for (sum, value) in next.iter_mut().zip(&values) {
            *sum += shift * value;
            largest = largest.max(*sum);
        }
        if largest == 0.0 {
            break;
        }
        let mut change = 0.0f64;
        for (value, new) in values.iter_mut().zip(&next) {
            let new = new / largest;
            change = change.max((new - *value).abs());
            *value = new;
        }
        if change < options.tolerance {
            break;
        }
    }
    values.iter_mut().filter(|value| **value < NEGLIGIBLE).for_each(|value| *value = 0.0);
    Scores { measure: Measure::Eigenvector, values }
}
