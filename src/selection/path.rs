//! Shortest paths, and the next best ones.
//!
//! Paths are ordered by the number of steps, then by their weakest tie (the stronger first), then by their nodes
//! (the smaller numbers first). Nothing is left to chance, so equal questions have equal answers.

use std::cmp::Ordering;

use crate::network::graph::Network;
use crate::selection::set::Selection;

/// A way from one node to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Nodes from the first to the last.
    pub nodes: Vec<usize>,
    /// The tie of every step; one fewer than nodes.
    pub ties: Vec<usize>,
    /// Weight of the weakest tie; infinite when there is no step.
    pub weakest: f64,
}

impl Path {
    /// The same as a set.
    #[must_use]
    pub fn selection(&self) -> Selection {
        let (mut nodes, mut ties) = (self.nodes.clone(), self.ties.clone());
        nodes.sort_unstable();
        ties.sort_unstable();
        Selection { nodes, ties }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let hops = self.nodes.len().cmp(&other.nodes.len());
        hops.then(other.weakest.total_cmp(&self.weakest)).then_with(|| self.nodes.cmp(&other.nodes))
    }
}

/// The best shortest path, or `None` where there is no way. From a node to itself it has no step.
/// O(nodes + ties).
#[must_use]
pub fn shortest(network: &Network<'_>, from: usize, to: usize) -> Option<Path> {
    Search::new(network, to).path_from(from, f64::INFINITY)
}

/// The best `count` paths without repeated nodes, in order. Source: Yen 1971, *Management Science* 17, 712–716.
/// O(count · steps · (nodes + ties)).
#[must_use]
pub fn k_shortest(network: &Network<'_>, from: usize, to: usize, count: usize) -> Vec<Path> {
    let mut found: Vec<Path> = Vec::new();
    let mut candidates: Vec<Path> = shortest(network, from, to).into_iter().collect();
    let mut search = Search::new(network, to);
    while found.len() < count && !candidates.is_empty() {
        let best = candidates.remove(0);
        let known: Vec<&Path> = found.iter().chain([&best]).collect();
        for spur in 0..best.ties.len() {
            let root = &best.nodes[..=spur];
            search.remove_root(root, &known);
            let weakest = weakest(network, &best.ties[..spur]);
            if let Some(rest) = search.path_from(root[spur], weakest) {
                let path = splice(&best, spur, &rest);
                if let Err(position) = candidates.binary_search_by(|other| other.compare(&path)) {
                    candidates.insert(position, path);
                    // More than are still wanted are never taken.
                    candidates.truncate(count - found.len() - 1);
                }
            }
        }
        found.push(best);
    }
    found
}

fn splice(known: &Path, spur: usize, rest: &Path) -> Path {
    Path {
        nodes: [&known.nodes[..spur], &rest.nodes].concat(),
        ties: [&known.ties[..spur], &rest.ties].concat(),
        weakest: rest.weakest,
    }
}

fn weakest(network: &Network<'_>, ties: &[usize]) -> f64 {
    ties.iter().map(|&tie| network.tie(tie).2).fold(f64::INFINITY, f64::min)
}

/// A search backwards from the goal, with nodes and first ties that may not be used.
struct Search<'n, 'c> {
    network: &'n Network<'c>,
    goal: usize,
    hops: Vec<u32>,
    /// The best weakest tie of the shortest ways from a node to the goal.
    widest: Vec<f64>,
    order: Vec<usize>,
    removed: Vec<bool>,
    removed_ties: Vec<usize>,
}

const UNREACHED: u32 = u32::MAX;

impl<'n, 'c> Search<'n, 'c> {
    fn new(network: &'n Network<'c>, goal: usize) -> Self {
        let nodes = network.node_count();
        Self {
            network,
            goal,
            hops: vec![UNREACHED; nodes],
            widest: vec![0.0; nodes],
            order: Vec::new(),
            removed: vec![false; nodes],
            removed_ties: Vec::new(),
        }
    }

    /// Closes the root but for its last node, and the ties by which known paths of this root go on.
    fn remove_root(&mut self, root: &[usize], known: &[&Path]) {
        self.removed.fill(false);
        let spur = root.len() - 1;
        root[..spur].iter().for_each(|&node| self.removed[node] = true);
        let same = known.iter().filter(|path| path.ties.len() > spur && path.nodes[..=spur] == *root);
        self.removed_ties = same.map(|path| path.ties[spur]).collect();
    }

    /// The best path from `from`, when what went before it is as weak as `cap`.
    fn path_from(&mut self, from: usize, cap: f64) -> Option<Path> {
        self.search_from_goal();
        if self.hops[from] == UNREACHED {
            return None;
        }
        let weakest = self.widest[from].min(cap);
        let mut path = Path { nodes: vec![from], ties: Vec::new(), weakest };
        let mut here = from;
        while here != self.goal {
            let is_next = |&(next, weight, tie): &(usize, f64, usize)| {
                self.open(next, tie)
                    && self.hops[next] != UNREACHED
                    && self.hops[next] + 1 == self.hops[here]
                    && weight.min(self.widest[next]) >= weakest
            };
            // Rows are sorted by neighbour: the first is the smallest. There is always one.
            let (next, _, tie) = self.network.adjacency().row_of(here).find(is_next)?;
            path.nodes.push(next);
            path.ties.push(tie);
            here = next;
        }
        Some(path)
    }

    fn search_from_goal(&mut self) {
        self.hops.fill(UNREACHED);
        self.widest.fill(0.0);
        self.order.clear();
        self.order.push(self.goal);
        self.hops[self.goal] = 0;
        self.widest[self.goal] = f64::INFINITY;
        let mut head = 0;
        while head < self.order.len() {
            let node = self.order[head];
            head += 1;
            for (next, weight, tie) in self.network.adjacency().row_of(node) {
                if !self.open(next, tie) {
                    continue;
                }
                if self.hops[next] == UNREACHED {
                    self.hops[next] = self.hops[node] + 1;
                    self.order.push(next);
                }
                if self.hops[next] == self.hops[node] + 1 {
                    self.widest[next] = self.widest[next].max(weight.min(self.widest[node]));
                }
            }
        }
    }

    fn open(&self, node: usize, tie: usize) -> bool {
        !self.removed[node] && !self.removed_ties.contains(&tie)
    }
}
