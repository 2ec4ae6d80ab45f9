//! Formats: how each is recognised, and how it is decoded into records. A format is one file with its decoder and one line
//! in the registry; [`Format`] names it.

pub(crate) mod collabgraph;
pub(crate) mod decoder;
mod delimited;
pub(crate) mod delimiter;
pub(crate) mod document;
mod dot;
mod edges;
mod epoch;
#[cfg(test)]
pub(crate) mod examples;
mod gexf;
mod gml;
mod graphml;
mod grid;
pub(crate) mod head;
mod header_row;
mod incidence;
pub(crate) mod info;
mod items;
pub(crate) mod json;
mod json_decoder;
mod json_foreign;
mod json_lines;
mod json_node;
mod json_shape;
mod json_type_error;
mod matrix;
pub(crate) mod openalex;
pub(crate) mod openalex_entity;
mod pajek;
mod refused_tables;
pub(crate) mod registry;
mod table;
mod table_shape;
mod tie_columns;
pub(crate) mod ties;
mod vosviewer;
mod weights;
mod xml;

pub use info::Format;
