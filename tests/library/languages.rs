//! Both languages on every figure by default, one where one is asked for.

use collabgraph::answer::figure::Figure;
use collabgraph::answer::language::Language;
use collabgraph::answer::mark::{Mark, MarkGroup};
use collabgraph::corpus::Corpus;
use collabgraph::drawing::bipartite::{self, Bipartite};
use collabgraph::drawing::frame::Options;
use collabgraph::drawing::{arc, ego, map, matrix, path, timeline};
use collabgraph::ingest;
use collabgraph::ingest::input::Input;
use collabgraph::names::authority::Authority;
use collabgraph::network::Network;
use collabgraph::network::counting::Projection;
#[cfg(feature = "dot")]
use collabgraph::render::dot;

fn embedded() -> Corpus {
    let options = ingest::Options { authority: Authority::built_in(), ..ingest::Options::default() };
    collabgraph::dataset::load(&[Input::Embedded], &options).unwrap().corpus
}

/// Every view with its title, English and Korean.
fn views(corpus: &Corpus, language: Language, width_mm: f64) -> Vec<(&'static str, &'static str, Figure)> {
    let options = &Options { language, width_mm, headline: false, ..Options::default() };
    let network = &Network::one_mode(corpus, Projection::default());
    let id = |key: &str| corpus.institution_by_key(key).unwrap();
    vec![
        (
            "models from South Korea",
            "한국의 AI 모델",
            bipartite::compose(corpus, &Bipartite::default(), options).unwrap(),
        ),
        ("who builds models together", "기관 협력 지도", map::compose(network, options).unwrap()),
        ("Who built what with whom", "누가 언제 함께 만들었나", timeline::compose(corpus, options).unwrap()),
        ("Joint models, pair by pair", "공동 모델 행렬", matrix::compose(network, None, options).unwrap()),
        ("Partnerships as arcs", "기관 협력 호 그림", arc::compose(network, options).unwrap()),
        ("Partners of KAIST", "카이스트의 협력 기관", ego::compose(network, id("kaist"), options).unwrap()),
        (
            "How Samsung and EPFL are connected",
            "어떻게 이어지나",
            path::compose(network, id("samsung"), id("epfl"), options).unwrap(),
        ),
        (
            "How Samsung and Seoul National University are connected",
            "어떻게 이어지나",
            path::compose(network, id("samsung"), id("snu"), options).unwrap(),
        ),
    ]
}

fn is_hangul(letter: char) -> bool {
    ('가'..='힣').contains(&letter)
}

fn words(figure: &Figure) -> String {
    figure.texts().iter().map(|(text, _)| text.content.as_str()).collect::<Vec<_>>().join(" ")
}

/// The entries of the legend.
fn legend(marks: &[Mark]) -> Vec<String> {
    let is_legend = |group: &MarkGroup| group.data.iter().any(|(key, value)| *key == "role" && value == "legend");
    let mut found = Vec::new();
    for mark in marks {
        let Mark::Group(group) = mark else { continue };
        if is_legend(group) {
            found.extend(group.marks.iter().filter_map(|mark| match mark {
                Mark::Text(text) => Some(text.content.clone()),
                _ => None,
            }));
        } else {
            found.extend(legend(&group.marks));
        }
    }
    found
}

#[test]
fn figures_are_captioned_in_both_languages() {
    let corpus = embedded();
    for width in [170.0, 85.0] {
        for (english, korean, figure) in views(&corpus, Language::Both, width) {
            let (told, head) = (words(&figure), figure.metadata());
            assert!(told.contains(english) && told.contains(korean), "{english} {width}: {told}");
            assert!(head.title.contains(korean) && head.other_title.contains(english), "{head:?}");
            assert!(head.description.chars().any(is_hangul), "{}", head.description);
            let half: String = head.description.chars().filter(|&letter| !is_hangul(letter)).collect();
            assert!(half.split_whitespace().filter(|word| word.len() > 3).count() > 3, "{}", head.description);
            let entries = legend(figure.marks());
            assert!(!entries.is_empty(), "{english}");
            // Both languages in one entry, or the Korean sentence and the English one below it.
            let words: Vec<[bool; 2]> = entries
                .iter()
                .map(|entry| [entry.chars().any(is_hangul), entry.chars().any(|letter| letter.is_ascii_alphabetic())])
                .filter(|has| has.contains(&true))
                .collect();
            for run in words.chunk_by(|one, next| one == next && *one != [true, true]).collect::<Vec<_>>().windows(2) {
                assert!(run[0][0] != [true, false] || run[1][0][1], "{english} {width}: {entries:?}");
                assert!(run[1][0] != [false, true] || run[0][0][0], "{english} {width}: {entries:?}");
            }
            assert_ne!(words.first(), Some(&[false, true]), "{english} {width}: {entries:?}");
            assert_ne!(words.last(), Some(&[true, false]), "{english} {width}: {entries:?}");
            assert!(told.contains("자료 Source:"), "{told}");
        }
    }
}

#[test]
fn one_language_is_one_language() {
    let corpus = embedded();
    for (english, _, figure) in views(&corpus, Language::English, 170.0) {
        let told = format!("{} {} {}", words(&figure), figure.metadata().title, figure.metadata().description);
        assert!(!told.chars().any(is_hangul) && told.contains(english), "{told}");
    }
    for (english, korean, figure) in views(&corpus, Language::Korean, 170.0) {
        let told = format!("{} {} {}", words(&figure), figure.metadata().title, figure.metadata().description);
        assert!(told.contains(korean) && !told.contains(english), "{told}");
    }
}

#[cfg(feature = "dot")]
#[test]
fn labels_of_dot_carry_both_names() {
    let corpus = embedded();
    for (english, _, figure) in views(&corpus, Language::Both, 170.0) {
        let text = dot::write(&figure);
        for pair in ["카이스트\\nKAIST", "네이버\\nNAVER"] {
            let [korean, _] = pair.split("\\n").collect::<Vec<_>>()[..] else { panic!() };
            if text.contains(&format!("\"label\"=\"{korean}")) {
                assert!(text.contains(&format!("\"label\"=\"{pair}\"")), "{english}: {pair}");
            }
        }
        assert!(text.lines().any(|line| line.contains("\"label\"=") && line.contains(english)), "{english}");
    }
}

#[test]
fn a_name_that_is_cut_is_told_in_the_caption() {
    let name = "Institute ".repeat(30);
    let table = format!("Title,Institutions\nA,{name};KAIST\n");
    let corpus =
        collabgraph::dataset::load(&[Input::bytes("a.csv", table)], &ingest::Options::default()).unwrap().corpus;
    let figure = bipartite::compose(&corpus, &Bipartite::default(), &Options::default()).unwrap();
    let told = words(&figure);
    assert!(told.contains("cut (…)") && told.contains("줄여 씀"), "{told}");
    let plain = bipartite::compose(&embedded(), &Bipartite::default(), &Options::default()).unwrap();
    assert!(!words(&plain).contains("줄여 씀"));
}
