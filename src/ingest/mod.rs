//! The door in: bytes → a resolved corpus and the notices of what was odd.
//!
//! [`load()`] reads the embedded data set, files, standard input or bytes; see [`format::Format`] for what it
//! can read and [`options::Options`] for what may be said about it.

pub mod addresses;
pub(crate) mod assembler;
pub(crate) mod attributes;
pub mod claims;
pub mod columns;
pub(crate) mod commas;
pub mod delimited;
pub(crate) mod drafts;
pub(crate) mod duplicates;
pub(crate) mod groups;
pub mod load;
pub(crate) mod location;
pub mod merge;
pub mod notice;
pub mod options;
pub(crate) mod record;
pub(crate) mod registry;
pub(crate) mod role;
pub(crate) mod rows;
pub(crate) mod table;

pub use crate::format;
pub use crate::source::{error, input, position};
pub use load::{Loaded, load};
pub use options::Options;
