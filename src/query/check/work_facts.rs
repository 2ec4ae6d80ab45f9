//! Claims on facts of works.

use crate::corpus::claim::{Every, Participation, Reach, WorkTest};
use crate::corpus::date::Date;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{List, Message};
use crate::query::check::counts::{missing_institutions, no_such_work, no_work_named};
use crate::query::check::selection::{self, ResolvedNames, contains_term, eq_ignoring_case};
use crate::query::check::verdict::{ClaimResult, ClaimVerdict};
use crate::query::localized::LocalizedContext;
use serde_json::Value;

/// Evaluates existence, institutions, date, criteria and accessibility of one work.
pub(super) fn work(localized: &LocalizedContext<'_, '_>, test: &WorkTest) -> ClaimResult {
    let corpus = localized.context.corpus;
    let resolved = ResolvedNames::of(corpus, &test.institutions, Reach::Own);
    let id = match selection::work(corpus, &test.name) {
        Ok(id) => id,
        Err(near) => return no_such_work_result(localized, test, &resolved, &near),
    };
    let work = corpus.work(id);
    let team = corpus.institutions_of(id);
    let (mut expected, mut found) = (vec![test.name.claimed().to_owned()], vec![work.name.to_owned()]);
    let mut mismatches: Vec<Message> = Vec::new();
    let mut require = |agrees: bool, fact: &'static str| {
        if !agrees {
            mismatches.push(message!("check-fact", fact = fact));
        }
    };
    // Facts that are not recorded neither agree nor differ.
    let mut unrecorded: Vec<Message> = Vec::new();
    let mut lacks = |lacks: bool, fact: &'static str| {
        if lacks {
            unrecorded.push(message!("check-fact", fact = fact));
        }
        lacks
    };
    let mut evidence = vec![id];
    let mut why = vec![localized.text(message!("check-has-work", work = localized.dated(id)))];
    if !test.institutions.is_empty() {
        let alone =
            test.mode != Participation::Alone || team.iter().all(|id| resolved.sets.iter().any(|set| set.contains(id)));
        require(resolved.matched_names(team) == resolved.sets.len() && alone, "institutions");
        expected.push(resolved.claimed(localized, &test.institutions).join(" + "));
        found.push(team.iter().map(|&id| localized.name(id)).collect::<Vec<_>>().join(" + "));
        why.extend(missing_institutions(localized, &resolved.missing));
    }
    if let Some(date) = test.date {
        let agrees = work.date.is_some_and(|found| spans(date, found));
        // A recorded year can agree with a claimed month.
        let coarse = work.date.is_some_and(|found| {
            !spans(date, found) && found.earliest() <= date.latest() && found.latest() >= date.earliest()
        });
        require(lacks(work.date.is_none() || coarse, "dates") || agrees, "dates");
        expected.push(date.to_string());
        found.push(work.date.map_or_else(|| "–".to_owned(), |date| date.to_string()));
    }
    if !test.criteria.is_empty() {
        let agrees = test.criteria.iter().all(|wanted| contains_term(work.criteria, wanted));
        require(lacks(work.criteria.is_empty(), "criteria") || agrees, "criteria");
        expected.push(test.criteria.iter().map(|word| localized.term(word)).collect::<Vec<_>>().join(", "));
        found.push(term_list(localized, work.criteria));
    }
    if let Some(wanted) = &test.accessibility {
        let agrees = eq_ignoring_case(work.accessibility, wanted);
        require(lacks(work.accessibility.is_empty(), "access") || agrees, "access");
        expected.push(localized.term(wanted));
        found.push(term_or_dash(localized, work.accessibility));
    }
    if let Some(condition) = &test.first_of {
        let resolved = ResolvedNames::of(corpus, &condition.institutions, condition.reach);
        let first = selection::works(corpus, condition, &resolved).into_iter().find(|&id| corpus.date(id).is_some());
        if let Some(first) = first.filter(|first| *first != id) {
            require(false, "first");
            evidence.push(first);
            why.push(localized.text(message!("check-first", work = localized.dated(first))));
        } else {
            let earlier = selection::works(corpus, condition, &resolved).into_iter().filter(|&other| other != id);
            let last = work.date.map(Date::latest);
            let unsure = earlier.filter_map(|other| corpus.date(other)).any(|other| Some(other.earliest()) < last);
            if lacks(unsure, "first") {
                why.push(localized.text(message!("check-coarse-dates")));
            } else {
                why.push(localized.text(message!("check-is-first")));
            }
        }
        why.extend(selection::rule_sentences(localized, condition));
    }
    why.insert(1, localized.text(message!("check-recorded", facts = found.join("; "))));
    if !mismatches.is_empty() {
        why.insert(2, localized.text(message!("check-mismatches", facts = List::and(mismatches.clone(), "other"))));
    }
    if !unrecorded.is_empty() {
        why.insert(2, localized.text(message!("check-unrecorded", facts = List::and(unrecorded.clone(), "other"))));
    }
    ClaimResult {
        verdict: match (mismatches.is_empty(), unrecorded.is_empty()) {
            (true, true) => ClaimVerdict::Holds,
            (true, false) => ClaimVerdict::CannotBeChecked,
            (false, _) => ClaimVerdict::Differs,
        },
        expected: expected.join("; ").into(),
        found: found.join("; ").into(),
        evidence,
        why: why.join(" "),
    }
}

/// Whether the recorded date lies within the claimed one (any day of a claimed month).
fn spans(claimed: Date, found: Date) -> bool {
    found.earliest() >= claimed.earliest() && found.latest() <= claimed.latest()
}

/// Result of a claim on a work that is not in the data, with the nearest works by name and institutions.
fn no_such_work_result(
    localized: &LocalizedContext<'_, '_>,
    test: &WorkTest,
    resolved: &ResolvedNames,
    near: &[WorkId],
) -> ClaimResult {
    let corpus = localized.context.corpus;
    let mut nearest: Vec<WorkId> = near.to_vec();
    nearest.sort_by_key(|&id| std::cmp::Reverse(resolved.matched_names(corpus.institutions_of(id))));
    if !resolved.sets.is_empty() && !nearest.is_empty() {
        let best = resolved.matched_names(corpus.institutions_of(nearest[0]));
        nearest.retain(|&id| resolved.matched_names(corpus.institutions_of(id)) == best);
    }
    nearest.truncate(2);
    let mut why = vec![no_work_named(localized, test.name.claimed(), &nearest)];
    why.extend(missing_institutions(localized, &resolved.missing));
    ClaimResult {
        verdict: ClaimVerdict::Differs,
        expected: test.name.claimed().into(),
        found: nearest.first().map_or(Value::Null, |&id| corpus.work_name(id).into()),
        evidence: nearest,
        why: why.join(" "),
    }
}

/// Evaluates a property of all works that meet a condition.
pub(super) fn every(localized: &LocalizedContext<'_, '_>, test: &Every) -> ClaimResult {
    let corpus = localized.context.corpus;
    let resolved = ResolvedNames::of(corpus, &test.of.institutions, test.of.reach);
    let works = selection::works(corpus, &test.of, &resolved);
    let property = test.criterion.iter().chain(&test.any_criterion).chain(&test.accessibility);
    let property: Vec<String> = property.map(|word| localized.term(word)).collect();
    // Facts that are not recorded neither agree nor differ.
    let is_unrecorded = |id: WorkId| {
        let work = corpus.work(id);
        test.criterion.is_some() && work.criteria.is_empty()
            || test.accessibility.is_some() && work.accessibility.is_empty()
    };
    let has_property = |id: WorkId| {
        let work = corpus.work(id);
        test.criterion.as_ref().is_none_or(|wanted| contains_term(work.criteria, wanted))
            && test.accessibility.as_ref().is_none_or(|wanted| eq_ignoring_case(work.accessibility, wanted))
            && (test.any_criterion.is_empty()
                || work.criteria.is_empty()
                || test.any_criterion.iter().any(|wanted| contains_term(work.criteria, wanted)))
    };
    let (unrecorded, recorded_works): (Vec<WorkId>, Vec<WorkId>) =
        works.iter().copied().partition(|&id| is_unrecorded(id));
    let counterexamples: Vec<WorkId> = recorded_works.iter().copied().filter(|&id| !has_property(id)).collect();
    if counterexamples.is_empty() && !unrecorded.is_empty() {
        let why = localized.text(message!("check-unrecorded-works", works = localized.dated_list(&unrecorded)));
        return ClaimResult {
            expected: property.join(", ").into(),
            evidence: unrecorded,
            ..ClaimResult::unchecked(why)
        };
    }
    let mut why = vec![every_sentence(localized, test, &works, &counterexamples)];
    why.extend(missing_institutions(localized, &resolved.missing));
    why.extend(selection::rule_sentences(localized, &test.of));
    let found: Vec<String> =
        recorded(localized, test, if counterexamples.is_empty() { &works } else { &counterexamples });
    ClaimResult {
        verdict: ClaimVerdict::of(|| counterexamples.is_empty() && !works.is_empty()),
        expected: property.join(", ").into(),
        found: found.join(", ").into(),
        evidence: if counterexamples.is_empty() { works } else { counterexamples },
        why: why.join(" "),
    }
}

fn every_sentence(
    localized: &LocalizedContext<'_, '_>,
    test: &Every,
    works: &[WorkId],
    counterexamples: &[WorkId],
) -> String {
    if works.is_empty() {
        return no_such_work(localized);
    }
    let (total, kind) = (works.len(), localized.kind());
    if counterexamples.is_empty() {
        return localized.text(message!("check-every", total = total, kind = kind));
    }
    let corpus = localized.context.corpus;
    let describe = |&id: &WorkId| {
        let work = corpus.work(id);
        let mut facts = Vec::new();
        if test.criterion.is_some() || !test.any_criterion.is_empty() {
            facts.push(term_list(localized, work.criteria));
        }
        if test.accessibility.is_some() {
            facts.push(term_or_dash(localized, work.accessibility));
        }
        message!("check-work-facts", work = work.name, facts = facts.join(", "))
    };
    let list = List::and(counterexamples.iter().map(describe), kind);
    let count = counterexamples.len();
    localized.text(match total > count {
        true => message!("check-not-every", count = count, total = total, kind = kind, works = list),
        false => message!("check-not-any", total = total, kind = kind, works = list),
    })
}

/// Recorded values of the works, each once.
fn recorded(localized: &LocalizedContext<'_, '_>, test: &Every, works: &[WorkId]) -> Vec<String> {
    let mut found = std::collections::BTreeSet::new();
    for &id in works {
        let work = localized.context.corpus.work(id);
        if test.criterion.is_some() || !test.any_criterion.is_empty() {
            found.extend(work.criteria.iter().map(|word| localized.term(word)));
        }
        if test.accessibility.is_some() {
            found.insert(term_or_dash(localized, work.accessibility));
        }
    }
    found.into_iter().collect()
}

fn term_list(localized: &LocalizedContext<'_, '_>, list: &[Box<str>]) -> String {
    let words: Vec<String> = list.iter().map(|word| localized.term(word)).collect();
    if words.is_empty() { "–".to_owned() } else { words.join(", ") }
}

fn term_or_dash(localized: &LocalizedContext<'_, '_>, text: &str) -> String {
    if text.is_empty() { "–".to_owned() } else { localized.term(text) }
}
