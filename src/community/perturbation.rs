//! Iterated local search: random perturbations of a finished partition, kept only if the quality does not fall.
//!
//! Leiden's starts end in partitions that no move of a single node and no refined subset can improve; moving several
//! nodes together often can. A perturbation relabels a few connected nodes, applies local moving to them and their
//! neighbours, and is reverted when the quality fell (Lourenço, Martin & Stützle 2003, *Handbook of Metaheuristics*,
//! ch. 11). A perturbation costs the ties of the nodes it touches.

use crate::community::aggregate_graph::AggregateGraph;
use crate::random::Random;

/// Maximum number of nodes of one perturbation.
const MAX_NODES: usize = 8;
/// Losses up to this share of the mean tie weight are rounding.
const SLACK: f64 = 1e-10;

/// What a perturbation does with its nodes.
#[derive(Clone, Copy)]
enum Kind {
    /// Each becomes a singleton community.
    Scatter,
    /// All form one new community.
    Leave,
    /// All join the community of a neighbour.
    Join,
}

struct Perturbation<'a> {
    graph: &'a AggregateGraph,
    labels: &'a mut [u32],
    mass: Vec<f64>,
    size: Vec<u32>,
    empty: Vec<u32>,
    sums: Vec<f64>,
    touched: Vec<u32>,
    queue: Vec<u32>,
    queued: Vec<bool>,
    /// Undo log: nodes and their previous labels, in order.
    log: Vec<(u32, u32)>,
    /// Number of ties scanned so far.
    scanned_ties: usize,
}

/// Perturbs `labels` (any numbers below the number of nodes) until `budget` ties were scanned. The quality never falls
/// by more than rounding; communities may become disconnected and must be split afterwards.
pub(crate) fn run(graph: &AggregateGraph, labels: &mut [u32], budget: usize, random: &mut Random) {
    let nodes = graph.nodes();
    if graph.targets.is_empty() {
        return;
    }
    let slack = SLACK * graph.total / nodes as f64;
    let mut search = Perturbation::new(graph, labels);
    while search.scanned_ties < budget {
        let gain = search.perturb(random, slack);
        if gain < -slack {
            search.revert();
        }
        search.log.clear();
    }
}

impl<'a> Perturbation<'a> {
    fn new(graph: &'a AggregateGraph, labels: &'a mut [u32]) -> Self {
        let nodes = graph.nodes();
        let (mut mass, mut size) = (vec![0.0; nodes], vec![0; nodes]);
        for (node, &label) in labels.iter().enumerate() {
            mass[label as usize] += graph.mass[node];
            size[label as usize] += 1;
        }
        let empty = (0..nodes as u32).rev().filter(|&label| size[label as usize] == 0).collect();
        Self {
            graph,
            labels,
            mass,
            size,
            empty,
            sums: vec![0.0; nodes],
            touched: Vec::new(),
            queue: Vec::new(),
            queued: vec![false; nodes],
            log: Vec::new(),
            scanned_ties: 0,
        }
    }

    /// One perturbation followed by local moving; returns the gain of quality.
    fn perturb(&mut self, random: &mut Random, slack: f64) -> f64 {
        let kind = [Kind::Scatter, Kind::Leave, Kind::Join][random.below(3)];
        let nodes_moved = self.sample_connected(kind, random);
        let target_label = match kind {
            Kind::Scatter => None,
            Kind::Leave => self.empty_label(),
            Kind::Join => {
                let node = nodes_moved[random.below(nodes_moved.len())] as usize;
                self.neighbour(node, random).map(|next| self.labels[next])
            }
        };
        let mut gain = 0.0;
        for &node in &nodes_moved {
            let to = match kind {
                Kind::Scatter => self.empty_label(),
                Kind::Leave | Kind::Join => target_label,
            };
            if let Some(to) = to {
                gain += self.move_to(node as usize, to);
            }
        }
        for &node in &nodes_moved {
            self.enqueue(node);
        }
        random.shuffle(&mut self.queue);
        let mut head = 0;
        while head < self.queue.len() {
            let node = self.queue[head] as usize;
            head += 1;
            self.queued[node] = false;
            gain += self.move_to_best(node, slack);
        }
        self.queue.clear();
        gain
    }

    /// A few connected nodes; of one community, unless they are scattered.
    fn sample_connected(&mut self, kind: Kind, random: &mut Random) -> Vec<u32> {
        let first = self.graph.targets[random.below(self.graph.targets.len())];
        let wanted = 1 + random.below(MAX_NODES.min(1 + self.graph.nodes() / 2));
        let mut nodes_moved = vec![first];
        for _ in 0..2 * wanted {
            if nodes_moved.len() == wanted {
                break;
            }
            let from = nodes_moved[random.below(nodes_moved.len())] as usize;
            let Some(next) = self.neighbour(from, random) else { continue };
            let fits = matches!(kind, Kind::Scatter) || self.labels[next] == self.labels[first as usize];
            if fits && !nodes_moved.contains(&(next as u32)) {
                nodes_moved.push(next as u32);
            }
        }
        self.scanned_ties += 2 * wanted;
        nodes_moved
    }

    fn neighbour(&self, node: usize, random: &mut Random) -> Option<usize> {
        let row = self.graph.offsets[node] as usize..self.graph.offsets[node + 1] as usize;
        let at = row.start + random.below(row.len());
        self.graph.targets[row].get(at - self.graph.offsets[node] as usize).map(|&next| next as usize)
    }

    /// An unused label.
    fn empty_label(&mut self) -> Option<u32> {
        while let Some(label) = self.empty.pop() {
            if self.size[label as usize] == 0 {
                return Some(label);
            }
        }
        None
    }

    /// Moves a node to a community and returns the gain.
    fn move_to(&mut self, node: usize, to: u32) -> f64 {
        self.sum_weights(node);
        let gain = self.gain_of(node, to) - self.gain_of(node, self.labels[node]);
        self.clear_sums();
        if to != self.labels[node] {
            self.record_move(node, to);
        }
        gain
    }

    /// Moves a node to its best community and returns the gain.
    fn move_to_best(&mut self, node: usize, slack: f64) -> f64 {
        self.sum_weights(node);
        let from = self.labels[node];
        let stay = self.gain_of(node, from);
        let (mut to, mut best) = (from, stay + slack);
        for &label in &self.touched {
            let new = self.gain_of(node, label);
            if label != from && new > best {
                (to, best) = (label, new);
            }
        }
        self.clear_sums();
        if best < 0.0
            && self.size[from as usize] > 1
            && let Some(label) = self.empty_label()
        {
            (to, best) = (label, 0.0);
        }
        if to == from {
            return 0.0;
        }
        self.record_move(node, to);
        best - stay
    }

    fn sum_weights(&mut self, node: usize) {
        self.scanned_ties += 4 + (self.graph.offsets[node + 1] - self.graph.offsets[node]) as usize;
        for (target, weight) in self.graph.row(node) {
            let label = self.labels[target];
            if self.sums[label as usize] == 0.0 {
                self.touched.push(label);
            }
            self.sums[label as usize] += weight;
        }
    }

    fn clear_sums(&mut self) {
        for label in self.touched.drain(..) {
            self.sums[label as usize] = 0.0;
        }
    }

    /// Contribution of a node to a community of which it is not (or no longer) a member.
    fn gain_of(&self, node: usize, label: u32) -> f64 {
        let own = if self.labels[node] == label { self.graph.mass[node] } else { 0.0 };
        let others = self.mass[label as usize] - own;
        self.sums[label as usize] - self.graph.resolution * self.graph.mass[node] * others
    }

    fn record_move(&mut self, node: usize, to: u32) {
        let from = self.labels[node];
        self.log.push((node as u32, from));
        self.relabel(node, to);
        self.scanned_ties += 4 + (self.graph.offsets[node + 1] - self.graph.offsets[node]) as usize;
        for (target, _) in self.graph.row(node) {
            if self.labels[target] != to && !self.queued[target] {
                self.queued[target] = true;
                self.queue.push(target as u32);
            }
        }
    }

    fn enqueue(&mut self, node: u32) {
        if !std::mem::replace(&mut self.queued[node as usize], true) {
            self.queue.push(node);
        }
    }

    fn relabel(&mut self, node: usize, to: u32) {
        let (from, mass) = (self.labels[node] as usize, self.graph.mass[node]);
        self.size[from] -= 1;
        self.mass[from] -= mass;
        if self.size[from] == 0 {
            self.mass[from] = 0.0;
            self.empty.push(from as u32);
        }
        self.labels[node] = to;
        self.size[to as usize] += 1;
        self.mass[to as usize] += mass;
    }

    fn revert(&mut self) {
        while let Some((node, label)) = self.log.pop() {
            self.relabel(node as usize, label);
        }
    }
}
