//! The craft behind the bipartite view: what is shown, in which order, at which height, in which words.

pub mod content;
pub mod edges;
pub mod fit;
pub mod isotonic;
pub mod order;
pub mod pills;
pub mod scene;
pub mod text;
