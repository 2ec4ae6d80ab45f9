//! Layout from fixed positions, such as those of another program.
//!
//! Fixed positions fit neither the page nor the labels. So each connected component is rotated, mirrored and scaled into
//! its box, and overlaps are removed; the best of these candidates are refined by simulated annealing, in which a spring
//! ties each mark to its position; the spring is weakened in stages while labels, marks or lines still overlap.

use std::collections::BTreeMap;

use crate::drawing::labels;
use crate::drawing::map::area_relaxation::{self, RelaxedNodes};
use crate::drawing::map::scene::{Arrangement, MapScene};
use crate::geometry::{Point, Rect, segments_cross};
use crate::layout::overlap;
use crate::layout::points::bounds;
use crate::random::Random;

/// Gap between marks, in points.
const GAP: f64 = 3.5;
/// Rounds of overlap removal and clamping to the page, and passes over all pairs in each.
const ROUNDS: usize = 8;
const PASSES: usize = 40;
/// Rotations that are tried, over a full circle, each with and without mirroring.
const ROTATIONS: usize = 24;
/// Cost of a rotation that is no multiple of 90°, so that layers stay horizontal or vertical.
const SLANT_COST: f64 = 12.0;
/// Candidates that are refined.
const REFINED_CANDIDATES: usize = 3;
/// Steps of a refinement: per mark, minimum and maximum.
const STEPS_PER_MARK: usize = 90;
const MIN_STEPS: usize = 400;
const MAX_STEPS: usize = 1_800;
/// Number of marks above which the steps fall inversely with its square.
const LARGE_SCENE: usize = 32;

/// Heights that are tried in the end, as shares of the height, and the additional cost allowed for one.
const HEIGHT_SHARES: [f64; 8] = [0.5, 0.56, 0.63, 0.7, 0.77, 0.84, 0.9, 0.95];
const MAX_EXTRA_COST: f64 = 25.0;
/// Rounds of area relaxation over a page.
const RELAXATIONS: usize = 3;

/// Annealing schedule with springs.
#[derive(Clone, Copy)]
struct SpringSchedule {
    /// Temperature, first and last.
    temperature: (f64, f64),
    /// Longest move in points, first and last.
    max_move: (f64, f64),
    /// Spring constant: cost of the displacement of a mark, per square point.
    spring: f64,
    /// Steps, as a multiple of the default.
    steps: usize,
}

/// Stages: short moves first, longer ones and weaker springs while violations are left.
const SPRING_SCHEDULES: [SpringSchedule; 3] = [
    SpringSchedule { temperature: (8.0, 0.2), max_move: (26.0, 2.0), spring: 0.006, steps: 1 },
    SpringSchedule { temperature: (16.0, 0.2), max_move: (60.0, 2.0), spring: 0.001, steps: 1 },
    SpringSchedule { temperature: (22.0, 0.2), max_move: (90.0, 2.0), spring: 0.000_2, steps: 2 },
];

/// Arrangement of a scene within a page near fixed positions; marks without one start at the center. Equal input gives
/// equal arrangements. O(rotations · rounds · marks² + steps · cost of a scene).
pub(crate) fn arrange(scene: &MapScene, page: Rect, positions: &[Option<Point>], is_upright: bool) -> Arrangement {
    if is_upright {
        return upright(scene, page, positions);
    }
    let mut candidates: Vec<(f64, Arrangement)> = Vec::new();
    for mirror in [1.0, -1.0] {
        for rotation in 0..ROTATIONS {
            let points = fitted_to_page(scene, &rotated(positions, rotation, mirror), page, MAX_STRETCH);
            let mut arrangement = Arrangement { points, ..Arrangement::default() };
            scene.evaluate(&mut arrangement, page, f64::INFINITY);
            let slant = if rotation % (ROTATIONS / 4) == 0 { 0.0 } else { SLANT_COST };
            arrangement.cost += slant;
            candidates.push((slant, arrangement));
        }
    }
    candidates.sort_by(|a, b| a.1.cost.total_cmp(&b.1.cost));
    candidates.truncate(REFINED_CANDIDATES);
    let mut best: Option<(usize, Arrangement)> = None;
    // In large scenes a step costs more: only the first stage is run.
    let schedule_count = if scene.half_sizes.len() > LARGE_SCENE { 1 } else { SPRING_SCHEDULES.len() };
    for schedule in SPRING_SCHEDULES.into_iter().take(schedule_count) {
        for ((slant, start), seed) in candidates.iter().zip(1..) {
            let mut arrangement = annealed(scene, start, *slant, schedule, page, seed);
            let cost = arrangement.cost;
            scene.evaluate(&mut arrangement, page, f64::INFINITY);
            scene.optimize_labels(&mut arrangement, page);
            arrangement.cost = cost;
            let violations = violations(scene, &arrangement, page) + crossings(scene, &arrangement);
            if best.as_ref().is_none_or(|(fewest, best)| (violations, cost) < (*fewest, best.cost)) {
                best = Some((violations, arrangement));
            }
        }
        if best.as_ref().is_none_or(|(violations, _)| *violations == 0) {
            break;
        }
    }
    let arrangement = best
        .map_or_else(Arrangement::default, |(violations, arrangement)| compacted(scene, arrangement, violations, page));
    without_overlaps(scene, arrangement, page)
}

/// Positions as they are, on one scale; only what would overlap is moved apart.
fn upright(scene: &MapScene, page: Rect, positions: &[Option<Point>]) -> Arrangement {
    let points = fitted_to_page(scene, &rotated(positions, 0, 1.0), page, 1.0);
    let mut arrangement = Arrangement { points, ..Arrangement::default() };
    scene.evaluate(&mut arrangement, page, f64::INFINITY);
    scene.optimize_labels(&mut arrangement, page);
    without_overlaps(scene, arrangement, page)
}

/// Removes the overlaps of marks that are left; marks may then lie below the page.
pub(crate) fn without_overlaps(scene: &MapScene, arrangement: Arrangement, page: Rect) -> Arrangement {
    let mark_rect = |mark: usize| mark_rect(arrangement.points[mark], scene.half_sizes[mark]);
    let len = arrangement.points.len();
    if !(0..len).any(|a| (a + 1..len).any(|b| mark_rect(a).overlaps(mark_rect(b)))) {
        return arrangement;
    }
    let mut points = arrangement.points.clone();
    for _ in 0..ROUNDS {
        let outcome = overlap::remove(&mut points, &scene.half_sizes, GAP, PASSES);
        for (point, half) in points.iter_mut().zip(&scene.half_sizes) {
            point.x = point.x.max(page.left + half.0).min((page.right - half.0).max(page.left + half.0));
            point.y = point.y.max(page.top + half.1);
        }
        if outcome == overlap::OverlapRemoval::Complete {
            break;
        }
    }
    let lowest = points.iter().zip(&scene.half_sizes).map(|(point, half)| point.y + half.1).fold(page.bottom, f64::max);
    let page = Rect::new(page.left, page.top, page.right, lowest);
    let mut arrangement = Arrangement { points, ..Arrangement::default() };
    scene.evaluate(&mut arrangement, page, f64::INFINITY);
    scene.optimize_labels(&mut arrangement, page);
    arrangement
}

/// Compaction: the arrangement of the smallest height that has no more violations and costs little more.
fn compacted(scene: &MapScene, arrangement: Arrangement, fewest: usize, page: Rect) -> Arrangement {
    let mut current = Arrangement { points: arrangement.points.clone(), ..Arrangement::default() };
    let max = scene.evaluate(&mut current, page, f64::INFINITY) + MAX_EXTRA_COST;
    for share in HEIGHT_SHARES {
        let center = page.center().y;
        let at = |point: &Point| Point::new(point.x, center + (point.y - center) * share);
        let mut lower = Arrangement { points: arrangement.points.iter().map(at).collect(), ..Arrangement::default() };
        if scene.evaluate(&mut lower, page, max) > max {
            continue;
        }
        scene.optimize_labels(&mut lower, page);
        if violations(scene, &lower, page) + crossings(scene, &lower) <= fewest {
            return lower;
        }
    }
    arrangement
}

/// Number of violations: those of the scene, and marks crossed by foreign lines.
pub(crate) fn violations(scene: &MapScene, at: &Arrangement, page: Rect) -> usize {
    let pierced = |mark: usize| {
        let mark_rect = scene.mark(&at.points, mark);
        let foreign = scene.lines.iter().filter(|line| line.a != mark && line.b != mark);
        foreign
            .filter(|line| {
                labels::intersects_segment(mark_rect.inflated(line.half), at.points[line.a], at.points[line.b])
            })
            .count()
    };
    scene.violations(at, page) + (0..at.points.len()).map(pierced).sum::<usize>()
}

fn crossings(scene: &MapScene, at: &Arrangement) -> usize {
    let ends = |number: usize| (at.points[scene.lines[number].a], at.points[scene.lines[number].b]);
    let len = scene.lines.len();
    (0..len).map(|a| (a + 1..len).filter(|&b| segments_cross(ends(a), ends(b))).count()).sum()
}

/// Fixed positions of an overview scaled to the page, then relaxed towards equal density, so that dense regions have space
/// for names. O(nodes²) an iteration.
pub(crate) fn spread_over_page(
    positions: &BTreeMap<String, Point>,
    keys: &[String],
    nodes: &RelaxedNodes<'_>,
    page: Rect,
    is_upright: bool,
) -> Vec<Point> {
    let positions: Vec<Option<Point>> = keys.iter().map(|key| positions.get(key).copied()).collect();
    // Portrait or landscape, whichever is nearer to the aspect of the page.
    let excess = |rotation: usize| {
        let (low, high) = bounds(&rotated(&positions, rotation, 1.0));
        let aspect = (high.x - low.x).max(1e-6) / (high.y - low.y).max(1e-6);
        libm::log(aspect * page.height() / page.width()).abs()
    };
    let rotation = if !is_upright && excess(ROTATIONS / 4) + 1e-9 < excess(0) { ROTATIONS / 4 } else { 0 };
    let max = nodes.radii.iter().fold(0.0, |max: f64, r| max.max(*r));
    let max_ratio = if is_upright { 1.0 } else { MAX_STRETCH };
    let mut points = stretched(&rotated(&positions, rotation, 1.0), page.inflated(-max - GAP), max_ratio);
    // Coincident nodes would share a cell.
    let halves: Vec<(f64, f64)> = match is_upright {
        true => nodes.radii.iter().map(|&radius| (radius, radius)).collect(),
        false => vec![(1.0, 1.0); keys.len()],
    };
    overlap::remove(&mut points, &halves, 0.0, PASSES);
    // A map that is known by its distances keeps them, but for overlaps.
    let relaxations = if is_upright { 0 } else { RELAXATIONS };
    for _ in 0..relaxations {
        area_relaxation::relax(&mut points, nodes, page);
    }
    points
}

/// Maximum number of rounds that move nodes off foreign names.
pub(crate) const MAX_CLEARINGS: usize = 12;
/// Gap between nodes and foreign names, in points.
const CLEARANCE: f64 = 1.2;

fn mark_rect(point: Point, half: (f64, f64)) -> Rect {
    Rect::around(point, 2.0 * half.0, 2.0 * half.1)
}

/// Pairs of a name and a foreign node that it covers. O(nodes²).
pub(crate) fn covered_nodes(points: &[Point], halves: &[(f64, f64)], names: &[Option<Rect>]) -> usize {
    let over = |(owner, name): (usize, &Option<Rect>)| {
        let hit = |node: &usize| {
            *node != owner
                && name.is_some_and(|name| name.inflated(0.4).overlaps(mark_rect(points[*node], halves[*node])))
        };
        (0..points.len()).filter(hit).count()
    };
    names.iter().enumerate().map(over).sum()
}

/// Moves nodes off foreign names by the smallest displacement, removes overlaps of nodes and clamps them to the page.
pub(crate) fn clear_names(points: &mut [Point], halves: &[(f64, f64)], names: &[Option<Rect>], page: Rect) {
    for (owner, name) in names.iter().enumerate() {
        let Some(name) = name.map(|name| name.inflated(CLEARANCE)) else { continue };
        for node in (0..points.len()).filter(|&node| node != owner) {
            let own = mark_rect(points[node], halves[node]);
            if name.overlaps(own) {
                let shifts = [
                    (name.left - own.right, 0.0),
                    (name.right - own.left, 0.0),
                    (0.0, name.top - own.bottom),
                    (0.0, name.bottom - own.top),
                ];
                let length = |shift: &(f64, f64)| shift.0.abs() + shift.1.abs();
                let shortest = shifts.into_iter().reduce(|a, b| if length(&b) < length(&a) { b } else { a });
                let (dx, dy) = shortest.unwrap_or_default();
                points[node] = Point::new(points[node].x + dx, points[node].y + dy);
            }
        }
    }
    for _ in 0..ROUNDS {
        let outcome = overlap::remove(points, halves, GAP, PASSES);
        for (point, half) in points.iter_mut().zip(halves) {
            point.x = point.x.clamp(page.left + half.0 + 1.0, page.right - half.0 - 1.0);
            point.y = point.y.clamp(page.top + half.1 + 1.0, page.bottom - half.1 - 1.0);
        }
        if outcome == overlap::OverlapRemoval::Complete {
            break;
        }
    }
}

fn rotated(positions: &[Option<Point>], rotation: usize, mirror: f64) -> Vec<Point> {
    let angle = std::f64::consts::TAU * rotation as f64 / ROTATIONS as f64;
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    let known: Vec<Point> = positions.iter().flatten().copied().collect();
    let (low, high) = bounds(&known);
    let points_center = Point::new((low.x + high.x) / 2.0, (low.y + high.y) / 2.0);
    let rotated = |position: &Option<Point>| {
        let position = position.unwrap_or(points_center);
        let (x, y) = ((position.x - points_center.x) * mirror, position.y - points_center.y);
        Point::new(x * cos - y * sin, x * sin + y * cos)
    };
    positions.iter().map(rotated).collect()
}

/// Largest ratio between the factors of both directions, so that circles stay roughly circles.
const MAX_STRETCH: f64 = 2.2;

/// Points scaled to a page, x and y separately, with a ratio of at most `max_ratio` between the two factors.
fn stretched(points: &[Point], page: Rect, max_ratio: f64) -> Vec<Point> {
    let (low, high) = bounds(points);
    let scale = |available: f64, extent: f64| if extent > 1e-6 { available.max(1.0) / extent } else { f64::INFINITY };
    let (sx, sy) = (scale(page.width(), high.x - low.x), scale(page.height(), high.y - low.y));
    let (sx, sy) = (sx.min(sy * max_ratio), sy.min(sx * max_ratio));
    let finite = |scale: f64| if scale.is_finite() { scale } else { 1.0 };
    let (sx, sy) = (finite(sx), finite(sy));
    let (points_center, page_center) = (Point::new((low.x + high.x) / 2.0, (low.y + high.y) / 2.0), page.center());
    let at = |point: &Point| {
        Point::new(page_center.x + (point.x - points_center.x) * sx, page_center.y + (point.y - points_center.y) * sy)
    };
    points.iter().map(at).collect()
}

/// Points scaled into a page, with overlaps of marks and the names below them removed, clamped to the page.
fn fitted_to_page(scene: &MapScene, points: &[Point], page: Rect, max_ratio: f64) -> Vec<Point> {
    let available = |(half, label): (&(f64, f64), &Option<(f64, f64)>)| {
        let label = label.unwrap_or_default();
        (half.0.max(label.0 / 2.0), half.1 + label.1 / 2.0)
    };
    let footprints: Vec<(f64, f64)> = scene.half_sizes.iter().zip(&scene.labels).map(available).collect();
    let max = scene.half_sizes.iter().fold((0.0f64, 0.0f64), |max, half| (max.0.max(half.0), max.1.max(half.1)));
    let label = scene.labels.iter().flatten().fold(0.0f64, |max, size| max.max(size.1));
    let inner = Rect::new(
        page.left + max.0,
        page.top + max.1,
        (page.right - max.0).max(page.left + max.0),
        (page.bottom - max.1 - label).max(page.top + max.1),
    );
    let mut points = stretched(points, inner, max_ratio);
    for _ in 0..ROUNDS {
        let outcome = overlap::remove(&mut points, &footprints, GAP, PASSES);
        let mut moved = false;
        for (mark, point) in points.iter_mut().enumerate() {
            let clamped = clamped(scene, mark, *point, page);
            moved |= clamped != *point;
            *point = clamped;
        }
        if !moved && outcome == overlap::OverlapRemoval::Complete {
            break;
        }
    }
    points
}

fn clamped(scene: &MapScene, mark: usize, point: Point, page: Rect) -> Point {
    let (w, h) = scene.half_sizes[mark];
    let clamp = |value: f64, low: f64, high: f64| if low <= high { value.clamp(low, high) } else { (low + high) / 2.0 };
    Point::new(clamp(point.x, page.left + w, page.right - w), clamp(point.y, page.top + h, page.bottom - h))
}

/// Simulated annealing with a spring from each mark to its start; `slant` is the constant cost of the rotation.
fn annealed(
    scene: &MapScene,
    start: &Arrangement,
    slant: f64,
    schedule: SpringSchedule,
    page: Rect,
    seed: u64,
) -> Arrangement {
    let len = start.points.len();
    if len < 2 {
        return start.clone();
    }
    let anchors = start.points.clone();
    let spring_cost = |mark: usize, at: Point| {
        let away = anchors[mark].distance(at);
        schedule.spring * away * away
    };
    let steps = (STEPS_PER_MARK * len).clamp(MIN_STEPS, MAX_STEPS) * schedule.steps;
    let steps = if len > LARGE_SCENE { steps * LARGE_SCENE * LARGE_SCENE / (len * len) } else { steps };
    let falling = |from: f64, to: f64| libm::exp(libm::log(to / from) / steps as f64);
    let (cooling, move_decay) =
        (falling(schedule.temperature.0, schedule.temperature.1), falling(schedule.max_move.0, schedule.max_move.1));
    let (mut temperature, mut max_move) = (schedule.temperature.0, schedule.max_move.0);
    let mut random = Random::new(seed);
    let (mut current, mut best, mut trial) = (start.clone(), start.clone(), start.clone());
    // Cost in addition to that of the scene: the springs and the rotation.
    let mut springs = slant;
    for _ in 0..steps {
        trial.points.clone_from(&current.points);
        let mark = random.below(len);
        let (dx, dy) = ((random.unit() - random.unit()) * max_move, (random.unit() - random.unit()) * max_move);
        let at = trial.points[mark];
        trial.points[mark] = clamped(scene, mark, Point::new(at.x + dx, at.y + dy), page);
        let spring_total = springs - spring_cost(mark, at) + spring_cost(mark, trial.points[mark]);
        let limit = current.cost - temperature * libm::log(random.unit().max(1e-12));
        if scene.evaluate(&mut trial, page, limit - spring_total) + spring_total <= limit {
            trial.cost += spring_total;
            springs = spring_total;
            std::mem::swap(&mut current, &mut trial);
            if current.cost < best.cost {
                best.clone_from(&current);
            }
        }
        temperature *= cooling;
        max_move *= move_decay;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretching_keeps_the_aspect_within_bounds() {
        let points = [(0.0, 0.0), (1.0, 0.0), (0.5, 1.0)].map(|(x, y)| Point::new(x, y));
        let wide = stretched(&points, Rect::new(0.0, 0.0, 1_000.0, 100.0), MAX_STRETCH);
        assert_eq!((wide[1].x - wide[0].x).round(), 220.0, "2.2 times the height");
        assert_eq!((wide[2].y - wide[0].y).round(), 100.0);
        let line = stretched(&points[..2], Rect::new(0.0, 0.0, 100.0, 40.0), MAX_STRETCH);
        assert_eq!((line[0], line[1]), (Point::new(0.0, 20.0), Point::new(100.0, 20.0)));
    }

    #[test]
    fn unpositioned_mark_starts_at_the_center() {
        let positions = [Some(Point::new(0.0, 0.0)), None, Some(Point::new(4.0, 2.0))];
        assert_eq!(rotated(&positions, 0, 1.0), [(-2.0, -1.0), (0.0, 0.0), (2.0, 1.0)].map(|(x, y)| Point::new(x, y)));
    }
}
