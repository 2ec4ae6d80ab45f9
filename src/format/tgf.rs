//! yEd's trivial graph format: lines of an id and a label, a line of `#`, lines of two ids and a label.
//! Cytoscape's SIF: lines of a name, a relation, and other names.

use crate::corpus::hashing::FastSet;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::{Listing, lines, words};
use crate::format::ties::{Direction, ExplicitNetwork, NetworkDecoder};
use crate::ingest::options::Options;
use crate::message;
use crate::messages::List;
use crate::normalize::text::trim;
use crate::source::error::Error;
use std::collections::BTreeSet;

/// Lines in which the `#` of a trivial graph is looked for.
const MAX_LINES: usize = 100_000;

/// Relations that are listed by name.
const MAX_LISTED: usize = 12;

/// TGF's syntax.
static GRAMMAR: Grammar = Grammar { label: "TGF", begins: Some(begins) };

/// Decodes the trivial graph format.
pub(crate) static TGF: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "tgf", aliases: &[], extensions: &["tgf"], syntax: Syntax::Own(&GRAMMAR), precedence: 3 },
    parse,
    sniff: |_| true,
};

/// SIF is known by its file extension.
static SIF_GRAMMAR: Grammar = Grammar { label: "SIF", begins: None };

/// Decodes Cytoscape's SIF.
pub(crate) static SIF: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo {
        key: "sif",
        aliases: &[],
        extensions: &["sif"],
        syntax: Syntax::Own(&SIF_GRAMMAR),
        precedence: 3,
    },
    parse: parse_sif,
    sniff: |_| true,
};

/// Whether a `#` alone on its line stands between ids with labels and ties of these ids.
fn begins(text: &str) -> bool {
    let mut ids: FastSet<&str> = FastSet::default();
    let mut lines = text.lines().take(MAX_LINES).map(str::trim).filter(|line| !line.is_empty());
    for line in lines.by_ref() {
        if line == "#" {
            let tie = lines.next().unwrap_or_default();
            let ends: Vec<&str> = tie.split_whitespace().take(2).collect();
            return !ids.is_empty() && ends.len() == 2 && ends.iter().all(|end| ids.contains(end));
        }
        let Some(id) = line.split_whitespace().next().filter(|_| !line.contains(['{', '[', '<'])) else { return false };
        if !ids.insert(id) {
            return false;
        }
    }
    false
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut listing = Listing::default();
    let mut are_ties = false;
    for (start, line) in lines(source.text).filter(|(_, line)| !line.trim().is_empty()) {
        if line.trim() == "#" {
            are_ties = true;
            continue;
        }
        let words = words(start, line);
        let (offset, first) = words[0];
        if !are_ties {
            let label = trim(&line[offset - start + first.len()..]);
            let Some(vertex) = listing.vertex(first, offset) else {
                return Err(source.error(offset, message!("format-tgf-id-twice", id = first)));
            };
            label.clone_into(&mut vertex.label);
            continue;
        }
        let Some((_, second)) = words.get(1) else {
            return Err(source.error(offset, message!("format-tie-end-only-tie")));
        };
        // What stands behind the ends is a label; a number there is what others write as a weight.
        let label = words.get(2..).unwrap_or_default();
        let weight = match label {
            [(_, text)] if text.parse::<f64>().is_ok() => Some(*text),
            [] => None,
            _ => {
                listing.network.unused.insert("label".to_owned());
                None
            }
        };
        listing.network.ties.push(crate::format::ties::ExplicitTie {
            source: first.to_owned(),
            target: (*second).to_owned(),
            weight: weight.map(str::to_owned),
            direction: Direction::None,
            offset,
        });
    }
    Ok(listing.network)
}

fn parse_sif(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut listing = Listing::default();
    let mut relations: BTreeSet<String> = BTreeSet::new();
    let has_tabs = source.text.contains('\t');
    for (start, line) in lines(source.text).filter(|(_, line)| !line.trim().is_empty()) {
        let cells: Vec<&str> = match has_tabs {
            true => line.split('\t').map(trim).filter(|cell| !cell.is_empty()).collect(),
            false => line.split_whitespace().collect(),
        };
        match &cells[..] {
            [] => {}
            [one] => drop(listing.vertex(one, start)),
            [_, _] => return Err(source.error(start, message!("format-sif-line"))),
            [one, relation, others @ ..] => {
                relations.insert((*relation).to_owned());
                for other in others {
                    listing.tie((one, other), None, Direction::None, start);
                }
            }
        }
    }
    if relations.len() > 1 {
        let names = relations.iter().take(MAX_LISTED).map(|name| message!("ingest-quoted", text = name));
        let names = List::comma(names);
        listing.network.notices.push((0, message!("format-relations-added", count = relations.len(), names = names)));
    }
    Ok(listing.network)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trivial_graph_has_ids_before_its_ties() {
        assert!(begins("1 A b\n2 B\n#\n1 2 x\n"));
        assert!(!begins("# c\n1 2\n") && !begins("1 A\n#\n1 3\n") && !begins("1 A\n1 B\n#\n1 1\n") && !begins(""));
    }
}
