//! Texts of the world map: finding, title, notes, legend.

use crate::corpus::kind::ActorKind;
use crate::drawing::actor::{self, Style};
use crate::drawing::encoding::Stroke;
use crate::drawing::findings;
use crate::drawing::frame::FigureText;
use crate::drawing::geo::content::GeoContent;
use crate::drawing::geo::paint::RADIUS;
use crate::drawing::kind::{TieMeasure, WorkKind};
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::subgraph::Subgraph;
use crate::message;
use crate::messages::{List, Localizer, Message, Statement};
use crate::network::graph::Network;

/// Largest number of institutions without a place that the caption names.
const MAX_NAMED: usize = 3;

/// What is found of the ties: the pair with the most joint works of all, or how many ties cross a border.
pub(super) fn headline(
    network: &Network<'_>,
    content: &GeoContent,
    are_countries: bool,
    kind: WorkKind,
) -> Option<Statement> {
    let is_drawn = |tie: usize| content.ties.iter().any(|one| one.tie == tie);
    if let Some(pair) = findings::strongest_pair(network, is_drawn, kind) {
        return Some(pair);
    }
    let (cross, all_known) = content.across_borders(network);
    let ties = content.ties.len();
    (all_known && !are_countries && ties > 1)
        .then(|| message!("figures-geo-headline-borders", cross = cross, ties = ties))
}

/// Title, subtitle, description and notes.
pub(super) fn words(
    network: &Network<'_>,
    content: &GeoContent,
    subgraph: &Subgraph<'_, '_>,
    measure: TieMeasure,
    are_countries: bool,
    style: Style<'_>,
) -> FigureText {
    let (corpus, kind) = (network.corpus(), style.kind);
    let actors = if are_countries { ActorKind::Country } else { ActorKind::Institution };
    let (shown, ties) = (content.actors.len(), content.ties.len());
    let title = match (shown, content.unplaced.len()) {
        (0, 0) => message!("figures-geo-title-no-ties"),
        (0, unplaced) => message!("figures-geo-title-no-places", count = unplaced),
        _ => message!("figures-geo-title", shown = shown, actors = actors),
    };
    let subtitle = match measure {
        _ if shown == 0 => message!("figures-geo-subtitle-none"),
        TieMeasure::Works(kind) => message!("figures-geo-subtitle", kind = kind),
        TieMeasure::Weight | TieMeasure::Mixed(_) => message!("figures-geo-subtitle-weight"),
    };
    let description = match ties {
        0 if shown == 0 => title.clone(),
        0 => message!("figures-geo-empty"),
        _ => message!("figures-geo-description", shown = shown, ties = ties, actors = actors),
    };
    let mut words = FigureText::new("geo", style.language, title, subtitle, description);
    words.extend_excluded(subgraph.notes(kind));
    if content.excluded > 0 {
        words.exclude(message!("figures-geo-excluded", count = content.excluded, actors = actors));
    }
    if shown > 0 && !content.unplaced.is_empty() {
        let names = content.unplaced.iter().take(MAX_NAMED).map(|&id| &corpus.institution(id).names);
        let (count, names) = (content.unplaced.len(), List::comma(names));
        words.exclude(match count <= MAX_NAMED {
            true => message!("figures-geo-unplaced", names = names),
            false => message!("figures-geo-unplaced-more", count = count, names = names),
        });
    }
    if content.apart > 0 {
        words.exclude(message!("figures-geo-apart", count = content.apart, actors = actors));
    }
    let drawn: Vec<_> = content.actors.iter().map(|one| one.id).chain(content.unplaced.iter().copied()).collect();
    if !are_countries {
        words.extend_excluded(subgraph.isolates_notes(&drawn, content.isolates, kind));
    }
    words.extend_notes(actor::large_teams_note(network, content.actors.iter().map(|one| one.id), kind));
    words
}

/// Notes on names without room, and on how the map was made.
pub(super) fn notes(unnamed: usize, has_insets: bool, is_empty: bool) -> Vec<Statement> {
    if is_empty {
        return Vec::new();
    }
    let names = (unnamed > 0).then(|| message!("figures-geo-unnamed", count = unnamed));
    let made = if has_insets { message!("figures-geo-made-insets") } else { message!("figures-geo-made") };
    names.into_iter().chain([made]).collect()
}

/// Sectors, widths of arcs and sizes of marks that occur.
pub(super) fn legend(
    network: &Network<'_>,
    content: &GeoContent,
    stroke: Stroke,
    measure: TieMeasure,
    are_countries: bool,
    style: Style<'_>,
) -> Vec<LegendEntry> {
    let (corpus, theme, language) = (network.corpus(), style.theme, style.language);
    let mut entries = Vec::new();
    if !are_countries {
        let sectors = content.actors.iter().map(|one| corpus.institution(one.id).sector());
        entries.extend(legend::sector_entries(sectors, theme, language));
    }
    let values: Vec<f64> = content.ties.iter().map(|tie| tie.value).collect();
    let (low, high) = (values.first().copied(), values.last().copied());
    for (index, value) in low.into_iter().chain(high.filter(|_| low != high)).enumerate() {
        let text =
            if index == 0 { measure.legend_first(value, language) } else { measure.legend_next(value, language) };
        entries.push(LegendEntry::new(Symbol::Line(theme.edge, stroke.of(value)), text));
    }
    entries.extend(legend::equal_widths(stroke, &values, measure, language));
    if style.kind.has_works() {
        let works = content.actors.iter().map(|one| corpus.works_of(one.id).len());
        let (least, most) = (works.clone().min().unwrap_or(0), works.clone().max().unwrap_or(0));
        let text = |count: usize| -> Message { message!("figures-geo-legend-size", count = count, kind = style.kind) };
        for count in [least, most].into_iter().filter(|&count| count > 0 && least < most) {
            let text = Localizer::in_each(language, &text(count));
            entries.push(LegendEntry::new(Symbol::Disc(RADIUS.of(count)), text));
        }
        entries.extend(legend::equal_sizes(RADIUS, works, style.kind, language));
    }
    entries
}
