//! The lines of ties: where they cross, and how well distances on the page tell steps in the graph.

use std::collections::{BTreeMap, VecDeque};

use crate::answer::figure::Figure;
use crate::answer::mark::{Edge, Group, Mark, Node, flattened};
use crate::geometry::{ConvexPolygon, Point, Rect, segments_cross};

/// Straight pieces that stand for one curve.
pub(super) const PIECES: usize = 24;

/// An edge with the straight pieces of its line.
pub(super) struct Line<'f> {
    pub(super) edge: &'f Edge,
    pub(super) pieces: Vec<(Point, Point)>,
    pub(super) bounds: Rect,
}

impl Line<'_> {
    /// Whether one of the keys is an end of the edge.
    pub(super) fn ends_at(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.edge.source == *key || self.edge.targets.iter().any(|target| target == key))
    }
}

/// The edges of a figure as lines.
pub(super) fn lines(figure: &Figure) -> Vec<Line<'_>> {
    let line = |(edge, group)| {
        let pieces = pieces(group);
        let bounds = ConvexPolygon(pieces.iter().flat_map(|&(from, to)| [from, to]).collect()).bounds();
        Line { edge, pieces, bounds }
    };
    figure.edges().into_iter().map(line).collect()
}

/// Straight pieces of all paths of a group.
fn pieces(group: &Group) -> Vec<(Point, Point)> {
    let of = |mark: &Mark| match mark {
        Mark::Path(steps, _) => flattened(steps, PIECES),
        Mark::Group(inner) => pieces(inner),
        _ => Vec::new(),
    };
    group.marks.iter().flat_map(of).collect()
}

/// Pairs of edges that cross; edges that share a node do not count where they meet at its mark, only
/// where they truly cross.
pub(super) fn crossings(lines: &[Line<'_>]) -> usize {
    (0..lines.len()).map(|a| (a + 1..lines.len()).filter(|&b| cross(&lines[a], &lines[b])).count()).sum()
}

fn cross(a: &Line<'_>, b: &Line<'_>) -> bool {
    // Straight lines have boxes without area.
    let (near, far) = (a.bounds.inflated(0.01), b.bounds.inflated(0.01));
    let within = |rect: Rect, piece: &&(Point, Point)| {
        let (from, to) = **piece;
        rect.left <= from.x.max(to.x)
            && from.x.min(to.x) <= rect.right
            && rect.top <= from.y.max(to.y)
            && from.y.min(to.y) <= rect.bottom
    };
    near.overlaps(far)
        && a.pieces.iter().filter(|piece| within(far, piece)).any(|first| {
            b.pieces.iter().filter(|piece| within(near, piece)).any(|second| segments_cross(*first, *second))
        })
}

/// Normalised stress of the worst component.
pub(super) fn stress(nodes: &[(&Node, &Group)], lines: &[Line<'_>]) -> Option<f64> {
    let number: BTreeMap<&str, usize> =
        nodes.iter().enumerate().map(|(at, (node, _))| (node.key.as_str(), at)).collect();
    let mut neighbours = vec![Vec::new(); nodes.len()];
    for line in lines {
        let Some(&source) = number.get(line.edge.source.as_str()) else { continue };
        for &target in line.edge.targets.iter().filter_map(|target| number.get(target.as_str())) {
            neighbours[source].push(target);
            neighbours[target].push(source);
        }
    }
    let places: Vec<Point> = nodes.iter().map(|(node, _)| node.outline.bounds().center()).collect();
    // By the first node of each component: Σ r² and Σ r over the ratios r = d / g, and the number of pairs.
    let mut sums: BTreeMap<usize, (f64, f64, f64)> = BTreeMap::new();
    for from in 0..nodes.len() {
        let steps = steps(from, &neighbours);
        let first = steps.iter().position(Option::is_some).unwrap_or(from);
        for (to, steps) in steps.iter().enumerate().skip(from + 1) {
            let Some(steps) = steps else { continue };
            let ratio = places[from].distance(places[to]) / f64::from(*steps);
            let sum = sums.entry(first).or_default();
            *sum = (sum.0 + ratio * ratio, sum.1 + ratio, sum.2 + 1.0);
        }
    }
    // Σ (s·r − 1)² is least at s = Σ r / Σ r², where it is n − (Σ r)² / Σ r².
    let of = |&(square, sum, count): &(f64, f64, f64)| {
        if square > 0.0 { ((count - sum * sum / square) / count).max(0.0) } else { 1.0 }
    };
    sums.values().map(of).reduce(f64::max)
}

/// Ties between a node and every other one; none without a way.
fn steps(from: usize, neighbours: &[Vec<usize>]) -> Vec<Option<u32>> {
    let mut steps = vec![None; neighbours.len()];
    steps[from] = Some(0);
    let mut queue = VecDeque::from([(from, 0)]);
    while let Some((node, far)) = queue.pop_front() {
        for &next in &neighbours[node] {
            if steps[next].is_none() {
                steps[next] = Some(far + 1);
                queue.push_back((next, far + 1));
            }
        }
    }
    steps
}
