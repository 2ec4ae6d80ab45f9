//! Tulip's TLP: a graph in parentheses, `(nodes 0..4)`, `(edge 0 1 2)`, properties of both.
//!
//! Source: <https://tulip.labri.fr/Documentation/current/tulip-python/tulip-file-format.html>. Labels are those of `viewLabel`, weights those of a number
//! that is called one; clusters within and colours are not taken.

use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::check_count;
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex, VertexAttribute};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;

/// TLP's syntax.
static GRAMMAR: Grammar = Grammar {
    label: "TLP",
    begins: Some(|text| text.strip_prefix('(').is_some_and(|rest| rest.trim_start().starts_with("tlp"))),
};

/// Decodes TLP.
pub(crate) static TULIP: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo {
        key: "tlp",
        aliases: &["tulip"],
        extensions: &["tlp"],
        syntax: Syntax::Own(&GRAMMAR),
        precedence: 3,
    },
    parse,
    sniff: |_| true,
};

/// Lists within each other.
const MAX_DEPTH: usize = 64;

/// A piece of the file: a parenthesis, or a word, in quotes or not.
enum Token<'t> {
    Open,
    Close,
    Word(std::borrow::Cow<'t, str>),
}

/// The pieces of a text, with the bytes at which they start.
struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Tokens<'t> {
    type Item = (usize, Token<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = &self.text[self.at..];
            let first = rest.chars().next()?;
            let start = self.at;
            match first {
                _ if first.is_whitespace() || first == '\u{FEFF}' => self.at += first.len_utf8(),
                ';' => self.at += rest.find('\n').unwrap_or(rest.len()),
                '(' | ')' => {
                    self.at += 1;
                    return Some((start, if first == '(' { Token::Open } else { Token::Close }));
                }
                '"' => {
                    let (word, length) = quoted(&rest[1..]);
                    self.at += 1 + length;
                    return Some((start, Token::Word(word)));
                }
                _ => {
                    let end = rest.find(|ch: char| ch.is_whitespace() || matches!(ch, '(' | ')' | '"'));
                    let word = &rest[..end.unwrap_or(rest.len())];
                    self.at += word.len();
                    return Some((start, Token::Word(word.into())));
                }
            }
        }
    }
}

/// A text up to its closing quote, and how many bytes it took, the quote included.
fn quoted(text: &str) -> (std::borrow::Cow<'_, str>, usize) {
    let mut word = String::new();
    let mut chars = text.char_indices();
    while let Some((at, ch)) = chars.next() {
        match ch {
            '"' => return (word.into(), at + 1),
            '\\' => match chars.next() {
                Some((_, 'n')) => word.push('\n'),
                Some((_, other)) => word.push(other),
                None => break,
            },
            _ => word.push(ch),
        }
    }
    (word.into(), text.len())
}

/// A list and the words that stand in it directly.
struct TulipList<'t> {
    words: Vec<std::borrow::Cow<'t, str>>,
    offset: usize,
}

#[derive(Default)]
struct Parser {
    /// Ranges of node numbers.
    ranges: Vec<(u64, u64, usize)>,
    ties: Vec<(String, ExplicitTie)>,
    labels: FastMap<String, String>,
    attributes: Vec<(String, VertexAttribute, String)>,
    /// Values of nodes that are no facts: node, title, value.
    others: Vec<(String, String, String)>,
    /// The weight that edges have which say none.
    usual_weight: Option<String>,
    weights: FastMap<String, String>,
    unused: std::collections::BTreeSet<String>,
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut parser = Parser::default();
    let mut open: Vec<TulipList<'_>> = Vec::new();
    for (offset, token) in (Tokens { text: source.text, at: 0 }) {
        match token {
            Token::Open if open.len() >= MAX_DEPTH => return Err(source.error(offset, message!("format-tlp-deep"))),
            Token::Open => open.push(TulipList { words: Vec::new(), offset }),
            Token::Word(word) => match open.last_mut() {
                Some(list) => list.words.push(word),
                None => return Err(source.error(offset, message!("format-tlp-outside"))),
            },
            Token::Close => {
                let Some(list) = open.pop() else { return Err(source.error(offset, message!("format-tlp-outside"))) };
                parser.take(source, &open, &list)?;
            }
        }
    }
    match open.last() {
        Some(list) => Err(source.error(list.offset, message!("format-tlp-open"))),
        None => parser.finish(source),
    }
}

impl Parser {
    /// Takes a list that closes within those that are open.
    fn take(&mut self, source: &Document<'_>, open: &[TulipList<'_>], list: &TulipList<'_>) -> Result<(), Error> {
        let word =
            |list: &TulipList<'_>, at: usize| list.words.get(at).map(|word| word.to_string()).unwrap_or_default();
        let within = open.last().map(|outer| word(outer, 0)).unwrap_or_default();
        match (within.as_str(), word(list, 0).as_str()) {
            // What a cluster holds is in the graph, too.
            ("cluster" | "graph", _) => {}
            // Older files, and some by hand, have no list around them all.
            ("tlp" | "", "nodes") => {
                for text in &list.words[1..] {
                    self.ranges.push(range(source, text, list.offset)?);
                }
            }
            ("tlp" | "", "edge") => {
                let [_, id, from, to] = &list.words[..] else {
                    return Err(source.error(list.offset, message!("format-tlp-edge")));
                };
                let (source, target) = (from.to_string(), to.to_string());
                let direction = Direction::None;
                let tie = ExplicitTie { source, target, weight: None, direction, offset: list.offset };
                self.ties.push((id.to_string(), tie));
            }
            ("tlp" | "", "property") => {
                let title = word(list, 3);
                let is_taken = is_label(&title) || is_weight(&title) || VertexAttribute::of(&title).is_some();
                // Numbers of nodes are kept; texts are noted where they stand.
                if !is_taken && !title.starts_with("view") && !matches!(word(list, 2).as_str(), "int" | "double") {
                    self.unused.insert(title);
                }
            }
            ("property", key @ ("node" | "edge" | "default")) => {
                let title = open.last().map(|outer| word(outer, 3)).unwrap_or_default();
                let (first, second) = (word(list, 1), word(list, 2));
                match (key, VertexAttribute::of(&title)) {
                    ("node", _) if is_label(&title) => drop(self.labels.insert(first, second)),
                    ("node", Some(attribute)) => self.attributes.push((first, attribute, second)),
                    ("node", None) if title == "viewLayout" || !title.starts_with("view") => {
                        self.others.push((first, title, second));
                    }
                    ("edge", _) if is_weight(&title) => drop(self.weights.insert(first, second)),
                    ("default", _) if is_weight(&title) => self.usual_weight = Some(second),
                    _ => {}
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn finish(self, source: &Document<'_>) -> Result<ExplicitNetwork, Error> {
        let mut network = ExplicitNetwork { unused: self.unused, ..ExplicitNetwork::drawn_upwards() };
        let count: u64 =
            self.ranges.iter().map(|(first, last, _)| (last - first).saturating_add(1)).fold(0, u64::saturating_add);
        let at = self.ranges.first().map_or(0, |range| range.2);
        check_count(source, usize::try_from(count).unwrap_or(usize::MAX), self.ties.len() + self.labels.len(), at)?;
        for (first, last, offset) in &self.ranges {
            for number in *first..=*last {
                let id = number.to_string();
                let label = self.labels.get(&id).cloned().unwrap_or_default();
                network.vertices.push(Vertex { id, label, offset: *offset, ..Vertex::default() });
            }
        }
        let places: FastMap<String, usize> =
            network.vertices.iter().enumerate().map(|(at, vertex)| (vertex.id.clone(), at)).collect();
        for (id, attribute, value) in self.attributes {
            if let Some(&at) = places.get(&id) {
                network.vertices[at].attributes.push((attribute, value));
            }
        }
        for (id, title, value) in self.others {
            let Some(&at) = places.get(&id) else { continue };
            if title == "viewLayout" {
                let mut numbers = value.trim_matches(['(', ')']).split(',').map(|part| part.trim().parse::<f64>());
                if let (Some(Ok(x)), Some(Ok(y))) = (numbers.next(), numbers.next()) {
                    network.place_at(at, x, y);
                }
            } else {
                network.keep_at(at, &title, &value);
            }
        }
        for (id, mut tie) in self.ties {
            tie.weight = self.weights.get(&id).or(self.usual_weight.as_ref()).cloned();
            network.ties.push(tie);
        }
        Ok(network)
    }
}

fn is_label(title: &str) -> bool {
    title == "viewLabel"
}

fn is_weight(title: &str) -> bool {
    matches!(fold(title).as_str(), "weight" | "edgeweight")
}

/// `0..4` or `7`.
fn range(source: &Document<'_>, text: &str, offset: usize) -> Result<(u64, u64, usize), Error> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    match (first.parse::<u64>(), last.parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last => Ok((first, last, offset)),
        _ => Err(source.error(offset, message!("format-tlp-nodes", text = text))),
    }
}
