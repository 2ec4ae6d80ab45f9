//! Stress layout in which lines separate the clusters, so that their hulls are disjoint.
//!
//! In each round nodes move towards their stress target; then each pair of clusters is separated by the line that needs
//! the smallest displacements, and nodes that are too close are moved apart. The scale is that of the page, the same in all
//! directions.

use crate::drawing::map::hull;
use crate::drawing::map::tie_length::rotated;
use crate::geometry::{Point, Rect};
use crate::layout::distance::DistanceMatrix;
use crate::layout::points::bounds;
use crate::layout::quality;

/// Rounds of stress, separation and spacing.
const ROUNDS: usize = 60;
/// Rounds of separation and spacing for names that follow.
const SPACING_ROUNDS: usize = 30;
/// Maximum number of rounds of separation and spacing of marks in the end.
const FINAL_ROUNDS: usize = 160;
/// Share of a violation that a round corrects.
const SHARE: f64 = 0.6;
/// Directions of separating lines over a full circle, and positions that are tried in each.
const DIRECTIONS: usize = 24;
const POSITIONS: usize = 9;
/// Rotations of the layout that are tried, over a half circle.
const ROTATIONS: usize = 36;
/// Factors on the distances of nodes of one cluster, and of two, that are tried.
const COHESIONS: [(f64, f64); 3] = [(1.0, 1.0), (0.85, 1.08), (0.7, 1.15)];
/// Ratio of the two scales up to which the layout is stretched to the page.
const MAX_STRETCH: f64 = 1.2;
/// Anisotropy: names are wider than high, so that horizontal distances are divided by this.
pub(crate) const ASPECT: f64 = 1.45;
/// Share of the page that the free ellipses of the nodes fill.
const FILL: f64 = 0.65;
/// Minimum gap between nodes in points, and what is added around nodes whose name is required.
const MIN_GAP: f64 = 3.8;
const NAMED_GAP: f64 = 4.5;
/// Added to the padding of hulls, as smoothed hulls exceed their polygons and need a gap between them.
const HULL_CLEARANCE: f64 = 2.5;

/// Nodes of a layout with separate clusters, by index.
pub(crate) struct ClusteredNodes<'n> {
    pub(crate) radii: &'n [f64],
    /// Area that each requests, in square points.
    pub(crate) demands: &'n [f64],
    /// Cluster of each.
    pub(crate) cluster: &'n [usize],
    /// Members of each cluster.
    pub(crate) clusters: &'n [Vec<usize>],
    /// Whether the name of each is required.
    pub(crate) named: &'n [bool],
    pub(crate) distances: &'n DistanceMatrix,
    /// Minimum number of members of a cluster with a hull.
    pub(crate) min_hull_members: usize,
}

/// Width : height of the flattest rotation of a layout.
pub(crate) fn flattest_aspect(points: &[Point]) -> f64 {
    let aspect = |rotation: usize| {
        let (low, high) = bounds(&turned(points, rotation));
        (high.x - low.x).max(1e-6) / (high.y - low.y).max(1e-6)
    };
    (0..ROTATIONS).map(aspect).fold(0.0, f64::max)
}

fn turned(points: &[Point], rotation: usize) -> Vec<Point> {
    rotated(points, std::f64::consts::PI * rotation as f64 / ROTATIONS as f64)
}

/// Layout within the page in which lines separate the clusters, from one of minimum stress in any unit. Of several cohesions the
/// one of the fewest crossings times stress. O(rounds · (nodes² + clusters · nodes) + ties²).
pub(crate) fn place_nodes(
    points: &[Point],
    nodes: &ClusteredNodes<'_>,
    ties: &[(usize, usize)],
    page: Rect,
) -> Vec<Point> {
    let candidates = COHESIONS.map(|cohesion| {
        let points = with_cohesion(points, nodes, cohesion, page);
        let crossings = 1.0 + quality::crossings(&points, ties) as f64;
        (crossings * quality::normalised_stress(&points, nodes.distances), points)
    });
    candidates.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, points)| points).unwrap_or_default()
}

fn with_cohesion(points: &[Point], nodes: &ClusteredNodes<'_>, cohesion: (f64, f64), page: Rect) -> Vec<Point> {
    let margin = |node: usize| nodes.margin(node);
    let targets = nodes.targets(cohesion);
    let inner = page.inflated(-(0..points.len()).map(margin).fold(0.0, f64::max));
    let points = &mut fitted(points, inner);
    let free_radius = nodes.free_radii(page);
    for round in 0..ROUNDS {
        let remaining = 1.0 - round as f64 / ROUNDS as f64;
        let scale = quality::best_scale(points, &targets);
        for node in 0..points.len() {
            points[node] = points[node].lerp(stress_target(points, &targets, scale, node), remaining.sqrt());
        }
        separate_clusters(points, nodes, SHARE);
        let free = |a: usize, b: usize| free_radius[a] + free_radius[b];
        separate_nodes(points, SHARE * (1.0 - 0.5 * remaining), free, ASPECT);
        clamp(points, nodes, page);
    }
    *points = fitted_unturned(points, inner);
    for _ in 0..SPACING_ROUNDS {
        separate_clusters(points, nodes, SHARE);
        separate_nodes(points, SHARE, |a, b| free_radius[a] + free_radius[b], ASPECT);
        clamp(points, nodes, page);
    }
    for _ in 0..FINAL_ROUNDS {
        let mut moved = separate_clusters(points, nodes, 1.0);
        moved |= separate_nodes(points, 1.0, |a, b| nodes.min_distance(a, b), 1.0);
        clamp(points, nodes, page);
        if !moved {
            break;
        }
    }
    std::mem::take(points)
}

impl ClusteredNodes<'_> {
    /// Whether some direction separates the cluster of a node from every other.
    pub(crate) fn is_separate(&self, points: &[Point], node: usize) -> bool {
        let own = self.cluster[node];
        (0..self.clusters.len()).all(|other| other == own || separating_line(points, self, own, other).is_none())
    }

    /// Minimum distance of the centers of two nodes, in points.
    pub(crate) fn min_distance(&self, a: usize, b: usize) -> f64 {
        let more = if self.named[a] || self.named[b] { NAMED_GAP } else { 0.0 };
        self.radii[a] + self.radii[b] + MIN_GAP + more
    }

    /// Distance of a node from the line that bounds its cluster, in points.
    pub(crate) fn margin(&self, node: usize) -> f64 {
        let has_hull = self.clusters[self.cluster[node]].len() >= self.min_hull_members;
        self.radii[node] + if has_hull { hull::PADDING + HULL_CLEARANCE } else { MIN_GAP / 2.0 }
    }

    /// Distances, shorter within a cluster and longer between two: fewer ties then cross at their borders.
    fn targets(&self, (within, between): (f64, f64)) -> DistanceMatrix {
        let factor = |a: usize, b: usize| if self.cluster[a] == self.cluster[b] { within } else { between };
        self.distances.scaled(factor)
    }

    /// Free radius of each node, vertically: the ellipses of all, [`ASPECT`] times as wide as high, fill a share of the page.
    pub(crate) fn free_radii(&self, page: Rect) -> Vec<f64> {
        let total: f64 = self.demands.iter().sum::<f64>().max(1e-9);
        let unit = page.width() * page.height() * FILL / (total * std::f64::consts::PI * ASPECT);
        self.demands.iter().map(|demand| (demand * unit).sqrt()).collect()
    }
}

/// Points in the rotation that fits the page at the largest scale.
fn fitted(points: &[Point], page: Rect) -> Vec<Point> {
    let scale = |rotation: usize| {
        let (low, high) = bounds(&turned(points, rotation));
        (page.width() / (high.x - low.x).max(1e-6)).min(page.height() / (high.y - low.y).max(1e-6))
    };
    let best = (0..ROTATIONS).max_by(|&a, &b| scale(a).total_cmp(&scale(b)).then(b.cmp(&a)));
    fitted_unturned(&turned(points, best.unwrap_or(0)), page)
}

/// Points scaled to the page, by at most [`MAX_STRETCH`] more in one direction than in the other.
fn fitted_unturned(points: &[Point], page: Rect) -> Vec<Point> {
    let (low, high) = bounds(points);
    let (from, to) = (Point::new((low.x + high.x) / 2.0, (low.y + high.y) / 2.0), page.center());
    let scale = |size: f64, extent: f64| if extent > 1e-6 { size / extent } else { 1.0 };
    let (sx, sy) = (scale(page.width(), high.x - low.x), scale(page.height(), high.y - low.y));
    let (sx, sy) = (sx.min(MAX_STRETCH * sy), sy.min(MAX_STRETCH * sx));
    points.iter().map(|point| Point::new(to.x + (point.x - from.x) * sx, to.y + (point.y - from.y) * sy)).collect()
}

fn stress_target(points: &[Point], distances: &DistanceMatrix, scale: f64, node: usize) -> Point {
    let own = points[node];
    let (mut x, mut y, mut total) = (0.0, 0.0, 0.0);
    for (other, &hops) in distances.row(node).iter().enumerate() {
        if other == node || !hops.is_finite() {
            continue;
        }
        let at = points[other];
        let weight = 1.0 / (hops * hops);
        let share = hops * scale / own.distance(at).max(1e-6);
        x += weight * (at.x + (own.x - at.x) * share);
        y += weight * (at.y + (own.y - at.y) * share);
        total += weight;
    }
    if total > 0.0 { Point::new(x / total, y / total) } else { own }
}

fn clamp(points: &mut [Point], nodes: &ClusteredNodes<'_>, page: Rect) {
    for (node, point) in points.iter_mut().enumerate() {
        let margin = nodes.margin(node);
        point.x = point.x.min(page.right - margin).max(page.left + margin);
        point.y = point.y.min(page.bottom - margin).max(page.top + margin);
    }
}

/// Line between two clusters: its unit normal towards the first, and its position along the normal.
struct SeparatingLine {
    normal: Point,
    position: f64,
}

/// Moves the nodes of each pair of clusters by `share` of what they are on the wrong side of the line that separates the two
/// with the smallest squared displacements. Returns whether any was. O(clusters · directions · positions · nodes).
fn separate_clusters(points: &mut [Point], nodes: &ClusteredNodes<'_>, share: f64) -> bool {
    let mut moved = false;
    for a in 0..nodes.clusters.len() {
        for b in a + 1..nodes.clusters.len() {
            let Some(line) = separating_line(points, nodes, a, b) else { continue };
            moved = true;
            for (cluster, side) in [(a, 1.0), (b, -1.0)] {
                for &node in &nodes.clusters[cluster] {
                    let inside = side * (dot(points[node], line.normal) - line.position);
                    let by = side * share * (nodes.margin(node) - inside).max(0.0);
                    points[node].x += by * line.normal.x;
                    points[node].y += by * line.normal.y;
                }
            }
        }
    }
    moved
}

fn dot(point: Point, normal: Point) -> f64 {
    point.x * normal.x + point.y * normal.y
}

/// The line; `None` where some direction separates the clusters already.
fn separating_line(points: &[Point], nodes: &ClusteredNodes<'_>, a: usize, b: usize) -> Option<SeparatingLine> {
    let (first, second) = (&nodes.clusters[a], &nodes.clusters[b]);
    let (from, to) = (centroid(second, points), centroid(first, points));
    let mut best: Option<(f64, SeparatingLine)> = None;
    for direction in 0..DIRECTIONS {
        let angle = std::f64::consts::TAU * direction as f64 / DIRECTIONS as f64;
        let normal = Point::new(libm::cos(angle), libm::sin(angle));
        if dot(to, normal) <= dot(from, normal) {
            continue;
        }
        // Positions of the sides of both clusters that face each other.
        let faces = |members: &[usize], side: f64| -> Vec<f64> {
            members.iter().map(|&node| dot(points[node], normal) - side * nodes.margin(node)).collect()
        };
        let (ours, theirs) = (faces(first, 1.0), faces(second, -1.0));
        let low = ours.iter().fold(f64::INFINITY, |low, &face| low.min(face));
        let high = theirs.iter().fold(f64::NEG_INFINITY, |high, &face| high.max(face));
        if high <= low + 1e-6 {
            return None;
        }
        for step in 0..POSITIONS {
            let position = low + (high - low) * step as f64 / (POSITIONS - 1) as f64;
            let square = |over: f64| over.max(0.0) * over.max(0.0);
            let cost = ours.iter().map(|face| square(position - face)).sum::<f64>()
                + theirs.iter().map(|face| square(face - position)).sum::<f64>();
            if best.as_ref().is_none_or(|(lowest, _)| cost < *lowest) {
                best = Some((cost, SeparatingLine { normal, position }));
            }
        }
    }
    best.map(|(_, line)| line)
}

/// Mean of the points of members.
pub(crate) fn centroid(members: &[usize], points: &[Point]) -> Point {
    let count = members.len().max(1) as f64;
    let sum = members.iter().fold((0.0, 0.0), |sum, &node| (sum.0 + points[node].x, sum.1 + points[node].y));
    Point::new(sum.0 / count, sum.1 / count)
}

/// Moves each pair of nodes nearer than `min_distance` apart, by `share` of what is missing, horizontal distances being
/// divided by `aspect`. Returns whether any pair was nearer. O(nodes²).
pub(crate) fn separate_nodes(
    points: &mut [Point],
    share: f64,
    min_distance: impl Fn(usize, usize) -> f64,
    aspect: f64,
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
            if length >= gap - 1e-6 {
                continue;
            }
            if length < 1e-6 {
                (dx, dy, length) = (1e-3, 1e-3 * (1.0 + (b % 7) as f64), 1e-3);
            }
            moved = true;
            let by = share * (gap - length) / 2.0 / length;
            points[a] = Point::new(points[a].x - dx * by * aspect, points[a].y - dy * by);
            points[b] = Point::new(points[b].x + dx * by * aspect, points[b].y + dy * by);
        }
    }
    moved
}
