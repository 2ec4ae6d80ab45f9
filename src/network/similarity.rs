//! How strong a tie is for the size of its two ends.
//!
//! c is the weight of the tie, s_i the strength of an end (summed weight of its ties), N_i its number of works, n
//! the number of nodes. Sources: van Eck & Waltman 2009, *JASIST* 60(8), 1635–1651; association strength and
//! fractionalization as VOSviewer takes them.
//!
//! All of these are defined on **full** counts. Nothing stops them from being taken on fractional or strict
//! weights: the forms over s_i keep their meaning there, those over N_i are then bounded by less than 1 and should be
//! told with that remark. Works above the team cap count in N_i though they make no ties.

use crate::network::graph::{Network, Node};

/// A similarity of the two ends of a tie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Similarity {
    /// c·Σs/(s_i·s_j): above 1 means more than chance would give. VOSviewer's association strength.
    #[default]
    AssociationStrength,
    /// c/(N_i·N_j): the form of bibliometrix.
    AssociationByWorks,
    /// Salton's c/√(N_i·N_j), at most 1.
    Cosine,
    /// c/(N_i + N_j − c), at most 1.
    Jaccard,
    /// c/min(N_i, N_j): 1 when all works of the smaller are made with the larger.
    Inclusion,
    /// c²/(N_i·N_j), the cosine squared.
    Equivalence,
    /// c·(n/s_i + n/s_j)/2. VOSviewer's fractionalization.
    Fractionalization,
}

impl Similarity {
    /// All similarities in the order in which they are listed.
    pub const ALL: [Self; 7] = [
        Self::AssociationStrength,
        Self::AssociationByWorks,
        Self::Cosine,
        Self::Jaccard,
        Self::Inclusion,
        Self::Equivalence,
        Self::Fractionalization,
    ];

    /// The word used in options and answers.
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

    /// English and Korean label.
    #[must_use]
    pub fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::AssociationStrength => ("association strength", "연관 강도"),
            Self::AssociationByWorks => ("association strength by works", "성과물 기준 연관 강도"),
            Self::Cosine => ("cosine", "코사인 유사도"),
            Self::Jaccard => ("Jaccard index", "자카드 지수"),
            Self::Inclusion => ("inclusion index", "포함 지수"),
            Self::Equivalence => ("equivalence index", "등가 지수"),
            Self::Fractionalization => ("fractionalization", "분수화 강도"),
        }
    }
}

/// The similarity of every tie, by tie number. A tie that the input only states has ends that may have no
/// works: where the divisor is not above 0 the value is `NaN`, not defined. O(nodes + ties).
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
