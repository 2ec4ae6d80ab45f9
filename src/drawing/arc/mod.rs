//! Arc diagram: institutions in one column, their ties as arcs to the right of it.

pub mod compose;
mod graph;
mod panel;

pub use compose::{MAX_INSTITUTIONS, compose, compose_subgraph};
