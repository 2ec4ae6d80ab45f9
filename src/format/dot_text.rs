//! DOT in the form that graphviz-rust's parser reads: every id in quotes, comments, ports and separators taken out, markup as its
//! text, groups with their word; and where in the file each id and each operator of an edge stands.
//!
//! The parser knows no ids of other scripts than Latin, no groups without `subgraph`, no empty statement and no `+` between
//! texts, and it descends once more for each brace: what is deeper than a network needs is refused here.

use crate::corpus::hashing::FastMap;
use crate::format::document::Document;
use crate::message;
use crate::source::error::Error;

/// Groups within each other.
const MAX_DEPTH: usize = 64;

/// A text that the parser reads, and where its parts come from.
pub(crate) struct DotText {
    text: String,
    /// Bytes of the parsed text and of the file that belong together, in order.
    places: Vec<(usize, usize)>,
    /// Where the operators of edges stand, in order.
    operators: Vec<usize>,
    /// Where each id stands first.
    ids: FastMap<String, usize>,
}

impl DotText {
    /// Prepares a text. O(bytes).
    ///
    /// # Errors
    /// A quote, a comment, markup or a brace is not closed, or a character has no meaning.
    pub(crate) fn of(source: &Document<'_>) -> Result<Self, Error> {
        let at = source.text.len() - source.text.trim_start_matches('\u{FEFF}').len();
        let made = Self { text: String::new(), places: Vec::new(), operators: Vec::new(), ids: FastMap::default() };
        let mut writer =
            DotWriter { source, at, made, open: Vec::new(), is_listed: false, expects_body: false, is_over: false };
        while writer.at < source.text.len() {
            writer.step()?;
        }
        if let Some(&offset) = writer.open.last() {
            return Err(source.error(offset, message!("format-dot-brace-open")));
        }
        Ok(writer.made)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Where an id stands first.
    pub(crate) fn offset_of(&self, id: &str) -> usize {
        self.ids.get(id).copied().unwrap_or(0)
    }

    /// Where the operator of this number stands.
    pub(crate) fn operator(&self, number: usize) -> usize {
        self.operators.get(number).copied().unwrap_or(0)
    }

    /// The error of the parser, which tells a line and a column of the prepared text.
    pub(crate) fn error(&self, source: &Document<'_>, told: &str) -> Error {
        let place = told.split("--> ").nth(1).and_then(|rest| {
            let (line, rest) = rest.split_once(':')?;
            let column: String = rest.chars().take_while(char::is_ascii_digit).collect();
            Some((line.trim().parse::<usize>().ok()?, column.parse::<usize>().ok()?))
        });
        let (line, column) = place.unwrap_or((1, 1));
        let before: usize = self.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let within: usize = self.text[before..].chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
        let found = self.places.partition_point(|&(made, _)| made <= before + within);
        let offset = found.checked_sub(1).map_or(0, |at| self.places[at].1);
        source.error(offset, message!("format-dot-statement"))
    }
}

struct DotWriter<'w, 't> {
    source: &'w Document<'t>,
    at: usize,
    made: DotText,
    /// Where the open braces stand.
    open: Vec<usize>,
    /// Whether attributes are being listed.
    is_listed: bool,
    /// Whether the next brace belongs to a word before it.
    expects_body: bool,
    /// Whether the graph has been closed.
    is_over: bool,
}

impl DotWriter<'_, '_> {
    fn rest(&self) -> &str {
        &self.source.text[self.at..]
    }

    fn put(&mut self, text: &str, from: usize) {
        self.made.places.push((self.made.text.len(), from));
        self.made.text.push_str(text);
        self.made.text.push(' ');
    }

    /// Writes an id in quotes; `text` has its quotes escaped.
    fn put_id(&mut self, text: &str, from: usize) {
        let plain = text.replace("\\\r\n", "").replace("\\\n", "").replace("\\\"", "\"").replace("\\n", " ");
        self.made.ids.entry(plain).or_insert(from);
        self.put(&format!("\"{text}\""), from);
    }

    fn step(&mut self) -> Result<(), Error> {
        let from = self.at;
        let rest = self.rest();
        let Some(ch) = rest.chars().next() else { return Ok(()) };
        let before = self.source.text[..from].trim_end_matches([' ', '\t']);
        let starts_line = before.is_empty() || before.ends_with(['\n', '\r']);
        if ch.is_whitespace() {
            self.at += ch.len_utf8();
            return Ok(());
        }
        if rest.starts_with("//") || ch == '#' && starts_line {
            self.at += rest.find('\n').unwrap_or(rest.len());
            return Ok(());
        }
        if rest.starts_with("/*") {
            let Some(end) = rest.find("*/") else {
                return Err(self.source.error(from, message!("format-dot-comment-open")));
            };
            self.at += end + 2;
            return Ok(());
        }
        if self.is_over {
            return Err(self.source.error(from, message!("format-second-graph-starts-here-2")));
        }
        if rest.starts_with("--") || rest.starts_with("->") {
            let operator = if rest.starts_with("--") { "--" } else { "->" };
            self.made.operators.push(from);
            self.put(operator, from);
            self.at += 2;
            return Ok(());
        }
        match ch {
            '"' => {
                let text = self.quoted()?;
                self.put_id(&text, from);
                Ok(())
            }
            '<' => self.markup(),
            '{' | '}' => self.brace(ch),
            '[' | ']' => {
                self.is_listed = ch == '[';
                self.expects_body = false;
                self.put(if ch == '[' { "[" } else { "]" }, from);
                self.at += 1;
                Ok(())
            }
            '=' => {
                self.put("=", from);
                self.at += 1;
                Ok(())
            }
            // The statements of a list need no sign between them.
            ';' | ',' => {
                self.at += 1;
                Ok(())
            }
            ':' => self.port(),
            '+' => self.joined(),
            ch if ch.is_alphanumeric() || matches!(ch, '_' | '.' | '-') || !ch.is_ascii() => {
                self.word();
                Ok(())
            }
            ch => Err(self.source.error(from, message!("format-dot-character", ch = ch.to_string()))),
        }
    }

    /// The text between quotes, as it is written.
    fn quoted(&mut self) -> Result<String, Error> {
        let from = self.at;
        let bytes = self.source.text.as_bytes();
        let mut end = from + 1;
        while end < bytes.len() && bytes[end] != b'"' {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        if end >= bytes.len() {
            return Err(self.source.error(from, message!("format-quote-opens-here-never")));
        }
        self.at = end + 1;
        Ok(self.source.text[from + 1..end].to_owned())
    }

    /// Markup between angle brackets: its text alone.
    fn markup(&mut self) -> Result<(), Error> {
        let from = self.at;
        let (mut depth, mut text) = (0_usize, String::new());
        for (at, ch) in self.source.text[from..].char_indices() {
            match ch {
                '<' => depth += 1,
                '>' => {
                    depth -= 1;
                    text.push(' ');
                }
                ch if depth == 1 => text.push(ch),
                _ => {}
            }
            if depth == 0 {
                self.at = from + at + 1;
                let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
                let words =
                    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
                self.put_id(&words.replace('\\', "\\\\").replace('"', "\\\""), from);
                return Ok(());
            }
        }
        Err(self.source.error(from, message!("format-dot-markup-open")))
    }

    fn brace(&mut self, ch: char) -> Result<(), Error> {
        let from = self.at;
        self.at += 1;
        if ch == '}' {
            if self.open.pop().is_none() {
                return Err(self.source.error(from, message!("format-dot-brace-closes")));
            }
            self.is_over = self.open.is_empty();
            self.put("}", from);
            return Ok(());
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(self.source.error(from, message!("format-lists-stand-more-than", max_depth = MAX_DEPTH)));
        }
        if !self.expects_body {
            self.put("subgraph", from);
        }
        self.expects_body = false;
        self.open.push(from);
        self.put("{", from);
        Ok(())
    }

    /// A port of a node and its compass point, which play no part.
    fn port(&mut self) -> Result<(), Error> {
        self.at += 1;
        self.at += self.rest().len() - self.rest().trim_start().len();
        if self.rest().starts_with('"') {
            self.quoted()?;
        } else {
            let rest = self.rest();
            self.at += rest.find(|ch: char| !(ch.is_alphanumeric() || ch == '_')).unwrap_or(rest.len());
        }
        Ok(())
    }

    /// A sign that joins two texts.
    fn joined(&mut self) -> Result<(), Error> {
        let from = self.at;
        self.at += 1;
        self.at += self.rest().len() - self.rest().trim_start().len();
        let before = self.made.text.trim_end().strip_suffix('"').map(str::len);
        let (Some(before), true) = (before, self.rest().starts_with('"')) else {
            return Err(self.source.error(from, message!("format-dot-character", ch = "+")));
        };
        let text = self.quoted()?;
        self.made.text.truncate(before);
        self.made.text.push_str(&text);
        self.made.text.push_str("\" ");
        Ok(())
    }

    /// A bare id or a word of the language.
    fn word(&mut self) {
        let from = self.at;
        let rest = self.rest();
        let is_number = rest.starts_with(['-', '.']) || rest.starts_with(|ch: char| ch.is_ascii_digit());
        let fits = |(at, ch): (usize, char)| {
            let is_sign = at == 0 && ch == '-';
            !(ch.is_alphanumeric()
                || ch == '_'
                || !ch.is_ascii() && !ch.is_whitespace()
                || is_number && ch == '.'
                || is_sign)
        };
        let end = rest.char_indices().find(|&one| fits(one)).map_or(rest.len(), |(at, _)| at).max(1);
        let word = rest[..end].to_owned();
        self.at += end;
        let lower = word.to_lowercase();
        let is_value = self.made.text.ends_with("= ");
        match lower.as_str() {
            "graph" | "digraph" | "subgraph" | "strict" | "node" | "edge" if !is_value && !self.is_listed => {
                if matches!(lower.as_str(), "graph" | "digraph" | "subgraph") {
                    self.expects_body = true;
                }
                self.put(&lower, from);
            }
            _ => self.put_id(&word, from),
        }
    }
}
