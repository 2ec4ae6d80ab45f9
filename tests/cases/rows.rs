//! Rows and cells of tables: participations, entities, placeholders, identifiers.

use std::collections::BTreeMap;

use crate::command::{Folder, Ran};

/// Reads `t.csv` with these options and asks for the overview.
#[track_caller]
fn overview(table: &str, options: &[&str]) -> serde_json::Value {
    let mut arguments = vec!["--data", "t.csv", "--json"];
    arguments.extend(options);
    Folder::with(&[("t.csv", table)]).run(&arguments).json()
}

/// Works, institutions, ties and weight.
#[track_caller]
fn counts(table: &str, options: &[&str]) -> [u64; 4] {
    let told = overview(table, options);
    ["works", "institutions", "ties", "weight"].map(|key| {
        let value = &told[key];
        value.as_u64().or_else(|| value.as_f64().map(|value| value as u64)).unwrap_or_else(|| panic!("{key}: {told}"))
    })
}

/// The institutions of `t.csv` with the number of their works.
#[track_caller]
fn institutions(table: &str, options: &[&str]) -> BTreeMap<String, String> {
    let mut arguments = vec!["institutions", "--data", "t.csv", "--format", "csv", "--authority", "none"];
    arguments.extend(options);
    let told = Folder::with(&[("t.csv", table)]).run(&arguments).answer();
    let mut rows = told.lines().map(|line| {
        let mut cells = Vec::new();
        let (mut cell, mut quoted) = (String::new(), false);
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(std::mem::take(&mut cell)),
                _ => cell.push(letter),
            }
        }
        cells.push(cell);
        cells
    });
    let header = rows.next().unwrap();
    let at = |name: &str| header.iter().position(|cell| cell == name).unwrap();
    let (name, works) = (at("name"), at("works"));
    rows.map(|cells| (cells[name].clone(), cells[works].clone())).collect()
}

/// Every notice of a run.
#[track_caller]
fn notices(table: &str, options: &[&str]) -> String {
    let mut arguments = vec!["--data", "t.csv", "--notices", "all", "--json"];
    arguments.extend(options);
    let Ran { code, err, .. } = Folder::with(&[("t.csv", table)]).run(&arguments);
    assert!(code < 2, "{err}");
    err
}

fn known(names: &[(&str, &str)]) -> BTreeMap<String, String> {
    names.iter().map(|(name, works)| ((*name).to_owned(), (*works).to_owned())).collect()
}

#[test]
fn characters_of_web_pages_are_read_before_lists_are_parted() {
    let table = "title,affilname,coverDate\n\
        Alpha,Northfield Brain &amp; Mind Institute;Southgate University,2018-01-05\n\
        Beta,Texas A&amp;M University,2019\n\
        Gamma,Texas A&amp;amp;M University;Southgate University,2020\n";
    let columns = "work=title,institutions=affilname,date=coverDate";
    let found = institutions(table, &["--columns", columns]);
    let right =
        [("Northfield Brain & Mind Institute", "1"), ("Southgate University", "2"), ("Texas A&M University", "2")];
    assert_eq!(found, known(&right));
    assert_eq!(counts(table, &["--columns", columns]), [3, 3, 2, 2]);
    let told = notices(table, &["--columns", columns]);
    assert!(told.contains("t.csv:2:7: 3 cells write characters as web pages do"), "{told}");
    assert_eq!(told.matches("[html-entity]").count(), 1, "{told}");
    // In quotes, by number, with accents; and with the separator of the user.
    let table =
        "Title,Affiliations\nA,\"King&#39;s College; Universit&eacute; de Lac\"\nB,King's College|X &lt;Y&gt;\n";
    assert_eq!(institutions(table, &[]), known(&[("King's College", "2"), ("Université de Lac", "1"), ("X <Y>", "1")]));
    let table = "Title,Affiliations\nA,\"B&amp;C, D &#x26; E\"\n";
    assert_eq!(institutions(table, &["--separator", ","]), known(&[("B&C", "1"), ("D & E", "1")]));
}

#[test]
fn an_ampersand_is_no_web_character_by_itself() {
    let table = "Title,Affiliations\nA,AT&T; Bell Labs\nB,Texas A&M; Bell Labs\nC,\"R&D&amp Lab; &unknown; &#xZZ;\"\n";
    let found = institutions(table, &[]);
    let right = [
        ("AT&T", "1"),
        ("Bell Labs", "2"),
        ("Texas A&M", "1"),
        ("R&D&amp Lab", "1"),
        ("&unknown", "1"),
        ("&#xZZ", "1"),
    ];
    assert_eq!(found, known(&right));
    assert!(!notices(table, &[]).contains("web pages"));
}

#[test]
fn names_are_kept_whole_whatever_parts_lists() {
    let table =
        "work,institutions\nA,Univ One; Smith; Jones Foundation; Univ Two\nB,Univ One | Lake | Hill Institute\n";
    let options = ["--keep-whole", "Smith; Jones Foundation", "--keep-whole", "Lake | Hill Institute"];
    let right =
        [("Univ One", "2"), ("Univ Two", "1"), ("Smith; Jones Foundation", "1"), ("Lake | Hill Institute", "1")];
    assert_eq!(institutions(table, &options), known(&right));
    let told = notices(table, &options);
    assert!(told.contains("“Smith; Jones Foundation” was taken as one name although it holds “;”"), "{told}");
    // A name with one mark within a list parted by another; separators of the user.
    let table = "work,institutions\nA,Univ One | Smith; Jones Foundation\n";
    assert_eq!(institutions(table, &options), known(&[("Univ One", "1"), ("Smith; Jones Foundation", "1")]));
    let table = "work,institutions\nA,Arts and Crafts and Univ One\nB,Univ One and Univ Two\n";
    let options = ["--separator", " and ", "--keep-whole", "arts and crafts"];
    assert_eq!(institutions(table, &options), known(&[("Arts and Crafts", "1"), ("Univ One", "2"), ("Univ Two", "1")]));
    let table = "work,institutions\nA,\"Booz, Allen, Lake Hill, B\"\n";
    let options = ["--separator", ",", "--keep-whole", "Booz, Allen", "--keep-whole", "Hill, B"];
    assert_eq!(institutions(table, &options), known(&[("Booz, Allen", "1"), ("Lake Hill", "1"), ("B", "1")]));
}

#[test]
fn placeholders_are_no_institutions() {
    let table = "Title,Affiliations,Year\nA,NA; KAIST,2020\nB,N/A; NAVER,2020\nC,-; KAIST; NAVER,2021\n\
        D,Unknown; NAVER,2021\nE,NaN,2021\n";
    assert_eq!(institutions(table, &[]), known(&[("KAIST", "2"), ("NAVER", "3")]));
    assert_eq!(counts(table, &[]), [5, 2, 1, 1]);
    let told = notices(table, &[]);
    assert!(told.contains("5 entries in the cells of institutions stand for no institution that is known"), "{told}");
    assert!(told.contains("(“NA”, “N/A”, “-”, “Unknown”, “NaN”)") && told.contains("--keep-whole \"NA\""), "{told}");
    assert!(told.contains("“E” names no institution"), "{told}");
    let kept = institutions(table, &["--keep-whole", "unknown", "--keep-whole", "NA"]);
    assert_eq!(kept, known(&[("KAIST", "2"), ("NAVER", "3"), ("Unknown", "1"), ("NA", "1")]));
    // Who has an authority that knows such a name keeps it.
    let folder = Folder::with(&[("t.csv", table), ("names.txt", "label\treplace by\nNA\tNorthfield Academy\n")]);
    let told = folder.run(&["who", "Northfield Academy", "--data", "t.csv", "--authority", "names.txt"]).answer();
    assert!(told.contains("KAIST"), "{told}");
    let table = "Title,Affiliations\nA,KAIST; et al.\nB,\"[No Affiliation Available]; NAVER; and others\"\nC,미상;없음;해당 없음\nD,Nankai; .; ?; —\n";
    assert_eq!(institutions(table, &[]), known(&[("KAIST", "1"), ("NAVER", "1"), ("Nankai", "1")]));
}

#[test]
fn a_placeholder_takes_its_own_country_with_it() {
    let table = "Title,Affiliations,Country\nA,NA; Northfield,US; KR\nB,Northfield; Southgate,KR; JP\nC,Southgate,JP\n";
    let told = overview(table, &["--authority", "none"]);
    assert_eq!(told["works"], 3);
    let who =
        Folder::with(&[("t.csv", table)]).run(&["institutions", "--data", "t.csv", "-f", "csv", "--authority", "none"]);
    let told = who.answer();
    assert!(told.contains("northfield,Northfield,,KR,"), "{told}");
}
