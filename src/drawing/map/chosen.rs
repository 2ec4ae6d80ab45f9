//! Which layout a small map takes: marks with room for evidence, marks alone, or a ring.
//!
//! A text without room costs the text. The layout changes only where names or marks would lie over each other, or where
//! a ring is easier to follow: by its crossings, and by the names that lines run under.

use crate::answer::mark::flatten;
use crate::corpus::table::Corpus;
use crate::drawing::frame::Options;
use crate::drawing::labels;
use crate::drawing::map::plan::{Plan, Team};
use crate::drawing::map::small::{self, Evidence, Part, Wish, Written};
use crate::drawing::map::{PAGE, paint, ring};
use crate::geometry::{Point, Rect, segments_cross};

/// Most marks of a page that is no ring; of a narrower one by its width.
const MARKS: f64 = 64.0;
/// Crossings that a name under a line is worth.
const NAME: usize = 5;
/// Crossings that a mark without a name is worth.
const UNNAMED: usize = 100;
/// Crossings that a mark on a foreign line is worth: it seems to be the line's end.
const PIERCED: usize = 8;
/// Crossings a line from which on no line can be followed.
const TANGLED: f64 = 2.5;
/// Crossings that a team without room is worth.
const DROPPED: usize = 60;
/// Tallest drawing in points; the figure has its head and foot beside it.
const TALLEST: f64 = 540.0;
/// Straight pieces of a bent line.
const PIECES: usize = 12;

/// What is drawn, and how.
pub(crate) struct Chosen {
    pub(crate) plan: Plan,
    pub(crate) written: Written,
    pub(crate) parts: Vec<Part>,
    /// Teams of four or more that have no room.
    pub(crate) dropped: usize,
    /// Triangles without their tint and their evidence.
    pub(crate) untinted: usize,
}

/// The layout of a plan.
pub(crate) fn choose(corpus: &Corpus, plan: &Plan, wish: &Wish<'_>, options: &Options) -> Chosen {
    let dense = wish.places.is_none() && ring::is_dense(plan);
    if !dense {
        let (faults, written, parts) = small::attempt(corpus, plan, wish, Evidence::Placed, options);
        if faults == 0 || wish.places.is_some() {
            return Chosen { plan: plan.clone(), written, parts, dropped: 0, untinted: 0 };
        }
    }
    let untinted = plan.triangles.len();
    let free = {
        let plan = with_room(plan, most_pills(plan, options));
        let (_, written, parts) = small::attempt(corpus, &plan.0, wish, Evidence::Filled, options);
        Chosen { plan: plan.0, written, parts, dropped: plan.1, untinted }
    };
    if unrest(&free) == (0, 0) {
        return free;
    }
    let ringed = {
        let plan = with_room(plan, ring::most_pills(plan));
        let (written, parts) = small::ringed(corpus, &plan.0, options);
        Chosen { plan: plan.0, written, parts, dropped: plan.1, untinted }
    };
    if is_tangled(&free, &ringed) || unrest(&ringed) < unrest(&free) { ringed } else { free }
}

/// Whether nobody could follow a line, so that a ring, which keeps names and marks clear of lines, says more; never where
/// it would show fewer teams.
fn is_tangled(free: &Chosen, ringed: &Chosen) -> bool {
    let crossed: usize = free.parts.iter().map(crossings).sum();
    free.dropped == ringed.dropped && crossed as f64 > TANGLED * free.plan.lines().count() as f64
}

/// Pills that a page has room for beside its institutions, where marks are no ring.
fn most_pills(plan: &Plan, options: &Options) -> usize {
    let marks = (MARKS * (options.inner_width() / PAGE).min(1.0)) as usize;
    marks.saturating_sub(plan.institutions.len()).max(ring::most_pills(plan))
}

/// The plan with as many teams as there is room for, and the number of the others. Whoever would have no line comes
/// first, then the strongest.
fn with_room(plan: &Plan, most: usize) -> (Plan, usize) {
    let mut plan = plan.clone();
    // Tints over each other tell nothing; the lines between the three stay.
    plan.triangles.clear();
    if plan.pills.len() <= most {
        return (plan, 0);
    }
    let mut lined = vec![false; plan.institutions.len()];
    plan.ties.iter().for_each(|tie| (lined[tie.ends.0], lined[tie.ends.1]) = (true, true));
    let mut left = std::mem::take(&mut plan.pills);
    left.sort_by_key(|team| (std::cmp::Reverse(team.works.len()), team.works.first().copied()));
    while plan.pills.len() < most {
        let unlined = |team: &Team| team.members.iter().filter(|&&member| !lined[member]).count();
        let next = (0..left.len()).max_by_key(|&at| (unlined(&left[at]), std::cmp::Reverse(at)));
        let Some(next) = next else { break };
        let team = left.remove(next);
        team.members.iter().for_each(|&member| lined[member] = true);
        plan.pills.push(team);
    }
    plan.undrawn.extend(left.iter().map(|team| team.members.clone()));
    (plan, left.len())
}

/// Marks and texts that lie over each other, and whether the drawing is too tall; then crossings of lines, names that
/// they run under, marks without one, marks on foreign lines, and teams without room.
fn unrest(chosen: &Chosen) -> (usize, usize) {
    let whole = Rect::new(f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY);
    let over: usize = chosen.parts.iter().map(|part| part.scene.overlaps(&part.found, whole)).sum();
    let height = chosen.parts.iter().filter_map(small::extent).reduce(Rect::union).map_or(0.0, Rect::height);
    let crossed = |part: &Part| {
        let marks = NAME * names_crossed(part) + UNNAMED * small::unnamed(part) + PIERCED * pierced(part);
        crossings(part) + marks
    };
    (over + usize::from(height > TALLEST), chosen.parts.iter().map(crossed).sum::<usize>() + DROPPED * chosen.dropped)
}

/// The straight pieces of all lines of a part.
fn lines(part: &Part) -> Vec<Vec<(Point, Point)>> {
    let at = |mark: usize| part.found.points[mark];
    part.scene.lines.iter().map(|line| flatten(&paint::path(at(line.a), at(line.b), part.bend), PIECES)).collect()
}

fn crossings(part: &Part) -> usize {
    let lines = lines(part);
    let cross =
        |a: usize, b: usize| lines[a].iter().any(|one| lines[b].iter().any(|other| segments_cross(*one, *other)));
    (0..lines.len()).map(|a| (a + 1..lines.len()).filter(|&b| cross(a, b)).count()).sum()
}

/// Marks on lines that end at others.
fn pierced(part: &Part) -> usize {
    let lines = lines(part);
    let on_line = |mark: &usize| {
        let body = part.scene.mark(&part.found.points, *mark);
        let mut all = part.scene.lines.iter().zip(&lines);
        all.any(|(line, pieces)| {
            line.a != *mark && line.b != *mark && pieces.iter().any(|&(from, to)| labels::meets(body, from, to))
        })
    };
    (0..part.found.points.len()).filter(on_line).count()
}

fn names_crossed(part: &Part) -> usize {
    let lines = lines(part);
    let is_crossed = |(node, name): (usize, Rect)| {
        part.scene.lines.iter().zip(&lines).any(|(line, pieces)| {
            line.a != node && line.b != node && pieces.iter().any(|&(from, to)| labels::meets(name, from, to))
        })
    };
    let names = part.found.labels.iter().enumerate().filter_map(|(node, name)| Some((node, (*name)?.rect)));
    names.filter(|name| is_crossed(*name)).count()
}
