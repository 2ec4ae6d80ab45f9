//! The door in: bytes → a resolved corpus and the notices of what was odd.
//!
//! [`load()`] reads the embedded data set, files, standard input or bytes; see [`format::Format`] for what it
//! can read and [`options::Options`] for what may be said about it.

pub mod addresses;
pub(crate) mod attributes;
pub mod authority;
pub mod claims;
pub mod columns;
pub(crate) mod commas;
pub mod dates;
pub mod delimited;
pub(crate) mod doi;
pub(crate) mod drafts;
pub(crate) mod duplicates;
pub(crate) mod edges;
pub(crate) mod entities;
pub(crate) mod gather;
pub(crate) mod gexf;
pub(crate) mod gml;
pub(crate) mod graphml;
pub(crate) mod groups;
pub(crate) mod items;
pub(crate) mod json;
pub mod links;
pub mod lists;
pub mod load;
pub(crate) mod matrix;
pub mod merge;
pub mod names;
pub mod notice;
pub mod numbers;
pub(crate) mod openalex;
pub mod options;
pub(crate) mod own;
pub(crate) mod pajek;
pub(crate) mod placeholders;
pub(crate) mod registry;
pub mod ror;
pub(crate) mod rows;
pub(crate) mod shape;
pub(crate) mod shapes;
pub(crate) mod stated;
pub mod suggest;
pub(crate) mod table;
pub(crate) mod tie_columns;
pub(crate) mod vosviewer;
pub(crate) mod weights;
pub(crate) mod xml;

pub use crate::format;
pub use crate::source::{error, input, position};
pub use load::{Loaded, load};
pub use options::Options;
