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
