//! Rows and cells of tables: participations, entities, placeholders, identifiers.

use crate::support::command::{Folder, Ran};
use std::collections::BTreeMap;

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
    assert!(told.contains("t.csv:2: 3 cells write characters as web pages do"), "{told}");
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
    assert!(told.contains("“Smith; Jones Foundation” was taken as one name although it contains “;”"), "{told}");
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
    let table = "Title,Affiliations\nA,KAIST; et al.\nB,\"[No Affiliation Available]; NAVER; and others\"\nC,미상;없음;해당 없음\nD,Nankai; .; ?; —\nE,\"KAIST, et al.\"\nF,KAIST\n";
    assert_eq!(institutions(table, &[]), known(&[("KAIST", "3"), ("NAVER", "1"), ("Nankai", "1")]));
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

const LONG: &str = "paper_id,title,year,institution\n1,Alpha,2020,KAIST\n1,Alpha,2020,NAVER\n2,Beta,2021,KAIST\n\
    2,Beta,2021,NAVER\n2,Beta,2021,Seoul National University\n3,Gamma,2022,NAVER\n";

#[test]
fn rows_of_participations_are_taken_together() {
    assert_eq!(counts(LONG, &[]), [3, 3, 3, 4]);
    let told = notices(LONG, &[]);
    assert!(
        told.contains("6 rows were read as 3 works: rows with the same “paper_id” and name are one work"),
        "{told}"
    );
    assert!(told.contains("--group-by none") && told.contains("t.csv:3:"), "{told}");
    assert!(!told.contains("names no institution") && !told.contains("kept as two works"), "{told}");
    assert_eq!(counts(LONG, &["--group-by", "none"]), [6, 3, 0, 0]);
    let between = Folder::with(&[("t.csv", LONG)]).run(&["between", "KAIST", "NAVER", "--data", "t.csv"]).answer();
    assert!(between.contains("made 2 publications together: Alpha (2020) and Beta (2021)"), "{between}");
    // Without identifiers, without dates; the rows of a work need not stand together.
    let table = "work,institution\nwork A,KAIST\nwork B,KAIST\nwork A,NAVER\nwork B,NAVER\nwork C,SNU\nwork B,LG\n";
    assert_eq!(counts(table, &["--authority", "none"]), [3, 4, 3, 4]);
    let told = notices(table, &["--authority", "none"]);
    assert!(told.contains("6 rows were read as 3 works: rows with the same “work” are one work"), "{told}");
    // One row an author; one of them has two affiliations.
    let table = "title,author,affiliation,year\nAlpha,\"Kim, A\",KAIST,2020\nAlpha,\"Lee, B\",KAIST,2020\n\
        Alpha,\"Roe, C\",NAVER; LG,2020\nBeta,\"Kim, A\",KAIST,2021\nBeta,\"Yun, D\",SNU,2021\n";
    assert_eq!(counts(table, &["--authority", "none"]), [2, 4, 4, 4]);
    let works = Folder::with(&[("t.csv", table)]).run(&["works", "--data", "t.csv", "--json"]).answer();
    assert!(works.contains("Kim, A; Lee, B; Roe, C"), "{works}");
    // Authors of one institution; a date that some rows lack.
    let table = "title,author,affiliation,year\nAlpha,Kim,KAIST,2020\nAlpha,Lee,KAIST,\nBeta,Kim,KAIST,2021\n\
        Beta,Yun,KAIST,2021\nGamma,Roe,SNU,2021\nGamma,Yun,KAIST,2021\n";
    assert_eq!(counts(table, &["--authority", "none"]), [3, 2, 1, 1]);
}

#[test]
fn the_end_of_a_tie_that_looks_like_nobody_is_kept_and_told() {
    let table = "Source,Target,Weight\nNA,ZA,2\nZA,-,1\nNA,BW,1\n";
    assert_eq!(counts(table, &["--authority", "none"])[1], 4);
    let told = notices(table, &["--authority", "none"]);
    assert_eq!(told.matches("which often stands for nobody; it was kept as a name").count(), 2, "{told}");
}

#[test]
fn what_the_user_names_decides_which_rows_are_one_work() {
    let table =
        "No,Name of the study,Where,When\n1,Alpha,KAIST,2020\n2,Alpha,NAVER,2021\n3,Beta,LG,2020\n4,Gamma,LG,2020\n";
    let columns = ["--columns", "work=Name of the study,institutions=Where,date=When", "--authority", "none"];
    let with = |more: &[&'static str]| [&columns[..], more].concat();
    assert_eq!(counts(table, &with(&[])), [4, 3, 0, 0]);
    assert_eq!(counts(table, &with(&["--group-by", "name of the study"])), [3, 3, 1, 1]);
    assert_eq!(counts(table, &with(&["--group-by", "2"])), [3, 3, 1, 1]);
    let told = notices(table, &with(&["--group-by", "2"]));
    assert!(
        told.contains("4 rows were read as 3 works: rows with the same “Name of the study” are one work"),
        "{told}"
    );
    assert!(told.contains("t.csv:3: the date of “Alpha” differs from that in line 2"), "{told}");
    let mut arguments = vec!["--data", "t.csv"];
    arguments.extend(with(&["--group-by", "Study"]));
    let refused = Folder::with(&[("t.csv", table)]).run(&arguments).refusal();
    assert!(
        refused.contains("no column “Study” to group rows by") && refused.contains("“No”, “Name of the study”"),
        "{refused}"
    );
}

#[test]
fn works_of_one_name_that_differ_stay_apart() {
    // Identifiers that differ win, and so do dates.
    let table = "id,title,year,institution\na1,Editorial,2020,KAIST\na2,Editorial,2020,NAVER\na3,Alpha,2020,LG\n";
    assert_eq!(counts(table, &["--authority", "none"]), [3, 3, 0, 0]);
    let told = notices(table, &["--authority", "none"]);
    assert!(told.contains("“Editorial” is in several rows with other institutions"), "{told}");
    assert!(told.contains("--group-by \"title\""), "{told}");
    let table = "title,year,institution\nEditorial,2020,KAIST\nEditorial,2021,NAVER\nEditorial,2022,LG\nEditorial,2022,SNU\nAlpha,2020,LG\n";
    assert_eq!(counts(table, &["--authority", "none"]), [5, 4, 0, 0]);
    assert!(notices(table, &["--authority", "none"]).contains("--group-by \"title\""));
    // DOIs that differ.
    let table = "title,year,institution,doi\nEditorial,2020,KAIST,10.1/a\nEditorial,2020,NAVER,10.1/b\n";
    assert_eq!(counts(table, &["--authority", "none"]), [2, 2, 0, 0]);
    // Few rows of one name among many are no table of participations.
    let table =
        "title,year,institution\nEditorial,2020,KAIST\nEditorial,2020,NAVER\nA,2020,LG\nB,2020,LG\nC,2021,SNU\n";
    assert_eq!(counts(table, &["--authority", "none"]), [5, 4, 0, 0]);
    assert!(notices(table, &["--authority", "none"]).contains("it is not certain that these rows are one work"));
    // An identifier of authors identifies no works.
    let table =
        "id,title,year,institution\n7,Alpha,2020,KAIST\n7,Beta,2021,KAIST\n8,Alpha,2020,NAVER\n8,Beta,2021,NAVER\n";
    assert_eq!(counts(table, &["--authority", "none"]), [2, 2, 1, 2]);
}

#[test]
fn one_doi_is_one_work() {
    let table = "Title,Affiliations,Year,DOI\nDeep Nets,KAIST; NAVER,2020,10.1/a\n\
        DEEP NETS,KAIST; LG,2020,https://doi.org/10.1/A\nDeep nets.,KAIST; NAVER,2020,doi:10.1/a\nOther,KAIST; NAVER,2021,10.1/b\n";
    assert_eq!(counts(table, &["--authority", "none"]), [2, 3, 3, 4]);
    let told = notices(table, &["--authority", "none"]);
    assert!(told.contains("t.csv:3: lines 3, 4 have the DOI of line 2 (10.1/a): one work"), "{told}");
    // Case and dots make no other title.
    assert!(!told.contains("differs from that"), "{told}");
    assert_eq!(counts(table, &["--authority", "none", "--group-by", "none"])[0], 4);
    // Placeholders join nothing; two DOIs of one title are two works; a link column may stand beside.
    let table = "Title,Affiliations,Link,DOI\nA,KAIST; NAVER,https://a.org/1,NA\nB,KAIST; LG,https://a.org/2,NA\n\
        C,KAIST; LG,,10.5/NA\nD,KAIST; LG,,10.5/na\nE,KAIST; LG,,10.1/e\nE,KAIST; LG,,10.1/f\n";
    assert_eq!(counts(table, &["--authority", "none"])[0], 6);
    let works = Folder::with(&[("t.csv", table)]).run(&["works", "--data", "t.csv", "--json"]).answer();
    assert!(works.contains("https://doi.org/10.1/e") && works.contains("https://a.org/2"), "{works}");
    // Several models of one paper stay several; so do chapters under the DOI of their book.
    let table = "Model,Organization,DOI\nT5-XL,KAIST; NAVER,10.1/t5\nT5-XXL,KAIST; NAVER,10.1/t5\n";
    assert_eq!(counts(table, &["--authority", "none"])[0], 2);
    let table = "Title,Affiliations,DOI\nOne,A; B,10.1/book\nTwo,A; C,10.1/book\nThree,A; D,10.1/book\nFour,A; E,10.1/book\nfour.,A; F,10.1/book\n";
    assert_eq!(counts(table, &["--authority", "none"])[0], 4);
    assert!(notices(table, &["--authority", "none"]).contains("10.1/book stands with more than 3 titles"));
}

#[test]
fn one_doi_in_two_inputs_is_one_work() {
    let files = [
        ("a.csv", "Title,Affiliations,Year,DOI\nDeep Nets,KAIST; NAVER,2020,10.1/a\nOther,LG,2020,\n"),
        ("b.csv", "Title,Affiliations,Year,DOI\nDeep nets,KAIST; SNU,,https://doi.org/10.1/A\nOther,LG,2020,NA\n"),
    ];
    let arguments = ["--data", "a.csv", "--data", "b.csv", "--authority", "none", "--json", "--notices", "all"];
    let ran = Folder::with(&files).run(&arguments);
    assert!(
        ran.err.contains("b.csv:2: “Deep nets” has the DOI of a.csv, line 2 (10.1/a); one work, counted once"),
        "{}",
        ran.err
    );
    let told = ran.json();
    assert_eq!((&told["works"], &told["institutions"], &told["ties"]), (&2.into(), &4.into(), &3.into()));
    let apart = Folder::with(&files).run(&[&arguments[..], &["--group-by", "none"]].concat()).json();
    assert_eq!(apart["works"], 3);
}

#[test]
fn evidence_opens_every_row_of_a_work() {
    let folder = Folder::with(&[("t.csv", LONG)]);
    let told = folder.run(&["between", "KAIST", "NAVER", "--data", "t.csv", "--evidence"]).answer();
    assert!(told.contains("Evidence: 5 rows of t.csv (lines 2, 3, 4, 5 and 6)."), "{told}");
    let told = folder.run(&["between", "KAIST", "NAVER", "--data", "t.csv", "--evidence", "--json"]).json();
    let first = &told["works"][0]["evidence"];
    assert_eq!((&first["line"], &first["more"][0]["line"]), (&2.into(), &3.into()), "{told}");
    let csv = folder.run(&["between", "KAIST", "NAVER", "--data", "t.csv", "--evidence", "-f", "csv"]).answer();
    assert!(csv.contains("t.csv:4") && csv.contains("t.csv:6"), "{csv}");
}

#[test]
fn projection_takes_participations_together_or_refuses() {
    let folder = Folder::with(&[("t.csv", LONG)]);
    let ran = folder.run(&["project", "t.csv", "-o", "-", "--authority", "none"]);
    assert!(
        ran.err.contains("3 works, 3 institutions, 3 ties.")
            && ran.err.contains("Several rows may describe the same work"),
        "{}",
        ran.err
    );
    assert!(ran.answer().contains("KAIST\tNAVER\t2"));
    let apart = folder.run(&["project", "t.csv", "-o", "x.csv", "--group-by", "none"]);
    assert!(apart.err.contains("6 works, 3 institutions, 0 ties."), "{}", apart.err);
    let mut command = folder.command(&["project", "-", "-o", "x.csv"]);
    let input = std::fs::File::open(folder.file("t.csv")).unwrap();
    let refused = Ran::from(command.stdin(input).output().unwrap()).refusal();
    assert!(refused.contains("several rows may be one work") && refused.contains("--group-by none"), "{refused}");
    let mut command = folder.command(&["project", "-", "-o", "-", "--group-by", "title", "--authority", "none"]);
    let input = std::fs::File::open(folder.file("t.csv")).unwrap();
    let told = Ran::from(command.stdin(input).output().unwrap()).answer();
    assert!(told.contains("KAIST\tNAVER\t2"), "{told}");
}

#[test]
fn a_large_table_of_participations_is_read_as_a_small_one() {
    let mut table = "title,note,institution,year\n".to_owned();
    let note = "x".repeat(400);
    for work in 0..11_000 {
        for member in 0..2 {
            table.push_str(&format!("Work {work},{note},University {},2020\n", (work * 7 + member * 13) % 300));
        }
    }
    assert!(table.len() > 8 << 20);
    let folder = Folder::with(&[("t.csv", &table)]);
    let told = folder.run(&["between", "University 0", "University 13", "--data", "t.csv"]);
    assert!(told.err.contains("22,000 rows were read as 11,000 works"), "{}", told.err);
    let told = told.answer();
    assert!(told.contains("publications together"), "{told}");
}

#[test]
fn an_institution_is_no_partner_of_its_own_spelling() {
    let table = "Title,Affiliations,Year\nA,King's College Northfield; King’s College Northfield,2020\n\
        B,Univ Foo; UNIV FOO,2020\nC,The University of Lakes; University of Lakes,2021\n";
    let told = overview(table, &["--authority", "none"]);
    assert_eq!((&told["works"], &told["institutions"], &told["ties"]), (&3.into(), &3.into(), &0.into()), "{told}");
    let told = notices(table, &["--authority", "none"]);
    assert!(told.contains("t.csv:3: “B” lists “Univ Foo” and “UNIV FOO”, which differ only in case"), "{told}");
    assert_eq!(told.matches("they count once").count(), 3, "{told}");
    // Names that differ otherwise are two, and so are such in different works.
    let table = "Title,Affiliations\nA,Univ Foo; Univ Foot\nB,Lab 3.5; Lab 35\nC,UNIV FOO; Univ Bar\n";
    assert_eq!(counts(table, &["--authority", "none"]), [3, 6, 3, 3]);
    // Projection says the same.
    let table = "Title,Affiliations\nA,Univ Foo; UNIV FOO; Univ Bar\nB,UNIV BAR; Univ Foo\n";
    let folder = Folder::with(&[("t.csv", table)]);
    let ran = folder.run(&["project", "t.csv", "-o", "-", "--authority", "none"]);
    assert!(ran.err.contains("2 works, 3 institutions, 2 ties."), "{}", ran.err);
    assert_eq!(counts(table, &["--authority", "none"]), [2, 3, 2, 2]);
}

#[test]
fn institutions_in_several_columns_are_never_dropped_in_silence() {
    let folder = Folder::new();
    for (header, are_numbered) in [
        ("Title,Institution,Institution 2,Year", true),
        ("Title,Institution,Institution,Year", true),
        ("Title,Organization,Partner,Year", false),
        ("논문명,기관,참여기관,연도", false),
    ] {
        folder.write("t.csv", format!("{header}\nA,KAIST,MIT,2020\nB,POSTECH,KAIST,2021\n").as_bytes());
        let read = folder.run(&["--data", "t.csv", "--notices", "all"]);
        if are_numbered {
            assert!(read.code == 0 && read.err.contains("were read from the columns “Institution”"), "{}", read.err);
            assert!(read.out.contains("2 partnerships"), "{}", read.out);
        } else {
            let refusal = read.refusal();
            assert!(refusal.contains("t.csv:1:1") && refusal.contains("--columns \"institutions="), "{refusal}");
        }
        let column = header.split(',').nth(1).unwrap();
        let named = folder.run(&["--data", "t.csv", "--columns", &format!("institutions={column}")]);
        assert!(named.code == 0 && named.err.contains("were not used"), "{}{}", named.out, named.err);
    }
    // What belongs to the institutions is no second column of them.
    for header in [
        "Title,Institution,Institution ID,Year",
        "Title,Affiliation,Affiliation country,Year",
        "Title,Institution,Country,Year",
    ] {
        folder.write("t.csv", format!("{header}\nA,KAIST;MIT,x,2020\n").as_bytes());
        assert!(folder.run(&["--data", "t.csv"]).answer().contains("2 institutions"), "{header}");
    }
}

#[test]
fn an_answer_says_that_rows_were_taken_together_and_that_ties_have_no_weights() {
    let rows = "Title,Institution,Year\nChatbot,Google,2023\nChatbot,Amazon,2023\nTranslator,Google,2022\nTranslator,Naver,2022\n";
    let folder = Folder::with(&[
        ("rows.csv", rows),
        ("ties.csv", "source,target,Gewicht\nA,B,5\nB,C,7\n"),
        ("weighted.csv", "source,target,weight\nA,B,5\nB,C,7\n"),
    ]);
    let answer = folder.run(&["-q", "--data", "rows.csv"]).answer();
    assert!(answer.contains("4 rows of rows.csv were grouped into 2 works."), "{answer}");
    let answer = folder.run(&["-q", "--data", "ties.csv"]).answer();
    assert!(answer.contains("has no weights: each tie counts 1"), "{answer}");
    let answer = folder.run(&["-q", "--data", "weighted.csv"]).answer();
    assert!(answer.contains("Weights are taken from the input"), "{answer}");
    // Rows that may be one work name the way.
    let unclear = "Model,Organization,Publication date\nGPT-4,OpenAI,2023-03-14\nGPT-4,Microsoft,2023-03-14\n\
        Phi,Microsoft,2023-06-01\nLlama,Meta,2023-02-01\nGemini,Google,2023-12-01\n";
    folder.write("unclear.csv", unclear.as_bytes());
    assert!(folder.run(&["--data", "unclear.csv"]).err.contains("--group-by"));
}

#[test]
fn lists_are_split_at_their_mark_whatever_the_headers() {
    for mark in ["; ", "|", ";", ","] {
        let table = format!(
            "Model,Organization,Publication date,Country (from Organization)\n\
             BrewNet,\"Heineken{mark}Wageningen University\",2022-03-01,Netherlands\n\
             MaltNet,Heineken,2023-01-01,Netherlands\n\
             HopLM,\"Wageningen University{mark}KU Leuven\",2023-05-01,\"Netherlands{mark}Belgium\"\n"
        );
        let folder = Folder::with(&[("t.csv", &table)]);
        let record =
            folder.run(&["--data", "t.csv"].into_iter().chain(["--format", "json"]).collect::<Vec<_>>()).json();
        assert_eq!((record["institutions"].as_u64(), record["ties"].as_u64()), (Some(3), Some(2)), "{mark}");
    }
}

#[test]
fn a_long_team_is_told_apart_as_a_short_one_is() {
    // Beyond the length from which names are hashed: repeats, spellings alike, and everybody else once.
    let mut names: Vec<String> = (0..300).map(|at| format!("Institute {at}")).collect();
    names.extend(["Institute 7".to_owned(), "INSTITUTE 250".to_owned(), "The Institute 3".to_owned()]);
    let table = format!("Title,Affiliations,Year\nA,\"{}\",2020\n", names.join("; "));
    let folder = Folder::with(&[("t.csv", &table)]);
    let ran = folder.run(&["--data", "t.csv", "--authority", "none", "--notices", "all", "--format", "json"]);
    for told in ["Institute 7", "INSTITUTE 250", "The Institute 3"] {
        assert!(ran.err.contains(told), "{told}: {}", ran.err);
    }
    assert_eq!(ran.json()["affiliations"].as_u64(), Some(300));
}

#[test]
fn institutions_of_several_columns_are_those_of_one_work() {
    let right = [3, 3, 3, 4];
    for header in [
        "Inst 1,Inst 2,Inst 3",
        "Institution,Institution,Institution",
        "institution,institution.1,institution.2",
        "기관1,기관2,기관3",
        "First affiliation,Second affiliation,Third affiliation",
    ] {
        let table = format!("Title,Year,{header}\nAlpha,2020,A,B,\nBeta,2021,A,B,C\nGamma,2022,B,,\n");
        assert_eq!(counts(&table, &[]), right, "{header}");
    }
    let table = "Title,P,Q,Lead\nAlpha,A,B,\nBeta,A,B,C\nGamma,B,,\n";
    for columns in ["work=Title,institutions=P+Q+Lead", "work=1,institutions=P,institutions=3 | Lead"] {
        assert_eq!(counts(table, &["--columns", columns]), right, "{columns}");
    }
    // Each cell may be a list; countries stand beside their institution, and a notice names the columns.
    let table = "Title,Inst 1,Country 1,Inst 2,Country 2\nAlpha,A; B,KR; JP,C,\nBeta,,FR,C,US\nGamma,A; NA,,B,JP\n";
    let told = notices(table, &[]);
    assert!(told.contains("t.csv:1: institutions of a work were read from the columns “Inst 1”, “Inst 2”"), "{told}");
    assert!(told.contains("t.csv:4:7:"), "{told}");
    let folder = Folder::with(&[("t.csv", table)]);
    let rows = folder.run(&["institutions", "--data", "t.csv", "--json", "--authority", "none"]).json();
    let country = |name: &str| {
        rows["rows"].as_array().unwrap().iter().find(|row| row["name"] == name).map(|row| row["countries"].to_string())
    };
    assert_eq!(country("A").as_deref(), Some("[\"KR\"]"), "{rows}");
    assert_eq!(country("C").as_deref(), Some("[\"US\"]"), "{rows}");
    // A column of partners beside one of institutions is asked about, and the answer works as it stands.
    let table = "Title,Institution,Partner\nAlpha,A,B\n";
    let refused = Folder::with(&[("t.csv", table)]).run(&["--data", "t.csv"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("--columns \"institutions=Institution+Partner\""), "{}", refused.err);
    assert_eq!(counts(table, &["--columns", "institutions=Institution+Partner"]), [1, 2, 1, 1]);
}

#[test]
fn dates_are_read_as_people_write_them() {
    let table = "Title,Institution,Date\nA,X,20200305\nB,X,2020 Mar 5\nC,X,2020년 3월\nD,X,２０２０．３．５\nE,X,9999\n\
                 F,X,2020.03.01~2020.03.05\nG,X,2019-2021\nH,X,202103\n";
    let folder = Folder::with(&[("t.csv", table)]);
    let rows = folder.run(&["works", "--data", "t.csv", "--json"]).json();
    let date = |name: &str| {
        let rows = rows["rows"].as_array().unwrap();
        rows.iter().find(|row| row["name"] == name).and_then(|row| row["date"].as_str()).unwrap_or("").to_owned()
    };
    let found = ["A", "B", "C", "D", "E", "F", "G", "H"].map(date);
    assert_eq!(found, ["2020-03-05", "2020-03-05", "2020-03", "2020-03-05", "", "2020-03", "2019", "2021-03"]);
    let told = notices(table, &[]);
    assert!(told.contains("t.csv:7:5: 2 dates are a range"), "{told}");
    assert!(told.contains("“9999” is not a date"), "{told}");
}

#[test]
fn options_behind_a_file_are_its_own() {
    let files = [
        ("a.csv", "Work title;Who;Year\nAlpha;A/B;2020\n"),
        ("b.csv", "preface\nTitle,Partner 1,Partner 2\nBeta,B,C\nBeta,B,D\n"),
        ("c.csv", "Title,Institution\nGamma,A/D\n"),
    ];
    let folder = Folder::with(&files);
    let run = |arguments: &[&str]| folder.run(arguments).json();
    let told = run(&[
        "--json",
        "--authority",
        "none",
        "--data",
        "a.csv",
        "--columns",
        "work=Work title,institutions=Who",
        "--separator",
        "/",
        "--data",
        "b.csv",
        "--skip",
        "1",
        "--group-by",
        "none",
        "--data",
        "c.csv",
    ]);
    // A–B, B–C, B–D; the slash of the last file belongs to a name.
    assert_eq!((told["works"].as_u64(), told["ties"].as_u64()), (Some(4), Some(3)), "{told}");
    assert_eq!(told["institutions"].as_u64(), Some(5), "{told}");
    // Before the first file they hold for all.
    let told = run(&[
        "--json",
        "--authority",
        "none",
        "--separator",
        "/",
        "--data",
        "a.csv",
        "--columns",
        "work=1,institutions=2",
        "--data",
        "c.csv",
    ]);
    assert_eq!((told["ties"].as_u64(), told["institutions"].as_u64()), (Some(2), Some(3)), "{told}");
    // The only file has them wherever they stand.
    let told = run(&["--data", "b.csv", "--skip", "1", "--json"]);
    assert_eq!(told["ties"].as_u64(), Some(2), "{told}");
    let refused = folder.run(&["--data", "c.csv", "--separator", "/", "--separator", ";"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("--separator is given twice"), "{}", refused.err);
}

#[test]
fn a_long_table_is_read_as_participations_when_asked() {
    // Names that repeat in few rows are works of one name, unless the user says that rows are participations.
    let table = "Title,Institution,Year\nAlpha,A,2020\nAlpha,B,2021\nBeta,C,\nGamma,D,\nDelta,E,\n";
    assert_eq!(counts(table, &["--authority", "none"])[0], 5);
    assert_eq!(counts(table, &["--authority", "none", "--input-format", "long"]), [4, 5, 1, 1]);
}

#[test]
fn columns_that_play_no_part_are_named_once() {
    let told = notices("Title,Institution,Colour,paper_id,Mood\nAlpha,A; B,red,1,\nBeta,B,blue,2,good\n", &[]);
    assert!(told.contains("t.csv:1: columns that were not used: “Colour”, “Mood” [format-read]"), "{told}");
    assert_eq!(told.matches("not used").count(), 1, "{told}");
}

#[test]
fn two_institutions_and_the_number_of_their_papers_are_a_tie() {
    assert_eq!(counts("기관1,기관2,논문\nA,B,3\nB,C,1\n", &["--authority", "none"]), [0, 3, 2, 4]);
    assert_eq!(counts("논문제목,기관1,기관2\nA,B,C\nB,C,D\n", &["--authority", "none"]), [2, 3, 2, 2]);
}

#[test]
fn lists_that_programs_write_into_a_cell_have_their_items() {
    let folder = Folder::new();
    let (python, json, r, postgres) = (
        "['Acme, Inc', 'Alpha; Beta']",
        "[\"\"Acme, Inc\"\",\"\"Gamma\"\"]",
        "c(\"\"Alpha; Beta\"\", \"\"Gamma\"\")",
        "{Delta,\"\"Acme, Inc\"\"}",
    );
    let text = format!(
        "Title,Institutions\nW1,\"{python}\"\nW2,\"{json}\"\nW3,\"{r}\"\nW4,\"{postgres}\"\nW5,\"[Delta, Gamma]\"\n\
         W6,[No Affiliation Available]\n"
    );
    folder.write("t.csv", text.as_bytes());
    let record = folder.run(&["-q", "--authority", "none", "--data", "t.csv", "institutions", "--json"]).json();
    let rows = record["rows"].as_array().unwrap();
    let mut names: Vec<&str> = rows.iter().map(|row| row["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Acme, Inc", "Alpha; Beta", "Delta", "Gamma"], "{record}");
    // Both ways of reading.
    let ties = folder.run(&["-q", "--authority", "none", "project", "t.csv", "-o", "-"]).answer();
    assert_eq!(ties.lines().count(), 6, "{ties}");
}

#[test]
fn tables_of_other_things_are_refused_by_what_they_show() {
    let folder = Folder::new();
    for (name, text, words) in [
        (
            "weather",
            "date,temp_max,wind\n2024-01-01,5.1,3.1\n2024-01-02,6.1,2.8\n",
            &["table of numbers", "“temp_max”"][..],
        ),
        ("climate", "station,Jan,Feb\nSeoul,-2.4,0.4\nBusan,3.2,4.9\nJeju,5.7,6.4\n", &["table of numbers", "“Jan”"]),
        (
            "iris",
            "sepal_length,petal_width,species\n5.1,0.2,setosa\n4.9,0.2,setosa\n",
            &["no header says", "“species”"],
        ),
        ("iris.data", "5.1,3.5,1.4,0.2\n4.9,3.0,1.4,0.2\n7.0,3.2,4.7,1.4\n", &["holds numbers instead of names"]),
        ("prices", "item,price\nBread,3.20\nMilk,1.10\n", &["no header says", "“price”"]),
        (
            "addresses",
            "Name,Address,Phone\nAra Yun,1 Main St,123\n",
            &["“Name” may name works", "no column is called like institutions"],
        ),
        (
            "people",
            "Name,Organization,Email\nAra Yun,Northfield,a@x\nBen Roe,Southgate,b@x\n",
            &["list of people", "“Email”"],
        ),
        ("staff", "Organization,Head\nNorthfield,Ara\n", &["“Organization” may hold institutions"]),
        ("text", "hello world\nthis is a text\n", &["the text has one column, “hello world”"]),
    ] {
        folder.write("t.csv", text.as_bytes());
        let refusal = folder.run(&["--data", "t.csv", "rank"]).refusal();
        assert!(words.iter().all(|word| refusal.contains(word)), "{name}: {refusal}");
        assert!(!refusal.contains("square matrix") || name == "weather" || name == "climate", "{name}: {refusal}");
        let korean = folder.run(&["--lang", "ko", "--data", "t.csv", "rank"]);
        assert!(korean.code == 2 && korean.err.contains("다."), "{name}: {}", korean.err);
    }
    // What is asked for all the same is read.
    folder.write("t.csv", b"Name,Organization,Email\nA,Northfield;Southgate,a@x\n");
    let columns =
        ["--data", "t.csv", "--columns", "work=Name,institutions=Organization", "--authority", "none", "--json"];
    assert_eq!(folder.run(&columns).json()["ties"], 1);
}

#[test]
fn an_identifier_names_works_beside_the_names_of_people() {
    for header in ["paper_id,name,affiliation", "ID,Name,Institution", "DOI,Name,Institution"] {
        let id = |number: u32| if header.starts_with("DOI") { format!("10.1/{number}") } else { number.to_string() };
        let rows =
            [(1, "Kim A,KAIST"), (1, "Lee B,MIT"), (2, "Kim A,KAIST"), (2, "Park C,ETH Zurich"), (3, "Kim A,KAIST")];
        let rows: Vec<String> = rows.iter().map(|(number, rest)| format!("{},{rest}", id(*number))).collect();
        assert_eq!(counts(&format!("{header}\n{}\n", rows.join("\n")), &[]), [3, 3, 2, 2], "{header}");
    }
    // A model in each row, each with its own identifier: the name is that of the model.
    let models = "model_id,name,organization\n1,Alpha,KAIST\n2,Beta,MIT\n";
    assert_eq!(counts(models, &[])[0], 2);
    assert!(overview(models, &["works"]).to_string().contains("Alpha"));
}

#[test]
fn words_that_may_be_anything_are_clear_beside_others() {
    for table in [
        "Paper,Institution,Published\nA,KAIST; MIT,2020\n",
        "Project,Institutions\nA,KAIST; MIT\n",
        "프로젝트,기관\nA,KAIST; MIT\n",
        "Title,Applicants\nA,KAIST; MIT\n",
        "Title,University\nA,KAIST; MIT\n",
    ] {
        assert_eq!(counts(table, &[])[..3], [1, 2, 1], "{table}");
    }
}

#[test]
fn a_missing_country_is_no_country() {
    let table = |missing: &str| {
        format!("Title,Institutions,Countries\nA,KAIST; X Lab,KR; {missing}\nB,KAIST; Y Lab,KR; US\nC,KAIST,KR\n")
    };
    for missing in ["N/A", "n/a", "Unknown", "-", "미상", "?"] {
        let table = table(missing);
        let told = overview(&table, &["indicators"]).to_string();
        assert!(!told.contains("\"NA\"") && !told.contains("Unknown"), "{missing}: {told}");
        let blank = overview(&table.replace(&format!("; {missing}"), "; "), &["indicators"]);
        assert_eq!(overview(&table, &["indicators"]), blank, "{missing}");
    }
    assert!(notices(&table("NA"), &[]).contains("Namibia"));
}

#[test]
fn a_text_of_several_addresses_names_several_institutions() {
    let ris = "TY  - JOUR\nTI  - A\nPY  - 2020\n\
               AD  - Northfield University, Seoul, South Korea, and Southgate University, Boston, MA, USA.\nER  - \n\
               TY  - JOUR\nTI  - B\nPY  - 2021\n\
               AD  - Northfield University, Seoul, South Korea. Present address: Westport University, Oxford, UK.\nER  - \n";
    let ran = Folder::with(&[("t.ris", ris)]).run(&["--data", "t.ris", "--authority", "none", "works", "--json"]);
    let told = ran.json().to_string();
    for name in ["Northfield University", "Southgate University"] {
        assert!(told.contains(name), "{told}");
    }
    assert!(!told.contains("Westport"), "{told}");
    let ran =
        Folder::with(&[("t.ris", ris)]).run(&["--data", "t.ris", "--authority", "none", "--json", "institutions"]);
    let told = ran.json();
    let rows = told["rows"].as_array().unwrap();
    let country = |name: &str| rows.iter().find(|row| row["name"] == name).map(|row| row["countries"].to_string());
    assert_eq!(country("Northfield University").as_deref(), Some("[\"KR\"]"), "{told}");
    assert_eq!(country("Southgate University").as_deref(), Some("[\"US\"]"), "{told}");
}
