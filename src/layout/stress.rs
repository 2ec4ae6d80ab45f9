//! Stress layout by stochastic gradient descent.
//!
//! Minimises Σ (|xᵢ − xⱼ| − dᵢⱼ)² / dᵢⱼ² over all pairs with a path: in each iteration every pair, in random order,
//! moves its two ends towards its target distance, by a learning rate that decays exponentially. Source: Zheng,
//! Pawar & Goodman 2019, *Graph Drawing by Stochastic Gradient Descent*, IEEE TVCG 25(9), 2738–2748 (arXiv 1710.04626).

use crate::geometry::Point;
use crate::layout::distance::DistanceMatrix;
use crate::layout::majorization;
use crate::layout::packing;
use crate::layout::points::Layout;
use crate::layout::quality;
use crate::network::components;
use crate::network::graph::Network;
use crate::random::Random;

/// Default of [`Options::iterations`].
pub const DEFAULT_ITERATIONS: usize = 30;
/// Default of [`Options::starts`].
pub const DEFAULT_STARTS: usize = 4;
/// Default of [`Options::seed`].
pub const DEFAULT_SEED: u64 = 1;
/// Default of [`Options::tie_length`], in points.
pub const DEFAULT_TIE_LENGTH: f64 = 40.0;
/// Nodes up to which several starts, and a majorization of each, are run: the quality of larger layouts hardly depends
/// on the seed.
const MAX_MULTISTART_NODES: usize = 600;
/// Final learning rate, as a factor on the reciprocal of the largest weight.
const FINAL_RATE: f64 = 0.05;

/// Parameters of the descent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Iterations over all pairs.
    pub iterations: usize,
    /// Independent starts from random points; the layout of the lowest stress is returned.
    pub starts: usize,
    /// Seed of the first start; that of each next one is one more.
    pub seed: u64,
    /// Length of a tie in points; used by [`layout`] only.
    pub tie_length: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            iterations: DEFAULT_ITERATIONS,
            starts: DEFAULT_STARTS,
            seed: DEFAULT_SEED,
            tie_length: DEFAULT_TIE_LENGTH,
        }
    }
}

/// Stress layout of a network: each connected component separately, then shelf packing of the components.
/// O(starts · iterations · nodes²) time and O(nodes²) space a component.
#[must_use]
pub fn layout(network: &Network<'_>, options: &Options) -> Layout {
    let components = components::find(network);
    let mut points = vec![Point::default(); network.nodes_len()];
    let mut local = vec![0usize; network.nodes_len()];
    for members in &components.members {
        for (number, &node) in members.iter().enumerate() {
            local[node] = number;
        }
        let ties = members.iter().flat_map(|&node| {
            let local = &local;
            let row = network.adjacency().neighbours(node).iter();
            row.filter(move |next| **next as usize > node).map(move |&next| (local[node], local[next as usize]))
        });
        let distances = DistanceMatrix::hops(members.len(), ties);
        for (&node, point) in members.iter().zip(minimize(&distances, options)) {
            points[node] = Point::new(point.x * options.tie_length, point.y * options.tie_length);
        }
    }
    packing::pack(&mut points, &components.members, options.tie_length);
    Layout { points }
}

/// Minimum-stress points of several starts for given target distances, in their unit, centred on the origin. Pairs at
/// infinite distance are ignored. O(starts · iterations · nodes²).
#[must_use]
pub fn minimize(distances: &DistanceMatrix, options: &Options) -> Vec<Point> {
    let starts = if distances.node_count() > MAX_MULTISTART_NODES { 1 } else { options.starts.max(1) };
    let mut best: Option<(f64, Vec<Point>)> = None;
    for start in 0..starts as u64 {
        let mut points = sgd(distances, options.iterations, options.seed.wrapping_add(start));
        if distances.node_count() <= MAX_MULTISTART_NODES {
            majorization::refine(&mut points, distances, &majorization::Options::default());
        }
        let stress = quality::raw_stress(&points, distances);
        if best.as_ref().is_none_or(|(lowest, _)| stress < *lowest) {
            best = Some((stress, points));
        }
    }
    let mut points = best.map(|(_, points)| points).unwrap_or_default();
    center(&mut points);
    points
}

/// One descent from uniformly random points. O(iterations · nodes²).
#[must_use]
pub fn sgd(distances: &DistanceMatrix, iterations: usize, seed: u64) -> Vec<Point> {
    let len = distances.node_count();
    let mut random = Random::new(seed);
    let (shortest, longest) = distance_range(distances);
    let mut points: Vec<Point> =
        (0..len).map(|_| Point::new(random.unit() * longest, random.unit() * longest)).collect();
    let mut pairs: Vec<(u32, u32)> = (0..len as u32)
        .flat_map(|a| (a + 1..len as u32).map(move |b| (a, b)))
        .filter(|&(a, b)| distances.between(a as usize, b as usize).is_finite())
        .collect();
    // Learning rates run from 1/w_min to ε/w_max, w = d⁻².
    let (first, last) = (longest * longest, FINAL_RATE * shortest * shortest);
    let decay = if iterations > 1 { libm::log(first / last) / (iterations - 1) as f64 } else { 0.0 };
    for iteration in 0..iterations {
        let rate = first * libm::exp(-decay * iteration as f64);
        random.shuffle(&mut pairs);
        for &(a, b) in &pairs {
            relax_pair(&mut points, a as usize, b as usize, distances.between(a as usize, b as usize), rate);
        }
    }
    points
}

fn relax_pair(points: &mut [Point], a: usize, b: usize, target: f64, rate: f64) {
    let share = (rate / (target * target)).min(1.0);
    let (dx, dy) = (points[a].x - points[b].x, points[a].y - points[b].y);
    let length = (dx * dx + dy * dy).sqrt();
    if length < 1e-12 {
        points[a].x += target * 0.01;
        return;
    }
    let move_by = share * (length - target) / 2.0 / length;
    points[a].x -= dx * move_by;
    points[a].y -= dy * move_by;
    points[b].x += dx * move_by;
    points[b].y += dy * move_by;
}

/// Minimum and maximum finite distance of two different nodes; (1, 1) when there is none.
fn distance_range(distances: &DistanceMatrix) -> (f64, f64) {
    let mut extremes = (f64::INFINITY, 0.0f64);
    for a in 0..distances.node_count() {
        for &distance in &distances.row(a)[a + 1..] {
            if distance.is_finite() {
                extremes = (extremes.0.min(distance), extremes.1.max(distance));
            }
        }
    }
    if extremes.1 > 0.0 { (extremes.0.max(1e-9), extremes.1) } else { (1.0, 1.0) }
}

fn center(points: &mut [Point]) {
    let count = points.len().max(1) as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.x, sum.1 + point.y));
    for point in points {
        point.x -= x / count;
        point.y -= y / count;
    }
}
