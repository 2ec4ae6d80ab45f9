//! Output writers: answers, documents and figures → bytes.

pub mod align;
pub mod csv;
pub mod dot;
#[cfg(feature = "fonts")]
pub mod fonts;
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
