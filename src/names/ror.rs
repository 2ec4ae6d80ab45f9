//! The Research Organization Registry: a dump, or any part of one, in schema 1 and 2, mixed or not.
//!
//! <https://ror.readme.io/docs/data-dump>; data CC0 1.0.

use crate::names::registry::InstitutionRegistry;
use crate::names::registry::dump::{self, DumpRecord, NameRole};
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

/// Reads a dump, or any part of one.
///
/// # Errors
/// No such file, no JSON, or a record without id or of another shape: with line and column.
pub fn read(input: &Input) -> Result<Vec<RorRecord>, Error> {
    Ok(dump::read(input)?.into_iter().map(record).collect())
}

/// Reads records from a text.
///
/// # Errors
/// As [`read`].
pub fn parse(name: &str, text: &str) -> Result<Vec<RorRecord>, Error> {
    Ok(dump::parse(name, text)?.into_iter().map(record).collect())
}

/// The records of a registry.
#[must_use]
pub fn records(registry: &InstitutionRegistry) -> Vec<RorRecord> {
    let record = |record: u32| {
        let status = if registry.status(record) == "active" { Status::Active } else { Status::Gone };
        let id = format!("https://ror.org/{}", registry.id(record));
        let mut found = RorRecord { id, status, ..RorRecord::default() };
        for (role, _, name) in registry.names(record) {
            let names = match role {
                'd' | 'l' => &mut found.labels,
                'a' => &mut found.aliases,
                _ => &mut found.acronyms,
            };
            names.push(name.to_owned());
        }
        found
    };
    (0..registry.len() as u32).map(record).collect()
}

fn record(dumped: DumpRecord) -> RorRecord {
    let status = if dumped.is_active { Status::Active } else { Status::Gone };
    let mut record = RorRecord { id: format!("https://ror.org/{}", dumped.id), status, ..RorRecord::default() };
    for name in dumped.names {
        match name.role {
            NameRole::Display | NameRole::Label => record.labels.push(name.value),
            NameRole::Alias => record.aliases.push(name.value),
            NameRole::Acronym => record.acronyms.push(name.value),
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
