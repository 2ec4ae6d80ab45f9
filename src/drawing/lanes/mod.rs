//! Lanes: institutions as rows on one time axis, joint works as linked dots.

mod captions;
pub mod compose;
mod content;
mod labels;
mod marks;
mod paint;

pub use compose::compose_subgraph;
