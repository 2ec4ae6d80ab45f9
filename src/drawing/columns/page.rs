//! Layout of the page of a bipartite view.

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::drawing::columns::content::BipartiteContent;
use crate::drawing::columns::fit::{ColumnFit, radius, shown_works};
use crate::drawing::frame::Options;
use crate::geometry::{Point, Rect};

/// Layout of the page, read by edges, works and institutions.
pub struct BipartitePage<'p> {
    /// Corpus.
    pub corpus: &'p Corpus,
    /// Works and institutions drawn.
    pub content: &'p BipartiteContent,
    /// Theme, type sizes and language.
    pub options: &'p Options,
    /// Horizontal layout.
    pub fit: ColumnFit,
    /// Blocks from top to bottom.
    pub blocks: Vec<usize>,
    /// Outer nodes from top to bottom, left and right, as indices into the content's columns.
    pub outer: [Vec<usize>; 2],
    /// Box of each work of each block.
    pub boxes: Vec<Vec<Rect>>,
    /// Y of the centre of each outer node.
    pub middles: [Vec<f64>; 2],
}

impl BipartitePage<'_> {
    /// Ids of the institutions of a side: 0 left, 1 right.
    #[must_use]
    pub fn side(&self, side: usize) -> &[InstitutionId] {
        if side == 0 { &self.content.left } else { &self.content.right }
    }

    /// Centre and radius of an institution's mark.
    #[must_use]
    pub fn node(&self, side: usize, index: usize) -> (Point, f64) {
        let r = radius(self.options).of(shown_works(self.content, self.side(side)[index]));
        (Point::new(self.fit.nodes[side], self.middles[side][index]), r)
    }

    /// Bounding box of a block.
    #[must_use]
    pub fn block_box(&self, block: usize) -> Rect {
        let boxes = &self.boxes[block];
        boxes.iter().copied().reduce(Rect::union).unwrap_or_default()
    }
}
