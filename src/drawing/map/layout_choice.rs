//! Choice of the layout of a detailed map: force-directed with space for evidence, force-directed with evidence only where
//! space is left, or circular.
//!
//! A text without a free position is dropped and does not change the layout. The layout changes only where names or marks
//! would overlap, or where a circular layout is more readable, by crossings and by names under lines.

use crate::answer::mark::flatten;
use crate::corpus::table::Corpus;
use crate::drawing::frame::Options;
use crate::drawing::labels;
use crate::drawing::map::detailed;
use crate::drawing::map::detailed_content::{DetailedConstraints, EvidenceMode, MapComponent, MarkContent};
use crate::drawing::map::limits::PAGE_WIDTH;
use crate::drawing::map::plan::{MapPlan, PlanTeam};
use crate::drawing::map::{circular, paint};
use crate::geometry::{Point, Rect, segments_cross};

/// Maximum number of marks of a full page in a force-directed layout; in proportion to the width of a narrower one.
const MAX_MARKS_PER_PAGE: f64 = 64.0;
/// Cost of a name crossed by a line, in crossings.
const NAME_UNDER_LINE_COST: usize = 5;
/// Cost of a mark without a name, in crossings.
const UNLABELED_COST: usize = 100;
/// Cost of a mark on a foreign line, in crossings: it looks like an end of the line.
const PIERCED_MARK_COST: usize = 8;
/// Mean crossings per line above which lines are unreadable.
const TANGLED_CROSSINGS_PER_LINE: f64 = 2.5;
/// Cost of a team that is not drawn, in crossings.
const DROPPED_TEAM_COST: usize = 60;
/// Maximum height of the drawing in points, without header and footer.
const MAX_HEIGHT: f64 = 540.0;
/// Segments of a flattened curve.
const CURVE_SEGMENTS: usize = 12;

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
    if penalty(&force_directed) == (0, 0) {
        return force_directed;
    }
    let on_circle = {
        let plan = with_max_pills(plan, circular::max_pills(plan));
        let (content, components) = detailed::circular_layout(corpus, &plan.0, options);
        DetailedLayout { plan: plan.0, content, components, dropped: plan.1, untinted }
    };
    if is_tangled(&force_directed, &on_circle) || penalty(&on_circle) < penalty(&force_directed) {
        on_circle
    } else {
        force_directed
    }
}

/// Whether lines of a force-directed layout are unreadable, so that a circular one, whose names and marks no line crosses,
/// is better; never where that shows fewer teams.
fn is_tangled(force_directed: &DetailedLayout, on_circle: &DetailedLayout) -> bool {
    let crossed: usize = force_directed.components.iter().map(crossings).sum();
    force_directed.dropped == on_circle.dropped
        && crossed as f64 > TANGLED_CROSSINGS_PER_LINE * force_directed.plan.lines().count() as f64
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

/// Penalty of a layout, compared lexicographically: overlaps of marks and texts, plus one where the drawing is too high;
/// then crossings plus crossed names, marks without a name, marks on foreign lines and omitted teams, by their costs.
fn penalty(layout: &DetailedLayout) -> (usize, usize) {
    let unbounded = Rect::new(f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY);
    let overlaps: usize =
        layout.components.iter().map(|component| component.scene.overlaps(&component.arrangement, unbounded)).sum();
    let height = layout.components.iter().filter_map(detailed::extent).reduce(Rect::union).map_or(0.0, Rect::height);
    let crossed = |component: &MapComponent| {
        let marks = NAME_UNDER_LINE_COST * crossed_names(component)
            + UNLABELED_COST * detailed::unlabeled_count(component)
            + PIERCED_MARK_COST * pierced_marks(component);
        crossings(component) + marks
    };
    (
        overlaps + usize::from(height > MAX_HEIGHT),
        layout.components.iter().map(crossed).sum::<usize>() + DROPPED_TEAM_COST * layout.dropped,
    )
}

/// Segments of each line of a component.
fn lines(component: &MapComponent) -> Vec<Vec<(Point, Point)>> {
    let at = |mark: usize| component.arrangement.points[mark];
    component
        .scene
        .lines
        .iter()
        .map(|line| flatten(&paint::path(at(line.a), at(line.b), component.bend), CURVE_SEGMENTS))
        .collect()
}

fn crossings(component: &MapComponent) -> usize {
    let lines = lines(component);
    let cross =
        |a: usize, b: usize| lines[a].iter().any(|one| lines[b].iter().any(|other| segments_cross(*one, *other)));
    (0..lines.len()).map(|a| (a + 1..lines.len()).filter(|&b| cross(a, b)).count()).sum()
}

/// Marks crossed by a line that does not end at them.
fn pierced_marks(component: &MapComponent) -> usize {
    let lines = lines(component);
    let on_line = |mark: &usize| {
        let body = component.scene.mark(&component.arrangement.points, *mark);
        let mut all = component.scene.lines.iter().zip(&lines);
        all.any(|(line, segments)| {
            line.a != *mark
                && line.b != *mark
                && segments.iter().any(|&(from, to)| labels::intersects_segment(body, from, to))
        })
    };
    (0..component.arrangement.points.len()).filter(on_line).count()
}

fn crossed_names(component: &MapComponent) -> usize {
    let lines = lines(component);
    let is_crossed = |(node, name): (usize, Rect)| {
        component.scene.lines.iter().zip(&lines).any(|(line, segments)| {
            line.a != node
                && line.b != node
                && segments.iter().any(|&(from, to)| labels::intersects_segment(name, from, to))
        })
    };
    let names = component.arrangement.labels.iter().enumerate().filter_map(|(node, name)| Some((node, (*name)?.rect)));
    names.filter(|name| is_crossed(*name)).count()
}
