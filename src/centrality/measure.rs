//! The scores of any measure.

pub use crate::centrality::measure_kind::{Measure, UseOfWeights};
use crate::centrality::scores::Scores;
use crate::centrality::weighting::Weighting;
use crate::centrality::{
    betweenness, closeness, clustering, constraint, core_number, degree, eccentricity, effective_size, eigenvector,
    harmonic, hits, katz, pagerank, strength, two_mode, works,
};
use crate::network::graph::Network;

/// Scores of a measure with its default options.
#[must_use]
pub fn scores(network: &Network<'_>, measure: Measure) -> Scores {
    of(network, measure, Weighting::Unweighted)
}

/// Scores of a measure by tie weights, where it can take them ([`Measure::use_of_weights`]): those of paths with 1/w as the length of a tie.
#[must_use]
pub fn weighted_scores(network: &Network<'_>, measure: Measure) -> Scores {
    of(network, measure, Weighting::Weighted)
}

fn of(network: &Network<'_>, measure: Measure, weighting: Weighting) -> Scores {
    match measure {
        Measure::Degree => degree::scores(network, &degree::Options::default()),
        Measure::Strength => strength::scores(network, &strength::Options::default()),
        Measure::Works => works::scores(network, &works::Options::default()),
        Measure::Betweenness => {
            betweenness::scores(network, &betweenness::Options { weighting, ..betweenness::Options::default() })
        }
        Measure::Closeness => {
            closeness::scores(network, &closeness::Options { weighting, ..closeness::Options::default() })
        }
        Measure::Harmonic => {
            harmonic::scores(network, &harmonic::Options { weighting, ..harmonic::Options::default() })
        }
        Measure::Eigenvector => eigenvector::scores(network, &eigenvector::Options::default()),
        Measure::Pagerank => pagerank::scores(network, &pagerank::Options::default()),
        Measure::Core => core_number::scores(network, &core_number::Options::default()),
        Measure::Constraint => constraint::scores(network, &constraint::Options { weighting }),
        Measure::Clustering => clustering::scores(network, &clustering::Options { weighting }),
        Measure::Katz => katz::scores(network, &katz::Options::default()),
        Measure::Hits => hits::scores(network, &hits::Options::default()),
        Measure::EffectiveSize => effective_size::scores(network, &effective_size::Options { weighting }),
        Measure::Efficiency => effective_size::efficiency(network, &effective_size::Options { weighting }),
        Measure::Eccentricity => eccentricity::scores(network, &eccentricity::Options { weighting }),
        Measure::TwoModeDegree => two_mode::degree(network.corpus()),
        Measure::TwoModeBetweenness => two_mode::betweenness(network.corpus()),
    }
}
