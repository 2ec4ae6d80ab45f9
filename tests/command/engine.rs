//! `--engine`: a real Graphviz places, our renderer draws; what goes wrong is said and leaves nothing behind.

use crate::support::tables;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Mutex;
use std::time::{Duration, Instant};

const ENGINES: [&str; 6] = ["dot", "neato", "fdp", "sfdp", "circo", "twopi"];

/// A script that is still open for writing in a child of another test could not be run.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Runs `collab`, with programs looked for in `path` alone where one is given.
fn collab(arguments: &[&str], path: Option<&Path>) -> Output {
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut command = Command::new(env!("CARGO_BIN_EXE_collab"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("COLLAB_LANG").env("NO_COLOR", "1");
    if let Some(path) = path {
        command.env("PATH", path);
    }
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Whether a program of Graphviz is there. Where it is not, says so; in CI that is a failure.
fn installed(program: &str) -> bool {
    let found = Command::new(program).arg("-V").output().is_ok();
    if !found {
        assert!(std::env::var_os("CI").is_none(), "CI has no {program}");
        println!("skipped: there is no {program} here");
    }
    found
}

/// The statistics of a figure, which `lint` has looked at, too.
fn drawn(arguments: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("figure.svg");
    let file = file.to_str().unwrap();
    let output = collab(&[arguments, &["-o", file, "--stats"]].concat(), None);
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
    // The budget of bytes is a matter of the view, not of who placed its nodes.
    let linted = text(&collab(&["lint", file], None).stdout);
    let faults: Vec<&str> = linted.lines().filter(|line| line.ends_with(']') && !line.ends_with("[bytes]")).collect();
    assert!(faults.is_empty(), "{arguments:?}: {faults:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn clean(name: &str, stats: &Value) {
    for fault in ["overlapping_labels", "overlapping_nodes", "labels_over_foreign_nodes", "outside"] {
        assert_eq!(stats[fault], 0, "{name}: {fault}: {stats}");
    }
    assert!(stats["smallest_type"].as_f64().unwrap() >= 6.0, "{name}");
}

#[test]
fn every_engine_draws_a_clean_map_and_two_mode_figure() {
    for engine in ENGINES.into_iter().filter(|engine| installed(engine)) {
        for (view, width, counts) in [
            ("map", "170", (15, 15)),
            ("bipartite", "170", (31, 40)),
            ("map", "85", (15, 15)),
            ("bipartite", "85", (31, 40)),
        ] {
            let stats = drawn(&["draw", view, "--engine", engine, "--width", width]);
            let name = format!("{view} {engine} {width}");
            clean(&name, &stats);
            assert_eq!((&stats["nodes"], &stats["ties"]), (&Value::from(counts.0), &Value::from(counts.1)), "{name}");
            assert_eq!(stats["labels_shown"], stats["labels_wanted"], "{name}");
            if width == "170" {
                assert_eq!(stats["labels_crossed"], 0, "{name}");
                assert!(stats["empty_cells"].as_f64().unwrap() <= 0.36, "{name}: {}", stats["empty_cells"]);
            }
        }
    }
}

#[test]
fn every_engine_gives_the_same_bytes_again() {
    for engine in ENGINES.into_iter().filter(|engine| installed(engine)) {
        for view in ["map", "bipartite"] {
            let write = || collab(&["draw", view, "--engine", engine, "-o", "-"], None).stdout;
            let first = write();
            assert!(!first.is_empty());
            assert!(first == write(), "{view} {engine}");
        }
    }
}

#[test]
fn the_world_map_keeps_names_off_foreign_nodes() {
    for path in tables::tables() {
        let data = path.display().to_string();
        for engine in ["neato", "fdp", "sfdp"].into_iter().filter(|engine| installed(engine)) {
            let stats = drawn(&["--data", &data, "draw", "map", "--engine", engine]);
            clean(engine, &stats);
            let known = if path == tables::made_up() { (41, 374) } else { (206, 522) };
            assert_eq!((stats["nodes"].as_u64().unwrap(), stats["ties"].as_u64().unwrap()), known, "{engine}");
            let shown = stats["labels_shown"].as_u64().unwrap();
            assert!(2 * shown >= known.0.min(200), "{engine}: {shown}");
            assert!(stats["empty_cells"].as_f64().unwrap() <= 0.30, "{engine}");
        }
    }
}

/// Tables on which layouts stumble: name, rows of a work and its institutions.
fn hard() -> Vec<(&'static str, String)> {
    let of = |count: usize| (0..count).map(|number| format!("Institute {number}")).collect::<Vec<_>>();
    let table = |rows: Vec<String>| format!("work,institutions\n{}\n", rows.join("\n"));
    vec![
        ("one node", table(vec!["Only,Institute 0".to_owned()])),
        ("two nodes without a tie", table(vec!["A,Institute 0".to_owned(), "B,Institute 1".to_owned()])),
        ("a star of sixty", table((0..60).map(|leaf| format!("Work {leaf},Hub;Institute {leaf}")).collect())),
        ("a model of thirty-seven", table(vec![format!("StarCoder,{}", of(37).join(";"))])),
        ("a long name", table(vec![format!("{},{};Institute 1", "모델".repeat(150), "Name ".repeat(60).trim())])),
    ]
}

#[test]
fn hard_cases_are_drawn_too() {
    let folder = tempfile::tempdir().unwrap();
    for engine in ["dot", "neato", "circo"].into_iter().filter(|engine| installed(engine)) {
        for (name, table) in hard() {
            let data = folder.path().join("table.csv");
            std::fs::write(&data, table).unwrap();
            for view in ["map", "bipartite"] {
                let data = data.to_str().unwrap();
                let arguments =
                    ["--data", data, "--separator", ";", "--max-team", "0", "draw", view, "--engine", engine];
                let stats = drawn(&arguments);
                assert_eq!(stats["overlapping_nodes"], 0, "{name}, {view} {engine}");
                assert_eq!(stats["outside"], 0, "{name}, {view} {engine}");
            }
        }
    }
}

#[test]
fn nothing_to_draw_is_no_fault() {
    let output = collab(&["--since", "2099", "draw", "bipartite", "--engine", "neato", "-o", "-"], None);
    assert!(output.status.code().unwrap() < 2, "{}", text(&output.stderr));
}

#[test]
fn views_with_an_order_of_their_own_say_so() {
    for names in [["timeline"].as_slice(), &["matrix"], &["arc"], &["ego", "KAIST"], &["path", "KAIST", "NAVER"]] {
        let output = collab(&[&["draw"], names, &["--engine", "dot", "-o", "-"]].concat(), None);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains("--engine works with map and bipartite"), "{}", text(&output.stderr));
    }
}

/// Draws with what `path` holds in Graphviz's place; the message, once it is sure that nothing was written.
fn failed(path: &Path, language: &str, more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.svg");
    let arguments = ["draw", "map", "--engine", "dot", "--lang", language, "-o", file.to_str().unwrap()];
    let output = collab(&[&arguments, more].concat(), Some(path));
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left behind");
    assert!(output.stdout.is_empty());
    text(&output.stderr)
}

#[test]
fn a_missing_graphviz_is_told_with_the_way_out() {
    let empty = tempfile::tempdir().unwrap();
    let english = failed(empty.path(), "en", &[]);
    assert!(english.contains("no program “dot”") && english.contains("apt install graphviz"), "{english}");
    let korean = failed(empty.path(), "ko", &[]);
    assert!(korean.contains("설치되어 있지 않다") && korean.contains("--engine을 뺀"), "{korean}");
}

#[cfg(unix)]
fn fake(script: &str) -> tempfile::TempDir {
    use std::os::unix::fs::PermissionsExt;
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dot");
    std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

#[cfg(unix)]
#[test]
fn an_engine_that_takes_too_long_is_stopped() {
    let start = Instant::now();
    let slow = fake("exec /bin/sleep 600");
    let english = failed(slow.path(), "en", &["--engine-limit", "0.3"]);
    assert!(english.contains("did not finish within 0.3 s") && english.contains("--engine-limit"), "{english}");
    let korean = failed(slow.path(), "ko", &["--engine-limit", "0.3"]);
    assert!(korean.contains("0.3초 안에 끝나지 않아"), "{korean}");
    assert!(start.elapsed() < Duration::from_secs(60));
}

#[cfg(unix)]
#[test]
fn an_engine_that_answers_nonsense_is_told() {
    let nonsense = [
        "echo hello",
        "exit 0",
        "echo 'node 0 1 2'",
        "echo 'node 0 nan nan'; echo 'node 9999 1 1'",
        "printf '\\377\\376node'",
    ];
    for script in nonsense {
        let folder = fake(&format!("/bin/cat > /dev/null\n{script}"));
        let english = failed(folder.path(), "en", &[]);
        assert!(english.contains("not a layout of this graph") && english.contains("remove --engine"), "{english}");
        let korean = failed(folder.path(), "ko", &[]);
        assert!(korean.contains("배치가 아니다"), "{korean}");
    }
    let failing = fake("echo 'Error: it hurts' >&2; exit 3");
    assert!(failed(failing.path(), "en", &[]).contains("it hurts"));
}
