//! Path from left to right, with detours below.

use crate::answer::mark::{PathSegment, TextAnchor, TextLine};
use crate::drawing::path::routes::{Detour, Routes};
use crate::drawing::path::scene::{CORNER_RADIUS, DETOUR_WIDTH, MAIN_WIDTH, PathDrawing, PathScene, optional_line};
use crate::geometry::{Point, Rect};
use crate::typography::Weight;

/// Vertical distance of the detours, in points.
const DETOUR_PITCH: f64 = 46.0;
/// Radius of the institutions on the path and on a detour, in points.
const RADIUS: (f64, f64) = (11.0, 8.2);
/// Gap on both sides of evidence, in points.
const GAP: f64 = 6.0;

/// Draws path and detours from left to right; `None` where they do not fit the width.
pub(super) fn draw(scene: PathScene<'_, '_>, routes: &Routes, width: f64, top: f64) -> Option<PathDrawing> {
    let main = &routes.main;
    let half = |node: usize| scene.label(node).size(scene.style.roles).0 / 2.0;
    let ends = (half(main[0]).max(RADIUS.0), half(main[main.len() - 1]).max(RADIUS.0));
    let mut steps: Vec<f64> = main
        .windows(2)
        .map(|pair| {
            let evidence = scene.evidence_width(pair[0], pair[1], Weight::Bold) + 2.0 * (RADIUS.0 + GAP);
            evidence.max(half(pair[0]) + half(pair[1]) + 5.0)
        })
        .collect();
    for detour in &routes.detours {
        let have: f64 = steps[detour.from..detour.to].iter().sum();
        let more = detour_length(scene, main, detour) - have;
        let share = more.max(0.0) / (detour.to - detour.from) as f64;
        steps[detour.from..detour.to].iter_mut().for_each(|step| *step += share);
    }
    let free = width - ends.0 - ends.1 - steps.iter().sum::<f64>();
    if free < 0.0 {
        return None;
    }
    // Steps above detours take more of the room that is left: there it shows more of their works.
    let covers = |step: usize| routes.detours.iter().filter(|detour| (detour.from..detour.to).contains(&step)).count();
    let weights: Vec<f64> = (0..steps.len()).map(|step| 1.0 + covers(step) as f64).collect();
    let spread = free / weights.iter().sum::<f64>();
    let mut x = vec![if steps.is_empty() { width / 2.0 } else { ends.0 }];
    for (step, weight) in steps.iter().zip(&weights) {
        x.push(x[x.len() - 1] + step + spread * weight);
    }
    let tall = main.iter().map(|&node| scene.label(node).size(scene.style.roles).1).fold(0.0, f64::max);
    let y = top + tall + 3.0 + RADIUS.0;
    let mut drawing = PathDrawing::new(y + RADIUS.0 + 3.0);
    // Detours further down first, so that nearer ones cover their shared vertical parts.
    for detour in routes.detours.iter().rev() {
        draw_detour(scene, main, detour, &x, y, &mut drawing);
    }
    for (index, pair) in main.windows(2).enumerate() {
        let (from, to) = (Point::new(x[index], y), Point::new(x[index + 1], y));
        let available = to.x - from.x - 2.0 * (RADIUS.0 + 2.0);
        let texts = evidence(scene, pair[0], pair[1], (from.x + to.x) / 2.0, y, available, Weight::Bold);
        let line = vec![PathSegment::Move(from), PathSegment::Line(to)];
        drawing
            .edges
            .extend(scene.tie(pair[0], pair[1], line, scene.style.theme.focus, MAIN_WIDTH, texts).map(Into::into));
    }
    for (&node, &x) in main.iter().zip(&x) {
        let label = scene.label(node);
        let top = y - RADIUS.0 - 3.0 - label.size(scene.style.roles).1;
        let texts = label.texts(x, top, TextAnchor::Middle, scene.style.roles, scene.style.theme);
        drawing.nodes.extend(scene.node(node, Point::new(x, y), RADIUS.0, texts));
    }
    Some(drawing)
}

fn detour_length(scene: PathScene<'_, '_>, main: &[usize], detour: &Detour) -> f64 {
    let taken: f64 = gaps(scene, &path_of(main, detour)).iter().sum();
    taken + 2.0 * RADIUS.1 * detour.nodes.len() as f64 + 2.0 * CORNER_RADIUS
}

/// Width of each step of a detour, between marks: for its evidence and for the names of the institutions.
fn gaps(scene: PathScene<'_, '_>, path_of: &[usize]) -> Vec<f64> {
    let over = |node: usize| scene.label(node).size(scene.style.roles).0 / 2.0 - RADIUS.1;
    let last = path_of.len() - 2;
    let gap = |(index, pair): (usize, &[usize])| {
        let left = if index == 0 { 4.0 - CORNER_RADIUS } else { over(pair[0]) };
        let right = if index == last { 4.0 - CORNER_RADIUS } else { over(pair[1]) };
        (scene.evidence_width(pair[0], pair[1], Weight::Regular) + 2.0 * GAP).max(left + right + 6.0)
    };
    path_of.windows(2).enumerate().map(gap).collect()
}

fn path_of(main: &[usize], detour: &Detour) -> Vec<usize> {
    let mut path_of = vec![main[detour.from]];
    path_of.extend(&detour.nodes);
    path_of.push(main[detour.to]);
    path_of
}

fn draw_detour(
    scene: PathScene<'_, '_>,
    main: &[usize],
    detour: &Detour,
    x: &[f64],
    line: f64,
    drawing: &mut PathDrawing,
) {
    let y = line + DETOUR_PITCH * detour.depth as f64;
    let (left, right) = (x[detour.from], x[detour.to]);
    let path_of = path_of(main, detour);
    let evidence_widths = gaps(scene, &path_of);
    let taken: f64 =
        evidence_widths.iter().sum::<f64>() + 2.0 * RADIUS.1 * detour.nodes.len() as f64 + 2.0 * CORNER_RADIUS;
    let spare = (right - left - taken) / evidence_widths.len() as f64;
    let mut positions = vec![left];
    let mut at = left + CORNER_RADIUS - RADIUS.1;
    for want in &evidence_widths[..evidence_widths.len() - 1] {
        at += want + spare + 2.0 * RADIUS.1;
        positions.push(at);
    }
    positions.push(right);
    let last = path_of.len() - 2;
    for (index, pair) in path_of.windows(2).enumerate() {
        let (from, to) = (positions[index], positions[index + 1]);
        let mut steps = Vec::new();
        if index == 0 {
            steps.push(PathSegment::Move(Point::new(left, line)));
            steps.push(PathSegment::Line(Point::new(left, y - CORNER_RADIUS)));
            steps.push(corner(
                Point::new(left, y - CORNER_RADIUS),
                Point::new(left, y),
                Point::new(left + CORNER_RADIUS, y),
            ));
        } else {
            steps.push(PathSegment::Move(Point::new(from, y)));
        }
        if index == last {
            steps.push(PathSegment::Line(Point::new(right - CORNER_RADIUS, y)));
            steps.push(corner(
                Point::new(right - CORNER_RADIUS, y),
                Point::new(right, y),
                Point::new(right, y - CORNER_RADIUS),
            ));
            steps.push(PathSegment::Line(Point::new(right, line)));
        } else {
            steps.push(PathSegment::Line(Point::new(to, y)));
        }
        let start = if index == 0 { left + CORNER_RADIUS * 0.5 } else { from + RADIUS.1 };
        let end = if index == last { right - CORNER_RADIUS * 0.5 } else { to - RADIUS.1 };
        let texts = evidence(scene, pair[0], pair[1], (start + end) / 2.0, y, end - start - 3.0, Weight::Regular);
        drawing
            .edges
            .extend(scene.tie(pair[0], pair[1], steps, scene.style.theme.edge, DETOUR_WIDTH, texts).map(Into::into));
    }
    for (&node, &x) in detour.nodes.iter().zip(&positions[1..]) {
        let label = scene.label(node);
        let top = y + RADIUS.1 + 2.5;
        let texts = label.texts(x, top, TextAnchor::Middle, scene.style.roles, scene.style.theme);
        drawing.include(Rect::new(x, top, x, top + label.size(scene.style.roles).1));
        drawing.nodes.extend(scene.node(node, Point::new(x, y), RADIUS.1, texts));
    }
}

/// Rounded corner as a cubic Bézier curve.
pub(super) fn corner(from: Point, turn: Point, to: Point) -> PathSegment {
    PathSegment::Cubic(from.lerp(turn, 0.552), to.lerp(turn, 0.552), to)
}

/// Works above the line, years below it.
fn evidence(
    scene: PathScene<'_, '_>,
    a: usize,
    b: usize,
    x: f64,
    y: f64,
    available: f64,
    weight: Weight,
) -> Vec<TextLine> {
    let (theme, roles) = (scene.style.theme, scene.style.roles);
    let evidence = scene.evidence(a, b, available, weight);
    let mut texts = Vec::new();
    if let Some(text) =
        optional_line(&evidence.works, Point::new(x, y - 6.6), roles.evidence, theme.ink, TextAnchor::Middle)
    {
        texts.push(if evidence.weight == Weight::Bold { text.bold() } else { text });
    }
    texts.extend(optional_line(
        &evidence.years,
        Point::new(x, y + 6.8),
        roles.evidence,
        theme.muted,
        TextAnchor::Middle,
    ));
    texts
}
