//! Labels and colours of users' own: what they change, and what is wrong with their files.

use crate::support::command::Folder;

const PAPERS: &str = "Title,Affiliations,Year\n\
    Deep Reading,KAIST; NAVER,2021\n\
    Wide Reading,KAIST; NAVER; Korea University; Seoul National University,2022\n\
    Old Reading,KAIST; Yonsei University,2019\n\
    Sole Reading,Samsung,2012\n";

fn folder(files: &[(&str, &str)]) -> Folder {
    Folder::with(&[&[("papers.csv", PAPERS)], files].concat())
}

fn draw(folder: &Folder, arguments: &[&str]) -> (String, String) {
    let base = ["--data", "papers.csv", "--lang", "en", "draw", "-o", "out.svg"];
    let ran = folder.run(&[&base[..], arguments].concat());
    let told = ran.err.clone();
    ran.answer();
    assert_eq!(folder.run(&["lint", "out.svg"]).code, 0, "{arguments:?}");
    (folder.read("out.svg"), told)
}

fn refusal(folder: &Folder, arguments: &[&str]) -> String {
    let base = ["--data", "papers.csv", "--lang", "en", "draw", "-o", "out.svg"];
    folder.run(&[&base[..], arguments].concat()).refusal()
}

/// Marks of an institution, up to the end of its group.
fn mark<'s>(svg: &'s str, id: &str) -> &'s str {
    svg.split(&format!("data-id=\"{id}\"")).nth(1).unwrap().split("</g>").next().unwrap()
}

#[test]
fn labels_stand_as_they_are_written_in_every_view_and_language() {
    // By name, by id, with a word that names are shortened by, with quotes and with the delimiter.
    let labels = "name,label\nKAIST,Our University in Daejeon\nid:naver,\"Search, <Inc.> & \"\"Co\"\"\"\n";
    let folder = folder(&[("labels.csv", labels), ("semicolons.csv", "KAIST;Our University in Daejeon\n")]);
    for view in [&["map"][..], &["arc"], &["matrix"], &["lanes"], &["timeline"], &["bipartite"], &["partners", "KAIST"]]
    {
        for language in ["en", "ko", "both"] {
            let base = ["--data", "papers.csv", "--lang", language, "draw", "-o", "out.svg", "--labels", "labels.csv"];
            folder.run(&[&base[..], view].concat()).answer();
            let svg = folder.read("out.svg");
            assert!(svg.contains(">Our University in Daejeon<"), "{view:?} {language}");
            if view[0] != "timeline" {
                assert!(svg.contains("Search, &lt;Inc.&gt; &amp; "), "{view:?} {language}");
            }
        }
    }
    let (svg, _) = draw(&folder, &["map", "--labels", "semicolons.csv"]);
    assert!(svg.contains(">Our University in Daejeon<") && svg.contains(">NAVER<"));
    // Names that are asked for stay those of the data.
    let (svg, _) = draw(&folder, &["ego", "KAIST", "--labels", "labels.csv"]);
    assert!(svg.contains("Our University in Daejeon"));
}

#[test]
fn colours_are_those_of_the_file_and_texts_on_them_can_be_read() {
    let colors = "id,color\nkaist,#FFE100\nNAVER,03C\nYonsei University,#000\n";
    let folder = folder(&[("colors.csv", colors)]);
    for view in [&["map"][..], &["arc"], &["bipartite"], &["ego", "KAIST"]] {
        let (svg, told) = draw(&folder, &[view, &["--colors", "colors.csv"]].concat());
        assert!(mark(&svg, "kaist").contains("#FFE100"), "{view:?} {}", mark(&svg, "kaist"));
        if mark(&svg, "kaist").contains("<text") {
            assert!(mark(&svg, "kaist").contains("#1A1E23"), "dark on yellow in {view:?}: {}", mark(&svg, "kaist"));
        }
        assert!(mark(&svg, "naver").contains("#0033CC"), "{view:?}");
        assert!(told.contains("hardly visible") && told.contains("KAIST"), "{told}");
        let legend = svg.split("data-role=\"legend\"").nth(1).unwrap();
        for (color, name) in [("#FFE100", "KAIST"), ("#0033CC", "NAVER"), ("#000000", "Yonsei University")] {
            assert!(legend.contains(color) && legend.contains(&format!(">{name}<")), "{view:?} {name}");
        }
    }
    let plain = draw(&folder, &["map"]).0;
    let own = draw(&folder, &["map", "--colors", "colors.csv"]).0;
    assert_eq!(mark(&plain, "korea-university"), mark(&own, "korea-university"), "others keep theirs");
}

#[test]
fn rows_without_a_mark_are_told() {
    let folder = folder(&[("colors.csv", "Samsung,#B42965\nKAIST,#B42965\n"), ("labels.csv", "Samsung,SEC\n")]);
    for (option, file) in [("--colors", "colors.csv"), ("--labels", "labels.csv")] {
        let (_, told) = draw(&folder, &["ego", "KAIST", option, file]);
        assert!(told.contains(option) && told.contains(&format!("Samsung ({file}:1)")), "{told}");
        assert!(!told.contains("KAIST ("), "{told}");
    }
    assert!(!draw(&folder, &["map", "--labels", "labels.csv"]).1.contains("--labels"));
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_line() {
    let wrong = [
        ("name,label\nKAIST,A\nNavre,B\n", "--labels", ["f.csv:3", "NAVER"]),
        ("KAIST,teal\n", "--colors", ["f.csv:1", "#1C5FAE"]),
        ("KAIST,#12345\n", "--colors", ["f.csv:1", "#12345"]),
        ("KAIST,#fff\n\nKAIST,#000\n", "--colors", ["f.csv:3", "two values"]),
        ("KAIST,\n", "--labels", ["f.csv:1", "empty"]),
        ("KAIST,a,b\n", "--labels", ["f.csv:1", "3 columns"]),
        ("KAIST\n", "--labels", ["f.csv:1", "one column"]),
        ("KAIST,\"a\n", "--labels", ["f.csv:1:7", "never closed"]),
        ("name,label\n", "--labels", ["f.csv", "no row"]),
    ];
    for (text, option, expected) in wrong {
        let folder = folder(&[("f.csv", text)]);
        let refused = refusal(&folder, &["map", option, "f.csv"]);
        for part in expected {
            assert!(refused.contains(part), "{text:?}: {part} in {refused}");
        }
    }
    let folder = folder(&[("f.csv", "KAIST,#B42965\n")]);
    for view in ["matrix", "trend", "lanes", "geo", "timeline"] {
        assert!(refusal(&folder, &[view, "--colors", "f.csv"]).contains("draw `map`"), "{view}");
    }
    assert!(refusal(&folder, &["map", "--labels", "nothing.csv"]).contains("nothing.csv"));
}
