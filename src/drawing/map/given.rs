//! Marks at given places, brought to the page.
//!
//! Whoever gave the places knew neither the page nor the names beside the marks. So each connected part is turned,
//! mirrored and stretched into its box, marks are parted, and the best few of these tries are nudged: marks move by
//! some points, held to their places by a spring, until names and evidence are free; where something stays in the way
//! the spring is slackened.

use std::collections::BTreeMap;

use crate::drawing::labels;
use crate::drawing::map::cells::Cell;
use crate::drawing::map::scene::{Arrangement, Scene};
use crate::drawing::map::spread::{self, Nodes};
use crate::geometry::{Point, Rect, segments_cross};
use crate::layout::overlap;
use crate::layout::points::bounds;
use crate::random::Random;

/// Gap between marks, in points.
const GAP: f64 = 3.5;
/// Rounds of parting marks and keeping them on the page, and passes over all pairs in each.
const ROUNDS: usize = 8;
const PASSES: usize = 40;
/// Turns that are tried, over a full circle; each as it is and mirrored.
const TURNS: usize = 24;
/// Cost of a turn that is no quarter: layers should stay level, or upright.
const SLANT: f64 = 12.0;
/// Tries that are nudged.
const NUDGED: usize = 3;
/// Steps of nudging: so many a mark, at least and at most.
const STEPS_A_MARK: usize = 90;
const STEPS_LEAST: usize = 400;
const STEPS_MOST: usize = 1_800;
/// Marks from which on steps get fewer, by their square.
const MANY: usize = 32;

/// Heights that are tried in the end, and what a lower one may cost more.
const LOWER: [f64; 8] = [0.5, 0.56, 0.63, 0.7, 0.77, 0.84, 0.9, 0.95];
const DEARER: f64 = 25.0;
/// Rounds of evening out a page.
const EVENING: usize = 3;

/// How freely marks are nudged.
#[derive(Clone, Copy)]
struct Leash {
    /// Temperatures, first and last.
    heat: (f64, f64),
    /// Longest moves in points, first and last.
    reach: (f64, f64),
    /// Cost of a mark away from its place, a square point.
    spring: f64,
    /// Steps, as a multiple of the usual.
    steps: usize,
}

/// Short moves first; longer ones where something is still in the way.
const LEASHES: [Leash; 3] = [
    Leash { heat: (8.0, 0.2), reach: (26.0, 2.0), spring: 0.006, steps: 1 },
    Leash { heat: (16.0, 0.2), reach: (60.0, 2.0), spring: 0.001, steps: 1 },
    Leash { heat: (22.0, 0.2), reach: (90.0, 2.0), spring: 0.000_2, steps: 2 },
];

/// Arranges a scene within a page about the places of its marks; those without one begin in the middle. Seeded:
/// equal places give equal arrangements. O(turns · rounds · marks² + steps · cost of a scene).
pub(crate) fn arrange(scene: &Scene, page: Rect, places: &[Option<Point>]) -> Arrangement {
    let mut tries: Vec<(f64, Arrangement)> = Vec::new();
    for mirror in [1.0, -1.0] {
        for turn in 0..TURNS {
            let points = boxed(scene, &turned(places, turn, mirror), page);
            let mut found = Arrangement { points, ..Arrangement::default() };
            scene.settle(&mut found, page, f64::INFINITY);
            let slant = if turn % (TURNS / 4) == 0 { 0.0 } else { SLANT };
            found.cost += slant;
            tries.push((slant, found));
        }
    }
    tries.sort_by(|a, b| a.1.cost.total_cmp(&b.1.cost));
    tries.truncate(NUDGED);
    let mut best: Option<(usize, Arrangement)> = None;
    // Of many marks a step costs more, and short moves must do.
    let leashes = if scene.halves.len() > MANY { 1 } else { LEASHES.len() };
    for leash in LEASHES.into_iter().take(leashes) {
        for ((slant, start), seed) in tries.iter().zip(1..) {
            let mut found = nudged(scene, start, *slant, leash, page, seed);
            let cost = found.cost;
            scene.settle(&mut found, page, f64::INFINITY);
            scene.sweep(&mut found, page);
            found.cost = cost;
            let faults = faults(scene, &found, page) + crossings(scene, &found);
            if best.as_ref().is_none_or(|(least, best)| (faults, cost) < (*least, best.cost)) {
                best = Some((faults, found));
            }
        }
        if best.as_ref().is_none_or(|(faults, _)| *faults == 0) {
            break;
        }
    }
    let found = best.map_or_else(Arrangement::default, |(faults, found)| lowered(scene, found, faults, page));
    parted(scene, found, page)
}

/// Marks that still lie on one another are pushed apart, below the page where it has no room left.
pub(crate) fn parted(scene: &Scene, found: Arrangement, page: Rect) -> Arrangement {
    let body = |mark: usize| body(found.points[mark], scene.halves[mark]);
    let len = found.points.len();
    if !(0..len).any(|a| (a + 1..len).any(|b| body(a).overlaps(body(b)))) {
        return found;
    }
    let mut points = found.points.clone();
    for _ in 0..ROUNDS {
        let outcome = overlap::remove(&mut points, &scene.halves, GAP, PASSES);
        for (point, half) in points.iter_mut().zip(&scene.halves) {
            point.x = point.x.max(page.left + half.0).min((page.right - half.0).max(page.left + half.0));
            point.y = point.y.max(page.top + half.1);
        }
        if outcome == overlap::Outcome::Apart {
            break;
        }
    }
    let lowest = points.iter().zip(&scene.halves).map(|(point, half)| point.y + half.1).fold(page.bottom, f64::max);
    let page = Rect::new(page.left, page.top, page.right, lowest);
    let mut found = Arrangement { points, ..Arrangement::default() };
    scene.settle(&mut found, page, f64::INFINITY);
    scene.sweep(&mut found, page);
    found
}

/// The lowest of some lower arrangements that has no more faults and costs little more: nothing empty between.
fn lowered(scene: &Scene, found: Arrangement, least: usize, page: Rect) -> Arrangement {
    let mut now = Arrangement { points: found.points.clone(), ..Arrangement::default() };
    let most = scene.settle(&mut now, page, f64::INFINITY) + DEARER;
    for share in LOWER {
        let middle = page.center().y;
        let at = |point: &Point| Point::new(point.x, middle + (point.y - middle) * share);
        let mut lower = Arrangement { points: found.points.iter().map(at).collect(), ..Arrangement::default() };
        if scene.settle(&mut lower, page, most) > most {
            continue;
        }
        scene.sweep(&mut lower, page);
        if faults(scene, &lower, page) + crossings(scene, &lower) <= least {
            return lower;
        }
    }
    found
}

/// Things that must not be: those of the scene, and lines through marks that are not theirs.
pub(crate) fn faults(scene: &Scene, at: &Arrangement, page: Rect) -> usize {
    let pierced = |mark: usize| {
        let body = scene.mark(&at.points, mark);
        let foreign = scene.lines.iter().filter(|line| line.a != mark && line.b != mark);
        foreign
            .filter(|line| labels::intersects_segment(body.grown(line.half), at.points[line.a], at.points[line.b]))
            .count()
    };
    scene.faults(at, page) + (0..at.points.len()).map(pierced).sum::<usize>()
}

fn crossings(scene: &Scene, at: &Arrangement) -> usize {
    let ends = |number: usize| (at.points[scene.lines[number].a], at.points[scene.lines[number].b]);
    let len = scene.lines.len();
    (0..len).map(|a| (a + 1..len).filter(|&b| segments_cross(ends(a), ends(b))).count()).sum()
}

/// Places of nodes stretched over a whole page and evened out, so that dense parts have room for names.
/// O(nodes²).
pub(crate) fn evened(places: &BTreeMap<String, Point>, keys: &[String], nodes: &Nodes<'_>, page: Rect) -> Vec<Point> {
    let places: Vec<Option<Point>> = keys.iter().map(|key| places.get(key).copied()).collect();
    // Upright or lying, whichever is nearer to the page.
    let excess = |turn: usize| {
        let (low, high) = bounds(&turned(&places, turn, 1.0));
        let aspect = (high.x - low.x).max(1e-6) / (high.y - low.y).max(1e-6);
        libm::log(aspect * page.height() / page.width()).abs()
    };
    let turn = if excess(TURNS / 4) + 1e-9 < excess(0) { TURNS / 4 } else { 0 };
    let most = nodes.radii.iter().fold(0.0, |most: f64, r| most.max(*r));
    let mut points = stretched(&turned(&places, turn, 1.0), page.grown(-most - GAP));
    // Nodes at one place would share a part of the page.
    overlap::remove(&mut points, &vec![(1.0, 1.0); keys.len()], 0.0, PASSES);
    for _ in 0..EVENING {
        spread::even(&mut points, nodes, &[Cell { corners: page.corners().to_vec() }]);
    }
    points
}

/// Most rounds of moving nodes out from under names.
pub(crate) const CLEARINGS: usize = 12;
/// Clearance of nodes from foreign names, in points.
const CLEARANCE: f64 = 1.2;

fn body(point: Point, half: (f64, f64)) -> Rect {
    Rect::around(point, 2.0 * half.0, 2.0 * half.1)
}

/// Pairs of a name and a node that it covers though it is another's.
pub(crate) fn covered(points: &[Point], halves: &[(f64, f64)], names: &[Option<Rect>]) -> usize {
    let over = |(owner, name): (usize, &Option<Rect>)| {
        let hit = |node: &usize| {
            *node != owner && name.is_some_and(|name| name.grown(0.4).overlaps(body(points[*node], halves[*node])))
        };
        (0..points.len()).filter(hit).count()
    };
    names.iter().enumerate().map(over).sum()
}

/// Moves nodes out from under foreign names by the shortest way, parts them, and keeps them on the page.
pub(crate) fn cleared(points: &mut [Point], halves: &[(f64, f64)], names: &[Option<Rect>], page: Rect) {
    for (owner, name) in names.iter().enumerate() {
        let Some(name) = name.map(|name| name.grown(CLEARANCE)) else { continue };
        for node in (0..points.len()).filter(|&node| node != owner) {
            let own = body(points[node], halves[node]);
            if name.overlaps(own) {
                let ways = [
                    (name.left - own.right, 0.0),
                    (name.right - own.left, 0.0),
                    (0.0, name.top - own.bottom),
                    (0.0, name.bottom - own.top),
                ];
                let length = |way: &(f64, f64)| way.0.abs() + way.1.abs();
                let shortest = ways.into_iter().reduce(|a, b| if length(&b) < length(&a) { b } else { a });
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
        if outcome == overlap::Outcome::Apart {
            break;
        }
    }
}

fn turned(places: &[Option<Point>], turn: usize, mirror: f64) -> Vec<Point> {
    let angle = std::f64::consts::TAU * turn as f64 / TURNS as f64;
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    let known: Vec<Point> = places.iter().flatten().copied().collect();
    let (low, high) = bounds(&known);
    let middle = Point::new((low.x + high.x) / 2.0, (low.y + high.y) / 2.0);
    let turned = |place: &Option<Point>| {
        let place = place.unwrap_or(middle);
        let (x, y) = ((place.x - middle.x) * mirror, place.y - middle.y);
        Point::new(x * cos - y * sin, x * sin + y * cos)
    };
    places.iter().map(turned).collect()
}

/// Points stretched to a page. Neither side is stretched more than about twice as much as the other, so that rings
/// stay rings.
fn stretched(points: &[Point], page: Rect) -> Vec<Point> {
    let (low, high) = bounds(points);
    let scale = |room: f64, extent: f64| if extent > 1e-6 { room.max(1.0) / extent } else { f64::INFINITY };
    let (sx, sy) = (scale(page.width(), high.x - low.x), scale(page.height(), high.y - low.y));
    let (sx, sy) = (sx.min(sy * 2.2), sy.min(sx * 2.2));
    let finite = |scale: f64| if scale.is_finite() { scale } else { 1.0 };
    let (sx, sy) = (finite(sx), finite(sy));
    let (middle, centre) = (Point::new((low.x + high.x) / 2.0, (low.y + high.y) / 2.0), page.center());
    let at = |point: &Point| Point::new(centre.x + (point.x - middle.x) * sx, centre.y + (point.y - middle.y) * sy);
    points.iter().map(at).collect()
}

/// Points stretched into a page, marks with a name below each parted and kept inside.
fn boxed(scene: &Scene, points: &[Point], page: Rect) -> Vec<Point> {
    let room = |(half, label): (&(f64, f64), &Option<(f64, f64)>)| {
        let label = label.unwrap_or_default();
        (half.0.max(label.0 / 2.0), half.1 + label.1 / 2.0)
    };
    let rooms: Vec<(f64, f64)> = scene.halves.iter().zip(&scene.labels).map(room).collect();
    let most = scene.halves.iter().fold((0.0f64, 0.0f64), |most, half| (most.0.max(half.0), most.1.max(half.1)));
    let label = scene.labels.iter().flatten().fold(0.0f64, |most, size| most.max(size.1));
    let inner = Rect::new(
        page.left + most.0,
        page.top + most.1,
        (page.right - most.0).max(page.left + most.0),
        (page.bottom - most.1 - label).max(page.top + most.1),
    );
    let mut points = stretched(points, inner);
    for _ in 0..ROUNDS {
        let outcome = overlap::remove(&mut points, &rooms, GAP, PASSES);
        let mut moved = false;
        for (mark, point) in points.iter_mut().enumerate() {
            let kept = kept(scene, mark, *point, page);
            moved |= kept != *point;
            *point = kept;
        }
        if !moved && outcome == overlap::Outcome::Apart {
            break;
        }
    }
    points
}

fn kept(scene: &Scene, mark: usize, point: Point, page: Rect) -> Point {
    let (w, h) = scene.halves[mark];
    let keep = |value: f64, low: f64, high: f64| if low <= high { value.clamp(low, high) } else { (low + high) / 2.0 };
    Point::new(keep(point.x, page.left + w, page.right - w), keep(point.y, page.top + h, page.bottom - h))
}

/// Simulated annealing with short moves, each mark held to where it began; `slant` is a part of the first cost.
fn nudged(scene: &Scene, start: &Arrangement, slant: f64, leash: Leash, page: Rect, seed: u64) -> Arrangement {
    let len = start.points.len();
    if len < 2 {
        return start.clone();
    }
    let home = start.points.clone();
    let pull = |mark: usize, at: Point| {
        let away = home[mark].distance(at);
        leash.spring * away * away
    };
    let steps = (STEPS_A_MARK * len).clamp(STEPS_LEAST, STEPS_MOST) * leash.steps;
    let steps = if len > MANY { steps * MANY * MANY / (len * len) } else { steps };
    let falling = |from: f64, to: f64| libm::exp(libm::log(to / from) / steps as f64);
    let (cooling, narrowing) = (falling(leash.heat.0, leash.heat.1), falling(leash.reach.0, leash.reach.1));
    let (mut heat, mut reach) = (leash.heat.0, leash.reach.0);
    let mut random = Random::new(seed);
    let (mut now, mut best, mut trial) = (start.clone(), start.clone(), start.clone());
    // What costs beside the scene: the springs, and the slant that stays.
    let mut springs = slant;
    for _ in 0..steps {
        trial.points.clone_from(&now.points);
        let mark = random.below(len);
        let (dx, dy) = ((random.unit() - random.unit()) * reach, (random.unit() - random.unit()) * reach);
        let at = trial.points[mark];
        trial.points[mark] = kept(scene, mark, Point::new(at.x + dx, at.y + dy), page);
        let pulled = springs - pull(mark, at) + pull(mark, trial.points[mark]);
        let limit = now.cost - heat * libm::log(random.unit().max(1e-12));
        if scene.settle(&mut trial, page, limit - pulled) + pulled <= limit {
            trial.cost += pulled;
            springs = pulled;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_stretched_but_rings_stay_rings() {
        let points = [(0.0, 0.0), (1.0, 0.0), (0.5, 1.0)].map(|(x, y)| Point::new(x, y));
        let wide = stretched(&points, Rect::new(0.0, 0.0, 1_000.0, 100.0));
        assert_eq!((wide[1].x - wide[0].x).round(), 220.0, "2.2 times the height");
        assert_eq!((wide[2].y - wide[0].y).round(), 100.0);
        let line = stretched(&points[..2], Rect::new(0.0, 0.0, 100.0, 40.0));
        assert_eq!((line[0], line[1]), (Point::new(0.0, 20.0), Point::new(100.0, 20.0)));
    }

    #[test]
    fn a_mark_without_a_place_begins_in_the_middle() {
        let places = [Some(Point::new(0.0, 0.0)), None, Some(Point::new(4.0, 2.0))];
        assert_eq!(turned(&places, 0, 1.0), [(-2.0, -1.0), (0.0, 0.0), (2.0, 1.0)].map(|(x, y)| Point::new(x, y)));
    }
}
