//! Weighted betweenness by Brandes's algorithm: Dijkstra's search from each source with a bucket queue.
//!
//! A bucket is no wider than the shortest tie, so that nodes of one bucket cannot shorten each other's distances and
//! may be scanned in any order (Dial 1969, *Communications of the ACM* 12, 632–633; Dinic 1978). Only where the longest
//! tie is more than [`BUCKETS`] times the shortest are buckets wider; then each bucket is ordered by a heap when it
//! becomes current. O(n·(ties + buckets passed)) or, in the second case, O(n·(ties + n log n)).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::centrality::edge_lengths::EdgeLengths;
use crate::centrality::parallel_sum;
use crate::network::adjacency::Adjacency;

/// Maximum number of buckets of a search.
const BUCKETS: f64 = 4096.0;
const NONE: u32 = u32::MAX;

/// Raw weighted betweenness of every node, each pair counted from both ends.
pub(crate) fn betweenness(adjacency: &Adjacency) -> Vec<f64> {
    let edge_lengths = EdgeLengths::of(adjacency);
    let nodes = edge_lengths.nodes();
    parallel_sum::sum_over(
        nodes,
        nodes,
        || BucketedBrandes::new(&edge_lengths),
        |search, source, sums| search.accumulate(source, sums),
    )
}

/// A predecessor of a node on a shortest path, in a linked list a node.
struct PredecessorEntry {
    predecessor: u32,
    /// Previous entry of the same node, or `NONE`.
    next: u32,
    length: f64,
}

/// Workspace of one search. In Brandes's notation `order` is S, `paths` σ, `dependency` δ.
struct BucketedBrandes<'a> {
    edge_lengths: &'a EdgeLengths,
    distance: Vec<f64>,
    scanned: Vec<bool>,
    paths: Vec<f64>,
    dependency: Vec<f64>,
    /// Head of each node's list of predecessors.
    last_predecessor: Vec<u32>,
    predecessors: Vec<PredecessorEntry>,
    order: Vec<u32>,
    /// Circular buckets; the current one is `current` modulo their number.
    buckets: Vec<Vec<u32>>,
    width: f64,
    current: u64,
    queued: usize,
    /// The current bucket ordered by distance, where nodes of one bucket can shorten each other's distances.
    heap: Option<BinaryHeap<Reverse<(u64, u32)>>>,
}

impl<'a> BucketedBrandes<'a> {
    fn new(edge_lengths: &'a EdgeLengths) -> Self {
        let nodes = edge_lengths.nodes();
        // Slightly narrower than the shortest tie, so that rounding puts no node into the bucket of its predecessor.
        let narrow = 0.999 * edge_lengths.shortest.min(edge_lengths.longest).max(f64::MIN_POSITIVE);
        let width = narrow.max(edge_lengths.longest / BUCKETS);
        let count = (edge_lengths.longest / width) as usize + 3;
        Self {
            edge_lengths,
            distance: vec![f64::INFINITY; nodes],
            scanned: vec![false; nodes],
            paths: vec![0.0; nodes],
            dependency: vec![0.0; nodes],
            last_predecessor: vec![NONE; nodes],
            predecessors: Vec::new(),
            order: Vec::with_capacity(nodes),
            buckets: vec![Vec::new(); count],
            width,
            current: 0,
            queued: 0,
            heap: (width > narrow).then(BinaryHeap::new),
        }
    }

    fn accumulate(&mut self, source: usize, sums: &mut [f64]) {
        self.search(source);
        for at in (1..self.order.len()).rev() {
            let node = self.order[at] as usize;
            let share = (1.0 + self.dependency[node]) / self.paths[node];
            let mut at = self.last_predecessor[node];
            while at != NONE {
                let entry = &self.predecessors[at as usize];
                if self.edge_lengths.is_equal(entry.length, self.distance[node]) {
                    self.dependency[entry.predecessor as usize] += self.paths[entry.predecessor as usize] * share;
                }
                at = entry.next;
            }
            sums[node] += self.dependency[node];
        }
        for &node in &self.order {
            let node = node as usize;
            self.distance[node] = f64::INFINITY;
            (self.scanned[node], self.dependency[node], self.last_predecessor[node]) = (false, 0.0, NONE);
        }
        self.order.clear();
        self.predecessors.clear();
    }

    fn search(&mut self, source: usize) {
        self.current = 0;
        self.distance[source] = 0.0;
        self.enqueue(source as u32, 0.0);
        while self.queued > 0 {
            let slot = (self.current % self.buckets.len() as u64) as usize;
            let mut bucket = std::mem::take(&mut self.buckets[slot]);
            self.queued -= bucket.len();
            if let Some(heap) = &mut self.heap {
                heap.extend(bucket.iter().map(|&node| Reverse((self.distance[node as usize].to_bits(), node))));
                while let Some(Reverse((_, node))) = self.heap.as_mut().and_then(BinaryHeap::pop) {
                    self.scan(node as usize);
                }
            } else {
                bucket.iter().for_each(|&node| self.scan(node as usize));
            }
            bucket.clear();
            self.buckets[slot] = bucket;
            self.current += 1;
        }
    }

    fn bucket_of(&self, distance: f64) -> u64 {
        (distance / self.width) as u64
    }

    fn enqueue(&mut self, node: u32, distance: f64) {
        let bucket = self.bucket_of(distance);
        if let Some(heap) = self.heap.as_mut().filter(|_| bucket <= self.current && self.queued + self.order.len() > 0)
        {
            heap.push(Reverse((distance.to_bits(), node)));
            return;
        }
        let slot = (bucket % self.buckets.len() as u64) as usize;
        self.buckets[slot].push(node);
        self.queued += 1;
    }

    fn scan(&mut self, node: usize) {
        if std::mem::replace(&mut self.scanned[node], true) {
            return;
        }
        self.order.push(node as u32);
        let here = self.distance[node];
        self.paths[node] = self.count_paths(node, here);
        let edge_lengths = self.edge_lengths;
        for (length, targets) in edge_lengths.runs(node) {
            let candidate = here + length;
            let lower_bound = candidate * (1.0 - edge_lengths.tolerance);
            for &next in targets {
                if lower_bound <= self.distance[next as usize] {
                    self.relax(node, next as usize, candidate);
                }
            }
        }
    }

    fn count_paths(&self, node: usize, here: f64) -> f64 {
        let (mut paths, mut at) = (0.0, self.last_predecessor[node]);
        while at != NONE {
            let entry = &self.predecessors[at as usize];
            if self.edge_lengths.is_equal(entry.length, here) {
                paths += self.paths[entry.predecessor as usize];
            }
            at = entry.next;
        }
        if here == 0.0 { 1.0 } else { paths }
    }

    /// Relaxes a tie: records a predecessor whose path is not longer than the best so far.
    fn relax(&mut self, predecessor: usize, node: usize, candidate: f64) {
        let known = self.distance[node];
        if self.scanned[node] || candidate > known && !self.edge_lengths.is_equal(candidate, known) {
            return;
        }
        if candidate < known {
            if !self.edge_lengths.is_equal(known, candidate) {
                self.last_predecessor[node] = NONE;
            }
            self.distance[node] = candidate;
            if known == f64::INFINITY || self.bucket_of(known) != self.bucket_of(candidate) || self.heap.is_some() {
                self.enqueue(node as u32, candidate);
            }
        }
        self.predecessors.push(PredecessorEntry {
            predecessor: predecessor as u32,
            next: self.last_predecessor[node],
            length: candidate,
        });
        self.last_predecessor[node] = self.predecessors.len() as u32 - 1;
    }
}
