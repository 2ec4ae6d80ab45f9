//! A pass over an input that hands on the rows that somebody wants, with their lines: those of one block while the next
//! is looked through.

use rayon::prelude::*;

use crate::corpus::hashing::FastSet;
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

    /// The rows of a piece that are wanted, in their order; `None` ends the pass.
    fn rows(&self, bytes: &[u8], piece: &Piece) -> Option<Vec<Row>>;
}

/// The rows of a piece with the lines before each, and how many lines it has.
type Seen = (Vec<(Row, u64)>, u64);

/// What a pass found.
#[derive(Debug, Default)]
pub(crate) struct Pass {
    /// Rows met.
    pub(crate) all: u64,
    /// Rows handed on.
    pub(crate) read: u64,
    /// Line of the next byte.
    line: u64,
    seen: FastSet<String>,
}

impl Pass {
    /// Goes through all blocks, the first of which starts after so many lines; `None` when one cannot be read, or its
    /// rows are not taken.
    pub(crate) fn over(
        opened: Opened,
        lines: u64,
        look: &impl Look,
        mut take: impl FnMut(&Kept) -> Option<()> + Send,
    ) -> Option<Self> {
        let mut pass = Self { line: lines + 1, ..Self::default() };
        let Opened { mut blocks, first: mut block, .. } = opened;
        let (mut next, mut pieces, mut kept) = (Block::default(), Pieces::default(), Kept::default());
        loop {
            let tail = block.tail();
            let (filled, (looked, taken)) = rayon::join(
                || if tail == Tail::Open { blocks.read(&mut next) } else { Ok(()) },
                || rayon::join(|| pass.block(block.bytes(), tail, look, &mut pieces), || take(&kept)),
            );
            filled.ok()?;
            taken?;
            let (used, found) = looked?;
            pass.read += found.rows.len() as u64;
            kept = found;
            if tail == Tail::End {
                take(&kept)?;
                return Some(pass);
            }
            next.put_before(&block.bytes()[used..]);
            std::mem::swap(&mut block, &mut next);
        }
    }

    /// The rows of a block that are wanted, and how many bytes its whole rows take.
    fn block(&mut self, bytes: &[u8], tail: Tail, look: &impl Look, pieces: &mut Pieces) -> Option<(usize, Kept)> {
        let mut kept = Kept::default();
        pieces.scan(bytes, tail, look.shape());
        let used = pieces.chain(bytes, tail, look.shape()).ok()?;
        let see = |piece: &Piece| {
            let (mut at, mut lines) = (piece.start, 0);
            let mut up_to = |end: usize| {
                lines += line_ends(bytes.get(at..end).unwrap_or_default(), bytes.get(end).copied());
                at = end;
                lines
            };
            let rows = look.rows(bytes, piece)?.into_iter();
            let rows: Vec<(Row, u64)> = rows
                .map(|row| {
                    let before = up_to(row.at as usize);
                    (row, before)
                })
                .collect();
            Some((rows, up_to(piece.end)))
        };
        let seen: Vec<Option<Seen>> = pieces.all().par_iter().map(see).collect();
        for (piece, seen) in pieces.all().iter().zip(seen) {
            let (rows, lines) = seen?;
            for (Row { at, is_wanted, id }, before) in rows {
                let is_first = id.is_none_or(|id| self.seen.insert(id));
                if is_wanted && is_first {
                    kept.keep(bytes, at as usize, look.shape(), self.line + before)?;
                }
            }
            self.line += lines;
            self.all += piece.rows;
        }
        Some((used, kept))
    }
}
