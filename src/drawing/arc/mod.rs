//! The arc diagram: institutions in one column, joint models as arcs beside it.

mod bonds;
pub mod compose;
mod panel;

pub use compose::{MOST, compose, compose_part};
