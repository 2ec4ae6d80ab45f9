//! The tasks: what is timed, and what is outcome of its result.
//!
//! Conventions: betweenness raw, each pair once; closeness after Wasserman & Faust; harmonic the sum; PageRank and
//! eigenvector weighted; constraint weighted; clustering 0 where there are fewer than two partners. `quality` is the
//! modularity of communities, and the normalised stress of layouts.

use crate::bench::clock::{Laps, median};
use crate::bench::{BenchArgs, edges, extension, ingest};
use crate::error::CliError;
use collabgraph::centrality::weighting::{Normalisation, Weighting};
use collabgraph::centrality::{
    betweenness, closeness, clustering, constraint, core_number, eigenvector, harmonic, pagerank, strength,
};
use collabgraph::community::Partition;
use collabgraph::community::leiden::{self, Effort};
use collabgraph::corpus::Corpus;
use collabgraph::geometry::Point;
use collabgraph::ingest::input::Input;
use collabgraph::layout::{adaptive, all_pairs, quality, sparse_stress};
use collabgraph::messages::List;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::network::{Network, components};
use collabgraph::{ingest as reading, message};
use serde_json::{Value, json};
use std::time::Instant;

/// The tasks of networks.
const MEASURES: [&str; 11] = [
    "strength",
    "betweenness",
    "betweenness-w",
    "closeness",
    "harmonic",
    "pagerank",
    "eigenvector",
    "kcore",
    "clustering",
    "components",
    "constraint",
];

/// What is outcome of a task.
pub(crate) struct Outcome {
    pub(crate) times: Laps,
    pub(crate) load_seconds: Option<f64>,
    pub(crate) result: Value,
    pub(crate) quality: Value,
    pub(crate) more: Vec<(&'static str, Value)>,
    /// One value a node; coordinates of a layout in pairs.
    pub(crate) values: Vec<f64>,
}

impl Outcome {
    pub(crate) fn new(times: Laps, load_seconds: Option<f64>) -> Self {
        let (result, quality) = (Value::Null, Value::Null);
        Self { times, load_seconds, result, quality, more: Vec::new(), values: Vec::new() }
    }
}

pub(crate) fn run(args: &BenchArgs) -> Result<Outcome, CliError> {
    match args.task.as_str() {
        "neighbours" => neighbours(args),
        "ingest" => ingest::run(args),
        task if MEASURES.contains(&task) || task == "communities" || task == "layout" => on_ties(args),
        task => Err(unknown(task)),
    }
}

fn unknown(task: &str) -> CliError {
    let known = List::comma(MEASURES);
    message!("bench-unknown-task", task = task, known = known).into()
}

/// File → partners of the institution named by `x`, and all works shared with them.
fn neighbours(args: &BenchArgs) -> Result<Outcome, CliError> {
    let Some(name) = args.setting("x") else {
        return Err(message!("bench-neighbours").into());
    };
    let mut laps = Laps::default();
    let mut found = None;
    for _ in 0..args.repeat.max(1) {
        found = laps.time(|| partners(args, name))?;
    }
    let mut outcome = Outcome::new(laps, None);
    let Some((partners, shared)) = found else {
        return Err(message!("bench-no-institution", path = &args.file, name = name).into());
    };
    outcome.result = json!(format!("{partners}:{shared}"));
    Ok(outcome)
}

fn partners(args: &BenchArgs, name: &str) -> Result<Option<(usize, f64)>, CliError> {
    if extension(&args.file) == "edges" {
        return Ok(counted(&edges::read(&args.file)?, name));
    }
    let input = Input::from_argument(&args.file);
    let loaded = collabgraph::dataset::load(&[input], &reading::Options::default())?;
    Ok(counted(&loaded.corpus, name))
}

fn counted(corpus: &Corpus, name: &str) -> Option<(usize, f64)> {
    let named = |id: &_| corpus.institution(*id).names.name == name;
    let id = corpus.institution_ids().find(named)?;
    let network = network(corpus);
    let weights = network.adjacency().weights(network.node_of(id));
    Some((weights.len(), weights.iter().sum()))
}

/// All works make ties: peers know no cap.
fn network(corpus: &Corpus) -> Network<'_> {
    Network::one_mode(corpus, Projection { counting: Counting::Full, max_team: None })
}

fn on_ties(args: &BenchArgs) -> Result<Outcome, CliError> {
    let start = Instant::now();
    let corpus = edges::read(&args.file)?;
    let network = network(&corpus);
    let load_seconds = Some(start.elapsed().as_secs_f64());
    Ok(match args.task.as_str() {
        "communities" => communities(args, &network, load_seconds),
        "layout" => layout(args, &network, load_seconds),
        task => measure(args, task, &network, load_seconds),
    })
}

fn measure(args: &BenchArgs, task: &str, network: &Network<'_>, load_seconds: Option<f64>) -> Outcome {
    let mut laps = Laps::default();
    let mut values = Vec::new();
    for _ in 0..args.repeat.max(1) {
        values = laps.time(|| values_of(task, network));
    }
    let defined = || values.iter().copied().filter(|value| !value.is_nan());
    let mut outcome = Outcome::new(laps, load_seconds);
    outcome.result = json!({"sum": defined().sum::<f64>(), "max": defined().fold(f64::NEG_INFINITY, f64::max)});
    // Not defined is 0 for the peers, but not for constraint.
    if task == "clustering" {
        values.iter_mut().filter(|value| value.is_nan()).for_each(|value| *value = 0.0);
    }
    outcome.values = values;
    outcome
}

fn values_of(task: &str, network: &Network<'_>) -> Vec<f64> {
    let raw = |weighting| betweenness::Options { weighting, scale: Normalisation::Raw };
    let scores = match task {
        "strength" => strength::scores(network, &strength::Options::default()),
        "betweenness" => betweenness::scores(network, &raw(Weighting::Unweighted)),
        "betweenness-w" => betweenness::scores(network, &raw(Weighting::Weighted)),
        "closeness" => closeness::scores(network, &closeness::Options::default()),
        "harmonic" => harmonic::scores(network, &harmonic::Options::default()),
        "pagerank" => pagerank::scores(network, &pagerank::Options::default()),
        "eigenvector" => eigenvector::scores(network, &eigenvector::Options::default()),
        "kcore" => core_number::scores(network, &core_number::Options::default()),
        "clustering" => clustering::scores(network, &clustering::Options::default()),
        "constraint" => constraint::scores(network, &constraint::Options { weighting: Weighting::Weighted }),
        _ => return vec![components::find(network).members.len() as f64],
    };
    scores.values
}

fn communities(args: &BenchArgs, network: &Network<'_>, load_seconds: Option<f64>) -> Outcome {
    let mut laps = Laps::default();
    let mut found = Vec::new();
    for number in 0..args.repeat.max(1) as u64 {
        let effort = if args.setting("effort") == Some("thorough") { Effort::Thorough } else { Effort::Quick };
        let options = leiden::Options { seed: args.seed + number, effort, ..leiden::Options::default() };
        found.push(laps.time(|| leiden::partition(network, &options)));
    }
    let qualities: Vec<f64> = found.iter().map(Partition::quality).collect();
    let mut outcome = Outcome::new(laps, load_seconds);
    outcome.quality = json!(qualities.iter().copied().fold(f64::NEG_INFINITY, f64::max));
    outcome.more.push(("quality_median", json!(median(&qualities))));
    if let Some(last) = found.last() {
        outcome.more.push(("clusters", json!(last.len())));
        outcome.values = last.of.iter().map(|&label| f64::from(label)).collect();
    }
    outcome
}

/// Times distances and descent together, as the peers are timed.
fn layout(args: &BenchArgs, network: &Network<'_>, load_seconds: Option<f64>) -> Outcome {
    let pairs: Vec<(usize, usize)> = network.adjacency().edges().map(|(a, b, ..)| (a, b)).collect();
    let mut laps = Laps::default();
    let mut found: Vec<Vec<Point>> = Vec::new();
    for number in 0..args.repeat.max(1) as u64 {
        found.push(laps.time(|| placed(args, network.node_count(), &pairs, args.seed + number)));
    }
    let stresses: Vec<f64> = found.iter().map(|points| quality::sampled_stress(points, &pairs)).collect();
    let mut outcome = Outcome::new(laps, load_seconds);
    outcome.quality = json!(median(&stresses));
    outcome.more.push(("best", json!(stresses.iter().copied().min_by(f64::total_cmp))));
    outcome.values = found.last().into_iter().flatten().flat_map(|point| [point.x, point.y]).collect();
    outcome
}

fn placed(args: &BenchArgs, nodes: usize, ties: &[(usize, usize)], seed: u64) -> Vec<Point> {
    let number = |key: &str, usual: usize| args.setting(key).and_then(|word| word.parse().ok()).unwrap_or(usual);
    match args.setting("algo") {
        Some("full") => all_pairs::layout(nodes, ties, number("rounds", all_pairs::DEFAULT_ITERATIONS), seed),
        Some("sparse") => sparse_stress::layout(
            nodes,
            ties,
            number("pivots", sparse_stress::DEFAULT_PIVOTS),
            number("rounds", sparse_stress::DEFAULT_ITERATIONS),
            seed,
        ),
        _ => adaptive::connected_layout(nodes, ties, seed),
    }
}
