//! Compressed sparse row (CSR) adjacency: the neighbours of a node as one slice.

/// Undirected adjacency in CSR form: neighbours, weights and tie numbers of every node, each row sorted by neighbour. A
/// tie is stored in the rows of both of its ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Adjacency {
    offsets: Vec<u32>,
    neighbours: Vec<u32>,
    weights: Vec<f64>,
    ties: Vec<u32>,
}

impl Adjacency {
    /// Builds the adjacency of `nodes` nodes from undirected ties `(a, b, weight)`, `a != b`. A tie's number is its
    /// position in the list. Parallel ties are not merged. O(nodes + ties log ties).
    #[must_use]
    pub fn new(nodes: usize, ties: impl Iterator<Item = (u32, u32, f64)> + Clone) -> Self {
        let mut offsets = vec![0u32; nodes + 1];
        for (a, b, _) in ties.clone() {
            offsets[a as usize + 1] += 1;
            offsets[b as usize + 1] += 1;
        }
        for index in 1..offsets.len() {
            offsets[index] += offsets[index - 1];
        }
        let total = offsets[nodes] as usize;
        let mut rows: Vec<(u32, u32, f64)> = vec![(0, 0, 0.0); total];
        let mut next = offsets.clone();
        for (number, (a, b, weight)) in ties.enumerate() {
            for (from, to) in [(a, b), (b, a)] {
                rows[next[from as usize] as usize] = (to, number as u32, weight);
                next[from as usize] += 1;
            }
        }
        for node in 0..nodes {
            rows[offsets[node] as usize..offsets[node + 1] as usize].sort_unstable_by_key(|row| (row.0, row.1));
        }
        Self {
            neighbours: rows.iter().map(|row| row.0).collect(),
            ties: rows.iter().map(|row| row.1).collect(),
            weights: rows.iter().map(|row| row.2).collect(),
            offsets,
        }
    }

    /// Number of nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// Number of ties.
    #[must_use]
    pub fn tie_count(&self) -> usize {
        self.neighbours.len() / 2
    }

    /// Degree of a node; parallel ties count separately.
    #[must_use]
    pub fn degree(&self, node: usize) -> usize {
        (self.offsets[node + 1] - self.offsets[node]) as usize
    }

    /// Neighbours of a node, ascending.
    #[must_use]
    pub fn neighbours(&self, node: usize) -> &[u32] {
        &self.neighbours[self.row(node)]
    }

    /// Weights of a node's ties, in the order of its neighbours.
    #[must_use]
    pub fn weights(&self, node: usize) -> &[f64] {
        &self.weights[self.row(node)]
    }

    /// Numbers of a node's ties, in the order of its neighbours.
    #[must_use]
    pub fn ties(&self, node: usize) -> &[u32] {
        &self.ties[self.row(node)]
    }

    /// Neighbour, weight and tie number, ascending by neighbour.
    pub fn row_of(&self, node: usize) -> impl Iterator<Item = (usize, f64, usize)> + '_ {
        self.row(node).map(|at| (self.neighbours[at] as usize, self.weights[at], self.ties[at] as usize))
    }

    /// Every tie once, as `(a, b, weight, tie number)` with a < b, ordered by a, then b.
    pub fn edges(&self) -> impl Iterator<Item = (usize, usize, f64, usize)> + '_ {
        (0..self.node_count()).flat_map(move |a| {
            self.row_of(a).filter(move |row| row.0 > a).map(move |(b, weight, tie)| (a, b, weight, tie))
        })
    }

    fn row(&self, node: usize) -> std::ops::Range<usize> {
        self.offsets[node] as usize..self.offsets[node + 1] as usize
    }
}
