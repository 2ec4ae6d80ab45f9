//! The value of this room: a point for each node.

use crate::geometry::Point;

/// Where the nodes of a network lie: one point a node, in the order of the nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Position of each node.
    pub points: Vec<Point>,
}

impl Layout {
    /// Smallest and largest corner of all points; both the origin when there are none.
    #[must_use]
    pub fn bounds(&self) -> (Point, Point) {
        bounds(&self.points)
    }
}

/// Smallest and largest corner of points; both the origin when there are none.
#[must_use]
pub fn bounds(points: &[Point]) -> (Point, Point) {
    let Some(first) = points.first() else {
        return (Point::default(), Point::default());
    };
    points.iter().fold((*first, *first), |(low, high), point| {
        (Point::new(low.x.min(point.x), low.y.min(point.y)), Point::new(high.x.max(point.x), high.y.max(point.y)))
    })
}
