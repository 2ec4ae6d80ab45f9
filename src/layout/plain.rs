//! Stress layout of networks of any size, one start: all pairs as long as memory allows, pivots above.

use crate::geometry::Point;
use crate::layout::packing;
use crate::layout::points::Layout;
use crate::layout::{pivots, quality, whole};
use crate::network::components;
use crate::network::graph::Network;

/// Components of more nodes are laid out by pivots. All pairs of so many take 150 MB.
pub const WHOLE_UP_TO: usize = 12_000;
/// Up to so many nodes a start costs nothing and a bad one shows.
const SMALL: usize = 200;
/// Starts of those; the one of the least stress is kept.
const STARTS: u64 = 2;
/// Rounds of each.
const FEWER_ROUNDS: usize = 24;

/// Places connected nodes, a tie one unit long.
#[must_use]
pub fn connected(nodes: usize, ties: &[(usize, usize)], seed: u64) -> Vec<Point> {
    if nodes > WHOLE_UP_TO {
        return pivots::place(nodes, ties, pivots::PIVOTS, pivots::ROUNDS, seed);
    }
    let start = |number: u64| whole::place(nodes, ties, FEWER_ROUNDS, seed.wrapping_mul(STARTS).wrapping_add(number));
    if nodes > SMALL {
        return whole::place(nodes, ties, whole::ROUNDS, seed);
    }
    let told = (0..STARTS).map(|number| {
        let points = start(number);
        (quality::sampled_stress(&points, ties), points)
    });
    told.min_by(|a, b| a.0.total_cmp(&b.0)).map_or_else(Vec::new, |best| best.1)
}

/// Places all nodes of a network: every component by itself, ties `step` long, then the components packed so that none
/// meets another.
#[must_use]
pub fn place(network: &Network<'_>, step: f64, seed: u64) -> Layout {
    let parts = components::find(network);
    let mut points = vec![Point::default(); network.node_count()];
    let mut local = vec![0usize; network.node_count()];
    for members in &parts.members {
        members.iter().enumerate().for_each(|(number, &node)| local[node] = number);
        let mut ties = Vec::new();
        for &node in members {
            let row = network.adjacency().neighbours(node).iter().filter(|next| **next as usize > node);
            ties.extend(row.map(|&next| (local[node], local[next as usize])));
        }
        for (&node, point) in members.iter().zip(connected(members.len(), &ties, seed)) {
            points[node] = Point::new(point.x * step, point.y * step);
        }
    }
    packing::pack(&mut points, &parts.members, step);
    Layout { points }
}
