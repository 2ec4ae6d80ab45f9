//! The routes of a path: a shortest one, and lanes that leave it and come back.

use crate::drawing::member;
use crate::network::graph::Network;
use crate::selection::path;

/// Most lanes beside the shortest path.
pub const MOST_LANES: usize = 2;

/// How many more steps than what it goes around a lane may have.
const MOST_EXTRA: usize = 2;

/// Longest shortest path, in steps, that lanes are looked for around: on longer ones there is no room for their
/// institutions, and looking takes the square of the steps.
const MOST_STEPS: usize = 40;

/// A way around a stretch of the main path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Place on the main path where it leaves.
    pub from: usize,
    /// Place where it comes back.
    pub to: usize,
    /// The nodes between, none of them on the main path or another lane.
    pub nodes: Vec<usize>,
    /// How far from the main path it is drawn, from 1.
    pub depth: usize,
}

/// The shortest path between two nodes, and lanes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routes {
    /// Nodes of the shortest path.
    pub main: Vec<usize>,
    /// At most [`MOST_LANES`]; drawn one below the other none cross.
    pub lanes: Vec<Lane>,
}

/// The routes between two nodes; `None` where there is no path. The shortest is that
/// of [`path::shortest`]. Lanes go around as much of the main path as they can with as few more steps as they can. Around a path of more than 40 steps none are looked for.
/// O(steps² · (nodes + ties)) up to there.
#[must_use]
pub fn between(network: &Network<'_>, a: usize, b: usize) -> Option<Routes> {
    let main = path::shortest(network, a, b)?.nodes;
    let mut lanes: Vec<Lane> = Vec::new();
    while lanes.len() < MOST_LANES && main.len() <= MOST_STEPS + 1 {
        let Some(lane) = next_lane(network, &main, &lanes) else { break };
        lanes.push(lane);
    }
    // Short lanes lie nearer to the line, so that the longer ones run around them.
    lanes.sort_by_key(|lane| (lane.to - lane.from, lane.from));
    for index in 0..lanes.len() {
        let below = lanes[..index].iter().filter(|lane| overlap(lane, lanes[index].from, lanes[index].to));
        lanes[index].depth = 1 + below.map(|lane| lane.depth).max().unwrap_or(0);
    }
    Some(Routes { main, lanes })
}

fn next_lane(network: &Network<'_>, main: &[usize], lanes: &[Lane]) -> Option<Lane> {
    let used: Vec<usize> = main.iter().copied().chain(lanes.iter().flat_map(|lane| lane.nodes.clone())).collect();
    let mut best: Option<((usize, usize, usize), Lane)> = None;
    for from in 0..main.len() {
        for to in from + 1..main.len() {
            if lanes.iter().any(|lane| tangled(lane, from, to)) {
                continue;
            }
            let Some(path) = detour(network, main[from], main[to], &used) else { continue };
            let extra = path.len() - 1 - (to - from);
            let rank = (extra, main.len() - (to - from), from);
            if extra <= MOST_EXTRA && best.as_ref().is_none_or(|best| rank < best.0) {
                let nodes = path[1..path.len() - 1].to_vec();
                best = Some((rank, Lane { from, to, nodes, depth: 0 }));
            }
        }
    }
    best.map(|best| best.1)
}

/// Whether two stretches overlap without one holding the other: their lanes would cross.
fn tangled(lane: &Lane, from: usize, to: usize) -> bool {
    let inside = lane.from <= from && to <= lane.to;
    let around = from <= lane.from && lane.to <= to;
    overlap(lane, from, to) && !inside && !around
}

fn overlap(lane: &Lane, from: usize, to: usize) -> bool {
    lane.from < to && from < lane.to
}

/// A shortest path with at least one node between, none of them used.
fn detour(network: &Network<'_>, a: usize, b: usize, used: &[usize]) -> Option<Vec<usize>> {
    let closed: Vec<usize> = used.iter().copied().filter(|&node| node != a && node != b).collect();
    search(network, a, b, &closed)
}

/// Breadth first, layer by layer, with the best way to each node of a layer; the tie of the two ends is closed.
fn search(network: &Network<'_>, a: usize, b: usize, closed: &[usize]) -> Option<Vec<usize>> {
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
                let weight = member::joint(network, tie);
                let found = (value[node].0.min(weight), value[node].1 + weight);
                if parent[other].is_none() {
                    next.push(other);
                } else if found.0 < value[other].0 || (found.0 == value[other].0 && found.1 <= value[other].1) {
                    continue;
                }
                parent[other] = Some(node);
                value[other] = found;
            }
        }
        next.sort_unstable();
        next.iter().for_each(|&node| seen[node] = true);
        layer = next;
    }
    let mut path = vec![b];
    let mut here = b;
    while here != a {
        here = parent[here]?;
        path.push(here);
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

    /// Institutions a, b, c …, node 0, 1, 2 …; a model for each pair.
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
    fn a_lane_goes_around_as_much_as_it_can() {
        // a–b–c–d, around b and c by e and f with no more steps, around b alone by g.
        let corpus = pairs(7, &[(0, 1), (1, 2), (2, 3), (0, 4), (4, 5), (5, 3), (0, 6), (6, 2), (1, 2)]);
        let network = Network::one_mode(&corpus, Projection::default());
        let Some(found) = between(&network, 0, 3) else { unreachable!() };
        assert_eq!(found.main, [0, 1, 2, 3]);
        let lanes: Vec<_> =
            found.lanes.iter().map(|lane| (lane.from, lane.to, lane.nodes.clone(), lane.depth)).collect();
        assert_eq!(lanes, [(0, 2, vec![6], 1), (0, 3, vec![4, 5], 2)]);
    }

    #[test]
    fn lanes_that_would_cross_are_not_both_taken() {
        // a–b–c–d; around b by e, around c by f: their stretches overlap.
        let corpus = pairs(6, &[(0, 1), (1, 2), (2, 3), (0, 4), (4, 2), (1, 5), (5, 3)]);
        let network = Network::one_mode(&corpus, Projection::default());
        assert_eq!(between(&network, 0, 3).map(|found| found.lanes.len()), Some(1));
    }

    #[test]
    fn no_way_and_no_step() {
        let corpus = pairs(3, &[(0, 1)]);
        let network = Network::one_mode(&corpus, Projection::default());
        assert_eq!(between(&network, 0, 2), None);
        assert_eq!(between(&network, 2, 2), Some(Routes { main: vec![2], lanes: Vec::new() }));
    }
}
