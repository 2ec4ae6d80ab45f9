//! Betweenness estimated from sampled shortest paths, for networks too large for the exact one.
//!
//! Two nodes are drawn by lot, then one of the shortest paths between them, each as likely as any other; the share of
//! samples that pass through a node is its estimate. With 0.5/ε² · (⌊log₂(D−2)⌋ + 1 + ln(1/δ)) samples, D being a
//! bound for the nodes on a shortest path, all estimates are within ε with probability 1 − δ: Riondato & Kornaropoulos
//! 2016, *Data Mining and Knowledge Discovery* 30(2), 438–475. A path is searched from both ends (Borassi & Natale 2019,
//! *ACM Journal of Experimental Algorithmics* 24, 1.2). O(samples · nodes reached); memory 24 bytes a node and thread.

use std::sync::atomic::{AtomicU32, Ordering};

use rayon::prelude::*;

use crate::centrality::measure::Measure;
use crate::centrality::scores::Scores;
use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;
use crate::random::Random;

/// δ, unless told otherwise.
pub const FAILURE: f64 = 0.1;
/// Seed, unless told otherwise.
pub const SEED: u64 = 1;
/// The constant of the bound on the samples.
const BOUND: f64 = 0.5;
/// Most samples.
const MOST: f64 = 4e9;
const UNSEEN: u32 = u32::MAX;

/// How near the estimate shall be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// ε, between 0 and 1: how far any value may be off, on the scale of normalised betweenness.
    pub error: f64,
    /// δ, between 0 and 1: the probability with which some value is further off.
    pub failure: f64,
    /// Seed of the first sample; the next ones follow.
    pub seed: u64,
}

impl Options {
    /// Within `error` with the usual probability and seed.
    #[must_use]
    pub fn within(error: f64) -> Self {
        Self { error, failure: FAILURE, seed: SEED }
    }
}

/// Estimated values and what they are worth.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// Normalised betweenness, unweighted.
    pub scores: Scores,
    /// Paths that were sampled.
    pub samples: usize,
    /// What was asked for.
    pub options: Options,
}

/// Estimates the normalised, unweighted betweenness of every node. The same bits on any number of threads.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Estimate {
    let adjacency = network.adjacency();
    let nodes = adjacency.nodes();
    // The paper's values are shares of all n(n−1) pairs; ours leave out the node itself.
    let scale = nodes as f64 / (nodes as f64 - 2.0).max(1.0);
    let samples =
        if nodes < 3 { 0 } else { samples(most_on_a_path(adjacency), options.error / scale, options.failure) };
    let counts: Vec<AtomicU32> = (0..nodes).map(|_| AtomicU32::new(0)).collect();
    let piece = samples.div_ceil(64).max(1);
    (0..samples).into_par_iter().with_min_len(piece).for_each_init(
        || [Side::new(nodes), Side::new(nodes)],
        |sides, sample| {
            let mut random = Random::new(Random::new(options.seed.wrapping_add(sample as u64)).next_u64());
            let from = random.below(nodes);
            let to = (from + 1 + random.below(nodes - 1)) % nodes;
            // Counts are whole numbers: their sum has no order.
            sample_path(adjacency, sides, from, to, &mut random, |node| {
                counts[node].fetch_add(1, Ordering::Relaxed);
            });
        },
    );
    let share = |count: &AtomicU32| f64::from(count.load(Ordering::Relaxed)) / (samples.max(1) as f64) * scale;
    let values = counts.iter().map(share).collect();
    Estimate { scores: Scores { measure: Measure::Betweenness, values }, samples, options: *options }
}

fn samples(most_on_a_path: u32, error: f64, failure: f64) -> usize {
    let inner = f64::from(most_on_a_path.saturating_sub(2).max(1)).log2().floor();
    (BOUND / (error * error) * (inner + 1.0 + libm::log(1.0 / failure))).ceil().min(MOST) as usize
}

/// A bound for the nodes on a shortest path: one more than twice the steps from the first node of a component.
fn most_on_a_path(adjacency: &Adjacency) -> u32 {
    let mut side = Side::new(adjacency.nodes());
    let mut most = 0;
    for first in 0..adjacency.nodes() {
        if side.steps[first] == UNSEEN {
            side.begin_beside(first);
            while side.expand(adjacency) {
                most = most.max(side.level);
            }
        }
    }
    2 * most + 1
}

/// Calls `see` for every node inside one shortest path from `from` to `to`, drawn by lot; for none when there is no path.
fn sample_path(
    adjacency: &Adjacency,
    sides: &mut [Side; 2],
    from: usize,
    to: usize,
    random: &mut Random,
    see: impl Fn(usize),
) {
    for (side, end) in sides.iter_mut().zip([from, to]) {
        side.clear();
        side.begin_beside(end);
    }
    // The side with less work ahead takes the next step, until the two meet.
    let met = loop {
        let near = usize::from(sides[0].ahead(adjacency) > sides[1].ahead(adjacency));
        if !sides[near].expand(adjacency) {
            return;
        }
        let (one, other) = (&sides[near], &sides[1 - near]);
        let met: Vec<u32> = one.last().iter().copied().filter(|&node| other.steps[node as usize] != UNSEEN).collect();
        if !met.is_empty() {
            break met;
        }
    };
    let weight = |node: u32| sides[0].paths[node as usize] * sides[1].paths[node as usize];
    let Some(middle) = choose(random, &met, weight) else { return };
    if middle as usize != from && middle as usize != to {
        see(middle as usize);
    }
    for side in sides.iter() {
        let mut node = middle as usize;
        while side.steps[node] > 1 {
            let before = |next: &&u32| side.steps[**next as usize] == side.steps[node] - 1;
            let candidates: Vec<u32> = adjacency.neighbours(node).iter().filter(before).copied().collect();
            let Some(next) = choose(random, &candidates, |next| side.paths[next as usize]) else { return };
            node = next as usize;
            see(node);
        }
    }
}

/// A breadth-first search that stops after every level.
struct Side {
    steps: Vec<u32>,
    paths: Vec<f64>,
    order: Vec<u32>,
    /// Where the last level begins in `order`.
    start: usize,
    level: u32,
}

impl Side {
    fn new(nodes: usize) -> Self {
        Self { steps: vec![UNSEEN; nodes], paths: vec![0.0; nodes], order: Vec::new(), start: 0, level: 0 }
    }

    fn clear(&mut self) {
        self.order.drain(..).for_each(|node| self.steps[node as usize] = UNSEEN);
    }

    /// Begins at a node; what was seen before stays seen.
    fn begin_beside(&mut self, node: usize) {
        (self.start, self.level) = (self.order.len(), 0);
        (self.steps[node], self.paths[node]) = (0, 1.0);
        self.order.push(node as u32);
    }

    fn last(&self) -> &[u32] {
        &self.order[self.start..]
    }

    fn ahead(&self, adjacency: &Adjacency) -> usize {
        self.last().iter().map(|&node| adjacency.degree(node as usize)).sum()
    }

    /// Takes one step; whether anything was reached.
    fn expand(&mut self, adjacency: &Adjacency) -> bool {
        let end = self.order.len();
        for at in self.start..end {
            let node = self.order[at] as usize;
            for &next in adjacency.neighbours(node) {
                let next = next as usize;
                if self.steps[next] == UNSEEN {
                    (self.steps[next], self.paths[next]) = (self.level + 1, 0.0);
                    self.order.push(next as u32);
                }
                if self.steps[next] == self.level + 1 {
                    self.paths[next] += self.paths[node];
                }
            }
        }
        self.start = end;
        let reached = self.order.len() > end;
        self.level += u32::from(reached);
        reached
    }
}

/// One of the nodes, each with a probability proportional to its weight; `None` of none.
fn choose(random: &mut Random, nodes: &[u32], weight: impl Fn(u32) -> f64) -> Option<u32> {
    let mut left = random.unit() * nodes.iter().map(|&node| weight(node)).sum::<f64>();
    let chosen = nodes.iter().find(|node| {
        left -= weight(**node);
        left < 0.0
    });
    chosen.or(nodes.last()).copied()
}
