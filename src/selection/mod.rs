//! Subgraphs of a network: ego networks, paths, k-cores, articulation points and bridges, backbones.

pub mod backbone;
pub mod biconnectivity;
pub mod common;
pub mod core;
pub mod ego;
pub mod path;
pub mod set;
pub mod significance;
pub mod subgraph;

pub use set::Selection;
