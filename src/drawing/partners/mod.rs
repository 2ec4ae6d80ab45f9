//! Partners of an institution: a row a partner, a mark a joint work on a time axis.

mod captions;
pub mod compose;
mod content;
mod paint;

pub(crate) use captions::headline;
pub use compose::compose;
pub use content::PartnersOptions;
