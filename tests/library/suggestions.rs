//! Merges made and merges suggested: true pairs above false friends, and files that load back.

use crate::support::tables;
use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::builder::CorpusBuilder;
use collabgraph::corpus::institution::{Institution, Names};
use collabgraph::dataset::load;
use collabgraph::ingest::Options;
use collabgraph::ingest::input::Input;
use collabgraph::names::authority::{Authority, Level, Verdict};
use collabgraph::names::resolution::{KeptInstitution, Merge, MergeRule, Reason, Suggestion};
use collabgraph::names::{ror, suggest};
use collabgraph::query::context::QueryContext;
use collabgraph::query::names::{self, NameReport};
use collabgraph::render::text;

const TRUE: &[(&str, &str)] = &[
    ("Hong Kong University of Science and Technology", "Hong Kong University of Science and Technology (HKUST)"),
    ("Zhejiang University", "Zhejiang University (ZJU)"),
    ("University of Science and Technology of China", "University of Science and Technology of China (USTC)"),
    ("Zhipu AI", "Z.ai (Zhipu AI)"),
    ("University of Sydney", "The University of Sydney"),
    ("Ludwig Maximilian University", "Ludwig Maximilian University of Munich"),
    ("Université de Montréal", "University of Montreal / Université de Montréal"),
    ("KAIST (한국과학기술원)", "한국과학기술원"),
    ("University of Texas at Austin", "UT Austin"),
    ("Jacobs University", "Jacobs University Bremen"),
];

const FALSE: &[(&str, &str)] = &[
    ("Northeastern University", "Northeastern University (China)"),
    ("University of Washington", "Washington University in St Louis"),
    ("University of Washington", "George Washington University"),
    ("Henan University", "Henan University of Technology"),
    ("University of Rochester", "Rochester Institute of Technology"),
    ("Tokyo Institute of Technology", "The University of Tokyo"),
    ("Allen Institute", "Allen Institute for AI"),
    ("Korea University", "Korea Advanced Institute of Science and Technology (KAIST)"),
    ("Chinese University of Hong Kong (CUHK)", "The University of Hong Kong"),
    ("Chinese University of Hong Kong (CUHK)", "CUHK Shenzhen"),
    ("Inception", "Inception Labs"),
    ("ETH Zurich", "Ecole Polytechnique F´ed´erale de Lausanne (EPFL)"),
    ("Zhejiang University", "Zhejiang Lab"),
    ("University of Sydney", "University of Technology Sydney"),
    ("Chinese Academy of Sciences", "University of Chinese Academy of Sciences"),
    ("University of Texas at Houston", "UT Austin"),
    ("UC Irvine", "UC Davis"),
];

fn corpus(pairs: &[&[(&str, &str)]]) -> Corpus {
    let mut names: Vec<&str> = pairs.iter().flat_map(|list| list.iter().flat_map(|(a, b)| [*a, *b])).collect();
    names.sort_unstable();
    names.dedup();
    let mut builder = CorpusBuilder::new();
    for name in names {
        builder.institution(Institution { names: Names::plain(name), ..Institution::default() });
    }
    builder.finish()
}

fn score(corpus: &Corpus, suggestions: &[Suggestion], a: &str, b: &str) -> f64 {
    let name = |id| corpus.institution(id).names.name.as_str();
    let of = |one: &&Suggestion| {
        let (keep, merge) = (&one.keep.institution(corpus).names.name, name(one.merge));
        (keep == a && merge == b) || (merge == a && keep == b)
    };
    suggestions.iter().find(of).map_or(0.0, |one| one.reason.score())
}

fn subset() -> Vec<ror::RorRecord> {
    let Some(path) = tables::shared("datasets/ror-subset.json") else { return Vec::new() };
    let records = ror::read(&Input::Path(path)).unwrap();
    assert_eq!(records.len(), 75);
    records
}

#[test]
fn true_pairs_rank_above_false_friends() {
    let corpus = corpus(&[TRUE, FALSE]);
    for authority in [Authority::none(), Authority::built_in()] {
        for records in [Vec::new(), subset()] {
            let found = suggest::suggestions(&corpus, &authority, &records);
            let lowest = TRUE.iter().map(|(a, b)| score(&corpus, &found, a, b)).fold(1.0, f64::min);
            for (a, b) in TRUE {
                assert!(score(&corpus, &found, a, b) > 0.5, "{a} / {b}");
            }
            for (a, b) in FALSE {
                let score = score(&corpus, &found, a, b);
                assert!(score < lowest && score == 0.0, "{a} / {b}: {score}");
            }
        }
    }
}

#[test]
fn ror_ties_korean_and_english_names() {
    let records = subset();
    if records.is_empty() {
        return;
    }
    let pairs = [("Korea University", "고려대학교"), ("Yonsei University", "연세대학교"), ("KAIST", "한국과학기술원")];
    let corpus = corpus(&[&pairs]);
    let found = suggest::suggestions(&corpus, &Authority::none(), &records);
    assert_eq!(found.len(), 3, "{found:?}");
    for (a, b) in pairs {
        assert!(score(&corpus, &found, a, b) > 0.5, "{a} / {b}");
    }
}

#[test]
fn accepted_suggestions_load_back() {
    let corpus = corpus(&[TRUE]);
    let found = suggest::suggestions(&corpus, &Authority::none(), &[]);
    for text in [suggest::accept(&corpus, &found), suggest::thesaurus(&corpus, &[], &found)] {
        let authority = Authority::none().with_file("accepted", text.as_bytes()).unwrap();
        let of = |name: &str| match authority.judge(name, "") {
            Verdict::Preferred(one) | Verdict::Variant(one) => one.names.name.clone(),
            other => panic!("{name}: {other:?}\n{text}"),
        };
        for (a, b) in TRUE {
            assert_eq!(of(a), of(b));
        }
    }
    let none = suggest::accept(&corpus, &[]);
    assert!(Authority::none().with_file("none", none.as_bytes()).is_ok());
}

#[test]
fn names_that_no_row_has_are_suggested() {
    let corpus = corpus(&[&[
        ("Seoul Nat Uni", "Univ of Tokio"),
        ("Massachussetts Institute of Technology", "Tokyo Univ"),
        ("Stanford University", "Stanfrod University"),
        // Bodies of their own, which resemble others.
        ("Massachusetts Institute of Technology Press Club", "University of Tokyo Rowing Club"),
        ("Northfield University", "Tokyo"),
    ]]);
    let authority = Authority::built_in();
    let found = suggest::suggestions(&corpus, &authority, &[]);
    let of = |name: &str| -> Vec<(String, Reason)> {
        let is_meant = |one: &&Suggestion| corpus.institution(one.merge).names.name == name;
        let kept = |one: &Suggestion| match &one.keep {
            KeptInstitution::Institution(id) => format!("row {}", corpus.institution(*id).names.name),
            KeptInstitution::Listed(listed) => listed.names.name.clone(),
        };
        found.iter().filter(is_meant).map(|one| (kept(one), one.reason)).collect()
    };
    let tokyo = "The University of Tokyo";
    for (name, kept, reason) in [
        ("Seoul Nat Uni", "Seoul National University", Reason::Resemblance),
        ("Univ of Tokio", tokyo, Reason::Spelling),
        ("Massachussetts Institute of Technology", "Massachusetts Institute of Technology (MIT)", Reason::Spelling),
        ("Stanfrod University", "row Stanford University", Reason::Spelling),
    ] {
        assert_eq!(of(name), [(kept.to_owned(), reason)], "{name}");
    }
    for name in [
        "Massachusetts Institute of Technology Press Club",
        "University of Tokyo Rowing Club",
        "Northfield University",
        // Words in another order tell nothing without the country: of Washington there are two.
        "Tokyo Univ",
    ] {
        assert_eq!(of(name), [], "{name}");
    }
    assert!(suggest::suggestions(&corpus, &authority.clone().with_registry(None), &[]).len() < found.len());
    // The file that accepts them merges them, and knows what the registry knew.
    let accepted = suggest::accept(&corpus, &found);
    let read = Authority::built_in().with_file("accepted", accepted.as_bytes()).unwrap();
    let Verdict::Variant(one) = read.judge("Univ of Tokio", "") else { panic!("{accepted}") };
    assert_eq!((one.names.name.as_str(), one.country().map(|country| country.code())), (tokyo, Some("JP")));
    assert!(one.ror.is_some());
    let csv = "Title,Institutions,Country\nA,Tokyo Univ,JP\nB,Tokyo Univ; KAIST,JP; KR\n";
    let options = Options { authority: Authority::built_in(), ..Options::default() };
    let loaded = load(&[Input::bytes("t.csv", csv)], &options).unwrap();
    let found = suggest::suggestions(&loaded.corpus, &authority, &[]);
    let kept: Vec<&str> = found.iter().map(|one| one.keep.institution(&loaded.corpus).names.name.as_str()).collect();
    assert_eq!(kept, [tokyo]);
}

#[test]
fn merges_have_rules_and_places() {
    let options = Options { authority: Authority::built_in(), ..Options::default() };
    let csv = "Model,Organization\nA,Seoul National University\nB,서울대학교\nC,Seoul Daehakgyo\nD,Seoul Daehakgyo\n";
    let loaded = load(&[Input::bytes("t.csv", csv)], &options).unwrap();
    let [merge, korean] = &loaded.merges[..] else { panic!("{:?}", loaded.merges) };
    assert_eq!((korean.recorded.as_str(), &korean.rules[..]), ("서울대학교", &[MergeRule::Name][..]));
    assert_eq!((merge.recorded.as_str(), merge.institution.as_str()), ("Seoul Daehakgyo", "snu"));
    assert_eq!(
        (&merge.rules[..], &merge.locations[..]),
        (&[MergeRule::Variant][..], &["t.csv:4:3".to_owned(), "t.csv:5:3".to_owned()][..])
    );
}

/// A merge as recorded name, institution, rules, places.
type Told = (String, String, String, String);

/// Merges, and rules and places of what was left out.
fn trail(csv: &str, level: Level) -> (Vec<Told>, Vec<(String, String)>) {
    let options = Options { authority: Authority::built_in(), level, ..Options::default() };
    let loaded = load(&[Input::bytes("t.csv", csv)], &options).unwrap();
    let rules = |merge: &Merge| merge.rules.iter().map(|rule| rule.key()).collect::<Vec<_>>().join("+");
    let merges = loaded.merges.iter();
    let omissions = loaded.omissions.iter();
    (
        merges
            .map(|one| (one.recorded.clone(), one.institution.clone(), rules(one), one.locations.join(" ")))
            .collect(),
        omissions.map(|one| (one.rule.key().to_owned(), one.location.clone())).collect(),
    )
}

fn merge(recorded: &str, institution: &str, rules: &str, places: &str) -> Told {
    [recorded, institution, rules, places].map(str::to_owned).into()
}

#[test]
fn every_merge_has_its_rule_and_all_of_its_rows() {
    let table = "Model,Organization\nA,Seoul National University\nB,서울대학교\nC,서울대학교\nD,SEOUL NATIONAL UNIVERSITY\n\
        E,Seoul Daehakgyo\nF,My  Lab\nG,My Lab\nH,Universite\u{301} X\nI,Université X\n";
    let (merges, omissions) = trail(table, Level::Recorded);
    assert_eq!(
        merges,
        [
            merge("My  Lab", "my-lab", "form", "t.csv:7:3"),
            merge("SEOUL NATIONAL UNIVERSITY", "snu", "case", "t.csv:5:3"),
            merge("Seoul Daehakgyo", "snu", "variant", "t.csv:6:3"),
            merge("Universite\u{301} X", "universite-x", "form", "t.csv:9:3"),
            merge("서울대학교", "snu", "name", "t.csv:3:3 t.csv:4:3"),
        ]
    );
    assert!(omissions.is_empty());
    // A name of the authority that is the only one for its institution was taken as nothing else.
    assert!(trail("Model,Organization\nB,서울대학교\n", Level::Recorded).0.is_empty());
}

#[test]
fn groups_and_what_they_leave_out_are_told() {
    let table = "Model,Organization\nA,Google Brain;Google Research\nB,Google\nC,DeepMind Technologies\n";
    let (merges, omissions) = trail(table, Level::Group);
    assert_eq!(merges.iter().map(|one| one.2.as_str()).collect::<Vec<_>>(), ["variant+group", "group", "group"]);
    assert!(merges.iter().all(|one| one.1 == "google"), "{merges:?}");
    assert_eq!(omissions, [("repeated".to_owned(), "t.csv:2".to_owned())]);
    let ties = "Source,Target\nGoogle Brain,Google Research\nGoogle,Google\nGoogle,NAVER\n";
    let (_, omissions) = trail(ties, Level::Group);
    assert_eq!(omissions.iter().map(|one| one.1.as_str()).collect::<Vec<_>>(), ["t.csv:2", "t.csv:3"]);
    assert!(omissions.iter().all(|one| one.0 == "self-tie"));
}

#[test]
fn works_and_names_that_are_left_out_are_told() {
    let thesaurus = Authority::built_in().with_file("t", b"label\treplace by\nAnonymous\t\n").unwrap();
    let options = Options { authority: thesaurus, ..Options::default() };
    let inputs = [
        Input::bytes("a.csv", "Model,Organization,Date\nX,KAIST;Anonymous,2020\nY,KAIST;카이스트,2021\n"),
        Input::bytes("b.csv", "Model,Organization,Date\nX,KAIST,2020\n"),
    ];
    let loaded = load(&inputs, &options).unwrap();
    let told: Vec<(&str, &str)> = loaded.omissions.iter().map(|one| (one.rule.key(), one.location.as_str())).collect();
    assert_eq!(told, [("dropped", "a.csv:2:9"), ("repeated", "a.csv:3:9"), ("work", "b.csv:2")]);
    let answer = names::ask(
        &QueryContext::new(&loaded.corpus),
        NameReport { merges: &loaded.merges, omissions: &loaded.omissions, ..NameReport::default() },
        Language::English,
    );
    let schema: serde_json::Value = serde_json::from_str(include_str!("../../docs/schemas/names.schema.json")).unwrap();
    assert!(jsonschema::is_valid(&schema, &answer.json()), "{:#}", answer.record);
    assert_eq!(answer.record["omissions"].as_array().unwrap().len(), 3);
}

#[test]
fn names_under_one_identifier_are_told() {
    let work = |number: u8, name: &str| {
        format!(
            "{{\"id\":\"https://openalex.org/W{number}\",\"display_name\":\"Work {number}\",\"authorships\":[{{\"institutions\":[\
             {{\"id\":\"https://openalex.org/I1\",\"display_name\":\"{name}\"}}]}}]}}\n"
        )
    };
    let text = [work(1, "Zhipu AI"), work(2, "Z.ai"), work(3, "Z.ai")].concat();
    let loaded = load(&[Input::bytes("w.jsonl", text)], &Options::default()).unwrap();
    let [merge] = &loaded.merges[..] else { panic!("{:?}", loaded.merges) };
    assert_eq!((merge.recorded.as_str(), &merge.rules[..]), ("Z.ai", &[MergeRule::Identifier][..]));
    assert_eq!(merge.locations.iter().map(|place| place.split(':').nth(1).unwrap()).collect::<Vec<_>>(), ["2", "3"]);
}

#[test]
fn the_epoch_table_gets_few_and_true_suggestions() {
    for corpus in tables::corpora(&Options::default()) {
        let name = |id| corpus.institution(id).names.name.clone();
        for (records, more) in [(Vec::new(), 0), (subset(), 1)] {
            let found = suggest::suggestions(&corpus, &Authority::none(), &records);
            let kept = |one: &Suggestion| one.keep.institution(&corpus).names.name.clone();
            let pairs: Vec<(String, String)> = found.iter().map(|one| (name(one.merge), kept(one))).collect();
            if !tables::is_epoch(&corpus) {
                let cases = [
                    ("Universitat Nordmark", "Universität Nordmark"),
                    ("northfield university", "Northfield University"),
                ];
                for (a, b) in cases {
                    assert!(pairs.contains(&(a.to_owned(), b.to_owned())), "{a}: {pairs:?}");
                }
                continue;
            }
            let expected = [
                ("Google DeepMind", "DeepMind"), // one ROR record has both
                ("UT Austin", "University of Texas at Austin"),
                ("Jacobs University Bremen", "Jacobs University"),
            ];
            let from = if records.is_empty() { 1 } else { 1 - more };
            assert_eq!(
                pairs,
                expected[from..].iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>()
            );
            for (a, b) in FALSE {
                assert_eq!(score(&corpus, &found, a, b), 0.0, "{a} / {b}");
            }
        }
    }
}

#[test]
fn both_schemas_of_ror_say_the_same() {
    let corpus = corpus(&[&[("Korea University", "고려대학교"), ("Yonsei University", "연세대학교")]]);
    let one = r#"[{"id": "https://ror.org/047dqcg40", "name": "Korea University", "labels": [{"label": "고려대학교", "iso639": "ko"}]}]"#;
    let two = r#"[{"id": "https://ror.org/047dqcg40", "status": "active", "names": [
        {"value": "Korea University", "types": ["ror_display", "label"]}, {"value": "고려대학교", "types": ["label"], "lang": "ko"}]}]"#;
    let found =
        [one, two].map(|text| suggest::suggestions(&corpus, &Authority::none(), &ror::parse("r", text).unwrap()));
    assert_eq!(found[0], found[1]);
    assert_eq!((found[0].len(), found[0][0].reason.key()), (1, "ror"));
}

#[test]
fn names_as_they_are_told() {
    let options = Options { authority: Authority::built_in(), ..Options::default() };
    let loaded = load(&[Input::Embedded], &options).unwrap();
    let found = suggest::suggestions(&loaded.corpus, &Authority::built_in(), &[]);
    assert!(found.is_empty(), "{found:?}");
    let schema: serde_json::Value = serde_json::from_str(include_str!("../../docs/schemas/names.schema.json")).unwrap();
    let trail = NameReport { merges: &loaded.merges, omissions: &loaded.omissions, suggestions: &found };
    for (language, name) in [(Language::Both, "names_en"), (Language::Korean, "names_ko")] {
        let answer = names::ask(&QueryContext::new(&loaded.corpus), trail, language);
        assert!(jsonschema::is_valid(&schema, &answer.json()), "{:#}", answer.record);
        insta::assert_snapshot!(name, text::write(&answer, &text::Options::default()));
    }
    let plain = corpus(&[TRUE]);
    let found = suggest::suggestions(&plain, &Authority::none(), &[]);
    let answer = names::ask(
        &QueryContext::new(&plain),
        NameReport { suggestions: &found, ..NameReport::default() },
        Language::Korean,
    );
    assert!(jsonschema::is_valid(&schema, &answer.json()));
    insta::assert_snapshot!("names_suggested_ko", text::write(&answer, &text::Options::default()));
}

#[test]
fn shortened_words_are_suggested_and_one_institution_has_one_keeper() {
    let corpus = corpus(&[
        &[
            ("Univ. of Washington", "University of Washington"),
            ("Gwangju Inst. of Sci. & Tech.", "Gwangju Institute of Science and Technology"),
        ],
        &[("Washington University", "Institute of Science"), ("KAIST", "카이스트"), ("Kaist", "KAIST")],
    ]);
    for authority in [Authority::none(), Authority::built_in()] {
        let found = suggest::suggestions(&corpus, &authority, &[]);
        assert!(score(&corpus, &found, "Univ. of Washington", "University of Washington") > 0.8);
        let gwangju = ["Gwangju Inst. of Sci. & Tech.", "Gwangju Institute of Science and Technology"];
        assert!(score(&corpus, &found, gwangju[0], gwangju[1]) > 0.8);
        assert_eq!(score(&corpus, &found, "Washington University", "University of Washington"), 0.0);
        // What is merged into one name is not what another is merged into, by the same reason.
        let merged: std::collections::BTreeSet<_> = found.iter().map(|one| one.merge).collect();
        assert!(found.iter().all(|one| one.keep.id().is_none_or(|keep| !merged.contains(&keep))), "{found:?}");
    }
}

#[test]
fn names_of_one_record_of_the_registry_are_suggested_in_any_language() {
    let csv = "Title,Institutions\nA,东京大学; Ghent University\nB,The University of Tokyo; Universiteit Gent\n\
               C,東京大学\nD,Jozef Stefan Institute\nE,Jožef Stefan International Postgraduate School\n";
    let options = Options { authority: Authority::built_in(), ..Options::default() };
    let loaded = load(&[Input::bytes("t.csv", csv)], &options).unwrap();
    let found = suggest::suggestions(&loaded.corpus, &Authority::built_in(), &[]);
    let pair = |one: &Suggestion| {
        let ends = [loaded.corpus.institution(one.merge), one.keep.institution(&loaded.corpus)];
        ends.map(|one| one.names.name.clone()).join(" → ")
    };
    let mut pairs: Vec<String> = found.iter().map(pair).collect();
    pairs.sort();
    assert_eq!(pairs, ["Universiteit Gent → Ghent University", "東京大学 → The University of Tokyo"]);
    // Of the two records that go by its name, that which is shown by it tells its country.
    let corpus = &loaded.corpus;
    let all = corpus.institution_ids().map(|id| corpus.institution(id));
    let institute = { all }.find(|one| one.names.name.contains("Stefan Institute")).unwrap();
    assert_eq!(institute.countries.first().map(|country| country.code()), Some("SI"));
    assert_eq!(institute.ror.as_deref(), Some("https://ror.org/05060sz93"));
}

#[test]
fn accepted_suggestions_keep_what_is_known_of_the_institution() {
    let mut builder = CorpusBuilder::new();
    let known = Authority::built_in().institution("ewha-womans-university").unwrap().clone();
    builder.institution(Institution { ror: Some("https://ror.org/053fp5c05".to_owned()), ..known.clone() });
    builder.institution(Institution { names: Names::plain("Ewha Womans Universty"), ..Institution::default() });
    let corpus = builder.finish();
    let text = suggest::accept(&corpus, &suggest::suggestions(&corpus, &Authority::none(), &[]));
    let read = Authority::none().with_file("accepted", text.as_bytes()).unwrap();
    let kept = read.institution(&known.id).unwrap_or_else(|| panic!("{text}"));
    assert_eq!((&kept.names, &kept.countries, &kept.sectors), (&known.names, &known.countries, &known.sectors));
    assert_eq!(kept.ror.as_deref(), Some("https://ror.org/053fp5c05"));
    assert!(matches!(read.judge("Ewha Womans Universty", ""), Verdict::Variant(one) if one.id == known.id), "{text}");
}
