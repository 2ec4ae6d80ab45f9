//! A file of an export.

/// One file of an export: suffix of its name, and bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    /// Suffix after the file stem: `.gexf`, `_nodes.csv`, `-strength.vec`. A format's only file may have any name.
    pub suffix: String,
    /// Content: text in UTF-8, or Parquet.
    pub bytes: Vec<u8>,
}

impl ExportFile {
    pub(crate) fn new(suffix: &str, text: String) -> Self {
        Self { suffix: suffix.to_owned(), bytes: text.into_bytes() }
    }
}
