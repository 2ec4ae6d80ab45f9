//! Leiden: communities that are connected and cannot be bettered by moving a node.
//!
//! Source: Traag, Waltman & van Eck 2019, *Scientific Reports* 9, 5233. Local moving, refinement, aggregation,
//! level after level; the whole is repeated from its own result until nothing gets better. Several starts, the best
//! kept. About O(ties) a pass; memory O(nodes + ties) a thread.

use rayon::prelude::*;

use crate::community::aggregate_graph::{AggregateGraph, members_by_label, renumber};
use crate::community::local_moving::{self, Workspace};
use crate::community::partition::Partition;
use crate::community::perturbation;
use crate::community::quality::{self, Quality, TieWeights};
use crate::community::refinement;
use crate::network::graph::Network;
use crate::random::Random;

/// Independent starts of which the best is kept.
pub const STARTS: usize = 10;
/// θ: how often refinement takes another than the best part.
pub const RANDOMNESS: f64 = 0.01;
/// Seed of the first start.
pub const SEED: u64 = 1;
/// Repeats of one start at most; as a rule a handful is enough.
pub const MAX_ROUNDS: usize = 50;
/// Rounds of every start before the weaker ones are dropped.
pub const TRIAL_ROUNDS: usize = 2;
/// Starts that go on to their end; in small networks all do.
pub const FINALISTS: usize = 2;
/// Most rounds of a quick search.
pub const QUICK_ROUNDS: usize = 6;
/// Rounds in a row without gain after which a start ends: refinement is random, so one barren round does not yet
/// mean that nothing is left.
const PATIENCE: usize = 2;
/// Gains up to this share of the quality are kept, but do not count as progress.
const MIN_GAIN: f64 = 1e-6;
/// Ties that the kicks of one bout look at, for each node up to [`KICKED`] of them.
const PERTURBATION_TIES: usize = 500;
/// Larger networks have a single bout of kicks: there the rounds do the better part.
const MAX_PERTURBED_NODES: usize = 1_000;
/// Bouts of kicks at the end of a start, a round after each; twice as many up to [`TINY`] nodes.
const PERTURBATIONS: usize = 6;
const SMALL_NETWORK: usize = 300;
/// The single bout of a quick search.
const QUICK_PERTURBATION_TIES: usize = 100;

/// How communities are found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// What is maximised; modularity with γ = 1.
    pub quality: Quality,
    /// Which weights the ties have.
    pub weights: TieWeights,
    /// See [`RANDOMNESS`]; above 0.
    pub randomness: f64,
    /// Start `i` of the search takes seed + i.
    pub seed: u64,
    /// See [`STARTS`]; 0 is taken as 1.
    pub starts: usize,
    /// See [`MAX_ROUNDS`].
    pub max_rounds: usize,
    /// How long it is searched.
    pub effort: Effort,
}

/// How long a partition is searched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// All starts; kicks.
    #[default]
    Thorough,
    /// One start of at most [`QUICK_ROUNDS`] rounds, kicked once where the network is small. On networks of
    /// collaboration the modularity is as a rule within 0.0005 of the thorough search, at a tenth of its cost.
    Quick,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            quality: Quality::default(),
            weights: TieWeights::AsCounted,
            randomness: RANDOMNESS,
            seed: SEED,
            starts: STARTS,
            max_rounds: MAX_ROUNDS,
            effort: Effort::Thorough,
        }
    }
}

/// The best partition that the starts lead to; of equally good ones that of the first start. All starts run
/// [`TRIAL`] rounds, the best [`FINALISTS`] of them (all in a small network) go on to their end and are kicked (small disturbances, kept where
/// they lead higher). Every community is connected; a node without ties is alone. The same bits on any number of
/// threads.
#[must_use]
pub fn partition(network: &Network<'_>, options: &Options) -> Partition {
    let graph = AggregateGraph::of(network, options.quality, options.weights);
    let options = &match options.effort {
        Effort::Thorough => *options,
        Effort::Quick => Options { starts: 1, max_rounds: options.max_rounds.min(QUICK_ROUNDS), ..*options },
    };
    let mut starts = run_starts(&graph, options, TRIAL_ROUNDS.min(options.max_rounds));
    starts.sort_by(|a, b| b.value.total_cmp(&a.value));
    if graph.nodes() > MAX_PERTURBED_NODES {
        starts.truncate(FINALISTS);
    }
    starts.par_iter_mut().for_each(|start| start.finish(&graph, options));
    let better = |best: Start, next: Start| if next.value > best.value { next } else { best };
    match starts.into_iter().reduce(better) {
        Some(start) => start.partition(&graph, options.quality),
        None => Partition::new(&[], 0.0),
    }
}

/// The partition of every start, in order, each run to its end: how far the seed moves the result.
#[must_use]
pub fn partitions(network: &Network<'_>, options: &Options) -> Vec<Partition> {
    let graph = AggregateGraph::of(network, options.quality, options.weights);
    let starts = run_starts(&graph, options, options.max_rounds);
    starts.into_iter().map(|start| start.partition(&graph, options.quality)).collect()
}

/// Quality of every start, in order.
#[must_use]
pub fn qualities(network: &Network<'_>, options: &Options) -> Vec<f64> {
    partitions(network, options).iter().map(Partition::quality).collect()
}

fn run_starts(graph: &AggregateGraph, options: &Options, rounds: usize) -> Vec<Start> {
    (0..options.starts.max(1))
        .into_par_iter()
        .map_init(Workspace::default, |workspace, number| {
            let mut start = Start::new(graph, options.seed.wrapping_add(number as u64));
            start.iterate(graph, options.randomness, rounds, workspace);
            start
        })
        .collect()
}

/// One start and how far it has come.
struct Start {
    random: Random,
    /// The best labels so far and their quality.
    labels: Vec<u32>,
    value: f64,
    rounds: usize,
    stalled: usize,
}

impl Start {
    fn new(graph: &AggregateGraph, seed: u64) -> Self {
        let labels: Vec<u32> = (0..graph.nodes() as u32).collect();
        let value = graph.quality(&labels, graph.nodes());
        // Through the generator once: neighbouring seeds shall not give overlapping sequences.
        let random = Random::new(Random::new(seed).next_u64());
        Self { random, labels, value, rounds: 0, stalled: 0 }
    }

    /// Rounds until nothing gets better or there were as many as allowed.
    fn iterate(&mut self, graph: &AggregateGraph, randomness: f64, rounds: usize, workspace: &mut Workspace) {
        let mut labels = self.labels.clone();
        while self.rounds < rounds && self.stalled < PATIENCE {
            self.rounds += 1;
            round(graph, &mut labels, randomness, &mut self.random, workspace);
            let gain = self.accept_if_better(graph, &mut labels);
            self.stalled = if gain > MIN_GAIN * self.value.abs() { 0 } else { self.stalled + 1 };
        }
    }

    /// Takes over labels that are better than those so far, in connected pieces, and gives back the better ones.
    fn accept_if_better(&mut self, graph: &AggregateGraph, labels: &mut Vec<u32>) -> f64 {
        let communities = split(graph, labels);
        let gain = graph.quality(labels, communities) - self.value;
        if gain > 1e-12 * graph.total {
            self.value += gain;
            self.labels.clone_from(labels);
        } else {
            labels.clone_from(&self.labels);
        }
        gain
    }

    fn finish(&mut self, graph: &AggregateGraph, options: &Options) {
        let mut workspace = Workspace::default();
        self.iterate(graph, options.randomness, options.max_rounds, &mut workspace);
        let mut labels = self.labels.clone();
        let nodes = graph.nodes();
        let (perturbations, perturbation) = match options.effort {
            Effort::Quick => (usize::from(nodes <= MAX_PERTURBED_NODES), QUICK_PERTURBATION_TIES),
            Effort::Thorough if nodes <= SMALL_NETWORK => (2 * PERTURBATIONS, PERTURBATION_TIES),
            Effort::Thorough if nodes <= MAX_PERTURBED_NODES => (PERTURBATIONS, PERTURBATION_TIES),
            Effort::Thorough => (1, PERTURBATION_TIES),
        };
        for _ in 0..perturbations {
            perturbation::run(graph, &mut labels, perturbation * nodes.min(MAX_PERTURBED_NODES), &mut self.random);
            self.accept_if_better(graph, &mut labels);
            round(graph, &mut labels, options.randomness, &mut self.random, &mut workspace);
            self.accept_if_better(graph, &mut labels);
        }
        // Until no node wants to move: pieces of a community may have cut some off.
        loop {
            local_moving::run(graph, &mut labels, &mut self.random, &mut workspace);
            if self.accept_if_better(graph, &mut labels) <= 1e-12 * graph.total {
                break;
            }
        }
    }

    fn partition(mut self, graph: &AggregateGraph, quality: Quality) -> Partition {
        let communities = renumber(&mut self.labels);
        Partition::new(&self.labels, quality::normalised(graph, &self.labels, communities, quality))
    }
}

/// One pass over all levels; `labels` are where it starts and what it finds.
fn round(graph: &AggregateGraph, labels: &mut [u32], randomness: f64, random: &mut Random, workspace: &mut Workspace) {
    let mut level = None::<AggregateGraph>;
    // Node of the present level that holds each node of the network.
    let mut aggregate_of: Vec<u32> = (0..graph.nodes() as u32).collect();
    let mut here = labels.to_vec();
    loop {
        let current = level.as_ref().unwrap_or(graph);
        local_moving::run(current, &mut here, random, workspace);
        let communities = renumber(&mut here);
        if communities == current.nodes() {
            break;
        }
        let mut refined = refinement::run(current, &here, communities, randomness, random, workspace);
        let count = renumber(&mut refined);
        if count == current.nodes() {
            break;
        }
        let mut above = vec![0; count];
        for (node, &subset) in refined.iter().enumerate() {
            above[subset as usize] = here[node];
        }
        aggregate_of.iter_mut().for_each(|node| *node = refined[*node as usize]);
        level = Some(current.aggregate(&refined, count));
        here = above;
    }
    for (label, &node) in labels.iter_mut().zip(&aggregate_of) {
        *label = here[node as usize];
    }
}

/// Cuts communities that are not connected into their pieces, which never lowers the quality. Labels become
/// dense; returns how many there are.
fn split(graph: &AggregateGraph, labels: &mut [u32]) -> usize {
    let communities = renumber(labels);
    let members = members_by_label(labels, communities);
    let mut component = vec![u32::MAX; labels.len()];
    let (mut components, mut stack) = (0, Vec::new());
    for community in 0..communities {
        for &seed in members.row(community) {
            if component[seed as usize] != u32::MAX {
                continue;
            }
            component[seed as usize] = components;
            stack.push(seed);
            while let Some(node) = stack.pop() {
                for (target, _) in graph.row(node as usize) {
                    if labels[target] == community as u32 && component[target] == u32::MAX {
                        component[target] = components;
                        stack.push(target as u32);
                    }
                }
            }
            components += 1;
        }
    }
    labels.copy_from_slice(&component);
    components as usize
}
