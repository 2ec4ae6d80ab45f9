//! Figures by name: a view with its names, its part and its looks.

use std::collections::BTreeMap;

use crate::analysis::Analysis;
use crate::analysis::error::AnalysisError;
use crate::analysis::figure_by::{self, FigureBy};
pub use crate::analysis::figure_request::{ClusterSource, FigureRequest, PositionSource, View};
use crate::analysis::given_positions;
use crate::analysis::page::PageSize;
use crate::analysis::settings::country;
use crate::answer::figure::{self, Figure};
use crate::answer::positions::NodePositions;
use crate::community::{given, leiden};
use crate::drawing::bipartite::{self, Bipartite};
use crate::drawing::ego::EgoOptions;
use crate::drawing::frame::{Background, Heading, MAX_WIDTH_MM, MIN_WIDTH_MM, Options, SourceLine};
use crate::drawing::map::{self, ColorBy, LayoutGraph, MapOptions};
use crate::drawing::partners::{self, PartnersOptions};
use crate::drawing::recommend::{self, RecommendedView};
use crate::drawing::{actor, arc, ego, geo, lanes, matrix, path, plain, timeline};
use crate::geometry::Point;
use crate::message;
use crate::messages::Message;
use crate::network::graph::Network;
use crate::query::require_works;
use crate::query::trend;
use crate::selection::subgraph::{DEFAULT_DEPTH, SubgraphSpec, select};

/// Places of nodes that another program computed.
pub type Placing<'p> = &'p dyn Fn(LayoutGraph) -> Result<BTreeMap<String, Point>, AnalysisError>;

/// The request with its view, and the reason for that where none was asked for.
#[must_use]
pub fn with_view(analysis: &Analysis, request: &FigureRequest) -> (FigureRequest, View, Option<Message>) {
    if let Some(view) = request.view {
        return rows_for_many(analysis, request).unwrap_or_else(|| (request.clone(), view, None));
    }
    let advice = recommend::view(analysis.scope().network(), request.width_mm);
    let is_of_others =
        request.focus.is_some() || request.component.is_some() || request.backbone.is_some() || request.core.is_some();
    let mut chosen = request.clone();
    let view = match advice.view {
        // Parts that only others can show are those of a map.
        RecommendedView::Ego(_) if is_of_others => View::Map,
        RecommendedView::Ego(hub) => {
            chosen.names = vec![analysis.corpus.institution(hub).names.label().to_owned()];
            View::Ego
        }
        RecommendedView::Bipartite => View::Bipartite,
        RecommendedView::Timeline => View::Timeline,
        RecommendedView::Matrix => View::Matrix,
        RecommendedView::Map => View::Map,
    };
    chosen.view = Some(view);
    let (works, institutions) = (analysis.corpus.work_count(), analysis.corpus.institution_count());
    let (kind, name, reason) = (analysis.whole.work_kind(), advice.view.name(), &advice.reason);
    let remark = if kind.has_works() {
        message!(
            "cli-view-chosen",
            works = works,
            kind = kind,
            institutions = institutions,
            view = name,
            reason = reason
        )
    } else {
        message!("cli-view-chosen-ties", institutions = institutions, view = name, reason = reason)
    };
    (chosen, view, Some(remark))
}

/// Largest number of partners that the rings of `ego` hold.
const MAX_RING: usize = 12;

/// The rows of `partners` where `ego` has more partners than its ring holds, with the reason; a depth asks for rings.
fn rows_for_many(analysis: &Analysis, request: &FigureRequest) -> Option<(FigureRequest, View, Option<Message>)> {
    let ([name], Some(View::Ego), None) = (request.names.as_slice(), request.view, request.depth) else { return None };
    let id = analysis.institution(name).ok()?;
    let scope = analysis.scope();
    let network = scope.network();
    let strong = |&(_, _, tie): &(usize, f64, usize)| {
        request.min_weight.is_none_or(|least| actor::joint_count(network, tie) >= least)
    };
    let partners = network.adjacency().row_of(network.node_of(id)).filter(strong).count();
    // The institution itself is one of those that `ego` counts.
    let top = request.top.map(|top| top.saturating_sub(1));
    if partners.min(top.unwrap_or(usize::MAX)) <= MAX_RING {
        return None;
    }
    let names = &analysis.corpus.institution(id).names;
    let remark = message!("cli-ego-as-rows", name = names, count = partners);
    Some((FigureRequest { view: Some(View::Partners), top, ..request.clone() }, View::Partners, Some(remark)))
}

/// Draws. Nodes of a map or a bipartite view stand where `placing` puts them, those of a map near to where `earlier` has
/// them. Where the page has a height, the figure is laid out for the width at which it fills the page best.
///
/// # Errors
/// A view that needs other names, other data or no part; more nodes than a picture can show; a name that is none; a page
/// on which the figure could not be read.
pub fn compose(
    analysis: &Analysis,
    request: &FigureRequest,
    view: View,
    placing: Option<Placing<'_>>,
    earlier: Option<&NodePositions>,
) -> Result<Figure, AnalysisError> {
    let labelled = if request.labels.is_empty() { None } else { Some(request.labels.labelled(analysis)?) };
    let analysis = labelled.as_ref().unwrap_or(analysis);
    let size = PageSize { preset: request.preset, aspect: request.aspect, height_mm: request.height_mm };
    let (width_mm, height) = size.resolve(width(request.width_mm)?)?;
    let composed = |width_mm: f64, spread_height_mm: Option<f64>| {
        compose_at(analysis, request, (width_mm, spread_height_mm), view, placing, earlier)
    };
    match height {
        None => composed(width_mm, None),
        Some(height) => size.fit((width_mm, height), composed),
    }
}

/// Draws for a width, and maps for a height up to which they spread, both in millimetres.
fn compose_at(
    analysis: &Analysis,
    request: &FigureRequest,
    (width_mm, spread_height_mm): (f64, Option<f64>),
    view: View,
    placing: Option<Placing<'_>>,
    earlier: Option<&NodePositions>,
) -> Result<Figure, AnalysisError> {
    if matches!(view, View::Bipartite | View::Timeline | View::Lanes | View::Trend)
        && require_works::has_no_works(&analysis.scope())
    {
        return Err(message!("errors-view-needs-works").into());
    }
    check_names(view, request.names.len())?;
    check_by(request, view)?;
    check_encoding(analysis, request, view)?;
    let has_marks = matches!(view, View::Map | View::Bipartite | View::Ego | View::Path | View::Arc) && !request.plain;
    if !has_marks && !request.colors.is_empty() {
        return Err(message!("errors-own-colors-view", view = view.key()).into());
    }
    let options = Options { width_mm, spread_height_mm, ..options(analysis, request)? };
    let part = part(analysis, request, view)?;
    let home = request.home.as_deref().map(country).transpose()?;
    let scope = analysis.scope();
    let network = scope.network();
    refuse_crowds(analysis, network, view, &part)?;
    let given = given_positions(network, request, view)?;
    let given_clusters = check_clusters(network, request, view)?;
    if let Some(period) = request.by.and_then(FigureBy::period) {
        if placing.is_some() || earlier.is_some() {
            return Err(message!("errors-by-of-a-map").into());
        }
        let drawn = figure_by::maps(analysis, period, request.top, &options)?;
        return drawn.map_err(|error| message!("errors-figure", reason = error.to_string()).into());
    }
    let placed = |graph: &dyn Fn() -> LayoutGraph| placing.map(|placing| placing(graph())).transpose();
    let drawn = match view {
        View::Map if request.plain => plain(network, &part, given.as_ref(), &options)?,
        _ if request.plain => return Err(message!("errors-plain-is-a-map").into()),
        View::Map => {
            let is_upright = given.is_some();
            let fixed_positions = match given {
                Some(given) => Some(given_positions::of_marks(&map::layout_graph(network, &part), &given)),
                None => placed(&|| map::layout_graph(network, &part))?,
            };
            let previous = earlier.cloned();
            let (size_by, color_by) = (request.size_by, request.color_by);
            let map =
                MapOptions { subgraph: part, fixed_positions, is_upright, given_clusters, previous, size_by, color_by };
            map::compose_subgraph(network, &map, &options)
        }
        View::Bipartite => {
            let view = Bipartite { home, ..Bipartite::default() };
            let fixed_positions = placed(&|| bipartite::sketch_subgraph(network, &part, &view))?;
            bipartite::compose_subgraph(network, &part, &Bipartite { fixed_positions, ..view }, &options)
        }
        _ if placing.is_some() => return Err(message!("errors-engine-view").into()),
        View::Ego => {
            let around = EgoOptions { depth: request.depth, top: request.top, min_weight: request.min_weight };
            ego::compose_with(network, analysis.institution(&request.names[0])?, around, &options)
        }
        View::Partners => {
            let rows = PartnersOptions { top: request.top, min_weight: request.min_weight };
            partners::compose(network, analysis.institution(&request.names[0])?, rows, &options)
        }
        View::Path => {
            let ends = [analysis.institution(&request.names[0])?, analysis.institution(&request.names[1])?];
            path::compose(network, ends[0], ends[1], &options)
        }
        View::Timeline => timeline::compose_subgraph(network, &part, &options),
        View::Lanes => lanes::compose_subgraph(network, &part, home.as_ref(), &options),
        View::Geo => geo::compose_subgraph(network, &part, &options),
        View::Matrix => matrix::compose_subgraph(network, None, &part, &options),
        View::Arc => arc::compose_subgraph(network, &part, &options),
        View::Compare => return Err(message!("errors-compare-needs-two").into()),
        View::Trend => {
            let of = request.names.iter().map(|name| analysis.institution(name)).collect::<Result<_, _>>()?;
            let asked = trend::Options {
                by: request.by.and_then(FigureBy::grouping),
                measure: request.measure.unwrap_or_default(),
                of,
                is_cumulative: request.cumulative,
                top: Some(request.top.unwrap_or(trend::DEFAULT_TOP)),
            };
            crate::drawing::trend::compose(&analysis.corpus, &trend::chart(&analysis.scope(), &asked), &options)
        }
    };
    drawn.map_err(|error| message!("errors-figure", reason = error.to_string()).into())
}

/// The positions that the input gives, where they are asked for.
fn given_positions(
    network: &Network<'_>,
    request: &FigureRequest,
    view: View,
) -> Result<Option<BTreeMap<String, Point>>, AnalysisError> {
    if request.positions == PositionSource::Computed {
        return Ok(None);
    }
    if view != View::Map {
        return Err(message!("errors-positions-of-a-map").into());
    }
    given_positions::of(network).map(Some).ok_or_else(|| message!("errors-no-given-positions").into())
}

/// Whether the clusters that the input gives are asked for, and there.
fn check_clusters(network: &Network<'_>, request: &FigureRequest, view: View) -> Result<bool, AnalysisError> {
    if request.clusters == ClusterSource::Computed {
        return Ok(false);
    }
    if view != View::Map {
        return Err(message!("errors-clusters-of-a-map").into());
    }
    match given::partition(network, &leiden::Options::default()) {
        Some(_) => Ok(true),
        None => Err(message!("errors-no-given-clusters").into()),
    }
}

/// Groups and measures are those of a trend, periods those of a map.
fn check_by(request: &FigureRequest, view: View) -> Result<(), AnalysisError> {
    let grouping = request.by.and_then(FigureBy::grouping);
    if view != View::Trend && (grouping.is_some() || request.measure.is_some() || request.cumulative) {
        return Err(message!("errors-only-trend").into());
    }
    if request.by.and_then(FigureBy::period).is_none() {
        return Ok(());
    }
    let is_part = request.focus.is_some()
        || request.component.is_some()
        || request.min_weight.is_some()
        || request.backbone.is_some()
        || request.core.is_some();
    let is_other = request.plain
        || request.size_by.is_some()
        || request.color_by.is_some()
        || request.positions != PositionSource::Computed
        || request.clusters != ClusterSource::Computed;
    if view != View::Map || is_part || is_other {
        return Err(message!("errors-by-of-a-map").into());
    }
    Ok(())
}

/// Sizes and colours of a map that the data can tell.
fn check_encoding(analysis: &Analysis, request: &FigureRequest, view: View) -> Result<(), AnalysisError> {
    if request.size_by.is_none() && request.color_by.is_none() {
        return Ok(());
    }
    if view != View::Map || request.plain {
        return Err(message!("errors-encoding-of-a-map").into());
    }
    let needs_works = request.size_by.filter(|measure| measure.needs_works());
    if let Some(measure) = needs_works.filter(|_| require_works::has_no_works(&analysis.scope())) {
        return Err(message!("errors-size-needs-works", measure = measure.key()).into());
    }
    let corpus = &analysis.corpus;
    let is_known = |by: ColorBy| corpus.institution_ids().any(|id| by.is_known(corpus, id));
    match request.color_by.filter(|&by| corpus.institution_count() > 0 && !is_known(by)) {
        Some(by) => Err(message!("errors-color-unknown", by = by.key()).into()),
        None => Ok(()),
    }
}

/// Whether a figure shows something: an empty part has no result, like an empty answer.
///
/// # Errors
/// As [`compose`].
pub fn is_found(
    analysis: &Analysis,
    request: &FigureRequest,
    view: View,
    figure: &Figure,
) -> Result<bool, AnalysisError> {
    let is_part = part(analysis, request, view)?.is_some();
    let may_be_empty = view != View::Map && !is_part && analysis.corpus.institution_count() > 0;
    Ok(may_be_empty || !figure.nodes().is_empty())
}

/// More nodes than this are no picture: nobody could read it, and no program could show it.
const MAX_NODES: usize = 20_000;

/// Refuses what would take hours and gigabytes, and names what can be drawn instead.
fn refuse_crowds(
    analysis: &Analysis,
    network: &Network<'_>,
    view: View,
    part: &SubgraphSpec,
) -> Result<(), AnalysisError> {
    let nodes = match view {
        View::Ego | View::Partners | View::Path | View::Trend | View::Compare => return Ok(()),
        View::Map => select(network, part).nodes.len(),
        View::Bipartite | View::Timeline | View::Lanes => {
            analysis.corpus.institution_count() + analysis.corpus.work_count()
        }
        View::Matrix | View::Arc | View::Geo => analysis.corpus.institution_count(),
    };
    if nodes <= MAX_NODES {
        return Ok(());
    }
    Err(message!("errors-too-many-nodes", nodes = nodes, max = MAX_NODES).into())
}

/// Most ties of a plain map: more are a grey disc in a file that no viewer opens.
const PLAIN_UP_TO: usize = 500_000;

/// The map of all institutions without names.
fn plain(
    network: &Network<'_>,
    part: &SubgraphSpec,
    given: Option<&BTreeMap<String, Point>>,
    options: &Options,
) -> Result<Result<Figure, figure::Error>, AnalysisError> {
    if part.is_some() {
        return Err(message!("errors-plain-part").into());
    }
    if network.tie_count() > PLAIN_UP_TO {
        return Err(message!("errors-plain-ties", ties = network.tie_count()).into());
    }
    Ok(plain::compose_at(network, given, options))
}

/// The part that is asked for.
fn part(analysis: &Analysis, request: &FigureRequest, view: View) -> Result<SubgraphSpec, AnalysisError> {
    let focus = request.focus.as_deref().map(|name| analysis.institution(name)).transpose()?;
    let part = SubgraphSpec {
        component: request.component,
        focus: focus.map(|id| (id, request.depth.unwrap_or(DEFAULT_DEPTH))),
        min_weight: request.min_weight,
        backbone: request.backbone,
        core: request.core,
        top: request.top,
    };
    if request.depth.is_some() && request.focus.is_none() && view != View::Ego {
        return Err(message!("errors-depth-without-focus").into());
    }
    let of_ego = SubgraphSpec { top: None, min_weight: None, ..part.clone() };
    let of_trend = SubgraphSpec { top: None, ..part.clone() };
    match view {
        View::Trend if of_trend.is_some() => Err(message!("errors-trend-part").into()),
        View::Trend => Ok(SubgraphSpec::default()),
        View::Path if part.is_some() => Err(message!("errors-path-part").into()),
        View::Ego | View::Partners if of_ego.is_some() => Err(message!("errors-ego-part").into()),
        View::Ego | View::Partners => Ok(SubgraphSpec::default()),
        _ => Ok(part),
    }
}

/// Each view takes as many names as its question has.
fn check_names(view: View, given: usize) -> Result<(), AnalysisError> {
    let (wanted, message) = match view {
        View::Trend => return Ok(()),
        View::Compare => return Err(message!("errors-compare-needs-two").into()),
        View::Ego | View::Partners => (1, message!("errors-view-takes-one")),
        View::Path => (2, message!("errors-view-takes-two")),
        _ => (0, message!("errors-view-takes-none")),
    };
    if given == wanted { Ok(()) } else { Err(message.into()) }
}

/// Looks and texts; what a figure is laid out for is set by its composition.
pub(crate) fn options(analysis: &Analysis, request: &FigureRequest) -> Result<Options, AnalysisError> {
    let highlighted = |name: &String| {
        let institution = analysis.corpus.institution(analysis.institution(name)?);
        Ok((institution.id.clone(), institution.names.clone()))
    };
    Ok(Options {
        highlight: request.highlight.iter().map(highlighted).collect::<Result<_, AnalysisError>>()?,
        own_colors: request.colors.colors(analysis)?,
        font_family: request.font_family.as_deref().map(font_family).transpose()?,
        scheme: request.scheme,
        palette: request.palette,
        heading: match &request.title {
            Some(title) => Heading::Title(title.clone()),
            None if request.no_title => Heading::Hidden,
            None => Heading::Own,
        },
        headline: request.headline,
        source: request.source.clone().map_or(SourceLine::Own, SourceLine::Text),
        background: if request.no_background { Background::Open } else { Background::Page },
        id_prefix: request.id_prefix.clone().unwrap_or_default(),
        notes: request.notes.clone(),
        ..analysis.figure_options()
    })
}

/// A name of a font: letters, digits, spaces and hyphens, which need no escape in any list of families.
fn font_family(name: &str) -> Result<String, AnalysisError> {
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_' | '.');
    let name = name.trim();
    if name.is_empty() || !name.chars().all(is_plain) {
        return Err(message!("errors-font-family", given = name).into());
    }
    Ok(name.to_owned())
}

pub(crate) fn width(millimetres: f64) -> Result<f64, AnalysisError> {
    if (MIN_WIDTH_MM..=MAX_WIDTH_MM).contains(&millimetres) {
        return Ok(millimetres);
    }
    let (given, min, max) = (millimetres.to_string(), MIN_WIDTH_MM.to_string(), MAX_WIDTH_MM.to_string());
    Err(message!("errors-width", given = given, min = min, max = max).into())
}
