//! Layout of all nodes of a network of any size, for panning where a figure shows a part.
//!
//! Where a figure shows full components, its positions are kept and the other components are placed below. Where it
//! shows a component in part, or there are more than [`MAX_STRESS_NODES`] nodes, every cluster is a disc whose members
//! lie on a sunflower spiral (Vogel 1979, *Mathematical Biosciences* 44, 179–189), the strongest in the centre; the
//! discs are laid out by stress over the ties between them, and overlaps are removed. O(n log n + clusters²).

use crate::community::partition::Partition;
use crate::geometry::Point;
use crate::layout::distance::DistanceMatrix;
use crate::layout::points::{Layout, bounds};
use crate::layout::{overlap, stress};
use crate::network::{Network, components};
use std::collections::BTreeMap;

/// Maximum number of nodes for stress over all pairs.
pub const MAX_STRESS_NODES: usize = 1_200;

/// Maximum number of clusters whose ties determine their position; smaller clusters are placed around them.
const MAX_LINKED_CLUSTERS: usize = 400;

/// Distance of neighbours on a spiral, in points.
const PITCH: f64 = 14.0;

/// Gap between two discs, in points.
const GAP: f64 = 26.0;

/// The golden angle in radians.
const GOLDEN_ANGLE: f64 = 2.399_963_229_728_653;

/// Layout of a one-mode network with separate clusters, in points. Components of which nothing is drawn are placed
/// below the others, up to [`MAX_STRESS_NODES`] nodes. Deterministic.
#[must_use]
pub fn layout_clusters(network: &Network<'_>, clusters: &Partition, drawn: &BTreeMap<usize, Point>) -> Layout {
    let disc_layout = disc_layout(network, clusters);
    let groups = components::find(network).members;
    let shown = groups.iter().filter(|group| group.iter().any(|node| drawn.contains_key(node)));
    let fixed = shown.flatten().map(|&node| (node, disc_layout.points[node])).collect();
    extend_below(network, &fixed).unwrap_or(disc_layout)
}

fn disc_layout(network: &Network<'_>, clusters: &Partition) -> Layout {
    let mut members = clusters.members();
    let strength = |node: usize| network.adjacency().weights(node).iter().sum::<f64>();
    for cluster in &mut members {
        cluster.sort_by(|&a, &b| strength(b).total_cmp(&strength(a)).then(a.cmp(&b)));
    }
    let centres = centres(network, clusters, &members);
    let mut points = vec![Point::default(); network.node_count()];
    for (cluster, centre) in members.iter().zip(&centres) {
        for (number, &node) in cluster.iter().enumerate() {
            points[node] = spiral(*centre, number);
        }
    }
    Layout { points }
}

/// Extends fixed positions of full components to the network: the other components are placed in rows below, in order
/// of size (shelf packing). `None` when a component is fixed in part, no position is fixed, or the network is too large
/// for stress over all pairs. Deterministic.
#[must_use]
pub fn extend_below(network: &Network<'_>, fixed: &BTreeMap<usize, Point>) -> Option<Layout> {
    if fixed.is_empty() || network.node_count() > MAX_STRESS_NODES {
        return None;
    }
    let groups = components::find(network).members;
    let is_fixed = |node: &usize| fixed.contains_key(node);
    if groups.iter().any(|group| group.iter().any(is_fixed) && !group.iter().all(is_fixed)) {
        return None;
    }
    let options = stress::Options { starts: 1, ..stress::Options::default() };
    let mut points = stress::layout(network, &options).points;
    fixed.iter().for_each(|(&node, &point)| points[node] = point);
    let (low, high) = bounds(&fixed.values().copied().collect::<Vec<_>>());
    let (mut x, mut y, mut row) = (low.x, high.y + 2.0 * GAP, 0.0_f64);
    for group in groups.iter().filter(|group| !group.iter().any(is_fixed)) {
        let (corner, end) = bounds(&group.iter().map(|&node| points[node]).collect::<Vec<_>>());
        let (width, height) = (end.x - corner.x, end.y - corner.y);
        if x > low.x && x + width > high.x {
            (x, y, row) = (low.x, y + row + GAP, 0.0);
        }
        for &node in group {
            points[node] = Point::new(points[node].x - corner.x + x, points[node].y - corner.y + y);
        }
        x += width + GAP;
        row = row.max(height);
    }
    Some(Layout { points })
}

fn spiral(centre: Point, number: usize) -> Point {
    let (radius, angle) = (PITCH * (number as f64).sqrt(), GOLDEN_ANGLE * number as f64);
    Point::new(centre.x + radius * libm::cos(angle), centre.y + radius * libm::sin(angle))
}

fn radius(members: usize) -> f64 {
    PITCH * (members as f64).sqrt() + GAP / 2.0
}

/// Centres of the discs: the largest clusters by their ties, the others on a spiral around them.
fn centres(network: &Network<'_>, clusters: &Partition, members: &[Vec<usize>]) -> Vec<Point> {
    let linked = members.len().min(MAX_LINKED_CLUSTERS);
    let mut points = linked_centres(network, clusters, linked, members);
    let reach = points
        .iter()
        .enumerate()
        .map(|(number, point)| libm::sqrt(point.x * point.x + point.y * point.y) + radius(members[number].len()));
    // The spiral of small clusters begins where the large ones end.
    let inner = reach.fold(0.0, f64::max) + GAP;
    let pitch = members.get(linked).map_or(GAP, |largest| 2.0 * radius(largest.len()));
    let skipped = (inner / pitch) * (inner / pitch);
    for number in 0..members.len() - linked {
        let (radius, angle) = (pitch * libm::sqrt(skipped + number as f64), GOLDEN_ANGLE * number as f64);
        points.push(Point::new(radius * libm::cos(angle), radius * libm::sin(angle)));
    }
    points
}

fn linked_centres(network: &Network<'_>, clusters: &Partition, linked: usize, members: &[Vec<usize>]) -> Vec<Point> {
    let mut pairs: Vec<(usize, usize)> = network
        .adjacency()
        .edges()
        .map(|(a, b, _, _)| (clusters.of[a] as usize, clusters.of[b] as usize))
        .filter(|&(a, b)| a != b && a < linked && b < linked)
        .map(|(a, b)| (a.min(b), a.max(b)))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    // Clusters without ties are linked to the first one, so that all are laid out together.
    let mut connected = vec![false; linked];
    pairs.iter().for_each(|&(a, b)| (connected[a], connected[b]) = (true, true));
    pairs.extend((1..linked).filter(|&cluster| !connected[cluster]).map(|cluster| (0, cluster)));
    let distances = DistanceMatrix::hops(linked, pairs.into_iter());
    let mut points = stress::minimize(&distances, &stress::Options { starts: 1, ..stress::Options::default() });
    let step = 2.2 * radius(members.first().map_or(1, Vec::len)) / libm::sqrt(linked.max(1) as f64).max(1.0) + GAP;
    points.iter_mut().for_each(|point| *point = Point::new(point.x * step, point.y * step));
    let half_sizes: Vec<(f64, f64)> =
        members[..linked].iter().map(|list| (radius(list.len()), radius(list.len()))).collect();
    overlap::remove(&mut points, &half_sizes, GAP / 2.0, 300);
    points
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::dataset::load;
    use crate::ingest::options::Options;
    use crate::network::counting::Projection;
    use crate::source::input::Input;

    #[test]
    fn a_component_drawn_in_part_has_separate_clusters_and_the_others_below() {
        let options = Options { authority: crate::names::authority::Authority::built_in(), ..Options::default() };
        let corpus = load(&[Input::Embedded], &options).unwrap().corpus;
        let network = Network::one_mode(&corpus, Projection::default());
        let groups = components::find(&network).members;
        let (largest, other) = (&groups[0], &groups[1]);
        // The largest component in two clusters, the other one as a third.
        let labels: Vec<u32> = (0..network.node_count())
            .map(|node| largest.iter().position(|one| *one == node).map_or(2, |at| (at / 4) as u32))
            .collect();
        let clusters = Partition::new(&labels, 0.0);
        let drawn = BTreeMap::from([(largest[0], Point::default())]);
        assert!(extend_below(&network, &drawn).is_none(), "a part of a group keeps no place");
        let points = layout_clusters(&network, &clusters, &drawn).points;
        let lowest = largest.iter().map(|&node| points[node].y).fold(f64::MIN, f64::max);
        assert!(other.iter().all(|&node| points[node].y > lowest), "{points:?}");
        let boxed = |label: u32| {
            let of = largest.iter().filter(|&&node| labels[node] == label).map(|&node| points[node]);
            bounds(&of.collect::<Vec<_>>())
        };
        let ((low_a, high_a), (low_b, high_b)) = (boxed(0), boxed(1));
        let apart = high_a.x < low_b.x || high_b.x < low_a.x || high_a.y < low_b.y || high_b.y < low_a.y;
        assert!(apart, "{points:?}");
    }
}
