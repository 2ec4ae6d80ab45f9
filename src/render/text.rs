//! Plain text of an answer for terminals: sentences, aligned tables, notes.

use crate::answer::Answer;
use crate::answer::table::Table;
use crate::render::align;
use crate::render::visible::visible;
use anstyle::{AnsiColor, Style};

/// Default width, in columns of a fixed-width font.
pub const DEFAULT_WIDTH: usize = 100;

/// Text options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Line width in columns; a single longer word is not cut.
    pub width: usize,
    /// Styling.
    pub color: ColorMode,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: DEFAULT_WIDTH, color: ColorMode::Plain }
    }
}

/// Styling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColorMode {
    /// No styling.
    #[default]
    Plain,
    /// Bold captions, underlined headings, dim notes, as ANSI escape sequences.
    Ansi,
}

const CAPTION: Style = Style::new().bold();
const HEADING: Style = Style::new().underline();
const NOTE: Style = AnsiColor::BrightBlack.on_default();

/// Writes lead, tables and notes, separated by empty lines, with a final line feed.
#[must_use]
pub fn write(answer: &Answer, options: &Options) -> String {
    let mut blocks: Vec<String> = Vec::new();
    if !answer.lead.is_empty() {
        blocks.push(sentences(&answer.lead_sentences(), options, None));
    }
    blocks.extend(answer.tables.iter().filter(|table| table.is_visible()).map(|one| table(one, options)));
    if !answer.notes.is_empty() {
        blocks.push(sentences(&answer.note_sentences(), options, Some(NOTE)));
    }
    blocks.join("\n")
}

fn sentences(sentences: &[String], options: &Options, style: Option<Style>) -> String {
    let mut text = String::new();
    for sentence in sentences {
        for (position, line) in align::wrap(&align::one_line(&visible(sentence)), options.width).iter().enumerate() {
            let indent = if position > 0 && style.is_some() { "  " } else { "" };
            text.push_str(&styled(&format!("{indent}{line}"), style, options));
            text.push('\n');
        }
    }
    text
}

fn table(table: &Table, options: &Options) -> String {
    let mut text = String::new();
    if !table.caption.is_empty() {
        text.push_str(&styled(&align::one_line(&visible(&table.caption)), Some(CAPTION), options));
        text.push('\n');
    }
    for (position, line) in align::lines(table, options.width).iter().enumerate() {
        let style = (position == 0).then_some(HEADING);
        text.push_str(&styled(line, style, options));
        text.push('\n');
    }
    text
}

fn styled(text: &str, style: Option<Style>, options: &Options) -> String {
    match (style, options.color) {
        (Some(style), ColorMode::Ansi) => format!("{style}{text}{style:#}"),
        _ => text.to_owned(),
    }
}
