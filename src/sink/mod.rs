//! What a scan of rows ends in: the pairs of institutions, counts of works, rows that match, an index of entities.
//!
//! Memory grows with institutions and pairs, not with works: the works themselves, their titles and dates are
//! never retained, and so a work that stands twice counts twice. [`load()`](load::load) and
//! [`crate::network::Network::one_mode`] give the same institutions, ties and weights, and know every
//! work.

pub mod cells;
mod corpus;
pub mod counts;
pub mod entity_index;
pub mod load;
pub mod matching;
mod pairs;
mod project;
mod radix;
mod runs;
pub mod sql;
pub mod work_kind;

pub use pairs::ExcludedTeams;
pub use project::{Options, Projected, Reading, project};
