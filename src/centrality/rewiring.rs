//! Networks of the same degrees by swapping the ends of ties: the null model of structure beyond degrees.
//!
//! A swap turns a–b, c–d into a–d, c–b unless that makes a loop or a tie twice. Swaps run in batches; a batch after
//! which the network is no longer connected is taken back and the next is smaller. Sources: Maslov & Sneppen 2002,
//! *Science* 296, 910–913; Gkantsidis, Mihail & Zegura 2003, *ALENEX*, 16–25; towards a ring lattice: Sporns & Zwi 2004,
//! *Neuroinformatics* 2, 145–162. O(attempts + batches · ties).

use std::collections::HashSet;

use crate::network::adjacency::Adjacency;
use crate::random::Random;

/// Swaps that are tried, a tie.
pub const ATTEMPTS_PER_TIE: usize = 20;
/// Swaps that must succeed, a tie, for a network to count as random.
pub const MIN_SWAPS_PER_TIE: f64 = 1.0;
/// Most batches: networks that hang together by single ties need many.
const MAX_BATCHES: usize = 4_000;

/// Whereto swaps lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Any network of the same degrees.
    Random,
    /// Ties between nodes near each other on a ring: as clustered as the degrees allow.
    Lattice,
}

/// Ties of a connected network while they are swapped.
struct Rewiring {
    nodes: usize,
    ties: Vec<(u32, u32)>,
    known: HashSet<u64>,
    swaps: usize,
}

/// A connected network with the degrees of a connected one, from its ties; `None` where swaps hardly change it: a star, a
/// complete network.
#[must_use]
pub fn rewired(nodes: usize, ties: &[(u32, u32)], aim: Aim, random: &mut Random) -> Option<Adjacency> {
    let mut rewiring =
        Rewiring { nodes, ties: ties.to_vec(), known: ties.iter().map(|&(a, b)| key(a, b)).collect(), swaps: 0 };
    let wanted = ATTEMPTS_PER_TIE * ties.len();
    let (mut tried, mut size) = (0, ties.len().max(1));
    let mut undo = Vec::new();
    for _ in 0..MAX_BATCHES {
        if tried >= wanted {
            break;
        }
        let batch = size.min(wanted - tried);
        undo.clear();
        for _ in 0..batch {
            undo.extend(rewiring.swap(aim, random));
        }
        tried += batch;
        if undo.is_empty() || rewiring.is_connected() {
            size = (size + size / 4 + 1).min(ties.len().max(1));
        } else {
            undo.iter().rev().for_each(|&swap| rewiring.take_back(swap));
            size = (size / 2).max(1);
        }
    }
    let needed = match aim {
        Aim::Random => MIN_SWAPS_PER_TIE * ties.len() as f64,
        // The network may be the lattice already.
        Aim::Lattice => 0.0,
    };
    let ties = rewiring.ties.iter().map(|&(a, b)| (a, b, 1.0));
    (rewiring.swaps as f64 >= needed).then(|| Adjacency::new(nodes, ties))
}

/// Two ties by number with the ends that they had.
type Swap = ([usize; 2], [(u32, u32); 2]);

impl Rewiring {
    fn swap(&mut self, aim: Aim, random: &mut Random) -> Option<Swap> {
        let count = self.ties.len();
        let (first, second) = (random.below(count), random.below(count));
        let (a, b) = self.ties[first];
        let (mut c, mut d) = self.ties[second];
        if random.below(2) == 1 {
            (c, d) = (d, c);
        }
        if first == second || a == d || c == b || self.known.contains(&key(a, d)) || self.known.contains(&key(c, b)) {
            return None;
        }
        if aim == Aim::Lattice && self.ring(a, b) + self.ring(c, d) < self.ring(a, d) + self.ring(c, b) {
            return None;
        }
        let swap = ([first, second], [self.ties[first], self.ties[second]]);
        self.replace(swap.0, [(a, d), (c, b)]);
        self.swaps += 1;
        Some(swap)
    }

    fn take_back(&mut self, (numbers, before): Swap) {
        self.replace(numbers, before);
        self.swaps -= 1;
    }

    fn replace(&mut self, numbers: [usize; 2], ties: [(u32, u32); 2]) {
        for number in numbers {
            let (a, b) = self.ties[number];
            self.known.remove(&key(a, b));
        }
        for (number, (a, b)) in numbers.into_iter().zip(ties) {
            self.ties[number] = (a, b);
            self.known.insert(key(a, b));
        }
    }

    /// Steps between two nodes on the ring of their numbers.
    fn ring(&self, a: u32, b: u32) -> u64 {
        let apart = u64::from(a.abs_diff(b));
        apart.min(self.nodes as u64 - apart)
    }

    fn is_connected(&self) -> bool {
        let mut root: Vec<u32> = (0..self.nodes as u32).collect();
        let mut parts = self.nodes;
        for &(a, b) in &self.ties {
            let (a, b) = (find(&mut root, a), find(&mut root, b));
            if a != b {
                root[a.max(b) as usize] = a.min(b);
                parts -= 1;
            }
        }
        parts <= 1
    }
}

fn find(root: &mut [u32], mut node: u32) -> u32 {
    while root[node as usize] != node {
        root[node as usize] = root[root[node as usize] as usize];
        node = root[node as usize];
    }
    node
}

fn key(a: u32, b: u32) -> u64 {
    u64::from(a.min(b)) << 32 | u64::from(a.max(b))
}
