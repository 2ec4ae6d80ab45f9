//! Target distances: shortest paths over ties that may have lengths of their own.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use crate::network::adjacency::Adjacency;

/// Shortest distances between all pairs of `len` nodes, row by row; infinite where there is no path.
#[derive(Clone, Debug, PartialEq)]
pub struct Distances {
    len: usize,
    cells: Vec<f64>,
}

#[derive(PartialEq)]
struct Reached(f64, usize);

impl Eq for Reached {}

impl Ord for Reached {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0).then(self.1.cmp(&other.1))
    }
}

impl PartialOrd for Reached {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Distances {
    /// Distances in a graph given by its ties `(a, b, length)`, lengths above zero. Dijkstra from every
    /// node: O(nodes · ties · log nodes) time, O(nodes²) space.
    #[must_use]
    pub fn new(len: usize, ties: &[(usize, usize, f64)]) -> Self {
        let rows = ties.iter().map(|&(a, b, length)| (a as u32, b as u32, length));
        Self::of(&Adjacency::new(len, rows))
    }

    /// Distances where the weight of a tie is its length.
    #[must_use]
    pub fn of(adjacency: &Adjacency) -> Self {
        let len = adjacency.node_count();
        let mut cells = vec![f64::INFINITY; len * len];
        let mut open = BinaryHeap::new();
        for (source, row) in cells.chunks_exact_mut(len.max(1)).enumerate() {
            row[source] = 0.0;
            open.push(Reverse(Reached(0.0, source)));
            while let Some(Reverse(Reached(distance, node))) = open.pop() {
                if distance > row[node] {
                    continue;
                }
                for (next, length, _) in adjacency.row_of(node) {
                    let through = distance + length;
                    if through < row[next] {
                        row[next] = through;
                        open.push(Reverse(Reached(through, next)));
                    }
                }
            }
        }
        Self { len, cells }
    }

    /// Distances where every tie is one step long.
    #[must_use]
    pub fn steps(len: usize, ties: impl Iterator<Item = (usize, usize)>) -> Self {
        let ties: Vec<_> = ties.map(|(a, b)| (a, b, 1.0)).collect();
        Self::new(len, &ties)
    }

    /// Number of nodes.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.len
    }

    /// Distance of two nodes.
    #[must_use]
    pub fn between(&self, a: usize, b: usize) -> f64 {
        self.cells[a * self.len + b]
    }

    /// Distances from a node.
    #[must_use]
    pub fn from(&self, node: usize) -> &[f64] {
        &self.cells[node * self.len..(node + 1) * self.len]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_shorter_way_round() {
        let distances = Distances::new(4, &[(0, 1, 1.0), (1, 2, 1.5), (0, 2, 4.0)]);
        assert_eq!(distances.between(0, 2), 2.5);
        assert_eq!(distances.between(2, 0), 2.5);
        assert!(distances.between(0, 3).is_infinite());
    }
}
