//! What must hold for every input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::collections::BTreeSet;

use collabgraph::centrality::measure::{self, Measure};
use collabgraph::centrality::weighting::{Scale, Weighting};
use collabgraph::centrality::{betweenness, closeness, constraint, harmonic, sampled};
use collabgraph::community::Partition;
use collabgraph::community::leiden;
use collabgraph::community::quality::{self, Quality, TieWeights};
use collabgraph::corpus::Corpus;
use collabgraph::geometry::Point;
use collabgraph::layout::{all_pairs, sparse_stress};
use collabgraph::network::Network;
use collabgraph::network::components;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::random::Random;
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

type Rows = Vec<BTreeSet<u8>>;

fn rows() -> impl Strategy<Value = Rows> {
    vec(btree_set(0u8..14, 0..6), 0..30)
}

fn corpus(rows: &[(usize, &BTreeSet<u8>)]) -> Corpus {
    let named: Vec<(String, Vec<String>)> = rows
        .iter()
        .map(|(number, team)| (format!("w{number:03}"), team.iter().map(|id| format!("i{id:02}")).collect()))
        .collect();
    let rows: Vec<(&str, &[String])> = named.iter().map(|(name, team)| (name.as_str(), team.as_slice())).collect();
    common::corpus(&rows)
}

fn in_order(rows: &Rows) -> Corpus {
    corpus(&rows.iter().enumerate().collect::<Vec<_>>())
}

fn project(corpus: &Corpus, counting: Counting) -> Network<'_> {
    Network::one_mode(corpus, Projection { counting, max_team: None })
}

/// Bits of everything that is computed of a network.
fn fingerprint(network: &Network<'_>) -> Vec<Vec<u64>> {
    let bits = |values: Vec<f64>| values.into_iter().map(f64::to_bits).collect::<Vec<u64>>();
    let mut all: Vec<Vec<u64>> =
        Measure::ALL.into_iter().map(|measure| bits(measure::scores(network, measure).values)).collect();
    let weighting = Weighting::Weighted;
    all.push(bits(betweenness::scores(network, &betweenness::Options { weighting, ..Default::default() }).values));
    all.push(bits(closeness::scores(network, &closeness::Options { weighting, ..Default::default() }).values));
    all.push(bits(harmonic::scores(network, &harmonic::Options { weighting, ..Default::default() }).values));
    for quality in [Quality::default(), Quality::Cpm { resolution: 0.7 }] {
        let found = leiden::partition(network, &leiden::Options { quality, ..Default::default() });
        all.push(found.of.iter().map(|&label| u64::from(label)).collect());
        all.push(vec![found.quality().to_bits()]);
    }
    all
}

/// Bits of what is spread over threads only where there is much of it.
fn large_fingerprint(network: &Network<'_>) -> Vec<Vec<u64>> {
    let bits = |values: &[f64]| values.iter().map(|value| value.to_bits()).collect::<Vec<u64>>();
    let weighting = Weighting::Weighted;
    let ties: Vec<(usize, usize)> = network.adjacency().edges().map(|(a, b, ..)| (a, b)).collect();
    let points = |points: Vec<Point>| {
        let flat: Vec<f64> = points.iter().flat_map(|point| [point.x, point.y]).collect();
        assert!(flat.iter().all(|value| value.is_finite()));
        bits(&flat)
    };
    let quick = leiden::Options { effort: leiden::Effort::Quick, ..leiden::Options::default() };
    vec![
        bits(&constraint::scores(network, &constraint::Options { weighting }).values),
        bits(&measure::scores(network, Measure::Clustering).values),
        bits(&measure::scores(network, Measure::Eigenvector).values),
        bits(&sampled::scores(network, &sampled::Options::within(0.05)).scores.values),
        vec![leiden::partition(network, &quick).quality().to_bits()],
        points(all_pairs::layout(network.nodes_len(), &ties, 3, 1)),
        points(sparse_stress::layout(network.nodes_len(), &ties, 40, 5, 1)),
    ]
}

fn connected(network: &Network<'_>, members: &[usize]) -> bool {
    let inside: BTreeSet<usize> = members.iter().copied().collect();
    let (mut met, mut stack) = (BTreeSet::from([members[0]]), vec![members[0]]);
    while let Some(node) = stack.pop() {
        for &next in network.adjacency().neighbours(node) {
            if inside.contains(&(next as usize)) && met.insert(next as usize) {
                stack.push(next as usize);
            }
        }
    }
    met.len() == inside.len()
}

fn holds_every_node_once(network: &Network<'_>, partition: &Partition) {
    let members = partition.members();
    assert_eq!(members.len(), partition.len());
    let mut nodes: Vec<usize> = members.concat();
    nodes.sort_unstable();
    assert_eq!(nodes, (0..network.nodes_len()).collect::<Vec<_>>());
    assert!(members.windows(2).all(|pair| (pair[0].len(), pair[1][0]) >= (pair[1].len(), pair[0][0])));
    for community in members {
        assert!(connected(network, &community), "{community:?} is not connected");
        let isolated = |&node: &usize| network.adjacency().degree(node) == 0;
        assert!(community.len() == 1 || !community.iter().any(isolated));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_projection_is_symmetric_and_has_no_self_ties(rows in rows()) {
        let corpus = in_order(&rows);
        let network = project(&corpus, Counting::Full);
        for node in 0..network.nodes_len() {
            for (other, weight, tie) in network.adjacency().row_of(node) {
                prop_assert_ne!(node, other);
                prop_assert!(network.adjacency().row_of(other).any(|row| row == (node, weight, tie)));
                prop_assert_eq!(weight, network.evidence(tie).len() as f64);
            }
        }
    }

    #[test]
    fn counting_keeps_its_sums(rows in rows()) {
        let corpus = in_order(&rows);
        let shared = |id| corpus.works_of(id).iter().filter(|&&work| corpus.institutions_of(work).len() > 1).count();
        let network = project(&corpus, Counting::Fractional);
        let strength = measure::scores(&network, Measure::Strength).values;
        for id in corpus.institution_ids() {
            prop_assert!((strength[id.index()] - shared(id) as f64).abs() < 1e-9);
        }
        let together = rows.iter().filter(|team| team.len() > 1).count() as f64;
        prop_assert!((project(&corpus, Counting::Strict).total_weight() - together).abs() < 1e-9);
    }

    #[test]
    fn betweenness_adds_up_to_the_steps_between(rows in rows()) {
        let corpus = in_order(&rows);
        let network = project(&corpus, Counting::Full);
        let nodes = network.nodes_len();
        let mut steps = 0.0;
        for source in 0..nodes {
            let mut distance = vec![usize::MAX; nodes];
            distance[source] = 0;
            let mut queue = vec![source];
            let mut head = 0;
            while head < queue.len() {
                let node = queue[head];
                head += 1;
                for &next in network.adjacency().neighbours(node) {
                    if distance[next as usize] == usize::MAX {
                        distance[next as usize] = distance[node] + 1;
                        queue.push(next as usize);
                        steps += distance[node] as f64;
                    }
                }
            }
        }
        let raw = betweenness::Options { scale: Scale::Raw, ..Default::default() };
        let sum: f64 = betweenness::scores(&network, &raw).values.iter().sum();
        prop_assert!((sum - steps / 2.0).abs() < 1e-9 * steps.max(1.0));
    }

    #[test]
    fn communities_are_connected_and_better_than_none(rows in rows(), seed in 0u64..1000, gamma in 0.1f64..3.0) {
        let corpus = in_order(&rows);
        let network = project(&corpus, Counting::Fractional);
        let alone: Vec<u32> = (0..network.nodes_len() as u32).collect();
        let together: Vec<u32> = components::find(&network).of;
        for quality in [Quality::Modularity { resolution: gamma }, Quality::Cpm { resolution: gamma }] {
            for weights in [TieWeights::AsCounted, TieWeights::Unweighted, TieWeights::AssociationStrength] {
                let options = leiden::Options { quality, weights, seed, starts: 2, ..Default::default() };
                let found = leiden::partition(&network, &options);
                holds_every_node_once(&network, &found);
                prop_assert!(found.quality() >= quality::of(&network, &alone, quality, weights) - 1e-9);
                prop_assert!((found.quality() - quality::of(&network, &found.of, quality, weights)).abs() < 1e-9);
                if let Quality::Modularity { resolution } = quality {
                    let bound = 1.0f64.max(resolution);
                    prop_assert!(found.quality() <= bound);
                    prop_assert!(together.len() == found.of.len());
                }
            }
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(rows in rows(), seed in 0u64..1000) {
        let mut numbered: Vec<(usize, &BTreeSet<u8>)> = rows.iter().enumerate().collect();
        let straight = corpus(&numbered);
        Random::new(seed).shuffle(&mut numbered);
        let shuffled = corpus(&numbered);
        for counting in [Counting::Full, Counting::Fractional] {
            prop_assert_eq!(fingerprint(&project(&straight, counting)), fingerprint(&project(&shuffled, counting)));
        }
    }
}

#[test]
fn the_number_of_threads_changes_nothing_of_large_networks() {
    let corpus = common::graph(2_000, &common::random(2_000, 9_000, 9, 5));
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| large_fingerprint(&project(&corpus, Counting::Full)))
    };
    let one = run(1);
    assert_eq!(one, run(2));
    assert_eq!(one, run(7));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    // Whole and real weights; more nodes than chunks and than one mask holds.
    let whole = common::random(600, 1_300, 9, 3);
    let real: Vec<(usize, usize, f64)> = whole.iter().map(|&(a, b, weight)| (a, b, weight / 7.0 + 0.1)).collect();
    for ties in [whole, real] {
        let corpus = common::graph(600, &ties);
        let run = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| fingerprint(&project(&corpus, Counting::Full)))
        };
        let one = run(1);
        assert_eq!(one, run(2));
        assert_eq!(one, run(7));
    }
}

#[test]
fn large_communities_are_connected_too() {
    for seed in 0..3 {
        let corpus = common::graph(800, &common::random(800, 1_600, 5, seed));
        let network = project(&corpus, Counting::Full);
        for resolution in [0.3, 1.0, 4.0] {
            let quality = Quality::Modularity { resolution };
            let options = leiden::Options { quality, seed, starts: 2, ..Default::default() };
            holds_every_node_once(&network, &leiden::partition(&network, &options));
        }
    }
}

#[test]
fn empty_and_tieless_networks_have_answers() {
    for nodes in [0, 1, 3] {
        let corpus = common::graph(nodes, &[]);
        let network = project(&corpus, Counting::Full);
        for measure in Measure::ALL {
            let scores = measure::scores(&network, measure);
            assert_eq!(scores.values.len(), nodes);
            assert_eq!(scores.ranking().len() + scores.undefined().len(), nodes);
        }
        let found = leiden::partition(&network, &leiden::Options::default());
        assert_eq!((found.len(), found.quality()), (nodes, 0.0));
    }
}
