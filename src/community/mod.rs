//! One community per node.
//!
//! [`leiden::partition`] finds a [`Partition`];
//! [`quality::of`] judges any partition.

mod graph;
mod kicking;
pub mod leiden;
mod moving;
pub mod partition;
pub mod quality;
mod refining;

pub use partition::Partition;
