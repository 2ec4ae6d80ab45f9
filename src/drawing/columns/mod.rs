//! The craft behind the bipartite view: what is shown, in which order, at which height, in which words.

pub mod edges;
pub mod fit;
pub mod isotonic;
pub mod order;
pub mod pills;
pub mod plan;
pub mod scene;
pub mod text;
