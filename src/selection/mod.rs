//! A set of nodes, and the ties among them: surroundings, paths, cores, cuts, backbones.

pub mod backbone;
pub mod choice;
pub mod common;
pub mod core;
pub mod cut;
pub mod ego;
pub mod path;
pub mod set;

pub use set::Selection;
