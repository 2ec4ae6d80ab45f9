//! Content of an overview map before it is drawn.

use crate::answer::positions::NodePositions;
use crate::corpus::institution::Names;
use crate::drawing::encoding::{Stroke, TIE_WIDTH_MAX, TIE_WIDTH_MIN};
use crate::drawing::frame::Options;
use crate::drawing::labels::LabelCandidate;
use crate::drawing::map::mark_encoding::MarkEncoding;
use crate::drawing::map::newcomers::Newcomers;
use crate::drawing::map::overview_graph::OverviewGraph;
use crate::geometry::Point;
use crate::messages::Message;
use crate::network::graph::Network;
use std::collections::BTreeMap;

/// Stroke widths of ties of joint works within clusters and between them.
const STROKES: [Stroke; 2] = [
    Stroke { slope: 0.5, base: 0.1, min: TIE_WIDTH_MIN, max: TIE_WIDTH_MAX },
    Stroke { slope: 0.45, base: 0.0, min: TIE_WIDTH_MIN, max: TIE_WIDTH_MAX },
];

/// An overview with its layout; per-node fields by index into the graph.
pub(crate) struct Overview<'w> {
    pub(crate) network: &'w Network<'w>,
    pub(crate) options: &'w Options,
    pub(crate) graph: OverviewGraph,
    pub(crate) clusters: Vec<Vec<usize>>,
    pub(crate) cluster: Vec<usize>,
    /// Resolution of the modularity of the clusters.
    pub(crate) resolution: Option<f64>,
    pub(crate) radii: Vec<f64>,
    pub(crate) names: Vec<String>,
    /// Label of each node: its name, truncated to its maximum width, after the number of a grey cluster.
    pub(crate) label_texts: Vec<String>,
    pub(crate) points: Vec<Point>,
    pub(crate) labels: Vec<Option<LabelCandidate>>,
    /// Whether a subgraph was chosen, whose largest component need not be that of the network.
    pub(crate) is_subgraph: bool,
    /// Caption notes on what was chosen and excluded.
    pub(crate) excluded: Vec<Message>,
    /// Fixed positions by the keys of institutions; `None`: computed positions.
    pub(crate) fixed_positions: Option<&'w BTreeMap<String, Point>>,
    /// Whether these keep their directions and one scale.
    pub(crate) is_upright: bool,
    /// Positions of an earlier figure, which are kept.
    pub(crate) previous: Option<&'w NodePositions>,
    /// Institutions that the earlier figure has not.
    pub(crate) newcomers: Newcomers,
    /// Sizes and colours that were asked for.
    pub(crate) encoding: MarkEncoding,
    /// Clusters without a hull, as it would overlap others.
    pub(crate) without_hull: Vec<usize>,
}

impl Overview<'_> {
    /// Names of the institution of a node.
    pub(crate) fn institution_names(&self, node: usize) -> &Names {
        &self.network.corpus().institution(self.graph.nodes[node]).names
    }

    /// Stroke widths of ties within clusters and between them; on a scale of their own where no tie has works.
    pub(crate) fn strokes(&self) -> [Stroke; 2] {
        let ties = &self.graph.ties;
        let largest = ties.iter().map(|tie| tie.joint).fold(0.0, f64::max);
        STROKES.map(|stroke| stroke.for_largest(largest))
    }

    pub(crate) fn key(&self, node: usize) -> &str {
        &self.network.corpus().institution(self.graph.nodes[node]).id
    }
}
