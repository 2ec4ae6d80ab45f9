//! The one file of a zip that is wanted: the records of a release of the registry.

use std::io::{Cursor, Read};

use crate::source::packing::{PackingFormat, UnpackLimit, Unpacking};

/// Whether bytes are a zip.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The JSON of schema 2 in a zip, else its first JSON; `None` where there is none. An error where it is damaged or unpacks
/// to too much.
pub(super) fn records(bytes: &[u8]) -> Option<std::io::Result<String>> {
    let entries = entries(bytes)?;
    let json = |entry: &&Entry<'_>| entry.name.ends_with(".json");
    let second = |entry: &&Entry<'_>| json(entry) && entry.name.contains("schema_v2");
    let entry = entries.iter().find(second).or_else(|| entries.iter().find(json))?;
    unpack(bytes, entry)
}

struct Entry<'z> {
    name: &'z str,
    method: u16,
    packed: usize,
    /// Where its own header begins.
    offset: usize,
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    Some(bytes.get(at..at + length)?.iter().rev().fold(0, |sum, &byte| sum << 8 | usize::from(byte)))
}

/// The central directory, which stands at the end.
fn entries(bytes: &[u8]) -> Option<Vec<Entry<'_>>> {
    let end = memchr::memmem::rfind(bytes, b"PK\x05\x06")?;
    let (count, mut at) = (number(bytes, end + 10, 2)?, number(bytes, end + 16, 4)?);
    let mut entries = Vec::new();
    for _ in 0..count {
        if bytes.get(at..at + 4)? != b"PK\x01\x02" {
            return None;
        }
        let lengths = [28, 30, 32].map(|field| number(bytes, at + field, 2).unwrap_or(0));
        entries.push(Entry {
            name: std::str::from_utf8(bytes.get(at + 46..at + 46 + lengths[0])?).unwrap_or_default(),
            method: number(bytes, at + 10, 2)? as u16,
            packed: number(bytes, at + 20, 4)?,
            offset: number(bytes, at + 42, 4)?,
        });
        at += 46 + lengths.iter().sum::<usize>();
    }
    Some(entries)
}

fn unpack(bytes: &[u8], entry: &Entry<'_>) -> Option<std::io::Result<String>> {
    let start = entry.offset + 30 + number(bytes, entry.offset + 26, 2)? + number(bytes, entry.offset + 28, 2)?;
    let packed = bytes.get(start..start.checked_add(entry.packed)?)?;
    let mut text = String::new();
    match entry.method {
        0 => text.push_str(std::str::from_utf8(packed).ok()?),
        8 => {
            let limit = UnpackLimit::of_bytes(packed.len(), None);
            let mut unpacking = Unpacking::new(Cursor::new(packed.to_vec()), PackingFormat::Zip, limit);
            return Some(unpacking.read_to_string(&mut text).map(|_| text));
        }
        _ => return None,
    }
    Some(Ok(text))
}
