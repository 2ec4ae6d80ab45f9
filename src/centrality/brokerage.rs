//! Brokerage roles: who stands between two that are not tied, and to which groups the three belong.
//!
//! Source: Gould & Fernandez 1989, *Sociological Methodology* 19, 89–126. v brokers a pair a, b when both are tied to v
//! and not to each other. Ties have no direction here, so a pair counts once, not once each way, and the
//! gatekeeper (A→B→B) cannot be told from the representative (A→A→B): they are one role. O(Σ k²) marks, nodes in parallel.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// What a broker is to the two that it stands between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BrokerageRole {
    /// All three are of one group.
    Coordinator,
    /// The two are of one group, the broker of another.
    Itinerant,
    /// One of the two is of the broker's group. Gatekeeper and representative in one.
    Gatekeeper,
    /// Three groups.
    Liaison,
}

impl BrokerageRole {
    /// All roles in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Coordinator, Self::Itinerant, Self::Gatekeeper, Self::Liaison];

    /// The role of a broker of group `own` between groups `a` and `b`.
    #[must_use]
    pub fn of(own: u32, a: u32, b: u32) -> Self {
        match (a == b, a == own || b == own) {
            (true, true) => Self::Coordinator,
            (true, false) => Self::Itinerant,
            (false, true) => Self::Gatekeeper,
            (false, false) => Self::Liaison,
        }
    }

    /// The word used in answers.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Itinerant => "itinerant",
            Self::Gatekeeper => "gatekeeper",
            Self::Liaison => "liaison",
        }
    }

    /// English and Korean label.
    #[must_use]
    pub fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Coordinator => ("coordinator", "조정자"),
            Self::Itinerant => ("itinerant broker", "외부 중개자"),
            Self::Gatekeeper => ("gatekeeper", "관문"),
            Self::Liaison => ("liaison", "연락자"),
        }
    }
}

/// The pairs that a node brokers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brokerage {
    /// Pairs by the groups of their ends, the smaller group first. Empty when the broker has no group.
    pub pairs: BTreeMap<(u32, u32), u64>,
    /// Pairs of which an end, or the broker, has no group.
    pub ungrouped: u64,
}

impl Brokerage {
    /// All pairs of a role, for a broker of group `own`.
    #[must_use]
    pub fn count(&self, own: u32, role: BrokerageRole) -> u64 {
        self.pairs.iter().filter(|((a, b), _)| BrokerageRole::of(own, *a, *b) == role).map(|(_, count)| count).sum()
    }

    /// All pairs, with and without groups.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.pairs.values().sum::<u64>() + self.ungrouped
    }
}

/// What every node brokers. `groups` has one entry a node; `None`: not known, and not guessed.
#[must_use]
pub fn of(network: &Network<'_>, groups: &[Option<u32>]) -> Vec<Brokerage> {
    let adjacency = network.adjacency();
    let nodes = adjacency.node_count();
    (0..nodes)
        .into_par_iter()
        .map_init(|| vec![u32::MAX; nodes], |marks, node| brokerage_of(adjacency, groups, node, marks))
        .collect()
}

/// `marks[b] == a` says that a and b are tied; a mark that another node left is as true here.
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
    fn groups_make_the_role() {
        assert_eq!(BrokerageRole::of(1, 1, 1), BrokerageRole::Coordinator);
        assert_eq!(BrokerageRole::of(1, 2, 2), BrokerageRole::Itinerant);
        assert_eq!(BrokerageRole::of(1, 1, 2), BrokerageRole::Gatekeeper);
        assert_eq!(BrokerageRole::of(2, 1, 2), BrokerageRole::Gatekeeper);
        assert_eq!(BrokerageRole::of(3, 1, 2), BrokerageRole::Liaison);
    }
}
