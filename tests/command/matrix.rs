//! Every question in every format and language: with its evidence, within a window of time, and without works.

use std::process::{Command, Output};

use serde_json::Value;

/// All questions about one table, with names of the embedded data.
const QUESTIONS: [&[&str]; 22] = [
    &[],
    &["who", "KAIST"],
    &["who", "Volcano 13B"],
    &["between", "KAIST", "NAVER"],
    &["path", "KAIST", "Princeton University"],
    &["works"],
    &["institutions"],
    &["rank"],
    &["clusters"],
    &["components"],
    &["common", "KAIST", "Samsung"],
    &["never"],
    &["strongest"],
    &["brokers"],
    &["brokers", "--by", "country"],
    &["indicators"],
    &["counting"],
    &["timeline"],
    &["timeline", "KAIST"],
    &["search", "KAIST"],
    &["check", "korea-17"],
    &["names"],
];

fn collab(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_collab"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("COLLAB_LANG").env_remove("NO_COLOR");
    command.output().unwrap()
}

/// Standard output of a question that could be answered.
fn told(arguments: &[&str]) -> String {
    let output = collab(arguments);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn is_hangul(letter: char) -> bool {
    ('가'..='힣').contains(&letter)
}

/// Whether a text names a line of a file: `file:12`, `line 12`, `줄 12`.
fn names_a_line(text: &str, file: &str) -> bool {
    let after = |word: &str| {
        text.match_indices(word)
            .any(|(at, _)| text[at + word.len()..].trim_start().starts_with(|letter: char| letter.is_ascii_digit()))
    };
    text.contains(file) && (after(&format!("{file}:")) || after("line ") || after("lines ") || after("줄 "))
}

/// All objects `evidence` within a record, and the lists of them.
fn evidence(value: &Value, found: &mut Vec<(bool, bool)>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| evidence(one, found)),
        Value::Object(object) => {
            if object.contains_key("file") && object.contains_key("line") {
                found.push((object["file"].is_string(), object["line"].is_u64()));
            }
            object.values().for_each(|one| evidence(one, found));
        }
        _ => {}
    }
}

fn has_evidence(question: &[&str], file: &str, before: &[&str]) {
    let ask = |format: &str, language: &str| {
        let options = ["--evidence", "--quiet", "--format", format, "--lang", language];
        told(&[before, question, &options].concat())
    };
    for language in ["en", "ko"] {
        for format in ["text", "md"] {
            let text = ask(format, language).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(
                names_a_line(&text, file),
                "{question:?} {format} {language}:
{text}"
            );
            assert!(language == "en" || text.chars().any(is_hangul), "{text}");
        }
        let sheet = ask("csv", language);
        let mut lines = sheet.lines();
        let header = lines.next().unwrap_or_default();
        let has_column = header.split(',').any(|key| ["evidence", "places", "line"].contains(&key));
        assert!(has_column, "{question:?} csv: {header}");
        let first = format!("{file}:");
        assert!(sheet.contains(&first) || header.ends_with(",line"), "{question:?} csv {language}:\n{sheet}");
        let record: Value = serde_json::from_str(&ask("json", language)).unwrap();
        if question == ["names"] {
            let places = record["merges"][0]["places"].as_array().unwrap();
            assert!(places.iter().all(|place| place.as_str().unwrap().starts_with(&first)), "{record:#}");
            continue;
        }
        let mut found = Vec::new();
        evidence(&record, &mut found);
        assert!(!found.is_empty() && found.iter().all(|one| *one == (true, true)), "{question:?} json");
        assert!(!record["evidence"].as_array().unwrap().is_empty(), "{question:?}");
    }
}

#[test]
fn every_answer_names_its_evidence_in_every_format() {
    for question in QUESTIONS {
        has_evidence(question, "korea-17.json", &[]);
    }
}

#[test]
fn a_comparison_names_its_evidence_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = ["old.csv", "new.csv"].map(|name| folder.path().join(name));
    std::fs::write(&old, "Model,Institution,Date\nA,X;Y,2020\nB,X;Z,2021\n").unwrap();
    std::fs::write(&new, "Model,Institution,Date\nA,X;Y,2020\nC,Y;Z,2022\n").unwrap();
    let [old, new] = [old, new].map(|path| path.display().to_string());
    has_evidence(&["diff", &old, &new], "new.csv", &[]);
    let text = told(&["diff", &old, &new, "--evidence"]);
    assert!(text.contains("old.csv (line 3)"), "{text}");
    let sheet = told(&["diff", &old, &new, "--evidence", "-f", "csv"]);
    let place = |change: &str| sheet.lines().find(|line| line.starts_with(change)).unwrap().rsplit(',').next().unwrap();
    assert_eq!((place("new"), place("gone")), ("new.csv:3", "old.csv:3"), "{sheet}");
}

#[test]
fn the_evidence_of_a_row_is_that_of_its_works() {
    let sheet = told(&["--quiet", "--evidence", "-f", "csv", "strongest", "--top", "0"]);
    let works = told(&["--quiet", "--evidence", "-f", "csv", "works"]);
    let line_of = |name: &str| {
        let row = works.lines().find(|line| line.contains(&format!(",{name},"))).unwrap();
        row.rsplit(',').next().unwrap().to_owned()
    };
    let pair = sheet.lines().find(|line| line.contains(",kaist,naver,") || line.contains(",naver,kaist,")).unwrap();
    let told = pair.rsplit(',').next().unwrap();
    let expected = ["Discriminator Guidance", "DiT-XL/2 + Discriminator Guidance"].map(line_of);
    assert!(expected.iter().all(|line| told.contains(line.as_str())) && told.matches(':').count() == 2, "{told}");
}

#[test]
fn windows_of_time_hold_for_every_question() {
    // Volcano 13B and both EXAONE models are all that is left of LG AI Research's works from 2023 on.
    for question in QUESTIONS {
        if question.is_empty() || question == ["names"] {
            continue;
        }
        for window in [["--since", "2023"], ["--until", "2022-11-30"]] {
            let output = collab(&[&["--quiet", "--json", "--evidence"], question, &window].concat());
            let error = String::from_utf8(output.stderr).unwrap();
            if output.status.code() == Some(2) {
                assert!(error.contains("filters exclude it"), "{question:?}: {error}");
                continue;
            }
            let record: Value = serde_json::from_slice(&output.stdout).unwrap();
            let mut works = Vec::new();
            dates(&record, &mut works);
            let within = |date: &String| {
                if window[0] == "--since" { date.as_str() >= "2023" } else { date.as_str() < "2022-12" }
            };
            assert!(works.iter().all(within), "{question:?} {window:?}: {works:?}");
        }
    }
    let ties = |window: &[&str]| {
        let record: Value =
            serde_json::from_str(&told(&[&["--quiet", "--json", "strongest"], window].concat())).unwrap();
        record["ties"].as_u64().unwrap()
    };
    assert_eq!((ties(&[]), ties(&["--since", "2023"]), ties(&["--since", "2018", "--until", "2018"])), (24, 3, 1));
}

/// The dates of all works within a record.
fn dates(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| dates(one, found)),
        Value::Object(object) => {
            if object.contains_key("institutions") && object.contains_key("link") {
                found.extend(object["date"].as_str().map(str::to_owned));
            }
            object.values().for_each(|one| dates(one, found));
        }
        _ => {}
    }
}

/// Questions of ties alone, and those that say that they need works.
const OF_TIES: [&[&str]; 14] = [
    &[],
    &["who", "A"],
    &["between", "A", "B"],
    &["path", "A", "E"],
    &["institutions"],
    &["rank"],
    &["rank", "--by", "betweenness"],
    &["clusters"],
    &["components"],
    &["common", "A", "C"],
    &["never"],
    &["strongest"],
    &["brokers"],
    &["search", "A"],
];
const OF_WORKS: [&[&str]; 6] =
    [&["works"], &["rank", "--by", "works"], &["indicators"], &["counting"], &["timeline"], &["timeline", "A"]];

#[test]
fn a_network_without_works_is_asked_ranked_clustered_and_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(path("ties.csv"), "Source,Target,Weight\nA,B,2\nB,C,1\nC,D,3\nD,A,1\nC,E,1\n").unwrap();
    told(&["--data", &path("ties.csv"), "export", "-o", &path("ties.gexf"), "--quiet"]);
    for file in ["ties.csv", "ties.gexf"].map(path) {
        let ask = |question: &[&str], language: &str| {
            collab(&[&["--data", &file, "--quiet", "--lang", language], question].concat())
        };
        for question in OF_TIES {
            let output = ask(question, "en");
            let text = String::from_utf8(output.stdout).unwrap();
            assert_eq!(output.status.code(), Some(0), "{question:?}: {text}");
            assert!(text.contains('A') && !text.contains("needs works"), "{question:?}: {text}");
        }
        for (language, word) in [("en", "needs works"), ("ko", "성과물이 필요")] {
            for question in OF_WORKS {
                let output = ask(question, language);
                let text = String::from_utf8(output.stdout).unwrap();
                assert_eq!(output.status.code(), Some(1), "{question:?}: {text}");
                assert!(text.replace('\n', " ").contains(word), "{question:?}: {text}");
            }
        }
        let claims = ask(&["check", "korea-17", "--json"], "en");
        let record: Value = serde_json::from_slice(&claims.stdout).unwrap();
        assert!(record["claims"].as_array().unwrap().iter().all(|one| one["verdict"] == "cannot-be-checked"));
        for view in [&["map"][..], &["ego", "A"], &["path", "A", "E"], &["matrix"], &["arc"]] {
            let out = path("figure.svg");
            let output = ask(&[&["draw"], view, &["-o", &out]].concat(), "en");
            assert_eq!(output.status.code(), Some(0), "{view:?}: {}", String::from_utf8_lossy(&output.stderr));
            assert!(std::fs::read_to_string(&out).unwrap().contains("</svg>"));
            std::fs::remove_file(&out).unwrap();
        }
        for view in ["bipartite", "timeline"] {
            let out = path("none.svg");
            let output = ask(&["draw", view, "-o", &out], "en");
            assert_eq!(output.status.code(), Some(2), "{view}");
            assert!(String::from_utf8(output.stderr).unwrap().contains("shows works"));
            assert!(!std::path::Path::new(&out).exists());
        }
    }
}

#[test]
fn accepted_suggestions_are_merged_when_the_file_is_given_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let table =
        "Model,Institution\nA,Zhejiang University;Seoul Lab\nB,Zhejiang University (ZJU)\nC,Zhejiang University\n";
    std::fs::write(path("t.csv"), table).unwrap();
    let plain = ["--data", &path("t.csv"), "--authority", "none", "--quiet"];
    let suggested = told(&[&plain[..], &["names", "--accept", &path("mine.json")]].concat());
    assert!(suggested.contains("Zhejiang University (ZJU)"), "{suggested}");
    let count = |more: &[&str]| {
        let record: Value =
            serde_json::from_str(&told(&[&plain[..], &["institutions", "--json"], more].concat())).unwrap();
        record["rows"].as_array().unwrap().len()
    };
    assert_eq!(count(&[]), 3, "nothing is merged by being suggested");
    assert_eq!(count(&["--authority", &path("mine.json")]), 2);
    // A person can read it: a line an institution, with the reason.
    let file = std::fs::read_to_string(path("mine.json")).unwrap();
    assert!(
        file.lines().any(|line| line.contains("\"variants\"") && line.contains("\"note\":\"suggested: ")),
        "{file}"
    );
    let thesaurus = told(&[&plain[..], &["names", "--thesaurus"]].concat());
    assert_eq!(thesaurus, "label\treplace by\nZhejiang University (ZJU)\tZhejiang University\n");
    std::fs::write(path("thesaurus.txt"), &thesaurus).unwrap();
    assert_eq!(count(&["--authority", &path("thesaurus.txt")]), 2);
}
