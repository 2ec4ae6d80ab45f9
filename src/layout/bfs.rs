//! Breadth-first search on a randomly renumbered graph: from one source, and from 64 at once.

use crate::random::Random;

/// Largest hop count; longer distances are recorded as this one.
const MAX_HOPS: u16 = u16::MAX - 1;
pub(crate) const UNREACHABLE: u16 = u16::MAX;

/// Sources of one batched search: the bits of a word.
pub(crate) const BATCH_SIZE: usize = 64;

/// Working memory of [`CsrGraph::bfs_batch`]: for each node a bit set of sources.
#[derive(Default)]
pub(crate) struct BatchState {
    seen: Vec<u64>,
    frontier: Vec<u64>,
    next: Vec<u64>,
}

/// Undirected graph in compressed sparse row form. Nodes are renumbered by a random permutation, so that a layout does not
/// depend on the order of an input.
pub(crate) struct CsrGraph {
    offsets: Vec<u32>,
    targets: Vec<u32>,
    /// Number of each node of the caller in this graph.
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

    /// Multi-source BFS from the [`BATCH_SIZE`] nodes from `first` on. Writes hop counts to `hops`, row-major, a row of
    /// [`BATCH_SIZE`] a node; [`UNREACHABLE`] without a path. The sources that reach a node are a bit set, so that all are
    /// expanded at once. O(longest · (nodes + ties) + nodes · sources). Source: Then, Kaufmann, Chirigati et al. 2014, *The
    /// More the Merrier: Efficient Multi-Source Graph Traversal*, PVLDB 8(4), 449–460.
    pub(crate) fn bfs_batch(&self, first: usize, hops: &mut [u16], state: &mut BatchState) {
        let (nodes, source_count) = (self.node_count(), BATCH_SIZE.min(self.node_count() - first));
        hops.fill(UNREACHABLE);
        state.seen.clear();
        state.seen.resize(nodes, 0);
        state.frontier.clear();
        state.frontier.resize(nodes, 0);
        state.next.resize(nodes, 0);
        for at in 0..source_count {
            hops[(first + at) * BATCH_SIZE + at] = 0;
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
                        hops[node * BATCH_SIZE + remaining.trailing_zeros() as usize] = depth;
                        remaining &= remaining - 1;
                    }
                }
            }
            std::mem::swap(&mut state.frontier, &mut state.next);
        }
    }

    /// BFS from `source`: hop counts to every node in `hops`, [`UNREACHABLE`] without a path. O(nodes + ties).
    pub(crate) fn bfs_distances(&self, source: usize, hops: &mut [u16], queue: &mut Vec<u32>) {
        hops.fill(UNREACHABLE);
        hops[source] = 0;
        queue.clear();
        queue.push(source as u32);
        let mut head = 0;
        while head < queue.len() {
            let node = queue[head] as usize;
            head += 1;
            let depth = (hops[node] + 1).min(MAX_HOPS);
            for &next in self.neighbours(node) {
                if hops[next as usize] == UNREACHABLE {
                    hops[next as usize] = depth;
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
            // A path graph with some shortcuts, and an isolated node.
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
