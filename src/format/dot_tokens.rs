//! The words and signs of DOT, one by one: comments, ports and separators taken out, markup as its text, groups with their word.
//!
//! graphviz-rust's parser knows no ids of other scripts than Latin, no groups without `subgraph`, no empty statement and no `+`
//! between texts, and it descends once more for each brace: what is deeper than a network needs is refused here.

use std::borrow::Cow;

use crate::format::document::Document;
use crate::message;
use crate::source::error::Error;

/// Groups within each other.
const MAX_DEPTH: usize = 64;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum DotSign {
    Strict,
    Graph,
    Digraph,
    Subgraph,
    Node,
    Edge,
    Id,
    Line,
    Arrow,
    OpenList,
    CloseList,
    Open,
    Close,
    Equals,
}

impl DotSign {
    /// How it is written; an id has its own text.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Graph => "graph",
            Self::Digraph => "digraph",
            Self::Subgraph => "subgraph",
            Self::Node => "node",
            Self::Edge => "edge",
            Self::Id => "",
            Self::Line => "--",
            Self::Arrow => "->",
            Self::OpenList => "[",
            Self::CloseList => "]",
            Self::Open => "{",
            Self::Close => "}",
            Self::Equals => "=",
        }
    }

    /// The word of the language, in any case.
    fn of_word(word: &str) -> Option<Self> {
        [Self::Strict, Self::Graph, Self::Digraph, Self::Subgraph, Self::Node, Self::Edge]
            .into_iter()
            .find(|sign| sign.text().eq_ignore_ascii_case(word))
    }

    /// Whether a statement can begin with it.
    pub(crate) fn begins(self) -> bool {
        matches!(self, Self::Graph | Self::Digraph | Self::Strict | Self::Subgraph | Self::Node | Self::Edge | Self::Id)
    }

    /// Whether a statement can end with it.
    pub(crate) fn ends(self) -> bool {
        matches!(self, Self::Id | Self::CloseList | Self::Close)
    }
}

/// A word or sign, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct DotToken<'t> {
    pub(crate) sign: DotSign,
    /// The text of an id, without quotes and escapes.
    pub(crate) text: Cow<'t, str>,
    pub(crate) from: usize,
}

/// The tokens of a text. O(bytes).
pub(crate) struct DotTokens<'s, 't> {
    source: &'s Document<'t>,
    at: usize,
    /// Where the open braces stand.
    open: Vec<usize>,
    /// Whether attributes are being listed.
    is_listed: bool,
    /// Whether the next brace belongs to a word before it.
    expects_body: bool,
    /// Whether the graph has been closed.
    is_over: bool,
    last: Option<DotSign>,
    /// A brace whose word was put before it.
    held: Option<DotToken<'t>>,
}

impl<'s, 't> DotTokens<'s, 't> {
    pub(crate) fn of(source: &'s Document<'t>) -> Self {
        let at = source.text.len() - source.text.trim_start_matches('\u{FEFF}').len();
        let (open, is_listed, expects_body, is_over) = (Vec::new(), false, false, false);
        Self { source, at, open, is_listed, expects_body, is_over, last: None, held: None }
    }

    /// The next token, `None` behind the last one.
    ///
    /// # Errors
    /// A quote, a comment, markup or a brace is not closed, or a character has no meaning.
    pub(crate) fn next(&mut self) -> Result<Option<DotToken<'t>>, Error> {
        if let Some(token) = self.held.take() {
            self.last = Some(token.sign);
            return Ok(Some(token));
        }
        loop {
            self.pass_blanks()?;
            let from = self.at;
            let Some(ch) = self.rest().chars().next() else {
                return match self.open.last() {
                    Some(&offset) => Err(self.source.error(offset, message!("format-dot-brace-open"))),
                    None => Ok(None),
                };
            };
            if self.is_over {
                return Err(self.source.error(from, message!("format-second-graph-starts-here-2")));
            }
            match ch {
                // The statements of a list need no sign between them.
                ';' | ',' => self.at += 1,
                ':' => self.port()?,
                _ => {
                    let token = self.token(ch)?;
                    self.last = Some(token.sign);
                    return Ok(Some(token));
                }
            }
        }
    }

    /// Whether the braces that are open are those of the graph alone.
    pub(crate) fn is_outermost(&self) -> bool {
        self.open.len() == 1 && !self.is_listed && self.held.is_none()
    }

    /// Whether the last token closed the graph.
    pub(crate) fn is_closed(&self) -> bool {
        self.is_over
    }

    fn rest(&self) -> &'t str {
        &self.source.text[self.at..]
    }

    fn character(&self, ch: char) -> Error {
        self.source.error(self.at, message!("format-dot-character", ch = ch.to_string()))
    }

    /// Passes white space and comments.
    fn pass_blanks(&mut self) -> Result<(), Error> {
        loop {
            let rest = self.rest();
            let Some(ch) = rest.chars().next() else { return Ok(()) };
            if ch.is_whitespace() {
                self.at += ch.len_utf8();
            } else if rest.starts_with("//") || ch == '#' && self.starts_line() {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                let Some(end) = rest.find("*/") else {
                    return Err(self.source.error(self.at, message!("format-dot-comment-open")));
                };
                self.at += end + 2;
            } else {
                return Ok(());
            }
        }
    }

    fn starts_line(&self) -> bool {
        let before = self.source.text[..self.at].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with(['\n', '\r'])
    }

    fn token(&mut self, ch: char) -> Result<DotToken<'t>, Error> {
        let from = self.at;
        let mut sign = |sign: DotSign| {
            self.at += sign.text().len();
            Ok(DotToken { sign, text: Cow::Borrowed(""), from })
        };
        match ch {
            '-' if self.source.text[from..].starts_with("--") => sign(DotSign::Line),
            '-' if self.source.text[from..].starts_with("->") => sign(DotSign::Arrow),
            '=' => sign(DotSign::Equals),
            '[' | ']' => {
                (self.is_listed, self.expects_body) = (ch == '[', false);
                self.at += 1;
                let sign = if ch == '[' { DotSign::OpenList } else { DotSign::CloseList };
                Ok(DotToken { sign, text: Cow::Borrowed(""), from })
            }
            '"' => Ok(DotToken { sign: DotSign::Id, text: self.joined()?, from }),
            '<' => Ok(DotToken { sign: DotSign::Id, text: Cow::Owned(self.markup()?), from }),
            '{' | '}' => self.brace(ch),
            ch if ch.is_alphanumeric() || matches!(ch, '_' | '.' | '-') || !ch.is_ascii() => Ok(self.word()),
            ch => Err(self.character(ch)),
        }
    }

    /// Texts between quotes, joined where `+` stands between them.
    fn joined(&mut self) -> Result<Cow<'t, str>, Error> {
        let mut text = self.quoted()?;
        loop {
            self.pass_blanks()?;
            if !self.rest().starts_with('+') {
                return Ok(text);
            }
            let sign = self.at;
            self.at += 1;
            self.pass_blanks()?;
            if !self.rest().starts_with('"') {
                self.at = sign;
                return Err(self.character('+'));
            }
            let more = self.quoted()?;
            text.to_mut().push_str(&more);
        }
    }

    /// The text between quotes, without escapes.
    fn quoted(&mut self) -> Result<Cow<'t, str>, Error> {
        let from = self.at;
        let bytes = self.source.text.as_bytes();
        let mut end = from + 1;
        let mut has_escapes = false;
        while end < bytes.len() && bytes[end] != b'"' {
            has_escapes |= bytes[end] == b'\\';
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        if end >= bytes.len() {
            return Err(self.source.error(from, message!("format-quote-opens-here-never")));
        }
        self.at = end + 1;
        let text = &self.source.text[from + 1..end];
        Ok(if has_escapes { Cow::Owned(unescaped(text)) } else { Cow::Borrowed(text) })
    }

    /// Markup between angle brackets: its text alone.
    fn markup(&mut self) -> Result<String, Error> {
        let from = self.at;
        let (mut depth, mut text) = (0_usize, String::new());
        for (at, ch) in self.rest().char_indices() {
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
                let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
                return Ok(signs.into_iter().fold(words, |words, (name, sign)| words.replace(name, sign)));
            }
        }
        Err(self.source.error(from, message!("format-dot-markup-open")))
    }

    fn brace(&mut self, ch: char) -> Result<DotToken<'t>, Error> {
        let from = self.at;
        let token = |sign| DotToken { sign, text: Cow::Borrowed(""), from };
        self.at += 1;
        if ch == '}' {
            if self.open.pop().is_none() {
                return Err(self.source.error(from, message!("format-dot-brace-closes")));
            }
            self.is_over = self.open.is_empty();
            return Ok(token(DotSign::Close));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(self.source.error(from, message!("format-lists-stand-more-than", max_depth = MAX_DEPTH)));
        }
        self.open.push(from);
        if std::mem::take(&mut self.expects_body) {
            return Ok(token(DotSign::Open));
        }
        self.held = Some(token(DotSign::Open));
        Ok(token(DotSign::Subgraph))
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

    /// A bare id or a word of the language.
    fn word(&mut self) -> DotToken<'t> {
        let from = self.at;
        let rest = self.rest();
        let is_number = rest.starts_with(['-', '.']) || rest.starts_with(|ch: char| ch.is_ascii_digit());
        let ends = |(at, ch): (usize, char)| {
            let is_sign = at == 0 && ch == '-';
            !(ch.is_alphanumeric()
                || ch == '_'
                || !ch.is_ascii() && !ch.is_whitespace()
                || is_number && ch == '.'
                || is_sign)
        };
        let end = rest.char_indices().find(|&one| ends(one)).map_or(rest.len(), |(at, _)| at).max(1);
        let word = &rest[..end];
        self.at += end;
        let is_value = self.last == Some(DotSign::Equals);
        match DotSign::of_word(word).filter(|_| !is_value && !self.is_listed) {
            Some(sign) => {
                if matches!(sign, DotSign::Graph | DotSign::Digraph | DotSign::Subgraph) {
                    self.expects_body = true;
                }
                DotToken { sign, text: Cow::Borrowed(""), from }
            }
            None => DotToken { sign: DotSign::Id, text: Cow::Borrowed(word), from },
        }
    }
}

/// A text without its escapes: quotes, backslashes, line breaks, and lines that go on.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            plain.push(letter);
            continue;
        }
        match letters.next() {
            Some(escaped @ ('"' | '\\')) => plain.push(escaped),
            Some('n') => plain.push(' '),
            Some('\n') => {}
            Some('\r') if letters.peek() == Some(&'\n') => drop(letters.next()),
            Some(other) => plain.extend(['\\', other]),
            None => plain.push('\\'),
        }
    }
    plain
}
