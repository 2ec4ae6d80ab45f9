//! Findings: what the drawn works and ties say, as the title of a figure. Each is computed from what is drawn.

use crate::corpus::Corpus;
use crate::corpus::date::Date;
use crate::corpus::work::WorkId;
use crate::drawing::actor;
use crate::drawing::kind::WorkKind;
use crate::message;
use crate::messages::Statement;
use crate::network::graph::Network;

/// Joint works among those drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JointWorks {
    works: usize,
    joint: Vec<WorkId>,
    /// First and last year with a joint work.
    years: Option<(u16, u16)>,
    /// Number of works after the last joint one's year, all of one institution.
    later: usize,
    has_undated: bool,
}

impl JointWorks {
    /// Joint works among `works`. O(works).
    pub(crate) fn of(corpus: &Corpus, works: &[WorkId]) -> Self {
        let is_joint = |work: &WorkId| corpus.actor_count(*work) > 1;
        let year = |work: &WorkId| corpus.date(*work).map(Date::year_number);
        let joint: Vec<WorkId> = works.iter().copied().filter(is_joint).collect();
        let years = joint.iter().filter_map(year).min().zip(joint.iter().filter_map(year).max());
        let is_later = |work: &&WorkId| years.is_some_and(|(_, last)| year(work).is_some_and(|year| year > last));
        let later = works.iter().filter(is_later).count();
        let has_undated = joint.iter().any(|work| year(work).is_none());
        Self { works: works.len(), joint, years, later, has_undated }
    }

    /// Year after the last joint work, where all works since are known to be of one institution each.
    pub(crate) fn end(&self) -> Option<u16> {
        self.years.filter(|_| self.later > 0 && !self.has_undated).map(|(_, last)| last.saturating_add(1))
    }

    /// The finding: that no work is joint, that all are, that none is since a year, or how many are. `None` for fewer than
    /// two works.
    pub(crate) fn headline(&self, corpus: &Corpus, kind: WorkKind) -> Option<Statement> {
        let (works, joint) = (self.works, self.joint.len());
        if works < 2 {
            return None;
        }
        Some(match (joint, self.end()) {
            (0, _) => message!("figures-headline-none", works = works, kind = kind),
            (_, Some(_)) => {
                let (years, later) = (actor::years(corpus, &self.joint), self.later);
                message!("figures-headline-since", joint = joint, years = years, later = later, kind = kind)
            }
            _ if joint == works => message!("figures-headline-all", works = works, kind = kind),
            _ => message!("figures-headline-share", joint = joint, works = works, kind = kind),
        })
    }
}

/// The one pair with the most joint works of all, where its tie is drawn; `None` where several pairs have as many, where that
/// is one work, where ties have weights, or where large teams that make no ties may have more. O(ties).
pub(crate) fn strongest_pair(
    network: &Network<'_>,
    is_drawn: impl Fn(usize) -> bool,
    kind: WorkKind,
) -> Option<Statement> {
    let count = |tie: usize| network.evidence(tie).len();
    let ties = 0..network.tie_count();
    let first = ties.clone().max_by_key(|&tie| (count(tie), std::cmp::Reverse(tie)))?;
    let works = count(first);
    // An excluded work adds at most one to the joint works of any pair.
    let excluded = network.excluded().len();
    let is_less = |tie: usize| count(tie) > 0 && (tie == first || count(tie) + excluded < works);
    let (a, b, _) = network.tie(first);
    let has = |work: &WorkId, node| {
        let team = network.corpus().institutions_of(*work);
        network.institution(node).is_some_and(|id| team.contains(&id))
    };
    let is_counted = !network.excluded().iter().any(|work| has(work, a) && has(work, b));
    let is_clear = excluded < works && is_counted && ties.clone().all(is_less);
    if works < 2 || !is_clear || !is_drawn(first) {
        return None;
    }
    let name = |node: usize| network.institution(node).map(|id| &network.corpus().institution(id).names);
    let (a, b) = name(a).zip(name(b))?;
    Some(message!("figures-headline-pair", a = a, b = b, works = works, kind = kind))
}
