//! Local search for fewer edge crossings: single nodes move where that lowers crossings more than it raises stress, as long as
//! the clusters stay separate and nodes do not overlap.

use crate::drawing::map::cluster_layout::{ASPECT, ClusteredNodes};
use crate::geometry::{Point, Rect, segments_cross};
use crate::layout::quality;

/// Sweeps over all nodes.
const SWEEPS: usize = 6;
/// Cost of two nodes whose spaces for names coincide, in crossings.
const CROWDING_COST: f64 = 24.0;
/// Directions and lengths of moves in points, by sweep.
const DIRECTIONS: usize = 8;
const LENGTHS: [f64; SWEEPS] = [90.0, 60.0, 40.0, 25.0, 15.0, 8.0];

/// Moves nodes one after the other; each takes the position of the lowest crossings and stress, both relative to those of the
/// whole layout. O(sweeps · nodes · moves · (degree · ties + nodes)).
pub(crate) fn reduce(points: &mut [Point], nodes: &ClusteredNodes<'_>, ties: &[(usize, usize)], page: Rect) {
    let mut partners = vec![Vec::new(); points.len()];
    for &(a, b) in ties {
        partners[a].push(b);
        partners[b].push(a);
    }
    let free_radius = nodes.free_radii(page);
    let crossings = quality::crossings(points, ties).max(1) as f64;
    let scale = quality::best_scale(points, nodes.distances);
    let stress = quality::scaled_stress(points, nodes.distances, scale).max(1e-9);
    for length in LENGTHS {
        for node in 0..points.len() {
            let cost = |points: &[Point]| {
                crossings_of(points, node, &partners[node], ties) as f64 / crossings
                    + stress_of(points, nodes, node, scale) / stress
                    + CROWDING_COST * crowding_of(points, &free_radius, node) / crossings
            };
            let start = points[node];
            let mut best = (cost(points), start);
            for direction in 0..DIRECTIONS {
                let angle = std::f64::consts::TAU * direction as f64 / DIRECTIONS as f64;
                let at = Point::new(start.x + length * libm::cos(angle), start.y + length * libm::sin(angle));
                points[node] = at;
                if !is_free(points, nodes, node, page) {
                    continue;
                }
                let own = cost(points);
                if own < best.0 - 1e-12 && nodes.is_separate(points, node) {
                    best = (own, at);
                }
            }
            points[node] = best.1;
        }
    }
}

/// Whether a node is on the page and away from all others.
fn is_free(points: &[Point], nodes: &ClusteredNodes<'_>, node: usize, page: Rect) -> bool {
    let (at, margin) = (points[node], nodes.margin(node));
    page.inflated(-margin).contains(Rect::around(at, 0.0, 0.0))
        && (0..points.len()).all(|other| other == node || at.distance(points[other]) >= nodes.min_distance(node, other))
}

/// Crossings of the ties of a node with those of others.
fn crossings_of(points: &[Point], node: usize, partners: &[usize], ties: &[(usize, usize)]) -> usize {
    let own = |partner: usize| {
        let foreign = |&(a, b): &(usize, usize)| a != node && b != node && a != partner && b != partner;
        let crosses =
            |&(a, b): &(usize, usize)| segments_cross((points[node], points[partner]), (points[a], points[b]));
        ties.iter().filter(|tie| foreign(tie) && crosses(tie)).count()
    };
    partners.iter().map(|&partner| own(partner)).sum()
}

/// Sum over the other nodes of the squared share by which the free ellipses of both overlap.
fn crowding_of(points: &[Point], free_radius: &[f64], node: usize) -> f64 {
    let of = |other: usize| {
        let (dx, dy) = ((points[other].x - points[node].x) / ASPECT, points[other].y - points[node].y);
        let wanted = free_radius[node] + free_radius[other];
        let missing = (1.0 - (dx * dx + dy * dy).sqrt() / wanted.max(1e-9)).max(0.0);
        missing * missing
    };
    (0..points.len()).filter(|&other| other != node).map(of).sum()
}

fn stress_of(points: &[Point], nodes: &ClusteredNodes<'_>, node: usize, scale: f64) -> f64 {
    let of = |(other, &hops): (usize, &f64)| {
        let error = points[node].distance(points[other]) / (hops * scale) - 1.0;
        if other != node && hops.is_finite() { error * error } else { 0.0 }
    };
    nodes.distances.row(node).iter().enumerate().map(of).sum()
}
