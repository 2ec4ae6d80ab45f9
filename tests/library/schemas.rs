//! Every JSON answer keeps to its schema in `docs/schemas`.

use crate::support::corpora;
use collabgraph::answer::Answer;
use collabgraph::answer::language::Language;
use collabgraph::centrality::measure::Measure;
use collabgraph::community::leiden;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::work::WorkId;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::prediction::scores::Predictor;
use collabgraph::query::context::QueryContext;
use collabgraph::query::{
    between, clusters, components, institutions, overview, path, predict, rank, who, work_institutions, works,
};
use serde_json::Value;

fn schema(name: &str) -> Value {
    let path = format!("{}/docs/schemas/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[track_caller]
fn keeps(name: &str, answer: &Answer) {
    let validator = jsonschema::validator_for(&schema(name)).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&answer.json()).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
}

/// Corpora with everything, with nothing, without works, with works beyond the cap.
fn corpora() -> Vec<Corpus> {
    vec![
        corpora::korea(),
        corpora::plain(&[]),
        corpora::plain(&[("alone", "X"), ("none", ""), ("pair", "Y Z"), ("big", "A B C D E Y")]),
        corpora::edges(&[("A", "B", 0.1), ("B", "C", 0.2)]),
    ]
}

#[test]
fn every_answer_keeps_to_its_schema() {
    for corpus in corpora() {
        for counting in [Counting::Full, Counting::Strict] {
            let scope = QueryContext::new(&corpus).with_projection(Projection { counting, max_team: Some(5) });
            all(&scope);
        }
    }
}

fn all(scope: &QueryContext<'_>) {
    let language = Language::Both;
    keeps("overview", &overview::ask(scope, language));
    keeps("works", &works::ask(scope, language));
    keeps("institutions", &institutions::ask(scope, language));
    keeps("components", &components::ask(scope, language));
    for by in Predictor::ALL {
        keeps("predict", &predict::ask(scope, &predict::Options { by, top: Some(3) }, language));
    }
    keeps("network-statistics", &collabgraph::query::statistics::ask(scope, language));
    keeps("clusters", &clusters::ask(scope, &leiden::Options::default(), language));
    for by in Measure::ALL {
        keeps("rank", &rank::ask(scope, &rank::Options { by, top: None, ..rank::Options::default() }, language));
    }
    for work in scope.corpus.work_ids() {
        keeps("who", &work_institutions::ask(scope, work, language));
    }
    for a in scope.corpus.institution_ids() {
        keeps("who", &who::ask(scope, a, language));
        for b in scope.corpus.institution_ids() {
            keeps("between", &between::ask(scope, a, b, language));
            keeps("path", &path::ask(scope, a, b, &path::Options::default(), language));
        }
    }
}

#[test]
fn schemas_are_schemas_and_refuse_what_is_none() {
    let folder = format!("{}/docs/schemas", env!("CARGO_MANIFEST_DIR"));
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let schema: Value = serde_json::from_str(&text).unwrap();
        assert!(jsonschema::meta::is_valid(&schema));
        assert!(!jsonschema::is_valid(&schema, &serde_json::json!({})));
    }
    let corpus = corpora::korea();
    let mut record = work_institutions::ask(&QueryContext::new(&corpus), WorkId(0), Language::Both).record;
    record["partners"][0]["weight"] = "1".into();
    assert!(!jsonschema::is_valid(&schema("who"), &record));
}
