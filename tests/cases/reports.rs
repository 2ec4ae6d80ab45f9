//! Parts of a report agree with each other, on data of any kind: text, tables, figures and page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::support::command::Folder;
use crate::support::tables;
use serde_json::Value;

/// Papers of which some have no date, country or institution.
const PAPERS: &str = "title,institutions,countries,date\nAlpha,Northfield University,,2019\n\
    Beta,Northfield University;Southgate Labs,,2020-05\nGamma,Southgate Labs,US,2020-06-01\n\
    Delta,Southgate Labs;Westmere College,,\nEpsilon,,,2021\nZeta,Westmere College,KR,2021-02-03\n\
    Eta,Westmere College;Eastport Institute;Northfield University,,2022\nTheta,Lone;Twin,FR;FR,2020\nIota,Single,FR,\n";

const TIES: &str =
    "source,target,weight\nAardvark,Badger,0.053\nBadger,Camel,8\nCamel,Dingo,8\nDingo,Badger,2.5\nEel,Fox,1\n";

/// All five make one work together; the first by name has least beside it.
const WEAKEST_FIRST: &str = "Model,Organization,Country (of organization),Publication date\nM1,Aaa,South Korea,2020-01-01\n\
    M2,\"Bbb,Ccc\",\"China,China\",2020-02-01\nM3,\"Bbb,Ccc,Ddd\",\"China,China,France\",2021-03-01\n\
    M4,\"Ccc,Ddd\",\"China,France\",2021-03-02\nM5,\"Bbb,Ccc\",\"China,China\",2022-05-05\nM6,\"Aaa,Ddd,Bbb,Ccc,Eee\",,2022\n";

/// Reports on data of several kinds, which are written once.
fn reports() -> &'static (Folder, Vec<String>) {
    static REPORTS: OnceLock<(Folder, Vec<String>)> = OnceLock::new();
    REPORTS.get_or_init(written)
}

fn written() -> (Folder, Vec<String>) {
    let folder = Folder::with(&[("papers.csv", PAPERS), ("ties.csv", TIES), ("weak.csv", WEAKEST_FIRST)]);
    let mut data: Vec<(String, Vec<String>)> = vec![("embedded".to_owned(), Vec::new())];
    for name in ["papers", "ties", "weak"] {
        data.push((name.to_owned(), vec!["--data".to_owned(), format!("{name}.csv")]));
    }
    if let Some(table) = tables::shared(tables::EPOCH) {
        data.push(("april".to_owned(), vec!["--data".to_owned(), table.to_string_lossy().into_owned()]));
    }
    for (name, data) in &data {
        let mut arguments = vec!["report", "-o", name, "-q"];
        arguments.extend(data.iter().map(String::as_str));
        folder.run(&arguments).answer();
    }
    (folder, data.into_iter().map(|one| one.0).collect())
}

/// The data of the page of a report.
fn page(folder: &Folder, report: &str) -> Value {
    let text = folder.read(&format!("{report}/explorer.html"));
    let start = text.find("type=\"application/json\"").expect("the page holds its data");
    let start = start + text[start..].find('>').unwrap() + 1;
    serde_json::from_str(&text[start..start + text[start..].find("</script>").unwrap()]).unwrap()
}

/// The number behind a row of the first table of a report.
fn number(report: &str, row: &str) -> usize {
    let line = report.lines().find(|line| line.starts_with(&format!("| {row} |"))).unwrap_or_else(|| panic!("{row}"));
    line.split('|').nth(2).unwrap().trim().parse().unwrap()
}

#[test]
fn a_report_has_one_clustering_in_its_text_table_and_page() {
    let (folder, names) = reports();
    for name in names {
        let record: Value = serde_json::from_str(&folder.read(&format!("{name}/tables/clusters.json"))).unwrap();
        let table: BTreeSet<BTreeSet<String>> = record["clusters"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| {
                let members = one["members"].as_array().unwrap().iter();
                members.map(|member| member["id"].as_str().unwrap().to_owned()).collect()
            })
            .filter(|members: &BTreeSet<String>| members.len() > 1)
            .collect();
        let page = page(folder, name);
        let level = &page["levels"][0];
        let mut groups: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
        for (institution, cluster) in
            level["institutions"].as_array().unwrap().iter().zip(level["clusters"].as_array().unwrap())
        {
            let key = institution["k"].as_str().unwrap().to_owned();
            groups.entry(cluster.as_u64().unwrap()).or_default().insert(key);
        }
        let shown: BTreeSet<BTreeSet<String>> = groups.into_values().filter(|members| members.len() > 1).collect();
        assert_eq!(shown, table, "{name}: the page and the table");
        let report = folder.read(&format!("{name}/report.md"));
        let text = report.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(number(&report, "Clusters of two or more institutions"), table.len(), "{name}");
        let noun = if table.len() == 1 { "cluster" } else { "clusters" };
        assert!(text.contains(&format!("Leiden finds {} {noun} of two or more", table.len())), "{name}");
        assert!(text.contains(&format!("form {} {noun} of two or more", table.len())), "{name}");
    }
}

#[test]
fn a_report_has_one_number_of_components() {
    let (folder, names) = reports();
    for name in names {
        let record: Value = serde_json::from_str(&folder.read(&format!("{name}/tables/components.json"))).unwrap();
        let sizes: Vec<usize> = record["components"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["size"].as_u64().unwrap() as usize)
            .filter(|&size| size > 1)
            .collect();
        let report = folder.read(&format!("{name}/report.md"));
        assert_eq!(number(&report, "Components of two or more institutions"), sizes.len(), "{name}");
        assert_eq!(number(&report, "Institutions in the largest component"), *sizes.iter().max().unwrap(), "{name}");
        for told in report.split(['.', '\n', ';']).filter(|told| told.contains(" components")) {
            let words: Vec<&str> = told.split_whitespace().collect();
            let at = words.iter().position(|word| word.starts_with("components")).unwrap();
            if let Ok(count) = words[at - 1].parse::<usize>() {
                assert_eq!(count, sizes.len(), "{name}: {told}");
            }
        }
    }
}

#[test]
fn the_page_of_a_report_knows_of_which_works_countries_or_sectors_are_open() {
    let (folder, names) = reports();
    for name in names {
        let page = page(folder, name);
        for work in page["works"].as_array().unwrap() {
            for (known, open) in [("kc", "kcx"), ("ks", "ksx")] {
                assert!(!work[known].is_null() || work[open] == 1, "{name}: {work}");
            }
        }
    }
}

#[test]
fn captions_of_a_report_repeat_no_alternative_text_and_no_merge_is_named_twice() {
    let (folder, names) = reports();
    for name in names {
        let report = folder.read(&format!("{name}/report.md"));
        let lines: Vec<&str> = report.lines().collect();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("![")) {
            let alternative = &line[2..line.find("](").unwrap()];
            let caption = lines[at + 1..].iter().find(|line| line.starts_with("Figure ")).unwrap();
            let caption = caption.split_once(". ").unwrap().1;
            assert!(!alternative.contains(caption) && !caption.contains(alternative), "{name}: {caption}");
        }
        let mut told = BTreeSet::new();
        for line in lines.iter().filter(|line| line.contains(" is a spelling of ") || line.contains("; taken as ")) {
            assert!(told.insert(line.trim_start_matches(['-', ' '])), "{name}: {line}");
        }
    }
}

#[test]
fn no_identifier_of_the_program_stands_in_a_report() {
    let (folder, names) = reports();
    for name in names {
        let report = folder.read(&format!("{name}/report.md"));
        let page = page(folder, name);
        let keys = page["levels"][0]["institutions"].as_array().unwrap().iter().map(|one| one["k"].as_str().unwrap());
        for key in keys.filter(|key| key.contains('-')) {
            let is_word =
                |text: &str| text.split(|ch: char| !ch.is_alphanumeric() && ch != '-').any(|word| word == key);
            assert!(!report.lines().any(is_word), "{name}: {key}");
        }
        for id in ["report-", "answers-", "figures-", "variant-merged", "list-lengths", "no-institution"] {
            let is_message = |line: &&str| line.contains(id) && !line.contains("figures/");
            assert_eq!(report.lines().find(is_message), None, "{name}: {id}");
        }
    }
}

#[test]
fn whoever_comes_first_by_name_is_no_broker_for_that() {
    let folder = Folder::with(&[("weak.csv", WEAKEST_FIRST)]);
    folder.run(&["report", "-o", "r", "-q", "--data", "weak.csv"]).answer();
    let report = folder.read("r/report.md");
    assert!(report.contains("all 5 institutions are equal (0)"), "{report}");
    assert!(!report.contains("Aaa worked with") && !folder.file("r/figures/ego-170.svg").exists());
    let leader = report.lines().find(|line| line.contains(" leads with ")).unwrap();
    assert!(leader.starts_with("- Ccc leads with 5 of the 6 models"), "{leader}");
}

#[test]
fn a_map_of_the_world_without_a_place_says_so() {
    let folder = Folder::with(&[("ties.csv", TIES), ("solo.csv", "title,institutions\nOne,A\n")]);
    for (data, told) in [
        ("ties.csv", "No place is known of the 6 institutions with partners"),
        ("solo.csv", "No tie to draw on the map"),
    ] {
        folder.run(&["draw", "geo", "--data", data, "--lang", "en", "-o", "geo.svg", "-q"]).answer();
        let figure = folder.read("geo.svg");
        assert!(figure.contains(told) && !figure.contains("0 institutions"), "{data}: {figure}");
    }
}

#[test]
fn the_page_of_ties_speaks_of_given_weights_and_that_of_works_counts_undated_ones() {
    let folder = Folder::with(&[("papers.csv", PAPERS), ("ties.csv", TIES)]);
    for name in ["papers", "ties"] {
        let (data, page) = (format!("{name}.csv"), format!("{name}.html"));
        folder.run(&["explore", "--data", &data, "-o", &page, "-q"]).answer();
    }
    let (papers, ties) = (folder.read("papers.html"), folder.read("ties.html"));
    assert!(ties.contains("Minimum weight of a tie") && ties.contains("All marks have one size."));
    assert!(!ties.contains("Search institutions and works") && !ties.contains("Minimum joint"));
    assert!(
        papers.contains("Minimum joint publications of a tie")
            && papers.contains("Not in the chart, as they have no date")
    );
}
