//! Weighted, undirected collaboration networks over petgraph: two-mode (works and institutions) or one-mode
//! (institutions tied by joint works).
//!
//! A [`Network`] is immutable. Scores, partitions, selections and layouts are separate values with one entry a node;
//! none is stored in the network.

pub mod adjacency;
pub mod components;
pub mod counting;
pub mod graph;
pub mod similarity;
pub mod tie_lengths;

pub use graph::Network;
