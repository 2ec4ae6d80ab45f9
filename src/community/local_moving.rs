//! Fast local moving: nodes move to the community with the largest gain until none can improve.

use crate::community::aggregate_graph::AggregateGraph;
use crate::random::Random;

/// Gains up to this share of the mean tie weight are rounding, not progress.
const MIN_GAIN: f64 = 1e-10;

/// Buffers reused between levels and rounds.
#[derive(Default)]
pub(crate) struct Workspace {
    mass: Vec<f64>,
    size: Vec<u32>,
    empty: Vec<u32>,
    pub(crate) sums: Vec<f64>,
    pub(crate) touched: Vec<u32>,
    queue: Vec<u32>,
    queued: Vec<bool>,
}

/// Moves nodes between the communities of `labels` (any numbers below the number of nodes), from a queue in random
/// order. Equal gains are resolved in favour of staying, then of the smaller label.
pub(crate) fn run(graph: &AggregateGraph, labels: &mut [u32], random: &mut Random, workspace: &mut Workspace) {
    let nodes = graph.nodes();
    workspace.start(graph, labels, random);
    let min_gain = MIN_GAIN * graph.total / nodes.max(1) as f64;
    let mut head = 0;
    // The queue is circular: every node is queued at most once, so it never overflows.
    let mut queued = nodes;
    while queued > 0 {
        let node = workspace.queue[head] as usize;
        head = if head + 1 == nodes { 0 } else { head + 1 };
        queued -= 1;
        workspace.queued[node] = false;
        let from = labels[node];
        let to = workspace.move_to_best(graph, labels, node, min_gain);
        if to == from {
            continue;
        }
        labels[node] = to;
        for (target, _) in graph.row(node) {
            if labels[target] != to && !workspace.queued[target] {
                workspace.queued[target] = true;
                let tail = head + queued;
                workspace.queue[if tail >= nodes { tail - nodes } else { tail }] = target as u32;
                queued += 1;
            }
        }
    }
}

impl Workspace {
    fn start(&mut self, graph: &AggregateGraph, labels: &[u32], random: &mut Random) {
        let nodes = graph.nodes();
        self.mass.clear();
        self.mass.resize(nodes, 0.0);
        self.size.clear();
        self.size.resize(nodes, 0);
        self.sums.clear();
        self.sums.resize(nodes, 0.0);
        self.queued.clear();
        self.queued.resize(nodes, true);
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

    /// Removes the node from its community, finds the best one, and adds it there.
    fn move_to_best(&mut self, graph: &AggregateGraph, labels: &[u32], node: usize, min_gain: f64) -> u32 {
        let (from, mass) = (labels[node], graph.mass[node]);
        self.size[from as usize] -= 1;
        self.mass[from as usize] -= mass;
        if self.size[from as usize] == 0 {
            self.mass[from as usize] = 0.0;
        }
        for (target, weight) in graph.row(node) {
            let label = labels[target];
            if self.sums[label as usize] == 0.0 {
                self.touched.push(label);
            }
            self.sums[label as usize] += weight;
        }
        let gain = |workspace: &Self, label: u32| {
            workspace.sums[label as usize] - graph.resolution * mass * workspace.mass[label as usize]
        };
        let (mut to, mut move_to_best) = (from, gain(self, from) + min_gain);
        for &label in &self.touched {
            let new = gain(self, label);
            if label != from && (new > move_to_best || new == move_to_best && label < to && to != from) {
                (to, move_to_best) = (label, new);
            }
        }
        // A singleton community has gain 0.
        if move_to_best < 0.0
            && self.size[from as usize] > 0
            && let Some(label) = self.empty.pop()
        {
            to = label;
        }
        if to != from && self.size[from as usize] == 0 {
            self.empty.push(from);
        }
        for label in self.touched.drain(..) {
            self.sums[label as usize] = 0.0;
        }
        self.size[to as usize] += 1;
        self.mass[to as usize] += mass;
        to
    }
}
