//! Content of a detailed map before layout: institutions, ties, triangles, pills.

use std::collections::BTreeMap;

use crate::corpus::country::Country;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::table::Corpus;
use crate::corpus::work::WorkId;
use crate::drawing::encoding::{Stroke, TIE_STROKE};
use crate::drawing::findings;
use crate::drawing::kind::{TieMeasure, WorkKind};
use crate::drawing::map::mark_encoding::MarkEncoding;
use crate::drawing::map::unshown;
use crate::messages::Statement;
use crate::network::graph::Network;
use crate::selection::Selection;

/// Maximum size of a team that is drawn as lines between all its members; larger ones are pills with spokes.
pub(crate) const MAX_LINE_TEAM: usize = 3;

/// A line between two institutions.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PlanTie {
    /// Ends as indices into [`MapPlan::institutions`], the smaller first.
    pub(crate) ends: (usize, usize),
    /// Number of joint works drawn by this line, plus the weights of explicit ties.
    pub(crate) weight: f64,
    /// Works drawn between these two only, named on the line.
    pub(crate) exclusive_works: Vec<WorkId>,
    /// All works of the line, including those of triangles.
    pub(crate) works: Vec<WorkId>,
}

/// A team: the works of the same set of three or more institutions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PlanTeam {
    /// Indices into [`MapPlan::institutions`], ascending.
    pub(crate) members: Vec<usize>,
    pub(crate) works: Vec<WorkId>,
}

impl PlanTeam {
    /// `team-` and the key of its first work.
    pub(crate) fn key(&self, corpus: &Corpus) -> String {
        self.works.first().map_or_else(String::new, |&work| format!("team-{}", corpus.work_key(work)))
    }
}

/// Content of a detailed map. Marks are numbered: institutions, then pills.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct MapPlan {
    pub(crate) institutions: Vec<InstitutionId>,
    pub(crate) ties: Vec<PlanTie>,
    /// Teams of three.
    pub(crate) triangles: Vec<PlanTeam>,
    /// Teams of four or more.
    pub(crate) pills: Vec<PlanTeam>,
    /// Teams that nothing joins here: those above the cap of partners, and those omitted for lack of space.
    pub(crate) undrawn: Vec<Vec<usize>>,
    /// Number of partners of a work that its line, triangle or pill does not join, where that is not 0.
    pub(crate) hidden_partners: BTreeMap<WorkId, usize>,
    /// Number of teams of four or more that are omitted for lack of space.
    pub(crate) omitted_teams: usize,
    /// Whether the subgraph omits ties between its institutions: partners of an institution without a line are then in
    /// [`undrawn`](Self::undrawn).
    pub(crate) omits_ties: bool,
    /// Country that all works share, where the map also has institutions of others.
    pub(crate) home_country: Option<Country>,
    /// Finding of the drawn ties.
    pub(crate) headline: Option<Statement>,
    /// Sizes and colours that were asked for.
    pub(crate) encoding: MarkEncoding,
}

impl MapPlan {
    /// Plan of a subgraph of a one-mode network. A work with institutions outside the subgraph is drawn between those inside;
    /// [`hidden_partners`](Self::hidden_partners) counts the others, so that a work of three never looks like one of two. A
    /// work some of whose ties are not in the subgraph is drawn on each of the others, without triangle or pill.
    /// O(affiliations · log affiliations).
    pub(crate) fn of(network: &Network<'_>, subgraph: &Selection) -> Self {
        let corpus = network.corpus();
        let institutions: Vec<InstitutionId> =
            subgraph.nodes.iter().filter_map(|&node| network.institution(node)).collect();
        let at = |id: &InstitutionId| institutions.binary_search(id).ok();
        let has_tie = |a: InstitutionId, b: InstitutionId| {
            let tie = network.tie_between(network.node_of(a), network.node_of(b));
            tie.is_some_and(|tie| subgraph.ties.binary_search(&tie).is_ok())
        };
        let mut ties: BTreeMap<(usize, usize), PlanTie> = BTreeMap::new();
        let mut teams: BTreeMap<Vec<usize>, Vec<WorkId>> = BTreeMap::new();
        let mut hidden_partners = BTreeMap::new();
        for work in corpus.work_ids().filter(|work| !network.excluded().contains(work)) {
            let all = corpus.institutions_of(work).len();
            let mut members: Vec<usize> = corpus.institutions_of(work).iter().filter_map(at).collect();
            if members.len() < 2 {
                continue;
            }
            members.sort_unstable();
            let drawn: Vec<(usize, usize)> =
                pairs(&members).filter(|&(a, b)| has_tie(institutions[a], institutions[b])).collect();
            let is_complete = 2 * drawn.len() == members.len() * (members.len() - 1);
            let joined_members = if is_complete { members.len() } else { 2 };
            if all > joined_members && !drawn.is_empty() {
                hidden_partners.insert(work, all - joined_members);
            }
            if joined_members <= MAX_LINE_TEAM {
                for (a, b) in drawn {
                    let tie = ties.entry((a, b)).or_default();
                    tie.weight += 1.0;
                    tie.works.push(work);
                    if joined_members == 2 {
                        tie.exclusive_works.push(work);
                    }
                }
            }
            if joined_members >= MAX_LINE_TEAM {
                teams.entry(members).or_default().push(work);
            }
        }
        for explicit in corpus.explicit_ties() {
            if let (Some(a), Some(b)) = (at(&explicit.a), at(&explicit.b))
                && has_tie(explicit.a, explicit.b)
            {
                ties.entry((a, b)).or_default().weight += explicit.weight;
            }
        }
        let home_country = home_country(corpus, &institutions);
        let undrawn = unshown::above_cap(network, subgraph, &institutions);
        let omits_ties = unshown::omitted_ties(network, subgraph) > 0;
        let is_drawn = |tie: usize| subgraph.ties.binary_search(&tie).is_ok();
        let headline = findings::strongest_pair(network, is_drawn, corpus.work_kind());
        let mut plan =
            Self { home_country, institutions, hidden_partners, undrawn, omits_ties, headline, ..Self::default() };
        plan.ties = ties.into_iter().map(|(ends, tie)| PlanTie { ends, ..tie }).collect();
        let teams = teams.into_iter().map(|(members, works)| PlanTeam { members, works });
        (plan.triangles, plan.pills) = teams.partition(|team| team.members.len() == MAX_LINE_TEAM);
        if omits_ties {
            plan.undrawn.extend(plan.ties_of_lineless(network));
        }
        plan
    }

    /// What the widths of the lines measure.
    pub(crate) fn measure(&self, kind: WorkKind) -> TieMeasure {
        let ties = self.ties.iter().map(|tie| (!tie.works.is_empty(), tie.weight != tie.works.len() as f64));
        TieMeasure::of(kind, ties.chain(self.pills.iter().map(|_| (true, false))))
    }

    /// Stroke widths of the lines.
    pub(crate) fn stroke(&self) -> Stroke {
        TIE_STROKE.for_largest(self.ties.iter().map(|tie| tie.weight).fold(0.0, f64::max))
    }

    /// Whether a mark has a line, triangle or pill.
    fn has_line(&self) -> Vec<bool> {
        let mut has_line = vec![false; self.institutions.len()];
        self.ties.iter().for_each(|tie| (has_line[tie.ends.0], has_line[tie.ends.1]) = (true, true));
        self.pills.iter().flat_map(|team| &team.members).for_each(|&member| has_line[member] = true);
        has_line
    }

    /// Ties of the network between an institution without a line and another of the plan.
    fn ties_of_lineless(&self, network: &Network<'_>) -> Vec<Vec<usize>> {
        let has_line = self.has_line();
        let node = |mark: usize| network.node_of(self.institutions[mark]);
        let is_tied = |&(a, b): &(usize, usize)| network.tie_between(node(a), node(b)).is_some();
        let lineless = (0..self.institutions.len()).filter(|&mark| !has_line[mark]);
        let pairs = lineless.flat_map(|a| (0..self.institutions.len()).filter(move |&b| b != a).map(move |b| (a, b)));
        pairs.filter(is_tied).map(|(a, b)| vec![a, b]).collect()
    }

    /// For each institution the number of its partners in the plan without a line, triangle or pill between them.
    pub(crate) fn unshown(&self) -> Vec<usize> {
        let ties: Vec<[usize; 2]> = self.ties.iter().map(|tie| [tie.ends.0, tie.ends.1]).collect();
        let teams = self.triangles.iter().chain(&self.pills).map(|team| team.members.as_slice());
        let drawn = ties.iter().map(<[usize; 2]>::as_slice).chain(teams);
        let undrawn = self.undrawn.iter().map(Vec::as_slice);
        let mut counts = unshown::undrawn_partner_counts(self.institutions.len(), drawn, undrawn);
        if self.omits_ties {
            counts.iter_mut().zip(self.has_line()).filter(|(_, has_line)| *has_line).for_each(|(count, _)| *count = 0);
        }
        counts
    }

    /// For each institution whether it has no partner in the plan, drawn or not, while others have a line: it is listed by
    /// name below the map.
    pub(crate) fn listed(&self) -> Vec<bool> {
        let has_line = self.has_line();
        let any = has_line.contains(&true);
        has_line.iter().zip(self.unshown()).map(|(has_line, unshown)| any && !has_line && unshown == 0).collect()
    }

    /// Key of a mark: the id of an institution, or [`PlanTeam::key`] of a pill.
    pub(crate) fn key(&self, corpus: &Corpus, mark: usize) -> String {
        match mark.checked_sub(self.institutions.len()).and_then(|pill| self.pills.get(pill)) {
            Some(team) => team.key(corpus),
            None => corpus.institution(self.institutions[mark]).id.clone(),
        }
    }

    /// Number of marks: institutions, then pills.
    pub(crate) fn mark_count(&self) -> usize {
        self.institutions.len() + self.pills.len()
    }

    /// All lines between marks as (mark, mark, weight): ties, then spokes of pills.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
        let first_pill = self.institutions.len();
        let spokes = self.pills.iter().enumerate().flat_map(move |(number, team)| {
            team.members.iter().map(move |&member| (first_pill + number, member, team.works.len() as f64))
        });
        self.ties.iter().map(|tie| (tie.ends.0, tie.ends.1, tie.weight)).chain(spokes)
    }

    /// Connected components of the marks, each ascending; largest first, then by smallest mark.
    pub(crate) fn components(&self) -> Vec<Vec<usize>> {
        let mut sets = petgraph::unionfind::UnionFind::<usize>::new(self.mark_count());
        for (a, b, _) in self.lines() {
            sets.union(a, b);
        }
        let mut components: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (mark, label) in sets.into_labeling().into_iter().enumerate() {
            components.entry(label).or_default().push(mark);
        }
        let mut components: Vec<Vec<usize>> = components.into_values().collect();
        components.sort_by_key(|members| (std::cmp::Reverse(members.len()), members[0]));
        components
    }

    /// Whether an institution is in the home country; true where there is no home country.
    pub(crate) fn is_home(&self, institution: &Institution) -> bool {
        self.home_country.as_ref().is_none_or(|home_country| institution.countries.contains(home_country))
    }
}

fn pairs(members: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    members.iter().enumerate().flat_map(move |(position, &a)| members[position + 1..].iter().map(move |&b| (a, b)))
}

/// Country of which every work has an institution, where some institution is of another; of several the first.
fn home_country(corpus: &Corpus, institutions: &[InstitutionId]) -> Option<Country> {
    let mut shared: Option<Vec<Country>> = None;
    for work in corpus.work_ids() {
        let countries = || corpus.institutions_of(work).iter().flat_map(|&id| &corpus.institution(id).countries);
        shared = Some(match shared {
            None => countries().cloned().collect(),
            Some(before) => before.into_iter().filter(|country| countries().any(|one| one == country)).collect(),
        });
    }
    let home_country = shared?.into_iter().min()?;
    let abroad = institutions.iter().any(|&id| !corpus.institution(id).countries.contains(&home_country));
    abroad.then_some(home_country)
}
