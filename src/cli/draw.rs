//! `draw`: a view of the corpus as a file.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use collabgraph::answer::figure::{self, Figure};
use collabgraph::answer::statistics::statistics;
use collabgraph::drawing::bipartite::{self, Bipartite};
use collabgraph::drawing::frame::{Background, Heading, Options, SourceLine};
use collabgraph::drawing::map::{self, Map, Sketch};
use collabgraph::drawing::theme::Scheme;
use collabgraph::drawing::{arc, ego, matrix, path, timeline};
use collabgraph::english::counted;
use collabgraph::geometry::Point;
use collabgraph::network::graph::Network;
use collabgraph::question::lack;
use collabgraph::render::graphviz;
use collabgraph::selection::choice::{Choice, select};

use crate::args::{BackgroundName, DrawArgs, FigureFormat, ThemeName, ViewName};
use crate::fault::Fault;
use crate::session::{Session, country};
use crate::{output, paper};

/// Draws; `false` when there is nothing to draw.
pub(crate) fn draw(session: &Session, args: &DrawArgs) -> Result<bool, Fault> {
    let view = match args.view {
        Some(view) => view,
        None => suitable(session),
    };
    let format = format(args)?;
    if matches!(view, ViewName::Bipartite | ViewName::Timeline) && lack::of_works(&session.scope()) {
        return Err(Fault::new(
            "This view shows works, and these data have none: they state ties between institutions only; `draw map` shows those.",
            "이 그림은 모델이나 문헌을 보여 주는데, 이 자료에는 기관 사이의 관계만 있다. `draw map`으로 관계를 그릴 수 있다.",
        ));
    }
    let figure = compose(session, args, view)?;
    if let (Some(file), Some(format)) = (&args.output, format) {
        let bytes = paper::bytes(session, args, &figure, format)?;
        if file.as_os_str() == "-" { output::print(&bytes)? } else { output::write_file(file, &bytes)? }
    }
    if args.stats {
        let written = collabgraph::render::svg::write(&figure);
        let mut told = serde_json::to_string_pretty(&statistics(&figure).written(written.len())).unwrap_or_default();
        told.push('\n');
        output::print(told.as_bytes())?;
    }
    Ok(!figure.nodes().is_empty() || view != ViewName::Map && session.corpus.institutions_len() > 0)
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

/// Most works and institutions of a readable two-mode figure, and most institutions of a map.
const READABLE: (usize, usize, usize) = (40, 40, 300);

/// The view that suits the data, said with the reason.
fn suitable(session: &Session) -> ViewName {
    let (works, institutions) = (session.corpus.works_len(), session.corpus.institutions_len());
    let counts = (
        format!("{} and {}", counted(works, "work", "works"), counted(institutions, "institution", "institutions")),
        format!("모델·문헌 {works}건, 기관 {institutions}곳"),
    );
    let (view, english, korean) = if works > 0 && works <= READABLE.0 && institutions <= READABLE.1 {
        (
            ViewName::Bipartite,
            "bipartite: few enough to show every work and who built it",
            "bipartite: 모든 모델과 만든 기관을 다 보일 만큼 적다",
        )
    } else if institutions <= READABLE.2 {
        (
            ViewName::Map,
            "map: too many works to show each, few enough institutions to show all",
            "map: 모델을 다 보이기에는 많고 기관은 다 보일 만하다",
        )
    } else {
        (
            ViewName::Map,
            "map: its strongest part, for there are more institutions than a page holds",
            "map: 한 쪽에 담기에는 기관이 많아 가장 강하게 이어진 부분을 보인다",
        )
    };
    if !session.global.quiet {
        anstream::eprintln!(
            "{}",
            session.language.say(format!("{}: {english}.", counts.0), format!("{}: {korean}.", counts.1))
        );
    }
    view
}

fn compose(session: &Session, args: &DrawArgs, view: ViewName) -> Result<Figure, Fault> {
    check_names(view, args.names.len())?;
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
            map::compose_part(network, &Map { choice, places, kept: None }, &options)
        }
        ViewName::Bipartite => {
            let view = Bipartite { home, ..Bipartite::default() };
            let places = placed(args, || bipartite::sketch(&session.corpus, &view))?;
            bipartite::compose(&session.corpus, &Bipartite { places, ..view }, &options)
        }
        _ if args.engine.is_some() => {
            return Err(Fault::new(
                "--engine lays out map and bipartite; ego, path, timeline, matrix and arc have an order of their own: leave --engine out, or collab draw map --engine neato -o map.svg.",
                "--engine은 map과 bipartite를 배치한다. ego, path, timeline, matrix, arc에는 정해진 순서가 있으니 --engine을 빼세요. 예: collab draw map --engine neato -o map.svg.",
            ));
        }
        ViewName::Ego => ego::compose(network, session.institution(&args.names[0])?, &options),
        ViewName::Path => {
            let ends = [session.institution(&args.names[0])?, session.institution(&args.names[1])?];
            path::compose(network, ends[0], ends[1], &options)
        }
        ViewName::Timeline => timeline::compose(&session.corpus, &options),
        ViewName::Matrix => matrix::compose(network, None, &options),
        ViewName::Arc => arc::compose(network, &options),
    };
    drawn.map_err(|error| {
        Fault::new(format!("The figure could not be drawn: {error}."), format!("그림을 그릴 수 없다: {error}."))
    })
}

/// More nodes than this are no picture: nobody could read it, and no program could show it.
const MOST_DRAWN: usize = 20_000;

/// Refuses what would take hours and gigabytes, and says what can be drawn instead.
fn refuse_crowds(session: &Session, network: &Network<'_>, view: ViewName, choice: &Choice) -> Result<(), Fault> {
    let nodes = match view {
        ViewName::Ego | ViewName::Path => return Ok(()),
        ViewName::Map => select(network, choice).nodes.len(),
        ViewName::Bipartite | ViewName::Timeline => session.corpus.institutions_len() + session.corpus.works_len(),
        ViewName::Matrix | ViewName::Arc => session.corpus.institutions_len(),
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
fn plain(network: &Network<'_>, choice: &Choice, options: &Options) -> Result<Result<Figure, figure::Error>, Fault> {
    if choice.is_some() {
        return Err(Fault::new(
            "--plain draws every institution; leave out --top, --focus and the like, or leave out --plain.",
            "--plain은 모든 기관을 그린다. --top, --focus 같은 선택을 빼거나 --plain을 빼세요.",
        ));
    }
    if network.ties_len() > PLAIN_UP_TO {
        let ties = network.ties_len();
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
    let sketch = sketch();
    let limit = Duration::try_from_secs_f64(args.engine_limit).unwrap_or(Duration::MAX);
    let points = graphviz::place(engine, &sketch.labels, &sketch.ties, limit)
        .map_err(|error| Fault::new(format!("{error}."), format!("{}.", error.korean())))?;
    Ok(Some(sketch.keys.into_iter().zip(points).collect()))
}

/// The part that is asked for.
fn choice(session: &Session, args: &DrawArgs, view: ViewName) -> Result<Choice, Fault> {
    let focus = args.focus.as_deref().map(|name| session.institution(name)).transpose()?;
    let choice = Choice {
        component: args.component,
        focus: focus.map(|id| (id, args.depth)),
        min_weight: args.min_weight,
        backbone: args.backbone,
        core: args.core,
        top: args.top,
    };
    if choice.is_some() && view != ViewName::Map {
        return Err(Fault::new(
            "--focus, --top, --min-weight, --component, --backbone and --core choose a part of the map: collab draw map --top 20 -o map.svg. Other views take filters like --institution and --since.",
            "--focus, --top, --min-weight, --component, --backbone, --core는 map에서 부분을 고른다. 예: collab draw map --top 20 -o map.svg. 다른 그림에는 --institution, --since 같은 조건을 쓰세요.",
        ));
    }
    Ok(choice)
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
        notes: notes(session, args),
    })
}

/// Notes of the session, and who placed the nodes.
fn notes(session: &Session, args: &DrawArgs) -> Vec<(String, String)> {
    let engine = args.engine.map(|engine| {
        let engine = engine.key();
        (format!("Placed with Graphviz {engine}."), format!("배치: Graphviz {engine}."))
    });
    session.figure_notes().into_iter().chain(engine).collect()
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
