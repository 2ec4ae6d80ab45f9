//! Geometry of one component of a detailed map (marks, lines, texts), and the cost function of its arrangements.

use crate::answer::mark::TextAnchor;
use crate::drawing::labels::{self, LabelCandidate};
use crate::geometry::{Point, Rect, segments_cross};
use crate::layout::distance::DistanceMatrix;
use crate::layout::quality;

/// A straight line between two marks, by their indices in the scene.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SceneLine {
    pub(crate) a: usize,
    pub(crate) b: usize,
    /// Half of its stroke width, in points.
    pub(crate) half: f64,
}

/// What an evidence label is attached to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoteAnchor {
    /// The line of this index.
    Line(usize),
    /// The triangle of these three marks.
    Triangle([usize; 3]),
}

/// An evidence label: width and height in points, and what it is attached to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Note {
    pub(crate) size: (f64, f64),
    pub(crate) anchor: NoteAnchor,
}

/// Position of an evidence label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct NotePlacement {
    pub(crate) rect: Rect,
    /// Background: whether the label interrupts its line.
    pub(crate) background: NoteBackground,
}

/// Background of an evidence label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoteBackground {
    /// Its line, interrupted by a rectangle in the colour of the page.
    Line,
    /// The page: the label is next to its line.
    Page,
}

/// One connected component of a detailed map; marks by index.
#[derive(Clone, Debug)]
pub(crate) struct MapScene {
    /// Half width and half height of each mark, in points.
    pub(crate) half_sizes: Vec<(f64, f64)>,
    /// Width and height of the name of each mark; `None` for pills, whose text is inside.
    pub(crate) labels: Vec<Option<(f64, f64)>>,
    /// Marks with names in descending order of importance: the order of label placement.
    pub(crate) order: Vec<usize>,
    pub(crate) lines: Vec<SceneLine>,
    pub(crate) notes: Vec<Note>,
    /// Stars: pills with their members.
    pub(crate) stars: Vec<(usize, Vec<usize>)>,
    /// Hop counts between marks.
    pub(crate) hops: DistanceMatrix,
    /// Length that each line needs for its evidence, in points.
    pub(crate) line_lengths: Vec<f64>,
    /// Target distances in points, with space for the evidence.
    pub(crate) target_lengths: DistanceMatrix,
    /// Common length of the ties of all components in points; `None`: each component has a scale of its own.
    pub(crate) tie_length: Option<f64>,
}

/// Positions of the marks and texts of a scene, with their cost.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arrangement {
    pub(crate) points: Vec<Point>,
    pub(crate) labels: Vec<Option<LabelCandidate>>,
    pub(crate) notes: Vec<NotePlacement>,
    pub(crate) cost: f64,
    /// Cost of marks and lines alone.
    pub(crate) graph_cost: f64,
}

const CROSSING_COST: f64 = 60.0;
const MIN_MARK_GAP: f64 = 14.0;
const MARK_GAP_WEIGHT: f64 = 1.2;
const THROUGH_NODE_COST: f64 = 90.0;
const NEAR_NODE_COST: f64 = 25.0;
const NOTE_OVERLAP_COST: f64 = 60.0;
const NOTE_OFF_LINE_COST: f64 = 8.0;
/// Minimum weight of the mean stress of a pair, and weight for each pair of a large scene.
const STRESS_WEIGHT: f64 = 200.0;
const STRESS_WEIGHT_OF_PAIR: f64 = 12.0;
/// Range of the target length of a line, as shares of the common length.
const LINE_LENGTHS: (f64, f64) = (0.85, 1.3);
const SPOKE_ANGLE_WEIGHT: f64 = 110.0;
const FOREIGN_BELOW_COST: f64 = 8.0;
const ACUTE_ANGLE_COST: f64 = 30.0;
/// Minimum visible length of a line with evidence on it, in points.
const MIN_VISIBLE_LENGTH: f64 = 14.0;
/// Gap between a line and evidence next to it, in points.
const NOTE_GAP: f64 = 3.2;
/// Candidate shifts of evidence along its line, in points.
const NOTE_SHIFTS: [f64; 11] = [0.0, 6.0, -6.0, 12.0, -12.0, 18.0, -18.0, 24.0, -24.0, 30.0, -30.0];

impl MapScene {
    pub(crate) fn mark(&self, points: &[Point], node: usize) -> Rect {
        let (w, h) = self.half_sizes[node];
        Rect::new(points[node].x - w, points[node].y - h, points[node].x + w, points[node].y + h)
    }

    /// Cost of an arrangement within a page, stored in it; places evidence and names greedily. Stops early with a lower
    /// bound once the cost exceeds `limit`. O(marks² + lines² + labels · (marks + lines)).
    pub(crate) fn evaluate(&self, arrangement: &mut Arrangement, page: Rect, limit: f64) -> f64 {
        let mut cost = self.graph_cost(&arrangement.points);
        arrangement.graph_cost = cost;
        if cost <= limit {
            cost += self.place_notes(arrangement, page);
        }
        if cost <= limit {
            cost += self.place_labels(arrangement, page, limit - cost);
        }
        arrangement.cost = cost;
        cost
    }

    /// Cost of marks and lines alone.
    pub(crate) fn graph_cost(&self, points: &[Point]) -> f64 {
        let pairs = points.len() * points.len().saturating_sub(1) / 2;
        // Given positions have no common length, and room for their texts comes first.
        let of_pairs = if self.tie_length.is_some() { STRESS_WEIGHT_OF_PAIR * pairs as f64 } else { 0.0 };
        let weight = STRESS_WEIGHT.max(of_pairs);
        let cost = self.stress(points) * weight + self.spoke_angle_cost(points) + self.crossing_cost(points);
        cost + self.proximity_cost(points) + self.triangle_intrusion_cost(points)
    }

    /// Cost of marks that are close to each other or to foreign lines.
    fn proximity_cost(&self, points: &[Point]) -> f64 {
        let mut cost = 0.0;
        let len = self.half_sizes.len();
        for a in 0..len {
            let mark = self.mark(points, a);
            for b in a + 1..len {
                let gap = labels::signed_distance(mark, self.mark(points, b));
                if gap < MIN_MARK_GAP {
                    cost += (MIN_MARK_GAP - gap) * MARK_GAP_WEIGHT + if gap < 3.0 { 60.0 } else { 0.0 };
                }
            }
            for line in &self.lines {
                if line.a != a
                    && line.b != a
                    && labels::intersects_segment(mark.inflated(5.0 + line.half), points[line.a], points[line.b])
                {
                    let through =
                        labels::intersects_segment(mark.inflated(1.5 + line.half), points[line.a], points[line.b]);
                    cost += if through { THROUGH_NODE_COST } else { NEAR_NODE_COST };
                }
            }
        }
        cost
    }

    fn crossing_cost(&self, points: &[Point]) -> f64 {
        let mut cost = 0.0;
        for (position, first) in self.lines.iter().enumerate() {
            let (a, b) = (points[first.a], points[first.b]);
            for second in &self.lines[position + 1..] {
                let shared = if first.a == second.a || first.a == second.b {
                    Some((first.a, first.b, if first.a == second.a { second.b } else { second.a }))
                } else if first.b == second.a || first.b == second.b {
                    Some((first.b, first.a, if first.b == second.a { second.b } else { second.a }))
                } else {
                    None
                };
                match shared {
                    Some((apex, p, q)) => cost += acute_angle_cost(points[apex], points[p], points[q]),
                    None if segments_cross((a, b), (points[second.a], points[second.b])) => cost += CROSSING_COST,
                    None => {}
                }
            }
        }
        cost
    }

    fn triangle_intrusion_cost(&self, points: &[Point]) -> f64 {
        let mut cost = 0.0;
        for note in &self.notes {
            if let NoteAnchor::Triangle(corners) = note.anchor {
                for node in 0..points.len() {
                    if !corners.contains(&node) && is_inside(points[node], corners.map(|corner| points[corner])) {
                        cost += CROSSING_COST;
                    }
                }
            }
        }
        cost
    }

    /// Sets the common length of ties, and the target distances near it.
    pub(crate) fn set_tie_length(&mut self, length: f64) {
        let own = |needed: f64| needed.clamp(LINE_LENGTHS.0 * length, LINE_LENGTHS.1 * length);
        let ties: Vec<(usize, usize, f64)> =
            self.lines.iter().zip(&self.line_lengths).map(|(line, &needed)| (line.a, line.b, own(needed))).collect();
        self.target_lengths = DistanceMatrix::new(self.half_sizes.len(), &ties);
        self.tie_length = Some(length);
    }

    /// Mean stress of a pair by hop counts, at the common length of ties or, without one, at the best scale; see
    /// [`crate::layout::quality::normalised_stress`].
    pub(crate) fn stress(&self, points: &[Point]) -> f64 {
        let pairs = points.len() * points.len().saturating_sub(1) / 2;
        match self.tie_length {
            Some(length) => quality::scaled_stress(points, &self.hops, length) / pairs.max(1) as f64,
            None => quality::normalised_stress(points, &self.hops),
        }
    }

    fn spoke_angle_cost(&self, points: &[Point]) -> f64 {
        let mut cost = 0.0;
        for (pill, members) in &self.stars {
            let centre = points[*pill];
            let mut angles: Vec<f64> =
                members.iter().map(|&node| libm::atan2(points[node].y - centre.y, points[node].x - centre.x)).collect();
            angles.sort_by(f64::total_cmp);
            let even = std::f64::consts::TAU / angles.len().max(1) as f64;
            for (position, angle) in angles.iter().enumerate() {
                let next = angles.get(position + 1).copied().unwrap_or(angles[0] + std::f64::consts::TAU);
                cost += SPOKE_ANGLE_WEIGHT * (next - angle - even) * (next - angle - even);
            }
        }
        cost
    }

    fn place_notes(&self, arrangement: &mut Arrangement, page: Rect) -> f64 {
        let mut total = 0.0;
        arrangement.notes.clear();
        for note in &self.notes {
            let mut best: Option<(f64, NotePlacement)> = None;
            let points = &arrangement.points;
            self.note_candidates(points, note, &mut |base, candidate| {
                if best.as_ref().is_some_and(|(lowest, _)| base >= *lowest) {
                    return;
                }
                let cost = base + self.note_cost(points, &arrangement.notes, note, candidate.rect, page);
                if best.as_ref().is_none_or(|(lowest, _)| cost < *lowest) {
                    best = Some((cost, candidate));
                }
            });
            if let Some((cost, candidate)) = best {
                total += cost;
                arrangement.notes.push(candidate);
            }
        }
        total
    }

    /// Calls `visit` with each candidate position of an evidence label and its base cost.
    pub(crate) fn note_candidates(&self, points: &[Point], note: &Note, visit: &mut impl FnMut(f64, NotePlacement)) {
        let (w, h) = note.size;
        match note.anchor {
            NoteAnchor::Triangle(corners) => {
                let [a, b, c] = corners.map(|corner| points[corner]);
                let centre = Point::new((a.x + b.x + c.x) / 3.0, (a.y + b.y + c.y) / 3.0);
                let sides_met = |candidate: Rect| {
                    [(a, b), (b, c), (c, a)]
                        .iter()
                        .filter(|side| labels::intersects_segment(candidate, side.0, side.1))
                        .count()
                };
                for (base, dx, dy) in
                    [(0.0, 0.0, 0.0), (1.0, 8.0, 0.0), (1.0, -8.0, 0.0), (1.0, 0.0, 5.0), (1.0, 0.0, -5.0)]
                {
                    let rect = Rect::around(Point::new(centre.x + dx, centre.y + dy), w, h);
                    visit(
                        base + 5.0 * sides_met(rect) as f64,
                        NotePlacement { rect, background: NoteBackground::Line },
                    );
                }
            }
            NoteAnchor::Line(number) => {
                let line = self.lines[number];
                let (from, to) = self.visible_segment(points, line);
                let length = from.distance(to);
                let center = Point::new((from.x + to.x) / 2.0, (from.y + to.y) / 2.0);
                let (ux, uy) = ((to.x - from.x) / length.max(1e-6), (to.y - from.y) / length.max(1e-6));
                let covered_length = (w / ux.abs().max(1e-6)).min(h / uy.abs().max(1e-6));
                if length - covered_length >= MIN_VISIBLE_LENGTH {
                    for shift in NOTE_SHIFTS {
                        let slack = (length - covered_length) / 2.0 - 3.0;
                        if shift.abs() <= slack.max(0.0) {
                            let rect = Rect::around(Point::new(center.x + ux * shift, center.y + uy * shift), w, h);
                            visit(shift.abs() * 0.15, NotePlacement { rect, background: NoteBackground::Line });
                        }
                    }
                }
                // Next to the line: above it, then below.
                let (nx, ny) = if ux >= 0.0 { (uy, -ux) } else { (-uy, ux) };
                let offset = NOTE_GAP + line.half + (w * nx.abs() + h * ny.abs()) / 2.0;
                let factor = if length - covered_length >= MIN_VISIBLE_LENGTH { 1.5 } else { 1.0 };
                for (side, more) in [(1.0, 0.0), (-1.0, 0.5)] {
                    for shift in [0.0, 8.0, -8.0] {
                        let x = center.x + side * nx * offset + ux * shift;
                        let y = center.y + side * ny * offset + uy * shift;
                        let rect = Rect::around(Point::new(x, y), w, h);
                        let base = NOTE_OFF_LINE_COST * factor + more + shift.abs() * 0.1;
                        visit(base, NotePlacement { rect, background: NoteBackground::Page });
                    }
                }
            }
        }
    }

    /// Segment of a line between the boundaries of the marks at its ends.
    pub(crate) fn visible_segment(&self, points: &[Point], line: SceneLine) -> (Point, Point) {
        let (a, b) = (points[line.a], points[line.b]);
        let length = a.distance(b).max(1e-6);
        let (ux, uy) = ((b.x - a.x) / length, (b.y - a.y) / length);
        let reach = |node: usize| {
            let (w, h) = self.half_sizes[node];
            (w / ux.abs().max(1e-6)).min(h / uy.abs().max(1e-6)).min(length / 2.0)
        };
        let (first, last) = (reach(line.a), reach(line.b));
        (Point::new(a.x + ux * first, a.y + uy * first), Point::new(b.x - ux * last, b.y - uy * last))
    }

    fn note_cost(&self, points: &[Point], notes: &[NotePlacement], note: &Note, rect: Rect, page: Rect) -> f64 {
        let mut cost = if page.contains(rect) { 0.0 } else { labels::OUTSIDE };
        for node in 0..points.len() {
            let gap = labels::signed_distance(rect, self.mark(points, node));
            if gap < 1.5 {
                cost += NOTE_OVERLAP_COST + (1.5 - gap) * 6.0;
            }
        }
        for (number, line) in self.lines.iter().enumerate() {
            let own = match note.anchor {
                NoteAnchor::Line(own) => own == number,
                NoteAnchor::Triangle(corners) => corners.contains(&line.a) && corners.contains(&line.b),
            };
            if !own && labels::intersects_segment(rect.inflated(line.half + 0.8), points[line.a], points[line.b]) {
                cost += NOTE_OVERLAP_COST;
            }
        }
        cost + notes.iter().filter(|other| labels::signed_distance(rect, other.rect) < 2.0).count() as f64
            * labels::OVER_LABEL
    }

    fn place_labels(&self, arrangement: &mut Arrangement, page: Rect, limit: f64) -> f64 {
        let mut total = 0.0;
        let mut placed = std::mem::take(&mut arrangement.labels);
        placed.clear();
        placed.resize(self.labels.len(), None);
        for &node in &self.order {
            if let Some(size) = self.labels[node] {
                let candidate = self.best_label(arrangement, &placed, node, size, page);
                total += candidate.cost;
                placed[node] = Some(candidate);
                if total > limit {
                    break;
                }
            }
        }
        arrangement.labels = placed;
        total
    }

    /// Coordinate descent over names: each takes its cheapest position given the others, until none moves or for ten
    /// sweeps.
    pub(crate) fn optimize_labels(&self, arrangement: &mut Arrangement, page: Rect) {
        let mut placed = std::mem::take(&mut arrangement.labels);
        for _ in 0..10 {
            let mut moved = 0;
            for &node in &self.order {
                if let Some(size) = self.labels[node] {
                    let before = placed[node].take();
                    let candidate = self.best_label(arrangement, &placed, node, size, page);
                    moved += usize::from(before.is_none_or(|before| before.rect != candidate.rect));
                    placed[node] = Some(candidate);
                }
            }
            if moved == 0 {
                break;
            }
        }
        arrangement.labels = placed;
    }

    fn best_label(
        &self,
        arrangement: &Arrangement,
        placed: &[Option<LabelCandidate>],
        node: usize,
        size: (f64, f64),
        page: Rect,
    ) -> LabelCandidate {
        let mut best: Option<LabelCandidate> = None;
        for candidate in labels::candidates(arrangement.points[node], self.half_sizes[node], size) {
            if best.as_ref().is_some_and(|best| candidate.cost >= best.cost) {
                continue;
            }
            let bound = best.as_ref().map_or(f64::INFINITY, |best| best.cost);
            let cost = self.label_cost(arrangement, placed, node, &candidate, page, bound);
            if cost < bound {
                best = Some(LabelCandidate { cost, ..candidate });
            }
        }
        best.unwrap_or(LabelCandidate {
            rect: Rect::around(arrangement.points[node], size.0, size.1),
            anchor: TextAnchor::Middle,
            cost: labels::OUTSIDE,
            leader: None,
        })
    }

    fn label_cost(
        &self,
        arrangement: &Arrangement,
        placed: &[Option<LabelCandidate>],
        node: usize,
        candidate: &LabelCandidate,
        page: Rect,
        bound: f64,
    ) -> f64 {
        let rect = candidate.rect;
        let mut cost = candidate.cost;
        if !page.contains(rect) {
            cost += labels::OUTSIDE;
        }
        for note in &arrangement.notes {
            if labels::signed_distance(rect, note.rect) < 1.0 {
                cost += labels::OVER_TEXT;
            }
        }
        if cost >= bound {
            return cost;
        }
        let own = labels::signed_distance(rect, self.mark(&arrangement.points, node)).max(0.0);
        for other in 0..arrangement.points.len() {
            if other == node {
                continue;
            }
            let gap = labels::signed_distance(rect, self.mark(&arrangement.points, other));
            if gap < labels::NODE_CLEARANCE {
                cost += labels::OVER_NODE + 6.0 * (labels::NODE_CLEARANCE - gap);
            } else if gap <= own + 0.5 {
                cost += labels::NEARER_FOREIGN;
            } else if gap < own + 8.0 && candidate.anchor == TextAnchor::Middle {
                // The second line of a label of two may be nearer to the foreign mark.
                cost += FOREIGN_BELOW_COST;
            } else if gap < 5.0 {
                cost += 2.0;
            }
        }
        for other in placed.iter().flatten() {
            let gap = labels::signed_distance(rect, other.rect);
            if gap < 1.0 {
                cost += labels::OVER_LABEL;
            } else if gap < 3.0 {
                cost += 2.0;
            }
        }
        if cost >= bound {
            return cost;
        }
        for line in &self.lines {
            if labels::intersects_segment(
                rect.inflated(line.half + 0.6),
                arrangement.points[line.a],
                arrangement.points[line.b],
            ) {
                cost += if line.a == node || line.b == node { labels::OVER_OWN_LINE } else { labels::OVER_LINE };
            }
        }
        cost
    }

    /// Number of constraint violations: overlaps, texts and marks outside the page, and names crossed by foreign lines.
    pub(crate) fn violations(&self, arrangement: &Arrangement, page: Rect) -> usize {
        let crossed = |(node, candidate): (usize, &Option<LabelCandidate>)| {
            candidate.map_or(0, |candidate| self.crossing_lines(arrangement, node, candidate.rect))
        };
        self.overlaps(arrangement, page) + arrangement.labels.iter().enumerate().map(crossed).sum::<usize>()
    }

    /// Number of foreign lines that cross the name of a mark.
    fn crossing_lines(&self, arrangement: &Arrangement, node: usize, rect: Rect) -> usize {
        let foreign = self.lines.iter().filter(|line| line.a != node && line.b != node);
        foreign
            .filter(|line| labels::intersects_segment(rect, arrangement.points[line.a], arrangement.points[line.b]))
            .count()
    }

    /// Number of overlaps of texts and marks, and of those outside the page.
    pub(crate) fn overlaps(&self, arrangement: &Arrangement, page: Rect) -> usize {
        let placed: Vec<Rect> = arrangement.labels.iter().flatten().map(|candidate| candidate.rect).collect();
        let texts: Vec<Rect> = placed.iter().copied().chain(arrangement.notes.iter().map(|note| note.rect)).collect();
        let mut violations = texts.iter().filter(|text| !page.contains(**text)).count();
        for (position, text) in texts.iter().enumerate() {
            violations += texts[position + 1..].iter().filter(|other| text.overlaps(**other)).count();
        }
        for node in 0..arrangement.points.len() {
            let mark = self.mark(&arrangement.points, node);
            violations += (node + 1..arrangement.points.len())
                .filter(|&other| mark.overlaps(self.mark(&arrangement.points, other)))
                .count();
            violations += usize::from(!page.contains(mark));
        }
        for (node, candidate) in arrangement.labels.iter().enumerate() {
            let Some(candidate) = candidate else { continue };
            violations += (0..arrangement.points.len())
                .filter(|&other| other != node && self.mark(&arrangement.points, other).overlaps(candidate.rect))
                .count();
        }
        violations
    }
}

/// Cost of the angle between two lines at a common mark: 0 from 25° on, rising with the cosine.
fn acute_angle_cost(apex: Point, p: Point, q: Point) -> f64 {
    let (ux, uy, vx, vy) = (p.x - apex.x, p.y - apex.y, q.x - apex.x, q.y - apex.y);
    let target_lengths = ((ux * ux + uy * uy) * (vx * vx + vy * vy)).sqrt();
    let cosine = (ux * vx + uy * vy) / target_lengths.max(1e-9);
    // cos 25° = 0.906.
    if cosine > 0.906 { ACUTE_ANGLE_COST * (cosine - 0.906) / 0.094 } else { 0.0 }
}

fn is_inside(p: Point, [a, b, c]: [Point; 3]) -> bool {
    let side = |u: Point, v: Point| (v.x - u.x) * (p.y - u.y) - (v.y - u.y) * (p.x - u.x);
    let (d, e, f) = (side(a, b), side(b, c), side(c, a));
    (d > 0.0 && e > 0.0 && f > 0.0) || (d < 0.0 && e < 0.0 && f < 0.0)
}
