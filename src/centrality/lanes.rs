//! Unweighted betweenness from eight sources at once, one lane a source.
//!
//! Brandes's two sweeps, level by level. A node is worked on once for all the sources that are equally far from it;
//! nodes are renumbered breadth first, so that the sources of a batch are near each other and mostly are. The inner
//! loops add eight numbers at neighbouring places and ask nothing, which suits the vector units of the processor.

use crate::centrality::chunks;
use crate::network::adjacency::Adjacency;

const LANES: usize = 8;
type Lane = [f64; LANES];
const NONE: Lane = [0.0; LANES];

/// Raw betweenness of every node, each pair counted from both ends. Memory: 200 bytes a node and thread.
pub(crate) fn betweenness(adjacency: &Adjacency) -> Vec<f64> {
    let nodes = adjacency.nodes();
    let rows = Rows::breadth_first(adjacency);
    let sums = chunks::sum_over(
        nodes.div_ceil(LANES),
        nodes,
        || Wave::new(nodes),
        |wave, batch, sums| wave.add(&rows, batch * LANES, sums),
    );
    let mut values = vec![0.0; nodes];
    for (&node, sum) in rows.names.iter().zip(sums) {
        values[node as usize] = sum;
    }
    values
}

/// The ties under new numbers.
struct Rows {
    offsets: Vec<u32>,
    targets: Vec<u32>,
    /// Old number of each node.
    names: Vec<u32>,
}

impl Rows {
    fn breadth_first(adjacency: &Adjacency) -> Self {
        let nodes = adjacency.nodes();
        let mut names: Vec<u32> = Vec::with_capacity(nodes);
        let mut number = vec![u32::MAX; nodes];
        for first in 0..nodes {
            if number[first] != u32::MAX {
                continue;
            }
            number[first] = names.len() as u32;
            let mut head = names.len();
            names.push(first as u32);
            while head < names.len() {
                for &next in adjacency.neighbours(names[head] as usize) {
                    if number[next as usize] == u32::MAX {
                        number[next as usize] = names.len() as u32;
                        names.push(next);
                    }
                }
                head += 1;
            }
        }
        let (mut offsets, mut targets) = (vec![0], Vec::with_capacity(2 * adjacency.ties_len()));
        for &name in &names {
            let start = targets.len();
            targets.extend(adjacency.neighbours(name as usize).iter().map(|&next| number[next as usize]));
            targets[start..].sort_unstable();
            offsets.push(targets.len() as u32);
        }
        Self { offsets, targets, names }
    }

    fn row(&self, node: u32) -> &[u32] {
        &self.targets[self.offsets[node as usize] as usize..self.offsets[node as usize + 1] as usize]
    }
}

/// A node and, as bits, the sources at whose distance the present level is.
type Place = (u32, u8);

struct Wave {
    /// Sources that have reached a node.
    seen: Vec<u8>,
    /// Sources that reach it on this level.
    fresh: Vec<u8>,
    paths: Vec<Lane>,
    /// Path counts that come in on this level; in the way back (1 + dependency)/paths of the level behind.
    carried: Vec<Lane>,
    /// All levels, one after the other.
    places: Vec<Place>,
    ends: Vec<usize>,
    met: Vec<u32>,
    shares: Vec<Lane>,
}

impl Wave {
    fn new(nodes: usize) -> Self {
        Self {
            seen: vec![0; nodes],
            fresh: vec![0; nodes],
            paths: vec![NONE; nodes],
            carried: vec![NONE; nodes],
            places: Vec::new(),
            ends: Vec::new(),
            met: Vec::new(),
            shares: Vec::new(),
        }
    }

    fn add(&mut self, rows: &Rows, first: usize, sums: &mut [f64]) {
        self.places.clear();
        self.ends.clear();
        self.seen.fill(0);
        for (lane, source) in (first..self.seen.len().min(first + LANES)).enumerate() {
            self.seen[source] = 1 << lane;
            self.paths[source][lane] = 1.0;
            self.places.push((source as u32, 1 << lane));
        }
        let mut start = 0;
        while start < self.places.len() {
            self.ends.push(self.places.len());
            let end = self.places.len();
            self.step(rows, start, end);
            start = end;
        }
        self.back(rows, sums);
    }

    /// Counts the paths to the nodes one step further than the places from `start` to `end`.
    fn step(&mut self, rows: &Rows, start: usize, end: usize) {
        for &(node, lanes) in &self.places[start..end] {
            let paths = only(&self.paths[node as usize], lanes);
            for &next in rows.row(node) {
                let next = next as usize;
                let fresh = lanes & !self.seen[next];
                if fresh != 0 {
                    if self.fresh[next] == 0 {
                        self.met.push(next as u32);
                    }
                    self.fresh[next] |= fresh;
                    let carried = &mut self.carried[next];
                    for lane in 0..LANES {
                        carried[lane] += paths[lane];
                    }
                }
            }
        }
        for node in self.met.drain(..) {
            let at = node as usize;
            let fresh = std::mem::take(&mut self.fresh[at]);
            let carried = std::mem::replace(&mut self.carried[at], NONE);
            for (lane, count) in carried.into_iter().enumerate() {
                if fresh >> lane & 1 == 1 {
                    self.paths[at][lane] = count;
                }
            }
            self.seen[at] |= fresh;
            self.places.push((node, fresh));
        }
    }

    /// Adds up dependencies from the furthest level to the first.
    fn back(&mut self, rows: &Rows, sums: &mut [f64]) {
        for level in (1..self.ends.len()).rev() {
            let (start, end) = (self.ends[level - 1], self.ends[level]);
            self.shares.clear();
            for &(node, lanes) in &self.places[start..end] {
                let mut sum = NONE;
                for &next in rows.row(node) {
                    let carried = &self.carried[next as usize];
                    for lane in 0..LANES {
                        sum[lane] += carried[lane];
                    }
                }
                let paths = &self.paths[node as usize];
                let mut all = 0.0;
                for (lane, sum) in sum.iter_mut().enumerate() {
                    let here = lanes >> lane & 1 == 1;
                    let dependency = if here { paths[lane] * *sum } else { 0.0 };
                    all += dependency;
                    *sum = if here { (1.0 + dependency) / paths[lane] } else { 0.0 };
                }
                sums[node as usize] += all;
                self.shares.push(sum);
            }
            // Only now, so that no node of this level took a share of this level for one of the level behind.
            self.hand_over(start, end, self.ends.get(level + 1).copied());
        }
        let last = self.ends.get(1).copied().unwrap_or(0);
        for &(node, _) in &self.places[..last] {
            self.carried[node as usize] = NONE;
        }
    }

    fn hand_over(&mut self, start: usize, end: usize, behind: Option<usize>) {
        for &(node, _) in &self.places[end..behind.unwrap_or(end)] {
            self.carried[node as usize] = NONE;
        }
        for (&(node, _), share) in self.places[start..end].iter().zip(&self.shares) {
            self.carried[node as usize] = *share;
        }
    }
}

/// The numbers of some lanes, 0 in the others.
fn only(values: &Lane, lanes: u8) -> Lane {
    std::array::from_fn(|lane| if lanes >> lane & 1 == 1 { values[lane] } else { 0.0 })
}
