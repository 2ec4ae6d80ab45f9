//! Measures of a picture: what a reader would trip over, counted without drawing it.

mod contrast;
mod coverage;
mod edges;
mod labels;

use serde::Serialize;

use crate::answer::figure::Figure;

pub use crate::answer::statistics::coverage::CELL_MM;

/// Least contrast of a text with what lies under it (WCAG 2.2, level AA).
pub const TEXT_CONTRAST: f64 = 4.5;

/// Least contrast of a mark or line with the page (WCAG 2.2, level AA).
pub const MARK_CONTRAST: f64 = 3.0;

/// What was counted. All boxes of texts carry the reserve for other fonts, unless told otherwise.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Statistics {
    /// Nodes.
    pub nodes: usize,
    /// Lines that stand for ties; a bundle is one.
    pub edges: usize,
    /// Ties, those of a bundle counted each.
    pub ties: usize,
    /// Pairs of texts whose boxes overlap.
    pub overlapping_labels: usize,
    /// Pairs of a text and a node that it does not belong to, overlapping.
    pub labels_over_foreign_nodes: usize,
    /// Pairs of a text and a mark on which it was not drawn, overlapping: evidence and names over the marks that they
    /// belong to included, and texts over symbols of the legend.
    pub texts_over_marks: usize,
    /// Pairs of nodes that overlap.
    pub overlapping_nodes: usize,
    /// Marks that reach over the frame (texts without reserve).
    pub outside: usize,
    /// Texts crossed by an edge that they do not belong to.
    pub labels_crossed: usize,
    /// Node labels that are nearer to another node than to their own; those with a leader line are not.
    pub labels_nearest_foreign: usize,
    /// Nodes with a name beside or in them.
    pub labels_shown: usize,
    /// Nodes that want one: all.
    pub labels_wanted: usize,
    /// Labels that a line joins to their node.
    pub leader_lines: usize,
    /// Smallest type in points; 0 without text.
    pub smallest_type: f64,
    /// Pairs of edges that cross.
    pub crossings: usize,
    /// Normalised stress of the worst component: mean of (s·d − g)² / g² over its pairs, d the distance on the
    /// page, g the number of ties between, s the best scale. `null` when no two nodes are joined.
    pub stress: Option<f64>,
    /// Area on which two hulls of clusters lie over one another, in square points.
    pub hull_overlap: f64,
    /// Share of 8 mm cells that nothing touches, 0 to 1.
    pub empty_cells: f64,
    /// Least contrast of a text with what lies under it (page, mark or halo); `null` without text.
    pub text_contrast: Option<f64>,
    /// Texts with a contrast under [`TEXT_CONTRAST`].
    pub faint_texts: usize,
    /// Least contrast of a node's mark or a tie's line with the page, opacity left aside; `null` without.
    /// Of pills the name counts, not the rim.
    pub mark_contrast: Option<f64>,
    /// Length of the written file; `null` until told by [`Statistics::written`].
    pub bytes: Option<usize>,
}

impl Statistics {
    /// The same with the length of the file that the figure became.
    #[must_use]
    pub fn written(self, bytes: usize) -> Self {
        Self { bytes: Some(bytes), ..self }
    }
}

/// Measures a figure. O(t² + t·(n + e) + n·(n + e) + e²) for t texts, n nodes and e edges.
#[must_use]
pub fn statistics(figure: &Figure) -> Statistics {
    let texts = figure.texts();
    let labels = labels::LabelBoxes::of(figure, &texts);
    let nodes = figure.nodes();
    let edge_paths = edges::edge_paths(figure);
    let contrasts = contrast::texts(figure);
    Statistics {
        nodes: nodes.len(),
        edges: edge_paths.len(),
        ties: edge_paths.iter().map(|line| line.edge.targets.len()).sum(),
        overlapping_labels: labels.overlapping(),
        labels_over_foreign_nodes: labels.over_foreign_nodes(),
        texts_over_marks: labels.over_marks(figure),
        overlapping_nodes: labels::overlapping_pairs(
            &nodes.iter().map(|(node, _)| node.outline.clone()).collect::<Vec<_>>(),
        ),
        outside: coverage::outside(figure),
        labels_crossed: labels.crossed(&edge_paths),
        labels_nearest_foreign: labels.nearest_foreign(),
        labels_shown: labels.shown(),
        labels_wanted: nodes.len(),
        leader_lines: labels.leaders(),
        smallest_type: texts.iter().map(|(text, _)| text.size).reduce(f64::min).unwrap_or(0.0),
        crossings: edges::crossings(&edge_paths),
        stress: edges::stress(&nodes, &edge_paths),
        hull_overlap: coverage::hull_overlap(figure),
        empty_cells: coverage::empty_cells(figure),
        text_contrast: contrasts.iter().copied().reduce(f64::min),
        faint_texts: contrasts.iter().filter(|contrast| **contrast < TEXT_CONTRAST).count(),
        mark_contrast: contrast::marks(figure),
        bytes: None,
    }
}
