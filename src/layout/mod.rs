//! One point per node, and how good the points are.
//!
//! Everything here is seeded and serial: the same network and options give the same bits on every
//! platform and with any number of threads.

pub mod distance;
pub mod majorization;
pub mod overlap;
pub mod packing;
pub mod pivots;
mod plane;
pub mod points;
pub mod quality;
mod steps;
pub mod stress;
pub mod whole;

pub use points::Layout;
