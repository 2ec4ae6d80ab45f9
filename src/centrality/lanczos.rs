//! Lanczos's method for the leading eigenvector, with far fewer matrix products than power iteration.
//!
//! Source: Lanczos 1950, *Journal of Research of the National Bureau of Standards* 45, 255–282. Every vector is a
//! polynomial of the matrix times the start vector, so where several components share the leading eigenvalue the result
//! is the same mixture to which power iteration converges. Memory: at most [`MAX_BASIS_VALUES`] numbers for the basis
//! (at least four vectors).

use crate::centrality::spmv;
use crate::centrality::weighting::Weighting;
use crate::network::adjacency::Adjacency;

/// Maximum size of the Krylov basis; the method restarts from the best vector in it.
const MAX_BASIS: usize = 24;
/// Maximum number of values in a basis: large networks have smaller bases.
const MAX_BASIS_VALUES: usize = 8_000_000;
/// Maximum number of restarts.
const MAX_RESTARTS: usize = 200;
/// Convergence threshold: residual norm relative to the eigenvalue.
const TOLERANCE: f64 = 1e-14;

/// Projection of `start` (non-negative, not all 0) on the leading eigenspace, scaled so that its largest entry is 1.
/// Ends at [`TOLERANCE`] or after the last restart.
pub(crate) fn leading_eigenvector(adjacency: &Adjacency, weighting: Weighting, start: &[f64]) -> Vec<f64> {
    let size = (MAX_BASIS_VALUES / start.len().max(1)).clamp(4, MAX_BASIS);
    let mut vector = start.to_vec();
    for _ in 0..MAX_RESTARTS {
        let (better, residual) = cycle(adjacency, weighting, vector, size);
        vector = better;
        if residual <= TOLERANCE {
            break;
        }
    }
    let largest = vector.iter().copied().fold(0.0, f64::max);
    vector.iter_mut().for_each(|value| *value = (*value / largest).max(0.0));
    vector
}

/// One Lanczos cycle: the Ritz vector of the largest Ritz value in the basis that starts with `start`, and its
/// residual.
fn cycle(adjacency: &Adjacency, weighting: Weighting, mut start: Vec<f64>, size: usize) -> (Vec<f64>, f64) {
    normalise(&mut start);
    let nodes = start.len();
    let mut basis = vec![start];
    let (mut diagonal, mut off_diagonal) = (Vec::new(), Vec::<f64>::new());
    loop {
        let last = &basis[basis.len() - 1];
        let mut next = vec![0.0; nodes];
        spmv::multiply(adjacency, weighting, last, &mut next);
        diagonal.push(dot(&next, last));
        let (alpha, beta) = (diagonal[diagonal.len() - 1], off_diagonal.last().copied().unwrap_or(0.0));
        let before = &basis[basis.len().saturating_sub(2)];
        for ((value, here), there) in next.iter_mut().zip(last).zip(before) {
            *value -= alpha * here + beta * there;
        }
        let norm = dot(&next, &next).sqrt();
        let (value, coefficients) = largest_eigenpair(&diagonal, &off_diagonal);
        let residual = norm * coefficients[coefficients.len() - 1].abs() / value.abs().max(f64::MIN_POSITIVE);
        if residual <= TOLERANCE || basis.len() == size {
            return (linear_combination(&basis, &coefficients), residual);
        }
        next.iter_mut().for_each(|entry| *entry /= norm);
        off_diagonal.push(norm);
        basis.push(next);
    }
}

fn linear_combination(basis: &[Vec<f64>], coefficients: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; basis[0].len()];
    for (vector, &coefficient) in basis.iter().zip(coefficients) {
        sum.iter_mut().zip(vector).for_each(|(sum, value)| *sum += coefficient * value);
    }
    sum
}

fn normalise(vector: &mut [f64]) {
    let length = dot(vector, vector).sqrt();
    vector.iter_mut().for_each(|value| *value /= length);
}

/// Dot product in eight running sums, in a fixed order.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 8];
    let (a, a_rest) = a.as_chunks::<8>();
    let (b, b_rest) = b.as_chunks::<8>();
    for (a, b) in a.iter().zip(b) {
        for lane in 0..8 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum::<f64>() + a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum::<f64>()
}

/// Largest eigenvalue of a symmetric tridiagonal matrix and its eigenvector of length 1, entry by entry from the last
/// row upwards.
fn largest_eigenpair(diagonal: &[f64], off_diagonal: &[f64]) -> (f64, Vec<f64>) {
    let value = largest(diagonal, off_diagonal);
    let mut vector = vec![1.0; diagonal.len()];
    // Computed from the last entry, where the vector is smallest, so that errors shrink.
    for at in (0..off_diagonal.len()).rev() {
        let after = if at + 1 < off_diagonal.len() { off_diagonal[at + 1] * vector[at + 2] } else { 0.0 };
        vector[at] = ((value - diagonal[at + 1]) * vector[at + 1] - after) / off_diagonal[at];
        if vector[at].abs() > 1e100 {
            vector[at..].iter_mut().for_each(|entry| *entry /= 1e100);
        }
    }
    normalise(&mut vector);
    (value, vector)
}

/// Largest eigenvalue by bisection within Gershgorin's bound: all pivots of T − x are negative exactly when x is above
/// every eigenvalue (Sturm).
fn largest(diagonal: &[f64], off_diagonal: &[f64]) -> f64 {
    let radius = |at: usize| {
        let side = |at: Option<usize>| at.and_then(|at| off_diagonal.get(at)).copied().unwrap_or(0.0).abs();
        side(Some(at)) + side(at.checked_sub(1))
    };
    let mut low = diagonal.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut high = (0..diagonal.len()).map(|at| diagonal[at] + radius(at)).fold(low, f64::max);
    let below = |x: f64| {
        let mut pivot = diagonal[0] - x;
        (1..diagonal.len()).all(|at| {
            let is_below = pivot < 0.0;
            pivot = diagonal[at] - x - off_diagonal[at - 1] * off_diagonal[at - 1] / pivot;
            is_below
        }) && pivot < 0.0
    };
    loop {
        let mid = low + (high - low) / 2.0;
        if mid <= low || mid >= high {
            return high;
        }
        if below(mid) {
            high = mid;
        } else {
            low = mid;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tridiagonal_matrix_has_the_known_eigenvalue() {
        // A path of four nodes: eigenvalue 2·cos(π/5), eigenvector sin(kπ/5).
        let (value, vector) = largest_eigenpair(&[0.0; 4], &[1.0; 3]);
        let angle = std::f64::consts::PI / 5.0;
        assert!((value - 2.0 * angle.cos()).abs() < 1e-14);
        assert!((vector[1] / vector[0] - (2.0 * angle).sin() / angle.sin()).abs() < 1e-13);
    }

    #[test]
    fn the_hub_of_a_star_has_the_square_root_of_its_leaves() {
        let adjacency = Adjacency::new(11, (0..9).map(|leaf| (9, leaf, 1.0)));
        let start: Vec<f64> = (0..11).map(|node| f64::from(u8::from(node < 10))).collect();
        let vector = leading_eigenvector(&adjacency, Weighting::Weighted, &start);
        assert!((vector[9] - 1.0).abs() < 1e-13 && (vector[0] - 1.0 / 3.0).abs() < 1e-13 && vector[10] == 0.0);
    }
}
