//! Stress layout over all pairs, fast: the same descent as in [`stress`](crate::layout::stress), in an order that
//! needs no shuffling of pairs.
//!
//! Nodes are numbered by lot on a circle. All pairs that are k apart on the circle come one after the other, the k in
//! an order drawn anew for every round; so memory is read straight through and neighbouring pairs share no node.
//! O(nodes · ties + rounds · nodes²) time, nodes² bytes. Source of the descent: Zheng, Pawar & Goodman 2019, *Graph
//! Drawing by Stochastic Gradient Descent*, IEEE TVCG 25(9), 2738–2748.

use rayon::prelude::*;

use crate::geometry::Point;
use crate::layout::bfs::{Graph, LANES, Walk};
use crate::layout::coordinates::Plane;
use crate::random::Random;

/// Rounds over all pairs.
pub const ROUNDS: usize = 30;
/// Last rate, relative to the smallest weight of a tie.
const FINAL_RATE: f64 = 0.03;
/// Blocks of sources whose distances are held at once.
const BLOCKS: usize = 8;

/// Places the nodes of a connected graph, a tie one unit long. Equal seeds give equal bits on any number of threads.
#[must_use]
pub fn place(nodes: usize, ties: &[(usize, usize)], rounds: usize, seed: u64) -> Vec<Point> {
    let mut random = Random::new(Random::new(seed).next_u64());
    let graph = Graph::new(nodes, ties, &mut random);
    let (circles, longest) = circles(&graph);
    let mut plane = Plane::scattered(nodes, f64::from(longest), &mut random);
    let mut order: Vec<usize> = (1..=nodes / 2).collect();
    for rate in rates(f64::from(longest), 1.0, rounds) {
        random.shuffle(&mut order);
        for &apart in &order {
            let wanted = &circles[(apart - 1) * nodes..apart * nodes];
            // On an even circle the last distance has every pair twice.
            let count = if 2 * apart == nodes { apart } else { nodes };
            let straight = count.min(nodes - apart);
            plane.pull_run(0, apart, &wanted[..straight], rate);
            plane.pull_run(straight, 0, &wanted[straight..count], rate);
        }
    }
    plane.points(&graph.numbers)
}

/// Rates of all rounds: from the square of the longest distance down to [`FINAL_RATE`] of what the heaviest pull bears,
/// by one factor.
pub(crate) fn rates(longest: f64, heaviest: f64, rounds: usize) -> Vec<f32> {
    let first = (longest * longest).max(1.0);
    let decay = if rounds > 1 { libm::log(first * heaviest / FINAL_RATE) / (rounds - 1) as f64 } else { 0.0 };
    (0..rounds).map(|round| (first * libm::exp(-decay * round as f64)) as f32).collect()
}

/// Steps of the pairs that are 1, 2, … n/2 apart, n entries each, and the longest.
fn circles(graph: &Graph) -> (Vec<u16>, u16) {
    let nodes = graph.nodes();
    let mut circles = vec![1u16; nodes * (nodes / 2)];
    let mut longest = 1;
    let (many, row) = (LANES * BLOCKS, LANES * nodes);
    let mut rows = vec![0u16; row * BLOCKS.min(nodes.div_ceil(LANES))];
    for first in (0..nodes).step_by(many) {
        let here = many.min(nodes - first);
        rows.par_chunks_mut(row).take(here.div_ceil(LANES)).enumerate().for_each_init(
            Walk::default,
            |walk, (at, row)| {
                graph.steps_of_many(first + at * LANES, row, walk);
            },
        );
        let farthest = (1..).zip(circles.chunks_mut(nodes)).collect::<Vec<(usize, &mut [u16])>>();
        let farthest = farthest.into_par_iter().map(|(apart, circle)| {
            let mut farthest = 1;
            for (at, steps) in circle[first..first + here].iter_mut().enumerate() {
                let other = first + at + apart;
                let other = if other >= nodes { other - nodes } else { other };
                *steps = rows[(at / LANES) * row + other * LANES + at % LANES];
                farthest = farthest.max(*steps);
            }
            farthest
        });
        longest = longest.max(farthest.max().unwrap_or(1));
    }
    (circles, longest)
}
