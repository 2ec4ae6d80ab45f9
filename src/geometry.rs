//! Plane geometry: points, axis-aligned rectangles and convex polygons. Coordinates in points (1/72 inch), y downwards.

/// A point or a vector.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Horizontal coordinate, rightwards.
    pub x: f64,
    /// Vertical coordinate, downwards.
    pub y: f64,
}

impl Point {
    /// A point from its coordinates.
    #[must_use]
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Euclidean distance.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        (dx * dx + dy * dy).sqrt()
    }

    /// Linear interpolation: the point at `share` of the segment to `other`; 0 is this point, 1 the other.
    #[must_use]
    pub fn lerp(self, other: Self, share: f64) -> Self {
        Self::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }

    /// Whether both coordinates are finite.
    #[must_use]
    pub fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }
}

/// Axis-aligned rectangle; `left ≤ right`, `top ≤ bottom`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Smallest x.
    pub left: f64,
    /// Smallest y.
    pub top: f64,
    /// Largest x.
    pub right: f64,
    /// Largest y.
    pub bottom: f64,
}

impl Rect {
    /// A rectangle from its four sides.
    #[must_use]
    pub fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self { left, top, right, bottom }
    }

    /// A rectangle from its centre and its size.
    #[must_use]
    pub fn around(center: Point, width: f64, height: f64) -> Self {
        let (w, h) = (width / 2.0, height / 2.0);
        Self::new(center.x - w, center.y - h, center.x + w, center.y + h)
    }

    /// Width.
    #[must_use]
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// Height.
    #[must_use]
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Centre.
    #[must_use]
    pub fn center(self) -> Point {
        Point::new((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    /// The rectangle with all sides moved outwards by `margin`, inwards when negative.
    #[must_use]
    pub fn inflated(self, margin: f64) -> Self {
        Self::new(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)
    }

    /// Bounding box of both rectangles.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self::new(
            self.left.min(other.left),
            self.top.min(other.top),
            self.right.max(other.right),
            self.bottom.max(other.bottom),
        )
    }

    /// Whether the interiors intersect; touching sides do not count.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether `other` lies within this rectangle, sides included.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.bottom >= other.bottom
    }

    /// The four corners, clockwise from top left.
    #[must_use]
    pub fn corners(self) -> [Point; 4] {
        [
            Point::new(self.left, self.top),
            Point::new(self.right, self.top),
            Point::new(self.right, self.bottom),
            Point::new(self.left, self.bottom),
        ]
    }
}

/// Convex polygon: its vertices in order, either direction.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConvexPolygon(pub Vec<Point>);

/// Vertices of the polygon that approximates a circle: the radius is at most 0.4 % too small.
const CIRCLE_VERTICES: usize = 36;

impl ConvexPolygon {
    /// Polygon inscribed in an ellipse of radii `rx` and `ry`.
    #[must_use]
    pub fn ellipse(center: Point, rx: f64, ry: f64) -> Self {
        let vertex = |index: usize| {
            let angle = index as f64 / CIRCLE_VERTICES as f64 * std::f64::consts::TAU;
            Point::new(center.x + rx * libm::cos(angle), center.y + ry * libm::sin(angle))
        };
        Self((0..CIRCLE_VERTICES).map(vertex).collect())
    }

    /// A rectangle rotated about a point, `degrees` clockwise on the page.
    #[must_use]
    pub fn rotated(rect: Rect, degrees: f64, about: Point) -> Self {
        if degrees == 0.0 {
            return Self::from(rect);
        }
        let angle = degrees.to_radians();
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        let rotate = |point: Point| {
            let (dx, dy) = (point.x - about.x, point.y - about.y);
            Point::new(about.x + dx * cos - dy * sin, about.y + dx * sin + dy * cos)
        };
        Self(rect.corners().map(rotate).to_vec())
    }

    /// Axis-aligned bounding box. O(vertices).
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let empty = Rect::new(f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
        self.0.iter().fold(empty, |rect, point| rect.union(Rect::new(point.x, point.y, point.x, point.y)))
    }

    /// Whether the interiors of two convex polygons intersect, by the separating axis theorem; touching sides do not
    /// count. O(n · (n + m)) for n and m vertices, n ≥ m.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.bounds().overlaps(other.bounds()) && !self.separates(other) && !other.separates(self)
    }

    /// Whether a segment intersects the interior.
    #[must_use]
    pub fn intersects_segment(&self, from: Point, to: Point) -> bool {
        self.overlaps_segment(&Self(vec![from, to]))
    }

    fn overlaps_segment(&self, segment: &Self) -> bool {
        !self.separates(segment) && !segment.separates(self)
    }

    /// Whether the normal of one of this polygon's sides is a separating axis.
    fn separates(&self, other: &Self) -> bool {
        let corners = &self.0;
        (0..corners.len()).any(|index| {
            let (a, b) = (corners[index], corners[(index + 1) % corners.len()]);
            let projection = |point: &Point| (b.y - a.y) * point.x - (b.x - a.x) * point.y;
            let project = |points: &[Point]| {
                points
                    .iter()
                    .map(projection)
                    .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
            };
            let (own, foreign) = (project(corners), project(&other.0));
            own.1 <= foreign.0 || foreign.1 <= own.0
        })
    }
}

impl From<Rect> for ConvexPolygon {
    fn from(rect: Rect) -> Self {
        Self(rect.corners().to_vec())
    }
}

/// Proper intersection of two segments: a point interior to both. Shared ends and collinear segments do not count.
#[must_use]
pub fn segments_cross(a: (Point, Point), b: (Point, Point)) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    let (c, d) = (side(a.0, a.1, b.0), side(a.0, a.1, b.1));
    let (e, f) = (side(b.0, b.1, a.0), side(b.0, b.1, a.1));
    c * d < 0.0 && e * f < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_rectangles_do_not_overlap() {
        let a = Rect::new(0.0, 0.0, 2.0, 2.0);
        assert!(!a.overlaps(Rect::new(2.0, 0.0, 3.0, 2.0)));
        assert!(a.overlaps(Rect::new(1.9, 1.9, 3.0, 3.0)));
        assert!(!ConvexPolygon::from(a).overlaps(&ConvexPolygon::from(Rect::new(2.0, 0.0, 3.0, 2.0))));
    }

    #[test]
    fn rotated_rectangle_is_tested_by_its_outline() {
        let diamond = ConvexPolygon::rotated(Rect::new(-1.0, -1.0, 1.0, 1.0), 45.0, Point::default());
        assert!((diamond.bounds().right - 2.0_f64.sqrt()).abs() < 1e-9);
        let vertex = ConvexPolygon::from(Rect::new(1.0, 1.0, 2.0, 2.0));
        assert!(diamond.bounds().overlaps(vertex.bounds()));
        assert!(!diamond.overlaps(&vertex));
    }

    #[test]
    fn segment_intersects_polygon() {
        let square = ConvexPolygon::from(Rect::new(0.0, 0.0, 1.0, 1.0));
        assert!(square.intersects_segment(Point::new(-1.0, 0.5), Point::new(2.0, 0.5)));
        assert!(!square.intersects_segment(Point::new(-1.0, 1.2), Point::new(2.0, 1.2)));
        assert!(!square.intersects_segment(Point::new(-1.0, 1.5), Point::new(0.5, 3.0)));
    }

    #[test]
    fn segments_cross_at_inner_points_only() {
        let p = Point::new;
        assert!(segments_cross((p(0.0, 0.0), p(1.0, 1.0)), (p(0.0, 1.0), p(1.0, 0.0))));
        assert!(!segments_cross((p(0.0, 0.0), p(1.0, 1.0)), (p(0.0, 0.0), p(1.0, 0.0))));
    }
}
