//! Relaxation towards equal density: dense regions of a layout get space for names.

use crate::drawing::map::cluster_layout::separate_nodes;
use crate::drawing::map::power_diagram::{self, ConvexCell};
use crate::geometry::{Point, Rect};

/// Lloyd iterations, and the share of the distance to the centroid that a node moves in one.
const ITERATIONS: usize = 16;
const STEP: f64 = 0.3;
/// Maximum number of rounds of overlap removal.
const SEPARATION_ROUNDS: usize = 120;
/// Anisotropy: names are wider than high, so that horizontal distances are divided by this.
const ASPECT: f64 = 1.45;
/// Distance of nodes from the boundary of the page, in points, in addition to their radius.
const MARGIN: f64 = 8.5;
/// Minimum gap between nodes in points, and what is added around nodes whose name is required.
const MIN_GAP: f64 = 3.8;
const NAMED_GAP: f64 = 4.5;

/// Nodes of a relaxation, by index.
pub(crate) struct RelaxedNodes<'n> {
    pub(crate) radii: &'n [f64],
    /// Area that each requests, in square points.
    pub(crate) demands: &'n [f64],
    /// Whether the name of each is required.
    pub(crate) named: &'n [bool],
}

/// Moves nodes to the sites of a power diagram of the page, with areas in proportion to the square roots of the requested
/// ones, in anisotropic coordinates, and removes overlaps. O(iterations · nodes²).
pub(crate) fn relax(points: &mut [Point], nodes: &RelaxedNodes<'_>, page: Rect) {
    let stretched = |point: &Point| Point::new(point.x, point.y * ASPECT);
    let within = ConvexCell { corners: page.corners().iter().map(stretched).collect() };
    let mut sites: Vec<Point> = points.iter().map(stretched).collect();
    let demands: Vec<f64> = nodes.demands.iter().map(|demand| demand.sqrt()).collect();
    power_diagram::relax(&within, &mut sites, &demands, ITERATIONS, STEP);
    points.iter_mut().zip(&sites).for_each(|(point, site)| *point = Point::new(site.x, site.y / ASPECT));
    clamp(points, nodes, page);
    let gap = |a: usize, b: usize| {
        let more = if nodes.named[a] || nodes.named[b] { NAMED_GAP } else { 0.0 };
        nodes.radii[a] + nodes.radii[b] + MIN_GAP + more
    };
    for _ in 0..SEPARATION_ROUNDS {
        let moved = separate_nodes(points, 1.0, gap, 1.0);
        clamp(points, nodes, page);
        if !moved {
            break;
        }
    }
}

fn clamp(points: &mut [Point], nodes: &RelaxedNodes<'_>, page: Rect) {
    for (point, radius) in points.iter_mut().zip(nodes.radii) {
        let margin = radius + MARGIN;
        point.x = point.x.min(page.right - margin).max(page.left + margin);
        point.y = point.y.min(page.bottom - margin).max(page.top + margin);
    }
}
