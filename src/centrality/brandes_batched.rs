//! Unweighted betweenness by Brandes's algorithm from eight sources at once, one SIMD lane a source.
//!
//! Both sweeps go level by level. A node is processed once for all sources at the same distance from it; nodes are
//! renumbered breadth first, so that the sources of a batch are close to each other and mostly share distances. The
//! inner loops are branch-free sums over eight adjacent numbers, which compilers vectorise.

use crate::centrality::parallel_sum;
use crate::network::adjacency::Adjacency;

const BATCH: usize = 8;
type PerSource = [f64; BATCH];
const ZERO: PerSource = [0.0; BATCH];

/// Raw betweenness of every node, each pair counted from both ends. O(n·m); memory: 200 bytes a node and thread.
pub(crate) fn betweenness(adjacency: &Adjacency) -> Vec<f64> {
    let nodes = adjacency.node_count();
    let rows = RelabelledAdjacency::breadth_first(adjacency);
    let sums = parallel_sum::sum_over(
        nodes.div_ceil(BATCH),
        nodes,
        || BatchedBrandes::new(nodes),
        |search, batch, sums| search.accumulate(&rows, batch * BATCH, sums),
    );
    let mut values = vec![0.0; nodes];
    for (&node, sum) in rows.original.iter().zip(sums) {
        values[node as usize] = sum;
    }
    values
}

/// CSR adjacency under breadth-first numbering.
struct RelabelledAdjacency {
    offsets: Vec<u32>,
    targets: Vec<u32>,
    /// Original number of each node.
    original: Vec<u32>,
}

impl RelabelledAdjacency {
    fn breadth_first(adjacency: &Adjacency) -> Self {
        let nodes = adjacency.node_count();
        let mut original: Vec<u32> = Vec::with_capacity(nodes);
        let mut number = vec![u32::MAX; nodes];
        for first in 0..nodes {
            if number[first] != u32::MAX {
                continue;
            }
            number[first] = original.len() as u32;
            let mut head = original.len();
            original.push(first as u32);
            while head < original.len() {
                for &next in adjacency.neighbours(original[head] as usize) {
                    if number[next as usize] == u32::MAX {
                        number[next as usize] = original.len() as u32;
                        original.push(next);
                    }
                }
                head += 1;
            }
        }
        let (mut offsets, mut targets) = (vec![0], Vec::with_capacity(2 * adjacency.tie_count()));
        for &node in &original {
            let start = targets.len();
            targets.extend(adjacency.neighbours(node as usize).iter().map(|&next| number[next as usize]));
            targets[start..].sort_unstable();
            offsets.push(targets.len() as u32);
        }
        Self { offsets, targets, original }
    }

    fn row(&self, node: u32) -> &[u32] {
        &self.targets[self.offsets[node as usize] as usize..self.offsets[node as usize + 1] as usize]
    }
}

/// A node and, as bits, the sources for which it is on the present level.
type LevelEntry = (u32, u8);

struct BatchedBrandes {
    /// By node: sources that have reached it, as bits.
    seen: Vec<u8>,
    /// By node: sources that reach it on the present level, as bits.
    fresh: Vec<u8>,
    paths: Vec<PerSource>,
    /// Forward sweep: path counts arriving on this level. Backward sweep: (1 + dependency)/paths of the next level.
    incoming: Vec<PerSource>,
    /// Entries of all levels, one level after the other.
    entries: Vec<LevelEntry>,
    level_ends: Vec<usize>,
    discovered: Vec<u32>,
    shares: Vec<PerSource>,
}

impl BatchedBrandes {
    fn new(nodes: usize) -> Self {
        Self {
            seen: vec![0; nodes],
            fresh: vec![0; nodes],
            paths: vec![ZERO; nodes],
            incoming: vec![ZERO; nodes],
            entries: Vec::new(),
            level_ends: Vec::new(),
            discovered: Vec::new(),
            shares: Vec::new(),
        }
    }

    fn accumulate(&mut self, rows: &RelabelledAdjacency, first: usize, sums: &mut [f64]) {
        self.entries.clear();
        self.level_ends.clear();
        self.seen.fill(0);
        for (lane, source) in (first..self.seen.len().min(first + BATCH)).enumerate() {
            self.seen[source] = 1 << lane;
            self.paths[source][lane] = 1.0;
            self.entries.push((source as u32, 1 << lane));
        }
        let mut start = 0;
        while start < self.entries.len() {
            self.level_ends.push(self.entries.len());
            let end = self.entries.len();
            self.expand_level(rows, start, end);
            start = end;
        }
        self.accumulate_dependencies(rows, sums);
    }

    /// Counts the shortest paths to the nodes one level beyond the entries from `start` to `end`.
    fn expand_level(&mut self, rows: &RelabelledAdjacency, start: usize, end: usize) {
        for &(node, sources) in &self.entries[start..end] {
            let paths = masked(&self.paths[node as usize], sources);
            for &next in rows.row(node) {
                let next = next as usize;
                let fresh = sources & !self.seen[next];
                if fresh != 0 {
                    if self.fresh[next] == 0 {
                        self.discovered.push(next as u32);
                    }
                    self.fresh[next] |= fresh;
                    let incoming = &mut self.incoming[next];
                    for lane in 0..BATCH {
                        incoming[lane] += paths[lane];
                    }
                }
            }
        }
        for node in self.discovered.drain(..) {
            let at = node as usize;
            let fresh = std::mem::take(&mut self.fresh[at]);
            let incoming = std::mem::replace(&mut self.incoming[at], ZERO);
            for (lane, count) in incoming.into_iter().enumerate() {
                if fresh >> lane & 1 == 1 {
                    self.paths[at][lane] = count;
                }
            }
            self.seen[at] |= fresh;
            self.entries.push((node, fresh));
        }
    }

    /// Accumulates dependencies from the last level to the first.
    fn accumulate_dependencies(&mut self, rows: &RelabelledAdjacency, sums: &mut [f64]) {
        for level in (1..self.level_ends.len()).rev() {
            let (start, end) = (self.level_ends[level - 1], self.level_ends[level]);
            self.shares.clear();
            for &(node, sources) in &self.entries[start..end] {
                let mut sum = ZERO;
                for &next in rows.row(node) {
                    let incoming = &self.incoming[next as usize];
                    for lane in 0..BATCH {
                        sum[lane] += incoming[lane];
                    }
                }
                let paths = &self.paths[node as usize];
                let mut all = 0.0;
                for (lane, sum) in sum.iter_mut().enumerate() {
                    let here = sources >> lane & 1 == 1;
                    let dependency = if here { paths[lane] * *sum } else { 0.0 };
                    all += dependency;
                    *sum = if here { (1.0 + dependency) / paths[lane] } else { 0.0 };
                }
                sums[node as usize] += all;
                self.shares.push(sum);
            }
            // Published after the whole level is done: its own nodes must read the shares of the next level only.
            self.publish_shares(start, end, self.level_ends.get(level + 1).copied());
        }
        let last = self.level_ends.get(1).copied().unwrap_or(0);
        for &(node, _) in &self.entries[..last] {
            self.incoming[node as usize] = ZERO;
        }
    }

    fn publish_shares(&mut self, start: usize, end: usize, behind: Option<usize>) {
        for &(node, _) in &self.entries[end..behind.unwrap_or(end)] {
            self.incoming[node as usize] = ZERO;
        }
        for (&(node, _), share) in self.entries[start..end].iter().zip(&self.shares) {
            self.incoming[node as usize] = *share;
        }
    }
}

/// The values of the given sources, 0 in the other lanes.
fn masked(values: &PerSource, sources: u8) -> PerSource {
    std::array::from_fn(|lane| if sources >> lane & 1 == 1 { values[lane] } else { 0.0 })
}
