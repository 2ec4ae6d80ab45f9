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
pub const FAILURE_PROBABILITY: f64 = 0.1;
/// Seed, unless told otherwise.
pub const SEED: u64 = 1;
/// The constant of the bound on the samples.
const SAMPLE_CONSTANT: f64 = 0.5;
/// Most samples.
const MAX_SAMPLES: f64 = 4e9;
const UNREACHED: u32 = u32::MAX;

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
        Self { error, failure: FAILURE_PROBABILITY, seed: SEED }
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
    let nodes = adjacency.node_count();
    // The paper's values are shares of all n(n−1) pairs; ours leave out the node itself.
    let scale = nodes as f64 / (nodes as f64 - 2.0).max(1.0);
    let samples =
        if nodes < 3 { 0 } else { samples(vertex_diameter(adjacency), options.error / scale, options.failure) };
    let counts: Vec<AtomicU32> = (0..nodes).map(|_| AtomicU32::new(0)).collect();
    let chunk = samples.div_ceil(64).max(1);
    (0..samples).into_par_iter().with_min_len(chunk).for_each_init(
        || [LevelSearch::new(nodes), LevelSearch::new(nodes)],
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

fn samples(vertex_diameter: u32, error: f64, failure: f64) -> usize {
    let inner = f64::from(vertex_diameter.saturating_sub(2).max(1)).log2().floor();
    (SAMPLE_CONSTANT / (error * error) * (inner + 1.0 + libm::log(1.0 / failure))).ceil().min(MAX_SAMPLES) as usize
}

/// A bound for the nodes on a shortest path: one more than twice the steps from the first node of a component.
fn vertex_diameter(adjacency: &Adjacency) -> u32 {
    let mut side = LevelSearch::new(adjacency.node_count());
    let mut max_level = 0;
    for first in 0..adjacency.node_count() {
        if side.hops[first] == UNREACHED {
            side.start_from(first);
            while side.expand(adjacency) {
                max_level = max_level.max(side.level);
            }
        }
    }
    2 * max_level + 1
}

/// Calls `see` for every node inside one shortest path from `from` to `to`, drawn by lot; for none when there is no path.
fn sample_path(
    adjacency: &Adjacency,
    sides: &mut [LevelSearch; 2],
    from: usize,
    to: usize,
    random: &mut Random,
    visit: impl Fn(usize),
) {
    for (side, end) in sides.iter_mut().zip([from, to]) {
        side.clear();
        side.start_from(end);
    }
    // The side with less work ahead takes the next step, until the two meet.
    let meeting_nodes = loop {
        let near = usize::from(sides[0].frontier_degree(adjacency) > sides[1].frontier_degree(adjacency));
        if !sides[near].expand(adjacency) {
            return;
        }
        let (one, other) = (&sides[near], &sides[1 - near]);
        let meeting_nodes: Vec<u32> =
            one.frontier().iter().copied().filter(|&node| other.hops[node as usize] != UNREACHED).collect();
        if !meeting_nodes.is_empty() {
            break meeting_nodes;
        }
    };
    let weight = |node: u32| sides[0].paths[node as usize] * sides[1].paths[node as usize];
    let Some(meeting) = pick_weighted(random, &meeting_nodes, weight) else { return };
    if meeting as usize != from && meeting as usize != to {
        visit(meeting as usize);
    }
    for side in sides.iter() {
        let mut node = meeting as usize;
        while side.hops[node] > 1 {
            let before = |next: &&u32| side.hops[**next as usize] == side.hops[node] - 1;
            let candidates: Vec<u32> = adjacency.neighbours(node).iter().filter(before).copied().collect();
            let Some(next) = pick_weighted(random, &candidates, |next| side.paths[next as usize]) else { return };
            node = next as usize;
            visit(node);
        }
    }
}

/// A breadth-first search that stops after every level.
struct LevelSearch {
    hops: Vec<u32>,
    paths: Vec<f64>,
    order: Vec<u32>,
    /// Where the last level begins in `order`.
    start: usize,
    level: u32,
}

impl LevelSearch {
    fn new(nodes: usize) -> Self {
        Self { hops: vec![UNREACHED; nodes], paths: vec![0.0; nodes], order: Vec::new(), start: 0, level: 0 }
    }

    fn clear(&mut self) {
        self.order.drain(..).for_each(|node| self.hops[node as usize] = UNREACHED);
    }

    /// Begins at a node; what was seen before stays seen.
    fn start_from(&mut self, node: usize) {
        (self.start, self.level) = (self.order.len(), 0);
        (self.hops[node], self.paths[node]) = (0, 1.0);
        self.order.push(node as u32);
    }

    fn frontier(&self) -> &[u32] {
        &self.order[self.start..]
    }

    fn frontier_degree(&self, adjacency: &Adjacency) -> usize {
        self.frontier().iter().map(|&node| adjacency.degree(node as usize)).sum()
    }

    /// Takes one step; whether anything was reached.
    fn expand(&mut self, adjacency: &Adjacency) -> bool {
        let end = self.order.len();
        for at in self.start..end {
            let node = self.order[at] as usize;
            for &next in adjacency.neighbours(node) {
                let next = next as usize;
                if self.hops[next] == UNREACHED {
                    (self.hops[next], self.paths[next]) = (self.level + 1, 0.0);
                    self.order.push(next as u32);
                }
                if self.hops[next] == self.level + 1 {
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
fn pick_weighted(random: &mut Random, nodes: &[u32], weight: impl Fn(u32) -> f64) -> Option<u32> {
    let mut left = random.unit() * nodes.iter().map(|&node| weight(node)).sum::<f64>();
    let chosen = nodes.iter().find(|node| {
        left -= weight(**node);
        left < 0.0
    });
    chosen.or(nodes.last()).copied()
}
