//! Coverage: marks outside the frame, empty cells, overlapping cluster hulls.

use crate::answer::figure::{Figure, POINTS_PER_MM};
use crate::answer::mark::{Mark, Paint, PathSegment, flatten};
use crate::answer::statistics::edges::SEGMENTS_PER_CURVE;
use crate::answer::statistics::polygon::inside;
use crate::geometry::{ConvexPolygon, Point, Rect};

/// Side of a grid cell in millimetres.
pub const CELL_MM: f64 = 8.0;

/// Class of the groups of cluster hulls.
const HULL_CLASS: &str = "cluster";

/// Height of the strips that approximate an intersection area, in points.
const STRIP_HEIGHT: f64 = 0.25;

/// Outline and paint of a shape; `None` for texts, groups and empty paths.
pub(super) fn painted_outline(mark: &Mark) -> Option<(ConvexPolygon, &Paint)> {
    match mark {
        Mark::Rect(rect, _, paint) => Some((ConvexPolygon::from(*rect), paint)),
        Mark::Circle(center, r, paint) => Some((ConvexPolygon::ellipse(*center, *r, *r), paint)),
        Mark::Ellipse(center, rx, ry, paint) => Some((ConvexPolygon::ellipse(*center, *rx, *ry), paint)),
        Mark::Path(path, paint) => {
            let points: Vec<Point> =
                flatten(path, SEGMENTS_PER_CURVE).into_iter().flat_map(|(from, to)| [from, to]).collect();
            (!points.is_empty()).then_some((ConvexPolygon(points), paint))
        }
        Mark::Group(_) | Mark::Text(_) | Mark::Haloed(..) => None,
    }
}

/// Number of marks that extend beyond the frame.
pub(super) fn outside(figure: &Figure) -> usize {
    let frame = figure.metadata().frame.inflated(0.01);
    let mut count = 0;
    visit_shapes(figure.marks(), &mut |mark| {
        let over = |bounds: Rect| usize::from(!frame.contains(bounds));
        count += match mark {
            Mark::Text(text) => over(text.outline().bounds()),
            Mark::Haloed(lines, _) => lines.iter().map(|text| over(text.outline().bounds())).sum(),
            _ => {
                painted_outline(mark).map_or(0, |(outline, paint)| over(outline.bounds().inflated(half_stroke(paint))))
            }
        };
    });
    count
}

/// Visits every mark that is no group, in drawing order.
fn visit_shapes<'f>(marks: &'f [Mark], visit: &mut impl FnMut(&'f Mark)) {
    for mark in marks {
        match mark {
            Mark::Group(group) => visit_shapes(&group.marks, visit),
            _ => visit(mark),
        }
    }
}

fn half_stroke(paint: &Paint) -> f64 {
    if paint.stroke.is_some() { paint.stroke_width / 2.0 } else { 0.0 }
}

/// Occupancy grid of full cells from the top left of the frame; the remainder at the right and bottom is ignored.
struct CoverageGrid {
    frame: Rect,
    columns: usize,
    covered: Vec<bool>,
}

impl CoverageGrid {
    fn over(frame: Rect) -> Self {
        let side = CELL_MM * POINTS_PER_MM;
        let count = |length: f64| (length / side).floor().max(1.0) as usize;
        let (columns, rows) = (count(frame.width()), count(frame.height()));
        Self { frame, columns, covered: vec![false; columns * rows] }
    }

    fn cell(&self, row: usize, column: usize) -> Rect {
        let side = CELL_MM * POINTS_PER_MM;
        let (left, top) = (self.frame.left + column as f64 * side, self.frame.top + row as f64 * side);
        Rect::new(left, top, left + side, top + side)
    }

    /// Marks the cells within `bounds` for which `holds` is true.
    fn cover(&mut self, bounds: Rect, holds: impl Fn(Rect) -> bool) {
        let side = CELL_MM * POINTS_PER_MM;
        let rows = self.covered.len() / self.columns;
        let at = |value: f64| (value / side).floor().max(0.0) as usize;
        let last = |value: f64, cells: usize| at(value).min(cells.saturating_sub(1));
        for row in at(bounds.top - self.frame.top)..=last(bounds.bottom - self.frame.top, rows) {
            for column in at(bounds.left - self.frame.left)..=last(bounds.right - self.frame.left, self.columns) {
                let index = row * self.columns + column;
                self.covered[index] = self.covered[index] || holds(self.cell(row, column));
            }
        }
    }

    fn cover_line(&mut self, from: Point, to: Point) {
        let steps = (from.distance(to) / 4.0).ceil().max(1.0) as usize;
        for step in 0..=steps {
            self.cover(Rect::around(from.lerp(to, step as f64 / steps as f64), 0.0, 0.0), |_| true);
        }
    }

    fn cover_shape(&mut self, mark: &Mark) {
        let Some((outline, paint)) = painted_outline(mark) else { return };
        if let Mark::Path(path, _) = mark {
            flatten(path, SEGMENTS_PER_CURVE).into_iter().for_each(|(from, to)| self.cover_line(from, to));
        } else {
            let corners = &outline.0;
            (0..corners.len()).for_each(|at| self.cover_line(corners[at], corners[(at + 1) % corners.len()]));
        }
        if paint.fill.is_some() {
            self.cover(outline.bounds(), |cell| inside(&outline.0, cell.center()));
        }
    }
}

/// Share of empty cells. Texts cover their boxes, shapes their fill and outline.
pub(super) fn empty_cells(figure: &Figure) -> f64 {
    let mut cells = CoverageGrid::over(figure.metadata().frame);
    visit_shapes(figure.marks(), &mut |mark| match mark {
        Mark::Text(text) => cells.cover(text.outline().bounds(), |_| true),
        Mark::Haloed(lines, _) => lines.iter().for_each(|text| cells.cover(text.outline().bounds(), |_| true)),
        _ => cells.cover_shape(mark),
    });
    cells.covered.iter().filter(|covered| !**covered).count() as f64 / cells.covered.len() as f64
}

/// Intersection area of cluster hulls, summed over all pairs, in square points.
pub(super) fn hull_overlap(figure: &Figure) -> f64 {
    let mut hulls = Vec::new();
    collect_hulls(figure.marks(), &mut hulls);
    let pair = |a: usize, b: usize| intersection_area(&hulls[a], &hulls[b]);
    (0..hulls.len()).flat_map(|a| (a + 1..hulls.len()).map(move |b| (a, b))).map(|(a, b)| pair(a, b)).sum()
}

fn collect_hulls(marks: &[Mark], hulls: &mut Vec<ConvexPolygon>) {
    for mark in marks {
        let Mark::Group(group) = mark else { continue };
        if group.class == HULL_CLASS
            && let Some(Mark::Path(path, _)) = group.marks.iter().find(|mark| is_closed(mark))
        {
            hulls.push(ConvexPolygon(flatten(path, SEGMENTS_PER_CURVE).into_iter().map(|(from, _)| from).collect()));
        }
        collect_hulls(&group.marks, hulls);
    }
}

fn is_closed(mark: &Mark) -> bool {
    matches!(mark, Mark::Path(path, _) if path.last() == Some(&PathSegment::Close))
}

/// Intersection area of two polygons by horizontal strips. O(strips · corners).
fn intersection_area(a: &ConvexPolygon, b: &ConvexPolygon) -> f64 {
    let (bounds_a, bounds_b) = (a.bounds(), b.bounds());
    if !bounds_a.overlaps(bounds_b) {
        return 0.0;
    }
    let (top, bottom) = (bounds_a.top.max(bounds_b.top), bounds_a.bottom.min(bounds_b.bottom));
    let strips = ((bottom - top) / STRIP_HEIGHT).ceil() as usize;
    let height = (bottom - top) / strips.max(1) as f64;
    let common = |strip: usize| {
        let y = top + (strip as f64 + 0.5) * height;
        let (intervals_a, intervals_b) = (scanline_intervals(&a.0, y), scanline_intervals(&b.0, y));
        let meet = |one: &(f64, f64), other: &(f64, f64)| (one.1.min(other.1) - one.0.max(other.0)).max(0.0);
        intervals_a.iter().flat_map(|one| intervals_b.iter().map(move |other| meet(one, other))).sum::<f64>()
    };
    (0..strips).map(|strip| common(strip) * height).sum()
}

/// Intervals in which a horizontal line is inside a polygon (scan line).
fn scanline_intervals(polygon: &[Point], y: f64) -> Vec<(f64, f64)> {
    let mut crossings: Vec<f64> = (0..polygon.len())
        .map(|at| (polygon[at], polygon[(at + 1) % polygon.len()]))
        .filter(|(a, b)| (a.y > y) != (b.y > y))
        .map(|(a, b)| a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
        .collect();
    crossings.sort_by(f64::total_cmp);
    crossings.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(left: f64, top: f64) -> ConvexPolygon {
        ConvexPolygon::from(Rect::new(left, top, left + 10.0, top + 10.0))
    }

    #[test]
    fn intersection_area_of_two_squares() {
        assert!((intersection_area(&square(0.0, 0.0), &square(6.0, 7.0)) - 12.0).abs() < 1e-9);
        assert_eq!(intersection_area(&square(0.0, 0.0), &square(10.0, 0.0)), 0.0);
    }

    #[test]
    fn an_unfilled_ring_covers_its_outline_only() {
        let side = CELL_MM * POINTS_PER_MM;
        let count = |paint: Paint| {
            let mut cells = CoverageGrid::over(Rect::new(0.0, 0.0, 5.0 * side, 5.0 * side));
            let center = Point::new(2.5 * side, 2.5 * side);
            cells.cover_shape(&Mark::Circle(center, 1.9 * side, paint));
            cells.covered.iter().filter(|covered| **covered).count()
        };
        let color = crate::answer::mark::Color(0, 0, 0);
        assert_eq!(count(Paint::fill(color)) - count(Paint::line(color, 1.0)), 5);
    }
}
