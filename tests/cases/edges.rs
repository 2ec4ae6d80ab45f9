//! Lists of ties, matrices and adjacency lists.

use serde_json::Value;

use crate::support::command::{Folder, Ran};
use crate::support::tables;

/// The answer to a file of this name and text.
fn run(name: &str, text: &str, more: &[&str]) -> Ran {
    let folder = Folder::with(&[(name, text)]);
    let mut arguments = vec!["--authority", "none", "--lang", "en", "--notices", "all", "--data", name];
    arguments.extend(more);
    folder.run(&arguments)
}

/// Works, institutions, ties, total weight and institutions without partners.
fn facts(record: &Value) -> [f64; 5] {
    ["works", "institutions", "ties", "weight", "isolates"].map(|key| record[key].as_f64().unwrap_or(0.0))
}

#[track_caller]
fn holds(name: &str, text: &str, more: &[&str], expected: [f64; 5]) -> String {
    let arguments: Vec<&str> = more.iter().copied().chain(["--json"]).collect();
    let ran = run(name, text, &arguments);
    let notices = ran.err.clone();
    assert_eq!(facts(&ran.json()), expected, "{name}: {text}\n{notices}");
    notices
}

#[track_caller]
fn refused(name: &str, text: &str, more: &[&str], words: &[&str]) {
    let ran = run(name, text, more);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name}: {text}\n{}{}", ran.out, ran.err);
    assert_eq!(ran.err.trim_end().lines().count(), 1, "{}", ran.err);
    for word in words {
        assert!(ran.err.contains(word), "{word}: {}", ran.err);
    }
    let folder = Folder::with(&[(name, text)]);
    let mut arguments = vec!["project", name, "--authority", "none", "--lang", "en", "-o", "out.csv"];
    arguments.extend(more);
    let projected = folder.run(&arguments);
    assert_eq!((projected.code, projected.err.as_str()), (2, ran.err.as_str()), "{name}: project says something else");
    assert!(!folder.file("out.csv").exists());
}

fn shared(name: &str) -> Option<String> {
    tables::shared(&format!("cases/{name}")).map(|path| std::fs::read_to_string(path).unwrap())
}

const RIGHT: [f64; 5] = [0.0, 5.0, 5.0, 11.0, 0.0];
const ROWS: [&str; 5] = ["KAIST,NAVER,2", "KAIST,LG,1", "NAVER,SNU,3", "SNU,LG,1", "LG,Samsung,4"];

fn list(header: &str) -> String {
    format!("{header}\n{}\n", ROWS.join("\n"))
}

#[test]
fn weights_are_read_whatever_the_usual_words_are() {
    let ends = [
        "from,to",
        "source,target",
        "FROM,To",
        "node1,node2",
        "Node A,Node B",
        "ego,alter",
        "V1,V2",
        "i,j",
        "a,b",
        "actor1,actor2",
        "institution_1,institution_2",
        "source institution,target institution",
        "sender,receiver",
        "from_name,to_name",
        "item1,item2",
        "organization,partner",
        "출발,도착",
        "기관1,기관2",
        "기관A,기관B",
        "출발기관,도착기관",
        "기관,협력기관",
        "src,dst",
    ];
    let weights = [
        "weight",
        "Weight",
        "VALUE",
        "count",
        "n",
        "Strength",
        "freq",
        "frequency",
        "papers",
        "works",
        "co-occurrence",
        "collaborations",
        "n_papers",
        "joint_works",
        "Number of papers",
        "가중치",
        "횟수",
        "논문 수",
    ];
    for at in 0..ends.len().max(weights.len()) {
        let header = format!("{},{}", ends[at % ends.len()], weights[at % weights.len()]);
        assert_eq!(holds("t.csv", &list(&header), &[], RIGHT), "", "{header}");
    }
    for name in ["w1.csv", "w4.csv"] {
        let Some(text) = shared(&format!("networks/{name}")) else { continue };
        assert_eq!(holds(name, &text, &[], RIGHT), "");
    }
    // R's own columns, tabs, semicolons, blanks and quotes.
    for text in [
        list("V1,V2,V3"),
        list("i,j,x"),
        list("from,to,weight").replace(',', "\t"),
        list("from,to,weight").replace(',', ";"),
        list("from,to,weight").replace(',', " "),
        list("\"from\",\"to\",\"n\"").replace(',', " "),
        ROWS.join("\n").replace(',', " "),
    ] {
        assert_eq!(holds("t.txt", &text, &[], RIGHT), "", "{text}");
    }
}

#[test]
fn columns_that_are_not_taken_are_named() {
    if let Some(text) = shared("works/c24-edges-from-to-weight/edges.csv") {
        let weights = holds("c.csv", &text, &[], [0.0, 3.0, 2.0, 3.0, 0.0]);
        assert!(weights.contains("those of “weight”") && weights.contains("may be weights too: “count”"), "{weights}");
    }
    let text = "from,to,n,year,weight,note,empty\nA,B,9,2020,2,x,\nB,C,9,2021,1,,\n";
    let notices = holds("t.csv", text, &[], [0.0, 3.0, 2.0, 3.0, 0.0]);
    assert_eq!(notices.lines().count(), 2, "{notices}");
    assert!(notices.contains("too: “n” (") && notices.contains("not used: “year”, “note” ["), "{notices}");
    // Nothing is known to be the weight: then that is said.
    let notices = holds("t.csv", "from,to,score\nA,B,9\nB,C,9\n", &[], [0.0, 3.0, 2.0, 2.0, 0.0]);
    assert!(notices.contains("“score”; each tie counts 1") && notices.contains("--columns weight="), "{notices}");
    let folder = Folder::with(&[("t.csv", "from,to,score\nA,B,9\n")]);
    let korean = folder.run(&["--data", "t.csv", "--lang", "ko", "--notices", "all"]);
    assert!(korean.err.contains("쓰지 않은 열: “score”"), "{}", korean.err);
    // A column of titles is no number of papers.
    let notices = holds("t.csv", "from,to,papers\nA,B,One; Two\n", &[], [0.0, 2.0, 1.0, 1.0, 0.0]);
    assert!(notices.contains("not used: “papers”"), "{notices}");
    // Gephi's columns say what is understood.
    let gephi = "Source,Target,Type,Id,Label,Interval,Weight\nA,B,Undirected,0,,,2\nB,C,Undirected,1,,,1\n";
    assert_eq!(holds("g.csv", gephi, &[], [0.0, 3.0, 2.0, 3.0, 0.0]), "");
    // A blank weight is not one that is known.
    let notices = holds("t.csv", "from,to,weight\nA,B,\nB,C,\nC,D,4\n", &[], [0.0, 4.0, 3.0, 6.0, 0.0]);
    assert!(notices.contains("t.csv:2: 2 weights are blank, counted as 1"), "{notices}");
}

#[test]
fn weights_that_are_none_are_refused_or_left_out() {
    refused("t.csv", "from,to,weight\nA,B,many\n", &[], &["t.csv:2:5: the weight “many” is not a number"]);
    refused("t.csv", "from,to,count\nA,B,3\nA,C,few\n", &[], &["t.csv:3:5: the weight “few” is not a number"]);
    let notices = holds("t.csv", "from,to,n\nA,B,3\nA,C,-1\n", &[], [0.0, 2.0, 1.0, 3.0, 0.0]);
    assert!(notices.contains("t.csv:3:5: the weight -1 is not above zero"), "{notices}");
    refused("t.csv", "from,to,weight\nUniv of X, Y,B,2\n", &[], &["t.csv:2:16: the row has 4 cells, the header 3"]);
    // R writes names of rows without a header above them.
    refused("t.txt", "\"from\" \"to\" \"weight\"\n\"1\" \"A\" \"B\" 2\n", &[], &["the row has 4 cells, the header 3"]);
}

#[test]
fn any_column_can_be_named() {
    let text = "x,who,whom,power\n1,KAIST,NAVER,2\n2,KAIST,LG,1\n3,NAVER,SNU,3\n4,SNU,LG,1\n5,LG,Samsung,4\n";
    refused("t.csv", "foo,bar\n1,2\n", &[], &["no header says", "“foo”, “bar”"]);
    refused("t.csv", text, &[], &["no header says", "“power”", "--columns source=NAME,target=NAME,weight=NAME"]);
    for columns in
        ["source=who,target=whom,weight=power", "source=2,target=3,weight=4", "weight=POWER,target=Whom,source=2"]
    {
        let notices = holds("t.csv", text, &["--columns", columns], RIGHT);
        assert!(notices.contains("not used: “x”"), "{notices}");
    }
    // The headers tell the others.
    let text = "from,to,weight,score\nA,B,1,5\nB,C,1,2\n";
    holds("t.csv", text, &["--columns", "weight=score"], [0.0, 3.0, 2.0, 7.0, 0.0]);
    // Without a header columns are counted.
    for text in ["1 2 5\n2 3 4\n", "2 1 5\n3 2 4\n"] {
        holds("t.txt", text, &["--columns", "source=1,target=2,weight=3"], [0.0, 3.0, 2.0, 9.0, 0.0]);
    }
    holds("t.csv", "A,B,x,5\nB,C,y,4\n", &["--columns", "source=1,target=2,weight=4"], [0.0, 3.0, 2.0, 9.0, 0.0]);
    refused(
        "t.csv",
        text,
        &["--columns", "source=from,target=nope"],
        &["t.csv:1:1: there is no column “nope” (for target)", "“score”"],
    );
    refused("t.csv", "x,y,z\nA,B,1\n", &["--columns", "source=x"], &["a list of ties needs the columns"]);
    refused("t.csv", text, &["--columns", "source=from,target=from"], &["names one column twice"]);
    refused("t.csv", text, &["--columns", "source=from,work=to"], &["columns of one of the two"]);
    refused("t.csv", text, &["--columns", "sorce=from"], &["“sorce” is none of", "source, target, weight"]);
    refused("t.csv", "id,label\n1,A\n", &["--columns", "source=from,target=to"], &["t.csv: --columns names source"]);
    let folder = Folder::with(&[("nodes.csv", "Id,Label\n1,KAIST\n2,NAVER\n"), ("ties.csv", "p,q,r\n1,2,7\n")]);
    let columns = ["--data", "nodes.csv", "--data", "ties.csv", "--columns", "source=p,target=q,weight=r", "--json"];
    assert_eq!(facts(&folder.run(&columns).json()), [0.0, 2.0, 1.0, 7.0, 0.0]);
}

#[test]
fn tables_of_works_stay_tables_of_works() {
    for header in ["Model,Institutions,count", "title,affiliation,n", "Model,Organization,Source", "논문,기관,횟수"]
    {
        let text = format!("{header}\nOne,KAIST;NAVER,7\nTwo,KAIST;LG,1\n");
        holds("t.csv", &text, &[], [2.0, 3.0, 2.0, 2.0, 0.0]);
    }
    holds("t.csv", "Model,Organization,From,To\nOne,KAIST;NAVER,2019,2021\n", &[], [1.0, 2.0, 1.0, 1.0, 0.0]);
    // A row a work with a column an institution is no tie.
    for header in ["Title,Institution 1,Institution 2", "Paper ID,Institution 1,Institution 2", "x,org1,org2,org3"] {
        let ran = run("t.csv", &format!("{header}\nOne,KAIST,NAVER,\n"), &["--json"]);
        let record: Value = serde_json::from_str(&ran.out).unwrap_or_default();
        assert!(ran.code == 2 || facts(&record)[0] > 0.0, "{header}: {}{}", ran.out, ran.err);
    }
}

#[test]
fn lists_of_numbers_stay_lists_of_ties() {
    for (text, expected) in [
        ("1 2 5\n2 3 4\n", [0.0, 3.0, 2.0, 9.0, 0.0]),
        ("1 2 3\n2 3 4\n3 4 5\n", [0.0, 4.0, 3.0, 12.0, 0.0]),
        ("0 1\n1 2\n2 0\n", [0.0, 3.0, 3.0, 3.0, 0.0]),
        ("# SNAP\n0\t1\n1\t0\n1\t2\n", [0.0, 3.0, 2.0, 3.0, 0.0]),
        ("1,2,10\n1,10,88\n2,5,1\n", [0.0, 4.0, 3.0, 99.0, 0.0]),
        ("6 5 1\n6 4 2\n", [0.0, 3.0, 2.0, 3.0, 0.0]),
        ("3 2\n1 2\n", [0.0, 3.0, 2.0, 2.0, 0.0]),
        ("A 1 2\nB 2 3\n", [0.0, 4.0, 2.0, 5.0, 0.0]),
        ("A 1 2\n1 3 4\n2 5 6\n", [0.0, 5.0, 3.0, 12.0, 0.0]),
        ("A B 2\nC\n", [0.0, 2.0, 1.0, 2.0, 0.0]),
    ] {
        holds("t.txt", text, &[], expected);
    }
    if let Some(text) = shared("networks/e1.edgelist") {
        holds("e1.edgelist", &text, &[], [0.0, 4.0, 3.0, 3.0, 0.0]);
    }
    holds("e2.edges", "# made, by hand\nKAIST NAVER\nKAIST LG\n", &[], [0.0, 3.0, 2.0, 2.0, 0.0]);
    refused("pairs.txt", "KAIST NAVER\nKAIST LG\n", &[], &["no header says"]);
}

#[test]
fn metis_is_read() {
    let triangle = "2 3\n1 3\n1 2\n";
    for (text, expected) in [
        (format!("3 3\n{triangle}"), [0.0, 3.0, 3.0, 3.0, 0.0]),
        (format!("% a comment\n3 3 0\n%\n{triangle}"), [0.0, 3.0, 3.0, 3.0, 0.0]),
        // A cycle of four: every line has two numbers, as in a list of ties.
        ("4 4\n2 4\n1 3\n2 4\n1 3\n".to_owned(), [0.0, 4.0, 4.0, 4.0, 0.0]),
        ("3 3 10\n5 2 3\n5 1 3\n5 1 2\n".to_owned(), [0.0, 3.0, 3.0, 3.0, 0.0]),
        ("3 2 11\n7 2 4\n7 1 4 3 2\n7 2 2\n".to_owned(), [0.0, 3.0, 2.0, 6.0, 0.0]),
        ("4 2 1\n2 5\n1 5 3 1\n2 1\n\n".to_owned(), [0.0, 4.0, 2.0, 6.0, 1.0]),
        ("6 1\n2\n1\n\n\n\n\n".to_owned(), [0.0, 6.0, 1.0, 1.0, 4.0]),
        ("4 6 0 1\n2 3 4\n1 3 4\n1 2 4\n1 2 3\n".to_owned(), [0.0, 4.0, 6.0, 6.0, 0.0]),
        ("3 2\n2\n1 3\n2\n".to_owned(), [0.0, 3.0, 2.0, 2.0, 0.0]),
    ] {
        holds("m.graph", &text, &[], expected);
    }
    if let Some(text) = shared("networks/m1.graph") {
        holds("m.graph", &text, &[], [0.0, 6.0, 5.0, 11.0, 1.0]);
        holds("of-any-name.txt", &text, &[], [0.0, 6.0, 5.0, 11.0, 1.0]);
    }
    for (text, words) in [
        ("6 5 001\n2 2 3 1\n1 2\n", "m.graph:2:5: the tie of 1 and 3"),
        ("3 5\n2\n1 3\n2\n", "m.graph:1:1: the first line says that there are 5 ties"),
        ("3 2 1\n2\n1 3\n2\n", "m.graph:2:1: the neighbour 2 has no weight"),
        ("2 1\n2\n1\n1\n", "m.graph:4:1: the first line says that there are 2 vertices"),
        ("A B\n", "m.graph:1:1: the first line of a METIS graph"),
    ] {
        refused("m.graph", text, &[], &[words]);
    }
}

#[test]
fn adjacency_lists_are_read() {
    let [triangle, star] = [[0.0, 3.0, 3.0, 3.0, 0.0], [0.0, 3.0, 2.0, 2.0, 0.0]];
    for (text, expected) in [
        ("A B C\nB A C\nC A B\n", triangle),
        ("#/usr/bin/python\n# GMT Mon\n#\nA B C\nB D\nC\nD\n", [0.0, 4.0, 3.0, 3.0, 0.0]),
        ("# networkx\n0 1 2\n1 3\n2\n3\n", [0.0, 4.0, 3.0, 3.0, 0.0]),
        ("# networkx\n0 1 3\n1 2\n2 3\n3\n", [0.0, 4.0, 4.0, 4.0, 0.0]),
        ("0 1\n1 2\n2\n", star),
        ("0 1 2\n1\n2\n", star),
        ("1 2 3 4\n2 1\n3 1\n4 1\n", [0.0, 4.0, 3.0, 3.0, 0.0]),
        ("1 2 3\n2 1 3\n3 1 2\n", triangle),
        ("A;B;C\nB;A\nC;A\n", star),
        ("KAIST,NAVER,LG\nNAVER,KAIST\nLG,KAIST\n", star),
        ("1,2,3\n2,1\n3,1\n", star),
    ] {
        holds("t.txt", text, &[], expected);
    }
    holds("t.adjlist", "A B\nC\n", &[], [0.0, 3.0, 1.0, 1.0, 1.0]);
    holds("t.txt", "1 2 3\n2 1 3\n3 1 2\n", &["--input-format", "edges"], [0.0, 3.0, 2.0, 8.0, 0.0]);
}

#[test]
fn a_list_of_both_directions_has_each_pair_once() {
    for text in ["A,B,2\nB,A,2\nB,C,1\nC,B,1\n", "Source,Target,Weight\nA,B,2\nB,C,1\nB,A,2\nC,B,1\n"] {
        let told = holds("e.csv", text, &[], [0.0, 3.0, 2.0, 3.0, 0.0]);
        assert!(told.contains("every pair is listed in both directions"), "{told}");
    }
    // Other weights, or a pair in one direction alone: ties that are added up.
    holds("e.csv", "A,B,2\nB,A,3\n", &[], [0.0, 2.0, 1.0, 5.0, 0.0]);
    holds("e.csv", "A,B,2\nB,A,2\nB,C,1\n", &[], [0.0, 3.0, 2.0, 5.0, 0.0]);
}

#[test]
fn square_matrices_with_names_are_ties() {
    let expected = [0.0, 4.0, 2.0, 3.0, 1.0];
    if let Some(text) = shared("works/c22-adjacency-labels/adj.csv") {
        for (from, to) in [(";", ";"), (";", ","), (";", "\t")] {
            assert_eq!(holds("adj.csv", &text.replace(from, to), &[], expected), "");
        }
    }
    if let Some(text) = shared("networks/e4.csv") {
        holds("e4.csv", &text, &[], [0.0, 3.0, 2.0, 3.0, 0.0]);
    }
    for text in [
        // R's tables, without a corner; rows in another order; blanks for zeros; marks for nothing.
        "A B C D\nA 0 2 1 0\nB 2 0 0 0\nC 1 0 0 0\nD 0 0 0 0\n",
        "  A B C D\nA 0 2 1 0\nB 2 0 0 0\nC 1 0 0 0\nD 0 0 0 0\n",
        "\"A\",\"B\",\"C\",\"D\"\n\"A\",0,2,1,0\n\"B\",2,0,0,0\n\"C\",1,0,0,0\n\"D\",0,0,0,0\n",
        "기관,A,B,C,D\nB,2,,,\nA,NA,2,1,\nD,,,,\nC,1,,,-\n",
    ] {
        assert_eq!(holds("m.csv", text, &[], expected), "", "{text}");
    }
    // Numbers as names.
    for text in [",1,2\n1,0,5\n2,5,0\n", "id,1,2\n1,0,5\n2,5,0\n", "1 2\n1 0 5\n2 5 0\n"] {
        holds("m.csv", text, &[], [0.0, 2.0, 1.0, 5.0, 0.0]);
    }
    let notices = holds("m.csv", ",A,B,C\nA,7,2,0\nB,2,8,0\nC,0,0,1\n", &[], [0.0, 3.0, 1.0, 2.0, 1.0]);
    assert!(notices.contains("the diagonal of the matrix contains 3 numbers"), "{notices}");
    for half in [",A,B,C\nA,0,2,1\nB,0,0,4\nC,0,0,0\n", ",A,B,C\nA,,,\nB,2,,\nC,1,4,\n"] {
        let notices = holds("m.csv", half, &[], [0.0, 3.0, 3.0, 7.0, 0.0]);
        assert!(notices.contains("only one half"), "{notices}");
    }
    refused("m.csv", ",A,B,C\nA,0,2,1\nB,3,0,0\nC,1,0,0\n", &[], &["m.csv:2:1", "2 from A to B but 3 from B to A"]);
    refused("m.csv", ",A,B\nA,0,-2\nB,-2,0\n", &[], &["m.csv:2:5", "not above zero"]);
    refused("m.csv", ",A,B,C\nA,0,2,1\nB,2,0,many\nC,1,0,0\n", &[], &["m.csv:3:7", "“many” is not a number"]);
    refused("m.csv", ",A,B,C\nA,0,2,1\nB,2,0\nC,1,0,0\n", &[], &["m.csv:3:1", "3 cells, expected 4"]);
    refused("m.csv", ",A,B\nA,0,2\nC,2,0\n", &[], &["table of numbers with the columns “A”, “B”", "one tie a line"]);
    refused("m.csv", ",A,B\nA,0,2\nC,2,0\n", &["--input-format", "matrix"], &["m.csv:3:1", "“C”", "has no column"]);
}

#[test]
fn names_above_a_matrix_are_no_ends_of_ties() {
    for text in [
        ",A,B,C,n\nA,0,1,1,0\nB,1,0,0,0\nC,1,0,0,0\nn,0,0,0,0\n",
        ",Org1,Org2,a,b\nOrg1,0,1,1,0\nOrg2,1,0,0,0\na,1,0,0,0\nb,0,0,0,0\n",
    ] {
        holds("m.csv", text, &[], [0.0, 4.0, 2.0, 2.0, 1.0]);
    }
    refused("m.csv", ",A,B,Total\nA,0,2,2\nB,2,0,2\nTotal,2,2,4\n", &[], &["m.csv:4:1", "“Total”", "holds sums"]);
    for text in [
        ",A,B,Total\nA,0,2,2\nB,2,0,2\n",
        "x,A,B,Total\nA,0,2,2\nB,2,0,2\n",
        ",Org1,Org2\nP1,1,0\nP2,1,1\n",
        ",Org1,Org2\nP1,2,0\nP2,1,3\n",
        "p,Org1,Org2\nP1,1,0\nP2,1,1\n",
    ] {
        refused("m.csv", text, &[], &["matrix"]);
    }
    // pandas and R number rows before the ends.
    for text in
        [",node1,node2,weight\n0,5,7,2\n1,7,8,1\n", "id,a,b,n\n1,5,7,2\n2,7,8,1\n", ",from,to,n\nx,5,7,2\ny,7,8,1\n"]
    {
        holds("t.csv", text, &[], [0.0, 3.0, 2.0, 3.0, 0.0]);
    }
    holds("t.csv", "from,to,weight\n0,1,1\n1,0,1\n", &[], [0.0, 2.0, 1.0, 2.0, 0.0]);
}

#[test]
fn matrices_without_names_are_refused() {
    for text in [
        "0 2 0\n2 0 1\n0 1 0\n",
        "0,2,0\n2,0,1\n0,1,0\n",
        "0\t2\t0\n2\t0\t1\n0\t1\t0\n",
        "0;2;0\n2;0;1\n0;1;0\n",
        "0 2\n2 0\n",
        "9 2 1\n2 8 3\n1 3 7\n",
        "0 1 0 0\n1 0 1 0\n0 1 0 1\n0 0 1 0\n",
        "0,1,0,0\n1,0,1,0\n0,1,0,1\n0,0,1,0\n",
        "1 0 1\n0 1 1\n",
        "1,1,0,1\n0,1,1,0\n",
    ] {
        refused("m.txt", text, &[], &["matrix", "without names", "write one tie a line: source,target,weight"]);
    }
    refused("k.txt", "% ours\nA,B\nB,C\n", &[], &["comments of %", "write one tie a line"]);
    refused("m.mtx", "%%MatrixMarket matrix coordinate\n3 3 1\n1 2 5\n", &[], &["Matrix Market"]);
}

#[test]
fn matrices_of_works_are_read_when_that_is_said() {
    let expected = [3.0, 3.0, 3.0, 4.0, 0.0];
    if let Some(text) = shared("works/c26-incidence-matrix/inc.csv") {
        refused("inc.csv", &text, &[], &["matrix of 0 and 1", "--input-format incidence"]);
        holds("inc.csv", &text, &["--input-format", "incidence"], expected);
    }
    for text in [
        "institution,Alpha,Beta,Gamma\nKAIST,1,1,0\nNAVER,1,1,1\nSNU,0,1,0\n",
        "work,KAIST,NAVER,SNU\nAlpha,x,x,\nBeta,X,x,x\nGamma,,x,\n",
        "KAIST NAVER SNU\nAlpha 1 1 0\nBeta 1 1 1\nGamma 0 1 0\n",
    ] {
        refused("inc.csv", text, &[], &["matrix of 0 and 1"]);
        holds("inc.csv", text, &["--input-format", "incidence"], expected);
    }
    // An institution without a work stays one.
    holds("inc.csv", "m,A,B,C\nX,1,1,0\n", &["--input-format", "incidence"], [1.0, 3.0, 1.0, 1.0, 1.0]);
    let folder = Folder::with(&[("inc.csv", "institution,Alpha,Beta,Gamma\nKAIST,1,1,0\nNAVER,1,1,1\nSNU,0,1,0\n")]);
    let told = folder.run(&["--data", "inc.csv", "--input-format", "incidence", "between", "KAIST", "NAVER"]).answer();
    assert!(told.contains("Alpha") && told.contains("Beta") && !told.contains("Gamma"), "{told}");
    refused("inc.csv", "m,A,B\nX,1,3\n", &["--input-format", "incidence"], &["inc.csv:2:5: “3” stands in the matrix"]);
    // The works have no names here; the first institution would be lost.
    let bare = "A,B,C\n1,1,0\n0,1,1\n";
    refused("inc.csv", bare, &[], &["matrix"]);
    refused("inc.csv", bare, &["--input-format", "incidence"], &["rows of the matrix have no names"]);
}

#[test]
fn pajek_of_two_modes_is_works_and_institutions() {
    if let Some(text) = shared("networks/t1.net") {
        let notices = holds("t1.net", &text, &[], [3.0, 4.0, 3.0, 4.0, 1.0]);
        assert!(notices.contains("t1.net:1: a network of two modes: the first was read as institutions"), "{notices}");
        let columns = ["--columns", "work=1,institutions=2"];
        holds("t1.net", &text, &columns, [4.0, 3.0, 1.0, 2.0, 1.0]);
        refused("t1.net", &text, &["--columns", "work=A"], &["work=1,institutions=2"]);
    }
    // The authority knows who is an institution, whichever comes first.
    let works_first =
        "*Vertices 5 2\n1 \"A\"\n2 \"B\"\n3 \"KAIST\"\n4 \"NAVER\"\n5 \"LG AI Research\"\n*Arcs\n1 3\n1 4\n2 5\n";
    let folder = Folder::with(&[("t.net", works_first)]);
    assert_eq!(facts(&folder.run(&["--data", "t.net", "--json"]).json()), [2.0, 3.0, 1.0, 1.0, 1.0]);
    let ran = folder.run(&["--data", "t.net", "--notices", "all"]);
    assert!(ran.err.contains("the second was read as institutions"), "{}", ran.err);
    let notices = holds("t.net", "*Vertices 3 2\n*Edges\n1 3 2\n3 1\n2 3 0\n", &[], [1.0, 2.0, 0.0, 0.0, 2.0]);
    assert!(
        notices.contains("a weight other than 1") && notices.contains("excluded") && notices.contains("counted once"),
        "{notices}"
    );
    refused("t.net", "*Vertices 3 2\n*Edges\n1 3\n1 2\n", &[], &["t.net:4:1: “1” and “2” are of one mode"]);
    refused("t.net", "*Vertices 3 4\n*Edges\n1 3\n", &[], &["t.net:1:13: “4” stands for the vertices of the first"]);
}

#[test]
fn comments_and_partitions_of_pajek_are_no_part_of_the_network() {
    if let Some(text) = shared("networks/p1.net") {
        holds("p1.net", &text, &[], [0.0, 2.0, 1.0, 3.0, 0.0]);
    }
    if let Some(text) = shared("networks/p2.paj") {
        let notices = holds("p2.paj", &text, &[], [0.0, 3.0, 2.0, 4.0, 0.0]);
        assert!(notices.contains("kept for those who ask for them: clusters of 3 vertices"), "{notices}");
    }
    refused("p.paj", "*Partition x\n*Vertices 2\n1\n2\n", &[], &["a partition or vector is not a network"]);
}
