//! Exports of bibliographic databases: each read to its right works, dates, institutions and countries; each fault told; one
//! work of several sources once.

use crate::support::tables;
use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::dataset::{Loaded, load};
use collabgraph::ingest::Options;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::notice::Kind;
use collabgraph::ingest::options::{Excluded, GroupBy};
use collabgraph::names::authority::Authority;
use std::path::Path;

fn export(file: &str) -> Input {
    Input::Path(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports").join(file))
}

fn read(inputs: &[Input]) -> Loaded {
    load(inputs, &Options::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// `name | date | institution country, …` of every work, in the order of the corpus.
fn works(corpus: &Corpus) -> Vec<String> {
    let institution = |id| {
        let institution = corpus.institution(id);
        let country = institution.country().map(|country| format!(" {}", country.code())).unwrap_or_default();
        format!("{}{country}", institution.names.name)
    };
    let work = |id| {
        let work = corpus.work(id);
        let date = work.date.map(|date| date.to_string()).unwrap_or_default();
        let mut names: Vec<String> = corpus.institutions_of(id).iter().map(|&id| institution(id)).collect();
        names.sort();
        format!("{} | {date} | {}", corpus.work_name(id), names.join(", "))
    };
    corpus.work_ids().map(work).collect()
}

/// Each export of `tests/fixtures/exports` with its right reading.
const RIGHT: &[(&str, &[&str])] = &[
    (
        "scopus-2023.csv",
        &[
            "Gamma | 2022 | ",
            "Beta & more | 2023 | Eastport University JP",
            "Alpha | 2024 | Northfield University KR, Southgate Labs US",
        ],
    ),
    (
        "scopus-2021.csv",
        &["Beta | 2020 | Southgate Labs Inc US", "Alpha | 2021 | Northfield University KR, Southgate Labs Inc US"],
    ),
    ("scopus-2016.csv", &["Alpha | 2016 | Northfield University KR, Southgate Labs US"]),
    ("scopus-zh.csv", &["Alpha | 2022 | Northfield University KR, Southgate Labs US"]),
    ("scopus.bib", &["Alpha | 2020 | Northfield University KR, Southgate Labs US"]),
    (
        "pybliometrics.csv",
        &[
            "Beta | 2019-01-01 | Northfield University KR",
            "Alpha | 2020-03-05 | Northfield University KR, Southgate Labs US",
        ],
    ),
    (
        "wos.txt",
        &[
            "Gamma | 2021 | University of Calder Eastbay US",
            "Delta | 2021-04 | Westmere Inst Technol CN",
            "Beta | 2022 | Northfield National University (NNU) KR, Univ Eastport JP",
            "Alpha of a long name | 2023-03-15 | Northfield National University (NNU) KR, Southgate Labs Inc US",
        ],
    ),
    (
        "wos-tab.txt",
        &[
            "Alpha \"quoted | 2020-03 | Northfield University KR, Southgate Labs US",
            "Beta | 2021 | Northfield University KR, University of Eastport JP",
        ],
    ),
    ("wos-excel.csv", &["Alpha | 2023-03 | Northfield University KR, Southgate Labs US"]),
    ("wos-2016.bib", &["Alpha of older exports | 2016-03 | Northfield Univ KR, Southgate Labs Inc US"]),
    (
        "patents-google.csv",
        &[
            "Alpha engine | 2020-03-10 | Northfield Motors Inc., Southgate University",
            "Beta engine | 2021-03-10 | Westmere Labs, LLC",
            "Gamma engine | 2021-05-10 | ",
        ],
    ),
    (
        "patents-lens.csv",
        &[
            "Alpha engine | 2011-08-04 | NORTHFIELD MOTORS INC, SOUTHGATE UNIVERSITY",
            "Beta engine | 2012-08-04 | ",
            "Gamma engine | 2013-08-04 | SOUTHGATE UNIVERSITY, WESTMERE LABS LLC",
        ],
    ),
    (
        "patents-espacenet.csv",
        &[
            "Alpha engine | 2020-03-10 | NORTHFIELD MOTORS INC US",
            "Beta engine | 2021-03-10 | SOUTHGATE UNIVERSITY US, WESTMERE LABS KR",
        ],
    ),
    ("wos.bib", &["Alpha of a long name | 2023-03 | Northfield Univ KR, Southgate Labs US"]),
    (
        "dimensions.csv",
        &[
            "Gamma | 2019 | ",
            "Alpha | 2020-05-01 | Eastport (Japan) JP, Northfield University KR, Southgate Labs US",
            "Beta | 2021-01 | Northfield University KR",
        ],
    ),
    (
        "pubmed.nbib",
        &[
            "Beta | 2020 | Eastport University JP, Southgate Hospital US",
            "Alpha of a long name | 2021-01-03 | Northfield University KR, Southgate Hospital US",
        ],
    ),
    ("pubmed.xml", &["Alpha | 2021-01-03 | Northfield University KR"]),
    (
        "records.ris",
        &[
            "Beta | 2014 | Eastport University JP, Southgate Labs US",
            "Alpha | 2022-03-01 | Northfield University KR, Southgate Labs US",
        ],
    ),
    ("records.bib", &["Alpha of Université | 2020-03 | Northfield University KR, Southgate Labs US", "Beta | 2021 | "]),
    ("endnote.enw", &["Alpha | 2020-03-05 | Northfield University KR, Southgate Labs US", "Beta | 2021 | "]),
    ("endnote.xml", &["Alpha | 2020 | Northfield University KR, Southgate Labs US"]),
    ("openalex-2024.csv", &["Alpha | 2020-05-01 | King's Hospital US, Northfield University"]),
    (
        "openalex-2025.csv",
        &[
            "Alpha | 2020-05-01 | Northfield University, Southgate Labs",
            "Beta | 2021-01-01 | Lake | Hill Institute, Northfield University",
            "Front matter | 2021-02-01 | ",
        ],
    ),
    ("openalex-2026.csv", &["Alpha | 2020 | Northfield University, Southgate Labs"]),
    ("ieee.csv", &["Beta | 2020 | Eastport University JP, Southgate Labs", "Alpha | 2021 | Northfield Univ KR"]),
    ("crossref.json", &["Alpha | 2020-03 | Northfield University KR, Southgate Labs US", "Beta | 2021-02-03 | "]),
    ("semantic-scholar.json", &["Alpha | 2020-04-05 | Northfield University", "Beta | 2021 | "]),
    ("datacite.json", &["Alpha | 2022-05 | Northfield University, Southgate Labs US"]),
    ("openaire.json", &["Alpha | 2020-05-01 | Northfield University, Southgate Labs"]),
    ("europe-pmc.json", &["Alpha | 2021-02-03 | Northfield University KR, Southgate Hospital US"]),
    ("lens.json", &["Alpha | 2021-02-03 | Northfield University KR, Southgate Labs US"]),
    ("kci.csv", &["베타 | 2020 | 동항대학교", "알파 | 2021-03 | 남문연구소, 북들대학교"]),
    ("kci-oai.xml", &["알파 | 2021-03 | 남문연구소, 북들대학교"]),
    ("ntis.csv", &["알파 과제 | 2022 | 남문연구소", "알파 과제 | 2023 | 남문연구소, 북들대학교, 서문테크"]),
];

#[test]
fn every_export_is_read_to_its_works_dates_institutions_and_countries() {
    let mut wrong = Vec::new();
    for (file, right) in RIGHT {
        let found = works(&read(&[export(file)]).corpus);
        if found != *right {
            wrong.push(format!("{file}:\n  found {found:#?}\n  right {right:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(RIGHT.iter().any(|(file, _)| *file == name), "{name} has no right reading");
    }
}

#[test]
fn one_notice_tells_what_each_export_was_and_what_was_read() {
    for (file, format) in [
        ("scopus-2023.csv", "Scopus CSV (2023+)"),
        ("scopus-2021.csv", "Scopus CSV (2020–2022)"),
        ("scopus-2016.csv", "Scopus CSV (–2019)"),
        ("wos.txt", "Web of Science (C1 + C3)"),
        ("wos-tab.txt", "Web of Science (tab-delimited)"),
        ("records.ris", "RIS"),
        ("openalex-2026.csv", "OpenAlex CSV (2026)"),
        ("crossref.json", "Crossref JSON"),
    ] {
        let loaded = read(&[export(file)]);
        let told: Vec<String> = loaded
            .notices
            .iter()
            .filter(|one| one.kind == Kind::FormatRead)
            .map(|one| one.text(Language::English))
            .collect();
        assert_eq!(told.len(), 1, "{file}");
        assert!(told[0].contains(format) && told[0].contains("read"), "{file}: {}", told[0]);
    }
    let told = |file: &str| {
        let loaded = read(&[export(file)]);
        loaded.notices.iter().map(|one| one.text(Language::English)).collect::<Vec<_>>().join("\n")
    };
    assert!(told("scopus-2021.csv").contains("1 shifted row put right"));
    assert!(told("scopus-2023.csv").contains("1 of them without any institution"));
    assert!(told("semantic-scholar.json").contains("the authors' own profiles"));
    assert!(told("wos.txt").contains("beside a part of itself"));
}

#[test]
fn a_work_of_several_sources_counts_once_whatever_its_format() {
    let sources = ["scopus-2023.csv", "wos.txt", "crossref.json", "records.ris", "pubmed.nbib"];
    let loaded = read(&sources.map(export));
    // 10.5555/alpha is in Scopus, the Web of Science, RIS and PubMed, in different case and ways of writing.
    let alphas = works(&loaded.corpus).into_iter().filter(|work| work.starts_with("Alpha")).count();
    assert_eq!(alphas, 2, "{:#?}", works(&loaded.corpus));
    let merged =
        loaded.notices.iter().filter(|one| one.text(Language::English).contains("one work, counted once")).count();
    assert_eq!(merged, 3, "{:#?}", loaded.notices);
    let id = loaded.corpus.work_ids().find(|&id| loaded.corpus.work_name(id) == "Alpha");
    assert!(id.is_some());
    // Nothing is joined where the user says so.
    let options = Options { group_by: GroupBy::Never, ..Options::default() };
    let apart = load(&sources.map(export), &options).unwrap().corpus;
    assert_eq!(apart.work_count(), loaded.corpus.work_count() + 3);
}

#[test]
fn records_of_one_doi_and_other_titles_are_works_of_their_own() {
    let record = |title: &str, doi: &str, eid: u8| {
        format!("{title},2020,{doi},\"Northfield University, Seoul, South Korea\",2-s2.0-{eid}\n")
    };
    let text = [
        "Title,Year,DOI,Affiliations,EID\n".to_owned(),
        record("Harbours of the northern coast", "10.5555/book", 1),
        record("Letters about winter farming", "10.5555/book", 2),
        record("Harbours of the Northern Coast: a survey", "10.5555/book", 3),
    ]
    .concat();
    let loaded = read(&[Input::bytes("scopus.csv", text)]);
    assert_eq!(loaded.corpus.work_count(), 2, "{:#?}", works(&loaded.corpus));
    let told =
        loaded.notices.iter().any(|one| one.text(Language::English).contains("1 record has the DOI of another one"));
    assert!(told, "{:#?}", loaded.notices);
}

#[test]
fn a_name_of_several_countries_is_that_of_the_country_of_its_address() {
    let row = |number: u8, address: &str| format!("W{number},2020,\"{address}\",2-s2.0-{number}\n");
    let text = [
        "Title,Year,Affiliations,EID\n".to_owned(),
        row(1, "Department of Physics, Northeastern University, Boston, MA, United States"),
        row(2, "College of Engineering, Northeastern University, Shenyang, China"),
        row(3, "Northeastern University, Shenyang, China; Northeastern University, Boston, MA, United States"),
    ]
    .concat();
    let options = Options { authority: Authority::built_in(), ..Options::default() };
    let loaded = load(&[Input::bytes("scopus.csv", text)], &options).unwrap();
    let institutions: Vec<String> =
        works(&loaded.corpus).iter().filter_map(|line| line.rsplit(" | ").next().map(str::to_owned)).collect();
    assert_eq!(
        institutions,
        [
            "Northeastern University US",
            "Northeastern University (China) CN",
            "Northeastern University (China) CN, Northeastern University US"
        ]
    );
}

#[test]
fn one_title_and_year_in_two_sources_is_a_suggestion() {
    let one =
        Input::bytes("a.ris", "TY  - JOUR\nTI  - A study of things\nPY  - 2020\nAD  - Univ A, Seoul, Korea\nER  - \n");
    let other = Input::bytes("b.enw", "%0 Journal Article\n%T A Study of Things.\n%D 2020\n%+ Univ B, Seoul, Korea\n");
    let loaded = read(&[one, other]);
    assert_eq!(loaded.corpus.work_count(), 2);
    let told: Vec<String> = loaded
        .notices
        .iter()
        .filter(|one| one.kind == Kind::PossibleDuplicate)
        .map(|one| one.text(Language::English))
        .collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("a.ris, line 1") && told[0].contains("2020"), "{}", told[0]);
}

#[test]
fn other_names_of_another_source_are_no_partners() {
    let scopus = Input::bytes(
        "scopus.csv",
        "Title,Year,DOI,Affiliations,EID\nAlpha,2020,10.5555/a,\"Northfield Univ, Seoul, South Korea\",2-s2.0-1\n",
    );
    let openalex = Input::bytes(
        "works.csv",
        "Work ID,Title,DOI,Year,Institution,Institution IDs\nW1,Alpha,10.5555/A,2020,University of Northfield,I1\n",
    );
    let loaded = read(&[scopus, openalex]);
    assert_eq!(works(&loaded.corpus), ["Alpha | 2020 | University of Northfield"]);
    assert!(
        loaded.notices.iter().any(|one| one.text(Language::English).contains("Northfield Univ of “Alpha” not added"))
    );
    assert!(!loaded.omissions.is_empty());
}

#[test]
fn retracted_works_and_paratext_are_told_and_left_out_where_asked() {
    let loaded = read(&[export("openalex-2025.csv")]);
    let told = |loaded: &Loaded| {
        let standing = loaded.notices.iter().filter(|one| one.kind == Kind::Standing);
        standing.map(|one| one.text(Language::English)).collect::<Vec<_>>()
    };
    assert_eq!((loaded.corpus.work_count(), told(&loaded).len()), (3, 2));
    let options = Options { exclude: Excluded { retracted: true, paratext: true }, ..Options::default() };
    let left = load(&[export("openalex-2025.csv")], &options).unwrap();
    assert_eq!(works(&left.corpus).len(), 1);
    assert!(told(&left).iter().all(|one| one.contains("left out")), "{:?}", told(&left));
}

#[test]
fn exports_without_institutions_are_refused_by_their_names() {
    let refused = |name: &str, text: &str| {
        load(&[Input::bytes(name, text)], &Options::default()).unwrap_err().text(Language::English)
    };
    for (text, says) in [
        ("TY  - JOUR\nTI  - Alpha\nER  - \n", "RIS"),
        ("@article{k, title={Alpha}, address={New York}, institution={X}}\n", "BibTeX"),
        ("PMID- 1\nTI  - Alpha\n", "PubMed"),
        ("%0 Journal Article\n%T Alpha\n", "EndNote"),
        ("\"Lens ID\",\"Title\",\"Author/s\"\n\"1\",\"Alpha\",\"A\"\n", "Lens CSV"),
        ("Item Title,Publication Title,Item DOI,Authors\nAlpha,J,10.5/a,AB\n", "Springer CSV"),
        ("PMID,Title,Authors,Citation,First Author\n1,Alpha,A,x,A\n", "PubMed CSV"),
        ("Record #1 of 1\nID: CN-1\nAU: Yun A\nTI: Alpha\n", "Cochrane"),
        ("PT\tTI\tPY\tUT\nJ\tAlpha\t2020\tWOS:1\n", "Web of Science"),
        (
            "{\"message-type\":\"work-list\",\"message\":{\"items\":[{\"DOI\":\"10.5/a\",\"title\":[\"A\"]}]}}",
            "Crossref JSON",
        ),
        ("{\"data\":[{\"paperId\":\"p\",\"title\":\"A\",\"authors\":[]}]}", "Semantic Scholar JSON"),
    ] {
        let message = refused("x", text);
        assert!(message.contains(says) && message.contains("institution"), "{text}: {message}");
    }
    // The user's word on columns counts more.
    let lens = Input::bytes("lens.csv", "\"Lens ID\",\"Title\",\"Author/s\"\n\"1\",\"Alpha\",\"A B; C D\"\n");
    let columns = collabgraph::ingest::columns::ColumnMap::parse("work=Title,institutions=Author/s").unwrap();
    let options = Options { columns: Some(columns), ..Options::default() };
    assert_eq!(load(&[lens], &options).unwrap().corpus.institution_count(), 2);
}

#[test]
fn faults_of_tagged_records_are_told_where_they_are() {
    let refused = |text: &str| load(&[Input::bytes("x", text)], &Options::default()).unwrap_err();
    let error = refused("TY  - JOUR\nTI  - A\nER  - \nTI  - B\nAD  - Univ A\nER  - \n");
    assert_eq!((error.line, error.text(Language::English).contains("outside of a record")), (Some(4), true), "{error}");
    let error = refused("PT J\nTI A\nC1 Univ A, Seoul, South Korea.\nER\n\nPT J\nTI B\nC1 Univ");
    assert_eq!((error.line, error.text(Language::English).contains("cut off")), (Some(6), true), "{error}");
    let error = refused("@article{a, title={A}, affiliation={Univ A}}\n@article{b, title={B\n");
    assert_eq!((error.line, error.text(Language::English).contains("BibTeX")), (Some(2), true), "{error}");
    let error = refused("@article{a, title}\n");
    assert_eq!(error.line, Some(1), "{error}");
    let error =
        refused("{\"message-type\":\"work-list\",\"message\":{\"items\":[{\"DOI\":\"10.5/a\",\"title\":[\"A\"]},");
    assert!(error.text(Language::English).contains("cut off"), "{error}");
    let error =
        refused("{\"data\":[{\"paperId\":\"p\",\"title\":\"A\",\"authors\":[{\"affiliations\":[\"X\"]}]},{\"y\":1}]}");
    assert!(error.text(Language::English).contains("no record of Semantic Scholar"), "{error}");
}

#[test]
fn exports_are_known_by_what_they_hold_and_not_by_their_names() {
    let text =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports/records.ris"));
    let loaded = read(&[Input::bytes("x.csv", text.unwrap())]);
    assert_eq!(loaded.corpus.work_count(), 2);
    // The shared table is none of them.
    if let Some(path) = tables::shared("datasets/korea-17-models.csv") {
        let loaded = read(&[Input::Path(path)]);
        assert!(loaded.notices.iter().all(|one| !one.text(Language::English).contains("this is")));
    }
}

/// The institutions of the works of a text.
fn institutions(name: &str, text: &str) -> Vec<String> {
    works(&read(&[Input::bytes(name, text)]).corpus)
        .into_iter()
        .map(|line| line.rsplit(" | ").next().unwrap_or("").to_owned())
        .collect()
}

#[test]
fn initials_and_what_is_left_over_are_the_standardised_names() {
    let record = |number: u8, addresses: &str, names: &str| {
        format!("PT J\nTI Work {number}\nC1 {addresses}\nC3 {names}\nPY 202{number}\nUT WOS:{number}\nER\n\n")
    };
    let text = [
        "FN Clarivate Analytics Web of Science\nVR 1.0\n".to_owned(),
        record(1, "[Yun, A] NKU, Dept Phys, Seoul, South Korea.", "North Korea University"),
        record(
            2,
            "[Yun, A] Scuola Tecn Alpina, Torino, Italy.\n   [Roe, B] NKU, Seoul, South Korea.",
            "North Korea University; Alpine School of Engineering",
        ),
        record(
            3,
            "[Yun, A] Scuola Tecn Alpina, Torino, Italy.\n   [Roe, B] Southgate Labs, Boston, MA USA.",
            "Alpine School of Engineering",
        ),
        record(
            4,
            "[Yun, A] Open Univ, Bergen, Norway.\n   [Roe, B] Southgate Univ, Southgate Med Ctr, Boston, MA USA.",
            "Southgate University; Southgate Medical Center",
        ),
    ]
    .concat();
    let found = institutions("savedrecs.txt", &text);
    assert_eq!(found[0], "North Korea University KR");
    assert_eq!(found[1], "Alpine School of Engineering IT, North Korea University KR");
    assert_eq!(found[2], "Alpine School of Engineering IT, Southgate Labs US");
    // What stands in an address that is known is not left over.
    assert!(found[3].contains("Open Univ NO") && found[3].contains("Southgate Medical Center"), "{}", found[3]);
}

#[test]
fn a_placeholder_identifies_no_work() {
    let text = "TI\tAU\tC1\tPY\tUT\tPM\nOne\tYun, A\tNorthfield Univ, Seoul, South Korea\t2020\tWOS:1\tNA\n\
                Two\tRoe, B\tSouthgate Labs, Boston, MA USA\t2021\tWOS:2\tNA\n";
    assert_eq!(read(&[Input::bytes("savedrecs.txt", text)]).corpus.work_count(), 2);
}

#[test]
fn escaped_braces_may_be_wrapped_over_lines() {
    let entry = "@article{ WOS:1,\nAuthor = {Yun, Ara},\nTitle = {Alpha},\nAbstract = {a \\begin\\{document\\\n   \\} b},\n\
                 Affiliation = {Yun, Ara, Northfield Univ, Seoul, South Korea.},\nYear = {2020},\nUnique-ID = {WOS:1},\n}\n";
    let single = entry.replace("document\\\n   \\} b", "document b");
    for text in [entry, &single, &entry.replace("document\\\n   \\} b", "x\\} b")] {
        assert_eq!(institutions("x.bib", text), ["Northfield Univ KR"], "{text}");
    }
}

#[test]
fn the_delimiter_that_is_given_holds_for_exports() {
    let text = "Title;Year;Affiliations;EID\nAlpha, beta, gamma, delta;2020;Northfield University, Seoul, South Korea;2-s2.0-1\n";
    let options = Options { delimiter: Some(b';'), ..Options::default() };
    let loaded = load(&[Input::bytes("scopus.csv", text)], &options).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(works(&loaded.corpus), ["Alpha, beta, gamma, delta | 2020 | Northfield University KR"]);
}

#[test]
fn names_of_fields_may_hold_blanks_of_all_kinds() {
    for name in ["funding_text 1", "funding_text\u{a0}1", "Funding.Text.1"] {
        let text = format!(
            "@ARTICLE{{Yun2020,\ntitle={{Alpha}},\n{name}={{Supported, in part}},\nyear={{2020}},\n\
             affiliation={{Northfield University, Seoul, South Korea}},\nsource={{Scopus}},\n}}\n"
        );
        assert_eq!(institutions("x.bib", &text), ["Northfield University KR"], "{name}");
    }
}

#[test]
fn tables_of_r_say_na_where_they_have_nothing() {
    let text = "\"TI\";\"PY\";\"DI\";\"C1\";\"C3\";\"UT\"\n\
                ALPHA;2020;NA;NORTHFIELD UNIV, DEPT PHYS, SEOUL, SOUTH KOREA.;NORTHFIELD UNIVERSITY;WOS:1\n\
                BETA;2021;NA;SOUTHGATE LABS, BOSTON, MA USA.;NA;WOS:2\n\
                GAMMA;NA;NA;COLLEGE OF ELECTRONICS, NORTHFIELD LAKE UNIVERSITY, HUBEI, CHINA;NA;NA\n";
    let found = works(&read(&[Input::bytes("merged.csv", text)]).corpus);
    let named: Vec<&str> = found.iter().map(|work| work.split('|').next_back().unwrap().trim()).collect();
    assert_eq!(named, ["NORTHFIELD UNIVERSITY KR", "SOUTHGATE LABS US", "NORTHFIELD LAKE UNIVERSITY CN"], "{found:?}");
}
