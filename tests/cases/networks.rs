//! Networks as other programs write them: each file with its right value.

use serde_json::Value;

use crate::support::command::Folder;

/// Works, institutions, ties, total weight; and what was told.
fn read(name: &str, text: &str, more: &[&str]) -> ([f64; 4], String) {
    let folder = Folder::with(&[(name, text)]);
    let mut arguments = vec!["--authority", "none", "--lang", "en", "--notices", "all", "--json", "--data", name];
    arguments.extend(more);
    let ran = folder.run(&arguments);
    let told = ran.err.clone();
    assert_eq!(ran.code, 0, "{name}: {text}\n{told}");
    let record: Value = ran.json();
    (["works", "institutions", "ties", "weight"].map(|key| record[key].as_f64().unwrap_or(0.0)), told)
}

#[track_caller]
fn holds(name: &str, text: &str, more: &[&str], expected: [f64; 4]) -> String {
    let (found, told) = read(name, text, more);
    assert_eq!(found, expected, "{name}: {text}\n{told}");
    told
}

#[track_caller]
fn refused(name: &str, text: &str, more: &[&str], word: &str) {
    let folder = Folder::with(&[(name, text)]);
    let mut arguments = vec!["--authority", "none", "--lang", "en", "--data", name];
    arguments.extend(more);
    let refusal = folder.run(&arguments).refusal();
    assert!(refusal.contains(word), "{refusal}");
}

/// KAIST–NAVER 2, KAIST–LG 1, LG–SNU 3; Alone has no tie.
const FOUR: [f64; 4] = [0.0, 5.0, 3.0, 6.0];
/// Two works of KAIST and NAVER, one of them with LG.
const TWO_MODE: [f64; 4] = [2.0, 3.0, 3.0, 4.0];

#[test]
fn json_of_nodes_and_links_is_read_however_it_names_them() {
    for text in [
        // NetworkX; ids, and numbers that are places.
        r#"{"directed":false,"nodes":[{"id":"KAIST"},{"id":"NAVER"},{"id":"LG"},{"id":"SNU"},{"id":"Alone"}],
           "links":[{"source":"KAIST","target":"NAVER","weight":2},{"source":"KAIST","target":"LG"},{"source":"LG","target":"SNU","weight":3}]}"#,
        r#"{"nodes":[{"id":10,"label":"KAIST"},{"id":11,"label":"NAVER"},{"id":12,"label":"LG"},{"id":13,"label":"SNU"},{"id":14,"label":"Alone"}],
           "edges":[{"from":10,"to":11,"value":2},{"from":10,"to":12},{"from":12,"to":13,"value":3}]}"#,
        r#"{"nodes":[{"name":"KAIST","group":1},{"name":"NAVER"},{"name":"LG"},{"name":"SNU"},{"name":"Alone"}],
           "links":[{"source":0,"target":1,"value":2},{"source":0,"target":2,"value":1},{"source":2,"target":3,"value":3}]}"#,
        // d3 after its layout: ends are whole nodes.
        r#"{"nodes":[{"id":"KAIST"},{"id":"NAVER"},{"id":"LG"},{"id":"SNU"},{"id":"Alone"}],
           "links":[{"source":{"id":"KAIST","x":1},"target":{"id":"NAVER"},"value":2},{"source":{"id":"KAIST"},"target":{"id":"LG"}},{"source":{"id":"LG"},"target":{"id":"SNU"},"value":3}]}"#,
        // graphology.
        r#"{"attributes":{"name":"g"},"options":{"type":"undirected","multi":false},
           "nodes":[{"key":"1","attributes":{"label":"KAIST"}},{"key":"2","attributes":{"label":"NAVER"}},{"key":"3","attributes":{"label":"LG"}},{"key":"4"},{"key":"5"}],
           "edges":[{"key":"0","source":"1","target":"2","attributes":{"weight":2}},{"source":"1","target":"3"},{"source":"3","target":"4","undirected":true,"attributes":{"weight":3}}]}"#,
        // Cytoscape: in groups, in one list, and the list alone.
        r#"{"elements":{"nodes":[{"data":{"id":"1","name":"KAIST"},"position":{"x":1}},{"data":{"id":"2"}},{"data":{"id":"3"}},{"data":{"id":"4"}},{"data":{"id":"5"}}],
           "edges":[{"data":{"id":"e","source":"1","target":"2","weight":2}},{"data":{"source":"1","target":"3"}},{"data":{"source":"3","target":"4","weight":3}}]}}"#,
        r#"{"elements":[{"data":{"id":"1"}},{"data":{"id":"2"}},{"data":{"id":"3"}},{"data":{"id":"4"}},{"data":{"id":"5"}},
           {"data":{"source":"1","target":"2","weight":2}},{"data":{"source":"1","target":"3"}},{"data":{"source":"3","target":"4","weight":3}}]}"#,
        r#"[{"data":{"id":"1"}},{"data":{"id":"2"}},{"data":{"id":"3"}},{"data":{"id":"4"}},{"data":{"id":"5"}},
           {"data":{"source":"1","target":"2","weight":2}},{"data":{"source":"1","target":"3"}},{"data":{"source":"3","target":"4","weight":3}}]"#,
        // NetworkX's adjacency lists every tie at both ends.
        r#"{"directed":false,"multigraph":false,"graph":[],"nodes":[{"id":"K"},{"id":"N"},{"id":"L"},{"id":"S"},{"id":"A"}],
           "adjacency":[[{"weight":2,"id":"N"},{"id":"L"}],[{"weight":2,"id":"K"}],[{"id":"K"},{"weight":3,"id":"S"}],[{"weight":3,"id":"L"}],[]]}"#,
        // JSON Graph Format.
        r#"{"graph":{"nodes":{"a":{"label":"KAIST"},"b":{"label":"NAVER"},"c":{"label":"LG"},"d":{"label":"SNU"},"e":{}},
           "edges":[{"source":"a","target":"b","metadata":{"weight":2}},{"source":"a","target":"c"},{"source":"c","target":"d","metadata":{"weight":3}}]}}"#,
        // Kumu.
        r#"{"elements":[{"label":"KAIST"},{"label":"NAVER"},{"label":"LG"},{"label":"SNU"},{"label":"Alone"}],
           "connections":[{"from":"KAIST","to":"NAVER","strength":2},{"from":"KAIST","to":"LG"},{"from":"LG","to":"SNU","strength":3}]}"#,
    ] {
        holds("net.json", text, &[], FOUR);
    }
    let two = r#"{"nodes":[{"id":"KAIST","bipartite":0},{"id":"NAVER","bipartite":0},{"id":"LG","bipartite":0},{"id":"a","bipartite":1},{"id":"b","bipartite":1}],
        "links":[{"source":"KAIST","target":"a"},{"source":"NAVER","target":"a"},{"source":"KAIST","target":"b"},{"source":"NAVER","target":"b"},{"source":"LG","target":"b"}]}"#;
    holds("net.json", two, &[], TWO_MODE);
    holds("net.json", two, &["--one-mode"], [0.0, 5.0, 5.0, 5.0]);
}

#[test]
fn lists_of_ties_and_neighbours_are_read() {
    for (name, text) in [
        ("net.edgelist", "KAIST NAVER {'weight': 2}\nKAIST LG {}\nLG SNU {'weight': 3, 'note': 'a, b'}\n"),
        ("net.ncol", "KAIST NAVER 2\nKAIST LG 1\nLG SNU 3\n"),
        ("net.lgl", "# KAIST\nNAVER 2\nLG\n# LG\nSNU 3\n"),
        (
            "net.sif",
            "KAIST\twith\tNAVER\nKAIST\twith\tNAVER\nKAIST\twith\tLG\nLG\twith\tSNU\nLG\twith\tSNU\nLG\twith\tSNU\n",
        ),
    ] {
        holds(name, text, &[], [0.0, 4.0, 3.0, 6.0]);
    }
    let more: [(&str, &str); 8] = [
        // The ending is that of another format, as in files of graph drawing contests.
        (
            "net.gml",
            "# c\nLEDA.GRAPH\nstring\ndouble\n-2\n5\n|{KAIST}|\n|{NAVER}|\n|{LG}|\n|{SNU}|\n|{Alone}|\n\
             3\n1 2 0 |{2}|\n1 3 0 |{1}|\n3 4 0 |{3}|\n",
        ),
        ("net.tgf", "1 KAIST\n2 NAVER\n3 LG\n4 SNU\n5 Alone\n#\n1 2 2\n1 3\n3 4 3\n"),
        (
            "net.gdf",
            "nodedef>name VARCHAR,label VARCHAR\na,KAIST\nb,NAVER\nc,'LG, Inc.'\nd,SNU\ne,Alone\n\
             edgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE\na,b,2\na,c,1\nc,d,3\n",
        ),
        ("net.mtx", "%%MatrixMarket matrix coordinate real symmetric\n% c\n5 5 3\n2 1 2\n3 1 1\n4 3 3\n"),
        ("net.dl", "dl n=5 format=edgelist1\nlabels:\nKAIST,NAVER,LG,SNU,Alone\ndata:\n1 2 2\n1 3\nLG SNU 3\n"),
        // A page break and blanks that do not break are gaps like others.
        (
            "net.dl",
            "dl n=5\u{c}format=edgelist1\nlabels:\u{a0}KAIST,NAVER,LG,SNU,Alone\ndata:\n1\u{3000}2 2\n\u{c}1 3\u{b}\nLG SNU 3\n",
        ),
        (
            "net.dl",
            "DL N = 5\nFORMAT = FULLMATRIX\nLABELS:\nA,B,C,D,E\nDATA:\n0 2 1 0 0\n2 0 0 0 0\n1 0 0 3 0\n0 0 3 0 0\n0 0 0 0 0\n",
        ),
        ("net.net", "*Vertices 5\n*Matrix\n0 2 1 0 0\n2 0 0 0 0\n1 0 0 3 0\n0 0 3 0 0\n0 0 0 0 0\n"),
    ];
    for (name, text) in more {
        holds(name, text, &[], FOUR);
    }
    holds(
        "out.x",
        "% sym weighted\n% 3 4 4\n1 2 2 1082040961\n1 3 1 1082155839\n3 4 3 1082414391\n",
        &[],
        [0.0, 4.0, 3.0, 6.0],
    );
    // The third column counts nothing where KONECT says that there are no weights.
    holds("out.x", "% sym unweighted\n1 2 7 1082040961\n1 3 7\n3 4 7\n", &[], [0.0, 4.0, 3.0, 3.0]);
}

#[test]
fn two_modes_become_works_and_institutions() {
    for (name, text) in [
        ("out.x", "% bip unweighted\n1 1\n2 1\n1 2\n2 2\n3 2\n"),
        ("net.mtx", "%%MatrixMarket matrix coordinate pattern general\n3 2 5\n1 1\n2 1\n1 2\n2 2\n3 2\n"),
        (
            "net.dl",
            "dl nr=3 nc=2\nformat=fullmatrix\nrow labels:\nKAIST,NAVER,LG\ncolumn labels:\na,b\ndata:\n1 1\n1 1\n0 1\n",
        ),
        ("net.net", "*Vertices 5 3\n*Matrix\n1 1\n1 1\n0 1\n"),
        (
            "net.graphml",
            "<graphml><key id='b' for='node' attr.name='bipartite' attr.type='long'/><graph edgedefault='undirected'>\
             <node id='K'><data key='b'>0</data></node><node id='N'><data key='b'>0</data></node><node id='L'><data key='b'>0</data></node>\
             <node id='a'><data key='b'>1</data></node><node id='b'><data key='b'>1</data></node>\
             <edge source='K' target='a'/><edge source='N' target='a'/><edge source='b' target='K'/><edge source='N' target='b'/><edge source='L' target='b'/></graph></graphml>",
        ),
        // igraph's logical attribute, and hyperedges.
        (
            "net.graphml",
            "<graphml><key id='t' for='node' attr.name='type' attr.type='boolean'/><graph edgedefault='undirected'>\
             <node id='K'><data key='t'>false</data></node><node id='N'><data key='t'>false</data></node><node id='L'><data key='t'>false</data></node>\
             <node id='a'><data key='t'>true</data></node><node id='b'><data key='t'>true</data></node>\
             <edge source='K' target='a'/><edge source='N' target='a'/><edge source='K' target='b'/><edge source='N' target='b'/><edge source='L' target='b'/></graph></graphml>",
        ),
        (
            "net.graphml",
            "<graphml><graph edgedefault='undirected'><node id='K'/><node id='N'/><node id='L'/>\
             <hyperedge><endpoint node='K'/><endpoint node='N'/></hyperedge>\
             <hyperedge id='b'><endpoint node='K'/><endpoint node='N'/><endpoint node='L'/></hyperedge></graph></graphml>",
        ),
        (
            "net.gexf",
            "<gexf><graph><attributes class='node'><attribute id='0' title='bipartite' type='long'/></attributes><nodes>\
             <node id='K'><attvalues><attvalue for='0' value='0'/></attvalues></node><node id='N'><attvalues><attvalue for='0' value='0'/></attvalues></node>\
             <node id='L'><attvalues><attvalue for='0' value='0'/></attvalues></node><node id='a'><attvalues><attvalue for='0' value='1'/></attvalues></node>\
             <node id='b'><attvalues><attvalue for='0' value='1'/></attvalues></node></nodes><edges>\
             <edge source='K' target='a'/><edge source='N' target='a'/><edge source='K' target='b'/><edge source='N' target='b'/><edge source='L' target='b'/></edges></graph></gexf>",
        ),
        (
            "net.gml",
            "graph [ node [ id 0 label \"K\" bipartite 0 ] node [ id 1 label \"N\" bipartite 0 ] node [ id 2 label \"L\" bipartite 0 ] \
             node [ id 3 label \"a\" bipartite 1 ] node [ id 4 label \"b\" bipartite 1 ] edge [ source 0 target 3 ] edge [ source 1 target 3 ] \
             edge [ source 0 target 4 ] edge [ source 1 target 4 ] edge [ source 2 target 4 ] ]",
        ),
    ] {
        holds(name, text, &[], TWO_MODE);
    }
    // The file does not tell: the first ends are institutions, the second ones works.
    let plain = "graph { K -- a; N -- a; K -- b; N -- b; L -- b }";
    holds("net.dot", plain, &[], [0.0, 5.0, 5.0, 5.0]);
    holds("net.dot", plain, &["--two-mode"], TWO_MODE);
    holds("net.dot", plain, &["--two-mode", "--columns", "work=1,institutions=2"], [3.0, 2.0, 1.0, 2.0]);
    refused("net.dot", "graph { K -- a; a -- b }", &["--two-mode"], "net.dot:1:19: “a” is both");
    // A truth value called type that does not part the ties means something else.
    holds(
        "net.graphml",
        "<graphml><key id='t' for='node' attr.name='type' attr.type='boolean'/><graph><node id='K'><data key='t'>false</data></node>\
         <node id='N'><data key='t'>false</data></node><node id='a'><data key='t'>true</data></node><edge source='K' target='N'/></graph></graphml>",
        &[],
        [0.0, 3.0, 1.0, 1.0],
    );
    refused(
        "net.gml",
        "graph [ node [ id 0 bipartite 0 ] node [ id 1 bipartite 0 ] node [ id 2 bipartite 1 ] edge [ source 0 target 1 ] ]",
        &[],
        "--one-mode",
    );
}

#[test]
fn pajek_projects_are_read() {
    let project = "A project of ours, \"with a quote\n*Network one\n*Vertices 3\n1 \"A\"\n2 \"B \\\"x\\\" y\"\n3 Univ of C 0.1 0.2 ic Red\n\
                   *Edges :1 \"likes\"\n1 2 3 c Blue\n*Edges :2 \"knows\"\n1 2 1\n2: 2 3 l \"label\"\n\
                   *Partition sectors\n*Vertices 3\n1\n2\n1\n*Network two\n*Vertices 2\n1 \"A\"\n2 \"D\"\n*Arcslist\n1 2\n2 1\n*Vector v\n*Vertices 2\n0.1\n0.2\n";
    let told = holds("p.paj", project, &[], [0.0, 3.0, 2.0, 5.0]);
    for word in
        ["2 networks, of which number 1", "2 “two”", "1 line of other text", "relations", "clusters of 3 vertices"]
    {
        assert!(told.contains(word), "{word}: {told}");
    }
    holds("p.paj", project, &["--network", "2"], [0.0, 2.0, 1.0, 1.0]);
    refused("p.paj", project, &["--network", "3"], "the file has 2 networks");
    let folder = Folder::with(&[("p.paj", project)]);
    let ranked = folder.run(&["--authority", "none", "--data", "p.paj", "rank", "--json"]).out;
    assert!(ranked.contains("Univ of C") && ranked.contains(r#"B \"x\" y"#), "{ranked}");
}

#[test]
fn dot_is_read_by_its_grammar() {
    let text = "/* made */ strict graph \"G\" {\n  node [shape=box]; edge [weight=2]\n  // c\n  카이스트 [label=\"KAIST\"];\n  # d\n\
                  카이스트 -- {NAVER LG} -- \"SNU\":n [weight=1, color=red];;\n  subgraph cluster_0 { rank=same; NAVER -- LG }\n\
                  NAVER -- LG [weight=9]\n  \"a\" + \"b\" [label=<<b>Alpha</b> &amp; B>]\n}\n";
    let told = holds("net.gv", text, &[], [0.0, 5.0, 5.0, 6.0]);
    assert!(!told.contains("shape"), "{told}");
    let folder = Folder::with(&[("net.gv", text)]);
    let listed = folder.run(&["--authority", "none", "--data", "net.gv", "rank", "--json"]).out;
    assert!(listed.contains("KAIST") && listed.contains("Alpha & B") && !listed.contains("카이스트"), "{listed}");
    holds("net.gv", "digraph { a -> b -> c; a -> b [weight=3] }", &[], [0.0, 3.0, 2.0, 5.0]);
    // Groups at the beginning of an edge, statements without a sign between them, and a weight that holds from where it is said.
    let groups = "graph { {a b} -- {c d} [weight=2] x [label=\"y\"] p -- q edge [weight=5] r -- s { edge [weight=7] {r} -- p } s -- p }";
    holds("net.gv", groups, &[], [0.0, 9.0, 8.0, 26.0]);
    // Many statements of one form and one of another among them.
    let lines: String = (0..300).map(|at| format!("n{at} -- n{} [weight={}]\n", at + 1, at % 3 + 1)).collect();
    holds("net.gv", &format!("graph {{\n{lines} n0 -- n300;\n{lines} }}"), &[], [0.0, 301.0, 301.0, 1201.0]);
    let deep = format!("graph {{ {} a -- b {} }}", "{".repeat(500), "}".repeat(500));
    refused("net.gv", &deep, &[], "nested more than 64");
    for (text, place) in [
        ("graph {\n a -- \n}", "net.gv:3:1"),
        ("graph { a -- b } graph { }", "net.gv:1:18"),
        ("graph { \"a -- b }", "net.gv:1:9"),
        ("graph { a ~ b }", "net.gv:1:11"),
        ("graph { a -- b\n a -- c\n node -- d\n a -- e }", "net.gv:3:"),
        ("graph { a -- b; a = = c }", "net.gv:1:21"),
        ("graph { a [label=<b] }", "net.gv:1:18"),
        ("graph { a -- b [weight=x] }", "net.gv:1:11"),
    ] {
        refused("net.gv", text, &[], place);
    }
}

#[test]
fn numbers_that_are_announced_make_no_memory() {
    for (name, text) in [
        ("n.mtx", "%%MatrixMarket matrix coordinate pattern general\n999999999 999999999 1\n1 2\n"),
        ("n.mtx", "%%MatrixMarket matrix coordinate pattern general\n18446744073709551615 3 1\n1 2\n"),
        ("n.dl", "dl n=999999999 format=edgelist1\ndata:\n1 2\n"),
        ("n.dl", "dl nr=999999999 nc=5\ndata:\n1 2\n"),
        ("n.graph", "999999999 1\n2\n1\n"),
        ("n.graph", "3 1 10 18446744073709551615\n2\n1\n"),
    ] {
        let folder = Folder::with(&[(name, text)]);
        folder.run(&["--authority", "none", "--data", name]).refusal();
    }
}

#[test]
fn cytoscape_tulip_and_netdraw_are_read() {
    // CX: attributes beside nodes and edges; CX2: within them, with short names and a default.
    let cx = r#"[{"numberVerification":[{"longNumber":281474976710655}]},{"metaData":[{"name":"nodes"}]},
        {"nodes":[{"@id":1,"n":"KAIST"},{"@id":2,"n":"NAVER"},{"@id":3,"n":"LG"},{"@id":4,"n":"SNU"},{"@id":5,"n":"Alone"}]},
        {"edges":[{"@id":7,"s":1,"t":2,"i":"with"},{"@id":8,"s":1,"t":3}]},{"edges":[{"@id":9,"s":3,"t":4}]},
        {"edgeAttributes":[{"po":7,"n":"weight","v":"2","d":"double"},{"po":9,"n":"weight","v":"3","d":"double"}]},
        {"cartesianLayout":[{"node":1,"x":2,"y":3}]},{"status":[{"error":"","success":true}]}]"#;
    let cx2 = r#"[{"CXVersion":"2.0","hasFragments":false},{"metaData":[{"name":"nodes","elementCount":5}]},
        {"attributeDeclarations":[{"nodes":{"name":{"a":"n","d":"string"}},"edges":{"weight":{"d":"double","a":"w","v":1.0}}}]},
        {"nodes":[{"id":0,"x":1,"v":{"n":"KAIST"}},{"id":1,"v":{"n":"NAVER"}},{"id":2,"v":{"n":"LG"}},{"id":3,"v":{"n":"SNU"}},{"id":4,"v":{"n":"Alone"}}]},
        {"edges":[{"id":0,"s":0,"t":1,"v":{"w":2}},{"id":1,"s":0,"t":2},{"id":2,"s":2,"t":3,"v":{"w":3}}]},{"status":[{"success":true}]}]"#;
    let xgmml = r#"<?xml version="1.0"?><graph label="g" directed="0" xmlns="http://www.cs.rpi.edu/XGMML" xmlns:cy="http://www.cytoscape.org">
        <att name="networkMetadata"><x/></att>
        <node id="1" label="KAIST"><att name="sector" value="university"/><graphics x="1"/></node><node id="2" label="NAVER"/>
        <node id="3"><att name="name" value="LG"/></node><node id="4" label="SNU"/><node id="5" label="Alone"/>
        <edge source="1" target="2"><att name="weight" value="2" type="real"/></edge><edge source="1" target="3"/>
        <edge source="3" target="4" weight="3"/></graph>"#;
    let tlp = r#"(tlp "2.3" ; comment
        (date "11-30-2026") (nb_nodes 5) (nodes 0..3 4) (edge 0 0 1) (edge 1 0 2) (edge 2 2 3)
        (cluster 1 "part" (nodes 0 1) (edges 0))
        (property 0 string "viewLabel" (default "" "") (node 0 "KAIST \"대전\"") (node 1 "NAVER") (node 2 "LG") (node 3 "SNU") (node 4 "Alone"))
        (property 0 double "weight" (default "1" "1") (edge 0 "2") (edge 2 "3")))"#;
    let vna = "*Node data\nID sector\n1 \"university\"\n2 \"\"\n3 \"\"\n4 \"\"\n5 \"\"\n\
        *Node properties\nID x y shortlabel\n1 0.5 1 \"KAIST 대전\"\n2 0 0 NAVER\n3 0 0 LG\n4 0 0 SNU\n5 0 0 Alone\n\
        *Tie data\nfrom to strength\n1 2 2\n1 3 1\n3 4 3\n";
    for (name, text) in
        [("a.cx", cx), ("a.cx2", cx2), ("a.json", cx2), ("a.xgmml", xgmml), ("a.tlp", tlp), ("a.vna", vna)]
    {
        let told = holds(name, text, &[], FOUR);
        assert!(!told.contains("panicked"), "{told}");
        let folder = Folder::with(&[(name, text)]);
        let ran = folder.run(&["--authority", "none", "--json", "--data", name, "institutions"]);
        assert!(ran.out.contains("KAIST") && ran.out.contains("Alone"), "{name}: {}", ran.out);
    }
    // Our own matrix has names in its comments.
    let folder = Folder::with(&[("a.vna", vna)]);
    let ran = folder.run(&["--authority", "none", "--data", "a.vna", "export", "-o", "b.mtx"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let matrix = folder.read("b.mtx");
    assert!(matrix.starts_with("%%MatrixMarket matrix coordinate real symmetric\n% 1 "), "{matrix}");
    let told = holds("b.mtx", &matrix, &[], FOUR);
    assert!(!told.contains("both directions"), "{told}");
}
