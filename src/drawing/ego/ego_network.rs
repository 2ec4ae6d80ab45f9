//! Who stands on the rings, and what joins them.

use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::actor;
use crate::network::graph::Network;

/// Most partners and partners of partners.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Limits {
    pub(super) first: usize,
    pub(super) second: usize,
    /// Ties of less joint models are not looked at.
    pub(super) least: f64,
}

/// A tie of two members, without the models that a pill shows.
pub(super) struct Line {
    pub(super) tie: usize,
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) weight: f64,
    /// Models that are written at the line: those that no triangle shows.
    pub(super) told: Vec<WorkId>,
}

/// Three or more members behind the same models.
pub(super) struct Team {
    pub(super) members: Vec<usize>,
    pub(super) works: Vec<WorkId>,
}

/// What the figure shows. Members are numbered from 0, the institution itself.
pub(super) struct Scope {
    /// Nodes of the network.
    pub(super) nodes: Vec<usize>,
    /// 0, 1 or 2.
    pub(super) ring: Vec<u8>,
    /// For the second ring the partner through whom it is here.
    pub(super) owner: Vec<usize>,
    /// Partners of the institution, and of each partner, that have no place.
    pub(super) more: Vec<usize>,
    pub(super) lines: Vec<Line>,
    pub(super) triangles: Vec<Team>,
    pub(super) pills: Vec<Team>,
    /// Partners, and partners of partners, without a place.
    pub(super) dropped: (usize, usize),
    /// Ties between members that are not drawn.
    pub(super) hidden: usize,
}

/// Members up to which every tie between them is drawn, if there are not many more ties than members.
const ALL_TIES_UP_TO: usize = 16;
/// Ties for each member up to which they are not many.
const FEW_TIES: f64 = 2.2;

impl Scope {
    pub(super) fn new(network: &Network<'_>, center: usize, limits: Limits) -> Self {
        let joint = |a: usize, b: usize| network.tie_between(a, b).map_or(0.0, |tie| actor::joint_count(network, tie));
        let models = |node: usize| network.institution(node).map_or(0, |id| network.corpus().works_of(id).len());
        let neighbours = |node: usize| {
            let row = network.adjacency().row_of(node);
            let strong = row.filter(|&(_, _, tie)| actor::joint_count(network, tie) >= limits.least);
            strong.map(|(other, _, _)| other).collect::<Vec<usize>>()
        };
        let mut first = neighbours(center);
        first.sort_by(|&a, &b| {
            joint(center, b).total_cmp(&joint(center, a)).then(models(b).cmp(&models(a))).then(a.cmp(&b))
        });
        let all_first = first.clone();
        first.truncate(limits.first);

        // A partner of partners stands beside the partner it has most joint models with.
        let mut second: Vec<(f64, usize, usize)> = Vec::new();
        let mut outer: Vec<usize> = first.iter().flat_map(|&node| neighbours(node)).collect();
        outer.sort_unstable();
        outer.dedup();
        outer.retain(|node| *node != center && !all_first.contains(node));
        for &node in &outer {
            let strength = |place: usize| joint(first[place], node);
            let best =
                (0..first.len()).fold(0, |best, place| if strength(place) > strength(best) { place } else { best });
            second.push((strength(best), node, best));
        }
        second.sort_by(|a, b| b.0.total_cmp(&a.0).then(models(b.1).cmp(&models(a.1))).then(a.1.cmp(&b.1)));
        let dropped = (all_first.len() - first.len(), second.len().saturating_sub(limits.second));
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
        let owner =
            (0..nodes.len()).map(|at| if at <= first.len() { 0 } else { second[at - 1 - first.len()].2 + 1 }).collect();
        let more = (0..nodes.len())
            .map(|at| {
                if at > first.len() {
                    0
                } else {
                    neighbours(nodes[at]).iter().filter(|node| !nodes.contains(node)).count()
                }
            })
            .collect();
        let mut scope = Self {
            nodes,
            ring,
            owner,
            more,
            lines: Vec::new(),
            triangles: Vec::new(),
            pills: Vec::new(),
            dropped,
            hidden: 0,
        };
        scope.find_teams(network);
        scope.find_lines(network, limits.least);
        scope
    }

    fn find_teams(&mut self, network: &Network<'_>) {
        let place = |id: &InstitutionId| self.nodes.iter().position(|&node| node == network.node_of(*id));
        let (mut triangles, mut pills): (Vec<Team>, Vec<Team>) = (Vec::new(), Vec::new());
        for (team, works) in actor::teams(network) {
            let mut members: Vec<usize> = team.iter().filter_map(place).collect();
            members.sort_unstable();
            let into = match members.len() {
                0..3 => continue,
                // Three of a larger team are no triangle of their own.
                3 if team.len() == 3 => &mut triangles,
                3 => continue,
                _ => &mut pills,
            };
            match into.iter_mut().find(|one| one.members == members) {
                Some(one) => one.works.extend(works),
                None => into.push(Team { members, works }),
            }
        }
        (self.triangles, self.pills) = (triangles, pills);
    }

    fn find_lines(&mut self, network: &Network<'_>, least: f64) {
        let tied = |a: usize, b: usize| network.tie_between(self.nodes[a], self.nodes[b]).is_some();
        let in_pill =
            |a: usize, b: usize| self.pills.iter().any(|pill| pill.members.contains(&a) && pill.members.contains(&b));
        let count = self.nodes.len();
        let ties =
            (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b))).filter(|&(a, b)| tied(a, b) && !in_pill(a, b));
        let crowded = count > ALL_TIES_UP_TO || ties.count() as f64 > FEW_TIES * count as f64;
        // In a crowd only consortia of the institution itself have a pill.
        if crowded {
            let before = self.pills.len();
            self.pills.retain(|pill| pill.members[0] == 0);
            self.hidden += before - self.pills.len();
            self.triangles.retain(|triangle| triangle.members[0] == 0);
        }
        for a in 0..self.nodes.len() {
            for b in a + 1..self.nodes.len() {
                let Some(tie) = network.tie_between(self.nodes[a], self.nodes[b]) else { continue };
                let outer = self.ring[a] == 2 || (self.ring[a] == 1 && self.ring[b] == 2 && self.owner[b] != a);
                let inner = self.ring[a] == 1 && self.ring[b] == 1;
                let in_triangle = self.triangles.iter().any(|one| one.members.contains(&a) && one.members.contains(&b));
                let weak = actor::joint_count(network, tie) < least;
                if weak || crowded && (outer || inner) && !in_triangle {
                    self.hidden += 1;
                    continue;
                }
                let evidence = network.evidence(tie);
                let not_in = |teams: &[Team], work: &WorkId| !teams.iter().any(|team| team.works.contains(work));
                let left: Vec<WorkId> = evidence.iter().copied().filter(|work| not_in(&self.pills, work)).collect();
                if left.is_empty() && !evidence.is_empty() {
                    continue;
                }
                let told = left.iter().copied().filter(|work| not_in(&self.triangles, work)).collect();
                let weight = if evidence.is_empty() { network.tie(tie).2 } else { left.len() as f64 };
                self.lines.push(Line { tie, a, b, weight, told });
            }
        }
    }

    /// Members of the first ring.
    pub(super) fn first(&self) -> Vec<usize> {
        (0..self.nodes.len()).filter(|&at| self.ring[at] == 1).collect()
    }
}
