//! The centrality measures by name: key, label and definition.

use crate::centrality::weighting::Weighting;
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
    /// Katz centrality.
    Katz,
    /// HITS: hubs and authorities, which are the same where ties have no direction.
    Hits,
    /// Effective size of a node's ego network (Burt).
    EffectiveSize,
    /// Effective size as a share of the number of partners (Burt).
    Efficiency,
    /// Greatest distance to another node of the largest component.
    Eccentricity,
    /// Share of all works that it takes part in.
    TwoModeDegree,
    /// Betweenness in the network of works and institutions.
    TwoModeBetweenness,
}

impl Measure {
    /// All measures in display order.
    pub const ALL: [Self; 18] = [
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
        Self::Katz,
        Self::Hits,
        Self::EffectiveSize,
        Self::Efficiency,
        Self::Eccentricity,
        Self::TwoModeDegree,
        Self::TwoModeBetweenness,
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
            Self::Katz => "katz",
            Self::Hits => "hits",
            Self::EffectiveSize => "effective-size",
            Self::Efficiency => "efficiency",
            Self::Eccentricity => "eccentricity",
            Self::TwoModeDegree => "two-mode-degree",
            Self::TwoModeBetweenness => "two-mode-betweenness",
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
            Self::Katz => message!("measures-katz"),
            Self::Hits => message!("measures-hits"),
            Self::EffectiveSize => message!("measures-effective-size"),
            Self::Efficiency => message!("measures-efficiency"),
            Self::Eccentricity => message!("measures-eccentricity"),
            Self::TwoModeDegree => message!("measures-two-mode-degree"),
            Self::TwoModeBetweenness => message!("measures-two-mode-betweenness"),
        }
    }

    /// What tie weights do in the measure.
    #[must_use]
    pub fn use_of_weights(self) -> UseOfWeights {
        match self {
            Self::Strength | Self::Eigenvector | Self::Pagerank | Self::Katz | Self::Hits => UseOfWeights::Always,
            Self::Betweenness
            | Self::Closeness
            | Self::Harmonic
            | Self::Constraint
            | Self::Clustering
            | Self::EffectiveSize
            | Self::Efficiency
            | Self::Eccentricity => UseOfWeights::WhereAsked,
            Self::Degree | Self::Works | Self::Core | Self::TwoModeDegree | Self::TwoModeBetweenness => {
                UseOfWeights::Never
            }
        }
    }

    /// Whether it is of works and institutions, which a network of ties alone does not tell.
    #[must_use]
    pub fn needs_works(self) -> bool {
        matches!(self, Self::Works | Self::TwoModeDegree | Self::TwoModeBetweenness)
    }

    /// Whether smaller values rank higher: low constraint means more brokerage, low eccentricity a central place.
    #[must_use]
    pub fn is_ascending(self) -> bool {
        matches!(self, Self::Constraint | Self::Eccentricity)
    }

    /// Definition in one or two sentences for the default options that [`scores`](crate::centrality::measure::scores) takes, or those of
    /// [`weighted_scores`](crate::centrality::measure::weighted_scores); `None` where the label says all.
    #[must_use]
    pub fn definition(self, kind: WorkKind, weighting: Weighting) -> Option<Message> {
        if weighting == Weighting::Weighted
            && let Some(weighted) = self.weighted_definition()
        {
            return Some(weighted);
        }
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
            Self::Katz => message!("measures-katz-definition"),
            Self::Hits => message!("measures-hits-definition"),
            Self::EffectiveSize => message!("measures-effective-size-definition"),
            Self::Efficiency => message!("measures-efficiency-definition"),
            Self::Eccentricity => message!("measures-eccentricity-definition"),
            Self::TwoModeDegree => message!("measures-two-mode-degree-definition", kind = kind),
            Self::TwoModeBetweenness => message!("measures-two-mode-betweenness-definition", kind = kind),
        })
    }

    /// Definition with tie weights; `None` where they play no part or always do.
    fn weighted_definition(self) -> Option<Message> {
        Some(match self {
            Self::Betweenness => message!("measures-betweenness-weighted"),
            Self::Closeness => message!("measures-closeness-weighted"),
            Self::Harmonic => message!("measures-harmonic-weighted"),
            Self::Constraint => message!("measures-constraint-weighted"),
            Self::Clustering => message!("measures-clustering-weighted"),
            Self::EffectiveSize => message!("measures-effective-size-weighted"),
            Self::Efficiency => message!("measures-efficiency-weighted"),
            Self::Eccentricity => message!("measures-eccentricity-weighted"),
            _ => return None,
        })
    }
}

/// What tie weights do in a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UseOfWeights {
    /// Weights play no part.
    Never,
    /// Every tie counts the same, or by its weight where that is asked for.
    WhereAsked,
    /// Ties count by their weight.
    Always,
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
