//! Claims on numbers of works.

use crate::corpus::claim::{Condition, Count, Joint, Participation};
use crate::corpus::institution::InstitutionId;
use crate::corpus::naming::fold;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::List;
use crate::query::check::selection::{self, ResolvedNames};
use crate::query::check::verdict::{ClaimResult, ClaimVerdict, claimed_number};
use crate::query::localized::LocalizedContext;
use std::collections::BTreeSet;

/// Evaluates a claimed count and the works that the claim names.
pub(super) fn count(localized: &LocalizedContext<'_, '_>, count: &Count) -> ClaimResult {
    let corpus = localized.context.corpus;
    let resolved = ResolvedNames::of(corpus, &count.of.institutions, count.of.reach);
    let works = selection::works(corpus, &count.of, &resolved);
    let agrees = count.op.holds(works.len() as u64, count.value);
    let mut why = vec![count_sentence(localized, &works)];
    let mut evidence = works.clone();
    if !agrees && count.of.mode == Participation::Together {
        if let ([a, b], true) = (resolved.sets.as_slice(), works.is_empty()) {
            why.extend(no_joint_works(localized, a, b, &mut evidence));
        } else {
            why.extend(nearest_sentence(localized, &resolved));
            evidence.extend(if works.is_empty() { partial_matches(localized, &resolved) } else { Vec::new() });
        }
    }
    let mut named = true;
    let taken: Vec<WorkId> = count.names.iter().filter_map(|name| selection::work(corpus, name).ok()).collect();
    // Of equally similar works prefer a counted one that no other name of the claim means.
    let rank = |id: &WorkId| (taken.contains(id), !works.contains(id));
    for name in &count.names {
        let (is_counted, sentence) = named_work(localized, name, &works, rank, &mut evidence);
        named &= is_counted;
        why.extend(sentence);
    }
    if agrees && !named {
        why.insert(0, localized.text(message!("check-name-differs")));
    }
    why.extend(unnamed_institutions(localized, &count.of, &resolved, &works));
    // Works that might count if a missing date or accessibility were recorded.
    let undecided = unrecorded(localized, &count.of, &resolved, &works);
    let could = (0..=undecided.len() as u64).any(|more| count.op.holds(works.len() as u64 + more, count.value));
    if !undecided.is_empty() {
        let list = localized.dated_list(&undecided);
        why.push(localized.text(message!(
            "check-undecided",
            count = undecided.len(),
            kind = localized.kind(),
            works = list
        )));
        if !agrees && could {
            return ClaimResult {
                verdict: ClaimVerdict::CannotBeChecked,
                expected: claimed_number(count.op, count.value),
                found: works.len().into(),
                evidence: undecided,
                why: why.join(" "),
            };
        }
    }
    why.extend(missing_institutions(localized, &resolved.missing));
    why.extend(selection::rule_sentences(localized, &count.of));
    ClaimResult {
        verdict: ClaimVerdict::of(|| agrees && named),
        expected: claimed_number(count.op, count.value),
        found: works.len().into(),
        evidence,
        why: why.join(" "),
    }
}

/// Works that meet the condition except for a date or accessibility that is not recorded.
fn unrecorded(
    localized: &LocalizedContext<'_, '_>,
    of: &Condition,
    resolved: &ResolvedNames,
    works: &[WorkId],
) -> Vec<WorkId> {
    let corpus = localized.context.corpus;
    let asks_date = [of.during, of.since, of.until].iter().any(Option::is_some);
    if !asks_date && of.accessibility.is_none() {
        return Vec::new();
    }
    let lacks = |id: WorkId| {
        let (no_date, no_access) = (corpus.date(id).is_none(), corpus.work(id).accessibility.is_empty());
        if !(asks_date && no_date || of.accessibility.is_some() && no_access) {
            return false;
        }
        let date = |one| if no_date { None } else { one };
        let access = of.accessibility.clone().filter(|_| !no_access);
        let rest = Condition {
            during: date(of.during),
            since: date(of.since),
            until: date(of.until),
            accessibility: access,
            ..of.clone()
        };
        selection::meets(corpus, &rest, resolved, id)
    };
    corpus.work_ids().filter(|id| works.binary_search(id).is_err() && lacks(*id)).collect()
}

/// Evaluates a claimed number of joint works of two institutions.
pub(super) fn joint(localized: &LocalizedContext<'_, '_>, joint: &Joint) -> ClaimResult {
    let institutions = vec![joint.a.clone(), joint.b.clone()];
    let of = Condition { institutions, mode: Participation::Together, ..Condition::default() };
    count(localized, &Count { of, value: joint.value, op: joint.op, names: Vec::new() })
}

fn count_sentence(localized: &LocalizedContext<'_, '_>, works: &[WorkId]) -> String {
    if works.is_empty() {
        return no_such_work(localized);
    }
    let list = localized.dated_list(works);
    localized.text(message!("check-count", count = works.len(), kind = localized.kind(), works = list))
}

/// Sentence: no work meets the condition.
pub(super) fn no_such_work(localized: &LocalizedContext<'_, '_>) -> String {
    localized.text(message!("check-no-such-work", kind = localized.kind()))
}

/// Whether a name of the claim is that of a counted work, and if not, a sentence on the nearest work.
fn named_work(
    localized: &LocalizedContext<'_, '_>,
    name: &crate::corpus::claim::AnyOf,
    works: &[WorkId],
    rank: impl Fn(&WorkId) -> (bool, bool),
    evidence: &mut Vec<WorkId>,
) -> (bool, Option<String>) {
    let claimed = name.claimed();
    match selection::work(localized.context.corpus, name) {
        Ok(id) if works.contains(&id) => (true, None),
        Ok(id) => {
            evidence.push(id);
            (false, Some(localized.text(message!("check-not-among", work = localized.dated(id)))))
        }
        Err(mut candidates) => {
            // A name that contains the full name of a counted work is similar to it, whatever its length.
            let folded = fold(claimed);
            let contains_name = |id: &WorkId| folded.contains(&fold(localized.context.corpus.work_name(*id)));
            candidates.extend(works.iter().copied().filter(contains_name));
            candidates.sort_by_key(&rank);
            (false, Some(no_work_named(localized, claimed, &candidates)))
        }
    }
}

/// Sentence: no work has this name, and the nearest one.
pub(super) fn no_work_named(localized: &LocalizedContext<'_, '_>, claimed: &str, candidates: &[WorkId]) -> String {
    let kind = localized.kind();
    localized.text(match candidates.first() {
        None => message!("check-no-name", kind = kind, name = claimed),
        Some(&nearest) => {
            message!("check-nearest-name", kind = kind, name = claimed, nearest = localized.dated(nearest))
        }
    })
}

/// Works of some but not all of the institutions, most institutions first.
fn partial_matches(localized: &LocalizedContext<'_, '_>, resolved: &ResolvedNames) -> Vec<WorkId> {
    let corpus = localized.context.corpus;
    let on = |id: &WorkId| resolved.matched_names(corpus.institutions_of(*id));
    let mut works: Vec<WorkId> = corpus.work_ids().filter(|id| on(id) > 1 && on(id) < resolved.sets.len()).collect();
    works.sort_by_key(|id| std::cmp::Reverse(on(id)));
    works
}

fn nearest_sentence(localized: &LocalizedContext<'_, '_>, resolved: &ResolvedNames) -> Option<String> {
    let works = partial_matches(localized, resolved);
    let one = |&id: &WorkId| {
        let team = localized.context.corpus.institutions_of(id);
        let on: Vec<_> = team.iter().copied().filter(|id| resolved.sets.iter().any(|set| set.contains(id))).collect();
        message!("check-work-by", work = localized.dated(id), names = localized.institution_list(&on))
    };
    let list = List::and(works.iter().map(one), localized.kind());
    (!works.is_empty()).then(|| localized.text(message!("check-partial", kind = localized.kind(), works = list)))
}

/// Sentence on two institutions without joint works: their numbers of works and common partners. The works of the one
/// with fewer become the evidence: the other takes part in none of them.
fn no_joint_works(
    localized: &LocalizedContext<'_, '_>,
    a: &[InstitutionId],
    b: &[InstitutionId],
    evidence: &mut Vec<WorkId>,
) -> Option<String> {
    let corpus = localized.context.corpus;
    let works =
        |set: &[InstitutionId]| set.iter().flat_map(|&id| corpus.works_of(id)).copied().collect::<BTreeSet<_>>();
    let around = |works: &BTreeSet<WorkId>| {
        works.iter().flat_map(|&id| corpus.institutions_of(id)).copied().collect::<BTreeSet<InstitutionId>>()
    };
    let (first, second) = (a.first()?, b.first()?);
    let (of_a, of_b) = (works(a), works(b));
    let shared: Vec<InstitutionId> = around(&of_a).intersection(&around(&of_b)).copied().collect();
    let (name_a, name_b) = (localized.names_of(*first), localized.names_of(*second));
    let (count_a, count_b) = (of_a.len(), of_b.len());
    let kind = localized.kind();
    let none = message!("check-no-joint", a = name_a, b = name_b, count_a = count_a, count_b = count_b, kind = kind);
    let mut sentence = localized.text(none);
    if !shared.is_empty() {
        sentence.push(' ');
        sentence.push_str(&localized.text(message!("check-common", names = localized.institution_list(&shared))));
    }
    evidence.extend(if of_a.len() <= of_b.len() { of_a } else { of_b });
    Some(sentence)
}

/// Sentence on participants of joint works that the claim does not name.
fn unnamed_institutions(
    localized: &LocalizedContext<'_, '_>,
    of: &Condition,
    resolved: &ResolvedNames,
    works: &[WorkId],
) -> Option<String> {
    if of.mode != Participation::Together || works.is_empty() {
        return None;
    }
    let team = works.iter().flat_map(|&id| localized.context.corpus.institutions_of(id));
    let mut others: Vec<_> = team.copied().filter(|id| !resolved.sets.iter().any(|set| set.contains(id))).collect();
    others.sort();
    others.dedup();
    let names = localized.institution_list(&others);
    (!others.is_empty()).then(|| localized.text(message!("check-unnamed", names = names)))
}

/// Sentence on institutions that are not in the data.
pub(super) fn missing_institutions(localized: &LocalizedContext<'_, '_>, names: &[String]) -> Option<String> {
    let list = List::and(names, "actor");
    (!names.is_empty()).then(|| localized.text(message!("check-missing", names = list)))
}
