//! The network with measures, clusters and places, as files of other programs.

use crate::analysis::Analysis;
use crate::analysis::error::AnalysisError;
use crate::centrality::measure::{self, Measure};
use crate::community::leiden;
use crate::exchange::{self, ExportFile, ExportFormat, NetworkAttributes};
use crate::layout::stress;
use crate::message;
use crate::network::Network;

/// Measures that go along, and the largest network for which each is taken.
const SCORES: [(Measure, usize); 4] = [
    (Measure::Betweenness, 20_000),
    (Measure::Closeness, 20_000),
    (Measure::Pagerank, usize::MAX),
    (Measure::Core, usize::MAX),
];
/// Larger networks go without places: the programs that read them lay out for themselves.
const MAX_POSITIONED: usize = 2_000;

/// A network as files of a format.
#[derive(Debug)]
pub struct NetworkFiles {
    /// The files, each with what it adds to the name of the first.
    pub files: Vec<ExportFile>,
    /// Names that the format cannot hold, and how they are written.
    pub altered: Vec<(String, String)>,
    /// Number of institutions, and of works where they are nodes.
    pub nodes: usize,
    /// Nodes without a tie.
    pub isolated: usize,
}

/// Writes the network of institutions, or that of institutions and works.
///
/// # Errors
/// The format cannot hold the network.
pub fn write(analysis: &Analysis, format: ExportFormat, with_works: bool) -> Result<NetworkFiles, AnalysisError> {
    let scope = analysis.scope();
    let of_both = with_works.then(|| Network::two_mode(scope.network().corpus()));
    let network = of_both.as_ref().unwrap_or_else(|| scope.network());
    let columns = if with_works { titled(analysis, network) } else { columns(analysis, network) };
    let files = exchange::write(network, &columns, format)
        .map_err(|error| message!("errors-network", reason = error.to_string()))?;
    let altered = exchange::altered_labels(&columns, format);
    Ok(NetworkFiles {
        altered: altered.into_iter().map(|(name, written)| (name.to_owned(), written)).collect(),
        nodes: network.node_count(),
        isolated: (0..network.node_count()).filter(|&node| network.adjacency().degree(node) == 0).count(),
        files,
    })
}

/// The facts of nodes and ties, and where they come from.
fn titled(analysis: &Analysis, network: &Network<'_>) -> NetworkAttributes {
    let inputs = analysis.whole.inputs();
    let mut cited: Vec<&str> = inputs
        .iter()
        .map(|input| if input.citation.is_empty() { input.name.as_str() } else { input.citation.as_str() })
        .collect();
    // The order in which inputs were named plays no part.
    cited.sort_unstable();
    let description = format!("{}; {} counting", cited.join("; "), analysis.projection.counting.key());
    NetworkAttributes::of(network).with_title("Partnerships", &description)
}

/// The same, with measures, clusters and places.
fn columns(analysis: &Analysis, network: &Network<'_>) -> NetworkAttributes {
    let mut columns = titled(analysis, network);
    for (measure, most) in SCORES {
        if network.node_count() <= most {
            columns = columns.with_scores(measure.key(), &measure::scores(network, measure).values);
        }
    }
    columns = columns.with_clusters(&leiden::partition(network, &leiden::Options::default()).of);
    if network.node_count() <= MAX_POSITIONED {
        columns = columns.with_points(&stress::layout(network, &stress::Options::default()).points);
    }
    columns
}
