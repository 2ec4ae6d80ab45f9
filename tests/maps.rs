//! Partnership maps, measured: what a reader would trip over is counted and must not be there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use collabgraph::answer::figure::Figure;
use collabgraph::answer::language::Language;
use collabgraph::answer::statistics::{Statistics, statistics};
use collabgraph::corpus::table::Corpus;
use collabgraph::drawing::frame::Options;
use collabgraph::drawing::map;
use collabgraph::drawing::theme::Scheme;
use collabgraph::network::counting::Projection;
use collabgraph::network::graph::Network;
use collabgraph::render::svg;

/// Draws a map; leaves it in the folder of `MAPS_OUT`, when that is set, to be looked at.
fn drawn(name: &str, corpus: &Corpus, projection: Projection, options: &Options) -> (Figure, Statistics) {
    let network = Network::one_mode(corpus, projection);
    let figure = map::compose(&network, options).unwrap();
    let stats = statistics(&figure);
    if let Some(folder) = std::env::var_os("MAPS_OUT") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.svg")), svg::write(&figure)).unwrap();
        println!("{name} {stats:?}");
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
    let corpus = support::korea();
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
        }
    }
}
