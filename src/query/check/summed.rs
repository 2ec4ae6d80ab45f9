//! A claimed total against the sum of its claimed parts.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::answer::korean::{self, Particle};
use crate::corpus::claim::{Claim, Claims, Comparison, Sum, Test};
use crate::corpus::work::WorkId;
use crate::query::check::judge;
use crate::query::check::judged::{Judged, Verdict, number};
use crate::query::voice::Voice;

/// What a claim says in number: at least, and at most (`None`: it sets no bound).
fn bounds(test: &Test) -> Option<(u64, Option<u64>)> {
    let (op, value) = match test {
        Test::Count(count) => (count.op, count.value),
        Test::Joint(joint) => (joint.op, joint.value),
        Test::Work(_) => (Comparison::Equal, 1),
        _ => return None,
    };
    Some(match op {
        Comparison::Equal => (value, Some(value)),
        Comparison::AtLeast => (value, None),
        Comparison::More => (value.saturating_add(1), None),
        Comparison::AtMost => (0, Some(value)),
        Comparison::Fewer => (0, Some(value.saturating_sub(1))),
    })
}

/// The parts add up to the total: as they are claimed, some of them with bounds alone.
pub(super) fn sum(voice: &Voice<'_, '_>, claims: &Claims, test: &Sum) -> Judged {
    let find = |id: &String| claims.claims.iter().find(|claim| claim.id == *id);
    let parts: Vec<&Claim> = test.parts.iter().filter_map(find).collect();
    let Some((total, Some((least_total, most_total)))) = find(&test.total).map(|claim| (claim, bounds(&claim.test)))
    else {
        return Judged::unchecked(voice.say("The total is no number.", "합계가 수가 아니다."));
    };
    let ranges: Vec<(u64, Option<u64>)> = parts.iter().filter_map(|claim| bounds(&claim.test)).collect();
    let least: u64 = ranges.iter().map(|range| range.0).fold(0, u64::saturating_add);
    let most = ranges.iter().try_fold(0_u64, |sum, range| range.1.map(|most| sum.saturating_add(most)));
    let agrees = most_total.is_none_or(|top| least <= top) && most.is_none_or(|top| top >= least_total);
    let open: Vec<String> = parts
        .iter()
        .filter(|claim| bounds(&claim.test).is_some_and(|range| range.1.is_none()))
        .map(|claim| claim.id.clone())
        .collect();
    let mut why = vec![added(voice, least, most, least_total, &open)];
    let (told, evidence) = covered(voice, claims, &parts, total);
    why.extend(told);
    Judged {
        verdict: Verdict::of(|| agrees),
        expected: Value::from(least_total),
        found: if most == Some(least) { least.into() } else { number(Comparison::AtLeast, least) },
        evidence,
        why: why.join(" "),
    }
}

fn added(voice: &Voice<'_, '_>, least: u64, most: Option<u64>, total: u64, open: &[String]) -> String {
    if open.is_empty() {
        let sum =
            most.filter(|most| *most != least).map_or_else(|| least.to_string(), |most| format!("{least}–{most}"));
        return voice.say(
            format!("The parts add up to {sum}, the total is {total}."),
            format!("부분을 더하면 {sum}이고 합계는 {total}이다."),
        );
    }
    let list = voice.list(open, "건");
    voice.say(
        format!("The parts add up to {least} or more, the total is {total}; no exact number is given by {list}."),
        format!("부분을 더하면 {least} 이상이고 합계는 {total}이다. 정확한 수가 없는 부분: {list}."),
    )
}

/// Works of the total that no part covers, and works that several parts count: in words, and all of them.
fn covered(voice: &Voice<'_, '_>, claims: &Claims, parts: &[&Claim], total: &Claim) -> (Vec<String>, Vec<WorkId>) {
    let mut times: BTreeMap<WorkId, usize> = BTreeMap::new();
    for part in parts {
        let mut works = judge(voice, claims, part).evidence;
        works.sort();
        works.dedup();
        works.into_iter().for_each(|id| *times.entry(id).or_default() += 1);
    }
    let whole = judge(voice, claims, total).evidence;
    let left: Vec<WorkId> = whole.iter().copied().filter(|id| !times.contains_key(id)).collect();
    let twice: Vec<WorkId> = times.iter().filter(|(_, times)| **times > 1).map(|(id, _)| *id).collect();
    let mut told = Vec::new();
    if !left.is_empty() {
        let list = voice.work_list(&left);
        told.push(voice.say(format!("In no part: {list}."), format!("어느 부분에도 없는 것: {list}.")));
    }
    if !twice.is_empty() {
        let list = voice.work_list(&twice);
        told.push(voice.say(format!("In several parts: {list}."), format!("여러 부분에 든 것: {list}.")));
    }
    if left.is_empty() && twice.is_empty() && !whole.is_empty() {
        let all = voice.works(whole.len());
        let all_ko = korean::attach(&all, Particle::Object);
        told.push(voice.say(
            format!("In the data the parts cover all of {all}, each once."),
            format!("자료에서는 각 부분이 {all_ko} 빠짐없이 한 번씩 포함한다."),
        ));
    }
    (told, [left, twice].concat())
}
