//! Recommendation of a view for a network.
//!
//! In this order: bipartite for few works and institutions, a matrix for a dense network, the ego view for a star, a
//! timeline for dated works, and the map otherwise. The path view and the arc diagram answer other questions and are
//! never recommended.

use crate::corpus::institution::InstitutionId;
use crate::drawing::matrix;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::network::graph::Network;
use crate::selection::core;

/// View that can be recommended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecommendedView {
    /// Works and institutions in columns.
    Bipartite,
    /// Works by date.
    Timeline,
    /// Adjacency matrix.
    Matrix,
    /// Ego view of an institution.
    Ego(InstitutionId),
    /// Collaboration map.
    Map,
}

impl RecommendedView {
    /// Name of the view on the command line.
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

/// Recommended view with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// View.
    pub view: RecommendedView,
    /// Reason in English.
    pub reason: &'static str,
    /// Reason in Korean.
    pub reason_ko: &'static str,
}

/// Largest numbers of works and institutions of a bipartite view.
const MAX_BIPARTITE: (usize, usize) = (40, 40);
/// Largest numbers of works and institutions of a timeline, at full width and in one column.
const MAX_TIMELINE: (usize, usize) = (50, 36);
const MAX_TIMELINE_NARROW: (usize, usize) = (14, 36);
/// Largest number of partners in the ego view of a star.
const MAX_HUB_PARTNERS: usize = 12;
/// Largest number of institutions on a map without selection.
const MAX_MAP: usize = 300;
/// Smallest density (ties over pairs) of a matrix, and smallest clique: a network is dense as well when the core of
/// that clique's degree holds most of it.
const MIN_DENSITY: f64 = 0.35;
const MIN_CLIQUE: usize = 6;

/// Recommended view for a page `width_mm` wide. O(works + ties).
#[must_use]
pub fn view(network: &Network<'_>, width_mm: f64) -> Advice {
    let corpus = network.corpus();
    let narrow = width_mm < NARROW_BELOW_MM;
    let (works, institutions) = (corpus.works_len(), corpus.institutions_len());
    let tied: Vec<usize> = (0..network.nodes_len()).filter(|&node| network.adjacency().degree(node) > 0).collect();
    let is_of_models = corpus.is_of_models();
    let advice = |view, reason, reason_ko| Advice { view, reason, reason_ko };
    if works > 0 && works <= MAX_BIPARTITE.0 && institutions <= MAX_BIPARTITE.1 {
        return advice(
            RecommendedView::Bipartite,
            "few enough to show every work and who built it",
            if is_of_models {
                "모든 모델과 만든 기관을 다 보일 만큼 적다"
            } else {
                "모든 문헌과 참여 기관을 다 보일 만큼 적다"
            },
        );
    }
    let rows = if narrow { matrix::MAX_ROWS_NARROW } else { matrix::MAX_ROWS_WIDE };
    if (MIN_CLIQUE..=rows).contains(&tied.len()) && is_dense(network, tied.len()) {
        return advice(
            RecommendedView::Matrix,
            "so many of the pairs work together that lines would cross everywhere",
            "대부분이 서로 협력해 선으로 그리면 모두 엇갈린다",
        );
    }
    if let Some(hub) = hub(network, &tied) {
        return advice(
            RecommendedView::Ego(hub),
            "one institution is part of every partnership",
            "모든 협력에 한 기관이 들어 있다",
        );
    }
    let limits = if narrow { MAX_TIMELINE_NARROW } else { MAX_TIMELINE };
    let dated = corpus.work_ids().filter(|&work| corpus.date(work).is_some()).count();
    if works > 0 && works <= limits.0 && institutions <= limits.1 && 2 * dated > works {
        return advice(
            RecommendedView::Timeline,
            "too many works for columns of names, few enough for a column each by date",
            if is_of_models {
                "이분 그래프에는 모델이 많고, 날짜순 세로줄로는 다 보일 만하다"
            } else {
                "이분 그래프에는 문헌이 많고, 날짜순 세로줄로는 다 보일 만하다"
            },
        );
    }
    if works == 0 && tied.len() <= MAX_MAP {
        return advice(
            RecommendedView::Map,
            "the data state ties between institutions, without works",
            "이 자료에는 기관 사이의 관계만 있다",
        );
    }
    if tied.len() <= MAX_MAP {
        return advice(
            RecommendedView::Map,
            "too many works to show each, few enough institutions to show who works with whom",
            if is_of_models {
                "모델을 다 보이기에는 많고 누가 누구와 협력하는지는 보일 만하다"
            } else {
                "문헌을 다 보이기에는 많고 누가 누구와 협력하는지는 보일 만하다"
            },
        );
    }
    advice(
        RecommendedView::Map,
        "its strongest part, for there are more institutions than a page holds",
        "한 쪽에 담기에는 기관이 많아 가장 강하게 이어진 부분을 보인다",
    )
}

/// Whether the density exceeds [`MIN_DENSITY`], or more than half of the tied institutions are in the ([`MIN_CLIQUE`]
/// − 1)-core.
fn is_dense(network: &Network<'_>, tied: usize) -> bool {
    let pairs = tied * tied.saturating_sub(1) / 2;
    let tight = core::select(network, MIN_CLIQUE - 1).nodes.len();
    network.ties_len() as f64 > MIN_DENSITY * pairs.max(1) as f64 || 2 * tight > tied
}

/// Centre of a star with 3 to [`MAX_HUB_PARTNERS`] leaves; `None` for other networks.
fn hub(network: &Network<'_>, tied: &[usize]) -> Option<InstitutionId> {
    let hub = tied.iter().copied().find(|&node| network.adjacency().degree(node) == network.ties_len())?;
    ((3..=MAX_HUB_PARTNERS).contains(&network.ties_len())).then(|| network.institution(hub)).flatten()
}
