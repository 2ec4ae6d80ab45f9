//! Entry point of the export formats.

use crate::exchange::attributes::{Error, NetworkAttributes};
use crate::exchange::export_file::ExportFile;
use crate::exchange::format::ExportFormat;
#[cfg(feature = "parquet")]
use crate::exchange::parquet;
use crate::exchange::{dot, gexf, gml, graphml, matrix_market, ncol, node_link, pajek, sheet, vosviewer};
use crate::network::Network;

/// Writes a network with its attributes. O(nodes + ties + evidence).
///
/// # Errors
/// A column whose length does not match the network, or whose key is repeated or reserved; a writer that fails.
pub fn write(
    network: &Network<'_>,
    attributes: &NetworkAttributes,
    format: ExportFormat,
) -> Result<Vec<ExportFile>, Error> {
    attributes.check(network)?;
    Ok(match format {
        ExportFormat::Gexf => vec![ExportFile::new(".gexf", gexf::write(network, attributes, gexf::Version::V13))],
        ExportFormat::Gexf12 => vec![ExportFile::new(".gexf", gexf::write(network, attributes, gexf::Version::V12))],
        ExportFormat::GraphMl => vec![ExportFile::new(".graphml", graphml::write(network, attributes))],
        ExportFormat::Pajek => pajek::write(network, attributes),
        ExportFormat::Gml => vec![ExportFile::new(".gml", gml::write(network, attributes))],
        ExportFormat::Vosviewer => vec![ExportFile::new(".json", vosviewer::json::write(network, attributes))],
        ExportFormat::VosviewerText => vosviewer::text::write(network, attributes),
        ExportFormat::GephiCsv => sheet::gephi(network, attributes),
        ExportFormat::KumuCsv => sheet::kumu(network, attributes),
        ExportFormat::Flourish => sheet::flourish(network, attributes),
        ExportFormat::Datawrapper => vec![ExportFile::new(".csv", sheet::datawrapper(network, attributes))],
        ExportFormat::Dot => vec![ExportFile::new(".dot", dot::write(network, attributes))],
        ExportFormat::EdgeList => vec![ExportFile::new(".tsv", sheet::edges(network))],
        ExportFormat::Ncol => vec![ExportFile::new(".edges", ncol::write(network, attributes))],
        ExportFormat::NodeLink => vec![ExportFile::new(".json", node_link::write(network, attributes))],
        ExportFormat::Cytoscape => vec![ExportFile::new(".cyjs", node_link::cytoscape(network, attributes))],
        ExportFormat::MatrixMarket => vec![ExportFile::new(".mtx", matrix_market::write(network, attributes))],
        #[cfg(feature = "parquet")]
        ExportFormat::Parquet => parquet::write(network, attributes)?,
    })
}

/// Labels that a format cannot represent, each with its replacement. O(labels).
#[must_use]
pub fn altered_labels(attributes: &NetworkAttributes, format: ExportFormat) -> Vec<(&str, String)> {
    let written: Vec<String> = match format {
        ExportFormat::Pajek => attributes.labels.iter().map(|label| pajek::label(label)).collect(),
        ExportFormat::Ncol => ncol::names(attributes),
        _ => return Vec::new(),
    };
    let both = attributes.labels.iter().map(String::as_str).zip(written);
    both.filter(|(label, written)| label != written).collect()
}
