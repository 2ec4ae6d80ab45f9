//! Bytes of an authority file → text, and offsets → line and column.

use crate::message;
use crate::source::error::Error;

/// The text of a file, without a byte order mark.
pub(super) fn text<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, Error> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        let (line, column) = of(good, good.len());
        Error::at(file, line, column, message!("authority-not-utf-8"))
    })?;
    if text.trim().is_empty() {
        return Err(Error::whole(file, message!("authority-empty")));
    }
    Ok(text)
}

/// Line and column of a byte offset, 1-based, the column in characters.
pub(super) fn of(text: &str, offset: usize) -> (u64, u64) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let start = before.rfind('\n').map_or(0, |feed| feed + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line as u64, before[start..].chars().count() as u64 + 1)
}

/// Line and column of the place where a JSON reader stopped (1-based line, column in bytes).
pub(super) fn of_json(text: &str, error: &serde_json::Error) -> (u64, u64) {
    let start = match error.line() {
        0 | 1 => 0,
        line => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(feed, _)| feed + 1),
    };
    of(text, start + error.column().saturating_sub(1))
}

/// Line and column of the first `"key": "value"`, or of the first `"value"`, or of the start.
pub(super) fn of_value(text: &str, key: &str, value: &str) -> (u64, u64) {
    let quoted = serde_json::to_string(value).unwrap_or_default();
    let key = format!("\"{key}\"");
    let after_key = text.match_indices(&key).find_map(|(at, _)| {
        let rest = &text[at + key.len()..];
        let value = rest.trim_start_matches([' ', '\t', '\r', '\n', ':']);
        value.starts_with(&quoted).then(|| text.len() - value.len())
    });
    of(text, after_key.or_else(|| text.find(&quoted)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "한국\n서울대 x";
        assert_eq!(of(text, text.find('x').unwrap()), (2, 5));
        assert_eq!(of(text, 0), (1, 1));
        assert_eq!(of_value("{\"a\": \"b\",\n \"parent\" : \"b\"}", "parent", "b"), (2, 13));
    }

    #[test]
    fn what_is_no_utf_8_has_a_place() {
        let error = super::text("a.txt", b"label\n\xEA\xB0\x80\xFF").unwrap_err();
        assert_eq!((error.line, error.column), (Some(2), Some(2)));
        assert!(super::text("a.txt", b"\xEF\xBB\xBF \n").is_err());
    }
}
