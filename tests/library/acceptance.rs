//! What every figure must hold, row by row, on all views of the embedded data and of the world's table, and on hard
//! cases. `COLLAB_PICTURES=folder` leaves the figures there.

use crate::support::gallery::{Shown, VIEWS, figures};
use crate::support::{figures, gallery};
use collabgraph::answer::language::Language;
use collabgraph::answer::mark::{Color, Mark, MarkRole};
use collabgraph::answer::statistics::Statistics;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::builder::{CorpusBuilder, WorkFacts};
use collabgraph::corpus::date::Date;
use collabgraph::corpus::institution::{Institution, Names, Sector};
use collabgraph::drawing::frame::Options;
use collabgraph::drawing::map;
use collabgraph::drawing::theme::{DARK, LIGHT, Scheme};
use collabgraph::network::counting::Projection;
use collabgraph::network::graph::Network;
use collabgraph::render::{lint, svg};
use rayon::prelude::*;

/// Collects what is wrong over many figures, so that one run tells all.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn need(&mut self, holds: bool, told: impl FnOnce() -> String) {
        if !holds {
            self.0.push(told());
        }
    }

    #[track_caller]
    fn none(self) {
        assert!(self.0.is_empty(), "{} faults:\n{}", self.0.len(), self.0.join("\n"));
    }
}

/// The rows that hold for every figure, however hard its data.
fn sound(name: &str, found: &Statistics, faults: &mut Faults) {
    let counts = [
        ("overlapping labels", found.overlapping_labels),
        ("labels over foreign nodes", found.labels_over_foreign_nodes),
        ("overlapping nodes", found.overlapping_nodes),
        ("marks outside", found.outside),
        ("faint texts", found.faint_texts),
    ];
    for (what, count) in counts {
        faults.need(count == 0, || format!("{name}: {count} {what} ({:?})", found.text_contrast));
    }
    // Above 40 nodes ties pass under the halos of names.
    faults.need(found.nodes > 40 || found.labels_crossed == 0, || format!("{name}: {} crossed", found.labels_crossed));
    let size = found.smallest_type;
    faults.need(size >= 6.0 || size == 0.0, || format!("{name}: type of {size}"));
    faults.need(found.hull_overlap == 0.0, || format!("{name}: hulls overlap by {}", found.hull_overlap));
    // Cells of a matrix are a scale from faint to strong; their digits tell them.
    let contrast = found.mark_contrast.filter(|_| !name.contains("matrix"));
    faults.need(contrast.is_none_or(|contrast| contrast >= 3.0), || format!("{name}: marks of {contrast:?}"));
}

/// Bytes that a figure may take: by nodes (models of a timeline included) and ties, works of several among them.
fn budget(shown: &Shown) -> usize {
    let classed = |class: &str| shown.svg.matches(&format!("class=\"{class}")).count();
    700 * classed("node ") + 350 * (classed("edge\"") + classed("hyperedge\"") + classed("hyperedge ")) + 6 * 1024
}

#[test]
fn every_figure_is_sound() {
    let mut faults = Faults::default();
    for shown in figures().iter() {
        let (name, found, figure) = (shown.name(), &shown.found, &shown.figure);
        sound(&name, found, &mut faults);
        let size = (figure.width_mm(), figure.height_mm());
        faults.need((size.0 - shown.options.width_mm).abs() < 0.01, || format!("{name}: {} mm wide", size.0));
        faults.need(size.1 <= 235.01, || format!("{name}: {} mm high", size.1));
        let (bytes, most) = (found.bytes.unwrap(), budget(shown));
        faults.need(bytes <= most, || format!("{name}: {bytes} bytes, budget {most}"));
        // The row is about figures in both languages; with one there is less to write.
        let most = if matches!(shown.view, "matrix" | "arc") { 0.40 } else { 0.30 };
        let bilingual = shown.options.language == Language::Both;
        faults.need(!bilingual || found.empty_cells <= most, || format!("{name}: {:.3} empty", found.empty_cells));
    }
    faults.none();
}

#[test]
fn every_cell_of_a_matrix_is_seen() {
    let mut faults = Faults::default();
    let mut cells = 0;
    for shown in figures().iter().filter(|shown| shown.view == "matrix") {
        let page = shown.figure.metadata().page;
        for (edge, group) in shown.figure.edges() {
            // The scale begins pale: such a cell has its number in it, or a line around it.
            let numbered = group.marks.iter().any(|mark| matches!(mark, Mark::Text(_)));
            let outlined = group.marks.iter().any(|mark| {
                matches!(mark, Mark::Rect(_, _, paint) if paint.stroke.is_some_and(|line| line.contrast(page) >= 3.0))
            });
            let seen = edge.color.contrast(page) >= 3.0 || numbered || outlined;
            faults.need(seen, || format!("{}: {} – {:?}", shown.name(), edge.source, edge.targets));
            cells += 1;
        }
    }
    assert!(cells > 24, "{cells} cells");
    faults.none();
}

#[test]
fn the_measures_for_looking_at() {
    for shown in figures().iter().filter(|shown| shown.is_plain()) {
        let Statistics { nodes, edges, ties, labels_nearest_foreign: near, crossings, .. } = shown.found;
        let Statistics { labels_shown, leader_lines, stress, empty_cells, labels_crossed, .. } = shown.found;
        println!(
            "| {} | {nodes} | {edges}/{ties} | crossings {crossings} | stress {} | empty {:.1} % | labels {labels_shown}, \
             {leader_lines} led, {near} nearer to another, {labels_crossed} crossed | contrast {:.2} / {:.2} | {} B | {:.0} mm |",
            shown.name(),
            stress.map_or("–".to_owned(), |stress| format!("{stress:.3}")),
            empty_cells * 100.0,
            shown.found.text_contrast.unwrap_or(0.0),
            shown.found.mark_contrast.unwrap_or(0.0),
            shown.svg.len(),
            shown.figure.height_mm(),
        );
    }
    let Some(folder) = std::env::var_os("COLLAB_PICTURES") else { return };
    for shown in figures() {
        std::fs::write(std::path::Path::new(&folder).join(format!("{}.svg", shown.name())), &shown.svg).unwrap();
    }
}

/// Nodes, lines, ties and most crossings of the embedded data's figures.
const KOREA: [(&str, (usize, usize, usize), usize); 6] = [
    ("bipartite", (31, 26, 40), 2),
    // 14 institutions and the pill of the six; 9 edges and 6 spokes for the 24 pairs.
    ("map", (15, 15, 15), 0),
    ("ego", (8, 9, 9), 0),
    ("path", (14, 24, 24), usize::MAX),
    ("matrix", (14, 24, 24), 0),
    ("arc", (15, 15, 15), 15),
];

#[test]
fn the_embedded_data_are_all_there() {
    let mut faults = Faults::default();
    for shown in figures().iter().filter(|shown| shown.data == "korea") {
        let (name, found) = (shown.name(), &shown.found);
        if let Some((view, counts, crossings)) = KOREA.iter().find(|row| row.0 == shown.view) {
            let drawn = (found.nodes, found.edges, found.ties);
            // Without a way between the two, how their groups are shown is the view's choice.
            faults.need(drawn == *counts || *view == "path" && found.nodes == 14, || format!("{name}: {drawn:?}"));
            faults.need(found.crossings <= *crossings, || format!("{name}: {} crossings", found.crossings));
        }
        // One column has no room for models of one institution beside the joint ones; that is told.
        let fits = shown.view != "timeline" || shown.options.width_mm > 120.0;
        faults.need(!fits || shown.figure.metadata().excluded.is_empty(), || {
            format!("{name}: {:?}", shown.figure.metadata().excluded)
        });
        if matches!(shown.view, "bipartite" | "map" | "ego" | "matrix" | "arc" | "timeline") {
            let (named, nodes) = (found.labels_shown, found.labels_wanted);
            faults.need(named == nodes, || format!("{name}: {named} of {nodes} nodes have a name"));
        }
        if shown.view == "map" {
            faults.need(found.stress.unwrap() <= 0.10, || format!("{name}: stress {:?}", found.stress));
        }
    }
    faults.none();
}

#[test]
fn the_world_is_as_readable() {
    let mut faults = Faults::default();
    for shown in figures().iter().filter(|shown| shown.data == "world") {
        let (name, found) = (shown.name(), &shown.found);
        faults.need(shown.view == "path" || !shown.figure.metadata().excluded.is_empty(), || {
            format!("{name}: nothing told")
        });
        match (shown.view, shown.options.width_mm < 120.0) {
            ("map", narrow) => world_map(&name, shown, narrow, &mut faults),
            ("matrix", narrow) => {
                faults.need(found.nodes == if narrow { 16 } else { 28 }, || format!("{name}: {} nodes", found.nodes));
            }
            ("path", _) => {
                let counts = (found.nodes, found.edges, found.crossings);
                faults.need(counts == (7, 8, 0), || format!("{name}: {counts:?}"));
            }
            _ => {}
        }
    }
    faults.none();
}

fn world_map(name: &str, shown: &Shown, narrow: bool, faults: &mut Faults) {
    let found = &shown.found;
    let labels = found.labels_shown;
    faults.need(found.leader_lines <= 8, || format!("{name}: {} leader lines", found.leader_lines));
    let near = found.labels_nearest_foreign;
    faults.need(near * 100 <= labels * 3, || format!("{name}: {near} of {labels} labels nearest to a foreign node"));
    if narrow {
        return;
    }
    faults.need((found.nodes, found.edges) == (206, 522), || format!("{name}: {} {}", found.nodes, found.edges));
    faults.need(found.stress.unwrap() <= 0.23, || format!("{name}: stress {:?}", found.stress));
    faults.need(labels >= 100, || format!("{name}: {labels} labels"));
    let unnamed = unnamed_of_the_top(shown, 28);
    faults.need(unnamed.is_empty(), || format!("{name}: without a name {unnamed:?}"));
}

/// Those of the institutions with the most models and partners that have no name on the map.
fn unnamed_of_the_top(shown: &Shown, top: usize) -> Vec<String> {
    let texts = shown.figure.texts();
    let edges = shown.figure.edges();
    let mut ranked: Vec<(f64, String)> = shown
        .figure
        .nodes()
        .into_iter()
        .filter(|(_, group)| matches!(group.role, MarkRole::Node(_)))
        .map(|(node, group)| {
            let models = group.data.iter().find(|(name, _)| *name == "models").map_or(0.0, |(_, n)| n.parse().unwrap());
            let ends = |key: &String| *key == node.key;
            let degree = edges.iter().filter(|(edge, _)| ends(&edge.source) || edge.targets.iter().any(ends)).count();
            (models + 0.5 * degree as f64, node.key.clone())
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let named = |key: &str| texts.iter().any(|(_, owners)| owners[..] == [key]);
    ranked.into_iter().take(top).map(|(_, key)| key).filter(|key| !named(key)).collect()
}

#[test]
fn a_theme_changes_colours_only() {
    let without_colours = |shown: &Shown| -> Vec<String> {
        let document = roxmltree::Document::parse(&shown.svg).unwrap();
        let kept = |name: &str| {
            !matches!(name, "fill" | "stroke" | "data-theme" | "id" | "aria-labelledby" | "href" | "fill-opacity")
        };
        let told = |node: roxmltree::Node<'_, '_>| {
            let attributes: Vec<String> = node
                .attributes()
                .filter(|attribute| kept(attribute.name()))
                .map(|attribute| format!("{}={}", attribute.name(), attribute.value()))
                .collect();
            format!("{} {} {}", node.tag_name().name(), attributes.join(" "), node.text().unwrap_or_default())
        };
        document.descendants().filter(roxmltree::Node::is_element).map(told).collect()
    };
    let mut pairs = 0;
    for dark in figures().iter().filter(|shown| shown.options.scheme == Scheme::Dark) {
        let same = |shown: &&Shown| shown.is(dark.data, dark.view) && shown.options.width_mm == dark.options.width_mm;
        let light = figures().iter().filter(|shown| shown.is_plain()).find(same).unwrap();
        let (light, other) = (without_colours(light), without_colours(dark));
        let differing = light.iter().zip(&other).find(|(one, other)| one != other);
        assert!(light.len() == other.len() && differing.is_none(), "{}: {differing:?}", dark.name());
        pairs += 1;
    }
    assert!(pairs >= 14);
}

#[test]
fn same_input_same_bytes() {
    let again: Vec<&Shown> = figures().iter().filter(|shown| shown.is_plain() && !shown.is("world", "map")).collect();
    again.into_par_iter().for_each(|shown| {
        let corpus = if shown.data == "korea" { gallery::korea() } else { gallery::world() };
        let figure = gallery::draw(corpus, shown.view, &shown.options).unwrap();
        assert!(svg::write(&figure) == shown.svg, "{}", shown.name());
    });
}

#[test]
fn one_page_holds_all_figures() {
    let names: Vec<String> = figures().iter().map(Shown::name).collect();
    let page: Vec<(&str, &str)> =
        names.iter().zip(figures()).map(|(name, shown)| (name.as_str(), shown.svg.as_str())).collect();
    let findings = lint::check(&page);
    assert!(findings.is_empty(), "{} findings, the first: {:#?}", findings.len(), findings[0]);
}

#[test]
fn statistics_keep_to_their_schema() {
    let path = format!("{}/docs/schemas/statistics.schema.json", env!("CARGO_MANIFEST_DIR"));
    let schema: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let nothing = gallery::shown("none", &figures::plain(&[]), "bipartite", Options::default()).unwrap();
    for shown in figures().iter().chain([&nothing]) {
        let record = serde_json::to_value(&shown.found).unwrap();
        let errors: Vec<String> = validator.iter_errors(&record).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", shown.name());
    }
    assert!(serde_json::to_value(&Statistics { stress: None, ..nothing.found }).unwrap()["stress"].is_null());
}

// ---- hard cases ------------------------------------------------------------------------------------------------

/// A corpus of dated teams whose members all are of one sector.
fn dated(teams: &[Vec<String>]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    let mut handles = std::collections::BTreeMap::new();
    for (number, team) in teams.iter().enumerate() {
        let mut members = Vec::new();
        for name in team {
            members.push(*handles.entry(name.clone()).or_insert_with(|| {
                let sectors = vec![Sector::Education];
                builder.institution(Institution { names: Names::plain(name), sectors, ..Institution::default() })
            }));
        }
        let (name, date) = (format!("Model {number}"), Date::year(2015 + (number % 9) as u16));
        builder.work(&WorkFacts { name: &name, date, institutions: &members, ..WorkFacts::default() });
    }
    builder.finish()
}

/// The hard cases: the plain ones (no dates, no sectors), and one cluster of many.
fn hard_cases() -> Vec<(&'static str, Corpus)> {
    let lab = |number: usize| format!("Laboratory {number}");
    let ring: Vec<Vec<String>> = (0..10).map(|at| vec![lab(at), lab((at + 1) % 10)]).collect();
    let mut cases = figures::hard_cases();
    cases.push(("one cluster", dated(&ring)));
    cases.push(("one team of 45", dated(&[(0..45).map(lab).collect()])));
    cases
}

#[test]
fn hard_cases_are_sound_in_every_view() {
    let cases = hard_cases();
    let asked: Vec<(&str, &Corpus, &'static str, f64)> = cases
        .iter()
        .flat_map(|(case, corpus)| VIEWS.map(|view| [(*case, corpus, view, 170.0), (*case, corpus, view, 85.0)]))
        .flatten()
        .collect();
    let told: Vec<String> = asked
        .into_par_iter()
        .flat_map_iter(|(case, corpus, view, width_mm)| {
            let mut faults = Faults::default();
            let options = Options { width_mm, language: Language::Both, ..Options::default() };
            let shown = gallery::shown("hard", corpus, view, options);
            if let Some(shown) = shown {
                let name = format!("{case}: {view} {width_mm}");
                sound(&name, &shown.found, &mut faults);
                let mut findings = lint::check(&[(name.as_str(), shown.svg.as_str())]);
                findings.retain(|finding| finding.rule != lint::LintRule::Bytes);
                faults.need(findings.is_empty(), || format!("{name}: {findings:?}"));
                faults.need(shown.figure.height_mm() <= 235.01, || format!("{name}: {} mm", shown.figure.height_mm()));
            }
            faults.0
        })
        .collect();
    Faults(told).none();
}

#[test]
fn dense_maps_are_drawn_at_once_and_told() {
    let lab = |number: usize| format!("Laboratory {number}");
    for (count, step) in [(12, 1), (20, 2), (30, 3), (40, 4)] {
        let pairs =
            |a: usize| (a + 1..count).filter(move |b| (a + b).is_multiple_of(step)).map(move |b| vec![lab(a), lab(b)]);
        let corpus = dated(&(0..count).flat_map(pairs).collect::<Vec<_>>());
        for width_mm in [170.0, 85.0] {
            let options = Options { width_mm, language: Language::Both, ..Options::default() };
            let shown = gallery::shown("hard", &corpus, "map", options).unwrap();
            let mut faults = Faults::default();
            sound(&format!("dense map of {count} at {width_mm}"), &shown.found, &mut faults);
            faults.none();
            assert!(shown.figure.height_mm() <= 235.01, "{count}: {} mm", shown.figure.height_mm());
            assert!(shown.svg.contains("see the matrix for each pair"));
        }
    }
}

#[test]
fn a_large_team_is_never_a_clique() {
    let lab = |number: usize| format!("Laboratory {number}");
    let mut teams: Vec<Vec<String>> = (0..60).map(|at| vec![lab(at), lab((at * 7 + 1) % 60)]).collect();
    teams.push((0..45).map(lab).collect());
    let corpus = dated(&teams);
    let projection = Projection { max_team: None, ..Projection::default() };
    let network = Network::one_mode(&corpus, projection);
    for width_mm in [170.0, 85.0] {
        let figure = map::compose(&network, &Options { width_mm, ..Options::default() }).unwrap();
        let edges = figure.edges().len();
        assert!(edges <= 60 + 45, "{edges} lines");
        assert!(svg::write(&figure).contains("(45)"));
    }
}

// ---- colours ---------------------------------------------------------------------------------------------------

/// Linear RGB of a colour, 0 to 1.
fn linear(color: Color) -> [f64; 3] {
    [color.0, color.1, color.2].map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: &[[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    [0, 1, 2].map(|row: usize| (0..3).map(|column| matrix[row][column] * vector[column]).sum())
}

/// OKLab of linear RGB (Ottosson 2020).
fn oklab(rgb: [f64; 3]) -> [f64; 3] {
    const CONES: [[f64; 3]; 3] = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    const LAB: [[f64; 3]; 3] = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    times(&LAB, times(&CONES, rgb).map(f64::cbrt))
}

/// Full colour-vision deficiency in linear RGB (Machado, Oliveira and Fernandes 2009, severity 1): none,
/// deuteranopia, protanopia, tritanopia.
const VISION: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
];

/// Least distance of two colours ×100 for each kind of vision.
fn least_distances(colors: &[Color]) -> [f64; 4] {
    VISION.map(|vision| {
        let seen: Vec<[f64; 3]> = colors
            .iter()
            .map(|&color| oklab(times(&vision, linear(color)).map(|value| value.clamp(0.0, 1.0))))
            .collect();
        let far = |a: [f64; 3], b: [f64; 3]| (0..3).map(|at| (a[at] - b[at]).powi(2)).sum::<f64>().sqrt() * 100.0;
        let pairs = (0..seen.len()).flat_map(|a| (a + 1..seen.len()).map(move |b| (a, b)));
        pairs.map(|(a, b)| far(seen[a], seen[b])).fold(f64::INFINITY, f64::min)
    })
}

#[test]
fn colours_can_be_told_apart_by_all_eyes() {
    for theme in [&LIGHT, &DARK] {
        for (palette, colors, wanted) in [
            ("sectors", &theme.sectors[..], [13.0, 12.0, 11.0, 8.0]),
            ("clusters", theme.clusters, [15.0, 10.0, 10.0, 10.0]),
        ] {
            let found = least_distances(colors);
            println!("{} {palette}: {found:.1?}", theme.name);
            for (vision, (found, wanted)) in found.into_iter().zip(wanted).enumerate() {
                assert!(found >= wanted, "{} {palette}, vision {vision}: {found:.2} < {wanted}", theme.name);
            }
        }
    }
}
