//! Filters: one rule in every answer; and what is not known is no zero.

use std::path::Path;

use serde_json::Value;

use crate::command::Folder;

/// The row of all works.
fn whole(record: &Value) -> &Value {
    &record["rows"][0]
}

#[track_caller]
fn indicators(table: &str, wanted: &Value) -> String {
    let folder = Folder::with(&[("t.csv", table)]);
    let record = folder.run(&["indicators", "--data", "t.csv", "--format", "json"]).json();
    let row = whole(&record);
    for (key, value) in wanted.as_object().unwrap() {
        assert_eq!(&row[key], value, "{key} of {row:#}");
    }
    let text = folder.run(&["indicators", "--data", "t.csv", "--lang", "en"]).answer();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn shares_of_which_nothing_is_known_are_no_zeros() {
    let table = "title,institutions,year\nOne,Univ Foo;Univ Bar,2020\nTwo,Univ Foo;Univ Baz,2021\nThree,Univ Foo,2021\n";
    let folder = Folder::with(&[("t.csv", table)]);
    let record = folder.run(&["indicators", "--data", "t.csv", "--format", "json"]).json();
    for row in record["rows"].as_array().unwrap() {
        for key in ["international", "university_industry"] {
            for part in ["", "_of_works", "_of_co_made"] {
                assert!(row[format!("{key}{part}")].is_null(), "{key}{part} of {row:#}");
            }
            assert_eq!(row[format!("{key}_known")], 0, "{row:#}");
        }
        assert!(row["scp"].is_null() && row["mcp"].is_null() && row["mcp_ratio"].is_null(), "{row:#}");
    }
    for (language, unknown) in [("en", "n/a"), ("ko", "미상")] {
        let text = folder.run(&["indicators", "--data", "t.csv", "--lang", language]).answer();
        assert!(text.contains(unknown), "{text}");
        assert!(!text.contains("0 are") && !text.contains("0.0%") && !text.contains("0개"), "{text}");
    }
    let text = folder.run(&["indicators", "--data", "t.csv", "--lang", "en"]).answer();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("no work has the countries of all its institutions recorded"), "{text}");
    assert!(text.contains("no work has the sectors of all its institutions recorded"), "{text}");
    let sheet = folder.run(&["indicators", "--data", "t.csv", "--format", "csv"]).answer();
    let (header, first) = (sheet.lines().next().unwrap(), sheet.lines().nth(1).unwrap());
    for (key, cell) in header.split(',').zip(first.split(',')) {
        if key.contains("international") || key.contains("university_industry") {
            assert_eq!(cell, if key.contains("known") { "0" } else { "" }, "{key}");
        }
    }
}

#[test]
fn shares_are_of_the_works_of_which_it_is_known() {
    // Foo and Bar stand alone with their facts; nothing tells those of Quux.
    let table = "title,institutions,countries,sectors\n\
        A,Foo,KR,university\nB,Bar,US,company\nC,Foo;Bar,KR;US,university;company\nD,Foo;Quux,,\nE,Quux,,\n\
        F,Foo;Bar;Quux,,\n";
    let text = indicators(
        table,
        &serde_json::json!({
            "works": 6, "co_made": 3,
            "international": 2, "international_known": 4, "international_known_co_made": 2,
            "international_of_works": 0.5, "international_of_co_made": 1,
            "university_industry": 2, "university_industry_known": 4, "university_industry_known_co_made": 2,
            "university_industry_of_works": 0.5, "university_industry_of_co_made": 1,
        }),
    );
    assert!(text.contains("Of the 4 works whose countries are known, 2 (50.0%) are international"), "{text}");
    assert!(text.contains("Of the 4 works whose sectors are known, 2 (50.0%) are by a university"), "{text}");
    assert!(text.contains("Int’l known") && text.contains("U–I known"), "{text}");
    assert!(text.contains("international for 2 works"), "{text}");
}

#[test]
fn sectors_known_and_countries_not() {
    let table = "title,authors,institutions,sectors\nP,Kim,Foo,university\nQ,Lee,Foo,university\n\
        R,Kim;Lee,Foo;Foo,university;university\n";
    let text = indicators(
        table,
        &serde_json::json!({
            "works": 3, "international": null, "international_of_works": null, "university_industry": 0,
            "university_industry_of_works": 0, "university_industry_of_co_made": null,
        }),
    );
    assert!(text.contains("0 are by a university with a company: 0.0% of all works."), "{text}");
    assert!(text.contains("is not known"), "{text}");
}

#[test]
fn ties_without_works_have_no_indicators() {
    let folder = Folder::with(&[("t.csv", "Source,Target,Weight\nA,B,1\n")]);
    let ran = folder.run(&["indicators", "--data", "t.csv", "--format", "json"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let record: Value = serde_json::from_str(&ran.out).unwrap();
    assert!(whole(&record)["international"].is_null() && whole(&record)["university_industry"].is_null(), "{record:#}");
}

/// The case of the shared inputs, where they are there.
#[test]
fn the_shared_table_without_countries() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/works/g53-indicators-unknown/t.csv");
    if !path.exists() {
        eprintln!("skipped: {} is not there", path.display());
        return;
    }
    let record = Folder::new().run(&["indicators", "--data", &path.to_string_lossy(), "--format", "json"]).json();
    assert_eq!(whole(&record)["works"], 2);
    assert!(whole(&record)["international_of_works"].is_null(), "{record:#}");
}
