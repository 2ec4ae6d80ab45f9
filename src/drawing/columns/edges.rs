//! Edges of the bipartite view: one curve from an institution to a model, or to the bracket of a block.

use crate::answer::mark::{EdgeMark, Mark, MarkGroup, MarkRole, Paint, PathSegment};
use crate::drawing::columns::pills::model_key;
use crate::drawing::columns::scene::Page;
use crate::drawing::encoding::{form, half_height, half_width};
use crate::drawing::names;
use crate::geometry::Point;

/// Width of an edge to a model that one institution made alone.
const SOLO_WIDTH: f64 = 0.8;
/// Width of an edge to a joint model.
const JOINT_WIDTH: f64 = 1.1;
/// Width of an edge to a block.
const BUNDLE_WIDTH: f64 = 1.9;
/// Opacity of edges to joint models.
const JOINT_OPACITY: f64 = 0.8;
/// Opacity of edges to models of one institution.
const SOLO_OPACITY: f64 = 0.55;
/// Distance of two edges at a node or model, in points.
const PORT: f64 = 2.3;
/// Distance of two edges at a bracket.
const BRACKET_PORT: f64 = 3.4;
/// Where edges begin under a node, as a share of half its width: none shows beside a slanting side.
const UNDER: f64 = 0.35;
/// How far a bracket stands off its models.
const BRACKET: f64 = 5.0;

/// All edges, then the brackets.
#[must_use]
pub fn edges(page: &Page<'_>) -> MarkGroup {
    let mut marks: Vec<Mark> = Vec::new();
    for side in [0, 1] {
        for &index in &page.outer[side] {
            let reached = reached(page, side, index);
            for (port, &item) in reached.iter().enumerate() {
                marks.push(edge(page, side, index, item, (port, reached.len())).into());
            }
        }
    }
    for &item in &page.items {
        marks.extend(brackets(page, item));
    }
    MarkGroup::new("edges", marks)
}

/// Items of an institution from top to bottom.
fn reached(page: &Page<'_>, side: usize, index: usize) -> Vec<usize> {
    let id = page.side(side)[index];
    page.items.iter().copied().filter(|&item| page.plan.items[item].members.binary_search(&id).is_ok()).collect()
}

/// Place of an institution among those of its side that made an item, and how many they are.
fn arrival(page: &Page<'_>, side: usize, index: usize, item: usize) -> (usize, usize) {
    let members = &page.plan.items[item].members;
    let made = |other: &&usize| members.binary_search(&page.side(side)[**other]).is_ok();
    let of = page.outer[side].iter().filter(made).count();
    let before = page.outer[side].iter().take_while(|&&other| other != index).filter(made).count();
    (before, of)
}

/// Offset of the n-th of some ports, `apart` from each other unless the room is less.
fn port((nth, of): (usize, usize), apart: f64, room: f64) -> f64 {
    let apart = if of > 1 { apart.min(room / (of - 1) as f64) } else { 0.0 };
    (nth as f64 - (of as f64 - 1.0) / 2.0) * apart
}

fn edge(page: &Page<'_>, side: usize, index: usize, item: usize, leaving: (usize, usize)) -> MarkGroup {
    let plan_item = &page.plan.items[item];
    let institution = page.corpus.institution(page.side(side)[index]);
    let (center, r) = page.node(side, index);
    let shape = form(institution.sector());
    let inwards = if side == 0 { 1.0 } else { -1.0 };
    let start = Point::new(
        center.x + inwards * UNDER * half_width(shape, r),
        center.y + port(leaving, PORT, 1.2 * half_height(shape, r)),
    );
    let target = page.item_box(item);
    let is_block = plan_item.works.len() > 1;
    let off = if is_block { BRACKET } else { 0.0 };
    let apart = if is_block { BRACKET_PORT } else { PORT };
    let x = if side == 0 { target.left - off } else { target.right + off };
    let y = target.center().y + port(arrival(page, side, index, item), apart, target.height() - 4.5);
    let end = Point::new(x, y);
    let middle = (start.x + end.x) / 2.0;
    let curve =
        vec![PathSegment::Move(start), PathSegment::Cubic(Point::new(middle, start.y), Point::new(middle, end.y), end)];
    let (width, opacity) = match (plan_item.members.len(), is_block) {
        (1, _) => (SOLO_WIDTH, SOLO_OPACITY),
        (_, true) => (BUNDLE_WIDTH, JOINT_OPACITY),
        _ => (JOINT_WIDTH, JOINT_OPACITY),
    };
    let color = page.options.theme().sector(institution.sector());
    let keys: Vec<String> = plan_item.works.iter().map(|&work| page.corpus.work_key(work)).collect();
    let works: Vec<String> = plan_item.works.iter().map(|&work| told(page, work)).collect();
    let name = names::plain(&institution.names, page.options.language);
    MarkGroup {
        id: Some(format!("e-{}--{}", institution.id, keys.first().map_or("", String::as_str))),
        class: "edge".to_owned(),
        data: vec![("source", institution.id.clone()), ("target", keys.join(" ")), ("weight", keys.len().to_string())],
        title: Some(format!("{name} – {}", works.join(", "))),
        role: MarkRole::Edge(Box::new(EdgeMark {
            source: institution.id.clone(),
            targets: keys.iter().map(|key| model_key(key)).collect(),
            weight: 1.0,
            color,
            width,
        })),
        marks: vec![Mark::Path(curve, Paint::line(color, width).stroked_at(opacity))],
    }
}

fn told(page: &Page<'_>, work: crate::corpus::work::WorkId) -> String {
    let name = page.corpus.work_name(work);
    match page.corpus.date(work) {
        Some(date) => format!("{name} ({})", date.to_month_string()),
        None => name.to_owned(),
    }
}

/// Brackets on the sides from which edges come.
fn brackets(page: &Page<'_>, item: usize) -> Vec<Mark> {
    let works = &page.plan.items[item].works;
    if works.len() < 2 {
        return Vec::new();
    }
    let area = page.item_box(item);
    let (top, bottom) = (area.top + 1.0, area.bottom - 1.0);
    let members = &page.plan.items[item].members;
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
