//! Label placement of the ego view: names next to their marks, evidence on its ties, without overlaps.

use crate::drawing::actor::{self, Style};
use crate::drawing::ego::ego_network::EgoNetwork;
use crate::drawing::ego::rings::{distance_to, segments};
use crate::geometry::{Point, Rect};
use crate::network::graph::Network;
use crate::typography::{Weight, reserved_width};

/// Gap between a mark and its name, in points.
const GAP: f64 = 2.6;
/// Line height of evidence, in em.
pub(super) const LINE_HEIGHT: f64 = 1.16;
/// Padding of evidence on its background, in points.
pub(super) const PADDING: f64 = 2.0;
/// Costs of a name outside the page, over another text, over a mark, on another member's line, on its own line.
const NAME_COSTS: [f64; 5] = [400.0, 250.0, 200.0, 90.0, 6.0];
/// Cost of evidence without a free position.
const MISSING_COST: f64 = 14.0;

/// Cost of a drawing without marks; scaled by the share of empty cells.
const EMPTY_COST: f64 = 60.0;
/// Side of a cell in the count of empty cells, in points.
const CELL: f64 = 22.677;

/// Width and height in points.
pub(super) type Size = (f64, f64);

/// Inputs of the label placement.
pub(super) struct LabelPlacer<'s, 'c> {
    pub(super) network: &'s Network<'c>,
    pub(super) ego: &'s EgoNetwork,
    pub(super) style: Style<'s>,
    /// Half sizes of the marks: members, then pills.
    pub(super) halves: &'s [Size],
    /// Sizes of the members' names.
    pub(super) names: &'s [Size],
    /// Left and right edge of the page.
    pub(super) span: (f64, f64),
    /// Largest width of evidence, in points.
    pub(super) evidence_width: f64,
}

/// Layout with its labels and its cost.
#[derive(Clone, Debug, Default)]
pub(super) struct LabelledLayout {
    pub(super) positions: Vec<Point>,
    /// Box of each member's name.
    pub(super) names: Vec<Rect>,
    /// Box and text lines of the evidence of each tie, then of each triangle; `None` without a free position.
    pub(super) evidence: Vec<Option<(Rect, Vec<String>)>>,
    pub(super) cost: f64,
    /// Whether marks or names overlap or leave the page. Accepted only when no more members can be dropped.
    pub(super) broken: bool,
}

impl LabelPlacer<'_, '_> {
    fn mark(&self, at: usize, positions: &[Point]) -> Rect {
        Rect::around(positions[at], 2.0 * self.halves[at].0, 2.0 * self.halves[at].1)
    }

    /// Places the labels of a layout. O(labels · candidates · (labels + marks + lines)).
    pub(super) fn label(&self, positions: Vec<Point>) -> LabelledLayout {
        let ends = segments(self.ego);
        let marks: Vec<Rect> = (0..positions.len()).map(|at| self.mark(at, &positions)).collect();
        let mut layout = LabelledLayout { positions, ..LabelledLayout::default() };
        for (at, mark) in marks.iter().enumerate() {
            if mark.left < self.span.0 || mark.right > self.span.1 {
                layout.cost += NAME_COSTS[0];
                layout.broken = true;
            }
            for other in &marks[at + 1..] {
                if mark.inflated(2.5).overlaps(*other) {
                    layout.cost += 3.0 * NAME_COSTS[2];
                    layout.broken = true;
                }
            }
        }
        for (a, b) in &ends {
            for (at, &mark) in marks.iter().enumerate() {
                if at != *a && at != *b && intersects(mark.inflated(1.0), layout.positions[*a], layout.positions[*b]) {
                    layout.cost += 40.0;
                    layout.broken |= intersects(mark, layout.positions[*a], layout.positions[*b]);
                }
            }
        }
        for at in 0..self.names.len() {
            let (area, cost) = self.place_name(at, &layout, &marks, &ends);
            layout.names.push(area);
            layout.cost += cost;
            layout.broken |= cost >= NAME_COSTS[3];
        }
        self.place_evidence(&mut layout, &marks, &ends);
        layout.cost += EMPTY_COST * self.empty_share(&layout, &marks, &ends);
        layout
    }

    /// Share of the drawing's cells that no mark, text or line touches.
    fn empty_share(&self, layout: &LabelledLayout, marks: &[Rect], ends: &[(usize, usize)]) -> f64 {
        let areas = || marks.iter().chain(&layout.names).chain(layout.evidence.iter().flatten().map(|one| &one.0));
        let (top, bottom) = areas().fold((f64::INFINITY, f64::NEG_INFINITY), |(top, bottom), area| {
            (top.min(area.top), bottom.max(area.bottom))
        });
        let columns = ((self.span.1 - self.span.0) / CELL).ceil().max(1.0) as usize;
        let rows = ((bottom - top) / CELL).ceil().clamp(1.0, 60.0) as usize;
        let mut occupied = vec![false; columns * rows];
        // The cast rounds down, since the value is not negative.
        let cell = |value: f64, limit: usize| (value / CELL).clamp(0.0, limit as f64 - 1.0) as usize;
        let mut touch = |area: Rect| {
            for row in cell(area.top - top, rows)..=cell(area.bottom - top, rows) {
                let from = row * columns;
                occupied
                    [from + cell(area.left - self.span.0, columns)..=from + cell(area.right - self.span.0, columns)]
                    .fill(true);
            }
        };
        areas().for_each(|area| touch(*area));
        for &(a, b) in ends {
            let (from, to) = (layout.positions[a], layout.positions[b]);
            for step in 0..=12 {
                let point = from.lerp(to, f64::from(step) / 12.0);
                occupied[cell(point.y - top, rows) * columns + cell(point.x - self.span.0, columns)] = true;
            }
        }
        occupied.iter().filter(|occupied| !**occupied).count() as f64 / occupied.len() as f64
    }

    /// Candidate position of a name with the lowest cost.
    fn place_name(&self, at: usize, layout: &LabelledLayout, marks: &[Rect], ends: &[(usize, usize)]) -> (Rect, f64) {
        let (w, h) = self.names[at];
        let (point, mark) = (layout.positions[at], marks[at]);
        let rect = |left: f64, top: f64| Rect::new(left, top, left + w, top + h);
        let (below, above) = (mark.bottom + GAP - 0.8, mark.top - GAP - h + 0.8);
        let (right, left) = (mark.right + GAP, mark.left - GAP - w);
        let mut best = (rect(point.x - w / 2.0, below), f64::INFINITY);
        let sides = [
            (point.x - w / 2.0, below, 0.0),
            (right, point.y - h / 2.0, 0.3),
            (point.x - w / 2.0, above, 0.5),
            (left, point.y - h / 2.0, 0.6),
            (point.x - w * 0.75, below, 0.9),
            (point.x - w * 0.25, below, 0.9),
            (point.x - w * 0.75, above, 1.2),
            (point.x - w * 0.25, above, 1.2),
            (right - 2.0, point.y + 1.0, 1.0),
            (right - 2.0, point.y - h - 1.0, 1.1),
            (left + 2.0, point.y + 1.0, 1.3),
            (left + 2.0, point.y - h - 1.0, 1.4),
            (right, point.y - h * 0.2, 1.5),
            (right, point.y - h * 0.8, 1.5),
            (left, point.y - h * 0.2, 1.6),
            (left, point.y - h * 0.8, 1.6),
        ];
        for (x, y, base) in sides {
            let area = rect(x, y);
            let cost = base + self.name_cost(at, area, layout, marks, ends, best.1 - base);
            if cost < best.1 {
                best = (area, cost);
            }
        }
        best
    }

    fn name_cost(
        &self,
        at: usize,
        area: Rect,
        layout: &LabelledLayout,
        marks: &[Rect],
        ends: &[(usize, usize)],
        limit: f64,
    ) -> f64 {
        let mut cost = 0.0;
        if area.left < self.span.0 || area.right > self.span.1 {
            cost += NAME_COSTS[0];
        }
        let start = area.inflated(0.8);
        cost += NAME_COSTS[1] * layout.names.iter().filter(|other| start.overlaps(**other)).count() as f64;
        cost += NAME_COSTS[2]
            * (0..marks.len()).filter(|&other| other != at && start.overlaps(marks[other])).count() as f64;
        if cost >= limit {
            return cost;
        }
        for &(a, b) in ends {
            if intersects(area, layout.positions[a], layout.positions[b]) {
                cost += if a == at || b == at { NAME_COSTS[4] } else { NAME_COSTS[3] };
            }
        }
        cost
    }

    fn place_evidence(&self, layout: &mut LabelledLayout, marks: &[Rect], ends: &[(usize, usize)]) {
        let (roles, corpus) = (self.style.roles, self.network.corpus());
        let size = roles.evidence;
        let lines_of = |works: &[crate::corpus::work::WorkId]| {
            actor::evidence(corpus, works, size, Weight::Regular, self.evidence_width / 1.1, self.style)
        };
        let mut taken: Vec<Rect> = Vec::new();
        let ties = self.ego.ties.iter().map(|line| (vec![line.a, line.b], &line.labelled_works));
        let triangles = self.ego.triangles.iter().map(|team| (team.members.clone(), &team.works));
        for (members, works) in ties.chain(triangles) {
            if works.is_empty() {
                layout.evidence.push(None);
                continue;
            }
            let lines = lines_of(works);
            let width = lines.iter().map(|line| reserved_width(line, size, Weight::Regular)).fold(0.0, f64::max);
            let (w, h) = (width + 2.0 * PADDING, lines.len() as f64 * size * LINE_HEIGHT + PADDING);
            let candidates = candidates(&members, layout, marks);
            let free = |area: Rect| {
                area.left >= self.span.0
                    && area.right <= self.span.1
                    && !marks.iter().any(|mark| area.inflated(1.6).overlaps(*mark))
                    && !layout.names.iter().chain(&taken).any(|other| area.inflated(0.6).overlaps(*other))
                    && !ends.iter().any(|(a, b)| {
                        let own = members.contains(a) && members.contains(b);
                        !own && intersects(area.inflated(0.6), layout.positions[*a], layout.positions[*b])
                    })
            };
            let chosen = candidates
                .into_iter()
                .enumerate()
                .map(|(rank, at)| (rank, Rect::around(at, w, h)))
                .find(|(_, area)| free(*area));
            layout.cost += chosen.as_ref().map_or(MISSING_COST, |(rank, _)| 0.2 * *rank as f64);
            // A short line stays visible on both sides of its label.
            if let (Some((_, area)), [a, b]) = (&chosen, members.as_slice()) {
                let visible =
                    layout.positions[*a].distance(layout.positions[*b]) - area.width().min(area.height() * 3.0);
                layout.cost += (40.0 - visible).max(0.0) * 0.05;
            }
            taken.extend(chosen.as_ref().map(|(_, area)| *area));
            layout.evidence.push(chosen.map(|(_, area)| (area, lines)));
        }
    }
}

/// Candidate positions of evidence, best first: along a line, or within a triangle.
fn candidates(members: &[usize], layout: &LabelledLayout, marks: &[Rect]) -> Vec<Point> {
    let corner = |index: usize| layout.positions[members[index]];
    if let [a, b] = *members {
        // Range of the line that the marks at its ends leave visible.
        let (from, to) = (layout.positions[a], layout.positions[b]);
        let length = from.distance(to).max(1.0);
        let (start, end) = (marks[a].width() / 2.0 / length, 1.0 - marks[b].width() / 2.0 / length);
        let center = (start + end) / 2.0;
        return [0.0, 0.06, -0.06, 0.12, -0.12, 0.18, -0.18, 0.24, -0.24]
            .iter()
            .map(|shift| from.lerp(to, center + shift))
            .collect();
    }
    let (a, b, c) = (corner(0), corner(1), corner(2));
    let at = |wa: f64, wb: f64, wc: f64| Point::new(wa * a.x + wb * b.x + wc * c.x, wa * a.y + wb * b.y + wc * c.y);
    let third = 1.0 / 3.0;
    let mut candidates = vec![at(third, third, third)];
    for (wa, wb, wc) in
        [(0.42, 0.29, 0.29), (0.29, 0.42, 0.29), (0.29, 0.29, 0.42), (0.2, 0.4, 0.4), (0.4, 0.2, 0.4), (0.4, 0.4, 0.2)]
    {
        candidates.push(at(wa, wb, wc));
    }
    candidates.extend([at(0.0, 0.5, 0.5), at(0.5, 0.0, 0.5), at(0.5, 0.5, 0.0)]);
    candidates
}

/// Whether a segment intersects a rectangle.
fn intersects(area: Rect, a: Point, b: Point) -> bool {
    if a.x.max(b.x) < area.left || a.x.min(b.x) > area.right || a.y.max(b.y) < area.top || a.y.min(b.y) > area.bottom {
        return false;
    }
    if distance_to(area.center(), a, b) > area.center().distance(Point::new(area.left, area.top)) {
        return false;
    }
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for (from, step, lower, upper) in [(a.x, b.x - a.x, area.left, area.right), (a.y, b.y - a.y, area.top, area.bottom)]
    {
        if step.abs() < 1e-12 {
            if from < lower || from > upper {
                return false;
            }
            continue;
        }
        let (one, two) = ((lower - from) / step, (upper - from) / step);
        low = low.max(one.min(two));
        high = high.min(one.max(two));
    }
    low < high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segment_rectangle_intersection() {
        let area = Rect::new(0.0, 0.0, 10.0, 4.0);
        let p = Point::new;
        assert!(intersects(area, p(-5.0, 2.0), p(15.0, 2.0)));
        assert!(intersects(area, p(5.0, -5.0), p(5.0, 1.0)));
        assert!(!intersects(area, p(-5.0, 5.0), p(15.0, 5.0)));
        assert!(!intersects(area, p(9.0, -3.0), p(14.0, 2.0)));
    }
}
