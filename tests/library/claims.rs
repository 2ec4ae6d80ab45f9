//! Claims held against data: the article on the embedded set, and on the table of Epoch where it is there.

use crate::support::tables;
use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::dataset::load;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::{Options, claims};
use collabgraph::names::authority::Authority;
use collabgraph::query::check;
use collabgraph::query::context::QueryContext;
use collabgraph::render::text;
use serde_json::Value;

fn corpus(input: Input) -> Corpus {
    load(&[input], &Options { authority: Authority::built_in(), ..Options::default() }).unwrap().corpus
}

fn verdict<'v>(record: &'v Value, id: &str) -> &'v Value {
    record["claims"].as_array().unwrap().iter().find(|claim| claim["id"] == id).unwrap_or_else(|| panic!("{id}"))
}

#[track_caller]
fn expect(record: &Value, verdicts: &[(&str, &str, Value)]) {
    for (id, wanted, found) in verdicts {
        let claim = verdict(record, id);
        assert_eq!((claim["verdict"].as_str().unwrap(), &claim["found"]), (*wanted, found), "{claim:#}");
    }
}

#[test]
fn the_claim_files_follow_their_schema() {
    let schema: Value = serde_json::from_str(include_str!("../../data/schema/claims.schema.json")).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for file in [claims::ARTICLE, claims::KOREA] {
        let file: Value = serde_json::from_str(file).unwrap();
        let errors: Vec<String> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn every_claim_is_in_both_languages() {
    for claims in [claims::article().unwrap(), claims::korea().unwrap()] {
        for claim in claims.claims {
            let korean = |text: &str| text.chars().any(|letter| ('가'..='힣').contains(&letter));
            assert!(korean(&claim.text_ko) && !korean(&claim.text), "{}", claim.id);
            assert_eq!(claim.note.is_empty(), claim.note_ko.is_empty(), "{}", claim.id);
        }
    }
}

#[test]
fn the_article_on_the_embedded_data() {
    let corpus = corpus(Input::Embedded);
    let answer = check::ask(&QueryContext::new(&corpus), &claims::article().unwrap(), Language::English);
    assert!(!answer.found, "some differ");
    let record = &answer.record;
    let schema: Value = serde_json::from_str(include_str!("../../docs/schemas/check.schema.json")).unwrap();
    assert!(jsonschema::is_valid(&schema, &answer.json()));
    expect(
        record,
        &[
            ("korea-17", "holds", 17.into()),
            ("snu-joint-3", "holds", 3.into()),
            ("kaist-naver-2", "holds", 2.into()),
            ("kaist-lg-1", "holds", 1.into()),
            ("kaist-alone-2", "differs", 2.into()),
            ("kaist-alone-sota", "holds", "SOTA improvement".into()),
            ("korea-u", "differs", 0.into()),
            ("criteria-4", "differs", "Training cost".into()),
            ("exaone-criterion", "differs", "Training cost".into()),
            ("exaone-open", "differs", "Open weights (non-commercial)".into()),
            ("naver-hyperclova-x", "differs", "HyperCLOVA 204B".into()),
            ("lg-2", "holds", 2.into()),
            ("sum-of-parts", "holds", "≥ 16".into()),
            ("tally-us-40", "cannot-be-checked", Value::Null),
            ("tally-google-7", "cannot-be-checked", Value::Null),
            ("ai-index-korea-1", "cannot-be-checked", Value::Null),
            ("patents-1", "cannot-be-checked", Value::Null),
        ],
    );
    let differing: Vec<&str> = record["claims"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|claim| claim["verdict"] == "differs")
        .map(|claim| claim["id"].as_str().unwrap())
        .collect();
    assert_eq!(
        differing,
        ["criteria-4", "kaist-alone-2", "korea-u", "naver-hyperclova-x", "exaone-criterion", "exaone-open"]
    );
    let why = |id: &str| verdict(record, id)["why"].as_str().unwrap().to_owned();
    assert!(why("kaist-alone-2").contains("Most similar: EI-REHN-1000D"), "{}", why("kaist-alone-2"));
    assert!(why("korea-u").contains("DensePhrases") && why("korea-u").contains("MemoReader"));
    assert!(why("snu-joint-3").contains("Oak Ridge National Laboratory"), "others are named");
    assert!(why("tally-us-40").starts_with("Requires the full table"));
    assert_eq!(verdict(record, "snu-joint-3")["evidence"].as_array().unwrap().len(), 3);
    assert_eq!(verdict(record, "tally-us-40")["expected"], 40);
}

#[test]
fn the_counts_behind_the_seventeen_hold() {
    let corpus = corpus(Input::Embedded);
    let answer = check::ask(&QueryContext::new(&corpus), &claims::korea().unwrap(), Language::Korean);
    let differing: Vec<&Value> =
        answer.record["claims"].as_array().unwrap().iter().filter(|claim| claim["verdict"] != "holds").collect();
    assert!(differing.is_empty(), "{differing:#?}");
    assert!(answer.found);
}

#[test]
fn the_tallies_on_the_full_table() {
    for corpus in tables::tables().into_iter().map(|path| corpus(Input::Path(path))) {
        let scope = QueryContext::new(&corpus);
        let record = check::ask(&scope, &claims::article().unwrap(), Language::English).record;
        if tables::is_epoch(&corpus) {
            expect(
                &record,
                &[
                    ("korea-17", "holds", 17.into()),
                    ("ai-index-korea-1", "holds", 1.into()),
                    ("tally-us-40", "differs", 42.into()),
                    ("tally-cn-15", "differs", 18.into()),
                    ("tally-kr-1", "holds", 1.into()),
                    ("tally-google-7", "holds", 7.into()),
                    ("tally-openai-7", "differs", 8.into()),
                    ("tally-alibaba-6", "holds", 6.into()),
                    ("companies-3", "holds", serde_json::json!(["LG AI Research", "NAVER", "Samsung"])),
                    ("naver-hyperclova-x", "differs", "HyperCLOVA 204B".into()),
                ],
            );
            assert_eq!(verdict(&record, "top-10")["verdict"], "holds");
            assert!(verdict(&record, "tally-us-40")["why"].as_str().unwrap().contains("Rule: "));
            let korea = check::ask(&scope, &claims::korea().unwrap(), Language::English);
            assert!(korea.found, "{:#?}", korea.lead);
        }
        // Europe by hand: any European country of any institution.
        let europe: Vec<&str> =
            "AT BE BG CH CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV NL NO PL PT RO SE SI SK"
                .split(' ')
                .collect();
        let by_hand = corpus
            .work_ids()
            .filter(|&work| corpus.date(work).is_some_and(|date| date.year_number() == 2024))
            .filter(|&work| {
                let team = corpus.institutions_of(work).iter();
                team.flat_map(|&id| &corpus.institution(id).countries).any(|country| europe.contains(&country.code()))
            })
            .count();
        // A statement about one table is not checked against another.
        let expected = if tables::is_epoch(&corpus) { by_hand.into() } else { Value::Null };
        assert_eq!(verdict(&record, "tally-eu-3")["found"], expected);
    }
}

#[test]
fn claims_as_they_are_told() {
    let corpus = corpus(Input::Embedded);
    for (language, name) in [(Language::Both, "check_en"), (Language::Korean, "check_ko")] {
        let answer = check::ask(&QueryContext::new(&corpus), &claims::article().unwrap(), language);
        insta::assert_snapshot!(name, text::write(&answer, &text::Options::default()));
    }
}

/// One claim, held against data.
fn held(corpus: &Corpus, test: &str, language: Language) -> Value {
    let text = format!(
        r#"{{"sources": [{{"id": "s", "title": "t"}}], "claims": [{{"id": "c", "text": "t", "source": "s", "test": {test}}}]}}"#
    );
    let claims = claims::read(&table("claims.json", &text)).unwrap();
    check::ask(&QueryContext::new(corpus), &claims, language).record["claims"][0].clone()
}

fn table(name: &str, text: &str) -> Input {
    Input::Bytes { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// One claim, held against the embedded data.
fn judged(test: &str, language: Language) -> Value {
    held(&corpus(Input::Embedded), test, language)
}

#[test]
fn a_claim_that_differs_says_in_what_and_what_is_nearest() {
    let work = r#"{"work": {"name": "EDSR", "institutions": ["KAIST"], "date": "2018", "criteria": ["Highly cited"]}}"#;
    let claim = judged(work, Language::English);
    assert_eq!(claim["verdict"], "differs");
    assert!(claim["why"].as_str().unwrap().contains("Different: institutions and dates."), "{claim:#}");
    let claim = judged(work, Language::Korean);
    assert!(claim["why"].as_str().unwrap().contains("다른 점: 기관, 날짜."), "{claim:#}");
    assert!(
        claim["expected"].as_str().unwrap().contains("카이스트")
            && claim["expected"].as_str().unwrap().contains("많은 인용")
    );
    let claim = judged(r#"{"joint": {"a": "KAIST", "b": "Yonsei University", "value": 1}}"#, Language::English);
    assert_eq!((&claim["verdict"], &claim["found"]), (&"differs".into(), &0.into()));
    assert!(claim["why"].as_str().unwrap().contains("Both worked with NAVER"), "{claim:#}");
    // The one work of Yonsei shows that KAIST is not on it.
    assert_eq!(claim["evidence"].as_array().unwrap().len(), 1);
}

#[test]
fn a_work_listed_for_one_of_the_reasons_and_for_another_fits() {
    for corpus in tables::tables().into_iter().map(|path| corpus(Input::Path(path))) {
        let record = check::ask(&QueryContext::new(&corpus), &claims::article().unwrap(), Language::English).record;
        let claim = verdict(&record, "criteria-4");
        let known = ["SOTA improvement", "Highly cited", "Historical significance", "Significant use"];
        let none = |id: &collabgraph::corpus::work::WorkId| {
            let criteria = corpus.work(*id).criteria;
            !criteria.is_empty() && criteria.iter().all(|word| !known.contains(&&**word))
        };
        let wanted: Vec<String> = corpus.work_ids().filter(none).map(|id| corpus.work_key(id)).collect();
        let told: Vec<&str> =
            claim["evidence"].as_array().unwrap().iter().map(|work| work["id"].as_str().unwrap()).collect();
        assert_eq!(told, wanted.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(!tables::is_epoch(&corpus) || wanted.len() == 36);
    }
}

#[test]
fn data_that_record_nothing_of_it_cannot_tell() {
    let corpus = corpus(table("t.csv", "Model,Organization\nA,KAIST;NAVER\nB,KAIST\n"));
    let test = |test: &str| held(&corpus, test, Language::English);
    for (claim, what) in [
        (r#"{"work": {"name": "A", "criteria": ["Highly cited"]}}"#, "criteria"),
        (r#"{"work": {"name": "A", "date": "2020"}}"#, "dates"),
        (r#"{"work": {"name": "A", "accessibility": "Unreleased"}}"#, "accessibility"),
        (r#"{"count": {"of": {"criterion": "Highly cited"}, "value": 0}}"#, "criteria"),
        (r#"{"count": {"of": {"during": "2019"}, "value": 1}}"#, "dates"),
        (r#"{"every": {"any_criterion": ["Highly cited"]}}"#, "criteria"),
    ] {
        let claim = test(claim);
        assert_eq!(claim["verdict"], "cannot-be-checked", "{claim:#}");
        assert!(claim["why"].as_str().unwrap().contains(what), "{claim:#}");
    }
    assert_eq!(test(r#"{"count": {"of": {"institutions": ["KAIST"]}, "value": 2}}"#)["verdict"], "holds");
    // One work of which it is not recorded, among others of which it is.
    let blank = judged(r#"{"work": {"name": "EDSR", "accessibility": "Unreleased"}}"#, Language::English);
    let recorded = judged(r#"{"work": {"name": "EXAONE 3.5 32B", "accessibility": "Unreleased"}}"#, Language::English);
    assert_eq!(
        (&blank["verdict"], &recorded["verdict"]),
        (&"cannot-be-checked".into(), &"differs".into()),
        "{blank:#}"
    );
}

#[test]
fn what_is_recorded_less_exactly_or_not_at_all_is_no_difference() {
    let open = |test: &str| {
        let claim = judged(test, Language::English);
        assert_eq!(claim["verdict"], "cannot-be-checked", "{claim:#}");
    };
    open(
        r#"{"every": {"of": {"institutions": ["KAIST", "NAVER"], "mode": "together"}, "accessibility": "Open weights (non-commercial)"}}"#,
    );
    let rows = "A,KAIST,2018\nB,KAIST,2018-05-03\nC,KAIST,\n";
    let corpus = corpus(table("t.csv", &format!("Model,Organization,Publication date\n{rows}")));
    let judge = |test: &str| held(&corpus, test, Language::English);
    for (test, verdict) in [
        (r#"{"work": {"name": "A", "date": "2018-05"}}"#, "cannot-be-checked"),
        (r#"{"work": {"name": "A", "date": "2019-05"}}"#, "differs"),
        (r#"{"work": {"name": "B", "date": "2018"}}"#, "holds"),
        (r#"{"work": {"name": "A", "first_of": {"institutions": ["KAIST"]}}}"#, "cannot-be-checked"),
        (r#"{"count": {"of": {"since": "2018"}, "value": 2}}"#, "holds"),
        (r#"{"count": {"of": {"since": "2018"}, "value": 3}}"#, "cannot-be-checked"),
        (r#"{"count": {"of": {"since": "2018"}, "value": 4}}"#, "differs"),
    ] {
        let claim = judge(test);
        assert_eq!(claim["verdict"], verdict, "{claim:#}");
    }
    let claim = judge(r#"{"count": {"of": {"since": "2018"}, "value": 2}}"#);
    assert!(claim["why"].as_str().unwrap().contains("not recorded: 1 model (C"), "{claim:#}");
}
