//! What figures say and draw.

use crate::support::command::Folder;
use crate::support::tables;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// A table and what is known of it.
struct Table {
    path: String,
    works: usize,
    institutions: usize,
    /// Works of Google.
    google: usize,
}

/// The table of 8 April 2025, or the committed one where it is missing.
fn april() -> Table {
    let known = |path: PathBuf, works, institutions, google| Table {
        path: path.display().to_string(),
        works,
        institutions,
        google,
    };
    match tables::shared(tables::EPOCH) {
        Some(path) => known(path, 914, 341, 95),
        None => known(tables::made_up(), 148, 54, 8),
    }
}

/// A figure as readers have it.
struct Picture(String);

impl Picture {
    #[track_caller]
    fn of(folder: &Folder, arguments: &[&str]) -> Self {
        let arguments: Vec<&str> = arguments.iter().chain(&["-o", "out.svg"]).copied().collect();
        folder.run(&arguments).answer();
        Self(folder.read("out.svg"))
    }

    fn elements(&self, name: &str) -> Vec<String> {
        let (open, close) = (format!("<{name}"), format!("</{name}>"));
        let after = |part: &str| {
            let (head, rest) = part.split_once('>')?;
            (head.is_empty() || head.starts_with(' ')).then(|| unescaped(rest.split(&close).next().unwrap_or("")))
        };
        self.0.split(&open).skip(1).filter_map(after).collect()
    }

    /// What can be read without pointing, on one line.
    fn visible(&self) -> String {
        self.elements("text").join(" ")
    }

    /// Everything that anybody reads: texts, tooltips, alternative text.
    fn words(&self) -> String {
        ["text", "title", "desc"].map(|name| self.elements(name).join(" ")).join(" ")
    }

    fn desc(&self) -> String {
        self.elements("desc").join(" ")
    }

    /// The tooltips of institutions, by their English names.
    fn has_title(&self, title: &str) -> bool {
        self.elements("title").iter().any(|one| one == title)
    }

    /// Ids of the institutions drawn, with `data-models`.
    fn institutions(&self) -> BTreeMap<String, usize> {
        let group = |part: &str| {
            let head = part.split('>').next()?;
            let value = |name: &str| head.split(&format!("{name}=\"")).nth(1)?.split('"').next();
            Some((value("data-id")?.to_owned(), value("data-models")?.parse().ok()?))
        };
        self.0.split("class=\"node institution\"").skip(1).filter_map(group).collect()
    }
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => plain.push(letter),
            _ => {}
        }
    }
    plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

const TIES: &str = "Source,Target,Weight\nA,B,31\nB,C,2.5\nC,D,0.053\nA,D,0.0004\n";

const PAPERS: &str = "Title,Affiliations,Year\n\
    Deep Reading,KAIST; NAVER,2021\n\
    Wide Reading,KAIST; NAVER; Korea University; Seoul National University,2022\n\
    Old Reading,KAIST; Yonsei University,2019\n\
    Sole Reading,KAIST,2020\n";

const VIEWS: [&[&str]; 11] = [
    &["map"],
    &["bipartite"],
    &["matrix"],
    &["arc"],
    &["timeline"],
    &["lanes"],
    &["geo"],
    &["trend"],
    &["ego", "KAIST"],
    &["partners", "KAIST"],
    &["path", "NAVER", "KAIST"],
];

#[test]
fn papers_are_no_models_in_any_figure() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    for language in ["en", "ko", "both"] {
        for width in ["85", "170"] {
            for view in VIEWS {
                let mut arguments = vec!["--data", "papers.csv", "--lang", language, "draw"];
                arguments.extend(view);
                arguments.extend(["--width", width]);
                let words = Picture::of(&folder, &arguments).words();
                let low = words.to_lowercase();
                assert!(!low.contains("model") && !low.contains("모델"), "{view:?} {language} {width}: {words}");
                assert!(!words.contains("개발"), "{view:?} {language} {width}: {words}");
            }
        }
    }
    let words = Picture::of(&folder, &["--data", "papers.csv", "--lang", "en", "draw", "bipartite"]).visible();
    assert!(words.contains("4 publications"), "{words}");
    let words = Picture::of(&folder, &["--data", "papers.csv", "--lang", "ko", "draw", "bipartite"]).words();
    assert!(words.contains("문헌 4편"), "{words}");
}

#[test]
fn models_stay_models() {
    let folder = Folder::new();
    for view in [&["map"][..], &["bipartite"], &["matrix"], &["arc"], &["timeline"], &["ego", "KAIST"]] {
        for (language, word) in [("en", "model"), ("ko", "모델")] {
            let mut arguments = vec!["--lang", language, "draw"];
            arguments.extend(view);
            let words = Picture::of(&folder, &arguments).words();
            assert!(words.to_lowercase().contains(word), "{view:?}: {words}");
            assert!(!words.contains("publication") && !words.contains("문헌"), "{view:?}: {words}");
        }
    }
}

#[test]
fn filters_that_leave_no_trace_of_models_leave_their_name() {
    // The one criterion stands in a row that the filter drops.
    let table = "Model,Organization,Publication date,Notability criteria\nA,\"KAIST,NAVER\",2020-01-01,Highly cited\n\
        B,\"KAIST,NAVER\",2022-01-01,\n";
    let folder = Folder::with(&[("t.csv", table)]);
    let words = Picture::of(&folder, &["--data", "t.csv", "--since", "2021", "--lang", "en", "draw", "map"]).words();
    assert!(words.contains("1 joint model,"), "{words}");
}

#[test]
fn ties_have_weights_and_no_works() {
    let folder = Folder::with(&[("t.csv", TIES)]);
    let views: [&[&str]; 7] =
        [&["map"], &["matrix"], &["arc"], &["geo"], &["ego", "A"], &["partners", "A"], &["path", "A", "C"]];
    for language in ["en", "ko", "both"] {
        for width in ["85", "170"] {
            for view in views {
                let mut arguments = vec!["--data", "t.csv", "--lang", language, "draw"];
                arguments.extend(view);
                arguments.extend(["--width", width]);
                let picture = Picture::of(&folder, &arguments);
                let words = picture.words();
                for wrong in ["model", "publication", "모델", "문헌", "works", "Σ", "builds", "만든"] {
                    assert!(!words.contains(wrong), "{view:?} {language} {width}: {wrong} in {words}");
                }
                assert!(!picture.elements("text").contains(&"0".to_owned()), "{view:?} {language}: {words}");
            }
        }
    }
    let map = Picture::of(&folder, &["--data", "t.csv", "--lang", "en", "draw", "map"]);
    assert!(map.has_title("A – B: weight 31") && map.has_title("C – D: weight 0.053"), "{}", map.words());
    let matrix = Picture::of(&folder, &["--data", "t.csv", "--lang", "en", "draw", "matrix"]);
    assert!(matrix.has_title("A – D: weight 0.0004"), "{}", matrix.words());
    assert!(matrix.desc().contains("A and B with weight 31"), "{}", matrix.desc());
    assert!(matrix.visible().contains("0.0004"), "the legend names its classes: {}", matrix.visible());
}

#[test]
fn a_large_map_of_ties_speaks_of_weights() {
    let mut ties = "Source,Target,Weight\n".to_owned();
    for at in 0..60 {
        ties += &format!("N{at},N{},{}\n", (at + 1) % 60, 0.01 + f64::from(at) / 100.0);
        ties += &format!("N{at},N{},0.5\n", (at + 7) % 60);
    }
    let folder = Folder::with(&[("t.csv", ties.as_str())]);
    for language in ["en", "ko", "both"] {
        let words = Picture::of(&folder, &["--data", "t.csv", "--lang", language, "draw", "map"]).words();
        for wrong in ["model", "publication", "모델", "문헌", "Σ", "builds", "partner pair", "협력 쌍"] {
            assert!(!words.contains(wrong), "{language}: {wrong} in {words}");
        }
        assert!(language == "ko" || words.contains("60 institutions"), "{words}");
    }
}

#[test]
fn shared_examples_hold() {
    let folder = Folder::new();
    let Some(networks) = tables::shared("cases/networks") else { return };
    let at = |name: &str| networks.join(name).display().to_string();
    let words = Picture::of(&folder, &["--data", &at("f1.csv"), "--lang", "en", "draw", "map"]).0;
    for wrong in ["31 models", "0 models", "joint models", "builds models"] {
        assert!(!words.contains(wrong), "{wrong}");
    }
    for view in ["matrix", "arc"] {
        let words = Picture::of(&folder, &["--data", &at("s1.csv"), "--lang", "en", "draw", view]).words();
        assert!(words.contains("Zed") && words.contains("Yan"), "{view}: {words}");
        assert!(!words.contains("none has more"), "{view}: {words}");
    }
}

#[test]
fn the_strongest_of_a_network_have_the_rows() {
    // Each has one heavy tie to a hub, or several light ones; names say nothing of strength.
    let mut rows: Vec<(String, String, f64)> = Vec::new();
    for at in 0..50 {
        rows.push((format!("Inst {at:02}"), format!("Inst {:02}", (at * 7 + 3) % 50), f64::from(at * at % 37) + 0.25));
    }
    for at in 0..20 {
        rows.push(("Zenith".to_owned(), format!("Inst {at:02}"), 0.5));
    }
    let mut strength: BTreeMap<&str, f64> = BTreeMap::new();
    for (a, b, weight) in &rows {
        *strength.entry(a).or_default() += weight;
        *strength.entry(b).or_default() += weight;
    }
    let mut order: Vec<(&str, f64)> = strength.into_iter().collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    let table = rows.iter().map(|(a, b, weight)| format!("{a},{b},{weight}\n")).collect::<String>();
    let folder = Folder::with(&[("t.csv", &format!("Source,Target,Weight\n{table}"))]);
    for (view, width) in [("matrix", "170"), ("matrix", "85"), ("arc", "170")] {
        let arguments = ["--data", "t.csv", "--lang", "en", "--authority", "none", "draw", view, "--width", width];
        let picture = Picture::of(&folder, &arguments);
        let drawn: BTreeSet<String> = picture.institutions().into_keys().collect();
        assert!(!drawn.is_empty() && drawn.len() < 51, "{view}");
        let least = order[drawn.len() - 1].1;
        for (name, value) in &order {
            let titled = picture.has_title(name);
            assert!(titled || *value <= least + 1e-9, "{view} {width}: {name} of {value} is missing");
        }
        let words = picture.visible();
        assert!(words.contains(&format!("{} institutions with the largest total weight", drawn.len())), "{words}");
    }
}

#[test]
fn the_strongest_of_works_have_the_rows() {
    let folder = Folder::new();
    let table = april();
    let data = &table.path;
    let base = ["--data", data, "-q", "--lang", "en", "--max-team", "0"];
    let record = folder.run(&[&base[..], &["--format", "json", "institutions"]].concat()).json();
    let number = |row: &serde_json::Value, key: &str| row[key].as_u64().unwrap() as usize;
    let rows = record["rows"].as_array().unwrap();
    let whole: BTreeMap<&str, (usize, usize)> =
        rows.iter().map(|row| (row["id"].as_str().unwrap(), (number(row, "works"), number(row, "co_made")))).collect();
    for (view, width) in [("matrix", "170"), ("matrix", "85"), ("arc", "170")] {
        let picture = Picture::of(&folder, &[&base[..], &["draw", view, "--width", width]].concat());
        let words = picture.visible();
        assert!(words.contains("most joint models") && !words.contains("partnerships"), "{view}: {words}");
        let drawn = picture.institutions();
        let least = drawn.keys().map(|id| whole[id.as_str()].1).min().unwrap();
        for (id, (works, joint)) in &whole {
            let models = drawn.get(*id);
            assert!(models.is_some() || *joint <= least, "{view} {width}: {id} of {joint} is missing");
            assert!(models.is_none_or(|models| models == works), "{view} {width}: {id} has {works}");
        }
    }
}

#[test]
fn the_diagonal_has_its_numbers_in_one_column_too() {
    let folder = Folder::new();
    let table = april();
    let data = &table.path;
    for language in ["en", "ko", "both"] {
        let arguments = ["--data", data, "-q", "--lang", language, "draw", "matrix", "--width", "85"];
        let picture = Picture::of(&folder, &arguments);
        let texts = picture.elements("text");
        for (id, models) in picture.institutions() {
            assert!(texts.contains(&models.to_string()), "{language}: {models} of {id}");
        }
    }
}

#[test]
fn the_strongest_pairs_of_a_part_are_those_of_the_part() {
    let folder = Folder::new();
    let table = april();
    let data = &table.path;
    let base = ["--data", data, "-q", "--lang", "en", "draw", "matrix"];
    let picture = Picture::of(&folder, &[&base[..], &["--top", "6"]].concat());
    assert!(picture.visible().contains("Strongest pairs shown here"), "{}", picture.visible());
    assert!(picture.desc().contains("shown"), "{}", picture.desc());
    assert!(picture.visible().contains(&format!("6 of {} institutions", table.institutions)), "{}", picture.visible());
    // What a cell does not have, the list beside the cells does not have either.
    let table = "Model,Organization,Notability criteria\nA,\"X,Y\",Highly cited\nB,\"X,Y\",\nC,\"Y,Z\",\n";
    let folder = Folder::with(&[("t.csv", table)]);
    let arguments = ["--data", "t.csv", "--lang", "en", "draw", "matrix", "--top", "3", "--min-weight", "2"];
    let words = Picture::of(&folder, &arguments).visible();
    assert!(!words.contains("Y · Z"), "{words}");
}

#[test]
fn a_part_is_called_a_part() {
    let folder = Folder::new();
    let table = april();
    let data = &table.path;
    let picture = Picture::of(&folder, &["--data", data, "-q", "--lang", "en", "draw", "bipartite"]);
    let title = picture.elements("title")[0].clone();
    assert!(
        title.contains(&format!("of {} models", table.works)) && !title.contains("from the United States"),
        "{title}"
    );
    assert!(picture.visible().contains("Number = models shown here"), "{}", picture.visible());
    assert!(picture.desc().contains(&format!("of {} models", table.works)), "{}", picture.desc());
    assert_eq!(picture.institutions().get("google"), Some(&table.google), "the machine's number is that of the data");
    assert!(
        picture.elements("title").iter().any(|title| title.ends_with(&format!("of {} models shown", table.google))),
        "{title}"
    );
    // A part by choice is one, too, even where all its works are here.
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    let arguments = ["--data", "papers.csv", "--lang", "en", "draw", "bipartite", "--top", "2"];
    let title = Picture::of(&folder, &arguments).elements("title")[0].clone();
    assert!(title.contains("2 of the 5 institutions"), "{title}");
    let words = Picture::of(&folder, &["--data", "papers.csv", "--lang", "en", "draw", "map", "--top", "2"]).visible();
    assert!(words.contains("2 of 5 institutions"), "{words}");
}

#[test]
fn every_condition_stands_in_the_figure() {
    let table = april();
    let data = &table.path;
    let (of, of_ko) = (format!("of {} models", table.works), format!("모델 {}개 중", table.works));
    let conditions: [(&[&str], &[&str], &[&str]); 2] = [
        (
            &["--since", "2018", "--until", "2023-06", "--country", "CN", "--sector", "university"],
            &["since 2018", "until 2023-06", "China", "sector education", of.as_str()],
            &["2018년부터", "2023년 6월까지", "중국", "부문 대학", of_ko.as_str()],
        ),
        (
            &["--domain", "Language", "--level", "group", "--counting", "fractional", "--max-team", "5"],
            &["domain Language", "level: group", "Counting: fractional", "more than 5 groups"],
            &["분야 Language", "수준: group", "분수 계수", "그룹이 5곳을 넘는"],
        ),
    ];
    let folder = Folder::new();
    for (flags, english, korean) in conditions {
        for view in [
            &["map", "--top", "12"][..],
            &["bipartite"],
            &["matrix"],
            &["arc"],
            &["timeline"],
            &["ego", "Tsinghua University", "--top", "6"],
        ] {
            for (language, words) in [("en", english), ("ko", korean)] {
                let mut arguments = vec!["--data", data, "-q", "--lang", language];
                arguments.extend(flags);
                arguments.push("draw");
                arguments.extend(view);
                let picture = Picture::of(&folder, &arguments);
                for word in words {
                    assert!(picture.visible().contains(word), "{view:?} {flags:?}: {word} in {}", picture.visible());
                    assert!(picture.desc().contains(word), "{view:?} {flags:?}: {word} in {}", picture.desc());
                }
            }
        }
    }
}

#[test]
fn conditions_stand_in_a_figure_of_both_languages_and_without_a_title() {
    let folder = Folder::new();
    let arguments = ["--since", "2020", "--lang", "both", "draw", "matrix", "--no-title", "--source", "Own words."];
    let words = Picture::of(&folder, &arguments).visible();
    assert!(words.contains("2020년부터") && words.contains("since 2020"), "{words}");
    let plain = Picture::of(&folder, &["--lang", "en", "draw", "matrix"]).words();
    assert!(!plain.contains("Filter") && !plain.contains("Counting:"), "{plain}");
}

#[test]
fn captions_name_only_what_touches_the_picture() {
    let folder = Folder::new();
    let table = "Model,Organization,Notability criteria\nSmall,\"KAIST,NAVER\",Highly cited\n".to_owned()
        + "Big,\""
        + &(0..30).map(|at| format!("Lab {at}")).collect::<Vec<_>>().join(",")
        + "\",\n";
    let own = Folder::with(&[("t.csv", table.as_str())]);
    for view in [&["ego", "KAIST"][..], &["path", "KAIST", "NAVER"], &["map", "--focus", "KAIST"]] {
        let mut arguments = vec!["--data", "t.csv", "--lang", "en", "draw"];
        arguments.extend(view);
        let words = Picture::of(&own, &arguments).visible();
        assert!(!words.contains("Big"), "{view:?}: {words}");
    }
    let words = Picture::of(&own, &["--data", "t.csv", "--lang", "en", "draw", "ego", "Lab 3"]).visible();
    assert!(words.contains("Without Big (30 institutions)"), "{words}");
    // A merge of a name is told where its institution is.
    let all = Picture::of(&folder, &["--lang", "en", "draw", "matrix"]).visible();
    let merged = "is taken as LG AI Research";
    assert!(all.contains(merged), "{all}");
    let far = Picture::of(&folder, &["--lang", "en", "draw", "ego", "NVIDIA"]).visible();
    assert!(!far.contains(merged), "{far}");
    let near = Picture::of(&folder, &["--lang", "en", "draw", "ego", "LG AI Research"]).visible();
    assert!(near.contains(merged), "{near}");
}

#[test]
fn nobody_near_enough_is_not_nobody() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    let arguments = ["--data", "papers.csv", "--lang", "en", "draw", "ego", "KAIST", "--min-weight", "9"];
    let words = Picture::of(&folder, &arguments).words();
    assert!(words.contains("no tie of 9 or more joint publications"), "{words}");
    assert!(!words.contains("no joint publication with another"), "{words}");
}

#[test]
fn pairs_that_share_the_first_place_share_it() {
    let folder = Folder::with(&[("t.csv", "Source,Target\nA,B\nB,C\nC,D\n")]);
    let desc = Picture::of(&folder, &["--data", "t.csv", "--lang", "en", "draw", "matrix"]).desc();
    assert!(desc.contains("3 pairs are strongest with weight 1 each"), "{desc}");
}

#[test]
fn a_selection_that_nothing_meets_says_so() {
    let folder = Folder::with(&[("t.csv", PAPERS)]);
    for language in ["en", "ko"] {
        let ran = folder.run(&["--data", "t.csv", "--lang", language, "--since", "2050", "draw", "map", "-o", "x.svg"]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.contains(if language == "ko" { "빈 그림" } else { "the figure is empty" }), "{}", ran.err);
    }
}

#[test]
fn an_institution_of_many_partners_is_drawn_as_rows() {
    let rows: String = (0..13).map(|at| format!("Work {at},Hub; Partner {at},{}\n", 2010 + at)).collect();
    let folder = Folder::with(&[("papers.csv", &format!("Title,Affiliations,Year\n{rows}"))]);
    let base = ["--data", "papers.csv", "--lang", "en", "draw"];
    let is_rows = |arguments: &[&str]| {
        let words = Picture::of(&folder, &[&base[..], arguments].concat()).visible();
        words.contains("Sorted by number, then by the latest")
    };
    assert!(is_rows(&["ego", "Hub"]) && is_rows(&["partners", "Hub"]) && is_rows(&["partners", "Partner 3"]));
    assert!(!is_rows(&["ego", "Hub", "--depth", "1"]) && !is_rows(&["ego", "Hub", "--top", "13"]));
    let refused = folder.run(&[&base[..], &["partners", "Hub", "--core", "2", "-o", "x.svg"]].concat()).refusal();
    assert!(refused.contains("ego and partners take --top"), "{refused}");
}

#[test]
fn the_title_is_a_finding_unless_it_is_off() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    let base = ["--data", "papers.csv", "--lang", "en", "draw", "lanes"];
    let title = |more: &[&str]| Picture::of(&folder, &[&base[..], more].concat()).elements("title")[0].clone();
    assert_eq!(title(&[]), "3 of the 4 publications are joint work");
    assert!(title(&["--headline", "off"]).starts_with("Publications of "), "{}", title(&["--headline", "off"]));
    assert_eq!(title(&["--title", "My own"]), "My own");
}

/// Width and height of a figure in millimetres, and how much larger than on paper its type is.
fn page_of(picture: &Picture) -> (f64, f64, f64) {
    let head = picture.0.split_once("<svg").unwrap().1;
    let value = |name: &str| {
        let text = head.split(&format!(" {name}=\"")).nth(1).unwrap().split('"').next().unwrap();
        text.trim_end_matches("mm").to_owned()
    };
    let (width, height): (f64, f64) = (value("width").parse().unwrap(), value("height").parse().unwrap());
    let frame = value("viewBox").split(' ').nth(2).unwrap().parse::<f64>().unwrap();
    (width, height, width / 25.4 * 72.0 / frame)
}

#[test]
fn a_page_of_a_given_size_is_filled_with_type_that_can_be_read() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    let pages: [(&[&str], f64, f64, f64); 6] = [
        (&["--preset", "slide"], 338.67, 190.5, 1.2),
        (&["--preset", "social"], 182.88, 182.88, 1.2),
        (&["--aspect", "4:5"], 170.0, 212.5, 1.0),
        (&["--aspect", "A4"], 170.0, 240.43, 1.0),
        (&["--width", "120", "--height", "100"], 120.0, 100.0, 1.0),
        (&["--preset", "column"], 85.0, 0.0, 1.0),
    ];
    for (page, width, height, least) in pages {
        for view in [&["map"][..], &["trend"], &["partners", "KAIST"], &["bipartite"]] {
            let mut arguments = vec!["--data", "papers.csv", "--lang", "en", "draw"];
            arguments.extend(view);
            arguments.extend(page);
            let picture = Picture::of(&folder, &arguments);
            let found = page_of(&picture);
            let is_near = |a: f64, b: f64| (a - b).abs() < 0.02;
            assert!(is_near(found.0, width) && (height == 0.0 || is_near(found.1, height)), "{arguments:?}: {found:?}");
            assert!(found.2 >= least * 0.999, "{arguments:?}: {found:?}");
            let linted = folder.run(&["lint", "out.svg"]);
            assert_eq!(linted.code, 0, "{arguments:?}: {}{}", linted.out, linted.err);
        }
    }
}

#[test]
fn a_page_too_small_for_a_figure_is_refused_with_the_size_that_it_needs() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    let base = ["--data", "papers.csv", "--lang", "en", "draw", "map", "-o", "x.svg"];
    let refused = |more: &[&str]| folder.run(&[&base[..], more].concat()).refusal();
    assert!(refused(&["--width", "60", "--height", "20"]).contains("mm. Give a larger --height"));
    assert!(refused(&["--height", "5"]).contains("expected 20 to 1200 millimetres"));
    assert!(refused(&["--aspect", "wide"]).contains("such as 16:9"));
    assert!(refused(&["--by", "country"]).contains("are of trend"));
}

#[test]
fn the_numbers_and_the_text_of_a_figure_are_written_beside_it() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    let more = ["--data-out", "d.csv", "--alt-out", "d.txt", "--no-bom"];
    let base = ["--data", "papers.csv", "--lang", "en"];
    let picture = Picture::of(&folder, &[&base[..], &["draw", "matrix"], &more].concat());
    let csv = folder.read("d.csv");
    let kinds = |kind: &str| csv.lines().filter(|line| line.starts_with(kind)).count();
    assert_eq!(csv.lines().next(), Some("kind,id,name,source,target,year,value,works"));
    assert_eq!(kinds("node,"), 5, "{csv}");
    // KAIST with NAVER, Yonsei, Korea University and Seoul National University, and three among those of one work.
    assert_eq!(kinds("tie,"), 7, "{csv}");
    assert!(csv.contains("tie,,,kaist,naver,,2,") || csv.contains("tie,,,naver,kaist,,2,"), "{csv}");
    assert_eq!(folder.read("d.txt").trim_end().lines().last(), Some(picture.desc().as_str()));
    folder.run(&[&base[..], &["draw", "trend", "--data-out", "d.csv", "--no-bom"]].concat()).answer();
    let csv = folder.read("d.csv");
    let years: Vec<&str> = csv.lines().skip(1).collect();
    assert_eq!(years, ["value,all,,,,2019,1,", "value,all,,,,2020,1,", "value,all,,,,2021,1,", "value,all,,,,2022,1,"]);
}

#[test]
fn all_but_the_highlighted_are_dimmed_and_the_caption_says_so() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    let base = ["--data", "papers.csv", "--lang", "en", "draw", "arc"];
    let fill = |picture: &Picture, id: &str| {
        let group = picture.0.split(&format!("data-id=\"{id}\"")).nth(1).unwrap();
        group.split("fill=\"").find(|part| part.starts_with('#') && !part.starts_with("#FFFFFF")).unwrap()[..7]
            .to_owned()
    };
    let plain = Picture::of(&folder, &base);
    let lit = Picture::of(&folder, &[&base[..], &["--highlight", "NAVER"]].concat());
    assert_eq!(fill(&plain, "naver"), fill(&lit, "naver"));
    assert_ne!(fill(&plain, "yonsei-university"), fill(&lit, "yonsei-university"));
    assert!(lit.words().contains("In full colour: NAVER."), "{}", lit.words());
    let elsewhere =
        ["--data", "papers.csv", "--lang", "en", "draw", "path", "NAVER", "KAIST", "--highlight", "Yonsei University"];
    let words = Picture::of(&folder, &elsewhere).words();
    assert!(words.contains("Not drawn: Yonsei University."), "{words}");
    let unknown = folder.run(&[&base[..], &["--highlight", "Nobody", "-o", "x.svg"]].concat()).refusal();
    assert!(unknown.contains("Nobody"), "{unknown}");
}

#[test]
fn a_font_of_ones_own_comes_first() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    let base = ["--data", "papers.csv", "--lang", "en", "draw", "matrix", "--font-family"];
    let picture = Picture::of(&folder, &[&base[..], &["Noto Serif KR"]].concat());
    assert!(picture.0.contains("font-family=\"'Noto Serif KR','Noto Sans KR',"), "{}", &picture.0[..600]);
    assert_eq!(folder.run(&["lint", "out.svg"]).code, 0);
    for hostile in ["a\"b", "x;y", "'", "", "a,b"] {
        let refused = folder.run(&[&base[..], &[hostile, "-o", "x.svg"]].concat()).refusal();
        assert!(refused.contains("one font family"), "{hostile}: {refused}");
    }
}
