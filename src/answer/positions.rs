//! Where the nodes of a figure stand: what is needed to draw the next one like it.

use std::collections::BTreeMap;

use crate::answer::figure::Figure;
use crate::geometry::Point;

/// Where one node stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodePosition {
    /// Its centre in points, from the corner within the margins.
    pub at: Point,
    /// Its cluster, 1-based, in views that show clusters.
    pub cluster: Option<usize>,
}

/// The places of all nodes of a figure by their keys: ids of institutions, and those of works that are nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NodePositions {
    /// The view (`map`, …).
    pub view: String,
    /// Width of the figure in millimetres.
    pub width_mm: f64,
    /// Where each stands.
    pub nodes: BTreeMap<String, NodePosition>,
}

impl NodePositions {
    /// The places of a figure. O(nodes log nodes).
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

    /// The points alone.
    #[must_use]
    pub fn points(&self) -> BTreeMap<String, Point> {
        self.nodes.iter().map(|(key, position)| (key.clone(), position.at)).collect()
    }
}

/// A point on the grid of a hundredth that figures are written on.
#[must_use]
pub fn snap_to_grid(point: Point, grid: f64) -> Point {
    Point::new((point.x / grid).round() * grid, (point.y / grid).round() * grid)
}
