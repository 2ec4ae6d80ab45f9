//! Centrality in the network of works and institutions (two-mode), without projection to ties.
//!
//! No cap on team size: a consortium is a star there, not a clique. Source: Borgatti & Everett 1997, *Social Networks*
//! 19, 243–269; Borgatti & Halgin 2011, *The SAGE Handbook of Social Network Analysis*, chapter 28.

use crate::centrality::betweenness as one_mode;
use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::weighting::{Normalisation, Weighting};
use crate::corpus::Corpus;
use crate::network::graph::Network;

/// Works of each institution as a share of all works; `NaN` where there is no work. O(institutions).
#[must_use]
pub fn degree(corpus: &Corpus) -> Scores {
    let works = corpus.work_count();
    let share = |count: usize| if works == 0 { f64::NAN } else { count as f64 / works as f64 };
    let values = corpus.institution_ids().map(|id| share(corpus.works_of(id).len())).collect();
    Scores { measure: Measure::TwoModeDegree, values }
}

/// Betweenness of each institution in the two-mode network, divided by the largest that a network with so many works and
/// institutions allows; `NaN` where there is no work. O(affiliations · (institutions + works)).
#[must_use]
pub fn betweenness(corpus: &Corpus) -> Scores {
    let (own, works) = (corpus.institution_count(), corpus.work_count());
    let values = if works == 0 {
        vec![f64::NAN; own]
    } else {
        let network = Network::two_mode(corpus);
        let options = one_mode::Options { weighting: Weighting::Unweighted, scale: Normalisation::Raw };
        let mut values = one_mode::scores(&network, &options).values;
        values.truncate(own);
        let most = largest_betweenness(own as u64, works as u64);
        values.iter_mut().for_each(|value| *value /= most.max(1.0));
        values
    };
    Scores { measure: Measure::TwoModeBetweenness, values }
}

/// The largest betweenness of one of `own` nodes with `other` nodes on the other side.
fn largest_betweenness(own: u64, other: u64) -> f64 {
    let (rounds, rest) = (own.saturating_sub(1) / other, own.saturating_sub(1) % other);
    let [other, rounds, rest] = [other, rounds, rest].map(|count| count as f64);
    let squares = other * other * (rounds + 1.0) * (rounds + 1.0);
    let linear = other * (rounds + 1.0) * (2.0 * rest - rounds - 1.0);
    (squares + linear - rest * (2.0 * rounds - rest + 3.0)) / 2.0
}
