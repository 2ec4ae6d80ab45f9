//! Burt's effective size and efficiency: how many of a node's partners are not partners of each other.
//!
//! e(u) = Σ_{v∈N(u)} (1 − Σ_{w∈N(u)∖v} p_uw·m_vw), p_uw = w_uw/s_u, m_vw = w_vw / the heaviest tie of v. Without
//! weights this is n − 2t/n for n partners with t ties among them (Borgatti 1997, *Connections* 20, 35–38). Efficiency
//! is e/n. Source: Burt 1992, *Structural Holes*, chapter 2. Redundant terms lie within triangles: O(ties^1.5).

use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::triangles::OrientedAdjacency;
use crate::centrality::weighting::Weighting;
use crate::network::graph::Network;

/// Options of effective size and efficiency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether ties count by their weight; by default each counts 1.
    pub weighting: Weighting,
}

/// Effective size of every node's partners; `NaN` for an isolate.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let adjacency = network.adjacency();
    let weighting = options.weighting;
    let oriented = OrientedAdjacency::of(adjacency);
    let weight_of: Vec<f64> = oriented.weights(adjacency).into_iter().map(|weight| weighting.of(weight)).collect();
    let of_ranks = |of: &dyn Fn(&[f64]) -> f64| -> Vec<f64> {
        oriented.node_of_rank.iter().map(|&node| of(adjacency.weights(node as usize))).collect()
    };
    let strength = of_ranks(&|weights| weights.iter().map(|&weight| weighting.of(weight)).sum());
    let heaviest = of_ranks(&|weights| weights.iter().map(|&weight| weighting.of(weight)).fold(0.0, f64::max));
    // What partners v and w of u are redundant by: p_uw·m_vw + p_uv·m_wv.
    let redundancy = oriented.node_sums(|sums, [a, b, c], [ab, ac, bc]| {
        let [to_b, to_c, between] = [ab, ac, bc].map(|tie| weight_of[tie]);
        let pair = |uv: f64, uw: f64, vw: f64, u: usize, v: usize, w: usize| {
            vw * (uw / heaviest[v] + uv / heaviest[w]) / strength[u]
        };
        sums[a] += pair(to_b, to_c, between, a, b, c);
        sums[b] += pair(to_b, between, to_c, b, a, c);
        sums[c] += pair(to_c, between, to_b, c, a, b);
    });
    let mut values = vec![f64::NAN; adjacency.node_count()];
    for (&node, redundant) in oriented.node_of_rank.iter().zip(redundancy) {
        let partners = adjacency.degree(node as usize);
        if partners > 0 {
            values[node as usize] = partners as f64 - redundant;
        }
    }
    Scores { measure: Measure::EffectiveSize, values }
}

/// Effective size divided by the number of partners; `NaN` for an isolate, 1 where no two partners are tied.
#[must_use]
pub fn efficiency(network: &Network<'_>, options: &Options) -> Scores {
    let adjacency = network.adjacency();
    let mut values = scores(network, options).values;
    values.iter_mut().enumerate().for_each(|(node, value)| *value /= adjacency.degree(node) as f64);
    Scores { measure: Measure::Efficiency, values }
}
