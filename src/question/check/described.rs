//! Works as a claim describes them.

use serde_json::Value;

use crate::answer::korean::{Particle, attach};
use crate::corpus::claim::{Every, Participation, Reach, WorkTest};
use crate::corpus::date::Date;
use crate::corpus::work::WorkId;
use crate::question::check::counted::{missing, no_such, no_work};
use crate::question::check::judged::{Judged, Verdict};
use crate::question::check::selected::{self, Resolved, has, same};
use crate::question::voice::Voice;

/// Existence, makers, date, criteria and accessibility of one work.
pub(super) fn work(voice: &Voice<'_, '_>, test: &WorkTest) -> Judged {
    let corpus = voice.scope.corpus;
    let resolved = Resolved::of(corpus, &test.institutions, Reach::Own);
    let id = match selected::work(corpus, &test.name) {
        Ok(id) => id,
        Err(near) => return absent(voice, test, &resolved, &near),
    };
    let work = corpus.work(id);
    let team = corpus.institutions_of(id);
    let (mut expected, mut found) = (vec![test.name.claimed().to_owned()], vec![work.name.to_owned()]);
    let mut faults: Vec<String> = Vec::new();
    let mut fault = |agrees: bool, english: &str, korean: &str| {
        if !agrees {
            faults.push(voice.say(english, korean));
        }
    };
    // What is not recorded of this work can neither agree nor differ.
    let mut open: Vec<String> = Vec::new();
    let mut lacks = |lacks: bool, english: &str, korean: &str| {
        if lacks {
            open.push(voice.say(english, korean));
        }
        lacks
    };
    let mut evidence = vec![id];
    let mut why = vec![voice.say(
        format!("The data have {}.", voice.work(id)),
        format!("자료에 {} 있다.", attach(&voice.work(id), Particle::Subject)),
    )];
    if !test.institutions.is_empty() {
        let alone =
            test.mode != Participation::Alone || team.iter().all(|id| resolved.sets.iter().any(|set| set.contains(id)));
        fault(resolved.on(team) == resolved.sets.len() && alone, "institutions", "기관");
        expected.push(resolved.claimed(voice, &test.institutions).join(" + "));
        found.push(team.iter().map(|&id| voice.name(id)).collect::<Vec<_>>().join(" + "));
        why.extend(missing(voice, &resolved.missing));
    }
    if let Some(date) = test.date {
        let agrees = work.date.is_some_and(|found| spans(date, found));
        // A year may or may not be the month that is claimed.
        let coarse = work.date.is_some_and(|found| {
            !spans(date, found) && found.earliest() <= date.latest() && found.latest() >= date.earliest()
        });
        fault(lacks(work.date.is_none() || coarse, "date", "날짜") || agrees, "date", "날짜");
        expected.push(date.to_string());
        found.push(work.date.map_or_else(|| "–".to_owned(), |date| date.to_string()));
    }
    if !test.criteria.is_empty() {
        let agrees = test.criteria.iter().all(|wanted| has(work.criteria, wanted));
        fault(lacks(work.criteria.is_empty(), "criteria", "선정 기준") || agrees, "criteria", "선정 기준");
        expected.push(test.criteria.iter().map(|word| voice.term(word)).collect::<Vec<_>>().join(", "));
        found.push(words(voice, work.criteria));
    }
    if let Some(wanted) = &test.accessibility {
        let agrees = same(work.accessibility, wanted);
        fault(lacks(work.accessibility.is_empty(), "access", "공개 방식") || agrees, "access", "공개 방식");
        expected.push(voice.term(wanted));
        found.push(shown(voice, work.accessibility));
    }
    if let Some(condition) = &test.first_of {
        let resolved = Resolved::of(corpus, &condition.institutions, condition.reach);
        let first = selected::works(corpus, condition, &resolved).into_iter().find(|&id| corpus.date(id).is_some());
        if let Some(first) = first.filter(|first| *first != id) {
            fault(false, "which is first", "가장 이른 것");
            evidence.push(first);
            let first = voice.work(first);
            why.push(voice.say(format!("The first is {first}."), format!("가장 이른 것: {first}.")));
        } else {
            let earlier = selected::works(corpus, condition, &resolved).into_iter().filter(|&other| other != id);
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
        why.extend(selected::rules(voice, condition));
    }
    why.insert(1, voice.say(format!("Recorded: {}.", found.join("; ")), format!("기록: {}.", found.join("; "))));
    if !faults.is_empty() {
        let list = voice.list(&faults, "가지");
        why.insert(2, voice.say(format!("What differs: {list}."), format!("다른 점: {list}.")));
    }
    if !open.is_empty() {
        let list = voice.list(&open, "가지");
        let told = voice.say(format!("Not recorded: {list}."), format!("기록이 없는 것: {list}."));
        why.insert(2, told);
    }
    Judged {
        verdict: match (faults.is_empty(), open.is_empty()) {
            (true, true) => Verdict::Holds,
            (true, false) => Verdict::CannotBeChecked,
            (false, _) => Verdict::Differs,
        },
        expected: expected.join("; ").into(),
        found: found.join("; ").into(),
        evidence,
        why: why.join(" "),
    }
}

/// Whether a claimed date is met: a month holds all of its days.
fn spans(claimed: Date, found: Date) -> bool {
    found.earliest() >= claimed.earliest() && found.latest() <= claimed.latest()
}

/// A work that the data do not have, with the nearest: by name, else by its makers.
fn absent(voice: &Voice<'_, '_>, test: &WorkTest, resolved: &Resolved, near: &[WorkId]) -> Judged {
    let corpus = voice.scope.corpus;
    let mut nearest: Vec<WorkId> = near.to_vec();
    nearest.sort_by_key(|&id| std::cmp::Reverse(resolved.on(corpus.institutions_of(id))));
    if !resolved.sets.is_empty() && !nearest.is_empty() {
        let best = resolved.on(corpus.institutions_of(nearest[0]));
        nearest.retain(|&id| resolved.on(corpus.institutions_of(id)) == best);
    }
    nearest.truncate(2);
    let mut why = vec![no_work(voice, test.name.claimed(), &nearest)];
    why.extend(missing(voice, &resolved.missing));
    Judged {
        verdict: Verdict::Differs,
        expected: test.name.claimed().into(),
        found: nearest.first().map_or(Value::Null, |&id| corpus.work_name(id).into()),
        evidence: nearest,
        why: why.join(" "),
    }
}

/// A property of all works that meet a condition.
pub(super) fn every(voice: &Voice<'_, '_>, test: &Every) -> Judged {
    let corpus = voice.scope.corpus;
    let resolved = Resolved::of(corpus, &test.of.institutions, test.of.reach);
    let works = selected::works(corpus, &test.of, &resolved);
    let property = test.criterion.iter().chain(&test.any_criterion).chain(&test.accessibility);
    let property: Vec<String> = property.map(|word| voice.term(word)).collect();
    // What is not recorded of a work can neither agree nor differ.
    let is_open = |id: WorkId| {
        let work = corpus.work(id);
        test.criterion.is_some() && work.criteria.is_empty()
            || test.accessibility.is_some() && work.accessibility.is_empty()
    };
    let fits = |id: WorkId| {
        let work = corpus.work(id);
        test.criterion.as_ref().is_none_or(|wanted| has(work.criteria, wanted))
            && test.accessibility.as_ref().is_none_or(|wanted| same(work.accessibility, wanted))
            && (test.any_criterion.is_empty()
                || work.criteria.is_empty()
                || test.any_criterion.iter().any(|wanted| has(work.criteria, wanted)))
    };
    let (open, told_of): (Vec<WorkId>, Vec<WorkId>) = works.iter().copied().partition(|&id| is_open(id));
    let otherwise: Vec<WorkId> = told_of.iter().copied().filter(|&id| !fits(id)).collect();
    if otherwise.is_empty() && !open.is_empty() {
        let list = voice.work_list(&open);
        let why = voice.say(format!("Not recorded for {list}."), format!("기록이 없는 것: {list}."));
        return Judged { expected: property.join(", ").into(), evidence: open, ..Judged::unchecked(why) };
    }
    let mut why = vec![told(voice, test, &works, &otherwise)];
    why.extend(missing(voice, &resolved.missing));
    why.extend(selected::rules(voice, &test.of));
    let found: Vec<String> = recorded(voice, test, if otherwise.is_empty() { &works } else { &otherwise });
    Judged {
        verdict: Verdict::of(|| otherwise.is_empty() && !works.is_empty()),
        expected: property.join(", ").into(),
        found: found.join(", ").into(),
        evidence: if otherwise.is_empty() { works } else { otherwise },
        why: why.join(" "),
    }
}

fn told(voice: &Voice<'_, '_>, test: &Every, works: &[WorkId], otherwise: &[WorkId]) -> String {
    if works.is_empty() {
        return no_such(voice);
    }
    let all = voice.works(works.len());
    if otherwise.is_empty() {
        return voice.say(format!("It is so for all of the {all}."), format!("해당 {all} 모두 그렇다."));
    }
    let corpus = voice.scope.corpus;
    let tell = |&id: &WorkId| {
        let work = corpus.work(id);
        let mut facts = Vec::new();
        if test.criterion.is_some() || !test.any_criterion.is_empty() {
            facts.push(words(voice, work.criteria));
        }
        if test.accessibility.is_some() {
            facts.push(shown(voice, work.accessibility));
        }
        let (name, facts) = (work.name, facts.join(", "));
        voice.say(format!("{name} ({facts})"), format!("{name} – {facts}"))
    };
    let list = voice.list(&otherwise.iter().map(tell).collect::<Vec<_>>(), voice.scope.noun.korean().1);
    let (count, some) = (voice.pieces(otherwise.len()), works.len() > otherwise.len());
    match some {
        true => voice.say(
            format!("Not so for {count} of the {all}: {list}."),
            format!("{all} 가운데 {count}는 그렇지 않다. {list}."),
        ),
        false => voice.say(format!("Not so for any of the {all}: {list}."), format!("{all} 모두 그렇지 않다. {list}.")),
    }
}

/// What the works are recorded with, each once.
fn recorded(voice: &Voice<'_, '_>, test: &Every, works: &[WorkId]) -> Vec<String> {
    let mut found = std::collections::BTreeSet::new();
    for &id in works {
        let work = voice.scope.corpus.work(id);
        if test.criterion.is_some() || !test.any_criterion.is_empty() {
            found.extend(work.criteria.iter().map(|word| voice.term(word)));
        }
        if test.accessibility.is_some() {
            found.insert(shown(voice, work.accessibility));
        }
    }
    found.into_iter().collect()
}

fn words(voice: &Voice<'_, '_>, list: &[Box<str>]) -> String {
    let words: Vec<String> = list.iter().map(|word| voice.term(word)).collect();
    if words.is_empty() { "–".to_owned() } else { words.join(", ") }
}

fn shown(voice: &Voice<'_, '_>, text: &str) -> String {
    if text.is_empty() { "–".to_owned() } else { voice.term(text) }
}
