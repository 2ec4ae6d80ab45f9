//! Graph layout: a point for each node, packing of components, overlap removal, and quality measures.
//!
//! Results are reproducible: equal networks, options and seeds give equal bits on every platform and with any number of
//! threads.

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
