//! Label candidates: positions around a node, each with a cost (point-feature label placement).
//!
//! All shapes are axis-parallel rectangles and line segments, so that a candidate is cheap to test; the boxes of texts
//! include the reserve for wider fonts.

use crate::answer::mark::TextAnchor;
use crate::geometry::{Point, Rect};

/// Gap between a node and its label, in points.
pub const GAP: f64 = 1.6;
/// Cost of leaving the page.
pub const OUTSIDE: f64 = 400.0;
/// Cost of covering fixed text.
pub const OVER_TEXT: f64 = 200.0;
/// Cost of overlapping another node; grows with the depth.
pub const OVER_NODE: f64 = 60.0;
/// Clearance from other nodes, in points, below which a label counts as overlapping.
pub const NODE_CLEARANCE: f64 = 0.8;
/// Cost of lying nearer to another node than to its own.
pub const NEARER_FOREIGN: f64 = 44.0;
/// Cost of covering an edge of its own node.
pub const OVER_OWN_LINE: f64 = 16.0;
/// Cost of covering another edge.
pub const OVER_LINE: f64 = 34.0;
/// Cost of overlapping another label.
pub const OVER_LABEL: f64 = 250.0;

/// Candidate position of a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelCandidate {
    /// Box of the label.
    pub rect: Rect,
    /// Alignment of its lines in the box.
    pub anchor: TextAnchor,
    /// Cost of the position, before overlaps.
    pub cost: f64,
    /// End of the leader line from the node, for a label at a distance.
    pub leader: Option<Point>,
}

/// Candidate positions: direction, shift in shares of the label's width, alignment, cost.
const POSITIONS: [(Compass, f64, TextAnchor, f64); 12] = [
    (Compass::South, 0.0, TextAnchor::Middle, 0.0),
    (Compass::East, 0.0, TextAnchor::Start, 0.3),
    (Compass::North, 0.0, TextAnchor::Middle, 0.5),
    (Compass::West, 0.0, TextAnchor::End, 0.6),
    (Compass::South, 0.25, TextAnchor::Middle, 0.9),
    (Compass::SouthEast, 0.0, TextAnchor::Start, 1.0),
    (Compass::South, -0.25, TextAnchor::Middle, 1.0),
    (Compass::NorthEast, 0.0, TextAnchor::Start, 1.1),
    (Compass::North, 0.25, TextAnchor::Middle, 1.1),
    (Compass::North, -0.25, TextAnchor::Middle, 1.2),
    (Compass::SouthWest, 0.0, TextAnchor::End, 1.3),
    (Compass::NorthWest, 0.0, TextAnchor::End, 1.4),
];

#[derive(Clone, Copy)]
enum Compass {
    South,
    East,
    North,
    West,
    SouthEast,
    NorthEast,
    SouthWest,
    NorthWest,
}

/// Distance of a diagonal position's corner from the centre, as a share of the half extent.
const DIAGONAL: f64 = 0.72;

/// Candidates of a label of `size` (width, height) around a node at `at` with half extents `half`, by ascending cost.
pub fn candidates(at: Point, half: (f64, f64), size: (f64, f64)) -> impl Iterator<Item = LabelCandidate> {
    POSITIONS.iter().map(move |&(side, shift, anchor, cost)| {
        let (w, h) = size;
        let (rx, ry) = (half.0 + GAP, half.1 + GAP);
        let (dx, dy) = (half.0 * DIAGONAL + GAP * 0.7, half.1 * DIAGONAL + GAP * 0.7);
        let (left, top) = match side {
            Compass::South => (at.x - w / 2.0 + shift * w, at.y + ry),
            Compass::North => (at.x - w / 2.0 + shift * w, at.y - ry - h),
            Compass::East => (at.x + rx, at.y - h / 2.0),
            Compass::West => (at.x - rx - w, at.y - h / 2.0),
            Compass::SouthEast => (at.x + dx, at.y + dy),
            Compass::NorthEast => (at.x + dx, at.y - dy - h),
            Compass::SouthWest => (at.x - dx - w, at.y + dy),
            Compass::NorthWest => (at.x - dx - w, at.y - dy - h),
        };
        LabelCandidate { rect: Rect::new(left, top, left + w, top + h), anchor, cost, leader: None }
    })
}

/// Signed distance of two boxes: negative, by the smaller penetration depth, where they overlap.
#[must_use]
pub fn signed_distance(a: Rect, b: Rect) -> f64 {
    let dx = (a.left - b.right).max(b.left - a.right);
    let dy = (a.top - b.bottom).max(b.top - a.bottom);
    if dx > 0.0 && dy > 0.0 { (dx * dx + dy * dy).sqrt() } else { dx.max(dy) }
}

/// Whether a segment intersects the interior of a box (Liang & Barsky 1984).
#[must_use]
pub fn intersects_segment(rect: Rect, from: Point, to: Point) -> bool {
    let outside = from.x.max(to.x) <= rect.left || from.x.min(to.x) >= rect.right;
    if outside || from.y.max(to.y) <= rect.top || from.y.min(to.y) >= rect.bottom {
        return false;
    }
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut enter, mut leave) = (0.0f64, 1.0f64);
    let sides =
        [(-dx, from.x - rect.left), (dx, rect.right - from.x), (-dy, from.y - rect.top), (dy, rect.bottom - from.y)];
    for (step, offset) in sides {
        if step == 0.0 {
            if offset <= 0.0 {
                return false;
            }
        } else {
            let at = offset / step;
            if step < 0.0 {
                enter = enter.max(at)
            } else {
                leave = leave.min(at)
            }
            if enter >= leave {
                return false;
            }
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segment_rectangle_intersection() {
        let rect = Rect::new(0.0, 0.0, 2.0, 1.0);
        assert!(intersects_segment(rect, Point::new(-1.0, 0.5), Point::new(3.0, 0.5)));
        assert!(intersects_segment(rect, Point::new(1.0, 0.5), Point::new(1.2, 0.6)));
        assert!(!intersects_segment(rect, Point::new(-1.0, 2.0), Point::new(3.0, 2.0)));
        assert!(!intersects_segment(rect, Point::new(-1.0, 0.5), Point::new(-0.5, 0.5)));
        assert!(!intersects_segment(rect, Point::new(2.0, -1.0), Point::new(2.0, 3.0)), "along a side is outside");
    }

    #[test]
    fn distances_are_signed() {
        let rect = Rect::new(0.0, 0.0, 2.0, 2.0);
        assert_eq!(signed_distance(rect, Rect::new(5.0, 6.0, 7.0, 8.0)), 5.0);
        assert_eq!(signed_distance(rect, Rect::new(1.5, 0.0, 3.0, 2.0)), -0.5);
    }

    #[test]
    fn candidates_clear_their_node() {
        let at = Point::new(10.0, 20.0);
        for candidate in candidates(at, (5.0, 5.0), (30.0, 12.0)) {
            let nearest = Point::new(
                at.x.clamp(candidate.rect.left, candidate.rect.right),
                at.y.clamp(candidate.rect.top, candidate.rect.bottom),
            );
            assert!(nearest.distance(at) > 5.0 + 1.0, "{candidate:?}");
        }
    }
}
