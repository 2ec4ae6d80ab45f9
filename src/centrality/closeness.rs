//! Closeness centrality: the inverse of the mean distance to the other nodes.
//!
//! Source: Freeman 1978, *Social Networks* 1, 215–239; for disconnected networks Wasserman & Faust 1994,
//! *Social Network Analysis*, eq. 5.22.

use crate::centrality::distance_sums;
use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::weighting::Weighting;
use crate::network::graph::Network;

/// Definition of closeness in disconnected networks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Convention {
    /// r²/((n−1)·Σd): closeness within the component times the share of nodes reached (NetworkX, rustworkx). 0 for an
    /// isolate. The default, because otherwise an isolated pair would rank first.
    #[default]
    WassermanFaust,
    /// r/Σd, inside the component only (igraph, graph-tool). `NaN` for isolates.
    WithinComponent,
}

/// Options of closeness.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Unweighted, or with 1/w as the length of a tie.
    pub weighting: Weighting,
    /// Definition in disconnected networks.
    pub convention: Convention,
}

/// Closeness of every node, with r the number of other nodes reached and Σd the sum of their distances.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let distances = distance_sums::of(network.adjacency(), options.weighting);
    let others = network.node_count() as f64 - 1.0;
    let closeness = |(&reached, &total): (&f64, &f64)| match options.convention {
        Convention::WithinComponent => reached / total,
        Convention::WassermanFaust if reached == 0.0 => 0.0,
        Convention::WassermanFaust => reached / total * (reached / others),
    };
    let values = distances.reached.iter().zip(&distances.total).map(closeness).collect();
    Scores { measure: Measure::Closeness, values }
}
