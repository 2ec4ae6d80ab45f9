//! Node positions of a figure, as input for a later figure with a stable layout.

use std::collections::BTreeMap;

use crate::answer::figure::Figure;
use crate::geometry::Point;

/// Position of one node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodePosition {
    /// Center of the mark in points, in figure coordinates.
    pub at: Point,
    /// Its cluster, 1-based, in views that show clusters.
    pub cluster: Option<usize>,
}

/// Positions of all nodes of a figure by key: ids of institutions, and of works that are nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NodePositions {
    /// Key of the view (`map`, …).
    pub view: String,
    /// Width of the figure in millimetres.
    pub width_mm: f64,
    /// Position of each node.
    pub nodes: BTreeMap<String, NodePosition>,
}

impl NodePositions {
    /// Reads the positions from a figure. O(nodes log nodes).
    #[must_use]
    pub fn of(figure: &Figure) -> Self {
        let position = |node: &crate::answer::mark::NodeMark, group: &crate::answer::mark::MarkGroup| {
            let cluster = group.data.iter().find(|(name, _)| *name == "cluster");
            let cluster = cluster.and_then(|(_, value)| value.parse().ok());
            (node.key.clone(), NodePosition { at: node.outline.bounds().center(), cluster })
        };
        let nodes = figure.nodes().into_iter().map(|(node, group)| position(node, group)).collect();
        Self { view: figure.metadata().view.clone(), width_mm: figure.width_mm(), nodes }
    }

    /// The points without clusters.
    #[must_use]
    pub fn points(&self) -> BTreeMap<String, Point> {
        self.nodes.iter().map(|(key, position)| (key.clone(), position.at)).collect()
    }
}

/// Rounds both coordinates to multiples of `grid`.
#[must_use]
pub fn snap_to_grid(point: Point, grid: f64) -> Point {
    Point::new((point.x / grid).round() * grid, (point.y / grid).round() * grid)
}
