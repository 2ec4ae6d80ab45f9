//! The door out: answers, documents and figures → bytes. Writers know no science.

pub mod align;
pub mod csv;
pub mod dot;
pub mod graphviz;
pub mod html;
pub mod json;
pub mod markdown;
pub mod svg;
pub mod text;
