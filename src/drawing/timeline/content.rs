//! Content of the timeline: selection of works and institutions, and the order of the rows.

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::seriation::{self, Hyperedge};
use crate::drawing::subgraph::Subgraph;

/// Works and institutions of a timeline.
pub(super) struct TimelineContent {
    /// Works in columns: by date, undated ones last.
    pub(super) works: Vec<WorkId>,
    /// Institutions in rows.
    pub(super) rows: Vec<InstitutionId>,
    /// Number of excluded works of one institution.
    pub(super) excluded_solo: usize,
    /// Number of excluded joint works.
    pub(super) excluded_joint: usize,
    /// Number of institutions of the drawn works without a row.
    pub(super) institutions_without_row: usize,
    /// Number of works of the corpus without an institution.
    pub(super) works_without_institution: usize,
    /// Whether only some of several dated works are drawn, the latest.
    pub(super) is_latest: bool,
    /// Whether the part has joint works; they are then drawn first.
    pub(super) has_joint: bool,
}

/// Selects all works where they fit, otherwise the joint works, otherwise the latest of these.
pub(super) fn select_content(
    corpus: &Corpus,
    columns: usize,
    rows: usize,
    subgraph: &Subgraph<'_, '_>,
) -> TimelineContent {
    let with_team = |min_size: usize| -> Vec<WorkId> {
        let of = |&work: &WorkId| corpus.actor_count(work) >= min_size && subgraph.has_work(work);
        corpus.work_ids().filter(of).collect()
    };
    let (all, joint) = (with_team(1), with_team(2));
    let fits = |works: &[WorkId]| works.len() <= columns && members(works, subgraph).len() <= rows;
    let works = if fits(&all) {
        all.clone()
    } else if joint.is_empty() {
        latest(corpus, &all, columns, rows, subgraph)
    } else {
        latest(corpus, &joint, columns, rows, subgraph)
    };
    let is_joint = |work: &&WorkId| corpus.actor_count(**work) > 1;
    let shown_joint = works.iter().filter(is_joint).count();
    let mut order = ordered_rows(corpus, &works, subgraph);
    order.truncate(rows);
    let mut all_members: Vec<InstitutionId> =
        works.iter().flat_map(|&work| corpus.institutions_of(work)).copied().collect();
    all_members.sort_unstable();
    all_members.dedup();
    let institutions_without_row = all_members.len() - order.len();
    TimelineContent {
        excluded_solo: (all.len() - joint.len()) - (works.len() - shown_joint),
        excluded_joint: joint.len() - shown_joint,
        has_joint: !joint.is_empty(),
        rows: order,
        is_latest: works.iter().any(|&work| corpus.date(work).is_some()),
        works,
        institutions_without_row,
        works_without_institution: corpus.work_ids().filter(|&work| corpus.institutions_of(work).is_empty()).count(),
    }
}

/// The latest dated works that fit (undated ones only where none is dated); at least one of `works`.
fn latest(corpus: &Corpus, works: &[WorkId], columns: usize, rows: usize, subgraph: &Subgraph<'_, '_>) -> Vec<WorkId> {
    let dated: Vec<WorkId> = works.iter().copied().filter(|&work| corpus.date(work).is_some()).collect();
    let candidates = if dated.is_empty() { works } else { &dated };
    let mut latest_works: Vec<WorkId> = Vec::new();
    for &work in candidates.iter().rev() {
        latest_works.push(work);
        if latest_works.len() > columns || members(&latest_works, subgraph).len() > rows {
            if latest_works.len() > 1 {
                latest_works.pop();
            }
            break;
        }
    }
    latest_works.reverse();
    latest_works
}

fn members(works: &[WorkId], subgraph: &Subgraph<'_, '_>) -> Vec<InstitutionId> {
    let mut members: Vec<InstitutionId> = works.iter().flat_map(|&work| subgraph.team(work)).collect();
    members.sort_unstable();
    members.dedup();
    members
}

/// Order of the rows: components by size, within a component by seriation, which starts from the date of each
/// institution's first work.
fn ordered_rows(corpus: &Corpus, works: &[WorkId], subgraph: &Subgraph<'_, '_>) -> Vec<InstitutionId> {
    let mut members = members(works, subgraph);
    members.sort_by_key(|&id| (corpus.works_of(id).first().copied(), id));
    let index_of = |id: &InstitutionId| members.iter().position(|one| one == id).unwrap_or(0);
    let hyperedges: Vec<Hyperedge> = works
        .iter()
        .map(|&work| Hyperedge { members: subgraph.team(work).iter().map(index_of).collect(), weight: 1.0 })
        .collect();
    seriation::seriate_components(members.len(), &hyperedges).into_iter().map(|at| members[at]).collect()
}
