//! Whole commands: what they print, with which exit code, and what they leave behind.

use crate::support::tables;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn collab(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_collab"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("COLLAB_LANG").env_remove("NO_COLOR");
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Output, errors and exit code as one text.
fn told(arguments: &[&str]) -> String {
    let output = collab(arguments);
    format!(
        "$ collab {}\n{}--- standard error\n{}--- exit code {}\n",
        arguments.join(" "),
        text(&output.stdout),
        text(&output.stderr),
        output.status.code().unwrap()
    )
}

fn json(arguments: &[&str]) -> Value {
    let output = collab(&[arguments, &["--format", "json"]].concat());
    assert!(output.status.code().unwrap() < 2, "{arguments:?}: {}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A table of the shared data sets, or `None` with the reason printed.
fn shared(name: &str) -> Option<String> {
    tables::shared(&format!("datasets/{name}")).map(|path| path.display().to_string())
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn commands_as_they_are_read() {
    let commands: &[(&str, &[&str])] = &[
        ("start", &[]),
        ("overview", &["embedded"]),
        ("overview-ko", &["embedded", "--lang", "ko"]),
        ("who-kaist", &["who", "KAIST"]),
        ("who-kaist-ko", &["who", "카이스트", "--lang", "ko"]),
        ("who-volcano", &["who", "Volcano", "13B"]),
        ("between-none", &["between", "서울대", "KAIST"]),
        ("between-joint", &["between", "ㅋㅇㅅㅌ", "naver", "--lang", "en"]),
        ("path", &["path", "Samsung", "EPFL"]),
        ("path-none", &["path", "SNU", "KAIST", "--lang", "ko"]),
        ("rank", &["rank", "--by", "betweenness", "--top", "5"]),
        ("clusters", &["clusters"]),
        ("components", &["components", "--lang", "ko"]),
        ("institutions-md", &["institutions", "--country", "KR", "--format", "md"]),
        ("works-csv", &["works", "--since", "2022", "--format", "csv"]),
        ("missing", &["who", "서을대"]),
        ("misspelt", &["whoo"]),
        ("no-criterion", &["works", "--criterion", "famous"]),
        ("no-file", &["--data", "no/such.csv"]),
        ("notices", &["works", "--notices", "all", "--since", "2025", "--format", "csv"]),
    ];
    for (name, arguments) in commands {
        insta::assert_snapshot!(format!("cli-{name}"), told(arguments));
    }
}

#[test]
fn the_embedded_data_are_the_seventeen() {
    let overview = json(&[]);
    let expected = [
        ("works", 17),
        ("institutions", 14),
        ("ties", 24),
        ("weight", 55),
        ("components", 2),
        ("largest_component", 8),
        ("isolates", 0),
    ];
    for (key, value) in expected {
        assert_eq!(overview[key], value, "{key}");
    }
    assert_eq!((&overview["since"], &overview["until"]), (&"2016-11-11".into(), &"2025-03-16".into()));
    for name in ["KAIST", "카이스트", "kaist", "한국과학기술원", "ＫＡＩＳＴ", "ㅋㅇㅅㅌ"] {
        let who = json(&["who", name]);
        assert_eq!(who["of"]["id"], "kaist", "{name}");
        let partners: Vec<(&str, u64)> = who["partners"]
            .as_array()
            .unwrap()
            .iter()
            .map(|partner| (partner["id"].as_str().unwrap(), partner["weight"].as_u64().unwrap()))
            .collect();
        assert_eq!(partners, [("naver", 2), ("korea-university", 1), ("lg-ai-research", 1)]);
        let solo: Vec<&str> =
            who["solo_works"].as_array().unwrap().iter().map(|work| work["name"].as_str().unwrap()).collect();
        assert_eq!(solo, ["EI-REHN-1000D", "PyramidNet"]);
    }
    assert_eq!(collab(&["between", "서울대", "KAIST"]).status.code(), Some(1));
}

#[test]
fn the_epoch_table_gives_the_known_numbers() {
    let Some(table) = shared("epoch-notable-2025-04-08.csv") else { return };
    let plain = ["--data", &table, "--authority", "none", "--max-team", "0", "--quiet"];
    let overview = json(&plain);
    let expected = [
        ("works", 914),
        ("institutions", 343),
        ("ties", 1209),
        ("weight", 1362),
        ("components", 87),
        ("largest_component", 233),
        ("isolates", 69),
    ];
    for (key, value) in expected {
        assert_eq!(overview[key], value, "{key}");
    }
    let top = |measure: &str, count: usize| -> Vec<(String, f64)> {
        let ranked = json(&[&plain[..], &["rank", "--by", measure]].concat());
        let rows = ranked["rows"].as_array().unwrap().iter().take(count);
        rows.map(|row| (row["name"].as_str().unwrap().to_owned(), row["value"].as_f64().unwrap())).collect()
    };
    let degrees: Vec<f64> = top("degree", 10).into_iter().map(|row| row.1).collect();
    assert_eq!(degrees, [60.0, 56.0, 52.0, 52.0, 50.0, 50.0, 47.0, 42.0, 41.0, 39.0]);
    let known =
        [("Tsinghua", 0.0829), ("Stanford", 0.0666), ("Google", 0.0562), ("Carnegie", 0.0504), ("Princeton", 0.0338)];
    for ((name, value), (start, expected)) in top("betweenness", 5).iter().zip(known) {
        assert!(name.starts_with(start) && (value - expected).abs() < 5e-5, "{name} {value}");
    }
    let works: Vec<f64> = top("works", 8).into_iter().map(|row| row.1).collect();
    assert_eq!(works, [95.0, 48.0, 41.0, 40.0, 39.0, 33.0, 32.0, 32.0]);
}

#[test]
fn the_default_authority_merges_what_it_says_and_leaves_the_consortium_out() {
    let Some(table) = shared("epoch-notable-2025-04-08.csv") else { return };
    let overview = json(&["--data", &table, "--quiet"]);
    let expected = [("works", 914), ("institutions", 341), ("ties", 555), ("largest_component", 206)];
    for (key, value) in expected {
        assert_eq!(overview[key], value, "{key}");
    }
    assert_eq!(overview["left_out"][0]["name"], "StarCoder");
    let path = json(&["--data", &table, "--quiet", "path", "SNU", "KAIST"]);
    let stops: Vec<&str> =
        path["steps"].as_array().unwrap().iter().map(|step| step["to"]["id"].as_str().unwrap()).collect();
    assert_eq!(stops, ["google", "princeton-university", "korea-university", "kaist"]);
}

#[test]
fn any_order_of_rows_and_any_number_of_threads_give_the_same_bytes() {
    let fixture =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/new-schema.csv")).unwrap();
    let folder = folder();
    let (head, rows) = fixture.split_once('\n').unwrap();
    let mut lines: Vec<&str> = rows.lines().collect();
    let mut outputs: Vec<BTreeMap<String, Vec<u8>>> = Vec::new();
    for (run, threads) in ["1", "2", "7"].iter().enumerate() {
        lines.rotate_left(1);
        let table = folder.path().join("models.csv");
        fs::write(&table, format!("{head}\n{}\n", lines.join("\n"))).unwrap();
        let table = table.display().to_string();
        let mut output = BTreeMap::new();
        for question in [vec!["works"], vec!["rank"], vec!["rank", "--by", "betweenness"], vec!["clusters"], vec![]] {
            for format in ["text", "json", "csv", "md"] {
                let arguments = [&["--data", &table, "--quiet", "--format", format], &question[..]].concat();
                let out = command(&arguments).env("RAYON_NUM_THREADS", threads).output().unwrap();
                output.insert(format!("{question:?} {format}"), out.stdout);
            }
        }
        let report = folder.path().join(format!("report-{run}"));
        let arguments = ["--data", &table, "--quiet", "report", "-o", &report.display().to_string()];
        assert!(command(&arguments).env("RAYON_NUM_THREADS", threads).output().unwrap().status.success());
        output.extend(files(&report).into_iter().map(|(path, bytes)| (path.display().to_string(), bytes)));
        outputs.push(output);
    }
    for other in &outputs[1..] {
        assert_eq!(outputs[0].keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (name, bytes) in &outputs[0] {
            // Workbooks are no text.
            assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&other[name]), "{name}");
            assert!(bytes == &other[name], "{name}");
        }
    }
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn strict_turns_notices_into_failure() {
    let output = collab(&["--data", "tests/fixtures/damaged-rows.csv", "--strict"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty() && text(&output.stderr).contains("--strict"));
    // What is odd in the embedded data is documented there, and no fault of the user's.
    assert_eq!(collab(&["--strict"]).status.code(), Some(0));
    let output = collab(&["--data", "tests/fixtures/semicolons.csv", "--separator", ""]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("--separator is empty"));
}

#[test]
fn the_order_in_which_inputs_are_named_changes_no_picture() {
    let folder = folder();
    let tables = [("a.csv", "Title,Institutions\nA,X;Y\n"), ("b.csv", "Title,Institutions\nB,Y;Z\n")];
    let [a, b] = tables.map(|(name, rows)| {
        fs::write(folder.path().join(name), rows).unwrap();
        folder.path().join(name).display().to_string()
    });
    for view in ["map", "bipartite", "matrix"] {
        let one = collab(&["--data", &a, "--data", &b, "draw", view, "-o", "-", "-T", "svg"]);
        let other = collab(&["--data", &b, "--data", &a, "draw", view, "-o", "-", "-T", "svg"]);
        assert!(one.status.success() && one.stdout == other.stdout, "{view}");
    }
}

#[test]
fn an_overview_without_partnerships_says_why() {
    let told = text(&collab(&["--max-team", "1"]).stdout);
    let joined = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(joined.contains("with more than 1 institution make no ties (--max-team 1)"), "{told}");
    let told = text(&collab(&["--data", "tests/fixtures/edges.csv", "--quiet"]).stdout);
    assert!(told.starts_with("3 institutions."), "{told}");
}

#[test]
fn standard_input_and_several_tables_are_read() {
    let mut child =
        command(&["--data", "-", "--quiet", "--json"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all("Title,Institutions,Year\nA,X;Y,2020\nB,Y;Z,2021\n".as_bytes()).unwrap();
    let overview: Value = serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!((&overview["works"], &overview["ties"]), (&2.into(), &2.into()));
    let folder = folder();
    let table = folder.path().join("more.csv");
    fs::write(&table, "Title,Institutions,Year\nC,KAIST;POSTECH,2024\n").unwrap();
    let embedded = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/korea-17.json").display().to_string();
    let merged = json(&["--data", &embedded, "--data", &table.display().to_string(), "--quiet"]);
    assert_eq!((&merged["works"], &merged["institutions"]), (&18.into(), &15.into()));
}

#[test]
fn a_closed_pipe_is_no_fault_and_colour_follows_the_wish() {
    let mut child =
        command(&["works", "--format", "json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.stderr.is_empty() && output.status.code() == Some(0), "{}", text(&output.stderr));
    let plain = collab(&["who", "KAIST"]);
    assert!(!plain.stdout.contains(&0x1B));
    let forced = collab(&["who", "KAIST", "--color", "always"]);
    assert!(forced.stdout.contains(&0x1B));
    let never = command(&["who", "KAIST", "--color", "never"]).env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(!never.stdout.contains(&0x1B));
}

#[test]
fn the_language_is_set_and_never_guessed() {
    let english = command(&["who", "KAIST"]).env("LANG", "ko_KR.UTF-8").output().unwrap();
    assert_eq!(text(&english.stdout), text(&collab(&["who", "KAIST"]).stdout));
    let korean = command(&["who", "KAIST"]).env("COLLAB_LANG", "ko").output().unwrap();
    assert_eq!(text(&korean.stdout), text(&collab(&["who", "KAIST", "--lang", "ko"]).stdout));
    assert_ne!(english.stdout, korean.stdout);
}

#[test]
fn figures_are_written_whole_and_by_their_ending() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name).display().to_string();
    for view in ["map", "bipartite"] {
        assert!(collab(&["draw", view, "-o", &at("a.svg")]).status.success());
        assert!(fs::read_to_string(at("a.svg")).unwrap().contains("<svg "));
        assert!(collab(&["draw", view, "-o", &at("a.dot")]).status.success());
        assert!(fs::read_to_string(at("a.dot")).unwrap().starts_with("graph"));
        let printed = collab(&["draw", view, "-o", "-"]);
        assert_eq!(text(&printed.stdout), fs::read_to_string(at("a.svg")).unwrap());
    }
    let unknown = collab(&["draw", "map", "-o", &at("a.xyz")]);
    assert_eq!(unknown.status.code(), Some(2));
    assert_eq!(collab(&["draw", "map", "-o", &at("no/such/folder.svg")]).status.code(), Some(2));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing but the two figures is left");
}

/// A file renamed over `/dev/null` breaks a whole machine; a file renamed over a link cuts it.
#[cfg(unix)]
#[test]
fn pipes_and_devices_are_written_to_and_links_stay_links() {
    use std::os::unix::fs::FileTypeExt;
    let folder = folder();
    let pipe = folder.path().join("pipe.svg");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read(pipe).unwrap()
    });
    let output = collab(&["draw", "matrix", "-o", pipe.to_str().unwrap(), "--quiet"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&reader.join().unwrap()).contains("</svg>"));
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());

    let (real, link) = (folder.path().join("real.svg"), folder.path().join("link.svg"));
    fs::write(&real, "old").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    told(&["draw", "matrix", "-o", link.to_str().unwrap(), "--quiet"]);
    assert!(fs::symlink_metadata(&link).unwrap().file_type().is_symlink());
    assert!(fs::read_to_string(&real).unwrap().contains("</svg>"));
}

#[test]
fn a_report_goes_into_its_own_folder_alone() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name).display().to_string();
    assert!(collab(&["--quiet", "report", "-o", &at("new")]).status.success());
    let first = files(Path::new(&at("new")));
    for name in
        ["report.md", "report.html", "manifest.json", "figures/map-170.svg", "figures/map-170.dot", "tables/works.csv"]
    {
        assert!(first.contains_key(Path::new(name)), "{name}");
    }
    let page = text(&first[Path::new("report.html")]);
    assert!(page.contains("<svg ") && !page.contains("<script") && !page.contains("src="));
    assert!(collab(&["--quiet", "report", "-o", &at("new")]).status.success());
    assert_eq!(first, files(Path::new(&at("new"))), "the same facts give the same bytes");

    fs::create_dir(at("taken")).unwrap();
    fs::write(at("taken/thesis.txt"), "mine").unwrap();
    let refused = collab(&["report", "-o", &at("taken")]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(files(Path::new(&at("taken"))).len(), 1);
    assert!(collab(&["--quiet", "report", "-o", &at("taken"), "--force"]).status.success());
    assert_eq!(fs::read_to_string(at("taken/thesis.txt")).unwrap(), "mine");
}

#[test]
fn the_manifest_tells_every_file_truly() {
    let folder = folder();
    let place = folder.path().join("report");
    assert!(collab(&["--quiet", "report", "-o", &place.display().to_string()]).status.success());
    let written = files(&place);
    let manifest: Value = serde_json::from_slice(&written[Path::new("manifest.json")]).unwrap();
    assert_eq!(manifest["tool"], "collabgraph");
    let listed = manifest["files"].as_array().unwrap();
    assert_eq!(listed.len() + 1, written.len());
    for file in listed {
        let bytes = &written[Path::new(file["path"].as_str().unwrap())];
        assert_eq!(file["bytes"].as_u64().unwrap() as usize, bytes.len());
        assert_eq!(file["sha256"].as_str().unwrap().len(), 64);
    }
}

#[test]
fn the_committed_gallery_is_what_the_program_writes() {
    let committed = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("output"));
    let folder = folder();
    let place = folder.path().join("output");
    assert!(collab(&["--quiet", "report", "-o", &place.display().to_string()]).status.success());
    // The page without data stands beside the report.
    let page = place.join("collab.html").display().to_string();
    assert!(collab(&["--quiet", "app", "-o", &page]).status.success());
    let written = files(&place);
    assert_eq!(committed.keys().collect::<Vec<_>>(), written.keys().collect::<Vec<_>>());
    for (path, bytes) in &written {
        assert!(
            committed[path] == *bytes,
            "{} differs: run `cargo run --release -- report` and `… app -o output/collab.html`",
            path.display()
        );
    }
}

#[test]
fn the_manual_is_served() {
    assert!(text(&collab(&["man"]).stdout).contains(".TH"));
    assert!(text(&collab(&["--help"]).stdout).contains("Commands"));
    assert_eq!(collab(&["rank", "--by", "fame"]).status.code(), Some(2));
}
