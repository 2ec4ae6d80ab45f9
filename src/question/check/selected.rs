//! The works that a condition means.

use crate::corpus::Corpus;
use crate::corpus::claim::{AnyOf, Condition, CountryRule, Participation, Reach};
use crate::corpus::country::Country;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::work::WorkId;
use crate::question::finding::{Entity, Found, find_institution, find_work};
use crate::question::voice::Voice;

/// The institutions that each name of a condition stands for; an unknown name stands for none.
pub(super) struct Resolved {
    pub(super) sets: Vec<Vec<InstitutionId>>,
    /// Names that the data do not have.
    pub(super) missing: Vec<String>,
}

impl Resolved {
    pub(super) fn of(corpus: &Corpus, names: &[AnyOf], reach: Reach) -> Self {
        let mut resolved = Self { sets: Vec::new(), missing: Vec::new() };
        for any in names {
            let mut set: Vec<InstitutionId> = any.0.iter().flat_map(|name| named(corpus, name)).collect();
            if reach == Reach::Group {
                set = family(corpus, &set, any);
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

    /// The names of a condition as the answer writes them: of the institution where the data have it.
    pub(super) fn claimed(&self, voice: &Voice<'_, '_>, names: &[AnyOf]) -> Vec<String> {
        let name = |(any, set): (&AnyOf, &Vec<InstitutionId>)| {
            set.first().map_or_else(|| any.claimed().to_owned(), |&id| voice.name(id))
        };
        names.iter().zip(&self.sets).map(name).collect()
    }

    /// How many of the names stand on a work.
    pub(super) fn on(&self, team: &[InstitutionId]) -> usize {
        self.sets.iter().filter(|set| team.iter().any(|id| set.contains(id))).count()
    }

    fn meets(&self, team: &[InstitutionId], mode: Participation) -> bool {
        match mode {
            _ if self.sets.is_empty() => true,
            Participation::Any => self.on(team) > 0,
            Participation::Together => self.on(team) == self.sets.len(),
            Participation::Alone => {
                self.on(team) == self.sets.len() && team.iter().all(|id| self.sets.iter().any(|set| set.contains(id)))
            }
        }
    }
}

/// Institutions of exactly this name; those of an ambiguous one all.
fn named(corpus: &Corpus, name: &str) -> Vec<InstitutionId> {
    let of = |entity: Entity| match entity {
        Entity::Institution(id) => Some(id),
        Entity::Work(_) => None,
    };
    match find_institution(corpus, name) {
        Found::One(one) => of(one).into_iter().collect(),
        Found::Ambiguous(many) => many.into_iter().filter_map(of).collect(),
        Found::Missing(_) => Vec::new(),
    }
}

/// The institutions with all whose chain of parents leads to one of them, whether or not it is in the data.
fn family(corpus: &Corpus, heads: &[InstitutionId], any: &AnyOf) -> Vec<InstitutionId> {
    let mut keys: Vec<String> = heads.iter().map(|&id| corpus.institution(id).id.clone()).collect();
    keys.extend(any.0.iter().map(|name| crate::corpus::naming::slug(name)));
    let belongs = |id: InstitutionId| {
        let mut at = corpus.institution(id);
        // A chain longer than this is a circle.
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
    corpus.institution_ids().filter(|&id| heads.contains(&id) || belongs(id)).collect()
}

/// The one work of these names, if there is exactly one; else the nearest ones.
pub(super) fn work(corpus: &Corpus, names: &AnyOf) -> Result<WorkId, Vec<WorkId>> {
    let of = |entity: Entity| match entity {
        Entity::Work(id) => Some(id),
        Entity::Institution(_) => None,
    };
    let mut near = Vec::new();
    for name in &names.0 {
        match find_work(corpus, name) {
            Found::One(Entity::Work(id)) => return Ok(id),
            Found::One(Entity::Institution(_)) => {}
            Found::Ambiguous(many) | Found::Missing(many) => near.extend(many.into_iter().filter_map(of)),
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    near.retain(|id| seen.insert(*id));
    Err(near)
}

/// The works that meet a condition, in the order of the corpus. O(affiliations).
pub(super) fn works(corpus: &Corpus, condition: &Condition, resolved: &Resolved) -> Vec<WorkId> {
    corpus.work_ids().filter(|&id| meets(corpus, condition, resolved, id)).collect()
}

pub(super) fn meets(corpus: &Corpus, condition: &Condition, resolved: &Resolved, id: WorkId) -> bool {
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
        && condition.criterion.as_ref().is_none_or(|wanted| has(work.criteria, wanted))
        && condition.accessibility.as_ref().is_none_or(|wanted| same(work.accessibility, wanted))
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

pub(super) fn has(words: &[Box<str>], wanted: &str) -> bool {
    words.iter().any(|word| same(word, wanted))
}

pub(super) fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// The counting rules of a condition in words, where they could be other ones.
pub(super) fn rules(voice: &Voice<'_, '_>, condition: &Condition) -> Vec<String> {
    let mut rules = Vec::new();
    if !condition.countries.is_empty() {
        rules.push(country_rule(voice, condition.rule));
    }
    if !condition.institutions.is_empty() && condition.reach == Reach::Group {
        rules.push(voice.say(
            "Rule: an institution counts with all that belong to it.",
            "기준: 기관에 속한 산하 조직까지 함께 센다.",
        ));
    }
    rules
}

/// When a work counts for a country, in words.
pub(super) fn country_rule(voice: &Voice<'_, '_>, rule: CountryRule) -> String {
    match rule {
        CountryRule::Any => voice.say(
            "Rule: a work counts for every country of every institution on it.",
            "기준: 참여 기관의 모든 국가에 하나씩 센다.",
        ),
        CountryRule::First => voice.say(
            "Rule: a work counts for the home country of the institution listed first.",
            "기준: 첫째로 적힌 기관의 본국에만 센다.",
        ),
        CountryRule::Headquarters => voice.say(
            "Rule: a work counts for the home country (the first one recorded) of each institution on it.",
            "기준: 각 참여 기관의 본국(첫째로 기록된 국가)에 센다.",
        ),
    }
}
