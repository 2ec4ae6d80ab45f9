//! A pass over an input that hands on the rows that somebody wants, with their lines: those of one block while the next
//! is looked through.

use crate::corpus::hashing::Set;
use crate::scan::blocks::Block;
use crate::scan::cells::Continuation;
use crate::scan::chunk::Chunk;
use crate::scan::chunks::Chunks;
use crate::scan::retained::RetainedRows;
use crate::scan::source::RecordSource;
use crate::scan::teams::RowFormat;
use crate::source::position::line_ends;
use rayon::prelude::*;

/// A row that somebody wants, or needs to know of.
#[derive(Clone, Debug)]
pub(crate) struct MatchedRow {
    /// Where it starts in the block.
    pub(crate) at: u32,
    pub(crate) is_wanted: bool,
    /// The id of its work, where others may have the same: only the first of them counts.
    pub(crate) id: Option<String>,
}

/// Looks for rows.
pub(crate) trait RowPredicate: Sync {
    /// How rows look.
    fn shape(&self) -> &RowFormat;

    /// The rows of a piece that are wanted, in their order; `None` ends the pass.
    fn rows(&self, bytes: &[u8], piece: &Chunk) -> Option<Vec<MatchedRow>>;
}

/// The rows of a piece with the lines before each, and how many lines it has.
type ChunkMatches = (Vec<(MatchedRow, u64)>, u64);

/// What a pass found.
#[derive(Debug, Default)]
pub(crate) struct Pass {
    /// Rows met.
    pub(crate) all: u64,
    /// Rows handed on.
    pub(crate) read: u64,
    /// Line of the next byte.
    line: u64,
    seen: Set<String>,
}

impl Pass {
    /// Goes through all blocks, the first of which starts after so many lines; `None` when one cannot be read, or its
    /// rows are not taken.
    pub(crate) fn over(
        opened: RecordSource,
        lines: u64,
        predicate: &impl RowPredicate,
        mut take: impl FnMut(&RetainedRows) -> Option<()> + Send,
    ) -> Option<Self> {
        let mut pass = Self { line: lines + 1, ..Self::default() };
        let RecordSource { mut blocks, first: mut block, .. } = opened;
        let (mut next, mut pieces, mut kept) = (Block::default(), Chunks::default(), RetainedRows::default());
        loop {
            let tail = block.continuation();
            let (filled, (matched, taken)) = rayon::join(
                || if tail == Continuation::Open { blocks.read(&mut next) } else { Ok(()) },
                || rayon::join(|| pass.block(block.bytes(), tail, predicate, &mut pieces), || take(&kept)),
            );
            filled.ok()?;
            taken?;
            let (used, found) = matched?;
            pass.read += found.rows.len() as u64;
            kept = found;
            if tail == Continuation::End {
                take(&kept)?;
                return Some(pass);
            }
            next.prepend(&block.bytes()[used..]);
            std::mem::swap(&mut block, &mut next);
        }
    }

    /// The rows of a block that are wanted, and how many bytes its whole rows take.
    fn block(
        &mut self,
        bytes: &[u8],
        tail: Continuation,
        predicate: &impl RowPredicate,
        pieces: &mut Chunks,
    ) -> Option<(usize, RetainedRows)> {
        let mut kept = RetainedRows::default();
        pieces.scan(bytes, tail, predicate.shape());
        let used = pieces.chain(bytes, tail, predicate.shape()).ok()?;
        let see = |piece: &Chunk| {
            let (mut at, mut lines) = (piece.start, 0);
            let mut up_to = |end: usize| {
                lines += line_ends(bytes.get(at..end).unwrap_or_default(), bytes.get(end).copied());
                at = end;
                lines
            };
            let rows = predicate.rows(bytes, piece)?.into_iter();
            let rows: Vec<(MatchedRow, u64)> = rows
                .map(|row| {
                    let before = up_to(row.at as usize);
                    (row, before)
                })
                .collect();
            Some((rows, up_to(piece.end)))
        };
        let seen: Vec<Option<ChunkMatches>> = pieces.all().par_iter().map(see).collect();
        for (piece, seen) in pieces.all().iter().zip(seen) {
            let (rows, lines) = seen?;
            for (MatchedRow { at, is_wanted, id }, before) in rows {
                let is_first = id.is_none_or(|id| self.seen.insert(id));
                if is_wanted && is_first {
                    kept.retain(bytes, at as usize, predicate.shape(), self.line + before)?;
                }
            }
            self.line += lines;
            self.all += piece.rows;
        }
        Some((used, kept))
    }
}
