//! Markdown of answers and documents, with GitHub's tables.

use crate::answer::Answer;
use crate::answer::document::{Block, Document};
use crate::answer::number::{decimals, plain, signed, thousands};
use crate::answer::table::{Audience, Cell, Column, Table};
use crate::message;
use crate::messages::Localizer;
use crate::render::align::one_line;
use crate::render::language_of;
use crate::render::visible::visible;

/// Markdown options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Level of the headings above tables, 1–6.
    pub heading: u8,
}

/// Default heading level.
pub const DEFAULT_HEADING: u8 = 3;

impl Default for Options {
    fn default() -> Self {
        Self { heading: DEFAULT_HEADING }
    }
}

/// Writes lead, tables and notes, separated by empty lines, with a final line feed.
#[must_use]
pub fn write(answer: &Answer, options: &Options) -> String {
    let mut blocks: Vec<String> = Vec::new();
    if !answer.lead.is_empty() {
        blocks
            .push(format!("{}\n", answer.lead_sentences().iter().map(|one| escape(one)).collect::<Vec<_>>().join(" ")));
    }
    for table in answer.tables.iter().filter(|table| table.is_visible()) {
        let level = "#".repeat(usize::from(options.heading.clamp(1, 6)));
        blocks.push(format!("{level} {}\n", escape(&table.caption)));
        blocks.push(write_table(table));
    }
    if !answer.notes.is_empty() {
        blocks.push(answer.note_sentences().iter().map(|note| format!("- {}\n", escape(note))).collect());
    }
    blocks.join("\n")
}

/// Writes a document: its title as the only first-level heading, figures as links to their files.
#[must_use]
pub fn document(document: &Document) -> String {
    let mut blocks = vec![format!("# {}\n", escape(&document.title))];
    let localizer = Localizer::new(language_of(document));
    let mut figures = 0_usize;
    for block in &document.blocks {
        match block {
            Block::Heading(text) => blocks.push(format!("## {}\n", escape(text))),
            Block::Paragraph(text) => blocks.push(format!("{}\n", escape(text))),
            Block::Items(items) => blocks.push(items.iter().map(|item| format!("- {}\n", escape(item))).collect()),
            Block::Figure(figure) => {
                blocks.push(format!("![{}]({})\n", escape(&figure.alt), figure.file));
                figures += 1;
                if !figure.caption.is_empty() {
                    let label = localizer.render(&message!("render-figure", number = figures));
                    blocks.push(format!("{label}. {}\n", escape(&figure.caption)));
                }
            }
            Block::Table(table) => {
                blocks.push(format!("**{}**\n", escape(&table.caption)));
                blocks.push(write_table(table));
            }
        }
    }
    blocks.retain(|block| !block.trim().is_empty());
    blocks.join("\n")
}

/// Writes one table, without its caption.
#[must_use]
pub fn write_table(table: &Table) -> String {
    let shown = |index: &usize| table.columns[*index].audience == Audience::All;
    let columns: Vec<usize> = (0..table.columns.len()).filter(shown).collect();
    let right = |index: usize| table.rows.iter().filter_map(|row| row.get(index)).any(Cell::is_number);
    let label = |column: &Column| escape(&column.label);
    let mut text = row(columns.iter().map(|&index| label(&table.columns[index])));
    text += &row(columns.iter().map(|&index| if right(index) { "---:" } else { "---" }.to_owned()));
    for cells in &table.rows {
        text += &row(columns.iter().map(|&index| cells.get(index).map_or_else(String::new, cell)));
    }
    text
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Coded { text, .. } => linked(text),
        Cell::Count(count) => thousands(*count),
        Cell::Change(change) => signed(*change),
        Cell::Real(value) => plain(*value, decimals(*value)),
        Cell::List(texts) => texts.iter().map(|text| linked(text)).collect::<Vec<_>>().join("; "),
        Cell::Link { text, href } => match address(href) {
            Some(href) => format!("[{}](<{href}>)", escape(text)),
            None => escape(text),
        },
    }
}

/// A URL as an autolink, any other text escaped.
fn linked(text: &str) -> String {
    match address(text) {
        Some(href) if text.starts_with("http") => format!("<{href}>"),
        _ => escape(text),
    }
}

/// A URL that can be written between `<` and `>`, or `None`: http or https, without characters that would end it.
fn address(href: &str) -> Option<String> {
    let plain = href.starts_with("http://") || href.starts_with("https://");
    let safe = |ch: char| !ch.is_control() && !ch.is_whitespace() && !matches!(ch, '<' | '>' | '\\');
    (plain && href.chars().all(safe)).then(|| href.replace('|', "%7C"))
}

/// Escapes a text for Markdown and HTML, on one line.
#[must_use]
pub fn escape(text: &str) -> String {
    let text = one_line(&visible(text));
    let next = |index: usize| text[index + 1..].chars().next();
    let mut escaped = String::with_capacity(text.len());
    // At the beginning `1.`, `1)`, `-` and `+` would start a list, runs of `-` or `=` a rule.
    let number = text.len() - text.trim_start_matches(|ch: char| ch.is_ascii_digit()).len();
    for (index, ch) in text.char_indices() {
        match ch {
            '.' | ')' if index == number && number > 0 && next(index).is_none_or(char::is_whitespace) => {
                escaped.push('\\');
                escaped.push(ch);
            }
            '-' | '+' | '=' if index == 0 && next(index).is_none_or(|next| next.is_whitespace() || next == ch) => {
                escaped.push('\\');
                escaped.push(ch);
            }
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '~' | '#' => {
                escaped.push('\\');
                escaped.push(ch);
            }
            _ => escaped.push(ch),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_names_is_escaped() {
        assert_eq!(escape("a|b <i>*x*_y_</i>\n[z]"), "a\\|b &lt;i&gt;\\*x\\*\\_y\\_&lt;/i&gt; \\[z\\]");
        assert_eq!((escape("---"), escape("-a"), escape("- a")), ("\\---".into(), "-a".into(), "\\- a".into()));
        let link = Cell::Link { text: "Volcano|13B".to_owned(), href: "https://x.org/a|b".to_owned() };
        assert_eq!(cell(&link), "[Volcano\\|13B](<https://x.org/a%7Cb>)");
        let script = Cell::Link { text: "x".to_owned(), href: "javascript:alert(1)".to_owned() };
        assert_eq!(cell(&script), "x");
    }

    #[test]
    fn a_table_has_a_delimiter_row_and_numbers_are_right_aligned() {
        let table = Table {
            columns: vec![Column::new("a", "A"), Column::for_machines("id"), Column::new("n", "N")],
            rows: vec![vec![Cell::text("x"), Cell::text("id"), Cell::Count(1200)]],
            ..Table::default()
        };
        assert_eq!(write_table(&table), "| A | N |\n| --- | ---: |\n| x | 1,200 |\n");
    }
}
