//! Matrix, timeline, arc, ego and path: what a reader would trip over, counted on every view for the embedded
//! data, the Epoch table and hard cases. The pictures are left in the target's `tmp` folder.

use crate::support::tables;
use collabgraph::answer::figure::Figure;
use collabgraph::answer::language::Language;
use collabgraph::answer::statistics::{Statistics, statistics};
use collabgraph::community::leiden;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::builder::{CorpusBuilder, InstitutionHandle, WorkFacts};
use collabgraph::corpus::date::Date;
use collabgraph::corpus::institution::{Institution, InstitutionId, Names};
use collabgraph::corpus::table::InputMetadata;
use collabgraph::dataset::load;
use collabgraph::drawing::frame::Options;
use collabgraph::drawing::theme::Scheme;
use collabgraph::drawing::{arc, ego, matrix, path, timeline};
use collabgraph::ingest;
use collabgraph::messages::Argument;
use collabgraph::names::authority::Authority;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::network::graph::Network;
use collabgraph::render::svg;
use collabgraph::selection::path as selection_path;
use std::collections::HashMap;
use std::path::Path;

// ---- data ----------------------------------------------------------------------------------------------------

pub(crate) fn named_by_us() -> ingest::options::Options {
    ingest::options::Options { authority: Authority::built_in(), ..Default::default() }
}

/// The 17 embedded models.
pub(crate) fn korea() -> Corpus {
    load(&[ingest::input::Input::Embedded], &named_by_us()).unwrap().corpus
}

/// A corpus of works written as (name, date, institutions).
pub(crate) fn made(works: &[(String, &str, Vec<String>)]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    builder.input(InputMetadata { name: "made.csv".into(), ..InputMetadata::default() });
    let mut known: HashMap<String, InstitutionHandle> = HashMap::new();
    for (name, date, team) in works {
        let mut handles = Vec::new();
        for one in team {
            let handle = *known.entry(one.clone()).or_insert_with(|| {
                builder.institution(Institution { names: Names::plain(one), ..Institution::default() })
            });
            handles.push(handle);
        }
        builder.work(&WorkFacts { name, date: Date::parse_iso(date), institutions: &handles, ..WorkFacts::default() });
    }
    builder.finish()
}

pub(crate) fn named(prefix: &str, count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("{prefix} {number}")).collect()
}

/// The hard cases.
pub(crate) fn hard() -> Vec<(&'static str, Corpus)> {
    let s = |text: &str| text.to_owned();
    let long_en = "The Very Long Named International Institute of Advanced Machine Intelligence X80";
    let long_ko = "가나다라마바사아자차카타파하".repeat(6).chars().take(80).collect::<String>();
    assert_eq!(long_en.chars().count(), 80);
    let star: Vec<_> =
        named("Leaf", 60).into_iter().map(|leaf| (format!("M {leaf}"), "2020-05", vec![s("Hub"), leaf])).collect();
    let clique = named("Member", 12);
    let pairs: Vec<_> = (0..12)
        .flat_map(|a| (a + 1..12).map(move |b| (a, b)))
        .map(|(a, b)| (format!("Pair {a}-{b}"), "2021", vec![clique[a].clone(), clique[b].clone()]))
        .collect();
    vec![
        ("one", made(&[(s("Alone"), "2020-01-01", vec![s("Only")])])),
        ("two", made(&[(s("A1"), "2020", vec![s("A")]), (s("B1"), "2021", vec![s("B")])])),
        ("many-37", made(&[(s("Consortium"), "2022-02", named("Party", 37))])),
        ("team-20", made(&[(s("Consortium"), "2022-02", named("Party", 20)), (s("Small"), "", named("Party", 3))])),
        ("star-60", made(&star)),
        ("clique-12", made(&pairs)),
        (
            "names",
            made(&[
                (s("X"), "2019", vec![s("Z"), s(long_en)]),
                (long_ko.clone(), "2020", vec![s(long_en), long_ko.clone()]),
                (long_en.repeat(3), "2021", vec![long_ko.clone(), s("가"), s("Z")]),
            ]),
        ),
        ("no-dates", made(&[(s("P"), "", vec![s("A"), s("B")]), (s("Q"), "", vec![s("B"), s("C")])])),
        (
            "hostile",
            made(&[
                (s("]]> & \"model\""), "2020", vec![s("<script>alert(1)</script>"), s("O'Brien & \"Sons\"")]),
                (s("😀🚀"), "2021", vec![s("جامعة الملك سعود"), s("O'Brien & \"Sons\"")]),
                (s("tab\tline\nfeed\u{1}"), "2022", vec![s("\u{202e}reversed"), s("<script>alert(1)</script>")]),
            ]),
        ),
    ]
}

// ---- checks --------------------------------------------------------------------------------------------------

pub(crate) fn network(corpus: &Corpus) -> Network<'_> {
    Network::one_mode(corpus, Projection::default())
}

pub(crate) fn options(width_mm: f64, scheme: Scheme, language: Language) -> Options {
    Options { width_mm, scheme, language, ..Options::default() }
}

pub(crate) fn keep(name: &str, figure: &Figure) -> String {
    let svg = svg::write(figure);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("views");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.svg")), &svg).unwrap();
    svg
}

/// What holds for every picture.
pub(crate) fn sound(name: &str, figure: &Figure) -> Statistics {
    let found = statistics(figure);
    let what = format!("{name}: {found:?}");
    assert_eq!(found.overlapping_labels, 0, "{what}");
    assert_eq!(found.labels_over_foreign_nodes, 0, "{what}");
    assert_eq!(found.overlapping_nodes, 0, "{what}");
    assert_eq!(found.outside, 0, "{what}");
    assert_eq!(found.labels_crossed, 0, "{what}");
    assert_eq!(found.faint_texts, 0, "{what}");
    assert!(found.smallest_type >= 6.0, "{what}");
    assert!(figure.height_mm() <= 235.0, "{what} {} mm high", figure.height_mm());
    found
}

pub(crate) type Draw<'d> = &'d dyn Fn(&Options) -> Figure;

/// Draws at 170 and 85 mm, in both themes and all languages; checks all, and returns the counts of the light
/// ones at 170 and 85 mm in both languages.
pub(crate) fn everywhere(name: &str, draw: Draw<'_>) -> [Statistics; 2] {
    [170.0, 85.0].map(|width| {
        for language in [Language::English, Language::Korean] {
            let figure = draw(&options(width, Scheme::Light, language));
            let tag = if language == Language::English { "en" } else { "ko" };
            let name = format!("{name}-{width}-{tag}");
            keep(&name, &figure);
            sound(&name, &figure);
        }
        let light = draw(&options(width, Scheme::Light, Language::Both));
        let dark = draw(&options(width, Scheme::Dark, Language::Both));
        let one = keep(&format!("{name}-{width}"), &light);
        let other = keep(&format!("{name}-{width}-dark"), &dark);
        assert_eq!(one, svg::write(&draw(&options(width, Scheme::Light, Language::Both))), "{name}: same bytes");
        assert_eq!(skeleton(&one), skeleton(&other), "{name}: a theme changes colours only");
        roxmltree::Document::parse(&one).expect("valid XML");
        let found = sound(&format!("{name}-{width}"), &light);
        let (text_contrast, mark_contrast) = (found.text_contrast, found.mark_contrast);
        let other = Statistics { text_contrast, mark_contrast, ..statistics(&dark) };
        assert_eq!(other, found, "{name}: dark as light");
        found
    })
}

/// The picture without its colours, theme name and ids.
fn skeleton(svg: &str) -> String {
    let document = roxmltree::Document::parse(svg).unwrap();
    let mut out = String::new();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        for attribute in node.attributes() {
            if !matches!(attribute.name(), "fill" | "stroke" | "data-theme" | "id" | "aria-labelledby" | "href") {
                out.push_str(&format!("{}={} ", attribute.name(), attribute.value()));
            }
        }
    }
    out
}

// ---- matrix --------------------------------------------------------------------------------------------------

#[test]
fn the_matrix_of_the_korean_models() {
    let corpus = korea();
    let network = network(&corpus);
    let [wide, narrow] = everywhere("kr-matrix", &|options| matrix::compose(&network, None, options).unwrap());
    assert_eq!((wide.nodes, wide.ties), (14, 24));
    assert!(wide.empty_cells <= 0.40, "{}", wide.empty_cells);
    assert!(narrow.empty_cells <= 0.40, "{}", narrow.empty_cells);
    println!("empty cells {:.3} {:.3}", wide.empty_cells, narrow.empty_cells);
}

#[test]
fn the_matrix_of_the_world_shows_the_strongest_and_says_so() {
    let corpus = tables::world(&named_by_us());
    let network = network(&corpus);
    let [wide, narrow] = everywhere("world-matrix", &|options| matrix::compose(&network, None, options).unwrap());
    assert_eq!((wide.nodes, narrow.nodes), (28, 16));
    let figure = matrix::compose(&network, None, &options(170.0, Scheme::Light, Language::English)).unwrap();
    assert!(!figure.metadata().excluded.is_empty());
    println!("empty cells {:.3} {:.3}", wide.empty_cells, narrow.empty_cells);
}

#[test]
fn clusters_group_the_rows_of_the_matrix() {
    let corpus = tables::world(&named_by_us());
    let network = network(&corpus);
    let weighed = Network::one_mode(&corpus, Projection { counting: Counting::Fractional, ..Projection::default() });
    let clusters = leiden::partition(&weighed, &leiden::Options::default());
    let [wide, narrow] =
        everywhere("world-matrix-clusters", &|options| matrix::compose(&network, Some(&clusters.of), options).unwrap());
    assert_eq!((wide.nodes, narrow.nodes), (28, 16));
    println!("empty cells {:.3} {:.3}", wide.empty_cells, narrow.empty_cells);
    assert!(wide.empty_cells <= 0.40 && narrow.empty_cells <= 0.40);
}

#[test]
fn hard_matrices() {
    for (name, corpus) in hard() {
        let network = network(&corpus);
        everywhere(&format!("hard-{name}-matrix"), &|options| matrix::compose(&network, None, options).unwrap());
    }
}

// ---- timeline ------------------------------------------------------------------------------------------------

#[test]
fn the_timeline_of_the_korean_models() {
    let corpus = korea();
    let [wide, narrow] = everywhere("kr-timeline", &|options| timeline::compose(&corpus, options).unwrap());
    assert_eq!(wide.nodes, 14);
    assert!(wide.empty_cells <= 0.30 && narrow.empty_cells <= 0.30, "{} {}", wide.empty_cells, narrow.empty_cells);
    let figure = timeline::compose(&corpus, &options(170.0, Scheme::Light, Language::English)).unwrap();
    assert!(figure.metadata().excluded.is_empty(), "17 models fit");
}

#[test]
fn the_timeline_of_the_world_shows_the_latest_and_says_so() {
    let corpus = tables::world(&named_by_us());
    everywhere("world-timeline", &|options| timeline::compose(&corpus, options).unwrap());
    let figure = timeline::compose(&corpus, &options(170.0, Scheme::Light, Language::English)).unwrap();
    assert_eq!(figure.metadata().excluded.len(), 3, "{:?}", figure.metadata().excluded);
}

#[test]
fn hard_timelines() {
    for (name, corpus) in hard() {
        everywhere(&format!("hard-{name}-timeline"), &|options| timeline::compose(&corpus, options).unwrap());
    }
}

// ---- arc -----------------------------------------------------------------------------------------------------

#[test]
fn the_arcs_of_the_korean_models_do_not_cross() {
    let corpus = korea();
    let network = network(&corpus);
    let [wide, narrow] = everywhere("kr-arc", &|options| arc::compose(&network, options).unwrap());
    // 14 institutions and the pill of the six; 9 arcs and 6 spokes in place of 24 arcs.
    assert_eq!((wide.nodes, wide.edges), (15, 15));
    assert_eq!((wide.crossings, narrow.crossings), (0, 0));
    println!("empty cells {:.3} {:.3}", wide.empty_cells, narrow.empty_cells);
    assert!(wide.empty_cells <= 0.40 && narrow.empty_cells <= 0.40, "{} {}", wide.empty_cells, narrow.empty_cells);
}

#[test]
fn every_arc_of_the_korean_models_tells_its_models() {
    let corpus = korea();
    let network = network(&corpus);
    for width in [170.0, 85.0] {
        let figure = arc::compose(&network, &options(width, Scheme::Light, Language::English)).unwrap();
        let written: Vec<String> = figure.texts().iter().map(|(text, _)| text.content.clone()).collect();
        for work in corpus.work_ids().filter(|&work| corpus.institutions_of(work).len() > 1) {
            let name = corpus.work_name(work).replace(" + Discriminator Guidance", " + DG");
            assert!(written.iter().any(|text| text.contains(&name)), "{width}: {name} in {written:?}");
        }
    }
}

#[test]
fn the_description_of_an_arc_diagram_agrees_with_its_marks() {
    let corpus = korea();
    let figure = arc::compose(&network(&corpus), &options(170.0, Scheme::Light, Language::English)).unwrap();
    let statement = figure.metadata().statements.iter().find(|one| one.id == "figures-arc-description").unwrap();
    let count = |name: &str| match statement.argument(name) {
        Some(Argument::Count(count)) => *count as usize,
        other => panic!("{name}: {other:?}"),
    };
    let pills = figure.nodes().iter().filter(|(_, group)| group.class == "node model").count();
    let spokes = figure.edges().iter().filter(|(edge, _)| edge.targets[0].starts_with("model:")).count();
    assert_eq!(count("institutions"), figure.nodes().len() - pills);
    assert_eq!((count("arcs"), count("sets")), (figure.edges().len() - spokes, pills));
}

#[test]
fn the_arcs_of_the_world_show_the_strongest() {
    let corpus = tables::world(&named_by_us());
    let network = network(&corpus);
    let [wide, narrow] = everywhere("world-arc", &|options| arc::compose(&network, options).unwrap());
    // As many of the strongest as sixty-odd arcs and the spokes of large teams leave readable.
    assert!((20..=30).contains(&wide.nodes) && wide.edges <= 80, "{} {}", wide.nodes, wide.edges);
    assert!((12..=30).contains(&narrow.nodes), "{}", narrow.nodes);
}

#[test]
fn hard_arcs() {
    for (name, corpus) in hard() {
        let network = network(&corpus);
        everywhere(&format!("hard-{name}-arc"), &|options| arc::compose(&network, options).unwrap());
    }
}

// ---- path ----------------------------------------------------------------------------------------------------

fn key(corpus: &Corpus, key: &str) -> InstitutionId {
    corpus.institution_by_key(key).unwrap_or_else(|| panic!("no {key}"))
}

#[test]
fn the_way_from_snu_to_kaist() {
    let corpus = tables::world(&named_by_us());
    let network = network(&corpus);
    let (snu, kaist) = (key(&corpus, "snu"), key(&corpus, "kaist"));
    let routes = path::routes::between(&network, network.node_of(snu), network.node_of(kaist)).unwrap();
    let names: Vec<_> =
        routes.main.iter().map(|&node| corpus.institution(network.institution(node).unwrap()).id.as_str()).collect();
    assert_eq!(names, ["snu", "google", "princeton-university", "korea-university", "kaist"]);
    assert_eq!(routes.detours.len(), 2);
    for detour in &routes.detours {
        assert_eq!(
            (detour.from, detour.to, detour.nodes.len()),
            (1, 2, 1),
            "from Google to Princeton with one step more"
        );
    }
    let answer = selection_path::k_shortest(&network, network.node_of(snu), network.node_of(kaist), 3);
    let paths: Vec<&Vec<usize>> = answer.iter().map(|path| &path.nodes).collect();
    assert_eq!(paths[0], &routes.main);
    assert_eq!(paths[1..], routes.alternatives.iter().collect::<Vec<_>>(), "the figure shows what the answer lists");
    let stats = everywhere("path-snu-kaist", &|options| path::compose(&network, snu, kaist, options).unwrap());
    for found in stats {
        assert_eq!((found.crossings, found.nodes, found.edges), (0, 7, 8));
        println!("empty cells {:.3}", found.empty_cells);
        assert!(found.empty_cells <= 0.30, "{}", found.empty_cells);
    }
}

#[test]
fn no_way_shows_both_groups() {
    let corpus = korea();
    let network = network(&corpus);
    let (snu, kaist) = (key(&corpus, "snu"), key(&corpus, "kaist"));
    let [wide, narrow] = everywhere("kr-path-none", &|options| path::compose(&network, snu, kaist, options).unwrap());
    assert_eq!((wide.nodes, narrow.nodes), (14, 14));
}

#[test]
fn hard_paths() {
    for (name, corpus) in hard() {
        let network = network(&corpus);
        let ids: Vec<InstitutionId> = corpus.institution_ids().collect();
        let (first, last) = (ids[0], ids[ids.len() - 1]);
        let [wide, narrow] =
            everywhere(&format!("hard-{name}-path"), &|options| path::compose(&network, first, last, options).unwrap());
        assert_eq!((wide.crossings, narrow.crossings), (0, 0), "{name}");
        assert!(wide.nodes > 0, "never empty");
    }
    let chain: Vec<_> = (1..30)
        .map(|at| (format!("Model {at}"), "2020", vec![format!("Stop {at:02}"), format!("Stop {:02}", at + 1)]))
        .collect();
    let corpus = made(&chain);
    let network = network(&corpus);
    let (first, last) = (key(&corpus, "stop-01"), key(&corpus, "stop-30"));
    let [wide, _] = everywhere("hard-chain-30-path", &|options| path::compose(&network, first, last, options).unwrap());
    assert_eq!(wide.nodes, 30);
}

// ---- ego -----------------------------------------------------------------------------------------------------

#[test]
fn around_kaist() {
    let corpus = korea();
    let network = network(&corpus);
    let kaist = key(&corpus, "kaist");
    for found in everywhere("ego-kaist", &|options| ego::compose(&network, kaist, options).unwrap()) {
        assert_eq!((found.nodes, found.edges, found.crossings), (8, 9, 0));
        println!("empty cells {:.3}", found.empty_cells);
        assert!(found.empty_cells <= 0.30, "{}", found.empty_cells);
    }
}

#[test]
fn around_snu_the_consortium_is_a_pill() {
    let corpus = korea();
    let network = network(&corpus);
    let snu = key(&corpus, "snu");
    for found in everywhere("ego-snu", &|options| ego::compose(&network, snu, options).unwrap()) {
        assert_eq!((found.nodes, found.edges, found.crossings), (7, 6, 0));
    }
}

#[test]
fn around_google_says_how_many_more() {
    let corpus = tables::world(&named_by_us());
    let network = network(&corpus);
    let google = key(&corpus, "google");
    for width in [170.0, 85.0] {
        let figure = ego::compose(&network, google, &options(width, Scheme::Light, Language::Both)).unwrap();
        keep(&format!("ego-google-{width}"), &figure);
        sound("ego-google", &figure);
        assert!(!figure.metadata().excluded.is_empty());
    }
}

#[test]
fn hard_egos() {
    for (name, corpus) in hard() {
        let network = network(&corpus);
        let ids: Vec<InstitutionId> = corpus.institution_ids().collect();
        for (which, id) in [("first", ids[0]), ("last", ids[ids.len() - 1])] {
            for width in [170.0, 85.0] {
                let figure = ego::compose(&network, id, &options(width, Scheme::Light, Language::Both)).unwrap();
                let name = format!("hard-{name}-ego-{which}-{width}");
                keep(&name, &figure);
                sound(&name, &figure);
            }
        }
    }
}

#[test]
#[ignore = "a sweep for finding what the other tests do not"]
fn sweep() {
    let corpus = tables::world(&named_by_us());
    let network = network(&corpus);
    let mut bad = Vec::new();
    let check = |name: String, figure: &Figure, bad: &mut Vec<String>| {
        let found = statistics(figure);
        let wrong = found.overlapping_labels
            + found.labels_over_foreign_nodes
            + found.overlapping_nodes
            + found.outside
            + found.labels_crossed
            + found.faint_texts;
        if wrong > 0 || figure.height_mm() > 235.0 {
            keep(&name, figure);
            bad.push(format!("{name}: {found:?} {}", figure.height_mm()));
        }
    };
    let snu = key(&corpus, "snu");
    for (index, id) in corpus.institution_ids().enumerate().filter(|(index, _)| index % 9 == 0) {
        for width in [170.0, 85.0, 120.0, 60.0] {
            let language = [Language::Both, Language::English, Language::Korean][index % 3];
            let options = options(width, Scheme::Light, language);
            let one = corpus.institution(id).id.clone();
            if width != 60.0 || index % 2 == 0 {
                check(format!("sweep-ego-{one}-{width}"), &ego::compose(&network, id, &options).unwrap(), &mut bad);
            }
            let figure = path::compose(&network, snu, id, &options).unwrap();
            check(format!("sweep-path-{one}-{width}"), &figure, &mut bad);
        }
    }
    for width in [60.0, 100.0, 120.0, 140.0, 210.0, 300.0] {
        let options = options(width, Scheme::Light, Language::Both);
        check(format!("sweep-matrix-{width}"), &matrix::compose(&network, None, &options).unwrap(), &mut bad);
        check(format!("sweep-arc-{width}"), &arc::compose(&network, &options).unwrap(), &mut bad);
        check(format!("sweep-timeline-{width}"), &timeline::compose(&corpus, &options).unwrap(), &mut bad);
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}
