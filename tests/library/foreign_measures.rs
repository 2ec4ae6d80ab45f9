//! Measures as NetworkX and igraph compute them, on networks with weights, without, and in parts.

use crate::support::{corpora, networks, python};
use collabgraph::centrality::measure::{self, Measure};
use collabgraph::corpus::Corpus;
use collabgraph::network::Network;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::network::tie_lengths::TieLengths;
use collabgraph::selection::path::{self, Metric};
use serde_json::{Value, json};

fn network(corpus: &Corpus) -> Network<'_> {
    Network::one_mode(corpus, Projection { counting: Counting::Full, max_team: None })
}

/// Ties with their weights.
type Ties = Vec<(usize, usize, f64)>;

/// Nodes and ties of networks that differ in what can go wrong: bipartite, in parts, dense, weighted.
fn cases() -> Vec<(usize, Ties)> {
    let mut list = vec![(34, networks::karate()), (32, networks::southern_women())];
    list.push((5, vec![(0, 1, 3.0), (0, 2, 1.0), (0, 3, 2.0), (0, 4, 5.0)]));
    for (seed, (nodes, ties)) in [(12, 30), (40, 45), (60, 150), (80, 700)].into_iter().enumerate() {
        list.push((nodes, networks::random(nodes, ties, 6, seed as u64)));
    }
    list
}

const MEASURES: &str = r#"
import json, sys, numpy as np, networkx as nx
from fractions import Fraction
out = []
# Lengths are exact: as floating-point numbers, paths of equal length may differ.
for n, ties in json.load(sys.stdin):
    g = nx.Graph(); g.add_nodes_from(range(n))
    for a, b, w in ties: g.add_edge(a, b, weight=w, length=1 / Fraction(w))
    A = nx.to_numpy_array(g, nodelist=range(n), weight="weight")
    top = max(np.linalg.eigvalsh(A))
    katz = nx.katz_centrality_numpy(g, alpha=0.9 / top, beta=1.0, weight="weight")
    most = max(katz.values())
    hits = np.ones(n)
    for _ in range(200000):
        new = A @ (A @ hits); new /= new.sum()
        if abs(new - hits).max() < 1e-17: break
        hits = new
    largest = max(len(c) for c in nx.connected_components(g))
    def ecc(length):
        found = [None] * n
        for c in nx.connected_components(g):
            if len(c) == largest:
                for v, e in nx.eccentricity(g.subgraph(c), weight=length).items(): found[v] = e
        return found
    row = lambda values: [None if v is None or v != v else v for v in (values[i] for i in range(n))]
    degree = dict(g.degree)
    local = lambda weight: {v: c if degree[v] > 1 else None for v, c in nx.clustering(g, weight=weight).items()}
    sizes = {w: nx.effective_size(g, nodes=list(g), weight=w) for w in (None, "weight")}
    out.append({
        "katz": [katz[i] / most for i in range(n)], "hits": list(hits),
        "effective-size": row(sizes[None]), "weighted effective-size": row(sizes["weight"]),
        "efficiency": row({v: e / degree[v] if degree[v] else None for v, e in sizes[None].items()}),
        "weighted efficiency": row({v: e / degree[v] if degree[v] else None for v, e in sizes["weight"].items()}),
        "clustering": row(local(None)), "weighted clustering": row(local("weight")),
        "eccentricity": ecc(None), "weighted eccentricity": ecc("length"),
        "weighted betweenness": row(nx.betweenness_centrality(g, weight="length")),
        "weighted closeness": row(nx.closeness_centrality(g, distance="length")),
        "weighted constraint": row(nx.constraint(g, weight="weight")),
    })
print(json.dumps(out, default=float))
"#;

#[test]
fn measures_are_those_of_networkx() {
    if !python::has("networkx, numpy, scipy") {
        return;
    }
    let cases = cases();
    let theirs = python::run(MEASURES, &json!(cases));
    for ((nodes, ties), theirs) in cases.iter().zip(theirs.as_array().unwrap()) {
        let corpus = networks::graph(*nodes, ties);
        let network = network(&corpus);
        for (name, expected) in theirs.as_object().unwrap() {
            let (scores, key): (fn(&Network<'_>, Measure) -> _, &str) = match name.strip_prefix("weighted ") {
                Some(key) => (measure::weighted_scores, key),
                None => (measure::scores, name),
            };
            let mine = scores(&network, Measure::parse(key).unwrap()).values;
            for (node, (mine, expected)) in mine.iter().zip(expected.as_array().unwrap()).enumerate() {
                let expected = expected.as_f64().unwrap_or(f64::NAN);
                let same =
                    mine.is_nan() && expected.is_nan() || (mine - expected).abs() <= 1e-9 * expected.abs().max(1.0);
                assert!(same, "{name}, {nodes} nodes, node {node}: {mine}, NetworkX {expected}");
            }
        }
    }
}

const TWO_MODE: &str = r#"
import json, sys, networkx as nx
from networkx.algorithms import bipartite
out = []
for own, works in json.load(sys.stdin):
    g = nx.Graph(); mine = [("i", i) for i in range(own)]
    g.add_nodes_from(mine); g.add_nodes_from(("w", w) for w in range(len(works)))
    for w, team in enumerate(works): g.add_edges_from((("i", i), ("w", w)) for i in team)
    degree, between = bipartite.degree_centrality(g, mine), bipartite.betweenness_centrality(g, mine)
    out.append({"two-mode-degree": [degree[v] for v in mine], "two-mode-betweenness": [between[v] for v in mine]})
print(json.dumps(out, default=float))
"#;

#[test]
fn two_mode_measures_are_those_of_networkx() {
    if !python::has("networkx") {
        return;
    }
    let corpora = [
        corpora::korea(),
        corpora::plain(&[("alone", "X"), ("pair", "Y Z"), ("big", "A B C D E Y"), ("again", "A Z")]),
        corpora::plain(&[("one", "A"), ("two", "A B")]),
    ];
    let team = |corpus: &Corpus, work| corpus.institutions_of(work).iter().map(|id| id.index()).collect::<Vec<_>>();
    let given: Vec<Value> = corpora
        .iter()
        .map(|one| json!([one.institution_count(), one.work_ids().map(|work| team(one, work)).collect::<Vec<_>>()]))
        .collect();
    let theirs = python::run(TWO_MODE, &json!(given));
    for (corpus, theirs) in corpora.iter().zip(theirs.as_array().unwrap()) {
        for (key, expected) in theirs.as_object().unwrap() {
            let mine = measure::scores(&network(corpus), Measure::parse(key).unwrap()).values;
            for (mine, expected) in mine.iter().zip(expected.as_array().unwrap()) {
                assert!((mine - expected.as_f64().unwrap()).abs() < 1e-9, "{key}: {mine} {expected}");
            }
        }
    }
    // Without works there is nothing to say, and unknown is not zero.
    let ties = corpora::edges(&[("A", "B", 1.0)]);
    assert!(measure::scores(&network(&ties), Measure::TwoModeDegree).values.iter().all(|value| value.is_nan()));
}

/// All loopless paths with length, hops and weakest tie, the shortest first.
fn every_path(network: &Network<'_>, from: usize, to: usize, lengths: TieLengths) -> Vec<Vec<usize>> {
    type Row = (u64, usize, f64, Vec<usize>);
    fn walk(
        network: &Network<'_>,
        path: &mut Vec<usize>,
        so_far: (u64, f64),
        to: usize,
        lengths: TieLengths,
        all: &mut Vec<Row>,
    ) {
        let here = path[path.len() - 1];
        if here == to {
            return all.push((so_far.0, path.len(), -so_far.1, path.clone()));
        }
        for (next, weight, _) in network.adjacency().row_of(here) {
            if !path.contains(&next) {
                path.push(next);
                let longer = (so_far.0 + lengths.length(weight), so_far.1.min(weight));
                walk(network, path, longer, to, lengths, all);
                path.pop();
            }
        }
    }
    let mut all = Vec::new();
    walk(network, &mut vec![from], (0, f64::INFINITY), to, lengths, &mut all);
    all.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)).then(a.3.cmp(&b.3)));
    all.into_iter().map(|row| row.3).collect()
}

#[test]
fn paths_by_weight_are_those_of_a_full_enumeration() {
    for seed in 0..20 {
        let mut ties = networks::random(8, 16, 4, seed);
        if seed % 2 == 1 {
            // Weights without a common multiple.
            ties.iter_mut().for_each(|tie| tie.2 = 0.3 * tie.2 + 0.01);
        }
        let corpus = networks::graph(8, &ties);
        let network = network(&corpus);
        let lengths = TieLengths::of(network.adjacency());
        let expected: Vec<Vec<usize>> = every_path(&network, 0, 7, lengths).into_iter().take(25).collect();
        let found = path::k_shortest_by(&network, 0, 7, 25, Metric::Weights(lengths));
        assert_eq!(found.iter().map(|path| path.nodes.clone()).collect::<Vec<_>>(), expected, "seed {seed}");
        // The whole lengths are 1/w in units, to a part of a thousand million.
        for path in found {
            let exact: f64 = path.ties.iter().map(|&tie| 1.0 / network.tie(tie).2).sum();
            assert!((path.length as f64 / lengths.unit - exact).abs() <= 1e-9 * exact.max(1.0), "seed {seed}");
        }
    }
}
