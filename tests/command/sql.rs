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
        (&["--since", "2020", "project", "--emit-sql", "spark", "works", "--columns", COLUMNS], "date=DATE"),
        (&["--domain", "Vision", "project", "--emit-sql", "spark", "works", "--columns", COLUMNS], "--domain"),
        (&["--institution", "KAIST", "project", "--emit-sql", "spark", "works", "--columns", COLUMNS], "--engine"),
        (&["--strongest", "5", "project", "--emit-sql", "spark", "works", "--columns", COLUMNS], "--strongest"),
        (&["--level", "country", "project", "--emit-sql", "spark", "works", "--columns", COLUMNS], "--level"),
        (&["--delimiter", ";", "project", "--emit-sql", "spark", "works", "--columns", COLUMNS], "--delimiter"),
        (&["--exclude", "retracted", "project", "--emit-sql", "spark", "works", "--columns", COLUMNS], "--exclude"),
        (&["--group-by", "orgs", "project", "--emit-sql", "spark", "works", "--columns", COLUMNS], "work=orgs"),
        (
            &[
                "--country",
                "KR",
                "project",
                "--emit-sql",
                "spark",
                "w",
                "--columns",
                "work=a,institutions=b,countries=c",
            ],
            "countries=",
        ),
        (
            &["project", "--emit-sql", "spark", "w", "--columns", "work=a,institutions=b,institutions=c"],
            "--columns work=ID",
        ),
        (&["--since", "2020", "project", "--cells", "cells.csv", "-o", "out.csv"], "--since"),
        (&["project", "--emit-sql", "oracle", "works"], "spark"),
        (&["project", "works.csv"], "--output"),
    ] {
        let (out, told, code) = collab(arguments, folder.path());
        assert_eq!((out.as_str(), code), ("", Some(2)), "{arguments:?}");
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn filters_are_part_of_a_job() {
    let folder = tempfile::tempdir().unwrap();
    let job = |dialect: &str, filters: &[&str]| {
        let columns = format!("{COLUMNS},date=day");
        let arguments =
            [filters, &["project", "--emit-sql", dialect, "--input", "works", "--columns", &columns]].concat();
        let (script, told, code) = collab(&arguments, folder.path());
        assert_eq!((told.as_str(), code), ("", Some(0)));
        script
    };
    let plain = job("duckdb", &[]);
    assert!(!plain.contains("collab_dates") && !plain.contains("collab_kept") && !plain.contains("day"), "{plain}");
    for dialect in ["spark", "duckdb", "bigquery", "snowflake"] {
        let script = job(dialect, &["--since", "2020-02", "--until", "2021", "--country", "KR,JP", "--only", "joint"]);
        for part in [
            "date >= SUBSTR('2020-02-01', 1, LENGTH(date))",
            "date <= SUBSTR('2021-12-31', 1, LENGTH(date))",
            "n.countries LIKE '%;KR;%' OR n.countries LIKE '%;JP;%'",
            "COUNT(*) > 1",
            "AS undated",
        ] {
            assert!(script.contains(part), "{part}: {script}");
        }
    }
    let each = job("spark", &["--country-all", "KR,JP"]);
    assert_eq!(each.matches("MAX(CASE WHEN").count(), 2, "{each}");
}

#[cfg(not(feature = "spark"))]
#[test]
fn a_build_without_the_client_names_the_feature() {
    let folder = tempfile::tempdir().unwrap();
    let arguments =
        ["project", "--engine", "sc://localhost", "--input", "works", "--columns", COLUMNS, "-o", "ties.csv"];
    let (out, told, code) = collab(&arguments, folder.path());
    assert_eq!((out.as_str(), code), ("", Some(2)));
    assert!(told.contains("--features spark") && !folder.path().join("ties.csv").exists(), "{told}");
}

#[cfg(feature = "spark")]
#[test]
fn a_server_that_cannot_be_asked_is_told_in_a_sentence_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = format!("sc://{}", free.local_addr().unwrap());
    drop(free);
    for (engine, words) in [
        (nobody.as_str(), "No connection to 127.0.0.1:"),
        ("sc://lake.example/;token=secret", "SPARK_CONNECT_AUTHENTICATE_TOKEN"),
        ("sc://lake.example", "use_ssl=true"),
        ("spark://lake.example", "“spark”"),
    ] {
        let arguments = ["project", "--engine", engine, "--input", "works", "--columns", COLUMNS, "-o", "ties.csv"];
        let (out, told, code) = collab(&arguments, folder.path());
        assert_eq!((out.as_str(), code), ("", Some(2)));
        assert!(told.contains(words) && !told.contains("secret"), "{words}: {told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
    let explained = ["--explain", "project", "--engine", &nobody, "--input", "works", "--columns", COLUMNS];
    let (plan, told, code) = collab(&explained, folder.path());
    assert_eq!((told.as_str(), code), ("", Some(0)));
    assert!(
        plan.contains("SELECT source, target, weight\nFROM collab_ties") && plan.starts_with("-- On 127.0.0.1"),
        "{plan}"
    );
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
        "cell,work,id,name,key,country,countries,sector,sectors\n\
         \"The \"\"Best\"\" Lab;\nNAVER\",,2,\"The \"\"Best\"\" Lab\",the-best-lab,,,,\n\
         \"The \"\"Best\"\" Lab;\nNAVER\",,1,NAVER,naver,KR,;KR;,company,;company;\n\
         \"카이스트; KAIST\",,0,Korea Advanced Institute of Science and Technology (KAIST),kaist,KR,;KR;,education,;education;\n"
    );
    fs::write(folder.path().join("open.csv"), "cell\nKAIST\n\"NAVER\n").unwrap();
    let (_, told, code) = collab(&["project", "--cells", "open.csv", "-o", "new.csv"], folder.path());
    assert_eq!(code, Some(2));
    assert!(told.contains("open.csv:3:1") && !folder.path().join("new.csv").exists(), "{told}");
}
