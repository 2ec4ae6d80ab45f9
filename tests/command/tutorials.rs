//! The tutorials of `docs/`: every command in them is run, in their order and in one folder, and every answer that they show is
//! the program's. The pages are a book: none is missing in it, and no link leads nowhere.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::support::command::{Folder, words};

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

/// A command of a page, and the answer that stands below it.
struct Step {
    words: Vec<String>,
    expected: Option<String>,
}

/// The commands of a page in their order: lines of blocks of `sh`, and `$ collab …` with an answer in blocks of text.
fn steps(page: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut parts = page.split("```");
    parts.next();
    // Blocks stand at every second place.
    while let (Some(block), _) = (parts.next(), parts.next()) {
        let (kind, body) = block.split_once('\n').unwrap();
        match kind {
            "sh" => steps.extend(body.lines().map(|line| Step { words: words(line), expected: None })),
            "text" => {
                let (command, answer) = body.split_once('\n').unwrap();
                let words = words(command.strip_prefix("$ ").unwrap());
                steps.push(Step { words, expected: Some(answer.trim_end().to_owned()) });
            }
            other => panic!("a block of {other}"),
        }
    }
    steps
}

/// Runs a page in a folder.
fn follow(page: &str, folder: &Folder, least: usize) {
    let steps = steps(&std::fs::read_to_string(docs().join(page)).unwrap());
    assert!(steps.len() >= least, "{page}: {} commands", steps.len());
    for Step { words, expected } in steps {
        let (program, arguments) = words.split_first().unwrap();
        assert_eq!(program, "collab", "{page}: {words:?}");
        let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        if expected.is_some() {
            arguments.push("--quiet");
        }
        let ran = folder.run(&arguments);
        // 1 is an answer, too: there is none of what was asked for.
        assert!(ran.code < 2, "{page}: {words:?}: {}", ran.err);
        let is_told = expected.as_ref().is_none_or(|expected| ran.out.starts_with(expected));
        assert!(is_told, "{page}: {words:?}: {expected:?}\n{}", ran.out);
    }
}

fn fixture(folder: &Folder, name: &str, path: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(path);
    folder.write(name, &std::fs::read(file).unwrap());
}

#[test]
fn the_tutorial_of_the_journalist_is_true() {
    let folder = Folder::new();
    follow("tutorial-journalist.md", &folder, 12);
    for made in ["map.png", "kaist.svg", "chart.csv", "network_points.csv", "report/report.docx", "report/tables.xlsx"]
    {
        assert!(folder.file(made).is_file(), "{made}");
    }
}

#[test]
fn the_tutorial_of_the_analyst_is_true() {
    let rows = "Deliverable,Who,When\nSoil,Ghent University,2020\nSoil,KAIST,2020\nRain,Ghent University,2021\n";
    let folder = Folder::with(&[("partners.csv", rows)]);
    fixture(&folder, "models.csv", "world.csv");
    fixture(&folder, "korean.tsv", "korean-headers.tsv");
    follow("tutorial-analyst.md", &folder, 14);
    for made in ["names.json", "ranking.xlsx", "naver.csv", "collab.toml", "report/report.html"] {
        assert!(folder.file(made).is_file(), "{made}");
    }
    // The second run made nothing, as the page says.
    assert!(folder.run(&["run", "--lang", "en"]).err.contains("Nothing to make"));
}

#[test]
fn the_tutorial_of_the_bibliometrician_is_true() {
    let folder = Folder::with(&[("thesaurus.txt", "label\treplace by\nSouthgate Labs Inc\tSouthgate Labs\n")]);
    fixture(&folder, "scopus.csv", "exports/scopus-2023.csv");
    fixture(&folder, "savedrecs.txt", "exports/wos.txt");
    follow("tutorial-bibliometrician.md", &folder, 15);
    for made in ["map.svg", "column.svg", "net_map.txt", "net.json", "net.net", "same.svg"] {
        assert!(folder.file(made).is_file(), "{made}");
    }
}

#[test]
fn the_pages_are_a_book_without_loose_ends() {
    let read = |name: &str| std::fs::read_to_string(docs().join(name)).unwrap();
    let targets = |text: &str| -> Vec<String> {
        let behind = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        behind.filter(|target| !target.is_empty() && !target.contains("://")).map(str::to_owned).collect()
    };
    let entries = std::fs::read_dir(docs()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let pages: BTreeSet<String> = entries.filter(|name| name.ends_with(".md") && name != "SUMMARY.md").collect();
    let listed = targets(&read("SUMMARY.md"));
    assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), pages, "SUMMARY.md lists every page");
    assert_eq!(listed.len(), pages.len(), "a page stands twice in SUMMARY.md");
    for page in &pages {
        for target in targets(&read(page)) {
            assert!(docs().join(&target).exists(), "{page} leads to {target}");
        }
    }
    let book: toml::Table = read("book.toml").parse().unwrap();
    assert!(book["book"]["src"].as_str() == Some(".") && book["book"]["title"].is_str());
}
