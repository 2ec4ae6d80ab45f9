//! A network against networks of the same degrees: small world and rich club, of its largest component.
//!
//! σ = (C/C_rand)/(L/L_rand), ω = L_rand/L − C/C_latt, with C the average clustering, L the average path length, and
//! means over random networks and ring lattices of the same degrees. Rich club: φ(k), the density among nodes with more than k partners, against
//! its mean over the random networks. Sources: Humphries & Gurney 2008, *PLoS ONE* 3, e2051; Telesford, Joyce, Hayasaka,
//! Burdette & Laurienti 2011, *Brain Connectivity* 1, 367–375; Colizza, Flammini, Serrano & Vespignani 2006, *Nature
//! Physics* 2, 110–115.

use rayon::prelude::*;

use crate::centrality::rewiring::{self, Aim};
use crate::centrality::whole;
use crate::network::adjacency::Adjacency;
use crate::network::components;
use crate::network::graph::Network;
use crate::random::Random;

/// Random networks of the same degrees.
pub const SAMPLES: usize = 20;
/// Ring lattices of the same degrees.
pub const LATTICES: usize = 5;
/// Seed of the first.
pub const SEED: u64 = 1;
/// Ties above which no null model is made.
pub const MAX_TIES: usize = 50_000;
/// Nodes above which path lengths of samples are those from some nodes.
const MAX_SOURCES: usize = 500;

/// What a network has beyond its degrees.
#[derive(Clone, Debug, PartialEq)]
pub struct NullComparison {
    /// Clustering and path length of the largest component.
    pub own: SmallWorldShape,
    /// Their means over the random networks.
    pub random: SmallWorldShape,
    /// Highest clustering of the ring lattices and of the network itself, which may be more of a lattice than these.
    pub lattice_clustering: f64,
    /// σ, above 1 for a small world; `NaN` where a mean is 0.
    pub sigma: f64,
    /// ω, near 0 for a small world, towards −1 for a lattice, towards 1 for a random network.
    pub omega: f64,
    /// The rich club by degree, where there are two nodes of more partners.
    pub rich_club: Vec<RichClub>,
}

/// Average clustering and average path length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SmallWorldShape {
    /// Mean local clustering, 0 for nodes with fewer than two partners.
    pub clustering: f64,
    /// Mean length of shortest paths, in ties.
    pub path_length: f64,
}

/// The nodes with more than `degree` partners.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RichClub {
    /// k.
    pub degree: usize,
    /// Nodes with more than k partners.
    pub nodes: usize,
    /// φ(k), the share of their pairs that are tied.
    pub coefficient: f64,
    /// Mean of φ(k) over the random networks.
    pub expected: f64,
    /// Random networks in which φ(k) is as high, as a share of all.
    pub as_high: f64,
}

/// Compares the largest component with random networks and lattices of its degrees; `None` where it has fewer than four nodes or more than [`MAX_TIES`]
/// ties, or where its degrees hardly allow another network. Bit-identical on any number of threads.
#[must_use]
pub fn compare(network: &Network<'_>) -> Option<NullComparison> {
    let parts = components::find(network);
    let members = parts.members.first().filter(|members| members.len() >= 4)?;
    let number = ring_numbers(network.adjacency(), members);
    let inside = network.adjacency().edges().filter(|&(a, ..)| number[a] != u32::MAX);
    let ties: Vec<(u32, u32)> = inside.map(|(a, b, ..)| (number[a], number[b])).collect();
    if ties.len() > MAX_TIES {
        return None;
    }
    let own = Adjacency::new(members.len(), ties.iter().map(|&(a, b)| (a, b, 1.0)));
    let sample = |aim: Aim, at: usize| {
        let mut random = Random::new(Random::new(SEED + at as u64).next_u64());
        let rewired = rewiring::rewired(members.len(), &ties, aim, &mut random)?;
        let path_length = match aim {
            Aim::Random => path_length(&rewired),
            Aim::Lattice => f64::NAN,
        };
        let shape = SmallWorldShape { clustering: whole::mean_clustering(&rewired), path_length };
        Some((shape, rich_club(&rewired)))
    };
    let random: Vec<(SmallWorldShape, Vec<f64>)> =
        (0..SAMPLES).into_par_iter().map(|at| sample(Aim::Random, at)).collect::<Option<_>>()?;
    let lattices: Vec<(SmallWorldShape, Vec<f64>)> =
        (0..LATTICES).into_par_iter().map(|at| sample(Aim::Lattice, SAMPLES + at)).collect::<Option<_>>()?;
    let mean = |of: &dyn Fn(&SmallWorldShape) -> f64, list: &[(SmallWorldShape, Vec<f64>)]| {
        list.iter().map(|(shape, _)| of(shape)).sum::<f64>() / list.len() as f64
    };
    let shape = SmallWorldShape { clustering: whole::mean_clustering(&own), path_length: path_length(&own) };
    let expected = SmallWorldShape {
        clustering: mean(&|shape| shape.clustering, &random),
        path_length: mean(&|shape| shape.path_length, &random),
    };
    let lattice_clustering = lattices.iter().map(|(lattice, _)| lattice.clustering).fold(shape.clustering, f64::max);
    let ratio = |a: f64, b: f64| if b > 0.0 { a / b } else { f64::NAN };
    Some(NullComparison {
        sigma: ratio(shape.clustering, expected.clustering) / ratio(shape.path_length, expected.path_length),
        omega: ratio(expected.path_length, shape.path_length) - ratio(shape.clustering, lattice_clustering),
        rich_club: clubs(&own, &random),
        own: shape,
        random: expected,
        lattice_clustering,
    })
}

/// Places of the members on a ring on which tied nodes are near each other already: by breadth-first search from a node of
/// fewest partners, those with fewer first (Cuthill & McKee 1969). `u32::MAX` for all others.
fn ring_numbers(adjacency: &Adjacency, members: &[usize]) -> Vec<u32> {
    let mut number = vec![u32::MAX; adjacency.node_count()];
    let Some(&first) = members.iter().min_by_key(|&&node| (adjacency.degree(node), node)) else { return number };
    number[first] = 0;
    let (mut order, mut head) = (vec![first], 0);
    while head < order.len() {
        let start = order.len();
        for &next in adjacency.neighbours(order[head]) {
            if number[next as usize] == u32::MAX {
                number[next as usize] = 0;
                order.push(next as usize);
            }
        }
        order[start..].sort_unstable_by_key(|&node| (adjacency.degree(node), node));
        for at in start..order.len() {
            number[order[at]] = at as u32;
        }
        head += 1;
    }
    number
}

/// Mean length of shortest paths of a connected network, from all nodes or from evenly chosen ones.
fn path_length(adjacency: &Adjacency) -> f64 {
    let nodes = adjacency.node_count();
    let step = nodes.div_ceil(MAX_SOURCES);
    let sources: Vec<usize> = (0..nodes).step_by(step).collect();
    let sum: u64 = sources.iter().map(|&node| whole::distances(adjacency, node).1).sum();
    sum as f64 / (sources.len() * (nodes - 1)) as f64
}

fn clubs(own: &Adjacency, random: &[(SmallWorldShape, Vec<f64>)]) -> Vec<RichClub> {
    let degrees: Vec<usize> = (0..own.node_count()).map(|node| own.degree(node)).collect();
    let mut distinct = degrees.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let found = rich_club(own);
    distinct
        .into_iter()
        .filter_map(|degree| {
            let nodes = degrees.iter().filter(|&&other| other > degree).count();
            let samples = random.iter().map(|(_, club)| club[degree]);
            (nodes >= 2).then(|| RichClub {
                degree,
                nodes,
                coefficient: found[degree],
                expected: samples.clone().sum::<f64>() / random.len() as f64,
                as_high: samples.filter(|&other| other >= found[degree]).count() as f64 / random.len() as f64,
            })
        })
        .collect()
}

/// φ(k) by k up to the largest degree; `NaN` where fewer than two nodes have more partners. O(nodes + ties).
#[must_use]
pub fn rich_club(adjacency: &Adjacency) -> Vec<f64> {
    let nodes = 0..adjacency.node_count();
    let largest = nodes.clone().map(|node| adjacency.degree(node)).max().unwrap_or(0);
    // Nodes of each degree, and ties by the smaller degree of their ends; then all above.
    let (mut members, mut ties) = (vec![0usize; largest + 2], vec![0usize; largest + 2]);
    nodes.for_each(|node| members[adjacency.degree(node)] += 1);
    for (a, b, ..) in adjacency.edges() {
        ties[adjacency.degree(a).min(adjacency.degree(b))] += 1;
    }
    for degree in (0..=largest).rev() {
        members[degree] += members[degree + 1];
        ties[degree] += ties[degree + 1];
    }
    (0..=largest)
        .map(|degree| {
            let (nodes, ties) = (members[degree + 1] as f64, ties[degree + 1] as f64);
            if nodes < 2.0 { f64::NAN } else { 2.0 * ties / (nodes * (nodes - 1.0)) }
        })
        .collect()
}
