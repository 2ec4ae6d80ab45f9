//! Lengths of ties by their weights, 1/w, as whole numbers that compare exactly.
//!
//! Source: Newman 2001, *Physical Review E* 64, 016132: a tie of twice the weight is half as long.

use crate::network::adjacency::Adjacency;

/// Largest integer range that `f64` represents exactly: 2^53.
const MAX_EXACT_INTEGER: f64 = 9_007_199_254_740_992.0;
/// Units of the longest tie where weights have no common multiple.
const UNITS_OF_LONGEST: f64 = 1_099_511_627_776.0;

/// 1/w of every tie in whole units: exact where the weights are integers of a common multiple (lcm/w), else rounded to a
/// part of 10^12 of the longest tie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TieLengths {
    /// Units of the length 1.
    pub unit: f64,
}

impl TieLengths {
    /// The units that suit a network. O(nodes + ties).
    #[must_use]
    pub fn of(adjacency: &Adjacency) -> Self {
        let unit = common_multiple(adjacency).map_or_else(
            || {
                let weights = (0..adjacency.node_count()).flat_map(|node| adjacency.weights(node));
                UNITS_OF_LONGEST * weights.copied().fold(f64::INFINITY, f64::min)
            },
            |multiple| multiple as f64,
        );
        Self { unit }
    }

    /// The length of a tie in units; at least 1.
    #[must_use]
    pub fn length(self, weight: f64) -> u64 {
        ((self.unit / weight).round() as u64).max(1)
    }
}

/// Least common multiple of all weights; `None` where a weight is no integer or a path could exceed the exact range.
#[must_use]
pub fn common_multiple(adjacency: &Adjacency) -> Option<u64> {
    let limit = (MAX_EXACT_INTEGER / f64::from(max_hops(adjacency).max(1))) as u64;
    let mut multiple = 1u64;
    for node in 0..adjacency.node_count() {
        for &weight in adjacency.weights(node) {
            if weight.fract() != 0.0 || !(1.0..=1e15).contains(&weight) {
                return None;
            }
            let integer = weight as u64;
            if !multiple.is_multiple_of(integer) {
                multiple = (multiple / gcd(multiple, integer)).checked_mul(integer).filter(|&next| next <= limit)?;
            }
        }
    }
    Some(multiple)
}

/// Upper bound for the hops of a search: twice the eccentricity of a component's first node, plus one for the tie that
/// is tried beyond. No tie is longer than the common multiple, so no distance exceeds that many multiples.
fn max_hops(adjacency: &Adjacency) -> u32 {
    let mut hops = vec![u32::MAX; adjacency.node_count()];
    let (mut queue, mut max) = (Vec::new(), 0);
    for first in 0..adjacency.node_count() {
        if hops[first] != u32::MAX {
            continue;
        }
        hops[first] = 0;
        queue.clear();
        queue.push(first as u32);
        let mut head = 0;
        while head < queue.len() {
            let node = queue[head] as usize;
            head += 1;
            for &next in adjacency.neighbours(node) {
                if hops[next as usize] == u32::MAX {
                    hops[next as usize] = hops[node] + 1;
                    queue.push(next);
                }
            }
        }
        max = max.max(queue.last().map_or(0, |&last| hops[last as usize]));
    }
    2 * max + 1
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
