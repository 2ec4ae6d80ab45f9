//! Claims that parts add up to a total.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::answer::korean::{self, Particle};
use crate::corpus::claim::{Claim, Claims, Comparison, Sum, Test};
use crate::corpus::work::WorkId;
use crate::query::check::evaluate_claim;
use crate::query::check::verdict::{ClaimResult, ClaimVerdict, claimed_number};
use crate::query::voice::Voice;

/// Range of a claimed number: minimum, and maximum (`None`: unbounded). `None` for claims without a number.
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

/// Evaluates whether the ranges of the parts can add up to the claimed total.
pub(super) fn sum(voice: &Voice<'_, '_>, claims: &Claims, test: &Sum) -> ClaimResult {
    let find = |id: &String| claims.claims.iter().find(|claim| claim.id == *id);
    let parts: Vec<&Claim> = test.parts.iter().filter_map(find).collect();
    let Some((total, Some((min_total, max_total)))) = find(&test.total).map(|claim| (claim, bounds(&claim.test)))
    else {
        return ClaimResult::unchecked(voice.say("The total is no number.", "합계가 수가 아니다."));
    };
    let ranges: Vec<(u64, Option<u64>)> = parts.iter().filter_map(|claim| bounds(&claim.test)).collect();
    let min: u64 = ranges.iter().map(|range| range.0).fold(0, u64::saturating_add);
    let max = ranges.iter().try_fold(0_u64, |sum, range| range.1.map(|max| sum.saturating_add(max)));
    let agrees = max_total.is_none_or(|bound| min <= bound) && max.is_none_or(|bound| bound >= min_total);
    let unbounded: Vec<String> = parts
        .iter()
        .filter(|claim| bounds(&claim.test).is_some_and(|range| range.1.is_none()))
        .map(|claim| claim.id.clone())
        .collect();
    let mut why = vec![sum_sentence(voice, min, max, min_total, &unbounded)];
    let (sentences, evidence) = coverage(voice, claims, &parts, total);
    why.extend(sentences);
    ClaimResult {
        verdict: ClaimVerdict::of(|| agrees),
        expected: Value::from(min_total),
        found: if max == Some(min) { min.into() } else { claimed_number(Comparison::AtLeast, min) },
        evidence,
        why: why.join(" "),
    }
}

fn sum_sentence(voice: &Voice<'_, '_>, min: u64, max: Option<u64>, total: u64, unbounded: &[String]) -> String {
    if unbounded.is_empty() {
        let sum = max.filter(|max| *max != min).map_or_else(|| min.to_string(), |max| format!("{min}–{max}"));
        return voice.say(
            format!("The parts add up to {sum}, the total is {total}."),
            format!("부분을 더하면 {sum}이고 합계는 {total}이다."),
        );
    }
    let list = voice.list(unbounded, "건");
    voice.say(
        format!("The parts add up to {min} or more, the total is {total}; no exact number is given by {list}."),
        format!("부분을 더하면 {min} 이상이고 합계는 {total}이다. 정확한 수가 없는 부분: {list}."),
    )
}

/// Sentences on works of the total in no part and works in several parts, and these works.
fn coverage(voice: &Voice<'_, '_>, claims: &Claims, parts: &[&Claim], total: &Claim) -> (Vec<String>, Vec<WorkId>) {
    let mut times: BTreeMap<WorkId, usize> = BTreeMap::new();
    for claim in parts {
        let mut works = evaluate_claim(voice, claims, claim).evidence;
        works.sort();
        works.dedup();
        works.into_iter().for_each(|id| *times.entry(id).or_default() += 1);
    }
    let total_works = evaluate_claim(voice, claims, total).evidence;
    let uncovered: Vec<WorkId> = total_works.iter().copied().filter(|id| !times.contains_key(id)).collect();
    let repeated: Vec<WorkId> = times.iter().filter(|(_, times)| **times > 1).map(|(id, _)| *id).collect();
    let mut sentences = Vec::new();
    if !uncovered.is_empty() {
        let list = voice.work_list(&uncovered);
        sentences.push(voice.say(format!("In no part: {list}."), format!("어느 부분에도 없는 것: {list}.")));
    }
    if !repeated.is_empty() {
        let list = voice.work_list(&repeated);
        sentences.push(voice.say(format!("In several parts: {list}."), format!("여러 부분에 든 것: {list}.")));
    }
    if uncovered.is_empty() && repeated.is_empty() && !total_works.is_empty() {
        let all = voice.works(total_works.len());
        let all_ko = korean::attach(&all, Particle::Object);
        sentences.push(voice.say(
            format!("In the data the parts cover all of {all}, each once."),
            format!("자료에서는 각 부분이 {all_ko} 빠짐없이 한 번씩 포함한다."),
        ));
    }
    (sentences, [uncovered, repeated].concat())
}
