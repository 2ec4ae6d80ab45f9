//! Constrained stress layout: nodes stay inside the convex cells of their clusters, with space for names.

use crate::drawing::map::hull;
use crate::drawing::map::power_diagram::{self, ConvexCell};
use crate::geometry::{Point, Rect};
use crate::layout::distance::DistanceMatrix;

/// Iterations of stress majorization and separation.
const ROUNDS: usize = 110;
/// Share of the distance to its stress target that a node moves in the first iteration.
const INITIAL_STEP: f64 = 0.7;
/// Distance from the boundary of the cell, as a share of the free radius of a node.
const WALL_CLEARANCE: f64 = 0.85;
/// Lloyd iterations within a cell, and the share of the distance to the centroid that a node moves in one.
const RELAXATION_ITERATIONS: usize = 16;
const RELAXATION_STEP: f64 = 0.3;
/// Maximum number of rounds of overlap removal.
const SEPARATION_ROUNDS: usize = 120;
/// Anisotropy: names are wider than high, so that horizontal distances are divided by this.
const ASPECT: f64 = 1.45;
/// Minimum gap between nodes in points, and what is added around nodes whose name is required.
const MIN_GAP: f64 = 3.5;
const NAMED_GAP: f64 = 4.5;
/// Added to the padding of hulls, as smoothed hulls exceed their polygons and need a gap between them.
const HULL_CLEARANCE: f64 = 2.5;

/// Nodes of a constrained layout, by index.
pub(crate) struct CellNodes<'n> {
    pub(crate) radii: &'n [f64],
    /// Area that each requests, in square points.
    pub(crate) demands: &'n [f64],
    /// Cluster of each: the index of its cell.
    pub(crate) cluster: &'n [usize],
    /// Whether the name of each is required.
    pub(crate) named: &'n [bool],
    pub(crate) distances: &'n DistanceMatrix,
}

/// Moves `points` to a low-stress layout within the cells of their clusters. O(iterations · nodes²).
pub(crate) fn place_nodes(points: &mut [Point], nodes: &CellNodes<'_>, cells: &[ConvexCell]) {
    stretch_to_cells(points, nodes, cells);
    let free_radius = free_radii(nodes, cells);
    let hull_margin = |node: usize| nodes.radii[node] + hull::PADDING + HULL_CLEARANCE;
    let margin = |node: usize| hull_margin(node).max(WALL_CLEARANCE * free_radius[node]);
    for round in 0..ROUNDS {
        let remaining = 1.0 - round as f64 / ROUNDS as f64;
        let best_scale = best_scale(points, nodes.distances);
        for node in 0..points.len() {
            let stress_target = stress_target(points, nodes.distances, best_scale, node);
            let at = points[node].lerp(stress_target, INITIAL_STEP * remaining * remaining);
            points[node] = cells[nodes.cluster[node]].clamped_inside(at, margin(node));
        }
        separate(points, nodes, cells, 0.7 - 0.4 * remaining, |a, b| free_radius[a] + free_radius[b], ASPECT, &margin);
    }
    relax_in_cells(points, nodes, cells);
}

/// Relaxes nodes towards equal density in their cells and removes overlaps, from their current positions.
pub(crate) fn relax_in_cells(points: &mut [Point], nodes: &CellNodes<'_>, cells: &[ConvexCell]) {
    relax_to_areas(points, nodes, cells);
    let hull_margin = |node: usize| nodes.radii[node] + hull::PADDING + HULL_CLEARANCE;
    for _ in 0..SEPARATION_ROUNDS {
        let gap = |a: usize, b: usize| {
            let more = if nodes.named[a] || nodes.named[b] { NAMED_GAP } else { 0.0 };
            nodes.radii[a] + nodes.radii[b] + MIN_GAP + more + 0.3
        };
        if !separate(points, nodes, cells, 1.0, gap, 1.0, &hull_margin) {
            break;
        }
    }
}

/// Moves nodes to the sites of a power diagram of their cell, with areas in proportion to the square roots of the requested
/// ones, in anisotropic coordinates.
fn relax_to_areas(points: &mut [Point], nodes: &CellNodes<'_>, cells: &[ConvexCell]) {
    for (cluster, cell) in cells.iter().enumerate() {
        let members: Vec<usize> = (0..points.len()).filter(|&node| nodes.cluster[node] == cluster).collect();
        let stretched = |point: &Point| Point::new(point.x, point.y * ASPECT);
        let within = ConvexCell { corners: cell.corners.iter().map(stretched).collect() };
        let mut sites: Vec<Point> = members.iter().map(|&node| stretched(&points[node])).collect();
        let demands: Vec<f64> = members.iter().map(|&node| nodes.demands[node].sqrt()).collect();
        power_diagram::relax(&within, &mut sites, &demands, RELAXATION_ITERATIONS, RELAXATION_STEP);
        for (&node, site) in members.iter().zip(&sites) {
            points[node] = clamped_to_cell(Point::new(site.x, site.y / ASPECT), node, nodes, cells);
        }
    }
}

fn clamped_to_cell(point: Point, node: usize, nodes: &CellNodes<'_>, cells: &[ConvexCell]) -> Point {
    cells[nodes.cluster[node]].clamped_inside(point, nodes.radii[node] + hull::PADDING + HULL_CLEARANCE)
}

/// Scales and moves each cluster to 0.8 times the bounding box of its cell.
fn stretch_to_cells(points: &mut [Point], nodes: &CellNodes<'_>, cells: &[ConvexCell]) {
    for (cluster, cell) in cells.iter().enumerate() {
        let members: Vec<usize> = (0..points.len()).filter(|&node| nodes.cluster[node] == cluster).collect();
        let empty = Rect::new(f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
        let grow = |rect: Rect, p: Point| rect.union(Rect::new(p.x, p.y, p.x, p.y));
        let own_bounds = members.iter().fold(empty, |rect, &node| grow(rect, points[node]));
        let cell_bounds = cell.corners.iter().fold(empty, |rect, &corner| grow(rect, corner));
        let centre = cell.centroid();
        let scale =
            |cell_bounds: f64, own_bounds: f64| if own_bounds > 1e-6 { 0.8 * cell_bounds / own_bounds } else { 1.0 };
        let (sx, sy) =
            (scale(cell_bounds.width(), own_bounds.width()), scale(cell_bounds.height(), own_bounds.height()));
        let own_center = own_bounds.center();
        for node in members {
            let at = points[node];
            let to = Point::new(centre.x + (at.x - own_center.x) * sx, centre.y + (at.y - own_center.y) * sy);
            points[node] = clamped_to_cell(to, node, nodes, cells);
        }
    }
}

/// Free radius of each node, vertically: the ellipses of a cluster, [`ASPECT`] times as wide as high, fill 70 % of its
/// cell.
fn free_radii(nodes: &CellNodes<'_>, cells: &[ConvexCell]) -> Vec<f64> {
    let mut total = vec![0.0; cells.len()];
    for (node, demand) in nodes.demands.iter().enumerate() {
        total[nodes.cluster[node]] += demand;
    }
    let fill = |node: usize| {
        let cluster = nodes.cluster[node];
        let area = nodes.demands[node] * cells[cluster].area() * 0.70 / f64::max(total[cluster], 1e-9);
        // Area of the ellipse: ASPECT·π·r².
        (area / (std::f64::consts::PI * ASPECT)).sqrt()
    };
    (0..nodes.demands.len()).map(fill).collect()
}

/// Length in points of a distance of 1 at which the stress is minimal.
fn best_scale(points: &[Point], distances: &DistanceMatrix) -> f64 {
    let (mut squares, mut sum) = (0.0, 0.0);
    for a in 0..points.len() {
        for (b, &steps) in distances.row(a).iter().enumerate().skip(a + 1) {
            if steps.is_finite() && steps > 0.0 {
                let ratio = points[a].distance(points[b]) / steps;
                squares += ratio * ratio;
                sum += ratio;
            }
        }
    }
    if sum > 0.0 { squares / sum } else { 1.0 }
}

fn stress_target(points: &[Point], distances: &DistanceMatrix, best_scale: f64, node: usize) -> Point {
    let own_bounds = points[node];
    let (mut x, mut y, mut total) = (0.0, 0.0, 0.0);
    for (other, &steps) in distances.row(node).iter().enumerate() {
        if other == node || !steps.is_finite() {
            continue;
        }
        let at = points[other];
        let length = own_bounds.distance(at).max(1e-6);
        let weight = 1.0 / (steps * steps);
        let share = steps * best_scale / length;
        x += weight * (at.x + (own_bounds.x - at.x) * share);
        y += weight * (at.y + (own_bounds.y - at.y) * share);
        total += weight;
    }
    if total > 0.0 { Point::new(x / total, y / total) } else { own_bounds }
}

/// Moves each pair of nodes nearer than `min_distance` apart, by `share` of what is missing, horizontal distances being
/// divided by `aspect`, and clamps both to their cells with `margin`. Returns whether any pair was nearer. O(nodes²).
fn separate(
    points: &mut [Point],
    nodes: &CellNodes<'_>,
    cells: &[ConvexCell],
    share: f64,
    min_distance: impl Fn(usize, usize) -> f64,
    aspect: f64,
    margin: &impl Fn(usize) -> f64,
) -> bool {
    let mut moved = false;
    for a in 0..points.len() {
        for b in a + 1..points.len() {
            let gap = min_distance(a, b);
            let (mut dx, mut dy) = ((points[b].x - points[a].x) / aspect, points[b].y - points[a].y);
            if dx.abs() >= gap || dy.abs() >= gap {
                continue;
            }
            let mut length = (dx * dx + dy * dy).sqrt();
            if length >= gap {
                continue;
            }
            if length < 1e-6 {
                (dx, dy, length) = (1e-3, 1e-3 * (1.0 + (b % 7) as f64), 1e-3);
            }
            moved = true;
            let by = share * (gap - length) / 2.0 / length;
            let (mx, my) = (dx * by * aspect, dy * by);
            points[a] =
                cells[nodes.cluster[a]].clamped_inside(Point::new(points[a].x - mx, points[a].y - my), margin(a));
            points[b] =
                cells[nodes.cluster[b]].clamped_inside(Point::new(points[b].x + mx, points[b].y + my), margin(b));
        }
    }
    moved
}
