//! Leiden algorithm: communities that are connected and locally optimal.
//!
//! Source: Traag, Waltman & van Eck 2019, *Scientific Reports* 9, 5233. A round is local moving, refinement and
//! aggregation, level after level; rounds repeat from their own result until nothing improves. Several independent
//! starts, the best is returned. About O(ties) a round; memory O(nodes + ties) a thread.

use rayon::prelude::*;

use crate::community::aggregate_graph::{AggregateGraph, members_by_label, renumber};
use crate::community::local_moving::{self, Workspace};
use crate::community::partition::Partition;
use crate::community::perturbation;
use crate::community::quality::{self, Quality, TieWeights};
use crate::community::refinement;
use crate::network::graph::Network;
use crate::random::Random;

/// Default number of independent starts.
pub const STARTS: usize = 10;
/// θ of refinement: the higher, the more often it merges into another than the best subset.
pub const RANDOMNESS: f64 = 0.01;
/// Default seed, of the first start.
pub const SEED: u64 = 1;
/// Maximum number of rounds of a start; usually a handful is enough.
pub const MAX_ROUNDS: usize = 50;
/// Rounds of every start before the weaker starts are dropped.
pub const TRIAL_ROUNDS: usize = 2;
/// Number of starts that continue after the trial; in small networks all do.
pub const FINALISTS: usize = 2;
/// Maximum number of rounds of a quick search.
pub const QUICK_ROUNDS: usize = 6;
/// Rounds without progress after which a start ends: refinement is random, so one such round does not yet mean a local
/// optimum.
const PATIENCE: usize = 2;
/// Minimum gain, relative to the quality, that counts as progress; smaller gains are kept all the same.
const MIN_GAIN: f64 = 1e-6;
/// Ties scanned by one bout of perturbations, for each node up to [`MAX_PERTURBED_NODES`].
const PERTURBATION_TIES: usize = 500;
/// Larger networks have a single bout of perturbations: there rounds improve more.
const MAX_PERTURBED_NODES: usize = 1_000;
/// Bouts of perturbations at the end of a start, each followed by a round; twice as many up to [`SMALL_NETWORK`] nodes.
const PERTURBATIONS: usize = 6;
const SMALL_NETWORK: usize = 300;
/// Ties a node scanned by the single bout of a quick search.
const QUICK_PERTURBATION_TIES: usize = 100;

/// Options of Leiden.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Quality function; modularity with γ = 1 by default.
    pub quality: Quality,
    /// Tie weights.
    pub weights: TieWeights,
    /// See [`RANDOMNESS`]; above 0.
    pub randomness: f64,
    /// Seed: start `i` takes seed + i.
    pub seed: u64,
    /// See [`STARTS`]; 0 is taken as 1.
    pub starts: usize,
    /// See [`MAX_ROUNDS`].
    pub max_rounds: usize,
    /// Effort of the search.
    pub effort: Effort,
}

/// Effort of the search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// All starts, and perturbations.
    #[default]
    Thorough,
    /// One start of at most [`QUICK_ROUNDS`] rounds, perturbed once where the network is small. On collaboration
    /// networks the modularity is usually within 0.0005 of the thorough search, at a tenth of its cost.
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

/// The best partition over all starts, the first of equal ones. All starts run [`TRIAL_ROUNDS`] rounds; the best
/// [`FINALISTS`] of them (all in a small network) run to their end and are perturbed. Every community is connected; an
/// isolate is a community of its own. Bit-identical on any number of threads.
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

/// The partition of every start, in order, each run to its end without perturbations: shows how far the seed changes
/// the result.
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

/// State of one start.
struct Start {
    random: Random,
    /// Best labels so far, and their quality.
    labels: Vec<u32>,
    value: f64,
    rounds: usize,
    stalled: usize,
}

impl Start {
    fn new(graph: &AggregateGraph, seed: u64) -> Self {
        let labels: Vec<u32> = (0..graph.nodes() as u32).collect();
        let value = graph.quality(&labels, graph.nodes());
        // Scrambled once, so that neighbouring seeds do not give overlapping sequences.
        let random = Random::new(Random::new(seed).next_u64());
        Self { random, labels, value, rounds: 0, stalled: 0 }
    }

    /// Runs rounds until nothing improves or the maximum is reached.
    fn iterate(&mut self, graph: &AggregateGraph, randomness: f64, rounds: usize, workspace: &mut Workspace) {
        let mut labels = self.labels.clone();
        while self.rounds < rounds && self.stalled < PATIENCE {
            self.rounds += 1;
            round(graph, &mut labels, randomness, &mut self.random, workspace);
            let gain = self.accept_if_better(graph, &mut labels);
            self.stalled = if gain > MIN_GAIN * self.value.abs() { 0 } else { self.stalled + 1 };
        }
    }

    /// Splits labels into connected communities and keeps them if they are better than the best so far, else resets
    /// them to the best; returns the gain.
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
        // Local moving until no node moves: splitting disconnected communities may enable new moves.
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

/// One round of Leiden over all levels; `labels` are input and result.
fn round(graph: &AggregateGraph, labels: &mut [u32], randomness: f64, random: &mut Random, workspace: &mut Workspace) {
    let mut level = None::<AggregateGraph>;
    // Node of the present level that contains each node of the network.
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

/// Splits disconnected communities into their connected components, which never lowers the quality. Labels become
/// dense; returns their number.
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
