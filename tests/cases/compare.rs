//! `draw compare`: two editions on one layout, with the numbers of `diff`.

use crate::support::command::Folder;
use std::collections::{BTreeMap, BTreeSet};

const OLD: &str = "Title,Affiliations,Year\n\
    One,KAIST; NAVER,2019\n\
    Two,KAIST; NAVER,2020\n\
    Three,KAIST; Yonsei University,2020\n\
    Four,Samsung; LG AI Research,2020\n\
    Five,Korea University; NAVER,2020\n";

const NEW: &str = "Title,Affiliations,Year\n\
    One,KAIST; NAVER,2019\n\
    Three,KAIST; Yonsei University,2020\n\
    Five,Korea University; NAVER,2020\n\
    Six,Korea University; NAVER,2021\n\
    Seven,EPFL; NAVER,2021\n\
    Eight,EPFL; KAIST; NAVER,2021\n";

const OLD_TIES: &str = "Source,Target,Weight\nA,B,1.5\nB,C,2\n";
const NEW_TIES: &str = "Source,Target,Weight\nA,B,2.5\nC,D,1\n";

fn folder() -> Folder {
    Folder::with(&[("old.csv", OLD), ("new.csv", NEW), ("a.csv", OLD_TIES), ("b.csv", NEW_TIES)])
}

fn draw(folder: &Folder, arguments: &[&str]) -> String {
    folder.run(&[&["draw", "compare", "-o", "out.svg"][..], arguments].concat()).answer();
    assert_eq!(folder.run(&["lint", "out.svg"]).code, 0, "{arguments:?}");
    folder.read("out.svg")
}

/// Ties of a panel by their ends: weight and change.
fn ties(svg: &str, panel: &str) -> BTreeMap<(String, String), (f64, String)> {
    let value =
        |head: &str, name: &str| head.split(&format!(" data-{name}=\"")).nth(1)?.split('"').next().map(str::to_owned);
    let tie = |part: &str| {
        let head = part.split('>').next()?;
        let mut ends = [value(head, "source")?, value(head, "target")?];
        ends.sort();
        let [a, b] = ends;
        (value(head, "panel")? == panel)
            .then(|| Some(((a, b), (value(head, "weight")?.parse().ok()?, value(head, "change")?))))?
    };
    svg.split("class=\"edge\"").skip(1).filter_map(tie).collect()
}

/// Place of each institution of a panel, from the left and top of its first one.
fn places(svg: &str, panel: &str) -> BTreeMap<String, (f64, f64)> {
    let part = svg.split(&format!("<g class=\"panel\" data-panel=\"{panel}\"")).nth(1).unwrap();
    let part = part.split("class=\"panel\"").next().unwrap();
    let label = |one: &str| {
        let (head, rest) = one.split_once('>')?;
        let number = |name: &str| head.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?.parse::<f64>().ok();
        Some((rest.split('<').next()?.to_owned(), (number("x")?, number("y")?)))
    };
    let labels: BTreeMap<String, (f64, f64)> = part.split("<text id=").skip(1).filter_map(label).collect();
    let first = *labels.values().next().unwrap();
    labels.into_iter().map(|(name, at)| (name, (at.0 - first.0, at.1 - first.1))).collect()
}

#[test]
fn ties_are_marked_as_diff_tells_them() {
    let folder = folder();
    for (old, new) in [("old.csv", "new.csv"), ("new.csv", "old.csv"), ("a.csv", "b.csv"), ("old.csv", "old.csv")] {
        let ran = folder.run(&["--format", "json", "diff", old, new]);
        let record: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        for width in ["170", "85"] {
            let svg = draw(&folder, &["--lang", "en", "--width", width, old, new]);
            let (before, now) = (ties(&svg, "old"), ties(&svg, "new"));
            let mut changed = BTreeSet::new();
            for (kind, side) in [("new", &now), ("stronger", &now), ("weaker", &now), ("gone", &before)] {
                let rows = record["ties"][kind].as_array().unwrap();
                let marked = side.values().filter(|tie| tie.1 == kind).count();
                assert_eq!(marked, rows.len(), "{old} {new} {kind}");
                for row in rows {
                    let mut ends = ["a", "b"].map(|end| row[end]["id"].as_str().unwrap().to_owned());
                    ends.sort();
                    let [a, b] = ends;
                    let ends = (a, b);
                    assert_eq!(side[&ends].1, kind, "{old} {new} {ends:?}");
                    let weight = |side: &BTreeMap<_, (f64, String)>| side.get(&ends).map_or(0.0, |tie| tie.0);
                    assert!((weight(&before) - row["old"].as_f64().unwrap()).abs() < 1e-6, "{ends:?}");
                    assert!((weight(&now) - row["new"].as_f64().unwrap()).abs() < 1e-6, "{ends:?}");
                    changed.insert(ends);
                }
                if !rows.is_empty() {
                    let title = svg.split("<title").nth(1).unwrap().split('<').next().unwrap();
                    assert!(title.contains(&format!("{} {kind}", rows.len())), "{title}");
                }
            }
            for (ends, tie) in before.iter().chain(&now).filter(|(ends, _)| !changed.contains(*ends)) {
                assert_eq!(tie.1, "same", "{ends:?}");
            }
            assert_eq!(before.len() as u64, record["old"]["ties"].as_u64().unwrap(), "all fit");
            assert_eq!(now.len() as u64, record["new"]["ties"].as_u64().unwrap(), "all fit");
        }
    }
    assert!(draw(&folder, &["--lang", "en", "old.csv", "old.csv"]).contains("No tie differs between the editions"));
}

#[test]
fn institutions_have_the_same_places_in_both_editions() {
    let folder = folder();
    let svg = draw(&folder, &["--lang", "en", "old.csv", "new.csv"]);
    let (before, now) = (places(&svg, "old"), places(&svg, "new"));
    assert!(before.keys().eq(now.keys()), "{before:?} {now:?}");
    for (name, (x, y)) in &before {
        // Coordinates are written with two decimals.
        assert!((x - now[name].0).abs() < 0.05 && (y - now[name].1).abs() < 0.05, "{name} {before:?} {now:?}");
    }
    assert!(before.len() >= 7, "{before:?}");
    for text in ["Before: old.csv (5 publications)", "Now: new.csv (6 publications)", "not in this edition"] {
        assert!(svg.contains(text), "{text}");
    }
    // EPFL is not in the old edition, Samsung not in the new one.
    let absent = |id: &str, panel: &str| {
        let node = svg.split(&format!("n-{panel}-{id}\"")).nth(1).unwrap();
        node.split('>').next().unwrap().contains("data-models=\"\"")
    };
    assert!(absent("epfl", "old") && !absent("epfl", "new"));
    assert!(!absent("samsung", "old") && absent("samsung", "new"));
}

#[test]
fn a_part_is_called_one() {
    let folder = folder();
    let svg = draw(&folder, &["--lang", "en", "--top", "3", "old.csv", "new.csv"]);
    let shown: usize = ["new", "stronger", "weaker"]
        .iter()
        .map(|kind| ties(&svg, "new").values().filter(|tie| tie.1 == *kind).count())
        .sum::<usize>()
        + ties(&svg, "old").values().filter(|tie| tie.1 == "gone").count();
    let title = svg.split("<title").nth(1).unwrap().split('<').next().unwrap();
    assert!(title.contains("ties differ; shown here:"), "{title}");
    let texts: Vec<&str> =
        svg.split("<text").skip(1).filter_map(|part| part.split_once('>')?.1.split('<').next()).collect();
    assert!(texts.join(" ").contains(&format!("{shown} of ")), "{texts:?}");
}

#[test]
fn numbers_are_written_by_panel_in_both_languages() {
    let folder = folder();
    for language in ["en", "ko", "both"] {
        draw(&folder, &["--lang", language, "--data-out", "out.csv", "old.csv", "new.csv", "--preset", "slide"]);
    }
    let table = folder.read("out.csv");
    let rows: Vec<&str> = table.lines().collect();
    assert!(rows[0].ends_with(",panel"), "{table}");
    assert_eq!(rows.iter().filter(|row| row.starts_with("node,naver,")).count(), 2, "{table}");
    assert!(rows.iter().any(|row| row.ends_with(",old")) && rows.iter().any(|row| row.ends_with(",new")), "{table}");
}

#[test]
fn what_is_of_one_table_is_refused() {
    let folder = folder();
    let refused = |arguments: &[&str]| {
        folder.run(&[&["--lang", "en", "draw", "compare", "-o", "x.svg"][..], arguments].concat()).refusal()
    };
    assert!(refused(&["old.csv"]).contains("two tables"));
    assert!(refused(&["old.csv", "new.csv", "--data", "a.csv"]).contains("no others"));
    for option in [&["--focus", "KAIST"][..], &["--size-by", "degree"], &["--by", "country"], &["--plain"]] {
        assert!(refused(&[&["old.csv", "new.csv"][..], option].concat()).contains(option[0]), "{option:?}");
    }
    assert!(refused(&["old.csv", "nowhere.csv"]).contains("nowhere.csv"));
}
