//! Brokerage in words: for each role, who holds it most.

use crate::answer::korean::{self, Particle};
use crate::answer::number::thousands;
use crate::centrality::brokerage::BrokerageRole;
use crate::corpus::institution::InstitutionId;
use crate::question::brokers::Broker;
use crate::question::group::Group;
use crate::question::voice::{Voice, counted};

/// One sentence for each role that anybody has.
pub(super) fn sentences(voice: &Voice<'_, '_>, groups: &[Group], brokers: &[Broker]) -> Vec<String> {
    if brokers.is_empty() {
        return vec![voice.say(
            "Nobody stands between two institutions that are not tied to each other.",
            "서로 관계가 없는 두 기관 사이에 선 기관이 없다.",
        )];
    }
    let told: Vec<String> =
        BrokerageRole::ALL.into_iter().filter_map(|role| sentence(voice, groups, brokers, role)).collect();
    if told.is_empty() {
        return vec![voice.say(
            "There are brokers, but no pair of which all three groups are recorded.",
            "중개 기관은 있지만 셋의 집단이 모두 기록된 쌍은 없다.",
        )];
    }
    told
}

fn sentence(voice: &Voice<'_, '_>, groups: &[Group], brokers: &[Broker], role: BrokerageRole) -> Option<String> {
    let most = brokers.iter().map(|one| one.count(role)).max().filter(|&most| most > 0)?;
    let leaders: Vec<&Broker> = brokers.iter().filter(|one| one.count(role) == most).collect();
    let pairs = counted(most as usize, "pair", "pairs");
    let number = thousands(most);
    if let [one] = leaders.as_slice() {
        return single(voice, groups, one, role);
    }
    let ids: Vec<InstitutionId> = leaders.iter().map(|one| one.id).collect();
    let (names, (english, korean)) = (voice.names(&ids), role.label());
    Some(voice.say(
        format!("As {english}, {names} stand between most, {pairs} each."),
        format!("{korean} 역할이 가장 큰 기관: {names}(각각 {number}쌍)."),
    ))
}

/// `NAVER is the gatekeeper between companies and universities: …`, by the groups it stands between most.
fn single(voice: &Voice<'_, '_>, groups: &[Group], broker: &Broker, role: BrokerageRole) -> Option<String> {
    let own = broker.group?;
    let of_role = || broker.brokerage.pairs.iter().filter(|((a, b), _)| BrokerageRole::of(own, *a, *b) == role);
    let (&(a, b), &most) = of_role().max_by_key(|((a, b), pairs)| (**pairs, std::cmp::Reverse((*a, *b))))?;
    let all = broker.count(role);
    // Its own side is named first.
    let (a, b) = if b == own { (b, a) } else { (a, b) };
    let members = |group: u32| groups[group as usize].members(voice);
    let (name, topic) = (voice.name(broker.id), voice.with(broker.id, Particle::Topic));
    let (english, korean) = role.label();
    let (where_en, where_ko) = match role {
        BrokerageRole::Coordinator | BrokerageRole::Itinerant => (format!("among {}", members(a)), members(a)),
        BrokerageRole::Gatekeeper | BrokerageRole::Liaison => (
            format!("between {} and {}", members(a), members(b)),
            format!("{} {}", korean::attach(&members(a), Particle::And), members(b)),
        ),
    };
    let pairs = counted(most as usize, "pair that has no tie", "pairs that have no tie");
    let own_en = if most == 1 { "its own" } else { "their own" };
    let (rest_en, rest_ko) = match all - most {
        0 => (String::new(), String::new()),
        rest => (
            format!(", and {} of other groups", thousands(rest)),
            format!(" 다른 집단까지 치면 {}쌍이다.", thousands(all)),
        ),
    };
    Some(voice.say(
        format!("{name} is the {english} {where_en}: it links {pairs} of {own_en}{rest_en}."),
        format!(
            "{topic} {where_ko} 사이의 {}, 서로 관계가 없는 {}쌍을 잇는다.{rest_ko}",
            korean::attach(korean, Particle::Toward),
            thousands(most)
        ),
    ))
}
