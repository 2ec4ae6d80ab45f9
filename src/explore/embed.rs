//! Data embedded in a page: JSON that cannot end its script element, and hashes for the Content-Security-Policy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;

use crate::render::visible::is_bidi_control;

/// JSON for a `<script type="application/json">`: `<`, `>`, `&`, U+2028 and U+2029 (line terminators in old JavaScript)
/// are escaped, so that no text of the data can end the element or open a comment. Parses to the same value, but for controls of
/// the bidirectional algorithm, which the page shows as `\u{202e}`: no name reorders what stands beside it. O(bytes).
#[must_use]
pub fn json(value: &Value) -> String {
    let plain = value.to_string();
    let mut safe = String::with_capacity(plain.len() + plain.len() / 16);
    for ch in plain.chars() {
        match ch {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            // JSON has it in a string only: the backslash is one of the text.
            other if is_bidi_control(other) => _ = write!(safe, "\\\\u{{{:x}}}", u32::from(other)),
            other => safe.push(other),
        }
    }
    safe
}

/// Content-Security-Policy hash of an inline script or style: `'sha256-…'` of exactly the text between the tags.
#[must_use]
pub fn policy_hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn no_text_of_the_data_ends_the_element() {
        let value = serde_json::json!({ "name": "</script><!-- & \u{2028}\u{2029} \"'" });
        let written = json(&value);
        assert!(!written.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{written}");
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), value);
    }

    #[test]
    fn controls_of_direction_are_shown() {
        let written = json(&serde_json::json!({ "a\u{2066}": "b\u{202e}c" }));
        assert_eq!(written, "{\"a\\\\u{2066}\":\"b\\\\u{202e}c\"}");
        let read: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read["a\\u{2066}"], "b\\u{202e}c");
    }

    #[test]
    fn the_hash_is_that_of_the_standard() {
        // `printf "" | openssl dgst -sha256 -binary | base64`
        assert_eq!(policy_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
