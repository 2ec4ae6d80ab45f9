//! Points in polygons.

use crate::geometry::Point;

/// Point-in-polygon test (even-odd rule). O(corners).
pub(super) fn inside(polygon: &[Point], point: Point) -> bool {
    let mut within = false;
    for (index, a) in polygon.iter().enumerate() {
        let b = polygon[(index + 1) % polygon.len()];
        if (a.y > point.y) != (b.y > point.y) && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y) {
            within = !within;
        }
    }
    within
}
