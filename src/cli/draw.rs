//! `draw`: a view of the corpus as a file.

use crate::args::{BackgroundName, DrawArgs, FigureFormat, ThemeName, ViewName};
use crate::error::CliError;
use crate::session::{Session, country};
use crate::{advice, bounds, engine, like, output, paper, terminal};
use collabgraph::answer::figure::{self, Figure};
use collabgraph::answer::positions::NodePositions;
use collabgraph::answer::statistics::statistics;
use collabgraph::drawing::bipartite::{self, Bipartite};
use collabgraph::drawing::ego::EgoOptions;
use collabgraph::drawing::frame::{Background, Heading, Options, SourceLine};
use collabgraph::drawing::map::{self, LayoutGraph, MapOptions};
use collabgraph::drawing::theme::Scheme;
use collabgraph::drawing::{arc, ego, matrix, path, timeline};
use collabgraph::geometry::Point;
use collabgraph::message;
use collabgraph::messages::Localizer;
use collabgraph::network::graph::Network;
use collabgraph::query::require_works;
use collabgraph::selection::subgraph::{DEFAULT_DEPTH, SubgraphSpec, select};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// Draws; `false` when there is nothing to draw.
pub(crate) fn draw(session: &Session, args: &DrawArgs) -> Result<bool, CliError> {
    let (view, advised) = advice::chosen(session, args)?;
    let format = format(args)?;
    if matches!(view, ViewName::Bipartite | ViewName::Timeline) && require_works::has_no_works(&session.scope()) {
        return Err(message!("errors-view-needs-works").into());
    }
    let named = advised.map(|name| vec![name]);
    let names = named.as_ref().unwrap_or(&args.names);
    let earlier = like::read(session, args, view)?;
    let mut figure = compose(session, args, view, names, earlier.as_ref())?;
    if let Some(format) = format
        && let Some(missing) = paper::missing(session, args, &figure, format)?
    {
        let other = session.written_without(&missing);
        figure = compose(&other, args, view, names, earlier.as_ref())?;
    }
    like::report_changes(session, earlier.as_ref(), &figure);
    let mut outputs = output::Outputs::default();
    if let Some(file) = &args.save_layout {
        let places = collabgraph::render::layout_file::write(&NodePositions::of(&figure));
        outputs.add(file, &mut |out| out.write_all(places.as_bytes()))?;
    }
    if let (Some(file), Some(format)) = (&args.output, format) {
        let bytes = paper::bytes(args, &figure, format)?;
        if file.as_os_str() == "-" {
            output::print(&bytes)?;
        } else {
            outputs.add(file, &mut |out| out.write_all(&bytes))?;
        }
    }
    outputs.finish()?;
    if args.stats {
        let written = collabgraph::render::svg::write(&figure);
        let mut json = serde_json::to_string_pretty(&statistics(&figure).written(written.len())).unwrap_or_default();
        json.push('\n');
        output::print(json.as_bytes())?;
    }
    // An empty part has no result, like an empty answer.
    let asked = choice(session, args, view)?.is_some();
    let is_found =
        !figure.nodes().is_empty() || view != ViewName::Map && !asked && session.corpus.institution_count() > 0;
    if !is_found {
        terminal::remark(&session.global, &message!("cli-empty-figure"));
    }
    Ok(is_found)
}

fn format(args: &DrawArgs) -> Result<Option<FigureFormat>, CliError> {
    let Some(file) = &args.output else { return Ok(None) };
    match args.to {
        Some(format) => Ok(Some(format)),
        None if file.as_os_str() == "-" => Ok(Some(FigureFormat::Svg)),
        None => by_extension(file).map(Some),
    }
}

fn by_extension(path: &Path) -> Result<FigureFormat, CliError> {
    match path.extension().and_then(|extension| extension.to_str()).map(str::to_lowercase).as_deref() {
        Some("svg") => Ok(FigureFormat::Svg),
        Some("dot" | "gv") => Ok(FigureFormat::Dot),
        Some("png") => Ok(FigureFormat::Png),
        Some("pdf") => Ok(FigureFormat::Pdf),
        _ => Err(message!("errors-figure-extension", path = path).into()),
    }
}

fn compose(
    session: &Session,
    args: &DrawArgs,
    view: ViewName,
    names: &[String],
    earlier: Option<&NodePositions>,
) -> Result<Figure, CliError> {
    check_names(view, names.len())?;
    let options = options(session, args)?;
    let choice = choice(session, args, view)?;
    let home = args.home.as_deref().map(country).transpose()?;
    let scope = session.scope();
    let network = scope.network();
    refuse_crowds(session, network, view, &choice)?;
    let drawn = match view {
        ViewName::Map if args.plain => plain(network, &choice, &options)?,
        _ if args.plain => {
            return Err(message!("errors-plain-is-a-map").into());
        }
        ViewName::Map => {
            let positions = engine_positions(args, || map::layout_graph(network, &choice))?;
            map::compose_subgraph(
                network,
                &MapOptions { subgraph: choice, fixed_positions: positions, previous: earlier.cloned() },
                &options,
            )
        }
        ViewName::Bipartite => {
            let view = Bipartite { home, ..Bipartite::default() };
            let positions = engine_positions(args, || bipartite::sketch_subgraph(network, &choice, &view))?;
            bipartite::compose_subgraph(network, &choice, &Bipartite { fixed_positions: positions, ..view }, &options)
        }
        _ if args.engine.is_some() => {
            return Err(message!("errors-engine-view").into());
        }
        ViewName::Ego => {
            let around = EgoOptions { depth: args.depth, top: args.top, min_weight: args.min_weight };
            ego::compose_with(network, session.institution(&names[0])?, around, &options)
        }
        ViewName::Path => {
            let ends = [session.institution(&names[0])?, session.institution(&names[1])?];
            path::compose(network, ends[0], ends[1], &options)
        }
        ViewName::Timeline => timeline::compose_subgraph(network, &choice, &options),
        ViewName::Matrix => matrix::compose_subgraph(network, None, &choice, &options),
        ViewName::Arc => arc::compose_subgraph(network, &choice, &options),
    };
    drawn.map_err(|error| message!("errors-figure", reason = error.to_string()).into())
}

/// More nodes than this are no picture: nobody could read it, and no program could show it.
const MAX_NODES: usize = 20_000;

/// Refuses what would take hours and gigabytes, and names what can be drawn instead.
fn refuse_crowds(
    session: &Session,
    network: &Network<'_>,
    view: ViewName,
    choice: &SubgraphSpec,
) -> Result<(), CliError> {
    let nodes = match view {
        ViewName::Ego | ViewName::Path => return Ok(()),
        ViewName::Map => select(network, choice).nodes.len(),
        ViewName::Bipartite | ViewName::Timeline => session.corpus.institution_count() + session.corpus.work_count(),
        ViewName::Matrix | ViewName::Arc => session.corpus.institution_count(),
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
    choice: &SubgraphSpec,
    options: &Options,
) -> Result<Result<Figure, figure::Error>, CliError> {
    if choice.is_some() {
        return Err(message!("errors-plain-part").into());
    }
    if network.tie_count() > PLAIN_UP_TO {
        let ties = network.tie_count();
        return Err(message!("errors-plain-ties", ties = ties).into());
    }
    Ok(collabgraph::drawing::plain::compose(network, options))
}

/// Places from an installed Graphviz, where one is asked for.
fn engine_positions(
    args: &DrawArgs,
    sketch: impl FnOnce() -> LayoutGraph,
) -> Result<Option<BTreeMap<String, Point>>, CliError> {
    let Some(engine) = args.engine else { return Ok(None) };
    if args.engine_limit > bounds::MAX_SECONDS {
        let (given, max) = (args.engine_limit, bounds::MAX_SECONDS);
        return Err(message!("errors-engine-limit", given = given.to_string(), max = max.to_string()).into());
    }
    let sketch = sketch();
    let limit = Duration::try_from_secs_f64(args.engine_limit).unwrap_or(Duration::MAX);
    let points = engine::place(engine, &sketch.labels, &sketch.ties, limit)?;
    Ok(Some(sketch.keys.into_iter().zip(points).collect()))
}

/// The part that is asked for.
fn choice(session: &Session, args: &DrawArgs, view: ViewName) -> Result<SubgraphSpec, CliError> {
    let focus = args.focus.as_deref().map(|name| session.institution(name)).transpose()?;
    let choice = SubgraphSpec {
        component: args.component,
        focus: focus.map(|id| (id, args.depth.unwrap_or(DEFAULT_DEPTH))),
        min_weight: args.min_weight,
        backbone: args.backbone,
        core: args.core,
        top: args.top,
    };
    if args.depth.is_some() && args.focus.is_none() && view != ViewName::Ego {
        return Err(message!("errors-depth-without-focus").into());
    }
    let of_ego = SubgraphSpec { top: None, min_weight: None, ..choice.clone() };
    match view {
        ViewName::Path if choice.is_some() => Err(message!("errors-path-part").into()),
        ViewName::Ego if of_ego.is_some() => Err(message!("errors-ego-part").into()),
        ViewName::Ego => Ok(SubgraphSpec::default()),
        _ => Ok(choice),
    }
}

/// Each view takes as many names as its question has.
fn check_names(view: ViewName, given: usize) -> Result<(), CliError> {
    let (wanted, message) = match view {
        ViewName::Ego => (1, message!("errors-view-takes-one")),
        ViewName::Path => (2, message!("errors-view-takes-two")),
        _ => (0, message!("errors-view-takes-none")),
    };
    if given == wanted { Ok(()) } else { Err(message.into()) }
}

fn options(session: &Session, args: &DrawArgs) -> Result<Options, CliError> {
    Ok(Options {
        width_mm: width(args.width)?,
        scheme: match args.theme {
            ThemeName::Light => Scheme::Light,
            ThemeName::Dark => Scheme::Dark,
        },
        palette: args.palette.into(),
        language: session.language,
        heading: match &args.title {
            Some(title) => Heading::Title(title.clone()),
            None if args.no_title => Heading::Hidden,
            None => Heading::Own,
        },
        source: args.source.clone().map_or(SourceLine::Own, SourceLine::Text),
        background: match args.background {
            BackgroundName::Theme => Background::Page,
            BackgroundName::None => Background::Open,
        },
        id_prefix: args.id_prefix.clone().unwrap_or_default(),
        notes: notes(args),
        ..session.figure_options()
    })
}

/// Who engine_positions the nodes.
fn notes(args: &DrawArgs) -> Vec<(String, String)> {
    let engine = args.engine.map(|engine| Localizer::in_both(&message!("cli-placed-with", engine = engine.key())));
    engine.into_iter().collect()
}

fn width(millimetres: f64) -> Result<f64, CliError> {
    use collabgraph::drawing::frame::{MAX_WIDTH_MM, MIN_WIDTH_MM};
    if (MIN_WIDTH_MM..=MAX_WIDTH_MM).contains(&millimetres) {
        return Ok(millimetres);
    }
    Err(message!(
        "errors-width",
        given = millimetres.to_string(),
        min = MIN_WIDTH_MM.to_string(),
        max = MAX_WIDTH_MM.to_string()
    )
    .into())
}
