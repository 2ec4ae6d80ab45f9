//! DOT: names stay data, structure stays ours, and a real Graphviz takes it.

use crate::support::figures;
use collabgraph::answer::figure::Figure;
use collabgraph::drawing::bipartite::{self, Bipartite};
use collabgraph::drawing::frame::Options;
use collabgraph::render::dot;
use collabgraph::render::graphviz::{self, Engine};
use graphviz_rust::dot_structures::{Graph, Stmt};
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

const HOSTILE: [&str; 12] = [
    "x\"]; evil [label=\"pwn",
    "서울대학교",
    "back\\slash\\",
    "<b>bold</b>",
    "👩‍🔬 emoji",
    "",
    "two\nlines\r\n",
    "node",
    "\\N \\G",
    "a -- b; c",
    "nul\u{0}bell\u{7}",
    "&lt; AT&T -> {",
];

fn hostile() -> Figure {
    let works: Vec<(&str, Vec<&str>)> = HOSTILE.iter().map(|name| (*name, vec![*name, "Hub"])).collect();
    let works: Vec<(&str, &[&str])> = works.iter().map(|(name, of)| (*name, of.as_slice())).collect();
    bipartite::compose(&figures::plain(&works), &Bipartite::default(), &Options::default()).unwrap()
}

fn korea() -> Figure {
    bipartite::compose(&figures::korea(), &Bipartite::default(), &Options::default()).unwrap()
}

/// Nodes and edges of a DOT text, by a reader that is good enough for quoted ids.
fn counts(text: &str) -> (usize, usize) {
    let Graph::Graph { stmts, .. } = graphviz_rust::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
    else {
        panic!("a directed graph")
    };
    let nodes = stmts.iter().filter(|stmt| matches!(stmt, Stmt::Node(_))).count();
    (nodes, stmts.iter().filter(|stmt| matches!(stmt, Stmt::Edge(_))).count())
}

/// Whether a program of Graphviz is there. Where it is not, says so; in CI that is a failure.
fn installed(program: &str) -> bool {
    let found = Command::new(program).arg("-V").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        assert!(std::env::var_os("CI").is_none(), "CI has no {program}");
        println!("skipped: there is no {program} here");
    }
    found
}

fn graphviz_answer(program: &str, arguments: &[&str], text: &str) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let text = text.to_owned();
    let writing = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !errors.to_lowercase().contains("error"), "{program}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_tie_of_a_bundle_is_an_edge() {
    assert_eq!(counts(&dot::write(&korea())), (31, 40));
}

#[test]
fn hostile_names_add_nothing() {
    let figure = hostile();
    let text = dot::write(&figure);
    assert_eq!(counts(&text), (2 * HOSTILE.len() + 1, 2 * HOSTILE.len()), "{text}");
    assert!(!text.contains('\u{0}') && !text.contains('\r') && !text.contains('\u{7}'));
    assert!(!text.contains("=<"), "no HTML labels");
}

#[test]
fn works_and_positions_are_carried() {
    let text = dot::write(&korea());
    for piece in [
        "\"charset\"=\"UTF-8\"",
        "\"outputorder\"=\"edgesfirst\"",
        "\"start\"=\"1\"",
        "\"class\"=\"edge\"",
        "ProtT5-XXL-BFD (2021-05)",
    ] {
        assert!(text.contains(piece), "{piece}");
    }
    assert_eq!(text.matches("!\"").count(), 31, "one pinned position a node");
    assert_eq!(text, dot::write(&korea()), "same facts, same bytes");
}

#[test]
fn a_real_graphviz_takes_it() {
    for (program, arguments) in [("dot", ["-Tplain"].as_slice()), ("neato", ["-n2", "-Tplain"].as_slice())] {
        if !installed(program) {
            continue;
        }
        for (figure, expected) in [(korea(), (31, 40)), (hostile(), (25, 24))] {
            let plain = graphviz_answer(program, arguments, &dot::write(&figure));
            let starting = |word: &str| plain.lines().filter(|line| line.starts_with(word)).count();
            assert_eq!((starting("node "), starting("edge ")), expected, "{program}\n{plain}");
        }
    }
}

/// Text of XML without its entities.
fn unescaped(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#45;", "-"), ("&#160;", "\u{a0}")];
    pairs.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter)).replace("&amp;", "&")
}

#[test]
fn every_engine_draws_hostile_names_as_they_are() {
    let names = ["&lt; AT&T; R&D", "x\"]; evil [label=\"pwn", "<b>bold</b>", "end\\", "\\N \\G", "서울대학교", "👩‍🔬"];
    let long = "가".repeat(300);
    let names: Vec<&str> = names.into_iter().chain([long.as_str()]).collect();
    let works: Vec<(&str, Vec<&str>)> = names.iter().map(|name| (*name, vec!["Hub"])).collect();
    let works: Vec<(&str, &[&str])> = works.iter().map(|(name, of)| (*name, of.as_slice())).collect();
    let figure = bipartite::compose(&figures::plain(&works), &Bipartite::default(), &Options::default()).unwrap();
    for engine in Engine::ALL.map(Engine::key).into_iter().filter(|engine| installed(engine)) {
        let svg = graphviz_answer(engine, &["-Tsvg"], &dot::write(&figure));
        let texts: Vec<String> = svg
            .split("<text ")
            .skip(1)
            .filter_map(|text| text.split_once('>')?.1.split_once("</text>").map(|(text, _)| unescaped(text)))
            .collect();
        for name in &names {
            assert!(texts.iter().any(|text| text == name), "{engine}: {name}: {texts:?}");
        }
    }
}

#[test]
fn neato_keeps_our_places() {
    if !installed("neato") {
        return;
    }
    let figure = korea();
    let plain = graphviz_answer("neato", &["-n2", "-Tplain"], &dot::write(&figure));
    let place = |key: &str| -> (f64, f64) {
        let line = plain
            .lines()
            .find(|line| line.starts_with(&format!("node {key} ")) || line.starts_with(&format!("node \"{key}\" ")));
        let words: Vec<&str> = line.unwrap_or_else(|| panic!("{key}\n{plain}")).split(' ').collect();
        (words[2].parse::<f64>().unwrap() * 72.0, words[3].parse::<f64>().unwrap() * 72.0)
    };
    let (kaist, naver) = (place("kaist"), place("naver"));
    let centers: Vec<_> = ["kaist", "naver"]
        .map(|key| figure.nodes().iter().find(|(node, _)| node.key == key).unwrap().0.outline.bounds().center())
        .to_vec();
    assert!((kaist.1 - naver.1 - (centers[1].y - centers[0].y)).abs() < 0.5, "y upwards, in points");
    assert!((kaist.0 - naver.0 - (centers[0].x - centers[1].x)).abs() < 0.5);
}

#[test]
fn engines_place_every_node() {
    let labels: Vec<String> = HOSTILE.iter().map(|name| (*name).to_owned()).collect();
    let ties: Vec<(usize, usize, f64)> = (1..labels.len()).map(|node| (0, node, 1.0)).collect();
    for engine in Engine::ALL {
        if !installed(engine.key()) {
            continue;
        }
        let limit = Duration::from_secs(60);
        let places = graphviz::layout(engine, &labels, &ties, limit).unwrap();
        assert_eq!(places.len(), labels.len(), "{engine:?}");
        for (index, a) in places.iter().enumerate() {
            assert!(places[index + 1..].iter().all(|b| a.distance(*b) > 1.0), "{engine:?}: two nodes in one place");
        }
        for run in 2..=6 {
            assert_eq!(places, graphviz::layout(engine, &labels, &ties, limit).unwrap(), "{engine:?}, run {run}");
        }
    }
}
