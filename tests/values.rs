//! Answers about the Epoch table against independent computations: brute force over works, formulas done by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};

use collabgraph::answer::language::Language;
use collabgraph::community::leiden;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::load::load;
use collabgraph::ingest::options::Options as Loading;
use collabgraph::ingest::{authority::Authority, claims};
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::question::scope::Scope;
use collabgraph::question::{check, clusters, common, search};
use serde_json::Value;

/// The Epoch table, where it is there.
fn epoch(authority: Authority) -> Option<Corpus> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/datasets/epoch-notable-2025-04-08.csv");
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(load(&[Input::Path(path)], &Loading { authority, ..Loading::default() }).unwrap().corpus)
}

fn open(corpus: &Corpus) -> Scope<'_> {
    Scope::new(corpus).with_projection(Projection { counting: Counting::Full, max_team: None })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn rows(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// Joint works of every pair, by name, work by work.
fn joint(corpus: &Corpus) -> BTreeMap<(InstitutionId, InstitutionId), usize> {
    let mut pairs = BTreeMap::new();
    for work in corpus.work_ids() {
        for &a in corpus.institutions_of(work) {
            for &b in corpus.institutions_of(work).iter().filter(|b| **b != a) {
                *pairs.entry((a, b)).or_default() += 1;
            }
        }
    }
    pairs
}

#[test]
fn shared_partners_are_those_of_brute_force() {
    let Some(corpus) = epoch(Authority::none()) else { return };
    let (scope, pairs) = (open(&corpus), joint(&corpus));
    let ids: Vec<InstitutionId> = corpus.institution_ids().collect();
    let mut shared = 0;
    // Every 7th institution with every 11th: some hundred pairs, near and far.
    for &a in ids.iter().step_by(7) {
        for &b in ids.iter().step_by(11).filter(|b| **b != a) {
            let expected: BTreeSet<String> = ids
                .iter()
                .filter(|&&z| pairs.contains_key(&(a, z)) && pairs.contains_key(&(b, z)))
                .map(|&z| corpus.institution(z).id.clone())
                .collect();
            let record = common::ask(&scope, &[a, b], Language::English).record;
            let found = rows(&record["partners"]);
            assert_eq!(found.iter().map(|one| text(&one["id"])).collect::<BTreeSet<_>>(), expected);
            for partner in found {
                let z = corpus.institution_by_key(partner["id"].as_str().unwrap()).unwrap();
                for (end, tie) in [a, b].into_iter().zip(rows(&partner["ties"])) {
                    assert_eq!(rows(&tie["works"]).len(), pairs[&(end, z)]);
                }
            }
            shared += expected.len();
        }
    }
    assert!(shared > 100, "{shared}");
}

#[test]
fn clusters_have_the_modularity_and_the_steadiness_of_their_formulas() {
    let Some(corpus) = epoch(Authority::none()) else { return };
    let (scope, pairs) = (open(&corpus), joint(&corpus));
    let record = clusters::ask(&scope, &leiden::Options::default(), Language::English).record;
    let found: Vec<BTreeSet<InstitutionId>> = rows(&record["clusters"])
        .iter()
        .map(|one| {
            rows(&one["members"])
                .iter()
                .map(|member| corpus.institution_by_key(member["id"].as_str().unwrap()).unwrap())
                .collect()
        })
        .collect();
    let members: usize = found.iter().map(BTreeSet::len).sum();
    assert_eq!(members, found.iter().flatten().collect::<BTreeSet<_>>().len(), "no institution is in two");
    // Newman & Girvan 2004: Q = Σ_c (inside_c/m − (strength_c/2m)²); whoever is in no cluster has no tie.
    let twice: f64 = pairs.values().map(|&weight| weight as f64).sum();
    let quality: f64 = found
        .iter()
        .map(|cluster| {
            let part = |inside: bool| -> f64 {
                pairs
                    .iter()
                    .filter(|((a, b), _)| cluster.contains(a) && (!inside || cluster.contains(b)))
                    .map(|(_, &weight)| weight as f64)
                    .sum()
            };
            part(true) / twice - (part(false) / twice).powi(2)
        })
        .sum();
    assert!((quality - record["quality"].as_f64().unwrap()).abs() < 1e-9, "{quality} {}", record["quality"]);
    assert!(quality > 0.45, "37 institutions of one work hold much together, and yet: {quality}");

    // Steadiness: in which share of runs, each of a seed of its own, two members are together.
    let runs = record["runs"].as_u64().unwrap() as usize;
    let every = leiden::every(scope.network(), &leiden::Options { starts: runs, ..leiden::Options::default() });
    for (cluster, told) in found.iter().zip(rows(&record["clusters"])) {
        let pairs: Vec<(usize, usize)> = cluster
            .iter()
            .flat_map(|&a| cluster.iter().filter(move |b| **b > a).map(move |&b| (a, b)))
            .map(|(a, b)| (scope.network().node_of(a), scope.network().node_of(b)))
            .collect();
        if pairs.is_empty() {
            continue;
        }
        let together: usize =
            every.iter().map(|run| pairs.iter().filter(|(a, b)| run.of[*a] == run.of[*b]).count()).sum();
        let share = together as f64 / (pairs.len() * runs) as f64;
        assert!((share - told["together"].as_f64().unwrap()).abs() < 1e-9, "{share} {}", told["together"]);
        assert_eq!(told["size"].as_u64().unwrap() as usize, cluster.len());
        // A name is made of the strongest members.
        let strength = |id: InstitutionId| -> usize { pairs_of(&self::joint(&corpus), id) };
        if cluster.len() < 8 {
            let most = cluster.iter().map(|&id| strength(id)).max().unwrap();
            let first = corpus.institution_by_key(told["leaders"][0].as_str().unwrap()).unwrap();
            assert_eq!(strength(first), most);
        }
    }
}

fn pairs_of(pairs: &BTreeMap<(InstitutionId, InstitutionId), usize>, id: InstitutionId) -> usize {
    pairs.iter().filter(|((a, _), _)| *a == id).map(|(_, weight)| weight).sum()
}

#[test]
fn searching_finds_what_a_plain_search_of_the_names_finds() {
    let Some(corpus) = epoch(Authority::none()) else { return };
    let scope = open(&corpus);
    for wanted in ["korea", "diffusion", "deepmind", "bert", "zurich"] {
        let record = search::ask(&scope, wanted, &search::Options { top: None }, Language::English).record;
        let found = |list: &str| rows(&record[list]).iter().map(|one| text(&one["name"])).collect::<BTreeSet<_>>();
        let holds = |name: &str| name.to_lowercase().contains(wanted);
        let names = corpus.institution_ids().map(|id| corpus.institution(id).names.name.clone());
        let institutions: BTreeSet<String> = names.filter(|name| holds(name)).collect();
        assert!(found("institutions").is_superset(&institutions), "{wanted}: {institutions:?}");
        let works: BTreeSet<String> = corpus
            .work_ids()
            .filter(|&id| holds(corpus.work_name(id)) || holds(corpus.work(id).title))
            .map(|id| corpus.work_name(id).to_owned())
            .collect();
        assert!(found("works").is_superset(&works), "{wanted}: {works:?}");
        assert!(!works.is_empty() || !institutions.is_empty());
    }
}

#[test]
fn the_tallies_of_2024_are_those_of_a_count_by_hand() {
    let Some(corpus) = epoch(Authority::built_in()) else { return };
    let record = check::ask(&Scope::new(&corpus), &claims::article().unwrap(), Language::English).record;
    let of = |country: &str| {
        let works = corpus.work_ids().filter(|&work| {
            let has = |id: &InstitutionId| corpus.institution(*id).countries.iter().any(|one| one.code() == country);
            corpus.date(work).is_some_and(|date| date.year_number() == 2024)
                && corpus.institutions_of(work).iter().any(has)
        });
        works.count() as u64
    };
    for (claim, country) in [("tally-us-40", "US"), ("tally-cn-15", "CN"), ("tally-kr-1", "KR")] {
        let told = rows(&record["claims"]).iter().find(|one| one["id"] == claim).unwrap();
        assert_eq!(told["found"].as_u64(), Some(of(country)), "{claim}");
        assert!(text(&told["why"]).contains("Rule: a work counts for"), "{claim}: the rule is stated");
    }
}
