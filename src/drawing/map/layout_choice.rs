//! Choice of the layout of a detailed map: force-directed with space for evidence, force-directed with evidence only where
//! space is left, or circular.
//!
//! A text without a free position is dropped and does not change the layout. A circular layout is drawn only where it omits less
//! than a force-directed one or has fewer crossings, or where nearly all are partners of one another and names would lie under
//! lines.

use crate::corpus::table::Corpus;
use crate::drawing::frame::Options;
use crate::drawing::map::circular;
use crate::drawing::map::detailed;
use crate::drawing::map::detailed_content::{DetailedConstraints, EvidenceMode, MapComponent, MarkContent};
use crate::drawing::map::limits::PAGE_WIDTH;
use crate::drawing::map::plan::{MapPlan, PlanTeam};
use crate::geometry::Rect;
use crate::layout::quality;

/// Maximum number of marks of a full page in a force-directed layout; in proportion to the width of a narrower one.
const MAX_MARKS_PER_PAGE: f64 = 64.0;
/// Maximum share of institutions without a name in a force-directed layout.
const MAX_UNLABELED: f64 = 0.2;

/// A layout of a detailed map, with what it omits.
pub(crate) struct DetailedLayout {
    pub(crate) plan: MapPlan,
    pub(crate) content: MarkContent,
    pub(crate) components: Vec<MapComponent>,
    /// Teams of four or more that are not drawn for lack of space.
    pub(crate) dropped: usize,
    /// Triangles whose tint and evidence are omitted.
    pub(crate) untinted: usize,
}

/// The most readable layout of a plan.
pub(crate) fn choose_layout(
    corpus: &Corpus,
    plan: &MapPlan,
    constraints: &DetailedConstraints<'_>,
    options: &Options,
) -> DetailedLayout {
    let dense = constraints.fixed_positions.is_none() && circular::is_dense(plan);
    if !dense {
        let (violations, content, components) =
            detailed::best_attempt(corpus, plan, constraints, EvidenceMode::Reserved, options);
        if violations == 0 || constraints.fixed_positions.is_some() {
            return DetailedLayout { plan: plan.clone(), content, components, dropped: 0, untinted: 0 };
        }
    }
    let untinted = plan.triangles.len();
    let force_directed = {
        let plan = with_max_pills(plan, max_pills(plan, options));
        let (_, content, components) =
            detailed::best_attempt(corpus, &plan.0, constraints, EvidenceMode::Opportunistic, options);
        DetailedLayout { plan: plan.0, content, components, dropped: plan.1, untinted }
    };
    let own = faults(&force_directed);
    if own.overlaps == 0 && !own.is_nameless && own.dropped == 0 && own.crossings + own.crossed_names == 0 {
        return force_directed;
    }
    let on_circle = {
        let plan = with_max_pills(plan, circular::max_pills(plan));
        let (content, components) = detailed::circular_layout(corpus, &plan.0, options);
        DetailedLayout { plan: plan.0, content, components, dropped: plan.1, untinted }
    };
    if faults(&on_circle) < own { on_circle } else { force_directed }
}

/// Maximum number of pills in addition to the institutions in a force-directed layout.
fn max_pills(plan: &MapPlan, options: &Options) -> usize {
    let marks = (MAX_MARKS_PER_PAGE * (options.inner_width() / PAGE_WIDTH).min(1.0)) as usize;
    marks.saturating_sub(plan.institutions.len()).max(circular::max_pills(plan))
}

/// The plan limited to `limit` pills, and the number of teams omitted. Teams of institutions without a line come first, then
/// those of the most works.
fn with_max_pills(plan: &MapPlan, limit: usize) -> (MapPlan, usize) {
    let mut plan = plan.clone();
    // Overlapping tints are ambiguous; the lines between the three members stay.
    plan.triangles.clear();
    if plan.pills.len() <= limit {
        return (plan, 0);
    }
    let mut connected = vec![false; plan.institutions.len()];
    plan.ties.iter().for_each(|tie| (connected[tie.ends.0], connected[tie.ends.1]) = (true, true));
    let mut remaining = std::mem::take(&mut plan.pills);
    remaining.sort_by_key(|team| (std::cmp::Reverse(team.works.len()), team.works.first().copied()));
    while plan.pills.len() < limit {
        let unconnected = |team: &PlanTeam| team.members.iter().filter(|&&member| !connected[member]).count();
        let next = (0..remaining.len()).max_by_key(|&at| (unconnected(&remaining[at]), std::cmp::Reverse(at)));
        let Some(next) = next else { break };
        let team = remaining.remove(next);
        team.members.iter().for_each(|&member| connected[member] = true);
        plan.pills.push(team);
    }
    plan.omitted_teams = remaining.len();
    plan.undrawn.extend(remaining.iter().map(|team| team.members.clone()));
    (plan, remaining.len())
}

/// What is wrong with a layout, compared field by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Faults {
    /// Overlaps of marks and texts.
    overlaps: usize,
    /// Whether more names are not drawn than a map may lack.
    is_nameless: bool,
    /// Names under foreign lines, where nearly all are partners of one another: distances say nothing there.
    obscured_names: usize,
    /// Teams that are not drawn for lack of space.
    dropped: usize,
    /// Crossings of straight lines between the marks.
    crossings: usize,
    /// Names under foreign lines.
    crossed_names: usize,
}

/// Share of the connected pairs of marks that have a line above which a graph is nearly complete.
const NEARLY_COMPLETE: f64 = 0.6;
/// Institutions from which that hides distances: of few, each line can be followed.
const MANY: usize = 10;

/// Whether nearly all marks that are connected at all have a line between them.
fn is_nearly_complete(plan: &MapPlan) -> bool {
    let pairs: usize = plan.components().iter().map(|marks| marks.len() * (marks.len() - 1) / 2).sum();
    plan.institutions.len() >= MANY && plan.lines().count() as f64 > NEARLY_COMPLETE * pairs as f64
}

fn faults(layout: &DetailedLayout) -> Faults {
    let unbounded = Rect::new(f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY);
    let components = || layout.components.iter();
    let ties = |component: &MapComponent| -> Vec<(usize, usize)> {
        component.scene.lines.iter().map(|line| (line.a, line.b)).collect()
    };
    let overlaps = components().map(|component| component.scene.overlaps(&component.arrangement, unbounded)).sum();
    // No line crosses a name of a circular layout.
    let straight = components().filter(|component| component.bend.is_none());
    let crossed = |component: &MapComponent| {
        let (scene, arrangement) = (&component.scene, &component.arrangement);
        scene.violations(arrangement, unbounded) - scene.overlaps(arrangement, unbounded)
    };
    let crossed_names = straight.map(crossed).sum();
    let unlabeled = components().map(detailed::unlabeled_count).sum::<usize>();
    Faults {
        overlaps,
        obscured_names: if is_nearly_complete(&layout.plan) { crossed_names } else { 0 },
        crossed_names,
        is_nameless: unlabeled as f64 > MAX_UNLABELED * layout.plan.institutions.len() as f64,
        dropped: layout.dropped,
        crossings: components()
            .map(|component| quality::crossings(&component.arrangement.points, &ties(component)))
            .sum(),
    }
}
