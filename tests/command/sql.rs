//! The projection as SQL: what is printed, what is refused, and what the cells that an engine lists name. Whether engines
//! give the same ties is tested by `tests/cluster/engines.py`.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Standard output, standard error and exit code.
fn collab(arguments: &[&str], folder: &Path) -> (String, String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_collab"));
    let output = command.args(arguments).current_dir(folder).env_remove("COLLAB_LANG").output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

const COLUMNS: &str = "work=id,institutions=orgs";

#[test]
fn a_job_is_printed_and_nothing_is_run() {
    let folder = tempfile::tempdir().unwrap();
    let job = |dialect: &str, input: &str, more: &[&str]| {
        let arguments = [&["project", "--emit-sql", dialect, input, "--columns", COLUMNS], more].concat();
        collab(&arguments, folder.path())
    };
    let (script, told, code) = job("spark", "s3://bucket/works/*.parquet", &["--counting", "fractional"]);
    assert_eq!((told.as_str(), code), ("", Some(0)));
    for part in [
        "USING parquet",
        "'s3://bucket/works/*.parquet'",
        "`orgs`",
        "BETWEEN 2 AND 25",
        "SUM(1 / (CAST(a.size AS DOUBLE) - 1))",
    ] {
        assert!(script.contains(part), "{part}: {script}");
    }
    let (uncapped, _, _) = job("duckdb", "works.csv", &["--max-team", "0"]);
    assert!(uncapped.contains("t.size >= 2") && !uncapped.contains("largest"), "{uncapped}");
    let (korean, _, _) = job("snowflake", "lake.open.works", &["--lang", "ko"]);
    assert!(korean.contains("FROM \"lake\".\"open\".\"works\"") && korean.contains("-- 1. 성과물"), "{korean}");
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
    let (script, _, code) = job("spark", "works", &["-o", "job.sql"]);
    assert_eq!((script.as_str(), code), ("", Some(0)));
    assert!(fs::read_to_string(folder.path().join("job.sql")).unwrap().starts_with("-- 1."));
}

#[test]
fn what_no_job_can_be_made_of_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, words) in [
        (&["project", "--emit-sql", "spark", "works"][..], "--columns work=ID"),
        (&["project", "--emit-sql", "spark", "--columns", COLUMNS], "takes one input"),
        (&["project", "--emit-sql", "spark", "a", "b", "--columns", COLUMNS], "2 are given"),
        (
            &["project", "--emit-sql", "spark", "s3://bucket/works/", "--columns", COLUMNS],
            "s3://bucket/works/: the format",
        ),
        (&["project", "--emit-sql", "bigquery", "w.parquet", "--columns", COLUMNS], "reads tables by name"),
        (&["--since", "2020", "project", "--emit-sql", "spark", "works", "--columns", COLUMNS], "--since"),
        (&["project", "--emit-sql", "oracle", "works"], "spark"),
        (&["project", "works.csv"], "--output"),
    ] {
        let (out, told, code) = collab(arguments, folder.path());
        assert_eq!((out.as_str(), code), ("", Some(2)), "{arguments:?}");
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn cells_name_institutions_by_the_rules_of_a_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cells.csv"), "cell\n\"카이스트; KAIST\"\n\"The \"\"Best\"\" Lab;\nNAVER\"\nN/A\n")
        .unwrap();
    let (_, told, code) =
        collab(&["project", "--cells", "cells.csv", "-o", "out.csv", "--separator", ";"], folder.path());
    assert_eq!(code, Some(0), "{told}");
    let mapping = fs::read_to_string(folder.path().join("out.csv")).unwrap();
    assert_eq!(
        mapping,
        "cell,work,id,name\n\
         \"The \"\"Best\"\" Lab;\nNAVER\",,2,\"The \"\"Best\"\" Lab\"\n\
         \"The \"\"Best\"\" Lab;\nNAVER\",,1,NAVER\n\
         \"카이스트; KAIST\",,0,Korea Advanced Institute of Science and Technology (KAIST)\n"
    );
    fs::write(folder.path().join("open.csv"), "cell\nKAIST\n\"NAVER\n").unwrap();
    let (_, told, code) = collab(&["project", "--cells", "open.csv", "-o", "new.csv"], folder.path());
    assert_eq!(code, Some(2));
    assert!(told.contains("open.csv:3:1") && !folder.path().join("new.csv").exists(), "{told}");
}
