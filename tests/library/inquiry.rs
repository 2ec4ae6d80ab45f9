//! The questions of inquiry: as they are told, by their schemas, and against brute force.

use crate::support::{corpora, tables};
use collabgraph::answer::Answer;
use collabgraph::answer::language::Language;
use collabgraph::answer::table::Cell;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::builder::{CorpusBuilder, WorkFacts};
use collabgraph::corpus::date::Date;
use collabgraph::corpus::institution::{Institution, InstitutionId, Names};
use collabgraph::corpus::work::WorkId;
use collabgraph::dataset::{Loaded, load};
use collabgraph::ingest::input::Input;
use collabgraph::ingest::options::Options as Loading;
use collabgraph::names::authority::Authority;
use collabgraph::network::Network;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::query::context::QueryContext;
use collabgraph::query::group::Grouping;
use collabgraph::query::indicators::Dimension;
use collabgraph::query::{
    between, brokers, clusters, common_partners, counting, diff, evidence, indicators, non_collaborators, path, rank,
    require_works, search, strongest, timeline,
};
use collabgraph::render::{csv, markdown, text};
use collabgraph::selection::biconnectivity;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

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
    load(&[Input::Embedded], &Loading { authority: Authority::built_in(), ..Loading::default() }).unwrap().corpus
}

fn open(corpus: &Corpus) -> QueryContext<'_> {
    QueryContext::new(corpus).with_projection(Projection { counting: Counting::Full, max_team: None })
}

/// The committed table and the real one, names as recorded.
fn read() -> Vec<Corpus> {
    tables::corpora(&Loading::default())
}

/// The same with the built-in authority.
fn by_authority() -> Vec<Loaded> {
    tables::read(&Loading { authority: Authority::built_in(), ..Loading::default() })
}

#[track_caller]
fn keeps(name: &str, answer: &Answer) {
    let path = format!("{}/docs/schemas/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&answer.json()).map(|error| format!("{}: {error}", error.instance_path())).collect();
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
            let scope = QueryContext::new(&corpus).with_projection(Projection { counting, max_team: Some(5) });
            let ids: Vec<InstitutionId> = corpus.institution_ids().collect();
            keeps("common", &common_partners::ask(&scope, &ids[..ids.len().min(2)], language));
            keeps("common", &common_partners::ask(&scope, &ids, language));
            keeps("never", &non_collaborators::ask(&scope, &non_collaborators::Options { top: None }, language));
            for by in [Grouping::Sector, Grouping::Country] {
                keeps("brokers", &brokers::ask(&scope, &brokers::Options { by, top: None }, language));
            }
            keeps("indicators", &indicators::ask(&scope, &indicators::Options::default(), language));
            keeps("counting", &counting::ask(&scope, &counting::Options::default(), language));
            keeps("timeline", &timeline::ask(&scope, &timeline::Options::default(), language));
            for &id in &ids {
                let answer = timeline::ask(&scope, &timeline::Options { of: Some(id), top: None }, language);
                keeps("timeline", &answer);
                let answer = evidence::attach(&scope, answer, language);
                keeps("timeline", &answer);
                keeps("evidence", &answer);
            }
            for text in ["x", "한국", "ㅋㅇㅅㅌ", "kim", "", "nothing at all"] {
                keeps("search", &search::ask(&scope, text, &search::Options::default(), language));
            }
            keeps("strongest", &strongest::ask(&scope, &strongest::Options::default(), language));
        }
    }
}

#[test]
fn every_comparison_keeps_to_its_schema() {
    let corpora = corpora();
    for old in &corpora {
        for new in &corpora {
            let (old, new) = (QueryContext::new(old), QueryContext::new(new));
            for language in LANGUAGES {
                let answer = diff::ask(&old, &new, &diff::Options::default(), language);
                keeps("diff", &answer);
                let answer = evidence::attach_comparison(&old, &new, answer, language);
                keeps("diff", &answer);
                keeps("evidence", &answer);
                let marked = answer.record["works"]["gone"].as_array().unwrap();
                assert!(marked.iter().all(|work| work.get("evidence").is_some()));
            }
        }
        let same = QueryContext::new(old);
        let answer = diff::ask(&same, &QueryContext::new(old), &diff::Options::default(), Language::English);
        assert!(!answer.found);
        assert_eq!(answer.lead_sentences(), ["Nothing changed."]);
    }
}

#[test]
fn what_is_not_there_is_an_honest_none() {
    let corpus = corpora::plain(&[("a", "X"), ("b", "Y")]);
    let scope = QueryContext::new(&corpus);
    let both: Vec<InstitutionId> = corpus.institution_ids().collect();
    assert!(!common_partners::ask(&scope, &both, Language::Both).found);
    assert!(!non_collaborators::ask(&scope, &non_collaborators::Options::default(), Language::Both).found);
    assert!(!brokers::ask(&scope, &brokers::Options::default(), Language::Both).found);
    assert!(!counting::ask(&scope, &counting::Options::default(), Language::Both).found);
    let nothing = corpora::plain(&[("a", "")]);
    assert!(!indicators::ask(&QueryContext::new(&nothing), &indicators::Options::default(), Language::Both).found);
    assert!(!timeline::ask(&scope, &timeline::Options::default(), Language::Both).found);
    assert!(!search::ask(&scope, "zzz", &search::Options::default(), Language::Both).found);
    assert!(!strongest::ask(&scope, &strongest::Options::default(), Language::Both).found);
}

#[test]
fn shared_partners_come_with_the_works_made_with_each() {
    let corpus = korea();
    let answer = common_partners::ask(
        &QueryContext::new(&corpus),
        &[id(&corpus, "kaist"), id(&corpus, "samsung")],
        Language::Both,
    );
    assert_eq!(each(&answer.record["partners"], "id"), ["korea-university"]);
    let ties = &answer.record["partners"][0]["ties"];
    assert_eq!(each(ties, "with"), ["kaist", "samsung"]);
    assert_eq!(each(&ties[0]["works"], "name"), ["Volcano 13B"]);
    assert_eq!(each(&ties[1]["works"], "name"), ["MemoReader"]);
    let three = ["kaist", "samsung", "princeton-university"].map(|key| id(&corpus, key));
    let answer = common_partners::ask(&QueryContext::new(&corpus), &three, Language::Both);
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
    let n = corpus.institution_count() as u32;
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
    for corpus in std::iter::once(korea()).chain(read()) {
        let scope = open(&corpus);
        let expected: BTreeSet<(u32, u32, u64)> =
            never_by_brute_force(&corpus).into_iter().map(|(a, b, strength)| (a, b, strength as u64)).collect();
        let (pairs, count) = non_collaborators::pairs(&scope, None);
        let found: BTreeSet<(u32, u32, u64)> =
            pairs.iter().map(|one| (one.a.0.min(one.b.0), one.a.0.max(one.b.0), one.strength as u64)).collect();
        assert_eq!(found, expected);
        assert_eq!(count, expected.len());
        assert!(pairs.is_sorted_by(|x, y| x.strength >= y.strength));
        let (few, same) = non_collaborators::pairs(&scope, Some(7));
        assert_eq!((few.as_slice(), same), (&pairs[..7], count), "cut, not changed");
    }
}

#[test]
fn a_pair_that_met_beyond_the_cap_has_met() {
    let corpus = corpora::plain(&[("one", "A Z"), ("two", "B Z"), ("big", "A B C D")]);
    let cap = Projection { counting: Counting::Full, max_team: Some(3) };
    let scope = QueryContext::new(&corpus).with_projection(cap);
    assert_eq!(non_collaborators::pairs(&scope, None), (Vec::new(), 0));
}

#[test]
fn the_strongest_ties_are_those_of_the_table() {
    for corpus in read() {
        let answer = strongest::ask(
            &open(&corpus),
            &strongest::Options { top: Some(5), ..strongest::Options::default() },
            Language::Both,
        );
        assert_eq!(answer.record["ties"], joint(&corpus).len());
        if !tables::is_epoch(&corpus) {
            let mut weights: Vec<u64> = joint(&corpus).values().map(|&weight| weight as u64).collect();
            weights.sort_by_key(|&weight| std::cmp::Reverse(weight));
            assert_eq!(each(&answer.record["rows"], "weight"), weights[..5]);
            continue;
        }
        assert_eq!(answer.record["ties"], 1209);
        let pair = |row: &Value| {
            (row["a"]["name"].as_str().unwrap().to_owned(), row["b"]["name"].as_str().unwrap().to_owned())
        };
        let rows = answer.record["rows"].as_array().unwrap();
        assert_eq!(each(&answer.record["rows"], "weight"), [10, 7, 5, 5, 5]);
        assert_eq!(each(&answer.record["rows"], "rank"), [1, 2, 3, 3, 3]);
        assert_eq!(pair(&rows[0]), ("Allen Institute for AI".to_owned(), "University of Washington".to_owned()));
        assert_eq!(rows[0]["works"].as_array().unwrap().len(), 10);
        assert_eq!(pair(&rows[1]), ("Google Brain".to_owned(), "Google Research".to_owned()));
    }
}

#[test]
fn answers_as_they_are_told() {
    let corpus = korea();
    let scope = QueryContext::new(&corpus);
    let find = |key: &str| id(&corpus, key);
    for (language, name) in LANGUAGES.into_iter().zip(["en", "ko"]) {
        let common = [
            common_partners::ask(&scope, &[find("kaist"), find("samsung")], language),
            common_partners::ask(&scope, &[find("google"), find("nvidia"), find("snu")], language),
            common_partners::ask(&scope, &[find("kaist"), find("google")], language),
        ];
        insta::assert_snapshot!(format!("common_{name}"), told(&common));
        let never = non_collaborators::ask(&scope, &non_collaborators::Options { top: Some(6) }, language);
        insta::assert_snapshot!(format!("never_{name}"), told(&[never]));
        let brokers = [Grouping::Sector, Grouping::Country]
            .map(|by| brokers::ask(&scope, &brokers::Options { by, ..brokers::Options::default() }, language));
        insta::assert_snapshot!(format!("brokers_{name}"), told(&brokers));
        let indicators = indicators::ask(&scope, &indicators::Options { top: Some(6), ..Default::default() }, language);
        insta::assert_snapshot!(format!("indicators_{name}"), told(&[indicators]));
        let capped =
            QueryContext::new(&corpus).with_projection(Projection { counting: Counting::Full, max_team: Some(5) });
        let options = counting::Options { top: Some(8) };
        let counting = [counting::ask(&scope, &options, language), counting::ask(&capped, &options, language)];
        insta::assert_snapshot!(format!("counting_{name}"), told(&counting));
        let of = |of| timeline::Options { of, top: Some(6) };
        let timeline = [None, Some(find("kaist"))].map(|one| timeline::ask(&scope, &of(one), language));
        insta::assert_snapshot!(format!("timeline_{name}"), told(&timeline));
        let search = ["kaist", "diffusion", "kyoung mu lee", "ㅋㅇㅅㅌ", "guidance discriminator", "zzz"]
            .map(|text| search::ask(&scope, text, &search::Options::default(), language));
        insta::assert_snapshot!(format!("search_{name}"), told(&search));
        let between = between::ask(&scope, find("kaist"), find("naver"), language);
        let rank = rank::ask(&scope, &rank::Options { top: Some(2), ..rank::Options::default() }, language);
        let evidence = [between, rank].map(|answer| evidence::attach(&scope, answer, language));
        insta::assert_snapshot!(format!("evidence_{name}"), told(&evidence));
        let earlier = corpus.subset(|work| corpus.date(work) < Date::parse_iso("2022"), |_| true);
        let (one, other) = before_and_after();
        let diff = [
            diff::ask(
                &QueryContext::new(&earlier),
                &scope,
                &diff::Options { top: Some(6), ..diff::Options::default() },
                language,
            ),
            diff::ask(&QueryContext::new(&one), &QueryContext::new(&other), &diff::Options::default(), language),
            diff::ask(&scope, &QueryContext::new(&corpus), &diff::Options::default(), language),
        ];
        insta::assert_snapshot!(format!("diff_{name}"), told(&diff));
        let strongest =
            strongest::ask(&scope, &strongest::Options { top: Some(18), ..strongest::Options::default() }, language);
        insta::assert_snapshot!(format!("strongest_{name}"), told(&[strongest]));
    }
}

/// Roles of every institution: coordinator, itinerant, gatekeeper, liaison, ungrouped; pair by pair.
fn roles_by_brute_force(corpus: &Corpus, by: Grouping) -> Vec<[u64; 5]> {
    let tied: BTreeSet<(u32, u32)> = joint(corpus).into_keys().flat_map(|(a, b)| [(a, b), (b, a)]).collect();
    let group = |id: u32| {
        let institution = corpus.institution(InstitutionId(id));
        match by {
            Grouping::Sector => institution.sectors.first().map(|sector| format!("{sector:?}")),
            Grouping::Country => institution.countries.first().map(|country| country.code().to_owned()),
        }
    };
    let n = corpus.institution_count() as u32;
    let groups: Vec<_> = (0..n).map(group).collect();
    let mut partners = vec![Vec::new(); n as usize];
    tied.iter().for_each(|&(a, b)| partners[a as usize].push(b));
    let role = |v: u32, a: u32, b: u32| match (&groups[v as usize], &groups[a as usize], &groups[b as usize]) {
        (Some(v), Some(a), Some(b)) if v == a && a == b => 0,
        (Some(_), Some(a), Some(b)) if a == b => 1,
        (Some(v), Some(a), Some(b)) if v == a || v == b => 2,
        (Some(_), Some(_), Some(_)) => 3,
        _ => 4,
    };
    let mut counts = vec![[0; 5]; n as usize];
    for v in 0..n {
        for &a in &partners[v as usize] {
            for &b in partners[v as usize].iter().filter(|&&b| b > a && !tied.contains(&(a, b))) {
                counts[v as usize][role(v, a, b)] += 1;
            }
        }
    }
    counts
}

#[test]
fn roles_are_those_of_brute_force() {
    for corpus in std::iter::once(korea()).chain(read()) {
        for by in [Grouping::Sector, Grouping::Country] {
            let expected = roles_by_brute_force(&corpus, by);
            let options = brokers::Options { by, top: None };
            let record = brokers::ask(&open(&corpus), &options, Language::Both).record;
            let rows = record["rows"].as_array().unwrap();
            assert_eq!(rows.len(), expected.iter().filter(|roles| roles.iter().sum::<u64>() > 0).count());
            for row in rows {
                let at = id(&corpus, row["id"].as_str().unwrap()).index();
                let roles = ["coordinator", "itinerant", "gatekeeper", "liaison", "ungrouped"];
                assert_eq!(roles.map(|role| row[role].as_u64().unwrap()), expected[at], "{}", row["id"]);
            }
        }
    }
}

/// Parts of a network of which one node or one tie is taken away.
fn parts(network: &Network<'_>, node: Option<usize>, tie: Option<usize>) -> usize {
    let mut seen: Vec<bool> = (0..network.node_count()).map(|one| Some(one) == node).collect();
    let mut parts = 0;
    while let Some(start) = seen.iter().position(|seen| !seen) {
        parts += 1;
        seen[start] = true;
        let mut stack = vec![start];
        while let Some(at) = stack.pop() {
            for (other, _, by) in network.adjacency().row_of(at) {
                if Some(by) != tie && !seen[other] {
                    seen[other] = true;
                    stack.push(other);
                }
            }
        }
    }
    parts
}

#[test]
fn articulation_points_and_bridges_are_those_of_brute_force() {
    for corpus in
        [korea(), corpora::plain(&[("a", "A B"), ("b", "B C"), ("c", "D E F"), ("d", "F G")])].into_iter().chain(read())
    {
        let scope = open(&corpus);
        let network = scope.network();
        let whole = parts(network, None, None);
        let cut = biconnectivity::find(network);
        let expected: Vec<(usize, usize)> = (0..network.node_count())
            .map(|node| (node, parts(network, Some(node), None) + 1 - whole))
            .filter(|one| one.1 > 1)
            .collect();
        assert_eq!(cut.articulation_points.iter().map(|one| (one.node, one.components)).collect::<Vec<_>>(), expected);
        let bridges: Vec<usize> =
            (0..network.tie_count()).filter(|&tie| parts(network, None, Some(tie)) > whole).collect();
        assert_eq!(cut.bridges.iter().map(|one| one.tie).collect::<Vec<_>>(), bridges);
        assert!(cut.bridges.iter().all(|one| one.smaller >= 1 && one.smaller <= one.larger));
    }
    let corpus = corpora::plain(&[("a", "A B"), ("b", "B C"), ("c", "C D"), ("d", "D E")]);
    let sides: Vec<_> =
        biconnectivity::find(open(&corpus).network()).bridges.iter().map(|one| (one.smaller, one.larger)).collect();
    assert_eq!(sides, [(1, 4), (2, 3), (2, 3), (1, 4)]);
}

#[test]
fn indicators_of_the_table_are_those_of_its_team_sizes() {
    for corpus in read() {
        let options = indicators::Options { by: vec![Dimension::Country, Dimension::Sector], top: None };
        let record = indicators::ask(&open(&corpus), &options, Language::Both).record;
        let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
        corpus.work_ids().for_each(|work| *sizes.entry(corpus.institutions_of(work).len()).or_default() += 1);
        let without = sizes.remove(&0).unwrap();
        let (works, institutions) = (sizes.values().sum::<usize>(), corpus.institution_count());
        let co_made = works - sizes[&1];
        assert_eq!(record["without_institution"], without);
        let all = &record["rows"][0];
        assert_eq!(
            (&all["works"], &all["co_made"], &all["institutions"]),
            (&works.into(), &co_made.into(), &institutions.into())
        );
        if tables::is_epoch(&corpus) {
            let known = [(1, 596), (2, 197), (3, 79), (4, 16), (5, 4), (6, 7), (7, 1), (37, 1)];
            assert_eq!((sizes.clone(), without, institutions), (BTreeMap::from(known), 13, 343));
        }
        let sum = |term: fn(f64, f64) -> f64| {
            sizes.iter().map(|(&j, &f)| term(j as f64, f as f64)).sum::<f64>() / works as f64
        };
        let near = |field: &str, value: f64| assert!((all[field].as_f64().unwrap() - value).abs() < 1e-9, "{field}");
        near("collaborative_index", sum(|j, f| j * f));
        near("degree_of_collaboration", co_made as f64 / works as f64);
        near("collaborative_coefficient", 1.0 - sum(|j, f| f / j));
        let n = institutions as f64;
        near("modified_coefficient", (1.0 - sum(|j, f| f / j)) * n / (n - 1.0));

        let korea = record["rows"].as_array().unwrap().iter().find(|row| row["key"] == "KR").unwrap();
        if tables::is_epoch(&corpus) {
            assert_eq!((&korea["works"], &korea["scp"], &korea["mcp"]), (&17.into(), &12.into(), &5.into()));
        }
        let joined = corpus.work_ids().filter(|&work| {
            let has = |wanted: &str| {
                let sectors = corpus.institutions_of(work).iter().filter_map(|&id| corpus.institution(id).sector());
                sectors.into_iter().any(|sector| sector.key() == wanted)
            };
            has("education") && has("company")
        });
        assert_eq!(all["university_industry"], joined.count());
    }
}

/// What is known of Epoch AI's table.
fn one_work_of_the_table_makes_most(corpus: &Corpus, answer: &Answer) {
    let first = &answer.record["works"][0];
    assert_eq!((&first["work"]["name"], &first["alone"]), (&"StarCoder".into(), &653.into()));
    assert_eq!(answer.record["ties"], 1209);
    let said =
        "StarCoder (37 institutions) is behind the most pairs that rest on a single model: 653 of 1,209 pairs (54.0%)";
    assert!(answer.lead_sentences().iter().any(|one| one.contains(said)));
    let capped = counting::ask(&QueryContext::new(corpus), &counting::Options::default(), Language::English);
    assert_eq!(capped.record["outside"][0]["alone"], 653);
    assert_eq!(capped.record["ties"], 1209 - 653);
}

#[test]
fn ties_that_works_make_alone_are_those_of_brute_force() {
    for corpus in read() {
        let answer = counting::ask(&open(&corpus), &counting::Options::default(), Language::English);
        let first = &answer.record["works"][0];
        // Ties that a work makes alone, by hand.
        let all = joint(&corpus);
        let ends = |(a, b): (u32, u32)| [a, b].map(InstitutionId);
        let alone = |work: WorkId| {
            let team = corpus.institutions_of(work);
            all.iter()
                .filter(|(pair, weight)| **weight == 1.0 && ends(**pair).iter().all(|id| team.contains(id)))
                .count()
        };
        let most = corpus.work_ids().map(alone).max().unwrap();
        assert_eq!((&first["alone"], &answer.record["ties"]), (&most.into(), &all.len().into()));
        let cap = |work: &WorkId| corpus.institutions_of(*work).len() <= 25;
        let capped = joint(&corpus.subset(|work| cap(&work), |_| true)).len();
        let told = counting::ask(&QueryContext::new(&corpus), &counting::Options::default(), Language::English);
        assert_eq!(told.record["ties"], capped);
        if tables::is_epoch(&corpus) {
            one_work_of_the_table_makes_most(&corpus, &answer);
        }

        // Strengths under the three countings, work by work.
        for row in answer.record["rows"].as_array().unwrap() {
            let works = corpus.works_of(id(&corpus, row["id"].as_str().unwrap()));
            let strength = |one: fn(f64) -> f64| {
                let teams =
                    works.iter().map(|&work| corpus.institutions_of(work).len() as f64).filter(|&team| team > 1.0);
                teams.map(one).sum::<f64>()
            };
            let near =
                |field: &str, value: f64| assert!((row[field].as_f64().unwrap() - value).abs() < 1e-9, "{field}");
            near("full", strength(|n| n - 1.0));
            near("fractional", strength(|_| 1.0));
            near("strict", strength(|n| 2.0 / n));
        }
    }
}

#[test]
fn every_work_of_an_answer_names_its_file_and_row() {
    let corpus = korea();
    let scope = QueryContext::new(&corpus);
    let answer = between::ask(&scope, id(&corpus, "kaist"), id(&corpus, "naver"), Language::English);
    assert!(answer.record["works"][0].get("evidence").is_none(), "only when asked for");
    let answer = evidence::attach(&scope, answer, Language::English);
    let works = answer.record["works"].as_array().unwrap();
    for work in works {
        let line = work["evidence"]["line"].as_u64().unwrap();
        let text = include_str!("../../data/korea-17.json");
        let name = work["name"].as_str().unwrap();
        let from: Vec<&str> = text.lines().skip(line as usize - 1).take(6).collect();
        assert!(from.join(" ").contains(name), "{name} does not start at line {line}");
    }
    assert_eq!(answer.record["evidence"].as_array().unwrap().len(), works.len());
    assert_eq!(answer.tables.last().unwrap().rows.len(), works.len());
    for corpus in read() {
        let scope = open(&corpus);
        let answer = strongest::ask(
            &scope,
            &strongest::Options { top: Some(1), ..strongest::Options::default() },
            Language::English,
        );
        let answer = evidence::attach(&scope, answer, Language::English);
        let path = tables::tables().into_iter().find(|path| path.ends_with(&corpus.inputs()[0].name)).unwrap();
        let text = std::fs::read_to_string(path).unwrap();
        for work in answer.record["rows"][0]["works"].as_array().unwrap() {
            let line = text.lines().nth(work["evidence"]["line"].as_u64().unwrap() as usize - 1).unwrap();
            assert!(line.contains(work["name"].as_str().unwrap()), "{line}");
        }
    }
}

#[test]
fn first_and_latest_works_are_those_of_the_evidence() {
    for corpus in std::iter::once(korea()).chain(read()) {
        let scope = open(&corpus);
        let record = timeline::ask(&scope, &timeline::Options { of: None, top: None }, Language::English).record;
        let mut ends: BTreeMap<(String, String), (String, String)> = BTreeMap::new();
        let mut dated: Vec<_> = corpus.work_ids().filter_map(|work| Some((corpus.date(work)?, work))).collect();
        dated.sort();
        for (date, work) in dated {
            let mut team: Vec<&str> =
                corpus.institutions_of(work).iter().map(|&id| corpus.institution(id).id.as_str()).collect();
            team.sort_unstable();
            for (at, a) in team.iter().enumerate() {
                for b in &team[at + 1..] {
                    let day = date.to_string();
                    let known = ends.entry(((*a).to_owned(), (*b).to_owned())).or_insert((day.clone(), day.clone()));
                    known.1 = day;
                }
            }
        }
        let rows = record["rows"].as_array().unwrap();
        assert_eq!(rows.len(), ends.len());
        for row in rows {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            let (a, b) = (text(&row["a"]["id"]), text(&row["b"]["id"]));
            let key = if a < b { (a, b) } else { (b, a) };
            assert_eq!((text(&row["first"]["date"]), text(&row["latest"]["date"])), ends[&key], "{key:?}");
        }
        let new: u64 = each(&record["years"], "new_ties").iter().map(|count| count.as_u64().unwrap()).sum();
        assert_eq!(new as usize, ends.len());
    }
}

#[test]
fn search_finds_by_every_field_in_any_width_and_script() {
    let corpus = korea();
    let scope = QueryContext::new(&corpus);
    let ask = |text: &str| search::ask(&scope, text, &search::Options::default(), Language::English).record;
    assert_eq!(each(&ask("ＫＡＩＳＴ")["institutions"], "id")[0], "kaist");
    assert_eq!(each(&ask("카이스트")["institutions"], "id"), ["kaist"]);
    assert_eq!(each(&ask("ㅋㅇㅅㅌ")["institutions"], "id"), ["kaist"]);
    assert_eq!(each(&ask("stargan")["works"], "name"), ["StarGAN v2"]);
    let by_title = ask("super-resolution");
    assert_eq!(each(&by_title["works"], "field"), ["title", "title"]);
    let author = ask("kyoung mu lee");
    assert_eq!(each(&author["authors"], "name"), ["Kyoung Mu Lee"]);
    assert_eq!(each(&author["authors"][0]["works"], "name"), ["Deeply-recursive ConvNet", "EDSR"]);
}

/// Works as `("work", "A B")`; institutions with their recorded spellings.
fn spelled(works: &[(&str, &str)], spellings: &[(&str, &str)]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    let mut names: Vec<&str> = works.iter().flat_map(|one| one.1.split(' ')).collect();
    names.sort_unstable();
    names.dedup();
    let handles: BTreeMap<&str, _> = names
        .into_iter()
        .map(|name| {
            let aliases = spellings.iter().filter(|one| one.0 == name).map(|one| one.1.to_owned()).collect();
            let one = Institution { names: Names::plain(name), aliases, ..Institution::default() };
            (name, builder.institution(one))
        })
        .collect();
    for (name, team) in works {
        let institutions: Vec<_> = team.split(' ').map(|name| handles[name]).collect();
        builder.work(&WorkFacts { name, institutions: &institutions, ..WorkFacts::default() });
    }
    builder.finish()
}

/// Zhipu is called Z.ai now, Brain is part of Google; a work is gone, one is new, one has another institution.
fn before_and_after() -> (Corpus, Corpus) {
    let old = [("one", "Google Zhipu"), ("two", "Google Brain Meta"), ("three", "Brain Meta"), ("four", "Meta Intel")];
    let new = [("one", "Google Z.ai"), ("two", "Google Meta"), ("three", "Google Meta Intel"), ("five", "Google Meta")];
    (spelled(&old, &[]), spelled(&new, &[("Z.ai", "Zhipu"), ("Google", "Brain")]))
}

#[test]
fn a_comparison_tells_what_changed_and_why() {
    let (old, new) = before_and_after();
    let record =
        diff::ask(&QueryContext::new(&old), &QueryContext::new(&new), &diff::Options::default(), Language::English)
            .record;
    assert_eq!(each(&record["works"]["new"], "name"), ["five"]);
    assert_eq!(each(&record["works"]["gone"], "name"), ["four"]);
    assert_eq!(record["works"]["changed"].as_array().unwrap().len(), 1, "three has Intel now");
    assert_eq!(record["works"]["changed"][0]["new"]["name"], "three");
    let renamed = &record["institutions"]["renamed"];
    assert_eq!(each(renamed, "how"), ["merged", "name"]);
    assert_eq!((&renamed[1]["old"]["name"], &renamed[1]["new"]["name"]), (&"Zhipu".into(), &"Z.ai".into()));
    let pairs = |kind: &str| {
        let list = record["ties"][kind].as_array().unwrap();
        let name = |row: &Value, end: &str| row[end]["name"].as_str().unwrap().to_owned();
        list.iter().map(|row| (name(row, "a"), name(row, "b"))).collect::<Vec<_>>()
    };
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(pairs("new"), [pair("Google", "Intel")]);
    assert_eq!(pairs("gone"), [pair("Brain", "Google")], "two names of one institution");
    // Google–Meta had 1 and Brain–Meta 2: three of one pair before, three after.
    assert_eq!((pairs("stronger"), pairs("weaker")), (vec![], vec![]));
    let why = |row: &Value, side: &str| (row[side][0]["name"].clone(), row[side][0]["why"].clone());
    assert_eq!(why(&record["ties"]["new"][0], "added"), ("three".into(), "institution".into()));
    let counts = &record["affiliations"];
    assert_eq!((&counts["by_new_works"], &counts["by_gone_works"]), (&2.into(), &2.into()));
    assert_eq!((&counts["joined_known_works"], &counts["left_known_works"]), (&1.into(), &0.into()));
}

#[test]
fn a_comparison_of_the_table_adds_up() {
    for new in read() {
        let old = new.subset(|work| new.date(work) < Date::parse_iso("2024"), |_| true);
        let (before, after) = (open(&old), open(&new));
        let record = diff::ask(&before, &after, &diff::Options::default(), Language::English).record;
        let len = |value: &Value| value.as_array().unwrap().len();
        assert_eq!(len(&record["works"]["new"]), new.work_count() - old.work_count());
        assert_eq!((len(&record["works"]["gone"]), len(&record["works"]["changed"])), (0, 0));
        assert_eq!(len(&record["institutions"]["new"]), new.institution_count() - old.institution_count());
        assert_eq!(len(&record["institutions"]["renamed"]), 0);
        let key = |corpus: &Corpus, id: u32| corpus.institution(InstitutionId(id)).id.clone();
        let by_key = |corpus: &Corpus| -> BTreeMap<(String, String), f64> {
            joint(corpus).into_iter().map(|((a, b), weight)| ((key(corpus, a), key(corpus, b)), weight)).collect()
        };
        let (earlier, later) = (by_key(&old), by_key(&new));
        assert_eq!(len(&record["ties"]["new"]), later.keys().filter(|pair| !earlier.contains_key(*pair)).count());
        let stronger = later.iter().filter(|(pair, weight)| earlier.get(*pair).is_some_and(|old| old < weight));
        assert_eq!(len(&record["ties"]["stronger"]), stronger.count());
        assert_eq!((len(&record["ties"]["gone"]), len(&record["ties"]["weaker"])), (0, 0));
        for row in record["ties"]["stronger"].as_array().unwrap() {
            let (old, new) = (row["old"].as_f64().unwrap(), row["new"].as_f64().unwrap());
            assert_eq!(new - old, len(&row["added"]) as f64, "under full counting every unit has its work");
        }
    }
}

/// The cell `evidence` of each row of the main table, with the ids of the row.
fn trail(answer: &Answer) -> Vec<(Vec<String>, BTreeSet<String>)> {
    let table = &answer.tables[0];
    let column = |key: &str| table.columns.iter().position(|column| column.key == key);
    let texts = |cell: &Cell| match cell {
        Cell::Text(text) => vec![text.clone()],
        Cell::List(list) => list.clone(),
        _ => Vec::new(),
    };
    let keys = ["id", "ids", "a_id", "b_id", "shared_ids"].into_iter().filter_map(column).collect::<Vec<_>>();
    let evidence = column("evidence").unwrap();
    let row = |row: &Vec<Cell>| {
        (keys.iter().flat_map(|&at| texts(&row[at])).collect(), texts(&row[evidence]).into_iter().collect())
    };
    table.rows.iter().map(row).collect()
}

fn line_of(corpus: &Corpus, work: WorkId) -> String {
    let source = corpus.work(work).source;
    format!("{}:{}", corpus.inputs()[usize::from(source.input)].name, source.line)
}

/// Where the works that meet a condition stand, among those of at most 25 institutions.
fn lines(corpus: &Corpus, wanted: impl Fn(&[InstitutionId]) -> bool) -> BTreeSet<String> {
    let met = |work: &WorkId| corpus.institutions_of(*work).len() <= 25 && wanted(corpus.institutions_of(*work));
    corpus.work_ids().filter(met).map(|work| line_of(corpus, work)).collect()
}

#[test]
fn rows_rest_on_the_works_of_their_ties_and_never_on_what_the_cap_leaves_out() {
    for corpus in read() {
        let scope = QueryContext::new(&corpus);
        let ids = |keys: &[String]| keys.iter().map(|key| id(&corpus, key)).collect::<Vec<_>>();
        let attach = |answer| evidence::attach(&scope, answer, Language::English);
        let together =
            |a: InstitutionId, b: InstitutionId| lines(&corpus, |team| team.contains(&a) && team.contains(&b));
        let co_made = |a: InstitutionId| lines(&corpus, |team| team.contains(&a) && team.len() > 1);
        for (keys, told) in trail(&attach(non_collaborators::ask(
            &scope,
            &non_collaborators::Options { top: Some(9) },
            Language::English,
        ))) {
            let pair = ids(&keys);
            let wanted: BTreeSet<String> = pair[2..]
                .iter()
                .flat_map(|&one| together(pair[0], one).into_iter().chain(together(pair[1], one)))
                .collect();
            assert_eq!(told, wanted, "{keys:?}");
        }
        let clusters = clusters::ask(&scope, &Default::default(), Language::English);
        for (keys, told) in trail(&attach(clusters)) {
            let members = ids(&keys);
            let wanted = lines(&corpus, |team| team.iter().filter(|one| members.contains(one)).count() > 1);
            assert_eq!(told, wanted, "{keys:?}");
        }
        for top in [4, 9] {
            let options = rank::Options { top: Some(top), ..rank::Options::default() };
            let ranks = trail(&attach(rank::ask(&scope, &options, Language::English)));
            let counting = counting::Options { top: Some(top) };
            let counting = trail(&attach(counting::ask(&scope, &counting, Language::English)));
            assert_eq!((ranks.len(), counting.len()), (top, top));
            for (keys, told) in ranks.into_iter().chain(counting) {
                assert_eq!(told, co_made(ids(&keys)[0]), "{keys:?}");
            }
        }
        let network = scope.network();
        let tied =
            |a: InstitutionId, b: InstitutionId| network.tie_between(network.node_of(a), network.node_of(b)).is_some();
        let options = brokers::Options { by: Grouping::Sector, top: Some(12) };
        for (keys, told) in trail(&attach(brokers::ask(&scope, &options, Language::English))) {
            let own = ids(&keys)[0];
            let partners: Vec<InstitutionId> =
                corpus.institution_ids().filter(|&one| one != own && tied(own, one)).collect();
            let is_around = |one: &&InstitutionId| **one == own || partners.contains(one);
            let wanted = lines(&corpus, |team| team.iter().filter(is_around).count() > 1);
            assert_eq!(told, wanted, "{keys:?}");
        }
        for (keys, told) in
            trail(&attach(timeline::ask(&scope, &timeline::Options { of: None, top: Some(40) }, Language::English)))
        {
            let pair = ids(&keys);
            assert_eq!(told, together(pair[0], pair[1]), "{keys:?}");
        }
        // A work that is left out is told, and apart.
        let answer = attach(rank::ask(&scope, &rank::Options::default(), Language::English));
        let left_out = &answer.record["left_out"][0];
        let (large, rows) =
            if tables::is_epoch(&corpus) { ("StarCoder", "1 row") } else { ("Consortium of thirty", "2 rows") };
        assert_eq!(left_out["name"], large);
        let listed = answer.record["evidence"].as_array().unwrap();
        assert!(listed.iter().all(|work| work["id"] != left_out["id"]));
        assert!(
            answer
                .note_sentences()
                .iter()
                .any(|note| note.starts_with(&format!("Excluded by the limit on team size: {rows}"))),
            "{:?}",
            answer.notes
        );
        // Nothing changed, so nothing is named.
        let same = diff::ask(&scope, &QueryContext::new(&corpus), &diff::Options::default(), Language::English);
        let same = evidence::attach_comparison(&scope, &QueryContext::new(&corpus), same, Language::English);
        assert!(!same.found && same.record["evidence"].as_array().unwrap().is_empty());
    }
}

/// The embedded data without one work.
fn korea_without(name: &str) -> Corpus {
    let korea = korea();
    korea.subset(|work| korea.work_name(work) != name, |_| true)
}

#[test]
fn a_work_that_is_gone_takes_its_institutions_along() {
    let (old, new) = (korea(), korea_without("StarGAN v2"));
    let (before, after) = (QueryContext::new(&old), QueryContext::new(&new));
    let told = diff::ask(&before, &after, &diff::Options::default(), Language::English);
    let told = evidence::attach_comparison(&before, &after, told, Language::English);
    keeps("diff", &told);
    let record = &told.record;
    let moved = |row: &Value| (row["id"].as_str().unwrap().to_owned(), row["old"].as_u64(), row["new"].as_u64());
    let moved: Vec<_> = record["institutions"]["moved"].as_array().unwrap().iter().map(moved).collect();
    let row = |id: &str, old, new| (id.to_owned(), Some(old), Some(new));
    assert_eq!(moved, [row("naver", 4, 3), row("epfl", 1, 0), row("yonsei-university", 1, 0)]);
    assert_eq!(each(&record["institutions"]["gone"], "id"), ["epfl", "yonsei-university"]);
    assert_eq!(record["affiliations"]["by_gone_works"], 3);
    let gone = line_of(&old, old.work_ids().find(|&work| old.work_name(work) == "StarGAN v2").unwrap());
    let rows = trail(&told);
    assert_eq!(rows.len(), 7, "three ties and a work are gone, three institutions have fewer works");
    assert!(rows.iter().all(|(_, told)| *told == BTreeSet::from([gone.clone()])), "{rows:?}");
}

#[test]
fn one_spelling_of_two_institutions_is_no_renaming() {
    let tables = by_authority().into_iter().map(|loaded| loaded.corpus);
    for old in tables {
        if !tables::is_epoch(&old) {
            // A name variant of the table is no renaming either.
            let new = old.subset(|work| old.work_name(work) != "Written another way", |_| true);
            let record = diff::ask(
                &QueryContext::new(&old),
                &QueryContext::new(&new),
                &diff::Options::default(),
                Language::English,
            )
            .record;
            assert!(record["institutions"]["renamed"].as_array().unwrap().is_empty());
            assert!(record["institutions"]["gone"].as_array().unwrap().is_empty());
            continue;
        }
        let new = old.subset(|work| old.work_name(work) != "StarGAN v2", |_| true);
        // “Swiss Federal Institute of Technology” is EPFL on that work, by a correction, and ETH Zurich elsewhere.
        assert!(new.institution_by_key("epfl").is_none() && new.institution_by_key("eth-zurich").is_some());
        let record =
            diff::ask(&QueryContext::new(&old), &QueryContext::new(&new), &diff::Options::default(), Language::English)
                .record;
        assert_eq!(each(&record["institutions"]["gone"], "id"), ["epfl", "yonsei-university"]);
        assert_eq!(record["institutions"]["renamed"].as_array().unwrap().len(), 0);
        let moved = each(&record["institutions"]["moved"], "id");
        assert_eq!(moved, ["naver", "epfl", "yonsei-university"]);
    }
}

#[test]
fn a_renaming_that_the_authority_sees_through_is_told() {
    let read = |name: &str, text: &str| {
        let input = Input::Bytes { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
        load(&[input], &Loading { authority: Authority::built_in(), ..Loading::default() }).unwrap()
    };
    let head = "Model,Organization,Publication date\n";
    let old = read("old.csv", &format!("{head}A,\"Zhipu AI,NAVER\",2022\nB,\"Zhipu AI,KAIST\",2023\n"));
    let new = read("new.csv", &format!("{head}A,\"Z.ai (Zhipu AI),Naver\",2022\nB,\"Z.ai (Zhipu AI),KAIST\",2023\n"));
    let compare = |one: &Loaded, other: &Loaded| {
        let recorded = [one, other].map(|side| diff::RecordedNames { corpus: &side.corpus, merges: &side.merges });
        let options = diff::Options { recorded: Some(recorded), ..diff::Options::default() };
        diff::ask(&QueryContext::new(&one.corpus), &QueryContext::new(&other.corpus), &options, Language::English)
    };
    let told = compare(&old, &new);
    keeps("diff", &told);
    let renamed = &told.record["institutions"]["renamed"];
    assert_eq!(each(renamed, "how"), ["spelling", "spelling"]);
    let recorded = |at: usize| renamed[at]["recorded"].to_string();
    assert_eq!(recorded(0), r#"[["NAVER"],["Naver"]]"#);
    assert_eq!(recorded(1), r#"[["Zhipu AI"],["Z.ai (Zhipu AI)"]]"#);
    assert!(told.lead_sentences().iter().any(|line| line.contains("Zhipu AI → Z.ai (Zhipu AI)")), "{:?}", told.lead);
    assert!(!compare(&old, &old).found && !compare(&new, &new).found);
    // One row of two is no renaming.
    let half = read("half.csv", &format!("{head}A,\"Z.ai (Zhipu AI),NAVER\",2022\nB,\"Zhipu AI,KAIST\",2023\n"));
    assert!(
        !compare(&old, &half).found
            && !compare(&half, &new).record["institutions"]["renamed"].to_string().contains("zhipu")
    );
}

#[test]
fn ties_of_one_day_are_told_together() {
    let corpus = korea();
    let told = timeline::ask(&QueryContext::new(&corpus), &timeline::Options::default(), Language::English);
    let newest = told.record["rows"][0]["first"]["date"].as_str().unwrap();
    let rows = told.record["rows"].as_array().unwrap();
    let same: Vec<&Value> = rows.iter().filter(|row| row["first"]["date"] == newest).collect();
    assert!(same.len() > 1);
    for row in same {
        let name = corpus.institution(id(&corpus, row["b"]["id"].as_str().unwrap())).names.label();
        let said = told.lead_sentences();
        let newest = said.iter().find(|one| one.starts_with("Begun most recently")).unwrap();
        assert!(newest.contains(name), "{name}: {newest}");
    }
}

#[test]
fn the_header_of_common_does_not_depend_on_whom_one_asks_about() {
    let corpus = korea();
    let header = |a: &str, b: &str| {
        let answer =
            common_partners::ask(&QueryContext::new(&corpus), &[id(&corpus, a), id(&corpus, b)], Language::English);
        csv::write(&answer, &csv::Options::default()).lines().next().unwrap().to_owned()
    };
    assert_eq!(header("kaist", "naver"), header("snu", "google"));
}

#[test]
fn a_network_without_works_counts_none() {
    let corpus = corpora::edges(&[("A", "B", 2.0), ("B", "C", 1.0)]);
    let scope = QueryContext::new(&corpus);
    let never = non_collaborators::ask(&scope, &non_collaborators::Options::default(), Language::English);
    assert_eq!(never.lead_sentences()[0], "1 pair has common partners but no tie.");
    let rank =
        require_works::without_work_counts(&scope, rank::ask(&scope, &rank::Options::default(), Language::English));
    assert!(!text::write(&rank, &text::Options::default()).contains("Works"), "a column of zeros would be a finding");
}

#[test]
fn names_count_before_the_identifiers_that_are_made_of_them() {
    let of = |works: &[(&str, &str)]| spelled(works, &[]);
    let told = |old: &Corpus, new: &Corpus| {
        diff::ask(&QueryContext::new(old), &QueryContext::new(new), &diff::Options::default(), Language::English).record
    };
    let old = of(&[("A+", "X Y"), ("A++", "X Z")]);
    let record = told(&old, &of(&[("A++", "X Z")]));
    assert_eq!(each(&record["works"]["gone"], "name"), ["A+"]);
    assert!(record["works"]["changed"].as_array().unwrap().is_empty());
    assert_eq!(record["ties"]["gone"][0]["removed"][0]["why"], "work");
    let old = of(&[("one", "Foo_Lab X"), ("two", "Foo-Lab+ X")]);
    let record = told(&old, &of(&[("two", "Foo-Lab+ X")]));
    assert_eq!(each(&record["institutions"]["gone"], "name"), ["Foo_Lab"]);
    assert!(record["institutions"]["renamed"].as_array().unwrap().is_empty());
    for epoch in read() {
        let names = if tables::is_epoch(&epoch) { ["PointNet", "DeepLabV3"] } else { ["Model 001", "Case"] };
        for name in names {
            let record = told(&epoch, &epoch.subset(|work| epoch.work_name(work) != name, |_| true));
            assert_eq!(each(&record["works"]["gone"], "name"), [name]);
            assert!(record["works"]["changed"].as_array().unwrap().is_empty(), "{name}");
        }
    }
}

#[test]
fn a_work_that_moved_into_the_window_is_told_as_such() {
    let table = |date: &str| {
        let text = format!("Model,Organization,Publication date\nA,KAIST;NAVER,{date}\nB,KAIST;MIT,2019\n");
        load(&[Input::Bytes { name: "t.csv".to_owned(), bytes: text.into_bytes() }], &Loading::default()).unwrap()
    };
    let (old, new) = (table("2017-06-10"), table("2018-06-10"));
    let since = |one: &Loaded| one.corpus.subset(|work| one.corpus.date(work) >= Date::parse_iso("2018"), |_| true);
    let (before, after) = (since(&old), since(&new));
    let recorded = [&old, &new].map(|side| diff::RecordedNames { corpus: &side.corpus, merges: &side.merges });
    let options = diff::Options { recorded: Some(recorded), ..diff::Options::default() };
    let told = diff::ask(&QueryContext::new(&before), &QueryContext::new(&after), &options, Language::English);
    keeps("diff", &told);
    assert_eq!(told.record["ties"]["new"][0]["added"][0]["why"], "filter");
    assert!(told.lead_sentences().iter().any(|line| line.contains("1 is in both tables")), "{:?}", told.lead);
    let back = diff::ask(
        &QueryContext::new(&after),
        &QueryContext::new(&before),
        &diff::Options { recorded: Some([recorded[1], recorded[0]]), ..options },
        Language::Korean,
    );
    assert_eq!(back.record["ties"]["gone"][0]["removed"][0]["why"], "filter");
}

#[test]
fn works_and_steps_have_their_own_rows_and_no_others() {
    for corpus in read() {
        let scope = QueryContext::new(&corpus);
        let attach = |answer| evidence::attach(&scope, answer, Language::English);
        let network = scope.network();
        for tie in (0..network.tie_count()).step_by(7) {
            let (a, b, _) = network.tie(tie);
            let ends = [a, b].map(|node| network.institution(node).unwrap());
            let answer = attach(between::ask(&scope, ends[0], ends[1], Language::English));
            for (keys, told) in trail(&answer) {
                let work = corpus.work_ids().find(|&work| corpus.work_key(work) == keys[0]).unwrap();
                assert_eq!(told, BTreeSet::from([line_of(&corpus, work)]), "{keys:?}");
            }
        }
        let all: Vec<InstitutionId> = corpus.institution_ids().collect();
        for (at, &a) in all.iter().enumerate().step_by(23) {
            let b = all[(at * 7 + 40) % all.len()];
            let answer = attach(path::ask(
                &scope,
                a,
                b,
                &path::Options { alternatives: 3, is_weighted: false },
                Language::English,
            ));
            let table = &answer.tables[0];
            let at = |key: &str| table.columns.iter().position(|column| column.key == key).unwrap();
            for row in &table.rows {
                let (Cell::Text(from), Cell::Text(to)) = (&row[at("from_id")], &row[at("to_id")]) else { panic!() };
                let told: BTreeSet<String> = match &row[at("evidence")] {
                    Cell::List(list) => list.iter().cloned().collect(),
                    Cell::Text(one) => BTreeSet::from([one.clone()]),
                    _ => BTreeSet::new(),
                };
                let (from, to) = (id(&corpus, from), id(&corpus, to));
                assert_eq!(told, lines(&corpus, |team| team.contains(&from) && team.contains(&to)));
            }
        }
        // What is asked of a part rests on the part.
        let kaist = corpus
            .institution_by_key("korea-advanced-institute-of-science-and-technology-kaist")
            .or_else(|| corpus.institution_by_key("kaist"))
            .unwrap();
        let part = corpus.subset(|work| corpus.institutions_of(work).contains(&kaist), |_| true);
        let scope = QueryContext::new(&part);
        let options = brokers::Options { by: Grouping::Sector, top: None };
        let answer = evidence::attach(&scope, brokers::ask(&scope, &options, Language::English), Language::English);
        for (keys, told) in trail(&answer) {
            assert!(!told.is_empty() && told.is_subset(&lines(&part, |team| team.len() > 1)), "{keys:?}");
        }
    }
}

#[test]
fn indicators_rest_on_the_works_that_they_count() {
    for loaded in by_authority() {
        let scope = QueryContext::new(&loaded.corpus);
        let options = indicators::Options { top: None, ..indicators::Options::default() };
        let answer = evidence::attach(&scope, indicators::ask(&scope, &options, Language::English), Language::English);
        let table = &answer.tables[0];
        let at = |key: &str| table.columns.iter().position(|column| column.key == key).unwrap();
        for row in &table.rows {
            let places = match &row[at("evidence")] {
                Cell::List(list) => list.len() as u64,
                Cell::Text(_) => 1,
                _ => 0,
            };
            assert_eq!(row[at("works")], Cell::Count(places), "{:?} {:?}", row[at("by")], row[at("key")]);
        }
    }
}

#[test]
fn marks_tell_names_apart_and_a_shared_link_tells_nothing() {
    let told = |old: &[(&str, &str)], new: &[(&str, &str)]| {
        let (old, new) = (spelled(old, &[]), spelled(new, &[]));
        diff::ask(&QueryContext::new(&old), &QueryContext::new(&new), &diff::Options::default(), Language::English)
            .record
    };
    for (old, new) in [("GLM 1.1", "GLM 11"), ("Alpha+", "Alpha-"), ("A+", "A-"), ("Net", "Net++")] {
        let record = told(&[(old, "X Z"), ("other", "X")], &[(new, "Y W"), ("other", "X")]);
        assert_eq!(each(&record["works"]["gone"], "name"), [old]);
        assert_eq!(each(&record["works"]["new"], "name"), [new]);
    }
    let record = told(&[("GPT 4", "X")], &[("gpt-4", "X")]);
    assert_eq!(record["works"]["changed"].as_array().unwrap().len(), 1, "case, blanks and hyphens tell nothing");
    let record = told(&[("one", "W+Lab X"), ("two", "Y")], &[("one", "X"), ("two", "Y WLab")]);
    assert!(record["institutions"]["renamed"].as_array().unwrap().is_empty());
    assert_eq!(each(&record["institutions"]["gone"], "name"), ["W+Lab"]);
    // Which of two works of one name is meant, nobody knows.
    let record = told(&[("A", "X Y"), ("A", "P Q")], &[("A", "P Q R")]);
    assert_eq!(record["works"]["gone"].as_array().unwrap().len(), 2);
    for epoch in read() {
        let without = |name: &str| epoch.subset(|work| epoch.work_name(work) != name, |_| true);
        let [one, other] =
            if tables::is_epoch(&epoch) { ["ProtBERT-BFD", "ProtT5-XXL"] } else { ["Model 001", "Model 002"] };
        let (old, new) = (without(one), without(other));
        let record = diff::ask(&open(&old), &open(&new), &diff::Options::default(), Language::English).record;
        assert_eq!(each(&record["works"]["gone"], "name"), [other]);
        assert_eq!(each(&record["works"]["new"], "name"), [one]);
    }
}

#[test]
fn a_network_compared_with_itself_has_no_renamings() {
    let corpus = corpora::edges(&[("A", "B", 2.0), ("B", "C", 1.0)]);
    let recorded = [diff::RecordedNames { corpus: &corpus, merges: &[] }; 2];
    let options = diff::Options { recorded: Some(recorded), ..diff::Options::default() };
    assert!(!diff::ask(&QueryContext::new(&corpus), &QueryContext::new(&corpus), &options, Language::English).found);
}

#[test]
fn nothing_changes_between_a_table_and_itself() {
    let twice =
        "Model,Organization,Publication date\nA,X;Y,2020\nA,X;Y,2020\nA,X,2020\nA,X;Y,2021\nB,,\nB,,\n,Z,\n,Z,\n";
    let input = Input::Bytes { name: "t.csv".to_owned(), bytes: twice.as_bytes().to_vec() };
    let twice = load(&[input], &Loading::default()).unwrap().corpus;
    for corpus in corpora().into_iter().chain(read()).chain([twice.clone()]) {
        let told = diff::ask(&open(&corpus), &open(&corpus), &diff::Options::default(), Language::English);
        assert!(!told.found, "{:?}", told.lead);
    }
    // Of two that are alike, one is gone.
    let alike = |work: &WorkId| twice.work_name(*work) == "A" && twice.institutions_of(*work).len() == 2;
    let one = twice.work_ids().find(alike).unwrap();
    let fewer = twice.subset(|work| work != one, |_| true);
    let record = diff::ask(&open(&twice), &open(&fewer), &diff::Options::default(), Language::English).record;
    assert_eq!(each(&record["works"]["gone"], "name"), ["A"]);
    assert!(record["works"]["new"].as_array().unwrap().is_empty());
    assert!(record["works"]["changed"].as_array().unwrap().is_empty());
}
