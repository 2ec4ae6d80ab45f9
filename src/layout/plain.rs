//! Stress layout of networks of any size, one start: all pairs as long as memory allows, pivots above.

use crate::geometry::Point;
use crate::layout::packing;
use crate::layout::points::Layout;
use crate::layout::{pivots, whole};
use crate::network::components;
use crate::network::graph::Network;

/// Components of more nodes are laid out by pivots. All pairs of so many take 150 MB.
pub const WHOLE_UP_TO: usize = 12_000;
/// Up to so many nodes rounds cost nothing and a bad start shows.
const SMALL: usize = 200;
/// Rounds of those.
const MANY_ROUNDS: usize = 60;

/// Places connected nodes, a tie one unit long.
#[must_use]
pub fn connected(nodes: usize, ties: &[(usize, usize)], seed: u64) -> Vec<Point> {
    if nodes > WHOLE_UP_TO {
        return pivots::place(nodes, ties, pivots::PIVOTS, pivots::ROUNDS, seed);
    }
    whole::place(nodes, ties, if nodes <= SMALL { MANY_ROUNDS } else { whole::ROUNDS }, seed)
}

/// Places all nodes of a network: every component by itself, ties `step` long, then the components packed so that none
/// meets another.
#[must_use]
pub fn place(network: &Network<'_>, step: f64, seed: u64) -> Layout {
    let parts = components::find(network);
    let mut points = vec![Point::default(); network.nodes_len()];
    let mut local = vec![0usize; network.nodes_len()];
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
