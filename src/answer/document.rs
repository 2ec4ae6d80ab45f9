//! A report: headings, paragraphs, tables and figures in order, in one language.

use crate::answer::table::Table;

/// A document that any writer can write.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// BCP 47 tag of its main language (`en`, `ko`).
    pub language: String,
    /// Its parts in order.
    pub blocks: Vec<Block>,
}

/// One part of a document.
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

/// A figure of a document: both its file and its text, so that one writer can link it and another inline it.
#[derive(Clone, Debug, PartialEq)]
pub struct Illustration {
    /// Path of the file, relative to the document, with `/` between its parts.
    pub file: String,
    /// The SVG without XML prolog.
    pub svg: String,
    /// What it shows, for those who cannot see it (at most a sentence or two).
    pub alt: String,
    /// Caption; empty when the figure carries its own title.
    pub caption: String,
}
