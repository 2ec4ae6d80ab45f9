//! The timeline: institutions as rows, models as columns by date, years as bands.

mod columns;
pub mod compose;
mod content;

pub use compose::{compose, compose_subgraph};
