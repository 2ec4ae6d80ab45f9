//! Label placement of an overview: as many names as fit; those of the first ranks always, with a leader line if necessary.

use crate::answer::mark::TextAnchor;
use crate::drawing::labels::{
    self, LabelCandidate, candidates as label_candidates, intersects_segment, signed_distance,
};
use crate::geometry::{Point, Rect};

/// Required names on a full page: those of this many first ranks.
pub(crate) const REQUIRED_NAMES: usize = 28;
/// Cost from which an optional name is dropped.
const DROP_COST: f64 = 50.0;
/// Cost of a required name over an optional one.
const OVER_OPTIONAL_NAME: f64 = 12.0;
/// Cost of a line under a name.
const OVER_LINE: f64 = 1.1;
/// Padding between names, horizontal and vertical, in points.
const PADDING: (f64, f64) = (2.6, 0.5);
/// Lengths of leader lines in points, and their costs.
const LEADERS: [(f64, f64); 7] =
    [(7.0, 4.0), (13.0, 7.0), (20.0, 11.0), (28.0, 15.0), (36.0, 19.0), (46.0, 25.0), (58.0, 32.0)];
/// Lengths of leader lines of required names that have no nearer position, in points.
const FAR_LEADERS: [f64; 15] =
    [66.0, 72.0, 78.0, 84.0, 90.0, 96.0, 102.0, 110.0, 118.0, 126.0, 135.0, 145.0, 155.0, 165.0, 180.0];
/// Number of directions of those.
const FAR_DIRECTIONS: usize = 48;
/// Number of directions of leader lines.
const DIRECTIONS: usize = 16;
/// Maximum number of sweeps over the names.
const SWEEPS: usize = 10;

/// Candidate positions of a label with a leader line around a mark, nearest first.
pub(crate) fn leader_candidates(at: Point, half: (f64, f64), size: (f64, f64)) -> impl Iterator<Item = LabelCandidate> {
    LEADERS.into_iter().flat_map(move |(away, cost)| {
        (0..DIRECTIONS).map(move |direction| leader_candidate(at, half, size, away, (direction, DIRECTIONS), cost))
    })
}

/// Input of label placement: names and obstacles, by node.
pub(crate) struct LabelingProblem<'g> {
    pub(crate) page: Rect,
    pub(crate) points: &'g [Point],
    /// Half width and half height of each node.
    pub(crate) halves: &'g [(f64, f64)],
    /// Whether each node is a square, whose corners extend into the diagonal positions.
    pub(crate) square: &'g [bool],
    /// Width and height of each name.
    pub(crate) sizes: &'g [(f64, f64)],
    pub(crate) rank: &'g [usize],
    /// Number of first ranks whose names are required.
    pub(crate) required: usize,
    /// Segments of all lines, with the nodes at the ends of their line.
    pub(crate) lines: &'g [(Point, Point, usize, usize)],
}

/// Position of each name, `None` where it is dropped: sweeps in which each name takes its cheapest candidate, then
/// removal of the overlaps that are left. O(names · candidates · (nodes + lines)).
pub(crate) fn place_labels(problem: &LabelingProblem<'_>) -> Vec<Option<LabelCandidate>> {
    let len = problem.points.len();
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by_key(|&node| problem.rank[node]);
    let candidates: Vec<Vec<LabelCandidate>> = (0..len).map(|node| candidates(problem, node)).collect();
    let mut placed: Vec<Option<LabelCandidate>> = vec![None; len];
    for sweep in 0..=SWEEPS {
        let mut moved = false;
        for &node in &order {
            let before = placed[node].take();
            let best = cheapest_candidate(problem, node, &candidates[node], &placed);
            moved |= before.map(|label| label.rect) != best.map(|label| label.rect);
            placed[node] = best;
        }
        if sweep > 0 && !moved {
            break;
        }
    }
    resolve_conflicts(problem, &order, &candidates, &placed)
}

fn is_required(problem: &LabelingProblem<'_>, node: usize) -> bool {
    problem.rank[node] < problem.required
}

fn padded(rect: Rect) -> Rect {
    Rect::new(rect.left - PADDING.0, rect.top - PADDING.1, rect.right, rect.bottom)
}

fn conflict(a: &LabelCandidate, from_a: Point, b: &LabelCandidate, from_b: Point) -> bool {
    let over = padded(a.rect).overlaps(padded(b.rect));
    let line = |label: &LabelCandidate, from: Point, rect: Rect| {
        label.leader.is_some_and(|end| intersects_segment(rect.inflated(0.8), from, end))
    };
    over || line(a, from_a, b.rect) || line(b, from_b, a.rect)
}

fn cheapest_candidate(
    problem: &LabelingProblem<'_>,
    node: usize,
    candidates: &[LabelCandidate],
    placed: &[Option<LabelCandidate>],
) -> Option<LabelCandidate> {
    let mut best: Option<(f64, LabelCandidate)> = None;
    for candidate in candidates {
        let bound = best.map_or(f64::INFINITY, |best| best.0);
        if candidate.cost >= bound {
            continue;
        }
        let mut cost = candidate.cost;
        for (other, label) in placed.iter().enumerate() {
            let Some(label) = label else { continue };
            if conflict(candidate, problem.points[node], label, problem.points[other]) {
                cost += if is_required(problem, node) && !is_required(problem, other) {
                    OVER_OPTIONAL_NAME
                } else {
                    labels::OVER_LABEL
                };
                if cost >= bound {
                    break;
                }
            }
        }
        if cost < bound {
            best = Some((cost, *candidate));
        }
    }
    best.filter(|(cost, _)| *cost < DROP_COST || is_required(problem, node)).map(|(_, label)| label)
}

/// Positions without overlaps: in order of rank, each name keeps its position, takes the cheapest free one or is dropped;
/// a required name is allowed more expensive positions.
fn resolve_conflicts(
    problem: &LabelingProblem<'_>,
    order: &[usize],
    candidates: &[Vec<LabelCandidate>],
    placed: &[Option<LabelCandidate>],
) -> Vec<Option<LabelCandidate>> {
    let mut resolved: Vec<Option<LabelCandidate>> = vec![None; placed.len()];
    for &node in order {
        let free = |label: &LabelCandidate| {
            resolved.iter().enumerate().all(|(other, set)| {
                set.as_ref().is_none_or(|set| !conflict(label, problem.points[node], set, problem.points[other]))
            })
        };
        // A name on a foreign node is ambiguous.
        let own = placed[node].filter(|label| covers_no_foreign_node(problem, node, label) && free(label));
        resolved[node] = own.or_else(|| {
            let bound = if is_required(problem, node) { labels::OUTSIDE } else { DROP_COST };
            let is_clear = |label: &LabelCandidate| label.cost < bound && covers_no_foreign_node(problem, node, label);
            let open = candidates[node].iter().filter(|label| is_clear(label) && free(label));
            let nearest = open.min_by(|a, b| a.cost.total_cmp(&b.cost)).copied();
            let far = || far_candidates(problem, node).find(|label| is_clear(label) && free(label));
            nearest.or_else(|| if is_required(problem, node) { far() } else { None })
        });
    }
    resolved
}

/// Candidates of a required name with leader lines longer than usual, on the page, nearest first.
fn far_candidates<'p>(problem: &'p LabelingProblem<'_>, node: usize) -> impl Iterator<Item = LabelCandidate> + 'p {
    let (at, half, size) = (problem.points[node], problem.halves[node], problem.sizes[node]);
    let candidates = FAR_LEADERS.into_iter().flat_map(move |away| {
        (0..FAR_DIRECTIONS)
            .map(move |direction| leader_candidate(at, half, size, away, (direction, FAR_DIRECTIONS), 0.0))
    });
    candidates.filter(|label| problem.page.contains(label.rect))
}

/// Whether a name covers no foreign node.
fn covers_no_foreign_node(problem: &LabelingProblem<'_>, node: usize, label: &LabelCandidate) -> bool {
    let mark = |other: usize| {
        let ((w, h), at) = (problem.halves[other], problem.points[other]);
        Rect::new(at.x - w, at.y - h, at.x + w, at.y + h)
    };
    (0..problem.points.len()).all(|other| other == node || !mark(other).overlaps(label.rect))
}

fn candidates(problem: &LabelingProblem<'_>, node: usize) -> Vec<LabelCandidate> {
    let (at, half, size) = (problem.points[node], problem.halves[node], problem.sizes[node]);
    let mut candidates: Vec<LabelCandidate> = label_candidates(at, half, size).collect();
    if problem.square[node] {
        let own = Rect::around(at, 2.0 * half.0, 2.0 * half.1);
        candidates.retain(|label| signed_distance(label.rect, own) >= 0.0);
    }
    if is_required(problem, node) {
        candidates.extend(leader_candidates(at, half, size));
    }
    for label in &mut candidates {
        label.cost += static_cost(problem, node, label);
    }
    candidates.retain(|label| label.cost < labels::OUTSIDE);
    candidates
}

fn leader_candidate(
    at: Point,
    half: (f64, f64),
    size: (f64, f64),
    away: f64,
    (direction, directions): (usize, usize),
    cost: f64,
) -> LabelCandidate {
    let angle = std::f64::consts::TAU * direction as f64 / directions as f64;
    let (cos, sin) = (libm::cos(angle), libm::sin(angle));
    let reach = half.0.max(half.1) + away;
    let end = Point::new(at.x + cos * reach, at.y + sin * reach);
    let centre = Point::new(end.x + cos * size.0 / 2.0, end.y + sin * size.1 / 2.0);
    let rect = Rect::around(centre, size.0, size.1);
    let anchor = if cos > 0.3 {
        TextAnchor::Start
    } else if cos < -0.3 {
        TextAnchor::End
    } else {
        TextAnchor::Middle
    };
    let leader = Point::new(at.x.clamp(rect.left, rect.right), at.y.clamp(rect.top, rect.bottom));
    LabelCandidate { rect, anchor, leader: Some(leader), cost }
}

fn static_cost(problem: &LabelingProblem<'_>, node: usize, label: &LabelCandidate) -> f64 {
    let mut cost = if problem.page.contains(label.rect) { 0.0 } else { labels::OUTSIDE };
    let mark = |node: usize| {
        let ((w, h), at) = (problem.halves[node], problem.points[node]);
        Rect::new(at.x - w, at.y - h, at.x + w, at.y + h)
    };
    let at = problem.points[node];
    let own = signed_distance(label.rect, mark(node)).max(0.0);
    let near = label.rect.inflated(own.max(9.0));
    for other in (0..problem.points.len()).filter(|&other| other != node) {
        let other_mark = mark(other);
        if let Some(end) = label.leader
            && intersects_segment(other_mark.inflated(1.0), at, end)
        {
            cost += 40.0;
        }
        if !near.overlaps(other_mark) {
            continue;
        }
        let gap = signed_distance(label.rect, other_mark);
        if gap < labels::NODE_CLEARANCE {
            cost += labels::OVER_NODE + 6.0 * (labels::NODE_CLEARANCE - gap) + if gap < 0.0 { 140.0 } else { 0.0 };
        } else if label.leader.is_some() {
            cost += if gap < 9.0 { 10.0 } else { 0.0 };
        } else if gap <= own {
            cost += if is_required(problem, node) { 20.0 } else { DROP_COST };
        } else if gap < 2.2 {
            cost += 12.0;
        }
    }
    for &(from, to, a, b) in problem.lines {
        let out = from.x.max(to.x) < label.rect.left
            || from.x.min(to.x) > label.rect.right
            || from.y.max(to.y) < label.rect.top
            || from.y.min(to.y) > label.rect.bottom;
        if !out && intersects_segment(label.rect, from, to) {
            cost += if a == node || b == node { OVER_LINE * 0.7 } else { OVER_LINE };
        }
    }
    cost
}
