//! Path from top to bottom, with detours to the right: for one column, and for long paths.

use crate::answer::mark::{Mark, PathSegment, TextAnchor, TextLine};
use crate::drawing::path::horizontal::corner;
use crate::drawing::path::routes::{Detour, Routes};
use crate::drawing::path::scene::{CORNER_RADIUS, DETOUR_WIDTH, MAIN_WIDTH, PathDrawing, PathScene, optional_line};
use crate::drawing::wording;
use crate::geometry::{Point, Rect};
use crate::typography::Weight;

/// Largest and smallest step of the path, in points.
const STEP: (f64, f64) = (37.0, 15.5);
/// Smallest step with evidence between the institutions, in points.
const MIN_EVIDENCE_STEP: f64 = 32.0;
/// Smallest step of a detour, in points.
const MIN_DETOUR_STEP: f64 = 36.0;
/// Largest height of path and detours, in points.
const MAX_HEIGHT: f64 = 540.0;
/// Radius of the institutions on the path and on a detour, in points.
const RADIUS: (f64, f64) = (9.0, 7.2);

/// Alignment and width of the texts next to a line.
#[derive(Clone, Copy)]
struct TextSide {
    anchor: TextAnchor,
    available: f64,
}

/// Draws path and detours from top to bottom. `hidden` institutions in the middle are replaced by their number.
pub(super) fn draw(scene: PathScene<'_, '_>, routes: &Routes, hidden: usize, width: f64, top: f64) -> PathDrawing {
    let main = &routes.main;
    let steps = main.len().saturating_sub(1).max(1) as f64;
    let step = (MAX_HEIGHT / steps).clamp(STEP.1, STEP.0);
    // Detours that cannot fit their institutions are not drawn.
    let fits = |detour: &&Detour| {
        MIN_DETOUR_STEP * (detour.nodes.len() + 1) as f64 / (detour.to - detour.from) as f64 <= MAX_HEIGHT / steps
    };
    let detours: Vec<&Detour> = routes.detours.iter().filter(fits).collect();
    // Only the parts that detours avoid get longer steps.
    let mut heights = vec![0.0];
    for position in 0..main.len().saturating_sub(1) {
        let around = detours.iter().filter(|detour| detour.from <= position && position < detour.to);
        let longest = around
            .map(|detour| MIN_DETOUR_STEP * (detour.nodes.len() + 1) as f64 / (detour.to - detour.from) as f64)
            .fold(step, f64::max);
        heights.push(heights[position] + longest);
    }
    let deepest = detours.iter().map(|detour| detour.depth).max().unwrap_or(0);
    // With detours, the texts of the path are left of it, and the detours share the width to its right.
    let axis = if deepest == 0 { width * 0.42 } else { (width * 0.36).min(150.0) };
    let pitch = if deepest == 0 { 0.0 } else { (width - axis - 10.0) / deepest as f64 };
    let y = |position: usize| top + RADIUS.0 + 3.0 + heights[position];
    let mut drawing = PathDrawing::new(y(main.len() - 1) + RADIUS.0 + 3.0);
    for detour in detours.iter().rev() {
        let x = axis + 22.0 + pitch * (detour.depth - 1) as f64;
        let end = if detour.depth == deepest { width } else { x + pitch - 6.0 };
        draw_detour(scene, main, detour, (axis, x), end - x - RADIUS.1 - 4.0, &y, &mut drawing);
    }
    let left = TextSide { anchor: TextAnchor::End, available: axis - RADIUS.0 - 4.0 };
    let right = TextSide { anchor: TextAnchor::Start, available: width - axis - RADIUS.0 - 4.0 };
    let evidence_side = if deepest == 0 { right } else { left };
    for (index, pair) in main.windows(2).enumerate() {
        let (from, to) = (Point::new(axis, y(index)), Point::new(axis, y(index + 1)));
        let center = Point::new(axis, (from.y + to.y) / 2.0);
        let texts = if step >= MIN_EVIDENCE_STEP {
            evidence(scene, pair[0], pair[1], center, evidence_side, Weight::Bold)
        } else {
            Vec::new()
        };
        if hidden > 0 && index + 1 == main.len() / 2 {
            let number = format!("⋮ +{}", wording::count(hidden));
            let at = Point::new(axis + 6.0, center.y + 0.35 * scene.style.roles.evidence);
            let number = optional_line(&number, at, scene.style.roles.evidence, scene.style.theme.muted, right.anchor);
            drawing.edges.extend(number.map(Mark::from));
            continue;
        }
        let line = vec![PathSegment::Move(from), PathSegment::Line(to)];
        drawing
            .edges
            .extend(scene.tie(pair[0], pair[1], line, scene.style.theme.focus, MAIN_WIDTH, texts).map(Into::into));
    }
    let radius = RADIUS.0.min(step / 2.0 - 2.0);
    for (position, &node) in main.iter().enumerate() {
        let at = Point::new(axis, y(position));
        let texts = name(scene, node, at, radius, left, step);
        drawing.nodes.extend(scene.node(node, at, radius, texts));
    }
    drawing
}

fn draw_detour(
    scene: PathScene<'_, '_>,
    main: &[usize],
    detour: &Detour,
    (axis, x): (f64, f64),
    available: f64,
    y: &dyn Fn(usize) -> f64,
    drawing: &mut PathDrawing,
) {
    let (top, bottom) = (y(detour.from), y(detour.to));
    let mut chain = vec![main[detour.from]];
    chain.extend(&detour.nodes);
    chain.push(main[detour.to]);
    let segments = chain.len() - 1;
    let position = |index: usize| top + (bottom - top) * index as f64 / segments as f64;
    let side = TextSide { anchor: TextAnchor::Start, available };
    for (index, pair) in chain.windows(2).enumerate() {
        let mut steps = Vec::new();
        if index == 0 {
            steps.push(PathSegment::Move(Point::new(axis, top)));
            steps.push(PathSegment::Line(Point::new(x - CORNER_RADIUS, top)));
            steps.push(corner(
                Point::new(x - CORNER_RADIUS, top),
                Point::new(x, top),
                Point::new(x, top + CORNER_RADIUS),
            ));
        } else {
            steps.push(PathSegment::Move(Point::new(x, position(index))));
        }
        if index + 1 == segments {
            steps.push(PathSegment::Line(Point::new(x, bottom - CORNER_RADIUS)));
            steps.push(corner(
                Point::new(x, bottom - CORNER_RADIUS),
                Point::new(x, bottom),
                Point::new(x - CORNER_RADIUS, bottom),
            ));
            steps.push(PathSegment::Line(Point::new(axis, bottom)));
        } else {
            steps.push(PathSegment::Line(Point::new(x, position(index + 1))));
        }
        let center = Point::new(x, (position(index) + position(index + 1)) / 2.0);
        let texts = evidence(scene, pair[0], pair[1], center, side, Weight::Regular);
        drawing
            .edges
            .extend(scene.tie(pair[0], pair[1], steps, scene.style.theme.edge, DETOUR_WIDTH, texts).map(Into::into));
    }
    for (index, &node) in detour.nodes.iter().enumerate() {
        let at = Point::new(x, position(index + 1));
        let texts = name(scene, node, at, RADIUS.1, side, MIN_DETOUR_STEP);
        drawing.include(Rect::new(x, at.y, x, at.y + RADIUS.1));
        drawing.nodes.extend(scene.node(node, at, RADIUS.1, texts));
    }
}

/// Name next to an institution; in one language where the step is short.
fn name(scene: PathScene<'_, '_>, node: usize, at: Point, r: f64, side: TextSide, step: f64) -> Vec<TextLine> {
    let mut label = scene.ellipsized_label(node, side.available);
    if step < MIN_EVIDENCE_STEP {
        label.second = None;
    }
    let height = label.size(scene.style.roles).1;
    label.texts(
        offset_from(at.x, r + 4.0, side),
        at.y - height / 2.0,
        side.anchor,
        scene.style.roles,
        scene.style.theme,
    )
}

fn offset_from(x: f64, gap: f64, side: TextSide) -> f64 {
    if side.anchor == TextAnchor::End { x - gap } else { x + gap }
}

/// Works and years next to the line, on two lines.
fn evidence(scene: PathScene<'_, '_>, a: usize, b: usize, at: Point, side: TextSide, weight: Weight) -> Vec<TextLine> {
    let (theme, size) = (scene.style.theme, scene.style.roles.evidence);
    let x = offset_from(at.x, 6.0, side);
    let evidence = scene.evidence(a, b, side.available, weight);
    let mut texts = Vec::new();
    let shift = if evidence.years.is_empty() { 0.0 } else { 0.56 * size };
    if let Some(text) = optional_line(&evidence.works, Point::new(x, at.y - shift), size, theme.ink, side.anchor) {
        texts.push(if weight == Weight::Bold { text.bold() } else { text });
    }
    texts.extend(optional_line(&evidence.years, Point::new(x, at.y + 0.56 * size), size, theme.muted, side.anchor));
    texts
}
