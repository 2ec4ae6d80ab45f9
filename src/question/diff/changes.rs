//! What changed: works, ties, and the counts of institutions, each with the reason.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::question::diff::matching::Matching;
use crate::question::scope::Scope;
use crate::question::standing;

/// Why a work counts now, or no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// The work itself is new, or gone.
    Work,
    /// The work was there; an institution was added to it, or taken from it.
    Institution,
    /// The team cap left it out before, or leaves it out now.
    Cap,
    /// The two ends of the pair are one institution now.
    Merged,
    /// The work stands in both tables, but meets the filter in one of them only.
    Filter,
}

impl Why {
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

/// A work that came or went, with the reason. Gone ones are of the old corpus.
pub(super) type Moved = (WorkId, Why);

/// A pair whose tie changed. Ends are of the new corpus, or of the old one when either is gone.
pub(super) struct TieChange {
    pub(super) ends: (InstitutionId, InstitutionId),
    /// Whether the ends are ids of the old corpus.
    pub(super) of_old: bool,
    pub(super) old: f64,
    pub(super) new: f64,
    pub(super) added: Vec<Moved>,
    pub(super) removed: Vec<Moved>,
}

/// An institution whose count of works moved, or whose works are others.
pub(super) struct CountChange {
    pub(super) id: InstitutionId,
    /// Whether it is gone: `id` is of the old corpus then.
    pub(super) of_old: bool,
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) added: Vec<Moved>,
    pub(super) removed: Vec<Moved>,
}

/// Both sides with their matching.
pub(super) struct Changes<'a, 'o, 'n> {
    pub(super) old: &'a Scope<'o>,
    pub(super) new: &'a Scope<'n>,
    pub(super) matching: Matching,
    /// Works of each side, old and new, that the other table has, too, outside of the filter.
    pub(super) hidden: [BTreeSet<WorkId>; 2],
}

/// What the old side says of a pair: weight, and its works.
type Known = BTreeMap<(InstitutionId, InstitutionId), (f64, BTreeSet<WorkId>)>;

impl<'a, 'o, 'n> Changes<'a, 'o, 'n> {
    /// Compares; `whole` are both tables without a filter, where they are at hand.
    pub(super) fn of(old: &'a Scope<'o>, new: &'a Scope<'n>, whole: Option<[&Corpus; 2]>) -> Self {
        let matching = Matching::of(old.corpus, new.corpus);
        let mut changes = Self { old, new, matching, hidden: [BTreeSet::new(), BTreeSet::new()] };
        let is_filtered = |whole: [&Corpus; 2]| {
            whole[0].work_count() > old.corpus.work_count() || whole[1].work_count() > new.corpus.work_count()
        };
        if let Some(whole) = whole.filter(|whole| is_filtered(*whole)) {
            let matching = Matching::of(whole[0], whole[1]);
            let keys = |corpus: &Corpus| -> BTreeMap<String, WorkId> {
                corpus.work_ids().map(|id| (corpus.work_key(id), id)).collect()
            };
            // A part of a corpus keeps the keys of its works.
            let (old_keys, new_keys) = (keys(whole[0]), keys(whole[1]));
            let was = |id: &WorkId| {
                new_keys.get(&new.corpus.work_key(*id)).is_some_and(|id| matching.old_work[id.index()].is_some())
            };
            let is = |id: &WorkId| {
                old_keys.get(&old.corpus.work_key(*id)).is_some_and(|id| matching.works[id.index()].is_some())
            };
            let hidden_new = changes.new_works().into_iter().filter(was).collect();
            let hidden_old = changes.gone_works().into_iter().filter(is).collect();
            changes.hidden = [hidden_old, hidden_new];
        }
        changes
    }

    pub(super) fn new_works(&self) -> Vec<WorkId> {
        self.new.corpus.work_ids().filter(|id| self.matching.old_work[id.index()].is_none()).collect()
    }

    pub(super) fn gone_works(&self) -> Vec<WorkId> {
        self.old.corpus.work_ids().filter(|id| self.matching.works[id.index()].is_none()).collect()
    }

    /// Works found again with another name, date or team: old and new.
    pub(super) fn changed_works(&self) -> Vec<(WorkId, WorkId)> {
        let (old, new) = (self.old.corpus, self.new.corpus);
        let pairs = new.work_ids().filter_map(|work| Some((self.matching.old_work[work.index()]?, work)));
        let differs = |&(before, work): &(WorkId, WorkId)| {
            let gone = old.institutions_of(before).iter().any(|&id| self.matching.institution(id).is_none());
            old.work_name(before) != new.work_name(work)
                || old.date(before) != new.date(work)
                || gone
                || self.matching.team(old, before) != sorted(new.institutions_of(work))
        };
        pairs.filter(differs).collect()
    }

    /// Every tie that is new, gone, stronger or weaker; the greatest change first, then in the order of ids.
    pub(super) fn ties(&self) -> Vec<TieChange> {
        let (network, before) = (self.new.network(), self.old.network());
        let (mut known, mut changes): (Known, Vec<TieChange>) = (BTreeMap::new(), Vec::new());
        for tie in 0..before.tie_count() {
            let (a, b, weight) = before.tie(tie);
            let ends = (InstitutionId(a as u32), InstitutionId(b as u32));
            let works: Vec<WorkId> = before.evidence(tie).to_vec();
            match (self.matching.institution(ends.0), self.matching.institution(ends.1)) {
                (Some(x), Some(y)) if x != y => {
                    let slot = known.entry((x.min(y), x.max(y))).or_default();
                    slot.0 += weight;
                    slot.1.extend(works);
                }
                (x, y) => {
                    let merged = x.is_some() && x == y;
                    let why = |work| if merged { Why::Merged } else { self.why_gone(work) };
                    let removed = works.into_iter().map(|work| (work, why(work))).collect();
                    changes.push(TieChange { ends, of_old: true, old: weight, new: 0.0, added: Vec::new(), removed });
                }
            }
        }
        for tie in 0..network.tie_count() {
            let (a, b, weight) = network.tie(tie);
            let ends = (InstitutionId(a.min(b) as u32), InstitutionId(a.max(b) as u32));
            let (old, works) = known.remove(&ends).unwrap_or_default();
            if !standing::equal(old, weight) {
                let now: BTreeSet<WorkId> = network.evidence(tie).iter().copied().collect();
                changes.push(self.change(ends, [old, weight], &works, &now));
            }
        }
        for (ends, (old, works)) in known {
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
        let (added, removed) = self.moved(before, now);
        TieChange { ends, of_old: false, old, new, added, removed }
    }

    /// Works of `now` that were not in `before`, and the other way round.
    fn moved(&self, before: &BTreeSet<WorkId>, now: &BTreeSet<WorkId>) -> (Vec<Moved>, Vec<Moved>) {
        let was = |work: &&WorkId| self.matching.old_work[work.index()].is_some_and(|old| before.contains(&old));
        let is = |work: &&WorkId| self.matching.works[work.index()].is_some_and(|new| now.contains(&new));
        let added = now.iter().filter(|work| !was(work)).map(|&work| (work, self.why_new(work))).collect();
        let removed = before.iter().filter(|work| !is(work)).map(|&work| (work, self.why_gone(work))).collect();
        (added, removed)
    }

    fn why_new(&self, work: WorkId) -> Why {
        match self.matching.old_work[work.index()] {
            None if self.hidden[1].contains(&work) => Why::Filter,
            None => Why::Work,
            Some(old) if self.old.is_left_out(old) => Why::Cap,
            Some(_) => Why::Institution,
        }
    }

    fn why_gone(&self, work: WorkId) -> Why {
        match self.matching.works[work.index()] {
            None if self.hidden[0].contains(&work) => Why::Filter,
            None => Why::Work,
            Some(new) if self.new.is_left_out(new) => Why::Cap,
            Some(_) => Why::Institution,
        }
    }

    /// Institutions whose works are others than before, gone ones included; the greatest move first, then by id.
    pub(super) fn counts(&self) -> Vec<CountChange> {
        let mut before: Vec<BTreeSet<WorkId>> = vec![BTreeSet::new(); self.new.corpus.institution_count()];
        for id in self.old.corpus.institution_ids() {
            if let Some(now) = self.matching.institution(id) {
                before[now.index()].extend(self.old.corpus.works_of(id));
            }
        }
        let change = |id: InstitutionId| {
            let now: BTreeSet<WorkId> = self.new.corpus.works_of(id).iter().copied().collect();
            let (added, removed) = self.moved(&before[id.index()], &now);
            let (old, new) = (before[id.index()].len(), now.len());
            (!added.is_empty() || !removed.is_empty()).then(|| CountChange {
                id,
                of_old: false,
                old,
                new,
                added: uncapped(added),
                removed: uncapped(removed),
            })
        };
        let mut counts: Vec<CountChange> = self.new.corpus.institution_ids().filter_map(change).collect();
        let gone = self.old.corpus.institution_ids().filter(|&id| self.matching.institution(id).is_none());
        counts.extend(gone.filter_map(|id| {
            let works = self.old.corpus.works_of(id);
            let removed = uncapped(works.iter().map(|&work| (work, self.why_gone(work))).collect());
            let change = CountChange { id, of_old: true, old: works.len(), new: 0, added: Vec::new(), removed };
            (!works.is_empty()).then_some(change)
        }));
        counts.sort_by_key(|one| (std::cmp::Reverse(one.new.abs_diff(one.old)), one.of_old, one.id));
        counts
    }
}

/// The team cap has no say in how many works an institution has.
fn uncapped(mut moved: Vec<Moved>) -> Vec<Moved> {
    moved.iter_mut().filter(|one| one.1 == Why::Cap).for_each(|one| one.1 = Why::Institution);
    moved
}

/// Institutions in the order of their ids.
pub(super) fn sorted(ids: &[InstitutionId]) -> Vec<InstitutionId> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids
}
