//! One concept, one word: identifiers of the sources are checked against the words that `docs/glossary.md` retires, and no
//! two types share a name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Retired identifiers, and the words of the glossary for what they named.
const RETIRED: &[(&str, &str)] = &[
    ("Called", "NameMatcher"),
    ("Fault", "CliError"),
    ("Found", "Lookup"),
    ("Gather", "CorpusAssembler"),
    ("Hinges", "ArticulationPoints"),
    ("Kicks", "Perturbation"),
    ("LeftOut", "Excluded…"),
    ("Look", "Style or RowPredicate"),
    ("Noun", "WorkKind"),
    ("Opened", "RecordSource"),
    ("Piece", "Chunk"),
    ("Scope", "QueryContext"),
    ("Sought", "MatchingRows"),
    ("Spot", "SourceLocation, Position or LabelCandidate"),
    ("Stated", "ExplicitTie"),
    ("Steadiness", "Stability"),
    ("Survey", "EntityIndex"),
    ("Tail", "Continuation"),
    ("Voice", "LocalizedContext"),
    ("Wavering", "unstable_members"),
    ("Wish", "Constraints or SubgraphSpec"),
    ("hinges", "articulation_points"),
    ("institutions_len", "institution_count"),
    ("kicking", "perturbation"),
    ("lack", "require_works"),
    ("maker", "work_institutions"),
    ("misfit", "json_type_error"),
    ("nodes_len", "node_count"),
    ("rows_naming", "matching_rows"),
    ("seek", "matching rows"),
    ("steadiness", "stability"),
    ("ties_len", "tie_count"),
    ("voice", "localized context"),
    ("wavering", "unstable_members"),
    ("works_len", "work_count"),
];

/// Names that several types may share, for the module says which is meant.
const SHARED: &[&str] = &["Error", "Kind", "Options", "Record", "Row"];

/// Names that two types still share. The list only shrinks: a name that is unique again is taken off.
const STILL_SHARED: &[&str] = &[
    "Advice",
    "Block",
    "Bundle",
    "By",
    "Cell",
    "Column",
    "Columns",
    "Comparison",
    "Content",
    "Counted",
    "Counts",
    "Document",
    "Element",
    "Engine",
    "Entity",
    "Entry",
    "Evidence",
    "ExplicitTie",
    "Fields",
    "Head",
    "Identity",
    "Joined",
    "Key",
    "Keys",
    "Layout",
    "List",
    "Meaning",
    "Node",
    "Outcome",
    "Parser",
    "Reader",
    "Reading",
    "Registry",
    "Request",
    "Rows",
    "Said",
    "Scratch",
    "Sight",
    "Spelling",
    "Stop",
    "Table",
    "Verdict",
    "Work",
];

fn sources() -> Vec<(PathBuf, String)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path, text));
            }
        }
    }
    files.sort();
    files
}

/// The identifiers of a line, without what stands in strings and comments.
fn identifiers(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    let outside = code.split('"').step_by(2);
    let is_word = |ch: char| ch.is_alphanumeric() || ch == '_';
    outside.flat_map(|part| part.split(move |ch| !is_word(ch))).filter(|word| !word.is_empty()).collect()
}

#[test]
fn retired_identifiers_do_not_come_back() {
    let retired: BTreeMap<&str, &str> = RETIRED.iter().copied().collect();
    let mut found = Vec::new();
    for (path, text) in sources() {
        for (number, line) in text.lines().enumerate() {
            for word in identifiers(line) {
                if let Some(standard) = retired.get(word) {
                    found.push(format!("{}:{}: {word} → {standard}", path.display(), number + 1));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_two_types_share_a_name() {
    let mut types: BTreeMap<String, usize> = BTreeMap::new();
    for (_, text) in sources() {
        // Associated types and types of one function are indented.
        for line in text.lines().filter(|line| !line.starts_with(' ')) {
            let mut words = line.split_whitespace().skip_while(|word| word.starts_with("pub"));
            let is_type = words.next().is_some_and(|word| ["struct", "enum", "trait", "type", "union"].contains(&word));
            let name: String = match words.next() {
                Some(word) if is_type => word.chars().take_while(|ch| ch.is_alphanumeric() || *ch == '_').collect(),
                _ => continue,
            };
            *types.entry(name).or_default() += 1;
        }
    }
    let several = types.iter().filter(|(name, count)| **count > 1 && !SHARED.contains(&name.as_str()));
    let several: BTreeSet<&str> = several.map(|(name, _)| name.as_str()).collect();
    assert_eq!(several, STILL_SHARED.iter().copied().collect::<BTreeSet<&str>>());
}

#[test]
fn the_glossary_has_the_words_that_are_checked() {
    let glossary = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/glossary.md")).unwrap();
    for word in
        ["`Fault`", "`CliError`", "`Gather`", "`CorpusAssembler`", "`WorkKind`", "`RecordSource`", "`EntityIndex`"]
    {
        assert!(glossary.contains(word), "{word}");
    }
}
