//! Merges made and merges suggested: true pairs above false friends, and files that load back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::path::Path;

use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::alike::{MergeRule, Suggestion};
use collabgraph::corpus::builder::CorpusBuilder;
use collabgraph::corpus::institution::{Institution, Names};
use collabgraph::ingest::authority::{Authority, Verdict};
use collabgraph::ingest::input::Input;
use collabgraph::ingest::load::load;
use collabgraph::ingest::{Options, ror, suggest};
use collabgraph::question::names::{self, Trail};
use collabgraph::question::scope::Scope;
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
    let of =
        |one: &&Suggestion| [name(one.keep), name(one.merge)] == [a, b] || [name(one.merge), name(one.keep)] == [a, b];
    suggestions.iter().find(of).map_or(0.0, |one| one.reason.score())
}

fn subset() -> Vec<ror::RorRecord> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/datasets/ror-subset.json");
    if !path.exists() {
        eprintln!("skipped: {} is not there", path.display());
        return Vec::new();
    }
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
fn merges_have_rules_and_places() {
    let options = Options { authority: Authority::built_in(), ..Options::default() };
    let csv = "Model,Organization\nA,Seoul National University\nB,서울대학교\nC,Seoul Daehakgyo\nD,Seoul Daehakgyo\n";
    let loaded = load(&[Input::bytes("t.csv", csv)], &options).unwrap();
    let [merge] = &loaded.merges[..] else { panic!("{:?}", loaded.merges) };
    assert_eq!((merge.recorded.as_str(), merge.institution.as_str()), ("Seoul Daehakgyo", "snu"));
    assert_eq!(
        (&merge.rules[..], &merge.places[..]),
        (&[MergeRule::Variant][..], &["t.csv:4:3".to_owned(), "t.csv:5:3".to_owned()][..])
    );
}

#[test]
fn names_as_they_are_told() {
    let options = Options { authority: Authority::built_in(), ..Options::default() };
    let loaded = load(&[Input::Embedded], &options).unwrap();
    let found = suggest::suggestions(&loaded.corpus, &Authority::built_in(), &[]);
    assert!(found.is_empty(), "{found:?}");
    let schema: serde_json::Value = serde_json::from_str(include_str!("../docs/schemas/names.schema.json")).unwrap();
    let trail = Trail { merges: &loaded.merges, omissions: &loaded.omissions, suggestions: &found };
    for (language, name) in [(Language::Both, "names_en"), (Language::Korean, "names_ko")] {
        let answer = names::ask(&Scope::new(&loaded.corpus), trail, language);
        assert!(jsonschema::is_valid(&schema, &answer.record), "{:#}", answer.record);
        insta::assert_snapshot!(name, text::write(&answer, &text::Options::default()));
    }
    let plain = corpus(&[TRUE]);
    let found = suggest::suggestions(&plain, &Authority::none(), &[]);
    let answer = names::ask(&Scope::new(&plain), Trail { suggestions: &found, ..Trail::default() }, Language::Korean);
    assert!(jsonschema::is_valid(&schema, &answer.record));
    insta::assert_snapshot!("names_suggested_ko", text::write(&answer, &text::Options::default()));
}
