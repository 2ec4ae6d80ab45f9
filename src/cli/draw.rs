//! `draw`: a view of the corpus as a file.

use std::collections::BTreeMap;
use std::path::Path;

use collabgraph::answer::figure::Figure;
use collabgraph::answer::statistics::statistics;
use collabgraph::drawing::bipartite::{self, Bipartite};
use collabgraph::drawing::frame::{Background, Heading, Options, SourceLine};
use collabgraph::drawing::map::{self, Map};
use collabgraph::drawing::theme::Scheme;
use collabgraph::drawing::{arc, ego, matrix, path, timeline};
use collabgraph::geometry::Point;
use collabgraph::network::graph::Network;
use collabgraph::render::graphviz::{self, Engine};
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
                    "{path}: 확장자로 형식을 알 수 없습니다. .svg, .dot, .png, .pdf 가운데 하나를 쓰거나 -T svg를 주세요."
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
        format!("{works} works and {institutions} institutions"),
        format!("모델·문헌 {works}건, 기관 {institutions}곳"),
    );
    let (view, english, korean) = if works > 0 && works <= READABLE.0 && institutions <= READABLE.1 {
        (
            ViewName::Bipartite,
            "bipartite: few enough to show every work and who built it",
            "bipartite: 모든 모델과 만든 기관을 다 보일 만큼 적습니다",
        )
    } else if institutions <= READABLE.2 {
        (
            ViewName::Map,
            "map: too many works to show each, few enough institutions to show all",
            "map: 모델을 다 보이기에는 많고 기관은 다 보일 만합니다",
        )
    } else {
        (
            ViewName::Map,
            "map: its strongest part, for there are more institutions than a page holds",
            "map: 한 쪽에 담기에는 기관이 많아 가장 강하게 이어진 부분을 보입니다",
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
        ViewName::Map => {
            let places = args.engine.map(|engine| placed(engine, network, &choice)).transpose()?;
            map::compose_part(network, &Map { choice, places }, &options)
        }
        _ if args.engine.is_some() => {
            return Err(Fault::new(
                "--engine lays out the map: collab draw map --engine neato -o map.svg.",
                "--engine은 map을 배치합니다. 예: collab draw map --engine neato -o map.svg.",
            ));
        }
        ViewName::Bipartite => {
            bipartite::compose(&session.corpus, &Bipartite { home, ..Bipartite::default() }, &options)
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
        Fault::new(format!("The figure could not be drawn: {error}."), format!("그림을 그릴 수 없습니다: {error}."))
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
            "노드가 {nodes}개로 한 그림에 담을 수 있는 {MOST_DRAWN}개를 넘습니다. `collab draw map --top 200`, --focus 이름, --core K로 일부를 그리거나, `collab project … -o network.graphml`로 전체를 다른 프로그램에 넘기세요."
        ),
    ))
}

/// Places from an installed Graphviz.
fn placed(engine: Engine, network: &Network<'_>, choice: &Choice) -> Result<BTreeMap<String, Point>, Fault> {
    let sketch = map::sketch(network, choice);
    let points = graphviz::place(engine, &sketch.labels, &sketch.ties, graphviz::DEFAULT_LIMIT)
        .map_err(|error| Fault::new(format!("{error}."), format!("{}.", error.korean())))?;
    Ok(sketch.keys.into_iter().zip(points).collect())
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
            "--focus, --top, --min-weight, --component, --backbone, --core는 map에서 부분을 고릅니다. 예: collab draw map --top 20 -o map.svg. 다른 그림에는 --institution, --since 같은 조건을 쓰세요.",
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
    Err(Fault::new(
        format!("This view takes {english}."),
        format!("이 그림에 필요한 이름은 다음과 같습니다. {korean}."),
    ))
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
        notes: session.figure_notes(),
    })
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
            "--width {millimetres}: {LEAST_WIDTH_MM}~{MOST_WIDTH_MM}밀리미터여야 합니다. 85는 한 단, 170은 한 쪽 너비입니다."
        ),
    ))
}
