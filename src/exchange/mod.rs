//! Export: a network with attribute columns → files of Gephi, NetworkX, igraph, Pajek, VOSviewer, Cytoscape, Kumu,
//! Flourish, Datawrapper and Graphviz.
//!
//! [`write()`] returns one or several [`ExportFile`]s; nothing is written to disk here. The same network and attributes
//! give the same bytes: files contain no timestamps.
//!
//! ```
//! use collabgraph::exchange::{ExportFormat, NetworkAttributes, write};
//! # use collabgraph::corpus::Corpus;
//! # use collabgraph::network::Network;
//! # let corpus = Corpus::default();
//! # let network = Network::one_mode(&corpus, Default::default());
//! let attributes = NetworkAttributes::of(&network);
//! let files = write(&network, &attributes, ExportFormat::Gexf)?;
//! assert_eq!(files[0].suffix, ".gexf");
//! # Ok::<(), collabgraph::exchange::Error>(())
//! ```

mod attributes;
mod dot;
mod export_file;
mod format;
mod gexf;
mod gml;
mod graphml;
mod matrix_market;
mod ncol;
mod node_link;
mod number;
mod pajek;
mod palette;
#[cfg(feature = "parquet")]
mod parquet;
mod sheet;
mod vosviewer;
mod write;
mod xml;

pub use attributes::{AttributeColumn, AttributeValues, Error, NetworkAttributes};
pub use export_file::ExportFile;
pub use format::ExportFormat;
pub use write::{altered_labels, write};
