//! Shortest path and k shortest loopless paths.
//!
//! Paths are ordered by length (hops, or the sum of 1/w), then hops, then weakest tie (stronger first), then node
//! numbers (smaller first). The order is total, so results are deterministic.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use crate::network::graph::Network;
use crate::network::tie_lengths::TieLengths;
use crate::selection::set::Selection;

/// How long a tie is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Metric {
    /// Every tie is 1 long.
    #[default]
    Hops,
    /// A tie is 1/w long, in whole units.
    Weights(TieLengths),
}

impl Metric {
    fn length(self, weight: f64) -> u64 {
        match self {
            Self::Hops => 1,
            Self::Weights(lengths) => lengths.length(weight),
        }
    }
}

/// A loopless path between two nodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Nodes from the first to the last.
    pub nodes: Vec<usize>,
    /// The tie of every hop; one fewer than nodes.
    pub ties: Vec<usize>,
    /// Length in units of the metric: hops, unless weights are asked for.
    pub length: u64,
    /// Weight of the weakest tie (bottleneck); infinite for a path without ties.
    pub weakest: f64,
}

impl Path {
    /// The nodes and ties of the path as a selection.
    #[must_use]
    pub fn selection(&self) -> Selection {
        let (mut nodes, mut ties) = (self.nodes.clone(), self.ties.clone());
        nodes.sort_unstable();
        ties.sort_unstable();
        Selection { nodes, ties }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let length = self.length.cmp(&other.length).then(self.nodes.len().cmp(&other.nodes.len()));
        length.then(other.weakest.total_cmp(&self.weakest)).then_with(|| self.nodes.cmp(&other.nodes))
    }
}

/// The first shortest path in the order above; `None` where the nodes are not connected. From a node to itself it has
/// no ties. O(nodes + ties).
#[must_use]
pub fn shortest(network: &Network<'_>, from: usize, to: usize) -> Option<Path> {
    Search::new(network, to, Metric::Hops).path_from(from, f64::INFINITY)
}

/// The first `count` loopless paths by hops, as [`k_shortest_by`].
#[must_use]
pub fn k_shortest(network: &Network<'_>, from: usize, to: usize, count: usize) -> Vec<Path> {
    k_shortest_by(network, from, to, count, Metric::Hops)
}

/// The first `count` loopless paths in the order above. Source: Yen 1971, *Management Science* 17, 712–716. O(count ·
/// hops · (nodes + ties)), by weights with a factor log nodes.
#[must_use]
pub fn k_shortest_by(network: &Network<'_>, from: usize, to: usize, count: usize, metric: Metric) -> Vec<Path> {
    let mut found: Vec<Path> = Vec::new();
    let mut search = Search::new(network, to, metric);
    let mut candidates: Vec<Path> = search.path_from(from, f64::INFINITY).into_iter().collect();
    while found.len() < count && !candidates.is_empty() {
        let best = candidates.remove(0);
        let known: Vec<&Path> = found.iter().chain([&best]).collect();
        for spur in 0..best.ties.len() {
            let root = &best.nodes[..=spur];
            search.remove_root(root, &known);
            let weakest = weakest(network, &best.ties[..spur]);
            if let Some(rest) = search.path_from(root[spur], weakest) {
                let path = splice(network, &best, spur, &rest, metric);
                if let Err(position) = candidates.binary_search_by(|other| other.compare(&path)) {
                    candidates.insert(position, path);
                    // Candidates beyond the number still wanted can never be chosen.
                    candidates.truncate(count - found.len() - 1);
                }
            }
        }
        found.push(best);
    }
    found
}

fn splice(network: &Network<'_>, known: &Path, spur: usize, rest: &Path, metric: Metric) -> Path {
    let root = known.ties[..spur].iter().map(|&tie| metric.length(network.tie(tie).2)).fold(0, u64::saturating_add);
    Path {
        length: root.saturating_add(rest.length),
        nodes: [&known.nodes[..spur], &rest.nodes].concat(),
        ties: [&known.ties[..spur], &rest.ties].concat(),
        weakest: rest.weakest,
    }
}

fn weakest(network: &Network<'_>, ties: &[usize]) -> f64 {
    ties.iter().map(|&tie| network.tie(tie).2).fold(f64::INFINITY, f64::min)
}

/// Search backwards from the goal, breadth first or Dijkstra's, with removed nodes and removed first ties (Yen's spur searches).
struct Search<'n, 'c> {
    network: &'n Network<'c>,
    goal: usize,
    metric: Metric,
    hops: Vec<u32>,
    /// Length of the shortest path from a node to the goal; of those, `hops` has the fewest.
    length: Vec<u64>,
    /// Bottleneck weight of the widest among the shortest paths from a node to the goal.
    widest: Vec<f64>,
    order: Vec<usize>,
    removed: Vec<bool>,
    removed_ties: Vec<usize>,
}

const UNREACHED: u32 = u32::MAX;

impl<'n, 'c> Search<'n, 'c> {
    fn new(network: &'n Network<'c>, goal: usize, metric: Metric) -> Self {
        let nodes = network.node_count();
        Self {
            network,
            goal,
            metric,
            hops: vec![UNREACHED; nodes],
            length: vec![0; nodes],
            widest: vec![0.0; nodes],
            order: Vec::new(),
            removed: vec![false; nodes],
            removed_ties: Vec::new(),
        }
    }

    /// Removes the nodes of the root path but the spur node, and the ties by which known paths leave this root.
    fn remove_root(&mut self, root: &[usize], known: &[&Path]) {
        self.removed.fill(false);
        let spur = root.len() - 1;
        root[..spur].iter().for_each(|&node| self.removed[node] = true);
        let same = known.iter().filter(|path| path.ties.len() > spur && path.nodes[..=spur] == *root);
        self.removed_ties = same.map(|path| path.ties[spur]).collect();
    }

    /// The first shortest path from `from`, given that the path before it has bottleneck `cap`.
    fn path_from(&mut self, from: usize, cap: f64) -> Option<Path> {
        self.search_from_goal();
        if self.hops[from] == UNREACHED {
            return None;
        }
        let weakest = self.widest[from].min(cap);
        let mut path = Path { nodes: vec![from], ties: Vec::new(), length: self.length[from], weakest };
        let mut here = from;
        while here != self.goal {
            let is_next = |&(next, weight, tie): &(usize, f64, usize)| {
                self.open(next, tie)
                    && self.hops[next] != UNREACHED
                    && self.hops[next] + 1 == self.hops[here]
                    && self.length[next].saturating_add(self.metric.length(weight)) == self.length[here]
                    && weight.min(self.widest[next]) >= weakest
            };
            // Rows are sorted by neighbour, so the first match is the smallest; one always exists.
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
        self.hops[self.goal] = 0;
        self.length[self.goal] = 0;
        self.widest[self.goal] = f64::INFINITY;
        match self.metric {
            Metric::Hops => self.search_by_hops(),
            Metric::Weights(_) => self.search_by_lengths(),
        }
    }

    fn search_by_hops(&mut self) {
        self.order.clear();
        self.order.push(self.goal);
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
                    self.length[next] = u64::from(self.hops[next]);
                    self.order.push(next);
                }
                if self.hops[next] == self.hops[node] + 1 {
                    self.widest[next] = self.widest[next].max(weight.min(self.widest[node]));
                }
            }
        }
    }

    /// By length, then hops; a node is final when it leaves the queue, and so is its widest path.
    fn search_by_lengths(&mut self) {
        let mut queue = BinaryHeap::from([Reverse((0, 0, self.goal))]);
        while let Some(Reverse((length, hops, node))) = queue.pop() {
            if (length, hops) != (self.length[node], self.hops[node]) {
                continue;
            }
            for (next, weight, tie) in self.network.adjacency().row_of(node) {
                if !self.open(next, tie) {
                    continue;
                }
                let candidate = (u64::saturating_add(length, self.metric.length(weight)), hops + 1);
                let width = weight.min(self.widest[node]);
                match (self.hops[next] == UNREACHED, candidate.cmp(&(self.length[next], self.hops[next]))) {
                    (true, _) | (false, Ordering::Less) => {
                        (self.length[next], self.hops[next]) = candidate;
                        self.widest[next] = width;
                        queue.push(Reverse((candidate.0, candidate.1, next)));
                    }
                    (false, Ordering::Equal) => self.widest[next] = self.widest[next].max(width),
                    (false, Ordering::Greater) => {}
                }
            }
        }
    }

    fn open(&self, node: usize, tie: usize) -> bool {
        !self.removed[node] && !self.removed_ties.contains(&tie)
    }
}
