//! Corpora for tests of figures, built by hand.

use std::collections::BTreeMap;

use collabgraph::corpus::Corpus;
use collabgraph::corpus::builder::{CorpusBuilder, WorkFacts};
use collabgraph::corpus::country::Country;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::institution::{Institution, Names, Sector};
use collabgraph::corpus::table::InputMetadata;

/// id, English, Korean, common English, common Korean, short English, short Korean, country, sector.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const INSTITUTIONS: [Row; 14] = [
    (
        "seoul-national-university",
        "Seoul National University",
        "서울대학교",
        "",
        "",
        "SNU",
        "서울대",
        "KR",
        "education",
    ),
    (
        "kaist",
        "Korea Advanced Institute of Science and Technology",
        "한국과학기술원",
        "KAIST",
        "카이스트",
        "KAIST",
        "카이스트",
        "KR",
        "education",
    ),
    ("yonsei-university", "Yonsei University", "연세대학교", "", "", "Yonsei", "연세대", "KR", "education"),
    ("korea-university", "Korea University", "고려대학교", "", "", "Korea U.", "고려대", "KR", "education"),
    ("naver", "NAVER", "네이버", "", "", "", "", "KR", "company"),
    ("samsung", "Samsung", "삼성", "", "", "", "", "KR", "company"),
    ("lg-ai-research", "LG AI Research", "LG AI 연구원", "", "", "", "", "KR", "company"),
    (
        "epfl",
        "Swiss Federal Institute of Technology Lausanne",
        "로잔 연방 공과대학교",
        "EPFL",
        "",
        "EPFL",
        "로잔공대",
        "CH",
        "education",
    ),
    (
        "princeton-university",
        "Princeton University",
        "프린스턴 대학교",
        "",
        "",
        "Princeton",
        "프린스턴대",
        "US",
        "education",
    ),
    (
        "technical-university-of-munich",
        "Technical University of Munich",
        "뮌헨 공과대학교",
        "TU Munich",
        "",
        "TUM",
        "뮌헨공대",
        "DE",
        "education",
    ),
    ("med-ai-technology", "Med AI Technology", "", "", "", "Med AI", "", "CN", ""),
    ("nvidia", "NVIDIA", "엔비디아", "", "", "", "", "US", "company"),
    (
        "oak-ridge-national-laboratory",
        "Oak Ridge National Laboratory",
        "오크리지 국립연구소",
        "",
        "",
        "ORNL",
        "오크리지연",
        "US",
        "facility",
    ),
    ("google", "Google", "구글", "", "", "", "", "US", "company"),
];

const PROT: &str = "technical-university-of-munich med-ai-technology nvidia oak-ridge-national-laboratory google seoul-national-university";

/// Name, date, institutions.
const WORKS: [(&str, &str, &str); 17] = [
    ("Deeply-recursive ConvNet", "2016-11-11", "seoul-national-university"),
    ("EDSR", "2017-06-10", "seoul-national-university"),
    ("EI-REHN-1000D", "2017-08-14", "kaist"),
    ("PyramidNet", "2017-09-06", "kaist"),
    ("MemoReader", "2018-10-31", "samsung korea-university"),
    ("StarGAN v2", "2019-12-04", "naver yonsei-university epfl"),
    ("DensePhrases", "2020-12-23", "korea-university princeton-university"),
    ("ProtBERT-BFD", "2021-05-04", PROT),
    ("ProtT5-XXL", "2021-05-04", PROT),
    ("ProtT5-XXL-BFD", "2021-05-04", PROT),
    ("HyperCLOVA 204B", "2021-09-10", "naver"),
    ("Fusion in Encoder", "2022-11-18", "samsung"),
    ("DiT-XL/2 + Discriminator Guidance", "2022-11-28", "kaist naver"),
    ("Discriminator Guidance", "2022-11-28", "kaist naver"),
    ("Volcano 13B", "2023-11-13", "korea-university kaist lg-ai-research"),
    ("EXAONE 3.5 32B", "2024-12-09", "lg-ai-research"),
    ("EXAONE Deep 32B", "2025-03-16", "lg-ai-research"),
];

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// The 17 Korean models and their 14 institutions.
pub(crate) fn korea() -> Corpus {
    let mut builder = CorpusBuilder::new();
    builder.input(InputMetadata {
        name: "korea-17.json".to_owned(),
        citation: "Epoch AI, Notable AI Models (CC BY 4.0)".to_owned(),
        as_of: Date::day(2025, 4, 8),
        ..InputMetadata::default()
    });
    let mut handles = BTreeMap::new();
    for (id, name, name_ko, common, common_ko, short, short_ko, country, sector) in INSTITUTIONS {
        let names = Names {
            name: name.to_owned(),
            name_ko: some(name_ko),
            common: some(common),
            common_ko: some(common_ko),
            short: some(short),
            short_ko: some(short_ko),
        };
        let handle = builder.institution(Institution {
            id: id.to_owned(),
            names,
            countries: vec![Country::parse(country).unwrap_or_else(|| Country::unregistered(country))],
            sectors: Sector::parse(sector).into_iter().collect(),
            ..Institution::default()
        });
        handles.insert(id, handle);
    }
    for (name, date, institutions) in WORKS {
        let institutions: Vec<_> = institutions.split(' ').map(|id| handles[id]).collect();
        builder.work(&WorkFacts {
            name,
            date: Date::parse_iso(date),
            institutions: &institutions,
            ..WorkFacts::default()
        });
    }
    builder.finish()
}

/// A corpus of bare names: no dates, sectors or countries.
pub(crate) fn plain(works: &[(&str, &[&str])]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    let mut handles = BTreeMap::new();
    for (name, institutions) in works {
        let institutions: Vec<_> = institutions
            .iter()
            .map(|name| {
                *handles.entry((*name).to_owned()).or_insert_with(|| {
                    builder.institution(Institution { names: Names::plain(name), ..Institution::default() })
                })
            })
            .collect();
        builder.work(&WorkFacts { name, institutions: &institutions, ..WorkFacts::default() });
    }
    builder.finish()
}

/// The hard cases, each with a name.
pub(crate) fn hard_cases() -> Vec<(&'static str, Corpus)> {
    let crowd: Vec<String> = (1..=37).map(|number| format!("Institution {number}")).collect();
    let crowd: Vec<&str> = crowd.iter().map(String::as_str).collect();
    let leaves: Vec<(String, String)> =
        (1..=60).map(|number| (format!("Model {number}"), format!("Leaf {number}"))).collect();
    let star: Vec<(&str, Vec<&str>)> = leaves.iter().map(|(work, leaf)| (work.as_str(), vec!["Hub", leaf])).collect();
    let star: Vec<(&str, &[&str])> = star.iter().map(|(work, of)| (*work, of.as_slice())).collect();
    let (latin, hangul) = ("Wide names of laboratories ".repeat(3), "가나다라".repeat(20));
    let clique: Vec<String> = (1..=12).map(|number| format!("Member {number}")).collect();
    let mut pairs: Vec<(String, [&str; 2])> = Vec::new();
    for (index, a) in clique.iter().enumerate() {
        for b in &clique[index + 1..] {
            pairs.push((format!("{a} & {b}"), [a.as_str(), b.as_str()]));
        }
    }
    let pairs: Vec<(&str, &[&str])> = pairs.iter().map(|(work, of)| (work.as_str(), of.as_slice())).collect();
    let hostile: [(&str, &[&str]); 4] = [
        ("<script>alert(1)</script>", &["]]>", "\"quoted\" & 'single'"]),
        ("emoji 🧬🔬", &["👩‍🔬 Lab", "]]>"]),
        ("عربي نموذج", &["جامعة القاهرة", "האוניברסיטה העברית"]),
        ("\u{202E}evil\u{0}\u{7}", &["x\"]; evil [label=\"pwn", "جامعة القاهرة"]),
    ];
    vec![
        ("one", plain(&[("Alone", &["Only"])])),
        ("two without a tie", plain(&[("First", &["One"]), ("Second", &["Two"])])),
        ("37 members", plain(&[("Crowd", &crowd)])),
        ("star of 60", plain(&star)),
        ("clique of 12", plain(&pairs)),
        ("one letter", plain(&[("a", &["b", "가"]), ("나", &["c"])])),
        (
            "80 letters",
            plain(&[(latin.trim(), &[hangul.as_str(), latin.trim()]), (hangul.as_str(), &[latin.trim(), "가"])]),
        ),
        ("hostile", plain(&hostile)),
        ("nothing", plain(&[])),
        ("work without institutions", plain(&[("Orphan", &[]), ("First", &["One"])])),
    ]
}
