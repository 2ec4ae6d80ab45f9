//! The matrix: who × whom, the lower triangle; exact counts, and the view for dense groups.

pub mod compose;
mod grid;
mod order;
mod panel;
mod scale;

pub use compose::{MAX_ROWS_NARROW, MAX_ROWS_WIDE, compose, compose_subgraph};
