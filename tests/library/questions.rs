//! The questions of the command line: their values on the 17 Korean models, and as they are told.

use crate::support::corpora;
use collabgraph::answer::Answer;
use collabgraph::answer::language::Language;
use collabgraph::centrality::measure::Measure;
use collabgraph::community::leiden;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::country::Country;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::filter::Filter;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::corpus::work::WorkId;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::query::context::QueryContext;
use collabgraph::query::{
    between, clusters, components, institutions, overview, path, rank, who, work_institutions, works,
};
use collabgraph::render::{csv, json, markdown, text};
use serde_json::{Value, json};

const LANGUAGES: [Language; 2] = [Language::Both, Language::Korean];

fn id(corpus: &Corpus, key: &str) -> InstitutionId {
    corpus.institution_by_key(key).unwrap_or_else(|| panic!("{key}"))
}

fn work(corpus: &Corpus, name: &str) -> WorkId {
    corpus.work_ids().find(|&id| corpus.work_name(id) == name).unwrap_or_else(|| panic!("{name}"))
}

/// The field of each object of a list.
fn each<'v>(list: &'v Value, field: &str) -> Vec<&'v Value> {
    list.as_array().unwrap().iter().map(|one| &one[field]).collect()
}

fn told(answers: &[Answer]) -> String {
    let options = text::Options::default();
    answers.iter().map(|answer| text::write(answer, &options)).collect::<Vec<_>>().join("\n――――\n\n")
}

#[test]
fn the_overview_counts_the_seventeen() {
    let corpus = corpora::korea();
    let record = overview::ask(&QueryContext::new(&corpus), Language::Both).record;
    for (field, value) in [
        ("works", 17),
        ("institutions", 14),
        ("ties", 24),
        ("weight", 55),
        ("components", 2),
        ("largest_component", 8),
        ("isolates", 0),
        ("co_made", 9),
        ("notices", 0),
    ] {
        assert_eq!(record[field], json!(value), "{field}");
    }
    assert_eq!((&record["since"], &record["until"]), (&json!("2016-11-11"), &json!("2025-03-16")));
    let first = &record["partnerships"][0];
    assert_eq!((first["institutions"].as_array().unwrap().len(), &first["ties"]), (6, &json!(15)));
    let second = &record["partnerships"][1];
    assert_eq!(each(&second["institutions"], "id"), ["kaist", "naver"]);
    assert_eq!(second["weight"], 2);
}

#[test]
fn who_tells_partners_with_works_and_solo_works() {
    let corpus = corpora::korea();
    let answer = who::ask(&QueryContext::new(&corpus).with_notices(3), id(&corpus, "kaist"), Language::Both);
    let record = &answer.record;
    assert!(answer.found);
    assert_eq!(record["of"]["id"], "kaist");
    assert_eq!(record["of"]["name_ko"], "한국과학기술원");
    assert_eq!(each(&record["partners"], "id"), ["naver", "korea-university", "lg-ai-research"]);
    assert_eq!(each(&record["partners"], "weight"), [2, 1, 1]);
    assert_eq!(
        each(&record["partners"][0]["works"], "name"),
        ["DiT-XL/2 + Discriminator Guidance", "Discriminator Guidance"]
    );
    assert_eq!(each(&record["partners"][2]["works"], "name"), ["Volcano 13B"]);
    assert_eq!(each(&record["solo_works"], "name"), ["EI-REHN-1000D", "PyramidNet"]);
    assert_eq!((&record["counting"], &record["notices"], &record["left_out"]), (&json!("full"), &json!(3), &json!([])));
    let fields: Vec<_> = record.as_object().unwrap().keys().take(6).collect();
    assert_eq!(fields, ["of", "partners", "solo_works", "counting", "left_out", "notices"]);
}

#[test]
fn who_of_a_work_tells_its_institutions_in_the_order_of_the_record() {
    let corpus = corpora::korea();
    let answer = work_institutions::ask(&QueryContext::new(&corpus), work(&corpus, "Volcano 13B"), Language::Both);
    assert_eq!(answer.record["of"]["kind"], "work");
    assert_eq!(each(&answer.record["partners"], "id"), ["korea-university", "kaist", "lg-ai-research"]);
    assert_eq!(answer.record["work"]["citations"], 28);
}

#[test]
fn between_tells_joint_works_else_partners_in_common_else_a_path_else_none() {
    let corpus = corpora::korea();
    let scope = QueryContext::new(&corpus);
    let ask = |a: &str, b: &str| between::ask(&scope, id(&corpus, a), id(&corpus, b), Language::Both);

    let joint = ask("kaist", "naver");
    assert_eq!(joint.record["works"].as_array().unwrap().len(), 2);
    assert_eq!(joint.record["path"].as_array().unwrap().len(), 1);

    let common = ask("kaist", "samsung");
    assert!(common.found && common.record["works"] == json!([]));
    assert_eq!(each(&common.record["common"], "id"), ["korea-university"]);
    assert_eq!(each(&common.record["common"][0]["works_b"], "name"), ["MemoReader"]);

    let path = ask("samsung", "epfl");
    let steps = path.record["path"].as_array().unwrap();
    let ends: Vec<_> = steps.iter().map(|step| step["to"]["id"].as_str().unwrap()).collect();
    assert_eq!(ends, ["korea-university", "kaist", "naver", "epfl"]);
    assert_eq!(each(&steps[2]["works"], "name").len(), 2);

    let none = ask("seoul-national-university", "kaist");
    assert!(!none.found);
    assert_eq!(
        (&none.record["works"], &none.record["common"], &none.record["path"]),
        (&json!([]), &json!([]), &Value::Null)
    );

    let same = ask("kaist", "kaist");
    assert!(same.found);
    assert_eq!(same.record["works"].as_array().unwrap().len(), 5);
    assert_eq!(same.record["path"], json!([]));
}

#[test]
fn an_institution_without_partners_is_an_honest_none_with_its_solo_works() {
    let corpus = corpora::plain(&[("a", "X"), ("b", "Y Z")]);
    let answer = who::ask(&QueryContext::new(&corpus), id(&corpus, "x"), Language::Both);
    assert!(!answer.found);
    assert_eq!(each(&answer.record["solo_works"], "name"), ["a"]);
    assert_eq!(answer.lead_sentences(), ["X made 1 publication, without partners: a."]);
    let korean = who::ask(&QueryContext::new(&corpus), id(&corpus, "x"), Language::Korean);
    assert_eq!(korean.lead_sentences(), ["X는 문헌 1편을 단독으로 발표했다: a."]);
}

#[test]
fn what_the_team_cap_leaves_out_is_named() {
    let corpus = corpora::plain(&[("big", "X Y Z"), ("pair", "X Y"), ("far", "W X Z V")]);
    let cap = |max_team| Projection { counting: Counting::Full, max_team };
    let scope = QueryContext::new(&corpus).with_projection(cap(Some(2)));
    let who = who::ask(&scope, id(&corpus, "x"), Language::Both);
    assert_eq!(each(&who.record["partners"], "id"), ["y"]);
    assert_eq!(each(&who.record["left_out"], "institutions"), [3, 4]);
    assert!(
        who.lead_sentences().iter().any(|lead| lead.contains("big (3 institutions) and far (4 institutions)")),
        "{:?}",
        who.note_sentences()
    );

    let only_left_out = who::ask(&scope, id(&corpus, "v"), Language::Both);
    assert!(only_left_out.found, "the works made with others are told");
    let between = between::ask(&scope, id(&corpus, "x"), id(&corpus, "z"), Language::Both);
    assert!(between.found);
    assert_eq!(each(&between.record["left_out"], "name"), ["big", "far"]);
    assert!(between.lead_sentences()[0].contains("big and far"), "{:?}", between.lead_sentences());

    let open = QueryContext::new(&corpus).with_projection(cap(None));
    let who = who::ask(&open, id(&corpus, "x"), Language::Both);
    assert_eq!(who.record["left_out"], json!([]));
    assert_eq!(who.record["max_team"], Value::Null);
}

#[test]
fn ties_without_works_are_told_as_such() {
    let corpus = corpora::edges(&[("A", "B", 2.5), ("B", "C", 1.0)]);
    let scope = QueryContext::new(&corpus);
    let who = who::ask(&scope, id(&corpus, "b"), Language::Both);
    assert_eq!(
        who.lead_sentences(),
        ["B has 2 partners in ties stated without works: A (weight 2.5) and C (weight 1)."]
    );
    assert_eq!(each(&who.record["partners"], "weight"), [&json!(2.5), &json!(1)]);
    let between = between::ask(&scope, id(&corpus, "a"), id(&corpus, "b"), Language::Both);
    assert_eq!(between.lead_sentences(), ["The input gives a tie between A and B (weight 2.5) but no works."]);
    let overview = overview::ask(&scope, Language::Both);
    assert!(overview.found);
    assert_eq!(overview.record["weight"], json!(3.5));
}

#[test]
fn lists_show_who_meets_the_filter_and_count_the_others() {
    let whole = corpora::korea();
    let filter = Filter {
        countries: Country::parse("KR").into_iter().collect(),
        since: Date::parse_iso("2019"),
        ..Filter::default()
    };
    let corpus = whole.filtered(&filter);
    let scope = QueryContext::new(&corpus).with_filter(filter, &whole);
    let answer = institutions::ask(&scope, Language::Both);
    assert!(each(&answer.record["rows"], "country").iter().all(|country| *country == "KR"));
    let shown = answer.record["rows"].as_array().unwrap().len();
    assert_eq!(answer.record["others"], json!(corpus.institution_count() - shown));
    assert!(answer.note_sentences()[0].contains("do not match the filter"), "{:?}", answer.note_sentences());
    assert!(
        answer.lead_sentences().iter().any(|lead| lead.contains("since 2019; country")),
        "{:?}",
        answer.lead_sentences()
    );

    let nothing = Filter { since: Date::parse_iso("2030"), ..Filter::default() };
    let empty = whole.filtered(&nothing);
    let scope = QueryContext::new(&empty).with_filter(nothing, &whole);
    assert!(!works::ask(&scope, Language::Both).found);
    assert!(!institutions::ask(&scope, Language::Both).found);
    assert!(!overview::ask(&scope, Language::Korean).found);
    assert!(!components::ask(&scope, Language::Korean).found);
}

#[test]
fn fractional_weights_are_told_beside_the_number_of_works() {
    let corpus = corpora::korea();
    let scope = QueryContext::new(&corpus)
        .with_projection(Projection { counting: Counting::Fractional, ..Projection::default() });
    let answer = who::ask(&scope, id(&corpus, "kaist"), Language::Both);
    assert_eq!(each(&answer.record["partners"], "weight"), [&json!(2), &json!(0.5), &json!(0.5)]);
    assert!(
        csv::write(&answer, &csv::Options::default())
            .contains("korea-university,Korea University,고려대학교,KR,education,0.5,1,")
    );
}

#[test]
fn components_and_works_list_everything() {
    let corpus = corpora::korea();
    let scope = QueryContext::new(&corpus);
    let components = components::ask(&scope, Language::Both);
    assert_eq!(each(&components.record["components"], "size"), [8, 6]);
    assert_eq!(works::ask(&scope, Language::Both).record["rows"].as_array().unwrap().len(), 17);
    assert_eq!(institutions::ask(&scope, Language::Both).record["rows"].as_array().unwrap().len(), 14);
}

#[test]
fn ranks_have_ties_and_say_what_they_do_not_show() {
    let corpus = corpora::korea();
    let scope = QueryContext::new(&corpus);
    let ask = |by, top| rank::ask(&scope, &rank::Options { by, top, ..rank::Options::default() }, Language::Both);
    let works = ask(Measure::Works, Some(3));
    assert_eq!(works.record["measure"], "works");
    assert_eq!(each(&works.record["rows"], "rank"), [1, 1, 3]);
    assert_eq!(each(&works.record["rows"], "id"), ["kaist", "seoul-national-university", "naver"]);
    assert!(
        works.note_sentences().contains(&"3 of 14 institutions are shown (all: --top 0).".to_owned()),
        "{:?}",
        works.note_sentences()
    );

    let degree = ask(Measure::Degree, None);
    assert_eq!(each(&degree.record["rows"], "value"), [5, 5, 5, 5, 5, 5, 4, 3, 3, 2, 2, 2, 1, 1]);
    assert_eq!(each(&degree.record["rows"], "rank"), [1, 1, 1, 1, 1, 1, 7, 8, 8, 10, 10, 10, 13, 13]);
    let cut = ask(Measure::Degree, Some(2));
    assert!(
        cut.note_sentences().contains(&"4 more institutions share rank 1 with the last one shown.".to_owned()),
        "{:?}",
        cut.note_sentences()
    );

    let pair = corpora::plain(&[("a", "X Y")]);
    let equal = rank::ask(&QueryContext::new(&pair), &rank::Options::default(), Language::Both);
    assert_eq!(equal.lead_sentences(), ["By total link strength, all 2 institutions are equal (1)."]);

    // Least constrained first; the lone institution has no value.
    let corpus = corpora::plain(&[("a", "X Y"), ("b", "X Z"), ("c", "W")]);
    let constraint = rank::ask(
        &QueryContext::new(&corpus),
        &rank::Options { by: Measure::Constraint, top: None, ..rank::Options::default() },
        Language::Both,
    );
    assert_eq!(each(&constraint.record["rows"], "id"), ["x", "y", "z"]);
    assert_eq!(each(&constraint.record["rows"], "value"), [&json!(0.5), &json!(1), &json!(1)]);
    assert_eq!(constraint.record["unranked"], 1);
}

#[test]
fn a_path_has_its_works_and_alternatives() {
    let corpus = corpora::korea();
    let scope = QueryContext::new(&corpus);
    let ask =
        |a: &str, b: &str| path::ask(&scope, id(&corpus, a), id(&corpus, b), &path::Options::default(), Language::Both);
    let found = ask("samsung", "epfl");
    assert_eq!(found.record["length"], 4);
    assert_eq!(each(&found.record["steps"], "works").len(), 4);
    assert_eq!(each(&found.record["steps"][0]["works"], "name"), ["MemoReader"]);
    let lengths = each(&found.record["alternatives"], "length");
    assert_eq!(lengths, [5, 5, 6], "over LG AI Research, over Yonsei, over both");

    let none = ask("kaist", "seoul-national-university");
    assert!(!none.found);
    assert_eq!((&none.record["steps"], &none.record["length"]), (&Value::Null, &Value::Null));
    assert_eq!(
        none.lead_sentences()[1..],
        [
            "KAIST (카이스트) is in a component of 8 institutions.",
            "Seoul National University (서울대학교) is in a component of 6 institutions."
        ]
    );
    let same = ask("kaist", "kaist");
    assert!(same.found && same.record["steps"] == json!([]) && same.record["length"] == 0);
}

#[test]
fn clusters_cover_every_institution_once() {
    let corpus = corpora::korea();
    let scope = QueryContext::new(&corpus);
    let answer = clusters::ask(&scope, &leiden::Options::default(), Language::Both);
    let sizes: Vec<u64> =
        each(&answer.record["clusters"], "size").into_iter().map(|size| size.as_u64().unwrap()).collect();
    assert_eq!(sizes.iter().sum::<u64>(), 14);
    assert!(sizes.is_sorted_by(|a, b| a >= b));
    assert_eq!(sizes, [8, 6], "the heavy clique of six leaves the rest one cluster");
    assert_eq!(answer.record["algorithm"], "leiden");
    assert_eq!(answer.record["resolution"], 1);
    let overview = overview::ask(&scope, Language::Both);
    assert_eq!(overview.record["clusters"], json!(sizes.len()));
}

#[test]
fn answers_as_they_are_told() {
    let corpus = corpora::korea();
    let scope = QueryContext::new(&corpus).with_notices(2);
    let find = |key: &str| id(&corpus, key);
    for (language, name) in LANGUAGES.into_iter().zip(["en", "ko"]) {
        insta::assert_snapshot!(format!("overview_{name}"), told(&[overview::ask(&scope, language)]));
        let who = [who::ask(&scope, find("kaist"), language), who::ask(&scope, find("epfl"), language)];
        insta::assert_snapshot!(format!("who_{name}"), told(&who));
        insta::assert_snapshot!(
            format!("maker_{name}"),
            told(&[work_institutions::ask(&scope, work(&corpus, "Volcano 13B"), language)])
        );
        let pairs =
            [("kaist", "naver"), ("kaist", "samsung"), ("samsung", "epfl"), ("seoul-national-university", "kaist")];
        let between = pairs.map(|(a, b)| between::ask(&scope, find(a), find(b), language));
        insta::assert_snapshot!(format!("between_{name}"), told(&between));
        let lists =
            [works::ask(&scope, language), institutions::ask(&scope, language), components::ask(&scope, language)];
        insta::assert_snapshot!(format!("lists_{name}"), told(&lists));
        let ways = [("samsung", "epfl"), ("kaist", "seoul-national-university")]
            .map(|(a, b)| path::ask(&scope, find(a), find(b), &path::Options::default(), language));
        insta::assert_snapshot!(format!("path_{name}"), told(&ways));
        let clusters = clusters::ask(&scope, &leiden::Options::default(), language);
        insta::assert_snapshot!(format!("clusters_{name}"), told(&[clusters]));
        let rank = [Measure::Works, Measure::Betweenness, Measure::Constraint]
            .map(|by| rank::ask(&scope, &rank::Options { by, top: Some(5), ..rank::Options::default() }, language));
        insta::assert_snapshot!(format!("rank_{name}"), told(&rank));
    }
}

#[test]
fn one_answer_in_every_format() {
    let corpus = corpora::korea();
    let answer = who::ask(&QueryContext::new(&corpus), id(&corpus, "kaist"), Language::Both);
    insta::assert_snapshot!("who_json", json::write(&answer, &json::Options::default()));
    insta::assert_snapshot!("who_csv", csv::write(&answer, &csv::Options::default()));
    insta::assert_snapshot!("who_markdown", markdown::write(&answer, &markdown::Options::default()));
}
