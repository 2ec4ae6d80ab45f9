//! NetDraw's VNA: sections of rows under titles, `*Node data`, `*Node properties`, `*Tie data`.
//!
//! Source: NetDraw's guide (Borgatti 2002). The first column of nodes is their id, the first two of ties their ends; the third of ties, or
//! one that is called a weight, is the weight.

use crate::corpus::naming::fold;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::{Listing, lines};
use crate::format::ties::{Direction, ExplicitNetwork, NetworkDecoder, VertexAttribute};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;

/// VNA's syntax.
static GRAMMAR: Grammar = Grammar { label: "VNA", begins: Some(begins) };

/// Decodes VNA.
pub(crate) static VNA: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "vna", aliases: &[], extensions: &["vna"], syntax: Syntax::Own(&GRAMMAR), precedence: 3 },
    parse,
    sniff: |_| true,
};

/// What stands below a title.
#[derive(Clone, Copy, PartialEq, Eq)]
enum VnaSection {
    Nodes,
    Properties,
    Ties,
}

impl VnaSection {
    /// The section of a title line.
    fn of(line: &str) -> Option<Self> {
        match fold(line.trim().strip_prefix('*')?).as_str() {
            "nodedata" => Some(Self::Nodes),
            "nodeproperties" => Some(Self::Properties),
            "tiedata" => Some(Self::Ties),
            _ => None,
        }
    }
}

/// Names of columns that hold how strong a tie is.
const WEIGHTS: [&str; 4] = ["strength", "weight", "value", "tieweight"];

fn begins(text: &str) -> bool {
    text.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| VnaSection::of(line).is_some())
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut listing = Listing::default();
    let mut labels: Vec<(String, String)> = Vec::new();
    let (mut section, mut columns): (Option<VnaSection>, Option<Vec<String>>) = (None, None);
    for (start, line) in lines(source.text).filter(|(_, line)| !line.trim().is_empty()) {
        if line.trim_start().starts_with('*') {
            section = VnaSection::of(line);
            if section.is_none() {
                return Err(source.error(start, message!("format-vna-section", text = line.trim())));
            }
            columns = None;
            continue;
        }
        let Some(section) = section else { return Err(source.error(start, message!("format-vna-start"))) };
        let cells = cells(line);
        let Some(columns) = &columns else {
            columns = Some(cells);
            continue;
        };
        if cells.len() > columns.len() {
            let (found, expected) = (cells.len(), columns.len());
            return Err(source.error(start, message!("format-vna-cells", found = found, expected = expected)));
        }
        let rest = |from: usize| columns.iter().zip(&cells).skip(from).filter(|(_, cell)| !cell.is_empty());
        match (section, cells.as_slice()) {
            (VnaSection::Nodes, [id, ..]) => {
                let Some(at) = listing.new_vertex(id, start) else {
                    return Err(source.error(start, message!("format-vna-id-twice", id = id)));
                };
                for (title, cell) in rest(1) {
                    match VertexAttribute::of(title) {
                        Some(attribute) => listing.network.vertices[at].attributes.push((attribute, cell.clone())),
                        None => listing.network.keep_at(at, title, cell),
                    }
                }
            }
            (VnaSection::Properties, [id, ..]) => {
                listing.vertex(id, start);
                if let Some(at) = listing.place_of(id) {
                    for (title, cell) in rest(1).filter(|(title, _)| matches!(title.as_str(), "x" | "y")) {
                        listing.network.keep_at(at, title, cell);
                    }
                }
                let label = rest(1).find(|(title, _)| matches!(fold(title).as_str(), "shortlabel" | "label"));
                labels.extend(label.map(|(_, label)| (id.clone(), label.clone())));
            }
            (VnaSection::Ties, [from, to, ..]) => {
                let named = rest(2).find(|(title, _)| WEIGHTS.contains(&fold(title).as_str()));
                let weight = named.or_else(|| rest(2).next().filter(|(_, cell)| cell.parse::<f64>().is_ok()));
                listing.tie((from, to), weight.map(|(_, cell)| cell.as_str()), Direction::None, start);
                let others = rest(2).filter(|(title, _)| Some(*title) != weight.map(|(title, _)| title));
                listing.network.unused.extend(others.map(|(title, _)| title.clone()));
            }
            _ => return Err(source.error(start, message!("format-vna-tie"))),
        }
    }
    if section.is_none() {
        return Err(source.error(0, message!("format-vna-start")));
    }
    let mut network = listing.network;
    let labels: crate::corpus::hashing::FastMap<String, String> = labels.into_iter().collect();
    for vertex in &mut network.vertices {
        if let Some(label) = labels.get(&vertex.id) {
            vertex.label.clone_from(label);
        }
    }
    Ok(network)
}

/// Cells between blanks or commas; one in quotes may hold both.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut is_quoted, mut is_open) = (Vec::new(), String::new(), false, false);
    for ch in line.chars() {
        match ch {
            '"' => {
                is_quoted = !is_quoted;
                is_open = true;
            }
            _ if !is_quoted && (ch.is_whitespace() || ch == ',') => {
                if is_open || !cell.is_empty() {
                    cells.push(std::mem::take(&mut cell).trim().to_owned());
                }
                is_open = false;
            }
            _ => cell.push(ch),
        }
    }
    if is_open || !cell.is_empty() {
        cells.push(cell.trim().to_owned());
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_in_quotes_may_hold_blanks_and_be_empty() {
        assert_eq!(cells("a, \"b c\"  \"\" d,e "), ["a", "b c", "", "d", "e"]);
        assert!(begins("\n*Node data\nID\n") && begins("*tie data\n") && !begins("*Vertices 3\n") && !begins(""));
    }
}
