//! Eccentricity: the greatest distance of a node to the others of the largest component.
//!
//! The smallest is the radius of the component, the largest its diameter. Nodes of other components have none, for a pair
//! would else be as central as can be; of several largest components all count. Source: Harary 1969, *Graph Theory*,
//! chapter 4. O(nodes · ties), in parallel.

use rayon::prelude::*;

use crate::centrality::distance_sums::Dijkstra;
use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::weighting::Weighting;
use crate::centrality::whole;
use crate::network::components;
use crate::network::graph::Network;

/// Options of eccentricity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// In ties, or with 1/w as the length of a tie.
    pub weighting: Weighting,
}

/// Eccentricity of every node of the largest component; `NaN` for the others and for isolates.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let adjacency = network.adjacency();
    let parts = components::find(network);
    let largest = parts.largest();
    let members: Vec<usize> =
        parts.members.iter().filter(|part| part.len() == largest && largest > 1).flatten().copied().collect();
    let found: Vec<f64> = match options.weighting {
        Weighting::Unweighted => members.par_iter().map(|&node| whole::distances(adjacency, node).0 as f64).collect(),
        Weighting::Weighted => members
            .par_iter()
            .map_init(
                || Dijkstra::new(adjacency.node_count()),
                |search, &node| {
                    let mut greatest = 0.0f64;
                    search.visit(adjacency, node, |_, distance| greatest = greatest.max(distance));
                    greatest
                },
            )
            .collect(),
    };
    let mut values = vec![f64::NAN; adjacency.node_count()];
    members.iter().zip(found).for_each(|(&node, greatest)| values[node] = greatest);
    Scores { measure: Measure::Eccentricity, values }
}
