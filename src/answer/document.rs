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

/// A figure of a document as file name and as SVG text: writers either link the file or embed the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Illustration {
    /// Path of the file relative to the document, `/` as separator.
    pub file: String,
    /// The SVG without XML prolog.
    pub svg: String,
    /// Alternative text: what the figure shows, at most two sentences.
    pub alt: String,
    /// Caption; empty when the figure carries its own title.
    pub caption: String,
}
