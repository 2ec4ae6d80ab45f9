//! Lines of Pajek's files: words and quoted texts, the label of a vertex, the weight of a tie.

use crate::format::document::Document;
use crate::message;
use crate::source::error::Error;

/// A word or a quoted text.
#[derive(Clone, Copy)]
pub(crate) struct PajekToken<'t> {
    pub(crate) text: &'t str,
    pub(crate) is_quoted: bool,
    pub(crate) offset: usize,
}

/// Words that say how a vertex is drawn: shapes and parameters.
const DRAWN: [&str; 33] = [
    "ellipse", "box", "diamond", "triangle", "cross", "circle", "empty", "man", "woman", "house", "ic", "bc", "bw",
    "lc", "la", "lr", "lphi", "fos", "font", "x_fact", "y_fact", "s_size", "phi", "r", "q", "hooks", "url", "border",
    "image", "icon", "text", "shape", "size",
];

/// Words and quoted texts of a line.
///
/// # Errors
/// A quote is not closed.
pub(crate) fn tokens<'t>(source: &Document<'_>, line: &'t str, start: usize) -> Result<Vec<PajekToken<'t>>, Error> {
    let mut tokens = Vec::new();
    let mut at = line.len() - line.trim_start_matches('\u{FEFF}').len();
    loop {
        let rest = &line[at..];
        at += rest.len() - rest.trim_start().len();
        let rest = &line[at..];
        let offset = start + at;
        if rest.is_empty() {
            return Ok(tokens);
        }
        if let Some(quoted) = rest.strip_prefix('"') {
            let Some(end) = closing(quoted) else {
                return Err(source.error(offset, message!("format-quote-opens-here-closed")));
            };
            tokens.push(PajekToken { text: &quoted[..end], is_quoted: true, offset });
            at += end + 2;
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            tokens.push(PajekToken { text: &rest[..end], is_quoted: false, offset });
            at += end;
        }
    }
}

/// The byte of the quote that closes a text: it stands before a blank or at the end of the line. A quote within a word,
/// and one behind a backslash, is part of the text.
fn closing(quoted: &str) -> Option<usize> {
    let bytes = quoted.as_bytes();
    let quotes = || quoted.match_indices('"').map(|(at, _)| at);
    let is_end = |at: &usize| {
        let is_escaped = *at > 0 && bytes[*at - 1] == b'\\';
        !is_escaped && bytes.get(*at + 1).is_none_or(u8::is_ascii_whitespace)
    };
    quotes().find(is_end).or_else(|| quotes().next())
}

/// The label of a vertex: a quoted text, or the words before the numbers and parameters of its drawing; and where it is drawn.
pub(crate) fn vertex_label(tokens: &[PajekToken<'_>]) -> (String, Option<(f64, f64)>) {
    let Some(first) = tokens.first() else { return (String::new(), None) };
    let is_drawn = |token: &PajekToken<'_>| {
        token.is_quoted
            || token.text.parse::<f64>().is_ok()
            || token.text.starts_with('[')
            || DRAWN.contains(&token.text.to_ascii_lowercase().as_str())
    };
    let more = if first.is_quoted { 0 } else { tokens[1..].iter().take_while(|token| !is_drawn(token)).count() };
    let mut numbers = tokens[1 + more..].iter().map(|token| (!token.is_quoted).then(|| token.text.parse::<f64>()));
    let position = match (numbers.next(), numbers.next()) {
        (Some(Some(Ok(x))), Some(Some(Ok(y)))) => Some((x, y)),
        _ => None,
    };
    if first.is_quoted {
        return (first.text.replace("\\\"", "\""), position);
    }
    let words: Vec<&str> = tokens[..=more].iter().map(|token| token.text).collect();
    (words.join(" "), position)
}

/// The weight of a tie, which may go without one although it says how it is drawn or when it was there.
pub(crate) fn weight_of(tokens: &[PajekToken<'_>]) -> Option<String> {
    let first = tokens.first()?;
    let is_parameter = first.text.starts_with('[')
        || matches!(
            first.text,
            "c" | "p" | "l" | "lc" | "lp" | "lr" | "lphi" | "fos" | "font" | "w" | "s" | "a" | "h1" | "h2"
        );
    (!is_parameter).then(|| first.text.to_owned())
}
