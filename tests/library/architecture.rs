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
    ("scan", &["corpus", "format", "ingest", "messages", "names", "normalize", "source"]),
    ("sink", &["corpus", "format", "ingest", "messages", "names", "network", "normalize", "scan", "source"]),
    ("dataset", &["corpus", "ingest", "messages", "names", "normalize", "scan", "sink", "source"]),
    ("network", &["corpus"]),
    ("answer", &["corpus", "geometry", "messages", "typography"]),
    ("centrality", &["corpus", "messages", "network", "random"]),
    ("community", &["corpus", "network", "random"]),
    ("prediction", &["network"]),
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
            "names",
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
            "names",
            "network",
            "prediction",
            "random",
            "selection",
            "typography",
        ],
    ),
    (
        "analysis",
        &[
            "answer",
            "centrality",
            "community",
            "corpus",
            "dataset",
            "drawing",
            "exchange",
            "geometry",
            "ingest",
            "layout",
            "messages",
            "names",
            "network",
            "prediction",
            "query",
            "selection",
            "source",
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
            assert!(!line.contains("println!") && !line.contains("print!"), "{}: {line}", path.display());
        }
    }
}

/// Paths of a `use` line, its groups opened.
fn opened(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((prefix, rest)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap_or(tree).replace(' ', "")];
    };
    let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, letter) in inner.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&inner[start..]);
    let paths = parts.into_iter().filter(|part| !part.trim().is_empty());
    paths.flat_map(opened).map(|path| format!("{}{path}", prefix.replace(' ', ""))).collect()
}

/// Paths of the crate that a file imports or writes out; what it only hands on (`pub use`) is no import.
fn imported(module: &str, text: &str) -> Vec<String> {
    let code: Vec<&str> = code(text).map(|line| line.split(" //").next().unwrap_or(line)).collect();
    let code = code.join(" ");
    let mut paths = Vec::new();
    let mut rest = String::new();
    for statement in code.split_inclusive(';') {
        match statement.rfind("use ") {
            Some(at)
                if statement.ends_with(';') && !statement[..at].ends_with(|letter: char| letter.is_alphanumeric()) =>
            {
                let before = statement[..at].trim_end();
                rest.push_str(before);
                let is_handed_on = before.ends_with("pub") || before.ends_with(')');
                if !is_handed_on {
                    paths.extend(opened(&statement[at + 4..statement.len() - 1]));
                }
            }
            _ => rest.push_str(statement),
        }
    }
    for (at, _) in rest.match_indices("crate::").filter(|(at, _)| !rest[..*at].ends_with('$')) {
        let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | ':');
        paths.push(rest[at..].chars().take_while(|&letter| is_part(letter)).collect());
    }
    let parent = module.rsplit_once("::").map_or("", |(parent, _)| parent);
    let absolute = paths.into_iter().filter_map(|path| match path.split_once("::") {
        Some(("crate", path)) => Some(path.to_owned()),
        Some(("super", path)) => Some(format!("{parent}::{path}")),
        Some(("self", path)) => Some(format!("{module}::{path}")),
        _ => None,
    });
    absolute.collect()
}

/// Removes what imports nothing that is left, until all that is left is in a circle or imports one; then the same from the
/// other side.
fn circles(mut imports: BTreeMap<String, Vec<String>>) -> Vec<String> {
    loop {
        let before = imports.len();
        let left: Vec<String> = imports.keys().cloned().collect();
        imports.values_mut().for_each(|targets| targets.retain(|target| left.contains(target)));
        imports.retain(|_, targets| !targets.is_empty());
        let imported: Vec<String> = imports.values().flatten().cloned().collect();
        imports.retain(|module, _| imported.contains(module));
        if imports.len() == before {
            return imports.into_iter().map(|(module, targets)| format!("{module} → {}", targets.join(", "))).collect();
        }
    }
}

#[test]
fn files_form_no_circle() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for (_, path, text) in sources() {
        let relative = path.strip_prefix(&source).unwrap().with_extension("");
        let parts: Vec<&str> =
            relative.iter().map(|part| part.to_str().unwrap()).filter(|part| *part != "mod").collect();
        texts.insert(parts.join("::"), text);
    }
    let file_of = |path: &str| {
        let ends: Vec<usize> = path.match_indices("::").map(|(at, _)| at).chain([path.len()]).collect();
        ends.into_iter().rev().map(|end| &path[..end]).find(|module| texts.contains_key(*module)).map(str::to_owned)
    };
    let imports: BTreeMap<String, Vec<String>> = texts
        .iter()
        .filter(|(module, _)| !matches!(module.as_str(), "lib" | "cli::main"))
        .map(|(module, text)| {
            let files =
                imported(module, text).into_iter().filter_map(|path| file_of(&path)).filter(|file| file != module);
            let files: std::collections::BTreeSet<String> = files.collect();
            (module.clone(), files.into_iter().collect())
        })
        .collect();
    assert!(imports.values().map(Vec::len).sum::<usize>() > 1_000, "imports are not found");
    let example = BTreeMap::from([("a", "b"), ("b", "c"), ("c", "b")]);
    let example = example.into_iter().map(|(from, to)| (from.to_owned(), vec![to.to_owned()])).collect();
    assert_eq!(circles(example).len(), 2);
    let found = circles(imports);
    assert!(found.is_empty(), "files that import each other:\n{}", found.join("\n"));
}
