//! `report --format docx`: a package that other programs open.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use crate::support::command::Folder;

/// The parts of a package by their names.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |index| {
        let mut file = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

#[test]
fn a_report_for_word_is_whole_in_both_languages() {
    let folder = Folder::new();
    for language in ["ko", "en"] {
        folder.run(&["--lang", language, "-q", "report", "--format", "docx", "-o", language]).answer();
        let bytes = std::fs::read(folder.file(&format!("{language}/report.docx"))).unwrap();
        let parts = parts(&bytes);
        let text = |name: &str| String::from_utf8(parts[name].clone()).unwrap();
        for name in parts.keys().filter(|name| !name.ends_with(".png")) {
            let xml = text(name);
            assert!(roxmltree::Document::parse(&xml).is_ok(), "{language}: {name}");
        }
        // What the text refers to is there, and what is there is referred to.
        let body = text("word/document.xml");
        let tree = roxmltree::Document::parse(&body).unwrap();
        let links = text("word/_rels/document.xml.rels");
        let links = roxmltree::Document::parse(&links).unwrap();
        let known: BTreeMap<&str, &str> = links
            .root_element()
            .children()
            .filter_map(|link| Some((link.attribute("Id")?, link.attribute("Target")?)))
            .collect();
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let used: Vec<&str> = tree
            .descendants()
            .flat_map(|node| [node.attribute((relations, "embed")), node.attribute((relations, "id"))])
            .flatten()
            .collect();
        assert!(used.iter().all(|id| known.contains_key(id)), "{language}: {used:?}");
        let media: Vec<&str> = parts
            .keys()
            .filter_map(|name| name.strip_prefix("word/"))
            .filter(|name| name.starts_with("media/"))
            .collect();
        assert!(media.len() >= 4 && media.iter().all(|name| known.values().any(|target| target == name)), "{media:?}");
        for name in media.iter().filter(|name| name.ends_with(".png")) {
            assert!(parts[&format!("word/{name}")].starts_with(b"\x89PNG"), "{name}");
        }
        // Every text of the Markdown's tables and sentences stands in it; Hangul is what it was.
        let told: Vec<String> = tree
            .descendants()
            .filter(|node| node.tag_name().name() == "p")
            .map(|paragraph| {
                paragraph
                    .descendants()
                    .filter(|node| node.tag_name().name() == "t")
                    .filter_map(|node| node.text())
                    .collect()
            })
            .collect();
        for name in ["네이버", "카이스트"].iter().filter(|_| language == "ko") {
            assert!(told.iter().any(|paragraph| paragraph.contains(name)), "{name}");
        }
        let markdown = folder.read(&format!("{language}/report.md"));
        let headings = markdown.lines().filter_map(|line| line.strip_prefix("## "));
        let count = headings.clone().count();
        assert!(
            count > 5 && headings.clone().all(|heading| told.iter().any(|paragraph| paragraph == heading)),
            "{language}"
        );
        let rows = tree.descendants().filter(|node| node.tag_name().name() == "tr").count();
        let lines = markdown.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| -")).count();
        assert_eq!(rows, lines, "{language}");
        // The manifest knows it, and the same data give the same bytes.
        assert!(folder.read(&format!("{language}/manifest.json")).contains("\"report.docx\""));
        folder.run(&["--lang", language, "-q", "report", "--format", "docx", "-o", "again", "--force"]).answer();
        assert!(std::fs::read(folder.file("again/report.docx")).unwrap() == bytes, "{language}");
    }
}

#[test]
fn only_a_report_is_a_document() {
    let folder = Folder::new();
    for arguments in [&["rank", "--format", "docx"][..], &["-f", "docx"], &["rank", "-f", "docx", "-o", "x.txt"]] {
        let refused = folder.run(&[&["--lang", "en"], arguments].concat()).refusal();
        assert!(refused.contains("collab report --format docx"), "{refused}");
    }
    folder.run(&["-q", "report"]).answer();
    assert!(!folder.file("output/report.docx").exists());
}
