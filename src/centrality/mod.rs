//! One number per node.
//!
//! Every method is `room::method::scores(&network, &options)` and gives [`Scores`]
//! of as many values as the network has nodes; [`measure::scores`] picks the
//! method by its key. All of them give the same bits on any number of threads.

pub mod betweenness;
pub mod brokerage;
mod chunks;
pub mod closeness;
pub mod clustering;
pub mod constraint;
pub mod core_number;
pub mod degree;
mod distances;
pub mod eigenvector;
pub mod harmonic;
mod lanczos;
mod lanes;
mod lengths;
pub mod measure;
pub mod pagerank;
mod product;
pub mod scores;
pub mod strength;
mod triangles;
mod walks;
pub mod weighting;
pub mod works;

pub use scores::Scores;
