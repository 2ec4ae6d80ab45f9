//! Contrast of texts with what lies under them, and of marks with the page.

use crate::answer::figure::Figure;
use crate::answer::mark::{Color, Form, Group, Mark, Paint, Role, Text};
use crate::answer::statistics::cover::area;
use crate::geometry::{ConvexPolygon, Point, Rect};

/// Places along the middle of a text where the ground under it is looked at, as shares of its width.
const PROBES: [f64; 3] = [0.1, 0.5, 0.9];

/// A painted area.
struct Ground {
    bounds: Rect,
    outline: ConvexPolygon,
    color: Color,
    opacity: f64,
}

/// The contrast of every text, the least of its probes.
pub(super) fn texts(figure: &Figure) -> Vec<f64> {
    let mut contrasts = Vec::new();
    walk(figure.marks(), figure.head().page, &mut Vec::new(), &mut contrasts);
    contrasts
}

fn walk(marks: &[Mark], page: Color, grounds: &mut Vec<Ground>, contrasts: &mut Vec<f64>) {
    for mark in marks {
        match mark {
            Mark::Group(group) => walk(&group.marks, page, grounds, contrasts),
            Mark::Text(text) => contrasts.push(contrast(text, page, grounds)),
            Mark::Haloed(lines, halo) => contrasts.extend(lines.iter().map(|text| text.fill.contrast(*halo))),
            _ => {
                if let Some((outline, paint)) = area(mark)
                    && let Some(color) = paint.fill
                {
                    grounds.push(Ground { bounds: outline.bounds(), outline, color, opacity: paint.fill_opacity });
                }
            }
        }
    }
}

fn contrast(text: &Text, page: Color, grounds: &[Ground]) -> f64 {
    let corners = text.outline().0;
    let (start, end) = (corners[0].lerp(corners[3], 0.5), corners[1].lerp(corners[2], 0.5));
    let under = |share: f64| {
        let point = start.lerp(end, share);
        let here = grounds.iter().filter(|ground| contains(ground, point));
        here.fold(page, |below, ground| mixed(below, ground.color, ground.opacity))
    };
    PROBES.into_iter().map(|share| text.fill.contrast(under(share))).fold(f64::INFINITY, f64::min)
}

fn contains(ground: &Ground, point: Point) -> bool {
    ground.bounds.contains(Rect::around(point, 0.0, 0.0)) && inside(&ground.outline.0, point)
}

/// Whether a point lies in a polygon (even-odd rule).
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

fn mixed(below: Color, above: Color, opacity: f64) -> Color {
    let mix = |low: u8, high: u8| (f64::from(low) + (f64::from(high) - f64::from(low)) * opacity).round() as u8;
    Color(mix(below.0, above.0), mix(below.1, above.1), mix(below.2, above.2))
}

/// The least contrast of a node's mark or a tie's line with the page.
pub(super) fn marks(figure: &Figure) -> Option<f64> {
    let page = figure.head().page;
    let nodes = figure.nodes().into_iter().filter(|(node, _)| node.form != Form::Pill);
    let edges = figure.edges().into_iter();
    let groups = nodes.map(|(_, group)| group).chain(edges.map(|(_, group)| group));
    groups.filter_map(|group| strongest(group, page)).reduce(f64::min)
}

/// The best contrast of the shapes of a group: a mark is seen by its fill or by its rim.
fn strongest(group: &Group, page: Color) -> Option<f64> {
    let of = |paint: &Paint| {
        let colors = paint.fill.into_iter().chain(paint.stroke);
        colors.map(|color| color.contrast(page)).reduce(f64::max)
    };
    let shapes = group.marks.iter().filter_map(|mark| match mark {
        Mark::Rect(_, _, paint) | Mark::Circle(_, _, paint) | Mark::Ellipse(_, _, _, paint) | Mark::Path(_, paint) => {
            of(paint)
        }
        Mark::Group(inner) if inner.role == Role::Plain => strongest(inner, page),
        Mark::Group(_) | Mark::Text(_) | Mark::Haloed(..) => None,
    });
    shapes.reduce(f64::max)
}
