//! The door out to other programs: a network with its columns → files of Gephi, NetworkX, igraph, Pajek, VOSviewer,
//! Kumu and Graphviz.
//!
//! [`write()`] gives one or several [`Part`]s; nothing is written to a disk here, and the same network and columns give
//! the same bytes: no file bears a time.
//!
//! ```
//! use collabgraph::exchange::{Columns, Format, write};
//! # use collabgraph::corpus::Corpus;
//! # use collabgraph::network::Network;
//! # let corpus = Corpus::default();
//! # let network = Network::one_mode(&corpus, Default::default());
//! let columns = Columns::of(&network);
//! let parts = write(&network, &columns, Format::Gexf)?;
//! assert_eq!(parts[0].suffix, ".gexf");
//! # Ok::<(), collabgraph::exchange::Error>(())
//! ```

mod attributes;
mod dot;
mod format;
mod gexf;
mod gml;
mod graphml;
mod number;
mod pajek;
mod palette;
mod sheet;
mod vosviewer;
mod write;
mod xml;

pub use attributes::{AttributeColumn, AttributeValues, Error, NetworkAttributes};
pub use format::ExportFormat;
pub use write::{ExportFile, altered_labels, write};
