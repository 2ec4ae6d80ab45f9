//! The corpora that the integration tests ask.

use collabgraph::corpus::builder::{CorpusBuilder, InstitutionHandle, WorkFacts};
use collabgraph::corpus::country::Country;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::institution::{Institution, Names, Sector};
use collabgraph::corpus::table::{Corpus, InputMetadata};
use collabgraph::corpus::work::RowLocation;

/// id, name, Korean name, common, common Korean, short, short Korean, country, sector
type Party = (
    &'static str,
    &'static str,
    Option<&'static str>,
    Option<&'static str>,
    Option<&'static str>,
    Option<&'static str>,
    Option<&'static str>,
    &'static str,
    Option<Sector>,
);

const UNIVERSITY: Option<Sector> = Some(Sector::Education);
const COMPANY: Option<Sector> = Some(Sector::Company);

const PARTIES: [Party; 14] = [
    (
        "seoul-national-university",
        "Seoul National University",
        Some("서울대학교"),
        None,
        None,
        Some("SNU"),
        Some("서울대"),
        "KR",
        UNIVERSITY,
    ),
    (
        "kaist",
        "Korea Advanced Institute of Science and Technology (KAIST)",
        Some("한국과학기술원"),
        Some("KAIST"),
        Some("카이스트"),
        None,
        None,
        "KR",
        UNIVERSITY,
    ),
    ("yonsei-university", "Yonsei University", Some("연세대학교"), None, None, None, Some("연세대"), "KR", UNIVERSITY),
    ("korea-university", "Korea University", Some("고려대학교"), None, None, None, Some("고려대"), "KR", UNIVERSITY),
    ("naver", "NAVER", Some("네이버"), None, None, None, None, "KR", COMPANY),
    ("samsung", "Samsung", Some("삼성"), None, None, None, None, "KR", COMPANY),
    ("lg-ai-research", "LG AI Research", Some("LG AI연구원"), None, None, None, None, "KR", COMPANY),
    (
        "epfl",
        "Swiss Federal Institute of Technology in Lausanne",
        Some("로잔 연방 공과대학교"),
        Some("EPFL"),
        None,
        Some("EPFL"),
        None,
        "CH",
        UNIVERSITY,
    ),
    (
        "princeton-university",
        "Princeton University",
        Some("프린스턴 대학교"),
        None,
        None,
        Some("Princeton"),
        None,
        "US",
        UNIVERSITY,
    ),
    (
        "technical-university-of-munich",
        "Technical University of Munich",
        Some("뮌헨 공과대학교"),
        None,
        None,
        Some("TUM"),
        None,
        "DE",
        UNIVERSITY,
    ),
    ("med-ai-technology", "Med AI Technology", None, None, None, None, None, "CN", None),
    ("nvidia", "NVIDIA", Some("엔비디아"), None, None, None, None, "US", COMPANY),
    (
        "oak-ridge-national-laboratory",
        "Oak Ridge National Laboratory",
        Some("오크리지 국립연구소"),
        None,
        None,
        Some("ORNL"),
        None,
        "US",
        Some(Sector::Facility),
    ),
    ("google", "Google", Some("구글"), None, None, None, None, "US", COMPANY),
];

const PROT: &str = "technical-university-of-munich med-ai-technology nvidia oak-ridge-national-laboratory google seoul-national-university";

/// name, date, institutions, criterion, domain, citations, link
type Model = (&'static str, &'static str, &'static str, &'static str, &'static str, Option<u32>, &'static str);

const MODELS: [Model; 17] = [
    (
        "Deeply-recursive ConvNet",
        "2016-11-11",
        "seoul-national-university",
        "Highly cited",
        "Vision",
        Some(2395),
        "https://arxiv.org/abs/1511.04491",
    ),
    (
        "EDSR",
        "2017-06-10",
        "seoul-national-university",
        "Highly cited",
        "Vision",
        Some(5348),
        "https://arxiv.org/abs/1707.02921",
    ),
    (
        "EI-REHN-1000D",
        "2017-08-14",
        "kaist",
        "SOTA improvement",
        "Language",
        Some(6),
        "https://arxiv.org/abs/1708.04116",
    ),
    (
        "PyramidNet",
        "2017-09-06",
        "kaist",
        "SOTA improvement",
        "Vision",
        Some(718),
        "https://arxiv.org/abs/1610.02915v4",
    ),
    (
        "MemoReader",
        "2018-10-31",
        "samsung korea-university",
        "SOTA improvement",
        "Language",
        Some(17),
        "https://aclanthology.org/D18-1237/",
    ),
    (
        "StarGAN v2",
        "2019-12-04",
        "naver yonsei-university epfl",
        "SOTA improvement",
        "Vision",
        Some(1560),
        "https://arxiv.org/abs/1912.01865",
    ),
    (
        "DensePhrases",
        "2020-12-23",
        "korea-university princeton-university",
        "SOTA improvement",
        "Language",
        Some(108),
        "https://arxiv.org/abs/2012.12624v3",
    ),
    (
        "ProtBERT-BFD",
        "2021-05-04",
        PROT,
        "SOTA improvement",
        "Biology",
        None,
        "https://www.biorxiv.org/content/10.1101/2020.07.12.199554v3",
    ),
    (
        "ProtT5-XXL",
        "2021-05-04",
        PROT,
        "SOTA improvement",
        "Biology",
        Some(396),
        "https://www.biorxiv.org/content/10.1101/2020.07.12.199554v3",
    ),
    (
        "ProtT5-XXL-BFD",
        "2021-05-04",
        PROT,
        "SOTA improvement",
        "Biology",
        None,
        "https://www.biorxiv.org/content/10.1101/2020.07.12.199554v3",
    ),
    ("HyperCLOVA 204B", "2021-09-10", "naver", "SOTA improvement", "Language", Some(92), ""),
    (
        "Fusion in Encoder",
        "2022-11-18",
        "samsung",
        "SOTA improvement",
        "Language",
        Some(8),
        "https://arxiv.org/abs/2211.10147",
    ),
    (
        "DiT-XL/2 + Discriminator Guidance",
        "2022-11-28",
        "kaist naver",
        "SOTA improvement",
        "Image generation",
        Some(68),
        "https://arxiv.org/abs/2211.17091v4",
    ),
    (
        "Discriminator Guidance",
        "2022-11-28",
        "kaist naver",
        "SOTA improvement",
        "Image generation",
        Some(68),
        "https://arxiv.org/abs/2211.17091v4",
    ),
    (
        "Volcano 13B",
        "2023-11-13",
        "korea-university kaist lg-ai-research",
        "SOTA improvement",
        "Vision",
        Some(28),
        "https://arxiv.org/abs/2311.07362",
    ),
    (
        "EXAONE 3.5 32B",
        "2024-12-09",
        "lg-ai-research",
        "Training cost",
        "Language",
        None,
        "https://arxiv.org/abs/2412.04862",
    ),
    (
        "EXAONE Deep 32B",
        "2025-03-16",
        "lg-ai-research",
        "Training cost",
        "Language",
        None,
        "https://arxiv.org/abs/2503.12524",
    ),
];

/// The 17 Korean models and their 14 institutions (Epoch AI, 2025-04-08, CC BY 4.0).
pub(crate) fn korea() -> Corpus {
    let mut builder = CorpusBuilder::new();
    let input = builder.input(InputMetadata { name: "korea-17.json".to_owned(), ..InputMetadata::default() });
    let handles: Vec<(&str, InstitutionHandle)> =
        PARTIES.iter().map(|party| (party.0, builder.institution(institution(party)))).collect();
    for (name, date, institutions, criterion, domain, citations, link) in MODELS {
        let find = |id: &str| handles.iter().find(|one| one.0 == id).unwrap().1;
        let institutions: Vec<InstitutionHandle> = institutions.split(' ').map(find).collect();
        builder.work(&WorkFacts {
            name,
            date: Date::parse_iso(date),
            institutions: &institutions,
            criteria: &[criterion],
            domains: &[domain],
            citations,
            links: link,
            source: RowLocation { input, line: 1 },
            ..WorkFacts::default()
        });
    }
    builder.finish()
}

fn institution(party: &Party) -> Institution {
    let (id, name, name_ko, common, common_ko, short, short_ko, country, sector) = *party;
    let owned = |text: Option<&str>| text.map(str::to_owned);
    Institution {
        id: id.to_owned(),
        names: Names {
            name: name.to_owned(),
            name_ko: owned(name_ko),
            common: owned(common),
            common_ko: owned(common_ko),
            short: owned(short),
            short_ko: owned(short_ko),
        },
        countries: Country::parse(country).into_iter().collect(),
        sectors: sector.into_iter().collect(),
        ..Institution::default()
    }
}

/// Works with plain names: `("work", "A B C")` is a work of institutions A, B and C.
pub(crate) fn plain(works: &[(&str, &str)]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    let mut handles: Vec<(String, InstitutionHandle)> = Vec::new();
    for (name, institutions) in works {
        let team: Vec<InstitutionHandle> =
            institutions.split_whitespace().map(|name| handle(&mut builder, &mut handles, name)).collect();
        builder.work(&WorkFacts { name, institutions: &team, ..WorkFacts::default() });
    }
    builder.finish()
}

/// Ties without works, as an edge list states them.
pub(crate) fn edges(ties: &[(&str, &str, f64)]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    let mut handles: Vec<(String, InstitutionHandle)> = Vec::new();
    for (a, b, weight) in ties {
        let (a, b) = (handle(&mut builder, &mut handles, a), handle(&mut builder, &mut handles, b));
        builder.explicit_tie(a, b, *weight);
    }
    builder.finish()
}

fn handle(
    builder: &mut CorpusBuilder,
    handles: &mut Vec<(String, InstitutionHandle)>,
    name: &str,
) -> InstitutionHandle {
    if let Some(known) = handles.iter().find(|one| one.0 == name) {
        return known.1;
    }
    let handle = builder.institution(Institution { names: Names::plain(name), ..Institution::default() });
    handles.push((name.to_owned(), handle));
    handle
}
