//! Edge crossings, and stress: how well distances in the drawing match graph distances.

use crate::answer::figure::Figure;
use crate::answer::mark::{EdgeMark, Mark, MarkGroup, NodeMark, flatten};
use crate::geometry::{ConvexPolygon, Point, Rect, segments_cross};
use std::collections::{BTreeMap, VecDeque};

/// Line segments per flattened curve.
pub(super) const SEGMENTS_PER_CURVE: usize = 24;

/// An edge with its flattened line.
pub(super) struct EdgePath<'f> {
    pub(super) edge: &'f EdgeMark,
    pub(super) segments: Vec<(Point, Point)>,
    pub(super) bounds: Rect,
}

impl EdgePath<'_> {
    /// Whether the edge is incident to one of the nodes with these keys.
    pub(super) fn is_incident_to(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.edge.source == *key || self.edge.targets.iter().any(|target| target == key))
    }
}

/// Flattens all edges of a figure.
pub(super) fn edge_paths(figure: &Figure) -> Vec<EdgePath<'_>> {
    let path = |(edge, group)| {
        let segments = segments(group);
        let bounds = ConvexPolygon(segments.iter().flat_map(|&(from, to)| [from, to]).collect()).bounds();
        EdgePath { edge, segments, bounds }
    };
    figure.edges().into_iter().map(path).collect()
}

/// Line segments of all paths in a group.
fn segments(group: &MarkGroup) -> Vec<(Point, Point)> {
    let of = |mark: &Mark| match mark {
        Mark::Path(path, _) => flatten(path, SEGMENTS_PER_CURVE),
        Mark::Group(inner) => segments(inner),
        _ => Vec::new(),
    };
    group.marks.iter().flat_map(of).collect()
}

/// Crossing pairs of edges. Edges with a common node count only if they cross outside its mark. O(edges² · segments²).
pub(super) fn crossings(edge_paths: &[EdgePath<'_>]) -> usize {
    (0..edge_paths.len())
        .map(|a| (a + 1..edge_paths.len()).filter(|&b| paths_cross(&edge_paths[a], &edge_paths[b])).count())
        .sum()
}

fn paths_cross(a: &EdgePath<'_>, b: &EdgePath<'_>) -> bool {
    // Boxes of straight lines have no area.
    let (bounds_a, bounds_b) = (a.bounds.inflated(0.01), b.bounds.inflated(0.01));
    let meets = |rect: Rect, segment: &&(Point, Point)| {
        let (from, to) = **segment;
        rect.left <= from.x.max(to.x)
            && from.x.min(to.x) <= rect.right
            && rect.top <= from.y.max(to.y)
            && from.y.min(to.y) <= rect.bottom
    };
    bounds_a.overlaps(bounds_b)
        && a.segments.iter().filter(|segment| meets(bounds_b, segment)).any(|first| {
            b.segments.iter().filter(|segment| meets(bounds_a, segment)).any(|second| segments_cross(*first, *second))
        })
}

/// Normalised stress of the worst component, in hops; see [`Statistics::stress`](super::Statistics::stress). O(n·(n +
/// e)).
pub(super) fn stress(nodes: &[(&NodeMark, &MarkGroup)], paths: &[EdgePath<'_>]) -> Option<f64> {
    let index_of: BTreeMap<&str, usize> =
        nodes.iter().enumerate().map(|(at, (node, _))| (node.key.as_str(), at)).collect();
    let mut neighbours = vec![Vec::new(); nodes.len()];
    for path in paths {
        let Some(&source) = index_of.get(path.edge.source.as_str()) else { continue };
        for &target in path.edge.targets.iter().filter_map(|target| index_of.get(target.as_str())) {
            neighbours[source].push(target);
            neighbours[target].push(source);
        }
    }
    let positions: Vec<Point> = nodes.iter().map(|(node, _)| node.outline.bounds().center()).collect();
    // By the first node of each component: Σ r², Σ r and the number of pairs, r = d / g.
    let mut sums: BTreeMap<usize, (f64, f64, f64)> = BTreeMap::new();
    for source in 0..nodes.len() {
        let distances = bfs_distances(source, &neighbours);
        let component = distances.iter().position(Option::is_some).unwrap_or(source);
        for (target, distance) in distances.iter().enumerate().skip(source + 1) {
            let Some(distance) = distance else { continue };
            let ratio = positions[source].distance(positions[target]) / f64::from(*distance);
            let sum = sums.entry(component).or_default();
            *sum = (sum.0 + ratio * ratio, sum.1 + ratio, sum.2 + 1.0);
        }
    }
    // Σ (s·r − 1)² has its minimum at s = Σ r / Σ r², where it is n − (Σ r)² / Σ r².
    let stress = |&(square, sum, count): &(f64, f64, f64)| {
        if square > 0.0 { ((count - sum * sum / square) / count).max(0.0) } else { 1.0 }
    };
    sums.values().map(stress).reduce(f64::max)
}

/// Breadth-first search: distances in hops from `source`; `None`: unreachable. O(n + e).
fn bfs_distances(source: usize, neighbours: &[Vec<usize>]) -> Vec<Option<u32>> {
    let mut distances = vec![None; neighbours.len()];
    distances[source] = Some(0);
    let mut queue = VecDeque::from([(source, 0)]);
    while let Some((node, distance)) = queue.pop_front() {
        for &next in &neighbours[node] {
            if distances[next].is_none() {
                distances[next] = Some(distance + 1);
                queue.push_back((next, distance + 1));
            }
        }
    }
    distances
}
