//! The weighted, undirected graph over petgraph: two-mode (works and institutions) or one-mode
//! (institutions tied by the works they share).
//!
//! A [`Network`] is immutable. Scores, partitions, selections and layouts
//! lie beside it, as values of one entry a node, never on it.

pub mod adjacency;
pub mod components;
pub mod counting;
pub mod graph;
pub mod similarity;

pub use graph::Network;
