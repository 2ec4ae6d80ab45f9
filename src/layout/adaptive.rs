//! Stress layout of networks of any size, one start: all pairs as long as memory allows, pivots above.

use crate::geometry::Point;
use crate::layout::packing;
use crate::layout::points::Layout;
use crate::layout::{all_pairs, quality, sparse_stress};
use crate::network::components;
use crate::network::graph::Network;

/// Components of more nodes are laid out by pivots. All pairs of so many take 150 MB.
pub const MAX_ALL_PAIRS_NODES: usize = 12_000;
/// Up to so many nodes a start costs nothing and a bad one shows.
const MAX_MULTISTART_NODES: usize = 200;
/// Starts of those; the one of the least stress is kept.
const STARTS: u64 = 2;
/// Rounds of each.
const MULTISTART_ITERATIONS: usize = 24;

/// Places connected nodes, a tie one unit long.
#[must_use]
pub fn connected_layout(nodes: usize, ties: &[(usize, usize)], seed: u64) -> Vec<Point> {
    if nodes > MAX_ALL_PAIRS_NODES {
        return sparse_stress::layout(
            nodes,
            ties,
            sparse_stress::DEFAULT_PIVOTS,
            sparse_stress::DEFAULT_ITERATIONS,
            seed,
        );
    }
    let start = |number: u64| {
        all_pairs::layout(nodes, ties, MULTISTART_ITERATIONS, seed.wrapping_mul(STARTS).wrapping_add(number))
    };
    if nodes > MAX_MULTISTART_NODES {
        return all_pairs::layout(nodes, ties, all_pairs::DEFAULT_ITERATIONS, seed);
    }
    let candidates = (0..STARTS).map(|number| {
        let points = start(number);
        (quality::sampled_stress(&points, ties), points)
    });
    candidates.min_by(|a, b| a.0.total_cmp(&b.0)).map_or_else(Vec::new, |best| best.1)
}

/// Places all nodes of a network: every component by itself, ties `step` long, then the components packed so that none
/// meets another.
#[must_use]
pub fn layout(network: &Network<'_>, tie_length: f64, seed: u64) -> Layout {
    let components = components::find(network);
    let mut points = vec![Point::default(); network.nodes_len()];
    let mut local = vec![0usize; network.nodes_len()];
    for members in &components.members {
        members.iter().enumerate().for_each(|(number, &node)| local[node] = number);
        let mut ties = Vec::new();
        for &node in members {
            let row = network.adjacency().neighbours(node).iter().filter(|next| **next as usize > node);
            ties.extend(row.map(|&next| (local[node], local[next as usize])));
        }
        for (&node, point) in members.iter().zip(connected_layout(members.len(), &ties, seed)) {
            points[node] = Point::new(point.x * tie_length, point.y * tie_length);
        }
    }
    packing::pack(&mut points, &components.members, tie_length);
    Layout { points }
}
