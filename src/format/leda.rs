//! LEDA's native graph format: the types of vertices and ties, a line for each vertex (`|{label}|`), then a line for each
//! tie: two numbers of vertices, the number of the reverse tie, and its value (`1 2 0 |{3}|`).
//!
//! Source: K. Mehlhorn & S. Näher, *LEDA: A Platform for Combinatorial and Geometric Computing*, Cambridge 1999; guide
//! “The LEDA Native Graph Fileformat”.

use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::{Listing, lines, words};
use crate::format::ties::{Direction, ExplicitNetwork, NetworkDecoder};
use crate::ingest::options::Options;
use crate::message;
use crate::normalize::text::trim;
use crate::source::error::Error;

static GRAMMAR: Grammar = Grammar { label: "LEDA", begins: Some(begins) };

/// Decodes LEDA's format.
pub(crate) static LEDA: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "leda", aliases: &[], extensions: &["lgr"], syntax: Syntax::Own(&GRAMMAR), precedence: 3 },
    parse,
    sniff: |_| true,
};

/// Types of ties whose values are weights; whole numbers are colours, signs or kinds as often.
const WEIGHTS: [&str; 2] = ["double", "float"];

fn begins(text: &str) -> bool {
    statements(text).next().is_some_and(|(_, line)| line == "LEDA.GRAPH")
}

/// Lines that are neither blank nor comments, with the bytes at which they start.
fn statements(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let all = lines(text).map(|(start, line)| (start + line.len() - line.trim_start().len(), line.trim()));
    all.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// What stands between `|{` and `}|`.
fn value(text: &str) -> &str {
    let inner = text.find("|{").map_or(text, |at| &text[at + 2..]);
    trim(inner.rfind("}|").map_or(inner, |end| &inner[..end]))
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let head = |offset: usize| source.error(offset, message!("format-leda-head"));
    let mut all = statements(source.text).peekable();
    // The word by which the format is known, and the type of its vertices.
    let _ = (all.next(), all.next());
    let end = || head(source.text.len());
    let (_, kind) = all.next().ok_or_else(end)?;
    // Since version 5 the direction stands here: -1 directed, -2 undirected.
    let direction = all.next_if(|(_, line)| matches!(*line, "-1" | "-2"));
    let direction = if direction.is_some_and(|(_, line)| line == "-2") { Direction::None } else { Direction::Directed };
    let mut listing = Listing::default();
    let (at, count) = all.next().ok_or_else(end)?;
    let vertices: usize = count.parse().map_err(|_| head(at))?;
    for number in 1..=vertices {
        let (offset, line) = all.next().ok_or_else(end)?;
        if let Some(vertex) = listing.vertex(&number.to_string(), offset) {
            value(line).clone_into(&mut vertex.label);
        }
    }
    let (at, count) = all.next().ok_or_else(end)?;
    let ties: usize = count.parse().map_err(|_| head(at))?;
    let has_weights = WEIGHTS.contains(&kind);
    for _ in 0..ties {
        let (offset, line) = all.next().ok_or_else(end)?;
        let ends: Vec<(usize, &str)> = words(offset, line).into_iter().take(2).collect();
        for (offset, end) in &ends {
            if !end.parse::<usize>().is_ok_and(|number| (1..=vertices).contains(&number)) {
                return Err(source.error(*offset, message!("format-leda-end", end = *end, count = vertices)));
            }
        }
        let [(_, one), (_, other)] = ends[..] else {
            return Err(source.error(offset, message!("format-tie-end-only-tie")));
        };
        let weight = Some(value(line)).filter(|weight| has_weights && line.contains("|{") && !weight.is_empty());
        listing.tie((one, other), weight, direction, offset);
    }
    if !has_weights && kind != "void" {
        listing.network.unused.insert(kind.to_owned());
    }
    Ok(listing.network)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graph_of_leda_is_known_behind_its_comments() {
        assert!(begins("#header\nLEDA.GRAPH\nstring\nint\n") && !begins("graph [\n") && !begins(""));
        assert_eq!((value("1 2 0 |{3}|"), value("|{}|"), value("|{a | {b}}|")), ("3", "", "a | {b}"));
    }
}
