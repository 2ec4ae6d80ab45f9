//! Link prediction: scores as NetworkX computes them, tests on earlier years by brute force.

use crate::support::{corpora, networks, python};
use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::builder::{CorpusBuilder, WorkFacts};
use collabgraph::corpus::date::Date;
use collabgraph::corpus::institution::{Institution, Names};
use collabgraph::network::adjacency::Adjacency;
use collabgraph::prediction::backtest;
use collabgraph::prediction::scores::{self, Predictor, ScoredPair};
use collabgraph::query::context::QueryContext;
use collabgraph::query::predict::{self, Options};
use collabgraph::random::Random;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SCORES: &str = r#"
import json, sys, networkx as nx
out = []
for n, ties in json.load(sys.stdin):
    g = nx.Graph(); g.add_nodes_from(range(n)); g.add_edges_from((a, b) for a, b, _ in ties)
    pairs = [(a, b) for a in range(n) for b in range(a + 1, n) if not g.has_edge(a, b)]
    of = lambda index: [score for _, _, score in index(g, pairs)]
    out.append([[a, b, len(list(nx.common_neighbors(g, a, b))), aa, ra, pa] for (a, b), aa, ra, pa in zip(
        pairs, of(nx.adamic_adar_index), of(nx.resource_allocation_index), of(nx.preferential_attachment))])
print(json.dumps(out))
"#;

fn adjacency(nodes: usize, ties: &[(usize, usize, f64)]) -> Adjacency {
    Adjacency::new(nodes, ties.iter().map(|&(a, b, weight)| (a as u32, b as u32, weight)))
}

/// All pairs without a tie, by a score, then by node.
fn every_pair(adjacency: &Adjacency, by: Predictor) -> Vec<ScoredPair> {
    let nodes = adjacency.node_count();
    let untied = |a: usize, b: usize| !adjacency.neighbours(a).contains(&(b as u32));
    let pairs = (0..nodes).flat_map(|a| (a + 1..nodes).map(move |b| (a, b))).filter(|&(a, b)| untied(a, b));
    let mut pairs: Vec<ScoredPair> = pairs.map(|(a, b)| scores::of(adjacency, a, b)).collect();
    pairs.retain(|pair| pair.score(by) > 0.0);
    pairs.sort_by(|x, y| {
        let near = (x.score(by) - y.score(by)).abs() < 1e-9;
        let order = if near { std::cmp::Ordering::Equal } else { y.score(by).total_cmp(&x.score(by)) };
        order.then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    pairs
}

#[test]
fn scores_are_those_of_networkx_and_lists_are_the_best_of_all_pairs() {
    let cases = [(34, networks::karate()), (40, networks::random(40, 60, 3, 1)), (25, networks::random(25, 120, 3, 2))];
    for (nodes, ties) in &cases {
        let (adjacency, rank) = (adjacency(*nodes, ties), (0..*nodes).collect::<Vec<_>>());
        for by in Predictor::ALL {
            let all = every_pair(&adjacency, by);
            for count in [1, 7, 5000] {
                let (found, number) = scores::best(&adjacency, by, count, &rank, |_, _| true);
                assert_eq!(found, all[..count.min(all.len())], "{by:?} {count}");
                assert_eq!(number as usize, all.len(), "{by:?}");
            }
        }
    }
    if !python::has("networkx") {
        return;
    }
    let theirs = python::run(SCORES, &json!(cases));
    for ((nodes, ties), theirs) in cases.iter().zip(theirs.as_array().unwrap()) {
        let adjacency = adjacency(*nodes, ties);
        for row in theirs.as_array().unwrap() {
            let number = |at: usize| row[at].as_f64().unwrap();
            let mine = scores::of(&adjacency, number(0) as usize, number(1) as usize);
            for (at, score) in mine.scores.iter().enumerate() {
                assert!((score - number(2 + at)).abs() < 1e-9, "{row} {mine:?}");
            }
        }
    }
}

#[test]
fn tests_on_earlier_years_are_those_of_a_full_enumeration() {
    for seed in 0..12 {
        let nodes = 14;
        let ties = networks::random(nodes, 20 + seed as usize, 3, seed);
        let mut random = Random::new(seed);
        let known: Vec<bool> = (0..nodes)
            .map(|node| random.below(6) > 0 || ties.iter().any(|&(a, b, _)| a == node || b == node))
            .collect();
        let adjacency = adjacency(nodes, &ties);
        let untied: Vec<(u32, u32)> = (0..nodes as u32)
            .flat_map(|a| (a + 1..nodes as u32).map(move |b| (a, b)))
            .filter(|&(a, b)| known[a as usize] && known[b as usize] && !adjacency.neighbours(a as usize).contains(&b))
            .collect();
        let later: Vec<(u32, u32)> = untied.iter().copied().filter(|_| random.below(5) == 0).collect();
        for named in [3, 10, 1000] {
            let found = backtest::test(&adjacency, &known, &later, named);
            assert_eq!((found.pairs, found.later), (untied.len() as u64, later.len() as u64));
            for (by, outcome) in Predictor::ALL.into_iter().zip(found.results) {
                let score = |&(a, b): &(u32, u32)| scores::of(&adjacency, a as usize, b as usize).score(by);
                let scored: Vec<f64> = untied.iter().map(score).filter(|score| *score > 0.0).collect();
                let count = scored.len().min(named as usize);
                assert_eq!(outcome.named as usize, count, "{by:?}");
                // A pair is named for certain if fewer than `count` are as high; at the edge by its share.
                let chance = |own: f64| {
                    let above = scored.iter().filter(|&&other| other > own + 1e-9).count();
                    let equal = scored.iter().filter(|&&other| (other - own).abs() <= 1e-9).count();
                    (count.saturating_sub(above) as f64 / equal as f64).clamp(0.0, 1.0)
                };
                let hits: f64 = later.iter().map(score).filter(|own| *own > 0.0).map(chance).sum();
                assert!((outcome.hits - hits).abs() < 1e-9, "{by:?} {named}: {} {hits}", outcome.hits);
                let rest: Vec<f64> = untied.iter().filter(|pair| !later.contains(pair)).map(score).collect();
                let wins: f64 = later
                    .iter()
                    .map(score)
                    .flat_map(|own| rest.iter().map(move |other| (own, *other)))
                    .map(|(own, other)| if (own - other).abs() < 1e-9 { 0.5 } else { f64::from(u8::from(own > other)) })
                    .sum();
                let auc = wins / (later.len() * rest.len()) as f64;
                assert!(outcome.auc.is_nan() && auc.is_nan() || (outcome.auc - auc).abs() < 1e-9, "{by:?}");
            }
        }
    }
}

/// Works of a year each.
fn dated(works: &[(u16, &[&str])]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    let mut handles = BTreeMap::new();
    for (at, (year, team)) in works.iter().enumerate() {
        let mut institution = |id: &str| {
            let (id, names) = (id.to_owned(), Names::plain(id));
            *handles
                .entry(id.clone())
                .or_insert_with(|| builder.institution(Institution { id, names, ..Institution::default() }))
        };
        let institutions: Vec<_> = team.iter().map(|id| institution(id)).collect();
        let date = Date::parse_iso(&year.to_string());
        builder.work(&WorkFacts { name: &format!("W{at}"), institutions: &institutions, date, ..WorkFacts::default() });
    }
    builder.finish()
}

#[test]
fn an_answer_says_how_often_it_was_right_and_when_that_is_not_known() {
    // Until 2010 A and B share C; they work together in 2012. D and E share C, too, and never do.
    let corpus = dated(&[
        (2010, &["A", "C"]),
        (2010, &["B", "C"]),
        (2010, &["D", "C"]),
        (2011, &["E", "C"]),
        (2012, &["A", "B"]),
    ]);
    let answer =
        predict::ask(&QueryContext::new(&corpus), &Options { top: Some(2), ..Options::default() }, Language::English);
    let record = Value::clone(&answer.json());
    let splits = record["backtest"]["splits"].as_array().unwrap();
    assert_eq!(splits.len(), 2);
    // Up to 2010: A, B, C, D with three ties, three pairs left, all with C in common; one comes true.
    assert_eq!((&splits[0]["until"], &splits[0]["pairs"], &splits[0]["later"]), (&json!(2010), &json!(3), &json!(1)));
    let hits = splits[0]["scores"][0]["hits"].as_f64().unwrap();
    assert!((hits - 2.0 / 3.0).abs() < 1e-9, "two of three equal pairs are named: {hits}");
    assert_eq!(splits[1]["pairs"], 6);
    assert!(
        answer.lead_sentences().iter().any(|sentence| sentence.contains("too few to tell")),
        "{:?}",
        answer.lead_sentences()
    );
    // The pair that did is no candidate any more.
    let pairs: Vec<(&str, &str)> = record["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["a"]["id"].as_str().unwrap(), row["b"]["id"].as_str().unwrap()))
        .collect();
    assert!(!pairs.contains(&("A", "B")) && pairs.len() == 2, "{pairs:?}");
    // Ties without works have no years.
    let ties = corpora::edges(&[("A", "B", 1.0), ("B", "C", 1.0)]);
    let answer = predict::ask(&QueryContext::new(&ties), &Options::default(), Language::English);
    assert_eq!(answer.json()["backtest"]["splits"], json!([]));
    assert!(
        answer.lead_sentences().iter().any(|sentence| sentence.contains("cannot be tested")),
        "{:?}",
        answer.lead_sentences()
    );
}
