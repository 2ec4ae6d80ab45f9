//! Label propagation: every node takes the label that most of its ties, by weight, lead to, until none would change.
//!
//! It maximises nothing and knows no resolution. Source: Raghavan, Albert & Kumara 2007, *Physical Review E* 76, 036106,
//! with nodes in random order and equal labels drawn at random. About O(ties) a sweep.

use crate::community::aggregate_graph::{AggregateGraph, renumber};
use crate::community::leiden::Options;
use crate::community::partition::Partition;
use crate::community::quality::{self, Quality};
use crate::network::graph::Network;
use crate::random::Random;
use rayon::prelude::*;

/// Most sweeps over all nodes; a handful is usual.
const MAX_SWEEPS: usize = 1_000;
/// Labels whose weights differ by less, as a share, are equal.
const EQUAL: f64 = 1e-12;

/// The partition of every start, in order, with its modularity; weights, seed and number of starts are those of the options.
#[must_use]
pub fn partitions(network: &Network<'_>, options: &Options) -> Vec<Partition> {
    let graph = AggregateGraph::of(network, Quality::default(), options.weights);
    (0..options.starts.max(1))
        .into_par_iter()
        .map(|number| {
            let mut random = Random::new(Random::new(options.seed.wrapping_add(number as u64)).next_u64());
            let mut labels = run(&graph, &mut random);
            let communities = renumber(&mut labels);
            Partition::new(&labels, quality::normalised(&graph, &labels, communities, Quality::default()))
        })
        .collect()
}

fn run(graph: &AggregateGraph, random: &mut Random) -> Vec<u32> {
    let nodes = graph.nodes();
    let mut labels: Vec<u32> = (0..nodes as u32).collect();
    let mut order: Vec<usize> = (0..nodes).filter(|&node| graph.row(node).next().is_some()).collect();
    let (mut sums, mut touched) = (vec![0.0; nodes], Vec::<u32>::new());
    for _ in 0..MAX_SWEEPS {
        random.shuffle(&mut order);
        let mut is_settled = true;
        for &node in &order {
            for (target, weight) in graph.row(node) {
                let label = labels[target];
                if sums[label as usize] == 0.0 {
                    touched.push(label);
                }
                sums[label as usize] += weight;
            }
            let most = touched.iter().map(|&label| sums[label as usize]).fold(0.0, f64::max);
            touched.retain(|&label| {
                let is_most = sums[label as usize] >= most * (1.0 - EQUAL);
                sums[label as usize] = 0.0;
                is_most
            });
            if !touched.contains(&labels[node]) {
                labels[node] = touched[random.below(touched.len())];
                is_settled = false;
            }
            touched.clear();
        }
        if is_settled {
            break;
        }
    }
    labels
}
