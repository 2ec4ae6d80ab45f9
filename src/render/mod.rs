//! The door out: tables and figures → bytes.

pub mod dot;
pub mod graphviz;
pub mod svg;
