//! Where the nodes of a figure stand: what is needed to draw the next one like it.

use std::collections::BTreeMap;

use crate::answer::figure::Figure;
use crate::geometry::Point;

/// Where one node stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Its centre in points, from the corner within the margins.
    pub at: Point,
    /// Its cluster, 1-based, in views that show clusters.
    pub cluster: Option<usize>,
}

/// The places of all nodes of a figure by their keys: ids of institutions, and those of works that are nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// The view (`map`, …).
    pub view: String,
    /// Width of the figure in millimetres.
    pub width_mm: f64,
    /// Where each stands.
    pub spots: BTreeMap<String, Spot>,
}

impl Places {
    /// The places of a figure. O(nodes log nodes).
    #[must_use]
    pub fn of(figure: &Figure) -> Self {
        let spot = |node: &crate::answer::mark::Node, group: &crate::answer::mark::Group| {
            let cluster = group.data.iter().find(|(name, _)| *name == "cluster");
            let cluster = cluster.and_then(|(_, value)| value.parse().ok());
            (node.key.clone(), Spot { at: node.outline.bounds().center(), cluster })
        };
        let spots = figure.nodes().into_iter().map(|(node, group)| spot(node, group)).collect();
        Self { view: figure.head().view.clone(), width_mm: figure.width_mm(), spots }
    }

    /// The points alone.
    #[must_use]
    pub fn points(&self) -> BTreeMap<String, Point> {
        self.spots.iter().map(|(key, spot)| (key.clone(), spot.at)).collect()
    }
}

/// A point on the grid of a hundredth that figures are written on.
#[must_use]
pub fn snapped(point: Point, grid: f64) -> Point {
    Point::new((point.x / grid).round() * grid, (point.y / grid).round() * grid)
}
