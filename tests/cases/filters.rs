//! Filters: one rule in every answer; and what is not known is no zero.

use crate::support::command::Folder;
use crate::support::tables;
use serde_json::Value;

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
    let table =
        "title,institutions,year\nOne,Univ Foo;Univ Bar,2020\nTwo,Univ Foo;Univ Baz,2021\nThree,Univ Foo,2021\n";
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
    assert!(text.contains("are the countries of all institutions recorded"), "{text}");
    assert!(text.contains("are the sectors of all institutions recorded"), "{text}");
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
    assert!(text.contains("Of the 4 publications for which it is known, 2 (50.0%"), "{text}");
    assert!(text.contains("Of the 4 publications for which it is known, 2 (50.0%"), "{text}");
    assert!(text.contains("Int’l known") && text.contains("U–I known"), "{text}");
    assert!(text.contains("international for 2 publications"), "{text}");
}

#[test]
fn a_row_that_names_the_countries_of_some_institutions_leaves_the_others_open() {
    // Bar is known by its other row; nothing tells the country of Quux.
    let table = "title,institutions,countries\n\
        A,Foo;Bar,KR;US\nB,Bar,US\nC,Baz;Bar,KR;\nD,Baz;Quux,KR;\nE,Baz,KR\n";
    let text = indicators(
        table,
        &serde_json::json!({
            "works": 5, "co_made": 3,
            "international": 2, "international_known": 4, "international_known_co_made": 2,
            "international_of_works": 0.5, "international_of_co_made": 1,
        }),
    );
    assert!(text.contains("Of the 4 publications for which it is known, 2 (50.0%) are international"), "{text}");
    let folder = Folder::with(&[("t.csv", table)]);
    let only = folder.run(&["works", "--data", "t.csv", "--only", "international", "--format", "json"]).json();
    let names: Vec<&str> = only["rows"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["A", "C"]);
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
    assert!(text.contains("Of the 3 publications, none is by a university with a company."), "{text}");
    assert!(text.contains("is unknown"), "{text}");
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
    let Some(path) = tables::shared("cases/works/g53-indicators-unknown/t.csv") else { return };
    let record = Folder::new().run(&["indicators", "--data", &path.to_string_lossy(), "--format", "json"]).json();
    assert_eq!(whole(&record)["works"], 2);
    assert!(whole(&record)["international_of_works"].is_null(), "{record:#}");
}

/// Works with several institutions of several countries, one of them recorded after another country.
const WORLD: &str = "title,institutions,countries,sectors,year\n\
    A,Seoul Lab,KR,university,2019\nB,Busan Works,KR,company,2019\nC,Ohio Lab,US,university,2019\n\
    D,Lyon Lab,FR,university,2019\nE,Turin Works,IT,company,2019\nF,Both Lab,US,company,2019\n\
    G,Seoul Lab;Ohio Lab;Lyon Lab,,,2020\nH,Seoul Lab;Busan Works,,,2021\nI,Ohio Lab;Lyon Lab,,,2021\n\
    J,Busan Works;Turin Works;Ohio Lab,,,2022\nK,Lyon Lab;Turin Works,,,2022\n";

/// The ties that works make, by hand: pairs of institutions that share one of the works of `works --format json`.
fn ties_of(works: &Value) -> usize {
    let mut pairs = std::collections::BTreeSet::new();
    for work in works["rows"].as_array().unwrap() {
        let mut team: Vec<&str> =
            work["institutions"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        team.sort_unstable();
        for (at, a) in team.iter().enumerate() {
            pairs.extend(team[at + 1..].iter().map(|b| (*a, *b)));
        }
    }
    pairs.len()
}

/// Every answer that counts works or ties under these filters counts the same.
#[track_caller]
fn one_rule(folder: &Folder, data: &str, filters: &[&str]) {
    let ask = |question: &[&str]| {
        let mut arguments = question.to_vec();
        arguments.extend(["--data", data, "--max-team", "0", "--format", "json", "-q"]);
        arguments.extend(filters);
        let ran = folder.run(&arguments);
        assert!(ran.code < 2, "{arguments:?}: {ran:?}");
        serde_json::from_str::<Value>(&ran.out).unwrap()
    };
    let works = ask(&["works"]);
    let (count, ties) = (works["rows"].as_array().unwrap().len(), ties_of(&works));
    let overview = ask(&[]);
    assert_eq!((&overview["works"], &overview["ties"]), (&count.into(), &ties.into()), "overview {filters:?}");
    for question in ["counting", "strongest", "timeline"] {
        let mut asked = vec![question];
        asked.extend(["--top", "0"]);
        let record = ask(&asked);
        assert_eq!(record["ties"], ties, "{question} {filters:?}");
        if question != "counting" {
            assert_eq!(record["rows"].as_array().unwrap().len(), ties, "{question} {filters:?}");
        }
    }
    let components = ask(&["components"]);
    let sum: u64 = components["components"].as_array().unwrap().iter().map(|one| one["ties"].as_u64().unwrap()).sum();
    assert_eq!(sum, ties as u64, "components {filters:?}");
    let indicators = ask(&["indicators"]);
    let without = indicators["without_institution"].as_u64().unwrap();
    assert_eq!(whole(&indicators)["works"].as_u64().unwrap() + without, count as u64, "indicators {filters:?}");
    let mut export = vec!["export", "-o", "-", "--export-format", "edges", "--data", data, "--max-team", "0", "-q"];
    export.extend(filters);
    let sheet = folder.run(&export).out;
    assert_eq!(sheet.lines().count().saturating_sub(1), ties, "export {filters:?}: {sheet}");
}

#[test]
fn filters_choose_works_and_all_their_ties_in_every_answer() {
    let folder = Folder::with(&[("t.csv", WORLD)]);
    for filters in [
        &["--country", "KR"][..],
        &["--country", "FR"],
        &["--country", "KR,IT"],
        &["--sector", "company"],
        &["--since", "2021"],
        &["--country", "US", "--until", "2020"],
        &["--institution", "Ohio Lab"],
        &[],
    ] {
        one_rule(&folder, "t.csv", filters);
    }
}

#[test]
fn the_table_of_april_2025_under_filters() {
    for path in tables::tables() {
        let (folder, path) = (Folder::new(), path.to_string_lossy().into_owned());
        for country in ["KR", "FR", "GB", "CN"] {
            one_rule(&folder, &path, &["--country", country]);
        }
        // By hand, from the 17 rows of the real table: 24 pairs; of the made-up one 75.
        let record =
            folder.run(&["strongest", "--data", &path, "--country", "KR", "--top", "0", "--json", "-q"]).json();
        assert_eq!(record["ties"], if path.ends_with("world.csv") { 75 } else { 24 });
    }
}

#[test]
fn lists_of_the_filtered_country_say_that_others_take_part() {
    let folder = Folder::with(&[("t.csv", WORLD)]);
    for question in ["institutions", "rank", "counting", "indicators"] {
        let ask = |language| folder.run(&[question, "--data", "t.csv", "--country", "KR", "--lang", language]).answer();
        let joined = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = joined(ask("en"));
        assert!(said.contains("3 other institutions took part"), "{question}: {said}");
        assert!(said.contains("they are not listed"), "{question}: {said}");
        assert!(joined(ask("ko")).contains("다른 기관 3곳도 참여했지만"), "{question}");
        let all = folder.run(&[question, "--data", "t.csv", "--lang", "en"]).answer();
        assert!(!all.contains("not listed"), "{question}: {all}");
    }
    let brokers = folder.run(&["brokers", "--data", "t.csv", "--country", "KR", "--lang", "en"]).answer();
    assert!(brokers.contains("3 institutions that do not match the filter are not listed as brokers"), "{brokers}");
    let never = folder.run(&["never", "--data", "t.csv", "--country", "KR", "--lang", "en"]).answer();
    assert!(never.contains("Pairs in which neither institution matches the filter"), "{never}");
}

#[test]
fn a_country_recorded_second_is_filtered_by_and_counted_for() {
    let table =
        "title,institutions,countries\nA,Twin Lab,US;FR\nB,Twin Lab,US;FR\nC,Lyon Lab,FR\nD,Lyon Lab;Twin Lab,\n";
    let folder = Folder::with(&[("t.csv", table)]);
    let works = folder.run(&["works", "--data", "t.csv", "--country", "FR", "--json"]).json();
    assert_eq!(works["rows"].as_array().unwrap().len(), 4);
    for filter in [&["--country", "FR"][..], &[]] {
        let mut all = vec!["indicators", "--data", "t.csv", "--by", "country", "--json"];
        all.extend(filter);
        let record = folder.run(&all).json();
        let rows = record["rows"].as_array().unwrap();
        let works = |key: &str| rows.iter().find(|row| row["key"] == key).map(|row| row["works"].clone()).unwrap();
        assert_eq!((works("FR"), works("US")), (4.into(), 3.into()), "{filter:?}");
    }
    let said = folder.run(&["indicators", "--data", "t.csv", "--by", "country", "--lang", "en"]).answer();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("Twin Lab has several countries and counts in the group of each"), "{said}");
}

#[test]
fn all_countries_of_a_list_take_part() {
    let folder = Folder::with(&[("t.csv", WORLD)]);
    let names = |filter: &[&str]| {
        let mut all = vec!["works", "--data", "t.csv", "--json"];
        all.extend(filter);
        let record = serde_json::from_str::<Value>(&folder.run(&all).out).unwrap();
        let rows = record["rows"].as_array().unwrap();
        rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join("")
    };
    assert_eq!(names(&["--country-all", "KR,US"]), "GJ");
    assert_eq!(names(&["--country-all", "FR", "--country-all", "IT"]), "K");
    assert_eq!(names(&["--country", "KR,US", "--until", "2020"]), "ABCFG");
    // Different filters may be met by different institutions, and the answer says so.
    assert_eq!(names(&["--country", "US", "--sector", "company"]), "FJ");
    let said = folder.run(&["--data", "t.csv", "--country", "US", "--sector", "company", "--lang", "en"]).answer();
    assert!(said.contains("by different institutions"), "{said}");
}

#[test]
fn works_that_a_filter_cannot_judge_are_counted() {
    let table = "title,institutions,countries,year\nA,Foo,KR,2019\nB,Foo;Bar,,2020\nC,Bar,,2021\nD,Foo,KR,\nE,,,2021\nF,Qux,US,2021\n";
    let folder = Folder::with(&[("t.csv", table)]);
    let said = |filter: &[&str]| {
        let mut all = vec!["--data", "t.csv", "--lang", "en"];
        all.extend(filter);
        folder.run(&all).out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let since = said(&["--since", "2020"]);
    assert!(since.contains("4 of 6") && since.contains("1 more publication has no date"), "{since}");
    let korean = said(&["--country", "KR"]);
    assert!(korean.contains("3 of 6") && korean.contains("2 more publications cannot be judged"), "{korean}");
    let both = said(&["--country", "KR", "--since", "2020"]);
    assert!(both.contains("1 of 6") && both.contains("1 more publication has no date"), "{both}");
    let months = said(&["--since", "2019-06"]);
    assert!(months.contains("One of them has only a year or month"), "{months}");
}

#[test]
fn rows_by_year_add_up_with_the_undated() {
    let table = "title,institutions,year\nA,Foo;Bar,2019\nB,Foo;Qux,\nC,Bar,\n";
    let folder = Folder::with(&[("t.csv", table)]);
    let record = folder.run(&["timeline", "--data", "t.csv", "--json"]).json();
    assert_eq!(record["undated"]["works"], 2);
    assert_eq!((&record["undated"]["new_ties"], &record["undated"]["new_institutions"]), (&1.into(), &1.into()));
    let record = folder.run(&["indicators", "--data", "t.csv", "--by", "year", "--json"]).json();
    let rows = record["rows"].as_array().unwrap();
    let sum: u64 = rows.iter().filter(|row| row["by"] == "year").map(|row| row["works"].as_u64().unwrap()).sum();
    assert_eq!((sum, rows.last().unwrap()["key"].as_str()), (3, Some("undated")));
    let works = folder.run(&["works", "--data", "t.csv", "--json"]).json();
    assert_eq!(works["rows"][0]["name"], "A");
}

#[test]
fn a_question_for_a_part_of_a_group_says_that_the_whole_group_answers() {
    let table = "Model,Organization\nA,\"Google Brain,Google Research\"\nB,\"Google Brain,Stanford University\"\n";
    let folder = Folder::with(&[("t.csv", table)]);
    let ask = |arguments: &[&str]| folder.run(arguments).out.split_whitespace().collect::<Vec<_>>().join(" ");
    let overview = ask(&["--data", "t.csv", "--lang", "en"]);
    assert!(overview.contains("1 joins parts of one group") && overview.contains("--level group"), "{overview}");
    let who = ask(&["who", "Google Brain", "--data", "t.csv", "--level", "group", "--lang", "en"]);
    assert!(who.contains("Google Brain is part of Google"), "{who}");
    let own = ask(&["who", "Google", "--data", "t.csv", "--level", "group", "--lang", "en"]);
    assert!(!own.contains("part of") && own.contains("--level group"), "{own}");
}

#[test]
fn no_cluster_is_no_result_and_further_files_are_announced() {
    let folder = Folder::with(&[
        ("t.csv", "title,institutions\nA,Foo\nB,Bar\n"),
        ("two.csv", "title,institutions\nA,Foo;Bar\n"),
    ]);
    assert_eq!(folder.run(&["clusters", "--data", "t.csv"]).code, 1);
    assert_eq!(folder.run(&["clusters", "--data", "two.csv"]).code, 0);
    let ran = folder.run(&["export", "-q", "--data", "two.csv", "-o", "net.csv", "--export-format", "gephi-csv"]);
    assert!(ran.err.contains("net_"), "{ran:?}");
}

#[test]
fn the_embedded_data_can_be_the_earlier_table_and_a_renamed_work_is_renamed() {
    let table =
        "Model,Organization,Publication date,Link\nOne,Foo,2020-01-01,https://a.example/1\nTwo,Bar,2021-02-02,\n";
    let later = table.replace("One,", "Uno,").replace("Two,", "Dos,");
    let folder = Folder::with(&[("old.csv", table), ("new.csv", &later)]);
    let record = folder.run(&["diff", "old.csv", "new.csv", "--json"]).json();
    let renamed = record["works"]["renamed"].as_array().unwrap();
    assert_eq!(renamed.len(), 2, "{record:#}");
    assert_eq!((&renamed[0]["old"]["name"], &renamed[0]["new"]["name"]), (&"One".into(), &"Uno".into()));
    assert!(record["works"]["gone"].as_array().unwrap().is_empty());
    let said = folder.run(&["diff", "old.csv", "new.csv", "--lang", "en"]).answer();
    assert!(said.contains("Renamed, 2") && said.contains("One → Uno"), "{said}");
    let record = folder.run(&["diff", "embedded", "new.csv", "--json"]).json();
    assert_eq!(record["old"]["works"], 17);
}

#[test]
fn ties_that_an_input_states_are_filtered_by_their_ends_or_said_to_be_left_out() {
    let folder = Folder::with(&[("t.csv", "Source,Target,Weight\nKAIST,NAVER,2\nKAIST,Google,1\nGoogle,NVIDIA,4\n")]);
    let ask = |filter: &[&str], language: &str| {
        let mut all = vec!["strongest", "--data", "t.csv", "--lang", language];
        all.extend(filter);
        folder.run(&all).out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let said = ask(&["--country", "KR"], "en");
    assert!(said.contains("Ties without works that match the filter by their institutions: 2 of 3"), "{said}");
    // The two ends meet filters as a team would: one may be the Korean one, the other the company.
    let said = ask(&["--institution", "Google"], "en");
    assert!(said.contains("Ties without works that match the filter by their institutions: 2 of 3"), "{said}");
    let said = ask(&["--since", "2020"], "en");
    assert!(said.contains("3 ties without works are excluded"), "{said}");
    assert!(!said.contains("0 of 0"), "{said}");
    assert!(ask(&["--since", "2020"], "ko").contains("연결 3개는 조건에 맞는지 알 수 없어 제외했다"));
}
