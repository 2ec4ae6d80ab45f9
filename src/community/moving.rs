//! Fast local moving: every node goes to the community where it adds most, until none wants to move.

use crate::community::graph::Graph;
use crate::random::Random;

/// Gains up to this share of the mean tie weight are rounding, not progress.
const LEAST_GAIN: f64 = 1e-10;

/// Space reused between levels and passes.
#[derive(Default)]
pub(crate) struct Space {
    mass: Vec<f64>,
    size: Vec<u32>,
    empty: Vec<u32>,
    pub(crate) sums: Vec<f64>,
    pub(crate) met: Vec<u32>,
    queue: Vec<u32>,
    waiting: Vec<bool>,
}

/// Moves nodes between the communities of `labels` (any numbers below the number of nodes). Ties between
/// equally good communities go to staying, then to the smaller label.
pub(crate) fn run(graph: &Graph, labels: &mut [u32], random: &mut Random, space: &mut Space) {
    let nodes = graph.nodes();
    space.start(graph, labels, random);
    let least = LEAST_GAIN * graph.total / nodes.max(1) as f64;
    let mut head = 0;
    // A ring: every node waits at most once, so there is always room.
    let mut waiting = nodes;
    while waiting > 0 {
        let node = space.queue[head] as usize;
        head = if head + 1 == nodes { 0 } else { head + 1 };
        waiting -= 1;
        space.waiting[node] = false;
        let from = labels[node];
        let to = space.best(graph, labels, node, least);
        if to == from {
            continue;
        }
        labels[node] = to;
        for (target, _) in graph.row(node) {
            if labels[target] != to && !space.waiting[target] {
                space.waiting[target] = true;
                let tail = head + waiting;
                space.queue[if tail >= nodes { tail - nodes } else { tail }] = target as u32;
                waiting += 1;
            }
        }
    }
}

impl Space {
    fn start(&mut self, graph: &Graph, labels: &[u32], random: &mut Random) {
        let nodes = graph.nodes();
        self.mass.clear();
        self.mass.resize(nodes, 0.0);
        self.size.clear();
        self.size.resize(nodes, 0);
        self.sums.clear();
        self.sums.resize(nodes, 0.0);
        self.waiting.clear();
        self.waiting.resize(nodes, true);
        for (node, &label) in labels.iter().enumerate() {
            self.mass[label as usize] += graph.mass[node];
            self.size[label as usize] += 1;
        }
        self.empty.clear();
        self.empty.extend((0..nodes as u32).rev().filter(|&label| self.size[label as usize] == 0));
        self.queue.clear();
        self.queue.extend(0..nodes as u32);
        random.shuffle(&mut self.queue);
    }

    /// Takes the node out of its community, finds the best one and books it in there.
    fn best(&mut self, graph: &Graph, labels: &[u32], node: usize, least: f64) -> u32 {
        let (from, mass) = (labels[node], graph.mass[node]);
        self.size[from as usize] -= 1;
        self.mass[from as usize] -= mass;
        if self.size[from as usize] == 0 {
            self.mass[from as usize] = 0.0;
        }
        for (target, weight) in graph.row(node) {
            let label = labels[target];
            if self.sums[label as usize] == 0.0 {
                self.met.push(label);
            }
            self.sums[label as usize] += weight;
        }
        let gain = |space: &Self, label: u32| {
            space.sums[label as usize] - graph.resolution * mass * space.mass[label as usize]
        };
        let (mut to, mut best) = (from, gain(self, from) + least);
        for &label in &self.met {
            let new = gain(self, label);
            if label != from && (new > best || new == best && label < to && to != from) {
                (to, best) = (label, new);
            }
        }
        // Alone it gains nothing and loses nothing.
        if best < 0.0 && self.size[from as usize] > 0 {
            if let Some(label) = self.empty.pop() {
                to = label;
            }
        }
        if to != from && self.size[from as usize] == 0 {
            self.empty.push(from);
        }
        for label in self.met.drain(..) {
            self.sums[label as usize] = 0.0;
        }
        self.size[to as usize] += 1;
        self.mass[to as usize] += mass;
        to
    }
}
