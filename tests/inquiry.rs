//! The questions of inquiry: as they are told, by their schemas, and against brute force.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod corpora;

use std::collections::{BTreeMap, BTreeSet};

use collabgraph::answer::Answer;
use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::ingest::authority::Authority;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::load;
use collabgraph::ingest::options::Options as Loading;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::question::scope::Scope;
use collabgraph::question::{common, never, strongest};
use collabgraph::render::{csv, markdown, text};
use serde_json::{Value, json};

const LANGUAGES: [Language; 2] = [Language::Both, Language::Korean];

fn id(corpus: &Corpus, key: &str) -> InstitutionId {
    corpus.institution_by_key(key).unwrap_or_else(|| panic!("{key}"))
}

fn each<'v>(list: &'v Value, field: &str) -> Vec<&'v Value> {
    list.as_array().unwrap().iter().map(|one| &one[field]).collect()
}

fn told(answers: &[Answer]) -> String {
    let options = text::Options::default();
    answers.iter().map(|answer| text::write(answer, &options)).collect::<Vec<_>>().join("\n――――\n\n")
}

/// The embedded data: 17 Korean models of 14 institutions.
fn korea() -> Corpus {
    load::load(&[Input::Embedded], &Loading { authority: Authority::built_in(), ..Loading::default() }).unwrap().corpus
}

fn open(corpus: &Corpus) -> Scope<'_> {
    Scope::new(corpus).with_projection(Projection { counting: Counting::Full, max_team: None })
}

/// The Epoch table, where it is there; names as they stand, without an authority.
fn epoch() -> Option<Corpus> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/datasets/epoch-notable-2025-04-08.csv");
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    let loaded = load::load(&[Input::Path(path)], &Loading::default()).unwrap();
    Some(loaded.corpus)
}

#[track_caller]
fn keeps(name: &str, answer: &Answer) {
    let path = format!("{}/docs/schemas/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&answer.record).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
    for table in &answer.tables {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{name}: {}", table.name);
    }
    assert!(!answer.lead.is_empty(), "{name}");
    let _ = csv::write(answer, &csv::Options::default());
    let _ = markdown::write(answer, &markdown::Options::default());
}

/// Corpora with everything, with nothing, without works, with works beyond the cap.
fn corpora() -> Vec<Corpus> {
    vec![
        korea(),
        corpora::plain(&[]),
        corpora::plain(&[("alone", "X"), ("none", ""), ("pair", "Y Z"), ("big", "A B C D E Y")]),
        corpora::edges(&[("A", "B", 0.1), ("B", "C", 0.2)]),
    ]
}

#[test]
fn every_answer_keeps_to_its_schema() {
    for corpus in corpora() {
        for (counting, language) in [(Counting::Full, Language::Both), (Counting::Strict, Language::Korean)] {
            let scope = Scope::new(&corpus).with_projection(Projection { counting, max_team: Some(5) });
            let ids: Vec<InstitutionId> = corpus.institution_ids().collect();
            keeps("common", &common::ask(&scope, &ids[..ids.len().min(2)], language));
            keeps("common", &common::ask(&scope, &ids, language));
            keeps("never", &never::ask(&scope, &never::Options { top: None }, language));
            keeps("strongest", &strongest::ask(&scope, &strongest::Options::default(), language));
        }
    }
}

#[test]
fn what_is_not_there_is_an_honest_none() {
    let corpus = corpora::plain(&[("a", "X"), ("b", "Y")]);
    let scope = Scope::new(&corpus);
    let both: Vec<InstitutionId> = corpus.institution_ids().collect();
    assert!(!common::ask(&scope, &both, Language::Both).found);
    assert!(!never::ask(&scope, &never::Options::default(), Language::Both).found);
    assert!(!strongest::ask(&scope, &strongest::Options::default(), Language::Both).found);
}

#[test]
fn shared_partners_come_with_the_works_made_with_each() {
    let corpus = korea();
    let answer = common::ask(&Scope::new(&corpus), &[id(&corpus, "kaist"), id(&corpus, "samsung")], Language::Both);
    assert_eq!(each(&answer.record["partners"], "id"), ["korea-university"]);
    let ties = &answer.record["partners"][0]["ties"];
    assert_eq!(each(ties, "with"), ["kaist", "samsung"]);
    assert_eq!(each(&ties[0]["works"], "name"), ["Volcano 13B"]);
    assert_eq!(each(&ties[1]["works"], "name"), ["MemoReader"]);
    let three = ["kaist", "samsung", "princeton-university"].map(|key| id(&corpus, key));
    let answer = common::ask(&Scope::new(&corpus), &three, Language::Both);
    assert_eq!(each(&answer.record["partners"], "id"), ["korea-university"]);
}

/// Joint works of every pair, counted work by work.
fn joint(corpus: &Corpus) -> BTreeMap<(u32, u32), f64> {
    let mut pairs = BTreeMap::new();
    for work in corpus.work_ids() {
        let team = corpus.institutions_of(work);
        for a in team {
            for b in team.iter().filter(|b| b.0 > a.0) {
                *pairs.entry((a.0, b.0)).or_default() += 1.0;
            }
        }
    }
    pairs
}

fn never_by_brute_force(corpus: &Corpus) -> Vec<(u32, u32, f64)> {
    let n = corpus.institutions_len() as u32;
    let mut dense = vec![0.0; (n * n) as usize];
    for ((a, b), weight) in joint(corpus) {
        dense[(a * n + b) as usize] = weight;
        dense[(b * n + a) as usize] = weight;
    }
    let weight = |a: u32, b: u32| dense[(a * n + b) as usize];
    let mut pairs = Vec::new();
    for a in 0..n {
        for b in a + 1..n {
            let strength: f64 = (0..n).map(|z| weight(a, z).min(weight(b, z))).sum();
            if weight(a, b) == 0.0 && strength > 0.0 {
                pairs.push((a, b, strength));
            }
        }
    }
    pairs
}

#[test]
fn pairs_that_never_met_are_those_of_brute_force() {
    for corpus in [Some(korea()), epoch()].into_iter().flatten() {
        let scope = open(&corpus);
        let expected: BTreeSet<(u32, u32, u64)> =
            never_by_brute_force(&corpus).into_iter().map(|(a, b, strength)| (a, b, strength as u64)).collect();
        let (pairs, count) = never::pairs(&scope, None);
        let found: BTreeSet<(u32, u32, u64)> =
            pairs.iter().map(|one| (one.a.0.min(one.b.0), one.a.0.max(one.b.0), one.strength as u64)).collect();
        assert_eq!(found, expected);
        assert_eq!(count, expected.len());
        assert!(pairs.is_sorted_by(|x, y| x.strength >= y.strength));
        let (few, same) = never::pairs(&scope, Some(7));
        assert_eq!((few.as_slice(), same), (&pairs[..7], count), "cut, not changed");
    }
}

#[test]
fn a_pair_that_met_beyond_the_cap_has_met() {
    let corpus = corpora::plain(&[("one", "A Z"), ("two", "B Z"), ("big", "A B C D")]);
    let cap = Projection { counting: Counting::Full, max_team: Some(3) };
    let scope = Scope::new(&corpus).with_projection(cap);
    assert_eq!(never::pairs(&scope, None), (Vec::new(), 0));
}

#[test]
fn the_strongest_ties_are_those_of_the_table() {
    let Some(corpus) = epoch() else { return };
    let answer = strongest::ask(&open(&corpus), &strongest::Options { top: Some(5) }, Language::Both);
    assert_eq!(answer.record["ties"], 1209);
    let pair =
        |row: &Value| (row["a"]["name"].as_str().unwrap().to_owned(), row["b"]["name"].as_str().unwrap().to_owned());
    let rows = answer.record["rows"].as_array().unwrap();
    assert_eq!(each(&answer.record["rows"], "weight"), [10, 7, 5, 5, 5]);
    assert_eq!(each(&answer.record["rows"], "rank"), [1, 2, 3, 3, 3]);
    assert_eq!(pair(&rows[0]), ("Allen Institute for AI".to_owned(), "University of Washington".to_owned()));
    assert_eq!(rows[0]["works"].as_array().unwrap().len(), 10);
    assert_eq!(pair(&rows[1]), ("Google Brain".to_owned(), "Google Research".to_owned()));
}

#[test]
fn answers_as_they_are_told() {
    let corpus = korea();
    let scope = Scope::new(&corpus);
    let find = |key: &str| id(&corpus, key);
    for (language, name) in LANGUAGES.into_iter().zip(["en", "ko"]) {
        let common = [
            common::ask(&scope, &[find("kaist"), find("samsung")], language),
            common::ask(&scope, &[find("google"), find("nvidia"), find("snu")], language),
            common::ask(&scope, &[find("kaist"), find("google")], language),
        ];
        insta::assert_snapshot!(format!("common_{name}"), told(&common));
        let never = never::ask(&scope, &never::Options { top: Some(6) }, language);
        insta::assert_snapshot!(format!("never_{name}"), told(&[never]));
        let strongest = strongest::ask(&scope, &strongest::Options { top: Some(18) }, language);
        insta::assert_snapshot!(format!("strongest_{name}"), told(&[strongest]));
    }
}
