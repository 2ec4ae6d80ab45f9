//! The corpus: tables of works, institutions and affiliations.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::corpus::date::Date;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::kind::{ActorKind, WorkKind};
use crate::corpus::place;
use crate::corpus::text::{Arena, TextSpan};
use crate::corpus::work::{Detail, ListId, RowLocation, SourceStatement, Work, WorkId};

/// Metadata of an input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputMetadata {
    /// File name as given by the user, without its directories (`-` is standard input).
    pub name: String,
    /// Whether its places are numbers of rows, not lines: a Parquet file, or JSON whose rows stand on one line.
    pub counts_rows: bool,
    /// Citation for source lines ("Epoch AI, Notable AI Models (CC BY 4.0)"); empty when not known.
    pub citation: String,
    /// Date of the table, when known (never the date of an article about it).
    pub as_of: Option<Date>,
    /// Number of institution entries that are postal addresses, and of all entries, where the input has some.
    pub addresses: Option<(u64, u64)>,
    /// Number of grouped rows and of the works that they became, where rows of the input are participations.
    pub grouped: Option<(u64, u64)>,
    /// Whether the input has explicit ties without weights, so that each counts 1.
    pub is_unweighted: bool,
    /// Kind of the works that the form of the input states, such as a column of models. `Work` and `None`: it states none,
    /// and works that tell why they are listed, or how they can be had, are models.
    pub kind: Option<WorkKind>,
}

impl InputMetadata {
    /// The input as places name it.
    #[must_use]
    pub(crate) fn place_name(&self) -> String {
        if self.counts_rows { format!("{}{}", self.name, place::ROWS) } else { self.name.clone() }
    }
}

/// An explicit tie: one that an input lists without the works behind it (a row of an edge list).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExplicitTie {
    /// The end with the smaller id.
    pub a: InstitutionId,
    /// The other end; never the same as `a`.
    pub b: InstitutionId,
    /// Weight, above zero; weights of one pair are added.
    pub weight: f64,
}

/// A time at which a tie was there, from the first date to the last; `None`: open.
pub type TiePresence = (Option<Date>, Option<Date>);

/// One of the ties that an explicit tie is the sum of, with the times at which the input says that it was there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TiePart {
    pub(crate) tie: ExplicitTie,
    /// Empty: the input tells no time.
    pub(crate) spans: Vec<TiePresence>,
}

impl TiePart {
    /// Whether it was there at some time between two dates.
    pub(crate) fn is_within(&self, since: Option<Date>, until: Option<Date>) -> bool {
        self.spans.iter().any(|(first, last)| {
            let ends_before = last.zip(since).is_some_and(|(last, since)| last.latest() < since.earliest());
            let starts_after = first.zip(until).is_some_and(|(first, until)| first.earliest() > until.latest());
            !ends_before && !starts_after
        })
    }
}

/// The corpus of institutions that a corpus of other actors was made from.
#[derive(Clone, Debug)]
pub(crate) struct Recorded {
    pub(crate) corpus: Arc<Corpus>,
    /// Number of each work there.
    pub(crate) works: Vec<WorkId>,
}

/// What a choice of actors and ties leaves of a corpus.
#[derive(Clone, Debug, Default)]
pub(crate) struct ChosenPart {
    /// Number of actors of each work, with those that are left out.
    pub(crate) actor_counts: Vec<u32>,
    /// The pairs whose ties stay, each sorted, sorted; `None`: all.
    pub(crate) ties: Option<Vec<(InstitutionId, InstitutionId)>>,
}

/// Works, institutions and affiliations. Built by [`CorpusBuilder`](crate::corpus::builder::CorpusBuilder); immutable.
///
/// Works are columns of 32- and 64-bit values over one text arena; affiliations are in CSR form in both directions. Ids
/// are dense: `0..work_count()` and `0..institution_count()`.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    pub(crate) arena: Arc<Arena>,
    pub(crate) lists: Arc<Vec<Box<[Box<str>]>>>,
    pub(crate) inputs: Arc<Vec<InputMetadata>>,
    pub(crate) names: Vec<TextSpan>,
    pub(crate) dates: Vec<Option<Date>>,
    pub(crate) sources: Vec<RowLocation>,
    /// One entry a work; empty when no work has details.
    pub(crate) details: Vec<Detail>,
    /// Works whose slug equals that of an earlier work: 2 for the second, and so on.
    pub(crate) ordinals: BTreeMap<WorkId, u32>,
    /// Other names of works.
    pub(crate) aliases: BTreeMap<WorkId, Vec<String>>,
    pub(crate) statements: BTreeMap<WorkId, Vec<SourceStatement>>,
    /// Further rows of works that occur in several, without the first.
    pub(crate) more_sources: BTreeMap<WorkId, Vec<RowLocation>>,
    pub(crate) institutions: Vec<Institution>,
    pub(crate) work_offsets: Vec<u32>,
    pub(crate) work_institutions: Vec<InstitutionId>,
    pub(crate) institution_offsets: Vec<u32>,
    pub(crate) institution_works: Vec<WorkId>,
    pub(crate) explicit_ties: Vec<ExplicitTie>,
    /// What the explicit ties are the sums of, where the input says when any of them was there; else empty.
    pub(crate) tie_parts: Vec<TiePart>,
    /// What its institutions stand for.
    pub(crate) actors: ActorKind,
    /// The corpus of institutions, where the actors are others.
    pub(crate) recorded: Option<Recorded>,
    /// What was chosen of its actors and ties.
    pub(crate) choice: Option<ChosenPart>,
}

impl Corpus {
    /// This corpus with explicit ties and without works. The ties are sorted by their ends, each pair once, the smaller
    /// end first.
    #[must_use]
    pub(crate) fn with_explicit_ties_only(self, explicit_ties: Vec<ExplicitTie>) -> Self {
        let institution_offsets = vec![0; self.institutions.len() + 1];
        let (institutions, inputs, actors) = (self.institutions, self.inputs, self.actors);
        let work_offsets = vec![0];
        Self { institutions, inputs, actors, institution_offsets, explicit_ties, work_offsets, ..Self::default() }
    }

    /// This corpus with other explicit ties, sorted by their ends, each pair once, the smaller end first.
    #[must_use]
    pub(crate) fn with_explicit_ties(self, explicit_ties: Vec<ExplicitTie>) -> Self {
        Self { explicit_ties, ..self }
    }

    /// Number of works.
    #[must_use]
    pub fn work_count(&self) -> usize {
        self.names.len()
    }

    /// Kind of the works. An input that states it, as a table with a column of models does, is believed; of others, works
    /// with selection criteria or accessibility are models. Inputs of several kinds hold works. A filtered corpus may have
    /// lost what tells it: there the kind of the full corpus is right. O(works).
    #[must_use]
    pub fn work_kind(&self) -> WorkKind {
        if self.work_count() == 0 && self.institution_count() > 0 {
            return WorkKind::Tie;
        }
        if self.work_count() == 0 {
            return one_kind(self.inputs.iter().map(|input| input.kind.unwrap_or(WorkKind::Publication)));
        }
        // Of inputs that have works: a list of ties has no say.
        let mut kinds: Vec<Option<WorkKind>> = vec![None; self.inputs.len()];
        for (at, source) in self.sources.iter().enumerate() {
            let input = usize::from(source.input);
            let (Some(stated), Some(kind)) = (self.inputs.get(input).map(|input| input.kind), kinds.get_mut(input))
            else {
                continue;
            };
            let is_open = matches!(stated, None | Some(WorkKind::Work));
            let detail = self.details.get(at).filter(|_| is_open);
            let is_listed = |detail: &Detail| {
                !self.list(detail.criteria).is_empty() || !self.arena.get(detail.accessibility).is_empty()
            };
            if detail.is_some_and(is_listed) {
                *kind = Some(WorkKind::Model);
            } else if kind.is_none() {
                *kind = Some(stated.unwrap_or(WorkKind::Publication));
            }
        }
        one_kind(kinds.into_iter().flatten())
    }

    /// Number of institutions.
    #[must_use]
    pub fn institution_count(&self) -> usize {
        self.institutions.len()
    }

    /// Number of affiliations: pairs of a work and an institution.
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
            is_ordered: detail.is_ordered,
            are_authors_split: detail.are_authors_split,
            author_ids: match self.arena.get(detail.author_ids) {
                "" => Vec::new(),
                ids => ids.split('\n').collect(),
            },
            countries: self.list(detail.countries),
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

    /// Stable identifier of a work: the slug of its name; the second work of one slug ends in `--2`, and so on in
    /// canonical order. No slug contains two hyphens, so the second "GPT" is never confused with "GPT-2".
    #[must_use]
    pub fn work_key(&self, id: WorkId) -> String {
        let slug = crate::corpus::naming::slug(self.work_name(id));
        match self.ordinals.get(&id) {
            Some(ordinal) => format!("{slug}--{ordinal}"),
            None => slug,
        }
    }

    /// Other names of a work, for look-up.
    #[must_use]
    pub fn work_aliases(&self, id: WorkId) -> &[String] {
        self.aliases.get(&id).map_or(&[], Vec::as_slice)
    }

    /// All source rows of a work, the first one first.
    pub fn sources_of(&self, id: WorkId) -> impl Iterator<Item = RowLocation> + '_ {
        let more = self.more_sources.get(&id).map_or(&[][..], Vec::as_slice);
        self.sources.get(id.index()).into_iter().chain(more).copied()
    }

    /// Statements of other sources about a work.
    #[must_use]
    pub fn statements(&self, id: WorkId) -> &[SourceStatement] {
        self.statements.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The institutions of a work, in recorded order.
    #[must_use]
    pub fn institutions_of(&self, id: WorkId) -> &[InstitutionId] {
        &self.work_institutions[range(&self.work_offsets, id.index())]
    }

    /// Number of actors of a work, with those that a choice leaves out.
    #[must_use]
    pub fn actor_count(&self, id: WorkId) -> usize {
        let chosen = self.choice.as_ref().and_then(|choice| choice.actor_counts.get(id.index()));
        chosen.map_or_else(|| self.institutions_of(id).len(), |&count| count as usize)
    }

    /// Whether the tie of a pair stays.
    pub(crate) fn keeps_tie(&self, a: InstitutionId, b: InstitutionId) -> bool {
        self.chosen_ties().is_none_or(|ties| ties.binary_search(&(a.min(b), a.max(b))).is_ok())
    }

    /// The ties that a choice keeps, sorted; `None`: all.
    pub(crate) fn chosen_ties(&self) -> Option<&[(InstitutionId, InstitutionId)]> {
        self.choice.as_ref().and_then(|choice| choice.ties.as_deref())
    }

    /// What the institutions of this corpus stand for: they are countries at the level of countries.
    #[must_use]
    pub fn actors(&self) -> ActorKind {
        self.actors
    }

    /// The same corpus, whose institutions stand for these actors.
    #[must_use]
    pub fn with_actors(self, actors: ActorKind) -> Self {
        Self { actors, ..self }
    }

    /// The works of an institution, in canonical order.
    #[must_use]
    pub fn works_of(&self, id: InstitutionId) -> &[WorkId] {
        &self.institution_works[range(&self.institution_offsets, id.index())]
    }

    /// Explicit ties, sorted by their ends, one a pair.
    #[must_use]
    pub fn explicit_ties(&self) -> &[ExplicitTie] {
        &self.explicit_ties
    }

    /// Whether the input says when explicit ties were there.
    #[must_use]
    pub fn has_dated_ties(&self) -> bool {
        !self.tie_parts.is_empty()
    }

    /// This corpus with those explicit ties that were there at some time between two dates; a tie without a time is not known to
    /// have been. O(ties log ties).
    #[must_use]
    pub(crate) fn with_ties_within(&self, since: Option<Date>, until: Option<Date>) -> Self {
        let tie_parts: Vec<TiePart> =
            self.tie_parts.iter().filter(|part| part.is_within(since, until)).cloned().collect();
        let explicit_ties = summed(tie_parts.iter().map(|part| part.tie).collect());
        Self { explicit_ties, tie_parts, ..self.clone() }
    }

    /// Metadata of all inputs.
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

/// The kind of all, `Work` where they differ; publications where nothing is known.
fn one_kind(mut kinds: impl Iterator<Item = WorkKind>) -> WorkKind {
    let first = kinds.next().unwrap_or(WorkKind::Publication);
    if kinds.all(|kind| kind == first) { first } else { WorkKind::Work }
}

/// Ties sorted by their ends, one a pair. Sorted by weight, too, so that sums do not depend on the order of the rows.
pub(crate) fn summed(mut ties: Vec<ExplicitTie>) -> Vec<ExplicitTie> {
    ties.sort_by(|x, y| (x.a, x.b).cmp(&(y.a, y.b)).then(x.weight.total_cmp(&y.weight)));
    ties.dedup_by(|next, merged| {
        let same = (next.a, next.b) == (merged.a, merged.b);
        if same {
            merged.weight += next.weight;
        }
        same
    });
    ties
}
