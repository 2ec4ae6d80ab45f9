//! The timeline: institutions as rows, models as columns by date, years as bands.

mod choice;
mod columns;
pub mod compose;

pub use compose::{compose, compose_part};
