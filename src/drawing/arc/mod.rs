//! The arc diagram: institutions in one column, joint models as arcs beside it.

pub mod compose;
mod graph;
mod panel;

pub use compose::{MAX_INSTITUTIONS, compose, compose_subgraph};
