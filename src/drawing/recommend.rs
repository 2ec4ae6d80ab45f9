//! Recommendation of a view for a network.
//!
//! In this order: bipartite for few works and institutions, a matrix for a dense network, the ego view for a star, a
//! timeline for dated works, and the map otherwise. The path view and the arc diagram answer other questions and are
//! never recommended.

use crate::corpus::institution::InstitutionId;
use crate::drawing::matrix;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::message;
use crate::messages::Message;
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
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// View.
    pub view: RecommendedView,
    /// Reason.
    pub reason: Message,
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
    let (works, institutions) = (corpus.work_count(), corpus.institution_count());
    let tied: Vec<usize> = (0..network.node_count()).filter(|&node| network.adjacency().degree(node) > 0).collect();
    let kind = corpus.work_kind();
    let advice = |view, reason| Advice { view, reason };
    if works > 0 && works <= MAX_BIPARTITE.0 && institutions <= MAX_BIPARTITE.1 {
        return advice(RecommendedView::Bipartite, message!("figures-advice-bipartite", kind = kind));
    }
    let rows = if narrow { matrix::MAX_ROWS_NARROW } else { matrix::MAX_ROWS_WIDE };
    if (MIN_CLIQUE..=rows).contains(&tied.len()) && is_dense(network, tied.len()) {
        return advice(RecommendedView::Matrix, message!("figures-advice-matrix"));
    }
    if let Some(hub) = hub(network, &tied) {
        return advice(RecommendedView::Ego(hub), message!("figures-advice-ego"));
    }
    let limits = if narrow { MAX_TIMELINE_NARROW } else { MAX_TIMELINE };
    let dated = corpus.work_ids().filter(|&work| corpus.date(work).is_some()).count();
    if works > 0 && works <= limits.0 && institutions <= limits.1 && 2 * dated > works {
        return advice(RecommendedView::Timeline, message!("figures-advice-timeline", kind = kind));
    }
    let reason = match (tied.len() <= MAX_MAP, works) {
        (true, 0) => message!("figures-advice-map-ties"),
        (true, _) => message!("figures-advice-map", kind = kind),
        (false, _) => message!("figures-advice-map-selection"),
    };
    advice(RecommendedView::Map, reason)
}

/// Whether the density exceeds [`MIN_DENSITY`], or more than half of the tied institutions are in the ([`MIN_CLIQUE`]
/// − 1)-core.
fn is_dense(network: &Network<'_>, tied: usize) -> bool {
    let pairs = tied * tied.saturating_sub(1) / 2;
    let tight = core::select(network, MIN_CLIQUE - 1).nodes.len();
    network.tie_count() as f64 > MIN_DENSITY * pairs.max(1) as f64 || 2 * tight > tied
}

/// Centre of a star with 3 to [`MAX_HUB_PARTNERS`] leaves; `None` for other networks.
fn hub(network: &Network<'_>, tied: &[usize]) -> Option<InstitutionId> {
    let hub = tied.iter().copied().find(|&node| network.adjacency().degree(node) == network.tie_count())?;
    ((3..=MAX_HUB_PARTNERS).contains(&network.tie_count())).then(|| network.institution(hub)).flatten()
}
