//! The house's floors: an import may only go down. Reads the `use crate::` lines and paths under `src/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms a room may import, beside itself.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("corpus", &[]),
    ("messages", &["corpus"]),
    ("geometry", &[]),
    ("random", &[]),
    ("typography", &["geometry"]),
    ("source", &["corpus", "messages"]),
    ("format", &["corpus", "messages", "ingest", "names", "normalize", "source"]),
    ("normalize", &["corpus", "messages"]),
    ("names", &["corpus", "format", "messages", "normalize", "source"]),
    ("ingest", &["corpus", "format", "messages", "names", "normalize", "source"]),
    ("scan", &["corpus", "format", "ingest", "names", "normalize", "source"]),
    ("sink", &["corpus", "format", "ingest", "names", "network", "normalize", "scan", "source"]),
    ("dataset", &["corpus", "ingest", "names", "normalize", "scan", "sink", "source"]),
    ("network", &["corpus"]),
    ("answer", &["corpus", "geometry", "messages", "typography"]),
    ("centrality", &["corpus", "messages", "network", "random"]),
    ("community", &["corpus", "network", "random"]),
    ("selection", &["corpus", "network"]),
    ("layout", &["geometry", "network", "random"]),
    ("render", &["answer", "geometry", "messages", "typography"]),
    ("exchange", &["corpus", "geometry", "network"]),
    (
        "drawing",
        &[
            "answer",
            "centrality",
            "community",
            "corpus",
            "geometry",
            "layout",
            "messages",
            "network",
            "random",
            "selection",
            "typography",
        ],
    ),
    (
        "query",
        &[
            "answer",
            "centrality",
            "community",
            "corpus",
            "drawing",
            "geometry",
            "layout",
            "messages",
            "network",
            "random",
            "selection",
            "typography",
        ],
    ),
    (
        "explore",
        &[
            "answer",
            "community",
            "corpus",
            "drawing",
            "geometry",
            "layout",
            "messages",
            "network",
            "query",
            "render",
            "typography",
        ],
    ),
];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<(String, PathBuf, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    files
        .into_iter()
        .map(|path| {
            let relative = path.strip_prefix(&source).unwrap();
            let room = relative.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            (room, path, text)
        })
        .collect()
}

/// Code lines without comments and without the unit tests at the end of a file.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().take_while(|line| line.trim() != "#[cfg(test)]").filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn imports_only_go_down() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_IMPORT.iter().copied().collect();
    let mut faults = Vec::new();
    for (room, path, text) in sources() {
        if room == "lib" || room == "cli" {
            continue;
        }
        let may = allowed.get(room.as_str()).unwrap_or_else(|| panic!("the room {room} is not in the table"));
        for line in code(&text) {
            for (at, _) in line.match_indices("crate::") {
                let target: String =
                    line[at + 7..].chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                if target != room && allowed.contains_key(target.as_str()) && !may.contains(&target.as_str()) {
                    faults.push(format!("{}: {room} → {target}", path.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "imports that run up or across:\n{}", faults.join("\n"));
}

#[test]
fn the_command_uses_only_the_public_library() {
    for (room, path, text) in sources() {
        if room == "cli" {
            assert!(!text.contains("#[path"), "{}", path.display());
        } else {
            assert!(!code(&text).any(|line| line.contains("clap::")), "clap lives in cli alone: {}", path.display());
        }
    }
}

#[test]
fn no_glob_imports_and_no_printing_from_the_library() {
    for (room, path, text) in sources() {
        if room == "cli" {
            continue;
        }
        for line in code(&text) {
            assert!(!line.contains("use super::*"), "{}: {line}", path.display());
            assert!(!line.contains("println!") && !line.contains("eprint"), "{}: {line}", path.display());
        }
    }
}
