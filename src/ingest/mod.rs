//! Records → a resolved corpus, and notices of what was unexpected.
//!
//! What comes in is read by [`crate::sink`]; see [`format::Format`] for what can be read and [`options::Options`] for what may
//! be said about it.

pub mod addresses;
pub(crate) mod assembler;
pub(crate) mod attributes;
pub mod claims;
pub mod column;
pub mod columns;
pub(crate) mod commas;
pub mod delimited;
pub(crate) mod drafts;
pub(crate) mod duplicates;
pub(crate) mod families;
pub(crate) mod first_rows;
pub(crate) mod groups;
pub(crate) mod location;
pub mod merge;
pub mod notice;
pub mod options;
pub(crate) mod publications;
pub(crate) mod record;
pub(crate) mod registry;
pub(crate) mod role;
pub(crate) mod row_assembly;
pub(crate) mod row_lists;
pub(crate) mod row_notices;
pub(crate) mod rows;
pub(crate) mod table;

pub use crate::format;
pub use crate::source::{error, input, position};
pub use options::Options;
