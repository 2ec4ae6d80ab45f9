//! GML: nodes and edges of `graph [ … ]`; `&#44032;` and other character references in texts are resolved.
//!
//! Source: Himsolt 1997, *GML: a portable graph file format*.

use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex, VertexAttribute};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;

/// Keys of the structure itself.
const STRUCTURE: [&str; 8] = ["graph", "node", "edge", "id", "label", "source", "target", "weight"];

/// Lists within each other.
const MAX_DEPTH: usize = 32;

/// GML's syntax: keys and values, lists of them in brackets.
static GRAMMAR: Grammar = Grammar { label: "GML", begins: Some(begins) };

/// Decodes GML.
pub(crate) static GML: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "gml", aliases: &[], extensions: &["gml"], syntax: Syntax::Own(&GRAMMAR), precedence: 3 },
    parse,
    sniff: |_| true,
};

/// Whether the text is keys and values, a `graph [` among the first of them.
fn begins(text: &str) -> bool {
    for line in text.lines().take(50).map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let key = words.next().unwrap_or_default().to_lowercase();
        if key == "graph" && words.next().is_none_or(|word| word.starts_with('[')) || key.starts_with("graph[") {
            return true;
        }
        if !matches!(key.as_str(), "creator" | "author" | "version" | "comment" | "label" | "name")
            || line.contains([',', '\t', ';']) && !line.contains('"')
        {
            return false;
        }
    }
    false
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut parser = Parser { source, at: source.text.len() - source.text.trim_start_matches('\u{FEFF}').len() };
    let entries = parser.entries(0)?;
    let Some((graph, _)) = entries.iter().find_map(|entry| entry.list("graph")) else {
        return Err(source.error(0, message!("format-gml-file-no-graph")));
    };
    if let Some((_, offset)) = entries.iter().filter_map(|entry| entry.list("graph")).nth(1) {
        return Err(source.error(offset, message!("format-second-graph-starts-here-2")));
    }
    network(source, graph)
}

enum Value {
    Word(String),
    List(Vec<Entry>),
}

struct Entry {
    key: String,
    value: Value,
    offset: usize,
}

impl Entry {
    fn list(&self, key: &str) -> Option<(&[Self], usize)> {
        match &self.value {
            Value::List(entries) if self.key == key => Some((entries, self.offset)),
            _ => None,
        }
    }
}

fn word<'e>(entries: &'e [Entry], key: &str) -> Option<&'e str> {
    entries.iter().find_map(|entry| match &entry.value {
        Value::Word(word) if entry.key.eq_ignore_ascii_case(key) => Some(word.as_str()),
        _ => None,
    })
}

fn network(source: &Document<'_>, graph: &[Entry]) -> Result<ExplicitNetwork, Error> {
    let mut network = ExplicitNetwork::drawn_upwards();
    let direction = if word(graph, "directed") == Some("1") { Direction::Directed } else { Direction::None };
    for entry in graph {
        if let (Value::Word(_), "node" | "edge") = (&entry.value, entry.key.as_str()) {
            let key = &entry.key;
            return Err(source.error(entry.offset, message!("format-no-list-write", key = key)));
        }
        if let (Value::List(own), "node" | "edge") = (&entry.value, entry.key.as_str()) {
            for (at, one) in own.iter().enumerate() {
                let counts = ["id", "label", "source", "target", "weight"].contains(&one.key.as_str());
                if counts && own[..at].iter().any(|other| other.key == one.key) {
                    let key = &one.key;
                    return Err(source
                        .error(one.offset, message!("format-key-stands-twice-leave", key = key, parent = &entry.key)));
                }
            }
        }
        if let Some((node, offset)) = entry.list("node") {
            let id = word(node, "id").ok_or_else(|| lacks(source, offset, "node", "id"))?.to_owned();
            let label = word(node, "label").or_else(|| word(node, "name")).unwrap_or_default().to_owned();
            let mut vertex = Vertex { id, label, offset, ..Vertex::default() };
            attributes(node, &mut vertex, &mut network);
            network.vertices.push(vertex);
        } else if let Some((edge, offset)) = entry.list("edge") {
            let end = |key: &str| word(edge, key).map(str::to_owned).ok_or_else(|| lacks(source, offset, "edge", key));
            let weight = word(edge, "weight").or_else(|| word(edge, "value")).map(str::to_owned);
            for other in
                edge.iter().filter(|other| !["source", "target", "weight", "value"].contains(&other.key.as_str()))
            {
                network.unused.insert(other.key.clone());
            }
            network.ties.push(ExplicitTie {
                source: end("source")?,
                target: end("target")?,
                weight,
                direction,
                offset,
            });
        }
    }
    Ok(network)
}

fn attributes(node: &[Entry], vertex: &mut Vertex, network: &mut ExplicitNetwork) {
    for entry in node {
        match (&entry.value, VertexAttribute::of(&entry.key)) {
            (Value::Word(word), Some(attribute)) => vertex.attributes.push((attribute, word.clone())),
            _ if entry.key == "id" || entry.key == "label" => {}
            (Value::Word(word), None) => network.keep(vertex, &entry.key, word),
            (Value::List(own), _) => {
                let number = |key: &str| word(own, key).and_then(|text| text.parse::<f64>().ok());
                match (entry.key.as_str(), number("x"), number("y")) {
                    ("graphics", Some(x), Some(y)) => network.keeper.place(&mut vertex.values, x, y),
                    _ => drop(network.unused.insert(entry.key.clone())),
                }
            }
        }
    }
}

fn lacks(source: &Document<'_>, offset: usize, what: &str, key: &str) -> Error {
    source.error(offset, message!("format-no-every-needs", what = what, key = key))
}

struct Parser<'s, 't> {
    source: &'s Document<'t>,
    at: usize,
}

impl<'t> Parser<'_, 't> {
    /// White space and lines of `#`.
    fn skip(&mut self) {
        loop {
            let rest = &self.source.text[self.at..];
            self.at += rest.len() - rest.trim_start().len();
            let rest = &self.source.text[self.at..];
            if !rest.starts_with('#') {
                return;
            }
            self.at += rest.find('\n').unwrap_or(rest.len());
        }
    }

    fn entries(&mut self, depth: usize) -> Result<Vec<Entry>, Error> {
        let mut entries = Vec::new();
        loop {
            self.skip();
            let rest = &self.source.text[self.at..];
            let offset = self.at;
            match rest.chars().next() {
                None if depth == 0 => return Ok(entries),
                None => {
                    return Err(self
                        .source
                        .error(self.source.text.trim_end().len(), message!("format-file-ends-inside-list")));
                }
                Some(']') if depth > 0 => {
                    self.at += 1;
                    return Ok(entries);
                }
                Some(ch) if ch.is_alphabetic() || ch == '_' => {}
                Some(ch) => {
                    return Err(self
                        .source
                        .error(offset, message!("format-expected-key-such-node", ch = ch.to_string())));
                }
            }
            // Some programs write these with a capital.
            let word = self.bare();
            let known = STRUCTURE.iter().find(|key| word.eq_ignore_ascii_case(key));
            let key = known.map_or(word, |key| *key).to_owned();
            self.skip();
            let value = self.value(&key, depth)?;
            entries.push(Entry { key, value, offset });
        }
    }

    fn bare(&mut self) -> &'t str {
        let rest = &self.source.text[self.at..];
        let end = rest.find(|ch: char| ch.is_whitespace() || matches!(ch, '[' | ']' | '"')).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn value(&mut self, key: &str, depth: usize) -> Result<Value, Error> {
        let offset = self.at;
        let rest = &self.source.text[self.at..];
        match rest.chars().next() {
            Some('[') if depth >= MAX_DEPTH => {
                Err(self.source.error(offset, message!("format-lists-stand-more-than", max_depth = MAX_DEPTH)))
            }
            Some('[') => {
                self.at += 1;
                Ok(Value::List(self.entries(depth + 1)?))
            }
            Some('"') => {
                let Some(end) = closing(&rest[1..]) else {
                    return Err(self.source.error(offset, message!("format-quote-opens-here-never")));
                };
                self.at += end + 2;
                Ok(Value::Word(decoded(&rest[1..=end].replace("\\\"", "\""))))
            }
            None | Some(']') => Err(self.source.error(offset, message!("format-key-no-value-write", key = key))),
            Some(_) => {
                let word = self.bare();
                // Numbers stand bare, texts in quotes; some programs write truth values bare, too.
                // Some give nodes ids that are texts, without quotes.
                let is_id = depth > 1 && matches!(key, "id" | "source" | "target");
                let is_bare =
                    is_id || word.parse::<f64>().is_ok() || matches!(word, "true" | "false" | "True" | "False");
                if is_bare {
                    return Ok(Value::Word(word.to_owned()));
                }
                Err(self.source.error(offset, message!("format-value-no-number-text", key = key, word = word)))
            }
        }
    }
}

/// The byte of the quote that closes a text. GML has no escapes, but some programs put a backslash before a quote: it is part of the
/// text where another quote follows on its line.
fn closing(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_part = |at: usize| {
        let is_escaped = at > 0 && bytes[at - 1] == b'\\';
        let line = text[at + 1..].split('\n').next().unwrap_or_default();
        is_escaped && line.contains('"')
    };
    text.match_indices('"').map(|(at, _)| at).find(|&at| !is_part(at))
}

/// A text with its entities resolved; what is no entity stays.
fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        decoded.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let ch = end.and_then(|end| entity(&rest[1..end]).map(|ch| (ch, end)));
        match ch {
            Some((ch, end)) => {
                decoded.push(ch);
                rest = &rest[end + 1..];
            }
            None => {
                decoded.push('&');
                rest = &rest[1..];
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "lt" => Some('<'),
        "gt" => Some('>'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_become_letters_and_others_stay() {
        assert_eq!(decoded("&#44032;&amp;&#x41;&nbsp;& &#1114112;가&"), "가&A&nbsp;& &#1114112;가&");
    }

    #[test]
    fn a_quote_behind_a_backslash_is_part_of_a_text_where_another_follows() {
        let whole = |text: &str| closing(text).map(|end| text[..end].to_owned());
        assert_eq!(whole("say \\\"hi\\\"\"\n").as_deref(), Some("say \\\"hi\\\""));
        assert_eq!(whole("C:\\\"\nweight 1\nname \"x\"").as_deref(), Some("C:\\"));
        assert_eq!(whole("open"), None);
    }
}
