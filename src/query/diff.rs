//! Comparison of two corpora: works, institutions, ties, and the causes of changed counts.

mod changes;
pub mod editions;
mod matching;
mod spellings;
mod tables;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{List, Message};
use crate::network::counting::DEFAULT_MAX_TEAM;
use crate::query::context::QueryContext;
use crate::query::diff::changes::{ChangeReason, Changes, CountChange, TieChange, WorkChange};
use crate::query::diff::matching::MatchedBy;
pub use crate::query::diff::spellings::RecordedNames;
use crate::query::filter_text;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, InstitutionRecord, Method, WorkRecord};

/// Default number of rows of each table.
pub const DEFAULT_TOP: usize = 20;

/// Length of the tables (the record is always complete) and recorded names of both sides.
#[derive(Clone, Copy, Debug)]
pub struct Options<'t> {
    /// Maximum number of rows of each table; `None`: all.
    pub top: Option<usize>,
    /// Recorded names of the old and the new inputs; `None`: renamings within the authority are not detected.
    pub recorded: Option<[RecordedNames<'t>; 2]>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { top: Some(DEFAULT_TOP), recorded: None }
    }
}

#[derive(Serialize)]
struct Record {
    old: CorpusSummary,
    new: CorpusSummary,
    works: WorkChanges,
    institutions: InstitutionChanges,
    ties: TieChanges,
    affiliations: AffiliationChanges,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct CorpusSummary {
    works: usize,
    institutions: usize,
    ties: usize,
    weight: Real,
    inputs: Vec<String>,
}

#[derive(Serialize)]
struct WorkChanges {
    new: Vec<WorkRecord>,
    gone: Vec<WorkRecord>,
    changed: Vec<ChangedWork>,
    renamed: Vec<ChangedWork>,
}

#[derive(Serialize)]
struct ChangedWork {
    old: WorkRecord,
    new: WorkRecord,
}

#[derive(Serialize)]
struct InstitutionChanges {
    new: Vec<InstitutionRecord>,
    gone: Vec<InstitutionRecord>,
    renamed: Vec<RenamedRow>,
    moved: Vec<CountRow>,
}

#[derive(Serialize)]
struct RenamedRow {
    old: InstitutionRecord,
    new: InstitutionRecord,
    how: &'static str,
    /// Recorded spellings before and now, where they show the renaming.
    recorded: Option<[Vec<String>; 2]>,
}

#[derive(Serialize)]
struct CountRow {
    #[serde(flatten)]
    institution: InstitutionRecord,
    old: usize,
    new: usize,
    added: Vec<ChangeCause>,
    removed: Vec<ChangeCause>,
}

#[derive(Serialize)]
struct TieChanges {
    new: Vec<TieRow>,
    gone: Vec<TieRow>,
    stronger: Vec<TieRow>,
    weaker: Vec<TieRow>,
}

#[derive(Serialize)]
struct TieRow {
    a: InstitutionRecord,
    b: InstitutionRecord,
    old: Real,
    new: Real,
    added: Vec<ChangeCause>,
    removed: Vec<ChangeCause>,
}

#[derive(Serialize)]
struct ChangeCause {
    id: String,
    name: String,
    why: &'static str,
}

/// Number of works added to or removed from institutions, by cause.
#[derive(Serialize)]
struct AffiliationChanges {
    by_new_works: usize,
    by_gone_works: usize,
    by_filter: usize,
    joined_known_works: usize,
    left_known_works: usize,
}

/// Compares two corpora that were read and filtered alike. Works are matched by name (with date and institutions where
/// it is ambiguous), else by an explicit identifier or link that is unique; institutions by name, explicit identifier
/// or ROR id, else by a spelling with one match. O((works + ties) log), plus one pass over all names.
#[must_use]
pub fn ask(old: &QueryContext<'_>, new: &QueryContext<'_>, options: &Options<'_>, language: Language) -> Answer {
    let unfiltered = options.recorded.map(|sides| sides.map(|side| side.corpus));
    let changes = Changes::of(old, new, unfiltered);
    let diff = Diff::of(&changes, options, language);
    let record = diff.record();
    let found = diff.is_change();
    let mut notes = diff.truncation_notes(options.top);
    notes.push(message!("diff-matching", kind = diff.new.kind()));
    notes.extend(diff.new.method());
    Answer {
        found,
        language,
        lead: [diff.lead(), diff.basis()].concat(),
        tables: diff.tables(options.top),
        notes,
        record: record::value(&record),
    }
}

/// A matched institution whose name differs.
struct Renaming {
    old: InstitutionId,
    new: InstitutionId,
    how: MatchedBy,
    /// Recorded spellings before and now.
    recorded: Option<[BTreeSet<String>; 2]>,
}

/// All changes, as input of record, sentences and tables.
struct Diff<'a, 'o, 'n> {
    changes: &'a Changes<'a, 'o, 'n>,
    old: LocalizedContext<'a, 'o>,
    new: LocalizedContext<'a, 'n>,
    new_works: Vec<WorkId>,
    gone_works: Vec<WorkId>,
    changed_works: Vec<(WorkId, WorkId)>,
    new_institutions: Vec<InstitutionId>,
    gone_institutions: Vec<InstitutionId>,
    renamed: Vec<Renaming>,
    counts: Vec<CountChange>,
    ties: Vec<TieChange>,
}

impl<'a, 'o, 'n> Diff<'a, 'o, 'n> {
    fn of(changes: &'a Changes<'a, 'o, 'n>, options: &Options<'_>, language: Language) -> Self {
        let (old, new, matching) = (changes.old.corpus, changes.new.corpus, &changes.matching);
        let names_of = options.recorded.map(|sides| sides.map(|side| side.spellings()));
        let renamed = |id: InstitutionId| {
            let (same, how) = matching.institutions[id.index()]?;
            let (before, now) = (old.institution(id), new.institution(same));
            if how != MatchedBy::Id || before.names.name != now.names.name {
                return Some(Renaming { old: id, new: same, how, recorded: None });
            }
            let [first, second] = names_of.as_ref()?;
            let recorded = [first.get(&before.id)?.clone(), second.get(&now.id)?.clone()];
            let differs = recorded.iter().all(|names| !names.is_empty()) && recorded[0].is_disjoint(&recorded[1]);
            differs.then_some(Renaming { old: id, new: same, how: MatchedBy::Spelling, recorded: Some(recorded) })
        };
        Self {
            old: LocalizedContext::new(changes.old, language),
            new: LocalizedContext::new(changes.new, language),
            new_works: changes.new_works(),
            gone_works: changes.gone_works(),
            changed_works: changes.changed_works(),
            new_institutions: new.institution_ids().filter(|id| !matching.known_institutions[id.index()]).collect(),
            gone_institutions: old.institution_ids().filter(|&id| matching.institution(id).is_none()).collect(),
            renamed: old.institution_ids().filter_map(renamed).collect(),
            counts: changes.counts(),
            ties: changes.ties(),
            changes,
        }
    }

    fn is_change(&self) -> bool {
        !(self.new_works.is_empty()
            && self.gone_works.is_empty()
            && self.changed_works.is_empty()
            && self.new_institutions.is_empty()
            && self.gone_institutions.is_empty()
            && self.renamed.is_empty()
            && self.counts.is_empty()
            && self.ties.is_empty())
    }

    fn ties_of(&self, kind: Kind) -> impl Iterator<Item = &TieChange> {
        self.ties.iter().filter(move |one| Kind::of(one) == kind)
    }

    fn record(&self) -> Record {
        let (old, new) = (self.changes.old.corpus, self.changes.new.corpus);
        let ties = |kind| self.ties_of(kind).map(|one| self.tie_row(one)).collect();
        let count = |of: fn(&CountChange) -> &[WorkChange], why: ChangeReason| {
            self.counts.iter().flat_map(of).filter(|one| one.1 == why).count()
        };
        Record {
            old: summary(self.changes.old),
            new: summary(self.changes.new),
            works: WorkChanges {
                new: WorkRecord::all(new, &self.new_works),
                gone: WorkRecord::all(old, &self.gone_works),
                changed: self.changed_works.iter().map(|&pair| self.changed_work(pair)).collect(),
                renamed: self.renamed_works().map(|pair| self.changed_work(pair)).collect(),
            },
            institutions: InstitutionChanges {
                new: self.new_institutions.iter().map(|&id| InstitutionRecord::of(new, id)).collect(),
                gone: self.gone_institutions.iter().map(|&id| InstitutionRecord::of(old, id)).collect(),
                renamed: self
                    .renamed
                    .iter()
                    .map(|one| RenamedRow {
                        old: InstitutionRecord::of(old, one.old),
                        new: InstitutionRecord::of(new, one.new),
                        how: one.how.key(),
                        recorded: one.recorded.clone().map(|sides| sides.map(|names| names.into_iter().collect())),
                    })
                    .collect(),
                moved: self.counts.iter().map(|one| self.counted(one)).collect(),
            },
            ties: TieChanges {
                new: ties(Kind::New),
                gone: ties(Kind::Gone),
                stronger: ties(Kind::Stronger),
                weaker: ties(Kind::Weaker),
            },
            affiliations: AffiliationChanges {
                by_new_works: count(|one| &one.added, ChangeReason::Work),
                by_gone_works: count(|one| &one.removed, ChangeReason::Work),
                by_filter: count(|one| &one.added, ChangeReason::Filter)
                    + count(|one| &one.removed, ChangeReason::Filter),
                joined_known_works: count(|one| &one.added, ChangeReason::Institution),
                left_known_works: count(|one| &one.removed, ChangeReason::Institution),
            },
            method: Method::of(self.changes.new, self.changes.new.network().excluded()),
        }
    }

    fn changed_work(&self, (before, now): (WorkId, WorkId)) -> ChangedWork {
        let (old, new) = (self.changes.old.corpus, self.changes.new.corpus);
        ChangedWork { old: WorkRecord::of(old, before), new: WorkRecord::of(new, now) }
    }

    /// Changed works whose names differ.
    fn renamed_works(&self) -> impl Iterator<Item = (WorkId, WorkId)> {
        self.changed_works.iter().copied().filter(|&pair| self.changes.is_renamed(pair))
    }

    /// The corpus that the institution's id belongs to.
    fn corpus_of(&self, one: &CountChange) -> &Corpus {
        if one.of_old { self.changes.old.corpus } else { self.changes.new.corpus }
    }

    fn name_of(&self, one: &CountChange) -> String {
        if one.of_old { self.old.name(one.id) } else { self.new.name(one.id) }
    }

    fn counted(&self, one: &CountChange) -> CountRow {
        let institution = InstitutionRecord::of(self.corpus_of(one), one.id);
        let (added, removed) = self.causes(&one.added, &one.removed);
        CountRow { institution, old: one.old, new: one.new, added, removed }
    }

    fn tie_row(&self, one: &TieChange) -> TieRow {
        let corpus = if one.of_old { self.changes.old.corpus } else { self.changes.new.corpus };
        let (added, removed) = self.causes(&one.added, &one.removed);
        let (a, b) = (InstitutionRecord::of(corpus, one.ends.0), InstitutionRecord::of(corpus, one.ends.1));
        TieRow { a, b, old: Real(one.old), new: Real(one.new), added, removed }
    }

    /// Causes for the record: added works are of the new corpus, removed ones of the old.
    fn causes(&self, added: &[WorkChange], removed: &[WorkChange]) -> (Vec<ChangeCause>, Vec<ChangeCause>) {
        let cause = |context: &QueryContext<'_>, (work, why): WorkChange| ChangeCause {
            id: context.corpus.work_key(work),
            name: context.corpus.work_name(work).to_owned(),
            why: why.key(),
        };
        let added = added.iter().map(|&one| cause(self.changes.new, one)).collect();
        (added, removed.iter().map(|&one| cause(self.changes.old, one)).collect())
    }

    fn lead(&self) -> Vec<Message> {
        let (localized, kind) = (&self.new, self.new.kind());
        if !self.is_change() {
            return vec![message!("diff-none")];
        }
        let (before, now) = (summary(self.changes.old), summary(self.changes.new));
        let mut lead = vec![message!(
            "diff-size",
            kind = kind,
            old_works = before.works,
            works = now.works,
            old_institutions = before.institutions,
            institutions = now.institutions,
            old_ties = before.ties,
            ties = now.ties
        )];
        if !self.new_works.is_empty() {
            let (count, works) = (self.new_works.len(), localized.dated_list(&self.new_works));
            lead.push(message!("diff-new", count = count, kind = kind, works = works));
        }
        if !self.gone_works.is_empty() {
            let (count, works) = (self.gone_works.len(), self.old.dated_list(&self.gone_works));
            lead.push(message!("diff-gone", count = count, kind = kind, works = works));
        }
        let filter_dependent = self.changes.filter_dependent.iter().map(BTreeSet::len).sum::<usize>();
        if filter_dependent > 0 {
            lead.push(message!("diff-filter", count = filter_dependent, kind = kind));
        }
        let renamed: Vec<Message> = self.renamed_works().map(|pair| self.renamed_work(pair)).collect();
        if !renamed.is_empty() {
            let (count, works) = (renamed.len(), List::and(renamed, kind));
            lead.push(message!("diff-renamed-works", count = count, kind = kind, works = works));
        }
        let changed = self.changed_works.iter().filter(|&&pair| self.changes.differs_beyond_name(pair));
        let works: Vec<WorkId> = changed.map(|one| one.1).collect();
        if !works.is_empty() {
            lead.push(message!("diff-changed", count = works.len(), kind = kind, works = localized.dated_list(&works)));
        }
        if !self.ties.is_empty() {
            let [new, gone, stronger, weaker] = Kind::ALL.map(|kind| self.ties_of(kind).count());
            lead.push(message!("diff-ties", new = new, gone = gone, stronger = stronger, weaker = weaker));
        }
        lead.extend(self.renamed_sentence());
        lead.extend(self.counts_sentence());
        lead
    }

    /// What both sides were computed from, where that is not the default.
    fn basis(&self) -> Vec<Message> {
        let (old, new, kind) = (self.changes.old, self.changes.new, self.new.kind());
        let mut basis = Vec::new();
        if !new.filter.is_empty() {
            let conditions = filter_text::semicolons(filter_text::conditions(new));
            let unjudged = |context: &QueryContext<'_>| context.filter_counts.unjudged();
            basis.push(message!("answers-filter-conditions", conditions = conditions));
            basis.push(message!(
                "diff-filter-works",
                kind = kind,
                old_kept = old.works_kept(),
                old_total = old.unfiltered_counts.0,
                kept = new.works_kept(),
                total = new.unfiltered_counts.0
            ));
            if unjudged(old) + unjudged(new) > 0 {
                basis.push(message!("diff-unjudged", kind = kind, old = unjudged(old), new = unjudged(new)));
            }
        }
        basis.extend(self.new.settings(Basis::Ties(&[])));
        let cap = new.projection.max_team.filter(|_| {
            let are_excluded = |context: &QueryContext<'_>| !context.network().excluded().is_empty();
            are_excluded(old) || are_excluded(new)
        });
        basis.extend(
            cap.filter(|&cap| cap == DEFAULT_MAX_TEAM).map(|cap| message!("answers-cap", kind = kind, cap = cap)),
        );
        basis
    }

    fn renamed_work(&self, (before, now): (WorkId, WorkId)) -> Message {
        let (old, new) = (self.changes.old.corpus.work_name(before), self.changes.new.corpus.work_name(now));
        message!("diff-rename", old = old, new = new)
    }

    fn renamed_sentence(&self) -> Option<Message> {
        let pair = |one: &Renaming| {
            let [old, new] = self.names_of(one);
            message!("diff-rename", old = old, new = new)
        };
        let names = List::and(self.renamed.iter().map(pair), "actor");
        (!self.renamed.is_empty()).then(|| message!("diff-renamed", count = self.renamed.len(), names = names))
    }

    /// Names before and now.
    fn names_of(&self, one: &Renaming) -> [String; 2] {
        let name = |corpus: &Corpus, id| corpus.institution(id).names.name.clone();
        match &one.recorded {
            Some(sides) => sides.each_ref().map(|names| names.iter().cloned().collect::<Vec<_>>().join(" · ")),
            None => [name(self.changes.old.corpus, one.old), name(self.changes.new.corpus, one.new)],
        }
    }

    /// Sentence on the causes of changed counts.
    fn counts_sentence(&self) -> Option<Message> {
        let first = self.counts.first()?;
        let reasons = self.record().affiliations;
        let counts = [
            (reasons.by_new_works, "added"),
            (reasons.by_gone_works, "removed"),
            (reasons.by_filter, "filter"),
            (reasons.joined_known_works, "institution-added"),
            (reasons.left_known_works, "institution-removed"),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let reasons =
            List::comma(counts.map(|(count, reason)| message!("diff-reason", count = count, reason = reason)));
        let size = |one: &CountChange| one.new.abs_diff(one.old);
        let as_large = self.counts.iter().filter(|one| size(one) == size(first)).count();
        Some(message!(
            "diff-counts",
            count = self.counts.len(),
            change = size(first),
            others = as_large - 1,
            kind = self.new.kind(),
            reasons = reasons,
            name = self.name_of(first),
            old = first.old,
            new = first.new
        ))
    }
}

/// Kind of a tie's change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    New,
    Gone,
    Stronger,
    Weaker,
}

impl Kind {
    const ALL: [Self; 4] = [Self::New, Self::Gone, Self::Stronger, Self::Weaker];

    fn of(one: &TieChange) -> Self {
        Self::of_weights(one.old, one.new)
    }

    fn of_weights(old: f64, new: f64) -> Self {
        match (old > 0.0, new > 0.0) {
            (false, _) => Self::New,
            (true, false) => Self::Gone,
            _ if new > old => Self::Stronger,
            _ => Self::Weaker,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Gone => "gone",
            Self::Stronger => "stronger",
            Self::Weaker => "weaker",
        }
    }
}

fn summary(context: &QueryContext<'_>) -> CorpusSummary {
    CorpusSummary {
        works: context.corpus.work_count(),
        institutions: context.corpus.institution_count(),
        ties: context.network().tie_count(),
        weight: Real(context.network().total_weight()),
        inputs: context.corpus.inputs().iter().map(|input| input.name.clone()).collect(),
    }
}
