//! Quality measures of a drawing (overlaps, crossings, stress, contrast), computed from its marks without rendering.

mod contrast;
mod coverage;
mod edges;
mod labels;
mod polygon;

use serde::Serialize;

use crate::answer::figure::Figure;
use crate::messages::Statement;

pub use crate::answer::statistics::coverage::CELL_MM;

/// Smallest admissible contrast of a text with its background (WCAG 2.2, level AA).
pub const TEXT_CONTRAST: f64 = 4.5;

/// Smallest admissible contrast of a mark or line with the page (WCAG 2.2, level AA).
pub const MARK_CONTRAST: f64 = 3.0;

/// Quality measures of a figure. Boxes of texts include the reserve for other fonts unless stated otherwise.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Statistics {
    /// Number of nodes.
    pub nodes: usize,
    /// Number of drawn edges; a bundle counts once.
    pub edges: usize,
    /// Number of ties; each tie of a bundle counts.
    pub ties: usize,
    /// Overlapping pairs of texts.
    pub overlapping_labels: usize,
    /// Overlapping pairs of a text and a node that it does not label.
    pub labels_over_foreign_nodes: usize,
    /// Overlapping pairs of a text and a mark outside its own group: includes evidence and names over the marks that
    /// they label, and texts over legend symbols.
    pub texts_over_marks: usize,
    /// Overlapping pairs of nodes.
    pub overlapping_nodes: usize,
    /// Marks that extend beyond the frame (texts without reserve).
    pub outside: usize,
    /// Texts crossed by an edge that they do not label.
    pub labels_crossed: usize,
    /// Node labels nearer to another node than to their own; labels with a leader line are not counted.
    pub labels_nearest_foreign: usize,
    /// Nodes with a label.
    pub labels_shown: usize,
    /// Nodes that need a label: all.
    pub labels_wanted: usize,
    /// Labels with a leader line.
    pub leader_lines: usize,
    /// Smallest font size in points; 0 without text.
    pub smallest_type: f64,
    /// Crossing pairs of edges.
    pub crossings: usize,
    /// Normalised stress of the worst component: mean of (s·d − g)² / g² over its pairs; d: Euclidean distance, g:
    /// graph distance in hops, s: the scale that minimises it. `null` when no two nodes are linked.
    pub stress: Option<f64>,
    /// Intersection area of cluster hulls, summed over all pairs, in square points.
    pub hull_overlap: f64,
    /// Share of empty 8 mm cells, 0 to 1.
    pub empty_cells: f64,
    /// Smallest contrast of a text with its background (page, mark or halo); `null` without text.
    pub text_contrast: Option<f64>,
    /// Texts with a contrast under [`TEXT_CONTRAST`].
    pub faint_texts: usize,
    /// Smallest contrast of a node's mark or an edge with the page, ignoring opacity; `null` without marks. Pills are
    /// not counted: their text is what is read.
    pub mark_contrast: Option<f64>,
    /// Size of the written file in bytes; `null` until set by [`Statistics::written`].
    pub bytes: Option<usize>,
    /// What title, caption, alternative text and notes state, as identifiers of texts and typed arguments.
    pub statements: Vec<Statement>,
}

impl Statistics {
    /// Sets the size of the written file.
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
        statements: figure.metadata().statements.clone(),
    }
}
