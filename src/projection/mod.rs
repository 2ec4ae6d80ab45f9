//! Inputs of any size → the one-mode network, without holding their works.
//!
//! Memory grows with institutions and pairs, not with works: the works themselves, their titles and dates are
//! never kept, and so a work that stands twice counts twice. [`crate::ingest::load()`] and
//! [`crate::network::Network::one_mode`] give the same institutions, ties and weights, and know every
//! work.

mod counted;
mod pairs;
mod project;
mod radix;
mod runs;

pub use counted::{Counted, counted};
pub use project::{LeftOut, Options, Projected, Way, project};
