//! Invalid files, one trap each, a folder for each reader: one clear error with its place, exit code 2, no output file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Folders of files that hold data; each is tried with a question, an export and a figure.
const DATA: [&str; 32] = [
    "table",
    "own",
    "openalex",
    "edges",
    "gexf",
    "graphml",
    "pajek",
    "gml",
    "vosviewer",
    "items",
    "ris",
    "wos",
    "bibtex",
    "pubmed",
    "endnote",
    "scopus",
    "crossref",
    "lens",
    "dimensions",
    "kci",
    "dot",
    "metis",
    "matrix-market",
    "konect",
    "ucinet",
    "gdf",
    "tgf",
    "sif",
    "leda",
    "lgl",
    "edge-data",
    "node-link",
];
/// Files of which no line is at fault.
const WHOLE: [&str; 2] = ["cut.csv.gz", "workbook.csv"];

fn collab(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_collab"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("COLLAB_LANG");
    command.output().unwrap()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/invalid").join(folder);
    let mut files: Vec<PathBuf> = folder.read_dir().unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{}", folder.display());
    files
}

/// One line that names the file and the place; of a packed file, the byte or that it is damaged as a whole.
fn holds(file: &Path, arguments: &[&str]) {
    let output = collab(arguments);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    assert_eq!(error.trim_end().lines().count(), 1, "{error}");
    let rest = error.strip_prefix(&format!("collab: {}:", file.display())).unwrap_or_else(|| panic!("{error}"));
    let name = file.file_name().unwrap().to_str().unwrap();
    let numbers: Vec<Option<u64>> = rest.splitn(3, ':').take(2).map(|part| part.parse().ok()).collect();
    let has_place = numbers.len() == 2 && numbers.iter().all(|number| number.is_some_and(|number| number > 0));
    assert_eq!(has_place, !WHOLE.contains(&name), "{error}");
    assert!(has_place || error.contains("bytes") || error.contains("damaged"), "{error}");
    // One sentence: a full stop ends it, and none stands within.
    let ends = rest.trim_end().match_indices(". ").filter(|(at, _)| !rest[..*at].ends_with("…")).count();
    assert_eq!(ends, 0, "{error}");
    assert!(!error.contains("panicked") && !error.contains("root:"), "{error}");
}

#[test]
fn data_that_cannot_be_read_leave_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let [graph, figure] = ["x.gexf", "x.svg"].map(|name| folder.path().join(name).display().to_string());
    for reader in DATA {
        for file in files(reader) {
            let path = file.display().to_string();
            holds(&file, &["--data", &path, "rank", "--json"]);
            holds(&file, &["--data", &path, "export", "-o", &graph]);
            holds(&file, &["--data", &path, "draw", "map", "-o", &figure]);
        }
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn claims_registers_and_authorities_that_cannot_be_read_leave_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let accepted = folder.path().join("accepted.json").display().to_string();
    for file in files("claims") {
        holds(&file, &["check", &file.display().to_string()]);
    }
    for (reader, flag) in [("ror", "--ror"), ("authority", "--authority")] {
        for file in files(reader) {
            holds(&file, &["names", flag, &file.display().to_string(), "--accept", &accepted]);
        }
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn errors_are_told_in_korean_too() {
    for (reader, before, after) in
        [("claims", &["check"][..], &[][..]), ("ror", &["names", "--ror"], &[]), ("own", &["--data"], &["rank"])]
    {
        for file in files(reader) {
            let path = file.display().to_string();
            let output = collab(&[before, &[path.as_str()], after, &["--lang", "ko"]].concat());
            let error = String::from_utf8(output.stderr).unwrap();
            assert!(error.chars().any(|letter| ('가'..='힣').contains(&letter)), "{error}");
        }
    }
}

#[test]
fn a_folder_without_tables_is_refused_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let output = collab(&["--data", &folder.path().display().to_string()]);
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        error.contains("there is no file in it") && error.contains(&folder.path().display().to_string()),
        "{error}"
    );
}

/// What cannot be fetched is refused before anything else, and nothing but the word is needed for that.
#[cfg(not(feature = "http"))]
#[test]
fn a_build_that_fetches_nothing_names_the_feature() {
    for arguments in [
        &["--data", "https://example.org/models.csv", "rank"][..],
        &["https://example.org/models.csv"],
        &["init", "https://example.org/models.csv"],
        &["fetch", "openalex", "publication_year:2024", "-o", "works.jsonl.gz"],
    ] {
        let output = collab(&[&["--lang", "en"], arguments].concat());
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{error}");
        assert!(error.contains("cargo feature `http`") && error.contains("name the file"), "{error}");
    }
    // The addresses of a job are the engine's.
    let job =
        ["project", "--emit-sql", "duckdb", "s3://bucket/works/*.parquet", "--columns", "work=id,institutions=inst"];
    assert!(collab(&job).status.success());
}

#[test]
fn a_network_names_only_items_of_its_map() {
    let folder = tempfile::tempdir().unwrap();
    let [map, network] = ["map.txt", "network.txt"].map(|name| folder.path().join(name));
    fs::write(&map, "id\tlabel\tx\ty\n1\tA\t0\t0\n2\tB\t1\t1\n").unwrap();
    fs::write(&network, "1\t2\t3\n1\t5\t1\n").unwrap();
    let paths = [&map, &network].map(|path| path.display().to_string());
    let output = collab(&["--data", &paths[0], "--data", &paths[1], "institutions"]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert!(error.contains("network.txt:2:3: the tie ends at “5”, but no item of the map has that id"), "{error}");
}
