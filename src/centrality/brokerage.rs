//! Gould–Fernandez brokerage roles: nodes between two others that are not tied, by the groups of the three.
//!
//! Source: Gould & Fernandez 1989, *Sociological Methodology* 19, 89–126. v brokers the pair a, b when both are tied to
//! v and not to each other. Ties are undirected, so a pair counts once, and the gatekeeper (A→B→B) and the
//! representative (A→A→B) coincide in one role. O(Σ k²), nodes in parallel.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// Role of a broker towards the two nodes of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BrokerageRole {
    /// All three are of one group.
    Coordinator,
    /// The two are of one group, the broker of another.
    Itinerant,
    /// One of the two is of the broker's group: gatekeeper or representative.
    Gatekeeper,
    /// Three groups.
    Liaison,
}

impl BrokerageRole {
    /// All roles in display order.
    pub const ALL: [Self; 4] = [Self::Coordinator, Self::Itinerant, Self::Gatekeeper, Self::Liaison];

    /// The role of a broker of group `own` for a pair of groups `a` and `b`.
    #[must_use]
    pub fn of(own: u32, a: u32, b: u32) -> Self {
        match (a == b, a == own || b == own) {
            (true, true) => Self::Coordinator,
            (true, false) => Self::Itinerant,
            (false, true) => Self::Gatekeeper,
            (false, false) => Self::Liaison,
        }
    }

    /// Key of the role in options and records.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Itinerant => "itinerant",
            Self::Gatekeeper => "gatekeeper",
            Self::Liaison => "liaison",
        }
    }
}

/// Brokered pairs of a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brokerage {
    /// Brokered pairs by the groups of their ends, the smaller group first. Empty when the broker has no group.
    pub pairs: BTreeMap<(u32, u32), u64>,
    /// Brokered pairs where an end or the broker has no group.
    pub ungrouped: u64,
}

impl Brokerage {
    /// Number of pairs in a role, for a broker of group `own`.
    #[must_use]
    pub fn count(&self, own: u32, role: BrokerageRole) -> u64 {
        self.pairs.iter().filter(|((a, b), _)| BrokerageRole::of(own, *a, *b) == role).map(|(_, count)| count).sum()
    }

    /// Number of all brokered pairs, with and without groups.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.pairs.values().sum::<u64>() + self.ungrouped
    }
}

/// Brokerage of every node. `groups` has one entry a node; `None`: group unknown.
#[must_use]
pub fn of(network: &Network<'_>, groups: &[Option<u32>]) -> Vec<Brokerage> {
    let adjacency = network.adjacency();
    let nodes = adjacency.node_count();
    (0..nodes)
        .into_par_iter()
        .map_init(|| vec![u32::MAX; nodes], |marks, node| brokerage_of(adjacency, groups, node, marks))
        .collect()
}

/// Brokered pairs of one node. `marks[b] == a` means that a and b are tied; marks left by earlier nodes stay valid.
fn brokerage_of(adjacency: &Adjacency, groups: &[Option<u32>], node: usize, marks: &mut [u32]) -> Brokerage {
    let mut brokerage = Brokerage::default();
    let partners = adjacency.neighbours(node);
    for (at, &a) in partners.iter().enumerate() {
        adjacency.neighbours(a as usize).iter().for_each(|&tied| marks[tied as usize] = a);
        for &b in partners[at + 1..].iter().filter(|&&b| marks[b as usize] != a) {
            match (groups[node], groups[a as usize], groups[b as usize]) {
                (Some(_), Some(x), Some(y)) => *brokerage.pairs.entry((x.min(y), x.max(y))).or_default() += 1,
                _ => brokerage.ungrouped += 1,
            }
        }
    }
    brokerage
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_follow_from_the_groups() {
        assert_eq!(BrokerageRole::of(1, 1, 1), BrokerageRole::Coordinator);
        assert_eq!(BrokerageRole::of(1, 2, 2), BrokerageRole::Itinerant);
        assert_eq!(BrokerageRole::of(1, 1, 2), BrokerageRole::Gatekeeper);
        assert_eq!(BrokerageRole::of(2, 1, 2), BrokerageRole::Gatekeeper);
        assert_eq!(BrokerageRole::of(3, 1, 2), BrokerageRole::Liaison);
    }
}
