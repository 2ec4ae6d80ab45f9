//! A connected graph under numbers drawn by lot, and steps between its nodes.

use crate::random::Random;

/// Most steps that are told apart; in longer chains the rest counts as this many.
const MOST: u16 = u16::MAX - 1;
pub(crate) const FAR: u16 = u16::MAX;

/// Sources that walk at once.
pub(crate) const LANES: usize = 64;

/// Sets of sources, one a node, that [`Graph::steps_of_many`] works with.
#[derive(Default)]
pub(crate) struct Walk {
    seen: Vec<u64>,
    frontier: Vec<u64>,
    next: Vec<u64>,
}

/// Compressed rows of neighbours. The numbers are drawn by lot, so that neither ids nor the order of an input can be
/// seen in a layout.
pub(crate) struct Graph {
    offsets: Vec<u32>,
    targets: Vec<u32>,
    /// Number of each node of the caller.
    pub(crate) numbers: Vec<u32>,
}

impl Graph {
    pub(crate) fn new(nodes: usize, ties: &[(usize, usize)], random: &mut Random) -> Self {
        let mut numbers: Vec<u32> = (0..nodes as u32).collect();
        random.shuffle(&mut numbers);
        let mut offsets = vec![0u32; nodes + 1];
        let ends = || ties.iter().map(|&(a, b)| (numbers[a] as usize, numbers[b] as usize));
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
        Self { offsets, targets, numbers }
    }

    pub(crate) fn nodes(&self) -> usize {
        self.numbers.len()
    }

    pub(crate) fn row(&self, node: usize) -> &[u32] {
        &self.targets[self.offsets[node] as usize..self.offsets[node + 1] as usize]
    }

    /// Puts the steps from [`LANES`] sources in a row, the first one `first`, to every node into `steps`: those of one
    /// node side by side; [`FAR`] where there is no way. Frontiers are sets of sources, a bit each: all walk at once.
    /// O(longest · (nodes + ties) + nodes · sources). Source: Then, Kaufmann, Chirigati et al. 2014, *The More the Merrier:
    /// Efficient Multi-Source Graph Traversal*, PVLDB 8(4), 449–460.
    pub(crate) fn steps_of_many(&self, first: usize, steps: &mut [u16], walk: &mut Walk) {
        let (nodes, here) = (self.nodes(), LANES.min(self.nodes() - first));
        steps.fill(FAR);
        walk.seen.clear();
        walk.seen.resize(nodes, 0);
        walk.frontier.clear();
        walk.frontier.resize(nodes, 0);
        walk.next.resize(nodes, 0);
        for at in 0..here {
            steps[(first + at) * LANES + at] = 0;
            walk.seen[first + at] = 1 << at;
            walk.frontier[first + at] = 1 << at;
        }
        let all = if here == LANES { u64::MAX } else { (1 << here) - 1 };
        let mut far = 0u16;
        let mut is_done = false;
        while !is_done {
            far = (far + 1).min(MOST);
            is_done = true;
            for node in 0..nodes {
                let seen = walk.seen[node];
                if seen == all {
                    walk.next[node] = 0;
                    continue;
                }
                let met = self.row(node).iter().fold(0, |met, &other| met | walk.frontier[other as usize]) & !seen;
                walk.next[node] = met;
                if met != 0 {
                    is_done = false;
                    walk.seen[node] = seen | met;
                    let mut left = met;
                    while left != 0 {
                        steps[node * LANES + left.trailing_zeros() as usize] = far;
                        left &= left - 1;
                    }
                }
            }
            std::mem::swap(&mut walk.frontier, &mut walk.next);
        }
    }

    /// Puts the steps from `source` to every node into `steps`; [`FAR`] where there is no way. O(nodes + ties).
    pub(crate) fn steps(&self, source: usize, steps: &mut [u16], queue: &mut Vec<u32>) {
        steps.fill(FAR);
        steps[source] = 0;
        queue.clear();
        queue.push(source as u32);
        let mut head = 0;
        while head < queue.len() {
            let node = queue[head] as usize;
            head += 1;
            let far = (steps[node] + 1).min(MOST);
            for &next in self.row(node) {
                if steps[next as usize] == FAR {
                    steps[next as usize] = far;
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
    fn many_sources_walk_as_one_does() {
        let mut random = Random::new(7);
        for nodes in [1usize, 2, 63, 64, 65, 200] {
            // A chain with some short cuts, and a node that nobody reaches.
            let mut ties: Vec<(usize, usize)> = (1..nodes.saturating_sub(1)).map(|node| (node - 1, node)).collect();
            ties.extend((0..nodes / 8).map(|at| (at * 3 % nodes, at * 7 % nodes)));
            let graph = Graph::new(nodes, &ties, &mut random);
            let (mut one, mut queue) = (vec![0; nodes], Vec::new());
            let (mut many, mut walk) = (vec![0; nodes * LANES], Walk::default());
            for first in (0..nodes).step_by(LANES) {
                graph.steps_of_many(first, &mut many, &mut walk);
                for source in first..nodes.min(first + LANES) {
                    graph.steps(source, &mut one, &mut queue);
                    let found: Vec<u16> = (0..nodes).map(|node| many[node * LANES + source - first]).collect();
                    assert_eq!(found, one, "{nodes} nodes, from {source}");
                }
            }
        }
    }
}
