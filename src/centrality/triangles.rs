//! Triangle enumeration, each triangle once; used by clustering, constraint and effective size.
//!
//! Nodes are ranked by degree, ties oriented from lower to higher rank, and a triangle is found at its lowest node by
//! marking its neighbours (Chiba & Nishizeki 1985, *SIAM Journal on Computing* 14, 210–223). O(ties^1.5).

use rayon::prelude::*;

use crate::network::adjacency::Adjacency;

/// Number of parallel chunks. A constant, so that sums do not depend on the number of threads.
const CHUNKS: usize = 4;
/// Minimum number of ties for parallel work.
const MIN_PARALLEL_TIES: usize = 4_096;

/// Ties oriented from lower to higher rank, in CSR form. A node is identified by its rank, a tie by its position in
/// `targets`.
pub(crate) struct OrientedAdjacency {
    offsets: Vec<u32>,
    targets: Vec<u32>,
    /// Network node of each rank.
    pub(crate) node_of_rank: Vec<u32>,
    rank: Vec<u32>,
}

impl OrientedAdjacency {
    pub(crate) fn of(adjacency: &Adjacency) -> Self {
        let nodes = adjacency.node_count();
        let node_of_rank = by_degree(adjacency);
        let mut rank = vec![0u32; nodes];
        node_of_rank.iter().enumerate().for_each(|(number, &node)| rank[node as usize] = number as u32);
        let (mut offsets, mut targets) = (vec![0], Vec::with_capacity(adjacency.tie_count()));
        for (own, &node) in node_of_rank.iter().enumerate() {
            let row = adjacency.neighbours(node as usize).iter().map(|&next| rank[next as usize]);
            targets.extend(row.filter(|&next| next > own as u32));
            offsets.push(targets.len() as u32);
        }
        Self { offsets, targets, node_of_rank, rank }
    }

    /// Weights of the ties, by tie.
    pub(crate) fn weights(&self, adjacency: &Adjacency) -> Vec<f64> {
        let mut weights = Vec::with_capacity(self.tie_count());
        for (own, &node) in self.node_of_rank.iter().enumerate() {
            let row = adjacency.neighbours(node as usize).iter().zip(adjacency.weights(node as usize));
            weights.extend(row.filter(|(next, _)| self.rank[**next as usize] > own as u32).map(|row| row.1));
        }
        weights
    }

    pub(crate) fn nodes(&self) -> usize {
        self.node_of_rank.len()
    }

    pub(crate) fn tie_count(&self) -> usize {
        self.targets.len()
    }

    pub(crate) fn row(&self, node: usize) -> std::ops::Range<usize> {
        self.offsets[node] as usize..self.offsets[node + 1] as usize
    }

    pub(crate) fn target(&self, tie: usize) -> usize {
        self.targets[tie] as usize
    }

    /// Number of triangles of every node, by rank.
    pub(crate) fn counts(&self) -> Vec<u64> {
        let chunks = self.in_chunks(|chunk, chunks| {
            let mut counts = vec![0u32; self.nodes()];
            let mut marks = vec![0u32; self.nodes()];
            for node in (chunk..self.nodes()).step_by(chunks) {
                self.count(node, &mut marks, &mut counts);
            }
            counts
        });
        let mut all = vec![0u64; self.nodes()];
        for chunk in chunks {
            all.iter_mut().zip(chunk).for_each(|(sum, count)| *sum += u64::from(count));
        }
        all
    }

    /// Counts the triangles whose lowest node is `node`. Adds a 0 or a 1 for every pair instead of branching on an
    /// unpredictable condition.
    fn count(&self, node: usize, marks: &mut [u32], counts: &mut [u32]) {
        let row = &self.targets[self.row(node)];
        row.iter().for_each(|&next| marks[next as usize] = 1);
        let mut here = 0;
        for &second in row {
            let mut closed = 0;
            for &third in &self.targets[self.row(second as usize)] {
                let hit = marks[third as usize];
                counts[third as usize] += hit;
                closed += hit;
            }
            counts[second as usize] += closed;
            here += closed;
        }
        counts[node] += here;
        row.iter().for_each(|&next| marks[next as usize] = 0);
    }

    /// Calls `visit(sums, [a, b, c], [ab, ac, bc])` for every triangle a < b < c, with one sum a tie; the sums of all
    /// chunks are added in a fixed order.
    pub(crate) fn sum_over(&self, visit: impl Fn(&mut [f64], [usize; 3], [usize; 3]) + Sync + Send) -> Vec<f64> {
        self.sums(self.tie_count(), visit)
    }

    /// As [`sum_over`](Self::sum_over), with one sum a node.
    pub(crate) fn node_sums(&self, visit: impl Fn(&mut [f64], [usize; 3], [usize; 3]) + Sync + Send) -> Vec<f64> {
        self.sums(self.nodes(), visit)
    }

    fn sums(&self, count: usize, visit: impl Fn(&mut [f64], [usize; 3], [usize; 3]) + Sync + Send) -> Vec<f64> {
        let chunks = self.in_chunks(|chunk, chunks| {
            let mut sums = vec![0.0; count];
            let mut tie_to = vec![0u32; self.nodes()];
            for a in (chunk..self.nodes()).step_by(chunks) {
                self.row(a).for_each(|ac| tie_to[self.target(ac)] = ac as u32 + 1);
                for ab in self.row(a) {
                    let b = self.target(ab);
                    for bc in self.row(b) {
                        let c = self.target(bc);
                        if tie_to[c] != 0 {
                            visit(&mut sums, [a, b, c], [ab, tie_to[c] as usize - 1, bc]);
                        }
                    }
                }
                self.row(a).for_each(|ac| tie_to[self.target(ac)] = 0);
            }
            sums
        });
        let mut chunks = chunks.into_iter();
        let mut all = chunks.next().unwrap_or_default();
        for chunk in chunks {
            all.iter_mut().zip(chunk).for_each(|(sum, more)| *sum += more);
        }
        all
    }

    fn in_chunks<T: Send>(&self, work: impl Fn(usize, usize) -> T + Sync + Send) -> Vec<T> {
        if self.tie_count() < MIN_PARALLEL_TIES {
            return vec![work(0, 1)];
        }
        (0..CHUNKS).into_par_iter().map(|chunk| work(chunk, CHUNKS)).collect()
    }
}

/// Nodes by ascending degree (counting sort), equal ones by number.
fn by_degree(adjacency: &Adjacency) -> Vec<u32> {
    let nodes = adjacency.node_count();
    let max_degree = (0..nodes).map(|node| adjacency.degree(node)).max().unwrap_or(0);
    let mut next = vec![0u32; max_degree + 2];
    (0..nodes).for_each(|node| next[adjacency.degree(node) + 1] += 1);
    for degree in 1..next.len() {
        next[degree] += next[degree - 1];
    }
    let mut node_of_rank = vec![0; nodes];
    for node in 0..nodes {
        let at = &mut next[adjacency.degree(node)];
        node_of_rank[*at as usize] = node as u32;
        *at += 1;
    }
    node_of_rank
}
