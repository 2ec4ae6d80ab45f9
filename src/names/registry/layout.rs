//! The registry as one block of bytes, searched in place.
//!
//! ```text
//! header    magic "CGROR\0\0\2", then nine numbers of four bytes: length of each section, records, day of the release (yyyymmdd)
//! names     fst map: folded name → offset in the postings
//! postings  for each name: rarity (1 byte), then each record (3 bytes) and how it bears the name (1 byte)
//! records   fixed size, by country, city and id
//! ids       numbers of the records (3 bytes), in order of their ids
//! texts     folded cities, relations
//! blocks    where the compressed blocks begin
//! details   all names with language, coordinates: deflated, 256 records a block
//! ```
//!
//! Opening checks the lengths and reads nothing else. A look-up costs O(length of the name).

use fst::raw::Fst;

/// What the block begins with.
pub(super) const MAGIC: &[u8; 8] = b"CGROR\0\0\x02";
/// Bytes of the header: the magic and ten numbers.
pub(super) const HEADER: usize = 8 + 4 * 10;
/// Bytes of a record.
pub(super) const RECORD: usize = 21;
/// Records whose details are compressed together.
pub(super) const BLOCK: usize = 256;

/// How a record bears a name.
pub(super) const DISPLAY: u8 = 1;
pub(super) const LABEL: u8 = 2;
pub(super) const ALIAS: u8 = 4;
pub(super) const ACRONYM: u8 = 8;
/// Without its legal form or a bracket with its country.
pub(super) const SHORTENED: u8 = 16;
/// The record is withdrawn.
pub(super) const GONE: u8 = 32;
/// Another record bears the name.
pub(super) const MORE: u8 = 128;

/// Relations in [`Layout::relations`].
pub(super) const PARENT: u8 = 0;
pub(super) const CHILD: u8 = 1;
pub(super) const SUCCESSOR: u8 = 2;
pub(super) const PREDECESSOR: u8 = 3;
pub(super) const RELATED: u8 = 4;

/// The sections of a block.
pub(super) struct Layout<D> {
    data: D,
    names: Fst<NamesSlice<D>>,
    postings: (usize, usize),
    records: (usize, usize),
    ids: (usize, usize),
    texts: (usize, usize),
    blocks: (usize, usize),
    details: (usize, usize),
    pub(super) days: u32,
    pub(super) total: u32,
}

/// The part of the block that is the map of names.
#[derive(Clone)]
pub(super) struct NamesSlice<D> {
    data: D,
    from: usize,
    to: usize,
}

impl<D: AsRef<[u8]>> AsRef<[u8]> for NamesSlice<D> {
    fn as_ref(&self) -> &[u8] {
        self.data.as_ref().get(self.from..self.to).unwrap_or_default()
    }
}

pub(super) fn number(bytes: &[u8], at: usize, length: usize) -> u64 {
    bytes.get(at..at + length).unwrap_or_default().iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}

impl<D: AsRef<[u8]> + Clone> Layout<D> {
    /// `None` when the bytes are no registry of this version, or cut off.
    pub(super) fn open(data: D) -> Option<Self> {
        let bytes = data.as_ref();
        if bytes.get(..8)? != MAGIC {
            return None;
        }
        let lengths: Vec<usize> = (0..7).map(|at| number(bytes, 8 + 4 * at, 4) as usize).collect();
        let mut sections = Vec::new();
        let mut start = HEADER;
        for length in lengths {
            let end = start.checked_add(length)?;
            sections.push((start, end));
            start = end;
        }
        let &[(from, to), postings, records, ids, texts, blocks, details] = sections.as_slice() else { return None };
        if start != bytes.len() || !(records.1 - records.0).is_multiple_of(RECORD) {
            return None;
        }
        let (days, total) = (number(bytes, 8 + 4 * 7, 4) as u32, number(bytes, 8 + 4 * 8, 4) as u32);
        let names = Fst::new(NamesSlice { data: data.clone(), from, to }).ok()?;
        Some(Self { data, names, postings, records, ids, texts, blocks, details, days, total })
    }

    /// Whether the map of names is what was built.
    pub(super) fn is_intact(&self) -> bool {
        self.names.verify().is_ok()
    }

    pub(super) fn names(&self) -> &Fst<impl AsRef<[u8]> + use<D>> {
        &self.names
    }

    pub(super) fn len(&self) -> usize {
        (self.records.1 - self.records.0) / RECORD
    }

    pub(super) fn size(&self) -> usize {
        self.data.as_ref().len()
    }

    fn section(&self, (from, to): (usize, usize)) -> &[u8] {
        self.data.as_ref().get(from..to).unwrap_or_default()
    }

    /// Rarity of a name, and who bears it and how.
    pub(super) fn posting(&self, offset: u64) -> (u8, impl Iterator<Item = (u32, u8)>) {
        let bytes = self.section(self.postings).get(offset as usize..).unwrap_or_default();
        let records = self.len() as u32;
        let mut next = Some(1);
        let all = std::iter::from_fn(move || {
            let at = next?;
            let (record, how) = (number(bytes, at, 3) as u32, number(bytes, at + 3, 1) as u8);
            next = (how & MORE != 0).then_some(at + 4);
            Some((record, how & !MORE))
        });
        (number(bytes, 0, 1) as u8, all.filter(move |(record, _)| *record < records))
    }

    pub(super) fn record(&self, index: u32) -> &[u8] {
        let at = index as usize * RECORD;
        self.section(self.records).get(at..at + RECORD).unwrap_or(&[0; RECORD])
    }

    /// The record of an id. O(log records).
    pub(super) fn by_id(&self, id: &str) -> Option<u32> {
        let ids = self.section(self.ids);
        let (mut from, mut to) = (0, ids.len() / 3);
        while from < to {
            let middle = usize::midpoint(from, to);
            let record = number(ids, 3 * middle, 3) as u32;
            match self.record(record).get(..9).unwrap_or_default().cmp(id.as_bytes()) {
                std::cmp::Ordering::Equal => return Some(record),
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Greater => to = middle,
            }
        }
        None
    }

    /// A text with its length before it.
    pub(super) fn text(&self, offset: u64) -> &str {
        let texts = self.section(self.texts);
        let length = number(texts, offset as usize, 2) as usize;
        let start = offset as usize + 2;
        texts.get(start..start + length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// Relations that stand at an offset: kind and record.
    pub(super) fn relations(&self, offset: u64) -> impl Iterator<Item = (u8, u32)> {
        let texts = self.section(self.texts).get(offset as usize..).unwrap_or_default();
        let count = if offset == 0 { 0 } else { number(texts, 0, 2) as usize };
        (0..count).map(move |at| (number(texts, 2 + 4 * at, 1) as u8, number(texts, 3 + 4 * at, 3) as u32))
    }

    /// The details of all records of a block, parted by a record separator; empty when they cannot be unpacked.
    pub(super) fn block(&self, record: u32) -> String {
        use std::io::Read;
        let block = record as usize / BLOCK;
        let blocks = self.section(self.blocks);
        let (from, to) = (number(blocks, 4 * block, 4) as usize, number(blocks, 4 * block + 4, 4) as usize);
        let packed = self.section(self.details).get(from..to).unwrap_or_default();
        let mut text = String::new();
        let unpacked = flate2::read::DeflateDecoder::new(packed).take(1 << 24).read_to_string(&mut text);
        if unpacked.is_ok() { text } else { String::new() }
    }
}
