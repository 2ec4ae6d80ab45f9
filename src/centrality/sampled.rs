//! Betweenness estimated from sampled shortest paths, for networks too large for the exact algorithm.
//!
//! Each sample draws two nodes and one of the shortest paths between them, uniformly; the share of samples that pass
//! through a node is its estimate. With 0.5/ε² · (⌊log₂(D−2)⌋ + 1 + ln(1/δ)) samples, D being a bound on the vertex
//! diameter (nodes on a shortest path), all estimates are within ε with probability 1 − δ: Riondato & Kornaropoulos
//! 2016, *Data Mining and Knowledge Discovery* 30(2), 438–475. Paths are found by bidirectional search (Borassi &
//! Natale 2019, *ACM Journal of Experimental Algorithmics* 24, 1.2). O(samples · nodes reached); memory 24 bytes a node
//! and thread.

use std::sync::atomic::{AtomicU32, Ordering};

use rayon::prelude::*;

use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;
use crate::random::Random;

/// Default δ.
pub const FAILURE_PROBABILITY: f64 = 0.1;
/// Default seed.
pub const SEED: u64 = 1;
/// Constant of the sample bound.
const SAMPLE_CONSTANT: f64 = 0.5;
/// Maximum number of samples.
const MAX_SAMPLES: f64 = 4e9;
const UNREACHED: u32 = u32::MAX;

/// Accuracy of the estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// ε, between 0 and 1: maximum error of any value, on the scale of normalised betweenness.
    pub error: f64,
    /// δ, between 0 and 1: probability that some value has a larger error.
    pub failure: f64,
    /// Seed of the first sample; sample `i` takes seed + i.
    pub seed: u64,
}

impl Options {
    /// Options with this maximum error and the default probability and seed.
    #[must_use]
    pub fn within(error: f64) -> Self {
        Self { error, failure: FAILURE_PROBABILITY, seed: SEED }
    }
}

/// Estimated values with sample size and options.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// Normalised betweenness, unweighted.
    pub scores: Scores,
    /// Number of samples.
    pub samples: usize,
    /// The options used.
    pub options: Options,
}

/// Estimates the normalised, unweighted betweenness of every node. Bit-identical on any number of threads.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Estimate {
    let adjacency = network.adjacency();
    let nodes = adjacency.node_count();
    // The paper normalises by all n(n−1) pairs; ours exclude the node itself.
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
            // Counts are integers, so the order of additions does not matter.
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

/// Upper bound of the vertex diameter: one more than twice the eccentricity of a component's first node.
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

/// Calls `visit` for every inner node of one shortest path from `from` to `to`, drawn uniformly; not at all when there
/// is no path.
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
    // The search with fewer ties at its frontier expands next, until the two meet.
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

/// Breadth-first search that pauses after every level, with counts of shortest paths.
struct LevelSearch {
    hops: Vec<u32>,
    paths: Vec<f64>,
    order: Vec<u32>,
    /// Start of the frontier (the last level) in `order`.
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

    /// Starts at a node; nodes reached by earlier starts stay marked.
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

    /// Expands one level; returns whether any node was reached.
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

/// Weighted random choice of a node; `None` for no nodes.
fn pick_weighted(random: &mut Random, nodes: &[u32], weight: impl Fn(u32) -> f64) -> Option<u32> {
    let mut left = random.unit() * nodes.iter().map(|&node| weight(node)).sum::<f64>();
    let chosen = nodes.iter().find(|node| {
        left -= weight(**node);
        left < 0.0
    });
    chosen.or(nodes.last()).copied()
}
