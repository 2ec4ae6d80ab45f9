//! Harmonic centrality: the sum of inverse distances, defined in disconnected networks, too.
//!
//! h_i = Σ_{j≠i} 1/d_ij, unreachable nodes adding 0. Source: Boldi & Vigna 2014, *Internet Mathematics* 10, 222–262.

use crate::centrality::distance_sums;
use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::weighting::{Normalisation, Weighting};
use crate::network::graph::Network;

/// Options of harmonic centrality. The default is the unweighted sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Unweighted, or with 1/w as the length of a tie.
    pub weighting: Weighting,
    /// The raw sum, or divided by n−1.
    pub scale: Normalisation,
}

/// Harmonic centrality of every node; 0 for an isolate.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let mut values = distance_sums::of(network.adjacency(), options.weighting).inverse;
    if options.scale == Normalisation::Normalised && values.len() > 1 {
        let others = values.len() as f64 - 1.0;
        values.iter_mut().for_each(|value| *value /= others);
    }
    Scores { measure: Measure::Harmonic, values }
}
