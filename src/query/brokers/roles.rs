//! Sentences on brokerage: the leading broker of each role.

use crate::answer::korean::{self, Particle};
use crate::answer::number::thousands;
use crate::centrality::brokerage::Role;
use crate::corpus::institution::InstitutionId;
use crate::query::brokers::Broker;
use crate::query::group::InstitutionGroup;
use crate::query::voice::{Voice, counted};

/// One sentence for each role that occurs.
pub(super) fn sentences(voice: &Voice<'_, '_>, groups: &[InstitutionGroup], brokers: &[Broker]) -> Vec<String> {
    if brokers.is_empty() {
        return vec![voice.say(
            "Nobody stands between two institutions that are not tied to each other.",
            "서로 관계가 없는 두 기관 사이에 선 기관이 없다.",
        )];
    }
    let sentences: Vec<String> =
        Role::ALL.into_iter().filter_map(|role| sentence(voice, groups, brokers, role)).collect();
    if sentences.is_empty() {
        return vec![voice.say(
            "There are brokers, but no pair of which all three groups are recorded.",
            "중개 기관은 있지만 셋의 집단이 모두 기록된 쌍은 없다.",
        )];
    }
    sentences
}

fn sentence(voice: &Voice<'_, '_>, groups: &[InstitutionGroup], brokers: &[Broker], role: Role) -> Option<String> {
    let max_pairs = brokers.iter().map(|one| one.count(role)).max().filter(|&max_pairs| max_pairs > 0)?;
    let leaders: Vec<&Broker> = brokers.iter().filter(|one| one.count(role) == max_pairs).collect();
    let pairs = counted(max_pairs as usize, "pair", "pairs");
    let number = thousands(max_pairs);
    if let [one] = leaders.as_slice() {
        return single_leader(voice, groups, one, role);
    }
    let ids: Vec<InstitutionId> = leaders.iter().map(|one| one.id).collect();
    let (names, (english, korean)) = (voice.names(&ids), role.label());
    Some(voice.say(
        format!("As {english}, {names} stand between most, {pairs} each."),
        format!("{korean} 역할이 가장 큰 기관: {names}(각각 {number}쌍)."),
    ))
}

/// Sentence on the only leader of a role, with the groups that it mediates most: `NAVER is the gatekeeper between …`.
fn single_leader(voice: &Voice<'_, '_>, groups: &[InstitutionGroup], broker: &Broker, role: Role) -> Option<String> {
    let own = broker.group?;
    let of_role = || broker.brokerage.pairs.iter().filter(|((a, b), _)| Role::of(own, *a, *b) == role);
    let (&(a, b), &max_pairs) = of_role().max_by_key(|((a, b), pairs)| (**pairs, std::cmp::Reverse((*a, *b))))?;
    let all = broker.count(role);
    // The broker's own group is named first.
    let (a, b) = if b == own { (b, a) } else { (a, b) };
    let members = |group: u32| groups[group as usize].members(voice);
    let (name, topic) = (voice.name(broker.id), voice.with(broker.id, Particle::Topic));
    let (english, korean) = role.label();
    let (between_en, between_ko) = match role {
        Role::Coordinator | Role::Itinerant => (format!("among {}", members(a)), members(a)),
        Role::Gatekeeper | Role::Liaison => (
            format!("between {} and {}", members(a), members(b)),
            format!("{} {}", korean::attach(&members(a), Particle::And), members(b)),
        ),
    };
    let pairs = counted(max_pairs as usize, "pair that has no tie", "pairs that have no tie");
    let possessive = if max_pairs == 1 { "its own" } else { "their own" };
    let (rest_en, rest_ko) = match all - max_pairs {
        0 => (String::new(), String::new()),
        rest => (
            format!(", and {} of other groups", thousands(rest)),
            format!(" 다른 집단까지 치면 {}쌍이다.", thousands(all)),
        ),
    };
    Some(voice.say(
        format!("{name} is the {english} {between_en}: it links {pairs} of {possessive}{rest_en}."),
        format!(
            "{topic} {between_ko} 사이의 {}, 서로 관계가 없는 {}쌍을 잇는다.{rest_ko}",
            korean::attach(korean, Particle::Toward),
            thousands(max_pairs)
        ),
    ))
}
