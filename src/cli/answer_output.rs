//! An answer in the format that is asked for, to standard output or into a file.

use std::io::IsTerminal;
use std::path::Path;

use collabgraph::answer::Answer;
use collabgraph::message;
#[cfg(feature = "xlsx")]
use collabgraph::messages::Localizer;
use collabgraph::messages::Message;
use collabgraph::render;

use crate::args::Global;
use crate::args::values::{AnswerFormat, ColorWhen};
use crate::error::CliError;
use crate::output;

/// The format of answers: what is asked for, else what the extension of the output says, else text.
pub(crate) fn format(global: &Global) -> Result<AnswerFormat, CliError> {
    let asked = if global.json { Some(AnswerFormat::Json) } else { global.format };
    match (asked, &global.output) {
        (Some(format), _) => Ok(format),
        (None, Some(path)) if path.as_os_str() != "-" => by_extension(path),
        (None, _) => Ok(AnswerFormat::Text),
    }
}

fn by_extension(path: &Path) -> Result<AnswerFormat, CliError> {
    match path.extension().and_then(|extension| extension.to_str()).map(str::to_lowercase).as_deref() {
        Some("txt") => Ok(AnswerFormat::Text),
        Some("json") => Ok(AnswerFormat::Json),
        Some("csv") => Ok(AnswerFormat::Csv),
        Some("md") => Ok(AnswerFormat::Md),
        Some("xlsx") => Ok(AnswerFormat::Xlsx),
        _ => Err(message!("errors-answer-extension", path = path).into()),
    }
}

/// Refuses what could not be written, before anything is read.
pub(crate) fn check(global: &Global) -> Result<(), CliError> {
    let format = format(global)?;
    if format == AnswerFormat::Docx {
        return Err(message!("errors-docx-of-answer").into());
    }
    if format == AnswerFormat::Xlsx {
        if cfg!(not(feature = "xlsx")) {
            return Err(message!("errors-not-built", format = "xlsx").into());
        }
        if file(global).is_none() && std::io::stdout().is_terminal() {
            return Err(message!("errors-xlsx-terminal").into());
        }
    }
    file(global).map_or(Ok(()), |path| output::target(path).map(|_| ()))
}

/// The file that the answer is written to; none for standard output.
fn file(global: &Global) -> Option<&Path> {
    global.output.as_deref().filter(|path| path.as_os_str() != "-")
}

/// Writes an answer; `sources` say what the data are.
pub(crate) fn write(global: &Global, answer: &mut Answer, sources: &[Message]) -> Result<(), CliError> {
    let text = match format(global)? {
        AnswerFormat::Json => return write_json(global, answer),
        AnswerFormat::Text => match file(global) {
            Some(_) => render::text::write(answer, &render::text::Options::default()),
            None => return output::print_styled(&render::text::write(answer, &text_options(global.color))),
        },
        AnswerFormat::Csv => {
            let options = render::csv::Options { is_formula_safe: global.csv_safe, ..render::csv::Options::default() };
            let is_file = file(global).is_some() || output::is_new_file();
            let mark = if !global.no_bom && is_file { render::csv::BYTE_ORDER_MARK } else { "" };
            format!("{mark}{}", render::csv::write(answer, &options))
        }
        AnswerFormat::Md => render::markdown::write(answer, &render::markdown::Options::default()),
        AnswerFormat::Docx => return Err(message!("errors-docx-of-answer").into()),
        AnswerFormat::Xlsx => return deliver(global, &workbook(answer, sources)?),
    };
    deliver(global, text.as_bytes())
}

fn deliver(global: &Global, bytes: &[u8]) -> Result<(), CliError> {
    match file(global) {
        Some(path) => output::write_file(path, bytes),
        None => output::print(bytes),
    }
}

fn write_json(global: &Global, answer: &mut Answer) -> Result<(), CliError> {
    let record = answer.take_json();
    let Some(path) = file(global) else {
        return output::print_by_parts(|take| record.pretty_chunks(take));
    };
    output::write_with(path, &mut |out| {
        let mut result = Ok(());
        record.pretty_chunks(|chunk| {
            if result.is_ok() {
                result = out.write_all(chunk.as_bytes());
            }
        });
        result.and_then(|()| out.write_all(b"\n"))
    })
}

#[cfg(feature = "xlsx")]
fn workbook(answer: &Answer, sources: &[Message]) -> Result<Vec<u8>, CliError> {
    let sources = Localizer::new(answer.language).render_all(sources);
    let groups = [render::xlsx::SheetGroup { name: "", answer }];
    render::xlsx::write(&groups, &sources, answer.language).map_err(|error| error.message().into())
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: &Answer, _: &[Message]) -> Result<Vec<u8>, CliError> {
    Err(message!("errors-not-built", format = "xlsx").into())
}

/// Colour and width follow the terminal; into a file or pipe go letters alone, at the usual width.
fn text_options(color: ColorWhen) -> render::text::Options {
    let terminal = std::io::stdout().is_terminal();
    let wanted = match color {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto => anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never,
    };
    let width = if terminal { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
    render::text::Options {
        color: if wanted { render::text::ColorMode::Ansi } else { render::text::ColorMode::Plain },
        width: width.unwrap_or(render::text::DEFAULT_WIDTH),
    }
}
