//! Document model of reports: headings, paragraphs, lists, tables and figures in order, in one language.

use crate::answer::table::Table;

/// A report, independent of the output format.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// BCP 47 tag of its main language (`en`, `ko`).
    pub language: String,
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
}

/// One block of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A section's heading.
    Heading(String),
    /// A paragraph of plain text.
    Paragraph(String),
    /// A list of plain texts.
    Items(Vec<String>),
    /// A table with its caption.
    Table(Table),
    /// A figure.
    Figure(Illustration),
}

/// Width of the text of a printed page (A4, margins of 18 mm), in millimetres.
pub const TEXT_WIDTH_MM: f64 = 174.0;
/// Largest height of a figure that stands between texts, in millimetres: with its caption less than half a page, so that
/// no gap of half a page can arise before it.
pub const MAX_INLINE_MM: f64 = 112.0;
/// Smallest scale at which a figure stands between texts.
const MIN_SCALE: f64 = 0.84;

/// A figure of a document as file name and as SVG text: writers either link the file or embed the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Illustration {
    /// Path of the file relative to the document, `/` as separator.
    pub file: String,
    /// The SVG without XML prolog.
    pub svg: String,
    /// Alternative text: what the figure shows, at most two sentences.
    pub alt: String,
    /// Caption: the title of the figure, which the SVG then need not carry. Never the alternative text.
    pub caption: String,
    /// Height in widths.
    pub aspect: f64,
}

impl Illustration {
    /// Whether it takes a page of its own: it would have to be scaled down too much to stand between texts.
    #[must_use]
    pub fn is_plate(&self) -> bool {
        self.aspect * TEXT_WIDTH_MM * MIN_SCALE > MAX_INLINE_MM
    }
}
