//! Matrix view: adjacency matrix with exact weights, for dense networks.

pub mod compose;
mod grid;
mod ink;
mod order;
mod panel;
mod scale;

pub use compose::{MAX_ROWS_NARROW, MAX_ROWS_WIDE, compose, compose_subgraph};
