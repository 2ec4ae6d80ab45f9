//! Lists of numbered ties behind comments of `%`, as KONECT and Network Repository write them. KONECT's first comment says
//! whether there are two modes and whether the third column is a weight.
//!
//! Source: <http://konect.cc/files/konect-handbook.pdf>, section 7.

use crate::format::document::Document;
use crate::format::explicit::Mode;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::{Listing, lines, words};
use crate::format::ties::{Direction, ExplicitNetwork, NetworkDecoder, VertexAttribute};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;

/// The syntax: comments of `%`, then numbers.
static GRAMMAR: Grammar = Grammar { label: "KONECT", begins: Some(begins) };

/// Decodes KONECT's lists.
pub(crate) static KONECT: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "konect", aliases: &[], extensions: &[], syntax: Syntax::Own(&GRAMMAR), precedence: 3 },
    parse,
    sniff: |_| true,
};

/// Whether a text begins with comments of `%`, and goes on with two to four numbers.
fn begins(text: &str) -> bool {
    if !text.starts_with('%') || text.starts_with("%%") {
        return false;
    }
    let line = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('%')).unwrap_or_default();
    let words: Vec<&str> = line.split_whitespace().collect();
    (2..=4).contains(&words.len()) && words.iter().all(|word| word.parse::<f64>().is_ok())
}

/// What the first comment says.
#[derive(Clone, Copy, Default)]
struct Kind {
    is_two_mode: bool,
    is_directed: bool,
    /// `None` where no comment tells.
    has_weights: Option<bool>,
}

impl Kind {
    fn of(line: &str) -> Self {
        let words: Vec<String> = line.trim_start_matches('%').split_whitespace().map(str::to_ascii_lowercase).collect();
        let Some(format @ ("sym" | "asym" | "bip")) = words.first().map(String::as_str) else { return Self::default() };
        // Ties that stand several times are counted, and the third column counts them.
        let has_weights = words.get(1).map(|weights| weights != "unweighted");
        Self { is_two_mode: format == "bip", is_directed: format == "asym", has_weights }
    }
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let kind = lines(source.text).next().map_or(Kind::default(), |(_, line)| Kind::of(line));
    let mut listing = Listing::default();
    let mut has_unused = false;
    for (start, line) in lines(source.text).filter(|(_, line)| !line.starts_with('%') && !line.trim().is_empty()) {
        let words = words(start, line);
        let [(_, first), (_, second), rest @ ..] = &words[..] else {
            return Err(source.error(start, message!("format-tie-end-only-tie")));
        };
        let weight = rest.first().filter(|_| kind.has_weights != Some(false)).map(|(_, weight)| *weight);
        has_unused |= rest.len() > usize::from(weight.is_some());
        let direction = if kind.is_directed { Direction::Directed } else { Direction::None };
        // The modes are numbered each on its own.
        let second_id = if kind.is_two_mode { format!("2:{second}") } else { (*second).to_owned() };
        if kind.is_two_mode {
            for (id, label, mode) in [(*first, first, Mode::First), (second_id.as_str(), second, Mode::Second)] {
                if let Some(vertex) = listing.vertex(id, start) {
                    (*label).clone_into(&mut vertex.label);
                    vertex.attributes.push((VertexAttribute::Mode, mode.value()));
                }
            }
        }
        listing.tie((first, &second_id), weight, direction, start);
    }
    if has_unused {
        listing.network.notices.push((0, message!("format-konect-columns")));
    }
    Ok(listing.network)
}
