//! Edge lengths for weighted shortest paths, exact for integer weights.

use crate::network::adjacency::Adjacency;
use crate::network::tie_lengths;

/// Relative tolerance within which paths of rounded lengths count as equally long.
const TOLERANCE: f64 = 1e-10;

/// Adjacency sorted by length: the ties of a node in runs of equal length, the shortest first, so that a search adds
/// and compares once a run.
pub(crate) struct EdgeLengths {
    offsets: Vec<u32>,
    runs: Vec<EqualLengthRun>,
    targets: Vec<u32>,
    /// Relative tolerance for equally long paths: 0 where lengths are integers.
    pub(crate) tolerance: f64,
    pub(crate) shortest: f64,
    pub(crate) longest: f64,
}

struct EqualLengthRun {
    length: f64,
    start: u32,
    end: u32,
}

impl EdgeLengths {
    /// Lengths lcm/w where all weights are integers and no path can exceed the exact range, else 1/w.
    pub(crate) fn of(adjacency: &Adjacency) -> Self {
        let multiple = tie_lengths::common_multiple(adjacency);
        let unit = multiple.map_or(1.0, |multiple| multiple as f64);
        let mut edge_lengths = Self {
            offsets: vec![0],
            runs: Vec::new(),
            targets: Vec::with_capacity(2 * adjacency.tie_count()),
            tolerance: if multiple.is_some() { 0.0 } else { TOLERANCE },
            shortest: f64::INFINITY,
            longest: 0.0,
        };
        let mut row: Vec<(f64, u32)> = Vec::new();
        for node in 0..adjacency.node_count() {
            row.clear();
            row.extend(adjacency.weights(node).iter().copied().zip(adjacency.neighbours(node).iter().copied()));
            row.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            for run in row.chunk_by(|a, b| a.0 == b.0) {
                edge_lengths.push_run(unit / run[0].0, run);
            }
            edge_lengths.offsets.push(edge_lengths.runs.len() as u32);
        }
        edge_lengths
    }

    fn push_run(&mut self, length: f64, run: &[(f64, u32)]) {
        let start = self.targets.len() as u32;
        self.targets.extend(run.iter().map(|tie| tie.1));
        self.runs.push(EqualLengthRun { length, start, end: self.targets.len() as u32 });
        self.shortest = self.shortest.min(length);
        self.longest = self.longest.max(length);
    }

    pub(crate) fn nodes(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Length and neighbours of each run of a node, the shortest first.
    pub(crate) fn runs(&self, node: usize) -> impl Iterator<Item = (f64, &[u32])> {
        let runs = &self.runs[self.offsets[node] as usize..self.offsets[node + 1] as usize];
        runs.iter().map(|run| (run.length, &self.targets[run.start as usize..run.end as usize]))
    }

    /// Whether a path counts as equally long as the shortest.
    pub(crate) fn is_equal(&self, length: f64, shortest: f64) -> bool {
        (length - shortest).abs() <= self.tolerance * shortest
    }
}
