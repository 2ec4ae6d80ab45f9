//! Which view suits the data: the first of `figures` that a reader can take in.
//!
//! Few works: bipartite, for it shows everything. Else works in time, a dense group as a matrix, one hub as an ego view,
//! and the map for the rest. A path and an arc diagram answer other questions and are never chosen.

use crate::corpus::institution::InstitutionId;
use crate::drawing::matrix;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::network::graph::Network;
use crate::selection::core;

/// A view that can be recommended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Models and institutions in columns.
    Bipartite,
    /// Models by date.
    Timeline,
    /// Who × whom.
    Matrix,
    /// One institution and its partners.
    Ego(InstitutionId),
    /// The partnership map.
    Map,
}

impl View {
    /// The word that asks for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bipartite => "bipartite",
            Self::Timeline => "timeline",
            Self::Matrix => "matrix",
            Self::Ego(_) => "ego",
            Self::Map => "map",
        }
    }
}

/// A view with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The view.
    pub view: View,
    /// Why, in English.
    pub why: &'static str,
    /// Why, in Korean.
    pub why_ko: &'static str,
}

/// Most works and institutions of a readable two-mode figure.
const FEW: (usize, usize) = (40, 40);
/// Most works and institutions of a timeline at full width and in one column.
const IN_TIME: (usize, usize) = (50, 36);
const IN_TIME_NARROW: (usize, usize) = (14, 36);
/// Most partners around a hub.
const AROUND: usize = 12;
/// Most institutions of a map.
const MAPPED: usize = 300;
/// Density and size of a group from which on a matrix says more than lines.
const DENSE: f64 = 0.35;
const CLIQUE: usize = 6;

/// The view for a network on a page of a width in millimetres. O(works + ties).
#[must_use]
pub fn view(network: &Network<'_>, width_mm: f64) -> Advice {
    let corpus = network.corpus();
    let narrow = width_mm < NARROW_BELOW_MM;
    let (works, institutions) = (corpus.work_count(), corpus.institution_count());
    let tied: Vec<usize> = (0..network.node_count()).filter(|&node| network.adjacency().degree(node) > 0).collect();
    let is_of_models = corpus.is_of_models();
    let told = |view, why, why_ko| Advice { view, why, why_ko };
    if works > 0 && works <= FEW.0 && institutions <= FEW.1 {
        return told(
            View::Bipartite,
            "few enough to show every work and who built it",
            if is_of_models {
                "모든 모델과 만든 기관을 다 보일 만큼 적다"
            } else {
                "모든 문헌과 참여 기관을 다 보일 만큼 적다"
            },
        );
    }
    let rows = if narrow { matrix::MOST_NARROW } else { matrix::MOST_WIDE };
    if (CLIQUE..=rows).contains(&tied.len()) && is_dense(network, tied.len()) {
        return told(
            View::Matrix,
            "so many of the pairs work together that lines would cross everywhere",
            "대부분이 서로 협력해 선으로 그리면 모두 엇갈린다",
        );
    }
    if let Some(hub) = hub(network, &tied) {
        return told(View::Ego(hub), "one institution is part of every partnership", "모든 협력에 한 기관이 들어 있다");
    }
    let most = if narrow { IN_TIME_NARROW } else { IN_TIME };
    let dated = corpus.work_ids().filter(|&work| corpus.date(work).is_some()).count();
    if works > 0 && works <= most.0 && institutions <= most.1 && 2 * dated > works {
        return told(
            View::Timeline,
            "too many works for columns of names, few enough for a column each by date",
            if is_of_models {
                "이분 그래프에는 모델이 많고, 날짜순 세로줄로는 다 보일 만하다"
            } else {
                "이분 그래프에는 문헌이 많고, 날짜순 세로줄로는 다 보일 만하다"
            },
        );
    }
    if works == 0 && tied.len() <= MAPPED {
        return told(
            View::Map,
            "the data state ties between institutions, without works",
            "이 자료에는 기관 사이의 관계만 있다",
        );
    }
    if tied.len() <= MAPPED {
        return told(
            View::Map,
            "too many works to show each, few enough institutions to show who works with whom",
            if is_of_models {
                "모델을 다 보이기에는 많고 누가 누구와 협력하는지는 보일 만하다"
            } else {
                "문헌을 다 보이기에는 많고 누가 누구와 협력하는지는 보일 만하다"
            },
        );
    }
    told(
        View::Map,
        "its strongest part, for there are more institutions than a page holds",
        "한 쪽에 담기에는 기관이 많아 가장 강하게 이어진 부분을 보인다",
    )
}

/// Whether more than a third of the pairs have a tie, or a core as tight as a clique of six is most of it.
fn is_dense(network: &Network<'_>, tied: usize) -> bool {
    let pairs = tied * tied.saturating_sub(1) / 2;
    let tight = core::select(network, CLIQUE - 1).nodes.len();
    network.tie_count() as f64 > DENSE * pairs.max(1) as f64 || 2 * tight > tied
}

/// The one end that all ties share, if they are few enough to stand around it.
fn hub(network: &Network<'_>, tied: &[usize]) -> Option<InstitutionId> {
    let hub = tied.iter().copied().find(|&node| network.adjacency().degree(node) == network.tie_count())?;
    ((3..=AROUND).contains(&network.tie_count())).then(|| network.institution(hub)).flatten()
}
