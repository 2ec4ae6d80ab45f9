//! Timeline: institutions as rows, works as columns by date, years as bands.

mod columns;
pub mod compose;
mod content;

pub use compose::{compose, compose_subgraph};
