//! One number per node.
//!
//! Every method is `room::method::scores(&network, &options)` and gives [`Scores`]
//! of as many values as the network has nodes; [`measure::scores`] picks the
//! method by its key. All of them give the same bits on any number of threads.

pub mod betweenness;
mod brandes_batched;
mod brandes_weighted;
pub mod brokerage;
pub mod closeness;
pub mod clustering;
pub mod constraint;
pub mod core_number;
pub mod degree;
mod distance_sums;
mod edge_lengths;
pub mod eigenvector;
pub mod harmonic;
mod lanczos;
pub mod measure;
pub mod pagerank;
mod parallel_sum;
pub mod sampled;
pub mod scores;
mod spmv;
pub mod strength;
mod triangles;
pub mod weighting;
pub mod works;

pub use scores::Scores;
