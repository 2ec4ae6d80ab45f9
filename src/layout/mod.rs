//! One point per node, and how good the points are.
//!
//! Everything here is seeded and serial: the same network and options give the same bits on every
//! platform and with any number of threads.

pub mod adaptive;
pub mod all_pairs;
mod bfs;
mod coordinates;
pub mod distance;
pub mod majorization;
pub mod overlap;
pub mod packing;
pub mod points;
pub mod quality;
pub mod sparse_stress;
pub mod stress;

pub use points::Layout;
