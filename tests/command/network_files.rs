//! Network files as people have them, each with the numbers that a person counts in it; and what such files give besides ties.

use crate::support::command::{Folder, Ran};
use serde_json::{Value, json};

fn run(folder: &Folder, arguments: &[&str]) -> Ran {
    folder.run(&[arguments, &["--authority", "none", "--registry", "none", "--lang", "en"]].concat())
}

fn record(folder: &Folder, arguments: &[&str]) -> Value {
    let ran = run(folder, &[arguments, &["--json"]].concat());
    assert!(ran.code <= 1, "{arguments:?}: {}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

/// Works, institutions, ties and weight of a file.
fn counted(folder: &Folder, arguments: &[&str]) -> [f64; 4] {
    let record = record(folder, arguments);
    ["works", "institutions", "ties", "weight"].map(|key| record[key].as_f64().unwrap())
}

fn bytes(name: &str, content: &[u8]) -> Folder {
    let folder = Folder::new();
    folder.write(name, content);
    folder
}

#[test]
fn pajek_of_two_modes_in_latin_1_has_works_and_institutions() {
    // Zürich and Orléans as one byte a letter; three institutions, two works of two and three.
    let text = b"% \"Lehrst\xfchle\r\n*Vertices 5 3\r\n1 \"Universit\xe4t Z\xfcrich\"\r\n2 \"Orl\xe9ans\"\r\n3 \"Oslo\"\r\n4 \"Atlas\"\r\n5 \"Borealis\"\r\n*Edges\r\n1 4\r\n2 4\r\n5 1\r\n5 2\r\n5 3\r\n";
    let folder = bytes("two.net", text);
    assert_eq!(counted(&folder, &["two.net"]), [2.0, 3.0, 3.0, 4.0]);
    let who = record(&folder, &["two.net", "who", "Universität Zürich"]);
    assert_eq!(who["partners"].as_array().unwrap().len(), 2, "{who}");
}

#[test]
fn korean_pajek_in_cp949_keeps_its_names() {
    // 서울 and 부산.
    let folder = bytes("k.net", b"*Vertices 2\n1 \"\xbc\xad\xbf\xef\"\n2 \"\xba\xce\xbb\xea\"\n*Edges\n1 2 3\n");
    let who = record(&folder, &["k.net", "who", "서울"]);
    assert_eq!(who["partners"][0]["name"], "부산", "{who}");
}

const PROJECT: &str = "A project of two\n\n*Network trade\n*Vertices 3\n1 \"A\" 0.1 0.2 0.5\n2 \"B\" 0.9 0.2 0.5\n3 \"C\" 0.5 0.9 0.5\n*Arcs\n1 2 4\n\
    *Network visits\n*Vertices 4\n1 \"P\"\n2 \"Q\"\n3 \"R\"\n4 \"S\"\n*Edges\n1 2 1\n3 4 2\n2 3 5\n\
    *Partition blocks\n*Vertices 4\n2\n2\n7\n7\n*Partition regions\n*Vertices 3\n1\n1\n2\n*Vector wealth\n*Vertices 4\n0.5\n1.5\n2.5\n9999998\n";

#[test]
fn a_project_gives_the_network_asked_for_with_the_partition_of_its_size() {
    let folder = Folder::with(&[("p.paj", PROJECT)]);
    assert_eq!(counted(&folder, &["p.paj"]), [0.0, 3.0, 1.0, 4.0]);
    assert_eq!(counted(&folder, &["p.paj", "--network", "2"]), [0.0, 4.0, 3.0, 8.0]);
    let clusters = record(&folder, &["p.paj", "--network", "2", "clusters", "--given"]);
    assert_eq!(clusters["algorithm"], "given");
    let found: Vec<(Value, Value)> = clusters["clusters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (one["given"].clone(), one["members"].as_array().unwrap().iter().map(|m| m["name"].clone()).collect())
        })
        .collect();
    assert_eq!(found, [(json!("2"), json!(["Q", "P"])), (json!("7"), json!(["R", "S"]))]);
    // 3 of 8 lie within: 1/8 − (7/16)² + 2/8 − (9/16)².
    let modularity = clusters["modularity"].as_f64().unwrap();
    assert!((modularity - (3.0 / 8.0 - (49.0 + 81.0) / 256.0)).abs() < 1e-12, "{modularity}");
    assert!(clusters["clusters"][0]["together"].is_null(), "nothing was run more than once");
    let first = record(&folder, &["p.paj", "clusters", "--given"]);
    assert_eq!(first["clusters"][0]["given"], "1");
    let ran = run(&folder, &["p.paj", "--network", "2", "export", "--scores", "file", "-o", "out.graphml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let written = folder.read("out.graphml");
    assert!(written.contains("file_wealth") && written.contains("2.5") && !written.contains("9999998"), "{written}");
}

#[test]
fn hyperedges_are_works_of_their_endpoints() {
    let text = r#"<graphml><graph edgedefault="undirected"><node id="a"/><node id="b"/><node id="c"/><node id="d"/>
<hyperedge id="h1"><endpoint node="a"/><endpoint node="b"/><endpoint node="c"/></hyperedge>
<hyperedge><endpoint node="c"/><endpoint node="d"/></hyperedge></graph></graphml>"#;
    let folder = Folder::with(&[("h.graphml", text)]);
    assert_eq!(counted(&folder, &["h.graphml"]), [2.0, 4.0, 4.0, 4.0]);
}

#[test]
fn both_directions_are_one_tie_where_all_are_mirrored_and_are_added_up_else() {
    let pairs = [("A", "B", 2), ("B", "A", 2), ("B", "C", 5), ("C", "B", 5)];
    let list = |pairs: &[(&str, &str, i32)]| {
        let rows = pairs.iter().map(|(a, b, w)| format!("{a},{b},{w}\n"));
        format!("source,target,weight\n{}", rows.collect::<String>())
    };
    let unequal = [("A", "B", 2), ("B", "A", 3), ("B", "C", 5), ("C", "B", 5)];
    let folder = Folder::with(&[("m.csv", &list(&pairs)), ("u.csv", &list(&unequal)), ("o.csv", &list(&pairs[..3]))]);
    assert_eq!(counted(&folder, &["m.csv"]), [0.0, 3.0, 2.0, 7.0]);
    assert_eq!(counted(&folder, &["u.csv"]), [0.0, 3.0, 2.0, 15.0]);
    assert_eq!(counted(&folder, &["o.csv"]), [0.0, 3.0, 2.0, 9.0]);
}

#[test]
fn whole_numbers_in_a_row_are_neighbours_and_not_weights() {
    let folder = Folder::with(&[
        ("n.adjlist", "1 2 3 4\n2 3\n3\n4 2\n"),
        ("w.graph", "% sizes\n3 3 001\n2 7 3 1\n1 7 3 4\n1 1 2 4\n"),
        ("d.edgelist", "Oslo Bergen {'weight': 2}\nBergen Moss {'weight': 3.5}\n"),
    ]);
    assert_eq!(counted(&folder, &["n.adjlist"]), [0.0, 4.0, 5.0, 5.0]);
    assert_eq!(counted(&folder, &["w.graph"]), [0.0, 3.0, 3.0, 12.0]);
    assert_eq!(counted(&folder, &["d.edgelist"]), [0.0, 3.0, 2.0, 5.5]);
}

#[test]
fn announced_numbers_are_believed_as_far_as_the_file_backs_them() {
    let folder = Folder::with(&[
        ("a.net", "*Vertices 400000\n1 \"A\"\n2 \"B\"\n*Edges\n1 2\n"),
        ("b.mtx", "%%MatrixMarket matrix coordinate real symmetric\n900000 900000 1\n2 1 5\n"),
        ("c.graph", "700000 1\n2\n1\n"),
        ("d.tlp", "(tlp \"2.0\" (nodes 0..800000) (edge 0 0 1))"),
    ]);
    for name in ["a.net", "b.mtx", "c.graph", "d.tlp"] {
        let ran = run(&folder, &[name]);
        assert!(ran.code == 2 && !ran.err.contains("panicked"), "{name}: {ran:?}");
    }
}

#[test]
fn infomaps_dialect_of_pajek_is_read_and_its_states_are_refused_by_name() {
    let folder = Folder::with(&[
        ("i.net", "# two triangles\n*Vertices\n0 \"N\" 0.2\n5 \"M\"\n9 \"L\"\n*Links\n# from to\n0 5 2\n5 9\n"),
        (
            "t.net",
            "*Vertices 5\n1 \"A\"\n2 \"B\"\n3 \"C\"\n4 \"f\"\n5 \"g\"\n*Bipartite 4\n1 4 1\n2 4 1\n2 5 1\n3 5 1\n",
        ),
        ("s.net", "*Vertices 1\n1 \"i\"\n*States\n1 1 \"a\"\n*Links\n1 1 1\n"),
    ]);
    assert_eq!(counted(&folder, &["i.net"]), [0.0, 3.0, 2.0, 3.0]);
    assert_eq!(counted(&folder, &["t.net"]), [2.0, 3.0, 2.0, 2.0]);
    let ran = run(&folder, &["s.net"]);
    assert!(ran.code == 2 && ran.err.contains("*States"), "{ran:?}");
}

const SPELLS: &str = r#"<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="dynamic" timeformat="date" defaultedgetype="undirected">
<nodes><node id="0" label="A"/><node id="1" label="B"/><node id="2" label="C"/><node id="3" label="D"/></nodes>
<edges>
<edge source="0" target="1" weight="4" start="2001-01-01" end="2003-12-31"/>
<edge source="1" target="2" weight="2"><spells><spell start="1999" end="2000-06-30"/><spell start="2010-05-01"/></spells></edge>
<edge source="0" target="1" weight="1" timestamp="2015-07-01T00:00:00"/>
<edge source="2" target="3" weight="8"/>
</edges></graph></gexf>"#;

#[test]
fn spells_of_gexf_are_dates_of_ties() {
    let folder = Folder::with(&[("s.gexf", SPELLS)]);
    assert_eq!(counted(&folder, &["s.gexf"]), [0.0, 4.0, 3.0, 15.0]);
    for (arguments, ties, weight) in [
        (&["--since", "2004"][..], 2.0, 3.0),
        (&["--until", "2000-03"], 1.0, 2.0),
        (&["--since", "2001", "--until", "2009"], 1.0, 4.0),
        (&["--since", "2003-12", "--until", "2012"], 2.0, 6.0),
    ] {
        let own = counted(&folder, &[&["s.gexf"], arguments].concat());
        assert_eq!((own[2], own[3]), (ties, weight), "{arguments:?}");
    }
    let ran = run(&folder, &["s.gexf", "--since", "2004"]);
    let told = ran.out.replace('\n', " ");
    assert!(told.contains("filter: 2 of 3.") && told.contains("whose time it does not tell"), "{told}");
    // Times of a clock of the file's own are no dates.
    let clock = SPELLS.replace("2001-01-01", "7").replace("2003-12-31", "9");
    let folder = Folder::with(&[("c.gexf", &clock)]);
    let ran = run(&folder, &["c.gexf", "--notices", "all"]);
    assert!((ran.out.clone() + &ran.err).contains("such as 7 are no dates"), "{ran:?}");
}

const MAP: &str = r#"{"network":{"items":[
{"id":1,"label":"North","x":0,"y":1,"cluster":2,"weights":{"Documents":7},"scores":{"Avg. pub. year":2011.5}},
{"id":2,"label":"South","x":0,"y":-1,"cluster":2,"weights":{"Documents":1},"scores":{"Avg. pub. year":2009}},
{"id":3,"label":"East","x":1.5,"y":0,"cluster":1,"weights":{"Documents":2},"scores":{"Avg. pub. year":2020}}],
"links":[{"source_id":1,"target_id":2,"strength":3},{"source_id":1,"target_id":3,"strength":1}]}}"#;

/// Centres of the institutions in a map, by id.
fn places(svg: &str) -> Vec<(String, f64, f64)> {
    let layout: Value = serde_json::from_str(svg).unwrap();
    let nodes = layout["nodes"].as_object().unwrap();
    nodes.iter().map(|(id, at)| (id.clone(), at["x"].as_f64().unwrap(), at["y"].as_f64().unwrap())).collect()
}

#[test]
fn positions_clusters_and_scores_of_a_file_are_kept_and_used_where_asked_for() {
    let folder = Folder::with(&[("v.json", MAP)]);
    let notices = run(&folder, &["v.json", "--notices", "all"]);
    let told = notices.out.clone() + &notices.err;
    assert!(told.contains("positions of 3 vertices") && told.contains("clusters of 3 vertices"), "{told}");
    assert!(told.contains("Avg. pub. year"), "{told}");
    let clusters = record(&folder, &["v.json", "clusters", "--given"]);
    assert_eq!(clusters["clusters"][0]["given"], "2");
    let drawn = ["v.json", "draw", "map", "--positions", "file", "-o", "m.svg", "--save-layout", "m.json"];
    assert_eq!(run(&folder, &drawn).code, 0);
    let places = places(&folder.read("m.json"));
    let at = |id: &str| places.iter().find(|place| place.0 == id).map(|place| (place.1, place.2)).unwrap();
    let ((nx, ny), (sx, sy), (ex, _)) = (at("north"), at("south"), at("east"));
    // North is above South, East on the right; VOSviewer's second coordinate grows upwards.
    assert!(ny < sy && ex > nx && ex > sx, "{places:?}");
    assert!(folder.read("m.svg").contains("Positions as in the input"));
    let exported =
        ["v.json", "export", "--positions", "file", "--clusters", "file", "--scores", "file", "-o", "e.gexf"];
    assert_eq!(run(&folder, &exported).code, 0);
    // What was written is read back with the same values.
    let again = record(&folder, &["e.gexf", "clusters", "--given"]);
    assert_eq!(again["clusters"][0]["size"], 2);
    let back =
        run(&folder, &["e.gexf", "export", "--positions", "file", "-o", "again.json", "--export-format", "vosviewer"]);
    assert_eq!(back.code, 0, "{}", back.err);
    let written: Value = serde_json::from_str(&folder.read("again.json")).unwrap();
    let items = written["network"]["items"].as_array().unwrap();
    let north = items.iter().find(|item| item["label"] == "North").unwrap();
    assert_eq!((north["x"].as_f64(), north["y"].as_f64()), (Some(0.0), Some(1.0)), "{north}");
    // Nothing is made up where a file gives nothing.
    let plain = Folder::with(&[("t.csv", "source,target\nA,B\nB,C\n")]);
    for (arguments, words) in [
        (&["t.csv", "clusters", "--given"][..], "No input gives clusters"),
        (&["t.csv", "draw", "map", "--positions", "file", "-o", "x.svg"], "No input gives positions"),
        (&["t.csv", "export", "--scores", "file", "-o", "x.gexf"], "No input gives numbers"),
    ] {
        let ran = run(&plain, arguments);
        assert!(ran.code == 2 && ran.err.contains(words), "{arguments:?} {ran:?}");
    }
}

/// The cells of a table by their columns.
fn cells(text: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let rows: Vec<Vec<String>> = text.lines().map(row).collect();
    let (head, rows) = rows.split_first().unwrap();
    assert!(rows.iter().all(|row| row.len() == head.len()), "{text}");
    rows.iter().map(|row| head.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

/// The cells of a line; quoted ones may hold commas.
fn row(line: &str) -> Vec<String> {
    let (mut cells, mut is_quoted) = (vec![String::new()], false);
    for ch in line.chars() {
        match ch {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            ch => cells.last_mut().unwrap().push(ch),
        }
    }
    cells
}

#[test]
fn sheets_for_flourish_join_links_and_points() {
    let folder = crate::support::command::Folder::new();
    folder.run(&["-q", "export", "-o", "f.csv", "--export-format", "flourish"]).answer();
    let (links, points) = (cells(&folder.read("f_links.csv")), cells(&folder.read("f_points.csv")));
    let ids: std::collections::BTreeSet<&str> = points.iter().map(|point| point["ID"].as_str()).collect();
    assert!(ids.len() == points.len() && points.len() == 14, "{ids:?}");
    assert!(links.iter().all(|link| ids.contains(link["Source"].as_str()) && ids.contains(link["Target"].as_str())));
    // The size of a point is what its links add up to; its group is a cluster.
    for point in &points {
        let ends = links.iter().filter(|link| [&link["Source"], &link["Target"]].contains(&&point["ID"]));
        let sum: f64 = ends.map(|link| link["Value"].parse::<f64>().unwrap()).sum();
        assert_eq!(point["Size"].parse::<f64>().unwrap(), sum, "{}", point["ID"]);
        assert!(point["Group"].starts_with("Cluster "), "{}", point["Group"]);
    }
    // Our own reader takes the links for what they are.
    let again = folder.run(&["-q", "--data", "f_links.csv", "rank", "-f", "json"]).json();
    let first = links.iter().map(|link| link["Value"].parse::<f64>().unwrap()).sum::<f64>();
    let sum: f64 = again["rows"].as_array().unwrap().iter().map(|row| row["value"].as_f64().unwrap()).sum();
    assert_eq!(sum, 2.0 * first);
}

#[test]
fn a_table_for_datawrapper_has_labels_then_numbers_the_strongest_first() {
    let folder = crate::support::command::Folder::new();
    folder.run(&["-q", "export", "-o", "d.csv", "--export-format", "datawrapper"]).answer();
    let text = folder.read("d.csv");
    assert!(text.starts_with("Name,Works,Partners,Strength,"), "{text}");
    let rows = cells(&text);
    let strengths: Vec<f64> = rows.iter().map(|row| row["Strength"].parse().unwrap()).collect();
    assert!(rows.len() == 14 && strengths.is_sorted_by(|a, b| a >= b), "{strengths:?}");
    // The numbers are those of the answers.
    let ranked = folder.run(&["-q", "rank", "--by", "strength", "-f", "json"]).json();
    for answer in ranked["rows"].as_array().unwrap() {
        let row = rows.iter().find(|row| row["institution"] == answer["id"].as_str().unwrap()).unwrap();
        assert_eq!(row["Strength"].parse::<f64>().unwrap(), answer["value"].as_f64().unwrap());
        assert_eq!(row["Works"].parse::<u64>().unwrap(), answer["works"].as_u64().unwrap());
    }
}
