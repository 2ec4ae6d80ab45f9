//! A path from left to right, lanes below.

use crate::answer::mark::{PathSegment, TextAnchor, TextLine};
use crate::drawing::path::routes::{Lane, Routes};
use crate::drawing::path::stop::{CORNER, Drawn, LANE, MAIN, Scene, told};
use crate::geometry::{Point, Rect};
use crate::typography::Weight;

/// Distance of the lanes.
const PITCH: f64 = 46.0;
/// Radius of the institutions on the line and on a lane.
const RADIUS: (f64, f64) = (11.0, 8.2);
/// Room on either side of evidence.
const GAP: f64 = 6.0;

/// Draws the routes from left to right, or nothing when they do not fit into the width.
pub(super) fn draw(scene: Scene<'_, '_>, routes: &Routes, width: f64, top: f64) -> Option<Drawn> {
    let main = &routes.main;
    let half = |node: usize| scene.label(node).size(scene.look.roles).0 / 2.0;
    let ends = (half(main[0]).max(RADIUS.0), half(main[main.len() - 1]).max(RADIUS.0));
    let mut steps: Vec<f64> = main
        .windows(2)
        .map(|pair| {
            let evidence = scene.wants(pair[0], pair[1], Weight::Bold) + 2.0 * (RADIUS.0 + GAP);
            evidence.max(half(pair[0]) + half(pair[1]) + 5.0)
        })
        .collect();
    for lane in &routes.lanes {
        let have: f64 = steps[lane.from..lane.to].iter().sum();
        let more = lane_width(scene, main, lane) - have;
        let share = more.max(0.0) / (lane.to - lane.from) as f64;
        steps[lane.from..lane.to].iter_mut().for_each(|step| *step += share);
    }
    let free = width - ends.0 - ends.1 - steps.iter().sum::<f64>();
    if free < 0.0 {
        return None;
    }
    let spread = if steps.is_empty() { 0.0 } else { free / steps.len() as f64 };
    let mut x = vec![if steps.is_empty() { width / 2.0 } else { ends.0 }];
    for step in &steps {
        x.push(x[x.len() - 1] + step + spread);
    }
    let tall = main.iter().map(|&node| scene.label(node).size(scene.look.roles).1).fold(0.0, f64::max);
    let y = top + tall + 3.0 + RADIUS.0;
    let mut drawn = Drawn::new(y + RADIUS.0 + 3.0);
    // The deepest lane first: the shared way down is the same for all.
    for lane in routes.lanes.iter().rev() {
        draw_lane(scene, main, lane, &x, y, &mut drawn);
    }
    for (index, pair) in main.windows(2).enumerate() {
        let (from, to) = (Point::new(x[index], y), Point::new(x[index + 1], y));
        let room = to.x - from.x - 2.0 * (RADIUS.0 + 2.0);
        let texts = evidence(scene, pair[0], pair[1], (from.x + to.x) / 2.0, y, room, Weight::Bold);
        let line = vec![PathSegment::Move(from), PathSegment::Line(to)];
        drawn.edges.extend(scene.tie(pair[0], pair[1], line, scene.look.theme.focus, MAIN, texts).map(Into::into));
    }
    for (&node, &x) in main.iter().zip(&x) {
        let label = scene.label(node);
        let top = y - RADIUS.0 - 3.0 - label.size(scene.look.roles).1;
        let texts = label.texts(x, top, TextAnchor::Middle, scene.look.roles, scene.look.theme);
        drawn.nodes.extend(scene.node(node, Point::new(x, y), RADIUS.0, texts));
    }
    Some(drawn)
}

fn lane_width(scene: Scene<'_, '_>, main: &[usize], lane: &Lane) -> f64 {
    let taken: f64 = gaps(scene, &chain(main, lane)).iter().sum();
    taken + 2.0 * RADIUS.1 * lane.nodes.len() as f64 + 2.0 * CORNER
}

/// Free line that each step of a lane needs: for its evidence, and for the names of the institutions below it.
fn gaps(scene: Scene<'_, '_>, chain: &[usize]) -> Vec<f64> {
    let over = |node: usize| scene.label(node).size(scene.look.roles).0 / 2.0 - RADIUS.1;
    let last = chain.len() - 2;
    let gap = |(index, pair): (usize, &[usize])| {
        let left = if index == 0 { 4.0 - CORNER } else { over(pair[0]) };
        let right = if index == last { 4.0 - CORNER } else { over(pair[1]) };
        (scene.wants(pair[0], pair[1], Weight::Regular) + 2.0 * GAP).max(left + right + 6.0)
    };
    chain.windows(2).enumerate().map(gap).collect()
}

fn chain(main: &[usize], lane: &Lane) -> Vec<usize> {
    let mut chain = vec![main[lane.from]];
    chain.extend(&lane.nodes);
    chain.push(main[lane.to]);
    chain
}

fn draw_lane(scene: Scene<'_, '_>, main: &[usize], lane: &Lane, x: &[f64], line: f64, drawn: &mut Drawn) {
    let y = line + PITCH * lane.depth as f64;
    let (left, right) = (x[lane.from], x[lane.to]);
    let chain = chain(main, lane);
    let wants = gaps(scene, &chain);
    let taken: f64 = wants.iter().sum::<f64>() + 2.0 * RADIUS.1 * lane.nodes.len() as f64 + 2.0 * CORNER;
    let spare = (right - left - taken) / wants.len() as f64;
    let mut places = vec![left];
    let mut at = left + CORNER - RADIUS.1;
    for want in &wants[..wants.len() - 1] {
        at += want + spare + 2.0 * RADIUS.1;
        places.push(at);
    }
    places.push(right);
    let last = chain.len() - 2;
    for (index, pair) in chain.windows(2).enumerate() {
        let (from, to) = (places[index], places[index + 1]);
        let mut steps = Vec::new();
        if index == 0 {
            steps.push(PathSegment::Move(Point::new(left, line)));
            steps.push(PathSegment::Line(Point::new(left, y - CORNER)));
            steps.push(corner(Point::new(left, y - CORNER), Point::new(left, y), Point::new(left + CORNER, y)));
        } else {
            steps.push(PathSegment::Move(Point::new(from, y)));
        }
        if index == last {
            steps.push(PathSegment::Line(Point::new(right - CORNER, y)));
            steps.push(corner(Point::new(right - CORNER, y), Point::new(right, y), Point::new(right, y - CORNER)));
            steps.push(PathSegment::Line(Point::new(right, line)));
        } else {
            steps.push(PathSegment::Line(Point::new(to, y)));
        }
        let start = if index == 0 { left + CORNER * 0.5 } else { from + RADIUS.1 };
        let end = if index == last { right - CORNER * 0.5 } else { to - RADIUS.1 };
        let texts = evidence(scene, pair[0], pair[1], (start + end) / 2.0, y, end - start - 3.0, Weight::Regular);
        drawn.edges.extend(scene.tie(pair[0], pair[1], steps, scene.look.theme.edge, LANE, texts).map(Into::into));
    }
    for (&node, &x) in lane.nodes.iter().zip(&places[1..]) {
        let label = scene.label(node);
        let top = y + RADIUS.1 + 2.5;
        let texts = label.texts(x, top, TextAnchor::Middle, scene.look.roles, scene.look.theme);
        drawn.holds(Rect::new(x, top, x, top + label.size(scene.look.roles).1));
        drawn.nodes.extend(scene.node(node, Point::new(x, y), RADIUS.1, texts));
    }
}

/// A rounded corner.
pub(super) fn corner(from: Point, turn: Point, to: Point) -> PathSegment {
    PathSegment::Cubic(from.towards(turn, 0.552), to.towards(turn, 0.552), to)
}

/// The models above the line, the years below.
fn evidence(scene: Scene<'_, '_>, a: usize, b: usize, x: f64, y: f64, room: f64, weight: Weight) -> Vec<TextLine> {
    let (theme, roles) = (scene.look.theme, scene.look.roles);
    let evidence = scene.evidence(a, b, room, weight);
    let mut texts = Vec::new();
    if let Some(text) = told(&evidence.models, Point::new(x, y - 6.6), roles.evidence, theme.ink, TextAnchor::Middle) {
        texts.push(if evidence.weight == Weight::Bold { text.bold() } else { text });
    }
    texts.extend(told(&evidence.years, Point::new(x, y + 6.8), roles.evidence, theme.muted, TextAnchor::Middle));
    texts
}
