//! What marks cover: the frame, its cells, one hull another.

use crate::answer::figure::{Figure, POINTS_PER_MM};
use crate::answer::mark::{Mark, Paint, Step, flattened};
use crate::answer::statistics::contrast::inside;
use crate::answer::statistics::ties::PIECES;
use crate::geometry::{ConvexPolygon, Point, Rect};

/// Side of the cells in which emptiness is counted, in millimetres.
pub const CELL_MM: f64 = 8.0;

/// Class of the group of a hull.
const HULL: &str = "cluster";

/// Height of the strips in which the area of two hulls is summed, in points.
const STRIP: f64 = 0.25;

/// The outline of a shape with its paint; none of texts, groups and paths without length.
pub(super) fn area(mark: &Mark) -> Option<(ConvexPolygon, &Paint)> {
    match mark {
        Mark::Rect(rect, _, paint) => Some((ConvexPolygon::from(*rect), paint)),
        Mark::Circle(center, r, paint) => Some((ConvexPolygon::ellipse(*center, *r, *r), paint)),
        Mark::Ellipse(center, rx, ry, paint) => Some((ConvexPolygon::ellipse(*center, *rx, *ry), paint)),
        Mark::Path(steps, paint) => {
            let points: Vec<Point> = flattened(steps, PIECES).into_iter().flat_map(|(from, to)| [from, to]).collect();
            (!points.is_empty()).then_some((ConvexPolygon(points), paint))
        }
        Mark::Group(_) | Mark::Text(_) | Mark::Haloed(..) => None,
    }
}

/// Marks that reach over the frame.
pub(super) fn outside(figure: &Figure) -> usize {
    let frame = figure.head().frame.inflated(0.01);
    let mut count = 0;
    each(figure.marks(), &mut |mark| {
        let over = |bounds: Rect| usize::from(!frame.contains(bounds));
        count += match mark {
            Mark::Text(text) => over(text.outline().bounds()),
            Mark::Haloed(lines, _) => lines.iter().map(|text| over(text.outline().bounds())).sum(),
            _ => area(mark).map_or(0, |(outline, paint)| over(outline.bounds().inflated(rim(paint)))),
        };
    });
    count
}

/// Visits every mark but groups.
fn each<'f>(marks: &'f [Mark], visit: &mut impl FnMut(&'f Mark)) {
    for mark in marks {
        match mark {
            Mark::Group(group) => each(&group.marks, visit),
            _ => visit(mark),
        }
    }
}

fn rim(paint: &Paint) -> f64 {
    if paint.stroke.is_some() { paint.stroke_width / 2.0 } else { 0.0 }
}

/// A grid of whole cells from the top left of the frame; a strip narrower than a cell at its right and bottom is left
/// aside.
struct Cells {
    frame: Rect,
    columns: usize,
    full: Vec<bool>,
}

impl Cells {
    fn over(frame: Rect) -> Self {
        let side = CELL_MM * POINTS_PER_MM;
        let count = |length: f64| (length / side).floor().max(1.0) as usize;
        let (columns, rows) = (count(frame.width()), count(frame.height()));
        Self { frame, columns, full: vec![false; columns * rows] }
    }

    fn cell(&self, row: usize, column: usize) -> Rect {
        let side = CELL_MM * POINTS_PER_MM;
        let (left, top) = (self.frame.left + column as f64 * side, self.frame.top + row as f64 * side);
        Rect::new(left, top, left + side, top + side)
    }

    /// Fills the cells of an upright box for which the test holds.
    fn touch(&mut self, bounds: Rect, holds: impl Fn(Rect) -> bool) {
        let side = CELL_MM * POINTS_PER_MM;
        let rows = self.full.len() / self.columns;
        let at = |value: f64| (value / side).floor().max(0.0) as usize;
        let last = |value: f64, cells: usize| at(value).min(cells.saturating_sub(1));
        for row in at(bounds.top - self.frame.top)..=last(bounds.bottom - self.frame.top, rows) {
            for column in at(bounds.left - self.frame.left)..=last(bounds.right - self.frame.left, self.columns) {
                let index = row * self.columns + column;
                self.full[index] = self.full[index] || holds(self.cell(row, column));
            }
        }
    }

    fn line(&mut self, from: Point, to: Point) {
        let parts = (from.distance(to) / 4.0).ceil().max(1.0) as usize;
        for part in 0..=parts {
            self.touch(Rect::around(from.lerp(to, part as f64 / parts as f64), 0.0, 0.0), |_| true);
        }
    }

    fn shape(&mut self, mark: &Mark) {
        let Some((outline, paint)) = area(mark) else { return };
        if let Mark::Path(steps, _) = mark {
            flattened(steps, PIECES).into_iter().for_each(|(from, to)| self.line(from, to));
        } else {
            let corners = &outline.0;
            (0..corners.len()).for_each(|at| self.line(corners[at], corners[(at + 1) % corners.len()]));
        }
        if paint.fill.is_some() {
            self.touch(outline.bounds(), |cell| inside(&outline.0, cell.center()));
        }
    }
}

/// Share of the cells that no mark touches. Boxes stand for texts; lines are followed piece by piece.
pub(super) fn empty_cells(figure: &Figure) -> f64 {
    let mut cells = Cells::over(figure.head().frame);
    each(figure.marks(), &mut |mark| match mark {
        Mark::Text(text) => cells.touch(text.outline().bounds(), |_| true),
        Mark::Haloed(lines, _) => lines.iter().for_each(|text| cells.touch(text.outline().bounds(), |_| true)),
        _ => cells.shape(mark),
    });
    cells.full.iter().filter(|full| !**full).count() as f64 / cells.full.len() as f64
}

/// Area that two hulls share, summed over all pairs.
pub(super) fn hull_overlap(figure: &Figure) -> f64 {
    let mut hulls = Vec::new();
    collect_hulls(figure.marks(), &mut hulls);
    let pair = |a: usize, b: usize| shared(&hulls[a], &hulls[b]);
    (0..hulls.len()).flat_map(|a| (a + 1..hulls.len()).map(move |b| (a, b))).map(|(a, b)| pair(a, b)).sum()
}

fn collect_hulls(marks: &[Mark], hulls: &mut Vec<ConvexPolygon>) {
    for mark in marks {
        let Mark::Group(group) = mark else { continue };
        if group.class == HULL
            && let Some(Mark::Path(steps, _)) = group.marks.iter().find(|mark| is_closed(mark))
        {
            hulls.push(ConvexPolygon(flattened(steps, PIECES).into_iter().map(|(from, _)| from).collect()));
        }
        collect_hulls(&group.marks, hulls);
    }
}

fn is_closed(mark: &Mark) -> bool {
    matches!(mark, Mark::Path(steps, _) if steps.last() == Some(&Step::Close))
}

/// Area of two polygons' common part, in strips.
fn shared(a: &ConvexPolygon, b: &ConvexPolygon) -> f64 {
    let (near, far) = (a.bounds(), b.bounds());
    if !near.overlaps(far) {
        return 0.0;
    }
    let (top, bottom) = (near.top.max(far.top), near.bottom.min(far.bottom));
    let strips = ((bottom - top) / STRIP).ceil() as usize;
    let height = (bottom - top) / strips.max(1) as f64;
    let common = |strip: usize| {
        let y = top + (strip as f64 + 0.5) * height;
        let (ours, theirs) = (spans(&a.0, y), spans(&b.0, y));
        let meet = |one: &(f64, f64), other: &(f64, f64)| (one.1.min(other.1) - one.0.max(other.0)).max(0.0);
        ours.iter().flat_map(|one| theirs.iter().map(move |other| meet(one, other))).sum::<f64>()
    };
    (0..strips).map(|strip| common(strip) * height).sum()
}

/// Where a horizontal line is inside a polygon.
fn spans(polygon: &[Point], y: f64) -> Vec<(f64, f64)> {
    let mut meets: Vec<f64> = (0..polygon.len())
        .map(|at| (polygon[at], polygon[(at + 1) % polygon.len()]))
        .filter(|(a, b)| (a.y > y) != (b.y > y))
        .map(|(a, b)| a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
        .collect();
    meets.sort_by(f64::total_cmp);
    meets.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(left: f64, top: f64) -> ConvexPolygon {
        ConvexPolygon::from(Rect::new(left, top, left + 10.0, top + 10.0))
    }

    #[test]
    fn two_squares_share_their_common_corner() {
        assert!((shared(&square(0.0, 0.0), &square(6.0, 7.0)) - 12.0).abs() < 1e-9);
        assert_eq!(shared(&square(0.0, 0.0), &square(10.0, 0.0)), 0.0);
    }

    #[test]
    fn open_rings_leave_their_middle_empty() {
        let side = CELL_MM * POINTS_PER_MM;
        let count = |paint: Paint| {
            let mut cells = Cells::over(Rect::new(0.0, 0.0, 5.0 * side, 5.0 * side));
            let middle = Point::new(2.5 * side, 2.5 * side);
            cells.shape(&Mark::Circle(middle, 1.9 * side, paint));
            cells.full.iter().filter(|full| **full).count()
        };
        let color = crate::answer::mark::Color(0, 0, 0);
        assert_eq!(count(Paint::fill(color)) - count(Paint::line(color, 1.0)), 5);
    }
}
