//! Triangles, each met once: what clustering and constraint count.
//!
//! Nodes are numbered by degree, ties lead from the lower number to the higher, and a triangle is met at its lowest
//! node, by marks (Chiba & Nishizeki 1985, *SIAM Journal on Computing* 14, 210–223). O(ties^1.5).

use rayon::prelude::*;

use crate::network::adjacency::Adjacency;

/// Parts of the work. A constant, so that no sum depends on the number of threads.
const PARTS: usize = 4;
/// Fewer ties are not worth a second thread.
const FEW: usize = 4_096;

/// The ties from lower to higher rank. A node is called by its rank, a tie by its place in `targets`.
pub(crate) struct Upward {
    offsets: Vec<u32>,
    targets: Vec<u32>,
    /// Number in the network of the node of each rank.
    pub(crate) names: Vec<u32>,
    rank: Vec<u32>,
}

impl Upward {
    pub(crate) fn of(adjacency: &Adjacency) -> Self {
        let nodes = adjacency.nodes();
        let names = by_degree(adjacency);
        let mut rank = vec![0u32; nodes];
        names.iter().enumerate().for_each(|(number, &name)| rank[name as usize] = number as u32);
        let (mut offsets, mut targets) = (vec![0], Vec::with_capacity(adjacency.ties_len()));
        for (own, &name) in names.iter().enumerate() {
            let row = adjacency.neighbours(name as usize).iter().map(|&next| rank[next as usize]);
            targets.extend(row.filter(|&next| next > own as u32));
            offsets.push(targets.len() as u32);
        }
        Self { offsets, targets, names, rank }
    }

    /// Weights of the ties.
    pub(crate) fn weights(&self, adjacency: &Adjacency) -> Vec<f64> {
        let mut weights = Vec::with_capacity(self.ties_len());
        for (own, &name) in self.names.iter().enumerate() {
            let row = adjacency.neighbours(name as usize).iter().zip(adjacency.weights(name as usize));
            weights.extend(row.filter(|(next, _)| self.rank[**next as usize] > own as u32).map(|row| row.1));
        }
        weights
    }

    pub(crate) fn nodes(&self) -> usize {
        self.names.len()
    }

    pub(crate) fn ties_len(&self) -> usize {
        self.targets.len()
    }

    pub(crate) fn row(&self, node: usize) -> std::ops::Range<usize> {
        self.offsets[node] as usize..self.offsets[node + 1] as usize
    }

    pub(crate) fn target(&self, tie: usize) -> usize {
        self.targets[tie] as usize
    }

    /// Triangles of every node, by rank.
    pub(crate) fn counts(&self) -> Vec<u64> {
        let parts = self.spread(|part, parts| {
            let mut counts = vec![0u32; self.nodes()];
            let mut marks = vec![0u32; self.nodes()];
            for node in (part..self.nodes()).step_by(parts) {
                self.count(node, &mut marks, &mut counts);
            }
            counts
        });
        let mut all = vec![0u64; self.nodes()];
        for part in parts {
            all.iter_mut().zip(part).for_each(|(sum, count)| *sum += u64::from(count));
        }
        all
    }

    /// Adds a 0 or a 1 for every pair rather than asking which, for the answer cannot be foreseen.
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

    /// Calls `see(sums, [a, b, c], [ab, ac, bc])` for every triangle a < b < c, with a sum for every tie; the sums of
    /// all parts are added in one order.
    pub(crate) fn sum_over(&self, see: impl Fn(&mut [f64], [usize; 3], [usize; 3]) + Sync + Send) -> Vec<f64> {
        let parts = self.spread(|part, parts| {
            let mut sums = vec![0.0; self.ties_len()];
            let mut place = vec![0u32; self.nodes()];
            for a in (part..self.nodes()).step_by(parts) {
                self.row(a).for_each(|ac| place[self.target(ac)] = ac as u32 + 1);
                for ab in self.row(a) {
                    let b = self.target(ab);
                    for bc in self.row(b) {
                        let c = self.target(bc);
                        if place[c] != 0 {
                            see(&mut sums, [a, b, c], [ab, place[c] as usize - 1, bc]);
                        }
                    }
                }
                self.row(a).for_each(|ac| place[self.target(ac)] = 0);
            }
            sums
        });
        let mut parts = parts.into_iter();
        let mut all = parts.next().unwrap_or_default();
        for part in parts {
            all.iter_mut().zip(part).for_each(|(sum, more)| *sum += more);
        }
        all
    }

    fn spread<T: Send>(&self, work: impl Fn(usize, usize) -> T + Sync + Send) -> Vec<T> {
        if self.ties_len() < FEW {
            return vec![work(0, 1)];
        }
        (0..PARTS).into_par_iter().map(|part| work(part, PARTS)).collect()
    }
}

/// Nodes by degree, equal ones by number.
fn by_degree(adjacency: &Adjacency) -> Vec<u32> {
    let nodes = adjacency.nodes();
    let most = (0..nodes).map(|node| adjacency.degree(node)).max().unwrap_or(0);
    let mut next = vec![0u32; most + 2];
    (0..nodes).for_each(|node| next[adjacency.degree(node) + 1] += 1);
    for degree in 1..next.len() {
        next[degree] += next[degree - 1];
    }
    let mut names = vec![0; nodes];
    for node in 0..nodes {
        let at = &mut next[adjacency.degree(node)];
        names[*at as usize] = node as u32;
        *at += 1;
    }
    names
}
