//! Names: what the authority merges and keeps apart, and what asking for a name gives.

use crate::support::tables;
use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::builder::{CorpusBuilder, WorkFacts};
use collabgraph::corpus::institution::{Institution, Names};
use collabgraph::dataset::{Loaded, load};
use collabgraph::ingest::error::Error;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::notice::Kind;
use collabgraph::ingest::options::Options;
use collabgraph::names::authority::{Authority, Level, Verdict};
use collabgraph::query::lookup::{Lookup, MAX_CANDIDATES, NamedEntity, find, find_institution, find_work};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The preferred name that the authority gives a recorded one; the recorded one where it says nothing.
fn resolved(authority: &Authority, recorded: &str, work: &str) -> String {
    match authority.judge(recorded, work) {
        Verdict::Unknown => recorded.to_owned(),
        Verdict::Preferred(one) | Verdict::Variant(one) | Verdict::Corrected(one, ..) => one.names.name.clone(),
        Verdict::Dropped => "(dropped)".to_owned(),
    }
}

fn known<'a>(authority: &'a Authority, recorded: &str) -> &'a Institution {
    match authority.judge(recorded, "") {
        Verdict::Preferred(one) | Verdict::Variant(one) => one,
        other => panic!("{recorded}: {other:?}"),
    }
}

#[test]
fn spelling_variants_are_merged() {
    let authority = Authority::built_in();
    for (recorded, id) in [
        ("KAIST", "kaist"),
        ("카이스트", "kaist"),
        ("한국과학기술원", "kaist"),
        ("Korea Advanced Institute of Science and Technology", "kaist"),
        ("korea advanced institute of science and technology (kaist)", "kaist"),
        (" Seoul\u{a0} National  University ", "snu"),
        ("Ecole Polytechnique F´ed´erale de Lausanne (EPFL)", "epfl"),
        ("Hong Kong University of Science and Technology (HKUST)", "hong-kong-university-of-science-and-technology"),
        ("Zhejiang University (ZJU)", "zhejiang-university"),
        ("University of Science and Technology of China (USTC)", "university-of-science-and-technology-of-china"),
        ("Z.ai (Zhipu AI)", "zhipu-ai"),
        ("The University of Sydney", "university-of-sydney"),
        ("Ludwig Maximilian University of Munich", "ludwig-maximilian-university"),
        ("Inception G42", "inception"),
        ("Naver (South Korea)", "naver"),
        ("LG AI 연구원", "lg-ai-research"),
        ("포스텍", "postech"),
    ] {
        assert_eq!(known(&authority, recorded).id, id, "{recorded}");
    }
}

#[test]
fn official_names_are_preferred_and_others_are_variants() {
    let authority = Authority::built_in();
    for (name, preferred) in [
        ("서울대학교", true),
        ("Seoul National University", true),
        ("SEOUL NATIONAL UNIVERSITY", false),
        ("카이스트", false),
    ] {
        assert_eq!(matches!(authority.judge(name, ""), Verdict::Preferred(_)), preferred, "{name}");
    }
    // Short names are asked for, not merged by: several institutions share them.
    for short in ["KU", "UW", "SNU"] {
        assert_eq!(authority.judge(short, ""), Verdict::Unknown);
    }
}

#[test]
fn false_friends_stay_apart() {
    let authority = Authority::built_in();
    for (a, b) in [
        ("Northeastern University", "Northeastern University (China)"),
        ("University of Washington", "Washington University in St Louis"),
        ("University of Washington", "George Washington University"),
        ("Washington University in St Louis", "George Washington University"),
        ("Henan University", "Henan University of Technology"),
        ("University of Rochester", "Rochester Institute of Technology"),
        ("Tokyo Institute of Technology", "The University of Tokyo"),
        ("Allen Institute", "Allen Institute for AI"),
        ("Korea University", "Korea Advanced Institute of Science and Technology (KAIST)"),
        ("Korea Institute of Science and Technology", "Korea Advanced Institute of Science and Technology"),
        ("Chinese University of Hong Kong (CUHK)", "The University of Hong Kong"),
        ("Chinese University of Hong Kong (CUHK)", "CUHK Shenzhen"),
        ("The University of Hong Kong", "CUHK Shenzhen"),
        ("Inception", "Inception Labs"),
        ("ETH Zurich", "Ecole Polytechnique F´ed´erale de Lausanne (EPFL)"),
        ("ETH Zurich", "Swiss Federal Institute of Technology"),
        ("EPFL", "Swiss Federal Institute of Technology"),
        ("Zhejiang University", "Zhejiang Lab"),
        ("University of Sydney", "University of Technology Sydney"),
        ("Chinese Academy of Sciences", "University of Chinese Academy of Sciences"),
        (
            "University of Montreal / Université de Montréal",
            "Mila - Quebec AI (originally Montreal Institute for Learning Algorithms)",
        ),
        ("Technical University of Munich", "Ludwig Maximilian University"),
        ("Alibaba", "Ant Group"),
        ("LG", "LG AI Research"),
        ("NAVER", "Naver AI Lab"),
        ("Jacobs University", "Jacobs University Bremen"),
    ] {
        assert_ne!(resolved(&authority, a, ""), resolved(&authority, b, ""), "{a} / {b}");
    }
}

#[test]
fn families_roll_up_to_their_parent_and_stay_apart_otherwise() {
    let authority = Authority::built_in();
    for (top, members) in [
        (
            "Google",
            &["Google Brain", "DeepMind", "Google DeepMind", "Google Research", "Google AI", "Google Cloud"][..],
        ),
        ("Meta", &["Meta AI", "Facebook AI Research", "Facebook", "Facebook AI"]),
        ("Microsoft", &["Microsoft Research", "Microsoft Research Asia", "MSR AI for Science"]),
        ("NAVER", &["Naver AI Lab", "Naver Clova", "NAVER Cloud"]),
        ("LG", &["LG AI Research"]),
        ("Samsung", &["Samsung R&D Institute Russia", "Samsung Research America", "Samsung SDS"]),
        ("IBM", &["IBM Research", "MIT-IBM Watson AI Lab"]),
        ("Salesforce", &["Salesforce Research"]),
        ("Alibaba", &["Alibaba DAMO Academy"]),
        ("Baidu", &["Baidu Research - Silicon Valley AI Lab"]),
        ("Huawei", &["Huawei Noah's Ark Lab"]),
        ("Intel", &["Intel Labs"]),
        ("Technical University of Munich", &["TUM School of Life Sciences Weihenstephan"]),
        ("iFlytek", &["iFLYTEK Research"]),
        ("Ant Group", &["Ant Group"]),
    ] {
        for member in members {
            let one = known(&authority, member);
            assert_eq!(one.names.name, *member, "stays as recorded by default");
            assert_eq!(authority.group_of(one).names.name, top, "{member}");
        }
    }
}

#[test]
fn a_correction_holds_for_its_work_alone() {
    let authority = Authority::built_in();
    let Verdict::Corrected(one, why, why_ko) = authority.judge("LG", "Volcano 13B") else { panic!() };
    assert_eq!(one.id, "lg-ai-research");
    assert!(why.contains("LG AI Research") && why_ko.contains("LG AI연구원"));
    assert_eq!(resolved(&authority, "LG", "EXAONE 1.0"), "LG");
    let swiss = "Swiss Federal Institute of Technology";
    assert!(matches!(authority.judge(swiss, "StarGAN v2"), Verdict::Corrected(one, ..) if one.id == "epfl"));
    assert_eq!(authority.judge(swiss, "AlexNet"), Verdict::Unknown);
}

/// The Epoch table of 2025-04-08, where it is at hand.
fn table() -> Option<PathBuf> {
    tables::shared(tables::EPOCH)
}

/// Name and institutions of every work of the Epoch table, by a small reader of quoted CSV.
fn epoch() -> Option<Vec<(String, Vec<String>)>> {
    let text = std::fs::read_to_string(table()?).unwrap();
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    for letter in text.chars() {
        match letter {
            // A doubled quote closes and opens again; the quote itself is not needed here.
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    let header: Vec<String> = rows.remove(0);
    let column = |name: &str| header.iter().position(|cell| cell == name).unwrap();
    let (model, organization) = (column("Model"), column("Organization"));
    let names = |cell: &str| cell.split(',').map(|name| name.trim().to_owned()).filter(|n| !n.is_empty()).collect();
    Some(rows.iter().map(|row| (row[model].trim().to_owned(), names(&row[organization]))).collect())
}

#[test]
fn the_epoch_table_keeps_its_institutions() {
    let Some(rows) = epoch() else { return };
    assert_eq!(rows.len(), 914);
    let authority = Authority::built_in();
    let mut recorded = BTreeSet::new();
    let mut merged: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (work, institutions) in &rows {
        for name in institutions {
            recorded.insert(name.as_str());
            merged.entry(resolved(&authority, name, work)).or_default().insert(name);
        }
    }
    assert_eq!((recorded.len(), merged.len()), (343, 341));
    let several: Vec<&String> = merged.iter().filter(|(_, names)| names.len() > 1).map(|(name, _)| name).collect();
    assert_eq!(several, ["LG AI Research", "University of Texas at Austin"]);
    // Preferred names are those of the table, but for EPFL, which the table calls by half its name, and for names that the
    // registry writes with its accents and small words.
    let renamed = merged.iter().filter(|(name, names)| !names.contains(name.as_str())).map(|(name, _)| name);
    assert_eq!(
        renamed.collect::<Vec<_>>(),
        [
            "Forschungszentrum Jülich",
            "Johannes Kepler University of Linz",
            "Nuance Communications",
            "Shenzhen Institutes of Advanced Technology",
            "Singapore University of Technology and Design",
            "The University of Texas at San Antonio",
            "Universidad Nacional de Córdoba",
            "University of Lübeck",
            "École Polytechnique Fédérale de Lausanne",
        ]
    );
}

#[test]
fn the_most_frequent_institutions_have_a_korean_name() {
    let Some(rows) = epoch() else { return };
    let authority = Authority::built_in();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    rows.iter().flat_map(|(_, names)| names).for_each(|name| *counts.entry(name).or_default() += 1);
    let mut order: Vec<(&str, usize)> = counts.into_iter().collect();
    order.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    for (name, _) in &order[..60] {
        assert!(known(&authority, name).names.name_ko.is_some(), "{name}");
    }
}

fn with(text: &str) -> Result<Authority, Error> {
    Authority::built_in().with_file("mine", text.as_bytes())
}

#[test]
fn a_users_json_is_laid_over() {
    let authority = with(
        r#"{"$schema": "x", "institutions": [
            {"id": "kaist", "variants": ["한국과기원"], "short": "KAIST-X"},
            {"id": "my-lab", "name": "My Lab", "name_ko": "우리 연구실", "variants": ["ML", "SKKU"], "parent": "kaist",
             "countries": ["South Korea"], "sectors": ["academia"], "ror": "05apxxy63"},
            {"name": "포항공과대학교", "common": "POSTECH (mine)"}],
           "corrections": [{"work": "W", "recorded": "LG", "is": "my-lab", "why": "because"}]}"#,
    )
    .unwrap();
    assert_eq!(resolved(&authority, "한국과기원", ""), resolved(&authority, "KAIST", ""));
    assert_eq!(authority.institution("kaist").unwrap().names.short.as_deref(), Some("KAIST-X"));
    let lab = authority.institution("my-lab").unwrap();
    assert_eq!((lab.countries[0].code(), lab.sectors.len()), ("KR", 1));
    assert_eq!(lab.ror.as_deref(), Some("https://ror.org/05apxxy63"));
    assert_eq!(authority.group_of(lab).id, "kaist");
    assert!(matches!(authority.judge("우리 연구실", ""), Verdict::Preferred(one) if one.id == "my-lab"));
    assert!(matches!(authority.judge("LG", "W"), Verdict::Corrected(one, "because", "") if one.id == "my-lab"));
    assert!(matches!(authority.judge("LG", "Volcano 13B"), Verdict::Corrected(one, ..) if one.id == "lg-ai-research"));
}

#[test]
fn a_users_name_without_an_id_completes_who_has_it() {
    let authority = with(
        r#"{"institutions": [{"name": "포항공과대학교", "short_ko": "포공"}, {"name": "New Lab", "variants": ["EPFL"]}]}"#,
    )
    .unwrap();
    let postech = authority.institution("postech").unwrap();
    assert_eq!(postech.names.short_ko.as_deref(), Some("포공"));
    assert_eq!(postech.names.name, "포항공과대학교", "the name that was written is now the preferred one");
    assert_eq!(known(&authority, "Pohang University of Science and Technology").id, "postech");
    // What the user's file claims, nothing below it keeps.
    assert_eq!(known(&authority, "epfl").id, "new-lab");
}

#[test]
fn a_thesaurus_moves_labels() {
    let authority = with(
        "label\treplace by\nDeepMind\tGoogle\ngoogle brain\tGoogle\nfoo\tbar\nbar\tBaz Institute\n\
         Kakao\t\nUC Berkeley\tUC Berkeley\n",
    )
    .unwrap();
    assert_eq!(resolved(&authority, "DeepMind", ""), "Google");
    assert_eq!(resolved(&authority, "딥마인드", ""), "Google", "all spellings of a moved institution");
    assert_eq!(resolved(&authority, "Google Brain", ""), "Google");
    assert_eq!(resolved(&authority, "foo", ""), "Baz Institute", "chains are followed");
    assert_eq!(resolved(&authority, "Bar", ""), "Baz Institute", "but for its case");
    assert_eq!(authority.judge("Kakao", ""), Verdict::Dropped);
    assert_eq!(authority.judge("카카오", ""), Verdict::Dropped);
    assert_eq!(resolved(&authority, "UC Berkeley", ""), "UC Berkeley", "stands for itself");
    let official = "University of California (UC) Berkeley";
    assert_eq!(resolved(&authority, "University of California, Berkeley", ""), official);
    let google = authority.institution("deepmind").unwrap();
    assert_eq!(google.id, "google");
    assert!(google.aliases.iter().any(|alias| alias == "딥마인드"), "it may be asked for by its old name");
    let comma = with("label,replace by\n\"Booz Allen Hamilton, McLean\",Booz Allen Hamilton\n").unwrap();
    assert_eq!(resolved(&comma, "Booz Allen Hamilton, McLean", ""), "Booz Allen Hamilton");
}

#[test]
fn the_order_of_the_rows_of_a_thesaurus_plays_no_part() {
    let rows = ["a&b\tC D", "e\tC-D", "x\ty", "y\tz", "DeepMind\tGoogle", "OpenAI\t"];
    let read = |rows: &[&str]| with(&format!("label\treplace by\n{}\n", rows.join("\n"))).unwrap();
    let forth = read(&rows);
    let back = read(&rows.iter().rev().copied().collect::<Vec<_>>());
    assert_eq!(forth.institutions(), back.institutions());
    for name in ["a&b", "e", "x", "DeepMind", "OpenAI"] {
        assert_eq!(forth.judge(name, ""), back.judge(name, ""), "{name}");
    }
    assert_eq!(resolved(&back, "x", ""), "z");
}

#[test]
fn a_bad_file_gets_one_clear_error() {
    let parents = "{\"institutions\": [{\"id\":\"a\",\"name\":\"A\",\"parent\":\"b\"},\n\
                   {\"id\":\"b\",\"name\":\"B\",\"parent\":\"a\"}]}";
    let orphan = "{\"institutions\": [{\"id\": \"a\", \"name\": \"A\",\n\"parent\": \"nobody\"}]}";
    let claimed =
        "{\"institutions\": [{\"name\": \"A\", \"variants\": [\"가\"]}, {\"name\": \"B\", \"variants\": [\"가\"]}]}";
    for (text, place, word, word_ko) in [
        ("", "mine", "empty", "비어"),
        ("from\tto\na\tb\n", "mine:1:1", "label<TAB>replace by", "label<TAB>replace by"),
        ("label\treplace by\na b\n", "mine:2:1", "2 columns", "2개"),
        ("label,replace by\n\na,b,c\n", "mine:3:1", "quotes", "따옴표"),
        ("label\treplace by\na\tb\nb\tc\nc\ta\n", "mine:4:1", "a → b → c → a", "a → b → c → a"),
        ("label\treplace by\nGoogle\tDeepMind Technologies\nDeepMind\tgoogle\n", "mine:3:1", "circle", "맞물려"),
        ("label\treplace by\na\tb\nA\tc\n", "mine:3:1", "twice", "두 번"),
        (
            "{\"institutions\": [\n {\"id\": \"a\", \"name\": \"가나\" \"b\"}]}",
            "mine:2:27",
            "not readable",
            "읽을 수 없",
        ),
        ("{\"institutions\": [", "mine:1:18", "too early", "중간에"),
        (" [1]", "mine:1:2", "a list", "목록"),
        ("{\"institutions\": [{\"id\": \"a\", \"variant\": []}]}", "mine:1:39", "variant", "variant"),
        (orphan, "mine:2:11", "nobody", "nobody"),
        (parents, "mine:1:25", "lead back", "자기 자신"),
        ("{\"institutions\": [{\"id\": \"zzz\"}]}", "mine:1:26", "no \"name\"", "\"name\"이 없"),
        (claimed, "mine:1:46", "two institutions", "두 기관"),
        ("{\"institutions\": [{\"name\": \"A\", \"countries\": [\"Narnia\"]}]}", "mine:1:47", "not a country", "국가"),
        ("{\"institutions\": [{\"name\": \"A\", \"sectors\": [\"guild\"]}]}", "mine:1:45", "not a sector", "부문"),
        ("{\"corrections\": [{\"work\": \"W\", \"recorded\": \"r\", \"is\": \"q\"}]}", "mine:1:55", "“q”", "‘q’"),
    ] {
        let error = with(text).expect_err(text);
        assert_eq!(error.place(), place, "{text}: {error}");
        assert!(error.text(Language::English).contains(word), "{error}");
        assert!(error.text(Language::Korean).contains(word_ko), "{}", error.text(Language::Korean));
    }
    let latin = Authority::built_in().with_file("mine", b"label\treplace by\n\xE9cole\tx\n").unwrap_err();
    assert_eq!(latin.place(), "mine:2:1");
}

fn read(input: Input, level: Level) -> Loaded {
    load(&[input], &Options { authority: Authority::built_in(), level, ..Options::default() }).unwrap()
}

fn embedded() -> Corpus {
    read(Input::Embedded, Level::Recorded).corpus
}

#[test]
fn the_embedded_set_is_read_with_its_two_corrections() {
    let Loaded { corpus, notices, .. } = read(Input::Embedded, Level::Recorded);
    assert_eq!((corpus.work_count(), corpus.institution_count()), (17, 14));
    let kinds: Vec<Kind> = notices.iter().map(|notice| notice.kind).collect();
    // The table has LG AI Research among the authors of its own model.
    assert_eq!(kinds, [Kind::Corrected, Kind::Corrected, Kind::AuthorIsInstitution], "{notices:#?}");
    assert!(corpus.work_ids().all(|work| !corpus.statements(work).is_empty()));
    let by_group = read(Input::Embedded, Level::Group).corpus;
    assert_eq!(by_group.institution_count(), 14);
    assert!(by_group.institution_by_key("lg").is_some() && by_group.institution_by_key("lg-ai-research").is_none());
}

#[test]
fn the_epoch_table_is_read_with_the_authority() {
    let Some(path) = table() else { return };
    let recorded = read(Input::Path(path.clone()), Level::Recorded);
    assert_eq!((recorded.corpus.work_count(), recorded.corpus.institution_count()), (914, 341));
    let count = |kind: Kind| recorded.notices.iter().filter(|notice| notice.kind == kind).count();
    // Names that the registry writes otherwise are told, each time.
    assert_eq!((count(Kind::Corrected), count(Kind::VariantMerged)), (2, 13));
    let works = |corpus: &Corpus, key: &str| corpus.works_of(corpus.institution_by_key(key).unwrap()).len();
    let group = read(Input::Path(path), Level::Group).corpus;
    // Rows with at least one name of the family.
    for (family, rows) in [
        ("google", 206),
        ("meta", 82),
        ("microsoft", 45),
        ("naver", 4),
        ("lg", 3),
        ("samsung", 3),
        ("ibm", 15),
        ("salesforce", 15),
        ("alibaba", 16),
        ("baidu", 10),
        ("huawei", 3),
    ] {
        assert_eq!(works(&group, family), rows, "{family}");
    }
    assert_eq!(works(&recorded.corpus, "google"), 95);
}

/// A corpus of plain names: institutions, works.
fn plain(institutions: &[&str], works: &[&str]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    for name in institutions {
        builder.institution(Institution { names: Names::plain(name), ..Institution::default() });
    }
    for name in works {
        builder.work(&WorkFacts { name, ..WorkFacts::default() });
    }
    builder.finish()
}

fn keys(corpus: &Corpus, entities: &[NamedEntity]) -> Vec<String> {
    entities.iter().map(|entity| entity.key(corpus)).collect()
}

#[test]
fn one_institution_by_any_of_its_names() {
    let corpus = embedded();
    for (query, id) in [
        ("KAIST", "kaist"),
        ("kaist", "kaist"),
        ("ＫＡＩＳＴ", "kaist"),
        (" K.A.I.S.T. ", "kaist"),
        ("카이스트", "kaist"),
        ("\u{110f}\u{1161}\u{110b}\u{1175}\u{1109}\u{1173}\u{1110}\u{1173}", "kaist"),
        ("한국과학기술원", "kaist"),
        ("한국 과학 기술원", "kaist"),
        ("Korea Advanced Institute of Science and Technology", "kaist"),
        ("ㅋㅇㅅㅌ", "kaist"),
        ("05apxxy63", "kaist"),
        ("https://ror.org/05APXXY63", "kaist"),
        ("id:kaist", "kaist"),
        ("서울대", "snu"),
        ("SNU", "snu"),
        ("ㅅㅇㄷㅎㄱ", "snu"),
        ("고려대", "korea-university"),
        ("lg ai 연구원", "lg-ai-research"),
        ("LG-AI-research", "lg-ai-research"),
        ("뮌헨공대", "tum"),
        ("Technische Universitat Munchen", "tum"),
        ("Ecole polytechnique federale de lausanne", "epfl"),
        ("구글", "google"),
    ] {
        match find(&corpus, query) {
            Lookup::Unique(entity @ NamedEntity::Institution(_)) => assert_eq!(entity.key(&corpus), id, "{query}"),
            other => panic!("{query}: {other:?}"),
        }
        assert_eq!(find(&corpus, query), find_institution(&corpus, query), "{query}");
    }
}

#[test]
fn one_work_by_any_of_its_names() {
    let corpus = embedded();
    for (query, key) in [
        ("StarGAN v2", "stargan-v2"),
        ("stargan-v2", "stargan-v2"),
        ("스타갠 v2", "stargan-v2"),
        ("엑사원 3.5", "exaone-3-5-32b"),
        ("ㅇㅅㅇㄷ", "exaone-deep-32b"),
        ("하이퍼클로바", "hyperclova-204b"),
        ("DiT-XL/2 + Discriminator Guidance", "dit-xl-2-discriminator-guidance"),
        ("volcano", "volcano-13b"),
    ] {
        match find(&corpus, query) {
            Lookup::Unique(entity @ NamedEntity::Work(_)) => assert_eq!(entity.key(&corpus), key, "{query}"),
            other => panic!("{query}: {other:?}"),
        }
        assert_eq!(find(&corpus, query), find_work(&corpus, query), "{query}");
        assert!(matches!(find_institution(&corpus, query), Lookup::NotFound(_)), "{query}");
    }
}

#[test]
fn a_miss_lists_the_nearest_first() {
    let corpus = embedded();
    for (query, nearest) in [
        ("서을대학교", "snu"),
        ("네이바", "naver"),
        ("KAIZT", "kaist"),
        ("연새대", "yonsei-university"),
        ("Oak Rigde National Labratory", "ornl"),
        ("하이퍼클로버", "hyperclova-204b"),
        ("ㅋㅇㅅ", "kaist"),
        ("Lausanne", "epfl"),
        ("Google Brain", "google"),
        ("HyperCLOVA X", "hyperclova-204b"),
    ] {
        let Lookup::NotFound(candidates) = find(&corpus, query) else { panic!("{query}") };
        assert!(candidates.len() <= MAX_CANDIDATES);
        assert_eq!(candidates.first().map(|one| one.key(&corpus)).as_deref(), Some(nearest), "{query}");
    }
    for query in ["", "***", "zzzzqqqq", "ㅎㅎㅎㅎ", "id:", "id:nobody"] {
        assert_eq!(find(&corpus, query), Lookup::NotFound(Vec::new()), "{query}");
    }
}

#[test]
fn an_ambiguous_name_lists_its_candidates() {
    let corpus = plain(
        &["Northeastern University", "northeastern university", "Runway", "서울대학교", "수원대학교", "X"],
        &["Runway", "SigLIP", "SIGLIP", "***"],
    );
    let ambiguous = |query: &str| match find(&corpus, query) {
        Lookup::Ambiguous(candidates) => keys(&corpus, &candidates),
        other => panic!("{query}: {other:?}"),
    };
    assert_eq!(ambiguous("NORTHEASTERN UNIVERSITY"), ["northeastern-university", "northeastern-university-2"]);
    assert_eq!(ambiguous("runway"), ["runway", "runway"]);
    assert_eq!(ambiguous("ㅅㅇㄷㅎㄱ"), ["서울대학교", "수원대학교"]);
    assert_eq!(ambiguous("SigLIP"), ["siglip", "siglip--2"]);
    assert!(matches!(find_institution(&corpus, "runway"), Lookup::Unique(NamedEntity::Institution(_))));
    assert!(matches!(find_work(&corpus, "runway"), Lookup::Unique(NamedEntity::Work(_))));
    // The identifier tells apart what the name does not.
    for key in ["siglip", "siglip--2"] {
        let Lookup::Unique(entity) = find(&corpus, &format!("id:{key}")) else { panic!("{key}") };
        assert_eq!(entity.key(&corpus), key);
    }
    assert!(matches!(find(&corpus, "siglip--2"), Lookup::Unique(NamedEntity::Work(_))));
    assert!(matches!(find(&corpus, "***"), Lookup::Unique(NamedEntity::Work(_))), "and not the institution X");
}

#[test]
fn half_a_name_shared_by_two_is_no_answer() {
    let authority = Authority::built_in();
    let mut builder = CorpusBuilder::new();
    for id in ["eth-zurich", "epfl"] {
        builder.institution(authority.institution(id).unwrap().clone());
    }
    let corpus = builder.finish();
    let Lookup::Ambiguous(two) = find(&corpus, "Swiss Federal Institute of Technology") else { panic!() };
    assert_eq!(keys(&corpus, &two), ["epfl", "eth-zurich"]);
    assert!(matches!(find(&corpus, "Swiss Federal"), Lookup::NotFound(two) if two.len() == 2));
}

#[test]
fn the_paper_trail_names_the_rule_that_held() {
    let names = ["카이스트", "KAIST", "MIT", "Naver", "네이버", "Seoul National University (SNU)", "지스트"];
    let table: String = names.iter().enumerate().map(|(at, name)| format!("W{at},{name}\n")).collect();
    let input = Input::Bytes { name: "t.csv".to_owned(), bytes: format!("Model,Organization\n{table}").into_bytes() };
    let loaded = read(input, Level::Recorded);
    let rule = |name: &str| {
        let merge = loaded.merges.iter().find(|merge| merge.recorded == name).unwrap_or_else(|| panic!("{name}"));
        merge.rules.iter().map(|rule| rule.key()).collect::<Vec<_>>()
    };
    for (name, wanted) in [
        ("카이스트", "name"),
        ("KAIST", "name"),
        ("MIT", "name"),
        ("지스트", "name"),
        ("네이버", "name"),
        ("Naver", "case"),
        ("Seoul National University (SNU)", "variant"),
    ] {
        assert_eq!(rule(name), [wanted], "{name}");
    }
}

#[test]
fn two_declared_institutions_stay_two_whatever_they_are_called() {
    let text = r#"{"collabgraph": 1,
      "institutions": [{"id": "a", "name": "Seoul National University"}, {"id": "b", "name": "Seoul National University"}],
      "works": [{"name": "A", "institutions": ["a", "b"]}]}"#;
    let loaded = read(Input::Bytes { name: "t.json".to_owned(), bytes: text.as_bytes().to_vec() }, Level::Recorded);
    assert_eq!(loaded.corpus.institution_count(), 2);
}

#[test]
fn laboratories_of_2026_and_parents_are_known() {
    let authority = Authority::built_in();
    let of = |name: &str| match authority.judge(name, "") {
        Verdict::Preferred(one) | Verdict::Variant(one) => Some(one.id.clone()),
        _ => None,
    };
    for (name, id) in [
        ("MiniMax", "minimax"),
        ("Xiaomi", "xiaomi"),
        ("Meituan", "meituan"),
        ("美团", "meituan"),
        ("Thinking Machines Lab", "thinking-machines-lab"),
        ("Cursor", "anysphere"),
        ("Anysphere", "anysphere"),
        ("Cognition AI", "cognition"),
        ("零一万物", "01-ai"),
        ("Cohere For AI", "cohere-for-ai"),
    ] {
        assert_eq!(of(name).as_deref(), Some(id), "{name}");
    }
    // A maker of computers had this name, too.
    assert_eq!(of("Thinking Machines"), None);
    for (child, parent) in [
        ("cohere-for-ai", "cohere"),
        ("jd-explore-academy", "jd-com"),
        ("cuhk-shenzhen", "chinese-university-of-hong-kong"),
        ("isomorphic-labs", "google"),
    ] {
        assert_eq!(authority.institution(child).and_then(|one| one.parent.as_deref()), Some(parent), "{child}");
    }
}
