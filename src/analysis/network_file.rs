//! The network with measures, clusters and places, as files of other programs.

use crate::analysis::Analysis;
use crate::analysis::error::AnalysisError;
use crate::analysis::figure::{ClusterSource, PositionSource};
use crate::analysis::given_positions;
use crate::centrality::measure::{self, Measure};
use crate::community::{given, leiden};
use crate::corpus::naming::slug;
use crate::exchange::{self, ExportFile, ExportFormat, NetworkAttributes};
use crate::geometry::Point;
use crate::layout::stress;
use crate::message;
use crate::network::Network;
use std::collections::{BTreeMap, BTreeSet};

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
    write_with(analysis, format, with_works, FileColumns::default())
}

/// Which columns of a network file are those of the network file that was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileColumns {
    /// Positions.
    pub positions: PositionSource,
    /// Clusters.
    pub clusters: ClusterSource,
    /// Whether its numbers go along beside the measures.
    pub scores: bool,
}

/// The same with positions, clusters and numbers of the file that was read.
///
/// # Errors
/// As [`write()`]; the input gives no such columns.
pub fn write_with(
    analysis: &Analysis,
    format: ExportFormat,
    with_works: bool,
    of_file: FileColumns,
) -> Result<NetworkFiles, AnalysisError> {
    let scope = analysis.scope();
    let of_both = with_works.then(|| Network::two_mode(scope.network().corpus()));
    let network = of_both.as_ref().unwrap_or_else(|| scope.network());
    let columns = match with_works {
        true if of_file != FileColumns::default() => return Err(message!("errors-file-columns-works").into()),
        true => titled(analysis, network),
        false => columns(analysis, network, of_file)?,
    };
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
fn columns(
    analysis: &Analysis,
    network: &Network<'_>,
    of_file: FileColumns,
) -> Result<NetworkAttributes, AnalysisError> {
    let mut columns = titled(analysis, network);
    for (measure, most) in SCORES {
        if network.node_count() <= most {
            columns = columns.with_scores(measure.key(), &measure::scores(network, measure).values);
        }
    }
    if of_file.scores {
        columns = with_given_scores(columns, network)?;
    }
    let options = leiden::Options::default();
    let partition = match of_file.clusters {
        ClusterSource::Computed => leiden::partition(network, &options),
        ClusterSource::File => {
            given::partition(network, &options).ok_or_else(|| message!("errors-no-given-clusters"))?
        }
    };
    columns = columns.with_clusters(&partition.of);
    match of_file.positions {
        PositionSource::File => {
            let given = given_positions::of(network).ok_or_else(|| message!("errors-no-given-positions"))?;
            let key = |node: usize| Some(network.corpus().institution(network.institution(node)?).id.as_str());
            let unknown = Point::new(f64::NAN, f64::NAN);
            let point = |node: usize| key(node).and_then(|key| given.get(key)).copied().unwrap_or(unknown);
            columns = columns.with_points(&(0..network.node_count()).map(point).collect::<Vec<_>>());
        }
        PositionSource::Computed if network.node_count() <= MAX_POSITIONED => {
            columns = columns.with_points(&stress::layout(network, &stress::Options::default()).points);
        }
        PositionSource::Computed => {}
    }
    Ok(columns)
}

/// Adds a column for each title of numbers that the input gives; no number is NaN, which is written as an empty value.
fn with_given_scores(
    mut columns: NetworkAttributes,
    network: &Network<'_>,
) -> Result<NetworkAttributes, AnalysisError> {
    let corpus = network.corpus();
    let mut scores: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for node in 0..network.node_count() {
        let given = network.institution(node).and_then(|id| corpus.institution(id).given.as_deref());
        for (title, value) in given.map_or(&[][..], |given| &given.scores) {
            scores.entry(title).or_insert_with(|| vec![f64::NAN; network.node_count()])[node] = *value;
        }
    }
    if scores.is_empty() {
        return Err(message!("errors-no-given-scores").into());
    }
    let mut keys: BTreeSet<String> = BTreeSet::new();
    for (title, values) in scores {
        let base = format!("file_{}", slug(title).replace('-', "_"));
        let numbered = (2..).map(|number| format!("{base}_{number}"));
        let key = std::iter::once(base.clone()).chain(numbered).find(|key| !keys.contains(key)).unwrap_or(base.clone());
        columns = columns.with_scores(&key, &values);
        keys.insert(key);
    }
    Ok(columns)
}
