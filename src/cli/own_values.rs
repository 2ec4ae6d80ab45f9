//! `--labels` and `--colors`: files of values by the names of institutions.

use crate::error::CliError;
use crate::session::Session;
use crate::terminal;
use collabgraph::analysis::figure::FigureRequest;
use collabgraph::analysis::own_values::{OwnValue, OwnValues};
use collabgraph::answer::figure::Figure;
use collabgraph::answer::language::Language;
use collabgraph::ingest::delimited::Reader;
use collabgraph::message;
use collabgraph::messages::{List, Localizer};
use collabgraph::source::error::Error;
use collabgraph::source::input::Input;
use std::collections::BTreeSet;
use std::path::Path;

/// Headers of the column of institutions, in lower case; also the word for them in Korean tables.
const HEADERS: [&str; 7] = ["name", "id", "institution", "organization", "organisation", "label", "node"];
/// How many rows that are not used are named.
const NAMED: usize = 6;

/// Reads a file of two columns, names and values; none where there is no file.
pub(crate) fn read(path: Option<&Path>) -> Result<OwnValues, CliError> {
    let Some(path) = path else { return Ok(OwnValues::default()) };
    let input = Input::from_argument(path);
    let (name, text) = (input.short_name(), input.text()?);
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let delimiter = [b'\t', b';', b','].into_iter().find(|&one| first.as_bytes().contains(&one)).unwrap_or(b',');
    let mut reader = Reader::new(&text, delimiter);
    let mut rows = Vec::new();
    let mut is_first = true;
    loop {
        let row = reader
            .next_row()
            .map_err(|open| Error::at(&name, open.opens.line, open.opens.column, message!("errors-own-quote")))?;
        let Some(row) = row else { break };
        let cells: Vec<String> = (0..row.len()).map(|cell| row.text(cell).trim().to_owned()).collect();
        let line = row.line();
        let is_header_row = std::mem::take(&mut is_first) && is_header(&cells[0]);
        if is_header_row || cells.iter().all(String::is_empty) {
            continue;
        }
        let [of, value] = <[String; 2]>::try_from(cells)
            .map_err(|cells| Error::at(&name, line, 1, message!("errors-own-columns", count = cells.len())))?;
        rows.push(OwnValue { name: of, value, place: format!("{name}:{line}") });
    }
    if rows.is_empty() {
        return Err(Error::whole(&name, message!("errors-own-empty")).into());
    }
    Ok(OwnValues { rows })
}

/// Whether a cell heads the column of institutions.
fn is_header(cell: &str) -> bool {
    let korean = Localizer::new(Language::Korean).render(&message!("answers-institution"));
    HEADERS.contains(&cell.to_lowercase().as_str()) || cell == korean
}

/// Says which rows name institutions that the figure does not draw, and which colours can hardly be seen.
pub(crate) fn report(session: &Session, request: &FigureRequest, figure: &Figure) {
    let drawn: BTreeSet<&str> = figure.nodes().into_iter().map(|(node, _)| node.key.as_str()).collect();
    for (option, values) in [("--labels", &request.labels), ("--colors", &request.colors)] {
        let unused = values.unused(session, |id| drawn.contains(id));
        if !unused.is_empty() {
            let count = unused.len();
            let names = List::comma(unused.iter().map(String::as_str)).naming(NAMED);
            terminal::remark(
                &session.global,
                &message!("cli-own-unused", option = option, count = count, names = names),
            );
        }
    }
    let page = figure.metadata().page;
    let faint = figure
        .nodes()
        .into_iter()
        .filter(|(node, _)| request.colors.is_named(session, &node.key) && node.color.contrast(page) < 3.0);
    let faint: Vec<&str> = faint.map(|(node, _)| node.label.lines().next().unwrap_or_default()).collect();
    if !faint.is_empty() {
        let names = List::comma(faint.iter().copied()).naming(NAMED);
        terminal::remark(&session.global, &message!("cli-own-faint", count = faint.len(), names = names));
    }
}
