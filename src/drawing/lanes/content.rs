//! Content of the lanes: institutions at home with a lane each, and their works.

use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::date::Date;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::seriation::{self, Hyperedge};
use crate::drawing::subgraph::Subgraph;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Institutions and works of a figure of lanes.
#[derive(Clone)]
pub(super) struct LanesContent {
    /// Country of the lanes; `None`: institutions of any.
    pub(super) home: Option<Country>,
    /// Institutions with a lane, from top to bottom.
    pub(super) lanes: Vec<InstitutionId>,
    /// Drawn works with an institution that has a lane, in the corpus's order.
    pub(super) works: Vec<WorkId>,
    /// First year that is drawn, where works before it are not.
    pub(super) since: Option<u16>,
    /// Works before that year with an institution that has a lane.
    pub(super) earlier: usize,
    /// Institutions that would have a lane if works before that year were drawn.
    pub(super) lapsed: usize,
    /// Works before that year with one of those and none that has a lane.
    pub(super) lapsed_works: usize,
    /// Institutions of the same kind without a lane, whatever the years.
    pub(super) without_lane: usize,
    /// Works of those and of no other institution of the same kind.
    pub(super) other_works: usize,
    /// Works without an institution at home, where lanes are those of one country.
    pub(super) works_abroad: usize,
    /// Number of works of the corpus without an institution.
    pub(super) works_without_institution: usize,
}

impl LanesContent {
    /// Institutions at home with works, at most `max_lanes`: those with the most joint works, then with the most works.
    /// Collaborators are adjacent, by [`seriation`]. Where no institution is at home, all are.
    pub(super) fn of(corpus: &Corpus, home: Option<&Country>, max_lanes: usize, subgraph: &Subgraph<'_, '_>) -> Self {
        let works: Vec<WorkId> = corpus.work_ids().filter(|&work| subgraph.has_work(work)).collect();
        let active: BTreeSet<InstitutionId> = works.iter().flat_map(|&work| subgraph.team(work)).collect();
        let is_home = |id: &InstitutionId| home.is_some_and(|home| corpus.institution(*id).countries.contains(home));
        let at_home: Vec<InstitutionId> = active.iter().copied().filter(is_home).collect();
        let home = home.filter(|_| !at_home.is_empty() && at_home.len() < active.len());
        let mut chosen = if home.is_some() { at_home } else { active.into_iter().collect() };
        let joint =
            |id: InstitutionId| corpus.works_of(id).iter().filter(|&&work| corpus.actor_count(work) > 1).count();
        chosen.sort_by_key(|&id| (Reverse(joint(id)), Reverse(corpus.works_of(id).len()), id));
        let without_lane = chosen.len().saturating_sub(max_lanes);
        chosen.truncate(max_lanes);
        chosen.sort_by_key(|&id| (corpus.works_of(id).first().copied(), id));
        let with_lane = |work: &WorkId| corpus.institutions_of(*work).iter().any(|id| chosen.contains(id));
        let drawn: Vec<WorkId> = works.iter().copied().filter(with_lane).collect();
        let is_abroad = |work: &&WorkId| home.is_some() && !subgraph.team(**work).iter().any(is_home);
        let works_abroad = works.iter().filter(is_abroad).count();
        Self {
            home: home.cloned(),
            lanes: ordered(corpus, &chosen, &drawn),
            since: None,
            earlier: 0,
            lapsed: 0,
            lapsed_works: 0,
            without_lane,
            other_works: works.len() - drawn.len() - works_abroad,
            works_abroad,
            works: drawn,
            works_without_institution: corpus
                .work_ids()
                .filter(|&work| corpus.institutions_of(work).is_empty())
                .count(),
        }
    }

    /// The content without works before the second of its years, and without lanes that lose all of theirs; `None`
    /// where all are of one year.
    pub(super) fn later(&self, corpus: &Corpus) -> Option<Self> {
        let year = |work: &WorkId| corpus.date(*work).map(Date::year_number);
        let first = self.works.iter().filter_map(year).min()?;
        let since = self.works.iter().filter_map(year).filter(|&year| year > first).min()?;
        let is_kept = |work: &WorkId| year(work).is_none_or(|year| year >= since);
        let works: Vec<WorkId> = self.works.iter().copied().filter(is_kept).collect();
        let has_work = |id: &&InstitutionId| works.iter().any(|&work| corpus.institutions_of(work).contains(id));
        let lanes: Vec<InstitutionId> = self.lanes.iter().filter(has_work).copied().collect();
        Some(Self { works, since: Some(since), lanes, ..self.clone() })
    }

    /// This content as a part of `full`, with what it lacks of that counted.
    pub(super) fn within(self, corpus: &Corpus, full: &Self) -> Self {
        let has_lane = |work: &&WorkId| corpus.institutions_of(**work).iter().any(|id| self.lanes.contains(id));
        let undrawn = full.works.len() - self.works.len();
        let kept: BTreeSet<WorkId> = self.works.iter().copied().collect();
        let earlier = full.works.iter().filter(|work| !kept.contains(work)).filter(has_lane).count();
        Self { earlier, lapsed: full.lanes.len() - self.lanes.len(), lapsed_works: undrawn - earlier, ..self }
    }

    /// Whether all works of the corpus that have an institution are drawn.
    pub(super) fn is_full(&self, corpus: &Corpus) -> bool {
        self.works.len() + self.works_without_institution == corpus.work_count()
    }

    /// Institutions of the drawn works without a lane.
    pub(super) fn in_words(&self, corpus: &Corpus) -> BTreeSet<InstitutionId> {
        let team = self.works.iter().flat_map(|&work| corpus.institutions_of(work).iter().copied());
        team.filter(|id| !self.lanes.contains(id)).collect()
    }
}

/// Order of the lanes: connected ones first, within them those of one work adjacent.
fn ordered(corpus: &Corpus, lanes: &[InstitutionId], works: &[WorkId]) -> Vec<InstitutionId> {
    let members = |work: &WorkId| -> Vec<usize> {
        let team = corpus.institutions_of(*work);
        (0..lanes.len()).filter(|&lane| team.contains(&lanes[lane])).collect()
    };
    let hyperedges: Vec<Hyperedge> = works
        .iter()
        .map(members)
        .filter(|members| members.len() > 1)
        .map(|members| Hyperedge { members, weight: 1.0 })
        .collect();
    seriation::seriate_components(lanes.len(), &hyperedges).into_iter().map(|lane| lanes[lane]).collect()
}
