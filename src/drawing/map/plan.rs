//! What a map shows, before anything has a place: institutions, ties, triangles, pills.

use std::collections::BTreeMap;

use crate::corpus::country::Country;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::table::Corpus;
use crate::corpus::work::WorkId;
use crate::drawing::map::unshown;
use crate::network::graph::Network;
use crate::selection::Selection;

/// Largest team that is drawn as lines between all its members; larger ones are pills with spokes.
pub(crate) const TRIANGLE: usize = 3;

/// A line between two institutions.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PlanTie {
    /// Positions of its ends in [`Plan::institutions`], the smaller first.
    pub(crate) ends: (usize, usize),
    /// Number of joint works drawn by this line, and what inputs state beside them.
    pub(crate) weight: f64,
    /// Works of these two alone: the text on the line.
    pub(crate) own: Vec<WorkId>,
    /// All works of the line.
    pub(crate) works: Vec<WorkId>,
}

/// Works of one and the same set of three or more institutions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Team {
    /// Positions in [`Plan::institutions`], ascending.
    pub(crate) members: Vec<usize>,
    pub(crate) works: Vec<WorkId>,
}

impl Team {
    /// `team-` and the key of its first work.
    pub(crate) fn key(&self, corpus: &Corpus) -> String {
        self.works.first().map_or_else(String::new, |&work| format!("team-{}", corpus.work_key(work)))
    }
}

/// What a map shows of a network.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Plan {
    pub(crate) institutions: Vec<InstitutionId>,
    pub(crate) ties: Vec<PlanTie>,
    /// Teams of three.
    pub(crate) triangles: Vec<Team>,
    /// Larger teams.
    pub(crate) pills: Vec<Team>,
    /// Teams among the institutions that nothing joins here: those above the cap of partners, and those without room.
    pub(crate) undrawn: Vec<Vec<usize>>,
    /// Partners of a work beside those that its line, triangle or pill joins; only where there are any.
    pub(crate) hidden: BTreeMap<WorkId, usize>,
    /// The country that all works share, when there are institutions of others too.
    pub(crate) home: Option<Country>,
}

impl Plan {
    /// The plan of a part of a one-mode network. A work with institutions outside of the part is drawn between
    /// those inside, and [`hidden`](Self::hidden) counts the others, so that three partners never pass for two.
    /// A work some of whose ties are not in the part stands on each of its ties that are, and on no triangle
    /// or pill. O(affiliations log affiliations).
    pub(crate) fn of(network: &Network<'_>, part: &Selection) -> Self {
        let corpus = network.corpus();
        let institutions: Vec<InstitutionId> =
            part.nodes.iter().filter_map(|&node| network.institution(node)).collect();
        let at = |id: &InstitutionId| institutions.binary_search(id).ok();
        let kept = |a: InstitutionId, b: InstitutionId| {
            let tie = network.tie_between(network.node_of(a), network.node_of(b));
            tie.is_some_and(|tie| part.ties.binary_search(&tie).is_ok())
        };
        let mut ties: BTreeMap<(usize, usize), PlanTie> = BTreeMap::new();
        let mut teams: BTreeMap<Vec<usize>, Vec<WorkId>> = BTreeMap::new();
        let mut hidden = BTreeMap::new();
        for work in corpus.work_ids().filter(|work| !network.excluded().contains(work)) {
            let all = corpus.institutions_of(work).len();
            let mut members: Vec<usize> = corpus.institutions_of(work).iter().filter_map(at).collect();
            if members.len() < 2 {
                continue;
            }
            members.sort_unstable();
            let drawn: Vec<(usize, usize)> =
                pairs(&members).filter(|&(a, b)| kept(institutions[a], institutions[b])).collect();
            let whole = 2 * drawn.len() == members.len() * (members.len() - 1);
            let together = if whole { members.len() } else { 2 };
            if all > together && !drawn.is_empty() {
                hidden.insert(work, all - together);
            }
            if together <= TRIANGLE {
                for (a, b) in drawn {
                    let tie = ties.entry((a, b)).or_default();
                    tie.weight += 1.0;
                    tie.works.push(work);
                    if together == 2 {
                        tie.own.push(work);
                    }
                }
            }
            if together >= TRIANGLE {
                teams.entry(members).or_default().push(work);
            }
        }
        for stated in corpus.explicit_ties() {
            if let (Some(a), Some(b)) = (at(&stated.a), at(&stated.b))
                && kept(stated.a, stated.b)
            {
                ties.entry((a, b)).or_default().weight += stated.weight;
            }
        }
        let home = home(corpus, &institutions);
        let undrawn = above_cap(network, part, &institutions);
        let mut plan = Self { home, institutions, hidden, undrawn, ..Self::default() };
        plan.ties = ties.into_iter().map(|(ends, tie)| PlanTie { ends, ..tie }).collect();
        let teams = teams.into_iter().map(|(members, works)| Team { members, works });
        (plan.triangles, plan.pills) = teams.partition(|team| team.members.len() == TRIANGLE);
        plan
    }

    /// For each institution the number of its partners in the plan that no line, triangle or pill joins it with.
    pub(crate) fn unshown(&self) -> Vec<usize> {
        let ties: Vec<[usize; 2]> = self.ties.iter().map(|tie| [tie.ends.0, tie.ends.1]).collect();
        let teams = self.triangles.iter().chain(&self.pills).map(|team| team.members.as_slice());
        let drawn = ties.iter().map(<[usize; 2]>::as_slice).chain(teams);
        unshown::partners(self.institutions.len(), drawn, self.undrawn.iter().map(Vec::as_slice))
    }

    /// Key of a mark: the id of an institution, or of a pill that of its first work.
    pub(crate) fn key(&self, corpus: &Corpus, mark: usize) -> String {
        match mark.checked_sub(self.institutions.len()).and_then(|pill| self.pills.get(pill)) {
            Some(team) => team.key(corpus),
            None => corpus.institution(self.institutions[mark]).id.clone(),
        }
    }

    /// Number of marks: institutions, then pills.
    pub(crate) fn marks(&self) -> usize {
        self.institutions.len() + self.pills.len()
    }

    /// All lines between marks, those of pills last: ends and weight.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
        let first_pill = self.institutions.len();
        let spokes = self.pills.iter().enumerate().flat_map(move |(number, team)| {
            team.members.iter().map(move |&member| (first_pill + number, member, team.works.len() as f64))
        });
        self.ties.iter().map(|tie| (tie.ends.0, tie.ends.1, tie.weight)).chain(spokes)
    }

    /// Connected parts of the marks, each ascending; the largest first.
    pub(crate) fn parts(&self) -> Vec<Vec<usize>> {
        let mut sets = petgraph::unionfind::UnionFind::<usize>::new(self.marks());
        for (a, b, _) in self.lines() {
            sets.union(a, b);
        }
        let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (mark, label) in sets.into_labeling().into_iter().enumerate() {
            parts.entry(label).or_default().push(mark);
        }
        let mut parts: Vec<Vec<usize>> = parts.into_values().collect();
        parts.sort_by_key(|marks| (std::cmp::Reverse(marks.len()), marks[0]));
        parts
    }

    /// Whether an institution is of the home country; all are where there is none.
    pub(crate) fn is_home(&self, institution: &Institution) -> bool {
        self.home.as_ref().is_none_or(|home| institution.countries.contains(home))
    }
}

/// Teams above the cap of partners, as positions in the institutions of a part; none where ties were chosen by their
/// weight, for a pair of such teams alone has none.
pub(crate) fn above_cap(network: &Network<'_>, part: &Selection, institutions: &[InstitutionId]) -> Vec<Vec<usize>> {
    let all = Selection::induced(network, part.nodes.iter().copied()).ties.len();
    if network.excluded().is_empty() || all > part.ties.len() {
        return Vec::new();
    }
    unshown::teams(network.corpus(), network.excluded(), institutions)
}

fn pairs(members: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    members.iter().enumerate().flat_map(move |(position, &a)| members[position + 1..].iter().map(move |&b| (a, b)))
}

/// The one country that every work has an institution of, when others have institutions here too.
fn home(corpus: &Corpus, institutions: &[InstitutionId]) -> Option<Country> {
    let mut shared: Option<Vec<Country>> = None;
    for work in corpus.work_ids() {
        let countries = || corpus.institutions_of(work).iter().flat_map(|&id| &corpus.institution(id).countries);
        shared = Some(match shared {
            None => countries().cloned().collect(),
            Some(before) => before.into_iter().filter(|country| countries().any(|one| one == country)).collect(),
        });
    }
    let home = shared?.into_iter().min()?;
    let abroad = institutions.iter().any(|&id| !corpus.institution(id).countries.contains(&home));
    abroad.then_some(home)
}
