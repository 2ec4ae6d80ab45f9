//! Probabilities of ties under null hypotheses: noise-corrected weights, joint works. The disparity filter is [`backbone`](crate::selection::backbone).
//!
//! Every value is a probability of at least so much under a null hypothesis, one a tie; low values are significant. They answer different
//! questions, for each has its own null hypothesis: the page of each function says which.

use crate::corpus::work::WorkId;
use crate::network::graph::Network;
use std::collections::BTreeMap;

/// Weights against those that the strengths of both ends would give: p of the noise-corrected backbone.
///
/// With κ = W/(s_i·s_j), W the sum of all strengths, the score is (κw − 1)/(κw + 1); its variance is that of a binomial weight with a beta
/// prior from the hypergeometric mean and variance, carried over by the delta method; p is the upper tail of a normal at
/// score/deviation. `NaN` where a variance is not defined (a single tie). Source: Coscia & Neffke 2017, *ICDE*, 425–436. The authors' program
/// has 1 − μ² in the prior's second parameter, where a beta distribution of mean μ and that variance has (1 − μ)²: deviations differ
/// by the order of μ. O(ties).
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
    let draws = Draws::of(network);
    let of = |tie| {
        let (a, b, _) = network.tie(tie);
        match network.evidence(tie).len() {
            0 => f64::NAN,
            joint => draws.tail(draws.counts[a], draws.counts[b], joint),
        }
    };
    (0..network.tie_count()).map(of).collect()
}

/// How many pairs of institutions have p below `level` on average where all choose their works by lot, and the number of
/// pairs: the exact sum of P(p(X) < level) over all pairs, with and without a tie. O(d² · works of the smaller end) for d
/// different numbers of works; 0 pairs where institutions have no works.
#[must_use]
pub fn expected_co_occurrence(network: &Network<'_>, level: f64) -> (f64, usize) {
    let draws = Draws::of(network);
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    draws.counts.iter().filter(|&&count| count > 0).for_each(|&count| *sizes.entry(count).or_default() += 1);
    let sizes: Vec<(usize, usize)> = sizes.into_iter().collect();
    let (mut expected, mut all) = (0.0, 0);
    for (at, &(a, first)) in sizes.iter().enumerate() {
        for &(b, second) in &sizes[at..] {
            let pairs = if a == b { first * (first - 1) / 2 } else { first * second };
            all += pairs;
            expected += pairs as f64 * draws.below(a, b, level);
        }
    }
    (expected, all)
}

/// Works that institutions draw by lot.
struct Draws {
    all: usize,
    /// Works of each node.
    counts: Vec<usize>,
}

impl Draws {
    fn of(network: &Network<'_>) -> Self {
        let (corpus, excluded) = (network.corpus(), network.excluded());
        let is_counted = |work: &&WorkId| excluded.binary_search(work).is_err();
        let counts = corpus.institution_ids().map(|id| corpus.works_of(id).iter().filter(is_counted).count()).collect();
        Self { all: corpus.work_count() - excluded.len(), counts }
    }

    /// P(X = count) for X joint works of ends with `a` and `b` works.
    fn probability(&self, a: usize, b: usize, count: usize) -> f64 {
        let (fewer, more) = (a.min(b), a.max(b));
        if count > fewer || fewer - count > self.all - more {
            return 0.0;
        }
        let factorial = |count: usize| libm::lgamma(count as f64 + 1.0);
        let choose = |of: usize, count: usize| factorial(of) - factorial(count) - factorial(of - count);
        libm::exp(choose(more, count) + choose(self.all - more, fewer - count) - choose(self.all, fewer))
    }

    /// P(X ≥ joint).
    fn tail(&self, a: usize, b: usize, joint: usize) -> f64 {
        let sum: f64 = (joint..=a.min(b)).map(|count| self.probability(a, b, count)).sum();
        sum.min(1.0)
    }

    /// P(p(X) < level): the greatest tail of at least one joint work that is below the level.
    fn below(&self, a: usize, b: usize, level: f64) -> f64 {
        let mut tail = 0.0;
        for count in (1..=a.min(b)).rev() {
            let more = tail + self.probability(a, b, count);
            if more >= level {
                return tail;
            }
            tail = more;
        }
        tail
    }
}
