//! The door in: bytes → a resolved corpus and the notices of what was odd.
//!
//! [`load()`] reads the embedded data set, files, standard input or bytes; see [`format::Format`] for what it
//! can read and [`options::Options`] for what may be said about it.

pub mod addresses;
mod attributes;
pub mod authority;
pub mod claims;
pub mod columns;
mod commas;
pub mod dates;
pub mod delimited;
mod doi;
mod drafts;
mod duplicates;
mod edges;
mod entities;
pub mod error;
pub mod format;
pub(crate) mod gather;
mod gexf;
mod gml;
mod graphml;
mod groups;
pub mod input;
mod items;
mod json;
pub mod links;
pub mod lists;
pub mod load;
mod matrix;
pub mod merge;
pub(crate) mod misfit;
pub mod names;
pub mod notice;
pub mod numbers;
mod openalex;
pub mod options;
mod own;
mod pajek;
mod placeholders;
pub mod position;
mod registry;
pub mod ror;
pub(crate) mod rows;
mod shape;
mod shapes;
mod stated;
pub mod stream;
pub mod suggest;
pub(crate) mod table;
mod tie_columns;
mod vosviewer;
mod weights;
mod xml;

pub use load::{Loaded, load};
pub use options::Options;
