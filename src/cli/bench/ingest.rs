//! `bench ingest`: a table or JSON lines → the weighted network, all teams making ties, as the peers have it.

use collabgraph::ingest::input::Input;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::projection::{self, Projected, project};
use serde_json::json;

use crate::bench::BenchArgs;
use crate::bench::clock::Laps;
use crate::bench::tasks::Outcome;
use crate::error::CliError;

/// Times the way from the file to ties between names.
pub(crate) fn run(args: &BenchArgs) -> Result<Outcome, CliError> {
    let inputs = [Input::from_argument(&args.file)];
    let projection = Projection { counting: Counting::Full, max_team: None };
    let options = projection::Options { projection, ..projection::Options::default() };
    let mut laps = Laps::default();
    let mut found = None;
    for _ in 0..args.repeat.max(1) {
        // Only one network is in memory at a time.
        drop(found.take());
        found = Some(laps.time(|| project(&inputs, &options, None))?);
    }
    let mut outcome = Outcome::new(laps, None);
    outcome.result = found.as_ref().map_or(serde_json::Value::Null, |projected| json!(checksum(projected)));
    Ok(outcome)
}

/// Number of ties, sum of weights, and a sum over numbered ends that depends on no order. The number of an
/// institution is the last word of its name, as generated data have it; names without one count as 0.
fn checksum(projected: &Projected) -> String {
    let corpus = &projected.corpus;
    let number = |id| corpus.institution(id).names.name.rsplit(' ').next().and_then(|word| word.parse::<u64>().ok());
    let numbers: Vec<u64> = corpus.institution_ids().map(|id| number(id).unwrap_or(0)).collect();
    let (mut weights, mut sum) = (0u64, 0u64);
    for tie in projected.ties() {
        let (a, b) = (numbers[tie.a.index()], numbers[tie.b.index()]);
        let weight = tie.weight as u64;
        weights += weight;
        sum = sum.wrapping_add(weight * ((a.min(b) * 1_000_003 + a.max(b) * 7_919) % 999_983));
    }
    format!("{}:{weights}:{sum}", projected.ties().len())
}
