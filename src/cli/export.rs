//! `export`: the network for other programs.

use crate::error::CliError;
use crate::session::Session;
use crate::{output, terminal};
use collabgraph::centrality::measure::{self, Measure};
use collabgraph::community::leiden;
use collabgraph::exchange::{self, ExportFile, ExportFormat, NetworkAttributes};
use collabgraph::layout::stress;
use collabgraph::message;
use collabgraph::messages::List;
use collabgraph::network::Network;
use std::path::{Path, PathBuf};

/// Measures that go along, and the largest network for which each is taken.
const SCORES: [(Measure, usize); 4] = [
    (Measure::Betweenness, 20_000),
    (Measure::Closeness, 20_000),
    (Measure::Pagerank, usize::MAX),
    (Measure::Core, usize::MAX),
];
/// Larger networks go without places: the programs that read them lay out for themselves.
const MAX_POSITIONED: usize = 2_000;

/// Writes the network; `false` when it has no institutions.
pub(crate) fn write(
    session: &Session,
    file: &Path,
    format: Option<ExportFormat>,
    with_works: bool,
) -> Result<bool, CliError> {
    let format = match format {
        Some(format) => format,
        None => by_extension(file)?,
    };
    let scope = session.scope();
    let of_both = with_works.then(|| Network::two_mode(scope.network().corpus()));
    let network = of_both.as_ref().unwrap_or_else(|| scope.network());
    let columns = if with_works { titled(session, network) } else { columns(session, network) };
    let parts = exchange::write(network, &columns, format)
        .map_err(|error| message!("errors-network", reason = error.to_string()))?;
    report_renamed(session, &exchange::altered_labels(&columns, format));
    if matches!(format, ExportFormat::EdgeList | ExportFormat::Ncol) {
        report_isolated(session, network);
    }
    if file.as_os_str() == "-" {
        return to_stdout(&parts).map(|()| network.node_count() > 0);
    }
    let single = parts.len() == 1;
    let (mut outputs, mut written) = (output::Outputs::default(), Vec::new());
    for part in &parts {
        let path = if single { file.to_owned() } else { beside(file, &part.suffix) };
        outputs.add(&path, &mut |out| out.write_all(&part.bytes))?;
        written.push(path.display().to_string());
    }
    outputs.finish()?;
    if !single {
        // One file was named: the others are reported even where remarks are not wanted.
        terminal::announce(&session.global, &message!("cli-written", files = List::comma(written)));
    }
    Ok(network.node_count() > 0)
}

/// Nothing is changed silently: which names the format cannot hold, and how they are written.
fn report_renamed(session: &Session, altered: &[(&str, String)]) {
    let Some((name, written)) = altered.first() else { return };
    let remark = message!("cli-renamed", count = altered.len(), name = *name, written = written);
    terminal::remark(&session.global, &remark);
}

/// A list of ties has no place for who has none.
fn report_isolated(session: &Session, network: &Network<'_>) {
    let isolated = (0..network.node_count()).filter(|&node| network.adjacency().degree(node) == 0).count();
    if isolated > 0 {
        terminal::remark(&session.global, &message!("cli-without-partners", count = isolated));
    }
}

fn to_stdout(parts: &[ExportFile]) -> Result<(), CliError> {
    match parts {
        [part] => output::print(&part.bytes),
        _ => Err(message!("errors-several-files", files = parts.len()).into()),
    }
}

fn by_extension(file: &Path) -> Result<ExportFormat, CliError> {
    let found = file.extension().and_then(|extension| extension.to_str()).and_then(ExportFormat::of_extension);
    let extension = file.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    if let Some(extension @ ("clu" | "vec")) = extension.as_deref() {
        let net = file.with_extension("net");
        return Err(message!("errors-pajek-part", path = file, extension = extension, network = &net).into());
    }
    found.ok_or_else(|| {
        let formats = List::comma(ExportFormat::ALL.map(ExportFormat::key));
        message!("errors-network-extension", path = file, formats = formats).into()
    })
}

/// `net.csv` and `_nodes.csv` → `net_nodes.csv`, in the same folder.
fn beside(file: &Path, suffix: &str) -> PathBuf {
    let stem = file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    file.with_file_name(format!("{stem}{suffix}"))
}

/// The facts of nodes and ties, and where they come from.
fn titled(session: &Session, network: &Network<'_>) -> NetworkAttributes {
    let inputs = session.whole.inputs();
    let mut cited: Vec<&str> = inputs
        .iter()
        .map(|input| if input.citation.is_empty() { input.name.as_str() } else { input.citation.as_str() })
        .collect();
    // The order in which inputs were named plays no part.
    cited.sort_unstable();
    let description = format!("{}; {} counting", cited.join("; "), session.projection.counting.key());
    NetworkAttributes::of(network).with_title("Partnerships", &description)
}

/// The same, with measures, clusters and places.
fn columns(session: &Session, network: &Network<'_>) -> NetworkAttributes {
    let mut columns = titled(session, network);
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
