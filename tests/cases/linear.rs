//! Costs that grow with the input and not with its square.

use std::fmt::Write as _;

use crate::support::command::Folder;

/// Institutions and ties of the large networks.
const NODES: usize = 1_000;
const TIES: usize = 20_000;

/// The ties of a network: no two join the same pair.
fn ties() -> impl Iterator<Item = (usize, usize, usize)> {
    (0..TIES).map(|tie| (tie % NODES, (tie % NODES + tie / NODES + 1) % NODES, tie % 3 + 1))
}

/// Writes nodes and ties with what stands around and between them.
fn network(
    [start, middle, end, between]: [&str; 4],
    node: impl Fn(usize) -> String,
    tie: impl Fn(usize, usize, usize) -> String,
) -> String {
    let join = |parts: Vec<String>| parts.join(between);
    let nodes = join((0..NODES).map(node).collect());
    let ties = join(ties().map(|(a, b, weight)| tie(a, b, weight)).collect());
    format!("{start}{nodes}{middle}{ties}{end}")
}

fn gexf(between: &str) -> String {
    let parts = ["<gexf><graph><nodes>", "</nodes><edges>", "</edges></graph></gexf>", between];
    let tie = |a, b, weight| format!("<edge source='n{a}' target='n{b}' weight='{weight}'/>");
    network(parts, |at| format!("<node id='n{at}' label='기관 {at}'/>"), tie)
}

fn graphml(between: &str) -> String {
    let start = "<graphml><key id='l' for='node' attr.name='label'/><key id='w' for='edge' attr.name='weight'/><graph>";
    let tie = |a, b, weight| format!("<edge source='n{a}' target='n{b}'><data key='w'>{weight}</data></edge>");
    let node = |at| format!("<node id='n{at}'><data key='l'>기관 {at}</data></node>");
    network([start, "", "</graph></graphml>", between], node, tie)
}

fn gml(between: &str) -> String {
    let tie = |a, b, weight| format!(" edge [ source {a} target {b} weight {weight} ]");
    network(["graph [", " ", "]", between], |at| format!(" node [ id {at} label \"기관 {at}\" ]"), tie)
}

fn vosviewer(between: &str) -> String {
    let parts = ["{\"network\":{\"items\":[", "],\"links\":[", "]}}", &format!(",{between}")];
    let tie = |a, b, weight| format!("{{\"source_id\":{a},\"target_id\":{b},\"strength\":{weight}}}");
    network(parts, |at| format!("{{\"id\":{at},\"label\":\"기관 {at}\"}}"), tie)
}

/// The rows of a question about a file.
#[track_caller]
fn rows(folder: &Folder, file: &str) -> serde_json::Value {
    let answer = folder.run(&["--authority", "none", "--data", file, "strongest", "--json", "--top", "40"]).json();
    assert!(answer["rows"].as_array().is_some_and(|rows| rows.len() == 40), "{answer}");
    answer["rows"].clone()
}

#[test]
fn a_network_on_one_line_is_read_like_one_on_many() {
    let folder = Folder::new();
    let mut first = None;
    for (name, write) in
        [("net.gexf", gexf as fn(&str) -> String), ("net.graphml", graphml), ("net.gml", gml), ("net.json", vosviewer)]
    {
        for between in ["", "\n", "\r\n"] {
            folder.write(name, write(between).as_bytes());
            let rows = rows(&folder, name);
            assert_eq!(first.get_or_insert_with(|| rows.clone()), &rows, "{name} {between:?}");
        }
    }
}

#[test]
fn places_on_a_long_line_are_those_of_the_text() {
    let folder = Folder::new();
    let text = gexf("").replace("</edges>", "<edge source='n1' target='n1'/></edges>");
    let column = text.split("<edge source='n1' target='n1'/>").next().unwrap().chars().count() + 1;
    for (mark, before) in [("", ""), ("\u{FEFF}", ""), ("", "<!-- 가\r\n나 -->\r\n"), ("\u{FEFF}", "<!-- 가\r나 -->\n")]
    {
        folder.write("net.gexf", format!("{mark}{before}{text}").as_bytes());
        let ran = folder.run(&["--authority", "none", "--data", "net.gexf", "--notices", "all", "rank"]);
        let line = if before.is_empty() { 1 } else { 3 };
        assert!(ran.err.contains(&format!("net.gexf:{line}:{column}: ")), "{}", ran.err);
    }
}

#[test]
fn works_on_one_line_are_read_like_works_on_many() {
    let folder = Folder::new();
    let works: Vec<String> = (0..4_000)
        .map(|at| {
            format!("{{\"name\":\"모델 {at}\",\"institutions\":[\"기관 {}\",\"기관 {}\"]}}", at % 900, at % 900 + 1)
        })
        .collect();
    let papers: Vec<String> = (0..4_000)
        .map(|at| {
            let institution = |number: usize| {
                format!("{{\"institutions\":[{{\"id\":\"I{number}\",\"display_name\":\"기관 {number}\"}}]}}")
            };
            let (one, two) = (institution(at % 900), institution(at % 900 + 1));
            format!("{{\"id\":\"https://openalex.org/W{at}\",\"title\":\"논문 {at}\",\"authorships\":[{one},{two}]}}")
        })
        .collect();
    for (all, start, end) in [
        (&works, "{\"collabgraph\":1,\"works\":[", "]}"),
        (&works, "[", "]"),
        (&papers, "[", "]"),
        (&papers, "{\"meta\":{},\"results\":[", "]}"),
    ] {
        folder.write("one.json", format!("{start}{}{end}", all.join(",")).as_bytes());
        folder.write("many.json", format!("{start}\n{}\n{end}\n", all.join(",\n")).as_bytes());
        assert_eq!(rows(&folder, "one.json"), rows(&folder, "many.json"));
    }
}

#[test]
fn a_record_of_many_institutions_or_keys_is_no_square() {
    let folder = Folder::new();
    let (mut names, mut keys) = (String::new(), String::new());
    for at in 0..20_000 {
        write!(names, "{}\"기관 {at}\"", if at > 0 { "," } else { "" }).unwrap();
        write!(keys, ",\"unknown {at}\":1").unwrap();
    }
    folder.write("wide.jsonl", format!("{{\"name\":\"가\",\"institutions\":[{names}]{keys}}}\n").as_bytes());
    let table = names.replace("\",\"", ";").replace('"', "");
    folder.write("wide.csv", format!("Model,Organization\n가,\"{table}\"\n").as_bytes());
    for file in ["wide.jsonl", "wide.csv"] {
        let answer = folder.run(&["--authority", "none", "--data", file, "institutions", "--json"]).json();
        assert_eq!(answer["rows"].as_array().map(Vec::len), Some(20_000), "{file}");
    }
}
