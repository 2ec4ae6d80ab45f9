//! Ego network: the members of both rings, the ties among them, and large teams as hyperedges.

use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::actor;
use crate::network::graph::Network;

/// Limits of an ego network: number of partners and of their partners.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Limits {
    pub(super) first: usize,
    pub(super) second: usize,
    /// Smallest weight of a tie.
    pub(super) min_weight: f64,
}

/// Tie of two members, without the works that a pill shows.
pub(super) struct EgoTie {
    pub(super) tie: usize,
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) weight: f64,
    /// Works labelled at the tie: those that no triangle shows.
    pub(super) labelled_works: Vec<WorkId>,
}

/// Team of three or more members with the same works.
pub(super) struct EgoTeam {
    pub(super) members: Vec<usize>,
    pub(super) works: Vec<WorkId>,
}

/// Members and ties of an ego view. Member 0 is the ego.
pub(super) struct EgoNetwork {
    /// Network node of each member.
    pub(super) nodes: Vec<usize>,
    /// Ring of each member: 0 for the ego, 1 or 2.
    pub(super) ring: Vec<u8>,
    /// Strongest partner of each member of the second ring; 0 for the others.
    pub(super) parent: Vec<usize>,
    /// Number of partners that are not drawn; 0 in the second ring.
    pub(super) hidden_partners: Vec<usize>,
    pub(super) ties: Vec<EgoTie>,
    pub(super) triangles: Vec<EgoTeam>,
    pub(super) pills: Vec<EgoTeam>,
    /// Numbers of excluded partners and of their excluded partners.
    pub(super) excluded: (usize, usize),
    /// Number of ties between members that neither a line nor a pill shows.
    pub(super) hidden_ties: usize,
}

/// Number of members up to which all ties between them may be drawn.
const MAX_MEMBERS_ALL_TIES: usize = 16;
/// Largest number of ties per member with which all of them are drawn.
const MAX_TIES_PER_MEMBER: f64 = 2.2;

impl EgoNetwork {
    pub(super) fn new(network: &Network<'_>, center: usize, limits: Limits) -> Self {
        let joint = |a: usize, b: usize| network.tie_between(a, b).map_or(0.0, |tie| actor::joint_count(network, tie));
        let work_count = |node: usize| network.institution(node).map_or(0, |id| network.corpus().works_of(id).len());
        let neighbours = |node: usize| {
            let row = network.adjacency().row_of(node);
            let kept_ties = row.filter(|&(_, _, tie)| actor::joint_count(network, tie) >= limits.min_weight);
            kept_ties.map(|(other, _, _)| other).collect::<Vec<usize>>()
        };
        let mut first = neighbours(center);
        first.sort_by(|&a, &b| {
            joint(center, b).total_cmp(&joint(center, a)).then(work_count(b).cmp(&work_count(a))).then(a.cmp(&b))
        });
        let all_first = first.clone();
        first.truncate(limits.first);

        // A member of the second ring belongs to the partner with which it has the most joint works.
        let mut second: Vec<(f64, usize, usize)> = Vec::new();
        let mut outer: Vec<usize> = first.iter().flat_map(|&node| neighbours(node)).collect();
        outer.sort_unstable();
        outer.dedup();
        outer.retain(|node| *node != center && !all_first.contains(node));
        for &node in &outer {
            let strength = |member_of: usize| joint(first[member_of], node);
            let best = (0..first.len())
                .fold(0, |best, member_of| if strength(member_of) > strength(best) { member_of } else { best });
            second.push((strength(best), node, best));
        }
        second.sort_by(|a, b| b.0.total_cmp(&a.0).then(work_count(b.1).cmp(&work_count(a.1))).then(a.1.cmp(&b.1)));
        let excluded = (all_first.len() - first.len(), second.len().saturating_sub(limits.second));
        second.truncate(limits.second);
        second.sort_by_key(|one| (one.2, one.1));

        let nodes: Vec<usize> =
            std::iter::once(center).chain(first.iter().copied()).chain(second.iter().map(|one| one.1)).collect();
        let ring = (0..nodes.len())
            .map(|at| {
                if at == 0 {
                    0
                } else if at <= first.len() {
                    1
                } else {
                    2
                }
            })
            .collect();
        let parent =
            (0..nodes.len()).map(|at| if at <= first.len() { 0 } else { second[at - 1 - first.len()].2 + 1 }).collect();
        let hidden_partners = (0..nodes.len())
            .map(|at| {
                if at > first.len() {
                    0
                } else {
                    neighbours(nodes[at]).iter().filter(|node| !nodes.contains(node)).count()
                }
            })
            .collect();
        let mut ego = Self {
            nodes,
            ring,
            parent,
            hidden_partners,
            ties: Vec::new(),
            triangles: Vec::new(),
            pills: Vec::new(),
            excluded,
            hidden_ties: 0,
        };
        ego.find_teams(network);
        ego.find_ties(network, limits.min_weight);
        ego
    }

    fn find_teams(&mut self, network: &Network<'_>) {
        let member_of = |id: &InstitutionId| self.nodes.iter().position(|&node| node == network.node_of(*id));
        let (mut triangles, mut pills): (Vec<EgoTeam>, Vec<EgoTeam>) = (Vec::new(), Vec::new());
        for (team, works) in actor::teams(network) {
            let mut members: Vec<usize> = team.iter().filter_map(member_of).collect();
            members.sort_unstable();
            let into = match members.len() {
                0..3 => continue,
                // Three members of a larger team form no triangle.
                3 if team.len() == 3 => &mut triangles,
                3 => continue,
                _ => &mut pills,
            };
            match into.iter_mut().find(|one| one.members == members) {
                Some(one) => one.works.extend(works),
                None => into.push(EgoTeam { members, works }),
            }
        }
        (self.triangles, self.pills) = (triangles, pills);
    }

    fn find_ties(&mut self, network: &Network<'_>, min_weight: f64) {
        let tied = |a: usize, b: usize| network.tie_between(self.nodes[a], self.nodes[b]).is_some();
        let in_pill =
            |a: usize, b: usize| self.pills.iter().any(|pill| pill.members.contains(&a) && pill.members.contains(&b));
        let count = self.nodes.len();
        let tied_pairs =
            (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b))).filter(|&(a, b)| tied(a, b) && !in_pill(a, b));
        let crowded = count > MAX_MEMBERS_ALL_TIES || tied_pairs.count() as f64 > MAX_TIES_PER_MEMBER * count as f64;
        // In a crowded figure only teams of the ego have pills and triangles.
        if crowded {
            self.pills.retain(|pill| pill.members[0] == 0);
            self.triangles.retain(|triangle| triangle.members[0] == 0);
        }
        for a in 0..self.nodes.len() {
            for b in a + 1..self.nodes.len() {
                let Some(tie) = network.tie_between(self.nodes[a], self.nodes[b]) else { continue };
                let outer = self.ring[a] == 2 || (self.ring[a] == 1 && self.ring[b] == 2 && self.parent[b] != a);
                let inner = self.ring[a] == 1 && self.ring[b] == 1;
                let among =
                    |teams: &[EgoTeam]| teams.iter().any(|one| one.members.contains(&a) && one.members.contains(&b));
                let weak = actor::joint_count(network, tie) < min_weight;
                if weak || crowded && (outer || inner) && !among(&self.triangles) {
                    // A pill shows that its members work together.
                    self.hidden_ties += usize::from(!among(&self.pills));
                    continue;
                }
                let evidence = network.evidence(tie);
                let not_in = |teams: &[EgoTeam], work: &WorkId| !teams.iter().any(|team| team.works.contains(work));
                let remaining: Vec<WorkId> =
                    evidence.iter().copied().filter(|work| not_in(&self.pills, work)).collect();
                if remaining.is_empty() && !evidence.is_empty() {
                    continue;
                }
                let labelled_works = remaining.iter().copied().filter(|work| not_in(&self.triangles, work)).collect();
                let weight = if evidence.is_empty() { network.tie(tie).2 } else { remaining.len() as f64 };
                self.ties.push(EgoTie { tie, a, b, weight, labelled_works });
            }
        }
    }

    /// Members of the first ring.
    pub(super) fn first(&self) -> Vec<usize> {
        (0..self.nodes.len()).filter(|&at| self.ring[at] == 1).collect()
    }
}
