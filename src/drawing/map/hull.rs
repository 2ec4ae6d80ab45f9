//! Hull of a cluster: the convex hull of its nodes with a margin, smoothed by a spline.

use crate::answer::mark::Step;
use crate::geometry::Point;

/// Distance of the hull from its nodes, in points.
pub(crate) const PADDING: f64 = 6.0;
/// Spacing of the spline's control points, in points: with a wider one the curve would cut sharp corners close to nodes.
const PACE: f64 = 16.0;
/// Vertices that approximate a circle.
const CIRCLE: usize = 24;

/// Closed curve around discs `(centre, radius)`, about [`PADDING`] outside them; empty without discs. O(discs · log discs).
pub(crate) fn around(discs: &[(Point, f64)]) -> Vec<Step> {
    let rim: Vec<Point> = discs
        .iter()
        .flat_map(|&(centre, radius)| {
            (0..CIRCLE).map(move |number| {
                let angle = std::f64::consts::TAU * number as f64 / CIRCLE as f64;
                let reach = radius + PADDING;
                Point::new(centre.x + reach * libm::cos(angle), centre.y + reach * libm::sin(angle))
            })
        })
        .collect();
    smooth(&resampled(&convex(rim)))
}

/// Convex hull, vertices in order, by the monotone chain algorithm. O(points · log points). Source: Andrew 1979, *Another
/// efficient algorithm for convex hulls in two dimensions*, Information Processing Letters 9(5).
pub(crate) fn convex(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    points.dedup();
    if points.len() < 3 {
        return points;
    }
    let turn = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let chain = |points: &mut dyn Iterator<Item = Point>| {
        let mut chain: Vec<Point> = Vec::new();
        for point in points {
            while chain.len() >= 2 && turn(chain[chain.len() - 2], chain[chain.len() - 1], point) <= 0.0 {
                chain.pop();
            }
            chain.push(point);
        }
        chain.pop();
        chain
    };
    let mut lower = chain(&mut points.iter().copied());
    lower.extend(chain(&mut points.iter().rev().copied()));
    lower
}

/// Points on the polygon at equal arc length of about [`PACE`], at least eight.
fn resampled(corners: &[Point]) -> Vec<Point> {
    if corners.len() < 3 {
        return corners.to_vec();
    }
    let side = |index: usize| (corners[index], corners[(index + 1) % corners.len()]);
    let round: f64 = (0..corners.len()).map(|index| side(index).0.distance(side(index).1)).sum();
    let count = (round / PACE).round().max(8.0) as usize;
    let pace = round / count as f64;
    let mut points = Vec::with_capacity(count);
    let (mut walked, mut next) = (0.0, 0.0);
    for index in 0..corners.len() {
        let (a, b) = side(index);
        let length = a.distance(b);
        while next < walked + length && points.len() < count {
            points.push(a.lerp(b, (next - walked) / length));
            next += pace;
        }
        walked += length;
    }
    points
}

/// Closed Catmull–Rom spline through points, as cubic Bézier curves.
fn smooth(points: &[Point]) -> Vec<Step> {
    let len = points.len();
    if len < 3 {
        return Vec::new();
    }
    let at = |index: usize| points[index % len];
    let mut steps = vec![Step::Move(points[0])];
    for index in 0..len {
        let (before, from, to, after) = (at(index + len - 1), at(index), at(index + 1), at(index + 2));
        let first = Point::new(from.x + (to.x - before.x) / 6.0, from.y + (to.y - before.y) / 6.0);
        let second = Point::new(to.x - (after.x - from.x) / 6.0, to.y - (after.y - from.y) / 6.0);
        steps.push(Step::Cubic(first, second, to));
    }
    steps.push(Step::Close);
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_points_are_no_corners() {
        let square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (2.0, 2.0), (2.0, 0.0)];
        assert_eq!(convex(square.map(|(x, y)| Point::new(x, y)).to_vec()).len(), 4);
    }

    #[test]
    fn a_hull_keeps_its_distance() {
        let discs = [(Point::new(0.0, 0.0), 5.0), (Point::new(60.0, 10.0), 3.0), (Point::new(20.0, 50.0), 4.0)];
        let line = crate::answer::mark::flattened(&around(&discs), 8);
        assert!(line.len() > 30);
        for (point, _) in line {
            let nearest =
                discs.iter().map(|(centre, radius)| centre.distance(point) - radius).fold(f64::INFINITY, f64::min);
            assert!(nearest > PADDING * 0.6, "{nearest}");
        }
    }
}
