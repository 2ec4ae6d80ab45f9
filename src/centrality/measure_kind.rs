//! The centrality measures by name: key, label and definition.

use crate::corpus::kind::WorkKind;
use crate::message;
use crate::messages::Message;

/// A centrality measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Number of partners.
    Degree,
    /// Summed weight of ties.
    Strength,
    /// Number of works.
    Works,
    /// Share of the pairs of other nodes whose shortest paths pass through the node.
    Betweenness,
    /// Inverse mean distance.
    Closeness,
    /// Sum of inverse distances.
    Harmonic,
    /// Leading eigenvector.
    Eigenvector,
    /// PageRank.
    Pagerank,
    /// Core number.
    Core,
    /// Burt's constraint.
    Constraint,
    /// Clustering coefficient.
    Clustering,
}

impl Measure {
    /// All measures in display order.
    pub const ALL: [Self; 11] = [
        Self::Degree,
        Self::Strength,
        Self::Works,
        Self::Betweenness,
        Self::Closeness,
        Self::Harmonic,
        Self::Eigenvector,
        Self::Pagerank,
        Self::Core,
        Self::Constraint,
        Self::Clustering,
    ];

    /// Key of the measure in options and records.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::Strength => "strength",
            Self::Works => "works",
            Self::Betweenness => "betweenness",
            Self::Closeness => "closeness",
            Self::Harmonic => "harmonic",
            Self::Eigenvector => "eigenvector",
            Self::Pagerank => "pagerank",
            Self::Core => "core",
            Self::Constraint => "constraint",
            Self::Clustering => "clustering",
        }
    }

    /// The measure with this key, ignoring case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        Self::ALL.into_iter().find(|measure| measure.key() == text)
    }

    /// Label, for works of a kind.
    #[must_use]
    pub fn label(self, kind: WorkKind) -> Message {
        match self {
            Self::Degree => message!("measures-degree"),
            Self::Strength => message!("measures-strength"),
            Self::Works => message!("measures-works", kind = kind),
            Self::Betweenness => message!("measures-betweenness"),
            Self::Closeness => message!("measures-closeness"),
            Self::Harmonic => message!("measures-harmonic"),
            Self::Eigenvector => message!("measures-eigenvector"),
            Self::Pagerank => message!("measures-pagerank"),
            Self::Core => message!("measures-core"),
            Self::Constraint => message!("measures-constraint"),
            Self::Clustering => message!("measures-clustering"),
        }
    }

    /// Definition in one or two sentences for the default options that [`scores`](crate::centrality::measure::scores) takes; `None` where the label says
    /// all.
    #[must_use]
    pub fn definition(self) -> Option<Message> {
        Some(match self {
            Self::Degree => message!("measures-degree-definition"),
            Self::Strength => message!("measures-strength-definition"),
            Self::Works => return None,
            Self::Betweenness => message!("measures-betweenness-definition"),
            Self::Closeness => message!("measures-closeness-definition"),
            Self::Harmonic => message!("measures-harmonic-definition"),
            Self::Eigenvector => message!("measures-eigenvector-definition"),
            Self::Pagerank => message!("measures-pagerank-definition"),
            Self::Core => message!("measures-core-definition"),
            Self::Constraint => message!("measures-constraint-definition"),
            Self::Clustering => message!("measures-clustering-definition"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_parse_ignoring_case() {
        for measure in Measure::ALL {
            assert_eq!(Measure::parse(&measure.key().to_uppercase()), Some(measure));
        }
        assert_eq!(Measure::parse("fame"), None);
    }
}
