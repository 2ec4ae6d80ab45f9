//! Answers about the Epoch table against independent computations: brute force over works, formulas done by hand.

use crate::support::tables;
use collabgraph::answer::language::Language;
use collabgraph::community::leiden;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::filter::Filter;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::ingest::claims;
use collabgraph::ingest::options::Options as Loading;
use collabgraph::names::authority::Authority;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::query::context::QueryContext;
use collabgraph::query::{
    between, check, clusters, common_partners, components, indicators, institutions, non_collaborators, path, search,
    strongest, who,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn open(corpus: &Corpus) -> QueryContext<'_> {
    QueryContext::new(corpus).with_projection(Projection { counting: Counting::Full, max_team: None })
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
    for corpus in tables::corpora(&Loading { authority: Authority::none(), ..Loading::default() }) {
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
                let record = common_partners::ask(&scope, &[a, b], Language::English).record;
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
}

/// Works of two institutions, and steps between all pairs, by a plain search over the works.
fn steps_from(corpus: &Corpus, start: InstitutionId) -> BTreeMap<InstitutionId, usize> {
    let mut steps = BTreeMap::from([(start, 0)]);
    let mut open = std::collections::VecDeque::from([start]);
    while let Some(at) = open.pop_front() {
        let next = steps[&at] + 1;
        for &work in corpus.works_of(at) {
            for &other in corpus.institutions_of(work) {
                if let std::collections::btree_map::Entry::Vacant(place) = steps.entry(other) {
                    place.insert(next);
                    open.push_back(other);
                }
            }
        }
    }
    steps
}

#[test]
fn joint_works_steps_and_groups_are_those_of_a_plain_search() {
    for corpus in tables::corpora(&Loading { authority: Authority::none(), ..Loading::default() }) {
        let scope = open(&corpus);
        let ids: Vec<InstitutionId> = corpus.institution_ids().collect();
        let (mut joint, mut apart, mut far) = (0, 0, 0);
        for &a in ids.iter().step_by(13) {
            let steps = steps_from(&corpus, a);
            for &b in ids.iter().step_by(5).filter(|b| **b != a) {
                let both: Vec<String> = corpus
                    .work_ids()
                    .filter(|&work| [a, b].iter().all(|id| corpus.institutions_of(work).contains(id)))
                    .map(|work| corpus.work_key(work))
                    .collect();
                let told = between::ask(&scope, a, b, Language::English);
                let works: Vec<String> = rows(&told.record["works"]).iter().map(|work| text(&work["id"])).collect();
                assert_eq!(works.iter().collect::<BTreeSet<_>>(), both.iter().collect());
                let length =
                    path::ask(&scope, a, b, &path::Options::default(), Language::English).record["length"].as_u64();
                assert_eq!(length.map(|length| length as usize), steps.get(&b).copied());
                joint += usize::from(!both.is_empty());
                apart += usize::from(length.is_none());
                far += usize::from(length.is_some_and(|length| length > 3));
            }
        }
        let least = if tables::is_epoch(&corpus) { (20, 100, 100) } else { (8, 30, 0) };
        assert!(joint > least.0 && apart > least.1 && far >= least.2, "{joint} {apart} {far}");
        let mut groups: Vec<usize> = Vec::new();
        let mut seen = BTreeSet::new();
        for &id in &ids {
            if !seen.contains(&id) {
                let group = steps_from(&corpus, id);
                groups.push(group.len());
                seen.extend(group.into_keys());
            }
        }
        groups.sort_unstable_by(|a, b| b.cmp(a));
        let record = components::ask(&scope, Language::English).record;
        let told: Vec<usize> = rows(&record["components"]).iter().map(|one| rows(&one["members"]).len()).collect();
        assert_eq!(told, groups);
    }
}

#[test]
fn a_window_of_time_leaves_the_works_within_it_to_every_question() {
    for whole in tables::corpora(&Loading { authority: Authority::none(), ..Loading::default() }) {
        let year = |year| Date::year(year).unwrap();
        let filter = Filter { since: Some(year(2018)), until: Some(year(2021)), ..Filter::default() };
        let corpus = whole.filtered(&filter);
        let scope = open(&corpus).with_filter(filter, &whole);
        let within = |work| whole.date(work).is_some_and(|date| (2018..=2021).contains(&date.year_number()));
        let key = |id: InstitutionId| whole.institution(id).id.clone();
        let mut pairs: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut works: BTreeMap<String, usize> = BTreeMap::new();
        for work in whole.work_ids().filter(|&work| within(work)) {
            for &a in whole.institutions_of(work) {
                *works.entry(key(a)).or_default() += 1;
                for &b in whole.institutions_of(work).iter().filter(|b| **b != a) {
                    *pairs.entry((key(a), key(b))).or_default() += 1;
                }
            }
        }
        assert!(pairs.len() > whole.institution_count() && 4 * works.len() > whole.institution_count());
        let options = strongest::Options { top: None, ..strongest::Options::default() };
        let record = strongest::ask(&scope, &options, Language::English).record;
        assert_eq!(2 * rows(&record["rows"]).len(), pairs.len());
        for tie in rows(&record["rows"]) {
            let ends = (text(&tie["a"]["id"]), text(&tie["b"]["id"]));
            assert_eq!(rows(&tie["works"]).len(), pairs[&ends], "{ends:?}");
        }
        let listed = institutions::ask(&scope, Language::English).record;
        let counts: BTreeMap<String, usize> = rows(&listed["rows"])
            .iter()
            .map(|row| (text(&row["id"]), row["works"].as_u64().unwrap() as usize))
            .collect();
        assert_eq!(counts, works);
        for id in corpus.institution_ids() {
            let own = corpus.institution(id).id.clone();
            let record = who::ask(&scope, id, Language::English).record;
            let partners: BTreeSet<(String, String)> =
                rows(&record["partners"]).iter().map(|one| (own.clone(), text(&one["id"]))).collect();
            let expected: BTreeSet<(String, String)> = pairs.keys().filter(|(a, _)| *a == own).cloned().collect();
            assert_eq!(partners, expected);
        }
        let never = non_collaborators::ask(&scope, &non_collaborators::Options { top: None }, Language::English).record;
        for pair in rows(&never["rows"]) {
            let (a, b) = (text(&pair["a"]["id"]), text(&pair["b"]["id"]));
            assert!(!pairs.contains_key(&(a.clone(), b.clone())), "{a} {b}");
            for shared in rows(&pair["shared"]) {
                let z = text(&shared["id"]);
                assert!(pairs.contains_key(&(a.clone(), z.clone())) && pairs.contains_key(&(b.clone(), z)), "{a} {b}");
            }
        }
        let told = indicators::ask(&scope, &indicators::Options::default(), Language::English).record;
        let all = &rows(&told["rows"])[0];
        let teams = whole.work_ids().filter(|&work| within(work) && !whole.institutions_of(work).is_empty()).count();
        assert_eq!(all["works"].as_u64().unwrap() as usize, teams);
    }
}

#[test]
fn clusters_have_the_modularity_and_the_steadiness_of_their_formulas() {
    for corpus in tables::corpora(&Loading { authority: Authority::none(), ..Loading::default() }) {
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
        let large = if tables::is_epoch(&corpus) { 0.45 } else { 0.05 };
        assert!(quality > large, "one work of many institutions holds much together, and yet: {quality}");

        // Steadiness: in which share of runs, each of a seed of its own, two members are together.
        let runs = record["runs"].as_u64().unwrap() as usize;
        let every =
            leiden::partitions(scope.network(), &leiden::Options { starts: runs, ..leiden::Options::default() });
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
}

fn pairs_of(pairs: &BTreeMap<(InstitutionId, InstitutionId), usize>, id: InstitutionId) -> usize {
    pairs.iter().filter(|((a, _), _)| *a == id).map(|(_, weight)| weight).sum()
}

#[test]
fn searching_finds_what_a_plain_search_of_the_names_finds() {
    for corpus in tables::corpora(&Loading { authority: Authority::none(), ..Loading::default() }) {
        let scope = open(&corpus);
        let words = if tables::is_epoch(&corpus) {
            ["korea", "diffusion", "deepmind", "bert", "zurich"]
        } else {
            ["korea", "model 01", "한빛", "quoted", "université"]
        };
        for wanted in words {
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
}

#[test]
fn the_tallies_of_2024_are_those_of_a_count_by_hand() {
    for corpus in tables::corpora(&Loading { authority: Authority::built_in(), ..Loading::default() }) {
        let record = check::ask(&QueryContext::new(&corpus), &claims::article().unwrap(), Language::English).record;
        let of = |country: &str| {
            let works = corpus.work_ids().filter(|&work| {
                let has =
                    |id: &InstitutionId| corpus.institution(*id).countries.iter().any(|one| one.code() == country);
                corpus.date(work).is_some_and(|date| date.year_number() == 2024)
                    && corpus.institutions_of(work).iter().any(has)
            });
            works.count() as u64
        };
        for (claim, country) in [("tally-us-40", "US"), ("tally-cn-15", "CN"), ("tally-kr-1", "KR")] {
            let told = rows(&record["claims"]).iter().find(|one| one["id"] == claim).unwrap();
            // A statement about one table is not checked against another.
            assert_eq!(told["found"].as_u64(), tables::is_epoch(&corpus).then(|| of(country)), "{claim}");
            let rule = text(&told["why"]).contains("Rule: a model counts for");
            assert!(rule || !tables::is_epoch(&corpus), "{claim}: the rule is stated");
        }
    }
}
