//! Bytes of an input, block by block; a block starts with what the one before it left over.

use crate::scan::cells::Continuation;
use crate::source::error::Error;
use crate::source::input::{Input, Unpacking, directory, not_unpacked, unreadable};
use std::fs::File;
use std::io::{Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Bytes that are read at once; fewer of small inputs, for memory that is touched first costs more than reading it.
const BLOCK: usize = 4 << 20;
const SMALLEST_BLOCK: usize = 1 << 20;
/// In how many blocks at least an input is read.
const BLOCKS: u64 = 16;
/// Room before a block for what the one before it left over.
const HEADROOM: usize = 1 << 16;

/// An input that is read from its start to its end.
pub(crate) struct Blocks {
    name: String,
    reader: Box<dyn Read + Send>,
    packed: bool,
    /// Bytes taken from the input itself: packed ones, where it is packed.
    taken: Arc<AtomicU64>,
    /// Size of the input, where it is known.
    size: Option<u64>,
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

    /// Leaves out the first bytes.
    pub(crate) fn skip(&mut self, bytes: usize) {
        self.start += bytes;
    }
}

struct Counted<R> {
    inner: R,
    taken: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(into)?;
        self.taken.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Blocks {
    /// Opens an input.
    pub(crate) fn open(input: &Input) -> Result<Self, Error> {
        let name = input.name();
        let (reader, size): (Box<dyn Read + Send>, Option<u64>) = match input {
            Input::StandardInput => (Box::new(std::io::stdin()), None),
            Input::Path(path) if path.is_dir() => return Err(directory(&name)),
            Input::Path(path) => {
                let file = File::open(path).map_err(|error| unreadable(&name, &error))?;
                let size = file.metadata().ok().map(|found| found.len()).filter(|&size| size > 0);
                (Box::new(file), size)
            }
            Input::Bytes { bytes, .. } => (Box::new(Cursor::new(bytes.clone())), Some(bytes.len() as u64)),
            Input::Embedded => {
                let bytes = input.text()?.into_bytes();
                let size = bytes.len() as u64;
                (Box::new(Cursor::new(bytes)), Some(size))
            }
        };
        Self::packed_or_not(name, reader, size)
    }

    fn packed_or_not(name: String, mut reader: Box<dyn Read + Send>, size: Option<u64>) -> Result<Self, Error> {
        let taken = Arc::new(AtomicU64::new(0));
        let mut magic = Vec::with_capacity(2);
        reader.by_ref().take(2).read_to_end(&mut magic).map_err(|error| unreadable(&name, &error))?;
        let packed = magic == [0x1F, 0x8B];
        let whole = Counted { inner: Cursor::new(magic).chain(reader), taken: Arc::clone(&taken) };
        let reader: Box<dyn Read + Send> = if packed { Box::new(Unpacking::new(whole)) } else { Box::new(whole) };
        let part = size.filter(|_| !packed).map_or(BLOCK, |size| (size / BLOCKS) as usize);
        Ok(Self { name, reader, packed, taken, size, unpacked: 0, block: part.clamp(SMALLEST_BLOCK, BLOCK) })
    }

    /// Bytes read so far, and how many there are, where that is known. Of the input itself: packed bytes.
    pub(crate) fn progress(&self) -> (u64, Option<u64>) {
        (self.taken.load(Ordering::Relaxed), self.size)
    }

    /// Everything: the first block and what comes after it.
    pub(crate) fn drain(mut self, first: &Block) -> Result<Vec<u8>, Error> {
        let mut bytes = first.bytes().to_vec();
        if first.continuation() == Continuation::Open {
            let read = self.reader.read_to_end(&mut bytes);
            read.map_err(|error| match self.packed {
                true => not_unpacked(&self.name, &error, bytes.len() as u64),
                false => unreadable(&self.name, &error),
            })?;
        }
        Ok(bytes)
    }

    /// Reads the next block, as full as the input allows.
    pub(crate) fn read(&mut self, block: &mut Block) -> Result<(), Error> {
        if block.bytes.is_empty() {
            block.bytes = vec![0; HEADROOM + self.block];
        }
        (block.start, block.end) = (HEADROOM, HEADROOM);
        block.continuation = Some(Continuation::Open);
        while block.end < HEADROOM + self.block {
            match self.reader.read(&mut block.bytes[block.end..HEADROOM + self.block]) {
                Ok(0) => {
                    block.continuation = Some(Continuation::End);
                    break;
                }
                Ok(read) => block.end += read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) if self.packed => {
                    return Err(not_unpacked(&self.name, &error, self.unpacked + (block.end - HEADROOM) as u64));
                }
                Err(error) => return Err(unreadable(&self.name, &error)),
            }
        }
        self.unpacked += (block.end - HEADROOM) as u64;
        Ok(())
    }
}
