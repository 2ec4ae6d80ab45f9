//! Weighted betweenness: Dijkstra's search from each source with buckets in place of a heap.
//!
//! A bucket is no wider than the shortest tie, so that the nodes of one bucket cannot better each other and may be
//! settled in any order (Dial 1969, *Communications of the ACM* 12, 632–633; Dinic 1978). Only where the longest tie is
//! more than [`BUCKETS`] times the shortest are buckets wider; then each is put in order when its turn comes.
//! O(n·(ties + buckets passed)) or, in the second case, O(n·(ties + n log n)).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::centrality::chunks;
use crate::centrality::lengths::Lengths;
use crate::network::adjacency::Adjacency;

/// Most buckets of one search.
const BUCKETS: f64 = 4096.0;
const NONE: u32 = u32::MAX;

/// Raw weighted betweenness of every node, each pair counted from both ends.
pub(crate) fn betweenness(adjacency: &Adjacency) -> Vec<f64> {
    let lengths = Lengths::of(adjacency);
    let nodes = lengths.nodes();
    chunks::sum_over(nodes, nodes, || Walks::new(&lengths), |walks, source, sums| walks.add(source, sums))
}

/// A way to a node over the last node before it.
struct Way {
    before: u32,
    /// The way to the same node that was found before this one.
    next: u32,
    length: f64,
}

/// One search. Brandes's letters: `order` is S, `paths` σ, `dependency` δ.
struct Walks<'a> {
    lengths: &'a Lengths,
    distance: Vec<f64>,
    settled: Vec<bool>,
    paths: Vec<f64>,
    dependency: Vec<f64>,
    /// Last way found to each node; the others hang on it.
    last: Vec<u32>,
    ways: Vec<Way>,
    order: Vec<u32>,
    /// A ring of buckets, the present one at `now` modulo their number.
    buckets: Vec<Vec<u32>>,
    width: f64,
    now: u64,
    waiting: usize,
    /// The present bucket in order of distance, where nodes of one bucket can better each other.
    heap: Option<BinaryHeap<Reverse<(u64, u32)>>>,
}

impl<'a> Walks<'a> {
    fn new(lengths: &'a Lengths) -> Self {
        let nodes = lengths.nodes();
        // A little narrower than the shortest tie, so that rounding puts no node beside one that is before it.
        let narrow = 0.999 * lengths.shortest.min(lengths.longest).max(f64::MIN_POSITIVE);
        let width = narrow.max(lengths.longest / BUCKETS);
        let count = (lengths.longest / width) as usize + 3;
        Self {
            lengths,
            distance: vec![f64::INFINITY; nodes],
            settled: vec![false; nodes],
            paths: vec![0.0; nodes],
            dependency: vec![0.0; nodes],
            last: vec![NONE; nodes],
            ways: Vec::new(),
            order: Vec::with_capacity(nodes),
            buckets: vec![Vec::new(); count],
            width,
            now: 0,
            waiting: 0,
            heap: (width > narrow).then(BinaryHeap::new),
        }
    }

    fn add(&mut self, source: usize, sums: &mut [f64]) {
        self.search(source);
        for at in (1..self.order.len()).rev() {
            let node = self.order[at] as usize;
            let share = (1.0 + self.dependency[node]) / self.paths[node];
            let mut at = self.last[node];
            while at != NONE {
                let way = &self.ways[at as usize];
                if self.lengths.same(way.length, self.distance[node]) {
                    self.dependency[way.before as usize] += self.paths[way.before as usize] * share;
                }
                at = way.next;
            }
            sums[node] += self.dependency[node];
        }
        for &node in &self.order {
            let node = node as usize;
            self.distance[node] = f64::INFINITY;
            (self.settled[node], self.dependency[node], self.last[node]) = (false, 0.0, NONE);
        }
        self.order.clear();
        self.ways.clear();
    }

    fn search(&mut self, source: usize) {
        self.now = 0;
        self.distance[source] = 0.0;
        self.put(source as u32, 0.0);
        while self.waiting > 0 {
            let slot = (self.now % self.buckets.len() as u64) as usize;
            let mut bucket = std::mem::take(&mut self.buckets[slot]);
            self.waiting -= bucket.len();
            if let Some(heap) = &mut self.heap {
                heap.extend(bucket.iter().map(|&node| Reverse((self.distance[node as usize].to_bits(), node))));
                while let Some(Reverse((_, node))) = self.heap.as_mut().and_then(BinaryHeap::pop) {
                    self.settle(node as usize);
                }
            } else {
                bucket.iter().for_each(|&node| self.settle(node as usize));
            }
            bucket.clear();
            self.buckets[slot] = bucket;
            self.now += 1;
        }
    }

    fn turn(&self, distance: f64) -> u64 {
        (distance / self.width) as u64
    }

    fn put(&mut self, node: u32, distance: f64) {
        let turn = self.turn(distance);
        if let Some(heap) = self.heap.as_mut().filter(|_| turn <= self.now && self.waiting + self.order.len() > 0) {
            heap.push(Reverse((distance.to_bits(), node)));
            return;
        }
        let slot = (turn % self.buckets.len() as u64) as usize;
        self.buckets[slot].push(node);
        self.waiting += 1;
    }

    fn settle(&mut self, node: usize) {
        if std::mem::replace(&mut self.settled[node], true) {
            return;
        }
        self.order.push(node as u32);
        let here = self.distance[node];
        self.paths[node] = self.paths_to(node, here);
        let lengths = self.lengths;
        for (length, targets) in lengths.runs(node) {
            let far = here + length;
            let least = far * (1.0 - lengths.tolerance);
            for &next in targets {
                if least <= self.distance[next as usize] {
                    self.reach(node, next as usize, far);
                }
            }
        }
    }

    fn paths_to(&self, node: usize, here: f64) -> f64 {
        let (mut paths, mut at) = (0.0, self.last[node]);
        while at != NONE {
            let way = &self.ways[at as usize];
            if self.lengths.same(way.length, here) {
                paths += self.paths[way.before as usize];
            }
            at = way.next;
        }
        if here == 0.0 { 1.0 } else { paths }
    }

    /// Notes a way that is not longer than the best so far.
    fn reach(&mut self, before: usize, node: usize, far: f64) {
        let known = self.distance[node];
        if self.settled[node] || far > known && !self.lengths.same(far, known) {
            return;
        }
        if far < known {
            if !self.lengths.same(known, far) {
                self.last[node] = NONE;
            }
            self.distance[node] = far;
            if known == f64::INFINITY || self.turn(known) != self.turn(far) || self.heap.is_some() {
                self.put(node as u32, far);
            }
        }
        self.ways.push(Way { before: before as u32, next: self.last[node], length: far });
        self.last[node] = self.ways.len() as u32 - 1;
    }
}
