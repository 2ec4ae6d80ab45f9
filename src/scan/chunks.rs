//! The pieces of a block, read at once and chained: every piece starts where the one before it ended.

use rayon::prelude::*;

use crate::ingest::delimited::Continuation;
use crate::scan::cells;
use crate::scan::chunk::{Chunk, Stop};
use crate::scan::lines;
use crate::scan::teams::RowFormat;
use crate::source::position::line_ends;

/// Into how many pieces a block is cut, whatever the number of threads.
pub(crate) const CHUNKS: usize = 8;
/// Pieces are not cut smaller than this.
const MIN_CHUNK: usize = 1 << 15;
/// A row longer than this is taken for a quote that was never closed.
const MAX_ROW: usize = 1 << 28;

/// All pieces of a block.
#[derive(Debug)]
pub(crate) struct Chunks(Vec<Chunk>);

/// Why a block cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Malformed {
    /// A byte that is not UTF-8, in this piece.
    NotUtf8 { piece: usize, offset: usize },
    /// A quote that is never closed, in the row that starts here.
    Unclosed { row: usize },
}

impl Default for Chunks {
    fn default() -> Self {
        Self(std::iter::repeat_with(Chunk::default).take(CHUNKS).collect())
    }
}

impl Chunks {
    pub(crate) fn all(&self) -> &[Chunk] {
        &self.0
    }

    pub(crate) fn all_mut(&mut self) -> &mut [Chunk] {
        &mut self.0
    }

    /// Reads all pieces at once, each from where a row seems to start.
    pub(crate) fn scan(&mut self, bytes: &[u8], tail: Continuation, shape: &RowFormat) {
        let size = bytes.len().div_ceil(CHUNKS).max(MIN_CHUNK);
        self.0.par_iter_mut().enumerate().for_each(|(number, piece)| {
            let limit = ((number + 1) * size).min(bytes.len());
            let nominal = (number * size).min(bytes.len());
            let start = if number == 0 {
                0
            } else {
                let from = nominal.saturating_sub(1);
                memchr::memchr(b'\n', &bytes[from..limit.max(from)]).map_or(limit, |length| from + length + 1)
            };
            piece.reset(start, limit);
            scan_chunk(bytes, piece, shape, tail);
        });
    }

    /// Sees to it that every piece starts where the one before it ended; where it does not it is read again. Gives
    /// the end of the last whole row.
    pub(crate) fn chain(&mut self, bytes: &[u8], tail: Continuation, shape: &RowFormat) -> Result<usize, Malformed> {
        let mut at = 0;
        let mut is_open = false;
        for (number, piece) in self.0.iter_mut().enumerate() {
            let limit = piece.limit;
            if is_open || at >= limit {
                piece.reset(at, limit);
                piece.end = at;
                continue;
            }
            if piece.start != at {
                piece.reset(at, limit);
                scan_chunk(bytes, piece, shape, tail);
            }
            at = piece.end;
            if let Some(offset) = piece.not_utf8 {
                return Err(Malformed::NotUtf8 { piece: number, offset });
            }
            if piece.stop == Stop::Unclosed || piece.stop == Stop::Open && bytes.len() > MAX_ROW {
                return Err(Malformed::Unclosed { row: at });
            }
            is_open = piece.stop == Stop::Open;
        }
        Ok(at)
    }

    /// Counts the line ends of every chunk of a block that starts on `line`. O(bytes).
    pub(crate) fn number_lines(&mut self, bytes: &[u8], line: u64, format: &RowFormat) {
        self.0.par_iter_mut().for_each(|chunk| {
            let own = bytes.get(chunk.start..chunk.end).unwrap_or_default();
            chunk.lines = match format {
                RowFormat::Table(_) => line_ends(own, bytes.get(chunk.end).copied()),
                RowFormat::OpenAlex | RowFormat::Own => chunk.line_feeds,
            };
        });
        let mut next = line;
        for chunk in &mut self.0 {
            chunk.line = next;
            next += chunk.lines;
        }
    }
}

fn scan_chunk(bytes: &[u8], piece: &mut Chunk, shape: &RowFormat, tail: Continuation) {
    match shape {
        RowFormat::Table(columns) => cells::scan(bytes, piece, columns.wanted, tail),
        RowFormat::OpenAlex | RowFormat::Own => lines::scan(bytes, piece, tail),
    }
    piece.check(bytes);
}
