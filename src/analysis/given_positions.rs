//! Positions that a network file gives, as those of the nodes of a map.

use std::collections::BTreeMap;

use crate::drawing::map::LayoutGraph;
use crate::geometry::Point;
use crate::network::Network;

/// Rounds in which nodes without a position take the mean of their neighbours'.
const MAX_ROUNDS: usize = 100;

/// Positions of institutions by id, in units of the file, y downwards. Coordinates mean something within one file alone, so that of
/// several files with positions the first counts. `None` where none gives any, or all are the same. O(nodes).
#[must_use]
pub fn of(network: &Network<'_>) -> Option<BTreeMap<String, Point>> {
    let corpus = network.corpus();
    let institutions = (0..network.node_count()).filter_map(|node| network.institution(node));
    let given: Vec<(u16, &str, Point)> = institutions
        .filter_map(|id| {
            let institution = corpus.institution(id);
            let given = institution.given.as_deref()?;
            let (x, y) = given.position?;
            Some((given.input, institution.id.as_str(), Point::new(x, y)))
        })
        .collect();
    let first = given.iter().map(|(input, ..)| *input).min()?;
    let points: BTreeMap<String, Point> =
        given.into_iter().filter(|(input, ..)| *input == first).map(|(_, id, point)| (id.to_owned(), point)).collect();
    let one = points.values().next().copied()?;
    points.values().any(|point| *point != one).then_some(points)
}

/// Positions of the nodes of a map: those given; a node without one (a work of several institutions, an institution that the file does
/// not place) stands in the middle of those that it is tied to, or of all.
#[must_use]
pub fn of_marks(graph: &LayoutGraph, given: &BTreeMap<String, Point>) -> BTreeMap<String, Point> {
    let mut points: Vec<Option<Point>> = graph.keys.iter().map(|key| given.get(key).copied()).collect();
    let mut neighbours = vec![Vec::new(); graph.keys.len()];
    for &(a, b, _) in &graph.ties {
        neighbours[a].push(b);
        neighbours[b].push(a);
    }
    for _ in 0..MAX_ROUNDS {
        let known = points.clone();
        let mean = |node: usize| mean(neighbours[node].iter().filter_map(|&other| known[other]));
        let found: Vec<(usize, Point)> = (0..points.len())
            .filter(|&node| known[node].is_none())
            .filter_map(|node| Some((node, mean(node)?)))
            .collect();
        if found.is_empty() {
            break;
        }
        found.into_iter().for_each(|(node, point)| points[node] = Some(point));
    }
    let middle = mean(points.iter().flatten().copied()).unwrap_or_default();
    graph.keys.iter().cloned().zip(points.into_iter().map(|point| point.unwrap_or(middle))).collect()
}

fn mean(points: impl Iterator<Item = Point>) -> Option<Point> {
    let (count, sum) = points.fold((0.0, Point::default()), |(count, sum), point| {
        (count + 1.0, Point::new(sum.x + point.x, sum.y + point.y))
    });
    (count > 0.0).then(|| Point::new(sum.x / count, sum.y / count))
}
