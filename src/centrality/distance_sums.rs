//! Sums of distances and inverse distances from every node to all others.
//!
//! Unweighted: bit-parallel breadth-first search from 512 sources at once (Then et al. 2014, *PVLDB* 8(4), 449–460).
//! Ties are undirected, so distances are summed at the node that is reached instead of at the source. O(n/512 · levels
//! · m) word operations. Weighted: Dijkstra's search from each source with lengths 1/w, O(n·m log n).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::centrality::parallel_sum;
use crate::centrality::weighting::Weighting;
use crate::network::adjacency::Adjacency;

/// Words of a bit mask: 8 × 64 bits = 512 sources.
const WORDS: usize = 8;
type Mask = [u64; WORDS];

/// Sums over all other nodes that a node reaches, by node.
pub(crate) struct DistanceSums {
    /// Number of nodes reached.
    pub(crate) reached: Vec<f64>,
    /// Sum of distances.
    pub(crate) total: Vec<f64>,
    /// Sum of inverse distances.
    pub(crate) inverse: Vec<f64>,
}

pub(crate) fn of(adjacency: &Adjacency, weighting: Weighting) -> DistanceSums {
    let nodes = adjacency.node_count();
    let mut sums = match weighting {
        Weighting::Unweighted => parallel_sum::sum_over(
            nodes.div_ceil(64 * WORDS),
            3 * nodes,
            || BatchedBfs::new(nodes),
            |search, batch, sums| search.run(adjacency, batch * 64 * WORDS, sums),
        ),
        Weighting::Weighted => parallel_sum::sum_over(
            nodes,
            3 * nodes,
            || Dijkstra::new(nodes),
            |search, source, sums| search.run(adjacency, source, sums),
        ),
    };
    sums.resize(3 * nodes, 0.0);
    let inverse = sums.split_off(2 * nodes);
    let total = sums.split_off(nodes);
    DistanceSums { reached: sums, total, inverse }
}

/// Breadth-first search from 512 sources, one bit a source.
struct BatchedBfs {
    seen: Vec<Mask>,
    front: Vec<Mask>,
    next: Vec<Mask>,
}

impl BatchedBfs {
    fn new(nodes: usize) -> Self {
        let masks = || vec![[0; WORDS]; nodes];
        Self { seen: masks(), front: masks(), next: masks() }
    }

    fn run(&mut self, adjacency: &Adjacency, first: usize, sums: &mut [f64]) {
        let nodes = adjacency.node_count();
        self.seen.fill([0; WORDS]);
        self.front.fill([0; WORDS]);
        let mut all: Mask = [0; WORDS];
        for source in first..nodes.min(first + 64 * WORDS) {
            let (word, bit) = ((source - first) / 64, 1u64 << ((source - first) % 64));
            self.seen[source][word] |= bit;
            self.front[source][word] |= bit;
            all[word] |= bit;
        }
        let mut distance = 0.0;
        loop {
            distance += 1.0;
            if !self.expand_level(adjacency, &all, distance, sums) {
                break;
            }
            std::mem::swap(&mut self.front, &mut self.next);
        }
    }

    /// Expands one level; returns whether any node was reached.
    fn expand_level(&mut self, adjacency: &Adjacency, all: &Mask, distance: f64, sums: &mut [f64]) -> bool {
        let nodes = adjacency.node_count();
        let mut reached = false;
        for node in 0..nodes {
            let seen = self.seen[node];
            let mut fresh: Mask = [0; WORDS];
            if seen != *all {
                for &neighbour in adjacency.neighbours(node) {
                    let front = &self.front[neighbour as usize];
                    for word in 0..WORDS {
                        fresh[word] |= front[word];
                    }
                }
                let mut count = 0;
                for word in 0..WORDS {
                    fresh[word] &= !seen[word];
                    self.seen[node][word] |= fresh[word];
                    count += fresh[word].count_ones();
                }
                if count > 0 {
                    reached = true;
                    let count = f64::from(count);
                    sums[node] += count;
                    sums[nodes + node] += count * distance;
                    sums[2 * nodes + node] += count / distance;
                }
            }
            self.next[node] = fresh;
        }
        reached
    }
}

/// Dijkstra's search from one source, with lengths 1/w and a binary heap.
pub(crate) struct Dijkstra {
    distance: Vec<f64>,
    heap: BinaryHeap<Reverse<(u64, u32)>>,
    order: Vec<u32>,
}

impl Dijkstra {
    pub(crate) fn new(nodes: usize) -> Self {
        Self { distance: vec![f64::INFINITY; nodes], heap: BinaryHeap::new(), order: Vec::with_capacity(nodes) }
    }

    fn run(&mut self, adjacency: &Adjacency, source: usize, sums: &mut [f64]) {
        let nodes = adjacency.node_count();
        self.visit(adjacency, source, |_, distance| {
            sums[source] += 1.0;
            sums[nodes + source] += distance;
            sums[2 * nodes + source] += 1.0 / distance;
        });
    }

    /// Calls `visit` with every other node that is reached and its distance.
    pub(crate) fn visit(&mut self, adjacency: &Adjacency, source: usize, mut visit: impl FnMut(usize, f64)) {
        self.order.clear();
        self.order.push(source as u32);
        self.distance[source] = 0.0;
        self.heap.push(Reverse((0, source as u32)));
        while let Some(Reverse((key, node))) = self.heap.pop() {
            let here = self.distance[node as usize];
            if key != here.to_bits() {
                continue;
            }
            for (next, weight, _) in adjacency.row_of(node as usize) {
                let candidate = here + 1.0 / weight;
                if candidate < self.distance[next] {
                    if self.distance[next] == f64::INFINITY {
                        self.order.push(next as u32);
                    }
                    self.distance[next] = candidate;
                    self.heap.push(Reverse((candidate.to_bits(), next as u32)));
                }
            }
        }
        for &node in &self.order {
            let distance = std::mem::replace(&mut self.distance[node as usize], f64::INFINITY);
            if node as usize != source {
                visit(node as usize, distance);
            }
        }
    }
}
