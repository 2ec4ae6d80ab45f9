//! Pictures that stay: the same data at the same places, new institutions around the old ones.

use crate::support::pictures;
use collabgraph::answer::figure::Figure;
use collabgraph::answer::positions::NodePositions;
use collabgraph::answer::statistics::statistics;
use collabgraph::corpus::institution::Names;
use collabgraph::corpus::table::Corpus;
use collabgraph::drawing::frame::Options;
use collabgraph::drawing::map::{self, MapOptions};
use collabgraph::messages::Localizer;
use collabgraph::messages::language::Language;
use collabgraph::network::counting::Projection;
use collabgraph::network::graph::Network;
use collabgraph::render::{layout_file, lint, svg};
use std::collections::BTreeMap;

fn drawn(corpus: &Corpus, kept: Option<NodePositions>, width_mm: f64) -> Figure {
    let options = Options { width_mm, ..Options::default() };
    map::compose_subgraph(
        &Network::one_mode(corpus, Projection::default()),
        &MapOptions { previous: kept, ..MapOptions::default() },
        &options,
    )
    .unwrap()
}

/// The first shape of each node, as it is written.
fn shapes(svg: &str) -> BTreeMap<String, String> {
    let nodes = svg.split("<g id=\"").filter(|group| group.contains("class=\"node "));
    let shape = |group: &str| {
        let key = group.split_once("data-id=\"")?.1.split_once('"')?.0.to_owned();
        let places = layout_file::read(&format!("<svg data-view=\"map\"><g {}</g></svg>", group_of(group)?)).ok()?;
        let at = places.nodes.values().next()?.at;
        Some((key, format!("{:.2} {:.2}", at.x, at.y)))
    };
    nodes.filter_map(shape).collect()
}

fn group_of(group: &str) -> Option<String> {
    let (head, rest) = group.split_once('>')?;
    let attributes = head.split_once(' ')?.1;
    Some(format!("{attributes}>{}", rest.split_once("</title>")?.1.split_once("</g>")?.0))
}

fn plain(number: usize) -> Names {
    Names::plain(&format!("Institute {}", number + 1))
}

/// Pairs, a triangle and a consortium.
fn works() -> Vec<Vec<usize>> {
    vec![vec![0, 1], vec![1, 2], vec![2, 3], vec![3, 4, 5], vec![0, 6], vec![7, 8, 9, 10], vec![7, 11]]
}

fn sound(figure: &Figure) {
    let found = statistics(figure);
    let told = format!("{found:?}");
    assert_eq!((found.overlapping_labels, found.overlapping_nodes, found.outside), (0, 0, 0), "{told}");
    assert_eq!(found.labels_over_foreign_nodes, 0, "{told}");
}

#[test]
fn the_same_data_stand_at_the_same_places() {
    for corpus in [pictures::korea(), pictures::made(&works(), plain, pictures::Detail::Bare)] {
        for width in [170.0, 85.0] {
            let old = drawn(&corpus, None, width);
            let file = svg::write(&old);
            assert_eq!(shapes(&file).len(), old.nodes().len(), "all nodes are found");
            for kept in [
                layout_file::read(&file).unwrap(),
                layout_file::read(&layout_file::write(&NodePositions::of(&old))).unwrap(),
            ] {
                let new = drawn(&corpus, Some(kept), width);
                assert_eq!(shapes(&svg::write(&new)), shapes(&file));
                assert!(new.metadata().statements.iter().all(|one| one.id != "map-new"), "none is new");
                sound(&new);
            }
        }
    }
}

#[test]
fn who_is_new_settles_around_those_who_stay() {
    for width in [170.0, 85.0] {
        let old = drawn(&pictures::made(&works(), plain, pictures::Detail::Bare), None, width);
        let file = svg::write(&old);
        let mut more = works();
        more.extend([vec![1, 12], vec![13, 14]]);
        let corpus = pictures::made(&more, plain, pictures::Detail::Bare);
        let new = drawn(&corpus, Some(layout_file::read(&file).unwrap()), width);
        let (before, after) = (shapes(&file), shapes(&svg::write(&new)));
        assert_eq!(after.len(), before.len() + 3);
        let said = new.metadata().statements.iter().find(|one| one.id == "map-new").expect("new ones are named");
        let english = Localizer::new(Language::English).render(said);
        assert_eq!(english, "New against the earlier figure (3): Institute 13, Institute 14 and Institute 15.");
        for (key, at) in &before {
            assert_eq!(after.get(key), Some(at), "{key} at {width} mm");
        }
        sound(&new);
        assert!(lint::check(&[("new.svg", svg::write(&new).as_str())]).is_empty());
    }
}

/// A ring of communities: more institutions than a small map holds.
fn large() -> Vec<Vec<usize>> {
    let mut works = Vec::new();
    for community in 0..6 {
        let base = community * 10;
        for one in 0..10 {
            works.push(vec![base + one, base + (one + 1) % 10]);
            works.push(vec![base + one, base + (one + 3) % 10]);
        }
        works.push(vec![base, (base + 10) % 60]);
    }
    works
}

#[test]
fn large_maps_stay_too() {
    let corpus = pictures::made(&large(), plain, pictures::Detail::Bare);
    let old = drawn(&corpus, None, 170.0);
    let file = svg::write(&old);
    assert_eq!(shapes(&file).len(), 60);
    let kept = layout_file::read(&file).unwrap();
    assert!(kept.nodes.values().all(|spot| spot.cluster.is_some()));
    let again = drawn(&corpus, Some(kept.clone()), 170.0);
    assert_eq!(shapes(&svg::write(&again)), shapes(&file));
    assert_eq!(statistics(&again).hull_overlap.max(0.0), statistics(&old).hull_overlap.max(0.0));
    let mut more = large();
    more.extend([vec![5, 60], vec![60, 6], vec![25, 61]]);
    let new = drawn(&pictures::made(&more, plain, pictures::Detail::Bare), Some(kept), 170.0);
    let (before, after) = (shapes(&file), shapes(&svg::write(&new)));
    assert_eq!(after.len(), 62);
    assert!(new.metadata().statements.iter().any(|one| one.id == "map-new"), "new ones are named");
    assert!(before.iter().all(|(key, at)| after.get(key) == Some(at)));
    let found = statistics(&new);
    assert_eq!((found.overlapping_labels, found.overlapping_nodes, found.outside), (0, 0, 0), "{found:?}");
    assert!(found.hull_overlap <= 0.0, "{found:?}");
}

#[test]
fn places_that_cannot_be_kept_are_stretched_and_parted() {
    let corpus = pictures::made(&works(), plain, pictures::Detail::Bare);
    let old = NodePositions::of(&drawn(&corpus, None, 170.0));
    sound(&drawn(&corpus, Some(old.clone()), 120.0));
    let mut heap = old;
    heap.nodes.values_mut().for_each(|spot| spot.at = collabgraph::geometry::Point::new(5.0, 5.0));
    let new = drawn(&corpus, Some(heap), 170.0);
    assert_eq!(statistics(&new).overlapping_nodes, 0);
}

#[test]
fn layout_files_keep_to_their_schema() {
    let path = format!("{}/docs/schemas/layout.schema.json", env!("CARGO_MANIFEST_DIR"));
    let schema: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let figure = drawn(&pictures::made(&large(), plain, pictures::Detail::Bare), None, 170.0);
    let told: serde_json::Value = serde_json::from_str(&layout_file::write(&NodePositions::of(&figure))).unwrap();
    assert!(jsonschema::is_valid(&schema, &told));
    assert_eq!(told["nodes"].as_object().unwrap().len(), 60);
}
