//! JSON with places: values keep their slice of the text, so that every error has a line and a column
//! in characters.

use crate::corpus::hashing::FastSet;
use crate::format::json_type_error;
use crate::message;
use crate::messages::Message;
use crate::source::error::Error;
use crate::source::position::{locate, offset_in};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// Keys of an object that are compared with each other one by one.
const FEW: usize = 32;

/// The entries of an object in their order, values unread. Where keys are `UNIQUE`, one that stands twice is an error.
#[derive(Clone, Debug, Default)]
pub(crate) struct Object<'a, const UNIQUE: bool>(pub(crate) Vec<(Cow<'a, str>, &'a RawValue)>);

/// The entries of an object of a format that is read.
pub(crate) type Entries<'a> = Object<'a, true>;

/// The entries of an object of any program.
pub(crate) type Fields<'a> = Object<'a, false>;

impl<'de: 'a, 'a, const UNIQUE: bool> Deserialize<'de> for Object<'a, UNIQUE> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect<const UNIQUE: bool>;
        impl<'de, const UNIQUE: bool> Visitor<'de> for Collect<UNIQUE> {
            type Value = Object<'de, UNIQUE>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let (mut entries, mut seen) = (Vec::new(), FastSet::default());
                while let Some((key, value)) = map.next_entry::<Key<'de>, &'de RawValue>()? {
                    if UNIQUE && is_repeated(&entries, &mut seen, &key) {
                        return Err(serde::de::Error::custom(format_args!("duplicate field `{}`", key.0)));
                    }
                    entries.push((key.0, value));
                }
                Ok(Object(entries))
            }
        }
        deserializer.deserialize_map(Collect::<UNIQUE>)
    }
}

/// Whether a key stands among the entries. The first [`FEW`] are compared one by one, more are hashed in `seen`: O(1).
fn is_repeated<'a>(entries: &[(Cow<'a, str>, &RawValue)], seen: &mut FastSet<Cow<'a, str>>, key: &Key<'a>) -> bool {
    if entries.len() < FEW {
        return entries.iter().any(|(other, _)| *other == key.0);
    }
    if seen.is_empty() {
        seen.extend(entries.iter().map(|(key, _)| key.clone()));
    }
    !seen.insert(key.0.clone())
}

/// A text that stays where it is unless it has escapes. (Serde copies what stands in an `Option<Cow<str>>`.)
#[derive(Debug, Deserialize)]
pub(crate) struct Str<'a>(#[serde(borrow)] Cow<'a, str>);

impl std::ops::Deref for Str<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// A text, borrowed unless it has escapes.
#[derive(Deserialize)]
pub(crate) struct Key<'a>(#[serde(borrow)] pub(crate) Cow<'a, str>);

/// A JSON text with the name of its input.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'t> {
    pub(crate) name: &'t str,
    pub(crate) text: &'t str,
}

impl<'t> Text<'t> {
    /// Reads a value from `part`, a slice of the text.
    pub(crate) fn read<T: Deserialize<'t>>(&self, part: &'t str) -> Result<T, Error> {
        serde_json::from_str(part).map_err(|error| self.error(part, &error))
    }

    /// Reads a value. The error of a wrong type names the value, what stands there, and what was expected.
    pub(crate) fn shaped<T: Deserialize<'t>>(
        &self,
        part: &'t str,
        of: impl FnOnce() -> Message,
        expected: fn() -> Message,
    ) -> Result<T, Error> {
        serde_json::from_str(part).map_err(|error| {
            if error.is_data() { self.misshapen(part, of(), expected()) } else { self.error(part, &error) }
        })
    }

    fn misshapen(&self, part: &str, of: Message, expected: Message) -> Error {
        let position = locate(self.text, self.offset(part));
        let line = part.split_whitespace().collect::<Vec<_>>().join(" ");
        let cut: String = line.chars().take(40).collect();
        let shown = if cut.len() < line.len() { format!("{cut}…") } else { cut };
        Error::at(
            self.name,
            position.line,
            position.column,
            message!("format-here-expected-mend-file", of = of, shown = shown, expected = expected),
        )
    }

    /// The byte at which `part` starts.
    pub(crate) fn offset(&self, part: &str) -> usize {
        offset_in(self.text, part).unwrap_or(0)
    }

    /// An error of the JSON reader, in a slice of the text.
    fn error(&self, part: &str, error: &serde_json::Error) -> Error {
        let within = if error.is_eof() { part.trim_end().len() } else { offset_of(part, error.line(), error.column()) };
        // A single value of the wrong kind is shown where it starts, not where it ends.
        let is_single = error.is_data() && !part.trim_start().starts_with(['{', '[']);
        let within = if is_single { 0 } else { within };
        let offset = self.offset(part) + within;
        let position = locate(self.text, offset);
        if error.is_eof() {
            return Error::at(self.name, position.line, position.column, message!("format-json-ends-middle-value"));
        }
        let full = error.to_string();
        let problem = json_type_error::describe(full.split(" at line ").next().unwrap_or(&full));
        Error::at(
            self.name,
            position.line,
            position.column,
            message!("format-json-expected-here-mend", problem = problem),
        )
    }
}

/// The byte of a line and column (1-based, bytes) as the JSON reader counts them.
fn offset_of(part: &str, line: usize, column: usize) -> usize {
    let bytes = part.as_bytes();
    let start = if line <= 1 { 0 } else { memchr::memchr_iter(b'\n', bytes).nth(line - 2).map_or(0, |at| at + 1) };
    (start + column.saturating_sub(1)).min(part.len())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn errors_have_a_line_and_a_column_in_characters() {
        let text = "{\"가나\": 1,\n \"나\": \"다라\", x}";
        let json = Text { name: "a.json", text };
        let error = json.read::<Entries<'_>>(text).unwrap_err();
        assert_eq!((error.line, error.column), (Some(2), Some(13)));
        let text = "{\"a\": [1, 2";
        let error = Text { name: "a.json", text }.read::<Entries<'_>>(text).unwrap_err();
        assert!(
            error.text(crate::messages::language::Language::English).contains("cut off"),
            "{}",
            error.text(crate::messages::language::Language::English)
        );
    }
}
