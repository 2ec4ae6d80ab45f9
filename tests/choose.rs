//! Parts of the map, palettes, and given places.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/pictures.rs"]
mod support;

use collabgraph::answer::figure::Figure;
use collabgraph::answer::statistics::statistics;
use collabgraph::corpus::table::Corpus;
use collabgraph::drawing::frame::Options;
use collabgraph::drawing::map::{self, MapOptions};
use collabgraph::drawing::theme::{Palette, Scheme, Theme};
use collabgraph::geometry::Point;
use collabgraph::network::counting::Projection;
use collabgraph::network::graph::Network;
use collabgraph::render::svg;
use collabgraph::selection::choice::Choice;

fn drawn(corpus: &Corpus, map: &MapOptions) -> Figure {
    map::compose_subgraph(&Network::one_mode(corpus, Projection::default()), map, &Options::default()).unwrap()
}

fn keys(figure: &Figure) -> Vec<String> {
    figure.nodes().iter().map(|(node, _)| node.key.clone()).collect()
}

#[test]
fn a_part_says_what_it_leaves_out_and_never_makes_three_partners_two() {
    let corpus = support::made(&[vec![0, 1, 2], vec![0, 1]], plain, support::Detail::Bare);
    let figure =
        drawn(&corpus, &MapOptions { subgraph: Choice { top: Some(2), ..Choice::default() }, ..MapOptions::default() });
    assert_eq!(figure.nodes().len(), 2);
    let text = svg::write(&figure);
    assert!(text.contains("Model 1 (+1)"), "the third partner is counted");
    assert!(text.contains("Model 2") && !text.contains("Model 2 (+"));
    let told = figure.head().left_out.join(" ");
    assert!(told.contains('3') && told.contains('2'), "{told}");
}

fn plain(number: usize) -> collabgraph::corpus::institution::Names {
    collabgraph::corpus::institution::Names::plain(&format!("Institute {}", number + 1))
}

#[test]
fn a_focus_has_its_surroundings() {
    let corpus = support::korea();
    let kaist = corpus.institution_by_key("kaist").unwrap();
    let figure = drawn(
        &corpus,
        &MapOptions { subgraph: Choice { focus: Some((kaist, 1)), ..Choice::default() }, ..MapOptions::default() },
    );
    assert_eq!(figure.nodes().len(), 4, "{:?}", keys(&figure));
    assert_eq!(statistics(&figure).overlapping_labels, 0);
}

#[test]
fn given_places_keep_who_stands_between() {
    let teams: Vec<Vec<usize>> = (0..7).map(|node| vec![node, node + 1]).collect();
    let corpus = support::made(&teams, plain, support::Detail::Bare);
    let network = Network::one_mode(&corpus, Projection::default());
    let sketch = map::layout_graph(&network, &Choice::default());
    assert_eq!((sketch.keys.len(), sketch.ties.len()), (8, 7));
    let places = sketch.keys.iter().cloned().zip((0..8).map(|x| Point::new(f64::from(x), f64::from(x)))).collect();
    let figure = drawn(&corpus, &MapOptions { fixed_positions: Some(places), ..MapOptions::default() });
    // The whole may be turned and mirrored.
    let at: Vec<Point> = figure.nodes().iter().map(|(node, _)| node.outline.bounds().center()).collect();
    let apart = |a: usize, b: usize| (at[a].x - at[b].x).hypot(at[a].y - at[b].y);
    for node in 1..7 {
        assert!(apart(0, 7) > apart(0, node).max(apart(node, 7)), "{node}: {at:?}");
    }
    assert!(apart(0, 6) > apart(0, 1) && apart(7, 1) > apart(7, 6), "{at:?}");
    let stats = statistics(&figure);
    assert_eq!((stats.overlapping_labels, stats.overlapping_nodes, stats.outside), (0, 0, 0));
}

/// As with the map, nobody in a part is the answer "none".
#[test]
fn a_part_with_nobody_in_it_is_told_by_the_exit_code() {
    for view in ["map", "bipartite", "timeline", "matrix", "arc"] {
        for part in [["--min-weight", "99"], ["--component", "9"], ["--core", "50"]] {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_collab"));
            let status = command.args(["draw", view, "--quiet", "-o", "-"]).args(part).output().unwrap().status;
            assert_eq!(status.code(), Some(1), "{view} {part:?}");
        }
    }
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_collab"));
    let status = command.args(["draw", "map", "--backbone", "7", "-o", "-"]).output().unwrap().status;
    assert_eq!(status.code(), Some(2));
}

#[test]
fn palettes_change_clusters_alone() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let own = Theme::of(scheme);
        assert_eq!(own, Theme::with(scheme, Palette::Own));
        let tol = Theme::with(scheme, Palette::Tol);
        assert_eq!((tol.sectors, tol.ink, tol.clusters.len()), (own.sectors, own.ink, 6));
        assert_eq!(Theme::with(scheme, Palette::Vosviewer).clusters[0].to_string(), "#D62728");
        assert_eq!(Theme::with(scheme, Palette::OkabeIto).cluster(7), own.sectors[3]);
    }
}
