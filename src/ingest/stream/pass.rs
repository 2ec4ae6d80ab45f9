//! A pass over an input that keeps the rows that somebody wants, with their lines.

use rayon::prelude::*;

use crate::corpus::hashing::Set;
use crate::ingest::position::line_ends;
use crate::ingest::stream::blocks::Block;
use crate::ingest::stream::cells::Tail;
use crate::ingest::stream::kept::Kept;
use crate::ingest::stream::opened::Opened;
use crate::ingest::stream::pieces::Pieces;
use crate::ingest::stream::rows::Piece;
use crate::ingest::stream::teams::Shape;

/// A row that somebody wants, or needs to know of.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Where it starts in the block.
    pub(crate) at: u32,
    pub(crate) is_wanted: bool,
    /// The id of its work, where others may have the same: only the first of them counts.
    pub(crate) id: Option<String>,
}

/// Looks for rows.
pub(crate) trait Look: Sync {
    /// How rows look.
    fn shape(&self) -> &Shape;

    /// The rows of a piece that are wanted, in their order.
    fn rows(&self, bytes: &[u8], piece: &Piece) -> Vec<Row>;
}

/// What a pass found.
#[derive(Debug, Default)]
pub(crate) struct Pass {
    pub(crate) kept: Kept,
    /// Rows met.
    pub(crate) all: u64,
    /// Line of the next byte.
    line: u64,
    seen: Set<String>,
}

impl Pass {
    /// Goes through all blocks, the first of which starts after so many lines; `None` when one cannot be read.
    pub(crate) fn over(opened: Opened, lines: u64, look: &impl Look) -> Option<Self> {
        let mut pass = Self { line: lines + 1, ..Self::default() };
        let Opened { mut blocks, first: mut block, .. } = opened;
        let (mut next, mut pieces) = (Block::default(), Pieces::default());
        loop {
            let tail = block.tail();
            let (filled, used) = rayon::join(
                || if tail == Tail::Open { blocks.read(&mut next) } else { Ok(()) },
                || pass.block(block.bytes(), tail, look, &mut pieces),
            );
            let used = used?;
            filled.ok()?;
            if tail == Tail::End {
                return Some(pass);
            }
            next.put_before(&block.bytes()[used..]);
            std::mem::swap(&mut block, &mut next);
        }
    }

    fn block(&mut self, bytes: &[u8], tail: Tail, look: &impl Look, pieces: &mut Pieces) -> Option<usize> {
        pieces.scan(bytes, tail, look.shape());
        let used = pieces.chain(bytes, tail, look.shape()).ok()?;
        // The rows of a piece, the lines before each, and all its lines.
        let see = |piece: &Piece| {
            let (mut at, mut lines) = (piece.start, 0);
            let mut up_to = |end: usize| {
                lines += line_ends(bytes.get(at..end).unwrap_or_default(), bytes.get(end).copied());
                at = end;
                lines
            };
            let rows = look.rows(bytes, piece).into_iter();
            let rows: Vec<(Row, u64)> = rows
                .map(|row| {
                    let before = up_to(row.at as usize);
                    (row, before)
                })
                .collect();
            (rows, up_to(piece.end))
        };
        let seen: Vec<(Vec<(Row, u64)>, u64)> = pieces.all().par_iter().map(see).collect();
        for (piece, (rows, lines)) in pieces.all().iter().zip(seen) {
            for (Row { at, is_wanted, id }, before) in rows {
                let is_first = id.is_none_or(|id| self.seen.insert(id));
                if is_wanted && is_first {
                    self.kept.keep(bytes, at as usize, look.shape(), self.line + before)?;
                }
            }
            self.line += lines;
            self.all += piece.rows;
        }
        Some(used)
    }
}
