//! Bytes of an input, block by block; a block starts with what the one before it left over.

use crate::ingest::delimited::Continuation;
use crate::source::error::Error;
use crate::source::input::Input;
use crate::source::open::{Arrival, OpenInput, ReadOptions};
use std::io::Read;

/// Bytes that are read at once; fewer of small inputs, for memory that is touched first costs more than reading it.
const BLOCK: usize = 4 << 20;
const SMALLEST_BLOCK: usize = 1 << 20;
/// In how many blocks at least an input is read.
const BLOCKS: u64 = 16;
/// Room before a block for what the one before it left over.
const HEADROOM: usize = 1 << 16;

/// An input that is read from its start to its end.
pub(crate) struct Blocks {
    opened: OpenInput,
    /// Unpacked bytes.
    unpacked: u64,
    /// Bytes that are read at once.
    block: usize,
}

/// A block of bytes with room before it.
#[derive(Debug, Default)]
pub(crate) struct Block {
    bytes: Vec<u8>,
    start: usize,
    end: usize,
    pub(crate) continuation: Option<Continuation>,
}

impl Block {
    /// The bytes at hand.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[self.start..self.end]
    }

    /// Whether the input ends with this block.
    pub(crate) fn continuation(&self) -> Continuation {
        self.continuation.unwrap_or(Continuation::Open)
    }

    /// Puts what is left over of another block before this one.
    pub(crate) fn prepend(&mut self, rest: &[u8]) {
        if rest.len() > self.start {
            let wanted = rest.len() - self.start;
            self.bytes.splice(0..0, std::iter::repeat_n(0, wanted));
            self.start += wanted;
            self.end += wanted;
        }
        self.start -= rest.len();
        self.bytes[self.start..self.start + rest.len()].copy_from_slice(rest);
    }

    /// Puts so many blank lines in the place of the first bytes, which are not fewer.
    pub(crate) fn blank(&mut self, bytes: usize, lines: usize) {
        self.start += bytes.saturating_sub(lines);
        self.bytes[self.start..self.start + lines.min(bytes)].fill(b'\n');
    }

    /// Leaves out the first bytes.
    pub(crate) fn skip(&mut self, bytes: usize) {
        self.start += bytes;
    }
}

impl Blocks {
    /// Opens an input.
    pub(crate) fn open(input: &Input, options: &ReadOptions) -> Result<Self, Error> {
        let opened = OpenInput::open(input, options)?;
        let part = opened.size().filter(|_| !opened.is_packed()).map_or(BLOCK, |size| (size / BLOCKS) as usize);
        Ok(Self { opened, unpacked: 0, block: part.clamp(SMALLEST_BLOCK, BLOCK) })
    }

    /// What is known of the input.
    pub(crate) fn arrival(&self) -> &Arrival {
        &self.opened.arrival
    }

    /// What is known of the input, to be told more of it.
    pub(crate) fn arrival_mut(&mut self) -> &mut Arrival {
        &mut self.opened.arrival
    }

    /// Bytes read so far, and how many there are, where that is known. Of the input itself: packed bytes.
    pub(crate) fn progress(&self) -> (u64, Option<u64>) {
        self.opened.progress()
    }

    /// Everything: the first block and what comes after it.
    pub(crate) fn drain(mut self, first: &Block) -> Result<Vec<u8>, Error> {
        self.gather(first)
    }

    /// Everything, of which the first block is at hand, as if nothing had been read. O(bytes).
    pub(crate) fn gather(&mut self, first: &Block) -> Result<Vec<u8>, Error> {
        let mut bytes = first.bytes().to_vec();
        if first.continuation() == Continuation::Open {
            let read = self.opened.read_to_end(&mut bytes);
            read.map_err(|error| self.opened.failed(&error, bytes.len() as u64))?;
        }
        Ok(bytes)
    }

    /// Puts other bytes in the place of all that were to be read; gives the first block of them.
    pub(crate) fn replace(&mut self, bytes: Vec<u8>) -> Result<Block, Error> {
        (self.unpacked, self.block) = (0, bytes.len().clamp(SMALLEST_BLOCK, BLOCK));
        self.opened.replace(bytes);
        let mut first = Block::default();
        self.read(&mut first)?;
        Ok(first)
    }

    /// Reads the next block, as full as the input allows.
    pub(crate) fn read(&mut self, block: &mut Block) -> Result<(), Error> {
        if block.bytes.is_empty() {
            block.bytes = vec![0; HEADROOM + self.block];
        }
        (block.start, block.end) = (HEADROOM, HEADROOM);
        block.continuation = Some(Continuation::Open);
        while block.end < HEADROOM + self.block {
            match self.opened.read(&mut block.bytes[block.end..HEADROOM + self.block]) {
                Ok(0) => {
                    block.continuation = Some(Continuation::End);
                    break;
                }
                Ok(read) => block.end += read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(self.opened.failed(&error, self.unpacked + (block.end - HEADROOM) as u64)),
            }
        }
        self.unpacked += (block.end - HEADROOM) as u64;
        Ok(())
    }
}
