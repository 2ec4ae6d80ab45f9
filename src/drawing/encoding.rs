//! Visual encoding: sector to shape and colour, count to area, weight to stroke width.

use crate::answer::mark::{Color, Mark, NodeShape, Paint, PathSegment};
use crate::corpus::institution::Sector;
use crate::geometry::{ConvexPolygon, Point, Rect};

/// Half the side of a square with the area of the unit circle.
pub const SQUARE_HALF: f64 = 0.886;

/// Corner radius of a square, as a share of half its side.
pub const SQUARE_CORNER: f64 = 0.28;

/// Half the diagonal of a diamond with the area of the unit circle.
pub const DIAMOND_HALF: f64 = 1.253;

/// Circumradius of a hexagon with the area of the unit circle.
pub const HEXAGON: f64 = 1.10;

/// Smallest radius of a node with its number inside, in points.
pub const NUMBER_FROM: f64 = 4.0;

/// Radius of the cross of an institution without a value, in points, and its stroke width.
pub const CROSS_RADIUS: f64 = 3.0;
const CROSS_STROKE: f64 = 1.4;

/// Width of a node's casing in the page's colour, in points.
pub const CASING: f64 = 1.4;

/// Stroke width of a tie of one joint work, in points.
pub const TIE_WIDTH: f64 = 1.15;

/// Largest stroke width of a tie, in points.
pub const TIE_WIDTH_MAX: f64 = 6.0;

/// Radius of a node with n works: root · √n + base, at most `max`, so that the area grows with n.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Radius {
    /// Points per square root of a work.
    pub root: f64,
    /// Radius at 0, in points.
    pub base: f64,
    /// Largest radius in points.
    pub max: f64,
}

/// Radii of the collaboration map at full width.
pub const MAP_WIDE: Radius = Radius { root: 4.1, base: 2.2, max: 30.0 };
/// Radii of the collaboration map in one column.
pub const MAP_NARROW: Radius = Radius { root: 3.3, base: 2.2, max: 22.0 };
/// Radii of the bipartite view.
pub const BIPARTITE: Radius = Radius { root: 3.1, base: 1.6, max: 13.0 };
/// Radii of the bipartite view in one column.
pub const BIPARTITE_NARROW: Radius = Radius { root: 2.6, base: 1.6, max: 11.0 };
/// Radii of the overview map.
pub const WORLD: Radius = Radius { root: 0.95, base: 1.5, max: 14.0 };

impl Radius {
    /// Radius of a node with `count` works, in points.
    #[must_use]
    pub fn of(self, count: usize) -> f64 {
        (self.root * (count as f64).sqrt() + self.base).min(self.max)
    }

    /// The encoding for marks of which the largest stands for `largest` works: where that would be larger than the
    /// largest radius it has that, and the others are smaller in proportion.
    #[must_use]
    pub fn for_largest(self, largest: usize) -> Self {
        if largest <= self.limit() {
            return self;
        }
        Self { root: (self.max - self.base) / (largest as f64).sqrt(), ..self }
    }

    /// Smallest number of works from which all radii are equal.
    #[must_use]
    pub fn limit(self) -> usize {
        ((self.max - self.base) / self.root).powi(2).ceil() as usize
    }
}

/// Smallest stroke width of a tie, in points.
pub const TIE_WIDTH_MIN: f64 = 0.4;

/// Stroke width of a tie of weight w: base + slope · w, within `min` and `max`, all in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Points per joint work, or per unit of weight.
    pub slope: f64,
    /// Width at 0, in points.
    pub base: f64,
    /// Smallest width.
    pub min: f64,
    /// Largest width.
    pub max: f64,
}

/// Stroke widths of ties of joint works.
pub const TIE_STROKE: Stroke = Stroke { slope: TIE_WIDTH, base: 0.0, min: TIE_WIDTH_MIN, max: TIE_WIDTH_MAX };

impl Stroke {
    /// Stroke width in points.
    #[must_use]
    pub fn of(self, weight: f64) -> f64 {
        (self.base + self.slope * weight).clamp(self.min, self.max)
    }

    /// The encoding for numbers of works or weights of any unit, of which `largest` is the largest: that has the largest
    /// width, where it would have a larger one or is below 1.
    #[must_use]
    pub fn for_largest(self, largest: f64) -> Self {
        let fits = largest >= 1.0 && self.base + self.slope * largest <= self.max;
        if fits || !(largest > 0.0 && largest.is_finite()) {
            return self;
        }
        // From the smallest width on, so that no two weights have one width.
        let base = self.base.max(self.min);
        let slope = (self.max - base) / largest;
        if slope.is_finite() { Self { slope, base, ..self } } else { self }
    }

    /// Weights up to which and from which all have one width.
    #[must_use]
    pub fn limits(self) -> (f64, f64) {
        ((self.min - self.base) / self.slope, (self.max - self.base) / self.slope)
    }
}

/// Shape of a sector.
#[must_use]
pub fn form(sector: Option<Sector>) -> NodeShape {
    match sector {
        Some(Sector::Education) => NodeShape::Circle,
        Some(Sector::Company) => NodeShape::Square,
        Some(Sector::Facility | Sector::Government | Sector::Healthcare) => NodeShape::Diamond,
        Some(Sector::Nonprofit | Sector::Archive | Sector::Collective | Sector::Other) | None => NodeShape::Hexagon,
    }
}

/// Mark of a shape; equal `r` gives equal areas. A pill is drawn as a circle.
#[must_use]
pub fn shape(form: NodeShape, center: Point, r: f64, paint: Paint) -> Mark {
    match form {
        NodeShape::Circle | NodeShape::Pill => Mark::Circle(center, r, paint),
        NodeShape::Square => {
            let half = SQUARE_HALF * r;
            Mark::Rect(Rect::around(center, 2.0 * half, 2.0 * half), SQUARE_CORNER * half, paint)
        }
        NodeShape::Diamond | NodeShape::Hexagon => {
            let mut steps: Vec<PathSegment> = corners(form, center, r).into_iter().map(PathSegment::Line).collect();
            if let Some(PathSegment::Line(first)) = steps.first().copied() {
                steps[0] = PathSegment::Move(first);
            }
            steps.push(PathSegment::Close);
            Mark::Path(steps, paint)
        }
    }
}

/// The cross of an institution without a value.
#[must_use]
pub fn cross(at: Point, color: Color) -> Mark {
    let arm = CROSS_RADIUS * 0.75;
    let point = |x: f64, y: f64| Point::new(at.x + x * arm, at.y + y * arm);
    let steps = vec![
        PathSegment::Move(point(-1.0, -1.0)),
        PathSegment::Line(point(1.0, 1.0)),
        PathSegment::Move(point(-1.0, 1.0)),
        PathSegment::Line(point(1.0, -1.0)),
    ];
    Mark::Path(steps, Paint::line(color, CROSS_STROKE))
}

/// Outline of a shape.
#[must_use]
pub fn outline(form: NodeShape, center: Point, r: f64) -> ConvexPolygon {
    match form {
        NodeShape::Circle | NodeShape::Pill => ConvexPolygon::ellipse(center, r, r),
        NodeShape::Square => ConvexPolygon::from(Rect::around(center, 2.0 * SQUARE_HALF * r, 2.0 * SQUARE_HALF * r)),
        NodeShape::Diamond | NodeShape::Hexagon => ConvexPolygon(corners(form, center, r)),
    }
}

/// Half the width of a shape: where a horizontal edge meets it.
#[must_use]
pub fn half_width(form: NodeShape, r: f64) -> f64 {
    match form {
        NodeShape::Circle | NodeShape::Pill => r,
        NodeShape::Square => SQUARE_HALF * r,
        NodeShape::Diamond => DIAMOND_HALF * r,
        NodeShape::Hexagon => HEXAGON * r,
    }
}

/// Half the height of a shape.
#[must_use]
pub fn half_height(form: NodeShape, r: f64) -> f64 {
    if form == NodeShape::Hexagon { HEXAGON * r * ROOT_3_HALF } else { half_width(form, r) }
}

const ROOT_3_HALF: f64 = 0.866_025_403_784_438_6;

fn corners(form: NodeShape, center: Point, r: f64) -> Vec<Point> {
    let at = |(x, y): (f64, f64)| Point::new(center.x + x, center.y + y);
    if form == NodeShape::Diamond {
        let d = DIAMOND_HALF * r;
        return [(0.0, -d), (d, 0.0), (0.0, d), (-d, 0.0)].map(at).to_vec();
    }
    let h = HEXAGON * r;
    let (half, high) = (h / 2.0, h * ROOT_3_HALF);
    [(h, 0.0), (half, high), (-half, high), (-h, 0.0), (-half, -high), (half, -high)].map(at).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(outline: &ConvexPolygon) -> f64 {
        let points = &outline.0;
        let cross = |a: Point, b: Point| a.x * b.y - b.x * a.y;
        (0..points.len()).map(|i| cross(points[i], points[(i + 1) % points.len()])).sum::<f64>().abs() / 2.0
    }

    #[test]
    fn shapes_of_equal_radius_have_equal_area() {
        for form in [NodeShape::Circle, NodeShape::Square, NodeShape::Diamond, NodeShape::Hexagon] {
            let found_area = area(&outline(form, Point::new(3.0, 4.0), 10.0));
            assert!((found_area / (std::f64::consts::PI * 100.0) - 1.0).abs() < 0.01, "{form:?} {found_area}");
        }
    }

    #[test]
    fn radius_and_width_follow_their_formulas() {
        assert!((BIPARTITE.of(4) - 7.8).abs() < 1e-9);
        assert!((TIE_STROKE.of(3.0) - 3.45).abs() < 1e-9);
        assert!((TIE_STROKE.of(30.0) - 6.0).abs() < 1e-9);
        assert!((TIE_STROKE.of(30.0) - TIE_STROKE.of(TIE_STROKE.limits().1)).abs() < 1e-9);
        assert_eq!((BIPARTITE.limit(), MAP_WIDE.limit()), (14, 46));
        assert!(BIPARTITE.of(13) < BIPARTITE.of(14));
        assert!((BIPARTITE.of(14) - BIPARTITE.of(15)).abs() < 1e-9);
    }

    #[test]
    fn weights_of_any_unit_have_different_widths() {
        for largest in [0.05, 40.0, 1e6] {
            let stroke = TIE_STROKE.for_largest(largest);
            assert!((stroke.of(largest) - TIE_WIDTH_MAX).abs() < 1e-9);
            assert!((stroke.of(largest / 2.0) - (TIE_WIDTH_MAX + TIE_WIDTH_MIN) / 2.0).abs() < 1e-9);
            assert!((stroke.of(0.0) - TIE_WIDTH_MIN).abs() < 1e-9);
        }
        assert_eq!(TIE_STROKE.for_largest(3.0), TIE_STROKE);
    }

    #[test]
    fn radii_of_many_works_stay_distinct() {
        let radius = MAP_WIDE.for_largest(670);
        assert!((radius.of(670) - MAP_WIDE.max).abs() < 1e-9 && radius.of(669) < radius.of(670));
        assert_eq!((radius.limit(), MAP_WIDE.for_largest(46)), (670, MAP_WIDE));
    }
}
