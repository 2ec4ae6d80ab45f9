//! Kicks: small random disturbances of a finished partition, kept where what follows ends higher.
//!
//! Leiden's starts end in partitions that no single node, and no part found by refinement, can better; several nodes
//! together often can. A kick moves a few nodes that hang together, lets them and their neighbours settle again by
//! local moving, and takes everything back when the quality fell (iterated local search; Lourenço, Martin & Stützle
//! 2003, *Handbook of Metaheuristics*, ch. 11). The cost of a kick is the ties of the nodes it touches.

use crate::community::graph::Graph;
use crate::random::Random;

/// Most nodes that one kick moves.
const MOST: usize = 8;
/// A fall of quality up to this share of the mean tie weight is rounding.
const SLACK: f64 = 1e-10;

/// What a kick does with its nodes.
#[derive(Clone, Copy)]
enum Kind {
    /// Each becomes alone.
    Scatter,
    /// All go into a community of their own.
    Leave,
    /// All go to the community of a neighbour.
    Join,
}

struct Kicks<'a> {
    graph: &'a Graph,
    labels: &'a mut [u32],
    mass: Vec<f64>,
    size: Vec<u32>,
    empty: Vec<u32>,
    sums: Vec<f64>,
    met: Vec<u32>,
    queue: Vec<u32>,
    waiting: Vec<bool>,
    /// Node and the label it had, in order.
    log: Vec<(u32, u32)>,
    /// Ties looked at so far.
    work: usize,
}

/// Kicks `labels` (any numbers below the number of nodes) until `budget` ties were looked at. The quality never
/// falls by more than rounding; communities may come apart, so they must be split afterwards.
pub(crate) fn run(graph: &Graph, labels: &mut [u32], budget: usize, random: &mut Random) {
    let nodes = graph.nodes();
    if graph.targets.is_empty() {
        return;
    }
    let slack = SLACK * graph.total / nodes as f64;
    let mut kicks = Kicks::new(graph, labels);
    while kicks.work < budget {
        let gain = kicks.kick(random, slack);
        if gain < -slack {
            kicks.take_back();
        }
        kicks.log.clear();
    }
}

impl<'a> Kicks<'a> {
    fn new(graph: &'a Graph, labels: &'a mut [u32]) -> Self {
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
            met: Vec::new(),
            queue: Vec::new(),
            waiting: vec![false; nodes],
            log: Vec::new(),
            work: 0,
        }
    }

    /// Disturbs, settles, and returns what the quality gained.
    fn kick(&mut self, random: &mut Random, slack: f64) -> f64 {
        let kind = [Kind::Scatter, Kind::Leave, Kind::Join][random.below(3)];
        let chosen = self.choose(kind, random);
        let away = match kind {
            Kind::Scatter => None,
            Kind::Leave => self.unused(),
            Kind::Join => {
                let node = chosen[random.below(chosen.len())] as usize;
                self.neighbour(node, random).map(|next| self.labels[next])
            }
        };
        let mut gain = 0.0;
        for &node in &chosen {
            let to = match kind {
                Kind::Scatter => self.unused(),
                Kind::Leave | Kind::Join => away,
            };
            if let Some(to) = to {
                gain += self.put(node as usize, to);
            }
        }
        for &node in &chosen {
            self.wake(node);
        }
        random.shuffle(&mut self.queue);
        let mut head = 0;
        while head < self.queue.len() {
            let node = self.queue[head] as usize;
            head += 1;
            self.waiting[node] = false;
            gain += self.settle(node, slack);
        }
        self.queue.clear();
        gain
    }

    /// A few nodes that hang together; of one community, except where they are scattered.
    fn choose(&mut self, kind: Kind, random: &mut Random) -> Vec<u32> {
        let first = self.graph.targets[random.below(self.graph.targets.len())];
        let wanted = 1 + random.below(MOST.min(1 + self.graph.nodes() / 2));
        let mut chosen = vec![first];
        for _ in 0..2 * wanted {
            if chosen.len() == wanted {
                break;
            }
            let from = chosen[random.below(chosen.len())] as usize;
            let Some(next) = self.neighbour(from, random) else { continue };
            let fits = matches!(kind, Kind::Scatter) || self.labels[next] == self.labels[first as usize];
            if fits && !chosen.contains(&(next as u32)) {
                chosen.push(next as u32);
            }
        }
        self.work += 2 * wanted;
        chosen
    }

    fn neighbour(&self, node: usize, random: &mut Random) -> Option<usize> {
        let row = self.graph.offsets[node] as usize..self.graph.offsets[node + 1] as usize;
        let at = row.start + random.below(row.len());
        self.graph.targets[row].get(at - self.graph.offsets[node] as usize).map(|&next| next as usize)
    }

    /// A label without nodes.
    fn unused(&mut self) -> Option<u32> {
        while let Some(label) = self.empty.pop() {
            if self.size[label as usize] == 0 {
                return Some(label);
            }
        }
        None
    }

    /// Puts a node where it is told and returns the gain.
    fn put(&mut self, node: usize, to: u32) -> f64 {
        self.gather(node);
        let gain = self.worth(node, to) - self.worth(node, self.labels[node]);
        self.forget();
        if to != self.labels[node] {
            self.book(node, to);
        }
        gain
    }

    /// Moves a node where it adds most and returns the gain.
    fn settle(&mut self, node: usize, slack: f64) -> f64 {
        self.gather(node);
        let from = self.labels[node];
        let stay = self.worth(node, from);
        let (mut to, mut best) = (from, stay + slack);
        for &label in &self.met {
            let new = self.worth(node, label);
            if label != from && new > best {
                (to, best) = (label, new);
            }
        }
        self.forget();
        if best < 0.0
            && self.size[from as usize] > 1
            && let Some(label) = self.unused()
        {
            (to, best) = (label, 0.0);
        }
        if to == from {
            return 0.0;
        }
        self.book(node, to);
        best - stay
    }

    fn gather(&mut self, node: usize) {
        self.work += 4 + (self.graph.offsets[node + 1] - self.graph.offsets[node]) as usize;
        for (target, weight) in self.graph.row(node) {
            let label = self.labels[target];
            if self.sums[label as usize] == 0.0 {
                self.met.push(label);
            }
            self.sums[label as usize] += weight;
        }
    }

    fn forget(&mut self) {
        for label in self.met.drain(..) {
            self.sums[label as usize] = 0.0;
        }
    }

    /// What a node adds to a community of which it is no part.
    fn worth(&self, node: usize, label: u32) -> f64 {
        let own = if self.labels[node] == label { self.graph.mass[node] } else { 0.0 };
        let others = self.mass[label as usize] - own;
        self.sums[label as usize] - self.graph.resolution * self.graph.mass[node] * others
    }

    fn book(&mut self, node: usize, to: u32) {
        let from = self.labels[node];
        self.log.push((node as u32, from));
        self.shift(node, to);
        self.work += 4 + (self.graph.offsets[node + 1] - self.graph.offsets[node]) as usize;
        for (target, _) in self.graph.row(node) {
            if self.labels[target] != to && !self.waiting[target] {
                self.waiting[target] = true;
                self.queue.push(target as u32);
            }
        }
    }

    fn wake(&mut self, node: u32) {
        if !std::mem::replace(&mut self.waiting[node as usize], true) {
            self.queue.push(node);
        }
    }

    fn shift(&mut self, node: usize, to: u32) {
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

    fn take_back(&mut self) {
        while let Some((node, label)) = self.log.pop() {
            self.shift(node as usize, label);
        }
    }
}
