//! A file system that fails: at the n-th write, sync, renaming and making of files, for each n, what a command writes is all
//! old or all new, and nothing is left beside it.
//!
//! `strace` makes the calls of the system fail, so that the program has no code for it. Where it is missing, or may not
//! trace, the tests say so; on CI they fail.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::command::{Folder, Ran};

const WORKS: &str = "Model,Organization,Publication date\nalpha,KAIST;NAVER,2020\nbeta,KAIST;Kakao,2021\n";
const MORE: &str = "Model,Organization,Publication date\ngamma,LG;SKT,2022\ndelta,LG;Kakao;SKT,2023\n";

/// Calls that change what is on a disk, and the error that each may give.
const CALLS: [(&str, &str); 8] = [
    ("write", "ENOSPC"),
    ("fsync", "EIO"),
    ("rename", "EACCES"),
    ("renameat2", "EINVAL"),
    ("linkat", "EPERM"),
    ("mkdir", "ENOSPC"),
    ("fchmod", "EPERM"),
    ("chmod", "EPERM"),
];

/// Whether calls can be made to fail here.
fn can_inject() -> bool {
    let run = Command::new("strace").args(["-qq", "-e", "trace=none", "true"]).stderr(Stdio::null()).status();
    let can = run.is_ok_and(|status| status.success());
    if !can {
        assert!(std::env::var_os("CI").is_none(), "no strace that may trace: install strace");
        println!("skipped: no strace that may trace; install strace");
    }
    can
}

/// Runs a command whose n-th call of a kind fails.
fn run_failing(folder: &Folder, call: &str, error: &str, at: usize, arguments: &[&str]) -> Ran {
    let mut command = Command::new("strace");
    let inject = format!("inject=?{call}:error={error}:when={at}");
    let trace = format!("trace=?{call}");
    command.args(["-f", "-qqq", "-o", "/dev/null", "-e", &trace, "-e", &inject, env!("CARGO_BIN_EXE_collab")]);
    command.args(arguments).current_dir(folder.path()).stdin(Stdio::null()).env("RAYON_NUM_THREADS", "1");
    Ran::from(command.output().unwrap())
}

/// How often a command makes a call of a kind on one thread.
fn count(folder: &Folder, call: &str, arguments: &[&str]) -> usize {
    let trace = tempfile::NamedTempFile::new().unwrap();
    let mut command = Command::new("strace");
    command.args(["-f", "-qqq", "-o"]).arg(trace.path()).args(["-e", &format!("trace=?{call}")]);
    command.arg(env!("CARGO_BIN_EXE_collab")).args(arguments).current_dir(folder.path()).stdin(Stdio::null());
    assert!(command.env("RAYON_NUM_THREADS", "1").output().unwrap().status.success(), "{arguments:?}");
    let trace = std::fs::read_to_string(trace.path()).unwrap();
    let mut threads: BTreeMap<&str, usize> = BTreeMap::new();
    for line in trace.lines().filter(|line| line.contains(&format!("{call}("))) {
        *threads.entry(line.split(' ').next().unwrap_or_default()).or_default() += 1;
    }
    threads.into_values().max().unwrap_or(0)
}

/// Every file below a folder but the inputs, with its content.
fn outputs(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut found, mut left) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(place) = left.pop() {
        for entry in std::fs::read_dir(&place).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => left.push(path),
                false => _ = found.insert(path.strip_prefix(folder).unwrap().to_owned(), std::fs::read(&path).unwrap()),
            }
        }
    }
    found.retain(|path, _| !matches!(path.to_str(), Some("works.csv" | "more.csv" | "dump.json")));
    found
}

/// Makes each call of a command fail in turn, but at most so many of a kind, spread over all of them.
fn fail_at_each_step(arguments: &[&str], most: usize) {
    let with = |input: &str| {
        let words = arguments.iter().map(|word| if *word == "INPUT" { input.to_owned() } else { (*word).to_owned() });
        words.collect::<Vec<String>>()
    };
    let (old, new) = (with("works.csv"), with("more.csv"));
    let [old, new] = [&old, &new].map(|words| words.iter().map(String::as_str).collect::<Vec<_>>());
    let fresh = || {
        let folder = Folder::with(&[("works.csv", WORKS), ("more.csv", MORE), ("dump.json", "[]")]);
        folder.run(&old).answer();
        folder
    };
    let folder = fresh();
    let before = outputs(folder.path());
    folder.run(&new).answer();
    let after = outputs(folder.path());
    assert_ne!(before, after, "{arguments:?}");
    let mut failed = 0;
    for (call, error) in CALLS {
        let folder = fresh();
        let calls = count(&folder, call, &new);
        let mut folder = fresh();
        for at in (1..=calls).step_by(calls.div_ceil(most).max(1)) {
            let ran = run_failing(&folder, call, error, at, &new);
            let found = outputs(folder.path());
            let names = found.keys().collect::<Vec<_>>();
            let step = format!("{arguments:?}, {call} {at} of {calls}: {} {names:?}", ran.err);
            match ran.code {
                0 => assert!(found == after, "{step}"),
                2 => assert!(found == before, "{step}"),
                other => panic!("exit {other}: {step}"),
            }
            failed += usize::from(ran.code == 2);
            if ran.code == 0 {
                folder = fresh();
            } else {
                assert!(!ran.err.is_empty() && !ran.err.contains("panicked"), "{step}");
            }
        }
        // The next run is not refused for those that failed.
        folder.run(&new).answer();
        assert!(outputs(folder.path()) == after, "{arguments:?}");
    }
    assert!(failed > 0, "{arguments:?}: nothing failed");
}

#[test]
fn a_figure_and_its_layout_are_all_old_or_all_new_whatever_call_fails() {
    if can_inject() {
        fail_at_each_step(&["-q", "-d", "INPUT", "draw", "map", "-o", "map.svg", "--save-layout", "map.json"], 99);
        fail_at_each_step(&["-q", "-d", "INPUT", "draw", "map", "-o", "map.svg"], 99);
    }
}

#[test]
fn exports_are_all_old_or_all_new_whatever_call_fails() {
    if can_inject() {
        fail_at_each_step(&["-q", "-d", "INPUT", "export", "-o", "net.gexf"], 99);
        // Several files.
        fail_at_each_step(&["-q", "-d", "INPUT", "export", "-o", "net.net"], 99);
        fail_at_each_step(&["-q", "project", "INPUT", "-o", "ties.csv"], 99);
        fail_at_each_step(&["-q", "project", "INPUT", "-o", "ties.csv.gz"], 99);
    }
}

#[test]
fn pages_and_reports_are_all_old_or_all_new_whatever_call_fails() {
    if can_inject() {
        fail_at_each_step(&["-q", "-d", "INPUT", "explore", "-o", "page.html"], 4);
        fail_at_each_step(&["-q", "-d", "INPUT", "report", "-o", "out"], 4);
    }
}
