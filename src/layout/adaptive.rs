//! Stress layout of networks of any size: all pairs up to [`MAX_ALL_PAIRS_NODES`] nodes, the sparse stress model above.

use crate::geometry::Point;
use crate::layout::packing;
use crate::layout::points::Layout;
use crate::layout::{all_pairs, quality, sparse_stress};
use crate::network::components;
use crate::network::graph::Network;

/// Nodes of a component up to which all pairs are used, which then take about 150 MB.
pub const MAX_ALL_PAIRS_NODES: usize = 12_000;
/// Nodes of a component up to which several starts are made: they are cheap there, and a poor local minimum is visible.
const MAX_MULTISTART_NODES: usize = 200;
/// Starts of small components; the layout of the lowest stress is returned.
const STARTS: u64 = 2;
/// Iterations of each of them.
const MULTISTART_ITERATIONS: usize = 24;

/// Layout of a connected graph of `nodes` nodes, one unit per tie; points by node index.
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

/// Layout of a network with ties of length `tie_length`: each connected component separately, then shelf packing of the
/// components.
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
