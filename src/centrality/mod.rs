//! Centrality measures: one number a node.
//!
//! Every measure is `centrality::measure_module::scores(&network, &options)` and returns [`Scores`] with one value a
//! node; [`measure::scores`] selects the measure by its key. Results are bit-identical on any number of threads.

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
pub mod eccentricity;
mod edge_lengths;
pub mod effective_size;
pub mod eigenvector;
pub mod harmonic;
pub mod hits;
pub mod katz;
mod lanczos;
pub mod measure;
mod measure_kind;
pub mod null_model;
pub mod pagerank;
mod parallel_sum;
pub mod power_law;
pub mod rewiring;
pub mod sampled;
pub mod scores;
mod spmv;
pub mod strength;
mod triangles;
pub mod two_mode;
pub mod weighting;
pub mod whole;
pub mod works;

pub use scores::Scores;
