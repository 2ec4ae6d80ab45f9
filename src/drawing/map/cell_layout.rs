//! Nodes inside the cells of their clusters: as near to their stress places as room for names allows.

use crate::drawing::map::hull;
use crate::drawing::map::power_diagram::{self, Cell};
use crate::geometry::{Point, Rect};
use crate::layout::distance::DistanceMatrix;

/// Rounds of stress and spreading.
const ROUNDS: usize = 110;
/// Part of the way to its stress place that a node goes in the first round.
const EAGER: f64 = 0.7;
/// Distance from the wall of the cell, as a share of the disc that a node keeps free.
const WALL: f64 = 0.85;
/// Rounds of evening out, and how far a node goes in one.
const EVENING: usize = 16;
const EVENING_EAGER: f64 = 0.3;
/// Rounds that only part nodes.
const PARTING: usize = 120;
/// Names are wider than high: sideways distances count for less.
const FLAT: f64 = 1.45;
/// Least gap between nodes; more around those that must be named.
const LEAST_GAP: f64 = 3.5;
const NAMED_GAP: f64 = 4.5;
/// Smooth hulls reach a little over the outline that they smooth; and two of them keep a gap.
const HULL_SLACK: f64 = 2.5;

/// What is known of the nodes.
pub(crate) struct Nodes<'n> {
    pub(crate) radii: &'n [f64],
    /// Area that each asks for.
    pub(crate) needs: &'n [f64],
    /// Cluster of each.
    pub(crate) cluster: &'n [usize],
    /// Whether each must be named.
    pub(crate) named: &'n [bool],
    pub(crate) distances: &'n DistanceMatrix,
}

/// Places the nodes in the cells of their clusters, starting from `points`.
pub(crate) fn settle(points: &mut [Point], nodes: &Nodes<'_>, cells: &[Cell]) {
    fit(points, nodes, cells);
    let reach = reaches(nodes, cells);
    let hulled = |node: usize| nodes.radii[node] + hull::PADDING + HULL_SLACK;
    let roomy = |node: usize| hulled(node).max(WALL * reach[node]);
    for round in 0..ROUNDS {
        let left = 1.0 - round as f64 / ROUNDS as f64;
        let unit = unit(points, nodes.distances);
        for node in 0..points.len() {
            let wanted = wanted(points, nodes.distances, unit, node);
            let at = points[node].lerp(wanted, EAGER * left * left);
            points[node] = cells[nodes.cluster[node]].kept(at, roomy(node));
        }
        part(points, nodes, cells, 0.7 - 0.4 * left, |a, b| reach[a] + reach[b], FLAT, &roomy);
    }
    even(points, nodes, cells);
}

/// Evens nodes out over their cells and parts them; they stay as near to where they are as that allows.
pub(crate) fn even(points: &mut [Point], nodes: &Nodes<'_>, cells: &[Cell]) {
    even_out(points, nodes, cells);
    let hulled = |node: usize| nodes.radii[node] + hull::PADDING + HULL_SLACK;
    for _ in 0..PARTING {
        let gap = |a: usize, b: usize| {
            let more = if nodes.named[a] || nodes.named[b] { NAMED_GAP } else { 0.0 };
            nodes.radii[a] + nodes.radii[b] + LEAST_GAP + more + 0.3
        };
        if !part(points, nodes, cells, 1.0, gap, 1.0, &hulled) {
            break;
        }
    }
}

/// Gives each node a part of its cell in proportion to its need, wider than high.
fn even_out(points: &mut [Point], nodes: &Nodes<'_>, cells: &[Cell]) {
    for (cluster, cell) in cells.iter().enumerate() {
        let members: Vec<usize> = (0..points.len()).filter(|&node| nodes.cluster[node] == cluster).collect();
        let raised = |point: &Point| Point::new(point.x, point.y * FLAT);
        let within = Cell { corners: cell.corners.iter().map(raised).collect() };
        let mut sites: Vec<Point> = members.iter().map(|&node| raised(&points[node])).collect();
        let needs: Vec<f64> = members.iter().map(|&node| nodes.needs[node].sqrt()).collect();
        power_diagram::relax(&within, &mut sites, &needs, EVENING, EVENING_EAGER);
        for (&node, site) in members.iter().zip(&sites) {
            points[node] = keep(Point::new(site.x, site.y / FLAT), node, nodes, cells);
        }
    }
}

fn keep(point: Point, node: usize, nodes: &Nodes<'_>, cells: &[Cell]) -> Point {
    cells[nodes.cluster[node]].kept(point, nodes.radii[node] + hull::PADDING + HULL_SLACK)
}

/// Stretches each cluster to about the extent of its cell.
fn fit(points: &mut [Point], nodes: &Nodes<'_>, cells: &[Cell]) {
    for (cluster, cell) in cells.iter().enumerate() {
        let members: Vec<usize> = (0..points.len()).filter(|&node| nodes.cluster[node] == cluster).collect();
        let empty = Rect::new(f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
        let grow = |rect: Rect, p: Point| rect.union(Rect::new(p.x, p.y, p.x, p.y));
        let own = members.iter().fold(empty, |rect, &node| grow(rect, points[node]));
        let room = cell.corners.iter().fold(empty, |rect, &corner| grow(rect, corner));
        let centre = cell.centre();
        let scale = |room: f64, own: f64| if own > 1e-6 { 0.8 * room / own } else { 1.0 };
        let (sx, sy) = (scale(room.width(), own.width()), scale(room.height(), own.height()));
        let middle = own.center();
        for node in members {
            let at = points[node];
            let to = Point::new(centre.x + (at.x - middle.x) * sx, centre.y + (at.y - middle.y) * sy);
            points[node] = keep(to, node, nodes, cells);
        }
    }
}

/// Radius of the flat disc that each node keeps free: discs of a cluster fill most of its cell.
fn reaches(nodes: &Nodes<'_>, cells: &[Cell]) -> Vec<f64> {
    let mut total = vec![0.0; cells.len()];
    for (node, need) in nodes.needs.iter().enumerate() {
        total[nodes.cluster[node]] += need;
    }
    let fill = |node: usize| {
        let cluster = nodes.cluster[node];
        let area = nodes.needs[node] * cells[cluster].area() * 0.70 / f64::max(total[cluster], 1e-9);
        // A disc that is FLAT times as wide as high has FLAT·π·r² of area.
        (area / (std::f64::consts::PI * FLAT)).sqrt()
    };
    (0..nodes.needs.len()).map(fill).collect()
}

/// Points on the page for a step of distance, such that the stress is least.
fn unit(points: &[Point], distances: &DistanceMatrix) -> f64 {
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

fn wanted(points: &[Point], distances: &DistanceMatrix, unit: f64, node: usize) -> Point {
    let own = points[node];
    let (mut x, mut y, mut total) = (0.0, 0.0, 0.0);
    for (other, &steps) in distances.row(node).iter().enumerate() {
        if other == node || !steps.is_finite() {
            continue;
        }
        let at = points[other];
        let length = own.distance(at).max(1e-6);
        let weight = 1.0 / (steps * steps);
        let share = steps * unit / length;
        x += weight * (at.x + (own.x - at.x) * share);
        y += weight * (at.y + (own.y - at.y) * share);
        total += weight;
    }
    if total > 0.0 { Point::new(x / total, y / total) } else { own }
}

/// Pushes apart what is nearer than `least`, sideways distances divided by `flat`; whether anything was.
fn part(
    points: &mut [Point],
    nodes: &Nodes<'_>,
    cells: &[Cell],
    share: f64,
    least: impl Fn(usize, usize) -> f64,
    flat: f64,
    margin: &impl Fn(usize) -> f64,
) -> bool {
    let mut any = false;
    for a in 0..points.len() {
        for b in a + 1..points.len() {
            let gap = least(a, b);
            let (mut dx, mut dy) = ((points[b].x - points[a].x) / flat, points[b].y - points[a].y);
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
            any = true;
            let by = share * (gap - length) / 2.0 / length;
            let (mx, my) = (dx * by * flat, dy * by);
            points[a] = cells[nodes.cluster[a]].kept(Point::new(points[a].x - mx, points[a].y - my), margin(a));
            points[b] = cells[nodes.cluster[b]].kept(Point::new(points[b].x + mx, points[b].y + my), margin(b));
        }
    }
    any
}
