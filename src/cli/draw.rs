//! `draw`: a view of the corpus as a file.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use collabgraph::answer::figure::{self, Figure};
use collabgraph::answer::places::Places;
use collabgraph::answer::statistics::statistics;
use collabgraph::drawing::bipartite::{self, Bipartite};
use collabgraph::drawing::ego::Around;
use collabgraph::drawing::frame::{Background, Heading, Options, SourceLine};
use collabgraph::drawing::map::{self, Map, Sketch};
use collabgraph::drawing::theme::Scheme;
use collabgraph::drawing::{arc, ego, matrix, path, timeline};
use collabgraph::geometry::Point;
use collabgraph::network::graph::Network;
use collabgraph::question::lack;
use collabgraph::render::graphviz;
use collabgraph::selection::subgraph::{DEFAULT_DEPTH, SubgraphSpec, select};

use crate::args::{BackgroundName, DrawArgs, FigureFormat, ThemeName, ViewName};
use crate::fault::Fault;
use crate::session::{Session, country};
use crate::{advice, bounds, like, output, paper, terminal};

/// Draws; `false` when there is nothing to draw.
pub(crate) fn draw(session: &Session, args: &DrawArgs) -> Result<bool, Fault> {
    let (view, advised) = advice::chosen(session, args)?;
    let format = format(args)?;
    if matches!(view, ViewName::Bipartite | ViewName::Timeline) && lack::of_works(&session.scope()) {
        return Err(Fault::new(
            "This view shows works, and these data have none: they state ties between institutions only; `draw map` shows those.",
            "이 그림은 모델이나 문헌을 보여 주는데, 이 자료에는 기관 사이의 관계만 있다. `draw map`으로 관계를 그릴 수 있다.",
        ));
    }
    let named = advised.map(|name| vec![name]);
    let names = named.as_ref().unwrap_or(&args.names);
    let kept = like::read(session, args, view)?;
    let mut figure = compose(session, args, view, names, kept.as_ref())?;
    if let Some(format) = format
        && let Some(missing) = paper::missing(session, args, &figure, format)?
    {
        let other = session.written_without(&missing);
        figure = compose(&other, args, view, names, kept.as_ref())?;
    }
    like::tell(session, kept.as_ref(), &figure);
    let mut outputs = output::Outputs::default();
    if let Some(file) = &args.save_layout {
        let places = collabgraph::render::layout_file::write(&Places::of(&figure));
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
        let mut told = serde_json::to_string_pretty(&statistics(&figure).written(written.len())).unwrap_or_default();
        told.push('\n');
        output::print(told.as_bytes())?;
    }
    // A part in which nobody is says "none", as an answer would.
    let asked = choice(session, args, view)?.is_some();
    let is_found =
        !figure.nodes().is_empty() || view != ViewName::Map && !asked && session.corpus.institution_count() > 0;
    if !is_found && !session.global.quiet {
        terminal::report(&session.language.say(
            "Nothing meets the filters and options, so the figure is empty.",
            "필터와 옵션에 맞는 기관이 없어 빈 그림이다.",
        ));
    }
    Ok(is_found)
}

fn format(args: &DrawArgs) -> Result<Option<FigureFormat>, Fault> {
    let Some(file) = &args.output else { return Ok(None) };
    match args.to {
        Some(format) => Ok(Some(format)),
        None if file.as_os_str() == "-" => Ok(Some(FigureFormat::Svg)),
        None => by_ending(file).map(Some),
    }
}

fn by_ending(path: &Path) -> Result<FigureFormat, Fault> {
    match path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase).as_deref() {
        Some("svg") => Ok(FigureFormat::Svg),
        Some("dot" | "gv") => Ok(FigureFormat::Dot),
        Some("png") => Ok(FigureFormat::Png),
        Some("pdf") => Ok(FigureFormat::Pdf),
        _ => {
            let path = path.display();
            Err(Fault::new(
                format!(
                    "{path}: the ending does not tell the format; expected .svg, .dot, .png or .pdf, or say -T svg."
                ),
                format!(
                    "{path}: 확장자로 형식을 알 수 없다. .svg, .dot, .png, .pdf 가운데 하나를 쓰거나 -T svg를 주세요."
                ),
            ))
        }
    }
}

fn compose(
    session: &Session,
    args: &DrawArgs,
    view: ViewName,
    names: &[String],
    kept: Option<&Places>,
) -> Result<Figure, Fault> {
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
            return Err(Fault::new(
                "--plain draws the map: collab draw map --plain -o map.svg.",
                "--plain은 map을 그린다. 예: collab draw map --plain -o map.svg.",
            ));
        }
        ViewName::Map => {
            let places = placed(args, || map::sketch(network, &choice))?;
            map::compose_part(network, &Map { choice, places, kept: kept.cloned() }, &options)
        }
        ViewName::Bipartite => {
            let view = Bipartite { home, ..Bipartite::default() };
            let places = placed(args, || bipartite::sketch_part(network, &choice, &view))?;
            bipartite::compose_part(network, &choice, &Bipartite { places, ..view }, &options)
        }
        _ if args.engine.is_some() => {
            return Err(Fault::new(
                "--engine lays out map and bipartite; ego, path, timeline, matrix and arc have an order of their own: leave --engine out, or collab draw map --engine neato -o map.svg.",
                "--engine은 map과 bipartite를 배치한다. ego, path, timeline, matrix, arc에는 정해진 순서가 있으니 --engine을 빼세요. 예: collab draw map --engine neato -o map.svg.",
            ));
        }
        ViewName::Ego => {
            let around = Around { depth: args.depth, top: args.top, min_weight: args.min_weight };
            ego::compose_around(network, session.institution(&names[0])?, around, &options)
        }
        ViewName::Path => {
            let ends = [session.institution(&names[0])?, session.institution(&names[1])?];
            path::compose(network, ends[0], ends[1], &options)
        }
        ViewName::Timeline => timeline::compose_part(network, &choice, &options),
        ViewName::Matrix => matrix::compose_part(network, None, &choice, &options),
        ViewName::Arc => arc::compose_part(network, &choice, &options),
    };
    drawn.map_err(|error| {
        Fault::new(format!("The figure could not be drawn: {error}."), format!("그림을 그릴 수 없다: {error}."))
    })
}

/// More nodes than this are no picture: nobody could read it, and no program could show it.
const MOST_DRAWN: usize = 20_000;

/// Refuses what would take hours and gigabytes, and says what can be drawn instead.
fn refuse_crowds(session: &Session, network: &Network<'_>, view: ViewName, choice: &SubgraphSpec) -> Result<(), Fault> {
    let nodes = match view {
        ViewName::Ego | ViewName::Path => return Ok(()),
        ViewName::Map => select(network, choice).nodes.len(),
        ViewName::Bipartite | ViewName::Timeline => session.corpus.institution_count() + session.corpus.work_count(),
        ViewName::Matrix | ViewName::Arc => session.corpus.institution_count(),
    };
    if nodes <= MOST_DRAWN {
        return Ok(());
    }
    Err(Fault::new(
        format!(
            "{nodes} nodes are more than a picture holds (at most {MOST_DRAWN}). Draw a part: `collab draw map --top 200`, --focus NAME or --core K; or write the whole for another program: `collab project … -o network.graphml`."
        ),
        format!(
            "노드가 {nodes}개로 한 그림에 담을 수 있는 {MOST_DRAWN}개를 넘는다. `collab draw map --top 200`, --focus 이름, --core K로 일부를 그리거나, `collab project … -o network.graphml`로 전체를 다른 프로그램에 넘기세요."
        ),
    ))
}

/// Most ties of a plain map: more are a grey disc in a file that no viewer opens.
const PLAIN_UP_TO: usize = 500_000;

/// The map of all institutions without names.
fn plain(
    network: &Network<'_>,
    choice: &SubgraphSpec,
    options: &Options,
) -> Result<Result<Figure, figure::Error>, Fault> {
    if choice.is_some() {
        return Err(Fault::new(
            "--plain draws every institution; leave out --top, --focus and the like, or leave out --plain.",
            "--plain은 모든 기관을 그린다. --top, --focus 같은 선택을 빼거나 --plain을 빼세요.",
        ));
    }
    if network.tie_count() > PLAIN_UP_TO {
        let ties = network.tie_count();
        return Err(Fault::new(
            format!("{ties} ties would be one grey disc. Draw a part: collab draw map --top 100 -o map.svg."),
            format!(
                "연결 {ties}개를 다 그리면 아무것도 보이지 않는다. 일부만 그리세요. 예: collab draw map --top 100 -o map.svg."
            ),
        ));
    }
    Ok(collabgraph::drawing::plain::compose(network, options))
}

/// Places from an installed Graphviz, where one is asked for.
fn placed(args: &DrawArgs, sketch: impl FnOnce() -> Sketch) -> Result<Option<BTreeMap<String, Point>>, Fault> {
    let Some(engine) = args.engine else { return Ok(None) };
    if args.engine_limit > bounds::MOST_SECONDS {
        let (given, most) = (args.engine_limit, bounds::MOST_SECONDS);
        return Err(Fault::new(
            format!("--engine-limit {given}: expected at most {most} seconds, a day."),
            format!("--engine-limit {given}: 하루인 {most}초까지 줄 수 있다."),
        ));
    }
    let sketch = sketch();
    let limit = Duration::try_from_secs_f64(args.engine_limit).unwrap_or(Duration::MAX);
    let points = graphviz::layout(engine, &sketch.labels, &sketch.ties, limit)
        .map_err(|error| Fault::new(format!("{error}."), format!("{}.", error.korean())))?;
    Ok(Some(sketch.keys.into_iter().zip(points).collect()))
}

/// The part that is asked for.
fn choice(session: &Session, args: &DrawArgs, view: ViewName) -> Result<SubgraphSpec, Fault> {
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
        return Err(Fault::new(
            "--depth counts steps around --focus: collab draw map --focus KAIST --depth 2 -o map.svg.",
            "--depth는 --focus 둘레의 단계 수다. 예: collab draw map --focus KAIST --depth 2 -o map.svg.",
        ));
    }
    let of_ego = SubgraphSpec { top: None, min_weight: None, ..choice.clone() };
    match view {
        ViewName::Path if choice.is_some() => Err(Fault::new(
            "A path shows the way between two institutions and has no part to choose; filters like --since and --institution change the data it runs through.",
            "path는 두 기관을 잇는 길이라 고를 부분이 없다. --since, --institution 같은 조건으로 자료를 바꾸세요.",
        )),
        ViewName::Ego if of_ego.is_some() => Err(Fault::new(
            "ego takes --depth 1 or 2, --top and --min-weight; it is a focus by itself. --focus, --component, --backbone and --core choose a part of map, bipartite, timeline, matrix and arc.",
            "ego에는 --depth 1 또는 2, --top, --min-weight를 쓴다. --focus, --component, --backbone, --core는 map, bipartite, timeline, matrix, arc에서 부분을 고른다.",
        )),
        ViewName::Ego => Ok(SubgraphSpec::default()),
        _ => Ok(choice),
    }
}

/// Each view takes as many names as its question has.
fn check_names(view: ViewName, given: usize) -> Result<(), Fault> {
    let (wanted, english, korean) = match view {
        ViewName::Ego => {
            (1, "one institution: collab draw ego KAIST -o kaist.svg", "기관 하나: collab draw ego KAIST -o kaist.svg")
        }
        ViewName::Path => (
            2,
            "two institutions: collab draw path SNU KAIST -o path.svg",
            "기관 둘: collab draw path SNU KAIST -o path.svg",
        ),
        _ => (
            0,
            "no names; --institution NAME draws the works of one institution",
            "이름 없음. 한 기관의 모델만 그리려면 --institution NAME을 쓰세요",
        ),
    };
    if given == wanted {
        return Ok(());
    }
    Err(Fault::new(format!("This view takes {english}."), format!("이 그림에 필요한 이름은 다음과 같다. {korean}.")))
}

fn options(session: &Session, args: &DrawArgs) -> Result<Options, Fault> {
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

/// Who placed the nodes.
fn notes(args: &DrawArgs) -> Vec<(String, String)> {
    let engine = args.engine.map(|engine| {
        let engine = engine.key();
        (format!("Placed with Graphviz {engine}."), format!("배치: Graphviz {engine}."))
    });
    engine.into_iter().collect()
}

fn width(millimetres: f64) -> Result<f64, Fault> {
    use collabgraph::drawing::frame::{LEAST_WIDTH_MM, MOST_WIDTH_MM};
    if (LEAST_WIDTH_MM..=MOST_WIDTH_MM).contains(&millimetres) {
        return Ok(millimetres);
    }
    Err(Fault::new(
        format!(
            "--width {millimetres}: expected {LEAST_WIDTH_MM} to {MOST_WIDTH_MM} millimetres; 85 is one column, 170 a page."
        ),
        format!(
            "--width {millimetres}: {LEAST_WIDTH_MM}~{MOST_WIDTH_MM}밀리미터여야 한다. 85는 한 단, 170은 한 쪽 너비다."
        ),
    ))
}
