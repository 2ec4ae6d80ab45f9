//! A connected graph under numbers drawn by lot, and steps between its nodes.

use crate::random::Random;

/// Most steps that are told apart; in longer chains the rest counts as this many.
const MAX_HOPS: u16 = u16::MAX - 1;
pub(crate) const UNREACHABLE: u16 = u16::MAX;

/// Sources that walk at once.
pub(crate) const BATCH_SIZE: usize = 64;

/// Sets of sources, one a node, that [`CsrGraph::bfs_batch`] works with.
#[derive(Default)]
pub(crate) struct BatchState {
    seen: Vec<u64>,
    frontier: Vec<u64>,
    next: Vec<u64>,
}

/// Compressed rows of neighbours. The numbers are drawn by lot, so that neither ids nor the order of an input can be
/// seen in a layout.
pub(crate) struct CsrGraph {
    offsets: Vec<u32>,
    targets: Vec<u32>,
    /// Number of each node of the caller.
    pub(crate) permutation: Vec<u32>,
}

impl CsrGraph {
    pub(crate) fn new(nodes: usize, ties: &[(usize, usize)], random: &mut Random) -> Self {
        let mut permutation: Vec<u32> = (0..nodes as u32).collect();
        random.shuffle(&mut permutation);
        let mut offsets = vec![0u32; nodes + 1];
        let ends = || ties.iter().map(|&(a, b)| (permutation[a] as usize, permutation[b] as usize));
        for (a, b) in ends() {
            offsets[a + 1] += 1;
            offsets[b + 1] += 1;
        }
        for node in 0..nodes {
            offsets[node + 1] += offsets[node];
        }
        let (mut next, mut targets) = (offsets.clone(), vec![0; 2 * ties.len()]);
        for (a, b) in ends() {
            for (from, to) in [(a, b), (b, a)] {
                targets[next[from] as usize] = to as u32;
                next[from] += 1;
            }
        }
        Self { offsets, targets, permutation }
    }

    pub(crate) fn node_count(&self) -> usize {
        self.permutation.len()
    }

    pub(crate) fn neighbours(&self, node: usize) -> &[u32] {
        &self.targets[self.offsets[node] as usize..self.offsets[node + 1] as usize]
    }

    /// Puts the steps from [`BATCH_SIZE`] sources in a row, the first one `first`, to every node into `steps`: those of one
    /// node side by side; [`UNREACHABLE`] where there is no way. Frontiers are sets of sources, a bit each: all walk at once.
    /// O(longest · (nodes + ties) + nodes · sources). Source: Then, Kaufmann, Chirigati et al. 2014, *The More the Merrier:
    /// Efficient Multi-Source Graph Traversal*, PVLDB 8(4), 449–460.
    pub(crate) fn bfs_batch(&self, first: usize, bfs_distances: &mut [u16], state: &mut BatchState) {
        let (nodes, source_count) = (self.node_count(), BATCH_SIZE.min(self.node_count() - first));
        bfs_distances.fill(UNREACHABLE);
        state.seen.clear();
        state.seen.resize(nodes, 0);
        state.frontier.clear();
        state.frontier.resize(nodes, 0);
        state.next.resize(nodes, 0);
        for at in 0..source_count {
            bfs_distances[(first + at) * BATCH_SIZE + at] = 0;
            state.seen[first + at] = 1 << at;
            state.frontier[first + at] = 1 << at;
        }
        let full_mask = if source_count == BATCH_SIZE { u64::MAX } else { (1 << source_count) - 1 };
        let mut depth = 0u16;
        let mut is_done = false;
        while !is_done {
            depth = (depth + 1).min(MAX_HOPS);
            is_done = true;
            for node in 0..nodes {
                let seen = state.seen[node];
                if seen == full_mask {
                    state.next[node] = 0;
                    continue;
                }
                let reached =
                    self.neighbours(node).iter().fold(0, |reached, &other| reached | state.frontier[other as usize])
                        & !seen;
                state.next[node] = reached;
                if reached != 0 {
                    is_done = false;
                    state.seen[node] = seen | reached;
                    let mut remaining = reached;
                    while remaining != 0 {
                        bfs_distances[node * BATCH_SIZE + remaining.trailing_zeros() as usize] = depth;
                        remaining &= remaining - 1;
                    }
                }
            }
            std::mem::swap(&mut state.frontier, &mut state.next);
        }
    }

    /// Puts the steps from `source` to every node into `steps`; [`UNREACHABLE`] where there is no way. O(nodes + ties).
    pub(crate) fn bfs_distances(&self, source: usize, bfs_distances: &mut [u16], queue: &mut Vec<u32>) {
        bfs_distances.fill(UNREACHABLE);
        bfs_distances[source] = 0;
        queue.clear();
        queue.push(source as u32);
        let mut head = 0;
        while head < queue.len() {
            let node = queue[head] as usize;
            head += 1;
            let depth = (bfs_distances[node] + 1).min(MAX_HOPS);
            for &next in self.neighbours(node) {
                if bfs_distances[next as usize] == UNREACHABLE {
                    bfs_distances[next as usize] = depth;
                    queue.push(next);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batched_bfs_equals_single_source_bfs() {
        let mut random = Random::new(7);
        for nodes in [1usize, 2, 63, 64, 65, 200] {
            // A chain with some short cuts, and a node that nobody reaches.
            let mut ties: Vec<(usize, usize)> = (1..nodes.saturating_sub(1)).map(|node| (node - 1, node)).collect();
            ties.extend((0..nodes / 8).map(|at| (at * 3 % nodes, at * 7 % nodes)));
            let graph = CsrGraph::new(nodes, &ties, &mut random);
            let (mut one, mut queue) = (vec![0; nodes], Vec::new());
            let (mut many, mut state) = (vec![0; nodes * BATCH_SIZE], BatchState::default());
            for first in (0..nodes).step_by(BATCH_SIZE) {
                graph.bfs_batch(first, &mut many, &mut state);
                for source in first..nodes.min(first + BATCH_SIZE) {
                    graph.bfs_distances(source, &mut one, &mut queue);
                    let batched: Vec<u16> = (0..nodes).map(|node| many[node * BATCH_SIZE + source - first]).collect();
                    assert_eq!(batched, one, "{nodes} nodes, from {source}");
                }
            }
        }
    }
}
