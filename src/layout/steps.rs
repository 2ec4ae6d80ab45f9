//! A connected graph under numbers drawn by lot, and steps between its nodes.

use crate::random::Random;

/// Most steps that are told apart; in longer chains the rest counts as this many.
const MOST: u16 = u16::MAX - 1;
pub(crate) const FAR: u16 = u16::MAX;

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
