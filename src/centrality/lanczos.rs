//! The leading eigenvector by Lanczos's method: a fraction of the products that repeated multiplication needs.
//!
//! Source: Lanczos 1950, *Journal of Research of the National Bureau of Standards* 45, 255–282. Every vector that arises
//! is a polynomial of the matrix times the start, so that where several components share the leading eigenvalue the
//! mixture is the same to which repeated multiplication would lead. Memory: [`ROOM`] numbers for the basis.

use crate::centrality::product;
use crate::centrality::weighting::Weighting;
use crate::network::adjacency::Adjacency;

/// Most vectors of a basis; from the best vector in it the next one starts.
const BASIS: usize = 24;
/// Numbers in a basis: large networks have shorter ones.
const ROOM: usize = 8_000_000;
/// Bases at most.
const CYCLES: usize = 200;
/// The part of the product that points elsewhere, relative to the product.
const RESIDUAL: f64 = 1e-14;

/// The projection of `start` (not below 0, not all 0) on the leading eigenvectors, its largest entry 1, as near as
/// [`RESIDUAL`] or the last cycle.
pub(crate) fn leading(adjacency: &Adjacency, weighting: Weighting, start: &[f64]) -> Vec<f64> {
    let size = (ROOM / start.len().max(1)).clamp(4, BASIS);
    let mut vector = start.to_vec();
    for _ in 0..CYCLES {
        let (better, residual) = cycle(adjacency, weighting, vector, size);
        vector = better;
        if residual <= RESIDUAL {
            break;
        }
    }
    let largest = vector.iter().copied().fold(0.0, f64::max);
    vector.iter_mut().for_each(|value| *value = (*value / largest).max(0.0));
    vector
}

/// The best vector of the basis that starts with this one, and its residual.
fn cycle(adjacency: &Adjacency, weighting: Weighting, mut start: Vec<f64>, size: usize) -> (Vec<f64>, f64) {
    scale(&mut start);
    let nodes = start.len();
    let mut basis = vec![start];
    let (mut diagonal, mut beside) = (Vec::new(), Vec::<f64>::new());
    loop {
        let last = &basis[basis.len() - 1];
        let mut next = vec![0.0; nodes];
        product::times(adjacency, weighting, last, &mut next);
        diagonal.push(dot(&next, last));
        let (own, back) = (diagonal[diagonal.len() - 1], beside.last().copied().unwrap_or(0.0));
        let before = &basis[basis.len().saturating_sub(2)];
        for ((value, here), there) in next.iter_mut().zip(last).zip(before) {
            *value -= own * here + back * there;
        }
        let over = dot(&next, &next).sqrt();
        let (value, shares) = top(&diagonal, &beside);
        let residual = over * shares[shares.len() - 1].abs() / value.abs().max(f64::MIN_POSITIVE);
        if residual <= RESIDUAL || basis.len() == size {
            return (mixed(&basis, &shares), residual);
        }
        next.iter_mut().for_each(|entry| *entry /= over);
        beside.push(over);
        basis.push(next);
    }
}

fn mixed(basis: &[Vec<f64>], shares: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; basis[0].len()];
    for (vector, &share) in basis.iter().zip(shares) {
        sum.iter_mut().zip(vector).for_each(|(sum, value)| *sum += share * value);
    }
    sum
}

fn scale(vector: &mut [f64]) {
    let length = dot(vector, vector).sqrt();
    vector.iter_mut().for_each(|value| *value /= length);
}

/// In eight running sums, always in the same order.
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

/// Largest eigenvalue of a symmetric matrix of three diagonals, and its eigenvector of length 1.
fn top(diagonal: &[f64], beside: &[f64]) -> (f64, Vec<f64>) {
    let value = largest(diagonal, beside);
    let mut vector = vec![1.0; diagonal.len()];
    // From the far end, where the vector is smallest, so that errors shrink.
    for at in (0..beside.len()).rev() {
        let after = if at + 1 < beside.len() { beside[at + 1] * vector[at + 2] } else { 0.0 };
        vector[at] = ((value - diagonal[at + 1]) * vector[at + 1] - after) / beside[at];
        if vector[at].abs() > 1e100 {
            vector[at..].iter_mut().for_each(|entry| *entry /= 1e100);
        }
    }
    scale(&mut vector);
    (value, vector)
}

/// By halving: how many pivots of T − x are above 0 says how many eigenvalues are.
fn largest(diagonal: &[f64], beside: &[f64]) -> f64 {
    let reach = |at: usize| {
        let side = |at: Option<usize>| at.and_then(|at| beside.get(at)).copied().unwrap_or(0.0).abs();
        side(Some(at)) + side(at.checked_sub(1))
    };
    let mut low = diagonal.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut high = (0..diagonal.len()).map(|at| diagonal[at] + reach(at)).fold(low, f64::max);
    let below = |x: f64| {
        let mut pivot = diagonal[0] - x;
        (1..diagonal.len()).all(|at| {
            let fits = pivot < 0.0;
            pivot = diagonal[at] - x - beside[at - 1] * beside[at - 1] / pivot;
            fits
        }) && pivot < 0.0
    };
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return high;
        }
        if below(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_diagonals_have_the_known_eigenvalue() {
        // A path of four: 2·cos(π/5), with entries sin(kπ/5).
        let (value, vector) = top(&[0.0; 4], &[1.0; 3]);
        let angle = std::f64::consts::PI / 5.0;
        assert!((value - 2.0 * angle.cos()).abs() < 1e-14);
        assert!((vector[1] / vector[0] - (2.0 * angle).sin() / angle.sin()).abs() < 1e-13);
    }

    #[test]
    fn a_star_gives_its_middle_the_root_of_its_leaves() {
        let adjacency = Adjacency::new(11, (0..9).map(|leaf| (9, leaf, 1.0)));
        let start: Vec<f64> = (0..11).map(|node| f64::from(u8::from(node < 10))).collect();
        let vector = leading(&adjacency, Weighting::Weighted, &start);
        assert!((vector[9] - 1.0).abs() < 1e-13 && (vector[0] - 1.0 / 3.0).abs() < 1e-13 && vector[10] == 0.0);
    }
}
