//! How often scores were right: those of an earlier network against the ties that came later.
//!
//! Pairs of equal score are in no order, so that the pairs at the end of the list count by their share, as if drawn at
//! random. AUC is the probability that a pair with a later tie has a higher score than one without, equal ones counted half
//! (Hanley & McNeil 1982, *Radiology* 143, 29–36). O(Σ k² + distinct degrees²).

use std::collections::BTreeMap;

use crate::network::adjacency::Adjacency;
use crate::prediction::scores::{self, Predictor};

/// What a split of the time showed.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    /// Pairs without a tie in the earlier network.
    pub pairs: u64,
    /// Of these, pairs with a tie later.
    pub later: u64,
    /// By [`Predictor::ALL`].
    pub results: [Outcome; 4],
}

/// How one score did.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Pairs that were named: as many as were asked for, or all that have a score.
    pub named: u64,
    /// Of these, pairs with a tie later, expected where the last pairs named are of equal score.
    pub hits: f64,
    /// AUC over all pairs; `NaN` where no pair, or every one, has a tie later.
    pub auc: f64,
}

/// Pairs of a score, and those of them with a later tie.
type Bins = BTreeMap<u64, [u64; 2]>;

/// Tests all scores of an earlier network. `known` are the nodes that were there, `later` the pairs of known nodes
/// without a tie then and with one later, `named` how many pairs each score names.
#[must_use]
pub fn test(adjacency: &Adjacency, known: &[bool], later: &[(u32, u32)], named: u64) -> Backtest {
    let nodes = known.iter().filter(|&&is_known| is_known).count() as u64;
    let pairs = (nodes * nodes.saturating_sub(1) / 2).saturating_sub(adjacency.tie_count() as u64);
    let mut bins: [Bins; 4] = std::array::from_fn(|_| Bins::new());
    scores::each(adjacency, |pair| {
        for by in [Predictor::CommonNeighbours, Predictor::AdamicAdar, Predictor::ResourceAllocation] {
            bins[by as usize].entry(bin(pair.score(by))).or_default()[0] += 1;
        }
    });
    bins[Predictor::PreferentialAttachment as usize] = by_degree(adjacency, known);
    for &(a, b) in later {
        let pair = scores::of(adjacency, a as usize, b as usize);
        for by in Predictor::ALL {
            bins[by as usize].entry(bin(pair.score(by))).or_default()[1] += 1;
        }
    }
    let count = later.len() as u64;
    Backtest { pairs, later: count, results: bins.map(|bins| outcome(bins, pairs, count, named)) }
}

fn bin(score: f64) -> u64 {
    (score * 1e10).round() as u64
}

/// Pairs without a tie by the product of their degrees.
fn by_degree(adjacency: &Adjacency, known: &[bool]) -> Bins {
    let mut counts: BTreeMap<u64, u64> = BTreeMap::new();
    for node in (0..known.len()).filter(|&node| known[node]) {
        *counts.entry(adjacency.degree(node) as u64).or_default() += 1;
    }
    let counts: Vec<(u64, u64)> = counts.into_iter().collect();
    let mut bins = Bins::new();
    for (at, &(degree, count)) in counts.iter().enumerate() {
        bins.entry(bin((degree * degree) as f64)).or_default()[0] += count * (count - 1) / 2;
        for &(other, more) in &counts[at + 1..] {
            bins.entry(bin((degree * other) as f64)).or_default()[0] += count * more;
        }
    }
    for (a, b, ..) in adjacency.edges() {
        let product = (adjacency.degree(a) * adjacency.degree(b)) as f64;
        if let Some([all, _]) = bins.get_mut(&bin(product)) {
            *all -= 1;
        }
    }
    bins
}

fn outcome(mut bins: Bins, pairs: u64, later: u64, named: u64) -> Outcome {
    // All that are in no other bin have no score.
    let scored: u64 = bins.iter().filter(|(score, _)| **score > 0).map(|(_, [all, _])| all).sum();
    bins.entry(0).or_default()[0] = pairs.saturating_sub(scored);
    let mut outcome = Outcome { named: named.min(scored), ..Outcome::default() };
    let (mut rest, mut below, mut wins) = (outcome.named, pairs.saturating_sub(later), 0.0);
    for (score, [all, hits]) in bins.into_iter().rev() {
        let taken = if score > 0 { rest.min(all) } else { 0 };
        if taken > 0 {
            outcome.hits += hits as f64 * taken as f64 / all as f64;
        }
        rest -= taken;
        let misses = all.saturating_sub(hits);
        below = below.saturating_sub(misses);
        wins += hits as f64 * (below as f64 + misses as f64 / 2.0);
    }
    outcome.auc = wins / (later as f64 * pairs.saturating_sub(later) as f64);
    outcome
}
