//! Registry of the centrality measures: key, label and definition in English and Korean.

use crate::centrality::scores::Scores;
use crate::centrality::{
    betweenness, closeness, clustering, constraint, core_number, degree, eigenvector, harmonic, pagerank, strength,
    works,
};
use crate::network::graph::Network;

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

    /// English and Korean label.
    #[must_use]
    pub fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Degree => ("partners", "협력 기관 수"),
            Self::Strength => ("total link strength", "총 연결 강도"),
            Self::Works => ("works", "성과물 수"),
            Self::Betweenness => ("betweenness", "매개 중심성"),
            Self::Closeness => ("closeness", "근접 중심성"),
            Self::Harmonic => ("harmonic centrality", "조화 중심성"),
            Self::Eigenvector => ("eigenvector centrality", "고유벡터 중심성"),
            Self::Pagerank => ("PageRank", "페이지랭크"),
            Self::Core => ("core number", "코어 수"),
            Self::Constraint => ("constraint", "구조적 제약"),
            Self::Clustering => ("clustering coefficient", "군집 계수"),
        }
    }

    /// Definition in one sentence, in English and Korean, for the default options that [`scores`] takes.
    #[must_use]
    pub fn definition(self) -> (&'static str, &'static str) {
        match self {
            Self::Degree => {
                ("How many different institutions it has worked with.", "함께 작업한 서로 다른 기관의 수다.")
            }
            Self::Strength => {
                ("The weights of all its ties added up.", "그 기관이 맺은 모든 연결의 가중치를 더한 값이다.")
            }
            Self::Works => {
                ("How many works it took part in, alone or with others.", "단독이든 공동이든 참여한 성과물의 수다.")
            }
            Self::Betweenness => (
                "The share of all pairs of other institutions that are linked by shortest paths through it, each pair \
                 shared out among its shortest paths; weights play no part.",
                "다른 모든 기관 쌍 가운데 그 기관을 지나는 최단 경로로 이어지는 비율이며, 최단 경로가 여럿이면 나누어 \
                 세고 가중치는 쓰지 않는다.",
            ),
            Self::Closeness => (
                "The inverse of its mean distance to the institutions it can reach, times the share of institutions \
                 it can reach.",
                "닿을 수 있는 기관까지의 평균 거리의 역수에, 닿을 수 있는 기관의 비율을 곱한 값이다.",
            ),
            Self::Harmonic => (
                "The sum of the inverse distances to all others; those out of reach add nothing.",
                "다른 모든 기관까지의 거리의 역수를 더한 값이며, 닿을 수 없는 기관은 0으로 센다.",
            ),
            Self::Eigenvector => (
                "High when its partners are central themselves, weighted by tie; the highest is 1.",
                "중심에 있는 기관과 강하게 이어질수록 커지며, 가장 큰 값이 1이다.",
            ),
            Self::Pagerank => (
                "The share of time a random walk along weighted ties spends there (damping 0.85); all add up to 1.",
                "가중치를 따라 무작위로 옮겨 다닐 때 그 기관에 머무는 시간의 비율이며(감쇠 0.85), 모두 더하면 1이다.",
            ),
            Self::Core => (
                "The largest k such that it belongs to a group in which everybody has at least k partners.",
                "모두가 적어도 k개의 협력 기관을 가진 집단에 속할 수 있는 가장 큰 k다.",
            ),
            Self::Constraint => (
                "How far its partners are also partners of each other (Burt), every tie counting the same; low values \
                 mark brokers, and isolates have none.",
                "협력 기관끼리도 서로 이어진 정도로(버트) 모든 연결을 똑같이 세며, 낮을수록 중개자에 가깝고 고립 \
                 기관에는 값이 없다.",
            ),
            Self::Clustering => (
                "The share of pairs of its partners that are partners too; not defined below two partners.",
                "협력 기관 쌍 가운데 서로도 협력한 쌍의 비율이며, 협력 기관이 둘 미만이면 정의되지 않는다.",
            ),
        }
    }
}

/// Scores of a measure with its default options.
#[must_use]
pub fn scores(network: &Network<'_>, measure: Measure) -> Scores {
    match measure {
        Measure::Degree => degree::scores(network, &degree::Options::default()),
        Measure::Strength => strength::scores(network, &strength::Options::default()),
        Measure::Works => works::scores(network, &works::Options::default()),
        Measure::Betweenness => betweenness::scores(network, &betweenness::Options::default()),
        Measure::Closeness => closeness::scores(network, &closeness::Options::default()),
        Measure::Harmonic => harmonic::scores(network, &harmonic::Options::default()),
        Measure::Eigenvector => eigenvector::scores(network, &eigenvector::Options::default()),
        Measure::Pagerank => pagerank::scores(network, &pagerank::Options::default()),
        Measure::Core => core_number::scores(network, &core_number::Options::default()),
        Measure::Constraint => constraint::scores(network, &constraint::Options::default()),
        Measure::Clustering => clustering::scores(network, &clustering::Options::default()),
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
