//! Programs in Python that compute the same: NetworkX, igraph.

use serde_json::Value;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// Whether Python with these libraries is there. On the machine of the checks it must be.
pub(crate) fn has(libraries: &str) -> bool {
    let import = format!("import {libraries}");
    let found = Command::new("python3").args(["-c", &import]).output().is_ok_and(|run| run.status.success());
    assert!(found || std::env::var_os("CI").is_none(), "python3 with {libraries} is needed: pip install");
    if !found {
        println!("skipped: python3 with {libraries} is not there");
    }
    found
}

/// What a script writes as JSON, given JSON.
pub(crate) fn run(script: &str, input: &Value) -> Value {
    let mut python = Command::new("python3");
    let mut run = python.args(["-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    run.stdin.take().unwrap().write_all(input.to_string().as_bytes()).unwrap();
    let output = run.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}
