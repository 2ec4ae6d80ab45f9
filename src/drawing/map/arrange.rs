//! The search for an arrangement: stress layouts turned and fitted into the box, the best ones refined
//! by simulated annealing of one mark at a time. A fixed number of steps, not of seconds.

use crate::drawing::map::scene::{Arrangement, Scene};
use crate::geometry::{Point, Rect};
use crate::layout::points::bounds;
use crate::layout::stress;
use crate::random::Random;

/// Stress layouts that are tried: of few marks, and of many, which look alike from any start.
const STARTS: u64 = 16;
const STARTS_OF_MANY: u64 = 5;
const MANY: usize = 16;
/// Turns of each, over a full circle.
const TURNS: usize = 24;
/// How many of them are refined.
const REFINED: usize = 3;
/// Steps of a refinement: so many a mark, at least and at most.
const STEPS_A_MARK: usize = 130;
const STEPS_LEAST: usize = 500;
const STEPS_MOST: usize = 2_600;
/// Comparisons of one refinement at most, so that large maps end, too.
const WORK: usize = 25_000_000;
/// Temperatures of the annealing, and the longest moves, first and last.
const HOT: f64 = 22.0;
const COLD: f64 = 0.25;
const FAR: f64 = 46.0;
const NEAR: f64 = 2.0;
/// Share of the cost of texts that a move is taken to keep, before they are placed anew.
const GRANTED: f64 = 0.6;
/// Share of the moves that swap two marks.
const SWAPS: f64 = 0.12;

/// Finds a good arrangement of a scene within a page. Seeded: equal scenes give equal arrangements.
pub(crate) fn arrange(scene: &Scene, page: Rect) -> Arrangement {
    let mut starts = starts(scene, page);
    starts.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    starts.truncate(REFINED);
    let mut best: Option<Arrangement> = None;
    for (number, start) in starts.into_iter().enumerate() {
        let found = anneal(scene, start, page, number as u64 + 1);
        if best.as_ref().is_none_or(|best| found.cost < best.cost) {
            best = Some(found);
        }
    }
    let mut best = best.unwrap_or_default();
    scene.sweep(&mut best, page);
    best
}

fn starts(scene: &Scene, page: Rect) -> Vec<Arrangement> {
    let mut found: Vec<Arrangement> = Vec::new();
    let starts = if scene.halves.len() < MANY { STARTS } else { STARTS_OF_MANY };
    for seed in 0..starts {
        let points = stress::sgd(&scene.lengths, 24, seed + 1);
        let mut best = Arrangement { cost: f64::INFINITY, ..Arrangement::default() };
        for turn in 0..TURNS {
            let angle = std::f64::consts::TAU * turn as f64 / TURNS as f64;
            let mut trial =
                Arrangement { points: fitted(scene, &turned(&points, angle), page), ..Arrangement::default() };
            if scene.settle(&mut trial, page, best.cost) < best.cost {
                best = trial;
            }
        }
        found.push(best);
    }
    found
}

fn turned(points: &[Point], angle: f64) -> Vec<Point> {
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    points.iter().map(|point| Point::new(point.x * cos - point.y * sin, point.x * sin + point.y * cos)).collect()
}

/// Stretches points into the page, marks and about half a label inside; never to more than 1.6 times
/// their own size.
fn fitted(scene: &Scene, points: &[Point], page: Rect) -> Vec<Point> {
    let (low, high) = bounds(points);
    let label =
        scene.labels.iter().flatten().fold((0.0f64, 0.0f64), |most, size| (most.0.max(size.0), most.1.max(size.1)));
    let mark = scene.halves.iter().fold((0.0f64, 0.0f64), |most, half| (most.0.max(half.0), most.1.max(half.1)));
    let room = |page: f64, label: f64, mark: f64| (page - (label * 0.5).max(mark) * 2.0 - 4.0).max(page * 0.3);
    let (wide, high_room) = (room(page.width(), label.0, mark.0), room(page.height(), label.1 * 2.0, mark.1));
    let scale = |room: f64, extent: f64| if extent > 1e-6 { (room / extent).min(1.6) } else { 1.0 };
    let (sx, sy) = (scale(wide, high.x - low.x), scale(high_room, high.y - low.y));
    let centre = page.center();
    let middle = Point::new((low.x + high.x) / 2.0, (low.y + high.y) / 2.0);
    points
        .iter()
        .enumerate()
        .map(|(node, point)| {
            let at = Point::new(centre.x + (point.x - middle.x) * sx, centre.y + (point.y - middle.y) * sy);
            kept_in(scene, node, at, page)
        })
        .collect()
}

fn kept_in(scene: &Scene, node: usize, at: Point, page: Rect) -> Point {
    let (w, h) = scene.halves[node];
    let keep = |value: f64, low: f64, high: f64| if low <= high { value.clamp(low, high) } else { (low + high) / 2.0 };
    Point::new(keep(at.x, page.left + w, page.right - w), keep(at.y, page.top + h, page.bottom - h))
}

/// Comparisons of one step: marks and lines with each other, places of texts with both.
fn work(scene: &Scene) -> usize {
    let (marks, lines) = (scene.halves.len(), scene.lines.len());
    let places = 12 * scene.order.len() + 11 * scene.notes.len();
    marks * marks + lines * lines + places * (marks + lines)
}

fn anneal(scene: &Scene, start: Arrangement, page: Rect, seed: u64) -> Arrangement {
    let len = start.points.len();
    let steps = (STEPS_A_MARK * len).clamp(STEPS_LEAST, STEPS_MOST);
    let steps = steps.min(WORK / work(scene)).max(len);
    if len < 2 {
        return start;
    }
    let mut random = Random::new(seed);
    let mut now = start.clone();
    let mut best = start;
    let mut trial = now.clone();
    let cooling = libm::exp(libm::log(COLD / HOT) / steps as f64);
    let narrowing = libm::exp(libm::log(NEAR / FAR) / steps as f64);
    let (mut heat, mut reach) = (HOT, FAR);
    for _ in 0..steps {
        trial.points.clone_from(&now.points);
        let node = random.below(len);
        if random.unit() < SWAPS {
            let other = random.below(len);
            let (a, b) = (trial.points[node], trial.points[other]);
            trial.points[node] = kept_in(scene, node, b, page);
            trial.points[other] = kept_in(scene, other, a, page);
        } else {
            let (dx, dy) = ((random.unit() - random.unit()) * reach, (random.unit() - random.unit()) * reach);
            let at = trial.points[node];
            trial.points[node] = kept_in(scene, node, Point::new(at.x + dx, at.y + dy), page);
        }
        // The threshold is drawn first, so that a bad move is given up before its labels are looked at.
        let limit = now.cost - heat * libm::log(random.unit().max(1e-12));
        // Texts cost about what they cost before: most of that is taken for granted.
        let texts = GRANTED * (now.cost - now.bones);
        if scene.bones(&trial.points) + texts > limit {
            heat *= cooling;
            reach *= narrowing;
            continue;
        }
        if scene.settle(&mut trial, page, limit) <= limit {
            std::mem::swap(&mut now, &mut trial);
            if now.cost < best.cost {
                best.clone_from(&now);
            }
        }
        heat *= cooling;
        reach *= narrowing;
    }
    best
}
