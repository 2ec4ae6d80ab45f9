//! Cells that are postal addresses.

use crate::support::command::{Folder, Ran};
use crate::support::tables;
use std::fmt::Write;

/// Two departments of one university, and others.
const SCOPUS: &str = "\
Authors,Title,Year,DOI,Affiliations,Document Type,EID
\"A.; B.\",Alpha,2024,10.1/a,\"Department of Surgery, Univ Northfield, Northfield, Korea; Department of Medicine, Univ Northfield, Northfield, Korea\",Article,e1
\"A.; C.\",Beta,2025,10.1/b,\"Department of Surgery, Univ Northfield, Northfield, Korea; School of Physics, Southgate University, Southgate, Japan\",Article,e2
";

const WOS: &str = "\u{FEFF}PT\tAU\tTI\tC1\tPY\tDI\tUT
J\tZ, A; L, B; G, C\tFilms\t[Z, A; L, B] Northfield Univ, Coll Engn, Dept Energy, Seoul 00001, South Korea; [Z, A] Westmere Univ Arts & Sci, Coll Chem, Westmere, Peoples R China\t2015\t10.1/a\tWOS:1
";

fn case(name: &str) -> Option<String> {
    tables::shared(&format!("cases/works/{name}")).map(|path| std::fs::read_to_string(path).unwrap())
}

fn ask(text: &str, arguments: &[&str]) -> Ran {
    let folder = Folder::with(&[("t.csv", text)]);
    folder.run(&[&["--data", "t.csv"], arguments].concat())
}

/// A table from whose addresses organisations are picked, as a notice says; its institutions.
#[track_caller]
fn picked(text: &str, arguments: &[&str]) -> String {
    let ran = ask(text, &[&["institutions", "--format", "csv", "--notices", "all"], arguments].concat());
    assert!(ran.err.contains("is an address") && ran.err.contains("the organisation was picked"), "{}", ran.err);
    let answer = ran.answer();
    for part in ["Dep", "Sch ", "School of", "Boston", "[", "대한민국,"] {
        assert!(!answer.contains(part), "{part} {answer}");
    }
    answer
}

/// A table that is read without a word about addresses.
#[track_caller]
fn read(text: &str) {
    let ran = ask(text, &["--notices", "all"]);
    assert!(!ran.err.contains("address"), "{}", ran.err);
    let answer = ran.answer();
    assert!(!answer.contains("Addresses stand"), "{answer}");
}

/// A table of one column of institutions.
fn table(cells: &[&str]) -> String {
    let mut text = "Title,Institutions,Year\n".to_owned();
    for (number, cell) in cells.iter().enumerate() {
        let _ = writeln!(text, "W{number},\"{cell}\",2024");
    }
    text
}

#[test]
fn addresses_of_exports_are_read_as_their_organisations() {
    for question in
        [&["who", "Univ Northfield"][..], &["rank"], &["indicators"], &["institutions", "--json"], &["names"]]
    {
        let answer = ask(SCOPUS, question).answer();
        assert!(*question == ["names"] || !answer.contains("Department of Surgery, Univ"), "{question:?} {answer}");
    }
    let record = ask(SCOPUS, &["--json"]).json();
    assert_eq!((&record["works"], &record["institutions"], &record["ties"]), (&2.into(), &2.into(), &1.into()));
    let record = ask(WOS, &["--json"]).json();
    assert_eq!((&record["works"], &record["institutions"], &record["ties"]), (&1.into(), &2.into(), &1.into()));
    let both = "PT\tTI\tC1\tC3\tPY\nJ\tFilms\t[Z, A] Northfield Univ, Dept Phys, Seoul, South Korea; [L, B] KAIST, Daejeon, South Korea\tNorthfield University; Korea Advanced Institute of Science & Technology (KAIST)\t2015\n";
    for arguments in [&[][..], &["--columns", "institutions=C1"], &["--columns", "work=TI,institutions=C3,date=PY"]] {
        let answer = ask(both, &[&["institutions", "--format", "csv"], arguments].concat()).answer();
        assert!(answer.contains("Northfield University") && !answer.contains('['), "{answer}");
        assert_eq!(answer.lines().count(), 3, "{answer}");
    }
    // Without C3, addresses are taken.
    let empty = "PT\tTI\tC1\tC3\tPY\nJ\tFilms\t[Z, A] Northfield Univ, Dept Phys, Seoul, South Korea\t\t2015\n";
    assert!(ask(empty, &["institutions", "--format", "csv"]).answer().contains("Northfield Univ"));
    // The whole address stands beside the name that was picked from it.
    let trail = ask(SCOPUS, &["names", "--format", "csv"]).answer();
    assert!(trail.contains("Department of Surgery, Univ Northfield, Northfield, Korea"), "{trail}");
}

#[test]
fn addresses_are_known_in_every_style() {
    for cells in [
        // Web of Science, without authors and without country.
        &["NORTHFIELD UNIV,DEPT PHYS,BOSTON,MA 02115"][..],
        &["Northfield Univ, Dept Phys, Boston, MA 02115 USA.", "Eastport Univ, Sch Chem, London, England."],
        // IEEE: abbreviations, no blanks, "NA".
        &[
            "Dept. of Comput. Sci., Univ. of Northfield, City, ST, USA; NA",
            "University of Northfield,Department of CS,UK",
        ],
        // Departments alone.
        &["Department of Surgery, Univ Northfield; Department of Medicine, Univ Northfield"],
        // Scopus, authors in front.
        &[
            "Yun A., Dept of Physics, Northfield University, Seoul, South Korea; Roe B., Southgate Labs, Boston, United States",
        ],
        // Companies with their places: three that differ, or nothing else.
        &["Samsung Electronics, Suwon, South Korea; LG Electronics, Seoul, South Korea", "Eastport Inc., Tokyo, Japan"],
        // PubMed.
        &["Dept of Physics, Northfield University, Seoul, Republic of Korea. Electronic address: a@n.kr."],
        // Korean.
        &["서울대학교 의과대학, 서울, 대한민국; 카이스트 전산학부, 대전, 대한민국"],
        // Parted at a bar.
        &["Dept A, Northfield Univ, Hanoi, Viet Nam|Dept B, Northfield Univ, Hanoi, Viet Nam"],
        // One name among many addresses.
        &["Dept A, X Univ, Dubai, U Arab Emirates; KAIST", "Dept B, X Univ, Dubai, U Arab Emirates; KAIST"],
    ] {
        picked(&table(cells), &[]);
    }
    // Epoch's headers part lists at commas; addresses are addresses there too.
    picked(
        "Model,Organization,Organization categorization\nA,\"Department of CS, Northfield University, Seoul, South Korea\",Academia\n",
        &[],
    );
    let answer = picked(&table(&["Dept A, X Univ, Seoul, South Korea; Dept B, X Univ, Seoul, South Korea"]), &[]);
    assert!(answer.contains("X Univ") && answer.lines().count() == 2, "{answer}");
}

#[test]
fn names_with_commas_are_no_addresses() {
    for cells in [
        &["University of California, Berkeley; Stanford University", "University of California, San Diego"][..],
        &["Google, Stanford University, KAIST", "Google,NAVER"],
        &["Acme Co., Ltd., Korea; Foo, Inc., USA"],
        &["University of Washington, USA; KAIST, South Korea"],
        &["Korea Advanced Institute of Science & Technology (KAIST); NAVER"],
        &["[주]네이버; 카카오"],
        &["Department of Energy; School of Oriental and African Studies; Pfizer (United States)"],
        &["Seoul Natl Univ;Korea Adv Inst Sci & Technol"],
    ] {
        read(&table(cells));
    }
    for case in [
        "e37-wos-c3-korean/t.csv",
        "e43-c3-parent-child/t.csv",
        "e45-epoch-comma-names/t.csv",
        "e47-wos-abbreviations/t.csv",
    ] {
        let Some(text) = self::case(case) else { continue };
        read(&text);
    }
}

#[test]
fn one_address_among_names_is_a_notice() {
    let one = table(&["Samsung Electronics, Suwon, South Korea; KAIST", "NAVER; POSTECH"]);
    let ran = ask(&one, &[]);
    assert!(ran.err.contains("t.csv:2:5: “Samsung Electronics, Suwon, South Korea” looks like an address, as 1 of 4"));
    assert!(!ran.answer().contains("Addresses stand"));
    // A few departments among many names stand in the answer too.
    let mut cells = vec!["A; B; C; D; E; F; G; H; I; J"; 3];
    cells.push("Dept of Physics, Northfield University, Seoul, South Korea; A");
    let answer = ask(&table(&cells), &[]).answer();
    assert!(answer.contains("in t.csv: 1 of 32 entries"), "{answer}");
}

#[test]
fn addresses_taken_as_names_are_loud_in_every_answer() {
    let asked = ["--addresses", "as-names"];
    let spoken = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let note = "departments of one institution count as several institutions and as partners of each other";
    for question in [&[][..], &["works"], &["rank"], &["institutions"], &["clusters"], &["search", "Alpha"]] {
        for format in ["text", "md"] {
            let ran = ask(SCOPUS, &[question, &asked, &["--format", format]].concat());
            assert!(ran.err.contains("--addresses as-names") && ran.err.contains("t.csv:2:29"), "{}", ran.err);
            let answer = spoken(&ran.answer());
            assert!(answer.contains(note) && answer.contains("4 of 4 entries"), "{question:?} {answer}");
        }
        let record = ask(SCOPUS, &[question, &asked, &["--json"]].concat()).json();
        let wanted = serde_json::json!([{ "input": "t.csv", "addresses": 4, "entries": 4 }]);
        assert_eq!(record["addresses"], wanted, "{question:?}");
    }
    let korean = spoken(&ask(SCOPUS, &["--addresses", "as-names", "--lang", "ko"]).answer());
    assert!(korean.contains("기관 자리에 주소가 있다: t.csv의 기관 항목 4개 가운데 4개가 주소다"), "{korean}");
    // Nothing is said where there is nothing to say.
    let clean = ask("Title,Institutions\nA,KAIST;NAVER\n", &["--addresses", "as-names", "--json"]);
    assert!(!clean.err.contains("address") && clean.json()["addresses"].is_null());
}

#[test]
fn reports_and_figures_say_that_addresses_stand_for_institutions() {
    let folder = Folder::with(&[("t.csv", SCOPUS)]);
    let run = |arguments: &[&str]| folder.run(&[&["--data", "t.csv", "--addresses", "as-names"], arguments].concat());
    run(&["report", "-o", "r"]).answer();
    for file in ["r/report.md", "r/report.html", "r/tables/works.json"] {
        assert!(folder.read(file).contains("ddresses"), "{file}");
    }
    run(&["draw", "map", "-o", "map.svg"]).answer();
    assert!(folder.read("map.svg").contains("Addresses stand for"));
}

#[test]
fn authors_in_brackets_are_never_institutions() {
    let ran = ask(WOS, &["institutions", "--format", "csv", "--addresses", "as-names"]);
    let answer = ran.answer();
    assert!(answer.contains("Westmere Univ Arts & Sci, Coll Chem") && !answer.contains('['), "{answer}");
    assert_eq!(answer.lines().count(), 3, "{answer}");
    let folder = Folder::with(&[("t.txt", WOS)]);
    folder.run(&["project", "t.txt", "-o", "p.csv", "--addresses", "as-names"]).answer();
    let ties = folder.read("p.csv");
    assert!(ties.lines().count() == 2 && !ties.contains('['), "{ties}");
}

#[test]
fn each_input_is_judged_by_itself() {
    let names = "Title,Affiliations,Year\nGamma,Northfield University; Southgate Labs,2015\n";
    let folder = Folder::with(&[("a.csv", SCOPUS), ("b.csv", names), ("c.csv", SCOPUS)]);
    let both = ["--data", "a.csv", "--data", "b.csv", "--data", "c.csv", "--addresses", "as-names", "--json"];
    let record = folder.run(&both).json();
    assert_eq!(record["addresses"].as_array().unwrap().len(), 2);
    let diff = folder.run(&["diff", "a.csv", "b.csv", "--addresses", "as-names"]);
    assert!(diff.out.contains("Addresses stand for"), "{}{}", diff.out, diff.err);
}

/// A table of more than 8 MiB.
fn large(institutions: impl Fn(usize) -> String) -> String {
    let mut text = "Title,Institutions,Year\n".to_owned();
    let mut number = 0;
    while text.len() < 9 << 20 {
        let _ = writeln!(text, "\"Work {number} {}\",\"{}\",2024", "x".repeat(4000), institutions(number));
        number += 1;
    }
    text
}

#[test]
fn large_tables_are_read_alike() {
    let dept = |number: usize| {
        let other = if number.is_multiple_of(2) { "Northfield University" } else { "KAIST; NAVER" };
        format!("{other}; Dept {}, Univ Northfield, Northfield, Korea", number % 7)
    };
    // Only the second half holds addresses: the first block does not tell.
    let late = |number: usize| if number < 1_200 { "KAIST; NAVER".to_owned() } else { dept(number) };
    for (text, question) in [(large(dept), &["who", "KAIST"][..]), (large(late), &["rank", "--by", "strength"])] {
        let folder = Folder::with(&[("t.csv", &text)]);
        let ran = folder.run(&["project", "t.csv", "-o", "p.csv"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(!folder.read("p.csv").contains("Dept"));
        let asked = [&["--data", "t.csv"], question].concat();
        let answer = folder.run(&asked).answer();
        assert!(!answer.contains("Dept") && answer.contains("Northfield"), "{answer}");
        let ran = folder.run(&[&asked[..], &["--addresses", "as-names"]].concat());
        assert!(ran.answer().contains("Addresses stand for institutions"), "{question:?}");
    }
}

#[test]
fn tables_that_are_projected_are_read_alike() {
    for (name, text) in [("t.csv", SCOPUS), ("t.txt", WOS)] {
        let folder = Folder::with(&[(name, text)]);
        folder.run(&["project", name, "-o", "p.csv"]).answer();
        assert!(!folder.read("p.csv").contains("Dep"), "{}", folder.read("p.csv"));
        let ran = folder.run(&["project", name, "-o", "p.csv", "--addresses", "as-names"]);
        assert!(ran.err.contains("--addresses as-names"), "{}", ran.err);
    }
    // Several inputs, of which the last holds addresses.
    let names = "Title,Affiliations,Year\nGamma,Northfield University; Southgate Labs,2015\n";
    let addresses = table(&["Dept X, Northfield University, Seoul, Korea; Southgate Labs, Boston, USA"]);
    let folder = Folder::with(&[("a.csv", names), ("b.csv", &addresses)]);
    let record = folder.run(&["--data", "a.csv", "--data", "b.csv", "--json"]).json();
    assert_eq!((&record["works"], &record["institutions"], &record["weight"]), (&2.into(), &2.into(), &2.into()));
}

#[test]
fn authors_before_addresses_of_the_web_of_science_are_no_institutions_however_they_are_written() {
    let entry = |number: u32, affiliation: &str| {
        format!(
            "@article{{ WOS:00{number},\nAuthor = {{Rodriguez, Danissa and Smith, John A.}},\nTitle = {{{{Silt {number}}}}},\n\
             Year = {{{{2021}}}},\nAffiliation = {{{affiliation}}},\nUnique-ID = {{{{WOS:00{number}}}}},\n}}\n"
        )
    };
    let text = [
        entry(1, "Rodriguez, D (Corresponding Author), Univ Chile, Santiago, Chile.\n   Smith, John A., Delft Univ Technol, Delft, Netherlands."),
        entry(2, "Rodriguez, Danissa (corresponding author), Univ Chile, Santiago, Chile.\n   Smith, John, Delft Univ Technol, Delft, Netherlands."),
        entry(3, "Rodriguez, Danissa M.; Smith, J. A., Univ Chile, Santiago, Chile.\n   [Smith, John A.] Delft Univ Technol, Delft, Netherlands."),
    ]
    .concat();
    let folder = Folder::with(&[("savedrecs.bib", &text)]);
    let works = folder.run(&["-q", "works", "--data", "savedrecs.bib", "-f", "csv"]).answer();
    assert_eq!(works.matches("University of Chile; Delft University of Technology").count(), 3, "{works}");
}
