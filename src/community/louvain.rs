//! Louvain: nodes move to the best neighbouring community, communities become nodes, and so on.
//!
//! The forerunner of Leiden, without its refinement: a community may fall apart into pieces that hang together by nodes
//! that left it. Source: Blondel, Guillaume, Lambiotte & Lefebvre 2008, *Journal of Statistical Mechanics*, P10008. About
//! O(ties) a level.

use crate::community::aggregate_graph::{AggregateGraph, renumber};
use crate::community::leiden::Options;
use crate::community::local_moving::{self, Workspace};
use crate::community::partition::Partition;
use crate::community::quality;
use crate::network::graph::Network;
use crate::random::Random;
use rayon::prelude::*;

/// The partition of every start, in order; quality function, weights, seed and number of starts are those of the options.
#[must_use]
pub fn partitions(network: &Network<'_>, options: &Options) -> Vec<Partition> {
    let graph = AggregateGraph::of(network, options.quality, options.weights);
    (0..options.starts.max(1))
        .into_par_iter()
        .map_init(Workspace::default, |workspace, number| {
            let mut random = Random::new(Random::new(options.seed.wrapping_add(number as u64)).next_u64());
            let mut labels = run(&graph, &mut random, workspace);
            let communities = renumber(&mut labels);
            Partition::new(&labels, quality::normalised(&graph, &labels, communities, options.quality))
        })
        .collect()
}

fn run(graph: &AggregateGraph, random: &mut Random, workspace: &mut Workspace) -> Vec<u32> {
    let mut level = graph.clone();
    let mut labels: Vec<u32> = (0..graph.nodes() as u32).collect();
    loop {
        let mut here: Vec<u32> = (0..level.nodes() as u32).collect();
        local_moving::run(&level, &mut here, random, workspace);
        let communities = renumber(&mut here);
        labels.iter_mut().for_each(|label| *label = here[*label as usize]);
        if communities == level.nodes() {
            return labels;
        }
        level = level.aggregate(&here, communities);
    }
}
