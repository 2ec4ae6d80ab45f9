//! Groups: the topmost parents of institutions, and a corpus of groups limited to what a part of its institutions has.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::institution::InstitutionId;
use crate::corpus::table::{Corpus, ExplicitTie};

impl Corpus {
    /// Key of the topmost parent of an institution that the corpus tells of; its own without a parent. Rings of parents end
    /// after as many steps as there are institutions. O(depth log institutions).
    #[must_use]
    pub fn group_key(&self, id: InstitutionId) -> &str {
        let mut institution = self.institution(id);
        for _ in 0..self.institution_count() {
            let Some(parent) = institution.parent.as_deref() else { break };
            match self.institution_by_key(parent) {
                Some(id) => institution = self.institution(id),
                None => return parent,
            }
        }
        &institution.id
    }

    /// What this corpus of groups has of `parts`, the same data with institutions as recorded: its works, and explicit
    /// ties with the weights that those of `parts` add up to. O(works log works + ties log ties).
    #[must_use]
    pub fn limited_to(&self, parts: &Self) -> Self {
        let works: BTreeSet<String> = parts.work_ids().map(|id| parts.work_key(id)).collect();
        let group = |id: InstitutionId| {
            self.institution_by_key(parts.group_key(id)).or_else(|| self.institution_by_key(&parts.institution(id).id))
        };
        let mut weights: BTreeMap<(InstitutionId, InstitutionId), Vec<f64>> = BTreeMap::new();
        for tie in parts.explicit_ties() {
            if let Some((a, b)) = group(tie.a).zip(group(tie.b)).filter(|(a, b)| a != b) {
                weights.entry((a.min(b), a.max(b))).or_default().push(tie.weight);
            }
        }
        let of_parts = |tie: &ExplicitTie| weights.get(&(tie.a.min(tie.b), tie.a.max(tie.b)));
        let subset = self.subset(|id| works.contains(&self.work_key(id)), |tie| of_parts(tie).is_some());
        // Ties keep their order; their weights are added in the order of size, so that the order of rows plays no part.
        let sums = self.explicit_ties().iter().filter_map(of_parts).map(|weights| {
            let mut weights = weights.clone();
            weights.sort_by(f64::total_cmp);
            weights.iter().sum()
        });
        let ties =
            subset.explicit_ties().iter().zip(sums).map(|(tie, weight)| ExplicitTie { weight, ..*tie }).collect();
        subset.with_explicit_ties(ties)
    }
}
