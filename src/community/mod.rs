//! Community detection: one community a node.
//!
//! [`detection::partition`] finds a [`Partition`] by any method; [`quality::of`] evaluates any partition, [`stability::of`] measures how
//! far it depends on the seed, [`agreement::of`] compares two.

mod aggregate_graph;
pub mod agreement;
pub mod block_model;
pub mod detection;
pub mod given;
pub mod infomap;
pub mod label_propagation;
pub mod leiden;
mod local_moving;
pub mod louvain;
pub mod partition;
mod perturbation;
pub mod quality;
mod quality_function;
mod refinement;
pub mod stability;

pub use partition::Partition;
