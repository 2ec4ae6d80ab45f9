//! Claims on numbers of works.

use std::collections::BTreeSet;

use crate::answer::korean::{Particle, attach};
use crate::corpus::claim::{Condition, Count, Joint, Mode};
use crate::corpus::institution::InstitutionId;
use crate::corpus::naming::fold;
use crate::corpus::work::WorkId;
use crate::query::check::selection::{self, ResolvedNames};
use crate::query::check::verdict::{ClaimResult, ClaimVerdict, claimed_number};
use crate::query::voice::Voice;

/// Evaluates a claimed count and the works that the claim names.
pub(super) fn count(voice: &Voice<'_, '_>, count: &Count) -> ClaimResult {
    let corpus = voice.context.corpus;
    let resolved = ResolvedNames::of(corpus, &count.of.institutions, count.of.reach);
    let works = selection::works(corpus, &count.of, &resolved);
    let agrees = count.op.holds(works.len() as u64, count.value);
    let mut why = vec![count_sentence(voice, &works)];
    let mut evidence = works.clone();
    if !agrees && count.of.mode == Mode::Together {
        if let ([a, b], true) = (resolved.sets.as_slice(), works.is_empty()) {
            why.extend(no_joint_works(voice, a, b, &mut evidence));
        } else {
            why.extend(nearest_sentence(voice, &resolved));
            evidence.extend(if works.is_empty() { partial_matches(voice, &resolved) } else { Vec::new() });
        }
    }
    let mut named = true;
    let taken: Vec<WorkId> = count.names.iter().filter_map(|name| selection::work(corpus, name).ok()).collect();
    // Of equally similar works prefer a counted one that no other name of the claim means.
    let rank = |id: &WorkId| (taken.contains(id), !works.contains(id));
    for name in &count.names {
        let (is_counted, sentence) = named_work(voice, name, &works, rank, &mut evidence);
        named &= is_counted;
        why.extend(sentence);
    }
    if agrees && !named {
        why.insert(0, voice.say("The count agrees, a name does not.", "개수는 맞지만 이름이 다르다."));
    }
    why.extend(unnamed_institutions(voice, &count.of, &resolved, &works));
    // Works that might count if a missing date or accessibility were recorded.
    let undecided = unrecorded(voice, &count.of, &resolved, &works);
    let could = (0..=undecided.len() as u64).any(|more| count.op.holds(works.len() as u64 + more, count.value));
    if !undecided.is_empty() {
        let list = voice.work_list(&undecided);
        let all = voice.works(undecided.len());
        why.push(voice.say(
            format!("Not counted, for date or access is not recorded: {all} ({list})."),
            format!("날짜나 공개 방식 기록이 없어 세지 않은 {all}: {list}."),
        ));
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
    why.extend(missing_institutions(voice, &resolved.missing));
    why.extend(selection::rule_sentences(voice, &count.of));
    ClaimResult {
        verdict: ClaimVerdict::of(|| agrees && named),
        expected: claimed_number(count.op, count.value),
        found: works.len().into(),
        evidence,
        why: why.join(" "),
    }
}

/// Works that meet the condition except for a date or accessibility that is not recorded.
fn unrecorded(voice: &Voice<'_, '_>, of: &Condition, resolved: &ResolvedNames, works: &[WorkId]) -> Vec<WorkId> {
    let corpus = voice.context.corpus;
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
pub(super) fn joint(voice: &Voice<'_, '_>, joint: &Joint) -> ClaimResult {
    let institutions = vec![joint.a.clone(), joint.b.clone()];
    let of = Condition { institutions, mode: Mode::Together, ..Condition::default() };
    count(voice, &Count { of, value: joint.value, op: joint.op, names: Vec::new() })
}

fn count_sentence(voice: &Voice<'_, '_>, works: &[WorkId]) -> String {
    if works.is_empty() {
        return no_such_work(voice);
    }
    let (count, list) = (voice.works(works.len()), voice.work_list(works));
    let has = attach(&count, Particle::Subject);
    voice.say(format!("The data have {count}: {list}."), format!("자료에는 {has} 있다. {list}."))
}

/// Sentence: no work meets the condition.
pub(super) fn no_such_work(voice: &Voice<'_, '_>) -> String {
    let noun = voice.noun_with(Particle::Subject);
    voice.say("The data have no such work.", format!("자료에 그런 {noun} 없다."))
}

/// Whether a name of the claim is that of a counted work, and if not, a sentence on the nearest work.
fn named_work(
    voice: &Voice<'_, '_>,
    name: &crate::corpus::claim::AnyOf,
    works: &[WorkId],
    rank: impl Fn(&WorkId) -> (bool, bool),
    evidence: &mut Vec<WorkId>,
) -> (bool, Option<String>) {
    let claimed = name.claimed();
    match selection::work(voice.context.corpus, name) {
        Ok(id) if works.contains(&id) => (true, None),
        Ok(id) => {
            evidence.push(id);
            let work = voice.work(id);
            let sentence = voice.say(
                format!("{work} is not among them."),
                format!("{} 여기에 들지 않는다.", attach(&work, Particle::Topic)),
            );
            (false, Some(sentence))
        }
        Err(mut candidates) => {
            // A name that contains the full name of a counted work is similar to it, whatever its length.
            let folded = fold(claimed);
            let contains_name = |id: &WorkId| folded.contains(&fold(voice.context.corpus.work_name(*id)));
            candidates.extend(works.iter().copied().filter(contains_name));
            candidates.sort_by_key(&rank);
            (false, Some(no_work_named(voice, claimed, &candidates)))
        }
    }
}

/// Sentence: no work has this name, and the nearest one.
pub(super) fn no_work_named(voice: &Voice<'_, '_>, claimed: &str, candidates: &[WorkId]) -> String {
    let noun = voice.noun();
    if candidates.is_empty() {
        return voice.say(
            format!("No work is called “{claimed}”, and none is near."),
            format!("‘{claimed}’라는 이름의 {noun}도, 비슷한 이름도 없다."),
        );
    }
    let (candidates, none) = (voice.work_list(&candidates[..1]), voice.noun_with(Particle::Topic));
    voice.say(
        format!("No work is called “{claimed}”; nearest: {candidates}."),
        format!("‘{claimed}’라는 이름의 {none} 없다. 이름이 가장 가까운 {noun}: {candidates}."),
    )
}

/// Works of some but not all of the institutions, most institutions first.
fn partial_matches(voice: &Voice<'_, '_>, resolved: &ResolvedNames) -> Vec<WorkId> {
    let corpus = voice.context.corpus;
    let on = |id: &WorkId| resolved.matched_names(corpus.institutions_of(*id));
    let mut works: Vec<WorkId> = corpus.work_ids().filter(|id| on(id) > 1 && on(id) < resolved.sets.len()).collect();
    works.sort_by_key(|id| std::cmp::Reverse(on(id)));
    works
}

fn nearest_sentence(voice: &Voice<'_, '_>, resolved: &ResolvedNames) -> Option<String> {
    let works = partial_matches(voice, resolved);
    let sentence = |&id: &WorkId| {
        let team = voice.context.corpus.institutions_of(id);
        let on: Vec<_> = team.iter().copied().filter(|id| resolved.sets.iter().any(|set| set.contains(id))).collect();
        let (work, names) = (voice.work(id), voice.names(&on));
        voice.say(format!("{work} by {names}"), format!("{work} – {names}"))
    };
    let sentence: Vec<String> = works.iter().map(sentence).collect();
    let list = voice.list(&sentence, crate::query::voice::noun_of(voice.context.kind).1);
    (!works.is_empty()).then(|| {
        voice.say(
            format!("Nearest, with some of them: {list}."),
            format!("일부 기관만 함께한 {}: {list}.", voice.noun()),
        )
    })
}

/// Sentence on two institutions without joint works: their numbers of works and common partners. The works of the one
/// with fewer become the evidence: the other takes part in none of them.
fn no_joint_works(
    voice: &Voice<'_, '_>,
    a: &[InstitutionId],
    b: &[InstitutionId],
    evidence: &mut Vec<WorkId>,
) -> Option<String> {
    let corpus = voice.context.corpus;
    let works =
        |set: &[InstitutionId]| set.iter().flat_map(|&id| corpus.works_of(id)).copied().collect::<BTreeSet<_>>();
    let around = |works: &BTreeSet<WorkId>| {
        works.iter().flat_map(|&id| corpus.institutions_of(id)).copied().collect::<BTreeSet<InstitutionId>>()
    };
    let (first, second) = (a.first()?, b.first()?);
    let (of_a, of_b) = (works(a), works(b));
    let shared: Vec<InstitutionId> = around(&of_a).intersection(&around(&of_b)).copied().collect();
    let [name_a, name_b] = [voice.name(*first), voice.name(*second)];
    let [count_a, count_b] = [voice.works(of_a.len()), voice.works(of_b.len())];
    let mut sentence = voice.say(
        format!("{name_a} has {count_a}, {name_b} {count_b}, none of both."),
        format!("{name_a} {count_a}, {name_b} {count_b} 가운데 함께한 것은 없다."),
    );
    if !shared.is_empty() {
        let shared = voice.names(&shared);
        let both =
            voice.say(format!(" Nearest: both worked with {shared}."), format!(" 둘 모두와 협력한 기관: {shared}."));
        sentence.push_str(&both);
    }
    evidence.extend(if of_a.len() <= of_b.len() { of_a } else { of_b });
    Some(sentence)
}

/// Sentence on participants of joint works that the claim does not name.
fn unnamed_institutions(
    voice: &Voice<'_, '_>,
    of: &Condition,
    resolved: &ResolvedNames,
    works: &[WorkId],
) -> Option<String> {
    if of.mode != Mode::Together || works.is_empty() {
        return None;
    }
    let team = works.iter().flat_map(|&id| voice.context.corpus.institutions_of(id));
    let mut others: Vec<_> = team.copied().filter(|id| !resolved.sets.iter().any(|set| set.contains(id))).collect();
    others.sort();
    others.dedup();
    let names = voice.names(&others);
    (!others.is_empty()).then(|| {
        voice.say(
            format!("Also on these works, and not named: {names}."),
            format!("함께 참여했으나 이름이 나오지 않은 기관: {names}."),
        )
    })
}

/// Sentence on institutions that are not in the data.
pub(super) fn missing_institutions(voice: &Voice<'_, '_>, names: &[String]) -> Option<String> {
    let list = voice.list(names, "곳");
    (!names.is_empty()).then(|| {
        voice.say(format!("No institution of the data is called {list}."), format!("자료에 없는 기관 이름: {list}."))
    })
}
