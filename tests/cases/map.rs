//! Maps: no partnership vanishes, and no text lies on a mark.

use crate::support::command::Folder;
use crate::support::{browser, tables};
use collabgraph::answer::figure::{Figure, FigureMetadata};
use collabgraph::answer::mark::{Color, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, TextAnchor, TextLine};
use collabgraph::answer::statistics::statistics;
use collabgraph::geometry::{ConvexPolygon, Point, Rect};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The real table where it is here.
fn epoch() -> Option<String> {
    tables::shared(tables::EPOCH).map(|path| path.to_string_lossy().into_owned())
}

/// A table with teams as large as asked, as lines `name;institutions`.
fn table(teams: &[Vec<usize>]) -> String {
    let mut text = "Model,Organization,Publication date\n".to_owned();
    for (number, team) in teams.iter().enumerate() {
        let names: Vec<String> = team.iter().map(|one| format!("Institute {}", one + 1)).collect();
        text.push_str(&format!("Work {},\"{}\",2024-01-{:02}\n", number + 1, names.join("; "), number % 28 + 1));
    }
    text
}

/// Thirty-eight institutions in twenty overlapping teams of four to eight, and few pairs: more teams than a ring
/// has room for.
fn overlapping() -> Vec<Vec<usize>> {
    let team = |number: usize| {
        let size = 4 + number % 5;
        let members: BTreeSet<usize> = (0..size).map(|step| (number * 5 + step * (3 + number % 4)) % 38).collect();
        members.into_iter().collect::<Vec<_>>()
    };
    (0..20).map(team).chain((0..6).map(|number| vec![number, 37 - number])).collect()
}

/// Forty institutions, each in a team of its own with three others, many times over.
fn crowded() -> Vec<Vec<usize>> {
    (0..60).map(|number| (0..4).map(|step| (number * 7 + step * step * 3 + step) % 40).collect()).collect()
}

/// Teams of up to twenty-five that share members.
fn large() -> Vec<Vec<usize>> {
    vec![(0..25).collect(), (10..30).collect(), (5..12).collect(), vec![0, 31], vec![31, 32], (20..36).collect()]
}

/// Seven teams above the cap, which make no ties, and two pairs.
fn above_cap() -> Vec<Vec<usize>> {
    (0..7).map(|number| (number..number + 30).collect()).chain([vec![0, 1], vec![2, 3]]).collect()
}

/// Forty-five institutions of which five teams are larger than lines can tell, without a cap.
fn hubs() -> Vec<Vec<usize>> {
    (0..5).map(|number| (number * 3..number * 3 + 27).collect()).chain((0..44).map(|one| vec![one, one + 1])).collect()
}

/// A drawing: what comes before `draw map` and after it.
struct Case {
    name: &'static str,
    before: Vec<String>,
    after: Vec<String>,
    width: &'static str,
}

fn cases(folder: &Folder) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |name: &'static str, data: Option<String>, before: &[&str], after: &[&str]| {
        for width in ["170", "85"] {
            let data = data.iter().flat_map(|path| ["--data".to_owned(), path.clone()]);
            let before = data.chain(before.iter().map(|one| (*one).to_owned())).collect();
            cases.push(Case { name, before, after: after.iter().map(|one| (*one).to_owned()).collect(), width });
        }
    };
    add("embedded", None, &[], &[]);
    for (name, teams) in [
        ("overlapping", overlapping()),
        ("crowded", crowded()),
        ("large", large()),
        ("above-cap", above_cap()),
        ("hubs", hubs()),
    ] {
        folder.write(&format!("{name}.csv"), table(&teams).as_bytes());
        let path = Some(format!("{name}.csv"));
        add(name, path.clone(), if name == "hubs" { &["--max-team", "0"] } else { &[] }, &[]);
    }
    if let Some(path) = epoch() {
        let path = || Some(path.clone());
        add("since-2024", path(), &["--since", "2024"], &[]);
        add("since-2023", path(), &["--since", "2023"], &[]);
        add("gb", path(), &["--country", "GB"], &[]);
        add("fr", path(), &["--country", "FR"], &[]);
        add("cn", path(), &["--country", "CN"], &[]);
        add("de", path(), &["--country", "DE"], &[]);
        add("top-12", path(), &[], &["--top", "12"]);
        add("top-20", path(), &["--since", "2018"], &["--top", "20"]);
        add("min-weight", path(), &[], &["--min-weight", "2"]);
        add("backbone", path(), &[], &["--backbone", "0.05"]);
        add("focus", path(), &["--since", "2020"], &["--focus", "Tsinghua University"]);
    }
    cases
}

/// Cases with their figures and measures.
type Drawn = Vec<(Case, String, serde_json::Value)>;

/// All figures with their measures, drawn once, and the folder of their tables.
fn figures() -> &'static (Folder, Drawn) {
    static FIGURES: OnceLock<(Folder, Drawn)> = OnceLock::new();
    FIGURES.get_or_init(|| {
        let folder = Folder::new();
        let drawn = cases(&folder).into_par_iter().map(|case| {
            let (svg, stats) = drawn(&folder, &case);
            (case, svg, stats)
        });
        let drawn = drawn.collect();
        (folder, drawn)
    })
}

/// The figure of a case with its measures.
fn drawn(folder: &Folder, case: &Case) -> (String, serde_json::Value) {
    let file = format!("{}-{}.svg", case.name, case.width);
    let rest = ["draw", "map", "--width", case.width, "-o", &file, "--stats", "--notices", "none"];
    let arguments: Vec<&str> =
        case.before.iter().map(String::as_str).chain(rest).chain(case.after.iter().map(String::as_str)).collect();
    let stats = folder.run(&arguments).json();
    (folder.read(&file), stats)
}

type Pairs = BTreeMap<(String, String), f64>;

/// All pairs of partners with their weight, as written for other programs.
fn partners(folder: &Folder, case: &Case, more: &[&str]) -> Pairs {
    let rest = ["export", "--export-format", "gexf", "-o", "-", "--notices", "none"];
    let arguments: Vec<&str> = case.before.iter().map(String::as_str).chain(rest).chain(more.iter().copied()).collect();
    let text = folder.run(&arguments).answer();
    let document = roxmltree::Document::parse(&text).unwrap();
    let edges = document.descendants().filter(|node| node.has_tag_name("edge"));
    let of = |edge: &roxmltree::Node<'_, '_>, name: &str| edge.attribute(name).unwrap().to_owned();
    edges.map(|edge| (pair(of(&edge, "source"), of(&edge, "target")), of(&edge, "weight").parse().unwrap())).collect()
}

fn pair(a: String, b: String) -> (String, String) {
    if a < b { (a, b) } else { (b, a) }
}

/// The pairs that the options after `draw map` leave, by the definition of each.
fn chosen(case: &Case, pairs: &Pairs) -> Pairs {
    let value = |flag: &str| {
        let at = case.after.iter().position(|one| one == flag)?;
        case.after[at + 1].parse::<f64>().ok()
    };
    let alpha = |pair: &(String, String), weight: f64| {
        let of = |id: &String| {
            let (sum, degree) = pairs
                .iter()
                .filter(|(pair, _)| pair.0 == *id || pair.1 == *id)
                .fold((0.0, 0), |sum, (_, weight)| (sum.0 + weight, sum.1 + 1));
            if degree < 2 { 1.0 } else { (1.0 - weight / sum).powi(degree - 1) }
        };
        of(&pair.0).min(of(&pair.1))
    };
    let stays = |pair: &(String, String), weight: f64| {
        value("--min-weight").is_none_or(|least| weight >= least)
            && value("--backbone").is_none_or(|level| alpha(pair, weight) < level)
    };
    pairs.iter().filter(|(pair, weight)| stays(pair, **weight)).map(|(pair, weight)| (pair.clone(), *weight)).collect()
}

/// What a figure shows: institutions with the partners that they say are not shown, and the pairs that are.
struct Shown {
    institutions: BTreeMap<String, usize>,
    pairs: BTreeSet<(String, String)>,
}

fn shown(svg: &str) -> Shown {
    let document = roxmltree::Document::parse(svg).unwrap();
    let groups = || document.descendants().filter(|node| node.has_tag_name("g"));
    let is = |node: &roxmltree::Node<'_, '_>, class: &str| {
        node.attribute("class").is_some_and(|own| own.split(' ').any(|word| word == class))
    };
    let mut institutions = BTreeMap::new();
    for node in groups().filter(|node| is(node, "institution")) {
        let unshown = node.attribute("data-unshown").map_or(0, |number| number.parse().unwrap());
        institutions.insert(node.attribute("data-id").unwrap().to_owned(), unshown);
        let tooltip = node.children().find(|child| child.has_tag_name("title")).unwrap().text().unwrap();
        let said = tooltip.contains(&format!(", 선이 없는 협력 기관 {unshown}곳"));
        assert_eq!(said, unshown > 0, "{tooltip}");
    }
    let mut pairs = BTreeSet::new();
    let mut spokes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for edge in groups().filter(|node| is(node, "edge")) {
        let (a, b) = (edge.attribute("data-source").unwrap(), edge.attribute("data-target").unwrap());
        assert!(edge.descendants().any(|node| node.has_tag_name("path")), "a line without a line: {a} – {b}");
        match institutions.contains_key(a) {
            true => drop(pairs.insert(pair(a.to_owned(), b.to_owned()))),
            false => drop(spokes.entry(a.to_owned()).or_default().insert(b.to_owned())),
        }
    }
    for pill in groups().filter(|node| is(node, "work")) {
        let members: BTreeSet<String> = pill.attribute("data-members").unwrap().split(' ').map(str::to_owned).collect();
        let id = pill.attribute("data-id").unwrap();
        assert_eq!(spokes.get(id), Some(&members), "the spokes of {id} are not its members");
    }
    for members in spokes.values() {
        for a in members {
            pairs.extend(members.iter().filter(|b| *b > a).map(|b| (a.clone(), b.clone())));
        }
    }
    Shown { institutions, pairs }
}

/// All texts of a figure, so that a sentence is found across the ends of lines.
fn lines_joined(svg: &str) -> String {
    let document = roxmltree::Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text()).collect::<Vec<_>>().join(" ")
}

#[test]
fn map_every_partnership_is_drawn_or_its_marks_say_so() {
    let (folder, figures) = figures();
    let faults: Vec<String> = figures
        .par_iter()
        .flat_map_iter(|(case, svg, _)| {
            let name = format!("{} {}", case.name, case.width);
            let found = shown(svg);
            let pairs = chosen(case, &partners(folder, case, &[]));
            let mut faults = Vec::new();
            for (a, b) in pairs.keys() {
                let (Some(one), Some(other)) = (found.institutions.get(a), found.institutions.get(b)) else {
                    continue;
                };
                if !found.pairs.contains(&(a.clone(), b.clone())) && (*one == 0 || *other == 0) {
                    faults.push(format!("{name}: {a} – {b} has neither a line nor rings"));
                }
            }
            // Nothing is drawn that is not so.
            let all = partners(folder, case, &["--max-team", "0"]);
            faults.extend(
                found
                    .pairs
                    .iter()
                    .filter(|pair| !all.contains_key(*pair))
                    .map(|pair| format!("{name}: {pair:?} is drawn")),
            );
            // Each number is the number of partners without a line; where ties were chosen by weight, of those chosen.
            let cut = case.after.iter().any(|flag| flag == "--min-weight" || flag == "--backbone");
            for (id, told) in &found.institutions {
                let of = if cut { &pairs } else { &all };
                let without = of.keys().filter(|(a, b)| {
                    let other = if a == id { b } else { a };
                    (a == id || b == id)
                        && found.institutions.contains_key(other)
                        && !found.pairs.contains(&(a.clone(), b.clone()))
                });
                let without = without.count();
                if without != *told {
                    faults.push(format!("{name}: {id} says {told} and has {without} partners without a line"));
                }
            }
            let ringed = found.institutions.values().filter(|told| **told > 0).count();
            let legend = svg.contains("선이 없는 협력 있음");
            let caption = lines_joined(svg).contains(&format!("고리를 두른 기관 {ringed}곳"));
            if (legend, caption) != (ringed > 0, ringed > 0) {
                faults.push(format!("{name}: {ringed} ringed; legend {legend}, caption {caption}"));
            }
            faults
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn map_teams_without_room_leave_their_members_ringed_or_joined() {
    let folder = Folder::with(&[("crowded.csv", &table(&crowded()))]);
    let svg = |width: &str| {
        folder.run(&["--data", "crowded.csv", "--lang", "en", "draw", "map", "--width", width, "-o", "-"]).answer()
    };
    let said = svg("170");
    assert!(said.contains("here without a line"), "no tooltip tells of partners without a line");
    assert!(said.contains("partners without a line") && said.contains("Ringed: "), "no legend or caption");
    assert_eq!(said, svg("170"), "the same bytes");
}

#[test]
fn map_no_text_lies_under_or_over_a_mark() {
    let faults: Vec<String> = figures()
        .1
        .iter()
        .flat_map(|(case, _, stats)| {
            let measures =
                ["texts_over_marks", "labels_over_foreign_nodes", "overlapping_labels", "overlapping_nodes", "outside"];
            let told = |measure: &&str| stats[*measure] != 0;
            let told = measures.into_iter().filter(told);
            told.map(|measure| format!("{} {}: {measure} {}", case.name, case.width, stats[measure]))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn map_evidence_is_on_its_line_or_counted_in_the_caption() {
    let names = ["backbone", "top-12", "overlapping", "de"];
    for (case, svg, _) in figures().1.iter().filter(|(case, _, _)| names.contains(&case.name)) {
        let document = roxmltree::Document::parse(svg).unwrap();
        let class = |name: &str| {
            let of = move |node: &roxmltree::Node<'_, '_>| node.attribute("class") == Some(name);
            document.descendants().filter(of).collect::<Vec<_>>()
        };
        // Every line keeps its works in its tooltip.
        for edge in class("edge") {
            let works = edge.attribute("data-models").unwrap_or_default();
            let title = edge.children().find(|child| child.has_tag_name("title")).unwrap().text().unwrap();
            assert!(!works.is_empty() && title.len() > " – : ".len(), "{}: {title}", case.name);
        }
        let placed: usize =
            class("evidence").iter().map(|group| group.children().filter(|one| one.is_element()).count()).sum();
        let said: String = document
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text())
            .collect::<Vec<_>>()
            .join(" ");
        let number = |before: &str| {
            let rest = said.split(before).nth(1)?;
            rest.split('개').next().unwrap().trim().parse::<usize>().ok()
        };
        let lost = number("적지 않은 연결 ").or(number("촘촘하여 연결선 ")).unwrap_or(0);
        assert!(placed + lost > 0, "{}", case.name);
        assert!(placed > 0 || !said.contains("글자 = 근거"), "{}: no text, though the subtitle explains it", case.name);
    }
}

fn figure(marks: Vec<Mark>) -> Figure {
    let head = FigureMetadata {
        view: "map".to_owned(),
        title: "A figure".to_owned(),
        other_title: String::new(),
        description: String::new(),
        lang: "en",
        theme: "light",
        id_prefix: String::new(),
        frame: Rect::new(0.0, 0.0, 200.0, 100.0),
        background: None,
        page: Color(255, 255, 255),
        fonts: "Arial".into(),
        excluded: Vec::new(),
        statements: Vec::new(),
    };
    Figure::new(head, marks).unwrap()
}

#[test]
fn map_the_measures_count_texts_over_their_own_marks() {
    let ink = Color(0, 0, 0);
    let mark = |key: &str, at: Point, inside: Option<&str>| -> Mark {
        let text = inside.map(|text| TextLine::new(text, at, 6.0, ink).anchored(TextAnchor::Middle).into());
        let node = NodeMark {
            key: key.to_owned(),
            label: key.to_owned(),
            shape: NodeShape::Circle,
            outline: ConvexPolygon::ellipse(at, 10.0, 10.0),
            color: ink,
        };
        MarkGroup {
            role: MarkRole::Node(Box::new(node)),
            marks: [Mark::Circle(at, 10.0, Paint::fill(Color(0, 200, 0)))].into_iter().chain(text).collect(),
            ..MarkGroup::default()
        }
        .into()
    };
    let text = |keys: &[&str], x: f64, y: f64| -> Mark {
        let role = MarkRole::Label(keys.iter().map(|key| (*key).to_owned()).collect());
        MarkGroup { role, ..MarkGroup::new("", vec![TextLine::new("Evidence", Point::new(x, y), 6.0, ink).into()]) }
            .into()
    };
    let (a, b) = (Point::new(30.0, 50.0), Point::new(120.0, 50.0));
    let of = |more: Vec<Mark>| {
        let stats =
            statistics(&figure([mark("a", a, Some("7")), mark("b", b, None)].into_iter().chain(more).collect()));
        (stats.texts_over_marks, stats.labels_over_foreign_nodes)
    };
    assert_eq!(of(vec![text(&["a", "b"], 60.0, 52.0)]), (0, 0), "the number stands in its own mark");
    assert_eq!(of(vec![text(&["a", "b"], 32.0, 52.0)]), (1, 0), "evidence over the end of its own line");
    assert_eq!(of(vec![text(&["a"], 32.0, 52.0)]), (1, 0), "a name over its own mark");
    assert_eq!(of(vec![text(&[], 100.0, 52.0)]), (1, 1), "a title over a mark");
    let symbol = Mark::Circle(Point::new(10.0, 90.0), 5.0, Paint::fill(ink));
    let entry = TextLine::new("Company", Point::new(8.0, 92.0), 6.0, ink).into();
    let data = vec![("role", "legend".to_owned())];
    assert_eq!(
        of(vec![MarkGroup { data, ..MarkGroup::new("legend", vec![symbol, entry]) }.into()]),
        (1, 0),
        "the legend"
    );
}

/// Counts, figure by figure, the texts that lie over or under a filled shape of a mark by more than a point.
const SCRIPT: &str = r"<script>const out=[];
for(const svg of document.querySelectorAll('svg')){
 const shapes=[];
 for(const node of svg.querySelectorAll('g.node'))
  for(const shape of node.querySelectorAll('circle,rect,path,ellipse'))
   if(shape.getAttribute('fill')!='none')shapes.push([node,shape]);
 for(const text of svg.querySelectorAll('text')){
  if(text.closest('[aria-hidden]'))continue;
  const box=text.getBoundingClientRect(),px=96/72,trim=box.height*0.22;
  const l=box.left+px,r=box.right-px,t=box.top+trim+px/2,b=box.bottom-trim-px/2;
  for(const [node,shape] of shapes){
   if(node.contains(text))continue;
   const s=shape.getBoundingClientRect();
   if(s.right<l||s.left>r||s.bottom<t||s.top>b)continue;
   const m=shape.getScreenCTM().inverse();let hit=0;
   for(let x=0;x<=40;x++)for(let y=0;y<=6;y++)
if(shape.isPointInFill(new DOMPoint(l+(r-l)*x/40,t+(b-t)*y/6).matrixTransform(m)))hit++;
   if(hit>2){out.push(text.textContent+' on '+node.getAttribute('data-id'));break;}}}
 out.push('-');}
const told=document.createElement('pre');told.id='told';told.textContent=out.join('\n');
document.body.replaceChildren(told);</script>";

#[test]
fn map_no_text_lies_on_a_mark_in_a_browser() {
    let Some(browser) = browser::command() else { return };
    let figures = &figures().1;
    let bodies = figures.iter().map(|(_, svg, _)| svg.split_once("?>").map_or(svg.as_str(), |(_, body)| body));
    let page = format!("<!DOCTYPE html><meta charset='utf-8'><body>{}{SCRIPT}", bodies.collect::<String>());
    let dom = browser::dom(browser, &page);
    let told = dom.split_once("<pre id=\"told\">").unwrap().1.split_once("</pre>").unwrap().0;
    assert_eq!(told.lines().filter(|line| *line == "-").count(), figures.len(), "{told}");
    let hits: Vec<&str> = told.lines().filter(|line| *line != "-").collect();
    assert!(hits.is_empty(), "{hits:#?}");
}
