//! Works that several rows, or several inputs, describe together, before they are complete.

use crate::corpus::date::Date;
use crate::corpus::hashing::FastMap;
use crate::corpus::work::{RowLocation, SourceStatement};
use crate::ingest::location::{RecordLocation, SourceLocation};
use crate::ingest::record::{Evidence, Namesakes, Standing};
use crate::source::position::Anchor;
use std::collections::BTreeMap;

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
    /// Records of each input that share a DOI with another work of it.
    pub(crate) parts: BTreeMap<u16, Standings>,
}

/// What identifiers that are DOIs begin with.
const DOI: &str = "doi:";
/// Bytes of a word that tells titles apart.
const TELLING: usize = 4;

/// Whether two titles are those of two works: fewer than half of the longer words of the shorter one stand in the other.
/// O(words²).
fn are_other_titles(one: &str, other: &str) -> bool {
    let words = |title: &str| -> Vec<String> {
        let words = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() >= TELLING);
        words.map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    !short.is_empty() && shared * 2 < short.len()
}

impl Held {
    /// The work that a draft tells of, too. Within an input of a table it was decided before which rows are one work;
    /// identifiers of databases hold everywhere. Works of different DOIs are two, and so are records of one input that
    /// share a DOI and no words of their titles: chapters under the DOI of their book, reviews under that of their page.
    pub(crate) fn same(&mut self, draft: &Draft) -> Option<usize> {
        let input = draft.source().input;
        let is_other = |one: &Draft| one.sources.iter().all(|source| source.input != input);
        let may_be = |at: &usize| {
            self.drafts.get(*at).is_some_and(|one| one.doi.is_empty() || draft.doi.is_empty() || one.doi == draft.doi)
        };
        let is_part = |id: &str, at: &usize| {
            let one = self.drafts.get(*at).filter(|one| id.starts_with(DOI) && !is_other(one));
            one.is_some_and(|one| are_other_titles(&one.name, &draft.name))
        };
        let mut parts = false;
        let by_id = draft.ids.iter().find_map(|id| {
            let at = self.by_id.get(id).copied().filter(may_be)?;
            let part = is_part(id, &at);
            parts |= part;
            (!part).then_some(at)
        });
        if parts && by_id.is_none() {
            let told = self.parts.entry(input).or_default();
            told.count += 1;
            if told.count == 1 {
                told.first = draft.spot().row();
            }
        }
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
