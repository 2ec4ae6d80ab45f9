//! CSV for programs: headers that depend on nothing, codes that are the same in every language, numbers that are numbers.

use std::fs;
use std::process::{Command, Output};

/// Every question that gives a table.
const QUESTIONS: [&[&str]; 20] = [
    &[],
    &["who", "KAIST"],
    &["between", "KAIST", "NAVER"],
    &["between", "SNU", "KAIST"],
    &["path", "Samsung", "NAVER"],
    &["path", "SNU", "KAIST"],
    &["common", "Samsung", "Princeton"],
    &["works"],
    &["institutions"],
    &["rank"],
    &["clusters"],
    &["components"],
    &["never"],
    &["strongest"],
    &["brokers"],
    &["indicators"],
    &["counting"],
    &["timeline"],
    &["search", "star"],
    &["names"],
];

fn collab(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_collab"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("COLLAB_LANG").output().unwrap()
}

fn sheet(question: &[&str], more: &[&str]) -> Vec<Vec<String>> {
    let output = collab(&[question, &["--format", "csv", "-q"], more].concat());
    assert!(output.status.code().unwrap() < 2, "{question:?} {more:?}: {}", String::from_utf8_lossy(&output.stderr));
    cells(&String::from_utf8(output.stdout).unwrap())
}

/// The plainest reading of RFC 4180.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.push(letters.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    rows
}

#[test]
fn the_header_depends_on_neither_data_nor_language() {
    // A filter keeps the two institutions that a question names, and leaves nothing to tell of them.
    for question in QUESTIONS {
        let full = sheet(question, &[]);
        let header = &full[0];
        assert!(!header.is_empty() && full.iter().all(|row| row.len() == header.len()), "{question:?}: {full:?}");
        assert_eq!(*header, sheet(question, &["--lang", "ko"])[0], "{question:?}");
        if *question == ["names"] {
            // Its rows are places already.
            continue;
        }
        let traced = sheet(question, &["--evidence"]);
        assert_eq!([&header[..], &["evidence".to_owned()]].concat(), traced[0], "{question:?}");
        if question.iter().skip(1).all(|word| *word == "star") {
            let none = sheet(question, &["--since", "2030"]);
            assert_eq!((&none[0], none.len()), (header, 1), "{question:?}");
            assert_eq!(traced[0], sheet(question, &["--since", "2030", "--evidence"])[0], "{question:?}");
        }
    }
    assert_eq!(sheet(&["between", "SNU", "KAIST"], &[])[0], sheet(&["between", "KAIST", "NAVER"], &[])[0]);
    assert_eq!(sheet(&["path", "SNU", "KAIST"], &[])[0], sheet(&["path", "Samsung", "NAVER"], &[])[0]);
    assert_eq!(sheet(&["search", "zzzz"], &[])[0], sheet(&["search", "star"], &[])[0]);
    assert_eq!(sheet(&["search", "KAIST"], &[])[0], sheet(&["search", "star"], &[])[0]);
}

#[test]
fn codes_and_numbers_are_the_same_in_every_language() {
    // Names, and works with their dates, are in the language that was asked for.
    let worded = "institution partner name works members institutions shared shared_works first latest a b from to partners new_partners";
    let worded: Vec<&str> = worded.split(' ').collect();
    let free = |key: &str| worded.contains(&key) || key.starts_with("works_") || key == "caption";
    for question in QUESTIONS {
        let (english, korean) = (sheet(question, &["--lang", "en"]), sheet(question, &["--lang", "ko"]));
        assert_eq!(english.len(), korean.len(), "{question:?}");
        for (one, other) in english.iter().zip(&korean) {
            for ((key, one), other) in english[0].iter().zip(one).zip(other) {
                assert!(free(key) || one == other, "{question:?} {key}: {one} {other}");
                assert!(!one.starts_with('\u{2212}'), "{question:?} {key}: {one}");
            }
        }
    }
    let column = |rows: &[Vec<String>], key: &str| {
        let at = rows[0].iter().position(|one| one == key).unwrap();
        rows[1..].iter().map(|row| row[at].clone()).collect::<Vec<String>>()
    };
    let rises = column(&sheet(&["counting"], &[]), "rise");
    assert!(rises.iter().all(|rise| rise.parse::<i64>().is_ok()) && rises.contains(&"-3".to_owned()), "{rises:?}");
    let places = sheet(&["institutions"], &["--lang", "ko"]);
    assert!(column(&places, "country").contains(&"KR".to_owned()));
    assert!(column(&places, "sector").contains(&"education".to_owned()));
    let verdicts = column(&sheet(&["check", "article"], &["--lang", "ko"]), "verdict");
    assert!(
        verdicts.iter().all(|one| ["holds", "differs", "cannot-be-checked"].contains(&one.as_str())),
        "{verdicts:?}"
    );
}

#[test]
fn a_filter_makes_no_statement_false() {
    let whole = collab(&["check", "article", "--format", "csv", "-q"]);
    assert_eq!(whole.status.code(), Some(1));
    let (all, later) = (sheet(&["check", "article"], &[]), sheet(&["check", "article"], &["--since", "2030"]));
    for (before, after) in all.iter().zip(&later).skip(1) {
        assert!(before[1] == after[1] || after[1] == "cannot-be-checked", "{before:?} {after:?}");
    }
    let told = |rows: &[Vec<String>], verdict: &str| rows.iter().filter(|row| row[1] == verdict).count();
    assert!(told(&all, "holds") > 10);
    let still: Vec<&str> =
        later[1..].iter().filter(|row| row[1] != "cannot-be-checked").map(|row| row[0].as_str()).collect();
    assert!(still.is_empty(), "{still:?}");
    let why = &later.iter().find(|row| row[0] == "korea-17").unwrap()[6];
    assert!(why.contains("The filter excludes") && why.contains("“holds”"), "{why}");
}

#[test]
fn what_cannot_be_read_or_meant_is_told_with_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let dot = folder.path().join("map.dot");
    let output = collab(&["export", "-o", dot.to_str().unwrap(), "-q"]);
    assert_eq!(output.status.code(), Some(0));
    let told = |arguments: &[&str]| {
        let output = collab(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    std::fs::write(&dot, "graph { a -- b").unwrap();
    let again = told(&["--data", dot.to_str().unwrap(), "works"]);
    assert!(again.contains("map.dot:1:7: the { that opens here is never closed"), "{again}");
    let partition = folder.path().join("a.clu");
    let refused = told(&["export", "-o", partition.to_str().unwrap()]);
    assert!(refused.contains("a.net") && refused.contains("Pajek"), "{refused}");
    assert!(!partition.exists());
    let window = told(&["works", "--since", "2025", "--until", "2020"]);
    assert!(window.contains("--since 2025 is later than --until 2020"), "{window}");
    let table = folder.path().join("ties.csv");
    fs::write(&table, "Source,Target,Weight\nA,B,2\nB,C,1\n").unwrap();
    let path = table.to_str().unwrap();
    let groups = String::from_utf8(collab(&["--data", path, "components"]).stdout).unwrap();
    assert!(groups.contains("form one component") && !groups.contains("counting"), "{groups}");
}
