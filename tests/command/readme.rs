//! The README's answers are those of the program: every `$ collab …` in a block of text is run and compared.

use crate::support::command::words;
use crate::support::tables;
use std::process::Command;

const TABLE: &str = "epoch-notable-2025-04-08.csv";

/// Commands with the lines that follow them, out of the blocks ```` ```text ````.
fn examples(readme: &str) -> Vec<(Vec<String>, String)> {
    let blocks = readme.split("```text\n").skip(1).map(|block| block.split("\n```").next().unwrap());
    let split = |block: &str| {
        let (command, answer) = block.split_once('\n').unwrap();
        let words = command.strip_prefix("$ collab").unwrap_or_else(|| panic!("{command}"));
        (words.split_whitespace().map(str::to_owned).collect(), answer.trim_end().to_owned())
    };
    blocks.map(split).collect()
}

#[test]
fn the_answers_of_the_readme_are_real() {
    let examples = examples(include_str!("../../README.md"));
    assert!(examples.len() >= 5, "five questions at least");
    for (mut words, expected) in examples {
        if let Some(word) = words.iter_mut().find(|word| *word == TABLE) {
            let Some(path) = tables::shared(&format!("datasets/{TABLE}")) else { continue };
            *word = path.display().to_string();
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_collab"));
        let output = command.args(&words).arg("--quiet").env_remove("COLLAB_LANG").output().unwrap();
        let told = String::from_utf8(output.stdout).unwrap();
        let same = told.trim_end().starts_with(&expected);
        assert!(same, "{words:?}: the README says\n{expected}\n\nand the program\n{told}");
    }
}

/// The lines of the block on tables of one's own, without their comments.
fn own_tables(readme: &str) -> Vec<Vec<String>> {
    let block = readme.split("## Your own table").nth(1).and_then(|rest| rest.split("```sh\n").nth(1)).unwrap();
    let lines = block.split("\n```").next().unwrap().lines();
    lines.map(|line| words(line).split_off(1)).collect()
}

#[test]
fn the_lines_on_tables_of_ones_own_run() {
    let folder = crate::support::command::Folder::with(&[
        ("models.csv", "Title,Affiliations,Year\nAlpha,KAIST; NAVER,2020\n"),
        ("ties.csv", "who,whom,power,source,target\nA,B,2,A,B\n"),
        ("a.csv", "Title,Institution\nAlpha,Google; Google Brain\n"),
        ("b.csv", "Title,Inst 1,Inst 2\nBeta,KAIST,NAVER\n"),
    ]);
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for (name, file) in [("scopus.csv", "exports/scopus-2023.csv"), ("savedrecs.txt", "exports/wos.txt")] {
        folder.write(name, &std::fs::read(fixtures.join(file)).unwrap());
    }
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packed, &std::fs::read(fixtures.join("openalex.jsonl")).unwrap()).unwrap();
    folder.write("works.jsonl.gz", &packed.finish().unwrap());
    let lines = own_tables(include_str!("../../README.md"));
    assert!(lines.len() > 9, "{lines:?}");
    for line in lines {
        // Workbooks and addresses have tests of their own.
        if line.iter().any(|word| word.ends_with(".xlsx") || word.starts_with("https:") || word == "fetch") {
            continue;
        }
        let ran = folder.run(&line.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(ran.code < 2, "{line:?}: {}", ran.err);
    }
}
