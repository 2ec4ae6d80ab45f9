//! Infomap, two levels: communities in which a random walk along the ties stays long, by the shortest description of it.
//!
//! The map equation L = plogp(Σ q_m) − 2 Σ plogp(q_m) − Σ plogp(p_i) + Σ plogp(q_m + p_m), in bits a step: p_i = s_i/2W the share of time at
//! a node, p_m that in a community, q_m the share of steps that leave it, plogp(x) = x·log₂ x. Source: Rosvall & Bergstrom
//! 2008, *PNAS* 105, 1118–1123; search as in Louvain, repeated from its own result. About O(ties) a level.

use crate::community::aggregate_graph::{AggregateGraph, renumber};
use crate::community::leiden::Options;
use crate::community::partition::Partition;
use crate::community::quality::{Quality, TieWeights};
use crate::network::graph::Network;
use crate::random::Random;
use rayon::prelude::*;

/// Shorter by less is rounding.
const MIN_GAIN: f64 = 1e-12;
/// Most rounds of a start, each from single nodes within the communities of the last.
const MAX_ROUNDS: usize = 20;
/// Most sweeps over the nodes of a level.
const MAX_SWEEPS: usize = 200;

/// The partition of every start, in order, with its length of description as quality; weights, seed and number of starts
/// are those of the options.
#[must_use]
pub fn partitions(network: &Network<'_>, options: &Options) -> Vec<Partition> {
    let graph = graph(network, options.weights);
    (0..options.starts.max(1))
        .into_par_iter()
        .map(|number| {
            let mut random = Random::new(Random::new(options.seed.wrapping_add(number as u64)).next_u64());
            let labels = run(&graph, &mut random);
            Partition::new(&labels, length_of(&graph, &labels))
        })
        .collect()
}

/// Bits a step that describe a random walk with the communities of these labels, dense or not; 0 without ties.
#[must_use]
pub fn length(network: &Network<'_>, labels: &[u32], weights: TieWeights) -> f64 {
    let mut labels = labels.to_vec();
    renumber(&mut labels);
    length_of(&graph(network, weights), &labels)
}

fn graph(network: &Network<'_>, weights: TieWeights) -> AggregateGraph {
    // Its masses are strengths.
    AggregateGraph::of(network, Quality::default(), weights)
}

fn plogp(value: f64) -> f64 {
    if value > 0.0 { value * libm::log2(value) } else { 0.0 }
}

fn length_of(graph: &AggregateGraph, labels: &[u32]) -> f64 {
    if graph.total <= 0.0 {
        return 0.0;
    }
    let communities = labels.iter().max().map_or(0, |&label| label as usize + 1);
    let (internal, mass) = graph.community_totals(labels, communities);
    let whole = 2.0 * graph.total;
    let leaving = |at: usize| (mass[at] - 2.0 * internal[at]).max(0.0) / whole;
    let all: f64 = (0..communities).map(leaving).sum();
    let nodes: f64 = graph.mass.iter().map(|mass| plogp(mass / whole)).sum();
    let modules: f64 =
        (0..communities).map(|at| plogp(leaving(at) + mass[at] / whole) - 2.0 * plogp(leaving(at))).sum();
    plogp(all) - nodes + modules
}

fn run(graph: &AggregateGraph, random: &mut Random) -> Vec<u32> {
    let nodes = graph.nodes();
    let mut best: Vec<u32> = (0..nodes as u32).collect();
    if graph.total <= 0.0 {
        return best;
    }
    let mut least = f64::INFINITY;
    let mut labels = best.clone();
    for _ in 0..MAX_ROUNDS {
        // Single nodes move between the communities of the last round, then whole communities merge.
        let mut modules = Modules::new(graph, &labels);
        modules.sweep(graph, &mut labels, random);
        let mut communities = renumber(&mut labels);
        let mut level = graph.aggregate(&labels, communities);
        loop {
            let mut here: Vec<u32> = (0..level.nodes() as u32).collect();
            Modules::new(&level, &here).sweep(&level, &mut here, random);
            let merged = renumber(&mut here);
            labels.iter_mut().for_each(|label| *label = here[*label as usize]);
            if merged == communities {
                break;
            }
            level = level.aggregate(&here, merged);
            communities = merged;
        }
        let length = length_of(graph, &labels);
        if length >= least - MIN_GAIN {
            break;
        }
        least = length;
        best.clone_from(&labels);
    }
    best
}

/// Shares of time and of leaving steps of the communities of a level.
struct Modules {
    mass: Vec<f64>,
    leaving: Vec<f64>,
    all: f64,
    size: Vec<u32>,
    empty: Vec<u32>,
}

impl Modules {
    fn new(graph: &AggregateGraph, labels: &[u32]) -> Self {
        let nodes = graph.nodes();
        let whole = 2.0 * graph.total;
        let mut modules = Self {
            mass: vec![0.0; nodes],
            leaving: vec![0.0; nodes],
            all: 0.0,
            size: vec![0; nodes],
            empty: Vec::new(),
        };
        for node in 0..nodes {
            let label = labels[node] as usize;
            modules.mass[label] += graph.mass[node] / whole;
            modules.size[label] += 1;
            let out: f64 = graph.row(node).filter(|&(target, _)| labels[target] != labels[node]).map(|tie| tie.1).sum();
            modules.leaving[label] += out / whole;
        }
        modules.all = modules.leaving.iter().sum();
        modules.empty = (0..nodes as u32).rev().filter(|&label| modules.size[label as usize] == 0).collect();
        modules
    }

    /// Moves nodes in random order to the community that shortens the description most, until none does.
    fn sweep(&mut self, graph: &AggregateGraph, labels: &mut [u32], random: &mut Random) {
        let whole = 2.0 * graph.total;
        let mut order: Vec<usize> = (0..graph.nodes()).collect();
        let (mut sums, mut touched) = (vec![0.0; graph.nodes()], Vec::<u32>::new());
        for _ in 0..MAX_SWEEPS {
            random.shuffle(&mut order);
            let mut is_settled = true;
            for &node in &order {
                let from = labels[node];
                let (mass, mut out) = (graph.mass[node] / whole, 0.0);
                for (target, weight) in graph.row(node) {
                    let label = labels[target];
                    if sums[label as usize] == 0.0 {
                        touched.push(label);
                    }
                    sums[label as usize] += weight / whole;
                    out += weight / whole;
                }
                let step =
                    |to: u32| ModuleMove { from, to, mass, out, within: sums[from as usize], with: sums[to as usize] };
                let mut best = (from, -MIN_GAIN);
                let alone = self.empty.last().copied().filter(|_| self.size[from as usize] > 1);
                for &to in touched.iter().chain(&alone).filter(|&&to| to != from) {
                    let change = self.change(&step(to));
                    if change < best.1 || change == best.1 && to < best.0 && best.0 != from {
                        best = (to, change);
                    }
                }
                if best.0 != from {
                    self.make(&step(best.0));
                    labels[node] = best.0;
                    is_settled = false;
                }
                touched.drain(..).for_each(|label| sums[label as usize] = 0.0);
            }
            if is_settled {
                break;
            }
        }
    }

    /// Leaving shares of both communities after a step.
    fn after(&self, step: &ModuleMove) -> [f64; 2] {
        let from = self.leaving[step.from as usize] - step.out + 2.0 * step.within;
        let to = self.leaving[step.to as usize] + step.out - 2.0 * step.with;
        [from.max(0.0), to.max(0.0)]
    }

    /// By how much the description grows.
    fn change(&self, step: &ModuleMove) -> f64 {
        let (from, to) = (step.from as usize, step.to as usize);
        let [after_from, after_to] = self.after(step);
        let all = self.all - self.leaving[from] - self.leaving[to] + after_from + after_to;
        let term = |leaving: f64, mass: f64| plogp(leaving + mass.max(0.0)) - 2.0 * plogp(leaving);
        plogp(all.max(0.0)) - plogp(self.all)
            + term(after_from, self.mass[from] - step.mass)
            + term(after_to, self.mass[to] + step.mass)
            - term(self.leaving[from], self.mass[from])
            - term(self.leaving[to], self.mass[to])
    }

    fn make(&mut self, step: &ModuleMove) {
        let (from, to) = (step.from as usize, step.to as usize);
        let [after_from, after_to] = self.after(step);
        self.all = (self.all - self.leaving[from] - self.leaving[to] + after_from + after_to).max(0.0);
        (self.leaving[from], self.leaving[to]) = (after_from, after_to);
        self.mass[from] -= step.mass;
        self.mass[to] += step.mass;
        if self.size[to] == 0 {
            self.empty.retain(|&label| label != step.to);
        }
        self.size[from] -= 1;
        self.size[to] += 1;
        if self.size[from] == 0 {
            (self.mass[from], self.leaving[from]) = (0.0, 0.0);
            self.empty.push(step.from);
        }
    }
}

/// A node's move: its share of time, its ties to others, and those to both communities.
struct ModuleMove {
    from: u32,
    to: u32,
    mass: f64,
    out: f64,
    within: f64,
    with: f64,
}
