//! Works that several rows, or several inputs, describe together, before they are complete.

use crate::corpus::date::Date;
use crate::corpus::hashing::FastMap;
use crate::corpus::work::{RowLocation, SourceStatement};
use crate::ingest::location::{RecordLocation, SourceLocation};
use crate::ingest::record::{Evidence, Namesakes, Standing};
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
    pub(crate) author_ids: String,
    pub(crate) are_authors_split: bool,
    pub(crate) is_ordered: bool,
    /// Numbers of the countries that its rows name.
    pub(crate) countries: Vec<u32>,
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
    /// See [`Record::ids`](crate::ingest::record::Record::ids).
    pub(crate) ids: Vec<String>,
    /// How exactly the institutions are known.
    pub(crate) evidence: Evidence,
    pub(crate) standing: Standing,
}

/// Works of one kind that is no regular one: how many, and where the first stands.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Standings {
    pub(crate) count: usize,
    pub(crate) first: SourceLocation,
}

/// Works that wait until all inputs are read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    pub(crate) drafts: Vec<Draft>,
    by_doi: FastMap<String, usize>,
    by_id: FastMap<String, usize>,
}

impl Held {
    /// The work that a draft tells of, too. Within an input of a table it was decided before which rows are one work;
    /// identifiers of databases hold everywhere. Works of different DOIs are two.
    pub(crate) fn same(&self, draft: &Draft) -> Option<usize> {
        let input = draft.source().input;
        let is_other = |one: &Draft| one.sources.iter().all(|source| source.input != input);
        let may_be = |at: &usize| {
            self.drafts.get(*at).is_some_and(|one| one.doi.is_empty() || draft.doi.is_empty() || one.doi == draft.doi)
        };
        let by_id = draft.ids.iter().find_map(|id| self.by_id.get(id).copied().filter(may_be));
        by_id.or_else(|| {
            let same = self.by_doi.get(&draft.doi).copied().filter(|_| !draft.doi.is_empty());
            same.filter(|&at| self.drafts.get(at).is_some_and(is_other))
        })
    }

    /// Remembers by what the work at a place is known.
    pub(crate) fn register(&mut self, at: usize, (doi, ids): (&str, &[String])) {
        if !doi.is_empty() {
            self.by_doi.entry(doi.to_owned()).or_insert(at);
        }
        for id in ids {
            self.by_id.entry(id.clone()).or_insert(at);
        }
    }
}

impl Draft {
    pub(crate) fn source(&self) -> RowLocation {
        self.sources.first().copied().unwrap_or_default()
    }

    /// Whether it is the record of a publication.
    pub(crate) fn is_published(&self) -> bool {
        !self.ids.is_empty() || self.evidence != Evidence::Unknown || !self.doi.is_empty()
    }

    /// The row on which it was read first.
    pub(crate) fn spot(&self) -> RecordLocation<'static> {
        let RowLocation { input, line } = self.source();
        RecordLocation { input, text: "", anchor: Anchor::of_line(0, u64::from(line)), index: None }
    }
}
