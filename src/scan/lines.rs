//! Lines of JSON, as spans.

use crate::ingest::delimited::Continuation;
use crate::ingest::delimited::Form;
use crate::scan::chunk::{Chunk, RowSpan, Stop};

/// Reads the lines that start in `piece.start..piece.limit`. O(bytes).
pub(crate) fn scan(bytes: &[u8], piece: &mut Chunk, tail: Continuation) {
    let mut at = piece.start;
    piece.stop = Stop::Limit;
    while at < piece.limit.min(bytes.len()) {
        let end = match memchr::memchr(b'\n', &bytes[at..]) {
            Some(length) => at + length,
            None if tail == Continuation::Open => {
                piece.stop = Stop::Open;
                break;
            }
            None => bytes.len(),
        };
        if !bytes[at..end].trim_ascii().is_empty() {
            piece.rows += 1;
            piece.spans.push(RowSpan { row: at as u32, start: at as u32, end: end as u32, form: Form::Plain });
        }
        piece.line_feeds += u64::from(end < bytes.len());
        at = (end + 1).min(bytes.len());
    }
    piece.end = at;
}
