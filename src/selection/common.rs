//! Common neighbours of two nodes.

use crate::network::graph::Network;

/// Common neighbours of `a` and `b`, ascending, by merging two sorted rows. O(k_a + k_b).
#[must_use]
pub fn neighbours(network: &Network<'_>, a: usize, b: usize) -> Vec<usize> {
    let (mut left, mut right) = (network.adjacency().neighbours(a), network.adjacency().neighbours(b));
    let mut common = Vec::new();
    while let (Some(&x), Some(&y)) = (left.first(), right.first()) {
        if x == y {
            common.push(x as usize);
        }
        left = if x <= y { &left[1..] } else { left };
        right = if y <= x { &right[1..] } else { right };
    }
    common
}
