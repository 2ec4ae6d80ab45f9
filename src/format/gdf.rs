//! GUESS's GDF: rows of nodes under `nodedef>`, rows of ties under `edgedef>`.
//!
//! Source: <https://gephi.org/users/supported-graph-formats/gdf-format/>.

use crate::corpus::naming::fold;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::lines;
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex, VertexAttribute};
use crate::ingest::options::Options;
use crate::message;
use crate::normalize::text::trim;
use crate::source::error::Error;

/// GDF's syntax.
static GRAMMAR: Grammar = Grammar { label: "GDF", begins: Some(|text| starts(text, "nodedef>")) };

/// Decodes GDF.
pub(crate) static GDF: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "gdf", aliases: &[], extensions: &["gdf"], syntax: Syntax::Own(&GRAMMAR), precedence: 3 },
    parse,
    sniff: |_| true,
};

fn starts(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut network = ExplicitNetwork::drawn_upwards();
    let (mut columns, mut are_edges): (Option<Vec<String>>, bool) = (None, false);
    for (start, line) in lines(source.text).filter(|(_, line)| !line.trim().is_empty()) {
        let section = ["nodedef>", "edgedef>"].into_iter().find(|word| starts(line, word));
        if let Some(word) = section {
            are_edges = word == "edgedef>";
            let cells = cells(&line[word.len()..]);
            let title = |cell: &String| cell.split_whitespace().next().unwrap_or_default().to_owned();
            columns = Some(cells.iter().map(title).collect());
            continue;
        }
        let Some(columns) = &columns else {
            return Err(source.error(start, message!("format-gdf-start")));
        };
        let cells = cells(line);
        if cells.len() > columns.len() {
            let (found, expected) = (cells.len(), columns.len());
            return Err(source.error(start, message!("format-gdf-cells", found = found, expected = expected)));
        }
        let row = columns.iter().zip(&cells).map(|(title, cell)| (title.as_str(), cell.as_str()));
        let row: Vec<(&str, &str)> = row.filter(|(_, cell)| !cell.is_empty()).collect();
        if are_edges { edge(source, &mut network, start, &row)? } else { node(source, &mut network, start, &row)? }
    }
    if columns.is_none() {
        return Err(source.error(0, message!("format-gdf-start")));
    }
    Ok(network)
}

/// Cells between commas; one in quotes may hold commas.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quote) = (Vec::new(), String::new(), None);
    for ch in line.chars() {
        match (quote, ch) {
            (Some(open), _) if ch == open => quote = None,
            (Some(_), _) => cell.push(ch),
            (None, '"' | '\'') if trim(&cell).is_empty() => quote = Some(ch),
            (None, ',') => cells.push(trim(&std::mem::take(&mut cell)).to_owned()),
            (None, _) => cell.push(ch),
        }
    }
    cells.push(trim(&cell).to_owned());
    cells
}

fn node(
    source: &Document<'_>,
    network: &mut ExplicitNetwork,
    offset: usize,
    row: &[(&str, &str)],
) -> Result<(), Error> {
    let mut vertex = Vertex { offset, ..Vertex::default() };
    for (title, cell) in row {
        match (fold(title).as_str(), VertexAttribute::of(title)) {
            ("name", _) => vertex.id = (*cell).to_owned(),
            ("label", _) => vertex.label = (*cell).to_owned(),
            (_, Some(attribute)) => vertex.attributes.push((attribute, (*cell).to_owned())),
            _ => network.keep(&mut vertex, title, cell),
        }
    }
    if vertex.id.is_empty() {
        return Err(source.error(offset, message!("format-no-every-needs", what = "node", key = "name")));
    }
    network.vertices.push(vertex);
    Ok(())
}

fn edge(
    source: &Document<'_>,
    network: &mut ExplicitNetwork,
    offset: usize,
    row: &[(&str, &str)],
) -> Result<(), Error> {
    let find = |key: &str| row.iter().find(|(title, _)| fold(title) == key).map(|(_, cell)| (*cell).to_owned());
    let end = |key: &'static str| {
        find(key).ok_or_else(|| source.error(offset, message!("format-no-every-needs", what = "edge", key = key)))
    };
    let is_directed = find("directed").is_some_and(|word| word.eq_ignore_ascii_case("true"));
    let known = ["node1", "node2", "weight", "directed"];
    let others = row.iter().map(|(title, _)| *title).filter(|title| !known.contains(&fold(title).as_str()));
    network.unused.extend(others.map(str::to_owned));
    network.ties.push(ExplicitTie {
        source: end("node1")?,
        target: end("node2")?,
        weight: find("weight"),
        direction: if is_directed { Direction::Directed } else { Direction::None },
        offset,
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_in_quotes_may_hold_commas() {
        assert_eq!(cells("a,'b, c',\"d\",e's,"), ["a", "b, c", "d", "e's", ""]);
    }
}
