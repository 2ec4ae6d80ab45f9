//! A figure in the format that was asked for.

#[cfg(feature = "fonts")]
use std::path::Path;

use crate::args::draw::DrawArgs;
use crate::args::values::{FigureFormat, TextName};
use crate::error::CliError;
use crate::session::Session;
use collabgraph::answer::figure::Figure;
#[cfg(feature = "fonts")]
use collabgraph::render::fonts::Fonts;
use collabgraph::{message, render};

#[cfg(feature = "fonts")]
use crate::terminal;

/// The bytes of the file.
pub(crate) fn bytes(args: &DrawArgs, figure: &Figure, format: FigureFormat) -> Result<Vec<u8>, CliError> {
    match format {
        FigureFormat::Svg if args.text == TextName::Outline => outline(args, figure),
        FigureFormat::Svg => Ok(svg(args, figure).into_bytes()),
        FigureFormat::Dot => dot(figure),
        FigureFormat::Png => png(args, figure),
        FigureFormat::Pdf => pdf(args, figure),
    }
}

fn svg(args: &DrawArgs, figure: &Figure) -> String {
    let form = if args.inline { render::svg::SvgForm::Inline } else { render::svg::SvgForm::File };
    render::svg::write_as(figure, form)
}

#[cfg(feature = "dot")]
fn dot(figure: &Figure) -> Result<Vec<u8>, CliError> {
    Ok(render::dot::write(figure).into_bytes())
}

#[cfg(feature = "png")]
fn png(args: &DrawArgs, figure: &Figure) -> Result<Vec<u8>, CliError> {
    if !(args.dpi.is_finite() && (1.0..=2400.0).contains(&args.dpi)) {
        return Err(message!("errors-dpi", given = args.dpi.to_string()).into());
    }
    let svg = svg(args, figure);
    let options = render::png::Options { dpi: args.dpi, fonts: fonts(args)? };
    render::png::write(&svg, &options).map_err(of_paper)
}

/// Pixels for a page of a document: enough for print, little enough for mail.
#[cfg(feature = "png")]
const DOCUMENT_DPI: f64 = 200.0;

/// Figures of a document as pixels, with the fonts of the system; reports characters that none of them has.
#[cfg(feature = "png")]
pub(crate) fn pixels<'f>(session: &Session, figures: impl Iterator<Item = &'f str>) -> Result<Vec<Vec<u8>>, CliError> {
    let options = render::png::Options { dpi: DOCUMENT_DPI, fonts: Fonts::of_system() };
    let mut missing = std::collections::BTreeSet::new();
    let mut pictures = Vec::new();
    for svg in figures {
        missing.extend(options.fonts.missing(svg).map_err(of_paper)?);
        pictures.push(render::png::write(svg, &options).map_err(of_paper)?);
    }
    if !missing.is_empty() {
        let missing: Vec<char> = missing.into_iter().collect();
        let glyphs = render::fonts::notice(&missing);
        terminal::remark(&session.global, &message!("cli-missing-glyphs", glyphs = glyphs));
    }
    Ok(pictures)
}

#[cfg(not(feature = "png"))]
pub(crate) fn pixels<'f>(_: &Session, _: impl Iterator<Item = &'f str>) -> Result<Vec<Vec<u8>>, CliError> {
    Err(not_built("PNG"))
}

#[cfg(feature = "pdf")]
fn pdf(args: &DrawArgs, figure: &Figure) -> Result<Vec<u8>, CliError> {
    let svg = svg(args, figure);
    let options = render::pdf::Options { fonts: fonts(args)?, title: None, language: None };
    render::pdf::write(&svg, &options).map_err(of_paper)
}

#[cfg(feature = "outline")]
fn outline(args: &DrawArgs, figure: &Figure) -> Result<Vec<u8>, CliError> {
    let svg = svg(args, figure);
    let (text, _) = render::outline::write(&svg, &fonts(args)?).map_err(of_paper)?;
    Ok(text.into_bytes())
}

/// Reports the characters of a figure that no available font has; `None` where all can be written or no face is needed.
#[cfg(feature = "fonts")]
pub(crate) fn missing(
    session: &Session,
    args: &DrawArgs,
    figure: &Figure,
    format: FigureFormat,
) -> Result<Option<Vec<char>>, CliError> {
    let painted = matches!(format, FigureFormat::Png | FigureFormat::Pdf)
        || format == FigureFormat::Svg && args.text == TextName::Outline;
    if !painted {
        return Ok(None);
    }
    let missing = fonts(args)?.missing(&svg(args, figure)).map_err(of_paper)?;
    if missing.is_empty() {
        return Ok(None);
    }
    let glyphs = render::fonts::notice(&missing);
    terminal::remark(&session.global, &message!("cli-missing-glyphs", glyphs = glyphs));
    Ok(Some(missing))
}

#[cfg(not(feature = "fonts"))]
pub(crate) fn missing(_: &Session, _: &DrawArgs, _: &Figure, _: FigureFormat) -> Result<Option<Vec<char>>, CliError> {
    Ok(None)
}

/// The faces to write with.
#[cfg(feature = "fonts")]
fn fonts(args: &DrawArgs) -> Result<Fonts, CliError> {
    let fonts = match &args.font {
        Some(file) => {
            let name = file.display().to_string();
            let bytes = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
            Fonts::of_files(&[(name, bytes)]).map_err(of_paper)?
        }
        None => Fonts::of_system(),
    };
    Ok(fonts)
}

#[cfg(feature = "fonts")]
fn of_paper(error: render::fonts::Error) -> CliError {
    error.message().into()
}

#[cfg(feature = "fonts")]
fn unreadable(file: &Path, error: &std::io::Error) -> CliError {
    message!("errors-font", path = file, reason = error.to_string()).into()
}

#[cfg(not(all(feature = "png", feature = "pdf", feature = "outline", feature = "dot")))]
fn not_built(format: &str) -> CliError {
    message!("errors-not-built", format = format).into()
}

#[cfg(not(feature = "dot"))]
fn dot(_: &Figure) -> Result<Vec<u8>, CliError> {
    Err(not_built("DOT"))
}

#[cfg(not(feature = "png"))]
fn png(_: &DrawArgs, _: &Figure) -> Result<Vec<u8>, CliError> {
    Err(not_built("PNG"))
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &DrawArgs, _: &Figure) -> Result<Vec<u8>, CliError> {
    Err(not_built("PDF"))
}

#[cfg(not(feature = "outline"))]
fn outline(_: &DrawArgs, _: &Figure) -> Result<Vec<u8>, CliError> {
    Err(not_built("outlines"))
}
