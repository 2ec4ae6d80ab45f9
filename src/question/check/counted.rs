//! Counts of works.

use std::collections::BTreeSet;

use crate::answer::korean::{Particle, attach};
use crate::corpus::claim::{Condition, Count, Joint, Participation};
use crate::corpus::institution::InstitutionId;
use crate::corpus::naming::fold;
use crate::corpus::work::WorkId;
use crate::question::check::judged::{Judged, Verdict, number};
use crate::question::check::selected::{self, Resolved};
use crate::question::voice::Voice;

/// A count, and the works that the claim names among those counted.
pub(super) fn count(voice: &Voice<'_, '_>, count: &Count) -> Judged {
    let corpus = voice.scope.corpus;
    let resolved = Resolved::of(corpus, &count.of.institutions, count.of.reach);
    let works = selected::works(corpus, &count.of, &resolved);
    let agrees = count.op.holds(works.len() as u64, count.value);
    let mut why = vec![found(voice, &works)];
    let mut evidence = works.clone();
    if !agrees && count.of.mode == Participation::Together {
        if let ([a, b], true) = (resolved.sets.as_slice(), works.is_empty()) {
            why.extend(apart(voice, a, b, &mut evidence));
        } else {
            why.extend(nearest(voice, &resolved));
            evidence.extend(if works.is_empty() { partly(voice, &resolved) } else { Vec::new() });
        }
    }
    let mut named = true;
    let taken: Vec<WorkId> = count.names.iter().filter_map(|name| selected::work(corpus, name).ok()).collect();
    // A counted work that no other name of the claim means is the likeliest.
    let doubt = |id: &WorkId| (taken.contains(id), !works.contains(id));
    for name in &count.names {
        let (fits, told) = named_work(voice, name, &works, doubt, &mut evidence);
        named &= fits;
        why.extend(told);
    }
    if agrees && !named {
        why.insert(0, voice.say("The count agrees, a name does not.", "개수는 맞지만 이름이 다르다."));
    }
    why.extend(others(voice, &count.of, &resolved, &works));
    // Works that would count if something were recorded of them that is not.
    let open = unrecorded(voice, &count.of, &resolved, &works);
    let could = (0..=open.len() as u64).any(|more| count.op.holds(works.len() as u64 + more, count.value));
    if !open.is_empty() {
        let list = voice.work_list(&open);
        let all = voice.works(open.len());
        why.push(voice.say(
            format!("Not counted, for date or access is not recorded: {all} ({list})."),
            format!("날짜나 공개 방식 기록이 없어 세지 않은 {all}: {list}."),
        ));
        if !agrees && could {
            return Judged {
                verdict: Verdict::CannotBeChecked,
                expected: number(count.op, count.value),
                found: works.len().into(),
                evidence: open,
                why: why.join(" "),
            };
        }
    }
    why.extend(missing(voice, &resolved.missing));
    why.extend(selected::rules(voice, &count.of));
    Judged {
        verdict: Verdict::of(|| agrees && named),
        expected: number(count.op, count.value),
        found: works.len().into(),
        evidence,
        why: why.join(" "),
    }
}

/// Works that meet all of a condition but a date or a way of access that is not recorded of them.
fn unrecorded(voice: &Voice<'_, '_>, of: &Condition, resolved: &Resolved, works: &[WorkId]) -> Vec<WorkId> {
    let corpus = voice.scope.corpus;
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
        selected::meets(corpus, &rest, resolved, id)
    };
    corpus.work_ids().filter(|id| works.binary_search(id).is_err() && lacks(*id)).collect()
}

/// Joint works of two institutions.
pub(super) fn joint(voice: &Voice<'_, '_>, joint: &Joint) -> Judged {
    let institutions = vec![joint.a.clone(), joint.b.clone()];
    let of = Condition { institutions, mode: Participation::Together, ..Condition::default() };
    count(voice, &Count { of, value: joint.value, op: joint.op, names: Vec::new() })
}

fn found(voice: &Voice<'_, '_>, works: &[WorkId]) -> String {
    if works.is_empty() {
        return no_such(voice);
    }
    let (count, list) = (voice.works(works.len()), voice.work_list(works));
    let has = attach(&count, Particle::Subject);
    voice.say(format!("The data have {count}: {list}."), format!("자료에는 {has} 있다. {list}."))
}

/// Says that no work meets the condition.
pub(super) fn no_such(voice: &Voice<'_, '_>) -> String {
    let noun = voice.noun_with(Particle::Subject);
    voice.say("The data have no such work.", format!("자료에 그런 {noun} 없다."))
}

/// Whether a name of the claim is that of a counted work; else what is nearest.
fn named_work(
    voice: &Voice<'_, '_>,
    name: &crate::corpus::claim::AnyOf,
    works: &[WorkId],
    doubt: impl Fn(&WorkId) -> (bool, bool),
    evidence: &mut Vec<WorkId>,
) -> (bool, Option<String>) {
    let claimed = name.claimed();
    match selected::work(voice.scope.corpus, name) {
        Ok(id) if works.contains(&id) => (true, None),
        Ok(id) => {
            evidence.push(id);
            let work = voice.work(id);
            let told = voice.say(
                format!("{work} is not among them."),
                format!("{} 여기에 들지 않는다.", attach(&work, Particle::Topic)),
            );
            (false, Some(told))
        }
        Err(mut near) => {
            // A name that holds the whole name of a counted work is near to it, however long it is.
            let whole = fold(claimed);
            let held = |id: &WorkId| whole.contains(&fold(voice.scope.corpus.work_name(*id)));
            near.extend(works.iter().copied().filter(held));
            near.sort_by_key(&doubt);
            (false, Some(no_work(voice, claimed, &near)))
        }
    }
}

/// Says that no work has a name, and which is nearest.
pub(super) fn no_work(voice: &Voice<'_, '_>, claimed: &str, near: &[WorkId]) -> String {
    let noun = voice.noun();
    if near.is_empty() {
        return voice.say(
            format!("No work is called “{claimed}”, and none is near."),
            format!("‘{claimed}’라는 이름의 {noun}도, 비슷한 이름도 없다."),
        );
    }
    let (near, none) = (voice.work_list(&near[..1]), voice.noun_with(Particle::Topic));
    voice.say(
        format!("No work is called “{claimed}”; nearest: {near}."),
        format!("‘{claimed}’라는 이름의 {none} 없다. 이름이 가장 가까운 {noun}: {near}."),
    )
}

/// Works with some but not all of several institutions.
fn partly(voice: &Voice<'_, '_>, resolved: &Resolved) -> Vec<WorkId> {
    let corpus = voice.scope.corpus;
    let on = |id: &WorkId| resolved.on(corpus.institutions_of(*id));
    let mut works: Vec<WorkId> = corpus.work_ids().filter(|id| on(id) > 1 && on(id) < resolved.sets.len()).collect();
    works.sort_by_key(|id| std::cmp::Reverse(on(id)));
    works
}

fn nearest(voice: &Voice<'_, '_>, resolved: &Resolved) -> Option<String> {
    let works = partly(voice, resolved);
    let told = |&id: &WorkId| {
        let team = voice.scope.corpus.institutions_of(id);
        let on: Vec<_> = team.iter().copied().filter(|id| resolved.sets.iter().any(|set| set.contains(id))).collect();
        let (work, names) = (voice.work(id), voice.names(&on));
        voice.say(format!("{work} by {names}"), format!("{work} – {names}"))
    };
    let told: Vec<String> = works.iter().map(told).collect();
    let list = voice.list(&told, voice.scope.noun.korean().1);
    (!works.is_empty()).then(|| {
        voice.say(
            format!("Nearest, with some of them: {list}."),
            format!("일부 기관만 함께한 {}: {list}.", voice.noun()),
        )
    })
}

/// What is nearest to a joint work of two that have none: how many each has, and who worked with both. The works of
/// the one with fewer show that the other is on none of them.
fn apart(
    voice: &Voice<'_, '_>,
    a: &[InstitutionId],
    b: &[InstitutionId],
    evidence: &mut Vec<WorkId>,
) -> Option<String> {
    let corpus = voice.scope.corpus;
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
    let mut told = voice.say(
        format!("{name_a} has {count_a}, {name_b} {count_b}, none of both."),
        format!("{name_a} {count_a}, {name_b} {count_b} 가운데 함께한 것은 없다."),
    );
    if !shared.is_empty() {
        let shared = voice.names(&shared);
        let both =
            voice.say(format!(" Nearest: both worked with {shared}."), format!(" 둘 모두와 협력한 기관: {shared}."));
        told.push_str(&both);
    }
    evidence.extend(if of_a.len() <= of_b.len() { of_a } else { of_b });
    Some(told)
}

/// Institutions on joint works that the claim does not name.
fn others(voice: &Voice<'_, '_>, of: &Condition, resolved: &Resolved, works: &[WorkId]) -> Option<String> {
    if of.mode != Participation::Together || works.is_empty() {
        return None;
    }
    let team = works.iter().flat_map(|&id| voice.scope.corpus.institutions_of(id));
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

/// Says which institutions the data do not have.
pub(super) fn missing(voice: &Voice<'_, '_>, names: &[String]) -> Option<String> {
    let list = voice.list(names, "곳");
    (!names.is_empty()).then(|| {
        voice.say(format!("No institution of the data is called {list}."), format!("자료에 없는 기관 이름: {list}."))
    })
}
