//! World map: institutions at their places, or countries at theirs, ties as arcs.

mod captions;
pub mod compose;
mod content;
mod inset;
mod paint;
mod world;

pub use compose::compose_subgraph;
