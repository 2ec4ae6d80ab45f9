//! Where a label goes: candidate places around its node, each with a cost.
//!
//! All shapes are upright boxes and straight lines, so that one look at a place is cheap; the boxes of
//! texts carry the reserve for other fonts.

use crate::answer::mark::TextAnchor;
use crate::geometry::{Point, Rect};

/// Gap between a node and its label.
pub const GAP: f64 = 1.6;
/// Cost of leaving the page.
pub const OUTSIDE: f64 = 400.0;
/// Cost of covering fixed text.
pub const OVER_TEXT: f64 = 200.0;
/// Cost of meeting a foreign node; more by the depth.
pub const OVER_NODE: f64 = 60.0;
/// Clearance from foreign nodes below which the label counts as meeting them.
pub const NODE_CLEARANCE: f64 = 0.8;
/// Cost of lying nearer to a foreign node than to the own one.
pub const NEARER_FOREIGN: f64 = 44.0;
/// Cost of a line of the own node under the label.
pub const OVER_OWN_LINE: f64 = 16.0;
/// Cost of a foreign line under the label.
pub const OVER_LINE: f64 = 34.0;
/// Cost of meeting another label.
pub const OVER_LABEL: f64 = 250.0;

/// A place for a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Box of the label.
    pub rect: Rect,
    /// How its lines are aligned in the box.
    pub anchor: TextAnchor,
    /// What the place costs by itself.
    pub cost: f64,
    /// The far end of a line that leads to the label from its node, where it stands away from it.
    pub leader: Option<Point>,
}

/// Direction of a place: sideways and downwards shift in shares of the label, alignment, cost.
const PLACES: [(Side, f64, TextAnchor, f64); 12] = [
    (Side::South, 0.0, TextAnchor::Middle, 0.0),
    (Side::East, 0.0, TextAnchor::Start, 0.3),
    (Side::North, 0.0, TextAnchor::Middle, 0.5),
    (Side::West, 0.0, TextAnchor::End, 0.6),
    (Side::South, 0.25, TextAnchor::Middle, 0.9),
    (Side::SouthEast, 0.0, TextAnchor::Start, 1.0),
    (Side::South, -0.25, TextAnchor::Middle, 1.0),
    (Side::NorthEast, 0.0, TextAnchor::Start, 1.1),
    (Side::North, 0.25, TextAnchor::Middle, 1.1),
    (Side::North, -0.25, TextAnchor::Middle, 1.2),
    (Side::SouthWest, 0.0, TextAnchor::End, 1.3),
    (Side::NorthWest, 0.0, TextAnchor::End, 1.4),
];

#[derive(Clone, Copy)]
enum Side {
    South,
    East,
    North,
    West,
    SouthEast,
    NorthEast,
    SouthWest,
    NorthWest,
}

/// How far the corner of a diagonal place keeps from the centre, as a share of the half extent.
const DIAGONAL: f64 = 0.72;

/// The places of a label `size` (width, height) around a node at `at` that reaches `half` to each side,
/// cheapest first.
pub fn spots(at: Point, half: (f64, f64), size: (f64, f64)) -> impl Iterator<Item = Spot> {
    PLACES.iter().map(move |&(side, shift, anchor, cost)| {
        let (w, h) = size;
        let (rx, ry) = (half.0 + GAP, half.1 + GAP);
        let (dx, dy) = (half.0 * DIAGONAL + GAP * 0.7, half.1 * DIAGONAL + GAP * 0.7);
        let (left, top) = match side {
            Side::South => (at.x - w / 2.0 + shift * w, at.y + ry),
            Side::North => (at.x - w / 2.0 + shift * w, at.y - ry - h),
            Side::East => (at.x + rx, at.y - h / 2.0),
            Side::West => (at.x - rx - w, at.y - h / 2.0),
            Side::SouthEast => (at.x + dx, at.y + dy),
            Side::NorthEast => (at.x + dx, at.y - dy - h),
            Side::SouthWest => (at.x - dx - w, at.y + dy),
            Side::NorthWest => (at.x - dx - w, at.y - dy - h),
        };
        Spot { rect: Rect::new(left, top, left + w, top + h), anchor, cost, leader: None }
    })
}

/// Gap between two boxes; below zero (the lesser depth) where they overlap.
#[must_use]
pub fn gap(a: Rect, b: Rect) -> f64 {
    let dx = (a.left - b.right).max(b.left - a.right);
    let dy = (a.top - b.bottom).max(b.top - a.bottom);
    if dx > 0.0 && dy > 0.0 { (dx * dx + dy * dy).sqrt() } else { dx.max(dy) }
}

/// Whether a segment meets the inside of a box (Liang & Barsky 1984).
#[must_use]
pub fn meets(rect: Rect, from: Point, to: Point) -> bool {
    let beside = from.x.max(to.x) <= rect.left || from.x.min(to.x) >= rect.right;
    if beside || from.y.max(to.y) <= rect.top || from.y.min(to.y) >= rect.bottom {
        return false;
    }
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut enter, mut leave) = (0.0f64, 1.0f64);
    let sides =
        [(-dx, from.x - rect.left), (dx, rect.right - from.x), (-dy, from.y - rect.top), (dy, rect.bottom - from.y)];
    for (step, room) in sides {
        if step == 0.0 {
            if room <= 0.0 {
                return false;
            }
        } else {
            let at = room / step;
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
    fn a_segment_meets_a_box_or_not() {
        let rect = Rect::new(0.0, 0.0, 2.0, 1.0);
        assert!(meets(rect, Point::new(-1.0, 0.5), Point::new(3.0, 0.5)));
        assert!(meets(rect, Point::new(1.0, 0.5), Point::new(1.2, 0.6)));
        assert!(!meets(rect, Point::new(-1.0, 2.0), Point::new(3.0, 2.0)));
        assert!(!meets(rect, Point::new(-1.0, 0.5), Point::new(-0.5, 0.5)));
        assert!(!meets(rect, Point::new(2.0, -1.0), Point::new(2.0, 3.0)), "along a side is outside");
    }

    #[test]
    fn gaps_are_signed() {
        let rect = Rect::new(0.0, 0.0, 2.0, 2.0);
        assert_eq!(gap(rect, Rect::new(5.0, 6.0, 7.0, 8.0)), 5.0);
        assert_eq!(gap(rect, Rect::new(1.5, 0.0, 3.0, 2.0)), -0.5);
    }

    #[test]
    fn no_place_touches_its_node() {
        let at = Point::new(10.0, 20.0);
        for spot in spots(at, (5.0, 5.0), (30.0, 12.0)) {
            let nearest =
                Point::new(at.x.clamp(spot.rect.left, spot.rect.right), at.y.clamp(spot.rect.top, spot.rect.bottom));
            assert!(nearest.distance(at) > 5.0 + 1.0, "{spot:?}");
        }
    }
}
