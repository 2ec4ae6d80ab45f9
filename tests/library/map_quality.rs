//! The map against Graphviz: crossings and stress of its layout, and of `fdp`, `neato` and `sfdp` placing the same marks at
//! their drawn sizes.

use crate::support::tables;
use collabgraph::answer::figure::Figure;
use collabgraph::answer::mark::{Mark, MarkGroup};
use collabgraph::corpus::Corpus;
use collabgraph::corpus::country::Country;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::filter::Filter;
use collabgraph::dataset::load;
use collabgraph::drawing::frame::Options;
use collabgraph::drawing::map::{self, MapOptions};
use collabgraph::geometry::Point;
use collabgraph::ingest;
use collabgraph::ingest::input::Input;
use collabgraph::layout::distance::DistanceMatrix;
use collabgraph::layout::quality;
use collabgraph::names::authority::Authority;
use collabgraph::network::counting::Projection;
use collabgraph::network::graph::Network;
use collabgraph::selection::subgraph::SubgraphSpec;
use std::io::Write;
use std::process::{Command, Stdio};

/// Crossings of straight ties without a common end, and normalised stress.
type Quality = (usize, f64);

/// Marks of a map: centers, widths and heights, and the ties between them.
struct Drawn {
    keys: Vec<String>,
    points: Vec<Point>,
    sizes: Vec<(f64, f64)>,
    ties: Vec<(usize, usize)>,
}

impl Drawn {
    fn of(figure: &Figure) -> Self {
        let nodes = figure.nodes();
        let boxes: Vec<_> = nodes.iter().map(|(node, _)| node.outline.bounds()).collect();
        let keys: Vec<String> = nodes.iter().map(|(node, _)| node.key.clone()).collect();
        let number = |key: &str| keys.iter().position(|one| one == key).unwrap();
        let ends = figure.edges().into_iter().flat_map(|(edge, _)| {
            edge.targets.iter().map(|target| (number(&edge.source), number(target))).collect::<Vec<_>>()
        });
        Self {
            ties: ends.collect(),
            points: boxes.iter().map(|one| one.center()).collect(),
            sizes: boxes.iter().map(|one| (one.width(), one.height())).collect(),
            keys,
        }
    }

    fn quality(&self, points: &[Point]) -> Quality {
        let hops = DistanceMatrix::hops(points.len(), self.ties.iter().copied());
        (quality::crossings(points, &self.ties), quality::normalised_stress(points, &hops))
    }

    /// Quality of the layout of a program of Graphviz; `None` where it is not installed.
    fn placed_by(&self, program: &str) -> Option<Quality> {
        let mut graph = String::from("graph G { node [shape=box, fixedsize=true, label=\"\"];\n");
        for (mark, (wide, high)) in self.sizes.iter().enumerate() {
            graph += &format!("n{mark} [width={:.4}, height={:.4}];\n", wide / 72.0, high / 72.0);
        }
        self.ties.iter().for_each(|(a, b)| graph += &format!("n{a} -- n{b};\n"));
        graph += "}";
        let mut command = Command::new(program);
        command.args(["-Tplain", "-Goverlap=prism"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let Ok(mut child) = command.spawn() else {
            assert!(std::env::var_os("CI").is_none(), "CI has no {program}");
            println!("skipped: there is no {program} here");
            return None;
        };
        child.stdin.take().unwrap().write_all(graph.as_bytes()).unwrap();
        let output = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
        let mut points = vec![Point::default(); self.points.len()];
        for line in output.lines().filter(|line| line.starts_with("node ")) {
            let words: Vec<&str> = line.split(' ').collect();
            let mark: usize = words[1].trim_start_matches('n').parse().unwrap();
            points[mark] = Point::new(words[2].parse().unwrap(), words[3].parse().unwrap());
        }
        Some(self.quality(&points))
    }
}

fn drawn(corpus: &Corpus, subgraph: SubgraphSpec, width_mm: f64) -> Figure {
    let network = Network::one_mode(corpus, Projection::default());
    let map = MapOptions { subgraph, ..MapOptions::default() };
    map::compose_subgraph(&network, &map, &Options { width_mm, ..Options::default() }).unwrap()
}

/// Checks a map against the better of two programs, measure by measure.
fn compare(name: &str, figure: &Figure, programs: [&str; 2], (max_crossings, max_stress): (f64, f64)) {
    let drawn = Drawn::of(figure);
    let ours = drawn.quality(&drawn.points);
    let theirs: Vec<Quality> = programs.into_iter().filter_map(|program| drawn.placed_by(program)).collect();
    if theirs.len() < programs.len() {
        return;
    }
    println!("{name}: {ours:?}, {programs:?} {theirs:?}");
    let crossings = theirs.iter().map(|one| one.0).min().unwrap();
    let stress = theirs.iter().map(|one| one.1).fold(f64::INFINITY, f64::min);
    assert!(ours.0 as f64 <= max_crossings * crossings as f64, "{name}: {} crossings against {crossings}", ours.0);
    assert!(ours.1 <= max_stress * stress, "{name}: stress {:.3} against {stress:.3}", ours.1);
}

fn april() -> Option<Corpus> {
    let path = tables::shared(tables::EPOCH)?;
    let options = ingest::options::Options { authority: Authority::built_in(), ..Default::default() };
    Some(load(&[Input::Path(path)], &options).unwrap().corpus)
}

fn country(code: &str) -> Filter {
    Filter { countries: Country::parse(code).into_iter().collect(), ..Filter::default() }
}

#[test]
fn detailed_maps_are_near_the_best_of_graphviz() {
    let Some(whole) = april() else { return };
    let since = Filter { since: Date::parse_iso("2024"), ..Filter::default() };
    let top = |top| SubgraphSpec { top: Some(top), ..SubgraphSpec::default() };
    let weight = SubgraphSpec { min_weight: Some(2.0), ..SubgraphSpec::default() };
    for (name, filter, subgraph) in [
        ("GB", country("GB"), SubgraphSpec::default()),
        ("FR", country("FR"), SubgraphSpec::default()),
        ("since 2024", since, SubgraphSpec::default()),
        ("top 12", Filter::default(), top(12)),
        ("top 25", Filter::default(), top(25)),
        ("CN", country("CN"), SubgraphSpec::default()),
        ("CA", country("CA"), SubgraphSpec::default()),
        ("DE", country("DE"), SubgraphSpec::default()),
        ("weight 2", Filter::default(), weight),
    ] {
        let corpus = whole.filtered(&filter);
        // Many small components in a page of one scale: a little less room for each.
        let max_stress = if name == "weight 2" { 1.6 } else { 1.5 };
        compare(name, &drawn(&corpus, subgraph, 170.0), ["fdp", "neato"], (1.3, max_stress));
    }
}

#[test]
fn narrow_maps_are_near_the_best_of_graphviz() {
    let Some(whole) = april() else { return };
    for code in ["GB", "FR"] {
        compare(
            code,
            &drawn(&whole.filtered(&country(code)), SubgraphSpec::default(), 85.0),
            ["fdp", "neato"],
            (1.3, 1.5),
        );
    }
}

/// Groups of marks at any depth.
fn groups<'f>(marks: &'f [Mark], found: &mut Vec<&'f MarkGroup>) {
    for mark in marks {
        if let Mark::Group(group) = mark {
            found.push(group);
            groups(&group.marks, found);
        }
    }
}

#[test]
fn the_world_map_is_near_sfdp_and_keeps_clusters_together() {
    let Some(whole) = april() else { return };
    let figure = drawn(&whole, SubgraphSpec::default(), 170.0);
    compare("world", &figure, ["sfdp", "sfdp"], (1.1, 1.15));
    let drawn = Drawn::of(&figure);
    let mut found = Vec::new();
    groups(figure.marks(), &mut found);
    let datum =
        |group: &MarkGroup, name: &str| group.data.iter().find(|(key, _)| *key == name).map(|one| one.1.clone());
    let cluster_of = |key: &String| {
        let group = found.iter().find(|group| datum(group, "id").as_ref() == Some(key)).unwrap();
        datum(group, "cluster").unwrap()
    };
    let cluster: Vec<String> = drawn.keys.iter().map(cluster_of).collect();
    let mut same = 0;
    for (mark, at) in drawn.points.iter().enumerate() {
        let mut others: Vec<usize> = (0..drawn.points.len()).filter(|&other| other != mark).collect();
        others.sort_by(|&a, &b| at.distance(drawn.points[a]).total_cmp(&at.distance(drawn.points[b])));
        same += others[..5].iter().filter(|&&other| cluster[other] == cluster[mark]).count();
    }
    let share = same as f64 / (5 * drawn.points.len()) as f64;
    assert!(share >= 0.75, "{share:.3} of the five nearest are of the same cluster");
}
