//! Shortest path between two institutions, and detours around parts of it.

use crate::drawing::actor;
use crate::network::graph::Network;
use crate::selection::path;

/// Largest number of detours.
pub const MAX_DETOURS: usize = 2;

/// Largest number of steps by which a detour is longer than the part it avoids.
const MAX_EXTRA_STEPS: usize = 2;

/// Longest shortest path, in steps, for which detours are searched: longer ones leave no space for them, and the
/// search is quadratic in the steps.
const MAX_SEARCHED_STEPS: usize = 40;

/// Detour around a part of the shortest path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detour {
    /// Index in the shortest path where it leaves.
    pub from: usize,
    /// Index where it returns.
    pub to: usize,
    /// Inner nodes, none of them on the shortest path or another detour.
    pub nodes: Vec<usize>,
    /// Level of the detour's line, from 1 next to the path.
    pub depth: usize,
}

/// Shortest path between two nodes, and detours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routes {
    /// Nodes of the shortest path.
    pub main: Vec<usize>,
    /// At most [`MAX_DETOURS`] detours; in their levels they do not cross.
    pub detours: Vec<Detour>,
}

/// Shortest path between two nodes ([`path::shortest`]) with detours; `None` where there is no path. Detours with the
/// fewest additional steps come first, then those around the longest part. Above 40 steps there are no detours.
/// O(steps² · (nodes + ties)).
#[must_use]
pub fn between(network: &Network<'_>, a: usize, b: usize) -> Option<Routes> {
    let main = path::shortest(network, a, b)?.nodes;
    let mut detours: Vec<Detour> = Vec::new();
    while detours.len() < MAX_DETOURS && main.len() <= MAX_SEARCHED_STEPS + 1 {
        let Some(detour) = next_detour(network, &main, &detours) else { break };
        detours.push(detour);
    }
    // Shorter detours lie nearer to the path, so that longer ones enclose them.
    detours.sort_by_key(|detour| (detour.to - detour.from, detour.from));
    for index in 0..detours.len() {
        let below = detours[..index].iter().filter(|detour| overlap(detour, detours[index].from, detours[index].to));
        detours[index].depth = 1 + below.map(|detour| detour.depth).max().unwrap_or(0);
    }
    Some(Routes { main, detours })
}

fn next_detour(network: &Network<'_>, main: &[usize], detours: &[Detour]) -> Option<Detour> {
    let used: Vec<usize> = main.iter().copied().chain(detours.iter().flat_map(|detour| detour.nodes.clone())).collect();
    let mut best: Option<((usize, usize, usize), Detour)> = None;
    for from in 0..main.len() {
        for to in from + 1..main.len() {
            if detours.iter().any(|detour| crosses(detour, from, to)) {
                continue;
            }
            let Some(path) = avoiding_path(network, main[from], main[to], &used) else { continue };
            let extra = path.len() - 1 - (to - from);
            let rank = (extra, main.len() - (to - from), from);
            if extra <= MAX_EXTRA_STEPS && best.as_ref().is_none_or(|best| rank < best.0) {
                let nodes = path[1..path.len() - 1].to_vec();
                best = Some((rank, Detour { from, to, nodes, depth: 0 }));
            }
        }
    }
    best.map(|best| best.1)
}

/// Whether two parts of the path overlap without one containing the other, so that their detours would cross.
fn crosses(detour: &Detour, from: usize, to: usize) -> bool {
    let inside = detour.from <= from && to <= detour.to;
    let around = from <= detour.from && detour.to <= to;
    overlap(detour, from, to) && !inside && !around
}

fn overlap(detour: &Detour, from: usize, to: usize) -> bool {
    detour.from < to && from < detour.to
}

/// Shortest path from `a` to `b` with an inner node that avoids the `used` nodes.
fn avoiding_path(network: &Network<'_>, a: usize, b: usize, used: &[usize]) -> Option<Vec<usize>> {
    let closed: Vec<usize> = used.iter().copied().filter(|&node| node != a && node != b).collect();
    shortest_avoiding(network, a, b, &closed)
}

/// Breadth-first search that skips the tie of the ends: among shortest paths the one with the largest bottleneck
/// weight, then the largest total weight at each node. O(nodes + ties).
fn shortest_avoiding(network: &Network<'_>, a: usize, b: usize, closed: &[usize]) -> Option<Vec<usize>> {
    let mut parent: Vec<Option<usize>> = vec![None; network.node_count()];
    let mut value = vec![(f64::INFINITY, 0.0); network.node_count()];
    let mut seen = vec![false; network.node_count()];
    closed.iter().for_each(|&node| seen[node] = true);
    seen[a] = true;
    let mut layer = vec![a];
    while !layer.is_empty() && !seen[b] {
        let mut next: Vec<usize> = Vec::new();
        for &node in &layer {
            for (other, _, tie) in network.adjacency().row_of(node) {
                if seen[other] || (node == a && other == b) {
                    continue;
                }
                let weight = actor::joint_count(network, tie);
                let routes = (value[node].0.min(weight), value[node].1 + weight);
                if parent[other].is_none() {
                    next.push(other);
                } else if routes.0 < value[other].0 || (routes.0 == value[other].0 && routes.1 <= value[other].1) {
                    continue;
                }
                parent[other] = Some(node);
                value[other] = routes;
            }
        }
        next.sort_unstable();
        next.iter().for_each(|&node| seen[node] = true);
        layer = next;
    }
    let mut path = vec![b];
    let mut node = b;
    while node != a {
        node = parent[node]?;
        path.push(node);
    }
    path.reverse();
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::corpus::builder::{CorpusBuilder, WorkFacts};
    use crate::corpus::institution::{Institution, Names};
    use crate::network::counting::Projection;

    /// Institutions a, b, c … are nodes 0, 1, 2 …; each pair is a work.
    fn pairs(count: u8, pairs: &[(usize, usize)]) -> Corpus {
        let mut builder = CorpusBuilder::new();
        let name = |at: u8| char::from(b'a' + at).to_string();
        let handles: Vec<_> = (0..count)
            .map(|at| builder.institution(Institution { names: Names::plain(&name(at)), ..Institution::default() }))
            .collect();
        for &(a, b) in pairs {
            builder.work(&WorkFacts { name: "m", institutions: &[handles[a], handles[b]], ..WorkFacts::default() });
        }
        builder.finish()
    }

    #[test]
    fn detours_prefer_few_extra_steps_then_long_parts() {
        // Path a–b–c–d; e and f avoid b and c with no additional step, g avoids b alone.
        let corpus = pairs(7, &[(0, 1), (1, 2), (2, 3), (0, 4), (4, 5), (5, 3), (0, 6), (6, 2), (1, 2)]);
        let network = Network::one_mode(&corpus, Projection::default());
        let Some(routes) = between(&network, 0, 3) else { unreachable!() };
        assert_eq!(routes.main, [0, 1, 2, 3]);
        let detours: Vec<_> =
            routes.detours.iter().map(|detour| (detour.from, detour.to, detour.nodes.clone(), detour.depth)).collect();
        assert_eq!(detours, [(0, 2, vec![6], 1), (0, 3, vec![4, 5], 2)]);
    }

    #[test]
    fn crossing_detours_are_excluded() {
        // Path a–b–c–d; e avoids b, f avoids c: the avoided parts overlap.
        let corpus = pairs(6, &[(0, 1), (1, 2), (2, 3), (0, 4), (4, 2), (1, 5), (5, 3)]);
        let network = Network::one_mode(&corpus, Projection::default());
        assert_eq!(between(&network, 0, 3).map(|routes| routes.detours.len()), Some(1));
    }

    #[test]
    fn disconnected_and_equal_ends() {
        let corpus = pairs(3, &[(0, 1)]);
        let network = Network::one_mode(&corpus, Projection::default());
        assert_eq!(between(&network, 0, 2), None);
        assert_eq!(between(&network, 2, 2), Some(Routes { main: vec![2], detours: Vec::new() }));
    }
}
