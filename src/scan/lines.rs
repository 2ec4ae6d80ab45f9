//! Lines of JSON, as spans.

use crate::ingest::delimited::Form;
use crate::scan::cells::Tail;
use crate::scan::chunk::{Found, Piece, Stop};

/// Reads the lines that start in `piece.start..piece.limit`. O(bytes).
pub(crate) fn scan(bytes: &[u8], piece: &mut Piece, tail: Tail) {
    let mut at = piece.start;
    piece.stop = Stop::Limit;
    while at < piece.limit.min(bytes.len()) {
        let end = match memchr::memchr(b'\n', &bytes[at..]) {
            Some(length) => at + length,
            None if tail == Tail::Open => {
                piece.stop = Stop::Open;
                break;
            }
            None => bytes.len(),
        };
        if !bytes[at..end].trim_ascii().is_empty() {
            piece.rows += 1;
            piece.found.push(Found { row: at as u32, start: at as u32, end: end as u32, form: Form::Plain });
        }
        piece.feeds += u64::from(end < bytes.len());
        at = (end + 1).min(bytes.len());
    }
    piece.end = at;
}
