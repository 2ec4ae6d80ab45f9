//! The scores of any measure.

pub use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::{
    betweenness, closeness, clustering, constraint, core_number, degree, eigenvector, harmonic, pagerank, strength,
    works,
};
use crate::network::graph::Network;

/// Scores of a measure with its default options.
#[must_use]
pub fn scores(network: &Network<'_>, measure: Measure) -> Scores {
    match measure {
        Measure::Degree => degree::scores(network, &degree::Options::default()),
        Measure::Strength => strength::scores(network, &strength::Options::default()),
        Measure::Works => works::scores(network, &works::Options::default()),
        Measure::Betweenness => betweenness::scores(network, &betweenness::Options::default()),
        Measure::Closeness => closeness::scores(network, &closeness::Options::default()),
        Measure::Harmonic => harmonic::scores(network, &harmonic::Options::default()),
        Measure::Eigenvector => eigenvector::scores(network, &eigenvector::Options::default()),
        Measure::Pagerank => pagerank::scores(network, &pagerank::Options::default()),
        Measure::Core => core_number::scores(network, &core_number::Options::default()),
        Measure::Constraint => constraint::scores(network, &constraint::Options::default()),
        Measure::Clustering => clustering::scores(network, &clustering::Options::default()),
    }
}
