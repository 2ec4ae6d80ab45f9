//! Community detection: one community a node.
//!
//! [`leiden::partition`] finds a [`Partition`]; [`quality::of`] evaluates any partition, [`stability::of`] measures how
//! far it depends on the seed.

mod aggregate_graph;
pub mod leiden;
mod local_moving;
pub mod partition;
mod perturbation;
pub mod quality;
mod quality_function;
mod refinement;
pub mod stability;

pub use partition::Partition;
