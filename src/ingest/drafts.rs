//! Works that several rows, or several inputs, describe together, before they are complete.

use crate::corpus::date::Date;
use crate::corpus::hashing::FastMap;
use crate::corpus::work::{RowLocation, SourceStatement};
use crate::ingest::location::{RecordLocation, SourceLocation};
use crate::ingest::record::Namesakes;
use crate::source::position::Anchor;

/// A work whose names are resolved, with what its rows say so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub(crate) name: String,
    /// Where its rows stand, the first first.
    pub(crate) sources: Vec<RowLocation>,
    /// The cell of institutions of its first row, or that row.
    pub(crate) place: SourceLocation,
    pub(crate) entities: Vec<u32>,
    /// Whether the institutions are known by their names alone.
    pub(crate) is_of_names: bool,
    pub(crate) date: Option<Date>,
    pub(crate) title: String,
    pub(crate) authors: Vec<String>,
    pub(crate) links: Vec<String>,
    pub(crate) accessibility: String,
    pub(crate) criteria: Vec<String>,
    pub(crate) domains: Vec<String>,
    pub(crate) citations: Option<u32>,
    pub(crate) citations_as_of: Option<Date>,
    pub(crate) aliases: Vec<String>,
    pub(crate) statements: Vec<SourceStatement>,
    pub(crate) namesakes: Namesakes,
    pub(crate) doi: String,
}

/// Works that wait until all inputs are read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    pub(crate) drafts: Vec<Draft>,
    pub(crate) by_doi: FastMap<String, usize>,
}

impl Draft {
    pub(crate) fn source(&self) -> RowLocation {
        self.sources.first().copied().unwrap_or_default()
    }

    /// The row on which it was read first.
    pub(crate) fn spot(&self) -> RecordLocation<'static> {
        let RowLocation { input, line } = self.source();
        RecordLocation { input, text: "", anchor: Anchor::of_line(0, u64::from(line)), index: None }
    }
}
