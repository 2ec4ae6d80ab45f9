//! One community per node.
//!
//! [`leiden::partition`] finds a [`Partition`];
//! [`quality::of`] judges any partition, [`stability::of`] tells how far it depends on the seed.

mod graph;
mod kicking;
pub mod leiden;
mod moving;
pub mod partition;
pub mod quality;
mod refining;
pub mod stability;

pub use partition::Partition;
