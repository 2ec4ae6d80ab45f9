//! Shortest path between two institutions, and the alternative paths as detours around parts of it.

use std::collections::BTreeSet;

use crate::network::graph::Network;
use crate::selection::path;

/// Largest number of alternative paths: as many as the answer lists by default.
pub const MAX_ALTERNATIVES: usize = 2;

/// Largest number of steps by which a detour is longer than the part it avoids.
const MAX_EXTRA_STEPS: usize = 2;

/// Longest shortest path, in steps, for which alternatives are searched: longer ones leave no space for them.
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

/// Shortest path between two nodes, and the next shortest ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routes {
    /// Nodes of the shortest path.
    pub main: Vec<usize>,
    /// Parts in which the alternatives leave the shortest path; in their levels they do not cross.
    pub detours: Vec<Detour>,
    /// The next shortest paths, as [`path::k_shortest`] has them, at most [`MAX_ALTERNATIVES`].
    pub alternatives: Vec<Vec<usize>>,
}

impl Routes {
    /// Alternatives of which a part is not among the detours, since it would cross another one or is too long.
    pub fn undrawn(&self) -> impl Iterator<Item = &[usize]> {
        let is_drawn = |path: &Vec<usize>| {
            let parts = parts(&self.main, path);
            parts.is_some_and(|parts| parts.iter().all(|part| self.detours.iter().any(|detour| is_same(part, detour))))
        };
        self.alternatives.iter().filter(move |path| !is_drawn(path)).map(Vec::as_slice)
    }
}

/// The first shortest paths between two nodes ([`path::k_shortest`]): the shortest with detours for the others, as far as
/// they can be drawn without crossing; `None` where there is no path. Above 40 steps there is the shortest path alone.
/// O(steps · (nodes + ties)).
#[must_use]
pub fn between(network: &Network<'_>, a: usize, b: usize) -> Option<Routes> {
    let main = path::shortest(network, a, b)?.nodes;
    let mut alternatives: Vec<Vec<usize>> = Vec::new();
    if main.len() <= MAX_SEARCHED_STEPS + 1 {
        let paths = path::k_shortest(network, a, b, 1 + MAX_ALTERNATIVES);
        alternatives.extend(paths.into_iter().skip(1).map(|path| path.nodes));
    }
    let mut detours: Vec<Detour> = Vec::new();
    for path in &alternatives {
        let Some(parts) = parts(&main, path) else { continue };
        let is_new = |part: &Detour| !detours.iter().any(|detour| is_same(part, detour));
        let new: Vec<Detour> = parts.into_iter().filter(is_new).collect();
        if new.iter().all(|part| fits(part, &detours)) {
            detours.extend(new);
        }
    }
    // Shorter detours lie nearer to the path, so that longer ones enclose them.
    detours.sort_by_key(|detour| (detour.to - detour.from, detour.from));
    for index in 0..detours.len() {
        let below = detours[..index].iter().filter(|detour| overlap(detour, detours[index].from, detours[index].to));
        detours[index].depth = 1 + below.map(|detour| detour.depth).max().unwrap_or(0);
    }
    Some(Routes { main, detours, alternatives })
}

/// The parts in which a path leaves the main path; `None` where it does not come back to it further on.
fn parts(main: &[usize], path: &[usize]) -> Option<Vec<Detour>> {
    let mut parts: Vec<Detour> = Vec::new();
    let (mut from, mut nodes) = (0, Vec::new());
    for node in path.iter().skip(1) {
        match main.iter().position(|other| other == node) {
            None => nodes.push(*node),
            Some(to) if to <= from || nodes.is_empty() && to > from + 1 => return None,
            Some(to) => {
                if !nodes.is_empty() {
                    parts.push(Detour { from, to, nodes: std::mem::take(&mut nodes), depth: 0 });
                }
                from = to;
            }
        }
    }
    Some(parts)
}

fn is_same(one: &Detour, other: &Detour) -> bool {
    (one.from, one.to, &one.nodes) == (other.from, other.to, &other.nodes)
}

/// Whether a detour is short enough, and neither crosses another one nor shares a node with it.
fn fits(part: &Detour, detours: &[Detour]) -> bool {
    let nodes: BTreeSet<usize> = part.nodes.iter().copied().collect();
    part.nodes.len() < part.to - part.from + MAX_EXTRA_STEPS
        && !detours
            .iter()
            .any(|detour| crosses(detour, part.from, part.to) || detour.nodes.iter().any(|node| nodes.contains(node)))
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
    fn crossing_detours_are_excluded_and_told() {
        // Path a–b–c–d; e avoids b, f avoids c: the avoided parts overlap.
        let corpus = pairs(6, &[(0, 1), (1, 2), (2, 3), (0, 4), (4, 2), (1, 5), (5, 3)]);
        let network = Network::one_mode(&corpus, Projection::default());
        let Some(routes) = between(&network, 0, 3) else { unreachable!() };
        assert_eq!((routes.detours.len(), routes.alternatives.len(), routes.undrawn().count()), (1, 2, 1));
    }

    #[test]
    fn disconnected_and_equal_ends() {
        let corpus = pairs(3, &[(0, 1)]);
        let network = Network::one_mode(&corpus, Projection::default());
        assert_eq!(between(&network, 0, 2), None);
        assert_eq!(
            between(&network, 2, 2),
            Some(Routes { main: vec![2], detours: Vec::new(), alternatives: Vec::new() })
        );
    }
}
