//! `draw`: a view of the corpus as a file.

use crate::args::Global;
use crate::args::draw::DrawArgs;
use crate::args::values::FigureFormat;
use crate::error::CliError;
use crate::session::Session;
use crate::{engine, like, output, own_values, paper, terminal};
use collabgraph::analysis::figure::{self, FigureRequest, Placing, View};
use collabgraph::analysis::{bounds, editions};
use collabgraph::answer::figure::Figure;
use collabgraph::answer::positions::NodePositions;
use collabgraph::answer::statistics::statistics;
use collabgraph::drawing::map::LayoutGraph;
use collabgraph::geometry::Point;
use collabgraph::{message, render};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Draws two editions, each read with the same options; `false` when there is nothing to draw.
pub(crate) fn compare(mut global: Global, files: &[PathBuf], args: &DrawArgs) -> Result<bool, CliError> {
    let [old, new] = args.names.as_slice() else { return Err(message!("errors-compare-needs-two").into()) };
    if !global.data.is_empty() || !files.is_empty() {
        return Err(message!("errors-compare-data").into());
    }
    if args.engine.is_some() || args.like.is_some() || args.save_layout.is_some() {
        return Err(message!("errors-compare-places").into());
    }
    let request = args.request()?;
    let format = format(args)?;
    global.data = vec![PathBuf::from(old)];
    let before = Session::open(global.clone(), Vec::new())?;
    global.data = vec![PathBuf::from(new)];
    let after = Session::open(global, Vec::new())?;
    let mut figure = editions::compare(&before, &after, &request)?;
    if let Some(format) = format
        && let Some(missing) = paper::missing(&after, args, &figure, format)?
    {
        let [before, after] = [&before, &after].map(|one| one.written_without(&missing));
        figure = editions::compare(&before, &after, &request)?;
    }
    write(&after, args, format, &figure)?;
    let is_found = !figure.nodes().is_empty();
    if !is_found {
        terminal::remark(&after.global, &message!("cli-empty-figure"));
    }
    Ok(is_found)
}

/// Draws; `false` when there is nothing to draw.
pub(crate) fn draw(session: &Session, args: &DrawArgs) -> Result<bool, CliError> {
    let (request, view, chosen) = figure::with_view(session, &args.request()?);
    if let Some(chosen) = chosen {
        terminal::remark(&session.global, &chosen);
    }
    let format = format(args)?;
    let earlier = like::read(session, args, view)?;
    let drawn = (&request, view);
    let mut figure = compose(session, args, drawn, earlier.as_ref())?;
    if let Some(format) = format
        && let Some(missing) = paper::missing(session, args, &figure, format)?
    {
        figure = compose(&session.written_without(&missing), args, drawn, earlier.as_ref())?;
    }
    like::report_changes(session, earlier.as_ref(), &figure);
    own_values::report(session, &request, &figure);
    write(session, args, format, &figure)?;
    let is_found = figure::is_found(session, &request, view, &figure)?;
    if !is_found {
        terminal::remark(&session.global, &message!("cli-empty-figure"));
    }
    Ok(is_found)
}

/// Writes the figure and what was asked for beside it.
fn write(session: &Session, args: &DrawArgs, format: Option<FigureFormat>, figure: &Figure) -> Result<(), CliError> {
    let mut outputs = output::Outputs::default();
    if let Some(file) = &args.save_layout {
        let places = render::layout_file::write(&NodePositions::of(figure));
        outputs.add(file, &mut |out| out.write_all(places.as_bytes()))?;
    }
    if let (Some(file), Some(format)) = (&args.output, format) {
        let bytes = paper::bytes(args, figure, format)?;
        if file.as_os_str() == "-" {
            output::print(&bytes)?;
        } else {
            outputs.add(file, &mut |out| out.write_all(&bytes))?;
        }
    }
    if let Some(file) = &args.data_out {
        let table = render::figure_data::table(figure);
        let options = render::csv::Options { is_formula_safe: session.global.csv_safe, ..Default::default() };
        let mark = if session.global.no_bom { "" } else { render::csv::BYTE_ORDER_MARK };
        let csv = format!("{mark}{}", render::csv::write_table(&table, &options));
        outputs.add(file, &mut |out| out.write_all(csv.as_bytes()))?;
    }
    if let Some(file) = &args.alt_out {
        let metadata = figure.metadata();
        let titles = [&metadata.title, &metadata.other_title, &metadata.description];
        let lines: Vec<&str> = titles.into_iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
        let text = format!("{}\n", lines.join("\n"));
        outputs.add(file, &mut |out| out.write_all(text.as_bytes()))?;
    }
    outputs.finish()?;
    if args.stats {
        let written = render::svg::write(figure);
        let mut json = serde_json::to_string_pretty(&statistics(figure).written(written.len())).unwrap_or_default();
        json.push('\n');
        output::print(json.as_bytes())?;
    }
    Ok(())
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
    (request, view): (&FigureRequest, View),
    earlier: Option<&NodePositions>,
) -> Result<Figure, CliError> {
    let placing = |graph: LayoutGraph| engine_positions(args, graph);
    let placing: Option<Placing<'_>> = if args.engine.is_some() { Some(&placing) } else { None };
    figure::compose(session, request, view, placing, earlier)
}

/// Places from an installed Graphviz.
fn engine_positions(args: &DrawArgs, graph: LayoutGraph) -> Result<BTreeMap<String, Point>, CliError> {
    let Some(engine) = args.engine else { return Ok(BTreeMap::new()) };
    if args.engine_limit > bounds::MAX_SECONDS {
        let (given, max) = (args.engine_limit, bounds::MAX_SECONDS);
        return Err(message!("errors-engine-limit", given = given.to_string(), max = max.to_string()).into());
    }
    let limit = Duration::try_from_secs_f64(args.engine_limit).unwrap_or(Duration::MAX);
    let points = engine::place(engine, &graph.labels, &graph.ties, limit)?;
    Ok(graph.keys.into_iter().zip(points).collect())
}
