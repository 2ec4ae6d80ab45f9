//! Node coordinates: the result of every layout.

use crate::geometry::Point;

/// Coordinates of the nodes of a network, by node index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Coordinates of each node.
    pub points: Vec<Point>,
}

impl Layout {
    /// Bounding box as (minimum, maximum) corner; both the origin without nodes.
    #[must_use]
    pub fn bounds(&self) -> (Point, Point) {
        bounds(&self.points)
    }
}

/// Bounding box of points as (minimum, maximum) corner; both the origin for an empty slice. O(points).
#[must_use]
pub fn bounds(points: &[Point]) -> (Point, Point) {
    let Some(first) = points.first() else {
        return (Point::default(), Point::default());
    };
    points.iter().fold((*first, *first), |(low, high), point| {
        (Point::new(low.x.min(point.x), low.y.min(point.y)), Point::new(high.x.max(point.x), high.y.max(point.y)))
    })
}
