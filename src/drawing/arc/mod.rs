//! The arc diagram: institutions in one column, joint models as arcs beside it.

pub mod compose;
mod graph;
mod panel;

pub use compose::{MOST, compose, compose_part};
