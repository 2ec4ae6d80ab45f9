//! Partnership maps, measured: what a reader would trip over is counted and must not be there.

use crate::support::pictures;
use crate::support::pictures::Detail;
use collabgraph::answer::figure::Figure;
use collabgraph::answer::language::Language;
use collabgraph::answer::mark::{Mark, MarkGroup, MarkRole, flatten};
use collabgraph::answer::statistics::{Statistics, statistics};
use collabgraph::corpus::institution::Names;
use collabgraph::corpus::table::Corpus;
use collabgraph::drawing::frame::Options;
use collabgraph::drawing::map;
use collabgraph::drawing::theme::Scheme;
use collabgraph::geometry::{ConvexPolygon, Point};
use collabgraph::layout::distance::DistanceMatrix;
use collabgraph::layout::quality;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::network::graph::Network;
use collabgraph::render::svg;

/// Draws a map; leaves it in the folder of `MAPS_OUT`, when that is set, to be looked at.
fn drawn(name: &str, corpus: &Corpus, projection: Projection, options: &Options) -> (Figure, Statistics) {
    let network = Network::one_mode(corpus, projection);
    let figure = map::compose(&network, options).unwrap();
    let stats = statistics(&figure);
    if let Some(folder) = std::env::var_os("MAPS_OUT") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.svg")), svg::write(&figure)).unwrap();
        println!("{name} stress {:.3} names {} {stats:?}", stress(&figure), names(&figure));
    }
    (figure, stats)
}

fn clean(name: &str, stats: &Statistics) {
    assert_eq!(stats.overlapping_labels, 0, "{name}: labels overlap");
    assert_eq!(stats.labels_over_foreign_nodes, 0, "{name}: labels over nodes");
    assert_eq!(stats.overlapping_nodes, 0, "{name}: nodes overlap");
    assert_eq!(stats.outside, 0, "{name}: marks outside");
    assert_eq!(stats.labels_crossed, 0, "{name}: labels crossed");
    assert!(stats.smallest_type >= 6.0 || stats.smallest_type == 0.0, "{name}");
}

#[test]
fn the_korean_map_is_clean() {
    let corpus = pictures::korea();
    for width_mm in [170.0, 85.0] {
        for language in [Language::Both, Language::Korean, Language::English] {
            let options = Options { width_mm, language, ..Options::default() };
            let name = format!("korea-{width_mm}-{language:?}");
            let (figure, stats) = drawn(&name, &corpus, Projection::default(), &options);
            clean(&name, &stats);
            assert_eq!(stats.crossings, 0, "{name}");
            assert!(stats.empty_cells <= 0.30, "{name}: {}", stats.empty_cells);
            assert_eq!((stats.nodes, stats.edges), (15, 15), "14 institutions and a pill; 9 edges and 6 spokes");
            assert!(figure.height_mm() <= 235.0);
            assert!(stress(&figure) <= 0.10, "{name}: {}", stress(&figure));
        }
    }
}

#[test]
fn a_theme_changes_colours_only() {
    let corpus = pictures::korea();
    let places = |scheme| {
        let options = Options { scheme, ..Options::default() };
        let (figure, _) = drawn(&format!("korea-{scheme:?}"), &corpus, Projection::default(), &options);
        figure.nodes().iter().map(|(node, _)| node.outline.clone()).collect::<Vec<_>>()
    };
    assert_eq!(places(Scheme::Light), places(Scheme::Dark));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let corpus = pictures::korea();
    let network = Network::one_mode(&corpus, Projection::default());
    let write = || svg::write(&map::compose(&network, &Options::default()).unwrap());
    assert_eq!(write(), write());
}

fn plain(number: usize) -> Names {
    Names::plain(&format!("Institute {}", number + 1))
}

/// Draws at both widths and looks for faults.
fn hard(name: &str, corpus: &Corpus, projection: Projection) {
    for width_mm in [170.0, 85.0] {
        let options = Options { width_mm, ..Options::default() };
        let (_, stats) = drawn(&format!("{name}-{width_mm}"), corpus, projection, &options);
        clean(&format!("{name}-{width_mm}"), &stats);
    }
}

const ALL: Projection = Projection { counting: Counting::Full, max_team: None };

#[test]
fn nothing_one_and_two() {
    hard("none", &pictures::made(&[], plain, Detail::Full), ALL);
    hard("one", &pictures::made(&[vec![0]], plain, Detail::Full), ALL);
    hard("two", &pictures::made(&[vec![0], vec![1]], plain, Detail::Full), ALL);
    hard("tied", &pictures::made(&[vec![0, 1]], plain, Detail::Bare), ALL);
}

#[test]
fn consortia_are_pills() {
    let clique = pictures::made(&[(0..12).collect()], plain, Detail::Full);
    hard("clique-12", &clique, ALL);
    let large = pictures::made(&[(0..37).collect()], plain, Detail::Full);
    hard("team-37", &large, ALL);
    let (figure, _) = drawn("team-37-capped", &large, Projection::default(), &Options::default());
    assert!(figure.metadata().excluded.iter().any(|told| told.contains("37")), "{:?}", figure.metadata().excluded);
}

#[test]
fn whoever_has_no_tie_stands_in_columns_with_a_name() {
    // The cap leaves the large team out: 35 of its members have no tie, and the pair keeps its evidence.
    let corpus = pictures::made(&[(0..37).collect(), vec![0, 20]], plain, Detail::Full);
    for width_mm in [170.0, 85.0] {
        let options = Options { width_mm, ..Options::default() };
        let (figure, stats) = drawn(&format!("capped-{width_mm}"), &corpus, Projection::default(), &options);
        clean("capped", &stats);
        assert_eq!((stats.nodes, stats.edges, stats.labels_shown), (37, 1, 37));
        let rows: std::collections::BTreeSet<i64> =
            figure.nodes().iter().map(|(node, _)| (node.outline.bounds().center().y * 10.0) as i64).collect();
        assert!(rows.len() < 16, "{} rows", rows.len());
        let said = svg::write(&figure);
        assert!(!said.contains("Too dense") && said.contains("37 institutions"), "{:?}", figure.metadata().excluded);
    }
}

#[test]
fn whoever_has_no_partner_is_a_name_in_a_line_below() {
    // A pair, a triangle, and twelve institutions with works of their own.
    let teams = [vec![vec![0, 1], vec![2, 3, 4]], (5..17).map(|one| vec![one]).collect()].concat();
    let corpus = pictures::made(&teams, plain, Detail::Full);
    for width_mm in [170.0, 85.0] {
        let options = Options { width_mm, ..Options::default() };
        let (figure, stats) = drawn(&format!("listed-{width_mm}"), &corpus, ALL, &options);
        clean("listed", &stats);
        assert_eq!((stats.nodes, stats.labels_shown), (17, 17));
        let boxes: Vec<_> = figure.nodes().iter().map(|(node, _)| node.outline.bounds()).collect();
        let (listed, drawn): (Vec<_>, Vec<_>) = boxes.into_iter().partition(|one| one.height() < 8.0);
        assert_eq!(listed.len(), 12);
        let lowest = drawn.iter().map(|one| one.bottom).fold(0.0, f64::max);
        assert!(listed.iter().all(|one| one.top > lowest), "small marks below the map");
        let rows: std::collections::BTreeSet<i64> = listed.iter().map(|one| (one.center().y * 10.0) as i64).collect();
        assert!(rows.len() <= if width_mm > 100.0 { 2 } else { 4 }, "{} rows", rows.len());
        assert!(svg::write(&figure).contains("No partners:"));
    }
}

#[test]
fn pairs_that_make_a_clique() {
    let teams: Vec<Vec<usize>> = (0..6).flat_map(|a| (a + 1..6).map(move |b| vec![a, b])).collect();
    let corpus = pictures::made(&teams, plain, Detail::Bare);
    let (_, stats) = drawn("pairs-6", &corpus, ALL, &Options::default());
    assert_eq!((stats.overlapping_labels, stats.overlapping_nodes, stats.outside), (0, 0, 0));
}

#[test]
fn short_and_long_names() {
    let teams = [vec![0, 1], vec![1, 2], vec![2, 3], vec![3, 4, 5], vec![0, 5]];
    for (kind, letter) in [("hangul", "가"), ("latin", "W")] {
        for length in [1, 80] {
            let name = |number: usize| {
                let mut names = Names::plain(&format!("{}{number}", letter.repeat(length)));
                names.name_ko = Some(format!("{}{number}", "힣".repeat(length)));
                names
            };
            hard(&format!("names-{kind}-{length}"), &pictures::made(&teams, name, Detail::Full), ALL);
        }
    }
}

#[test]
fn hostile_names_stay_names() {
    let names =
        ["<script>alert(1)</script>", "]]>", "\"quoted\" & 'so'", "연구소 🧪", "\u{202e}مختبر", "a\u{0}b\u{7}c", ""];
    let teams = [vec![0, 1], vec![1, 2], vec![2, 3, 4], vec![4, 5], vec![5, 6]];
    let corpus = pictures::made(&teams, |number| Names::plain(names[number]), Detail::Full);
    let (figure, stats) = drawn("hostile", &corpus, ALL, &Options::default());
    clean("hostile", &stats);
    let text = svg::write(&figure);
    assert!(!text.contains("<script"));
    roxmltree::Document::parse(&text).unwrap();
}

#[test]
fn the_world_map_is_clean() {
    let corpus = pictures::world();
    let options = Options { width_mm: 170.0, ..Options::default() };
    let (figure, stats) = drawn("world-170", &corpus, Projection::default(), &options);
    clean_world("world-170", &stats);
    assert_eq!((stats.nodes, stats.edges), (207, 523));
    assert!(figure.height_mm() <= 235.0, "{}", figure.height_mm());
    assert!(stress(&figure) <= 0.23, "{}", stress(&figure));
    assert!(names(&figure) >= 100, "{}", names(&figure));
    assert!(stats.labels_nearest_foreign * 100 <= names(&figure) * 3);
    let led = groups(&figure).into_iter().filter(|group| group.class == "led").count();
    assert!(led <= 8, "{led} leader lines");
    let hulls: Vec<ConvexPolygon> = groups(&figure)
        .into_iter()
        .filter(|group| group.class == "cluster")
        .map(|group| match &group.marks[0] {
            Mark::Path(steps, _) => ConvexPolygon(flatten(steps, 8).into_iter().map(|piece| piece.0).collect()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(hulls.len() >= 6);
    for (number, hull) in hulls.iter().enumerate() {
        assert!(hulls[number + 1..].iter().all(|other| !hull.overlaps(other)), "hulls overlap");
    }
    assert!(
        figure.metadata().excluded.iter().any(|told| told.contains("StarCoder")),
        "{:?}",
        figure.metadata().excluded
    );
}

fn clean_world(name: &str, stats: &Statistics) {
    assert_eq!(stats.overlapping_labels, 0, "{name}: labels overlap");
    assert_eq!(stats.labels_over_foreign_nodes, 0, "{name}: labels over nodes");
    assert_eq!(stats.overlapping_nodes, 0, "{name}: nodes overlap");
    assert_eq!(stats.outside, 0, "{name}: marks outside");
    assert!(stats.empty_cells <= 0.30, "{name}: {}", stats.empty_cells);
}

fn groups(figure: &Figure) -> Vec<&MarkGroup> {
    fn collect<'f>(marks: &'f [Mark], groups: &mut Vec<&'f MarkGroup>) {
        for mark in marks {
            if let Mark::Group(group) = mark {
                groups.push(group);
                collect(&group.marks, groups);
            }
        }
    }
    let mut found = Vec::new();
    collect(figure.marks(), &mut found);
    found
}

/// Number of institutions with a name.
fn names(figure: &Figure) -> usize {
    groups(figure).iter().filter(|group| matches!(group.role, MarkRole::Label(_))).count()
}

/// Normalised stress by steps over the drawn ties.
fn stress(figure: &Figure) -> f64 {
    let nodes = figure.nodes();
    let points: Vec<Point> = nodes.iter().map(|(node, _)| node.outline.bounds().center()).collect();
    let number = |key: &str| nodes.iter().position(|(node, _)| node.key == key).unwrap();
    let ties: Vec<(usize, usize)> = figure
        .edges()
        .iter()
        .flat_map(|(edge, _)| edge.targets.iter().map(|target| (number(&edge.source), number(target))))
        .collect();
    quality::normalised_stress(&points, &DistanceMatrix::hops(points.len(), ties.into_iter()))
}

#[test]
fn stars_rings_and_one_cluster() {
    let star: Vec<Vec<usize>> = (1..=60).map(|leaf| vec![0, leaf]).collect();
    large("star-60", &pictures::made(&star, plain, Detail::Full));
    let ring: Vec<Vec<usize>> = (0..70).map(|node| vec![node, (node + 1) % 70]).collect();
    large("ring-70", &pictures::made(&ring, plain, Detail::Bare));
    let team: Vec<Vec<usize>> = vec![(0..45).collect()];
    large("team-45", &pictures::made(&team, plain, Detail::Full));
}

/// A large map at both widths; whoever has no room for a name is counted in the source line.
fn large(name: &str, corpus: &Corpus) {
    for width_mm in [170.0, 85.0] {
        let options = Options { width_mm, ..Options::default() };
        let (figure, stats) = drawn(&format!("{name}-{width_mm}"), corpus, ALL, &options);
        assert_eq!(stats.overlapping_labels, 0, "{name}: labels overlap");
        assert_eq!(stats.labels_over_foreign_nodes, 0, "{name}: labels over nodes");
        assert_eq!(stats.overlapping_nodes, 0, "{name}: nodes overlap");
        assert_eq!(stats.outside, 0, "{name}: marks outside");
        let unnamed = figure.nodes().len() - names(&figure);
        let told = figure.metadata().excluded.iter().any(|told| told.contains(&unnamed.to_string()));
        assert!(unnamed == 0 || told, "{name}: {unnamed} without a name");
    }
}

#[test]
fn a_small_group_among_many_keeps_its_evidence() {
    let mut teams: Vec<Vec<usize>> = (0..50).map(|node| vec![node]).collect();
    teams.extend([vec![0, 1], vec![1, 2], vec![2, 3, 4]]);
    let corpus = pictures::made(&teams, plain, Detail::Full);
    let (figure, stats) = drawn("small-among-many", &corpus, ALL, &Options::default());
    clean("small-among-many", &stats);
    assert_eq!(stats.nodes, 5);
    assert!(figure.metadata().excluded.iter().any(|told| told.contains("45")), "{:?}", figure.metadata().excluded);
}

#[test]
fn more_than_a_page_shows_the_strongest() {
    let teams: Vec<Vec<usize>> = (1..420).map(|node| vec![node, node / 2]).collect();
    let corpus = pictures::made(&teams, plain, Detail::Full);
    let (figure, stats) = drawn("tree-420", &corpus, ALL, &Options::default());
    assert_eq!((stats.nodes, stats.overlapping_labels, stats.overlapping_nodes, stats.outside), (300, 0, 0, 0));
    assert!(figure.metadata().excluded.iter().any(|told| told.contains("420")), "{:?}", figure.metadata().excluded);
}
