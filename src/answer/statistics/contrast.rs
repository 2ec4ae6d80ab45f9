//! Contrast of texts with their background, and of marks with the page (WCAG 2.2).

use crate::answer::figure::Figure;
use crate::answer::mark::{Color, Mark, MarkGroup, MarkRole, NodeShape, Paint, TextLine};
use crate::answer::statistics::coverage::painted_outline;
use crate::answer::statistics::polygon::inside;
use crate::geometry::{ConvexPolygon, Point, Rect};

/// Sample points along the center line of a text, as fractions of its width.
const SAMPLE_POSITIONS: [f64; 3] = [0.1, 0.5, 0.9];

/// A filled area under later marks.
struct PaintedArea {
    bounds: Rect,
    outline: ConvexPolygon,
    color: Color,
    opacity: f64,
}

/// Contrast of every text: the smallest at its sample points.
pub(super) fn texts(figure: &Figure) -> Vec<f64> {
    let mut contrasts = Vec::new();
    collect_contrasts(figure.marks(), figure.metadata().page, &mut Vec::new(), &mut contrasts);
    contrasts
}

fn collect_contrasts(marks: &[Mark], page: Color, areas: &mut Vec<PaintedArea>, contrasts: &mut Vec<f64>) {
    for mark in marks {
        match mark {
            Mark::Group(group) => collect_contrasts(&group.marks, page, areas, contrasts),
            Mark::Text(text) => contrasts.push(contrast(text, page, areas)),
            Mark::Haloed(lines, halo) => contrasts.extend(lines.iter().map(|text| text.fill.contrast(*halo))),
            _ => {
                if let Some((outline, paint)) = painted_outline(mark)
                    && let Some(color) = paint.fill
                {
                    areas.push(PaintedArea { bounds: outline.bounds(), outline, color, opacity: paint.fill_opacity });
                }
            }
        }
    }
}

fn contrast(text: &TextLine, page: Color, areas: &[PaintedArea]) -> f64 {
    let corners = text.outline().0;
    let (start, end) = (corners[0].lerp(corners[3], 0.5), corners[1].lerp(corners[2], 0.5));
    let color_under = |share: f64| {
        let point = start.lerp(end, share);
        let covering = areas.iter().filter(|area| contains(area, point));
        covering.fold(page, |below, area| blend(below, area.color, area.opacity))
    };
    SAMPLE_POSITIONS.into_iter().map(|share| text.fill.contrast(color_under(share))).fold(f64::INFINITY, f64::min)
}

fn contains(area: &PaintedArea, point: Point) -> bool {
    area.bounds.contains(Rect::around(point, 0.0, 0.0)) && inside(&area.outline.0, point)
}

fn blend(below: Color, above: Color, opacity: f64) -> Color {
    let mix = |low: u8, high: u8| (f64::from(low) + (f64::from(high) - f64::from(low)) * opacity).round() as u8;
    Color(mix(below.0, above.0), mix(below.1, above.1), mix(below.2, above.2))
}

/// Smallest contrast of a node's mark or an edge with the page.
pub(super) fn marks(figure: &Figure) -> Option<f64> {
    let page = figure.metadata().page;
    let nodes = figure.nodes().into_iter().filter(|(node, _)| node.shape != NodeShape::Pill);
    let edges = figure.edges().into_iter();
    let groups = nodes.map(|(_, group)| group).chain(edges.map(|(_, group)| group));
    groups.filter_map(|group| max_contrast(group, page)).reduce(f64::min)
}

/// Largest contrast among the shapes of a group: a mark is visible by its fill or by its stroke.
fn max_contrast(group: &MarkGroup, page: Color) -> Option<f64> {
    let of = |paint: &Paint| {
        let colors = paint.fill.into_iter().chain(paint.stroke);
        colors.map(|color| color.contrast(page)).reduce(f64::max)
    };
    let shapes = group.marks.iter().filter_map(|mark| match mark {
        Mark::Rect(_, _, paint) | Mark::Circle(_, _, paint) | Mark::Ellipse(_, _, _, paint) | Mark::Path(_, paint) => {
            of(paint)
        }
        Mark::Group(inner) if inner.role == MarkRole::Plain => max_contrast(inner, page),
        Mark::Group(_) | Mark::Text(_) | Mark::Haloed(..) => None,
    });
    shapes.reduce(f64::max)
}
