//! Selection of works by the condition of a claim.

use crate::corpus::Corpus;
use crate::corpus::claim::{AnyOf, Condition, CountryRule, Participation, Reach};
use crate::corpus::country::Country;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::work::WorkId;
use crate::message;
use crate::query::localized::LocalizedContext;
use crate::query::lookup::{Lookup, NamedEntity, find_institution, find_work};

/// Institutions for each name of a condition; an unknown name has none.
pub(super) struct ResolvedNames {
    pub(super) sets: Vec<Vec<InstitutionId>>,
    /// Names that are not in the data.
    pub(super) missing: Vec<String>,
}

impl ResolvedNames {
    pub(super) fn of(corpus: &Corpus, names: &[AnyOf], reach: Reach) -> Self {
        let mut resolved = Self { sets: Vec::new(), missing: Vec::new() };
        for any in names {
            let mut set: Vec<InstitutionId> = any.0.iter().flat_map(|name| institutions_named(corpus, name)).collect();
            if reach == Reach::Group {
                set = with_subsidiaries(corpus, &set, any);
            }
            set.sort();
            set.dedup();
            if set.is_empty() {
                resolved.missing.push(any.claimed().to_owned());
            }
            resolved.sets.push(set);
        }
        resolved
    }

    /// Display names: that of the institution if it is in the data, else as claimed.
    pub(super) fn claimed(&self, localized: &LocalizedContext<'_, '_>, names: &[AnyOf]) -> Vec<String> {
        let name = |(any, set): (&AnyOf, &Vec<InstitutionId>)| {
            set.first().map_or_else(|| any.claimed().to_owned(), |&id| localized.name(id))
        };
        names.iter().zip(&self.sets).map(name).collect()
    }

    /// Number of names with an institution in `team`.
    pub(super) fn matched_names(&self, team: &[InstitutionId]) -> usize {
        self.sets.iter().filter(|set| team.iter().any(|id| set.contains(id))).count()
    }

    fn meets(&self, team: &[InstitutionId], mode: Participation) -> bool {
        match mode {
            _ if self.sets.is_empty() => true,
            Participation::Any => self.matched_names(team) > 0,
            Participation::Together => self.matched_names(team) == self.sets.len(),
            Participation::Alone => {
                self.matched_names(team) == self.sets.len()
                    && team.iter().all(|id| self.sets.iter().any(|set| set.contains(id)))
            }
        }
    }
}

/// Institutions with exactly this name; all of them if it is ambiguous.
fn institutions_named(corpus: &Corpus, name: &str) -> Vec<InstitutionId> {
    let of = |entity: NamedEntity| match entity {
        NamedEntity::Institution(id) => Some(id),
        NamedEntity::Work(_) => None,
    };
    match find_institution(corpus, name) {
        Lookup::Unique(one) => of(one).into_iter().collect(),
        Lookup::Ambiguous(candidates) => candidates.into_iter().filter_map(of).collect(),
        Lookup::NotFound(_) => Vec::new(),
    }
}

/// The institutions and all of their descendants by `parent`, even where a parent is not in the data.
fn with_subsidiaries(corpus: &Corpus, roots: &[InstitutionId], any: &AnyOf) -> Vec<InstitutionId> {
    let mut keys: Vec<String> = roots.iter().map(|&id| corpus.institution(id).id.clone()).collect();
    keys.extend(any.0.iter().map(|name| crate::corpus::naming::slug(name)));
    let belongs = |id: InstitutionId| {
        let mut at = corpus.institution(id);
        // The bound ends cycles of parents.
        for _ in 0..16 {
            if keys.contains(&at.id) || at.parent.as_ref().is_some_and(|parent| keys.contains(parent)) {
                return true;
            }
            match at.parent.as_deref().and_then(|parent| corpus.institution_by_key(parent)) {
                Some(parent) => at = corpus.institution(parent),
                None => return false,
            }
        }
        false
    };
    corpus.institution_ids().filter(|&id| roots.contains(&id) || belongs(id)).collect()
}

/// The work with one of these names. Error: no or no unique match; the candidates.
pub(super) fn work(corpus: &Corpus, names: &AnyOf) -> Result<WorkId, Vec<WorkId>> {
    let of = |entity: NamedEntity| match entity {
        NamedEntity::Work(id) => Some(id),
        NamedEntity::Institution(_) => None,
    };
    let mut candidates = Vec::new();
    for name in &names.0 {
        match find_work(corpus, name) {
            Lookup::Unique(NamedEntity::Work(id)) => return Ok(id),
            Lookup::Unique(NamedEntity::Institution(_)) => {}
            Lookup::Ambiguous(entities) | Lookup::NotFound(entities) => {
                candidates.extend(entities.into_iter().filter_map(of));
            }
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    candidates.retain(|id| seen.insert(*id));
    Err(candidates)
}

/// Works that meet a condition, in corpus order. O(affiliations).
pub(super) fn works(corpus: &Corpus, condition: &Condition, resolved: &ResolvedNames) -> Vec<WorkId> {
    corpus.work_ids().filter(|&id| meets(corpus, condition, resolved, id)).collect()
}

pub(super) fn meets(corpus: &Corpus, condition: &Condition, resolved: &ResolvedNames, id: WorkId) -> bool {
    let work = corpus.work(id);
    let team = corpus.institutions_of(id);
    let within = |since: Option<crate::corpus::date::Date>, until: Option<crate::corpus::date::Date>| {
        since.is_none_or(|since| work.date.is_some_and(|date| date.earliest() >= since.earliest()))
            && until.is_none_or(|until| work.date.is_some_and(|date| date.latest() <= until.latest()))
    };
    resolved.meets(team, condition.mode)
        && within(condition.during, condition.during)
        && within(condition.since, condition.until)
        && (condition.countries.is_empty()
            || condition.countries.iter().any(|country| counts_for(corpus, team, country, condition.rule)))
        && condition.sector.is_none_or(|sector| team.iter().any(|&id| corpus.institution(id).sectors.contains(&sector)))
        && condition.criterion.as_ref().is_none_or(|wanted| contains_term(work.criteria, wanted))
        && condition.accessibility.as_ref().is_none_or(|wanted| eq_ignoring_case(work.accessibility, wanted))
}

/// Whether a work of these institutions counts for a country.
pub(super) fn counts_for(corpus: &Corpus, team: &[InstitutionId], country: &Country, rule: CountryRule) -> bool {
    let institution = |&id: &InstitutionId| -> &Institution { corpus.institution(id) };
    match rule {
        CountryRule::Any => team.iter().any(|id| institution(id).countries.contains(country)),
        CountryRule::First => team.first().is_some_and(|id| institution(id).country() == Some(country)),
        CountryRule::Headquarters => team.iter().any(|id| institution(id).country() == Some(country)),
    }
}

pub(super) fn contains_term(words: &[Box<str>], wanted: &str) -> bool {
    words.iter().any(|word| eq_ignoring_case(word, wanted))
}

pub(super) fn eq_ignoring_case(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// Sentences on the counting rules that the condition applies.
pub(super) fn rule_sentences(localized: &LocalizedContext<'_, '_>, condition: &Condition) -> Vec<String> {
    let mut rule_sentences = Vec::new();
    if !condition.countries.is_empty() {
        rule_sentences.push(country_rule(localized, condition.rule));
    }
    if !condition.institutions.is_empty() && condition.reach == Reach::Group {
        rule_sentences.push(localized.text(message!("check-rule-group")));
    }
    rule_sentences
}

/// Sentence on the rule by which works count for countries.
pub(super) fn country_rule(localized: &LocalizedContext<'_, '_>, rule: CountryRule) -> String {
    match rule {
        CountryRule::Any => localized.text(message!("check-rule-any", kind = localized.kind())),
        CountryRule::First => localized.text(message!("check-rule-first", kind = localized.kind())),
        CountryRule::Headquarters => localized.text(message!("check-rule-headquarters", kind = localized.kind())),
    }
}
