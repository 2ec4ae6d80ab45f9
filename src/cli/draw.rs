//! `draw`: a view of the corpus as a file.

use std::path::Path;

use collabgraph::answer::figure::Figure;
use collabgraph::drawing::bipartite::{self, Bipartite};
use collabgraph::drawing::frame::{Background, Heading, Options, SourceLine};
use collabgraph::drawing::map;
use collabgraph::drawing::theme::Scheme;
use collabgraph::render;

use crate::args::{BackgroundName, DrawArgs, FigureFormat, ThemeName, ViewName};
use crate::fault::Fault;
use crate::output;
use crate::session::{Session, country};

/// Draws; `false` when there is nothing to draw.
pub(crate) fn draw(session: &Session, args: &DrawArgs) -> Result<bool, Fault> {
    let to_stdout = args.output.as_os_str() == "-";
    let format = match args.to {
        Some(format) => format,
        None if to_stdout => FigureFormat::Svg,
        None => by_ending(&args.output)?,
    };
    let figure = compose(session, args)?;
    let text = match format {
        FigureFormat::Svg if args.inline => render::svg::write_as(&figure, render::svg::Form::Inline),
        FigureFormat::Svg => render::svg::write(&figure),
        FigureFormat::Dot => render::dot::write(&figure),
    };
    if to_stdout {
        output::print(text.as_bytes())?
    } else {
        output::write_file(&args.output, text.as_bytes())?
    }
    Ok(session.corpus.institutions_len() > 0)
}

fn by_ending(path: &Path) -> Result<FigureFormat, Fault> {
    match path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase).as_deref() {
        Some("svg") => Ok(FigureFormat::Svg),
        Some("dot" | "gv") => Ok(FigureFormat::Dot),
        _ => {
            let path = path.display();
            Err(Fault::new(
                format!("{path}: the ending does not tell the format; expected .svg or .dot, or say -T svg."),
                format!("{path}: 확장자로 형식을 알 수 없습니다. .svg나 .dot을 쓰거나 -T svg를 주세요."),
            ))
        }
    }
}

fn compose(session: &Session, args: &DrawArgs) -> Result<Figure, Fault> {
    let options = Options {
        width_mm: width(args.width)?,
        scheme: match args.theme {
            ThemeName::Light => Scheme::Light,
            ThemeName::Dark => Scheme::Dark,
        },
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
    };
    let home = args.home.as_deref().map(country).transpose()?;
    let drawn = match args.view {
        ViewName::Map => map::compose(session.scope().network(), &options),
        ViewName::Bipartite => {
            bipartite::compose(&session.corpus, &Bipartite { home, ..Bipartite::default() }, &options)
        }
    };
    drawn.map_err(|error| {
        Fault::new(format!("The figure could not be drawn: {error}."), format!("그림을 그릴 수 없습니다: {error}."))
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
