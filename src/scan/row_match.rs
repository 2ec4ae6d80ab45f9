//! A scan that hands on the rows that meet a predicate, with their lines: those of one block are read in full while the
//! next block is scanned.

use std::ops::ControlFlow;

use rayon::prelude::*;

use crate::corpus::hashing::FastSet;
use crate::scan::chunk::Chunk;
use crate::scan::retained::RetainedRows;
use crate::scan::run::{BlockSink, Progress, ScannedBlock, scan};
use crate::scan::source::RecordSource;
use crate::scan::teams::RowFormat;
use crate::source::error::Error;
use crate::source::position::line_ends;

/// A row that matches, or whose identifier must be known.
#[derive(Clone, Debug)]
pub(crate) struct MatchedRow {
    /// Where it starts in the block.
    pub(crate) at: u32,
    pub(crate) is_wanted: bool,
    /// The id of its work, where others may have the same: only the first of them counts.
    pub(crate) id: Option<String>,
}

/// Which rows are handed on.
pub(crate) trait RowPredicate: Sync {
    /// How rows are written.
    fn format(&self) -> &RowFormat;

    /// The rows of a chunk that match, in their order; [`ControlFlow::Break`] ends the scan.
    fn rows(&self, bytes: &[u8], chunk: &Chunk) -> ControlFlow<(), Vec<MatchedRow>>;
}

/// How many rows a scan met.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RowCounts {
    /// All of them.
    pub(crate) all: u64,
    /// Those that were handed on.
    pub(crate) matched: u64,
}

/// Scans an input and hands the rows that match to `take`, block by block. `None` when the predicate or `take` ended the
/// scan. Time O(bytes), memory O(matching rows of two blocks).
///
/// # Errors
/// As for [`scan`], and those of `take`.
pub(crate) fn match_rows(
    source: RecordSource,
    start: (u64, u64),
    predicate: &impl RowPredicate,
    take: impl FnMut(&RetainedRows) -> Result<ControlFlow<()>, Error> + Send,
) -> Result<Option<RowCounts>, Error> {
    let mut sink = Matches {
        predicate,
        take,
        pending: RetainedRows::default(),
        counts: RowCounts::default(),
        seen: FastSet::default(),
    };
    let is_complete = scan(source, predicate.format(), start, Progress::default(), &mut sink)?;
    let is_complete = is_complete && (sink.take)(&sink.pending)?.is_continue();
    Ok(is_complete.then_some(sink.counts))
}

struct Matches<'p, P, T> {
    predicate: &'p P,
    take: T,
    /// Rows of the block before, which are taken while this one is looked through.
    pending: RetainedRows,
    counts: RowCounts,
    seen: FastSet<String>,
}

impl<P, T> BlockSink for Matches<'_, P, T>
where
    P: RowPredicate,
    T: FnMut(&RetainedRows) -> Result<ControlFlow<()>, Error> + Send,
{
    fn block(&mut self, block: ScannedBlock<'_>) -> Result<ControlFlow<()>, Error> {
        let Self { predicate, take, pending, counts, seen } = self;
        let (matched, taken) = rayon::join(|| matching(*predicate, &block, counts, seen), || take(pending));
        if taken?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
        let ControlFlow::Continue(matched) = matched else { return Ok(ControlFlow::Break(())) };
        counts.matched += matched.rows.len() as u64;
        *pending = matched;
        Ok(ControlFlow::Continue(()))
    }
}

/// The matching rows of a block, each with its line.
fn matching(
    predicate: &impl RowPredicate,
    block: &ScannedBlock<'_>,
    counts: &mut RowCounts,
    seen: &mut FastSet<String>,
) -> ControlFlow<(), RetainedRows> {
    let bytes = block.bytes;
    let with_lines = |chunk: &Chunk| {
        let rows = match predicate.rows(bytes, chunk) {
            ControlFlow::Continue(rows) => rows,
            ControlFlow::Break(()) => return ControlFlow::Break(()),
        };
        let (mut at, mut line) = (chunk.start, chunk.line);
        let numbered = rows.into_iter().map(|row| {
            let start = row.at as usize;
            line += line_ends(bytes.get(at..start).unwrap_or_default(), bytes.get(start).copied());
            at = start;
            (row, line)
        });
        ControlFlow::Continue(numbered.collect::<Vec<_>>())
    };
    let found: Vec<ControlFlow<(), Vec<(MatchedRow, u64)>>> = block.chunks.par_iter().map(with_lines).collect();
    let mut retained = RetainedRows::default();
    for (chunk, rows) in block.chunks.iter().zip(found) {
        for (MatchedRow { at, is_wanted, id }, line) in rows? {
            let is_first = id.is_none_or(|id| seen.insert(id));
            if is_wanted && is_first {
                retained.retain(bytes, at as usize, predicate.format(), line);
            }
        }
        counts.all += chunk.rows;
    }
    ControlFlow::Continue(retained)
}
