//! The one loop over the blocks of an input: while a block is read from the disk, the rows of the one before it are found
//! by all threads and handed to a sink.

use crate::message;
use std::ops::ControlFlow;

use crate::ingest::delimited::Continuation;
use crate::ingest::delimited::Reader;
use crate::ingest::rows::unclosed;
use crate::scan::blocks::Block;
use crate::scan::chunk::Chunk;
use crate::scan::chunks::{Chunks, Malformed};
use crate::scan::progress::ProgressHandle;
use crate::scan::source::{RecordSource, valid_prefix};
use crate::scan::teams::RowFormat;
use crate::source::error::Error;
use crate::source::input::not_utf8;
use crate::source::position::line_ends;

/// The complete rows of a block.
#[derive(Debug)]
pub(crate) struct ScannedBlock<'b> {
    pub(crate) bytes: &'b [u8],
    /// Their spans, chunk by chunk in the order of the input.
    pub(crate) chunks: &'b mut [Chunk],
}

/// Where the rows of an input end.
pub(crate) trait BlockSink: Send {
    /// Takes the rows of a block; [`ControlFlow::Break`] ends the scan before the input does.
    ///
    /// # Errors
    /// A row that cannot be read.
    fn block(&mut self, block: ScannedBlock<'_>) -> Result<ControlFlow<()>, Error>;
}

/// Who is told how far the scan has come.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Progress<'w> {
    pub(crate) handle: Option<ProgressHandle<'w>>,
    /// Bytes of the inputs that were scanned before this one.
    pub(crate) before: u64,
    /// Bytes of all inputs, where that is known.
    pub(crate) all: Option<u64>,
}

impl Progress<'_> {
    /// Reports the bytes scanned; an error when the scan is to be stopped.
    fn report(&self, name: &str, (done, size): (u64, Option<u64>)) -> Result<(), Error> {
        let Some(handle) = self.handle else { return Ok(()) };
        let all = self.all.or(size.filter(|_| self.before == 0));
        (handle.progress)(self.before + done, all);
        if handle.is_stopped() { Err(stopped(name)) } else { Ok(()) }
    }
}

/// The error of work that was stopped from outside.
pub(crate) fn stopped(name: &str) -> Error {
    Error::whole(name, message!("ingest-stopped-nothing-written"))
}

/// Scans an input whose header, if it has one, was read: `start` are the lines and bytes of that. Gives whether the input
/// was scanned to its end. Time O(bytes), memory O(one block) beside what the sink retains.
///
/// # Errors
/// Bytes that are not UTF-8, a quote that is never closed, a file that cannot be read, the errors of the sink, and when
/// the scan is stopped.
pub(crate) fn scan(
    source: RecordSource,
    format: &RowFormat,
    (lines, bytes): (u64, u64),
    progress: Progress<'_>,
    sink: &mut impl BlockSink,
) -> Result<bool, Error> {
    let RecordSource { name, mut blocks, first: mut block, .. } = source;
    let (mut rows, mut next) = (Rows { name: &name, format, chunks: Chunks::default() }, Block::default());
    let (mut line, mut byte) = (lines + 1, bytes);
    loop {
        let continuation = block.continuation();
        let (filled, taken) = rayon::join(
            || if continuation == Continuation::Open { blocks.read(&mut next) } else { Ok(()) },
            || rows.find(&block, line, byte).and_then(|used| Ok((used, rows.hand_to(&block, sink)?))),
        );
        let (used, flow) = taken?;
        filled?;
        progress.report(&name, blocks.progress())?;
        if continuation == Continuation::End || flow.is_break() {
            return Ok(flow.is_continue());
        }
        line = rows.next_line(line);
        byte += used as u64;
        next.prepend(&block.bytes()[used..]);
        std::mem::swap(&mut block, &mut next);
    }
}

/// The rows of the block at hand.
struct Rows<'f> {
    name: &'f str,
    format: &'f RowFormat,
    chunks: Chunks,
}

impl Rows<'_> {
    /// Finds the complete rows of a block, which starts on this line and after these bytes; gives how many bytes they
    /// take.
    fn find(&mut self, block: &Block, line: u64, byte: u64) -> Result<usize, Error> {
        let bytes = block.bytes();
        self.chunks.scan(bytes, block.continuation(), self.format);
        let used =
            self.chunks.chain(bytes, block.continuation(), self.format).map_err(|malformed| match malformed {
                Malformed::NotUtf8 { piece, offset } => self.not_utf8(bytes, piece, offset, (line, byte)),
                Malformed::Unclosed { row } => self.unclosed(bytes, row, line),
            })?;
        self.chunks.number_lines(bytes, line, self.format);
        Ok(used)
    }

    fn hand_to(&mut self, block: &Block, sink: &mut impl BlockSink) -> Result<ControlFlow<()>, Error> {
        sink.block(ScannedBlock { bytes: block.bytes(), chunks: self.chunks.all_mut() })
    }

    /// The line after the block.
    fn next_line(&self, line: u64) -> u64 {
        line + self.chunks.all().iter().map(|chunk| chunk.lines).sum::<u64>()
    }

    fn not_utf8(&self, bytes: &[u8], chunk: usize, offset: usize, (line, byte): (u64, u64)) -> Error {
        let start = self.chunks.all()[chunk].start;
        let mut error = not_utf8(&bytes[start..], offset - start, self.name, byte + start as u64);
        error.line = error.line.map(|at| at + line + line_ends(&bytes[..start], bytes.get(start).copied()) - 1);
        error
    }

    fn unclosed(&self, bytes: &[u8], row: usize, line: u64) -> Error {
        let delimiter = if let RowFormat::Table(columns) = self.format { columns.wanted.delimiter } else { b',' };
        let line = line + line_ends(&bytes[..row], bytes.get(row).copied());
        unclosed_row(self.name, valid_prefix(&bytes[row..]), delimiter, line)
    }
}

/// The error of the row that starts at the start of `text`, in which a quote is not closed; `line` is its line.
fn unclosed_row(name: &str, text: &str, delimiter: u8, line: u64) -> Error {
    let mut reader = Reader::new(text, delimiter);
    let error = loop {
        match reader.next_row() {
            Ok(Some(_)) => {}
            Ok(None) => break None,
            Err(error) => break Some(error),
        }
    };
    let Some(mut error) = error else {
        return Error::whole(name, message!("ingest-quote-closed"));
    };
    error.opens.line += line - 1;
    error.closed_on = error.closed_on.map(|closed| closed + line - 1);
    unclosed(name, error)
}
