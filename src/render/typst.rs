//! Typst document: text, tables, and figures from SVG files.

use crate::answer::document::{Block, Document};
use crate::answer::number::{decimals, plain, signed, thousands};
use crate::answer::table::{Audience, Cell, Table};
use crate::render::align::{one_line, width_shares};
use crate::render::visible::visible;
use std::fmt::Write;

/// Writes the source; figure paths are relative to it. O(text).
#[must_use]
pub fn write(document: &Document) -> String {
    let mut out = String::new();
    let _ = write!(
        out,
        "#set document(title: \"{}\")\n#set page(paper: \"a4\", margin: 20mm, numbering: \"1\")\n\
         #set text(lang: \"{}\", size: 10pt, font: (\"Noto Sans CJK KR\", \"Noto Sans KR\", \"NanumGothic\"), fallback: true)\n\
         #set par(justify: false)\n#show heading: set block(above: 1.6em, below: 0.8em)\n\
         #show figure.caption: set text(size: 8.5pt, fill: rgb(\"#59626c\"))\n#show figure.caption: set align(left)\n\
         #show figure.where(kind: table): set figure.caption(position: top)\n#show table: set text(size: 8pt)\n#show figure: set block(breakable: true)\n\n#text(size: 16pt, weight: \"bold\")[{}]\n",
        string(&document.title),
        if document.language == "ko" { "ko" } else { "en" },
        escape(&document.title)
    );
    for block in &document.blocks {
        write_block(&mut out, block);
    }
    out
}

fn write_block(out: &mut String, block: &Block) {
    let _ = match block {
        Block::Heading(text) => write!(out, "\n= {}\n", escape(text)),
        Block::Paragraph(text) => write!(out, "\n{}\n", escape(text)),
        Block::Items(items) => {
            let lines: String = items.iter().map(|item| format!("- {}\n", escape(item))).collect();
            write!(out, "\n{lines}")
        }
        Block::Figure(figure) => {
            let file = string(&figure.file);
            // A high figure leaves room for its caption.
            let size = if figure.aspect > 1.27 { "height: 215mm" } else { "width: 100%" };
            let alt = string(&figure.alt);
            write!(
                out,
                "\n#figure(image(\"{file}\", {size}, alt: \"{alt}\"), placement: auto, caption: [{}])\n",
                escape(&figure.caption)
            )
        }
        Block::Table(table) => {
            write_table(out, table);
            Ok(())
        }
    };
}

fn write_table(out: &mut String, table: &Table) {
    let shown: Vec<usize> =
        (0..table.columns.len()).filter(|&index| table.columns[index].audience == Audience::All).collect();
    let width_shares = width_shares(table, &shown);
    let columns: Vec<String> = width_shares
        .iter()
        .map(|share| share.map_or_else(|| "auto".to_owned(), |share| format!("{:.0}fr", (100.0 * share).max(1.0))))
        .collect();
    let align: Vec<&str> = width_shares.iter().map(|share| if share.is_none() { "right" } else { "left" }).collect();
    let _ = write!(
        out,
        "\n#figure(table(columns: ({},), align: ({},), stroke: (x, y) => if y > 1 {{ (top: 0.3pt + rgb(\"#d5dbe1\")) }}, inset: (x: 3pt, y: 2.5pt),\n  table.hline(), table.header(",
        columns.join(", "),
        align.join(", ")
    );
    for &index in &shown {
        let _ = write!(out, "[*{}*], ", escape(&table.columns[index].label));
    }
    out.push_str("), table.hline(stroke: 0.5pt),\n");
    for row in &table.rows {
        out.push_str("  ");
        for &index in &shown {
            let _ = write!(out, "[{}], ", row.get(index).map_or_else(String::new, cell));
        }
        out.push('\n');
    }
    let _ = writeln!(out, "  table.hline()), kind: table, caption: [{}])", escape(&table.caption));
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Coded { text, .. } => escape(text),
        Cell::Count(count) => thousands(*count),
        Cell::Change(change) => signed(*change),
        Cell::Real(value) => plain(*value, decimals(*value)),
        Cell::List(texts) => texts.iter().map(|text| escape(text)).collect::<Vec<_>>().join("; "),
        Cell::Link { text, href } if href.starts_with("http://") || href.starts_with("https://") => {
            format!("#link(\"{}\")[{}]", address(href), escape(text))
        }
        Cell::Link { text, .. } => escape(text),
    }
}

/// The content of a string of Typst's code.
fn string(text: &str) -> String {
    one_line(&visible(text)).replace('\\', "\\\\").replace('"', "\\\"")
}

/// A URL within a string of Typst's code: by allow-list, what RFC 3986 and 3987 do not have is percent-encoded.
fn address(href: &str) -> String {
    let mut written = String::with_capacity(href.len());
    for ch in href.chars() {
        let is_known = ch.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(ch);
        if is_known || !ch.is_ascii() && ch.is_alphanumeric() {
            written.push(ch);
        } else {
            ch.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| _ = write!(written, "%{byte:02X}"));
        }
    }
    written
}

/// Escapes a text for Typst, on one line. Of ASCII only letters, digits, spaces and marks without a meaning pass as they are;
/// a full stop where a number before it would begin a list, or another one would make an ellipsis.
#[must_use]
pub fn escape(text: &str) -> String {
    let text = one_line(&visible(text));
    let next = |index: usize| text[index + 1..].chars().next();
    let mut escaped = String::with_capacity(text.len());
    // `1.` at the beginning would start a numbered list.
    let number = text.len() - text.trim_start_matches(|ch: char| ch.is_ascii_digit()).len();
    for (index, ch) in text.char_indices() {
        let is_plain = match ch {
            '.' => {
                let begins_item = index == number && number > 0 && next(index).is_none_or(char::is_whitespace);
                !begins_item && next(index) != Some('.') && !text[..index].ends_with('.')
            }
            other => !other.is_ascii() || other.is_ascii_alphanumeric() || " ,:;()!?%&|{}^".contains(other),
        };
        if !is_plain {
            escaped.push('\\');
        }
        escaped.push(ch);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_printable_character_is_plain_or_escaped() {
        for ch in (0x20_u8..0x7f).map(char::from) {
            for text in
                [format!("a{ch}b"), format!("{ch} b"), format!("{ch}{ch}{ch}"), format!("1{ch} a"), format!("^^5c{ch}")]
            {
                let written = escape(&text);
                let mut letters = written.chars();
                while let Some(letter) = letters.next() {
                    match letter {
                        '\\' => {
                            assert!(letters.next().is_some_and(|escaped| escaped.is_ascii_punctuation()), "{written}")
                        }
                        other => assert!(!"#*_`$<>@[]~/=-+\"'".contains(other), "{text}: {written}"),
                    }
                }
                assert!(!written.contains("..") && !written.starts_with("1. "), "{text}: {written}");
            }
            let link = address(&format!("https://x.org/{ch}"));
            assert!(!link.contains(['"', '\\', ' ', '<', '>', '`', '{', '}', '^', '|']), "{link}");
        }
        assert_eq!(escape("a...b"), "a\\.\\.\\.b");
        assert_eq!(escape("\u{202e}x"), "\\\\u{202e}x");
    }

    #[test]
    fn markup_in_names_is_escaped() {
        assert_eq!(escape("#eval(\"x\") *a* $1$ // c"), "\\#eval(\\\"x\\\") \\*a\\* \\$1\\$ \\/\\/ c");
        let link = Cell::Link { text: "a]b".to_owned(), href: "https://x.org/\"".to_owned() };
        assert_eq!(cell(&link), "#link(\"https://x.org/%22\")[a\\]b]");
    }
}
