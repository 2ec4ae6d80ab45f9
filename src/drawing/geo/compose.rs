//! Composition of the world map.

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::MarkGroup;
use crate::drawing::actor::{self, Style};
use crate::drawing::frame::{self, Options};
use crate::drawing::geo::content::GeoContent;
use crate::drawing::geo::paint::{GeoPainter, STROKE};
use crate::drawing::geo::world::{MapFrame, WORLD};
use crate::drawing::geo::{captions, inset};
use crate::drawing::subgraph::Subgraph;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::geometry::{Point, Rect};
use crate::network::graph::Network;
use crate::selection::subgraph::SubgraphSpec;

/// Largest number of actors, at full width and in one column.
const MAX_ACTORS: (usize, usize) = (50, 24);
/// Insets in a row, at full width and in one column.
const PER_ROW: (usize, usize) = (3, 2);

/// World map of a subgraph in the equal-area projection Equal Earth: institutions at the places that the registry has of
/// them, countries at theirs, ties as arcs; crowded regions again at a larger scale, where their names stand. The strongest
/// are drawn; institutions without a known place are named.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose_subgraph(network: &Network<'_>, spec: &SubgraphSpec, options: &Options) -> Result<Figure, Error> {
    let corpus = network.corpus();
    let subgraph = Subgraph::of(network, spec);
    let (theme, roles) = (options.theme(), options.roles());
    let style = Style { theme, roles: &roles, language: options.language, kind: options.kind(corpus) };
    let (wide, width) = (options.width() >= NARROW_BELOW_MM, options.inner_width());
    let content = GeoContent::of(network, &subgraph, if wide { MAX_ACTORS.0 } else { MAX_ACTORS.1 });
    let are_countries = content.are_countries(network);
    let measure = actor::measure(network, content.ties.iter().map(|tie| tie.tie), style.kind);
    let stroke = STROKE.for_largest(content.largest());

    let headline = captions::headline(network, &content, are_countries, style.kind);
    let mut words =
        captions::words(network, &content, &subgraph, measure, are_countries, style).headed(headline, options);
    let (mut marks, top) = frame::header(&words, options);
    let painter = GeoPainter { network, content: &content, style, stroke, are_countries };
    let world = MapFrame::new(WORLD, Point::new(0.0, top), width);
    let (insets, bottom) = inset::arrange(&content, world.area.bottom, width, if wide { PER_ROW.0 } else { PER_ROW.1 });
    let all: Vec<usize> = (0..content.actors.len()).collect();
    let placed = painter.placed(&world, &all);
    marks.push(painter.land(&world));
    marks.push(MarkGroup::new("ties", painter.arcs(&placed, &world, false)).into());
    marks.extend(painter.marks(&placed, false));
    // Actors of an inset have their names there.
    let in_inset = |actor: &usize| insets.iter().any(|inset| inset.actors.contains(actor));
    let named: Vec<usize> = all.iter().copied().filter(|actor| !in_inset(actor)).collect();
    let (names, mut unnamed) = painter.names(&placed, &named, Rect::new(0.0, world.area.top, width, world.area.bottom));
    marks.extend(names);
    for inset in &insets {
        let (mark, without) = painter.inset(inset);
        marks.push(mark);
        unnamed += without;
    }
    words.extend_notes(captions::notes(unnamed, !insets.is_empty(), content.actors.is_empty()));
    words.drawn_institutions = frame::institutions_in(&marks);
    let legend = captions::legend(network, &content, stroke, measure, are_countries, style);
    let (footer, bottom) = frame::footer(corpus, &mut words, &legend, bottom + 8.0, options);
    marks.extend(footer);
    frame::figure(&words, marks, bottom, options)
}
