//! METIS graphs: a line of counts, then the neighbours of one vertex a line; lines of `%` are comments.
//!
//! Source: METIS manual, section 4.1.1.

use crate::corpus::hashing::{FastMap, FastSet};
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::{Listing, lines, words};
use crate::format::ties::{Direction, ExplicitNetwork, NetworkDecoder};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;

/// METIS's syntax: lines of whole numbers.
static GRAMMAR: Grammar = Grammar { label: "METIS", begins: Some(is_metis) };

/// Decodes METIS graphs.
pub(crate) static METIS: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo {
        key: "metis",
        aliases: &[],
        extensions: &["metis", "graph"],
        syntax: Syntax::Own(&GRAMMAR),
        precedence: 3,
    },
    parse,
    sniff: |_| true,
};

/// The first line: how many vertices and ties there are, and which weights stand in the others.
struct Counts {
    vertices: usize,
    ties: u64,
    /// Numbers before the neighbours of a line.
    own: usize,
    /// Numbers of a neighbour: itself, and perhaps its weight.
    step: usize,
}

impl Counts {
    fn of(numbers: &[u64]) -> Option<Self> {
        if !(2..=4).contains(&numbers.len()) {
            return None;
        }
        let format = numbers.get(2).copied().unwrap_or(0);
        if format > 111 || [format % 10, format / 10 % 10, format / 100].iter().any(|&digit| digit > 1) {
            return None;
        }
        let weights = if format / 10 % 10 == 1 { numbers.get(3).copied().unwrap_or(1) } else { 0 };
        let own = usize::try_from(weights.checked_add(format / 100 % 10)?).ok()?;
        let step = if format % 10 == 1 { 2 } else { 1 };
        Some(Self { vertices: usize::try_from(numbers[0]).ok()?, ties: numbers[1], own, step })
    }
}

/// Whether a text is a METIS graph: each line behind the first holds the neighbours of one vertex, and every tie stands at both
/// of its ends.
fn is_metis(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.starts_with('%'));
    let Some(head) = lines.find(|line| !line.trim().is_empty()) else { return false };
    let Some(counts) = integers(head).as_deref().and_then(Counts::of) else { return false };
    if counts.ties == 0 {
        return false;
    }
    let mut ends: FastSet<(u64, u64)> = FastSet::default();
    let mut vertex = 0;
    for line in lines {
        vertex += 1;
        let Some(numbers) = integers(line) else { return false };
        if vertex > counts.vertices {
            if numbers.is_empty() {
                continue;
            }
            return false;
        }
        let neighbours = numbers.get(counts.own..).unwrap_or_default();
        if neighbours.len() % counts.step != 0 {
            return false;
        }
        for &neighbour in neighbours.iter().step_by(counts.step) {
            let (own, all) = (vertex as u64, counts.vertices as u64);
            let fits = (1..=all).contains(&neighbour) && neighbour != own;
            if !fits || !ends.insert((own, neighbour)) || ends.len() as u64 > counts.ties.saturating_mul(2) {
                return false;
            }
        }
    }
    ends.len() as u64 == counts.ties.saturating_mul(2) && ends.iter().all(|&(a, b)| ends.contains(&(b, a)))
}

fn integers(line: &str) -> Option<Vec<u64>> {
    line.split_whitespace().map(|word| word.parse().ok()).collect()
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut rows = lines(source.text).filter(|(_, line)| !line.starts_with('%'));
    let (at, head) = rows.find(|(_, line)| !line.trim().is_empty()).unwrap_or_default();
    let counts = integers(head)
        .as_deref()
        .and_then(Counts::of)
        .ok_or_else(|| source.error(at, message!("format-metis-head")))?;
    let mut listing = Listing::default();
    let mut ends: FastMap<(usize, usize), (Option<&str>, usize)> = FastMap::default();
    let mut vertex = 0;
    for (start, line) in rows {
        vertex += 1;
        let words = words(start, line);
        if vertex > counts.vertices {
            if let Some((offset, _)) = words.first() {
                return Err(source.error(*offset, message!("format-metis-lines", count = counts.vertices)));
            }
            continue;
        }
        let own = vertex.to_string();
        listing.vertex(&own, start);
        for pair in words.get(counts.own..).unwrap_or_default().chunks(counts.step) {
            let (offset, other) = pair[0];
            let number = other.parse().ok().filter(|number| (1..=counts.vertices).contains(number));
            let Some(number) = number else {
                let count = counts.vertices;
                return Err(source.error(offset, message!("format-no-vertex-number", text = other, count = count)));
            };
            let weight = match pair.get(1) {
                Some((_, weight)) => Some(*weight),
                None if counts.step == 2 => {
                    return Err(source.error(offset, message!("format-metis-weight-missing", vertex = other)));
                }
                None => None,
            };
            if ends.insert((vertex, number), (weight, offset)).is_some() {
                return Err(source.error(offset, message!("format-metis-twice", vertex = other)));
            }
            if vertex < number {
                listing.tie((&own, other), weight, Direction::None, offset);
            }
        }
    }
    check_mirrored(source, &ends)?;
    if ends.len() as u64 != counts.ties.saturating_mul(2) {
        let (found, ties) = (ends.len() / 2, counts.ties);
        return Err(source.error(at, message!("format-metis-ties", found = found, ties = ties)));
    }
    listing.numbered(source, counts.vertices, at)
}

/// Every tie stands at both of its ends, with one weight.
fn check_mirrored(source: &Document<'_>, ends: &FastMap<(usize, usize), (Option<&str>, usize)>) -> Result<(), Error> {
    let is_alone =
        |&&(a, b): &&(usize, usize)| a == b || ends.get(&(b, a)).map(|end| end.0) != ends.get(&(a, b)).map(|end| end.0);
    match ends.keys().filter(is_alone).map(|pair| (ends[pair].1, pair)).min() {
        Some((offset, (own, other))) => {
            Err(source
                .error(offset, message!("format-metis-one-end", own = own.to_string(), other = other.to_string())))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_metis_graph_has_every_tie_at_both_ends() {
        assert!(is_metis("% c\n3 2\n2\n1 3\n2\n") && is_metis("3 2 1\n2 5\n1 5 3 7\n2 7\n\n"));
        assert!(!is_metis("3 2\n2\n3\n2\n") && !is_metis("3 2 5\n1 2 1\n") && !is_metis("1 2\n2 3\n"));
    }
}
