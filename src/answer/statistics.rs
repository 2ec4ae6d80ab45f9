//! Measures of a picture: what a reader would trip over, counted without drawing it.

use serde::Serialize;

use crate::answer::figure::{Figure, POINTS_PER_MM};
use crate::answer::mark::{Edge, Group, Mark, Node, Step, Text, flattened};
use crate::geometry::{Outline, Point, Rect, segments_cross};

/// Side of the cells in which emptiness is counted, in millimetres.
pub const CELL_MM: f64 = 8.0;

/// Straight pieces that stand for one curve.
const PIECES: usize = 24;

/// What was counted. All boxes of texts carry the reserve for other fonts, unless told otherwise.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Statistics {
    /// Nodes.
    pub nodes: usize,
    /// Lines that stand for ties; a bundle is one.
    pub edges: usize,
    /// Ties, those of a bundle counted each.
    pub ties: usize,
    /// Pairs of texts whose boxes overlap.
    pub overlapping_labels: usize,
    /// Pairs of a text and a node that it does not belong to, overlapping.
    pub labels_over_foreign_nodes: usize,
    /// Pairs of nodes that overlap.
    pub overlapping_nodes: usize,
    /// Marks that reach over the frame (texts without reserve).
    pub outside: usize,
    /// Texts crossed by an edge that they do not belong to.
    pub labels_crossed: usize,
    /// Node labels that are nearer to another node than to their own.
    pub labels_nearest_foreign: usize,
    /// Smallest type in points; 0 without text.
    pub smallest_type: f64,
    /// Pairs of edges that cross.
    pub crossings: usize,
    /// Share of 8 mm cells that nothing touches, 0 to 1.
    pub empty_cells: f64,
    /// Texts with a contrast under 4.5 : 1 against the page (texts on marks are not looked at).
    pub faint_texts: usize,
}

/// Measures a figure. O(t² + t·(n + e) + n² + e²) for t texts, n nodes and e edges.
#[must_use]
pub fn statistics(figure: &Figure) -> Statistics {
    let texts = figure.texts();
    let nodes = figure.nodes();
    let edges: Vec<(&Edge, Vec<(Point, Point)>)> =
        figure.edges().into_iter().map(|(edge, group)| (edge, segments(group))).collect();
    let boxes: Vec<Outline> = texts.iter().map(|(text, _)| text.reserved_outline()).collect();
    Statistics {
        nodes: nodes.len(),
        edges: edges.len(),
        ties: edges.iter().map(|(edge, _)| edge.targets.len()).sum(),
        overlapping_labels: pairs(&boxes),
        labels_over_foreign_nodes: over_foreign_nodes(&texts, &boxes, &nodes),
        overlapping_nodes: pairs(&nodes.iter().map(|(node, _)| node.outline.clone()).collect::<Vec<_>>()),
        outside: outside(figure),
        labels_crossed: crossed(&texts, &boxes, &edges),
        labels_nearest_foreign: nearest_foreign(&texts, &nodes),
        smallest_type: texts.iter().map(|(text, _)| text.size).reduce(f64::min).unwrap_or(0.0),
        crossings: crossings(&edges),
        empty_cells: empty_cells(figure),
        faint_texts: texts.iter().filter(|(text, owners)| owners.is_empty() && is_faint(text, figure)).count(),
    }
}

fn is_faint(text: &Text, figure: &Figure) -> bool {
    text.fill.contrast(figure.head().page) < 4.5
}

fn pairs(outlines: &[Outline]) -> usize {
    let bounds: Vec<Rect> = outlines.iter().map(Outline::bounds).collect();
    let meets = |a: usize, b: usize| bounds[a].overlaps(bounds[b]) && outlines[a].overlaps(&outlines[b]);
    (0..outlines.len()).map(|a| (a + 1..outlines.len()).filter(|&b| meets(a, b)).count()).sum()
}

fn over_foreign_nodes(texts: &[(&Text, Vec<&str>)], boxes: &[Outline], nodes: &[(&Node, &Group)]) -> usize {
    let foreign = |owners: &[&str], node: &Node| !owners.contains(&node.key.as_str());
    let count = |(text, outline): (&(&Text, Vec<&str>), &Outline)| {
        nodes.iter().filter(|(node, _)| foreign(&text.1, node) && outline.overlaps(&node.outline)).count()
    };
    texts.iter().zip(boxes).map(count).sum()
}

fn crossed(texts: &[(&Text, Vec<&str>)], boxes: &[Outline], edges: &[(&Edge, Vec<(Point, Point)>)]) -> usize {
    let hit = |(text, outline): &(&(&Text, Vec<&str>), &Outline)| {
        edges.iter().any(|(edge, segments)| {
            let own = text.1.iter().any(|key| edge.source == *key || edge.targets.iter().any(|target| target == key));
            !own && segments.iter().any(|&(from, to)| outline.is_crossed_by(from, to))
        })
    };
    texts.iter().zip(boxes).filter(hit).count()
}

fn nearest_foreign(texts: &[(&Text, Vec<&str>)], nodes: &[(&Node, &Group)]) -> usize {
    let single = texts.iter().filter(|(_, owners)| owners.len() == 1);
    single
        .filter(|(text, owners)| {
            let bounds = text.bounds();
            let gap = |node: &Node| gap(bounds, node.outline.bounds());
            let own = nodes.iter().find(|(node, _)| node.key == owners[0]).map(|(node, _)| gap(node));
            own.is_some_and(|own| nodes.iter().any(|(node, _)| node.key != owners[0] && gap(node) + 1e-9 < own))
        })
        .count()
}

/// Distance between two boxes; 0 where they meet.
fn gap(a: Rect, b: Rect) -> f64 {
    let dx = (a.left - b.right).max(b.left - a.right).max(0.0);
    let dy = (a.top - b.bottom).max(b.top - a.bottom).max(0.0);
    (dx * dx + dy * dy).sqrt()
}

/// Pairs of edges that cross; edges that share a node do not count where they meet at its mark, only
/// where they truly cross.
fn crossings(edges: &[(&Edge, Vec<(Point, Point)>)]) -> usize {
    let cross = |a: &[(Point, Point)], b: &[(Point, Point)]| {
        a.iter().any(|first| b.iter().any(|second| segments_cross(*first, *second)))
    };
    (0..edges.len()).map(|a| (a + 1..edges.len()).filter(|&b| cross(&edges[a].1, &edges[b].1)).count()).sum()
}

/// Straight pieces of all paths of a group.
fn segments(group: &Group) -> Vec<(Point, Point)> {
    group
        .marks
        .iter()
        .flat_map(|mark| match mark {
            Mark::Path(steps, _) => flattened(steps, PIECES),
            Mark::Group(inner) => segments(inner),
            _ => Vec::new(),
        })
        .collect()
}

fn outside(figure: &Figure) -> usize {
    let frame = figure.head().frame.grown(0.01);
    let mut count = 0;
    each_bounds(figure.marks(), &mut |bounds, _| count += usize::from(!frame.holds(bounds)));
    count
}

/// Visits the box of every mark; texts without reserve, lines with half their width.
fn each_bounds(marks: &[Mark], visit: &mut impl FnMut(Rect, &Mark)) {
    for mark in marks {
        match mark {
            Mark::Group(group) => each_bounds(&group.marks, visit),
            Mark::Rect(rect, _, paint) => visit(rect.grown(edge_of(paint)), mark),
            Mark::Circle(center, r, paint) => {
                visit(Rect::around(*center, 2.0 * r, 2.0 * r).grown(edge_of(paint)), mark)
            }
            Mark::Ellipse(center, rx, ry, paint) => {
                visit(Rect::around(*center, 2.0 * rx, 2.0 * ry).grown(edge_of(paint)), mark);
            }
            Mark::Path(steps, paint) => visit(path_bounds(steps).grown(edge_of(paint)), mark),
            Mark::Text(text) => visit(text.outline().bounds(), mark),
            Mark::Haloed(lines, _) => lines.iter().for_each(|text| visit(text.outline().bounds(), mark)),
        }
    }
}

fn edge_of(paint: &crate::answer::mark::Paint) -> f64 {
    if paint.stroke.is_some() { paint.stroke_width / 2.0 } else { 0.0 }
}

fn path_bounds(steps: &[Step]) -> Rect {
    let points = flattened(steps, PIECES).into_iter().flat_map(|(from, to)| [from, to]).collect();
    Outline(points).bounds()
}

/// Cells that no mark touches. Boxes stand for texts and areas; lines are followed piece by piece.
fn empty_cells(figure: &Figure) -> f64 {
    let frame = figure.head().frame;
    let side = CELL_MM * POINTS_PER_MM;
    let columns = (frame.width() / side).ceil().max(1.0) as usize;
    let rows = (frame.height() / side).ceil().max(1.0) as usize;
    let mut full = vec![false; columns * rows];
    let mut touch = |area: Rect| {
        let cell = |value: f64, cells: usize| (value / side).floor().clamp(0.0, cells as f64 - 1.0) as usize;
        for row in cell(area.top - frame.top, rows)..=cell(area.bottom - frame.top, rows) {
            for column in cell(area.left - frame.left, columns)..=cell(area.right - frame.left, columns) {
                full[row * columns + column] = true;
            }
        }
    };
    each_bounds(figure.marks(), &mut |bounds, mark| match mark {
        Mark::Path(steps, paint) if paint.fill.is_none() => {
            for (from, to) in flattened(steps, PIECES) {
                let length = from.distance(to);
                let parts = (length / 4.0).ceil().max(1.0) as usize;
                for part in 0..=parts {
                    let point = from.towards(to, part as f64 / parts as f64);
                    touch(Rect::around(point, 0.0, 0.0));
                }
            }
        }
        _ => touch(bounds),
    });
    full.iter().filter(|full| !**full).count() as f64 / full.len() as f64
}
