//! Claims on facts of works.

use serde_json::Value;

use crate::answer::korean::{Particle, attach};
use crate::corpus::claim::{Every, Mode, Reach, WorkTest};
use crate::corpus::date::Date;
use crate::corpus::work::WorkId;
use crate::query::check::counts::{missing_institutions, no_such_work, no_work_named};
use crate::query::check::selection::{self, ResolvedNames, contains_term, eq_ignoring_case};
use crate::query::check::verdict::{ClaimResult, ClaimVerdict};
use crate::query::voice::Voice;

/// Evaluates existence, institutions, date, criteria and accessibility of one work.
pub(super) fn work(voice: &Voice<'_, '_>, test: &WorkTest) -> ClaimResult {
    let corpus = voice.context.corpus;
    let resolved = ResolvedNames::of(corpus, &test.institutions, Reach::Own);
    let id = match selection::work(corpus, &test.name) {
        Ok(id) => id,
        Err(near) => return no_such_work_result(voice, test, &resolved, &near),
    };
    let work = corpus.work(id);
    let team = corpus.institutions_of(id);
    let (mut expected, mut found) = (vec![test.name.claimed().to_owned()], vec![work.name.to_owned()]);
    let mut mismatches: Vec<String> = Vec::new();
    let mut require = |agrees: bool, english: &str, korean: &str| {
        if !agrees {
            mismatches.push(voice.say(english, korean));
        }
    };
    // Facts that are not recorded neither agree nor differ.
    let mut unrecorded: Vec<String> = Vec::new();
    let mut lacks = |lacks: bool, english: &str, korean: &str| {
        if lacks {
            unrecorded.push(voice.say(english, korean));
        }
        lacks
    };
    let mut evidence = vec![id];
    let mut why = vec![voice.say(
        format!("The data have {}.", voice.work(id)),
        format!("자료에 {} 있다.", attach(&voice.work(id), Particle::Subject)),
    )];
    if !test.institutions.is_empty() {
        let alone = test.mode != Mode::Alone || team.iter().all(|id| resolved.sets.iter().any(|set| set.contains(id)));
        require(resolved.matched_names(team) == resolved.sets.len() && alone, "institutions", "기관");
        expected.push(resolved.claimed(voice, &test.institutions).join(" + "));
        found.push(team.iter().map(|&id| voice.name(id)).collect::<Vec<_>>().join(" + "));
        why.extend(missing_institutions(voice, &resolved.missing));
    }
    if let Some(date) = test.date {
        let agrees = work.date.is_some_and(|found| spans(date, found));
        // A recorded year can agree with a claimed month.
        let coarse = work.date.is_some_and(|found| {
            !spans(date, found) && found.earliest() <= date.latest() && found.latest() >= date.earliest()
        });
        require(lacks(work.date.is_none() || coarse, "date", "날짜") || agrees, "date", "날짜");
        expected.push(date.to_string());
        found.push(work.date.map_or_else(|| "–".to_owned(), |date| date.to_string()));
    }
    if !test.criteria.is_empty() {
        let agrees = test.criteria.iter().all(|wanted| contains_term(work.criteria, wanted));
        require(lacks(work.criteria.is_empty(), "criteria", "선정 기준") || agrees, "criteria", "선정 기준");
        expected.push(test.criteria.iter().map(|word| voice.term(word)).collect::<Vec<_>>().join(", "));
        found.push(term_list(voice, work.criteria));
    }
    if let Some(wanted) = &test.accessibility {
        let agrees = eq_ignoring_case(work.accessibility, wanted);
        require(lacks(work.accessibility.is_empty(), "access", "공개 방식") || agrees, "access", "공개 방식");
        expected.push(voice.term(wanted));
        found.push(term_or_dash(voice, work.accessibility));
    }
    if let Some(condition) = &test.first_of {
        let resolved = ResolvedNames::of(corpus, &condition.institutions, condition.reach);
        let first = selection::works(corpus, condition, &resolved).into_iter().find(|&id| corpus.date(id).is_some());
        if let Some(first) = first.filter(|first| *first != id) {
            require(false, "which is first", "가장 이른 것");
            evidence.push(first);
            let first = voice.work(first);
            why.push(voice.say(format!("The first is {first}."), format!("가장 이른 것: {first}.")));
        } else {
            let earlier = selection::works(corpus, condition, &resolved).into_iter().filter(|&other| other != id);
            let last = work.date.map(Date::latest);
            let unsure = earlier.filter_map(|other| corpus.date(other)).any(|other| Some(other.earliest()) < last);
            if lacks(unsure, "which is first", "가장 이른 것") {
                why.push(voice.say(
                    "Dates are too coarse to tell which is first.",
                    "날짜가 정확하지 않아 어느 것이 먼저인지 알 수 없다.",
                ));
            } else {
                why.push(voice.say("It is the first of its kind there.", "그 조건에서 가장 이르다."));
            }
        }
        why.extend(selection::rule_sentences(voice, condition));
    }
    why.insert(1, voice.say(format!("Recorded: {}.", found.join("; ")), format!("기록: {}.", found.join("; "))));
    if !mismatches.is_empty() {
        let list = voice.list(&mismatches, "가지");
        why.insert(2, voice.say(format!("What differs: {list}."), format!("다른 점: {list}.")));
    }
    if !unrecorded.is_empty() {
        let list = voice.list(&unrecorded, "가지");
        let told = voice.say(format!("Not recorded: {list}."), format!("기록이 없는 것: {list}."));
        why.insert(2, told);
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
    voice: &Voice<'_, '_>,
    test: &WorkTest,
    resolved: &ResolvedNames,
    near: &[WorkId],
) -> ClaimResult {
    let corpus = voice.context.corpus;
    let mut nearest: Vec<WorkId> = near.to_vec();
    nearest.sort_by_key(|&id| std::cmp::Reverse(resolved.matched_names(corpus.institutions_of(id))));
    if !resolved.sets.is_empty() && !nearest.is_empty() {
        let best = resolved.matched_names(corpus.institutions_of(nearest[0]));
        nearest.retain(|&id| resolved.matched_names(corpus.institutions_of(id)) == best);
    }
    nearest.truncate(2);
    let mut why = vec![no_work_named(voice, test.name.claimed(), &nearest)];
    why.extend(missing_institutions(voice, &resolved.missing));
    ClaimResult {
        verdict: ClaimVerdict::Differs,
        expected: test.name.claimed().into(),
        found: nearest.first().map_or(Value::Null, |&id| corpus.work_name(id).into()),
        evidence: nearest,
        why: why.join(" "),
    }
}

/// Evaluates a property of all works that meet a condition.
pub(super) fn every(voice: &Voice<'_, '_>, test: &Every) -> ClaimResult {
    let corpus = voice.context.corpus;
    let resolved = ResolvedNames::of(corpus, &test.of.institutions, test.of.reach);
    let works = selection::works(corpus, &test.of, &resolved);
    let property = test.criterion.iter().chain(&test.any_criterion).chain(&test.accessibility);
    let property: Vec<String> = property.map(|word| voice.term(word)).collect();
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
        let list = voice.work_list(&unrecorded);
        let why = voice.say(format!("Not recorded for {list}."), format!("기록이 없는 것: {list}."));
        return ClaimResult {
            expected: property.join(", ").into(),
            evidence: unrecorded,
            ..ClaimResult::unchecked(why)
        };
    }
    let mut why = vec![every_sentence(voice, test, &works, &counterexamples)];
    why.extend(missing_institutions(voice, &resolved.missing));
    why.extend(selection::rule_sentences(voice, &test.of));
    let found: Vec<String> = recorded(voice, test, if counterexamples.is_empty() { &works } else { &counterexamples });
    ClaimResult {
        verdict: ClaimVerdict::of(|| counterexamples.is_empty() && !works.is_empty()),
        expected: property.join(", ").into(),
        found: found.join(", ").into(),
        evidence: if counterexamples.is_empty() { works } else { counterexamples },
        why: why.join(" "),
    }
}

fn every_sentence(voice: &Voice<'_, '_>, test: &Every, works: &[WorkId], counterexamples: &[WorkId]) -> String {
    if works.is_empty() {
        return no_such_work(voice);
    }
    let all = voice.works(works.len());
    if counterexamples.is_empty() {
        return voice.say(format!("It is so for all of the {all}."), format!("해당 {all} 모두 그렇다."));
    }
    let corpus = voice.context.corpus;
    let describe = |&id: &WorkId| {
        let work = corpus.work(id);
        let mut facts = Vec::new();
        if test.criterion.is_some() || !test.any_criterion.is_empty() {
            facts.push(term_list(voice, work.criteria));
        }
        if test.accessibility.is_some() {
            facts.push(term_or_dash(voice, work.accessibility));
        }
        let (name, facts) = (work.name, facts.join(", "));
        voice.say(format!("{name} ({facts})"), format!("{name} – {facts}"))
    };
    let list = voice.list(
        &counterexamples.iter().map(describe).collect::<Vec<_>>(),
        crate::query::voice::noun_of(voice.context.kind).1,
    );
    let (count, some) = (voice.pieces(counterexamples.len()), works.len() > counterexamples.len());
    match some {
        true => voice.say(
            format!("Not so for {count} of the {all}: {list}."),
            format!("{all} 가운데 {count}는 그렇지 않다. {list}."),
        ),
        false => voice.say(format!("Not so for any of the {all}: {list}."), format!("{all} 모두 그렇지 않다. {list}.")),
    }
}

/// Recorded values of the works, each once.
fn recorded(voice: &Voice<'_, '_>, test: &Every, works: &[WorkId]) -> Vec<String> {
    let mut found = std::collections::BTreeSet::new();
    for &id in works {
        let work = voice.context.corpus.work(id);
        if test.criterion.is_some() || !test.any_criterion.is_empty() {
            found.extend(work.criteria.iter().map(|word| voice.term(word)));
        }
        if test.accessibility.is_some() {
            found.insert(term_or_dash(voice, work.accessibility));
        }
    }
    found.into_iter().collect()
}

fn term_list(voice: &Voice<'_, '_>, list: &[Box<str>]) -> String {
    let words: Vec<String> = list.iter().map(|word| voice.term(word)).collect();
    if words.is_empty() { "–".to_owned() } else { words.join(", ") }
}

fn term_or_dash(voice: &Voice<'_, '_>, text: &str) -> String {
    if text.is_empty() { "–".to_owned() } else { voice.term(text) }
}
