//! The corpus: three tables, compact both ways.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::corpus::date::Date;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::text::{Arena, TextSpan};
use crate::corpus::work::{Detail, ListId, RowLocation, SourceStatement, Work, WorkId};

/// An input that works were read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputMetadata {
    /// Name as the user gave it, without its folders (`-` is standard input).
    pub name: String,
    /// What the data are called in a source line ("Epoch AI, Notable AI Models (CC BY 4.0)"); empty
    /// when not known.
    pub citation: String,
    /// The day of the table, when it is known (never the day of an article about it).
    pub as_of: Option<Date>,
    /// Postal addresses that stand for institutions, and all entries of institutions, where the input has some.
    pub addresses: Option<(u64, u64)>,
    /// Rows that were taken together, and the works that they became, where rows of the input are participations.
    pub grouped: Option<(u64, u64)>,
    /// Whether the input states ties without any weight, so that each counts 1.
    pub is_unweighted: bool,
}

/// A tie that an input states by itself, without the works behind it (a row of an edge list).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExplicitTie {
    /// The end with the smaller id.
    pub a: InstitutionId,
    /// The other end; never the same as `a`.
    pub b: InstitutionId,
    /// Its weight, above zero; rows of one pair are added up.
    pub weight: f64,
}

/// Works, institutions, and the affiliations between them. Made by
/// [`CorpusBuilder`](crate::corpus::builder::CorpusBuilder); never changes.
///
/// Works are columns of 32- and 64-bit values over one text arena; affiliations are compressed rows in
/// both directions. Ids are dense: `0..works_len()` and `0..institutions_len()`.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    pub(crate) arena: Arc<Arena>,
    pub(crate) lists: Arc<Vec<Box<[Box<str>]>>>,
    pub(crate) inputs: Arc<Vec<InputMetadata>>,
    pub(crate) names: Vec<TextSpan>,
    pub(crate) dates: Vec<Option<Date>>,
    pub(crate) sources: Vec<RowLocation>,
    /// Empty when no work has details, else one for each work.
    pub(crate) details: Vec<Detail>,
    /// Works whose name makes the same identifier as an earlier one: 2 for the second, and so on.
    pub(crate) ordinals: BTreeMap<WorkId, u32>,
    /// Other names of works.
    pub(crate) aliases: BTreeMap<WorkId, Vec<String>>,
    pub(crate) statements: BTreeMap<WorkId, Vec<SourceStatement>>,
    /// Rows of works that stand in several, without the first.
    pub(crate) more_sources: BTreeMap<WorkId, Vec<RowLocation>>,
    pub(crate) institutions: Vec<Institution>,
    pub(crate) work_offsets: Vec<u32>,
    pub(crate) work_institutions: Vec<InstitutionId>,
    pub(crate) institution_offsets: Vec<u32>,
    pub(crate) institution_works: Vec<WorkId>,
    pub(crate) explicit_ties: Vec<ExplicitTie>,
}

impl Corpus {
    /// The institutions of this corpus with ties that are only stated; its works are left out. The ties come in order
    /// of their ends, each pair once, the smaller end first.
    #[must_use]
    pub(crate) fn with_explicit_ties_only(self, explicit_ties: Vec<ExplicitTie>) -> Self {
        let institution_offsets = vec![0; self.institutions.len() + 1];
        let (institutions, inputs) = (self.institutions, self.inputs);
        Self { institutions, inputs, institution_offsets, explicit_ties, work_offsets: vec![0], ..Self::default() }
    }

    /// This corpus with other stated ties. They come in order of their ends, each pair once, the smaller end first.
    #[must_use]
    pub(crate) fn with_explicit_ties(self, explicit_ties: Vec<ExplicitTie>) -> Self {
        Self { explicit_ties, ..self }
    }

    /// Number of works.
    #[must_use]
    pub fn work_count(&self) -> usize {
        self.names.len()
    }

    /// Whether these works are models: only tables of models tell why a work is listed, or how it can be had.
    #[must_use]
    pub fn is_of_models(&self) -> bool {
        let is_model = |id| {
            let work = self.work(id);
            !work.criteria.is_empty() || !work.accessibility.is_empty()
        };
        self.work_ids().any(is_model)
    }

    /// Number of institutions.
    #[must_use]
    pub fn institution_count(&self) -> usize {
        self.institutions.len()
    }

    /// Number of affiliations: pairs of a work and an institution behind it.
    #[must_use]
    pub fn affiliation_count(&self) -> usize {
        self.work_institutions.len()
    }

    /// The ids of all works, in canonical order.
    pub fn work_ids(&self) -> impl ExactSizeIterator<Item = WorkId> + use<> {
        (0..self.work_count() as u32).map(WorkId)
    }

    /// The ids of all institutions, in canonical order.
    pub fn institution_ids(&self) -> impl ExactSizeIterator<Item = InstitutionId> + use<> {
        (0..self.institution_count() as u32).map(InstitutionId)
    }

    /// An institution. Panics when the id is of another, larger corpus.
    #[must_use]
    pub fn institution(&self, id: InstitutionId) -> &Institution {
        &self.institutions[id.index()]
    }

    /// The institution with this [`Institution::id`]. O(log institutions).
    #[must_use]
    pub fn institution_by_key(&self, key: &str) -> Option<InstitutionId> {
        let found = self.institutions.binary_search_by(|institution| institution.id.as_str().cmp(key)).ok()?;
        Some(InstitutionId(found as u32))
    }

    /// A work with its texts. Panics when the id is of another, larger corpus.
    #[must_use]
    pub fn work(&self, id: WorkId) -> Work<'_> {
        let detail = self.details.get(id.index()).copied().unwrap_or_default();
        Work {
            id,
            name: self.work_name(id),
            date: self.date(id),
            title: self.arena.get(detail.title),
            authors: self.arena.get(detail.authors),
            links: self.arena.get(detail.links).lines().filter(|line| !line.is_empty()).collect(),
            accessibility: self.arena.get(detail.accessibility),
            criteria: self.list(detail.criteria),
            domains: self.list(detail.domains),
            citations: detail.citations.map(|count| (count, detail.citations_as_of)),
            source: self.sources[id.index()],
        }
    }

    /// Name of a work.
    #[must_use]
    pub fn work_name(&self, id: WorkId) -> &str {
        self.arena.get(self.names[id.index()])
    }

    /// Publication date of a work.
    #[must_use]
    pub fn date(&self, id: WorkId) -> Option<Date> {
        self.dates[id.index()]
    }

    /// Stable identifier of a work: its name in lower-case letters, digits and hyphens; the second work of
    /// one identifier ends in `--2`, and so on in canonical order. Two hyphens, for no name makes them: the
    /// second "GPT" must not be taken for "GPT-2".
    #[must_use]
    pub fn work_key(&self, id: WorkId) -> String {
        let slug = crate::corpus::naming::slug(self.work_name(id));
        match self.ordinals.get(&id) {
            Some(ordinal) => format!("{slug}--{ordinal}"),
            None => slug,
        }
    }

    /// Other names by which a work may be asked for.
    #[must_use]
    pub fn work_aliases(&self, id: WorkId) -> &[String] {
        self.aliases.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Every row that tells of a work, the first first.
    pub fn sources_of(&self, id: WorkId) -> impl Iterator<Item = RowLocation> + '_ {
        let more = self.more_sources.get(&id).map_or(&[][..], Vec::as_slice);
        self.sources.get(id.index()).into_iter().chain(more).copied()
    }

    /// What others say about a work.
    #[must_use]
    pub fn statements(&self, id: WorkId) -> &[SourceStatement] {
        self.statements.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The institutions behind a work, in the order in which the work lists them.
    #[must_use]
    pub fn institutions_of(&self, id: WorkId) -> &[InstitutionId] {
        &self.work_institutions[range(&self.work_offsets, id.index())]
    }

    /// The works of an institution, in canonical order.
    #[must_use]
    pub fn works_of(&self, id: InstitutionId) -> &[WorkId] {
        &self.institution_works[range(&self.institution_offsets, id.index())]
    }

    /// Ties that an input states without works, sorted by their ends, one a pair.
    #[must_use]
    pub fn explicit_ties(&self) -> &[ExplicitTie] {
        &self.explicit_ties
    }

    /// The inputs that works were read from.
    #[must_use]
    pub fn inputs(&self) -> &[InputMetadata] {
        &self.inputs
    }

    /// First and last publication date.
    #[must_use]
    pub fn period(&self) -> Option<(Date, Date)> {
        let dates = || self.dates.iter().flatten().copied();
        Some((dates().min()?, dates().max()?))
    }

    pub(crate) fn list(&self, id: ListId) -> &[Box<str>] {
        self.lists.get(id.0 as usize).map_or(&[], |list| list)
    }
}

fn range(offsets: &[u32], index: usize) -> std::ops::Range<usize> {
    offsets[index] as usize..offsets[index + 1] as usize
}
