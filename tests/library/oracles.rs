//! The measures against others: rustworkx-core (serial), brute force, published values.
#![allow(clippy::needless_range_loop)]

use crate::support::networks;
use collabgraph::centrality::closeness::Convention;
use collabgraph::centrality::measure::{self, Measure};
use collabgraph::centrality::weighting::{Normalisation, Weighting};
use collabgraph::centrality::{
    betweenness, closeness, clustering, constraint, eigenvector, harmonic, pagerank, sampled,
};
use collabgraph::community::leiden;
use collabgraph::community::quality::{self, Quality, TieWeights};
use collabgraph::corpus::Corpus;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::network::similarity::{self, Similarity};
use collabgraph::network::{Network, components};
use collabgraph::selection::{backbone, common as shared, core, ego, path};
use rustworkx_core::petgraph::visit::EdgeRef;

const RAW: betweenness::Options = betweenness::Options { weighting: Weighting::Unweighted, scale: Normalisation::Raw };

type Ties = Vec<(usize, usize, f64)>;

fn network(corpus: &Corpus) -> Network<'_> {
    Network::one_mode(corpus, Projection { counting: Counting::Full, max_team: None })
}

fn near(ours: &[f64], theirs: &[f64], tolerance: f64, what: &str) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (node, (a, b)) in ours.iter().zip(theirs).enumerate() {
        let same = a.is_nan() && b.is_nan() || (a - b).abs() <= tolerance * a.abs().max(1.0);
        assert!(same, "{what}, node {node}: {a} but expected {b}");
    }
}

/// A toy of the shape of the Korean table: two components, a hub, a solo maker.
fn korea() -> Corpus {
    networks::corpus(&[
        ("a", &["kaist", "naver"][..]),
        ("b", &["kaist", "naver"]),
        ("c", &["kaist", "korea-univ", "lg"]),
        ("d", &["naver", "snu"]),
        ("e", &["snu", "epfl", "naver"]),
        ("f", &["samsung", "inha"]),
        ("g", &["kakao"]),
    ])
}

fn samples() -> Vec<(String, Corpus)> {
    let mut list = vec![
        ("karate".to_owned(), networks::graph(34, &networks::karate())),
        ("women".to_owned(), networks::graph(32, &networks::southern_women())),
        ("korea".to_owned(), korea()),
    ];
    for (seed, (nodes, ties)) in [(40, 30), (60, 150), (700, 1500), (30, 400)].into_iter().enumerate() {
        let ties = networks::random(nodes, ties, 6, seed as u64);
        list.push((format!("random {nodes}"), networks::graph(nodes, &ties)));
    }
    list
}

fn all(values: Vec<Option<f64>>) -> Vec<f64> {
    values.into_iter().map(Option::unwrap).collect()
}

#[test]
fn fixtures_have_their_published_sizes() {
    assert_eq!(networks::karate().len(), 78);
    assert_eq!(networks::southern_women().len(), 89);
}

#[test]
fn paths_agree_with_rustworkx() {
    for (name, corpus) in samples() {
        let network = network(&corpus);
        let theirs = all(rustworkx_core::centrality::betweenness_centrality(network.graph(), false, false, usize::MAX));
        near(&betweenness::scores(&network, &RAW).values, &theirs, 1e-9, &name);
        let theirs = all(rustworkx_core::centrality::betweenness_centrality(network.graph(), false, true, usize::MAX));
        near(&measure::scores(&network, Measure::Betweenness).values, &theirs, 1e-12, &name);
        let theirs = all(rustworkx_core::centrality::closeness_centrality(network.graph(), true, usize::MAX));
        near(&measure::scores(&network, Measure::Closeness).values, &theirs, 1e-12, &name);
        let options = closeness::Options { convention: Convention::WithinComponent, ..Default::default() };
        let theirs = all(rustworkx_core::centrality::closeness_centrality(network.graph(), false, usize::MAX));
        let ours = closeness::scores(&network, &options).values;
        for (node, (a, b)) in ours.iter().zip(theirs).enumerate() {
            assert!(a.is_nan() && b == 0.0 || (a - b).abs() < 1e-12, "{name} {node}: {a} {b}");
        }
    }
}

#[test]
fn cores_and_transitivity_agree_with_rustworkx() {
    for (name, corpus) in samples() {
        let network = network(&corpus);
        let cores = rustworkx_core::connectivity::core_number(network.graph());
        let ours = measure::scores(&network, Measure::Core).values;
        for (node, core) in cores {
            assert_eq!(ours[node.index()], core as f64, "{name}");
            let inside = core::select(&network, core).contains(node.index());
            assert!(inside && !core::select(&network, core + 1).contains(node.index()), "{name}");
        }
        let theirs = rustworkx_core::transitivity::graph_transitivity(network.graph());
        let ours = clustering::transitivity(&network);
        assert!((ours - theirs).abs() < 1e-12, "{name}: {ours} {theirs}");
    }
}

#[test]
fn eigenvector_agrees_with_rustworkx() {
    let corpus = networks::graph(34, &networks::karate());
    let network = network(&corpus);
    let one = |_| -> Result<f64, ()> { Ok(1.0) };
    let found = rustworkx_core::centrality::eigenvector_centrality(network.graph(), one, Some(10_000), Some(1e-14));
    let theirs = found.unwrap().unwrap();
    let largest = theirs.iter().copied().fold(0.0, f64::max);
    let theirs: Vec<f64> = theirs.iter().map(|value| value / largest).collect();
    near(&eigenvector::scores(&network, &eigenvector::Options::default()).values, &theirs, 1e-9, "karate");
}

#[test]
fn eigenvector_and_pagerank_satisfy_their_equations() {
    for (name, corpus) in samples() {
        let network = network(&corpus);
        let adjacency = network.adjacency();
        let x = measure::scores(&network, Measure::Eigenvector).values;
        let top = (0..x.len()).find(|&node| x[node] == 1.0).unwrap();
        let times = |node: usize| adjacency.row_of(node).map(|(next, weight, _)| weight * x[next]).sum::<f64>();
        let lambda = times(top);
        for (node, value) in x.iter().enumerate() {
            assert!((times(node) - lambda * value).abs() < 1e-7 * lambda, "{name} {node}");
        }
        let x = measure::scores(&network, Measure::Pagerank).values;
        assert!((x.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{name}");
        let strength = measure::scores(&network, Measure::Strength).values;
        let idle: f64 = (0..x.len()).filter(|&node| strength[node] == 0.0).map(|node| x[node]).sum();
        for node in 0..x.len() {
            let given: f64 = adjacency.row_of(node).map(|(next, weight, _)| x[next] * weight / strength[next]).sum();
            let expected = (0.15 + 0.85 * idle) / x.len() as f64 + 0.85 * given;
            assert!((x[node] - expected).abs() < 1e-11, "{name} {node}");
        }
    }
}

#[test]
fn pagerank_of_karate_is_the_published_one() {
    // NetworkX 3, unweighted: members 34, 1, 33, 3 lead.
    let corpus = networks::graph(34, &networks::karate());
    let network = network(&corpus);
    let values = pagerank::scores(&network, &pagerank::Options::default()).values;
    for (node, expected) in [(33, 0.100_92), (0, 0.096_997), (32, 0.071_69), (2, 0.057_08)] {
        assert!((values[node] - expected).abs() < 1e-5, "{node}: {}", values[node]);
    }
}

/// Distances and numbers of shortest paths between all pairs, by Floyd–Warshall on whole lengths lcm/w.
fn tables(nodes: usize, ties: &Ties, multiple: u64) -> (Vec<Vec<u64>>, Vec<Vec<f64>>) {
    const FAR: u64 = u64::MAX / 4;
    let mut far = vec![vec![FAR; nodes]; nodes];
    let length = |weight: f64| multiple / weight as u64;
    for &(a, b, weight) in ties {
        far[a][b] = length(weight);
        far[b][a] = length(weight);
    }
    (0..nodes).for_each(|node| far[node][node] = 0);
    for over in 0..nodes {
        for a in 0..nodes {
            for b in 0..nodes {
                far[a][b] = far[a][b].min(far[a][over] + far[over][b]);
            }
        }
    }
    let mut count = vec![vec![0.0; nodes]; nodes];
    for source in 0..nodes {
        let mut order: Vec<usize> = (0..nodes).filter(|&node| far[source][node] < FAR).collect();
        order.sort_by_key(|&node| far[source][node]);
        count[source][source] = 1.0;
        for &node in &order[1..] {
            for &(a, b, weight) in ties {
                for (from, to) in [(a, b), (b, a)] {
                    if to == node && far[source][from] + length(weight) == far[source][to] {
                        count[source][to] += count[source][from];
                    }
                }
            }
        }
    }
    (far, count)
}

#[test]
fn weighted_betweenness_closeness_and_harmonic_agree_with_brute_force() {
    for seed in 0..6 {
        let (nodes, heaviest) = (24, 6);
        let ties = networks::random(nodes, 20 + 12 * seed as usize, heaviest, seed);
        let (far, count) = tables(nodes, &ties, 60);
        let (far, count) = (&far, &count);
        let reach = |a: usize, b: usize| count[a][b] > 0.0;
        let mut expected = vec![0.0; nodes];
        for a in 0..nodes {
            for b in a + 1..nodes {
                for (node, sum) in expected.iter_mut().enumerate() {
                    if reach(a, b) && node != a && node != b && far[a][node] + far[node][b] == far[a][b] {
                        *sum += count[a][node] * count[node][b] / count[a][b];
                    }
                }
            }
        }
        let corpus = networks::graph(nodes, &ties);
        let weighted = network(&corpus);
        let options = betweenness::Options { weighting: Weighting::Weighted, ..RAW };
        near(&betweenness::scores(&weighted, &options).values, &expected, 1e-12, "whole lengths");
        // A third of every weight: real lengths with the same ties.
        let thirds: Ties = ties.iter().map(|&(a, b, weight)| (a, b, weight / 3.0)).collect();
        let corpus_thirds = networks::graph(nodes, &thirds);
        near(&betweenness::scores(&network(&corpus_thirds), &options).values, &expected, 1e-12, "real lengths");

        let others = |a: usize| (0..nodes).filter(move |&b| b != a && count[a][b] > 0.0);
        let total = |a: usize| others(a).map(|b| far[a][b] as f64 / 60.0).sum::<f64>();
        let inverse: Vec<f64> = (0..nodes).map(|a| others(a).map(|b| 60.0 / far[a][b] as f64).sum()).collect();
        let options = harmonic::Options { weighting: Weighting::Weighted, scale: Normalisation::Raw };
        near(&harmonic::scores(&weighted, &options).values, &inverse, 1e-9, "harmonic");
        let options = closeness::Options { weighting: Weighting::Weighted, convention: Convention::WithinComponent };
        let within: Vec<f64> = (0..nodes).map(|a| others(a).count() as f64 / total(a)).collect();
        near(&closeness::scores(&weighted, &options).values, &within, 1e-9, "closeness");
    }
}

#[test]
fn ties_thousands_of_times_longer_than_others_keep_their_order() {
    for seed in 0..6 {
        let nodes = 24;
        let weights = [1.0, 2.0, 3.0, 6000.0];
        let ties: Ties = networks::random(nodes, 70, weights.len(), 40 + seed)
            .into_iter()
            .map(|(a, b, kind)| (a, b, weights[kind as usize - 1]))
            .collect();
        let (far, count) = tables(nodes, &ties, 6000);
        let mut expected = vec![0.0; nodes];
        for a in 0..nodes {
            for b in (a + 1..nodes).filter(|&b| count[a][b] > 0.0) {
                for node in (0..nodes).filter(|&node| node != a && node != b) {
                    if count[a][node] > 0.0 && far[a][node] + far[node][b] == far[a][b] {
                        expected[node] += count[a][node] * count[node][b] / count[a][b];
                    }
                }
            }
        }
        let corpus = networks::graph(nodes, &ties);
        let options = betweenness::Options { weighting: Weighting::Weighted, ..RAW };
        near(&betweenness::scores(&network(&corpus), &options).values, &expected, 1e-12, "whole lengths");
    }
}

#[test]
fn sampled_betweenness_keeps_its_promise() {
    for (name, corpus) in samples() {
        let network = network(&corpus);
        let exact = measure::scores(&network, Measure::Betweenness).values;
        let estimate = sampled::scores(&network, &sampled::Options::within(0.05));
        // 0.5/ε² · (⌊log₂(D−2)⌋ + 1 + ln 10), and no fewer than with the smallest D.
        assert!(estimate.samples > 200 * 3, "{name}: {}", estimate.samples);
        for (node, (near, exact)) in estimate.scores.values.iter().zip(&exact).enumerate() {
            assert!((near - exact).abs() <= 0.05, "{name}, node {node}: {near} but exactly {exact}");
        }
    }
    // On a path of three every sample of the far pair, and no other, passes the middle.
    let corpus = networks::graph(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
    let estimate = sampled::scores(&network(&corpus), &sampled::Options::within(0.02));
    assert_eq!((estimate.scores.values[0], estimate.scores.values[2]), (0.0, 0.0));
    assert!((estimate.scores.values[1] - 1.0).abs() < 0.02);
}

#[test]
fn components_are_those_of_petgraph() {
    let mut list = samples();
    for (seed, ties) in [(1, 200), (2, 300), (3, 420)] {
        list.push((format!("sparse {ties}"), networks::graph(500, &networks::random(500, ties, 3, seed))));
    }
    for (name, corpus) in list {
        let network = network(&corpus);
        let found = components::find(&network);
        let parts = rustworkx_core::connectivity::connected_components(network.graph());
        assert_eq!(found.members.len(), parts.len(), "{name}");
        let sizes: Vec<usize> = found.members.iter().map(Vec::len).collect();
        assert!(sizes.windows(2).all(|pair| pair[0] >= pair[1]), "{name}");
        for part in parts {
            let number = found.of[part.iter().next().unwrap().index()];
            let mut nodes: Vec<usize> = part.iter().map(|node| node.index()).collect();
            nodes.sort_unstable();
            assert_eq!(found.members[number as usize], nodes, "{name}");
        }
    }
}

#[test]
fn harmonic_counts_more_sources_than_one_mask_holds() {
    // A path of 1,100 nodes: three masks, and the sum of 1/d by hand.
    let nodes = 1_100;
    let ties: Ties = (1..nodes).map(|node| (node - 1, node, 1.0)).collect();
    let corpus = networks::graph(nodes, &ties);
    let values = measure::scores(&network(&corpus), Measure::Harmonic).values;
    let side = |steps: usize| (1..=steps).map(|d| 1.0 / d as f64).sum::<f64>();
    let expected: Vec<f64> = (0..nodes).map(|node| side(node) + side(nodes - 1 - node)).collect();
    near(&values, &expected, 1e-12, "path");
}

#[test]
fn constraint_and_clustering_agree_with_their_formulas() {
    for (name, corpus) in samples().into_iter().filter(|sample| sample.1.institution_count() < 100) {
        let network = network(&corpus);
        let nodes = network.node_count();
        let mut a = vec![vec![0.0; nodes]; nodes];
        for edge in network.graph().edge_references() {
            let (from, to) = (edge.source().index(), edge.target().index());
            (a[from][to], a[to][from]) = (edge.weight().weight, edge.weight().weight);
        }
        for (weighting, options) in
            [(false, constraint::Options::default()), (true, constraint::Options { weighting: Weighting::Weighted })]
        {
            let w = |i: usize, j: usize| if weighting || a[i][j] == 0.0 { a[i][j] } else { 1.0 };
            let p = |i: usize, j: usize| w(i, j) / (0..nodes).map(|k| w(i, k)).sum::<f64>();
            let local = |v: usize, u: usize| {
                let over: f64 = (0..nodes).filter(|&k| a[v][k] > 0.0 && a[k][u] > 0.0).map(|k| p(v, k) * p(k, u)).sum();
                (p(v, u) + over).powi(2)
            };
            let partners = |v: usize| (0..nodes).filter(|&u| a[v][u] > 0.0).collect::<Vec<_>>();
            let expected: Vec<f64> = (0..nodes)
                .map(|v| match partners(v) {
                    list if list.is_empty() => f64::NAN,
                    list => list.into_iter().map(|u| local(v, u)).sum(),
                })
                .collect();
            near(&constraint::scores(&network, &options).values, &expected, 1e-12, &name);
        }
        let expected: Vec<f64> = (0..nodes)
            .map(|v| {
                let row: Vec<usize> = (0..nodes).filter(|&u| a[v][u] > 0.0).collect();
                let pairs = || row.iter().flat_map(|&x| row.iter().map(move |&y| (x, y))).filter(|(x, y)| x < y);
                pairs().filter(|&(x, y)| a[x][y] > 0.0).count() as f64 / pairs().count() as f64
            })
            .collect();
        near(&measure::scores(&network, Measure::Clustering).values, &expected, 1e-12, &name);
    }
}

#[test]
fn the_golden_example_of_the_vosviewer_manual() {
    let corpus = networks::corpus(&[("D1", &["a1", "a2", "a3"][..]), ("D2", &["a1", "a3"]), ("D3", &["a2", "a4"])]);
    let of = |counting| Network::one_mode(&corpus, Projection { counting, max_team: None });
    let (full, fractional, strict) = (of(Counting::Full), of(Counting::Fractional), of(Counting::Strict));
    let pairs = [(0, 1), (0, 2), (1, 2), (1, 3)];
    let ties: Vec<usize> = pairs.iter().map(|&(a, b)| full.tie_between(a, b).unwrap()).collect();
    assert_eq!(full.tie_count(), 4);
    let weights = |network: &Network<'_>| ties.iter().map(|&tie| network.tie(tie).2).collect::<Vec<f64>>();
    near(&weights(&full), &[1.0, 2.0, 1.0, 1.0], 1e-12, "full");
    near(&weights(&fractional), &[0.5, 1.5, 0.5, 1.0], 1e-12, "fractional");
    near(&weights(&strict), &[1.0 / 3.0, 4.0 / 3.0, 1.0 / 3.0, 1.0], 1e-12, "strict");
    assert!((strict.total_weight() - 3.0).abs() < 1e-12);

    let similar = |kind| {
        let values = similarity::of(&full, kind);
        ties.iter().map(|&tie| values[tie]).collect::<Vec<f64>>()
    };
    let third = 1.0 / 9.0;
    near(
        &similar(Similarity::AssociationStrength),
        &[10.0 * third, 20.0 * third, 10.0 * third, 10.0 / 3.0],
        1e-12,
        "vos",
    );
    near(&similar(Similarity::AssociationByWorks), &[0.25, 0.5, 0.25, 0.5], 1e-12, "by works");
    near(&similar(Similarity::Cosine), &[0.5, 1.0, 0.5, 0.5f64.sqrt()], 1e-12, "cosine");
    near(&similar(Similarity::Equivalence), &[0.25, 1.0, 0.25, 0.5], 1e-12, "equivalence");
    near(&similar(Similarity::Jaccard), &[1.0 / 3.0, 1.0, 1.0 / 3.0, 0.5], 1e-12, "jaccard");
    near(&similar(Similarity::Inclusion), &[0.5, 1.0, 0.5, 1.0], 1e-12, "inclusion");
    near(&similar(Similarity::Fractionalization), &[4.0 / 3.0, 8.0 / 3.0, 4.0 / 3.0, 8.0 / 3.0], 1e-12, "frac");

    let scores = |network: &Network<'_>, measure| measure::scores(network, measure).values;
    assert_eq!(scores(&full, Measure::Works), [2.0, 2.0, 2.0, 1.0]);
    assert_eq!(scores(&full, Measure::Strength), [3.0, 3.0, 3.0, 1.0]);
    near(&scores(&fractional, Measure::Strength), &[2.0, 2.0, 2.0, 1.0], 1e-12, "fractional strength");
    assert_eq!(scores(&full, Measure::Degree), [2.0, 3.0, 2.0, 1.0]);
    assert_eq!(betweenness::scores(&full, &RAW).values, [0.0, 2.0, 0.0, 0.0]);
    near(&scores(&full, Measure::Betweenness), &[0.0, 2.0 / 3.0, 0.0, 0.0], 1e-12, "normalised");
    assert_eq!(scores(&full, Measure::Core), [2.0, 2.0, 2.0, 1.0]);
    near(&scores(&full, Measure::Constraint), &[1.0069, 0.6111, 1.0069, 1.0], 5e-5, "constraint");
}

#[test]
fn leiden_reaches_the_best_known_modularity_of_karate() {
    let corpus = networks::graph(34, &networks::karate());
    let network = network(&corpus);
    for seed in 0..20 {
        let options = leiden::Options { seed: 1000 * seed, ..Default::default() };
        let found = leiden::partition(&network, &options);
        assert!((found.quality() - 0.419_79).abs() < 1e-5, "seed {seed}: {}", found.quality());
        assert_eq!(found.len(), 4);
        let again = quality::of(&network, &found.of, options.quality, options.weights);
        assert!((again - found.quality()).abs() < 1e-12);
    }
}

#[test]
fn quality_is_the_sum_done_by_hand() {
    // Two triangles joined by one tie: m = 7, in each community m_c = 3, K_c = 7.
    let ties: Ties = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)].map(|(a, b)| (a, b, 1.0)).to_vec();
    let corpus = networks::graph(7, &ties);
    let network = network(&corpus);
    let labels = [5, 5, 5, 1, 1, 1, 9];
    let modularity = quality::of(&network, &labels, Quality::default(), TieWeights::AsCounted);
    assert!((modularity - (6.0 / 7.0 - 2.0 * 0.25)).abs() < 1e-12);
    let half = Quality::Modularity { resolution: 0.5 };
    assert!((quality::of(&network, &labels, half, TieWeights::AsCounted) - (6.0 / 7.0 - 0.25)).abs() < 1e-12);
    let cpm = Quality::Cpm { resolution: 0.5 };
    assert!((quality::of(&network, &labels, cpm, TieWeights::AsCounted) - (6.0 - 0.5 * 6.0)).abs() < 1e-12);
    let found = leiden::partition(&network, &leiden::Options { quality: cpm, ..Default::default() });
    assert_eq!(found.of, [0, 0, 0, 1, 1, 1, 2]);
    assert!((found.quality() - 3.0).abs() < 1e-12);
    let vos = leiden::Options {
        quality: Quality::Cpm { resolution: 1.0 },
        weights: TieWeights::AssociationStrength,
        ..Default::default()
    };
    assert_eq!(leiden::partition(&network, &vos).of, [0, 0, 0, 1, 1, 1, 2]);
}

#[test]
fn leiden_finds_the_best_of_all_partitions_of_small_networks() {
    for seed in 0..20 {
        let ties = networks::random(8, 14, 3, 100 + seed);
        let corpus = networks::graph(8, &ties);
        let network = network(&corpus);
        for quality in [Quality::default(), Quality::Cpm { resolution: 0.8 }] {
            let found = leiden::partition(&network, &leiden::Options { quality, ..Default::default() });
            let mut best = f64::MIN;
            each_partition(&mut vec![0; 8], 1, 1, &mut |labels| {
                best = best.max(quality::of(&network, labels, quality, TieWeights::AsCounted));
            });
            for node in 0..8 {
                for label in 0..9 {
                    let mut moved = found.of.clone();
                    moved[node] = label;
                    let value = quality::of(&network, &moved, quality, TieWeights::AsCounted);
                    assert!(value <= found.quality() + 1e-9, "seed {seed}: node {node} would gain");
                }
            }
            // Kicks move up to half of eight nodes at once, hundreds of times a start, and give up nothing that is
            // better: missing the optimum would mean that they or the moving are broken.
            let value = found.quality();
            assert!((value - best).abs() < 1e-9, "seed {seed}: {value} of {best}");
        }
    }
}

fn each_partition(labels: &mut Vec<u32>, node: usize, used: u32, visit: &mut dyn FnMut(&[u32])) {
    if node == labels.len() {
        return visit(labels);
    }
    for label in 0..=used {
        labels[node] = label;
        each_partition(labels, node + 1, used.max(label + 1), visit);
    }
}

#[test]
fn paths_come_in_their_order() {
    // 0–1–4 (weakest 1), 0–2–4 (2), 0–3–4 (2), 0–5–6–4, and 7 alone.
    let ties = [
        (0, 1, 1.0),
        (1, 4, 9.0),
        (0, 2, 2.0),
        (2, 4, 3.0),
        (0, 3, 5.0),
        (3, 4, 2.0),
        (0, 5, 1.0),
        (5, 6, 1.0),
        (4, 6, 1.0),
    ];
    let corpus = networks::graph(8, &ties);
    let network = network(&corpus);
    let best = path::shortest(&network, 0, 4).unwrap();
    assert_eq!((best.nodes, best.weakest, best.ties.len()), (vec![0, 2, 4], 2.0, 2));
    let all: Vec<Vec<usize>> = path::k_shortest(&network, 0, 4, 9).into_iter().map(|path| path.nodes).collect();
    assert_eq!(all, [vec![0, 2, 4], vec![0, 3, 4], vec![0, 1, 4], vec![0, 5, 6, 4]]);
    assert_eq!(path::shortest(&network, 0, 7), None);
    assert!(path::k_shortest(&network, 0, 7, 3).is_empty());
    assert_eq!(path::shortest(&network, 3, 3).unwrap().nodes, [3]);
    assert_eq!(shared::neighbours(&network, 0, 4), [1, 2, 3]);
}

/// Every path without repeated nodes, in the documented order.
fn every_path(network: &Network<'_>, from: usize, to: usize) -> Vec<Vec<usize>> {
    fn walk(
        network: &Network<'_>,
        path: &mut Vec<usize>,
        weakest: f64,
        to: usize,
        all: &mut Vec<(usize, f64, Vec<usize>)>,
    ) {
        let here = path[path.len() - 1];
        if here == to {
            return all.push((path.len(), -weakest, path.clone()));
        }
        for (next, weight, _) in network.adjacency().row_of(here) {
            if !path.contains(&next) {
                path.push(next);
                walk(network, path, weakest.min(weight), to, all);
                path.pop();
            }
        }
    }
    let mut all = Vec::new();
    walk(network, &mut vec![from], f64::INFINITY, to, &mut all);
    all.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    all.into_iter().map(|row| row.2).collect()
}

#[test]
fn alternatives_are_those_of_a_full_enumeration() {
    for seed in 0..20 {
        let ties = networks::random(8, 16, 4, seed);
        let corpus = networks::graph(8, &ties);
        let network = network(&corpus);
        let expected: Vec<Vec<usize>> = every_path(&network, 0, 7).into_iter().take(25).collect();
        let found: Vec<Vec<usize>> = path::k_shortest(&network, 0, 7, 25).into_iter().map(|path| path.nodes).collect();
        assert_eq!(found, expected, "seed {seed}");
    }
}

#[test]
fn selections_hold_what_they_say() {
    let corpus = networks::graph(34, &networks::karate());
    let karate = network(&corpus);
    // Zachary: the four-core has ten members, their core number is 4 and no one's is higher.
    assert_eq!(core::select(&karate, 4).nodes, [0, 1, 2, 3, 7, 8, 13, 30, 32, 33]);
    assert!(core::select(&karate, 5).nodes.is_empty());
    assert_eq!(ego::select(&karate, 0, 0).nodes, [0]);
    let near = ego::select(&karate, 11, 1);
    assert_eq!((near.nodes, near.ties.len()), (vec![0, 11], 1));
    assert_eq!(ego::select(&karate, 0, 9).ties.len(), 78);

    // A hub of three ties 8, 1, 1: α = (1 − 0.8)² = 0.04 at the hub, 1 at the leaves.
    let corpus = networks::graph(4, &[(0, 1, 8.0), (0, 2, 1.0), (0, 3, 1.0)]);
    let star = network(&corpus);
    let alpha = backbone::significance(&star);
    assert!((alpha[0] - 0.04).abs() < 1e-12 && (alpha[1] - 0.81).abs() < 1e-12);
    let kept = backbone::select(&star, backbone::LEVEL);
    assert_eq!((kept.nodes, kept.ties), (vec![0, 1], vec![0]));
}
