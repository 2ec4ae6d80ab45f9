//! Claims on participants and on ranks.

use crate::corpus::claim::{Members, RankSubject, RankTest, Reach};
use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::List;
use crate::query::check::selection::{self, ResolvedNames, country_rule, counts_for};
use crate::query::check::verdict::{ClaimResult, ClaimVerdict, claimed_number};
use crate::query::localized::LocalizedContext;
use std::collections::{BTreeMap, BTreeSet};

/// Evaluates whether exactly these institutions take part in the selected works.
pub(super) fn members(localized: &LocalizedContext<'_, '_>, test: &Members) -> ClaimResult {
    let corpus = localized.context.corpus;
    let resolved = ResolvedNames::of(corpus, &test.of.institutions, test.of.reach);
    let works = selection::works(corpus, &test.of, &resolved);
    let is_selected = |id: InstitutionId| {
        let one = corpus.institution(id);
        let countries = &test.countries;
        !resolved.sets.iter().any(|set| set.contains(&id))
            && (countries.is_empty() || countries.iter().any(|country| one.countries.contains(country)))
            && test.sector.is_none_or(|sector| one.sectors.contains(&sector))
    };
    let team = works.iter().flat_map(|&id| corpus.institutions_of(id)).copied();
    let found: BTreeSet<InstitutionId> = team.filter(|&id| is_selected(id)).collect();
    let claimed = ResolvedNames::of(corpus, &test.are, Reach::Own);
    let extra: Vec<InstitutionId> =
        found.iter().copied().filter(|id| !claimed.sets.iter().any(|set| set.contains(id))).collect();
    let absent: Vec<String> = test
        .are
        .iter()
        .zip(&claimed.sets)
        .filter(|(_, set)| !set.iter().any(|id| found.contains(id)))
        .map(|(name, _)| name.claimed().to_owned())
        .collect();
    let ids: Vec<InstitutionId> = found.iter().copied().collect();
    let mut why = vec![localized.text(match ids.len() {
        0 => message!("check-no-members"),
        count => message!("check-members", count = count, names = localized.institution_list(&ids)),
    })];
    if !extra.is_empty() {
        why.push(localized.text(message!("check-extra-members", names = localized.institution_list(&extra))));
    }
    if !absent.is_empty() {
        why.push(localized.text(message!("check-absent-members", names = List::and(&absent, "actor"))));
    }
    // Evidence: the works of the institutions found, else all works examined.
    let mut evidence: Vec<WorkId> =
        works.iter().copied().filter(|&id| corpus.institutions_of(id).iter().any(|id| found.contains(id))).collect();
    if evidence.is_empty() {
        evidence = works;
    }
    ClaimResult {
        verdict: ClaimVerdict::of(|| extra.is_empty() && absent.is_empty()),
        expected: claimed.claimed(localized, &test.are).into(),
        found: found.iter().map(|&id| localized.name(id)).collect::<Vec<_>>().into(),
        evidence,
        why: why.join(" "),
    }
}

/// Evaluates a claimed rank of a country or an institution by number of works.
pub(super) fn rank(localized: &LocalizedContext<'_, '_>, test: &RankTest) -> ClaimResult {
    let corpus = localized.context.corpus;
    let resolved = ResolvedNames::of(corpus, &test.of.institutions, test.of.reach);
    let works = selection::works(corpus, &test.of, &resolved);
    let (counts, own, own_works, rule) = match &test.subject {
        RankSubject::Country(name) => {
            let Some(country) = Country::parse(name) else {
                let why = localized.text(message!("check-no-country", name = name));
                return ClaimResult { expected: claimed_number(test.op, test.value), ..ClaimResult::unchecked(why) };
            };
            let counts = by_country(localized, &works, test);
            let named: Vec<(String, usize)> =
                counts.iter().map(|(country, count)| (localized.pick(country.names()), *count)).collect();
            let team = |id: &WorkId| counts_for(corpus, corpus.institutions_of(*id), &country, test.of.rule);
            let own: Vec<WorkId> = works.iter().copied().filter(team).collect();
            (named, localized.pick(country.names()), own, country_rule(localized, test.of.rule))
        }
        RankSubject::Institution(name) => {
            let ids = ResolvedNames::of(corpus, std::slice::from_ref(name), test.of.reach);
            let own = |id: &WorkId| ids.matched_names(corpus.institutions_of(*id)) > 0;
            let own: Vec<WorkId> = works.iter().copied().filter(own).collect();
            let label = ids.sets[0].first().map_or_else(|| name.claimed().to_owned(), |&id| localized.name(id));
            let mut counts = by_institution(localized, &works, &ids.sets[0]);
            counts.push((label.clone(), own.len()));
            let rule = localized.text(message!("check-rule-institution", kind = localized.kind()));
            (counts, label, own, rule)
        }
    };
    let rank = 1 + counts.iter().filter(|(_, count)| *count > own_works.len()).count() as u64;
    let agrees = !own_works.is_empty() && test.op.holds(rank, test.value);
    let why = localized.text(match own_works.len() {
        0 => message!("check-no-work-of", name = own, kind = localized.kind(), rule = rule),
        count => message!(
            "check-rank",
            name = own,
            rank = rank,
            total = counts.len(),
            count = count,
            kind = localized.kind(),
            rule = rule
        ),
    });
    ClaimResult {
        verdict: ClaimVerdict::of(|| agrees),
        expected: claimed_number(test.op, test.value),
        found: if own_works.is_empty() { serde_json::Value::Null } else { rank.into() },
        evidence: own_works,
        why,
    }
}

/// Number of works of each country; values that are no country ("Multinational") are not ranked.
fn by_country(localized: &LocalizedContext<'_, '_>, works: &[WorkId], test: &RankTest) -> Vec<(Country, usize)> {
    let corpus = localized.context.corpus;
    let mut counts: BTreeMap<Country, usize> = BTreeMap::new();
    for &id in works {
        let team = corpus.institutions_of(id);
        let all: BTreeSet<&Country> = team.iter().flat_map(|&id| &corpus.institution(id).countries).collect();
        for country in all {
            let is_country = Country::parse(country.code()).is_some();
            if is_country && counts_for(corpus, team, country, test.of.rule) {
                *counts.entry(country.clone()).or_default() += 1;
            }
        }
    }
    counts.into_iter().collect()
}

fn by_institution(
    localized: &LocalizedContext<'_, '_>,
    works: &[WorkId],
    except: &[InstitutionId],
) -> Vec<(String, usize)> {
    let corpus = localized.context.corpus;
    let mut counts: BTreeMap<InstitutionId, usize> = BTreeMap::new();
    for &id in works.iter().flat_map(|&id| corpus.institutions_of(id)) {
        *counts.entry(id).or_default() += 1;
    }
    counts.into_iter().filter(|(id, _)| !except.contains(id)).map(|(id, count)| (localized.name(id), count)).collect()
}
