//! Packed inputs: gzip, Zstandard and XZ, unpacked as they are read, up to what a table can unpack to.

use std::io::{BufReader, ErrorKind, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ruzstd::decoding::errors::FrameDecoderError;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

use crate::message;
use crate::source::error::Error;

/// Bytes to which any packed input may unpack.
const MAX_FREELY_UNPACKED: u64 = 64 << 20;
/// How many times its packed bytes an input may unpack to beyond [`MAX_FREELY_UNPACKED`]. Tables and JSON of works pack to
/// a tenth or a twentieth; packers can reach a thousand, with a file that was made to fill the memory.
const MAX_UNPACK_RATIO: u64 = 100;
/// Bytes between two looks at what was unpacked.
const MAX_UNPACKED_BLOCK: usize = 1 << 15;
/// Packed bytes that are read at once.
const PACKED_BUFFER: usize = 1 << 18;
/// KiB that unpacking XZ may take: its largest preset takes 65 MiB.
const XZ_MEMORY_KIB: u32 = 256 << 10;

/// How an input is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PackingFormat {
    Gzip,
    Zstandard,
    Xz,
    /// A file of a ZIP archive.
    Zip,
}

impl PackingFormat {
    /// The packing that some first bytes are of.
    pub(crate) fn of(magic: &[u8]) -> Option<Self> {
        match magic {
            [0x1F, 0x8B, ..] => Some(Self::Gzip),
            [0x28, 0xB5, 0x2F, 0xFD, ..] => Some(Self::Zstandard),
            [0xFD, b'7', b'z', b'X', b'Z', 0, ..] => Some(Self::Xz),
            _ => None,
        }
    }

    /// Its name in messages.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Zstandard => "Zstandard",
            Self::Xz => "XZ",
            Self::Zip => "ZIP",
        }
    }
}

/// How much an input may unpack to. Counted by the bytes of the input itself, however often it is packed: a file that was
/// packed twice may not unpack to a hundred times a hundred times its size.
#[derive(Clone, Debug, Default)]
pub(crate) struct UnpackLimit {
    /// Bytes of the input itself that were read.
    pub(crate) packed: Arc<AtomicU64>,
    /// What the user allows, whatever the ratio.
    pub(crate) max: Option<u64>,
}

impl UnpackLimit {
    /// The limit of an input that is in memory.
    pub(crate) fn of_bytes(bytes: usize, max: Option<u64>) -> Self {
        Self { packed: Arc::new(AtomicU64::new(bytes as u64)), max }
    }

    /// Whether so much is more than the user allows or, where nothing is said, than tables give.
    pub(crate) fn is_exceeded(&self, unpacked: u64) -> bool {
        unpacked > self.bytes()
    }

    /// The most bytes that may come, by what was read so far.
    pub(crate) fn bytes(&self) -> u64 {
        let usual = self.packed.load(Ordering::Relaxed).saturating_mul(MAX_UNPACK_RATIO).max(MAX_FREELY_UNPACKED);
        self.max.unwrap_or(usual)
    }
}

/// What a packed input unpacks to, until it is too much for what was packed.
pub(crate) struct Unpacking {
    unpacker: Box<dyn Read + Send>,
    limit: UnpackLimit,
    unpacked: u64,
}

/// Counts the bytes that are read.
pub(crate) struct Counted<R> {
    inner: R,
    bytes: Arc<AtomicU64>,
}

impl<R> Counted<R> {
    /// Adds what is read from `inner` to `bytes`.
    pub(crate) fn new(inner: R, bytes: &Arc<AtomicU64>) -> Self {
        Self { inner, bytes: Arc::clone(bytes) }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(into)?;
        self.bytes.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Unpacking was ended: it gave this many bytes for so many packed ones.
#[derive(Debug)]
struct TooMuch {
    unpacked: u64,
    packed: u64,
    max: Option<u64>,
}

impl std::fmt::Display for TooMuch {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} bytes unpack to more than {}", self.packed, self.unpacked)
    }
}

impl std::error::Error for TooMuch {}

impl Unpacking {
    /// Unpacks what `inner` gives. Bytes of the input itself are counted by whoever reads them.
    pub(crate) fn new(inner: impl Read + Send + 'static, packing: PackingFormat, limit: UnpackLimit) -> Self {
        let buffered = BufReader::with_capacity(PACKED_BUFFER, inner);
        let unpacker: Box<dyn Read + Send> = match packing {
            PackingFormat::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(buffered)),
            PackingFormat::Zstandard => Box::new(Frames::new(buffered)),
            PackingFormat::Xz => Box::new(lzma_rust2::XzReader::new_mem_limit(buffered, true, XZ_MEMORY_KIB)),
            PackingFormat::Zip => Box::new(flate2::bufread::DeflateDecoder::new(buffered)),
        };
        Self { unpacker, limit, unpacked: 0 }
    }
}

impl Read for Unpacking {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let max = into.len().min(MAX_UNPACKED_BLOCK);
        let read = self.unpacker.read(&mut into[..max])?;
        self.unpacked += read as u64;
        if self.limit.is_exceeded(self.unpacked) {
            let packed = self.limit.packed.load(Ordering::Relaxed);
            return Err(std::io::Error::other(TooMuch { unpacked: self.unpacked, packed, max: self.limit.max }));
        }
        Ok(read)
    }
}

/// Zstandard: frames one after the other, and such as are to be skipped.
struct Frames<R: Read> {
    frame: Option<StreamingDecoder<Ahead<R>, FrameDecoder>>,
    rest: Option<Ahead<R>>,
}

/// Some bytes that were looked at, and what comes after them.
struct Ahead<R> {
    front: Vec<u8>,
    rest: R,
}

impl<R: Read> Read for Ahead<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.front.is_empty() {
            return self.rest.read(into);
        }
        let length = self.front.len().min(into.len());
        into[..length].copy_from_slice(&self.front[..length]);
        self.front.drain(..length);
        Ok(length)
    }
}

/// The number that a frame begins with, and that of frames to be skipped but for its last four bits.
const FRAME: usize = 4;
const SKIPPED: u32 = 0x184D_2A50;

impl<R: Read> Frames<R> {
    fn new(packed: R) -> Self {
        Self { frame: None, rest: Some(Ahead { front: Vec::new(), rest: packed }) }
    }

    /// Opens the next frame; `false` at the end.
    fn open(&mut self) -> std::io::Result<bool> {
        while let Some(mut packed) = self.rest.take() {
            let mut front = Vec::with_capacity(FRAME);
            packed.by_ref().take(FRAME as u64).read_to_end(&mut front)?;
            if front.is_empty() {
                return Ok(false);
            }
            let number = front.first_chunk().map_or(0, |bytes| u32::from_le_bytes(*bytes));
            if number & !0xF == SKIPPED {
                let mut length = [0; 4];
                packed.read_exact(&mut length)?;
                let length = u64::from(u32::from_le_bytes(length));
                std::io::copy(&mut packed.by_ref().take(length), &mut std::io::sink())?;
                self.rest = Some(packed);
                continue;
            }
            packed.front = front;
            let damaged = |error: FrameDecoderError| std::io::Error::new(ErrorKind::InvalidData, error.to_string());
            self.frame = Some(StreamingDecoder::new(packed).map_err(damaged)?);
            return Ok(true);
        }
        Ok(false)
    }
}

impl<R: Read> Read for Frames<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let Some(frame) = &mut self.frame else {
                if self.open()? {
                    continue;
                }
                return Ok(0);
            };
            match frame.read(into)? {
                0 if !into.is_empty() => self.rest = self.frame.take().map(StreamingDecoder::into_inner),
                read => return Ok(read),
            }
        }
    }
}

/// The error of a packed file that could be unpacked only so far.
pub(crate) fn not_unpacked(name: &str, packing: PackingFormat, error: &std::io::Error, bytes: u64) -> Error {
    let kind = packing.label();
    if let Some(TooMuch { max: Some(max), .. }) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
        return Error::whole(name, message!("source-unpacks-beyond-max", kind = kind, max = *max));
    }
    if let Some(TooMuch { unpacked, packed, .. }) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
        let (unpacked, packed) = (unpacked >> 20, packed.div_ceil(1024));
        return Error::whole(
            name,
            message!(
                "source-unpacks-to-too-much",
                kind = kind,
                ratio = MAX_UNPACK_RATIO,
                packed = packed,
                unpacked = unpacked
            ),
        );
    }
    if error.kind() == std::io::ErrorKind::UnexpectedEof {
        return Error::whole(name, message!("source-packed-cut-off", kind = kind, bytes = bytes));
    }
    Error::whole(name, message!("source-packed-damaged", kind = kind, reason = error.to_string()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn unpacked(bytes: Vec<u8>, packing: PackingFormat) -> std::io::Result<String> {
        let mut text = String::new();
        let limit = UnpackLimit::of_bytes(bytes.len(), None);
        Unpacking::new(std::io::Cursor::new(bytes), packing, limit).read_to_string(&mut text).map(|_| text)
    }

    #[test]
    fn frames_follow_each_other_and_may_be_skipped() {
        let frame = |text: &str| {
            ruzstd::encoding::compress_to_vec(text.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest)
        };
        let mut bytes = frame("Model,Organization\n");
        bytes.extend([0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]);
        bytes.extend(frame("A,카이스트\n"));
        assert_eq!(PackingFormat::of(&bytes), Some(PackingFormat::Zstandard));
        assert_eq!(unpacked(bytes.clone(), PackingFormat::Zstandard).unwrap(), "Model,Organization\nA,카이스트\n");
        bytes.truncate(bytes.len() - 4);
        assert!(unpacked(bytes, PackingFormat::Zstandard).is_err());
    }
}
