//! Output writers: answers, documents and figures → bytes.

use crate::answer::document::Document;
use crate::messages::language::Language;

pub mod align;
pub mod csv;
pub mod docx;
#[cfg(feature = "dot")]
pub mod dot;
pub mod figure_data;
#[cfg(feature = "fonts")]
pub mod fonts;
#[cfg(feature = "dot")]
pub mod graphviz;
pub mod html;
pub mod json;
pub mod latex;
pub mod layout_file;
pub mod lint;
pub mod markdown;
#[cfg(feature = "outline")]
pub mod outline;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(feature = "png")]
pub mod png;
pub mod svg;
pub mod text;
pub mod typst;
pub mod visible;
#[cfg(feature = "xlsx")]
pub mod xlsx;

/// Main language of a document.
fn language_of(document: &Document) -> Language {
    if document.language == "ko" { Language::Korean } else { Language::English }
}
