//! A set of nodes, and the ties among them: surroundings, paths, cores, cuts, backbones.

pub mod backbone;
pub mod biconnectivity;
pub mod common;
pub mod core;
pub mod ego;
pub mod path;
pub mod set;
pub mod subgraph;

pub use set::Selection;
