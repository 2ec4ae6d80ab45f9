//! What every figure must hold, measured on the figure itself.

use crate::support::{figures, tables};
use collabgraph::answer::figure::Figure;
use collabgraph::answer::language::Language;
use collabgraph::answer::mark::{Color, Mark};
use collabgraph::answer::statistics::{Statistics, statistics};
use collabgraph::corpus::Corpus;
use collabgraph::dataset::load;
use collabgraph::drawing::bipartite::{self, Bipartite};
use collabgraph::drawing::frame::{Background, Heading, Options};
use collabgraph::drawing::theme::Scheme;
use collabgraph::ingest::input::Input;
use collabgraph::render::svg;

fn options(width_mm: f64, scheme: Scheme) -> Options {
    Options { width_mm, scheme, ..Options::default() }
}

fn korea(width_mm: f64, scheme: Scheme) -> Figure {
    bipartite::compose(&figures::korea(), &Bipartite::default(), &options(width_mm, scheme)).unwrap()
}

/// The rows that hold for every node-link figure.
fn assert_sound(name: &str, found: &Statistics) {
    assert_eq!(found.overlapping_labels, 0, "{name}: overlapping labels");
    assert_eq!(found.labels_over_foreign_nodes, 0, "{name}: labels over foreign nodes");
    assert_eq!(found.overlapping_nodes, 0, "{name}: overlapping nodes");
    assert_eq!(found.outside, 0, "{name}: marks outside");
    assert_eq!(found.labels_crossed, 0, "{name}: labels crossed");
    assert!(found.smallest_type >= 6.0, "{name}: type of {}", found.smallest_type);
    assert_eq!(found.faint_texts, 0, "{name}: faint texts");
}

/// Well-formed, nothing but the allowed elements and attributes, ids unique and prefixed, all references inside.
fn assert_contract(name: &str, text: &str) {
    const ELEMENTS: [&str; 11] =
        ["svg", "g", "title", "desc", "defs", "rect", "circle", "ellipse", "path", "text", "use"];
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
    let root = document.root_element();
    let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(ids.len(), unique.len(), "{name}: shared ids");
    let label = root.attribute("aria-labelledby").unwrap();
    let prefix = label.split("-title").next().unwrap();
    assert_eq!(label, format!("{prefix}-title {prefix}-desc"));
    assert!(root.attribute("width").unwrap().ends_with("mm") && root.attribute("height").unwrap().ends_with("mm"));
    assert_eq!(root.attribute("role"), Some("img"));
    assert!(root.attribute("lang").is_some() && root.attribute("data-theme").is_some());
    let first: Vec<&str> =
        root.children().filter(|node| node.is_element()).take(2).map(|n| n.tag_name().name()).collect();
    assert_eq!(first, ["title", "desc"], "{name}");
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let tag = node.tag_name().name();
        assert!(ELEMENTS.contains(&tag), "{name}: <{tag}>");
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            assert!(!key.starts_with("on") && key != "style", "{name}: {key}");
            if key == "id" {
                assert!(value.starts_with(&format!("{prefix}-")), "{name}: id {value}");
            }
            if key == "href" {
                let target = value.strip_prefix('#').unwrap_or_else(|| panic!("{name}: href {value}"));
                assert!(ids.contains(&target), "{name}: dangling {value}");
            }
            if matches!(key, "fill" | "stroke") {
                assert!(value == "none" || value.len() == 7 && value.starts_with('#'), "{name}: {key} {value}");
            }
            if matches!(key, "x" | "y" | "cx" | "cy" | "r" | "width" | "height" | "d" | "rx" | "viewBox") {
                assert_numbers(name, value);
            }
        }
    }
    for forbidden in ["<!DOCTYPE", "<!ENTITY", "<script", "<style", "data:", "url(", "rgba", "var("] {
        assert!(!text.contains(forbidden), "{name}: {forbidden}");
    }
    assert_eq!(text.matches("http").count(), 1, "{name}: the namespace alone");
}

fn assert_numbers(name: &str, value: &str) {
    for number in value.split(|letter: char| !(letter.is_ascii_digit() || letter == '.' || letter == '-')) {
        assert!(number != "-0", "{name}: {value}");
        if let Some((_, decimals)) = number.split_once('.') {
            assert!(!decimals.is_empty() && decimals.len() <= 2 && !decimals.ends_with('0'), "{name}: {value}");
        }
    }
}

#[test]
fn the_korean_models_at_both_widths() {
    for (width, empty) in [(170.0, 0.30), (85.0, 0.30)] {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let figure = korea(width, scheme);
            let name = format!("bipartite {width} {scheme:?}");
            let found = statistics(&figure);
            assert_sound(&name, &found);
            assert_eq!((found.nodes, found.edges, found.ties), (31, 26, 40), "{name}");
            assert!(found.crossings <= 2, "{name}: {} crossings", found.crossings);
            assert!(found.empty_cells <= empty, "{name}: {} empty", found.empty_cells);
            assert!((figure.width_mm() - width).abs() < 0.01 && figure.height_mm() <= 235.0, "{name}");
            let text = svg::write(&figure);
            assert_contract(&name, &text);
            assert!(text.len() <= 700 * 31 + 350 * 26 + 6 * 1024, "{name}: {} bytes", text.len());
        }
    }
}

#[test]
fn a_theme_changes_colours_only() {
    let without_colours = |scheme| {
        let figure = korea(170.0, scheme);
        let prefix = figure.metadata().id_prefix.clone();
        let text = svg::write(&figure).replace(&prefix, "P").replace("data-theme=\"dark\"", "data-theme=\"light\"");
        let mut plain = String::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.find("=\"#") {
            plain.push_str(&rest[..at]);
            rest = &rest[at + 3..];
            rest = &rest[rest.find('"').unwrap()..];
        }
        plain + rest
    };
    assert_eq!(without_colours(Scheme::Light), without_colours(Scheme::Dark));
}

#[test]
fn same_facts_same_bytes() {
    assert_eq!(svg::write(&korea(170.0, Scheme::Light)), svg::write(&korea(170.0, Scheme::Light)));
    // Another content, another prefix.
    assert_ne!(korea(170.0, Scheme::Light).metadata().id_prefix, korea(85.0, Scheme::Light).metadata().id_prefix);
}

#[test]
fn hard_cases_stay_sound() {
    for (case, corpus) in figures::hard_cases() {
        for width in [170.0, 85.0] {
            let all = [Language::Both, Language::English, Language::Korean];
            // Languages differ in names alone, which large cases have no more of.
            let languages = if corpus.work_count() > 20 { &all[..1] } else { &all[..] };
            for &language in languages {
                let name = format!("{case} {width} {language:?}");
                let options = Options { language, ..options(width, Scheme::Light) };
                let figure = bipartite::compose(&corpus, &Bipartite::default(), &options).unwrap();
                assert_sound(&name, &statistics(&figure));
                assert!(figure.height_mm() <= 235.01, "{name}: {} mm", figure.height_mm());
                assert_contract(&name, &svg::write(&figure));
            }
        }
    }
}

#[test]
fn what_is_left_out_is_told() {
    let corpus = figures::hard_cases().into_iter().find(|(case, _)| *case == "star of 60").unwrap().1;
    let figure = bipartite::compose(&corpus, &Bipartite::default(), &Options::default()).unwrap();
    let models = figure.nodes().iter().filter(|(node, _)| node.key.starts_with("model/")).count();
    assert!((20..=40).contains(&models), "{models}");
    assert!(figure.metadata().excluded.iter().any(|note| note.contains("60")), "{:?}", figure.metadata().excluded);
    let told: String = figure.texts().iter().map(|(text, _)| format!("{} ", text.content)).collect();
    assert!(told.contains("of 60 publications"), "{told}");
}

#[test]
fn ties_open_to_their_works() {
    let figure = korea(170.0, Scheme::Light);
    let edges = figure.edges();
    let titles: Vec<&str> = edges.iter().filter_map(|(_, group)| group.title.as_deref()).collect();
    assert!(
        titles.contains(&"서울대학교 – ProtBERT-BFD (2021-05), ProtT5-XXL (2021-05), ProtT5-XXL-BFD (2021-05)"),
        "{titles:?}"
    );
    assert!(titles.contains(&"연세대학교 – StarGAN v2 (2019-12)"), "{titles:?}");
}

#[test]
fn headings_backgrounds_and_prefixes_are_options() {
    let corpus = figures::korea();
    let options = Options {
        heading: Heading::Hidden,
        background: Background::Open,
        id_prefix: "my fig".to_owned(),
        ..Options::default()
    };
    let figure = bipartite::compose(&corpus, &Bipartite::default(), &options).unwrap();
    let text = svg::write_as(&figure, svg::SvgForm::Inline);
    assert!(text.starts_with("<svg ") && text.contains("id=\"myfig-title\""), "{}", &text[..200]);
    assert!(!figure.texts().iter().any(|(text, _)| text.size > 9.0));
    assert!(!text.contains(&format!("fill=\"{}\"/>\n<g", Color::hex(0xFF_FF_FF))));
    assert_contract("options", &text);
    let hidden = korea(170.0, Scheme::Light).height_mm() - figure.height_mm();
    assert!(hidden > 5.0, "the heading leaves no hole: {hidden}");
}

#[test]
fn forms_and_colours_tell_sectors_together() {
    let figure = korea(170.0, Scheme::Light);
    let nodes = figure.nodes();
    let of =
        |key: &str| nodes.iter().find(|(node, _)| node.key == key).map(|(node, _)| (node.shape, node.color)).unwrap();
    assert_eq!(of("kaist"), of("yonsei-university"));
    for pair in [("kaist", "naver"), ("naver", "oak-ridge-national-laboratory"), ("kaist", "med-ai-technology")] {
        assert!(of(pair.0).0 != of(pair.1).0 && of(pair.0).1 != of(pair.1).1, "{pair:?}");
    }
    assert!(figure.marks().iter().all(|mark| !matches!(mark, Mark::Haloed(..))));
}

fn with_authority() -> collabgraph::ingest::options::Options {
    let authority = collabgraph::names::authority::Authority::built_in();
    collabgraph::ingest::options::Options { authority, ..Default::default() }
}

fn embedded() -> Corpus {
    load(&[Input::Embedded], &with_authority()).unwrap().corpus
}

#[test]
fn the_embedded_data_have_their_bipartite_figure() {
    for width in [170.0, 85.0] {
        let figure = bipartite::compose(&embedded(), &Bipartite::default(), &options(width, Scheme::Light)).unwrap();
        let found = statistics(&figure);
        assert_sound("embedded", &found);
        assert_eq!((found.nodes, found.edges, found.ties), (31, 26, 40));
        assert!(found.crossings <= 2 && found.empty_cells <= 0.30, "{found:?}");
        assert_contract("embedded", &svg::write(&figure));
    }
}

#[test]
fn a_large_table_shows_a_readable_part() {
    for corpus in tables::corpora(&with_authority()) {
        for width in [170.0, 85.0] {
            let figure = bipartite::compose(&corpus, &Bipartite::default(), &options(width, Scheme::Light)).unwrap();
            let found = statistics(&figure);
            assert_sound("world", &found);
            assert!((30..=80).contains(&found.nodes), "{found:?}");
            assert!(figure.height_mm() <= 235.01);
            // Of how many works it shows a part, and how many have no institution.
            let wanted = if tables::is_epoch(&corpus) { ["914", "13"] } else { ["148", "2"] };
            let told = &figure.metadata().excluded;
            for number in wanted {
                let has = |note: &String| note.split(|ch: char| !ch.is_ascii_digit()).any(|one| one == number);
                assert!(told.iter().any(has), "{number}: {told:?}");
            }
            assert_contract("world", &svg::write(&figure));
        }
    }
}

/// Writes the pictures for looking at them, where a folder is named.
#[test]
fn pictures() {
    let Some(folder) = std::env::var_os("COLLAB_PICTURES") else {
        println!("COLLAB_PICTURES names no folder: nothing is written");
        return;
    };
    let folder = std::path::PathBuf::from(folder);
    for width in [170.0, 85.0] {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let name = format!("bipartite-{width}-{}.svg", korea(width, scheme).metadata().theme);
            std::fs::write(folder.join(name), svg::write(&korea(width, scheme))).unwrap();
        }
        let real = [("embedded", embedded()), ("world", tables::world(&with_authority()))];
        for (case, corpus) in figures::hard_cases().into_iter().chain(real) {
            let figure = bipartite::compose(&corpus, &Bipartite::default(), &options(width, Scheme::Light)).unwrap();
            let name = format!("hard-{}-{width}.svg", case.replace(' ', "-"));
            std::fs::write(folder.join(name), svg::write(&figure)).unwrap();
        }
    }
}
