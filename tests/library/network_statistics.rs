//! Statistics of whole networks: by hand where they are known, by NetworkX else.

use crate::support::corpora;
use collabgraph::answer::language::Language;
use collabgraph::query::context::QueryContext;
use collabgraph::query::statistics;
use serde_json::Value;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// The statistics of a list of ties.
fn record(ties: &[(&str, &str, f64)]) -> Value {
    let corpus = corpora::edges(ties);
    Value::clone(&statistics::ask(&QueryContext::new(&corpus), Language::English).json())
}

#[test]
fn a_star_is_as_central_as_can_be_and_a_triangle_as_clustered() {
    let star = record(&[("A", "B", 1.0), ("A", "C", 2.0), ("A", "D", 3.0)]);
    for (key, value) in [
        ("density", 0.5),
        ("diameter", 2.0),
        ("radius", 1.0),
        ("average_path_length", 1.5),
        ("transitivity", 0.0),
        ("degree_centralization", 1.0),
        ("betweenness_centralization", 1.0),
        ("degree_assortativity", -1.0),
        ("mean_strength", 3.0),
    ] {
        assert_eq!(star[key].as_f64(), Some(value), "{key}");
    }
    assert_eq!(
        star["degrees"],
        serde_json::json!([{"degree": 1, "institutions": 3}, {"degree": 3, "institutions": 1}])
    );
    let triangle = record(&[("A", "B", 1.0), ("B", "C", 1.0), ("A", "C", 1.0)]);
    for (key, value) in [("density", 1.0), ("transitivity", 1.0), ("average_clustering", 1.0), ("diameter", 1.0)] {
        assert_eq!(triangle[key].as_f64(), Some(value), "{key}");
    }
    // All degrees are one: no correlation is defined, and unknown is not zero.
    assert!(triangle["degree_assortativity"].is_null());
    let pair = record(&[("A", "B", 1.0)]);
    assert!(pair["transitivity"].is_null() && pair["degree_centralization"].is_null());
}

/// What NetworkX says of the same ties.
const NETWORKX: &str = r#"
import json, sys, networkx as nx
out = []

def correlation(pairs):
    mean = sum(x for x, _ in pairs) / len(pairs)
    return sum((x - mean) * (y - mean) for x, y in pairs) / sum((x - mean) ** 2 for x, _ in pairs)

for n, ties in json.load(sys.stdin):
    g = nx.Graph(); g.add_nodes_from(range(n)); g.add_edges_from(ties)
    largest = g.subgraph(max(nx.connected_components(g), key=lambda c: (len(c), -min(c))))
    k = [d for _, d in g.degree]; b = list(nx.betweenness_centrality(g).values())
    out.append({
        "density": nx.density(g), "components": nx.number_connected_components(g),
        "diameter": nx.diameter(largest), "radius": nx.radius(largest),
        "average_path_length": nx.average_shortest_path_length(largest),
        "transitivity": nx.transitivity(g), "average_clustering": nx.average_clustering(g),
        "mean_degree": sum(k) / n,
        "degree_centralization": sum(max(k) - x for x in k) / ((n - 1) * (n - 2)),
        "betweenness_centralization": sum(max(b) - x for x in b) / (n - 1),
        "degree_assortativity": correlation(list(nx.node_degree_xy(g))),
    })
print(json.dumps(out))
"#;

#[test]
fn statistics_are_those_of_networkx() {
    let has = Command::new("python3").args(["-c", "import networkx"]).output().is_ok_and(|run| run.status.success());
    assert!(has || std::env::var_os("CI").is_none(), "python3 with networkx is needed: pip install");
    if !has {
        println!("skipped: python3 with networkx is not there");
        return;
    }
    let mut cases = Vec::new();
    let mut mine = Vec::new();
    let corpus = corpora::korea();
    let context = QueryContext::new(&corpus);
    let network = context.network();
    let ties = (0..network.tie_count()).map(|tie| (network.tie(tie).0, network.tie(tie).1)).collect();
    cases.push((network.node_count(), ties));
    mine.push(Value::clone(&statistics::ask(&context, Language::English).json()));
    // A ring with chords, of many sizes.
    for (nodes, chord) in [(10_usize, 3), (57, 5), (120, 7)] {
        let names: Vec<String> = (0..nodes).map(|node| format!("N{node:03}")).collect();
        let mut ties: Vec<(usize, usize)> = (0..nodes - 1).map(|node| (node, node + 1)).collect();
        ties.extend(
            (0..nodes).step_by(chord).map(|node| (node, (node * node + chord) % nodes)).filter(|(a, b)| a != b),
        );
        ties.iter_mut().for_each(|(a, b)| (*a, *b) = ((*a).min(*b), (*a).max(*b)));
        ties.sort_unstable();
        ties.dedup();
        let listed: Vec<(&str, &str, f64)> =
            ties.iter().map(|&(a, b)| (names[a].as_str(), names[b].as_str(), 1.0)).collect();
        mine.push(record(&listed));
        cases.push((nodes, ties));
    }
    let mut python = Command::new("python3");
    let mut run = python.args(["-c", NETWORKX]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    run.stdin.take().unwrap().write_all(serde_json::to_string(&cases).unwrap().as_bytes()).unwrap();
    let output = run.wait_with_output().unwrap();
    assert!(output.status.success());
    let theirs: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    for (number, (mine, theirs)) in mine.iter().zip(&theirs).enumerate() {
        for (key, value) in theirs.as_object().unwrap() {
            let (own, other) = (mine[key].as_f64().unwrap_or(f64::NAN), value.as_f64().unwrap());
            assert!((own - other).abs() <= 1e-9 * other.abs().max(1.0), "{number} {key}: {own} {other}");
        }
    }
}
