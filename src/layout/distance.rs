//! All-pairs shortest paths over weighted ties: the target distances of stress layouts.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use crate::network::adjacency::Adjacency;

/// Distance matrix of `len` nodes, row-major, `len²` values; infinite where there is no path.
#[derive(Clone, Debug, PartialEq)]
pub struct DistanceMatrix {
    len: usize,
    values: Vec<f64>,
}

#[derive(PartialEq)]
struct QueueEntry(f64, usize);

impl Eq for QueueEntry {}

impl Ord for QueueEntry {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0).then(self.1.cmp(&other.1))
    }
}

impl PartialOrd for QueueEntry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl DistanceMatrix {
    /// Shortest paths in an undirected graph of ties `(a, b, length)`, lengths above zero, by Dijkstra's algorithm from
    /// every node. O(nodes · ties · log nodes) time, O(nodes²) space.
    #[must_use]
    pub fn new(len: usize, ties: &[(usize, usize, f64)]) -> Self {
        let rows = ties.iter().map(|&(a, b, length)| (a as u32, b as u32, length));
        Self::from_adjacency(&Adjacency::new(len, rows))
    }

    /// Shortest paths where the weight of a tie is its length; same complexity as [`new`](Self::new).
    #[must_use]
    pub fn from_adjacency(adjacency: &Adjacency) -> Self {
        let len = adjacency.node_count();
        let mut values = vec![f64::INFINITY; len * len];
        let mut queue = BinaryHeap::new();
        for (source, row) in values.chunks_exact_mut(len.max(1)).enumerate() {
            row[source] = 0.0;
            queue.push(Reverse(QueueEntry(0.0, source)));
            while let Some(Reverse(QueueEntry(distance, node))) = queue.pop() {
                if distance > row[node] {
                    continue;
                }
                for (next, length, _) in adjacency.row_of(node) {
                    let through = distance + length;
                    if through < row[next] {
                        row[next] = through;
                        queue.push(Reverse(QueueEntry(through, next)));
                    }
                }
            }
        }
        Self { len, values }
    }

    /// Hop counts: shortest paths where every tie has length 1; same complexity as [`new`](Self::new).
    #[must_use]
    pub fn hops(len: usize, ties: impl Iterator<Item = (usize, usize)>) -> Self {
        let ties: Vec<_> = ties.map(|(a, b)| (a, b, 1.0)).collect();
        Self::new(len, &ties)
    }

    /// The distances times `factor` of each pair. O(nodes²).
    #[must_use]
    pub fn scaled(&self, factor: impl Fn(usize, usize) -> f64) -> Self {
        let value = |(at, distance): (usize, &f64)| distance * factor(at / self.len, at % self.len);
        Self { len: self.len, values: self.values.iter().enumerate().map(value).collect() }
    }

    /// Number of nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.len
    }

    /// Distance between two nodes.
    #[must_use]
    pub fn between(&self, a: usize, b: usize) -> f64 {
        self.values[a * self.len + b]
    }

    /// Distances from a node, by node index.
    #[must_use]
    pub fn row(&self, node: usize) -> &[f64] {
        &self.values[node * self.len..(node + 1) * self.len]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indirect_path_may_be_shorter() {
        let distances = DistanceMatrix::new(4, &[(0, 1, 1.0), (1, 2, 1.5), (0, 2, 4.0)]);
        assert_eq!(distances.between(0, 2), 2.5);
        assert_eq!(distances.between(2, 0), 2.5);
        assert!(distances.between(0, 3).is_infinite());
    }
}
