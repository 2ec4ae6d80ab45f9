//! Methods of community detection: by brute force on small networks, against igraph on larger ones.

use crate::support::{networks, python};
use collabgraph::community::agreement;
use collabgraph::community::detection::{self, DetectionMethod};
use collabgraph::community::leiden::Options;
use collabgraph::community::quality::TieWeights;
use collabgraph::community::{block_model, infomap, leiden, louvain};
use collabgraph::corpus::Corpus;
use collabgraph::network::Network;
use collabgraph::network::counting::{Counting, Projection};
use serde_json::json;

fn network(corpus: &Corpus) -> Network<'_> {
    Network::one_mode(corpus, Projection { counting: Counting::Full, max_team: None })
}

/// All partitions of `nodes` nodes, as labels.
fn every_partition(nodes: usize) -> Vec<Vec<u32>> {
    let mut all = vec![vec![]];
    for _ in 0..nodes {
        let longer = |labels: &Vec<u32>| {
            let next = labels.iter().max().map_or(0, |most| most + 1);
            (0..=next).map(|label| [labels.clone(), vec![label]].concat()).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

/// The map equation, term by term.
fn length(network: &Network<'_>, labels: &[u32]) -> f64 {
    let plogp = |value: f64| if value > 0.0 { value * value.log2() } else { 0.0 };
    let whole: f64 = 2.0 * network.total_weight();
    let share = |node: usize| network.adjacency().weights(node).iter().sum::<f64>() / whole;
    let communities = labels.iter().max().map_or(0, |most| most + 1);
    let leaving = |label: u32| -> f64 {
        let out = network.adjacency().edges().filter(|&(a, b, ..)| (labels[a] == label) != (labels[b] == label));
        out.map(|(.., weight, _)| weight).sum::<f64>() / whole
    };
    let staying = |label: u32| (0..labels.len()).filter(|&node| labels[node] == label).map(share).sum::<f64>();
    plogp((0..communities).map(leaving).sum())
        - 2.0 * (0..communities).map(|label| plogp(leaving(label))).sum::<f64>()
        - (0..labels.len()).map(|node| plogp(share(node))).sum::<f64>()
        + (0..communities).map(|label| plogp(leaving(label) + staying(label))).sum::<f64>()
}

#[test]
fn infomap_finds_the_shortest_of_all_descriptions_of_small_networks() {
    let partitions = every_partition(8);
    assert_eq!(partitions.len(), 4140);
    for seed in 0..15 {
        let corpus = networks::graph(8, &networks::random(8, 11, 4, seed));
        let network = network(&corpus);
        let best = partitions.iter().map(|labels| length(&network, labels)).fold(f64::INFINITY, f64::min);
        let found = detection::partition(&network, DetectionMethod::Infomap, &Options::default());
        assert!((length(&network, &found.of) - found.quality()).abs() < 1e-9, "seed {seed}");
        assert!((infomap::length(&network, &found.of, TieWeights::AsCounted) - found.quality()).abs() < 1e-12);
        assert!(found.quality() <= best + 1e-9, "seed {seed}: {} {best}", found.quality());
    }
}

#[test]
fn every_method_gives_each_node_one_cluster_and_what_it_promises() {
    for seed in 0..6 {
        let corpus = networks::graph(60, &networks::random(60, 90, 4, seed));
        let network = network(&corpus);
        let adjacency = network.adjacency();
        for method in DetectionMethod::ALL {
            let options = Options { seed, ..Options::default() };
            let found = detection::partition(&network, method, &options);
            assert_eq!(found.of.len(), 60);
            assert_eq!(detection::partition(&network, method, &options), found, "{method:?}");
            // An isolate is a cluster of its own.
            for node in (0..60).filter(|&node| adjacency.degree(node) == 0) {
                assert_eq!(found.of.iter().filter(|&&label| label == found.of[node]).count(), 1, "{method:?}");
            }
            if method == DetectionMethod::LabelPropagation {
                for node in (0..60).filter(|&node| adjacency.degree(node) > 0) {
                    let weight = |label: u32| -> f64 {
                        adjacency.row_of(node).filter(|row| found.of[row.0] == label).map(|row| row.1).sum()
                    };
                    let most = adjacency.neighbours(node).iter().map(|&next| weight(found.of[next as usize]));
                    assert!(weight(found.of[node]) >= most.fold(0.0, f64::max) - 1e-9);
                }
            }
        }
        let options = Options { seed, ..Options::default() };
        let best =
            |list: Vec<collabgraph::community::Partition>| list.iter().map(|one| one.quality()).fold(0.0, f64::max);
        // Leiden is no worse than its forerunner.
        assert!(
            leiden::partition(&network, &options).quality() >= best(louvain::partitions(&network, &options)) - 1e-9
        );
    }
}

const IGRAPH: &str = r#"
import json, sys, igraph
out = []
for n, ties, a, b in json.load(sys.stdin):
    g = igraph.Graph(n=n, edges=[(x, y) for x, y, _ in ties]); weights = [w for _, _, w in ties]
    igraph.set_random_number_generator(__import__("random").Random(1))
    lengths = [g.community_infomap(edge_weights=weights, trials=20).codelength for _ in range(3)]
    out.append({"length": min(lengths), "louvain": g.community_multilevel(weights=weights).modularity,
                "nmi": igraph.compare_communities(a, b, method="nmi"),
                "ari": igraph.compare_communities(a, b, method="adjusted_rand")})
print(json.dumps(out))
"#;

#[test]
fn methods_do_as_well_as_those_of_igraph_and_agreement_is_the_same() {
    if !python::has("igraph") {
        return;
    }
    // Connected, for igraph lets a walk jump.
    let mut cases = vec![(34, networks::karate()), (32, networks::southern_women())];
    for seed in 0..3 {
        let mut ties = networks::random(70, 160, 5, seed);
        for node in 0..69 {
            if !ties.iter().any(|&(a, b, _)| (a, b) == (node, node + 1)) {
                ties.push((node, node + 1, 1.0));
            }
        }
        cases.push((70, ties));
    }
    let corpora: Vec<Corpus> = cases.iter().map(|(nodes, ties)| networks::graph(*nodes, ties)).collect();
    let found = |corpus: &Corpus, method| detection::partition(&network(corpus), method, &Options::default());
    let given: Vec<_> = cases
        .iter()
        .zip(&corpora)
        .map(|((nodes, ties), corpus)| {
            let [a, b] =
                [DetectionMethod::Leiden, DetectionMethod::LabelPropagation].map(|method| found(corpus, method).of);
            json!([nodes, ties, a, b])
        })
        .collect();
    let theirs = python::run(IGRAPH, &json!(given));
    for (corpus, theirs) in corpora.iter().zip(theirs.as_array().unwrap()) {
        let number = |key: &str| theirs[key].as_f64().unwrap();
        let length = found(corpus, DetectionMethod::Infomap).quality();
        // Ten starts of ours against sixty of theirs.
        assert!(length <= 1.001 * number("length"), "{length} {theirs}");
        assert!(found(corpus, DetectionMethod::Louvain).quality() >= number("louvain") - 0.01, "{theirs}");
        let agreement = agreement::of(
            &found(corpus, DetectionMethod::Leiden).of,
            &found(corpus, DetectionMethod::LabelPropagation).of,
        );
        assert!((agreement.nmi - number("nmi")).abs() < 1e-9, "{agreement:?} {theirs}");
        assert!((agreement.ari - number("ari")).abs() < 1e-9, "{agreement:?} {theirs}");
    }
}

/// The description of the block model in bits, factor by factor.
fn description(network: &Network<'_>, labels: &[u32]) -> f64 {
    let log_product = |from: u64, to: u64, step: usize| (from..=to).step_by(step).map(|n| (n as f64).ln()).sum::<f64>();
    let factorial = |n: u64| log_product(1, n, 1);
    let choose = |n: u64, k: u64| factorial(n) - factorial(k) - factorial(n - k);
    let multisets = |n: u64, k: u64| choose(n + k - 1, k);
    let tied: Vec<usize> = (0..network.node_count()).filter(|&node| network.adjacency().degree(node) > 0).collect();
    let mut groups: Vec<u32> = tied.iter().map(|&node| labels[node]).collect();
    groups.sort_unstable();
    groups.dedup();
    let edges: Vec<(usize, usize, u64)> =
        network.adjacency().edges().map(|(a, b, weight, _)| (a, b, weight as u64)).collect();
    let all: u64 = edges.iter().map(|edge| edge.2).sum();
    let ends = |has: &dyn Fn(usize) -> bool| -> u64 {
        edges.iter().map(|&(a, b, count)| count * (u64::from(has(a)) + u64::from(has(b)))).sum()
    };
    let mut likelihood = 0.0;
    for (at, &r) in groups.iter().enumerate() {
        for &s in &groups[at..] {
            let joins = |a: usize, b: usize| (labels[a], labels[b]) == (r, s) || (labels[a], labels[b]) == (s, r);
            let between: u64 = edges.iter().filter(|&&(a, b, _)| joins(a, b)).map(|edge| edge.2).sum();
            // Within a group, (2m)!! = 2 · 4 · … · 2m.
            likelihood += if r == s { log_product(2, 2 * between, 2) } else { factorial(between) };
        }
    }
    likelihood += tied.iter().map(|&node| factorial(ends(&|other| other == node))).sum::<f64>();
    likelihood -= edges.iter().map(|edge| factorial(edge.2)).sum::<f64>();
    let (mut degrees, mut members) = (0.0, 0.0);
    for &group in &groups {
        let (own, size) =
            (ends(&|node| labels[node] == group), tied.iter().filter(|&&node| labels[node] == group).count());
        likelihood -= factorial(own);
        degrees += multisets(size as u64, own);
        members += factorial(size as u64);
    }
    let (count, size) = (groups.len() as u64, tied.len() as u64);
    let partition = factorial(size) - members + choose(size - 1, count - 1) + (size as f64).ln();
    (-likelihood + degrees + multisets(count * (count + 1) / 2, all) + partition) / std::f64::consts::LN_2
}

#[test]
fn the_block_model_is_the_shortest_description_of_small_networks() {
    let rings = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (3, 4, 1.0), (4, 5, 1.0), (3, 5, 1.0), (2, 3, 1.0)];
    let mut given = vec![(7, rings.to_vec())];
    given.extend((1..7).map(|seed| (7, networks::random(7, 9, 3, seed))));
    for (nodes, ties) in given {
        let corpus = networks::graph(nodes, &ties);
        let network = network(&corpus);
        let mut least = f64::INFINITY;
        for labels in every_partition(nodes) {
            let own = block_model::length(&network, &labels, TieWeights::AsCounted);
            assert!((own - description(&network, &labels)).abs() < 1e-9, "{own} {labels:?}");
            least = least.min(own);
        }
        let found = detection::partition(&network, DetectionMethod::Sbm, &Options { starts: 30, ..Options::default() });
        assert!((found.quality() - least).abs() < 1e-9, "{} {least}", found.quality());
        let of = block_model::length(&network, &found.of, TieWeights::AsCounted);
        assert!((found.quality() - of).abs() < 1e-9);
    }
}

#[test]
fn the_block_model_finds_planted_groups_that_are_not_tied_within() {
    // Two groups of eight, every tie between them: no method that asks for ties within finds these.
    let ties: Vec<(usize, usize, f64)> =
        (0..8).flat_map(|a| (8..16).map(move |b| (a, b, 1.0))).filter(|(a, b, _)| (a + b) % 5 != 0).collect();
    let corpus = networks::graph(17, &ties);
    let network = network(&corpus);
    let options = Options::default();
    let found = detection::partition(&network, DetectionMethod::Sbm, &options);
    assert_eq!(found.members(), [(0..8).collect::<Vec<_>>(), (8..16).collect(), vec![16]]);
    assert_eq!(detection::partition(&network, DetectionMethod::Sbm, &options), found);
}
