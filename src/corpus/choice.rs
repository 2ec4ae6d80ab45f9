//! A choice of actors and ties: what is left out has no node, no tie and no line, and works still count all their actors.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::corpus::builder::transpose;
use crate::corpus::institution::InstitutionId;
use crate::corpus::table::{ChosenPart, Corpus, ExplicitTie};
use crate::corpus::work::WorkId;

impl Corpus {
    /// The corpus of the actors that are kept, and of the works of at least one of them. How many actors a work has,
    /// and so its weight and whether it is joint, stays. O(affiliations).
    #[must_use]
    pub fn with_actors_chosen(&self, keep: impl Fn(InstitutionId) -> bool) -> Self {
        let kept: BTreeSet<InstitutionId> = self.institution_ids().filter(|&id| keep(id)).collect();
        let is_kept = |work: WorkId| self.institutions_of(work).iter().any(|id| kept.contains(id));
        let ties = self.choice.as_ref().and_then(|choice| choice.ties.clone());
        self.chosen(&kept, is_kept, ties)
    }

    /// The corpus of some ties: the actors at their ends, and the works behind them; each pair is sorted.
    /// O(affiliations + pairs of works).
    #[must_use]
    pub fn with_ties_chosen(&self, ties: BTreeSet<(InstitutionId, InstitutionId)>, works: &BTreeSet<WorkId>) -> Self {
        let kept: BTreeSet<InstitutionId> = ties.iter().flat_map(|&(a, b)| [a, b]).collect();
        self.chosen(&kept, |work| works.contains(&work), Some(ties.into_iter().collect()))
    }

    fn chosen(
        &self,
        kept: &BTreeSet<InstitutionId>,
        keep: impl Fn(WorkId) -> bool,
        ties: Option<Vec<(InstitutionId, InstitutionId)>>,
    ) -> Self {
        let counts = self.work_ids().map(|work| self.actor_count(work) as u32).collect();
        let mut corpus = self.clone();
        corpus.choice = Some(ChosenPart { actor_counts: counts, ties });
        // The institutions stay known where works and the cap are about them.
        if corpus.recorded.is_none() {
            let works = self.work_ids().collect();
            corpus.recorded = Some(crate::corpus::table::Recorded { corpus: Arc::new(self.clone()), works });
        }
        corpus.work_offsets = vec![0];
        corpus.work_institutions = Vec::new();
        for work in self.work_ids() {
            corpus.work_institutions.extend(self.institutions_of(work).iter().filter(|id| kept.contains(id)));
            corpus.work_offsets.push(corpus.work_institutions.len() as u32);
        }
        corpus.institution_offsets = Vec::new();
        corpus.institution_works = Vec::new();
        transpose(&mut corpus);
        let used = self.institution_ids().map(|id| kept.contains(&id)).collect();
        let ends = |tie: &ExplicitTie| kept.contains(&tie.a) && kept.contains(&tie.b) && corpus.keeps_tie(tie.a, tie.b);
        corpus.subset_with(keep, ends, used).0
    }
}
