//! `draw map --by year|period`: maps of periods on one layout.

use crate::support::command::Folder;
use std::collections::BTreeMap;

const PAPERS: &str = "Title,Affiliations,Year\n\
    One,KAIST; NAVER,2012\n\
    Two,KAIST; Yonsei University,2016\n\
    Three,KAIST; NAVER; Korea University,2019\n\
    Four,KAIST; NAVER,2019\n\
    Five,Samsung; LG AI Research,2020\n\
    Six,Samsung; NAVER,2021\n\
    Seven,EPFL; NAVER,2021\n\
    Alone,KAIST,2015\n\
    Undated,EPFL; Samsung,\n";

fn draw(folder: &Folder, arguments: &[&str]) -> String {
    let base = ["--data", "papers.csv", "--lang", "en", "draw", "map", "-o", "out.svg", "--by"];
    folder.run(&[&base[..], arguments].concat()).answer();
    assert_eq!(folder.run(&["lint", "out.svg"]).code, 0, "{arguments:?}");
    folder.read("out.svg")
}

fn value(head: &str, name: &str) -> Option<String> {
    head.split(&format!(" data-{name}=\"")).nth(1)?.split('"').next().map(str::to_owned)
}

/// Joint works of each pair by panel, as drawn.
fn ties(svg: &str) -> BTreeMap<(String, [String; 2]), f64> {
    let tie = |part: &str| {
        let head = part.split('>').next()?;
        let mut ends = [value(head, "source")?, value(head, "target")?];
        ends.sort();
        Some(((value(head, "panel")?, ends), value(head, "weight")?.parse().ok()?))
    };
    svg.split("class=\"edge\"").skip(1).filter_map(tie).collect()
}

/// Works of each institution by panel, as drawn.
fn works(svg: &str) -> BTreeMap<(String, String), String> {
    let node = |part: &str| {
        let head = part.split('>').next()?;
        Some(((value(head, "panel")?, value(head, "id")?), value(head, "models")?))
    };
    svg.split("class=\"node institution\"").skip(1).filter_map(node).collect()
}

/// Everything that is read, lines joined.
fn words(svg: &str) -> String {
    let texts = ["<text", "<desc"].into_iter().flat_map(|tag| svg.split(tag).skip(1));
    texts.filter_map(|part| part.split_once('>')?.1.split('<').next()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_panel_has_the_numbers_of_its_years() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    for (arguments, most) in [(&["year"][..], 6), (&["period"], 4), (&["year", "--width", "85"], 3)] {
        let svg = draw(&folder, arguments);
        let (ties, works) = (ties(&svg), works(&svg));
        let mut panels: Vec<String> = works.keys().map(|key| key.0.clone()).collect();
        panels.dedup();
        assert!(panels.len() <= most && panels.len() > 1, "{panels:?}");
        let mut institutions = None;
        for panel in &panels {
            let (first, last) = panel.split_once('-').unwrap();
            let base = ["--data", "papers.csv", "--since", first, "--until", last, "--format", "json"];
            let ask = |question: &str| folder.run(&[&base[..], &[question]].concat());
            let pairs = ask("strongest").json();
            let expected: BTreeMap<[String; 2], f64> = pairs["rows"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| {
                    let mut ends = ["a", "b"].map(|end| row[end]["id"].as_str().unwrap().to_owned());
                    ends.sort();
                    (ends, row["weight"].as_f64().unwrap())
                })
                .collect();
            let drawn: BTreeMap<[String; 2], f64> =
                ties.iter().filter(|(key, _)| key.0 == *panel).map(|(key, weight)| (key.1.clone(), *weight)).collect();
            assert_eq!(drawn, expected, "{panel}");
            let here: BTreeMap<&str, &str> = works
                .iter()
                .filter(|(key, _)| key.0 == *panel)
                .map(|(key, works)| (key.1.as_str(), works.as_str()))
                .collect();
            // The same institutions in every panel; those without works there have no number.
            let ids: Vec<&str> = here.keys().copied().collect();
            assert_eq!(
                *institutions.get_or_insert_with(|| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>()),
                ids
            );
            let list = ask("institutions").json();
            for row in list["institutions"].as_array().or(list["rows"].as_array()).unwrap() {
                let (id, count) = (row["id"].as_str().unwrap(), row["works"].as_u64().unwrap());
                assert_eq!(here[id], count.to_string(), "{panel} {id}");
            }
        }
        assert!(words(&svg).contains("One publication without a date is in no period."), "{arguments:?}");
    }
}

#[test]
fn earlier_years_are_told_and_titles_are_true() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    let narrow = draw(&folder, &["year", "--width", "85"]);
    for text in [">2019<", ">2020<", ">2021<", "2 joint publications before 2019 are not shown."] {
        assert!(narrow.contains(text) || words(&narrow).contains(text), "{text}");
    }
    let title = narrow.split("<title").nth(1).unwrap().split('>').nth(1).unwrap().split('<').next().unwrap();
    assert_eq!(title, "3 ties in 2019, 2 in 2021");
    let part = draw(&folder, &["year", "--top", "4"]);
    assert!(words(&part).contains("chosen by their strongest ties in a period"), "{part}");
}

#[test]
fn what_periods_do_not_go_with_is_refused() {
    let folder = Folder::with(&[("papers.csv", PAPERS), ("ties.csv", "Source,Target,Weight\nA,B,1\n")]);
    let refused = |file: &str, arguments: &[&str]| {
        folder.run(&[&["--data", file, "--lang", "en", "draw", "-o", "x.svg"][..], arguments].concat()).refusal()
    };
    assert!(refused("ties.csv", &["map", "--by", "year"]).contains("dates"));
    assert!(refused("papers.csv", &["matrix", "--by", "year"]).contains("draw map"));
    assert!(refused("papers.csv", &["trend", "--by", "period"]).contains("draw map"));
    assert!(refused("papers.csv", &["map", "--by", "country"]).contains("trend"));
    for option in [&["--focus", "KAIST"][..], &["--plain"], &["--size-by", "degree"], &["--core", "2"]] {
        assert!(
            refused("papers.csv", &[&["map", "--by", "period"][..], option].concat()).contains("--by"),
            "{option:?}"
        );
    }
}

#[test]
fn lines_of_a_large_team_are_told_as_such() {
    let team = "Title,Affiliations,Year\nBig,A Lab; B Lab; C Lab; D Lab,2019\nSmall,A Lab; E Lab,2019\n\
        Three,A Lab; B Lab; E Lab,2020\nAgain,C Lab; E Lab,2021\n";
    let folder = Folder::with(&[("papers.csv", team)]);
    // All six pairs of the four but that of A and B, who made another with E.
    assert!(words(&draw(&folder, &["year"])).contains("5 of the ties drawn rest only on publications of four or more"));
    let small = Folder::with(&[("papers.csv", PAPERS)]);
    assert!(!words(&draw(&small, &["year"])).contains("of four or more"));
}
