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
const DUMP: &str = r#"[{"id":"https://ror.org/05apxxy63","names":[{"value":"KAIST","types":["ror_display"]}],
    "locations":[],"status":"active","types":["education"],"relationships":[]}]"#;
const TIMES: &str = "{\"series\":\"a\",\"size\":10,\"seconds\":20}\n{\"series\":\"a\",\"size\":99,\"seconds\":30}\n";
const RECIPE: &str = "[[data]]\nfile = \"INPUT.csv\"\n[[make]]\ncommand = \"rank\"\noutput = \"ranking.csv\"\n\
    [[make]]\ncommand = \"works\"\noutput = \"works.json\"\n";

/// Calls that change what is on a disk or read it, and the error that each may give.
const CALLS: [(&str, &str); 10] = [
    ("openat", "EMFILE"),
    ("read", "EIO"),
    ("write", "ENOSPC"),
    ("fsync", "EIO"),
    ("rename", "EACCES"),
    ("renameat2", "EINVAL"),
    ("linkat", "EPERM"),
    ("mkdir", "ENOSPC"),
    ("fchmod", "EPERM"),
    ("chmod", "EPERM"),
];
/// Calls at which a signal may come, and the exit code that it gives where it is heard.
const SIGNALS: [(&str, i32); 3] = [("TERM", 143), ("INT", 130), ("KILL", -1)];
/// Calls of a kind at which a signal may come, from the last.
const LAST_CALLS: usize = 12;
const STAGES: [&str; 5] = ["openat", "write", "fsync", "rename", "linkat"];

const SQL: &[&str] = &[
    "-q",
    "--columns",
    "work=Model,institutions=Organization",
    "project",
    "INPUT.csv",
    "--emit-sql",
    "duckdb",
    "-o",
    "ties.sql",
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

/// Runs a command at whose n-th call of a kind something happens: `error=EIO`, `signal=TERM`.
fn run_injected(folder: &Folder, call: &str, what: &str, at: usize, arguments: &[&str]) -> Ran {
    let mut command = Command::new("strace");
    let inject = format!("inject=?{call}:{what}:when={at}");
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
    assert!(
        command.env("RAYON_NUM_THREADS", "1").output().unwrap().status.code().is_some_and(|code| code < 2),
        "{arguments:?}"
    );
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
    found.retain(|path, _| !path.starts_with("in") && path != Path::new("collab.toml"));
    found
}

/// A command that writes, for the old and for the new data: `INPUT` in its words and in its recipe stands for either.
struct Writing<'w> {
    words: &'w [&'w str],
    /// Whether the old output is there when the new one is written.
    replaces: bool,
    /// Whether its outputs are made one after the other, each whole: by the steps of a recipe.
    is_stepwise: bool,
    /// At most so many calls of a kind fail, spread over all of them.
    most: usize,
    /// Whether fonts are read, hundreds of files: one that cannot be read is as one that is not there.
    reads_fonts: bool,
}

const WRITING: Writing<'static> =
    Writing { words: &[], replaces: true, is_stepwise: false, most: 99, reads_fonts: false };

impl Writing<'_> {
    fn words(&self, input: &str) -> Vec<String> {
        self.words.iter().map(|word| word.replace("INPUT", &format!("in/{input}"))).collect()
    }

    fn prepare(&self, folder: &Folder, input: &str) {
        folder.write("collab.toml", RECIPE.replace("INPUT", &format!("in/{input}")).as_bytes());
    }

    fn run(&self, folder: &Folder, input: &str) -> Ran {
        self.prepare(folder, input);
        let words = self.words(input);
        folder.run(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// A folder before the command runs on the new data.
    fn fresh(&self) -> Folder {
        let folder = Folder::new();
        std::fs::create_dir(folder.file("in")).unwrap();
        let (dump, times) = (DUMP.replace("KAIST", "POSTECH"), TIMES.replace("20", "30"));
        for (name, text) in [
            ("old.csv", WORKS),
            ("new.csv", MORE),
            ("old.dump", DUMP),
            ("new.dump", &dump),
            ("old.jsonl", TIMES),
            ("new.jsonl", &times),
        ] {
            folder.write(&format!("in/{name}"), text.as_bytes());
        }
        if self.replaces {
            assert!(self.run(&folder, "old").code < 2, "{:?}", self.words);
        }
        self.prepare(&folder, "new");
        folder
    }

    /// Each file is that of before or that of after.
    fn is_each_whole(found: &Files, before: &Files, after: &Files) -> bool {
        // What was noted of steps is that of any of them.
        let is_known = |(path, bytes): (&PathBuf, &Vec<u8>)| {
            path.to_string_lossy().ends_with(".made")
                || [before, after].iter().any(|known| known.get(path) == Some(bytes))
        };
        found.iter().all(is_known)
    }
}

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Makes each call of a command fail in turn, and sends each signal at each of its stages.
fn fail_at_each_step(writing: &Writing<'_>) {
    let folder = writing.fresh();
    let before = outputs(folder.path());
    assert!(writing.run(&folder, "new").code < 2, "{:?}", writing.words);
    let after = outputs(folder.path());
    assert_ne!(before, after, "{:?}", writing.words);
    let failing = CALLS.map(|(call, error)| (call, format!("error={error}"), 2));
    let signals = SIGNALS
        .iter()
        .flat_map(|&(signal, code)| STAGES.iter().map(move |&call| (call, format!("signal={signal}"), code)));
    let mut failed = 0;
    let is_wanted = |call: &str| !writing.reads_fonts || !matches!(call, "openat" | "read");
    for (call, what, code) in failing.into_iter().chain(signals).filter(|(call, ..)| is_wanted(call)) {
        failed += happen(writing, (call, &what, code), (&before, &after));
    }
    assert!(failed > 0, "{:?}: nothing failed", writing.words);
}

/// Lets something happen at each call of a kind; returns how often the command failed by it.
fn happen(writing: &Writing<'_>, (call, what, code): (&str, &str, i32), (before, after): (&Files, &Files)) -> usize {
    let words = writing.words("new");
    let words = words.iter().map(String::as_str).collect::<Vec<_>>();
    let calls = count(&writing.fresh(), call, &words);
    let (mut folder, mut failed) = (writing.fresh(), 0);
    // A signal is of interest where files are made: they are the last that are opened.
    let first = if code == 2 { 1 } else { calls.saturating_sub(LAST_CALLS) + 1 };
    for at in (first..=calls).step_by((calls + 1 - first).div_ceil(writing.most).max(1)) {
        let ran = run_injected(&folder, call, what, at, &words);
        if ran.err.contains("loading shared libraries") || ran.err.contains("cannot allocate memory for thread") {
            continue;
        }
        let mut found = outputs(folder.path());
        let is_killed = what == "signal=KILL";
        if is_killed {
            // What nobody can catch leaves what was half written, under a name of its own.
            found.retain(|path, _| !path.to_string_lossy().contains(".collab-"));
        }
        let names = found.keys().collect::<Vec<_>>();
        let step = format!("{:?}, {call} {at} of {calls}, {what}: {} {names:?}", writing.words, ran.err);
        // Before the handlers stand, a signal ends the command as any other; nothing is written by then.
        let is_early = ran.code == -1 && code > 2 && found == *before;
        let is_done = matches!(ran.code, 0 | 1);
        // A recipe says which step was ended.
        let is_step = writing.is_stepwise && ran.code == 2;
        assert!(is_done || ran.code == code || is_early || is_step, "exit {}: {step}", ran.code);
        assert!(!ran.err.contains("panicked") && (ran.code < 2 || !ran.err.is_empty()), "{step}");
        // Nothing lies between two files that are put in their places but a kill, or the end of a step of a recipe.
        // A signal may come, and standard output fail, when the files are in their places.
        let is_late = code > 2 || ran.err.starts_with("collab: -: ");
        let is_whole = match is_killed || writing.is_stepwise {
            true => Writing::is_each_whole(&found, before, after),
            false => found == *if is_done { after } else { before } || (is_late && found == *after),
        };
        assert!(is_whole, "exit {}: {step}", ran.code);
        failed += usize::from(!is_done);
        if outputs(folder.path()) != *before {
            folder = writing.fresh();
        }
    }
    // The next run is not refused for those that failed.
    if failed > 0 && (writing.replaces || outputs(folder.path()) == *before) {
        assert!(writing.run(&folder, "new").code < 2, "{:?}", writing.words);
        let mut found = outputs(folder.path());
        found.retain(|path, _| !path.to_string_lossy().contains(".collab-"));
        assert!(found == *after, "{:?}", writing.words);
    }
    failed
}

/// Each of these, where calls can be made to fail.
fn fail_each(writings: &[Writing<'_>]) {
    if can_inject() {
        writings.iter().for_each(fail_at_each_step);
    }
}

#[test]
fn figures_and_layouts_are_all_old_or_all_new() {
    fail_each(&[
        Writing { words: &["-q", "-d", "INPUT.csv", "draw", "map", "-o", "map.svg"], ..WRITING },
        Writing { words: &["-q", "-d", "INPUT.csv", "draw", "map", "-o", "map.dot"], most: 9, ..WRITING },
        Writing {
            words: &["-q", "-d", "INPUT.csv", "draw", "map", "-o", "map.png"],
            most: 4,
            reads_fonts: true,
            ..WRITING
        },
        Writing {
            words: &["-q", "-d", "INPUT.csv", "draw", "map", "-o", "map.pdf"],
            most: 4,
            reads_fonts: true,
            ..WRITING
        },
        Writing { words: &["-q", "bench", "curves", "INPUT.jsonl", "--save", "c.svg"], ..WRITING },
    ]);
}

#[test]
fn a_figure_with_its_layout_is_all_old_or_all_new() {
    let words = &["-q", "-d", "INPUT.csv", "draw", "map", "-o", "map.svg", "--save-layout", "map.json"];
    fail_each(&[Writing { words, ..WRITING }]);
}

#[test]
fn answers_are_all_old_or_all_new() {
    fail_each(&[
        Writing { words: &["-q", "-d", "INPUT.csv", "rank", "-o", "rank.csv"], ..WRITING },
        Writing { words: &["-q", "-d", "INPUT.csv", "works", "-o", "works.json"], most: 20, ..WRITING },
        Writing { words: &["-q", "-d", "INPUT.csv", "works", "-o", "works.xlsx"], most: 20, ..WRITING },
        Writing { words: &["-q", "-d", "INPUT.csv", "who", "Kakao", "-o", "who.md"], most: 20, ..WRITING },
        Writing { words: &["-q", "-d", "INPUT.csv", "timeline", "-o", "timeline.txt"], most: 20, ..WRITING },
    ]);
}

#[test]
fn exports_are_all_old_or_all_new() {
    fail_each(&[
        Writing { words: &["-q", "-d", "INPUT.csv", "export", "-o", "net.gexf"], ..WRITING },
        // Several files.
        Writing { words: &["-q", "-d", "INPUT.csv", "export", "-o", "net.net"], ..WRITING },
    ]);
}

#[test]
fn projections_are_all_old_or_all_new() {
    fail_each(&[
        Writing { words: &["-q", "project", "INPUT.csv", "-o", "ties.csv"], ..WRITING },
        Writing { words: &["-q", "project", "INPUT.csv", "-o", "ties.csv.gz"], most: 9, ..WRITING },
        Writing { words: SQL, most: 20, ..WRITING },
    ]);
}

#[test]
fn authorities_registries_and_recipes_are_all_old_or_all_new() {
    fail_each(&[
        Writing { words: &["-q", "-d", "INPUT.csv", "names", "--accept", "names.json"], replaces: false, ..WRITING },
        Writing { words: &["-q", "registry", "build", "INPUT.dump", "-o", "index.cgror"], ..WRITING },
        Writing { words: &["-q", "init", "INPUT.csv", "-o", "made.toml"], replaces: false, ..WRITING },
    ]);
}

#[test]
fn what_a_recipe_makes_is_old_or_new_file_by_file() {
    fail_each(&[Writing { words: &["-q", "run"], is_stepwise: true, most: 12, ..WRITING }]);
}

#[test]
fn pages_are_all_old_or_all_new() {
    fail_each(&[
        Writing { words: &["-q", "-d", "INPUT.csv", "explore", "-o", "page.html"], most: 4, ..WRITING },
        Writing { words: &["-q", "-d", "INPUT.csv", "app", "-o", "app.html"], most: 4, ..WRITING },
    ]);
}

#[test]
fn reports_are_all_old_or_all_new() {
    fail_each(&[Writing { words: &["-q", "-d", "INPUT.csv", "report", "-o", "out"], most: 3, ..WRITING }]);
}
