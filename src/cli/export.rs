//! `export`: the network for other programs.

use std::path::{Path, PathBuf};

use collabgraph::centrality::measure::{self, Measure};
use collabgraph::community::leiden;
use collabgraph::exchange::{self, ExportFile, ExportFormat, NetworkAttributes};
use collabgraph::layout::stress;
use collabgraph::network::Network;

use crate::fault::Fault;
use crate::output;
use crate::session::Session;
use crate::terminal;

/// Measures that go along, and the largest network for which each is taken.
const SCORES: [(Measure, usize); 4] = [
    (Measure::Betweenness, 20_000),
    (Measure::Closeness, 20_000),
    (Measure::Pagerank, usize::MAX),
    (Measure::Core, usize::MAX),
];
/// Larger networks go without places: the programs that read them lay out for themselves.
const MOST_PLACED: usize = 2_000;

/// Writes the network; `false` when it has no institutions.
pub(crate) fn write(session: &Session, file: &Path, format: Option<ExportFormat>) -> Result<bool, Fault> {
    let format = match format {
        Some(format) => format,
        None => by_ending(file)?,
    };
    let scope = session.scope();
    let network = scope.network();
    let columns = columns(session, network);
    let parts = exchange::write(network, &columns, format).map_err(|error| {
        Fault::new(format!("The network could not be written: {error}."), format!("네트워크를 쓸 수 없다: {error}."))
    })?;
    say_altered(session, &exchange::altered_labels(&columns, format));
    if format == ExportFormat::EdgeList {
        say_alone(session, network);
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
    if !single && !session.global.quiet {
        terminal::report(
            &session
                .language
                .say(format!("written: {}", written.join(", ")), format!("쓴 파일: {}", written.join(", "))),
        );
    }
    Ok(network.node_count() > 0)
}

/// Nothing is changed silently: which names the format cannot hold, and how they are written.
fn say_altered(session: &Session, altered: &[(&str, String)]) {
    let Some((label, written)) = altered.first().filter(|_| !session.global.quiet) else { return };
    let count = altered.len();
    let (names, are) = if count == 1 { ("name", "is") } else { ("names", "are") };
    terminal::report(&session.language.say(
            format!(
                "{count} {names} with a double quote or line end, which Pajek cannot hold, {are} written without, such as {label} as {written}."
            ),
            format!("Pajek 형식에 담을 수 없는 큰따옴표나 줄바꿈을 바꿔 쓴 이름 {count}개. 보기: {label} → {written}."),
        ));
}

/// A list of ties has no place for who has none.
fn say_alone(session: &Session, network: &Network<'_>) {
    let alone = (0..network.node_count()).filter(|&node| network.adjacency().degree(node) == 0).count();
    if alone > 0 && !session.global.quiet {
        let (noun, are) = if alone == 1 { ("institution", "is") } else { ("institutions", "are") };
        terminal::report(&session.language.say(
            format!("{alone} {noun} without partners {are} not in a list of ties; .gexf or .graphml keeps them."),
            format!("관계 목록에는 협력 기관이 없는 기관 {alone}곳이 들지 않는다. .gexf나 .graphml에는 남는다."),
        ));
    }
}

fn to_stdout(parts: &[ExportFile]) -> Result<(), Fault> {
    match parts {
        [part] => output::print(&part.bytes),
        _ => Err(Fault::new(
            format!("This format is {} files; give -o a file name.", parts.len()),
            format!("이 형식은 파일 {}개로 되어 있다. -o에 파일 이름을 주세요.", parts.len()),
        )),
    }
}

fn by_ending(file: &Path) -> Result<ExportFormat, Fault> {
    let found = file.extension().and_then(|ending| ending.to_str()).and_then(ExportFormat::of_extension);
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if let Some(ending @ ("clu" | "vec")) = ending.as_deref() {
        let (file, net) = (file.display(), file.with_extension("net"));
        let net = net.display();
        return Err(Fault::new(
            format!(
                "{file}: a .{ending} file belongs to a Pajek network; -o {net} writes the network with its partition and vectors beside it."
            ),
            format!(
                "{file}: .{ending} 파일은 Pajek 네트워크에 딸린다. -o {net}을(를) 쓰면 네트워크와 함께 분할과 벡터도 쓴다."
            ),
        ));
    }
    found.ok_or_else(|| {
        let (file, known) = (file.display(), ExportFormat::ALL.map(ExportFormat::key).join(", "));
        Fault::new(
            format!("{file}: the ending does not tell the format; say --export-format with one of {known}."),
            format!("{file}: 확장자로 형식을 알 수 없다. --export-format에 {known} 가운데 하나를 주세요."),
        )
    })
}

/// `net.csv` and `_nodes.csv` → `net_nodes.csv`, in the same folder.
fn beside(file: &Path, suffix: &str) -> PathBuf {
    let stem = file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    file.with_file_name(format!("{stem}{suffix}"))
}

fn columns(session: &Session, network: &Network<'_>) -> NetworkAttributes {
    let inputs = session.whole.inputs();
    let mut cited: Vec<&str> = inputs
        .iter()
        .map(|input| if input.citation.is_empty() { input.name.as_str() } else { input.citation.as_str() })
        .collect();
    // The order in which inputs were named plays no part.
    cited.sort_unstable();
    let description = format!("{}; {}", cited.join("; "), session.projection.counting.label().0);
    let mut columns = NetworkAttributes::of(network).with_title("Partnerships", &description);
    for (measure, most) in SCORES {
        if network.node_count() <= most {
            columns = columns.with_scores(measure.key(), &measure::scores(network, measure).values);
        }
    }
    columns = columns.with_clusters(&leiden::partition(network, &leiden::Options::default()).of);
    if network.node_count() <= MOST_PLACED {
        columns = columns.with_points(&stress::place(network, &stress::Options::default()).points);
    }
    columns
}
