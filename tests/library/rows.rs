//! Views of rows on a time axis: partners of an institution, lanes; the world map; captions.

use crate::support::tables;
use crate::views::{everywhere, hard, korea, named_by_us, network, options};
use collabgraph::answer::figure::Figure;
use collabgraph::answer::language::Language;
use collabgraph::answer::mark::{Mark, MarkRole};
use collabgraph::answer::statistics::statistics;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::drawing::frame::Options;
use collabgraph::drawing::partners::{self, PartnersOptions};
use collabgraph::drawing::theme::Scheme;
use collabgraph::drawing::{arc, geo, lanes, map, matrix, timeline};
use collabgraph::network::graph::Network;
use collabgraph::render::lint::{self, LintRule};
use collabgraph::render::svg;
use collabgraph::selection::subgraph::SubgraphSpec;
use std::collections::{BTreeMap, BTreeSet};

/// Works behind the marks of each row, by the partner's id.
fn works_by_partner(figure: &Figure, center: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut rows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (edge, group) in figure.edges() {
        assert_eq!(group.class, "edge");
        let data: BTreeMap<_, _> = group.data.iter().cloned().collect();
        let ends = [edge.source.as_str(), edge.targets[0].as_str()];
        assert_eq!(ends, [data["source"].as_str(), data["target"].as_str()]);
        let partner = *ends.iter().find(|one| **one != center).unwrap();
        let works = data["models"].split(' ').filter(|key| !key.is_empty()).map(str::to_owned);
        let own = rows.entry(partner.to_owned()).or_default();
        for work in works {
            assert!(own.insert(work), "a work twice in the row of {partner}");
        }
    }
    rows
}

/// Partners and joint works by brute force, from teams that count towards ties.
fn joint(
    corpus: &Corpus,
    center: InstitutionId,
    excluded: &[collabgraph::corpus::work::WorkId],
) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for work in corpus.work_ids().filter(|work| !excluded.contains(work)) {
        let team = corpus.institutions_of(work);
        if team.contains(&center) {
            for other in team.iter().filter(|&&one| one != center) {
                found.entry(corpus.institution(*other).id.clone()).or_default().insert(corpus.work_key(work));
            }
        }
    }
    found
}

fn draw(network: &Network<'_>, center: InstitutionId, options: &Options) -> Figure {
    partners::compose(network, center, PartnersOptions::default(), options).unwrap()
}

#[test]
fn every_partner_has_a_row_and_every_joint_work_a_mark() {
    let corpus = tables::world(&named_by_us());
    let network = network(&corpus);
    let mut ids: Vec<InstitutionId> = corpus.institution_ids().collect();
    ids.sort_by_key(|&id| std::cmp::Reverse(network.adjacency().degree(network.node_of(id))));
    for id in ids.into_iter().take(12) {
        let center = corpus.institution(id).id.clone();
        for width in [170.0, 85.0] {
            let figure = draw(&network, id, &options(width, Scheme::Light, Language::English));
            let expected = joint(&corpus, id, network.excluded());
            let drawn = works_by_partner(&figure, &center);
            if expected.len() <= 50 {
                assert_eq!(drawn, expected, "{center} {width}");
            } else {
                assert!(drawn.iter().all(|(partner, works)| expected[partner] == *works), "{center} {width}");
                assert!(!figure.metadata().excluded.is_empty(), "{center} {width}");
            }
            let rows = figure.nodes().iter().filter(|(node, _)| node.key != center).count();
            assert_eq!(rows, drawn.len(), "{center} {width}");
        }
    }
}

#[test]
fn rows_follow_number_then_the_latest_date() {
    let corpus = tables::world(&named_by_us());
    let network = network(&corpus);
    let google = corpus.institution_by_key("google").unwrap();
    let figure = draw(&network, google, &options(85.0, Scheme::Light, Language::English));
    let expected = joint(&corpus, google, network.excluded());
    let key = |id: &str| {
        let works = &expected[id];
        let dates = corpus.work_ids().filter(|&work| works.contains(&corpus.work_key(work)));
        (works.len(), dates.filter_map(|work| corpus.date(work)).max())
    };
    let rows: Vec<_> =
        figure.nodes().iter().filter(|(node, _)| node.key != "google").map(|(node, _)| key(&node.key)).collect();
    assert!(rows.is_sorted_by(|a, b| a >= b), "{rows:?}");
}

#[test]
fn pictures_of_partners_are_sound() {
    let corpus = korea();
    let network = network(&corpus);
    for name in ["kaist", "snu"] {
        let id = corpus.institution_by_key(name).unwrap();
        everywhere(&format!("partners-{name}"), &|options| draw(&network, id, options));
    }
    let world = tables::world(&named_by_us());
    let world_network = crate::views::network(&world);
    let google = world.institution_by_key("google").unwrap();
    everywhere("partners-google", &|options| draw(&world_network, google, options));
}

#[test]
fn partners_of_hard_cases_are_sound() {
    for (name, corpus) in hard() {
        let network = network(&corpus);
        let busiest =
            corpus.institution_ids().max_by_key(|&id| network.adjacency().degree(network.node_of(id))).unwrap();
        everywhere(&format!("hard-{name}-partners"), &|options| draw(&network, busiest, options));
        let figure = draw(&network, busiest, &options(170.0, Scheme::Light, Language::Both));
        let written = svg::write(&figure);
        // Names of 80 letters are larger than the budget of bytes.
        let mut found = lint::check(&[("figure.svg", &written)]);
        found.retain(|one| one.rule != LintRule::Bytes);
        assert_eq!(found, [], "{name}");
    }
}

// ---- lanes ---------------------------------------------------------------------------------------------------

fn draw_lanes(network: &Network<'_>, options: &Options) -> Figure {
    lanes::compose_subgraph(network, &SubgraphSpec::default(), None, options).unwrap()
}

/// Works of the dots, each with the institutions of its group.
fn works_of_lanes(figure: &Figure) -> BTreeMap<String, BTreeSet<String>> {
    fn visit(marks: &[Mark], found: &mut BTreeMap<String, BTreeSet<String>>) {
        for mark in marks {
            let Mark::Group(group) = mark else { continue };
            if let ("node work", MarkRole::Hyperedge(keys)) = (group.class.as_str(), &group.role) {
                let models = group.data.iter().find(|(name, _)| *name == "models").unwrap();
                for work in models.1.split(' ') {
                    let before = found.insert(work.to_owned(), keys.iter().cloned().collect());
                    assert!(before.is_none(), "{work} has two dots");
                }
            }
            visit(&group.marks, found);
        }
    }
    let mut found = BTreeMap::new();
    visit(figure.marks(), &mut found);
    found
}

#[test]
fn lanes_show_every_korean_model_with_its_institutions() {
    let corpus = korea();
    let network = network(&corpus);
    for found in everywhere("lanes-korea", &|options| draw_lanes(&network, options)) {
        assert_eq!(found.nodes, 7);
    }
    let figure = draw_lanes(&network, &options(170.0, Scheme::Light, Language::English));
    let id = |id: &InstitutionId| corpus.institution(*id).id.clone();
    let expected: BTreeMap<String, BTreeSet<String>> = corpus
        .work_ids()
        .map(|work| (corpus.work_key(work), corpus.institutions_of(work).iter().map(id).collect()))
        .collect();
    assert_eq!(works_of_lanes(&figure), expected);
    assert_eq!(
        figure.metadata().title,
        "All 9 joint models date from 2018–2023; the 2 since are by one institution each"
    );
    let plain = Options { headline: false, ..options(170.0, Scheme::Light, Language::English) };
    assert_eq!(draw_lanes(&network, &plain).metadata().title, "Models of 7 institutions (South Korea), by date");
}

#[test]
fn lanes_of_the_world_and_of_hard_cases_are_sound() {
    let corpus = tables::world(&named_by_us());
    let world = network(&corpus);
    everywhere("lanes-world", &|options| draw_lanes(&world, options));
    for (name, corpus) in hard() {
        let network = network(&corpus);
        everywhere(&format!("hard-{name}-lanes"), &|options| draw_lanes(&network, options));
    }
}

#[test]
fn dots_lie_at_their_dates() {
    let corpus = korea();
    let network = network(&corpus);
    let figure = draw_lanes(&network, &options(170.0, Scheme::Light, Language::English));
    let mut dots: Vec<(String, f64)> = Vec::new();
    fn visit(marks: &[Mark], dots: &mut Vec<(String, f64)>) {
        for mark in marks {
            let Mark::Group(group) = mark else { continue };
            if let Some((_, date)) = group.data.iter().find(|(name, _)| *name == "date") {
                let x = group.marks.iter().find_map(|mark| match mark {
                    Mark::Circle(at, ..) => Some(at.x),
                    _ => None,
                });
                dots.push((date.clone(), x.unwrap()));
            }
            visit(&group.marks, dots);
        }
    }
    visit(figure.marks(), &mut dots);
    dots.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(dots.len(), 17);
    assert!(dots.is_sorted_by(|a, b| a.1 <= b.1 + 16.0), "{dots:?}");
    // EDSR of June 2017 and StarGAN v2 of December 2019 have no neighbours: 2.48 years.
    let at = |date: &str| dots.iter().find(|dot| dot.0 == date).unwrap().1;
    let (edsr, stargan, first) = (at("2017-06-10"), at("2019-12-04"), at("2016-11-11"));
    let year = (stargan - edsr) / 2.483;
    assert!(((edsr - first) / year - 0.578).abs() < 0.02, "{dots:?}");
}

// ---- world map -----------------------------------------------------------------------------------------------

#[test]
fn the_world_map_shows_the_ties_of_places_that_are_known() {
    for (name, corpus) in [("korea", korea()), ("world", tables::world(&named_by_us()))] {
        let network = network(&corpus);
        for width in [170.0, 85.0] {
            for language in [Language::English, Language::Korean, Language::Both] {
                let options = options(width, Scheme::Light, language);
                let figure = geo::compose_subgraph(&network, &SubgraphSpec::default(), &options).unwrap();
                let what = format!("{name} {width} {language:?}");
                crate::views::keep(&format!("geo-{name}-{width}-{language:?}"), &figure);
                let found = statistics(&figure);
                let faults = (found.overlapping_labels, found.labels_over_foreign_nodes, found.overlapping_nodes);
                assert_eq!((faults, found.outside, found.faint_texts), ((0, 0, 0), 0, 0), "{what}: {found:?}");
                assert!(found.smallest_type >= 6.0 && figure.height_mm() <= 235.0, "{what}");
                let written = svg::write(&figure);
                assert_eq!(lint::check(&[("geo.svg", &written)]), [], "{what}");
                let drawn: BTreeSet<String> = figure.nodes().iter().map(|(node, _)| node.key.clone()).collect();
                let mut ties = 0;
                for (a, b, ..) in network.adjacency().edges() {
                    let key = |node: usize| corpus.institution(network.institution(node).unwrap()).id.clone();
                    ties += usize::from(drawn.contains(&key(a)) && drawn.contains(&key(b)));
                }
                assert_eq!(found.ties, ties, "{what}");
            }
        }
    }
}

#[test]
fn a_world_map_of_nothing_says_so() {
    for (name, corpus) in hard() {
        let options = options(170.0, Scheme::Dark, Language::English);
        let figure = geo::compose_subgraph(&network(&corpus), &SubgraphSpec::default(), &options).unwrap();
        assert!(figure.nodes().is_empty(), "{name}");
        let description = &figure.metadata().description;
        let is_told =
            ["No place is known of", "No tie to draw on the map"].iter().any(|told| description.starts_with(told));
        assert!(is_told, "{name}: {description}");
    }
}

// ---- captions ------------------------------------------------------------------------------------------------

/// Lines of text below the legend.
fn caption_lines(figure: &Figure) -> usize {
    let is_line = |mark: &&Mark| matches!(mark, Mark::Text(_));
    figure.marks().iter().rev().take_while(is_line).count()
}

#[test]
fn captions_have_two_lines_or_three_in_one_column() {
    for corpus in [korea(), tables::world(&named_by_us())] {
        let network = network(&corpus);
        let part = SubgraphSpec { top: Some(12), ..SubgraphSpec::default() };
        for (width, most) in [(170.0, 2), (85.0, 3)] {
            for language in [Language::English, Language::Korean] {
                let options = options(width, Scheme::Light, language);
                let map = map::MapOptions { subgraph: part.clone(), ..map::MapOptions::default() };
                let figures = [
                    arc::compose_subgraph(&network, &part, &options).unwrap(),
                    matrix::compose_subgraph(&network, None, &part, &options).unwrap(),
                    timeline::compose_subgraph(&network, &SubgraphSpec::default(), &options).unwrap(),
                    geo::compose_subgraph(&network, &SubgraphSpec::default(), &options).unwrap(),
                    map::compose_subgraph(&network, &map, &options).unwrap(),
                    draw_lanes(&network, &options),
                ];
                for figure in figures {
                    let (view, lines) = (figure.metadata().view.clone(), caption_lines(&figure));
                    assert!((1..=most).contains(&lines), "{view} {width}: {lines} lines");
                    let share = lines as f64 * 8.2 / (figure.height_mm() * 72.0 / 25.4);
                    let allowed = if figure.height_mm() < 70.0 { 0.15 } else { 0.12 };
                    assert!(lines == 1 || share <= allowed, "{view} {width}: {share}");
                }
            }
        }
    }
}

#[test]
fn what_the_caption_has_no_room_for_stands_in_the_alternative_text() {
    let corpus = korea();
    let note = |number: usize| (format!("A note of some length, number {number}, that fills a line."), String::new());
    let notes: Vec<(String, String)> = (0..12).map(note).collect();
    let options = Options { notes, ..options(85.0, Scheme::Light, Language::English) };
    let figure = timeline::compose(&corpus, &options).unwrap();
    let visible: String = figure.texts().iter().map(|(text, _)| text.content.clone() + " ").collect();
    for number in 0..12 {
        let note = format!("number {number},");
        let is_seen = visible.contains(&note);
        assert!(is_seen != figure.metadata().description.contains(&note), "{note} {is_seen}");
    }
    assert!(figure.metadata().description.contains("number 11,"));
}
