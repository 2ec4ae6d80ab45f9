//! A path from top to bottom, lanes to the right: for one column, and for long paths.

use crate::answer::mark::{Mark, PathSegment, TextAnchor, TextLine};
use crate::drawing::path::across::corner;
use crate::drawing::path::routes::{Lane, Routes};
use crate::drawing::path::stop::{CORNER, Drawn, LANE, MAIN, Scene, told};
use crate::drawing::wording;
use crate::geometry::{Point, Rect};
use crate::typography::Weight;

/// Step of the main line, at most and at least.
const STEP: (f64, f64) = (37.0, 15.5);
/// Step from which on evidence stands between the institutions.
const EVIDENCE_FROM: f64 = 32.0;
/// Least step of a lane.
const LANE_STEP: f64 = 36.0;
/// Height of the longest figure's body.
const TALLEST: f64 = 560.0;
/// Radius of the institutions on the line and on a lane.
const RADIUS: (f64, f64) = (9.0, 7.2);

/// Where the texts of a line stand.
#[derive(Clone, Copy)]
struct Side {
    anchor: TextAnchor,
    room: f64,
}

/// Draws the routes from top to bottom. Where institutions are hidden, their number stands between the halves of the line.
pub(super) fn draw(scene: Scene<'_, '_>, routes: &Routes, hidden: usize, width: f64, top: f64) -> Drawn {
    let main = &routes.main;
    let steps = main.len().saturating_sub(1).max(1) as f64;
    let step = (TALLEST / steps).clamp(STEP.1, STEP.0);
    // Lanes need room for their own institutions; without it there are none.
    let roomy =
        |lane: &&Lane| LANE_STEP * (lane.nodes.len() + 1) as f64 / (lane.to - lane.from) as f64 <= TALLEST / steps;
    let lanes: Vec<&Lane> = routes.lanes.iter().filter(roomy).collect();
    // Only the stretches that lanes go around are as long as those need.
    let mut heights = vec![0.0];
    for place in 0..main.len().saturating_sub(1) {
        let around = lanes.iter().filter(|lane| lane.from <= place && place < lane.to);
        let longest = around
            .map(|lane| LANE_STEP * (lane.nodes.len() + 1) as f64 / (lane.to - lane.from) as f64)
            .fold(step, f64::max);
        heights.push(heights[place] + longest);
    }
    let deepest = lanes.iter().map(|lane| lane.depth).max().unwrap_or(0);
    // With lanes the texts of the line stand left of it, the lanes share the rest.
    let axis = if deepest == 0 { width * 0.42 } else { (width * 0.36).min(150.0) };
    let pitch = if deepest == 0 { 0.0 } else { (width - axis - 10.0) / deepest as f64 };
    let y = |place: usize| top + RADIUS.0 + 3.0 + heights[place];
    let mut drawn = Drawn::new(y(main.len() - 1) + RADIUS.0 + 3.0);
    for lane in lanes.iter().rev() {
        let x = axis + 22.0 + pitch * (lane.depth - 1) as f64;
        let end = if lane.depth == deepest { width } else { x + pitch - 6.0 };
        draw_lane(scene, main, lane, (axis, x), end - x - RADIUS.1 - 4.0, &y, &mut drawn);
    }
    let left = Side { anchor: TextAnchor::End, room: axis - RADIUS.0 - 4.0 };
    let right = Side { anchor: TextAnchor::Start, room: width - axis - RADIUS.0 - 4.0 };
    let beside = if deepest == 0 { right } else { left };
    for (index, pair) in main.windows(2).enumerate() {
        let (from, to) = (Point::new(axis, y(index)), Point::new(axis, y(index + 1)));
        let middle = Point::new(axis, (from.y + to.y) / 2.0);
        let texts = if step >= EVIDENCE_FROM {
            evidence(scene, pair[0], pair[1], middle, beside, Weight::Bold)
        } else {
            Vec::new()
        };
        if hidden > 0 && index + 1 == main.len() / 2 {
            let number = format!("⋮ +{}", wording::count(hidden));
            let at = Point::new(axis + 6.0, middle.y + 0.35 * scene.look.roles.evidence);
            let number = told(&number, at, scene.look.roles.evidence, scene.look.theme.muted, right.anchor);
            drawn.edges.extend(number.map(Mark::from));
            continue;
        }
        let line = vec![PathSegment::Move(from), PathSegment::Line(to)];
        drawn.edges.extend(scene.tie(pair[0], pair[1], line, scene.look.theme.focus, MAIN, texts).map(Into::into));
    }
    let radius = RADIUS.0.min(step / 2.0 - 2.0);
    for (place, &node) in main.iter().enumerate() {
        let at = Point::new(axis, y(place));
        let texts = name(scene, node, at, radius, left, step);
        drawn.nodes.extend(scene.node(node, at, radius, texts));
    }
    drawn
}

fn draw_lane(
    scene: Scene<'_, '_>,
    main: &[usize],
    lane: &Lane,
    (axis, x): (f64, f64),
    room: f64,
    y: &dyn Fn(usize) -> f64,
    drawn: &mut Drawn,
) {
    let (top, bottom) = (y(lane.from), y(lane.to));
    let mut chain = vec![main[lane.from]];
    chain.extend(&lane.nodes);
    chain.push(main[lane.to]);
    let segments = chain.len() - 1;
    let place = |index: usize| top + (bottom - top) * index as f64 / segments as f64;
    let side = Side { anchor: TextAnchor::Start, room };
    for (index, pair) in chain.windows(2).enumerate() {
        let mut steps = Vec::new();
        if index == 0 {
            steps.push(PathSegment::Move(Point::new(axis, top)));
            steps.push(PathSegment::Line(Point::new(x - CORNER, top)));
            steps.push(corner(Point::new(x - CORNER, top), Point::new(x, top), Point::new(x, top + CORNER)));
        } else {
            steps.push(PathSegment::Move(Point::new(x, place(index))));
        }
        if index + 1 == segments {
            steps.push(PathSegment::Line(Point::new(x, bottom - CORNER)));
            steps.push(corner(Point::new(x, bottom - CORNER), Point::new(x, bottom), Point::new(x - CORNER, bottom)));
            steps.push(PathSegment::Line(Point::new(axis, bottom)));
        } else {
            steps.push(PathSegment::Line(Point::new(x, place(index + 1))));
        }
        let middle = Point::new(x, (place(index) + place(index + 1)) / 2.0);
        let texts = evidence(scene, pair[0], pair[1], middle, side, Weight::Regular);
        drawn.edges.extend(scene.tie(pair[0], pair[1], steps, scene.look.theme.edge, LANE, texts).map(Into::into));
    }
    for (index, &node) in lane.nodes.iter().enumerate() {
        let at = Point::new(x, place(index + 1));
        let texts = name(scene, node, at, RADIUS.1, side, LANE_STEP);
        drawn.holds(Rect::new(x, at.y, x, at.y + RADIUS.1));
        drawn.nodes.extend(scene.node(node, at, RADIUS.1, texts));
    }
}

/// The name beside an institution; one language where the step is short.
fn name(scene: Scene<'_, '_>, node: usize, at: Point, r: f64, side: Side, step: f64) -> Vec<TextLine> {
    let mut label = scene.fitted(node, side.room);
    if step < EVIDENCE_FROM {
        label.second = None;
    }
    let height = label.size(scene.look.roles).1;
    label.texts(beside(at.x, r + 4.0, side), at.y - height / 2.0, side.anchor, scene.look.roles, scene.look.theme)
}

fn beside(x: f64, gap: f64, side: Side) -> f64 {
    if side.anchor == TextAnchor::End { x - gap } else { x + gap }
}

/// Models and years beside the line, on two lines.
fn evidence(scene: Scene<'_, '_>, a: usize, b: usize, at: Point, side: Side, weight: Weight) -> Vec<TextLine> {
    let (theme, size) = (scene.look.theme, scene.look.roles.evidence);
    let x = beside(at.x, 6.0, side);
    let evidence = scene.evidence(a, b, side.room, weight);
    let mut texts = Vec::new();
    let shift = if evidence.years.is_empty() { 0.0 } else { 0.56 * size };
    if let Some(text) = told(&evidence.models, Point::new(x, at.y - shift), size, theme.ink, side.anchor) {
        texts.push(if weight == Weight::Bold { text.bold() } else { text });
    }
    texts.extend(told(&evidence.years, Point::new(x, at.y + 0.56 * size), size, theme.muted, side.anchor));
    texts
}
