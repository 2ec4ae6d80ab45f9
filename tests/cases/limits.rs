//! Costs that an input may not blow up.

use std::fmt::Write;
use std::path::PathBuf;

use crate::support::command::{Folder, Ran};
use crate::support::tables;

/// An input of the shared cases; `None`, and a word about it, where they are not at hand.
fn shared(name: &str) -> Option<PathBuf> {
    std::fs::canonicalize(tables::shared(&format!("cases/safety/{name}"))?).ok()
}

/// Runs the command with so many megabytes of addresses; without a limit where none can be set.
fn within(folder: &Folder, megabytes: u64, arguments: &[&str]) -> Ran {
    if !cfg!(target_os = "linux") {
        println!("no limit: ulimit -v holds on Linux alone");
        return folder.run(arguments);
    }
    let mut command = std::process::Command::new("sh");
    let limit = format!("ulimit -v {}; exec \"$0\" \"$@\"", megabytes * 1024);
    command.args(["-c", &limit, env!("CARGO_BIN_EXE_collab")]).args(arguments);
    command.env("RAYON_NUM_THREADS", "2").current_dir(folder.path()).stdin(std::process::Stdio::null());
    Ran::from(command.output().unwrap())
}

/// A chain of works, each of two institutions.
fn chain(steps: usize) -> String {
    let mut table = String::from("Model,Organization\n");
    (0..steps).for_each(|step| writeln!(table, "m{step},i{step};i{}", step + 1).unwrap());
    table
}

/// A table of so many works of so many institutions each, out of a few hundred.
fn wide(works: usize, team: usize) -> String {
    let mut table = String::from("Model,Organization,Publication date\n");
    let mut seed = 7u64;
    for work in 0..works {
        let mut names = Vec::new();
        while names.len() < team {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let name = format!("{:x}", (seed >> 33) % 880);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        writeln!(table, "m{work},{},{}", names.join("|"), 1990 + work % 30).unwrap();
    }
    table
}

#[test]
fn a_list_of_all_ties_takes_little_more_than_its_text() {
    let folder = Folder::with(&[("wide.csv", &wide(680, 24))]);
    let inputs = [Some(folder.file("wide.csv")), shared("timeline-900MB.csv")];
    for input in inputs.into_iter().flatten() {
        let input = input.display().to_string();
        let ran = within(&folder, 500, &["-q", "-d", &input, "timeline", "-f", "csv"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.lines().count() > 100_000, "{}", ran.out.lines().count());
    }
}

#[test]
fn entities_that_swell_are_not_read_and_those_of_namespaces_are() {
    let flat = |name: &str, value: &str, times: usize, uses: &str| {
        format!(
            "<!DOCTYPE svg [<!ENTITY {name} {value}>]><svg xmlns=\"http://www.w3.org/2000/svg\"><text{}</text></svg>",
            uses.repeat(times)
        )
    };
    let long = "x".repeat(30_000);
    let mut nested = String::from("<!ENTITY e0 'lol'>");
    (1..10).for_each(|at| write!(nested, "<!ENTITY e{at} '{}'>", format!("&e{};", at - 1).repeat(10)).unwrap());
    let folder = Folder::new();
    let texts = [
        flat("a", &format!("\"{long}\""), 6_000, ">&a;"),
        flat("a", &format!("'{long}'"), 6_000, " b=\"&a;\""),
        flat("a", &format!("\n '{}'", "<g/>".repeat(7_000)), 6_000, ">&a;"),
        format!("<!DOCTYPE svg [{nested}]><svg xmlns=\"http://www.w3.org/2000/svg\" a=\"&e9;\"/>"),
    ];
    for text in &texts {
        folder.write("swollen.svg", text.as_bytes());
        let ran = within(&folder, 200, &["lint", "swollen.svg"]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.out.contains("swollen.svg:1:") && ran.out.contains("[dtd]"), "{}", ran.out);
        let like = within(&folder, 200, &["draw", "map", "--like", "swollen.svg", "-o", "new.svg"]);
        assert_eq!(like.code, 2, "{}", like.err);
        assert!(!folder.file("new.svg").exists());
    }
    if let Some(file) = shared("lint-quadratic-entity.svg") {
        assert_eq!(within(&folder, 200, &["lint", &file.display().to_string()]).code, 1);
    }
    // What drawing programs write: a name for a namespace.
    let fine = "<!DOCTYPE svg [<!ENTITY ns \"http://www.w3.org/2000/svg\">]>\n<svg xmlns=\"&ns;\" width=\"9mm\"/>";
    folder.write("fine.svg", fine.as_bytes());
    let ran = folder.run(&["lint", "fine.svg"]);
    assert!(ran.out.contains("[view-box]") || ran.out.contains("[viewbox]"), "{}", ran.out);
    assert!(!ran.out.contains("[root]"), "{}", ran.out);
}

#[test]
fn a_path_of_thousands_of_steps_is_drawn_by_its_ends_and_says_so() {
    let folder = Folder::with(&[("chain.csv", &chain(5_000))]);
    folder.run(&["-q", "-d", "chain.csv", "--lang", "en", "draw", "path", "i0", "i5000", "-o", "path.svg"]).answer();
    let svg = folder.read("path.svg");
    assert!(svg.contains("5,000 steps"), "all steps are counted");
    assert!(svg.contains("The first and last 30 institutions of the path; 4,941 between them are not shown."), "{svg}");
    let ends = ["i0", "i29", "i4971", "i5000"].map(|id| svg.contains(&format!("data-id=\"{id}\"")));
    let hidden = ["i30", "i4970"].map(|id| svg.contains(&format!("data-id=\"{id}\"")));
    assert_eq!((ends, hidden), ([true; 4], [false; 2]));
    folder.run(&["lint", "path.svg"]).answer();
    if let Some(file) = shared("path-5000.txt") {
        let file = file.display().to_string();
        folder.run(&["-q", "-d", &file, "draw", "path", "0", "4999", "-o", "shared.svg"]).answer();
        folder.run(&["lint", "shared.svg"]).answer();
    }
    // One that has room is whole.
    folder.write("short.csv", chain(50).as_bytes());
    folder.run(&["-q", "-d", "short.csv", "--lang", "en", "draw", "path", "i0", "i50", "-o", "short.svg"]).answer();
    assert!(!folder.read("short.svg").contains("between them are not shown"));
}

#[test]
fn numbers_that_cost_have_a_largest_value_in_both_languages() {
    let folder = Folder::with(&[("ties.csv", "Model,Organization\nm,X;Y\n")]);
    for (arguments, range) in [
        (&["clusters", "--random-starts", "1000000000"][..], ["from 1 to 10000", "1부터 10000까지"]),
        (&["clusters", "--random-starts", "0"], ["from 1 to 10000", "1부터 10000까지"]),
        (&["path", "X", "Y", "--alternatives", "18446744073709551615"], ["from 0 to 100", "0부터 100까지"]),
        (&["clusters", "-r", "1e308"], ["up to 1000000", "1000000 이하"]),
        (
            &["draw", "map", "--engine", "neato", "--engine-limit", "1e300", "-o", "x.svg"],
            ["at most 86400", "86400초(하루) 이하"],
        ),
        (&["draw", "map", "--width", "1e9", "-o", "x.svg"], ["60 to 1200", "60~1200"]),
        (&["draw", "map", "--width", "1200", "--dpi", "2400", "-o", "x.png"], ["too many", "너무 크다"]),
    ] {
        for (language, words) in ["en", "ko"].into_iter().zip(range) {
            let said = folder.run(&[&["-q", "-d", "ties.csv", "--lang", language], arguments].concat()).refusal();
            assert!(said.contains(words), "{arguments:?}: {said}");
        }
    }
    let long = "x".repeat(100_000);
    for (language, words) in [("en", "at most 64 bytes"), ("ko", "64바이트까지")] {
        let said = folder.run(&["-d", "ties.csv", "--lang", language, "--separator", &long]).refusal();
        assert!(said.contains(words), "{said}");
    }
    let most = "18446744073709551615";
    for arguments in [
        &["rank", "--top", most][..],
        &["strongest", "--top", most],
        &["timeline", "--top", most],
        &["counting", "--top", most],
        &["brokers", "--top", most],
        &["search", "X", "--top", most],
        &["clusters", "--seed", most],
        &["draw", "map", "--top", most, "-o", "a.svg"],
        &["draw", "map", "--focus", "X", "--depth", most, "-o", "a.svg"],
    ] {
        let ran = folder.run(&[&["-q", "-d", "ties.csv"], arguments].concat());
        assert!(matches!(ran.code, 0 | 1), "{arguments:?}: {} {}", ran.code, ran.err);
    }
}

#[test]
fn a_work_of_thousands_of_institutions_without_a_cap_is_refused_with_its_pairs() {
    let names: Vec<String> = (0..5_000).map(|at| format!("i{at}")).collect();
    let table = format!("Model,Organization\nm,{}\nn,i1;i2\n", names.join(";"));
    let folder = Folder::with(&[("large.csv", &table)]);
    let cap = |cap: &str| folder.run(&["-q", "-d", "large.csv", "--max-team", cap, "strongest", "-f", "csv"]);
    for given in ["0", "6000"] {
        let said = cap(given).refusal();
        assert!(said.contains("12,497,500 pairs") && said.contains("--max-team"), "{said}");
    }
    assert_eq!(cap("25").answer().lines().count(), 2);
}

#[test]
fn places_beyond_the_page_are_brought_onto_it() {
    let folder = Folder::new();
    folder.run(&["-q", "draw", "map", "-o", "old.svg", "--save-layout", "old.json"]).answer();
    let old: serde_json::Value = serde_json::from_str(&folder.read("old.json")).unwrap();
    for (id, axis, place) in [
        ("ornl", "x", 0.0),
        ("ornl", "x", -90.0),
        ("snu", "x", 170.0),
        ("snu", "x", 9_000.0),
        ("kaist", "y", -300.0),
        ("kaist", "y", 0.0),
    ] {
        let mut layout = old.clone();
        layout["nodes"][id][axis] = place.into();
        folder.write("moved.json", layout.to_string().as_bytes());
        folder.run(&["-q", "draw", "map", "--like", "moved.json", "-o", "new.svg"]).answer();
        assert_eq!(folder.run(&["lint", "new.svg"]).answer(), "1 figure: ready to embed.\n", "{id} {axis} {place}");
    }
    if let Some(file) = shared("like-outside.json") {
        folder.run(&["-q", "draw", "map", "--like", &file.display().to_string(), "-o", "new.svg"]).answer();
        folder.run(&["lint", "new.svg"]).answer();
    }
}

#[test]
fn a_pile_of_combining_marks_is_cut_like_a_long_name() {
    let folder = Folder::with(&[
        ("pile.csv", &format!("Model,Organization\nm,A{}|B\n", "\u{301}".repeat(20_000))),
        ("usual.csv", "Model,Organization\nm,A\u{301}\u{323}bc|B\n"),
    ]);
    for (table, view) in ["pile.csv", "usual.csv"]
        .into_iter()
        .flat_map(|table| ["map", "bipartite", "matrix", "arc", "timeline"].map(|view| (table, view)))
    {
        folder.run(&["-q", "-d", table, "draw", view, "--title", "t", "-o", "figure.svg"]).answer();
        let svg = folder.read("figure.svg");
        let longest = svg.split("<text").skip(1).map(|text| text.split("</text>").next().unwrap_or_default());
        let marks = longest.map(|text| text.matches('\u{301}').count()).max().unwrap_or(0);
        assert!(marks < 200, "{view}: {marks} marks in one text");
        assert!(table == "pile.csv" || svg.contains("\u{1EA0}\u{301}bc") || svg.contains("A\u{301}\u{323}bc"));
    }
}

#[test]
fn project_refuses_what_other_questions_refuse() {
    let folder = Folder::new();
    for (name, bytes) in [
        ("header.csv", &b"Model,Organization,Publication dat\xC2,Caf\xC3\xA9\nA,X;Y,2024,\n"[..]),
        ("name.csv", b"Model,Organization,Caf\xE9\nA,X;Y,Caf\xC3\xA9\n"),
        ("cell.csv", b"Model,Organization,Note\nA,\xC3\x89cole;Y,caf\xE9\n"),
        ("end.csv", b"Model,Organization\nA,X;\xC3\x89cole\nB,X;caf\xC3"),
        ("marked.csv", b"\xEF\xBB\xBFModel,Organization,\xFF\nA,X;Y,\n"),
    ] {
        folder.write(name, bytes);
        let read = folder.run(&["-d", name, "who", "X"]).refusal();
        assert_eq!(folder.run(&["project", name, "-o", "ties.csv"]).refusal(), read);
        assert!(read.contains("is not UTF-8") && !folder.file("ties.csv").exists(), "{name}: {read}");
    }
    if let Some(file) = shared("project-not-utf8-header.csv") {
        // Text in an encoding of another kind is decoded by both, and both say so.
        let file = file.display().to_string();
        let told = |arguments: &[&str]| {
            let output = folder.command(arguments).output().unwrap();
            assert!(output.status.code().is_some_and(|code| code < 2));
            String::from_utf8(output.stderr).unwrap()
        };
        for arguments in [&["--notices", "all", "-d", &file, "rank"][..], &["project", &file, "-o", "ties.csv"]] {
            assert!(told(arguments).contains("not in UTF-8; it was decoded"), "{arguments:?}");
        }
    }
}

#[test]
fn a_cell_of_megabytes_costs_a_small_multiple_of_it() {
    let long = "x".repeat(8_000_000);
    let folder = Folder::with(&[("long.csv", &format!("Model,Organization\nm,{long};B\nn,A;B\n{long},A;B\n"))]);
    for arguments in [
        &["rank"][..],
        &["works", "-f", "csv"],
        &["draw", "map", "-o", "map.svg"],
        &["draw", "bipartite", "-o", "b.svg"],
    ] {
        let ran = within(&folder, 400, &[&["-d", "long.csv", "--lang", "en", "--notices", "all"], arguments].concat());
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains("long.csv:2:3") && ran.err.contains("it was cut after 65,536"), "{}", ran.err);
        assert!(ran.err.contains("it was cut after 1,048,576") && ran.out.len() < 10_000_000, "{}", ran.err);
    }
    folder.run(&["-q", "project", "long.csv", "-o", "ties.csv"]).answer();
    assert!(folder.read("ties.csv").len() < 1_000_000);
}

#[test]
fn a_text_of_a_megabyte_is_looked_up_in_no_registry() {
    let name = "Seoul National University Graduate School; KAIST, ".repeat(20_000);
    let cell = name.replace([';', ','], " ");
    let folder = Folder::with(&[
        ("long.csv", &format!("Model,Organization\nm,{cell}|KAIST\nn,KAIST|NAVER\n")),
        ("long.txt", &format!("{name}\nKAIST, Daejeon, Korea\n")),
    ]);
    let record = within(&folder, 500, &["-q", "-d", "long.csv", "--separator", "|", "--json"]).json();
    assert_eq!(record["institutions"], 3);
    let resolved = within(&folder, 500, &["resolve", "long.txt"]).answer();
    let lines: Vec<serde_json::Value> = resolved.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0]["matches"].as_array().is_none_or(Vec::is_empty), "{}", lines[0]["matches"]);
    assert!(!lines[1]["matches"].as_array().unwrap().is_empty());
}
