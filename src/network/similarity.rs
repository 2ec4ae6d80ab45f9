//! Similarity measures: tie weights normalised by the size of their two ends.
//!
//! c is the weight of the tie, s_i the strength of an end (summed weight of its ties), N_i its number of works, n
//! the number of nodes. Sources: van Eck & Waltman 2009, *JASIST* 60(8), 1635–1651; association strength and
//! fractionalization as VOSviewer takes them.
//!
//! The measures are defined on **full** counts. On fractional or strict weights the forms over s_i keep their meaning;
//! those over N_i no longer reach their upper bound of 1. Works above the team-size cap count in N_i although they make
//! no ties.

use crate::network::graph::{Network, Node};

/// A similarity measure of the two ends of a tie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Similarity {
    /// c·Σs/(s_i·s_j): VOSviewer's association strength; above 1, the tie is stronger than expected by chance.
    #[default]
    AssociationStrength,
    /// c/(N_i·N_j): association strength as bibliometrix computes it.
    AssociationByWorks,
    /// c/√(N_i·N_j): Salton's cosine, at most 1.
    Cosine,
    /// c/(N_i + N_j − c): Jaccard index, at most 1.
    Jaccard,
    /// c/min(N_i, N_j): inclusion index, 1 when all works of the smaller institution are joint works with the larger.
    Inclusion,
    /// c²/(N_i·N_j): equivalence index, the squared cosine.
    Equivalence,
    /// c·(n/s_i + n/s_j)/2: VOSviewer's fractionalization.
    Fractionalization,
}

impl Similarity {
    /// All measures in display order.
    pub const ALL: [Self; 7] = [
        Self::AssociationStrength,
        Self::AssociationByWorks,
        Self::Cosine,
        Self::Jaccard,
        Self::Inclusion,
        Self::Equivalence,
        Self::Fractionalization,
    ];

    /// Key of the measure in options and records.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::AssociationStrength => "association",
            Self::AssociationByWorks => "association-works",
            Self::Cosine => "cosine",
            Self::Jaccard => "jaccard",
            Self::Inclusion => "inclusion",
            Self::Equivalence => "equivalence",
            Self::Fractionalization => "fractionalization",
        }
    }
}

/// The similarity of every tie, by tie number. Ends of explicit ties may have no works; where the divisor is 0 the
/// value is `NaN` (undefined). O(nodes + ties).
#[must_use]
pub fn of(network: &Network<'_>, similarity: Similarity) -> Vec<f64> {
    let strength: Vec<f64> =
        (0..network.node_count()).map(|node| network.adjacency().weights(node).iter().sum()).collect();
    let all: f64 = strength.iter().sum();
    let nodes = network.node_count() as f64;
    let value = |tie| {
        let (a, b, weight) = network.tie(tie);
        let (s, t) = (strength[a], strength[b]);
        let (m, n) = (works(network, a), works(network, b));
        match similarity {
            Similarity::AssociationStrength => ratio(weight * all, s * t),
            Similarity::AssociationByWorks => ratio(weight, m * n),
            Similarity::Cosine => ratio(weight, (m * n).sqrt()),
            Similarity::Jaccard => ratio(weight, m + n - weight),
            Similarity::Inclusion => ratio(weight, m.min(n)),
            Similarity::Equivalence => ratio(weight * weight, m * n),
            Similarity::Fractionalization => weight * (nodes / s + nodes / t) / 2.0,
        }
    };
    (0..network.tie_count()).map(value).collect()
}

fn ratio(numerator: f64, denominator: f64) -> f64 {
    if denominator > 0.0 { numerator / denominator } else { f64::NAN }
}

fn works(network: &Network<'_>, node: usize) -> f64 {
    match network.node(node) {
        Node::Institution(id) => network.corpus().works_of(id).len() as f64,
        Node::Work(_) => 1.0,
    }
}
