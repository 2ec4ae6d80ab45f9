//! The Research Organization Registry: a dump, or any part of one, in schema 1 and 2, mixed or not.
//!
//! <https://ror.readme.io/docs/data-dump>; data CC0 1.0.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use crate::format::json::Text;
use crate::source::error::Error;
use crate::source::input::Input;

/// One organisation with its names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RorRecord {
    /// Its id as an address.
    pub id: String,
    /// The names by which it is displayed and labelled, the display name first.
    pub labels: Vec<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Abbreviations, which others may share.
    pub acronyms: Vec<String>,
    /// Whether the record still stands.
    pub status: Status,
}

/// Whether a record still stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// It stands.
    #[default]
    Active,
    /// Inactive or withdrawn.
    Gone,
}

#[derive(Deserialize)]
#[serde(expecting = "a record with \"id\" and names")]
struct Raw {
    id: String,
    status: Option<String>,
    #[serde(default)]
    names: Vec<NameV2>,
    name: Option<String>,
    #[serde(default)]
    labels: Vec<LabelV1>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    acronyms: Vec<String>,
}

#[derive(Deserialize)]
struct NameV2 {
    value: String,
    #[serde(default)]
    types: Vec<String>,
    #[serde(rename = "lang", default)]
    _lang: IgnoredAny,
}

#[derive(Deserialize)]
struct LabelV1 {
    label: String,
}

/// Reads a JSON array of records (gzip is unpacked), or a single record.
///
/// # Errors
/// No such file, no JSON, or a record without id or of another shape: with line and column.
pub fn read(input: &Input) -> Result<Vec<RorRecord>, Error> {
    let (name, text) = (input.name(), input.text()?);
    parse(&name, &text)
}

/// Reads records from a text.
///
/// # Errors
/// As [`read`].
pub fn parse(name: &str, text: &str) -> Result<Vec<RorRecord>, Error> {
    let json = Text { name, text };
    if text.trim_start().starts_with('{') {
        return Ok(vec![record(json.read(text)?)]);
    }
    let raws: Vec<&RawValue> = json.read(text)?;
    raws.into_iter().map(|raw| json.read(raw.get()).map(record)).collect()
}

fn record(raw: Raw) -> RorRecord {
    let status = raw.status.as_deref().is_none_or(|status| status.eq_ignore_ascii_case("active"));
    let mut record = RorRecord {
        id: raw.id,
        labels: raw.name.into_iter().chain(raw.labels.into_iter().map(|label| label.label)).collect(),
        aliases: raw.aliases,
        acronyms: raw.acronyms,
        status: if status { Status::Active } else { Status::Gone },
    };
    for name in raw.names {
        let is = |kind: &str| name.types.iter().any(|one| one == kind);
        if is("ror_display") {
            record.labels.insert(0, name.value);
        } else if is("label") {
            record.labels.push(name.value);
        } else if is("acronym") {
            record.acronyms.push(name.value);
        } else {
            record.aliases.push(name.value);
        }
    }
    record
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn both_schemas_are_read() {
        let read = parse(
            "r.json",
            r#"[{"id": "https://ror.org/1", "status": "withdrawn", "name": "A (B)", "labels": [{"label": "가", "iso639": "ko"}],
               "aliases": ["AA"], "acronyms": ["X"]},
              {"id": "https://ror.org/2", "names": [{"value": "Y", "types": ["acronym"], "lang": null},
               {"value": "나", "types": ["label"]}, {"value": "B", "types": ["ror_display", "label"]}]}]"#,
        )
        .unwrap();
        assert_eq!((&read[0].labels[..], read[0].status), (&["A (B)".to_owned(), "가".to_owned()][..], Status::Gone));
        assert_eq!(
            (read[0].aliases.as_slice(), read[0].acronyms.as_slice()),
            (&["AA".to_owned()][..], &["X".to_owned()][..])
        );
        assert_eq!((&read[1].labels[..], read[1].status), (&["B".to_owned(), "나".to_owned()][..], Status::Active));
        assert_eq!(parse("r.json", "[\n{\"names\": []}]").unwrap_err().place().split(':').nth(1), Some("2"));
    }
}
