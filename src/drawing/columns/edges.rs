//! Edges of the bipartite view: one curve from an institution to a work, or to the bracket of a block.

use crate::answer::mark::{EdgeMark, Mark, MarkGroup, MarkRole, Paint, PathSegment};
use crate::drawing::columns::page::BipartitePage;
use crate::drawing::columns::pills::work_mark_key;
use crate::drawing::encoding::{form, half_height, half_width};
use crate::drawing::names;
use crate::geometry::Point;

/// Stroke width of an edge to a work of one institution, in points.
const SOLO_WIDTH: f64 = 0.8;
/// Stroke width of an edge to a joint work, in points.
const JOINT_WIDTH: f64 = 1.1;
/// Stroke width of an edge to a block of several works, in points.
const BUNDLE_WIDTH: f64 = 1.9;
/// Opacity of edges to joint works.
const JOINT_OPACITY: f64 = 0.8;
/// Opacity of edges to works of one institution.
const SOLO_OPACITY: f64 = 0.55;
/// Distance of two edge ends at a node or pill, in points.
const PORT_GAP: f64 = 2.3;
/// Distance of two edge ends at a bracket, in points.
const BRACKET_PORT_GAP: f64 = 3.4;
/// X offset of the edge ends within a node, as a share of half its width, so that slanted sides hide them.
const EDGE_INSET: f64 = 0.35;
/// Distance of a bracket from its pills, in points.
const BRACKET_OFFSET: f64 = 5.0;

/// All edges and brackets.
#[must_use]
pub fn edges(page: &BipartitePage<'_>) -> MarkGroup {
    let mut marks: Vec<Mark> = Vec::new();
    for side in [0, 1] {
        for &index in &page.outer[side] {
            let blocks_of = blocks_of(page, side, index);
            for (port, &block) in blocks_of.iter().enumerate() {
                marks.push(edge(page, side, index, block, (port, blocks_of.len())).into());
            }
        }
    }
    for &block in &page.blocks {
        marks.extend(brackets(page, block));
    }
    MarkGroup::new("edges", marks)
}

/// Blocks of an institution from top to bottom.
fn blocks_of(page: &BipartitePage<'_>, side: usize, index: usize) -> Vec<usize> {
    let id = page.side(side)[index];
    page.blocks.iter().copied().filter(|&block| page.content.blocks[block].members.binary_search(&id).is_ok()).collect()
}

/// Rank of an institution among the members of a block on its side, and the number of those members.
fn port_at_block(page: &BipartitePage<'_>, side: usize, index: usize, block: usize) -> (usize, usize) {
    let members = &page.content.blocks[block].members;
    let is_member = |other: &&usize| members.binary_search(&page.side(side)[**other]).is_ok();
    let of = page.outer[side].iter().filter(is_member).count();
    let before = page.outer[side].iter().take_while(|&&other| other != index).filter(is_member).count();
    (before, of)
}

/// Offset of the n-th port: `spacing` points between ports, less where `available` is too short.
fn port((nth, of): (usize, usize), spacing: f64, available: f64) -> f64 {
    let spacing = if of > 1 { spacing.min(available / (of - 1) as f64) } else { 0.0 };
    (nth as f64 - (of as f64 - 1.0) / 2.0) * spacing
}

fn edge(page: &BipartitePage<'_>, side: usize, index: usize, block: usize, leaving: (usize, usize)) -> MarkGroup {
    let bundle = &page.content.blocks[block];
    let institution = page.corpus.institution(page.side(side)[index]);
    let (center, r) = page.node(side, index);
    let shape = form(institution.sector());
    let inwards = if side == 0 { 1.0 } else { -1.0 };
    let start = Point::new(
        center.x + inwards * EDGE_INSET * half_width(shape, r),
        center.y + port(leaving, PORT_GAP, 1.2 * half_height(shape, r)),
    );
    let target = page.block_box(block);
    let is_block = bundle.works.len() > 1;
    let off = if is_block { BRACKET_OFFSET } else { 0.0 };
    let spacing = if is_block { BRACKET_PORT_GAP } else { PORT_GAP };
    let x = if side == 0 { target.left - off } else { target.right + off };
    let y = target.center().y + port(port_at_block(page, side, index, block), spacing, target.height() - 4.5);
    let end = Point::new(x, y);
    let mid_x = (start.x + end.x) / 2.0;
    let curve =
        vec![PathSegment::Move(start), PathSegment::Cubic(Point::new(mid_x, start.y), Point::new(mid_x, end.y), end)];
    let (width, opacity) = match (bundle.members.len(), is_block) {
        (1, _) => (SOLO_WIDTH, SOLO_OPACITY),
        (_, true) => (BUNDLE_WIDTH, JOINT_OPACITY),
        _ => (JOINT_WIDTH, JOINT_OPACITY),
    };
    let color = page.options.theme().sector(institution.sector());
    let keys: Vec<String> = bundle.works.iter().map(|&work| page.corpus.work_key(work)).collect();
    let works: Vec<String> = bundle.works.iter().map(|&work| work_title(page, work)).collect();
    let name = names::plain(&institution.names, page.options.language);
    MarkGroup {
        id: Some(format!("e-{}--{}", institution.id, keys.first().map_or("", String::as_str))),
        class: "edge".to_owned(),
        data: vec![("source", institution.id.clone()), ("target", keys.join(" ")), ("weight", keys.len().to_string())],
        title: Some(format!("{name} – {}", works.join(", "))),
        role: MarkRole::Edge(Box::new(EdgeMark {
            source: institution.id.clone(),
            targets: keys.iter().map(|key| work_mark_key(key)).collect(),
            weight: 1.0,
            color,
            width,
        })),
        marks: vec![Mark::Path(curve, Paint::line(color, width).stroked_at(opacity))],
    }
}

fn work_title(page: &BipartitePage<'_>, work: crate::corpus::work::WorkId) -> String {
    let name = page.corpus.work_name(work);
    match page.corpus.date(work) {
        Some(date) => format!("{name} ({})", date.to_month_string()),
        None => name.to_owned(),
    }
}

/// Brackets of a block, on the sides with edges.
fn brackets(page: &BipartitePage<'_>, block: usize) -> Vec<Mark> {
    let works = &page.content.blocks[block].works;
    if works.len() < 2 {
        return Vec::new();
    }
    let area = page.block_box(block);
    let (top, bottom) = (area.top + 1.0, area.bottom - 1.0);
    let members = &page.content.blocks[block].members;
    let touched = |side: usize| members.iter().any(|id| page.side(side).binary_search(id).is_ok());
    let bracket = |x: f64, out: f64| {
        let point = |dx: f64, y: f64| Point::new(x + out * dx, y);
        let corner =
            |y: f64, inwards: f64| [PathSegment::Cubic(point(4.0, y), point(4.0, y), point(4.0, y + inwards * 2.0))];
        let mut steps = vec![PathSegment::Move(point(0.0, top)), PathSegment::Line(point(2.0, top))];
        steps.extend(corner(top, 1.0));
        steps.push(PathSegment::Line(point(4.0, bottom - 2.0)));
        steps.push(PathSegment::Cubic(point(4.0, bottom), point(4.0, bottom), point(2.0, bottom)));
        steps.push(PathSegment::Line(point(0.0, bottom)));
        let ink = page.options.theme().ink;
        Mark::Path(steps, Paint { cap: Default::default(), ..Paint::line(ink, 0.8) })
    };
    let sides = [(area.left - 1.0, -1.0), (area.right + 1.0, 1.0)];
    (0..2).filter(|&side| touched(side)).map(|side| bracket(sides[side].0, sides[side].1)).collect()
}
