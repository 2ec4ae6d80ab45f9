//! Stress layout by stochastic gradient descent.
//!
//! Minimises Σ (|xᵢ − xⱼ| − dᵢⱼ)² / dᵢⱼ² over all pairs with a path: pairs are taken one by one in random
//! order, and each moves its two ends towards the wanted distance by a step that shrinks from round to
//! round. Source: Zheng, Pawar & Goodman 2019, *Graph Drawing by Stochastic Gradient Descent*, IEEE TVCG
//! 25(9), 2738–2748 (arXiv 1710.04626), full pairs, exponential schedule.

use crate::geometry::Point;
use crate::layout::distance::Distances;
use crate::layout::majorization;
use crate::layout::packing;
use crate::layout::points::Layout;
use crate::layout::quality;
use crate::network::components;
use crate::network::graph::Network;
use crate::random::Random;

/// Rounds over all pairs, unless told otherwise.
pub const DEFAULT_ROUNDS: usize = 30;
/// Independent starts, of which the best is kept.
pub const DEFAULT_STARTS: usize = 4;
/// The seed of the first start; the next ones follow from it.
pub const DEFAULT_SEED: u64 = 1;
/// Length of one step along a tie, in points.
pub const DEFAULT_STEP: f64 = 40.0;
/// Above this many nodes one start is made: the quality of large layouts hardly depends on the seed.
const SEVERAL_STARTS_UP_TO: usize = 600;
/// Last learning rate of the schedule, relative to the smallest weight.
const FINAL_RATE: f64 = 0.05;

/// How the stress is brought down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Rounds over all pairs.
    pub rounds: usize,
    /// Independent starts.
    pub starts: usize,
    /// Seed.
    pub seed: u64,
    /// Points per step of distance (used by [`place`] only).
    pub step: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { rounds: DEFAULT_ROUNDS, starts: DEFAULT_STARTS, seed: DEFAULT_SEED, step: DEFAULT_STEP }
    }
}

/// Places all nodes of a network: every component by itself, ties one step long, then the components
/// packed so that none meets another. O(starts · rounds · nodes²) a component.
#[must_use]
pub fn place(network: &Network<'_>, options: &Options) -> Layout {
    let parts = components::find(network);
    let mut points = vec![Point::default(); network.node_count()];
    let mut local = vec![0usize; network.node_count()];
    for members in &parts.members {
        for (number, &node) in members.iter().enumerate() {
            local[node] = number;
        }
        let ties = members.iter().flat_map(|&node| {
            let local = &local;
            let row = network.adjacency().neighbours(node).iter();
            row.filter(move |next| **next as usize > node).map(move |&next| (local[node], local[next as usize]))
        });
        let distances = Distances::steps(members.len(), ties);
        for (&node, point) in members.iter().zip(descend(&distances, options)) {
            points[node] = Point::new(point.x * options.step, point.y * options.step);
        }
    }
    packing::pack(&mut points, &parts.members, options.step);
    Layout { points }
}

/// Places connected nodes by their target distances, in the unit of the distances, centred on the
/// origin. Pairs without a path have no say. The start of least stress is kept.
#[must_use]
pub fn descend(distances: &Distances, options: &Options) -> Vec<Point> {
    let starts = if distances.nodes() > SEVERAL_STARTS_UP_TO { 1 } else { options.starts.max(1) };
    let mut best: Option<(f64, Vec<Point>)> = None;
    for start in 0..starts as u64 {
        let mut points = descend_once(distances, options.rounds, options.seed.wrapping_add(start));
        if distances.nodes() <= SEVERAL_STARTS_UP_TO {
            majorization::refine(&mut points, distances, &majorization::Options::default());
        }
        let stress = quality::raw_stress(&points, distances);
        if best.as_ref().is_none_or(|(least, _)| stress < *least) {
            best = Some((stress, points));
        }
    }
    let mut points = best.map(|(_, points)| points).unwrap_or_default();
    centre(&mut points);
    points
}

/// One start of the descent.
#[must_use]
pub fn descend_once(distances: &Distances, rounds: usize, seed: u64) -> Vec<Point> {
    let len = distances.nodes();
    let mut random = Random::new(seed);
    let (shortest, longest) = range(distances);
    let mut points: Vec<Point> =
        (0..len).map(|_| Point::new(random.unit() * longest, random.unit() * longest)).collect();
    let mut pairs: Vec<(u32, u32)> = (0..len as u32)
        .flat_map(|a| (a + 1..len as u32).map(move |b| (a, b)))
        .filter(|&(a, b)| distances.between(a as usize, b as usize).is_finite())
        .collect();
    // Rates run from 1/w_min to ε/w_max, w = d⁻².
    let (first, last) = (longest * longest, FINAL_RATE * shortest * shortest);
    let decay = if rounds > 1 { libm::log(first / last) / (rounds - 1) as f64 } else { 0.0 };
    for round in 0..rounds {
        let rate = first * libm::exp(-decay * round as f64);
        random.shuffle(&mut pairs);
        for &(a, b) in &pairs {
            pull(&mut points, a as usize, b as usize, distances.between(a as usize, b as usize), rate);
        }
    }
    points
}

fn pull(points: &mut [Point], a: usize, b: usize, wanted: f64, rate: f64) {
    let share = (rate / (wanted * wanted)).min(1.0);
    let (dx, dy) = (points[a].x - points[b].x, points[a].y - points[b].y);
    let length = (dx * dx + dy * dy).sqrt();
    if length < 1e-12 {
        points[a].x += wanted * 0.01;
        return;
    }
    let move_by = share * (length - wanted) / 2.0 / length;
    points[a].x -= dx * move_by;
    points[a].y -= dy * move_by;
    points[b].x += dx * move_by;
    points[b].y += dy * move_by;
}

/// Shortest and longest finite distance of two different nodes; 1 and 1 when there is none.
fn range(distances: &Distances) -> (f64, f64) {
    let mut found = (f64::INFINITY, 0.0f64);
    for a in 0..distances.nodes() {
        for &distance in &distances.from(a)[a + 1..] {
            if distance.is_finite() {
                found = (found.0.min(distance), found.1.max(distance));
            }
        }
    }
    if found.1 > 0.0 { (found.0.max(1e-9), found.1) } else { (1.0, 1.0) }
}

fn centre(points: &mut [Point]) {
    let count = points.len().max(1) as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.x, sum.1 + point.y));
    for point in points {
        point.x -= x / count;
        point.y -= y / count;
    }
}
