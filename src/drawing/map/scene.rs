//! What has to be arranged, in numbers: marks, lines, texts. And what an arrangement costs.

use crate::answer::mark::TextAnchor;
use crate::drawing::labels::{self, Spot};
use crate::geometry::{Point, Rect, segments_cross};
use crate::layout::distance::Distances;

/// A straight line between two marks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    pub(crate) a: usize,
    pub(crate) b: usize,
    /// Half of its width.
    pub(crate) half: f64,
}

/// Where a text of evidence belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// On the line of this number.
    Line(usize),
    /// In the triangle of these three marks.
    Triangle([usize; 3]),
}

/// A text of evidence: its box, and where it belongs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Note {
    pub(crate) size: (f64, f64),
    pub(crate) place: Place,
}

/// Where a text of evidence ended up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct NoteSpot {
    pub(crate) rect: Rect,
    /// Whether it lies on the line and needs a ground, or beside it.
    pub(crate) ground: Ground,
}

/// What lies under a text of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ground {
    /// Its line, which a rect of the page's colour interrupts.
    Line,
    /// Nothing: the line is too short and the text stands beside it.
    Page,
}

/// One connected part of a map.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    /// Half extents of each mark.
    pub(crate) halves: Vec<(f64, f64)>,
    /// Box of the label of each mark; none for pills, which hold their text.
    pub(crate) labels: Vec<Option<(f64, f64)>>,
    /// Marks in order of importance.
    pub(crate) order: Vec<usize>,
    pub(crate) lines: Vec<Line>,
    pub(crate) notes: Vec<Note>,
    /// Pills with the marks around them.
    pub(crate) stars: Vec<(usize, Vec<usize>)>,
    /// Steps between marks.
    pub(crate) steps: Distances,
    /// Lengths that leave room for the evidence.
    pub(crate) lengths: Distances,
}

/// Where everything is, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arrangement {
    pub(crate) points: Vec<Point>,
    pub(crate) labels: Vec<Option<Spot>>,
    pub(crate) notes: Vec<NoteSpot>,
    pub(crate) cost: f64,
    /// The part of the cost that is of marks and lines.
    pub(crate) bones: f64,
}

const CROSSING: f64 = 60.0;
const NARROW: f64 = 14.0;
const NARROW_COST: f64 = 1.2;
const THROUGH_NODE: f64 = 90.0;
const NEAR_NODE: f64 = 25.0;
const NOTE_HIT: f64 = 60.0;
const NOTE_BESIDE: f64 = 8.0;
const STRESS: f64 = 200.0;
const SPOKES: f64 = 110.0;
const STRANGER_BELOW: f64 = 8.0;
const ACUTE: f64 = 30.0;
/// Part of a line that must stay visible beside its evidence.
const VISIBLE: f64 = 14.0;
/// Gap between a line and evidence beside it.
const BESIDE: f64 = 3.2;
/// Shifts of evidence along its line.
const SHIFTS: [f64; 11] = [0.0, 6.0, -6.0, 12.0, -12.0, 18.0, -18.0, 24.0, -24.0, 30.0, -30.0];

impl Scene {
    pub(crate) fn mark(&self, points: &[Point], node: usize) -> Rect {
        let (w, h) = self.halves[node];
        Rect::new(points[node].x - w, points[node].y - h, points[node].x + w, points[node].y + h)
    }

    /// The cost of an arrangement within a page; labels and evidence are put into their places. Once the
    /// cost is above `limit` the rest is not counted. O(marks² + lines² + labels · (marks + lines)).
    pub(crate) fn settle(&self, arrangement: &mut Arrangement, page: Rect, limit: f64) -> f64 {
        let mut cost = self.bones(&arrangement.points);
        arrangement.bones = cost;
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
    pub(crate) fn bones(&self, points: &[Point]) -> f64 {
        let cost = self.stress(points) * STRESS + self.unevenness(points) + self.crossings(points);
        cost + self.nearness(points) + self.strangers_in_triangles(points)
    }

    /// Marks too near to each other or to lines.
    fn nearness(&self, points: &[Point]) -> f64 {
        let mut cost = 0.0;
        let len = self.halves.len();
        for a in 0..len {
            let mark = self.mark(points, a);
            for b in a + 1..len {
                let gap = labels::gap(mark, self.mark(points, b));
                if gap < NARROW {
                    cost += (NARROW - gap) * NARROW_COST + if gap < 3.0 { 60.0 } else { 0.0 };
                }
            }
            for line in &self.lines {
                if line.a != a
                    && line.b != a
                    && labels::meets(mark.grown(5.0 + line.half), points[line.a], points[line.b])
                {
                    let through = labels::meets(mark.grown(1.5 + line.half), points[line.a], points[line.b]);
                    cost += if through { THROUGH_NODE } else { NEAR_NODE };
                }
            }
        }
        cost
    }

    fn crossings(&self, points: &[Point]) -> f64 {
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
                    Some((hub, p, q)) => cost += acuteness(points[hub], points[p], points[q]),
                    None if segments_cross((a, b), (points[second.a], points[second.b])) => cost += CROSSING,
                    None => {}
                }
            }
        }
        cost
    }

    fn strangers_in_triangles(&self, points: &[Point]) -> f64 {
        let mut cost = 0.0;
        for note in &self.notes {
            if let Place::Triangle(corners) = note.place {
                for node in 0..points.len() {
                    if !corners.contains(&node) && is_inside(points[node], corners.map(|corner| points[corner])) {
                        cost += CROSSING;
                    }
                }
            }
        }
        cost
    }

    /// Normalised stress by steps; see [`crate::layout::quality::normalised_stress`].
    pub(crate) fn stress(&self, points: &[Point]) -> f64 {
        crate::layout::quality::normalised_stress(points, &self.steps)
    }

    fn unevenness(&self, points: &[Point]) -> f64 {
        let mut cost = 0.0;
        for (pill, members) in &self.stars {
            let centre = points[*pill];
            let mut angles: Vec<f64> =
                members.iter().map(|&node| libm::atan2(points[node].y - centre.y, points[node].x - centre.x)).collect();
            angles.sort_by(f64::total_cmp);
            let even = std::f64::consts::TAU / angles.len().max(1) as f64;
            for (position, angle) in angles.iter().enumerate() {
                let next = angles.get(position + 1).copied().unwrap_or(angles[0] + std::f64::consts::TAU);
                cost += SPOKES * (next - angle - even) * (next - angle - even);
            }
        }
        cost
    }

    fn place_notes(&self, arrangement: &mut Arrangement, page: Rect) -> f64 {
        let mut total = 0.0;
        arrangement.notes.clear();
        for note in &self.notes {
            let mut best: Option<(f64, NoteSpot)> = None;
            let points = &arrangement.points;
            self.note_spots(points, note, &mut |base, spot| {
                if best.as_ref().is_some_and(|(least, _)| base >= *least) {
                    return;
                }
                let cost = base + self.note_cost(points, &arrangement.notes, note, spot.rect, page);
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, spot));
                }
            });
            if let Some((cost, spot)) = best {
                total += cost;
                arrangement.notes.push(spot);
            }
        }
        total
    }

    /// Visits the places of evidence with their own cost.
    pub(crate) fn note_spots(&self, points: &[Point], note: &Note, visit: &mut impl FnMut(f64, NoteSpot)) {
        let (w, h) = note.size;
        match note.place {
            Place::Triangle(corners) => {
                let [a, b, c] = corners.map(|corner| points[corner]);
                let centre = Point::new((a.x + b.x + c.x) / 3.0, (a.y + b.y + c.y) / 3.0);
                let inset = |spot: Rect| {
                    [(a, b), (b, c), (c, a)].iter().filter(|side| labels::meets(spot, side.0, side.1)).count()
                };
                for (base, dx, dy) in
                    [(0.0, 0.0, 0.0), (1.0, 8.0, 0.0), (1.0, -8.0, 0.0), (1.0, 0.0, 5.0), (1.0, 0.0, -5.0)]
                {
                    let rect = Rect::around(Point::new(centre.x + dx, centre.y + dy), w, h);
                    visit(base + 5.0 * inset(rect) as f64, NoteSpot { rect, ground: Ground::Line });
                }
            }
            Place::Line(number) => {
                let line = self.lines[number];
                let (from, to) = self.visible(points, line);
                let length = from.distance(to);
                let middle = Point::new((from.x + to.x) / 2.0, (from.y + to.y) / 2.0);
                let (ux, uy) = ((to.x - from.x) / length.max(1e-6), (to.y - from.y) / length.max(1e-6));
                let covered = (w / ux.abs().max(1e-6)).min(h / uy.abs().max(1e-6));
                if length - covered >= VISIBLE {
                    for shift in SHIFTS {
                        let room = (length - covered) / 2.0 - 3.0;
                        if shift.abs() <= room.max(0.0) {
                            let rect = Rect::around(Point::new(middle.x + ux * shift, middle.y + uy * shift), w, h);
                            visit(shift.abs() * 0.15, NoteSpot { rect, ground: Ground::Line });
                        }
                    }
                }
                // Beside the line: above it, then below.
                let (nx, ny) = if ux >= 0.0 { (uy, -ux) } else { (-uy, ux) };
                let away = BESIDE + line.half + (w * nx.abs() + h * ny.abs()) / 2.0;
                let visible = if length - covered >= VISIBLE { 1.5 } else { 1.0 };
                for (side, more) in [(1.0, 0.0), (-1.0, 0.5)] {
                    for shift in [0.0, 8.0, -8.0] {
                        let x = middle.x + side * nx * away + ux * shift;
                        let y = middle.y + side * ny * away + uy * shift;
                        let rect = Rect::around(Point::new(x, y), w, h);
                        let base = NOTE_BESIDE * visible + more + shift.abs() * 0.1;
                        visit(base, NoteSpot { rect, ground: Ground::Page });
                    }
                }
            }
        }
    }

    /// The part of a line between the marks at its ends.
    pub(crate) fn visible(&self, points: &[Point], line: Line) -> (Point, Point) {
        let (a, b) = (points[line.a], points[line.b]);
        let length = a.distance(b).max(1e-6);
        let (ux, uy) = ((b.x - a.x) / length, (b.y - a.y) / length);
        let reach = |node: usize| {
            let (w, h) = self.halves[node];
            (w / ux.abs().max(1e-6)).min(h / uy.abs().max(1e-6)).min(length / 2.0)
        };
        let (first, last) = (reach(line.a), reach(line.b));
        (Point::new(a.x + ux * first, a.y + uy * first), Point::new(b.x - ux * last, b.y - uy * last))
    }

    fn note_cost(&self, points: &[Point], notes: &[NoteSpot], note: &Note, rect: Rect, page: Rect) -> f64 {
        let mut cost = if page.holds(rect) { 0.0 } else { labels::OUTSIDE };
        for node in 0..points.len() {
            let gap = labels::gap(rect, self.mark(points, node));
            if gap < 1.5 {
                cost += NOTE_HIT + (1.5 - gap) * 6.0;
            }
        }
        for (number, line) in self.lines.iter().enumerate() {
            let own = match note.place {
                Place::Line(own) => own == number,
                Place::Triangle(corners) => corners.contains(&line.a) && corners.contains(&line.b),
            };
            if !own && labels::meets(rect.grown(line.half + 0.8), points[line.a], points[line.b]) {
                cost += NOTE_HIT;
            }
        }
        cost + notes.iter().filter(|other| labels::gap(rect, other.rect) < 2.0).count() as f64 * labels::OVER_LABEL
    }

    fn place_labels(&self, arrangement: &mut Arrangement, page: Rect, limit: f64) -> f64 {
        let mut total = 0.0;
        let mut spots = std::mem::take(&mut arrangement.labels);
        spots.clear();
        spots.resize(self.labels.len(), None);
        for &node in &self.order {
            if let Some(size) = self.labels[node] {
                let spot = self.best_spot(arrangement, &spots, node, size, page);
                total += spot.cost;
                spots[node] = Some(spot);
                if total > limit {
                    break;
                }
            }
        }
        arrangement.labels = spots;
        total
    }

    /// Lets each label take its cheapest place given all others, until none moves.
    pub(crate) fn sweep(&self, arrangement: &mut Arrangement, page: Rect) {
        let mut spots = std::mem::take(&mut arrangement.labels);
        for _ in 0..10 {
            let mut moved = 0;
            for &node in &self.order {
                if let Some(size) = self.labels[node] {
                    let before = spots[node].take();
                    let spot = self.best_spot(arrangement, &spots, node, size, page);
                    moved += usize::from(before.is_none_or(|before| before.rect != spot.rect));
                    spots[node] = Some(spot);
                }
            }
            if moved == 0 {
                break;
            }
        }
        arrangement.labels = spots;
    }

    fn best_spot(&self, at: &Arrangement, spots: &[Option<Spot>], node: usize, size: (f64, f64), page: Rect) -> Spot {
        let mut best: Option<Spot> = None;
        for spot in labels::spots(at.points[node], self.halves[node], size) {
            if best.as_ref().is_some_and(|best| spot.cost >= best.cost) {
                continue;
            }
            let most = best.as_ref().map_or(f64::INFINITY, |best| best.cost);
            let cost = self.spot_cost(at, spots, node, &spot, page, most);
            if cost < most {
                best = Some(Spot { cost, ..spot });
            }
        }
        best.unwrap_or(Spot {
            rect: Rect::around(at.points[node], size.0, size.1),
            anchor: TextAnchor::Middle,
            cost: labels::OUTSIDE,
            leader: None,
        })
    }

    fn spot_cost(
        &self,
        at: &Arrangement,
        spots: &[Option<Spot>],
        node: usize,
        spot: &Spot,
        page: Rect,
        most: f64,
    ) -> f64 {
        let rect = spot.rect;
        let mut cost = spot.cost;
        if !page.holds(rect) {
            cost += labels::OUTSIDE;
        }
        for note in &at.notes {
            if labels::gap(rect, note.rect) < 1.0 {
                cost += labels::OVER_TEXT;
            }
        }
        if cost >= most {
            return cost;
        }
        let own = labels::gap(rect, self.mark(&at.points, node)).max(0.0);
        for other in 0..at.points.len() {
            if other == node {
                continue;
            }
            let gap = labels::gap(rect, self.mark(&at.points, other));
            if gap < labels::NODE_CLEARANCE {
                cost += labels::OVER_NODE + 6.0 * (labels::NODE_CLEARANCE - gap);
            } else if gap <= own + 0.5 {
                cost += labels::NEARER_FOREIGN;
            } else if gap < own + 8.0 && spot.anchor == TextAnchor::Middle {
                // The far one of two lines may be nearer to the stranger.
                cost += STRANGER_BELOW;
            } else if gap < 5.0 {
                cost += 2.0;
            }
        }
        for other in spots.iter().flatten() {
            let gap = labels::gap(rect, other.rect);
            if gap < 1.0 {
                cost += labels::OVER_LABEL;
            } else if gap < 3.0 {
                cost += 2.0;
            }
        }
        if cost >= most {
            return cost;
        }
        for line in &self.lines {
            if labels::meets(rect.grown(line.half + 0.6), at.points[line.a], at.points[line.b]) {
                cost += if line.a == node || line.b == node { labels::OVER_OWN_LINE } else { labels::OVER_LINE };
            }
        }
        cost
    }

    /// Things that must not be: counted on a settled arrangement.
    pub(crate) fn faults(&self, at: &Arrangement, page: Rect) -> usize {
        let crossed =
            |(node, spot): (usize, &Option<Spot>)| spot.map_or(0, |spot| self.lines_over(at, node, spot.rect));
        self.overlaps(at, page) + at.labels.iter().enumerate().map(crossed).sum::<usize>()
    }

    /// Foreign lines that cross the name of a mark in its box.
    fn lines_over(&self, at: &Arrangement, node: usize, rect: Rect) -> usize {
        let foreign = self.lines.iter().filter(|line| line.a != node && line.b != node);
        foreign.filter(|line| labels::meets(rect, at.points[line.a], at.points[line.b])).count()
    }

    /// Texts and marks that lie over each other or leave the page.
    pub(crate) fn overlaps(&self, at: &Arrangement, page: Rect) -> usize {
        let spots: Vec<Rect> = at.labels.iter().flatten().map(|spot| spot.rect).collect();
        let texts: Vec<Rect> = spots.iter().copied().chain(at.notes.iter().map(|note| note.rect)).collect();
        let mut faults = texts.iter().filter(|text| !page.holds(**text)).count();
        for (position, text) in texts.iter().enumerate() {
            faults += texts[position + 1..].iter().filter(|other| text.overlaps(**other)).count();
        }
        for node in 0..at.points.len() {
            let mark = self.mark(&at.points, node);
            faults += (node + 1..at.points.len()).filter(|&other| mark.overlaps(self.mark(&at.points, other))).count();
            faults += usize::from(!page.holds(mark));
        }
        for (node, spot) in at.labels.iter().enumerate() {
            let Some(spot) = spot else { continue };
            faults += (0..at.points.len())
                .filter(|&other| other != node && self.mark(&at.points, other).overlaps(spot.rect))
                .count();
        }
        faults
    }
}

/// Cost of two lines that leave a mark in nearly one direction.
fn acuteness(hub: Point, p: Point, q: Point) -> f64 {
    let (ux, uy, vx, vy) = (p.x - hub.x, p.y - hub.y, q.x - hub.x, q.y - hub.y);
    let lengths = ((ux * ux + uy * uy) * (vx * vx + vy * vy)).sqrt();
    let cosine = (ux * vx + uy * vy) / lengths.max(1e-9);
    // 0 from 25° on.
    if cosine > 0.906 { ACUTE * (cosine - 0.906) / 0.094 } else { 0.0 }
}

fn is_inside(p: Point, [a, b, c]: [Point; 3]) -> bool {
    let side = |u: Point, v: Point| (v.x - u.x) * (p.y - u.y) - (v.y - u.y) * (p.x - u.x);
    let (d, e, f) = (side(a, b), side(b, c), side(c, a));
    (d > 0.0 && e > 0.0 && f > 0.0) || (d < 0.0 && e < 0.0 && f < 0.0)
}
