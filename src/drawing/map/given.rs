//! Marks at given places, brought to the page.

use std::collections::BTreeMap;

use crate::geometry::{Point, Rect};
use crate::layout::overlap;
use crate::layout::points::bounds;

/// Gap between marks, in points.
const GAP: f64 = 3.5;
/// Rounds of parting marks and keeping them on the page.
const ROUNDS: usize = 12;

/// The places of marks by key, stretched into a page and parted; marks without a place begin in the middle.
/// Sideways all stay within the page. O(rounds · marks²).
pub(crate) fn fitted(
    places: &BTreeMap<String, Point>,
    keys: &[String],
    halves: &[(f64, f64)],
    page: Rect,
) -> Vec<Point> {
    let known: Vec<Point> = keys.iter().filter_map(|key| places.get(key).copied()).collect();
    let (low, high) = bounds(&known);
    let most = halves.iter().fold((0.0f64, 0.0f64), |most, half| (most.0.max(half.0), most.1.max(half.1)));
    let scale = |room: f64, extent: f64| if extent > 1e-6 { room.max(1.0) / extent } else { 1.0 };
    let sx = scale(page.width() - 2.0 * most.0, high.x - low.x);
    let sy = scale(page.height() - 2.0 * most.1, high.y - low.y);
    // Rings stay round unless the page is much lower than they are.
    let sy = sy.min(sx * 1.25);
    let sx = sx.min(sy * 2.5);
    let (middle, centre) = (Point::new((low.x + high.x) / 2.0, (low.y + high.y) / 2.0), page.center());
    let at = |key: &String| {
        let place = places.get(key).copied().unwrap_or(middle);
        Point::new(centre.x + (place.x - middle.x) * sx, centre.y + (place.y - middle.y) * sy)
    };
    let mut points: Vec<Point> = keys.iter().map(at).collect();
    for _ in 0..ROUNDS {
        let outcome = overlap::remove(&mut points, halves, GAP, 60);
        let mut moved = false;
        for (point, half) in points.iter_mut().zip(halves) {
            let (least, most) = (page.left + half.0, page.right - half.0);
            let x = if least <= most { point.x.clamp(least, most) } else { centre.x };
            moved |= x != point.x;
            point.x = x;
        }
        if !moved && outcome == overlap::Outcome::Apart {
            break;
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_fill_the_page_and_do_not_overlap() {
        let keys = ["a", "b", "c"].map(str::to_owned);
        let places = [(0.0, 0.0), (1.0, 0.0), (1.001, 0.0)];
        let places = keys.iter().cloned().zip(places.map(|(x, y)| Point::new(x, y))).collect();
        let points = fitted(&places, &keys, &[(5.0, 5.0); 3], Rect::new(0.0, 0.0, 100.0, 100.0));
        assert!(points.iter().all(|point| point.x >= 5.0 && point.x <= 95.0));
        assert!((points[2].x - points[1].x).abs() >= 13.4 || (points[2].y - points[1].y).abs() >= 13.4);
    }
}
