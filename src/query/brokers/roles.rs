//! Sentences on brokerage: the leading broker of each role.

use crate::centrality::brokerage::BrokerageRole;
use crate::message;
use crate::messages::Message;
use crate::query::brokers::Broker;
use crate::query::group::InstitutionGroup;
use crate::query::localized::LocalizedContext;

/// One sentence for each role that occurs.
pub(super) fn sentences(
    localized: &LocalizedContext<'_, '_>,
    groups: &[InstitutionGroup],
    brokers: &[Broker],
) -> Vec<Message> {
    if brokers.is_empty() {
        return vec![message!("brokers-none")];
    }
    let roles = BrokerageRole::ALL.into_iter();
    let sentences: Vec<Message> = roles.filter_map(|role| sentence(localized, groups, brokers, role)).collect();
    if sentences.is_empty() { vec![message!("brokers-no-groups")] } else { sentences }
}

/// Heading of a role's column.
pub(super) fn heading(role: BrokerageRole) -> Message {
    match role {
        BrokerageRole::Coordinator => message!("brokers-coordinator"),
        BrokerageRole::Itinerant => message!("brokers-itinerant"),
        BrokerageRole::Gatekeeper => message!("brokers-gatekeeper"),
        BrokerageRole::Liaison => message!("brokers-liaison"),
    }
}

fn sentence(
    localized: &LocalizedContext<'_, '_>,
    groups: &[InstitutionGroup],
    brokers: &[Broker],
    role: BrokerageRole,
) -> Option<Message> {
    let max_pairs = brokers.iter().map(|one| one.count(role)).max().filter(|&max_pairs| max_pairs > 0)?;
    let leaders: Vec<&Broker> = brokers.iter().filter(|one| one.count(role) == max_pairs).collect();
    if let [one] = leaders.as_slice() {
        return single_leader(localized, groups, one, role);
    }
    let names = localized.institution_list(&leaders.iter().map(|one| one.id).collect::<Vec<_>>());
    Some(message!("brokers-leaders", role = role.key(), names = names, count = max_pairs))
}

/// Sentence on the only leader of a role, with the groups that it mediates most: `NAVER is the leading gatekeeper: …`.
fn single_leader(
    localized: &LocalizedContext<'_, '_>,
    groups: &[InstitutionGroup],
    broker: &Broker,
    role: BrokerageRole,
) -> Option<Message> {
    let own = broker.group?;
    let of_role = || broker.brokerage.pairs.iter().filter(|((a, b), _)| BrokerageRole::of(own, *a, *b) == role);
    let (&(a, b), &pairs) = of_role().max_by_key(|((a, b), pairs)| (**pairs, std::cmp::Reverse((*a, *b))))?;
    // The broker's own group is named first.
    let (a, b) = if b == own { (b, a) } else { (a, b) };
    let members = |group: u32| groups[group as usize].members();
    let between = match role {
        BrokerageRole::Coordinator | BrokerageRole::Itinerant => message!("brokers-among", group = members(a)),
        BrokerageRole::Gatekeeper | BrokerageRole::Liaison => {
            message!("brokers-between", a = members(a), b = members(b))
        }
    };
    // The most of this role in all: for the groups named another institution may connect more.
    let (name, count) = (localized.names_of(broker.id), broker.count(role));
    let others = count - pairs;
    Some(message!(
        "brokers-leader",
        name = name,
        role = role.key(),
        between = between,
        count = count,
        pairs = pairs,
        others = others
    ))
}
