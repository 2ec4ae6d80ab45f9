//! `collab bench`: one line of JSON a task, with values that can be reckoned by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// A path of four with a triangle at its end: 0–1–2–3, 3–4, 2–4; the first tie weighs 2.
const TIES: &str = "0 1 2\n1 2 1\n2 3 1\n3 4 1\n2 4 1\n";

fn bench(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_collab")).arg("bench").args(arguments).output().unwrap()
}

fn line(task: &str, file: &Path, more: &[&str]) -> Value {
    let output = bench(&[&[task, file.to_str().unwrap()], more].concat());
    assert_eq!(output.status.code(), Some(0), "{task}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().count(), 1, "{text}");
    serde_json::from_str(&text).unwrap()
}

fn file(folder: &tempfile::TempDir, name: &str, text: &str) -> std::path::PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn every_task_tells_its_times_and_its_result() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "toy.edges", TIES);
    let cases: [(&str, f64, f64); 9] = [
        ("strength", 12.0, 3.0),
        ("betweenness", 7.0, 4.0),
        ("closeness", 4.0 / 9.0 + 4.0 / 6.0 + 4.0 / 5.0 + 2.0 * 4.0 / 7.0, 0.8),
        ("harmonic", 2.0 * (5.0 + 3.0 / 2.0 + 2.0 / 3.0), 3.5),
        ("pagerank", 1.0, f64::NAN),
        ("eigenvector", f64::NAN, 1.0),
        ("kcore", 8.0, 2.0),
        ("clustering", 2.0 + 1.0 / 3.0, 1.0),
        ("components", 1.0, 1.0),
    ];
    for (task, sum, max) in cases {
        let told = line(task, &path, &["--repeat", "2"]);
        assert_eq!((told["task"].as_str(), told["size"].as_str()), (Some(task), Some("toy")));
        assert_eq!((told["threads"].as_u64(), told["runs"].as_u64()), (Some(1), Some(2)));
        assert!(told["seconds"].as_f64() >= told["min"].as_f64() && told["load_seconds"].is_number(), "{told}");
        for (key, wanted) in [("sum", sum), ("max", max)] {
            let value = told["result"][key].as_f64().unwrap();
            assert!(wanted.is_nan() || (value - wanted).abs() < 1e-9, "{task} {key}: {value}, not {wanted}");
        }
    }
}

#[test]
fn weights_shorten_ways() {
    let folder = tempfile::tempdir().unwrap();
    // Over 1 the way from 0 to 2 is half as long as the direct one: the node between is passed by one pair.
    let path = file(&folder, "w.edges", "0 1 4\n1 2 4\n0 2 1\n");
    assert_eq!(line("betweenness-w", &path, &[])["result"]["max"].as_f64(), Some(1.0));
    assert_eq!(line("betweenness", &path, &[])["result"]["max"].as_f64(), Some(0.0));
}

#[test]
fn communities_and_layouts_tell_their_quality() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "two.edges", "0 1 1\n1 2 1\n0 2 1\n3 4 1\n4 5 1\n3 5 1\n2 3 1\n");
    let told = line("communities", &path, &["--seed", "7"]);
    assert_eq!(told["clusters"].as_u64(), Some(2));
    // Six of seven ties inside, both halves of strength 7 of 14.
    assert!((told["quality"].as_f64().unwrap() - (6.0 / 7.0 - 0.5)).abs() < 1e-9, "{told}");
    let path = file(&folder, "path.edges", "0 1 1\n1 2 1\n2 3 1\n");
    assert!(line("layout", &path, &[])["quality"].as_f64().unwrap() < 0.01);
    let values = folder.path().join("values");
    line("kcore", &path, &["--save", values.to_str().unwrap()]);
    assert_eq!(std::fs::read_to_string(values).unwrap(), "1.0\n1.0\n1.0\n1.0\n");
}

#[test]
fn partners_are_counted_from_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let table = "Model,Organization,Publication date,Country (of organization)\nA,\"KAIST,NAVER\",2020-01-01,\nB,\"KAIST,NAVER,Inha University\",2021-01-01,\n";
    let path = file(&folder, "table.csv", table);
    assert_eq!(line("neighbours", &path, &["--opt", "x=KAIST"])["result"].as_str(), Some("2:3"));
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "bad.edges", "0 1 1\n0 x 1\n");
    for (arguments, words) in [
        (vec!["strength", path.to_str().unwrap()], "bad.edges:2:1: expected two node numbers"),
        (vec!["strength", "/no/such.edges"], "/no/such.edges"),
        (vec!["fame", path.to_str().unwrap()], "unknown task “fame”"),
    ] {
        let output = bench(&arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(error.contains(words), "{error}");
    }
}
