//! One door for all formats.

use crate::exchange::columns::{Columns, Error};
use crate::exchange::format::Format;
use crate::exchange::{dot, gexf, gml, graphml, pajek, sheet, vosviewer};
use crate::network::Network;

/// A file: what its name ends in after the stem, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// `.gexf`, `_nodes.csv`, `-strength.vec`. Where a format has a single part, its file may have any name.
    pub suffix: String,
    /// The content, UTF-8.
    pub bytes: Vec<u8>,
}

impl Part {
    pub(crate) fn new(suffix: &str, text: String) -> Self {
        Self { suffix: suffix.to_owned(), bytes: text.into_bytes() }
    }
}

/// Writes a network with its columns. O(nodes + ties + evidence).
///
/// # Errors
/// A column that does not fit the network, or that has the key of another one.
pub fn write(network: &Network<'_>, columns: &Columns, format: Format) -> Result<Vec<Part>, Error> {
    columns.check(network)?;
    Ok(match format {
        Format::Gexf => vec![Part::new(".gexf", gexf::write(network, columns, gexf::Version::V13))],
        Format::Gexf12 => vec![Part::new(".gexf", gexf::write(network, columns, gexf::Version::V12))],
        Format::GraphMl => vec![Part::new(".graphml", graphml::write(network, columns))],
        Format::Pajek => pajek::write(network, columns),
        Format::Gml => vec![Part::new(".gml", gml::write(network, columns))],
        Format::Vosviewer => vec![Part::new(".json", vosviewer::json::write(network, columns))],
        Format::VosviewerText => vosviewer::text::write(network, columns),
        Format::GephiCsv => sheet::gephi(network, columns),
        Format::KumuCsv => sheet::kumu(network, columns),
        Format::Dot => vec![Part::new(".dot", dot::write(network, columns))],
        Format::EdgeList => vec![Part::new(".tsv", sheet::edges(network))],
    })
}

/// The labels that a format cannot hold as they are, each with what is written in its stead. O(labels).
#[must_use]
pub fn altered(columns: &Columns, format: Format) -> Vec<(&str, String)> {
    if format != Format::Pajek {
        return Vec::new();
    }
    let written = columns.labels.iter().map(|label| (label.as_str(), pajek::label(label)));
    written.filter(|(label, written)| label != written).collect()
}
