//! Leiden: communities that are connected and cannot be bettered by moving a node.
//!
//! Source: Traag, Waltman & van Eck 2019, *Scientific Reports* 9, 5233. Local moving, refinement, aggregation,
//! level after level; the whole is repeated from its own result until nothing gets better. Several starts, the best
//! kept. About O(ties) a pass; memory O(nodes + ties) a thread.

use rayon::prelude::*;

use crate::community::graph::{Graph, renumber, rows_of};
use crate::community::moving::{self, Space};
use crate::community::partition::Partition;
use crate::community::quality::{self, Quality, TieWeights};
use crate::community::refining;
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
/// Rounds in a row without gain after which a start ends: refinement is random, so one barren round does not yet
/// mean that nothing is left.
const PATIENCE: usize = 3;

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
        }
    }
}

/// The best partition of all starts; of equally good ones that of the first start. Every community is
/// connected; a node without ties is alone. The same bits on any number of threads.
#[must_use]
pub fn partition(network: &Network<'_>, options: &Options) -> Partition {
    let graph = Graph::of(network, options.quality, options.weights);
    let found: Vec<Partition> =
        (0..options.starts.max(1)).into_par_iter().map(|start| one_start(&graph, options, start as u64)).collect();
    let better = |best: Partition, next: Partition| if next.quality() > best.quality() { next } else { best };
    found.into_iter().reduce(better).unwrap_or_else(|| Partition::new(&[], 0.0))
}

/// The partition of every start, in order: how far the seed moves the result.
#[must_use]
pub fn every(network: &Network<'_>, options: &Options) -> Vec<Partition> {
    let graph = Graph::of(network, options.quality, options.weights);
    (0..options.starts.max(1)).into_par_iter().map(|start| one_start(&graph, options, start as u64)).collect()
}

/// Quality of every start, in order: how far the seed moves the result.
#[must_use]
pub fn spread(network: &Network<'_>, options: &Options) -> Vec<f64> {
    let graph = Graph::of(network, options.quality, options.weights);
    (0..options.starts.max(1)).into_par_iter().map(|start| one_start(&graph, options, start as u64).quality()).collect()
}

fn one_start(graph: &Graph, options: &Options, start: u64) -> Partition {
    // Through the generator once: neighbouring seeds shall not give overlapping sequences.
    let mut random = Random::new(Random::new(options.seed.wrapping_add(start)).next_u64());
    let mut space = Space::default();
    let mut labels: Vec<u32> = (0..graph.nodes() as u32).collect();
    let mut best = graph.quality(&labels, graph.nodes());
    let mut kept = labels.clone();
    let mut barren = 0;
    for _ in 0..options.max_rounds {
        round(graph, &mut labels, options.randomness, &mut random, &mut space);
        let communities = split(graph, &mut labels);
        let value = graph.quality(&labels, communities);
        if value > best + 1e-12 * graph.total {
            (best, barren) = (value, 0);
            kept.clone_from(&labels);
            continue;
        }
        barren += 1;
        if barren == PATIENCE {
            break;
        }
        labels.clone_from(&kept);
    }
    let communities = renumber(&mut kept);
    Partition::new(&kept, quality::told(graph, &kept, communities, options.quality))
}

/// One pass over all levels; `labels` are where it starts and what it finds.
fn round(graph: &Graph, labels: &mut [u32], randomness: f64, random: &mut Random, space: &mut Space) {
    let mut level = None::<Graph>;
    // Node of the present level that holds each node of the network.
    let mut holder: Vec<u32> = (0..graph.nodes() as u32).collect();
    let mut here = labels.to_vec();
    loop {
        let current = level.as_ref().unwrap_or(graph);
        moving::run(current, &mut here, random, space);
        let communities = renumber(&mut here);
        if communities == current.nodes() {
            break;
        }
        let mut parts = refining::run(current, &here, communities, randomness, random, space);
        let count = renumber(&mut parts);
        if count == current.nodes() {
            break;
        }
        let mut above = vec![0; count];
        for (node, &part) in parts.iter().enumerate() {
            above[part as usize] = here[node];
        }
        holder.iter_mut().for_each(|node| *node = parts[*node as usize]);
        level = Some(current.shrink(&parts, count));
        here = above;
    }
    for (label, &node) in labels.iter_mut().zip(&holder) {
        *label = here[node as usize];
    }
}

/// Cuts communities that are not connected into their pieces, which never lowers the quality. Labels become
/// dense; returns how many there are.
fn split(graph: &Graph, labels: &mut [u32]) -> usize {
    let communities = renumber(labels);
    let members = rows_of(labels, communities);
    let mut piece = vec![u32::MAX; labels.len()];
    let (mut pieces, mut stack) = (0, Vec::new());
    for community in 0..communities {
        for &seed in members.row(community) {
            if piece[seed as usize] != u32::MAX {
                continue;
            }
            piece[seed as usize] = pieces;
            stack.push(seed);
            while let Some(node) = stack.pop() {
                for (target, _) in graph.row(node as usize) {
                    if labels[target] == community as u32 && piece[target] == u32::MAX {
                        piece[target] = pieces;
                        stack.push(target as u32);
                    }
                }
            }
            pieces += 1;
        }
    }
    labels.copy_from_slice(&piece);
    pieces as usize
}
