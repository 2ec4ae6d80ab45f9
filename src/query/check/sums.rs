//! Claims that parts add up to a total.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::corpus::claim::{Claim, Claims, Comparison, Sum, Test};
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::List;
use crate::query::check::evaluate_claim;
use crate::query::check::verdict::{ClaimResult, ClaimVerdict, claimed_number};
use crate::query::localized::LocalizedContext;

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
pub(super) fn sum(localized: &LocalizedContext<'_, '_>, claims: &Claims, test: &Sum) -> ClaimResult {
    let find = |id: &String| claims.claims.iter().find(|claim| claim.id == *id);
    let parts: Vec<&Claim> = test.parts.iter().filter_map(find).collect();
    let Some((total, Some((min_total, max_total)))) = find(&test.total).map(|claim| (claim, bounds(&claim.test)))
    else {
        return ClaimResult::unchecked(localized.text(message!("check-total-no-number")));
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
    let mut why = vec![sum_sentence(localized, min, max, min_total, &unbounded)];
    let (sentences, evidence) = coverage(localized, claims, &parts, total);
    why.extend(sentences);
    ClaimResult {
        verdict: ClaimVerdict::of(|| agrees),
        expected: Value::from(min_total),
        found: if max == Some(min) { min.into() } else { claimed_number(Comparison::AtLeast, min) },
        evidence,
        why: why.join(" "),
    }
}

fn sum_sentence(
    localized: &LocalizedContext<'_, '_>,
    min: u64,
    max: Option<u64>,
    total: u64,
    unbounded: &[String],
) -> String {
    if !unbounded.is_empty() {
        let list = List::and(unbounded, "other");
        return localized.text(message!("check-sum-unbounded", min = min, total = total, claims = list));
    }
    localized.text(match max.filter(|max| *max != min) {
        None => message!("check-sum", sum = min, total = total),
        Some(max) => message!("check-sum-range", min = min, max = max, total = total),
    })
}

/// Sentences on works of the total in no part and works in several parts, and these works.
fn coverage(
    localized: &LocalizedContext<'_, '_>,
    claims: &Claims,
    parts: &[&Claim],
    total: &Claim,
) -> (Vec<String>, Vec<WorkId>) {
    let mut times: BTreeMap<WorkId, usize> = BTreeMap::new();
    for claim in parts {
        let mut works = evaluate_claim(localized, claims, claim).evidence;
        works.sort();
        works.dedup();
        works.into_iter().for_each(|id| *times.entry(id).or_default() += 1);
    }
    let total_works = evaluate_claim(localized, claims, total).evidence;
    let uncovered: Vec<WorkId> = total_works.iter().copied().filter(|id| !times.contains_key(id)).collect();
    let repeated: Vec<WorkId> = times.iter().filter(|(_, times)| **times > 1).map(|(id, _)| *id).collect();
    let mut sentences = Vec::new();
    if !uncovered.is_empty() {
        sentences.push(localized.text(message!("check-uncovered", works = localized.dated_list(&uncovered))));
    }
    if !repeated.is_empty() {
        sentences.push(localized.text(message!("check-repeated", works = localized.dated_list(&repeated))));
    }
    if uncovered.is_empty() && repeated.is_empty() && !total_works.is_empty() {
        sentences.push(localized.text(message!("check-covered", count = total_works.len(), kind = localized.kind())));
    }
    (sentences, [uncovered, repeated].concat())
}
