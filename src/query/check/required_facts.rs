//! Facts that a claim requires, and whether the data record them.

use crate::corpus::claim::{Condition, Every, Members, RankSubject, RankTest, Test, WorkTest};
use crate::query::localized::LocalizedContext;

/// Key of a kind of fact.
type Kind = &'static str;

const CRITERIA: Kind = "criteria";
const ACCESS: Kind = "access";
const DATES: Kind = "dates";
const COUNTRIES: Kind = "countries";
const SECTORS: Kind = "sectors";

/// Kinds of facts that a test requires and the data never record. O(works + institutions).
pub(super) fn missing(localized: &LocalizedContext<'_, '_>, test: &Test) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = required_by(test);
    kinds.sort_unstable();
    kinds.dedup();
    let corpus = localized.context.corpus;
    let institutions = || corpus.institution_ids().map(|id| corpus.institution(id));
    let has = |kind: &Kind| match *kind {
        CRITERIA => corpus.work_ids().any(|id| !corpus.work(id).criteria.is_empty()),
        ACCESS => corpus.work_ids().any(|id| !corpus.work(id).accessibility.is_empty()),
        DATES => corpus.work_ids().any(|id| corpus.date(id).is_some()),
        COUNTRIES => institutions().any(|one| !one.countries.is_empty()),
        _ => institutions().any(|one| !one.sectors.is_empty()),
    };
    kinds.retain(|kind| !has(kind));
    kinds
}

fn required_by(test: &Test) -> Vec<Kind> {
    let when = |wanted: bool, kind: Kind| wanted.then_some(kind);
    match test {
        Test::Count(count) => required_by_condition(&count.of),
        Test::Work(WorkTest { date, criteria, accessibility, first_of, .. }) => {
            let mut kinds: Vec<Kind> = first_of.iter().flat_map(required_by_condition).collect();
            kinds.extend(when(date.is_some() || first_of.is_some(), DATES));
            kinds.extend(when(!criteria.is_empty(), CRITERIA));
            kinds.extend(when(accessibility.is_some(), ACCESS));
            kinds
        }
        Test::Every(Every { of: condition, criterion, any_criterion, accessibility }) => {
            let mut kinds = required_by_condition(condition);
            kinds.extend(when(criterion.is_some() || !any_criterion.is_empty(), CRITERIA));
            kinds.extend(when(accessibility.is_some(), ACCESS));
            kinds
        }
        Test::Members(Members { of: condition, countries, sector, .. }) => {
            let mut kinds = required_by_condition(condition);
            kinds.extend(when(!countries.is_empty(), COUNTRIES));
            kinds.extend(when(sector.is_some(), SECTORS));
            kinds
        }
        Test::Rank(RankTest { of: condition, subject, .. }) => {
            let mut kinds = required_by_condition(condition);
            kinds.extend(when(matches!(subject, RankSubject::Country(_)), COUNTRIES));
            kinds
        }
        Test::Joint(_) | Test::Sum(_) | Test::None(_) => Vec::new(),
    }
}

fn required_by_condition(condition: &Condition) -> Vec<Kind> {
    let dated = [condition.during, condition.since, condition.until].iter().any(Option::is_some);
    [
        (!condition.countries.is_empty(), COUNTRIES),
        (condition.sector.is_some(), SECTORS),
        (dated, DATES),
        (condition.criterion.is_some(), CRITERIA),
        (condition.accessibility.is_some(), ACCESS),
    ]
    .into_iter()
    .filter_map(|(wanted, kind)| wanted.then_some(kind))
    .collect()
}
