//! Composition of the arc diagram: layout, legend and texts.

use crate::answer::figure::{Error, Figure};
use crate::answer::language::Language;
use crate::corpus::institution::InstitutionId;
use crate::drawing::actor::{self, Style};
use crate::drawing::arc::graph::{self, ArcGraph};
use crate::drawing::arc::panel::{Panel, RADIUS};
use crate::drawing::findings;
use crate::drawing::frame::{self, FigureText, Options};
use crate::drawing::kind::{TieMeasure, WorkKind};
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::names::Length;
use crate::drawing::row_label::{self, Languages, RowLabel};
use crate::drawing::subgraph::Subgraph;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::message;
use crate::messages::{List, Localizer, Message};
use crate::network::graph::Network;
use crate::selection::subgraph::SubgraphSpec;
use std::collections::BTreeSet;

/// Largest number of institutions drawn; the strongest are selected.
pub const MAX_INSTITUTIONS: usize = 30;

/// Pitch of the rows in points, at full width and in one column.
const ROW_PITCH: (f64, f64) = (16.0, 14.2);
/// Gap between the two columns of a wide diagram, in points.
const GUTTER: f64 = 22.0;
/// Share of the width for the first of two columns, which holds the larger components.
const FIRST_COLUMN_SHARE: f64 = 0.54;
/// Largest share of a column's width for names.
const MAX_NAME_SHARE: f64 = 0.50;

/// Arc diagram of a one-mode network: a tie is an arc, the joint works of four or more institutions are a pill with
/// spokes. At full width, components without a tie between them are split into two columns. Above [`MAX_INSTITUTIONS`]
/// only the strongest institutions are drawn, and the source line says how many are excluded. Cost: at most 19 runs of
/// [`seriation::seriate_components`](crate::drawing::seriation::seriate_components) and O(arcs²) for label placement.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose(network: &Network<'_>, options: &Options) -> Result<Figure, Error> {
    compose_subgraph(network, &SubgraphSpec::default(), options)
}

/// Arc diagram of a subgraph; the numbers of works are those of the full corpus.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose_subgraph(network: &Network<'_>, spec: &SubgraphSpec, options: &Options) -> Result<Figure, Error> {
    let subgraph = Subgraph::of(network, spec);
    let (theme, roles) = (options.theme(), options.roles());
    let style = Style { theme, roles: &roles, language: options.language, kind: options.kind(network.corpus()) };
    let is_full_width = options.width() >= NARROW_BELOW_MM;
    let graph = graph::select_readable(network, MAX_INSTITUTIONS, &subgraph);
    let drawn: BTreeSet<usize> = graph.order.iter().map(|&id| network.node_of(id)).collect();
    let is_drawn = |tie: usize| {
        let (a, b, _) = network.tie(tie);
        subgraph.has_tie(tie) && drawn.contains(&a) && drawn.contains(&b)
    };
    let headline = findings::strongest_pair(network, is_drawn, style.kind);
    let mut words = words(network, &graph, &subgraph, style).headed(headline, options);
    let (mut marks, header_height) = frame::header(&words, options);
    let top = header_height + 4.0;
    let pitch = if is_full_width { ROW_PITCH.0 } else { ROW_PITCH.1 };
    let width = options.inner_width();
    let column_break = if is_full_width { column_break(&graph) } else { graph.order.len() };
    let column_count = if column_break < graph.order.len() && column_break > 0 { 2.0 } else { 1.0 };
    let available = width - GUTTER * (column_count - 1.0);
    let columns = if column_count > 1.0 {
        [available * FIRST_COLUMN_SHARE, available * (1.0 - FIRST_COLUMN_SHARE)]
    } else {
        [available, available]
    };
    let mut bottom = top;
    for (index, members) in [&graph.order[..column_break], &graph.order[column_break..]].into_iter().enumerate() {
        if members.is_empty() {
            continue;
        }
        let left = index as f64 * (columns[0] + GUTTER);
        let panel = panel(network, &graph, members, (left, left + columns[index]), top, pitch, style);
        marks.extend(panel.marks());
        bottom = bottom.max(top + members.len() as f64 * pitch);
    }
    words.extend_notes(frame::truncation_note(&marks));
    words.drawn_institutions = frame::institutions_in(&marks);
    let (footer, bottom) =
        frame::footer(network.corpus(), &mut words, &legend(network, &graph, style), bottom + 5.0, options);
    marks.extend(footer);
    frame::figure(&words, marks, bottom, options)
}

fn panel<'p, 'c>(
    network: &'p Network<'c>,
    graph: &'p ArcGraph,
    members: &'p [InstitutionId],
    (left, right): (f64, f64),
    top: f64,
    pitch: f64,
    style: Style<'p>,
) -> Panel<'p, 'c> {
    let corpus = network.corpus();
    let max_width = (right - left) * MAX_NAME_SHARE;
    let labels_of = |length: Length| -> Vec<RowLabel> {
        members.iter().map(|&id| RowLabel::new(&corpus.institution(id).names, length, Languages::Both, style)).collect()
    };
    let widest = |rows: &[RowLabel]| rows.iter().map(|row| row.width(style)).fold(0.0, f64::max);
    let mut row_labels = labels_of(Length::Long);
    if widest(&row_labels) > max_width || right - left < 200.0 && style.language == Language::Both {
        row_labels = labels_of(Length::Short);
    }
    let axis = left + row_label::fit_column(&mut row_labels, max_width, style) + 2.0 * RADIUS.max + 5.0;
    Panel { network, graph, members, row_labels, axis: axis - RADIUS.max, right, top, pitch, style }
}

/// Index of the first row in the second column: the component boundary nearest to half of the rows, or the number of
/// rows where there is no boundary.
fn column_break(graph: &ArcGraph) -> usize {
    let count = graph.order.len();
    let index_of = |id: &InstitutionId| graph.order.iter().position(|one| one == id).unwrap_or(0);
    let mut inner = vec![false; count + 1];
    let teams = graph.pairs.iter().map(|pair| vec![pair.a, pair.b]);
    for team in teams.chain(graph.consortia.iter().map(|one| one.members.clone())) {
        let member_rows: Vec<usize> = team.iter().map(index_of).collect();
        let (low, high) = (member_rows.iter().min().copied(), member_rows.iter().max().copied());
        if let (Some(low), Some(high)) = (low, high) {
            inner[low + 1..=high].fill(true);
        }
    }
    (1..count).filter(|&at| !inner[at]).min_by_key(|&at| (at.abs_diff(count - at), at)).unwrap_or(count)
}

fn legend(network: &Network<'_>, graph: &ArcGraph, style: Style<'_>) -> Vec<LegendEntry> {
    let (theme, language, corpus) = (style.theme, style.language, network.corpus());
    let sectors = graph.order.iter().map(|&id| corpus.institution(id).sector());
    let mut entries = legend::sector_entries(sectors, theme, language);
    let mut weights: Vec<f64> = graph.pairs.iter().map(|pair| pair.weight).collect();
    // Spokes have the stroke width of an arc with the same number of works.
    weights.extend(graph.consortia.iter().map(|one| one.works.len() as f64));
    weights.sort_by(f64::total_cmp);
    weights.dedup();
    let shown: Vec<f64> = match weights.as_slice() {
        [first, .., last] if weights.len() > 3 => vec![*first, weights[weights.len() / 2], *last],
        all => all.to_vec(),
    };
    let measure = measure(network, graph, style.kind);
    for (index, weight) in shown.into_iter().enumerate() {
        let text =
            if index == 0 { measure.legend_first(weight, language) } else { measure.legend_next(weight, language) };
        entries.push(LegendEntry::new(Symbol::Line(theme.edge, graph.stroke_width(weight)), text));
    }
    entries.extend(legend::equal_widths(graph.stroke(), &weights, measure, language));
    let works = graph.order.iter().map(|&id| corpus.works_of(id).len());
    entries.extend(legend::equal_sizes(RADIUS, works, style.kind, language));
    if !graph.consortia.is_empty() {
        let text = Localizer::in_each(language, &message!("figures-arc-legend-pill", kind = style.kind));
        entries.push(LegendEntry::new(Symbol::Pill, text));
    }
    entries
}

fn measure(network: &Network<'_>, graph: &ArcGraph, kind: WorkKind) -> TieMeasure {
    let pairs = graph.pairs.iter().map(|pair| (!pair.works.is_empty(), network.evidence(pair.tie).is_empty()));
    TieMeasure::of(kind, pairs.chain(graph.consortia.iter().map(|_| (true, false))))
}

fn words(network: &Network<'_>, graph: &ArcGraph, subgraph: &Subgraph<'_, '_>, style: Style<'_>) -> FigureText {
    let kind = style.kind;
    let measure = measure(network, graph, kind);
    let part =
        subgraph.is_restricted().then(|| message!("figures-part-of", shown = graph.order.len(), all = graph.all));
    let title = title(measure, part.filter(|_| graph.order.len() < graph.all));
    let mut words = FigureText::new("arc", style.language, title, subtitle(measure), description(graph, kind));
    words.extend_notes(actor::large_teams_note(network, graph.order.iter().copied(), kind));
    subgraph.notes(kind).into_iter().for_each(|note| words.exclude(note));
    words.extend_excluded(excluded_note(graph, subgraph, kind));
    words.extend_excluded(lineless_note(network, graph));
    words.extend_excluded(subgraph.isolates_notes(&graph.order, graph.excluded_isolates, kind));
    words
}

/// Note on the institutions with partners that are not drawn.
fn excluded_note(graph: &ArcGraph, subgraph: &Subgraph<'_, '_>, kind: WorkKind) -> Option<Message> {
    let (shown, excluded) = (graph.order.len(), graph.excluded_partners);
    if excluded == 0 {
        return None;
    }
    Some(match (kind.has_works(), subgraph.is_restricted()) {
        (true, false) => message!("figures-arc-most-works", shown = shown, excluded = excluded, kind = kind),
        (true, true) => message!("figures-arc-most-works-part", shown = shown, excluded = excluded, kind = kind),
        (false, false) => message!("figures-arc-largest-weight", shown = shown, excluded = excluded),
        (false, true) => message!("figures-arc-largest-weight-part", shown = shown, excluded = excluded),
    })
}

/// Names that the note on institutions without an arc has, at most.
const MAX_LINELESS_NAMED: usize = 4;

/// Note on those drawn without an arc whose partners are not drawn, so that no mark seems to have none.
fn lineless_note(network: &Network<'_>, graph: &ArcGraph) -> Option<Message> {
    let has_arc = |id: InstitutionId| {
        graph.pairs.iter().any(|pair| pair.a == id || pair.b == id)
            || graph.consortia.iter().any(|consortium| consortium.members.contains(&id))
    };
    let has_partner = |id: InstitutionId| network.adjacency().degree(network.node_of(id)) > 0;
    let lineless = graph.order.iter().copied().filter(|&id| has_partner(id) && !has_arc(id));
    let names: Vec<_> = lineless.map(|id| &network.corpus().institution(id).names).collect();
    let count = names.len();
    (count > 0).then(|| {
        let names = List::and(names, "institution").naming(MAX_LINELESS_NAMED);
        message!("figures-arc-lineless", count = count, names = names)
    })
}

fn title(measure: TieMeasure, part: Option<Message>) -> Message {
    match (measure, part) {
        (TieMeasure::Weight, None) => message!("figures-arc-title-ties"),
        (TieMeasure::Weight, Some(part)) => message!("figures-arc-title-ties-part", part = part),
        (TieMeasure::Works(_) | TieMeasure::Mixed(_), None) => message!("figures-arc-title"),
        (TieMeasure::Works(_) | TieMeasure::Mixed(_), Some(part)) => message!("figures-arc-title-part", part = part),
    }
}

fn subtitle(measure: TieMeasure) -> Message {
    match measure {
        TieMeasure::Weight => message!("figures-arc-subtitle-weight"),
        TieMeasure::Works(kind) => message!("figures-arc-subtitle-works", kind = kind),
        TieMeasure::Mixed(kind) => message!("figures-arc-subtitle-mixed", kind = kind),
    }
}

fn description(graph: &ArcGraph, kind: WorkKind) -> Message {
    let (institutions, arcs, sets) = (graph.order.len(), graph.pairs.len(), graph.consortia.len());
    if sets > 0 {
        message!("figures-arc-description", institutions = institutions, arcs = arcs, sets = sets, kind = kind)
    } else {
        message!("figures-arc-description-pairs", institutions = institutions, arcs = arcs)
    }
}
