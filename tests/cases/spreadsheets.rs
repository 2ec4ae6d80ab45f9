//! CSV files that are opened in a spreadsheet: formulas, and Hangul.

use std::process::Stdio;

use crate::support::command::Folder;

/// Names that a spreadsheet would evaluate.
const FORMULAS: &str = "Model,Organization,Publication date\n\
    =1+1,=cmd|' /C calc'!A0;Beta,2020-01-01\n\
    @SUM(A1),+Gamma;-Delta,2021-01-01\n\
    plain,카이스트;\u{ff1d}Full,2022\n\
    -5,카이스트;Beta,2022\n";
const MARK: &str = "\u{feff}";

/// Whether any cell of a CSV text is a formula.
fn has_formula(text: &str) -> bool {
    let mut cells = text.trim_start_matches(MARK).split([',', '\n']).map(|cell| cell.trim_start_matches('"'));
    cells.any(|cell| cell.starts_with(['=', '+', '-', '@', '\u{ff1d}']) && cell.parse::<f64>().is_err())
}

#[test]
fn formulas_are_data_unless_the_file_is_to_be_safe() {
    let folder = Folder::with(&[("t.csv", FORMULAS)]);
    for question in ["institutions", "works", "rank", "strongest"] {
        let ask = |more: &[&str]| {
            folder.run(&[&["-q", "-d", "t.csv", "--authority", "none", question, "-f", "csv"], more].concat()).answer()
        };
        let (usual, safe) = (ask(&[]), ask(&["--csv-safe"]));
        assert!(has_formula(&usual), "{question}: {usual}");
        assert!(!has_formula(&safe), "{question}: {safe}");
        assert_eq!(usual.lines().count(), safe.lines().count());
    }
    // What other programs read stays as it is.
    folder.run(&["-q", "--csv-safe", "project", "t.csv", "--authority", "none", "-o", "ties.csv"]).answer();
    assert!(has_formula(&folder.read("ties.csv")));
}

#[test]
fn tables_of_a_report_are_safe_and_say_so() {
    let folder = Folder::with(&[("t.csv", FORMULAS), ("calm.csv", "Model,Organization\nalpha,Beta;Gamma\n")]);
    let report = |input: &str, language: &str, more: &[&str]| {
        let arguments = ["-q", "-d", input, "--authority", "none", "--lang", language, "report", "-o", "out"];
        folder.run(&[&arguments, more].concat()).answer();
        folder.read("out/report.md")
    };
    for (language, words) in [("en", "has an apostrophe before it"), ("ko", "작은따옴표")] {
        assert!(report("t.csv", language, &[]).contains(words));
        assert!(!report("calm.csv", language, &[]).contains(words));
    }
    report("t.csv", "en", &[]);
    for name in ["institutions", "works", "partnerships", "rank-strength"] {
        let table = folder.read(&format!("out/tables/{name}.csv"));
        assert!(table.starts_with(MARK) && !has_formula(&table), "{name}: {table}");
        assert!(!table[MARK.len()..].contains(MARK), "{name}");
    }
    assert!(folder.read("out/tables/institutions.json").contains("\"=cmd|' /C calc'!A0\""));
    report("t.csv", "en", &["--no-bom"]);
    assert!(!folder.read("out/tables/works.csv").contains(MARK));
}

#[test]
fn a_csv_file_begins_with_a_mark_and_a_pipe_does_not() {
    let folder = Folder::with(&[("t.csv", FORMULAS)]);
    let arguments = ["-q", "-d", "t.csv", "--authority", "none", "works", "-f", "csv"];
    let to_file = |name: &str, more: &[&str], is_added: bool| {
        let file =
            std::fs::OpenOptions::new().create(true).write(true).append(is_added).open(folder.file(name)).unwrap();
        let mut command = folder.command(&[&arguments, more].concat());
        assert!(command.stdout(Stdio::from(file)).status().unwrap().success());
        folder.read(name)
    };
    let piped = folder.run(&arguments).answer();
    assert!(!piped.contains(MARK));
    if cfg!(unix) {
        assert_eq!(to_file("new.csv", &[], false), format!("{MARK}{piped}"));
    }
    assert_eq!(to_file("bare.csv", &["--no-bom"], false), piped);
    // What is added to a file begins in its middle.
    folder.write("more.csv", b"kept\n");
    assert_eq!(to_file("more.csv", &[], true), format!("kept\n{piped}"));
    // Other formats, and files for other programs, have none.
    let file = std::fs::File::create(folder.file("x.json")).unwrap();
    let json = folder.command(&["-q", "-d", "t.csv", "works", "--json"]).stdout(Stdio::from(file)).status().unwrap();
    assert!(json.success() && folder.read("x.json").starts_with('{'));
    folder.run(&["-q", "project", "t.csv", "-o", "ties.csv"]).answer();
    folder.run(&["-q", "-d", "t.csv", "export", "-o", "sheets.csv", "--export-format", "gephi-csv"]).answer();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let is_answer = path.file_name().is_some_and(|name| name == "new.csv");
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(is_answer || !text.contains(MARK), "{}", path.display());
    }
}
