//! VOSviewer: its JSON format, and its map and network text files.

pub(crate) mod json;
mod numbers;
pub(crate) mod text;
