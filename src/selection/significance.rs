//! Whether a tie is more than chance: noise-corrected weights, joint works. The disparity filter is [`backbone`](crate::selection::backbone).
//!
//! Every value is a probability of at least so much by chance, one a tie; low values are significant. They answer different questions,
//! for each has its own chance: the page of each function says which.

use crate::network::graph::Network;

/// Weights against those that the strengths of both ends would give: p of the noise-corrected backbone.
///
/// With κ = W/(s_i·s_j), W the sum of all strengths, the score is (κw − 1)/(κw + 1); its variance is that of a binomial weight with a beta
/// prior from the hypergeometric mean and variance, carried over by the delta method; p is the upper tail of a normal at
/// score/deviation. `NaN` where a variance is not defined (a single tie). Source: Coscia & Neffke 2017, *ICDE*, 425–436. O(ties).
#[must_use]
pub fn noise_corrected(network: &Network<'_>) -> Vec<f64> {
    let adjacency = network.adjacency();
    let strength: Vec<f64> = (0..adjacency.node_count()).map(|node| adjacency.weights(node).iter().sum()).collect();
    let whole: f64 = strength.iter().sum();
    let of = |tie| {
        let (a, b, weight) = network.tie(tie);
        let (from, to) = (strength[a], strength[b]);
        let both = from * to;
        let kappa = whole / both;
        let score = (kappa * weight - 1.0) / (kappa * weight + 1.0);
        let mean = both / (whole * whole);
        let variance = both * (whole - from) * (whole - to) / (whole.powi(4) * (whole - 1.0));
        let prior = [
            mean * mean / variance * (1.0 - mean) - mean,
            mean / variance * (1.0 - mean) * (1.0 - mean) - (1.0 - mean),
        ];
        let (hits, misses) = (prior[0] + weight, whole - weight + prior[1]);
        let expected = hits / (hits + misses);
        let of_weight = expected * (1.0 - expected) * whole;
        let slope = 1.0 / both - whole * (from + to) / (both * both);
        let factor = 2.0 * (kappa + weight * slope) / (kappa * weight + 1.0).powi(2);
        let deviation = (of_weight * factor * factor).sqrt();
        libm::erfc(score / deviation / std::f64::consts::SQRT_2) / 2.0
    };
    (0..network.tie_count()).map(of).collect()
}

/// Joint works against those of institutions that choose their works by lot (two-mode null): the hypergeometric upper tail.
///
/// Of N works, n_i of one and n_j of the other end, p = P(X ≥ n_ij). Works beyond the cap on team size are in none of these
/// numbers. `NaN` for a tie without works. Source: Tumminello, Miccichè, Lillo, Piilo & Mantegna 2011, *PLoS ONE* 6, e17994. O(ties · works of the
/// smaller end).
#[must_use]
pub fn co_occurrence(network: &Network<'_>) -> Vec<f64> {
    let corpus = network.corpus();
    let excluded = network.excluded();
    let all = corpus.work_count() - excluded.len();
    let counts: Vec<usize> = corpus
        .institution_ids()
        .map(|id| corpus.works_of(id).iter().filter(|work| excluded.binary_search(work).is_err()).count())
        .collect();
    let factorial = |count: usize| libm::lgamma(count as f64 + 1.0);
    let choose = |of: usize, count: usize| factorial(of) - factorial(count) - factorial(of - count);
    let of = |tie| {
        let (a, b, _) = network.tie(tie);
        let joint = network.evidence(tie).len();
        if joint == 0 {
            return f64::NAN;
        }
        let (fewer, more) = (counts[a].min(counts[b]), counts[a].max(counts[b]));
        let terms = (joint..=fewer).filter(|&count| fewer - count <= all - more);
        let sum: f64 = terms
            .map(|count| libm::exp(choose(more, count) + choose(all - more, fewer - count) - choose(all, fewer)))
            .sum();
        sum.min(1.0)
    };
    (0..network.tie_count()).map(of).collect()
}
