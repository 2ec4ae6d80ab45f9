//! The README's answers are those of the program: every `$ collab …` in a block of text is run and compared.

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
