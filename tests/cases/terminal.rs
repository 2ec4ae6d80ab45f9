//! What reaches a terminal or a typesetter.

use std::process::{Command, Stdio};

use crate::support::command::{Folder, Ran};

/// Characters that a terminal obeys or that reorder what stands beside them.
fn hidden(text: &str) -> Vec<char> {
    let reorders = |ch: char| matches!(ch, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|&ch| ch.is_control() && ch != '\n' && ch != '\t' || reorders(ch)).collect()
}

/// Names, titles and headers with escape sequences (CSI, OSC, C1), a return, and bidirectional controls.
const HOSTILE: &str = "Title,Affiliations,Date,Countries\n\
    \"m1\u{1b}[2J\u{202e}x\",\"Alpha\u{1b}[31m Lab;Be\u{9b}31mta\u{2066};Gam\u{7f}ma\",2020-01-01,\"No\u{1b}]0;x\u{7}where\"\n\
    \"m2\u{1b}[2J\",\"Alpha\u{1b}[31m Lab;Be\u{9b}31mta\u{2066}\",20\u{1b}[1m20,KR\n\
    \"m3\",\"Del\u{202d}ta;Gam\u{7f}ma\",2021,KR\n";

#[test]
fn names_of_a_file_are_shown_and_not_obeyed() {
    let folder = Folder::with(&[("t.csv", HOSTILE)]);
    for question in [
        vec!["who", "Delta"],
        vec!["who", "ALPHA LAB"],
        vec!["common", "Delta", "Be31mta"],
        vec!["institutions"],
        vec!["works"],
        vec!["rank"],
        vec!["strongest"],
        vec!["never"],
        vec!["clusters"],
        vec!["names"],
        vec!["search", "m"],
        vec!["timeline"],
        vec!["brokers"],
        vec!["counting"],
        vec!["indicators"],
        vec![],
    ] {
        for language in ["en", "ko", "both"] {
            let mut arguments = vec!["--data", "t.csv", "--authority", "none", "--notices", "all", "--lang", language];
            arguments.extend(&question);
            let ran = folder.run(&arguments);
            assert_eq!(hidden(&ran.err), [], "{question:?}: {}", ran.err);
            assert_eq!(hidden(&ran.out), [], "{question:?}: {}", ran.out);
            assert!(
                ran.code < 2 || ["who", "common"].contains(question.first().unwrap_or(&"")),
                "{question:?}: {}",
                ran.err
            );
        }
    }
}

#[test]
fn errors_show_what_they_quote() {
    let header = "Model\u{1b}[31m,\u{202e}Organisation\n1,2\n";
    let folder = Folder::with(&[("t.csv", HOSTILE), ("h.csv", header), ("b\u{1b}[31m\u{202e}.csv", "x\n")]);
    for arguments in [
        vec!["who", "no\u{1b}[31m\u{202e}body"],
        vec!["who\u{1b}[31m", "x"],
        vec!["--data", "t.csv", "who", "Z\u{9b}\u{2067}"],
        vec!["--data", "h.csv"],
        vec!["--data", "b\u{1b}[31m\u{202e}.csv"],
        vec!["--data", "missing\u{1b}]0;t\u{7}.csv"],
        vec!["--country", "\u{1b}[31m"],
        vec!["--since", "\u{1b}[31m"],
        vec!["--no\u{1b}[31msuch"],
        vec!["--data", "t.csv", "--columns", "work=\u{1b}[31m"],
        vec!["draw", "\u{1b}[31m"],
        vec!["draw", "map", "-o", "\u{1b}[31m/x.svg"],
        vec!["export", "-o", "x.\u{1b}[31m"],
        vec!["project", "missing\u{1b}[31m.csv", "-o", "-"],
        vec!["lint", "missing\u{1b}[31m.svg"],
    ] {
        let ran = folder.run(&arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}{}", ran.out, ran.err);
        assert_eq!(hidden(&ran.err), [], "{arguments:?}: {}", ran.err);
        assert_eq!(hidden(&ran.out), [], "{arguments:?}: {}", ran.out);
        assert!(ran.err.contains("\\u{"), "{arguments:?}: {}", ran.err);
    }
}

/// Runs in a terminal of `script` (util-linux); none where it is not installed.
fn in_a_terminal(folder: &Folder, arguments: &str) -> Option<String> {
    if Command::new("script").arg("--version").output().is_err() {
        assert!(std::env::var_os("CI").is_none(), "script (util-linux) is missing");
        eprintln!("skipped: script (util-linux) is missing");
        return None;
    }
    let line = format!("{} {arguments} 2>/dev/null", env!("CARGO_BIN_EXE_collab"));
    let output = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(folder.path())
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    // The terminal itself makes a return of each line feed.
    Some(String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n"))
}

#[test]
fn data_formats_are_shown_on_a_terminal_and_exact_in_a_pipe() {
    let folder = Folder::with(&[("t.csv", HOSTILE)]);
    for arguments in [
        "institutions --format csv",
        "institutions --format json",
        "institutions --format md",
        "export -o - --export-format edges",
        "project t.csv -o -",
    ] {
        let arguments = format!("--quiet --data t.csv --authority none {arguments}")
            .replace("--data t.csv --authority none project", "--authority none project");
        let Some(shown) = in_a_terminal(&folder, &arguments) else { return };
        assert!(shown.contains("ta") && shown.len() > 20, "{arguments}: {shown}");
        assert_eq!(hidden(&shown), [], "{arguments}: {shown:?}");
    }
    let piped = folder.run(&["--data", "t.csv", "--authority", "none", "institutions", "--format", "csv"]).answer();
    assert!(piped.contains("Be31mta\u{2066}"), "{piped:?}");
}

#[test]
fn a_message_that_cannot_be_written_never_costs_the_answer() {
    if !std::path::Path::new("/dev/full").exists() {
        eprintln!("skipped: there is no /dev/full");
        return;
    }
    let folder = Folder::with(&[("t.csv", HOSTILE)]);
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let answer = folder.run(&["--data", "t.csv", "--notices", "none", "institutions"]).answer();
    let ran = |arguments: &[&str]| Ran::from(folder.command(arguments).stderr(full()).output().unwrap());
    let told = ran(&["--data", "t.csv", "--notices", "all", "institutions"]);
    assert_eq!((told.code, told.out.as_str()), (0, answer.as_str()));
    for (arguments, code) in [
        (vec!["--data", "missing.csv"], 2),
        (vec!["--nonsense"], 2),
        (vec!["draw", "-o", "x.svg"], 0),
        (vec!["export", "-o", "x.csv", "--export-format", "gephi-csv"], 0),
        (vec!["project", "t.csv", "-o", "y.csv"], 0),
        (vec!["report", "-o", "report"], 0),
    ] {
        let ran = ran(&arguments);
        assert_eq!(ran.code, code, "{arguments:?}: {}", ran.out);
    }
    // An answer that cannot be written is no answer.
    for arguments in [vec!["institutions"], vec!["--help"], vec!["--version"], vec!["rank", "--format", "csv"]] {
        let output = folder.command(&arguments).stdout(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{arguments:?}");
        let output = folder.command(&arguments).stdout(full()).stderr(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

/// Link cells that TeX, Typst, Markdown or HTML would run, and names that a row, an item or a rule would eat.
const TYPESET: &str = "Title,Affiliations,Date,Link\n\
    [24]m,[24]7.ai;*Star Lab,2020-01-01,http://x^^7d^^7bx^^7d^^5cinput^^7b/etc/debian_version^^7d^^5chref^^7by\n\
    [25]m,[24]7.ai;*Star Lab;[1pt]Lab,2020-01-01,https://x.org/a_b&c~d$e\n\
    *m3,NAVER;*Star Lab,2020-02-01,https://x.org/}\\input{/etc/debian_version}\n\
    1. m4,1. Lab;- Lab,2020-02-02,https://x.org/%25#a\n\
    ---,*;[,2020-02-03,https://x.org/가\n";

#[test]
fn a_report_runs_nothing_and_eats_no_row() {
    let folder = Folder::with(&[("t.csv", TYPESET)]);
    folder.run(&["--data", "t.csv", "--quiet", "report", "-o", "report"]).answer();
    let tex = folder.read("report/report.tex");
    assert!(!tex.contains("^^"), "a character by its code");
    assert!(!tex.contains("\\input"), "a command of a cell");
    for line in tex.lines() {
        let bare = line.trim_start();
        assert!(!bare.starts_with('*') && !bare.starts_with('['), "after \\\\ this is an argument: {line}");
        assert!(!bare.starts_with("\\item ["), "{line}");
    }
    let markdown = folder.read("report/report.md");
    assert!(
        !markdown.lines().any(|line| line.starts_with("1. ") || line == "- ---" || line.starts_with("- - ")),
        "{markdown}"
    );
}

/// The tables that are typeset, each with names that must be found again: a page shows no more rows than each has.
fn tables() -> Vec<(&'static str, String, &'static [&'static str])> {
    vec![
        ("t", TYPESET.to_owned(), &["[24]m", "[25]m", "*m3", "[24]7.ai", "*Star Lab", "[1pt]Lab"]),
        ("every1", every_character(0), &["a#b", "a$b", "a*b", "a%b", "a&b", "a/b"]),
        ("every2", every_character(1), &["a[b", "a\\b", "a~b", "a_b", "a{b", "a^b", "a`b"]),
    ]
}

/// Half of a table with every printable character of ASCII at the beginning, in the middle and at the end of names, of titles and
/// links, and the forms by which TeX names a character by its code.
fn every_character(half: usize) -> String {
    let mut table = String::from("Title,Affiliations,Date,Link\n");
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let marks = (' '..='~').filter(|ch| !ch.is_ascii_alphanumeric()).map(String::from);
    let codes =
        ["^^5c", "^^7b", "^^0d", "^^^^005c", "^^M", "\\input{x}", "#include(\"x\")", "#{1+1}", "$x$", "...", "<b>"];
    let all: Vec<String> = marks.chain(codes.map(str::to_owned)).collect();
    for (at, mark) in all.chunks(all.len().div_ceil(2)).nth(half).unwrap().iter().enumerate() {
        let title = quoted(&format!("{mark}title {at} a{mark}b {mark}"));
        // A bar, a semicolon and a comma part names.
        let name = if ["|", ";", ","].contains(&mark.as_str()) { String::from("Plain") } else { mark.clone() };
        let names = quoted(&format!("{name}first {at} c{name}d;Second {at}{name}"));
        let link = quoted(&format!("https://x.org/{mark}a{mark}{mark}"));
        table.push_str(&format!("{title},{names},2020-01-{:02},{link}\n", at % 28 + 1));
    }
    table
}

/// Text that passed through no escape would reorder or hide what stands beside it.
#[test]
fn documents_show_controls_of_direction() {
    let folder = Folder::with(&[("t.csv", HOSTILE)]);
    let run = |arguments: &[&str]| {
        folder.run(&[&["-q", "-d", "t.csv", "--authority", "none"], arguments].concat()).answer();
    };
    run(&["report", "-o", "report"]);
    run(&["draw", "map", "-o", "map.dot"]);
    run(&["explore", "-o", "page.html"]);
    for name in ["report.md", "report.html", "report.tex", "report.typ", "explorer.html", "figures/map-170.svg"] {
        assert_eq!(hidden(&folder.read(&format!("report/{name}"))), [], "{name}");
    }
    for name in ["map.dot", "page.html"] {
        assert_eq!(hidden(&folder.read(name)), [], "{name}");
        assert!(folder.read(name).contains("u{202d}"), "{name}: what is hidden is shown");
    }
    // Data stay data.
    assert!(folder.read("report/tables/institutions.json").contains('\u{2066}'));
}

/// The python module `typst`, under the first of these names of Python that has it.
fn python_with_typst() -> Option<&'static str> {
    let has = |python: &&str| {
        Command::new(python).args(["-c", "import typst"]).output().is_ok_and(|output| output.status.success())
    };
    let found = ["python3", "python"].into_iter().find(has);
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none(), "no python with the module typst: pip install typst");
        eprintln!("skipped: no python with the module typst");
    }
    found
}

#[test]
fn a_hostile_report_compiles_in_typst_with_all_its_names() {
    let Some(python) = python_with_typst() else { return };
    let folder = Folder::new();
    let script = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])";
    for (name, table, words) in tables() {
        report(&folder, name, &table);
        let (source, pdf) = (format!("{name}/report.typ"), format!("{name}.pdf"));
        let ran = Command::new(python).args(["-c", script, &source, &pdf]).current_dir(folder.path()).output().unwrap();
        assert!(ran.status.success(), "{name}: {}", String::from_utf8_lossy(&ran.stderr));
        if let Some(text) = text_of(&folder, &pdf) {
            words.iter().for_each(|word| assert!(text.contains(word), "{name}: {word} is missing"));
        }
    }
}

/// Writes the report of a table into the folder of a name.
fn report(folder: &Folder, name: &str, table: &str) {
    let input = format!("{name}.csv");
    folder.write(&input, table.as_bytes());
    folder.run(&["--data", &input, "--quiet", "--authority", "none", "report", "-o", name]).answer();
}

/// The text of a PDF file; none where it cannot be taken out.
fn text_of(folder: &Folder, pdf: &str) -> Option<String> {
    let ran = Command::new("pdftotext").args([pdf, "-"]).current_dir(folder.path()).output().ok()?;
    Some(String::from_utf8_lossy(&ran.stdout).into_owned())
}

#[test]
fn a_hostile_report_compiles_with_all_its_names() {
    let tools = ["xelatex", "pdftotext"];
    if let Some(tool) = tools.iter().find(|tool| Command::new(tool).arg("-v").output().is_err()) {
        assert!(std::env::var_os("CI").is_none(), "{tool} is missing");
        eprintln!("skipped: {tool} is missing");
        return;
    }
    let folder = Folder::new();
    for (name, table, words) in tables() {
        report(&folder, name, &table);
        let tex = Command::new("xelatex")
            .args(["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "report.tex"])
            .current_dir(folder.file(name))
            .output()
            .unwrap();
        assert!(tex.status.success(), "{name}: {}", String::from_utf8_lossy(&tex.stdout));
        let text = text_of(&folder, &format!("{name}/report.pdf")).unwrap();
        words.iter().for_each(|word| assert!(text.contains(word), "{name}: {word} is missing"));
    }
}
