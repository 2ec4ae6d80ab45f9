//! Filters: the subset of a corpus by time, country, sector, criterion, domain or institution.

use crate::corpus::builder::transpose;
use crate::corpus::country::Country;
use crate::corpus::date::Date;
use crate::corpus::institution::{Institution, InstitutionId, Sector};
use crate::corpus::table::{Corpus, ExplicitTie};
use crate::corpus::work::{Work, WorkId};
use std::sync::Arc;

/// Conditions on works. Values of a list are alternatives; different fields must all hold. The default keeps
/// everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Published on or after; excludes undated works.
    pub since: Option<Date>,
    /// Published on or before; excludes undated works.
    pub until: Option<Date>,
    /// At least one institution of one of these countries.
    pub countries: Vec<Country>,
    /// At least one institution of one of these sectors.
    pub sectors: Vec<Sector>,
    /// One of these criteria, ignoring case.
    pub criteria: Vec<String>,
    /// One of these domains, ignoring case.
    pub domains: Vec<String>,
    /// At least one of these institutions, by [`Institution::id`].
    pub institutions: Vec<String>,
}

impl Filter {
    /// Whether everything is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an institution itself meets country and sector, for lists of institutions.
    #[must_use]
    pub fn keeps_institution(&self, institution: &Institution) -> bool {
        meets_any(&self.countries, |country| institution.countries.contains(country))
            && meets_any(&self.sectors, |sector| institution.sectors.contains(sector))
    }

    /// Whether a work is kept.
    pub(crate) fn keeps(&self, corpus: &Corpus, work: &Work<'_>) -> bool {
        self.since.is_none_or(|since| work.date.is_some_and(|date| date.latest() >= since.earliest()))
            && self.until.is_none_or(|until| work.date.is_some_and(|date| date.earliest() <= until.latest()))
            && meets_any(&self.criteria, |word| has_word(work.criteria, word))
            && meets_any(&self.domains, |word| has_word(work.domains, word))
            && self.keeps_team(corpus, corpus.institutions_of(work.id))
    }

    /// Whether it asks anything of the institutions of a work.
    #[must_use]
    pub fn is_of_institutions(&self) -> bool {
        !(self.countries.is_empty() && self.sectors.is_empty() && self.institutions.is_empty())
    }

    /// Whether the institutions of a work meet what it asks of them.
    pub(crate) fn keeps_team(&self, corpus: &Corpus, team: &[InstitutionId]) -> bool {
        let institutions = || team.iter().map(|&id| corpus.institution(id));
        meets_any(&self.countries, |country| institutions().any(|one| one.countries.contains(country)))
            && meets_any(&self.sectors, |sector| institutions().any(|one| one.sectors.contains(sector)))
            && meets_any(&self.institutions, |key| institutions().any(|one| one.id == *key))
    }
}

fn meets_any<T>(wanted: &[T], meets: impl FnMut(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(meets)
}

fn has_word(words: &[Box<str>], wanted: &str) -> bool {
    words.iter().any(|word| word.to_lowercase() == wanted.to_lowercase())
}

impl Corpus {
    /// The corpus of the works that meet `filter`, with the institutions behind them. Keys of works and institutions
    /// stay the same. O(affiliations).
    #[must_use]
    pub fn filtered(&self, filter: &Filter) -> Self {
        if filter.is_empty() {
            return self.clone();
        }
        let work_filter = Filter { countries: Vec::new(), sectors: Vec::new(), ..filter.clone() };
        let keep_tie = |tie: &ExplicitTie| {
            let ends = [tie.a, tie.b].map(|id| self.institution(id));
            work_filter.is_empty() && ends.into_iter().any(|end| filter.keeps_institution(end))
        };
        self.subset(|id| filter.keeps(self, &self.work(id)), keep_tie)
    }

    /// The corpus of the selected works and explicit ties, with the institutions behind them.
    #[must_use]
    pub fn subset(&self, keep: impl Fn(WorkId) -> bool, keep_tie: impl Fn(&ExplicitTie) -> bool) -> Self {
        self.subset_with(keep, keep_tie, vec![false; self.institution_count()]).0
    }

    /// The same with some institutions, by number, that stay although no work or tie of them does; and the new number of
    /// every institution that is kept.
    pub(crate) fn subset_with(
        &self,
        keep: impl Fn(WorkId) -> bool,
        keep_tie: impl Fn(&ExplicitTie) -> bool,
        mut used: Vec<bool>,
    ) -> (Self, Vec<Option<InstitutionId>>) {
        let selected: Vec<WorkId> = self.work_ids().filter(|&id| keep(id)).collect();
        for &work in &selected {
            for institution in self.institutions_of(work) {
                used[institution.index()] = true;
            }
        }
        let ties: Vec<ExplicitTie> = self.explicit_ties.iter().filter(|tie| keep_tie(tie)).copied().collect();
        for tie in &ties {
            used[tie.a.index()] = true;
            used[tie.b.index()] = true;
        }
        let mut number = vec![InstitutionId(0); used.len()];
        let mut institutions = Vec::new();
        for id in self.institution_ids().filter(|id| used[id.index()]) {
            number[id.index()] = InstitutionId(institutions.len() as u32);
            institutions.push(self.institution(id).clone());
        }
        let mut subset = Self {
            arena: Arc::clone(&self.arena),
            lists: Arc::clone(&self.lists),
            inputs: Arc::clone(&self.inputs),
            names: selected.iter().map(|id| self.names[id.index()]).collect(),
            dates: selected.iter().map(|id| self.dates[id.index()]).collect(),
            sources: selected.iter().map(|id| self.sources[id.index()]).collect(),
            institutions,
            work_offsets: vec![0],
            ..Self::default()
        };
        subset.explicit_ties.extend(ties.iter().map(|tie| ExplicitTie {
            a: number[tie.a.index()],
            b: number[tie.b.index()],
            weight: tie.weight,
        }));
        if !self.details.is_empty() {
            subset.details = selected.iter().map(|id| self.details[id.index()]).collect();
        }
        for (position, old) in selected.iter().enumerate() {
            let id = WorkId(position as u32);
            if let Some(ordinal) = self.ordinals.get(old) {
                subset.ordinals.insert(id, *ordinal);
            }
            if let Some(aliases) = self.aliases.get(old) {
                subset.aliases.insert(id, aliases.clone());
            }
            if let Some(sources) = self.more_sources.get(old) {
                subset.more_sources.insert(id, sources.clone());
            }
            if let Some(statements) = self.statements.get(old) {
                subset.statements.insert(id, statements.clone());
            }
            let members = self.institutions_of(*old).iter().map(|id| number[id.index()]);
            subset.work_institutions.extend(members);
            subset.work_offsets.push(subset.work_institutions.len() as u32);
        }
        transpose(&mut subset);
        let numbers = number.into_iter().zip(used).map(|(number, used)| used.then_some(number)).collect();
        (subset, numbers)
    }
}
