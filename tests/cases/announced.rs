//! Numbers and packed files that announce more than they hold.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::support::command::Folder;
use crate::support::tables;

/// A gzip file of a head and many parts that are all alike: one member each.
fn packed(head: &str, part: &str, parts: usize) -> Vec<u8> {
    let member = |text: &str| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    [member(head), member(part).repeat(parts)].concat()
}

#[test]
fn pajek_vertices_that_nothing_names_are_no_reason_for_memory() {
    let folder = Folder::new();
    for (text, place) in [
        ("*Vertices 1000000\n*Edges\n1 2\n", "1:11"),
        ("*Vertices 999999", "1:11"),
        ("% made\r\n*Vertices 50000\r\n1 \"KAIST\"\r\n*Arcs\r\n1 2\r\n", "2:11"),
        ("*vertices   18446744073709551615\n*Edgeslist\n1 2 3\n", "1:13"),
        ("*Vertices 300000\n*Edges\n300000 299999\n", "1:11"),
    ] {
        folder.write("net.net", text.as_bytes());
        let refusal = folder.run(&["--data", "net.net", "rank"]).refusal();
        assert!(refusal.contains(&format!("net.net:{place}: *Vertices announces ")), "{refusal}");
        let korean = folder.run(&["--lang", "ko", "--data", "net.net", "rank"]).refusal();
        assert!(korean.contains("꼭짓점"), "{korean}");
    }
}

#[test]
fn pajek_vertices_without_labels_are_read_within_bounds() {
    let folder = Folder::new();
    let few = |count: usize| format!("*Vertices {count}\n*Edges\n1 2 3\n2 3\n");
    // As many unnamed vertices as there are named ones, where these are more than the few.
    let many: String = (1..=11_000).map(|at| format!("{at} {}\n", at + 1)).collect();
    for (text, institutions, ties) in
        [(few(1_000), 1_000, 2), (few(10_003), 10_003, 2), (format!("*Vertices 22002\n*Edges\n{many}"), 22_002, 11_000)]
    {
        folder.write("net.net", text.as_bytes());
        let record = folder.run(&["--authority", "none", "--data", "net.net", "--json"]).json();
        assert_eq!((&record["institutions"], &record["ties"]), (&institutions.into(), &ties.into()), "{record}");
    }
    folder.write("net.net", few(10_004).as_bytes());
    folder.run(&["--data", "net.net"]).refusal();
}

#[test]
fn pajek_cases_are_refused() {
    for file in ["pajek-29-bytes.net", "pajek-slow-fuzzed.net"] {
        let Some(path) = tables::shared(&format!("cases/safety/{file}")) else { continue };
        Folder::new().run(&["--data", path.to_str().unwrap(), "--json"]).refusal();
    }
}

#[test]
fn gzip_that_unpacks_without_measure_is_refused_by_every_way() {
    let folder = Folder::new();
    let blanks = " ".repeat(1 << 19);
    folder.write("rows.csv.gz", &packed("Model,Organization\n", &format!("EDSR,KAIST{blanks}\n"), 140));
    folder.write("net.gexf.gz", &packed("<gexf><graph>", &blanks, 140));
    for file in ["rows.csv.gz", "net.gexf.gz"] {
        let refusals = [
            folder.run(&["--data", file, "rank"]).refusal(),
            folder.run(&["project", file, "-o", "ties.csv"]).refusal(),
        ];
        for refusal in refusals {
            assert!(refusal.contains("unpacks to more than 100 times its size"), "{refusal}");
            assert!(refusal.contains("unpack it"), "{refusal}");
        }
        assert!(!folder.file("ties.csv").exists());
    }
}

#[test]
fn gzip_of_ordinary_measure_is_read() {
    let folder = Folder::new();
    folder.write("small.csv.gz", &packed("Model,Organization\n", "EDSR,KAIST;SNU\n", 30_000));
    let record = folder.run(&["--authority", "none", "--data", "small.csv.gz", "--json"]).json();
    assert_eq!(record["institutions"], 2);
}

#[test]
fn packed_twice_is_measured_by_the_packed_file() {
    let folder = Folder::new();
    let once = packed("<gexf><graph>", &" ".repeat(1 << 20), 80);
    let mut twice = GzEncoder::new(Vec::new(), Compression::best());
    twice.write_all(&once).unwrap();
    let twice = twice.finish().unwrap();
    assert!(twice.len() < 8 << 10);
    folder.write("twice.gexf.gz", &twice);
    let refusal = folder.run(&["--data", "twice.gexf.gz", "rank"]).refusal();
    assert!(refusal.contains("unpacks to more than 100 times its size"), "{refusal}");
}

#[test]
fn the_user_may_allow_more_or_less() {
    let folder = Folder::new();
    folder.write("small.csv.gz", &packed("Model,Organization\n", "EDSR,KAIST;SNU\n", 3_000));
    let ask = |max: &str| folder.run(&["-q", "--data", "small.csv.gz", "--max-unpacked", max, "--json"]);
    for (max, words) in [("1K", "1,024 bytes of --max-unpacked"), ("10", "10 bytes of --max-unpacked")] {
        let refusal = ask(max).refusal();
        assert!(refusal.contains(words), "{refusal}");
    }
    for max in ["45100", "1M", "1MiB", "2gb", "1T"] {
        ask(max).answer();
    }
    for max in ["0", "", "8X", "K", "99999999999T", "1e9"] {
        let refusal = ask(max).refusal();
        assert!(refusal.contains("800M"), "{max}: {refusal}");
    }
    folder.write("blanks.csv.gz", &packed("Model,Organization\nEDSR,KAIST;SNU\n", &"\n".repeat(1 << 20), 66));
    let allowed = |more: &[&str]| folder.run(&[&["-q", "--data", "blanks.csv.gz", "--json"], more].concat());
    assert!(allowed(&[]).refusal().contains("--max-unpacked"));
    assert_eq!(allowed(&["--max-unpacked", "100M"]).json()["institutions"], 2);
}

#[test]
fn nesting_without_end_is_an_error_with_its_place() {
    let folder = Folder::new();
    let deep = 100_000;
    for (name, text) in [
        ("a.json", "[".repeat(deep)),
        ("b.json", "{\"a\":".repeat(deep)),
        ("c.jsonl", format!("{{\"name\":\"A\",\"institutions\":{}{}}}\n", "[".repeat(deep), "]".repeat(deep))),
        ("d.gexf", format!("<gexf><graph>{}", "<a>".repeat(deep))),
        ("e.graphml", format!("<graphml><graph>{}{}</graph></graphml>", "<a>".repeat(deep), "</a>".repeat(deep))),
        ("f.gml", format!("graph [ {}", "a [ ".repeat(deep))),
        ("g.bib", format!("@article{{a, title = {}", "{".repeat(deep))),
        ("h.xml", format!("<PubmedArticleSet>{}", "<a>".repeat(deep))),
    ] {
        folder.write(name, text.as_bytes());
        for arguments in [&["-d", name, "rank"][..], &["project", name, "-o", "ties.csv"]] {
            let said = folder.run(arguments).refusal();
            assert!(said.contains(&format!("{name}:1:")), "{said}");
        }
    }
    for name in ["svg.svg", "layout.json"] {
        let text = if name == "svg.svg" {
            "<svg xmlns=\"http://www.w3.org/2000/svg\">".to_owned() + &"<g>".repeat(deep)
        } else {
            "[".repeat(deep)
        };
        folder.write(name, text.as_bytes());
        folder.run(&["draw", "map", "--like", name, "-o", "map.svg"]).refusal();
    }
    for arguments in [
        &["check", "a.json"][..],
        &["--authority", "a.json", "rank"],
        &["names", "--ror", "a.json"],
        &["--registry", "a.json", "rank"],
    ] {
        let ran = folder.run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.err);
    }
}
