//! One community per node.
//!
//! [`leiden::partition`] finds a [`Partition`](crate::community::partition::Partition);
//! [`quality::of`] judges any partition.

mod graph;
pub mod leiden;
mod moving;
pub mod partition;
pub mod quality;
mod refining;

pub use partition::Partition;
