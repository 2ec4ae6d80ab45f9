//! Adjacency lists: a vertex and its neighbours a line, as NetworkX writes them (`.adjlist`); LGL's lists (`.lgl`), where a line
//! of `#` names a vertex and its neighbours follow.

use crate::format::delimiter;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::{Listing, lines, words};
use crate::format::table_shape::TableShape;
use crate::format::ties::{Direction, ExplicitNetwork, NetworkDecoder};
use crate::ingest::delimited::{BLANKS, Reader};
use crate::ingest::options::Options;
use crate::ingest::rows::{self, unclosed};
use crate::message;
use crate::normalize::text::clean;
use crate::source::error::Error;
use crate::source::input::has_extension;

/// Decodes adjacency lists.
pub(crate) static ADJACENCY: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo {
        key: "adjacency",
        aliases: &["adjlist"],
        extensions: &[],
        syntax: Syntax::Delimited,
        precedence: 3,
    },
    parse,
    sniff: |head| {
        head.table_shape() == Some(TableShape::Adjacency)
            || has_extension(head.name, &["adjlist"]) && head.options.columns.is_none()
    },
};

/// LGL's syntax is known by the file extension: `#` begins comments elsewhere.
static LGL_GRAMMAR: Grammar = Grammar { label: "LGL", begins: None };

/// Decodes LGL's lists of neighbours.
pub(crate) static LGL: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo {
        key: "lgl",
        aliases: &[],
        extensions: &["lgl"],
        syntax: Syntax::Own(&LGL_GRAMMAR),
        precedence: 3,
    },
    parse: parse_lgl,
    sniff: |_| true,
};

fn parse(source: &Document<'_>, options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut separator = delimiter::detect(source.text, source.name, options);
    if rows::headers(source.text, separator, source.name)?.len() == 1 || has_extension(source.name, &["adjlist"]) {
        separator = BLANKS;
    }
    let mut listing = Listing::default();
    let mut reader = Reader::new(source.text, separator);
    while let Some(row) = reader.next_row().map_err(|error| unclosed(source.name, error))? {
        let offset = row.anchor().offset;
        let cells: Vec<String> = (0..row.len()).map(|column| clean(&row.text(column)).into_owned()).collect();
        let Some((vertex, neighbours)) = cells.split_first().filter(|(vertex, _)| !vertex.is_empty()) else { continue };
        listing.vertex(vertex, offset);
        for neighbour in neighbours.iter().filter(|cell| !cell.is_empty()) {
            listing.tie((vertex, neighbour), None, Direction::None, offset);
        }
    }
    Ok(listing.network)
}

fn parse_lgl(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut listing = Listing::default();
    let mut current: Option<&str> = None;
    for (start, line) in lines(source.text).filter(|(_, line)| !line.trim().is_empty()) {
        if let Some(name) = line.trim_start().strip_prefix('#') {
            current = Some(name.trim());
            listing.vertex(name.trim(), start);
            continue;
        }
        let words = words(start, line);
        let (Some(vertex), [(_, other), weight @ ..]) = (current, &words[..]) else {
            return Err(source.error(start, message!("format-lgl-start")));
        };
        listing.tie((vertex, other), weight.first().map(|(_, text)| *text), Direction::None, start);
    }
    Ok(listing.network)
}
