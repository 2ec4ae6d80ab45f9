//! Machine-readable record of an answer: serialised at once, parsed only when it is inspected.
//!
//! A tree of JSON values takes many times the memory of its text, and most records are only written.

use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

use serde::{Serialize, Serializer};
use serde_json::Value;

/// A JSON value stored as text.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Compact JSON; empty once the value was mutably borrowed.
    text: String,
    /// Cache of the parsed text.
    value: OnceLock<Value>,
    /// The value that replaces the text after a mutable borrow.
    changed: Option<Value>,
}

impl Record {
    /// Serialises a record. `null` where serialisation fails, which needs map keys that are no strings; no record has
    /// any.
    #[must_use]
    pub fn of(record: &impl Serialize) -> Self {
        let mut text = serde_json::to_string(record).unwrap_or_default();
        text.shrink_to_fit();
        Self { text, ..Self::default() }
    }

    /// The record with one more member, the last; unchanged where it is no object. Does not parse the text. O(size of the
    /// member).
    #[must_use]
    pub fn with(mut self, key: &str, member: &impl Serialize) -> Self {
        if let Some(changed) = &mut self.changed {
            if let Value::Object(members) = changed {
                members.insert(key.to_owned(), serde_json::to_value(member).unwrap_or_default());
            }
            return self;
        }
        if self.text.ends_with('}') {
            self.text.pop();
            let separator = if self.text.ends_with('{') { "" } else { "," };
            let (key, member) = (or_null(serde_json::to_string(key)), or_null(serde_json::to_string(member)));
            // Exactly: the text may be large, and growing by half would copy it into as much again.
            self.text.reserve_exact(separator.len() + key.len() + member.len() + 2);
            self.text.extend([separator, &key, ":", &member, "}"]);
            self.value = OnceLock::new();
        }
        self
    }

    /// Compact JSON, on one line.
    #[must_use]
    pub fn compact(&self) -> String {
        if self.text.is_empty() { or_null(serde_json::to_string(self)) } else { self.text.clone() }
    }

    /// JSON indented by two spaces.
    #[must_use]
    pub fn pretty(&self) -> String {
        let mut text = String::new();
        self.pretty_chunks(|chunk| text.push_str(chunk));
        text
    }

    /// The indented JSON in chunks, so that the full text need not be in memory.
    pub fn pretty_chunks(&self, mut take: impl FnMut(&str)) {
        if self.text.is_empty() {
            take(&or_null(serde_json::to_string_pretty(self)));
        } else {
            indent(&self.text, &mut take);
        }
    }
}

/// The text, or `null` where serialisation failed.
fn or_null(text: serde_json::Result<String>) -> String {
    text.unwrap_or_else(|_| "null".to_owned())
}

/// Size of a chunk in bytes.
const CHUNK_BYTES: usize = 1 << 16;

/// Indents compact JSON as `serde_json` does, without parsing it to values. O(bytes).
fn indent(text: &str, take: &mut impl FnMut(&str)) {
    let mut out = String::with_capacity(2 * CHUNK_BYTES);
    let (mut depth, mut in_text, mut is_escaped) = (0usize, false, false);
    let mut chars = text.chars().peekable();
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        (0..depth).for_each(|_| out.push_str("  "));
    };
    while let Some(ch) = chars.next() {
        if out.len() > CHUNK_BYTES {
            take(&out);
            out.clear();
        }
        if in_text {
            out.push(ch);
            in_text = is_escaped || ch != '"';
            is_escaped = !is_escaped && ch == '\\';
            continue;
        }
        match ch {
            '{' | '[' => {
                out.push(ch);
                match chars.next_if(|next| matches!(next, '}' | ']')) {
                    Some(end) => out.push(end),
                    None => {
                        depth += 1;
                        line(&mut out, depth);
                    }
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(ch);
            }
            ',' => {
                out.push(ch);
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            _ => {
                in_text = ch == '"';
                out.push(ch);
            }
        }
    }
    take(&out);
}

impl Deref for Record {
    type Target = Value;

    fn deref(&self) -> &Value {
        let read = || serde_json::from_str(&self.text).unwrap_or_default();
        self.changed.as_ref().unwrap_or_else(|| self.value.get_or_init(read))
    }
}

impl DerefMut for Record {
    fn deref_mut(&mut self) -> &mut Value {
        let text = std::mem::take(&mut self.text);
        let value = self.value.take();
        self.changed.get_or_insert_with(|| value.or_else(|| serde_json::from_str(&text).ok()).unwrap_or_default())
    }
}

impl From<Value> for Record {
    fn from(value: Value) -> Self {
        Self { changed: Some(value), ..Self::default() }
    }
}

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl std::fmt::Display for Record {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&if out.alternate() { self.pretty() } else { self.compact() })
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn a_record_is_written_as_its_value_would_be() {
        for value in [
            json!(null),
            json!({}),
            json!([]),
            json!({ "a": [], "b": {}, "c": [1, -2.5, "x"], "d": { "e": [[{}, []], null, true] } }),
            json!("a \"quoted\" text: {1, [2]} \\ and \\\" \n한국"),
            json!([{ "k\\\"{": "\\" }, "\\\\", 0.1]),
        ] {
            let record = Record::of(&value);
            assert_eq!(record.pretty(), serde_json::to_string_pretty(&value).unwrap());
            assert_eq!(record.compact(), value.to_string());
            assert_eq!(*record, value);
        }
    }

    #[test]
    fn a_record_that_was_changed_is_written_as_changed() {
        let mut record = Record::of(&json!({ "a": 1 }));
        record["b"] = json!(2);
        assert_eq!(record.compact(), "{\"a\":1,\"b\":2}");
        assert_eq!(Record::from(json!([1])).pretty(), "[\n  1\n]");
        let with = |value: Value| Record::of(&value).with("c", &[1]).compact();
        assert_eq!(with(json!({ "a": 1 })), "{\"a\":1,\"c\":[1]}");
        assert_eq!(with(json!({})), "{\"c\":[1]}");
        assert_eq!(with(json!([{}])), "[{}]");
        assert_eq!(record.with("c", &[1]).compact(), "{\"a\":1,\"b\":2,\"c\":[1]}");
        assert_eq!(Record::default().compact(), "null");
    }
}
