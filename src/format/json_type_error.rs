//! JSON type errors: the messages of the JSON parser on unexpected values, as messages of the catalogue.

use crate::message;
use crate::messages::Message;

/// The parser's message in the catalogue's words; what is not known stays as it is. O(length).
pub(crate) fn describe(what: &str) -> Message {
    known(what).unwrap_or_else(|| message!("format-json-other", text = what))
}

fn known(what: &str) -> Option<Message> {
    match what {
        "expected value" => return Some(message!("format-no-json-value-begins")),
        "expected `:`" => return Some(message!("format-missing-colon")),
        "expected `,` or `}`" => return Some(message!("format-missing-comma-or-brace")),
        "expected `,` or `]`" => return Some(message!("format-missing-comma-or-bracket")),
        "key must be a string" => return Some(message!("format-key-must-stand-double")),
        "trailing comma" => return Some(message!("format-comma-stands-before-end")),
        "data did not match any variant of untagged enum Id" => {
            return Some(message!("format-id-must-whole-number"));
        }
        "unexpected end of hex escape" | "lone leading surrogate in hex escape" | "invalid unicode code point" => {
            return Some(message!("format-u-escape-names-no"));
        }
        "trailing characters" => {
            return Some(message!("format-more-stands-after-end"));
        }
        _ => {}
    }
    if let Some(field) = what.strip_prefix("missing field ") {
        let field = quoted(field);
        return Some(message!("format-missing-before-here", field = field));
    }
    if let Some(field) = what.strip_prefix("duplicate field ") {
        let field = quoted(field);
        return Some(message!("format-field-occurs-twice", field = field));
    }
    if let Some(word) = what.strip_suffix(" is no date; write 2024, 2024-12 or 2024-12-09") {
        return Some(message!("format-json-no-date", word = word));
    }
    if let Some(word) = what.strip_suffix(" is no country; write a code (KR) or a name") {
        return Some(message!("format-json-no-country", word = word));
    }
    let (found, wanted) = what.split_once(", expected ")?;
    if let Some(word) = found.strip_prefix("unknown field ").or_else(|| found.strip_prefix("unknown variant ")) {
        let (word, wanted) = (quoted(word), quoted(wanted));
        return Some(message!("format-no-meaning-here-expected", word = word, wanted = wanted));
    }
    let found = found.strip_prefix("invalid type: ").or_else(|| found.strip_prefix("invalid value: "));
    let found = match found {
        Some(found) => value(found),
        None => message!("format-list"),
    };
    Some(message!("format-stands-here-expected", found = found, wanted = kind(wanted)))
}

/// Words between back ticks, in double quotes.
fn quoted(text: &str) -> String {
    text.replace('`', "\"")
}

/// A value that was found, as the reader describes it.
fn value(found: &str) -> Message {
    match found {
        "map" => return message!("format-object-2"),
        "sequence" => return message!("format-list"),
        "null" | "unit value" => return message!("format-json-other", text = "null"),
        _ => {}
    }
    let plain = ["string ", "integer ", "floating point ", "boolean "]
        .iter()
        .find_map(|kind| found.strip_prefix(kind))
        .unwrap_or(found)
        .trim_matches('`');
    message!("format-json-other", text = plain)
}

/// A kind of value, by the reader's word for it.
fn kind(wanted: &str) -> Message {
    match wanted {
        "a sequence" => message!("format-list"),
        "a map" => message!("format-object-2"),
        "a string" | "a borrowed string" | "a character" => message!("format-text-quotes-2"),
        "a boolean" => message!("format-true-false"),
        "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" => {
            message!("format-whole-number-without-quotes-2")
        }
        "f32" | "f64" => message!("format-number-without-quotes"),
        _ if wanted.starts_with("struct ") => message!("format-object-2"),
        _ => message!("format-json-other", text = quoted(wanted)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Localizer;

    #[test]
    fn the_readers_words_become_plain() {
        for (what, plain) in [
            ("missing field `claims`", "\"claims\" is missing before here"),
            ("invalid type: string \"all\", expected a sequence", "\"all\" stands here; expected a list"),
            ("invalid value: integer `-1`, expected u64", "-1 stands here; expected a whole number without quotes"),
            (
                "unknown field `verdikt`, expected one of `id`, `text`",
                "\"verdikt\" has no meaning here; expected one of \"id\", \"text\"",
            ),
            ("invalid type: map, expected a string", "an object stands here; expected a text in quotes"),
            ("key must be a string", "a key must stand in double quotes"),
            ("something else", "something else"),
        ] {
            assert_eq!(Localizer::in_both(&describe(what)).0, plain);
        }
        assert_eq!(
            Localizer::in_both(&describe("invalid type: null, expected f64")).1,
            "null이 있다. 따옴표 없는 수가 와야 한다"
        );
    }
}
