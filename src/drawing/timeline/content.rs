//! Which works and institutions the timeline shows, and the order of its rows.

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::seriation::{self, Hyperedge};
use crate::drawing::subgraph::Subgraph;

/// What is shown.
pub(super) struct Choice {
    /// Columns, by date, undated ones last.
    pub(super) works: Vec<WorkId>,
    /// Rows.
    pub(super) rows: Vec<InstitutionId>,
    /// Works of one institution that are not shown.
    pub(super) solo_dropped: usize,
    /// Joint works that are not shown.
    pub(super) joint_dropped: usize,
    /// Institutions behind the works shown that have no row.
    pub(super) cut: usize,
}

/// All works where they fit; else the joint ones; else the latest of them.
pub(super) fn choose(corpus: &Corpus, columns: usize, rows: usize, part: &Subgraph<'_, '_>) -> Choice {
    let with_team = |least: usize| -> Vec<WorkId> {
        let of = |&work: &WorkId| corpus.institutions_of(work).len() >= least && part.has_work(work);
        corpus.work_ids().filter(of).collect()
    };
    let (all, joint) = (with_team(1), with_team(2));
    let fits = |works: &[WorkId]| works.len() <= columns && members(works, part).len() <= rows;
    let works = if fits(&all) {
        all.clone()
    } else if joint.is_empty() {
        latest(corpus, &all, columns, rows, part)
    } else {
        latest(corpus, &joint, columns, rows, part)
    };
    let is_joint = |work: &&WorkId| corpus.institutions_of(**work).len() > 1;
    let shown_joint = works.iter().filter(is_joint).count();
    let mut order = arranged(corpus, &works, part);
    order.truncate(rows);
    let mut behind: Vec<InstitutionId> = works.iter().flat_map(|&work| corpus.institutions_of(work)).copied().collect();
    behind.sort_unstable();
    behind.dedup();
    let cut = behind.len() - order.len();
    Choice {
        solo_dropped: (all.len() - joint.len()) - (works.len() - shown_joint),
        joint_dropped: joint.len() - shown_joint,
        rows: order,
        works,
        cut,
    }
}

/// The latest dated works that fit (undated ones only where no work has a date). Never empty when `works` is not.
fn latest(corpus: &Corpus, works: &[WorkId], columns: usize, rows: usize, part: &Subgraph<'_, '_>) -> Vec<WorkId> {
    let dated: Vec<WorkId> = works.iter().copied().filter(|&work| corpus.date(work).is_some()).collect();
    let from = if dated.is_empty() { works } else { &dated };
    let mut kept: Vec<WorkId> = Vec::new();
    for &work in from.iter().rev() {
        kept.push(work);
        if kept.len() > columns || members(&kept, part).len() > rows {
            if kept.len() > 1 {
                kept.pop();
            }
            break;
        }
    }
    kept.reverse();
    kept
}

fn members(works: &[WorkId], part: &Subgraph<'_, '_>) -> Vec<InstitutionId> {
    let mut members: Vec<InstitutionId> = works.iter().flat_map(|&work| part.team(work)).collect();
    members.sort_unstable();
    members.dedup();
    members
}

/// Rows: groups that share no work one after the other, the largest first; within a group partners adjacent, and
/// who comes first in time on top where that costs nothing.
fn arranged(corpus: &Corpus, works: &[WorkId], part: &Subgraph<'_, '_>) -> Vec<InstitutionId> {
    let mut members = members(works, part);
    members.sort_by_key(|&id| (corpus.works_of(id).first().copied(), id));
    let place = |id: &InstitutionId| members.iter().position(|one| one == id).unwrap_or(0);
    let bonds: Vec<Hyperedge> = works
        .iter()
        .map(|&work| Hyperedge { members: part.team(work).iter().map(place).collect(), weight: 1.0 })
        .collect();
    seriation::seriate_components(members.len(), &bonds).into_iter().map(|at| members[at]).collect()
}
