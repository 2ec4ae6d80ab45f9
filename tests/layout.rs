//! Layouts against known shapes, a slow optimiser, and each other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use collabgraph::corpus::builder::{CorpusBuilder, WorkFacts};
use collabgraph::corpus::institution::{Institution, Names};
use collabgraph::corpus::table::Corpus;
use collabgraph::geometry::Point;
use collabgraph::layout::distance::DistanceMatrix;
use collabgraph::layout::{all_pairs, majorization, points, quality, sparse_stress, stress};
use collabgraph::network::components;
use collabgraph::network::counting::Projection;
use collabgraph::network::graph::Network;
use collabgraph::random::Random;

/// Zachary's karate club, members numbered from 1 (Zachary 1977, J. Anthropological Research 33(4)): of
/// each member the later ones that it is tied to.
const KARATE: [(usize, &[usize]); 28] = [
    (1, &[2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32]),
    (2, &[3, 4, 8, 14, 18, 20, 22, 31]),
    (3, &[4, 8, 9, 10, 14, 28, 29, 33]),
    (4, &[8, 13, 14]),
    (5, &[7, 11]),
    (6, &[7, 11, 17]),
    (7, &[17]),
    (9, &[31, 33, 34]),
    (10, &[34]),
    (14, &[34]),
    (15, &[33, 34]),
    (16, &[33, 34]),
    (19, &[33, 34]),
    (20, &[34]),
    (21, &[33, 34]),
    (23, &[33, 34]),
    (24, &[26, 28, 30, 33, 34]),
    (25, &[26, 28, 32]),
    (26, &[32]),
    (27, &[30, 34]),
    (28, &[34]),
    (29, &[32, 34]),
    (30, &[33, 34]),
    (31, &[33, 34]),
    (32, &[33, 34]),
    (33, &[34]),
    (34, &[]),
    (12, &[]),
];

fn steps(len: usize, ties: &[(usize, usize)]) -> DistanceMatrix {
    DistanceMatrix::hops(len, ties.iter().copied())
}

fn placed(distances: &DistanceMatrix) -> f64 {
    quality::normalised_stress(&stress::minimize(distances, &stress::Options::default()), distances)
}

#[test]
fn known_shapes_come_out() {
    let path: Vec<_> = (0..11).map(|node| (node, node + 1)).collect();
    assert!(placed(&steps(12, &path)) < 1e-4, "a path is a straight line");
    let cycle: Vec<_> = (0..12).map(|node| (node, (node + 1) % 12)).collect();
    assert!(placed(&steps(12, &cycle)) < 0.036, "a cycle is a circle");
    let grid: Vec<_> = (0..36)
        .flat_map(|node| [(node % 6 < 5, node + 1), (node < 30, node + 6)].map(|(there, next)| (there, node, next)))
        .filter_map(|(there, node, next)| there.then_some((node, next)))
        .collect();
    let grid_distances = steps(36, &grid);
    let points = stress::minimize(&grid_distances, &stress::Options::default());
    assert_eq!(quality::crossings(&points, &grid), 0);
    assert!(quality::normalised_stress(&points, &grid_distances) < 0.04);
    let star: Vec<_> = (1..13).map(|node| (0, node)).collect();
    assert!(placed(&steps(13, &star)) < 0.13);
    let karate: Vec<_> = KARATE.iter().flat_map(|(a, later)| later.iter().map(move |b| (a - 1, b - 1))).collect();
    assert_eq!(karate.len(), 78);
    assert!(placed(&steps(34, &karate)) < 0.125);
}

/// A tree of 60 nodes with some ties more.
fn sixty() -> DistanceMatrix {
    let mut random = Random::new(60);
    let mut ties: Vec<(usize, usize)> = (1..60).map(|node| (random.below(node), node)).collect();
    ties.extend((0..25).map(|_| (random.below(60), random.below(60))).filter(|(a, b)| a != b));
    steps(60, &ties)
}

#[test]
fn as_good_as_many_slow_searches() {
    let distances = sixty();
    let mut least = f64::INFINITY;
    for seed in 0..40 {
        let mut random = Random::new(1_000 + seed);
        let mut points: Vec<Point> = (0..60).map(|_| Point::new(random.unit() * 8.0, random.unit() * 8.0)).collect();
        majorization::refine(&mut points, &distances, &majorization::Options { max_sweeps: 2_000, tolerance: 1e-7 });
        least = least.min(quality::raw_stress(&points, &distances));
    }
    let points = stress::minimize(&distances, &stress::Options::default());
    let ours = quality::raw_stress(&points, &distances);
    assert!(ours <= least * 1.03, "{ours} against {least}");
    let mut polished = points.clone();
    majorization::refine(&mut polished, &distances, &majorization::Options { max_sweeps: 2_000, tolerance: 1e-9 });
    assert!(quality::raw_stress(&polished, &distances) > ours * 0.99, "not at a local optimum");
}

#[test]
fn the_fast_layouts_are_as_good_as_the_thorough_one() {
    // A ring of 300 with chords: both the diagonals and the pivots must come near the slow search.
    let mut random = Random::new(7);
    let mut ties: Vec<(usize, usize)> = (0..300).map(|node| (node, (node + 1) % 300)).collect();
    (0..60).for_each(|_| {
        let (a, b) = (random.below(300), random.below(300));
        if a != b && !ties.contains(&(a.min(b), a.max(b))) && !ties.contains(&(a.max(b), a.min(b))) {
            ties.push((a.min(b), a.max(b)));
        }
    });
    let slow = quality::normalised_stress(&stress::sgd(&steps(300, &ties), 30, 1), &steps(300, &ties));
    let best = |make: &dyn Fn(u64) -> Vec<Point>| {
        (0..3).map(|seed| quality::sampled_stress(&make(seed), &ties)).fold(f64::INFINITY, f64::min)
    };
    let whole = best(&|seed| all_pairs::layout(300, &ties, all_pairs::DEFAULT_ITERATIONS, seed));
    let pivots = best(&|seed| sparse_stress::layout(300, &ties, 60, sparse_stress::DEFAULT_ITERATIONS, seed));
    assert!(whole <= 1.03 * slow, "all pairs: {whole}, slowly {slow}");
    assert!(pivots <= 1.4 * slow, "pivots: {pivots}, slowly {slow}");
    let distances = steps(300, &ties);
    let points = all_pairs::layout(300, &ties, 3, 1);
    let both = (quality::sampled_stress(&points, &ties), quality::normalised_stress(&points, &distances));
    assert!((both.0 - both.1).abs() < 1e-9, "{both:?}");
}

#[test]
fn refining_never_makes_it_worse() {
    let distances = sixty();
    let mut points = stress::sgd(&distances, 4, 9);
    let mut before = quality::raw_stress(&points, &distances);
    for _ in 0..20 {
        majorization::refine(&mut points, &distances, &majorization::Options { max_sweeps: 1, tolerance: 0.0 });
        let after = quality::raw_stress(&points, &distances);
        assert!(after <= before + 1e-9);
        before = after;
    }
}

#[test]
fn a_seed_repeats_and_another_differs() {
    let distances = sixty();
    let options = stress::Options::default();
    assert_eq!(stress::minimize(&distances, &options), stress::minimize(&distances, &options));
    assert_ne!(stress::sgd(&distances, 10, 1), stress::sgd(&distances, 10, 2));
}

fn corpus(works: &[&[usize]]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    let len = works.iter().flat_map(|team| team.iter()).max().map_or(0, |last| last + 1);
    let handles: Vec<_> = (0..len)
        .map(|number| {
            let names = Names::plain(&format!("Institute {number:02}"));
            builder.institution(Institution { names, ..Institution::default() })
        })
        .collect();
    for (number, team) in works.iter().enumerate() {
        let institutions: Vec<_> = team.iter().map(|&member| handles[member]).collect();
        let name = format!("Model {number}");
        builder.work(&WorkFacts { name: &name, institutions: &institutions, ..WorkFacts::default() });
    }
    builder.finish()
}

#[test]
fn components_never_meet() {
    let corpus = corpus(&[&[0, 1, 2, 3], &[3, 4], &[5, 6], &[7], &[8], &[9, 10, 11], &[11, 12], &[12, 9]]);
    let network = Network::one_mode(&corpus, Projection::default());
    let layout = stress::layout(&network, &stress::Options::default());
    let parts = components::find(&network);
    assert_eq!(parts.members.len(), 5);
    let boxes: Vec<_> = parts
        .members
        .iter()
        .map(|nodes| points::bounds(&nodes.iter().map(|&node| layout.points[node]).collect::<Vec<_>>()))
        .collect();
    for (number, (low, high)) in boxes.iter().enumerate() {
        for (other_low, other_high) in &boxes[number + 1..] {
            let gap_x = (other_low.x - high.x).max(low.x - other_high.x);
            let gap_y = (other_low.y - high.y).max(low.y - other_high.y);
            assert!(gap_x.max(gap_y) >= stress::DEFAULT_TIE_LENGTH - 1e-9);
        }
    }
}

#[test]
fn nothing_and_one_are_placed_too() {
    for nodes in 0..3 {
        let ties: Vec<(usize, usize)> = (1..nodes).map(|node| (0, node)).collect();
        for points in [all_pairs::layout(nodes, &ties, 5, 1), sparse_stress::layout(nodes, &ties, 5, 5, 1)] {
            assert!(points.len() == nodes && points.iter().all(|point| point.x.is_finite() && point.y.is_finite()));
        }
    }
    let none = corpus(&[]);
    let placed = stress::layout(&Network::one_mode(&none, Projection::default()), &stress::Options::default());
    assert!(placed.points.is_empty());
    let one = corpus(&[&[0]]);
    let layout = stress::layout(&Network::one_mode(&one, Projection::default()), &stress::Options::default());
    assert_eq!(layout.points, [Point::default()]);
}
