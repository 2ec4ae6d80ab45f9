//! Local refinement of a stress layout: each node in turn goes to the weighted mean of where the others
//! want it. Never raises the stress.
//!
//! Source: Gansner, Koren & North 2004, *Graph Drawing by Stress Majorization*, Graph Drawing 2004,
//! 239–250 (localized optimisation, §2.3); weights d⁻².

use crate::geometry::Point;
use crate::layout::distance::DistanceMatrix;

/// Most sweeps over all nodes.
pub const DEFAULT_MAX_SWEEPS: usize = 60;
/// A sweep that moves no node further than this share of the longest distance is the last.
pub const DEFAULT_TOLERANCE: f64 = 1e-4;

/// When to stop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Most sweeps.
    pub max_sweeps: usize,
    /// Share of the longest distance below which a move does not count.
    pub tolerance: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { max_sweeps: DEFAULT_MAX_SWEEPS, tolerance: DEFAULT_TOLERANCE }
    }
}

/// Moves the nodes in id order until nothing moves. O(sweeps · nodes²).
pub fn refine(points: &mut [Point], distances: &DistanceMatrix, options: &Options) {
    let longest = (0..distances.node_count())
        .flat_map(|node| distances.row(node))
        .filter(|distance| distance.is_finite())
        .fold(0.0f64, |longest, &distance| longest.max(distance));
    for _ in 0..options.max_sweeps {
        let mut max_move = 0.0f64;
        for node in 0..points.len() {
            let target = weighted_target(points, distances, node);
            max_move = max_move.max(target.distance(points[node]));
            points[node] = target;
        }
        if max_move <= options.tolerance * longest {
            break;
        }
    }
}

fn weighted_target(points: &[Point], distances: &DistanceMatrix, node: usize) -> Point {
    let own = points[node];
    let (mut x, mut y, mut total) = (0.0, 0.0, 0.0);
    for (other, &target) in distances.row(node).iter().enumerate() {
        if other == node || !target.is_finite() {
            continue;
        }
        let at = points[other];
        let length = own.distance(at).max(1e-9);
        let weight = 1.0 / (target * target);
        x += weight * (at.x + target * (own.x - at.x) / length);
        y += weight * (at.y + target * (own.y - at.y) / length);
        total += weight;
    }
    if total > 0.0 { Point::new(x / total, y / total) } else { own }
}
