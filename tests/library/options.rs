//! Each option of a figure changes what it should, on every view, and nothing else.

use crate::support::gallery::{VIEWS, draw, korea, world};
use collabgraph::answer::language::Language;
use collabgraph::answer::positions::NodePositions;
use collabgraph::drawing::frame::{Background, Heading, Options, SourceLine};
use collabgraph::drawing::theme::Scheme;
use collabgraph::drawing::{arc, bipartite, ego, matrix, timeline};
use collabgraph::network::counting::Projection;
use collabgraph::network::graph::Network;
use collabgraph::render::svg::{self, SvgForm};
use collabgraph::selection::subgraph::SubgraphSpec;

fn written(view: &str, options: &Options) -> String {
    svg::write(&draw(korea(), view, options).unwrap())
}

#[test]
fn every_option_does_what_it_says_on_every_view() {
    for view in VIEWS {
        let plain = written(view, &Options::default());
        let title = draw(korea(), view, &Options::default()).unwrap().metadata().title.clone();
        let visible = |svg: &str, text: &str| svg.contains(&format!(">{text}</text>"));
        let named = |heading| written(view, &Options { heading, ..Options::default() });
        let own = named(Heading::Title("Mine & yours".to_owned()));
        assert!(visible(&own, "Mine &amp; yours") && !visible(&own, &title), "{view}: title");
        let bare = named(Heading::Hidden);
        assert!(!visible(&bare, &title) && bare.contains("-title\">"), "{view}: the title stays for readers");
        let source = written(view, &Options { source: SourceLine::Text("From me".to_owned()), ..Options::default() });
        assert!(source.contains("From me") && !source.contains("자료 Source:"), "{view}: source");
        let open = written(view, &Options { background: Background::Open, ..Options::default() });
        let page = "<rect x=\"-6\" y=\"-6\"";
        assert!(plain.contains(page) && !open.contains(page), "{view}: background");
        let prefixed = written(view, &Options { id_prefix: "mine".to_owned(), ..Options::default() });
        assert!(prefixed.contains("id=\"mine-title\""), "{view}: prefix");
        assert_eq!(prefixed.matches(" id=\"").count(), prefixed.matches(" id=\"mine").count(), "{view}: all ids");
        let figure = draw(korea(), view, &Options::default()).unwrap();
        assert!(!svg::write_as(&figure, SvgForm::Inline).starts_with("<?xml"), "{view}: inline");
        for width_mm in [60.0, 85.0, 120.0, 240.0] {
            let sized = written(view, &Options { width_mm, ..Options::default() });
            assert!(sized.contains(&format!("width=\"{width_mm}mm\"")), "{view}: {width_mm} mm");
        }
    }
}

/// The coordinates of a figure, without its colours and ids.
fn bones(svg: &str) -> Vec<String> {
    let words = svg.split([' ', '>', '<']);
    let kept = |word: &&str| {
        ["x=", "y=", "cx=", "cy=", "r=", "rx=", "ry=", "width=", "height=", "font-size=", "points=", "viewBox="]
            .iter()
            .any(|name| word.starts_with(name))
            || word.starts_with("d=")
    };
    words.filter(kept).map(str::to_owned).collect()
}

#[test]
fn themes_change_colours_alone() {
    for view in VIEWS {
        for (width_mm, language) in [(170.0, Language::Both), (85.0, Language::Korean), (170.0, Language::English)] {
            let of = |scheme| written(view, &Options { width_mm, scheme, language, ..Options::default() });
            let (light, dark) = (of(Scheme::Light), of(Scheme::Dark));
            assert_ne!(light, dark);
            assert_eq!(bones(&light), bones(&dark), "{view} at {width_mm} mm, {language:?}");
        }
    }
}

#[test]
fn every_view_shows_a_part_and_says_so() {
    let world = world();
    let network = Network::one_mode(world, Projection::default());
    let options = Options { language: Language::English, ..Options::default() };
    let kaist = world.institution_by_key("kaist").unwrap();
    let choices = [
        (SubgraphSpec { top: Some(10), ..SubgraphSpec::default() }, "the 10 institutions with the most models"),
        (
            SubgraphSpec { focus: Some((kaist, 1)), ..SubgraphSpec::default() },
            "KAIST and institutions up to one step away",
        ),
        (SubgraphSpec { component: Some(2), ..SubgraphSpec::default() }, "connected component 2"),
        (SubgraphSpec { min_weight: Some(4.0), ..SubgraphSpec::default() }, "weight 4 or more"),
        (SubgraphSpec { backbone: Some(0.05), ..SubgraphSpec::default() }, "backbone"),
        (SubgraphSpec { core: Some(3), ..SubgraphSpec::default() }, "3-core"),
    ];
    for (choice, told) in choices {
        let drawn = [
            matrix::compose_subgraph(&network, None, &choice, &options),
            arc::compose_subgraph(&network, &choice, &options),
            timeline::compose_subgraph(&network, &choice, &options),
            bipartite::compose_subgraph(&network, &choice, &bipartite::Bipartite::default(), &options),
        ];
        for figure in drawn.map(Result::unwrap) {
            let left_out = figure.metadata().excluded.join(" ");
            let name = format!("{} {choice:?}: {left_out}", figure.metadata().view);
            assert!(left_out.contains(told) && left_out.contains("Outside of this part"), "{name}");
            let part = collabgraph::selection::subgraph::select(&network, &choice);
            let inside = |key: &String| {
                let id = world.institution_by_key(key);
                id.is_none_or(|id| part.contains(network.node_of(id)))
            };
            assert!(NodePositions::of(&figure).nodes.keys().all(inside), "{name}");
            assert!(!figure.nodes().is_empty(), "{name}");
        }
    }
}

#[test]
fn less_can_be_drawn_around_an_institution() {
    let world = world();
    let network = Network::one_mode(world, Projection::default());
    let id = world.institution_by_key("kaist").unwrap();
    let count = |around| ego::compose_with(&network, id, around, &Options::default()).unwrap().nodes().len();
    let all = count(ego::EgoOptions::default());
    let near = count(ego::EgoOptions { depth: Some(1), ..ego::EgoOptions::default() });
    assert!(near < all && near > 1, "{near} of {all}");
    assert!(count(ego::EgoOptions { top: Some(3), ..ego::EgoOptions::default() }) <= 3);
    assert_eq!(count(ego::EgoOptions { min_weight: Some(99.0), ..ego::EgoOptions::default() }), 1);
}
