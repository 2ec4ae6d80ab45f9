//! Layout of a component of a detailed map: stress layouts at the common length of ties, rotated within the box; the best ones
//! are refined by simulated annealing that moves or swaps single marks. The number of steps is fixed, so that results are reproducible.

use crate::drawing::map::scene::{Arrangement, MapScene};
use crate::drawing::map::tie_length::rotated;
use crate::geometry::{Point, Rect};
use crate::layout::points::bounds;
use crate::layout::stress;
use crate::random::Random;

/// Stress layouts as candidates: for small scenes, and for large ones, where the results of different starts differ little.
const STARTS: u64 = 16;
const STARTS_OF_LARGE: u64 = 5;
const LARGE_SCENE: usize = 16;
/// Rotations of each, over a full circle.
const ROTATIONS: usize = 24;
/// Candidates that are refined.
const REFINED_CANDIDATES: usize = 3;
/// Steps of a refinement: per mark, minimum and maximum.
const STEPS_PER_MARK: usize = 130;
const MIN_STEPS: usize = 500;
const MAX_STEPS: usize = 2_600;
/// Maximum number of comparisons of one refinement, which bounds the time of large maps.
const MAX_COMPARISONS: usize = 25_000_000;
/// Temperature of the annealing and longest move in points, at the first and the last step.
const INITIAL_TEMPERATURE: f64 = 22.0;
const FINAL_TEMPERATURE: f64 = 0.25;
const INITIAL_MAX_MOVE: f64 = 46.0;
const FINAL_MAX_MOVE: f64 = 2.0;
/// Share of the cost of texts that is assumed for a move before its texts are placed.
const ASSUMED_TEXT_COST: f64 = 0.6;
/// Probability of a move that swaps two marks.
const SWAP_PROBABILITY: f64 = 0.12;

/// Arrangement of low cost of a scene within a page. Equal scenes give equal arrangements.
pub(crate) fn arrange(scene: &MapScene, page: Rect) -> Arrangement {
    let mut initial_arrangements = initial_arrangements(scene, page);
    initial_arrangements.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    initial_arrangements.truncate(REFINED_CANDIDATES);
    let mut best: Option<Arrangement> = None;
    for (number, start) in initial_arrangements.into_iter().enumerate() {
        let result = anneal(scene, start, page, number as u64 + 1);
        if best.as_ref().is_none_or(|best| result.cost < best.cost) {
            best = Some(result);
        }
    }
    let mut best = best.unwrap_or_default();
    scene.optimize_labels(&mut best, page);
    best
}

fn initial_arrangements(scene: &MapScene, page: Rect) -> Vec<Arrangement> {
    let mut result: Vec<Arrangement> = Vec::new();
    let initial_arrangements = if scene.half_sizes.len() < LARGE_SCENE { STARTS } else { STARTS_OF_LARGE };
    for seed in 0..initial_arrangements {
        let points = stress::sgd(&scene.target_lengths, 24, seed + 1);
        let mut best = Arrangement { cost: f64::INFINITY, ..Arrangement::default() };
        for rotation in 0..ROTATIONS {
            let angle = std::f64::consts::TAU * rotation as f64 / ROTATIONS as f64;
            let mut trial = Arrangement {
                points: centered_on_page(scene, &rotated(&points, angle), page),
                ..Arrangement::default()
            };
            if scene.evaluate(&mut trial, page, best.cost) < best.cost {
                best = trial;
            }
        }
        result.push(best);
    }
    result
}

/// Points around the center of the page, marks moved onto it.
fn centered_on_page(scene: &MapScene, points: &[Point], page: Rect) -> Vec<Point> {
    let (low, high) = bounds(points);
    let center = page.center();
    let (dx, dy) = (center.x - (low.x + high.x) / 2.0, center.y - (low.y + high.y) / 2.0);
    let at = |(node, point): (usize, &Point)| clamped(scene, node, Point::new(point.x + dx, point.y + dy), page);
    points.iter().enumerate().map(at).collect()
}

fn clamped(scene: &MapScene, node: usize, at: Point, page: Rect) -> Point {
    let (w, h) = scene.half_sizes[node];
    let clamp = |value: f64, low: f64, high: f64| if low <= high { value.clamp(low, high) } else { (low + high) / 2.0 };
    Point::new(clamp(at.x, page.left + w, page.right - w), clamp(at.y, page.top + h, page.bottom - h))
}

/// Comparisons of one step: pairs of marks, pairs of lines, and candidate positions of texts with both.
fn comparisons_per_step(scene: &MapScene) -> usize {
    let (marks, lines) = (scene.half_sizes.len(), scene.lines.len());
    let places = 12 * scene.order.len() + 11 * scene.notes.len();
    marks * marks + lines * lines + places * (marks + lines)
}

fn anneal(scene: &MapScene, start: Arrangement, page: Rect, seed: u64) -> Arrangement {
    let len = start.points.len();
    let steps = (STEPS_PER_MARK * len).clamp(MIN_STEPS, MAX_STEPS);
    let steps = steps.min(MAX_COMPARISONS / comparisons_per_step(scene)).max(len);
    if len < 2 {
        return start;
    }
    let mut random = Random::new(seed);
    let mut current = start.clone();
    let mut best = start;
    let mut trial = current.clone();
    let cooling = libm::exp(libm::log(FINAL_TEMPERATURE / INITIAL_TEMPERATURE) / steps as f64);
    let move_decay = libm::exp(libm::log(FINAL_MAX_MOVE / INITIAL_MAX_MOVE) / steps as f64);
    let (mut temperature, mut max_move) = (INITIAL_TEMPERATURE, INITIAL_MAX_MOVE);
    for _ in 0..steps {
        trial.points.clone_from(&current.points);
        let node = random.below(len);
        if random.unit() < SWAP_PROBABILITY {
            let other = random.below(len);
            let (a, b) = (trial.points[node], trial.points[other]);
            trial.points[node] = clamped(scene, node, b, page);
            trial.points[other] = clamped(scene, other, a, page);
        } else {
            let (dx, dy) = ((random.unit() - random.unit()) * max_move, (random.unit() - random.unit()) * max_move);
            let at = trial.points[node];
            trial.points[node] = clamped(scene, node, Point::new(at.x + dx, at.y + dy), page);
        }
        // Metropolis criterion with the threshold drawn first: a bad move is rejected before its labels are placed.
        let limit = current.cost - temperature * libm::log(random.unit().max(1e-12));
        // Lower estimate of the cost of texts, which changes little between steps.
        let texts = ASSUMED_TEXT_COST * (current.cost - current.graph_cost);
        if scene.graph_cost(&trial.points) + texts > limit {
            temperature *= cooling;
            max_move *= move_decay;
            continue;
        }
        if scene.evaluate(&mut trial, page, limit) <= limit {
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
