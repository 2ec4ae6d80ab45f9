//! Layout quality measures: stress, edge crossings, node gaps.

use crate::geometry::{Point, segments_cross};
use crate::layout::bfs::{CsrGraph, UNREACHABLE};
use crate::layout::distance::DistanceMatrix;
use crate::random::Random;

/// Nodes up to which [`sampled_stress`] is exact.
pub const MAX_EXACT_NODES: usize = 3_000;
/// Sources of the estimate above that.
pub const SAMPLE_SOURCES: usize = 400;

/// Normalised stress: the mean of (s·|xᵢ − xⱼ| − gᵢⱼ)² / gᵢⱼ² over all pairs with a path, minimised over the scale s.
/// In [0, 1], 0 is best; 0 without pairs. O(nodes²).
#[must_use]
pub fn normalised_stress(points: &[Point], distances: &DistanceMatrix) -> f64 {
    let (mut square, mut product, mut pairs) = (0.0, 0.0, 0usize);
    for_each_pair(points, distances, |drawn, target| {
        square += drawn * drawn / (target * target);
        product += drawn / target;
        pairs += 1;
    });
    if pairs == 0 {
        return 0.0;
    }
    // Σ (s·r − 1)² over the ratios r is minimal at s = Σr / Σr², where it is n − (Σr)² / Σr².
    if square > 0.0 { ((pairs as f64 - product * product / square) / pairs as f64).max(0.0) } else { 1.0 }
}

/// Length of a distance of 1 at which the raw stress is minimal; 1 without pairs. O(nodes²).
#[must_use]
pub fn best_scale(points: &[Point], distances: &DistanceMatrix) -> f64 {
    let (mut square, mut sum) = (0.0, 0.0);
    for_each_pair(points, distances, |drawn, target| {
        square += drawn * drawn / (target * target);
        sum += drawn / target;
    });
    if sum > 0.0 { square / sum } else { 1.0 }
}

/// Raw stress: Σ (|xᵢ − xⱼ| − gᵢⱼ)² / gᵢⱼ² over pairs with a path, at the scale of the points. O(nodes²).
#[must_use]
pub fn raw_stress(points: &[Point], distances: &DistanceMatrix) -> f64 {
    scaled_stress(points, distances, 1.0)
}

/// Raw stress where a distance of 1 is `length` long: Σ (|xᵢ − xⱼ| − length·gᵢⱼ)² / (length·gᵢⱼ)². O(nodes²).
#[must_use]
pub fn scaled_stress(points: &[Point], distances: &DistanceMatrix, length: f64) -> f64 {
    let mut stress = 0.0;
    for_each_pair(points, distances, |drawn, target| {
        let error = drawn / (length * target) - 1.0;
        stress += error * error;
    });
    stress
}

/// Normalised stress of a connected graph with ties of length 1: over all pairs up to [`MAX_EXACT_NODES`] nodes, above
/// over the pairs of [`SAMPLE_SOURCES`] random sources with all nodes. O(sources · (nodes + ties)).
#[must_use]
pub fn sampled_stress(points: &[Point], ties: &[(usize, usize)]) -> f64 {
    let nodes = points.len();
    let graph = CsrGraph::new(nodes, ties, &mut Random::new(0));
    let mut permuted = vec![Point::default(); nodes];
    graph.permutation.iter().zip(points).for_each(|(&number, &point)| permuted[number as usize] = point);
    let sources = if nodes > MAX_EXACT_NODES { SAMPLE_SOURCES } else { nodes };
    let (mut hops, mut queue) = (vec![0; nodes], Vec::new());
    let (mut square, mut product, mut pairs) = (0.0, 0.0, 0.0);
    // The numbering is a random permutation: its first nodes are a uniform sample.
    for source in 0..sources {
        graph.bfs_distances(source, &mut hops, &mut queue);
        for (node, &distance) in
            hops.iter().enumerate().filter(|(_, distance)| **distance > 0 && **distance != UNREACHABLE)
        {
            let ratio = permuted[source].distance(permuted[node]) / f64::from(distance);
            product += ratio;
            square += ratio * ratio;
            pairs += 1.0;
        }
    }
    if square > 0.0 { (1.0 - product * product / (square * pairs)).max(0.0) } else { 0.0 }
}

fn for_each_pair(points: &[Point], distances: &DistanceMatrix, mut visit: impl FnMut(f64, f64)) {
    for a in 0..points.len() {
        for b in a + 1..points.len() {
            let target = distances.between(a, b);
            if target.is_finite() {
                visit(points[a].distance(points[b]), target);
            }
        }
    }
}

/// Edge crossings: pairs of ties without a common end that intersect as segments. O(ties²).
#[must_use]
pub fn crossings(points: &[Point], ties: &[(usize, usize)]) -> usize {
    let mut count = 0;
    for (position, &(a, b)) in ties.iter().enumerate() {
        for &(c, d) in &ties[position + 1..] {
            if a != c && a != d && b != c && b != d && segments_cross((points[a], points[b]), (points[c], points[d])) {
                count += 1;
            }
        }
    }
    count
}

/// Minimum gap between two discs of centres `points`; negative when two overlap, infinite for fewer than two. O(nodes²).
#[must_use]
pub fn min_gap(points: &[Point], radii: &[f64]) -> f64 {
    let mut min_gap = f64::INFINITY;
    for a in 0..points.len() {
        for b in a + 1..points.len() {
            min_gap = min_gap.min(points[a].distance(points[b]) - radii[a] - radii[b]);
        }
    }
    min_gap
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stress_is_invariant_under_scaling() {
        let path = DistanceMatrix::hops(3, [(0, 1), (1, 2)].into_iter());
        let straight = [Point::new(0.0, 0.0), Point::new(7.0, 0.0), Point::new(14.0, 0.0)];
        assert!(normalised_stress(&straight, &path) < 1e-12);
        // Ratios drawn : target are 1, 1 and 1/2, so that s = 2.5/2.25 and stress = 1 − 2.5²/(3·2.25).
        let bent = [Point::new(0.0, 0.0), Point::new(1.0, 0.0), Point::new(0.5, 0.75f64.sqrt())];
        assert!((normalised_stress(&bent, &path) - (1.0 - 6.25 / 6.75)).abs() < 1e-12);
    }

    #[test]
    fn diagonals_of_a_square_cross_once() {
        let points = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|(x, y)| Point::new(x, y));
        let ties = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)];
        assert_eq!(crossings(&points, &ties), 1);
    }
}
