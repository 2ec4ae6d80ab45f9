//! Which institution a name means: the authority, records of ROR, and suggestions for names that neither knows.

pub(crate) mod absence;
pub mod affiliation;
pub mod authority;
pub mod model_names;
pub mod registry;
pub mod resolution;
pub mod resolver;
pub mod ror;
pub mod suggest;
