//! Changes of works, ties and counts between two matched corpora, each with its reason.

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::query::context::QueryContext;
use crate::query::diff::matching::Matching;
use crate::query::ranking;
use std::collections::{BTreeMap, BTreeSet};

/// Reason why a work counts now or no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ChangeReason {
    /// The work is new or gone.
    Work,
    /// The work is in both; an institution was added to or removed from it.
    Institution,
    /// The team cap excludes it on one side only.
    Cap,
    /// The ends of the tie are one institution now.
    Merged,
    /// The work is in both tables but meets the filter on one side only.
    Filter,
}

impl ChangeReason {
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Institution => "institution",
            Self::Cap => "cap",
            Self::Merged => "merged",
            Self::Filter => "filter",
        }
    }
}

/// An added or removed work with the reason. Removed ones are ids of the old corpus.
pub(super) type WorkChange = (WorkId, ChangeReason);

/// A pair with a changed tie. Ends are ids of the new corpus, or of the old one if either is gone.
pub(super) struct TieChange {
    pub(super) ends: (InstitutionId, InstitutionId),
    /// Whether the ends are ids of the old corpus.
    pub(super) of_old: bool,
    pub(super) old: f64,
    pub(super) new: f64,
    pub(super) added: Vec<WorkChange>,
    pub(super) removed: Vec<WorkChange>,
}

/// An institution whose set of works changed.
pub(super) struct CountChange {
    pub(super) id: InstitutionId,
    /// Whether it is gone; `id` is then of the old corpus.
    pub(super) of_old: bool,
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) added: Vec<WorkChange>,
    pub(super) removed: Vec<WorkChange>,
}

/// Two contexts with their matching.
pub(super) struct Changes<'a, 'o, 'n> {
    pub(super) old: &'a QueryContext<'o>,
    pub(super) new: &'a QueryContext<'n>,
    pub(super) matching: Matching,
    /// Works of the old and the new side whose counterpart exists outside the other side's filter.
    pub(super) filter_dependent: [BTreeSet<WorkId>; 2],
}

/// Old ties by matched ends: weight and works.
type PriorTies = BTreeMap<(InstitutionId, InstitutionId), (f64, BTreeSet<WorkId>)>;

impl<'a, 'o, 'n> Changes<'a, 'o, 'n> {
    /// Matches both sides. `unfiltered`: the corpora before filtering, if available.
    pub(super) fn of(old: &'a QueryContext<'o>, new: &'a QueryContext<'n>, unfiltered: Option<[&Corpus; 2]>) -> Self {
        let matching = Matching::of(old.corpus, new.corpus);
        let mut changes = Self { old, new, matching, filter_dependent: [BTreeSet::new(), BTreeSet::new()] };
        let is_filtered = |unfiltered: [&Corpus; 2]| {
            unfiltered[0].work_count() > old.corpus.work_count() || unfiltered[1].work_count() > new.corpus.work_count()
        };
        if let Some(unfiltered) = unfiltered.filter(|unfiltered| is_filtered(*unfiltered)) {
            let matching = Matching::of(unfiltered[0], unfiltered[1]);
            let keys = |corpus: &Corpus| -> BTreeMap<String, WorkId> {
                corpus.work_ids().map(|id| (corpus.work_key(id), id)).collect()
            };
            // Filtering keeps the keys of works.
            let (old_keys, new_keys) = (keys(unfiltered[0]), keys(unfiltered[1]));
            let was = |id: &WorkId| {
                new_keys.get(&new.corpus.work_key(*id)).is_some_and(|id| matching.old_work[id.index()].is_some())
            };
            let is = |id: &WorkId| {
                old_keys.get(&old.corpus.work_key(*id)).is_some_and(|id| matching.works[id.index()].is_some())
            };
            let hidden_new = changes.new_works().into_iter().filter(was).collect();
            let hidden_old = changes.gone_works().into_iter().filter(is).collect();
            changes.filter_dependent = [hidden_old, hidden_new];
        }
        changes
    }

    pub(super) fn new_works(&self) -> Vec<WorkId> {
        self.new.corpus.work_ids().filter(|id| self.matching.old_work[id.index()].is_none()).collect()
    }

    pub(super) fn gone_works(&self) -> Vec<WorkId> {
        self.old.corpus.work_ids().filter(|id| self.matching.works[id.index()].is_none()).collect()
    }

    /// Matched works whose name, date or institutions differ: old and new id.
    pub(super) fn changed_works(&self) -> Vec<(WorkId, WorkId)> {
        let pairs = self.new.corpus.work_ids().filter_map(|work| Some((self.matching.old_work[work.index()]?, work)));
        pairs.filter(|&pair| self.is_renamed(pair) || self.differs_beyond_name(pair)).collect()
    }

    /// Whether the names of a matched work differ.
    pub(super) fn is_renamed(&self, (before, work): (WorkId, WorkId)) -> bool {
        self.old.corpus.work_name(before) != self.new.corpus.work_name(work)
    }

    /// Whether date or institutions of a matched work differ.
    pub(super) fn differs_beyond_name(&self, (before, work): (WorkId, WorkId)) -> bool {
        let (old, new) = (self.old.corpus, self.new.corpus);
        let gone = old.institutions_of(before).iter().any(|&id| self.matching.institution(id).is_none());
        old.date(before) != new.date(work)
            || gone
            || self.matching.team(old, before) != sorted(new.institutions_of(work))
    }

    /// New, gone, stronger and weaker ties by absolute change in descending order, then ids.
    pub(super) fn ties(&self) -> Vec<TieChange> {
        let (network, before) = (self.new.network(), self.old.network());
        let (mut prior, mut changes): (PriorTies, Vec<TieChange>) = (BTreeMap::new(), Vec::new());
        for tie in 0..before.tie_count() {
            let (a, b, weight) = before.tie(tie);
            let ends = (InstitutionId(a as u32), InstitutionId(b as u32));
            let works: Vec<WorkId> = before.evidence(tie).to_vec();
            match (self.matching.institution(ends.0), self.matching.institution(ends.1)) {
                (Some(x), Some(y)) if x != y => {
                    let slot = prior.entry((x.min(y), x.max(y))).or_default();
                    slot.0 += weight;
                    slot.1.extend(works);
                }
                (x, y) => {
                    let merged = x.is_some() && x == y;
                    let why = |work| if merged { ChangeReason::Merged } else { self.reason_removed(work) };
                    let removed = works.into_iter().map(|work| (work, why(work))).collect();
                    changes.push(TieChange { ends, of_old: true, old: weight, new: 0.0, added: Vec::new(), removed });
                }
            }
        }
        for tie in 0..network.tie_count() {
            let (a, b, weight) = network.tie(tie);
            let ends = (InstitutionId(a.min(b) as u32), InstitutionId(a.max(b) as u32));
            let (old, works) = prior.remove(&ends).unwrap_or_default();
            if !ranking::nearly_equal(old, weight) {
                let now: BTreeSet<WorkId> = network.evidence(tie).iter().copied().collect();
                changes.push(self.change(ends, [old, weight], &works, &now));
            }
        }
        for (ends, (old, works)) in prior {
            changes.push(self.change(ends, [old, 0.0], &works, &BTreeSet::new()));
        }
        let size = |one: &TieChange| (one.new - one.old).abs();
        changes.sort_by(|x, y| size(y).total_cmp(&size(x)).then((x.of_old, x.ends).cmp(&(y.of_old, y.ends))));
        changes
    }

    fn change(
        &self,
        ends: (InstitutionId, InstitutionId),
        [old, new]: [f64; 2],
        before: &BTreeSet<WorkId>,
        now: &BTreeSet<WorkId>,
    ) -> TieChange {
        let (added, removed) = self.work_changes(before, now);
        TieChange { ends, of_old: false, old, new, added, removed }
    }

    /// Works added to `now` and removed from `before`, with reasons.
    fn work_changes(&self, before: &BTreeSet<WorkId>, now: &BTreeSet<WorkId>) -> (Vec<WorkChange>, Vec<WorkChange>) {
        let was = |work: &&WorkId| self.matching.old_work[work.index()].is_some_and(|old| before.contains(&old));
        let is = |work: &&WorkId| self.matching.works[work.index()].is_some_and(|new| now.contains(&new));
        let added = now.iter().filter(|work| !was(work)).map(|&work| (work, self.reason_added(work))).collect();
        let removed = before.iter().filter(|work| !is(work)).map(|&work| (work, self.reason_removed(work))).collect();
        (added, removed)
    }

    fn reason_added(&self, work: WorkId) -> ChangeReason {
        match self.matching.old_work[work.index()] {
            None if self.filter_dependent[1].contains(&work) => ChangeReason::Filter,
            None => ChangeReason::Work,
            Some(old) if self.old.is_excluded(old) => ChangeReason::Cap,
            Some(_) => ChangeReason::Institution,
        }
    }

    fn reason_removed(&self, work: WorkId) -> ChangeReason {
        match self.matching.works[work.index()] {
            None if self.filter_dependent[0].contains(&work) => ChangeReason::Filter,
            None => ChangeReason::Work,
            Some(new) if self.new.is_excluded(new) => ChangeReason::Cap,
            Some(_) => ChangeReason::Institution,
        }
    }

    /// Institutions with changed works, including gone ones, by absolute change in descending order, then id.
    pub(super) fn counts(&self) -> Vec<CountChange> {
        let mut before: Vec<BTreeSet<WorkId>> = vec![BTreeSet::new(); self.new.corpus.institution_count()];
        for id in self.old.corpus.institution_ids() {
            if let Some(now) = self.matching.institution(id) {
                before[now.index()].extend(self.old.corpus.works_of(id));
            }
        }
        let change = |id: InstitutionId| {
            let now: BTreeSet<WorkId> = self.new.corpus.works_of(id).iter().copied().collect();
            let (added, removed) = self.work_changes(&before[id.index()], &now);
            let (old, new) = (before[id.index()].len(), now.len());
            (!added.is_empty() || !removed.is_empty()).then(|| CountChange {
                id,
                of_old: false,
                old,
                new,
                added: ignoring_cap(added),
                removed: ignoring_cap(removed),
            })
        };
        let mut counts: Vec<CountChange> = self.new.corpus.institution_ids().filter_map(change).collect();
        let gone = self.old.corpus.institution_ids().filter(|&id| self.matching.institution(id).is_none());
        counts.extend(gone.filter_map(|id| {
            let works = self.old.corpus.works_of(id);
            let removed = ignoring_cap(works.iter().map(|&work| (work, self.reason_removed(work))).collect());
            let change = CountChange { id, of_old: true, old: works.len(), new: 0, added: Vec::new(), removed };
            (!works.is_empty()).then_some(change)
        }));
        counts.sort_by_key(|one| (std::cmp::Reverse(one.new.abs_diff(one.old)), one.of_old, one.id));
        counts
    }
}

/// The team cap has no effect on numbers of works: such changes are changes of institutions.
fn ignoring_cap(mut work_changes: Vec<WorkChange>) -> Vec<WorkChange> {
    work_changes.iter_mut().filter(|one| one.1 == ChangeReason::Cap).for_each(|one| one.1 = ChangeReason::Institution);
    work_changes
}

/// Institutions sorted by id.
pub(super) fn sorted(ids: &[InstitutionId]) -> Vec<InstitutionId> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids
}
