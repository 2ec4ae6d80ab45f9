//! Lists of ties for benches: `i j w` a line, nodes numbered from 0.

use std::path::Path;

use collabgraph::corpus::Corpus;
use collabgraph::corpus::builder::{CorpusBuilder, Handle};
use collabgraph::corpus::institution::{Institution, Names};
use collabgraph::message;

use crate::error::CliError;

/// Above this number a node is taken for a slip, for every number below it would become a node.
const MAX_NODES: u32 = 100_000_000;

/// Reads a list of ties as a corpus whose institutions have the numbers of the nodes. Blank lines and lines that
/// start with `#` or `%` are passed over; without a third word a tie weighs 1.
pub(crate) fn read(path: &Path) -> Result<Corpus, CliError> {
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    let mut ties: Vec<(u32, u32, f64)> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if !(line.is_empty() || line.starts_with(['#', '%'])) {
            ties.push(tie(line).ok_or_else(|| wrong(path, number + 1, line))?);
        }
    }
    drop(text);
    Ok(corpus(&ties))
}

/// The corpus of a list of ties; its node numbers are those of the list.
fn corpus(ties: &[(u32, u32, f64)]) -> Corpus {
    let nodes = ties.iter().map(|&(a, b, _)| a.max(b) + 1).max().unwrap_or(0);
    let mut builder = CorpusBuilder::new();
    // Institutions are sorted by id: as many digits as the last one needs keep the numbers.
    let named = |node: u32| Institution {
        id: format!("{node:09}"),
        names: Names::plain(&node.to_string()),
        ..Institution::default()
    };
    let handles: Vec<Handle> = (0..nodes).map(|node| builder.institution(named(node))).collect();
    for &(a, b, weight) in ties {
        builder.stated_tie(handles[a as usize], handles[b as usize], weight);
    }
    builder.finish()
}

fn tie(line: &str) -> Option<(u32, u32, f64)> {
    let mut words = line.split_ascii_whitespace();
    let mut node = || words.next()?.parse::<u32>().ok().filter(|&node| node < MAX_NODES);
    let (a, b) = (node()?, node()?);
    let weight = words.next().map_or(Some(1.0), |word| word.parse::<f64>().ok())?;
    (weight.is_finite() && weight > 0.0 && words.next().is_none()).then_some((a, b, weight))
}

fn unreadable(path: &Path, error: &std::io::Error) -> CliError {
    message!("bench-edges-unreadable", path = path, reason = error.to_string()).into()
}

fn wrong(path: &Path, number: usize, line: &str) -> CliError {
    let found = line.chars().take(60).collect::<String>();
    message!("bench-edges-line", path = path, line = number.to_string(), max = u64::from(MAX_NODES), found = found)
        .into()
}
