//! What is printed of claims, sources and languages.

use crate::support::command::Folder;
use crate::support::tables;
use std::path::PathBuf;

/// A column header of Epoch's notable models, as of 2025.
const EPOCH_HEADER: &str = "Model,Organization,Publication date,Domain,Reference,Link,Organization categorization,Country (from Organization),\
Notability criteria,Citations,Authors,Model accessibility";

/// Another edition: NAVER alone has two, KAIST and NAVER three, LG three alone, Europe's are not those of France.
fn other_edition() -> String {
    let rows = [
        "HyperCLOVA X,NAVER,2023-08-24",
        "HyperCLOVA 204B,NAVER,2021-09-10",
        "Discriminator Guidance,\"KAIST,NAVER\",2022-11-28",
        "DiT-XL/2 + Discriminator Guidance,\"KAIST,NAVER\",2022-11-28",
        "Third,\"KAIST,NAVER\",2023-01-02",
        "EXAONE 3.5 32B,LG AI Research,2024-12-09",
        "EXAONE Deep 32B,LG AI Research,2025-03-16",
        "EXAONE 4.0 32B,LG AI Research,2025-07-15",
        "Mistral Large,Mistral AI,2024-02-26",
    ];
    let row = |row: &str| format!("{row},Language,Title,,Industry,Korea (Republic of),SOTA improvement,,,Unreleased\n");
    format!("{EPOCH_HEADER}\n{}", rows.map(row).concat())
}

fn shared(name: &str) -> Option<PathBuf> {
    tables::shared(&format!("datasets/{name}"))
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn hangul(text: &str) -> bool {
    text.chars().any(|letter| ('가'..='힣').contains(&letter))
}

/// Notes that speak of one table of April 2025.
const NOTES: [&str; 9] = [
    "is the only one of NAVER alone",
    "by rows NAVER has four",
    "Both EXAONE models are listed",
    "One paper in two rows",
    "One paper in three rows",
    "it has three",
    "Three of them are of France",
    "first appeared in November 2015",
    "two separate models",
];

#[test]
fn a_note_on_a_claim_is_told_where_the_data_say_so() {
    let folder = Folder::with(&[("t.csv", &other_edition())]);
    let own = joined(&folder.run(&["check", "article", "--lang", "en", "--format", "json"]).out);
    for note in NOTES.iter().filter(|note| !note.contains("France")) {
        assert!(own.contains(note), "{note}: {own}");
    }
    for format in ["text", "json", "csv", "md"] {
        let ran = folder.run(&["check", "article", "--data", "t.csv", "--lang", "en", "--format", format]);
        let said = joined(&ran.out);
        assert!(!said.is_empty(), "{ran:?}");
        for note in NOTES {
            assert!(!said.contains(note), "{format}: {note}");
        }
    }
    let korean = folder.run(&["check", "article", "--data", "t.csv", "--lang", "ko", "--format", "json"]).out;
    for note in ["네이버 단독으로 등재된 것은", "행으로 세면", "논문 하나가", "3개는 프랑스"]
    {
        assert!(!korean.contains(note), "{note}");
    }
}

#[test]
fn each_note_goes_with_the_fact_it_rests_on() {
    let wanted = |lines: &str, note: &str| {
        let folder = Folder::with(&[("t.csv", lines)]);
        let ran = folder.run(&["check", "article", "--data", "t.csv", "--lang", "en", "--format", "json"]);
        joined(&ran.out).contains(note)
    };
    let alone =
        "Model,Organization,Publication date,Notability criteria\nHyperCLOVA 204B,NAVER,2021-09-10,Highly cited\n";
    assert!(wanted(alone, "is the only one of NAVER alone"));
    assert!(!wanted(&format!("{alone}Papago,NAVER,2016-08-01,Highly cited\n"), "is the only one of NAVER alone"));
    let samsung = "Model,Organization\nA,NAVER\nB,NAVER\nC,NAVER\nD,NAVER\nE,Samsung\nF,Samsung\n";
    assert!(wanted(samsung, "by rows NAVER has four, Samsung two"));
    assert!(!wanted(&format!("{samsung}G,Samsung\n"), "by rows NAVER has four"));
}

#[test]
fn a_report_checks_claims_of_its_own_edition_or_when_asked() {
    let folder = Folder::with(&[
        ("t.csv", &other_edition()),
        ("papers.csv", "title,institutions,year\nOne,Univ Foo;Univ Bar,2020\n"),
        (
            "c.json",
            r#"{"sources": [{"id": "s", "title": "T"}], "claims": [{"id": "c", "text": "One work.", "source": "s", "test": {"count": {"value": 1}}}]}"#,
        ),
    ]);
    for data in ["t.csv", "papers.csv"] {
        folder.run(&["report", "--data", data, "-o", data.trim_end_matches(".csv"), "-q"]).answer();
        let place = folder.file(data.trim_end_matches(".csv"));
        assert!(!place.join("tables/claims.csv").exists(), "{data}");
        let text = std::fs::read_to_string(place.join("report.md")).unwrap();
        assert!(text.contains("were checked: no claims file") && !text.contains("HyperCLOVA X, strong"), "{data}");
        assert_eq!(text.contains("Epoch AI"), data == "t.csv", "{text}");
    }
    folder.run(&["report", "--data", "papers.csv", "--claims", "c.json", "-o", "asked", "-q"]).answer();
    let text = folder.read("asked/report.md");
    assert!(
        text.contains("1 statement: it agrees with the data") && !text.contains("were checked: no claims file"),
        "{text}"
    );
    assert!(folder.read("asked/manifest.json").contains("\"claims\": \"c.json\""));
    folder.run(&["report", "--data", "papers.csv", "--claims", "none.json", "-o", "lost", "-q"]).refusal();
    folder.run(&["report", "-o", "own", "-q"]).answer();
    assert!(folder.file("own/tables/claims.csv").exists());
}

#[test]
fn the_table_of_april_2025_is_known_by_what_stands_in_it() {
    let Some(path) = shared("epoch-notable-2025-04-08.csv") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let folder = Folder::with(&[("models.csv", &text)]);
    folder.run(&["report", "--data", "models.csv", "-o", "april", "-q"]).answer();
    let report = folder.read("april/report.md");
    assert!(folder.file("april/tables/claims.csv").exists());
    assert!(
        report.contains("Epoch AI, Notable AI Models (CC BY 4.0) (models.csv), latest entry 2025-03-16"),
        "{report}"
    );
    parts_are_not_more_than_wholes(&report);
}

/// In "x of y", x is at most y.
#[track_caller]
fn parts_are_not_more_than_wholes(text: &str) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |word: &str| {
        let digits = word.trim_matches(|letter: char| !letter.is_ascii_digit()).replace(',', "");
        (word.len() - digits.len() < 3).then(|| digits.parse::<u64>().ok()).flatten()
    };
    let mut pairs = 0;
    for at in 1..words.len().saturating_sub(1) {
        if let ("of", Some(part), Some(whole)) = (words[at], number(words[at - 1]), number(words[at + 1])) {
            pairs += 1;
            assert!(part <= whole, "{}", words[at.saturating_sub(4)..(at + 5).min(words.len())].join(" "));
        }
    }
    assert!(pairs > 0, "{text}");
}

#[test]
fn a_source_is_credited_where_it_is_known() {
    let cited = |name: &str, table: &str| {
        let folder = Folder::with(&[(name, table)]);
        folder.run(&["report", "--data", name, "-o", "r", "-q"]);
        let figure = folder.read("r/figures/map-170.svg") + &folder.read("r/figures/matrix-170.svg");
        (folder.read("r/report.md"), figure)
    };
    // One column of Epoch's name, or five, are no table of Epoch's.
    for table in [
        "title,institutions,Notability criteria\nOne,Univ Foo;Univ Bar,good\n",
        "Model,Organization,Publication date,Notability criteria,Country (from Organization)\nOne,\"Foo,Bar\",2020-01-01,good,France\n",
        "System,Organization,Organization categorization,Notability criteria,Notes,Year\nOne,Foo,Industry,good,,2020\n",
    ] {
        let (text, figure) = cited("t.csv", table);
        assert!(!text.contains("Epoch AI") && !figure.contains("Epoch AI"), "{text}");
        assert!(text.contains("t.csv"), "{text}");
    }
    // Nothing is no one's.
    let (text, figure) = cited("t.csv", &format!("{EPOCH_HEADER}\n"));
    assert!(!text.contains("Epoch AI") && !figure.contains("Epoch AI"), "{text}");
    // Where the date is from is said.
    let (text, _) = cited("t.csv", &other_edition());
    assert!(text.contains("Epoch AI, Notable AI Models (CC BY 4.0) (t.csv), latest entry 2025-07-15"), "{text}");
    let (text, _) = cited("epoch-2025-08-01.csv", &other_edition());
    assert!(text.contains("(epoch-2025-08-01.csv), 2025-08-01 (from the file name)"), "{text}");
    let works = r#"{"results": [{"id": "W1", "title": "One", "publication_year": 2020, "authorships": [{"institutions": [{"display_name": "Univ Foo"}]}]}]}"#;
    let (text, _) = cited("w.json", works);
    assert!(!text.contains("OpenAlex"), "{text}");
    let (text, _) = cited("w.json", &works.replace("\"W1\"", "\"https://openalex.org/W1\""));
    assert!(text.contains("OpenAlex (CC0)"), "{text}");
}

/// All that a report says in its texts and figures, without what a reader does not see of a page.
fn told(folder: &Folder, report: &str) -> Vec<(String, String)> {
    let mut files = vec!["report.md", "report.html", "report.typ", "report.tex"];
    let names: Vec<String> = std::fs::read_dir(folder.file(report).join("figures"))
        .unwrap()
        .map(|file| format!("figures/{}", file.unwrap().file_name().to_string_lossy()))
        .collect();
    files.extend(names.iter().map(String::as_str));
    files.into_iter().map(|file| (file.to_owned(), folder.read(&format!("{report}/{file}")))).collect()
}

#[test]
fn a_report_speaks_one_language_unless_both_are_asked_for() {
    let table = "title,institutions,countries,sectors,date\nOne,Foo Lab;Bar Works,FR;US,university;company,2020-02-03\n\
        Two,Foo Lab;Quux,FR;US,university;university,2021\nThree,Quux,US,university,\nFour,Foo Lab,FR,university,2022-13-01\n";
    let folder = Folder::with(&[("t.csv", table)]);
    for (name, language) in [("unasked", None), ("english", Some("en")), ("korean", Some("ko")), ("two", Some("both"))]
    {
        let mut arguments = vec!["report", "--data", "t.csv", "-o", name, "-q"];
        arguments.extend(language.iter().flat_map(|language| ["--lang", language]));
        folder.run(&arguments).answer();
        let files = told(&folder, name);
        match language {
            None | Some("en") => {
                for (file, text) in &files {
                    let place = text.find(|letter| ('가'..='힣').contains(&letter));
                    let near = place.map(|at| text[at..].chars().take(40).collect::<String>());
                    assert_eq!(near, None, "{name}/{file}");
                }
            }
            Some("ko") => {
                // Sentences of a text are Korean; names and titles stand in tables and lists of names.
                let (_, text) = &files[0];
                for line in text.lines().filter(|line| !line.starts_with('|') && line.split(' ').count() > 3) {
                    assert!(hangul(line), "{line}");
                }
            }
            _ => assert!(files.iter().any(|(_, text)| hangul(text))),
        }
    }
    assert_eq!(folder.read("unasked/report.md"), folder.read("english/report.md"));
}

#[test]
fn the_report_on_the_embedded_models_has_no_korean_sentence() {
    let folder = Folder::new();
    folder.run(&["report", "-o", "r", "-q"]).answer();
    for (file, text) in told(&folder, "r") {
        if file.ends_with(".html") || file.ends_with(".svg") || file.ends_with(".dot") {
            // A mark is called by both names of its institution.
            for line in text.split(['<', '>', '\n']).filter(|line| hangul(line)) {
                assert!(line.contains('(') && !line.contains("다."), "{file}: {line}");
            }
        } else {
            assert!(!hangul(&text), "{file}");
        }
    }
    parts_are_not_more_than_wholes(&folder.read("r/report.md"));
}

#[test]
fn a_report_of_ties_speaks_of_no_works() {
    let ties = "기관1,기관2,논문 수\n서울대학교,한국과학기술원,14\n서울대학교,삼성전자,22\n삼성전자,성균관대학교,31\n";
    let folder = Folder::with(&[("ties.csv", ties)]);
    for language in ["en", "ko"] {
        folder.run(&["-q", "--lang", language, "--data", "ties.csv", "report", "-o", language]).answer();
        let report = folder.read(&format!("{language}/report.md"));
        for false_word in ["0 institutions", "0 ties", "0 works", "기관 0곳", "연결 0개", "full counting", "전체 계수"]
        {
            assert!(!report.contains(false_word), "{false_word}: {report}");
        }
        assert!(!folder.file(&format!("{language}/figures/timeline-170.svg")).exists());
    }
}
