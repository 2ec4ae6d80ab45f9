//! Stress majorization by localized optimization: each node in turn moves to the weighted mean of the positions that
//! would put it at its target distance from every other node. Never raises the stress.
//!
//! Source: Gansner, Koren & North 2004, *Graph Drawing by Stress Majorization*, Graph Drawing 2004,
//! 239–250 (localized optimization, §2.3); weights d⁻².

use crate::geometry::Point;
use crate::layout::distance::DistanceMatrix;

/// Default of [`Options::max_sweeps`].
pub const DEFAULT_MAX_SWEEPS: usize = 60;
/// Default of [`Options::tolerance`].
pub const DEFAULT_TOLERANCE: f64 = 1e-4;

/// Stopping criteria.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Maximum number of sweeps over all nodes.
    pub max_sweeps: usize,
    /// Convergence: the last sweep is one that moves no node further than this share of the longest distance.
    pub tolerance: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { max_sweeps: DEFAULT_MAX_SWEEPS, tolerance: DEFAULT_TOLERANCE }
    }
}

/// Sweeps over the nodes in index order until convergence or [`Options::max_sweeps`]. O(sweeps · nodes²).
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
