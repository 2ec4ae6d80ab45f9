//! Betweenness: how often a node lies on the shortest paths of others.
//!
//! b_i = Σ_{h<j} σ_hj(i)/σ_hj, every pair counted once. Source: Freeman 1977, *Sociometry* 40, 35–41; computed
//! after Brandes 2001, *Journal of Mathematical Sociology* 25, 163–177: one search from each source, then
//! dependencies added from the far end. O(n·m), weighted O(n·m + n² log n); memory O(n) a thread.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::centrality::chunks;
use crate::centrality::lanes;
use crate::centrality::lengths::{self, Length, Lengths};
use crate::centrality::measure::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::weighting::{Scale, Weighting};
use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// How betweenness is taken. The default is unweighted and normalised: the share of all pairs of other nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Unweighted, or with 1/w as the length of a tie. With whole-numbered weights lengths are lcm/w and
    /// equally long paths are exactly equal; otherwise, or when the common multiple grows too large, paths
    /// within 1e-10 of the shortest count as equal.
    pub weighting: Weighting,
    /// Raw counts, or divided by (n−1)(n−2)/2 (0 when n < 3).
    pub scale: Scale,
}

impl Default for Options {
    fn default() -> Self {
        Self { weighting: Weighting::Unweighted, scale: Scale::Normalised }
    }
}

/// Betweenness of every node; always defined.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let mut values = of(network.adjacency(), options.weighting);
    let nodes = values.len() as f64;
    let pairs = match options.scale {
        Scale::Raw => 1.0,
        Scale::Normalised => ((nodes - 1.0) * (nodes - 2.0) / 2.0).max(1.0),
    };
    // Each pair was met from both of its ends.
    values.iter_mut().for_each(|value| *value /= 2.0 * pairs);
    Scores { measure: Measure::Betweenness, values }
}

fn of(adjacency: &Adjacency, weighting: Weighting) -> Vec<f64> {
    if weighting == Weighting::Unweighted {
        return lanes::betweenness(adjacency);
    }
    match lengths::of(adjacency) {
        Lengths::Whole(rows) => by_length(adjacency, &rows),
        Lengths::Real(rows) => by_length(adjacency, &rows),
    }
}

fn by_length<L: Length>(adjacency: &Adjacency, rows: &[Vec<L>]) -> Vec<f64> {
    let nodes = adjacency.nodes();
    let add = |walks: &mut Walks<L>, source: usize, sums: &mut [f64]| walks.add(adjacency, rows, source, sums);
    chunks::sum_over(nodes, nodes, || Walks::new(nodes), add)
}

const UNSEEN: u32 = u32::MAX;

/// Dijkstra's search from one source. Brandes's letters: `order` is S, `paths` σ, `dependency` δ. `place` is the position in which a node was settled.
struct Walks<L> {
    distance: Vec<L>,
    place: Vec<u32>,
    paths: Vec<f64>,
    dependency: Vec<f64>,
    order: Vec<u32>,
    heap: BinaryHeap<Reverse<(u64, u32)>>,
}

impl<L: Length> Walks<L> {
    fn new(nodes: usize) -> Self {
        Self {
            distance: vec![L::FAR; nodes],
            place: vec![UNSEEN; nodes],
            paths: vec![0.0; nodes],
            dependency: vec![0.0; nodes],
            order: Vec::with_capacity(nodes),
            heap: BinaryHeap::new(),
        }
    }

    fn add(&mut self, adjacency: &Adjacency, rows: &[Vec<L>], source: usize, sums: &mut [f64]) {
        self.search(adjacency, rows, source);
        for at in (1..self.order.len()).rev() {
            let node = self.order[at] as usize;
            let share = (1.0 + self.dependency[node]) / self.paths[node];
            for (&before, &length) in adjacency.neighbours(node).iter().zip(&rows[node]) {
                if self.leads(before as usize, length, node) {
                    self.dependency[before as usize] += self.paths[before as usize] * share;
                }
            }
            sums[node] += self.dependency[node];
        }
        for &node in &self.order {
            let node = node as usize;
            (self.distance[node], self.place[node], self.dependency[node]) = (L::FAR, UNSEEN, 0.0);
        }
    }

    fn search(&mut self, adjacency: &Adjacency, rows: &[Vec<L>], source: usize) {
        self.order.clear();
        self.distance[source] = L::ZERO;
        self.heap.push(Reverse((L::ZERO.key(), source as u32)));
        while let Some(Reverse((_, node))) = self.heap.pop() {
            let node = node as usize;
            if self.place[node] != UNSEEN {
                continue;
            }
            self.place[node] = self.order.len() as u32;
            self.order.push(node as u32);
            let mut paths = if node == source { 1.0 } else { 0.0 };
            for (&next, &length) in adjacency.neighbours(node).iter().zip(&rows[node]) {
                let next = next as usize;
                if self.place[next] != UNSEEN {
                    if self.leads(next, length, node) {
                        paths += self.paths[next];
                    }
                    continue;
                }
                let far = self.distance[node].plus(length);
                if far < self.distance[next] {
                    self.distance[next] = far;
                    self.heap.push(Reverse((far.key(), next as u32)));
                }
            }
            self.paths[node] = paths;
        }
    }

    /// Whether a shortest path to `node` comes over its neighbour `before`. Asked both ways with the same
    /// words, so that counting and sharing out never disagree.
    fn leads(&self, before: usize, length: L, node: usize) -> bool {
        self.place[before] < self.place[node] && self.distance[before].plus(length).same(self.distance[node])
    }
}
