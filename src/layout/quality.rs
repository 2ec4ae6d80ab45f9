//! How good a layout is: stress, crossings, gaps.

use crate::geometry::Point;
use crate::layout::bfs::{FAR, Graph};
use crate::layout::distance::Distances;
use crate::random::Random;

/// Above this many nodes stress is estimated from some of them.
pub const SAMPLE_ABOVE: usize = 3_000;
/// How many.
pub const SAMPLE: usize = 400;

/// Normalised stress: the mean over all pairs with a path of (s·|xᵢ − xⱼ| − gᵢⱼ)² / gᵢⱼ², with the one
/// scale s that makes it least. 0 is perfect. 0 when there is no pair. O(nodes²).
#[must_use]
pub fn normalised_stress(points: &[Point], distances: &Distances) -> f64 {
    let (mut square, mut product, mut pairs) = (0.0, 0.0, 0usize);
    for_each_pair(points, distances, |drawn, wanted| {
        square += drawn * drawn / (wanted * wanted);
        product += drawn / wanted;
        pairs += 1;
    });
    if pairs == 0 {
        return 0.0;
    }
    // Σ (s·r − 1)² over the ratios r is least at s = Σr / Σr², where it is n − (Σr)² / Σr².
    if square > 0.0 { ((pairs as f64 - product * product / square) / pairs as f64).max(0.0) } else { 1.0 }
}

/// Stress as it stands: Σ (|xᵢ − xⱼ| − gᵢⱼ)² / gᵢⱼ² over pairs with a path, without a scale. O(nodes²).
#[must_use]
pub fn raw_stress(points: &[Point], distances: &Distances) -> f64 {
    let mut stress = 0.0;
    for_each_pair(points, distances, |drawn, wanted| {
        let miss = drawn / wanted - 1.0;
        stress += miss * miss;
    });
    stress
}

/// Normalised stress of a graph without lengths, up to [`SAMPLE_ABOVE`] nodes over all pairs, above over all pairs of
/// [`SAMPLE`] nodes drawn by lot. Nodes must be connected. O(sources · (nodes + ties)).
#[must_use]
pub fn sampled_stress(points: &[Point], ties: &[(usize, usize)]) -> f64 {
    let nodes = points.len();
    let graph = Graph::new(nodes, ties, &mut Random::new(0));
    let mut placed = vec![Point::default(); nodes];
    graph.numbers.iter().zip(points).for_each(|(&number, &point)| placed[number as usize] = point);
    let sources = if nodes > SAMPLE_ABOVE { SAMPLE } else { nodes };
    let (mut steps, mut queue) = (vec![0; nodes], Vec::new());
    let (mut square, mut product, mut pairs) = (0.0, 0.0, 0.0);
    // Numbers are drawn by lot, so that the first ones are a sample.
    for source in 0..sources {
        graph.steps(source, &mut steps, &mut queue);
        for (node, &far) in steps.iter().enumerate().filter(|(_, far)| **far > 0 && **far != FAR) {
            let ratio = placed[source].distance(placed[node]) / f64::from(far);
            product += ratio;
            square += ratio * ratio;
            pairs += 1.0;
        }
    }
    if square > 0.0 { (1.0 - product * product / (square * pairs)).max(0.0) } else { 0.0 }
}

fn for_each_pair(points: &[Point], distances: &Distances, mut see: impl FnMut(f64, f64)) {
    for a in 0..points.len() {
        for b in a + 1..points.len() {
            let wanted = distances.between(a, b);
            if wanted.is_finite() {
                see(points[a].distance(points[b]), wanted);
            }
        }
    }
}

/// Number of pairs of ties that cross; ties that share an end never do. O(ties²).
#[must_use]
pub fn crossings(points: &[Point], ties: &[(usize, usize)]) -> usize {
    let mut count = 0;
    for (position, &(a, b)) in ties.iter().enumerate() {
        for &(c, d) in &ties[position + 1..] {
            if a != c && a != d && b != c && b != d && segments_cross(points[a], points[b], points[c], points[d]) {
                count += 1;
            }
        }
    }
    count
}

/// Whether two segments cross at a point inside both. Touching ends and parallel ones do not count.
#[must_use]
pub fn segments_cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// Smallest gap between two discs; below zero when they overlap, infinite for fewer than two. O(nodes²).
#[must_use]
pub fn smallest_gap(points: &[Point], radii: &[f64]) -> f64 {
    let mut least = f64::INFINITY;
    for a in 0..points.len() {
        for b in a + 1..points.len() {
            least = least.min(points[a].distance(points[b]) - radii[a] - radii[b]);
        }
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scale_does_not_matter_but_shape_does() {
        let path = Distances::steps(3, [(0, 1), (1, 2)].into_iter());
        let straight = [Point::new(0.0, 0.0), Point::new(7.0, 0.0), Point::new(14.0, 0.0)];
        assert!(normalised_stress(&straight, &path) < 1e-12);
        // Ratios drawn : wanted are 1, 1 and 1/2, so that s = 2.5/2.25 and stress = 1 − 2.5²/(3·2.25).
        let bent = [Point::new(0.0, 0.0), Point::new(1.0, 0.0), Point::new(0.5, 0.75f64.sqrt())];
        assert!((normalised_stress(&bent, &path) - (1.0 - 6.25 / 6.75)).abs() < 1e-12);
    }

    #[test]
    fn a_square_with_diagonals_has_one_crossing() {
        let points = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|(x, y)| Point::new(x, y));
        let ties = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)];
        assert_eq!(crossings(&points, &ties), 1);
    }
}
