//! Answers as workbooks: what other readers find in them.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};

use crate::support::command::Folder;

/// Names that a spreadsheet, XML or a sheet's limits would spoil.
const HOSTILE: &str = "Model,Organization,Publication date,Link\n\
    =1+1,=cmd|' /C calc'!A0;Beta,2020-01-01,https://example.org/a?b=1&c=<2>\n\
    _x0041_,카이스트;Beta,2021-11,javascript:alert(1)\n\
    \"a <b> & \"\"c\"\"\",카이스트;한국과학기술원,2022,not a page\n\
    old,Beta;Gamma,1899-12-31,\n";

fn sheets(path: &Path) -> BTreeMap<String, Range<Data>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    book.sheet_names().into_iter().map(|name| (name.clone(), book.worksheet_range(&name).unwrap())).collect()
}

fn column(sheet: &Range<Data>, heading: &str) -> Vec<Data> {
    let at = sheet.rows().next().unwrap().iter().position(|cell| *cell == Data::String(heading.to_owned()));
    let at = at.unwrap_or_else(|| panic!("no {heading} in {:?}", sheet.rows().next()));
    sheet.rows().skip(1).map(|row| row[at].clone()).collect()
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

fn day(cell: &Data) -> String {
    match cell {
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn numbers_are_numbers_dates_are_dates_and_hangul_is_intact() {
    let folder = Folder::new();
    folder.run(&["-q", "works", "-o", "works.xlsx", "--lang", "ko"]).answer();
    let works = &sheets(&folder.file("works.xlsx"))["works"];
    assert_eq!(works.height(), 18);
    let days: Vec<String> = column(works, "날짜").iter().map(day).collect();
    assert_eq!((days[0].as_str(), days[16].as_str()), ("2016-11-11", "2025-03-16"));
    assert!(column(works, "기관").contains(&text("카이스트; 네이버")));
    assert!(column(works, "citations").contains(&Data::Float(5348.0)));
    folder.run(&["-q", "rank", "--by", "betweenness", "-o", "rank.xlsx"]).answer();
    let record = folder.run(&["-q", "rank", "--by", "betweenness", "--json"]).json();
    let rank = &sheets(&folder.file("rank.xlsx"))["rank"];
    for (row, value) in column(rank, "Betweenness").iter().enumerate() {
        assert_eq!(*value, Data::Float(record["rows"][row]["value"].as_f64().unwrap()));
    }
    folder.run(&["-q", "clusters", "-o", "clusters.xlsx"]).answer();
    let clusters = &sheets(&folder.file("clusters.xlsx"))["clusters"];
    assert!(column(clusters, "found").iter().all(|share| matches!(share, Data::Float(0.0..=1.0))), "{clusters:?}");
}

#[test]
fn hostile_names_and_dates_of_every_precision_come_back_as_they_were() {
    let folder = Folder::with(&[("t.csv", HOSTILE)]);
    folder.run(&["-q", "t.csv", "--authority", "none", "works", "-o", "t.xlsx"]).answer();
    let works = &sheets(&folder.file("t.xlsx"))["works"];
    let names = column(works, "Model");
    for name in ["=1+1", "_x0041_", "a <b> & \"c\"", "old"] {
        assert!(names.contains(&text(name)), "{name}: {names:?}");
    }
    assert!(column(works, "Institutions").contains(&text("=cmd|' /C calc'!A0; Beta")));
    // A date of the year 1899 is none that a sheet can hold, so it stands as text; known parts of others are dates.
    let days: Vec<String> = column(works, "Date").iter().map(day).collect();
    assert_eq!(days, ["String(\"1899-12-31\")", "2020-01-01", "2021-11-01", "2022-01-01"]);
    let notes = column(&sheets(&folder.file("t.xlsx"))["notes"], "Text");
    let is_told = |words: &str| notes.iter().any(|note| note.to_string().contains(words));
    assert!(is_told("holds the first day of it") && is_told("t.csv"), "{notes:?}");
    // Only pages are links.
    let unpacked = unzipped(&folder.file("t.xlsx"));
    let links = &unpacked["xl/worksheets/_rels/sheet1.xml.rels"];
    assert!(links.contains("https://example.org/a?b=1&amp;c=") && !links.contains("javascript"), "{links}");
    assert!(!unpacked["xl/worksheets/sheet1.xml"].contains("<f>"));
    assert!(unpacked["xl/worksheets/sheet1.xml"].contains("state=\"frozen\""));
}

fn unzipped(path: &Path) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let read = |name: String| (name.clone(), std::io::read_to_string(archive.by_name(&name).unwrap()).unwrap());
    names.into_iter().map(read).collect()
}

#[test]
fn same_facts_give_the_same_bytes() {
    let mut lines: Vec<&str> = HOSTILE.lines().skip(1).collect();
    lines.reverse();
    let reversed = [&["Model,Organization,Publication date,Link"], lines.as_slice()].concat().join("\n");
    let folder = Folder::with(&[("t.csv", HOSTILE)]);
    let other = Folder::with(&[("t.csv", &reversed)]);
    for folder in [&folder, &other] {
        folder.run(&["-q", "t.csv", "--authority", "none", "institutions", "-o", "a.xlsx"]).answer();
    }
    assert!(std::fs::read(folder.file("a.xlsx")).unwrap() == std::fs::read(other.file("a.xlsx")).unwrap());
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_the_notes_say_so() {
    let long = "가".repeat(40_000);
    let folder = Folder::with(&[("t.csv", &format!("title,institutions\n{long},Alpha;Beta\nshort,Alpha\n"))]);
    folder.run(&["-q", "t.csv", "works", "-o", "t.xlsx"]).answer();
    let books = sheets(&folder.file("t.xlsx"));
    let lengths: Vec<usize> =
        column(&books["works"], "Publication").iter().map(|name| name.to_string().chars().count()).collect();
    assert!(lengths.contains(&32_767), "{lengths:?}");
    assert!(column(&books["notes"], "Text").iter().any(|note| note.to_string().contains("cut after 32,767")));
}

#[test]
fn the_report_has_all_its_tables_in_one_workbook() {
    let folder = Folder::new();
    folder.run(&["-q", "report", "-o", "out"]).answer();
    let books = sheets(&folder.file("out/tables.xlsx"));
    for entry in std::fs::read_dir(folder.file("out/tables")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "csv") {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let rows = std::fs::read_to_string(&path).unwrap();
            assert!(books.contains_key(&name), "{name}: {:?}", books.keys());
            // A row of the sheet for each line, for no cell of these tables holds a line feed.
            assert_eq!(books[&name].height(), rows.lines().count(), "{name}");
        }
    }
    let manifest: serde_json::Value = serde_json::from_str(&folder.read("out/manifest.json")).unwrap();
    assert!(manifest["files"].as_array().unwrap().iter().any(|file| file["path"] == "tables.xlsx"));
}

#[test]
fn the_extension_selects_the_format_and_what_cannot_be_written_is_refused_before_reading() {
    let folder = Folder::new();
    for (file, format) in [("a.json", "json"), ("a.csv", "csv"), ("a.md", "md"), ("a.txt", "text")] {
        assert_eq!(folder.run(&["-q", "who", "KAIST", "-o", file]).answer(), "");
        let printed = folder.run(&["-q", "who", "KAIST", "-f", format]).answer();
        assert_eq!(folder.read(file).trim_start_matches('\u{feff}'), printed, "{file}");
    }
    let refused = folder.run(&["who", "KAIST", "-o", "a.foo"]).refusal();
    assert!(refused.contains("Use .txt, .json, .csv, .md or .xlsx"), "{refused}");
    let refused = folder.run(&["no-such-file.csv", "-o", "none/a.csv"]).refusal();
    assert!(refused.contains("none"), "{refused}");
    let refused = folder.run(&["lint", "a.svg", "-o", "a.txt"]).refusal();
    assert!(refused.contains("collab lint"), "{refused}");
    folder.write("t.csv", b"title,institutions\nx,Alpha;Beta\n");
    let refused = folder.run(&["t.csv", "works", "-o", "t.csv"]).refusal();
    assert!(refused.contains("will not be overwritten"), "{refused}");
}

#[test]
fn libreoffice_reads_the_workbook() {
    let Some(office) = ["soffice", "libreoffice"]
        .into_iter()
        .find(|name| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success()))
    else {
        println!("skipped: LibreOffice is not installed");
        return;
    };
    let folder = Folder::new();
    folder.run(&["-q", "works", "-o", "works.xlsx", "--lang", "ko"]).answer();
    let home = format!("-env:UserInstallation=file://{}", folder.file("profile").display());
    let output = Command::new(office)
        .args([&home, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "works.xlsx"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let table = folder.read("works.csv");
    assert!(table.contains("카이스트; 네이버") && table.contains("2016-11-11,"), "{table}");
}
