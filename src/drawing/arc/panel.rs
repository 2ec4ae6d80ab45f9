//! One column of the diagram: names, marks, arcs, pills, evidence.

use crate::answer::mark::{
    EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment, TextLine, flatten,
};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::arc::bonds::{Bonds, Consortium, Pair};
use crate::drawing::encoding::Radius;
use crate::drawing::member::{self, Fill, Look};
use crate::drawing::rowname::RowName;
use crate::geometry::{Outline, Point, Rect};
use crate::network::graph::Network;
use crate::typography::{MIDDLE, Weight, reserved_width};

/// Radii of the marks: they must stay within their rows.
pub(super) const RADIUS: Radius = Radius { root: 1.45, base: 2.7, most: 5.6 };
/// Most an arc may be stretched: its width over half its height.
const STRETCH: f64 = 2.4;
/// Longer arcs may be flatter: width grows with one of these powers of the height. From a half on, arcs of one
/// end nest.
const POWERS: [f64; 4] = [0.92, 0.75, 0.6, 0.5];
/// Share of the room beside the marks that arcs may take; the rest is for their models' names.
const ARCS: f64 = 0.58;
/// Half the height of a mark that ends of arcs may take.
const PORTS: f64 = 2.6;
/// Gap between two ends of arcs, at most.
const PORT_GAP: f64 = 1.3;
/// Control points of a quarter ellipse.
const KAPPA: f64 = 0.552_284_749_8;
/// Height of a line of evidence, in em.
const LINE: f64 = 1.16;
/// Names in a pill.
const PILL_LINES: usize = 4;
/// Share of the room beside the marks that pills may take.
const PILLS_MOST: f64 = 0.52;
/// How far right of its arc a name may stand at the end of a leader line, in steps.
const LEADER_STEP: f64 = 3.0;
const LEADER_STEPS: u32 = 40;
/// Least room for evidence.
const NARROWEST: f64 = 24.0;
/// Gap between a leader line and its name.
const LEADER_GAP: f64 = 1.5;

/// A stretch of the order with its place on the page.
pub(super) struct Panel<'p, 'c> {
    pub(super) network: &'p Network<'c>,
    pub(super) bonds: &'p Bonds,
    pub(super) members: &'p [InstitutionId],
    pub(super) names: Vec<RowName>,
    /// Axis of the marks.
    pub(super) axis: f64,
    /// Right end of the room.
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) pitch: f64,
    pub(super) look: Look<'p>,
}

/// Width of an arc = factor · (half its height)^power.
#[derive(Clone, Copy)]
struct Law {
    factor: f64,
    power: f64,
}

impl Law {
    fn width(self, half_height: f64) -> f64 {
        self.factor * libm::pow(half_height, self.power)
    }
}

/// What is drawn already: evidence must not meet it.
struct Obstacles {
    lines: Vec<(usize, Vec<(Point, Point)>)>,
    boxes: Vec<Rect>,
}

impl Panel<'_, '_> {
    fn y(&self, id: InstitutionId) -> Option<f64> {
        let row = self.members.iter().position(|one| *one == id)?;
        Some(self.top + (row as f64 + 0.5) * self.pitch)
    }

    /// All marks of the panel: edges first, then pills and institutions, then evidence.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let pairs: Vec<(&Pair, f64, f64)> =
            self.bonds.pairs.iter().filter_map(|pair| Some((pair, self.y(pair.a)?, self.y(pair.b)?))).collect();
        let column = self.pill_column();
        let law = self.law(&pairs, column);
        let mut edges = Vec::new();
        let mut seen = Obstacles { lines: Vec::new(), boxes: Vec::new() };
        let mut arcs: Vec<(MarkGroup, Point)> = Vec::new();
        let ports = self.ports(&pairs);
        for (index, &(pair, ..)) in pairs.iter().enumerate() {
            let (steps, apex) = self.arc(ports[index].0, ports[index].1, law);
            seen.lines.push((index, flatten(&steps, 24)));
            arcs.push((self.arc_group(pair, steps), apex));
        }
        let mut pills = Vec::new();
        for consortium in &self.bonds.consortia {
            if consortium.members.iter().all(|&id| self.y(id).is_some()) {
                let (spokes, pill) = self.pill(consortium, column, &mut seen, pairs.len() + pills.len());
                edges.extend(spokes);
                pills.push(pill);
            }
        }
        let labels = self.labels(&pairs, &arcs, &mut seen);
        let led = self.led(&pairs, &arcs, &labels, &mut seen);
        for ((mut arc, _), label) in arcs.into_iter().zip(labels) {
            arc.marks.extend(label);
            edges.push(arc.into());
        }
        // Without a class of its own: what all its lines have in common is written once.
        let mut marks = vec![Mark::from(MarkGroup::new("", edges))];
        marks.extend(led);
        marks.extend(pills);
        marks.extend(self.members.iter().zip(&self.names).map(|(&id, name)| Mark::from(self.member(id, name))));
        marks
    }

    fn member(&self, id: InstitutionId, name: &RowName) -> MarkGroup {
        let corpus = self.network.corpus();
        let institution = corpus.institution(id);
        let models = corpus.works_of(id).len();
        let at = Point::new(self.axis, self.y(id).unwrap_or(self.top));
        let r = RADIUS.of(models);
        let mut marks = member::badge(institution, models, at, r, Fill::Solid, self.look);
        marks.extend(name.marks(self.axis - RADIUS.most - 5.0, at.y, self.look));
        member::node(corpus, id, member::mark_outline(institution, at, r), marks, self.look)
    }

    /// Upper and lower end of each arc. At a mark the arcs leave from top to bottom in the order in which none
    /// crosses another: upwards the shortest first, then downwards the longest first.
    fn ports(&self, pairs: &[(&Pair, f64, f64)]) -> Vec<(f64, f64)> {
        let mut ports: Vec<(f64, f64)> = pairs.iter().map(|&(_, a, b)| (a.min(b), a.max(b))).collect();
        let whole = ports.clone();
        for &id in self.members {
            let Some(y) = self.y(id) else { continue };
            let mut here: Vec<(f64, usize)> = (0..pairs.len())
                .filter(|&index| pairs[index].0.a == id || pairs[index].0.b == id)
                .map(|index| {
                    let (upper, lower) = whole[index];
                    // Upwards −1/length, downwards 1/length: the sort key of the order above.
                    (if lower > y { 1.0 / (lower - y) } else { -1.0 / (y - upper) }, index)
                })
                .collect();
            here.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let gap = (2.0 * PORTS / here.len() as f64).min(PORT_GAP);
            for (position, &(key, index)) in here.iter().enumerate() {
                let at = y + (position as f64 - (here.len() as f64 - 1.0) / 2.0) * gap;
                if key > 0.0 {
                    ports[index].0 = at;
                } else {
                    ports[index].1 = at;
                }
            }
        }
        ports
    }

    /// Width of the widest pill of the panel, 0 without any.
    fn pill_column(&self) -> f64 {
        let here = |one: &&Consortium| one.members.iter().all(|&id| self.y(id).is_some());
        let lines = |one: &Consortium| pill_lines(self.network, &one.works, f64::INFINITY, self.look);
        let natural = self.bonds.consortia.iter().filter(here).map(|one| pill_width(&lines(one), self.look));
        natural.fold(0.0, f64::max).min((self.right - self.axis) * PILLS_MOST)
    }

    /// How wide arcs are: the steepest law by which the longest fits and those over one row pass beside its mark.
    fn law(&self, pairs: &[(&Pair, f64, f64)], column: f64) -> Law {
        let tallest = pairs.iter().map(|(_, a, b)| (a - b).abs() / 2.0).fold(self.pitch / 2.0, f64::max);
        let whole = self.right - self.axis;
        let room = (whole * ARCS).min(if column > 0.0 { whole - column - 10.0 } else { whole });
        let law = |power: f64| Law {
            factor: (room / libm::pow(tallest, power)).min(STRETCH * libm::pow(self.pitch / 2.0, 1.0 - power)),
            power,
        };
        let passes = |law: &Law| law.width(self.pitch) >= RADIUS.most * 1.25 + 2.5;
        POWERS.into_iter().map(law).find(passes).unwrap_or_else(|| law(POWERS[POWERS.len() - 1]))
    }

    /// Half an ellipse from one height to another, and its outermost point.
    fn arc(&self, from: f64, to: f64, law: Law) -> (Vec<PathSegment>, Point) {
        let ry = (to - from) / 2.0;
        let rx = law.width(ry);
        let apex = Point::new(self.axis + rx, from + ry);
        let at = Point::new;
        let steps = vec![
            PathSegment::Move(at(self.axis, from)),
            PathSegment::Cubic(at(self.axis + KAPPA * rx, from), at(apex.x, apex.y - KAPPA * ry), apex),
            PathSegment::Cubic(at(apex.x, apex.y + KAPPA * ry), at(self.axis + KAPPA * rx, to), at(self.axis, to)),
        ];
        (steps, apex)
    }

    fn arc_group(&self, pair: &Pair, steps: Vec<PathSegment>) -> MarkGroup {
        let (theme, width) = (self.look.theme, self.bonds.stroke(pair.weight));
        let marks = vec![Mark::Path(steps, Paint::line(theme.edge, width))];
        member::tie(self.network, pair.tie, theme.edge, width, marks, self.look)
    }

    /// A consortium: one pill with a spoke to each member, as far right as the arcs beside it need.
    fn pill(&self, consortium: &Consortium, column: f64, seen: &mut Obstacles, number: usize) -> (Vec<Mark>, Mark) {
        let (corpus, theme, roles) = (self.network.corpus(), self.look.theme, self.look.roles);
        let ys: Vec<f64> = consortium.members.iter().filter_map(|&id| self.y(id)).collect();
        let step = roles.model * LINE;
        // All pills begin at one x, right of every arc: no spoke runs behind another pill.
        let left = self.right - 1.0 - column;
        let lines = pill_lines(self.network, &consortium.works, column - 8.0, self.look);
        let width = pill_width(&lines, self.look);
        let height = lines.len() as f64 * step + 4.6;
        let mut area =
            Rect::around(Point::new(left + width / 2.0, ys.iter().sum::<f64>() / ys.len() as f64), width, height);
        let last = self.top + self.members.len() as f64 * self.pitch;
        // Another pill is in the way: below it, or above the first one where the panel ends.
        let overlaps = |area: Rect, boxes: &[Rect]| boxes.iter().any(|other| other.grown(2.5).overlaps(area));
        let moved = |area: Rect, by: f64| Rect { top: area.top + by, bottom: area.bottom + by, ..area };
        let start = area;
        let offsets = (0..200).flat_map(|step| [f64::from(step) * 2.0, f64::from(step) * -2.0]);
        for offset in offsets {
            let tried = moved(start, offset);
            if tried.top >= self.top && tried.bottom <= last && !overlaps(tried, &seen.boxes) {
                area = tried;
                break;
            }
        }
        seen.boxes.push(area);

        let key = format!("model:{}", corpus.work_key(consortium.works[0]));
        let mut order: Vec<(f64, InstitutionId)> = ys.iter().copied().zip(consortium.members.iter().copied()).collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut spokes = Vec::new();
        for (index, &(y, id)) in order.iter().enumerate() {
            let share = if order.len() > 1 { index as f64 / (order.len() - 1) as f64 } else { 0.5 };
            let end = Point::new(area.left, area.top + 3.0 + share * (area.height() - 6.0));
            let middle = (self.axis + area.left) / 2.0;
            let steps = vec![
                PathSegment::Move(Point::new(self.axis, y)),
                PathSegment::Cubic(Point::new(middle, y), Point::new(middle, end.y), end),
            ];
            seen.lines.push((usize::MAX - number, flatten(&steps, 24)));
            spokes.push(self.spoke(consortium, &key, id, steps).into());
        }
        let mut marks =
            vec![Mark::Rect(area, (height / 2.0).min(6.0), Paint::fill(theme.panel).outlined(theme.edge, 0.8))];
        for (index, line) in lines.iter().enumerate() {
            let middle = area.top + 2.3 + (index as f64 + 0.5) * step;
            marks.push(member::line(line, area.left + 4.5, middle, roles.model, theme.ink).bold().into());
        }
        (spokes, self.pill_group(consortium, key, area, lines.join("\n"), marks).into())
    }

    fn pill_group(
        &self,
        consortium: &Consortium,
        key: String,
        area: Rect,
        label: String,
        marks: Vec<Mark>,
    ) -> MarkGroup {
        let corpus = self.network.corpus();
        let works: Vec<String> = consortium.works.iter().map(|&work| corpus.work_key(work)).collect();
        let told = member::told(corpus, &consortium.works, 0.0, self.look.language);
        let count = member::institutions_told(consortium.members.len(), self.look.language);
        MarkGroup {
            id: Some(format!("w-{}", works[0])),
            class: "node model".to_owned(),
            data: vec![("id", works[0].clone()), ("kind", "model".to_owned()), ("models", works.join(" "))],
            title: Some(format!("{told}: {count}")),
            role: MarkRole::Node(Box::new(NodeMark {
                key,
                label,
                shape: NodeShape::Pill,
                outline: Outline::from(area),
                color: self.look.theme.panel,
            })),
            marks,
        }
    }

    fn spoke(&self, consortium: &Consortium, key: &str, id: InstitutionId, steps: Vec<PathSegment>) -> MarkGroup {
        let (theme, corpus) = (self.look.theme, self.network.corpus());
        let weight = consortium.works.len() as f64;
        let width = self.bonds.stroke(weight);
        let institution = corpus.institution(id);
        let name = crate::drawing::names::plain(&institution.names, self.look.language);
        let told = member::told(corpus, &consortium.works, 0.0, self.look.language);
        MarkGroup {
            id: Some(format!("s-{}--{}", institution.id, corpus.work_key(consortium.works[0]))),
            class: "edge".to_owned(),
            data: vec![
                ("source", institution.id.clone()),
                ("target", corpus.work_key(consortium.works[0])),
                ("weight", member::weight_text(weight)),
            ],
            title: Some(format!("{name}: {told}")),
            role: MarkRole::Edge(Box::new(EdgeMark {
                source: institution.id.clone(),
                targets: vec![key.to_owned()],
                weight,
                color: theme.edge,
                width,
            })),
            marks: vec![Mark::Path(steps, Paint::line(theme.edge, width))],
        }
    }

    /// Evidence beside the outermost point of each arc, where it is free. A model of three institutions is
    /// written once, at the longest of its arcs. The other arcs still tell theirs in their titles.
    fn labels(&self, pairs: &[(&Pair, f64, f64)], arcs: &[(MarkGroup, Point)], seen: &mut Obstacles) -> Vec<Vec<Mark>> {
        let span = |index: usize| (pairs[index].1 - pairs[index].2).abs();
        let mut labels = vec![Vec::new(); pairs.len()];
        let mut order: Vec<usize> = (0..pairs.len()).collect();
        order.sort_by(|&a, &b| pairs[b].0.weight.total_cmp(&pairs[a].0.weight).then(span(a).total_cmp(&span(b))));
        for index in order {
            let left = arcs[index].1.x + self.bonds.stroke(pairs[index].0.weight) / 2.0 + 3.0;
            let Some((lines, width, height)) = self.told(pairs, index, left) else { continue };
            let free = [0.0, 2.0, -2.0, 4.0, -4.0, 6.0, -6.0, 8.0, -8.0].into_iter().find_map(|shift| {
                let area = Rect::around(Point::new(left + width / 2.0, arcs[index].1.y + shift), width, height);
                self.is_free(area, index, seen).then_some(area)
            });
            if let Some(area) = free {
                seen.boxes.push(area);
                labels[index] = self.written(lines, area);
            }
        }
        labels
    }

    /// The evidence of an arc from `left` to the end of the room, its width and height; `None` without any or where the
    /// room is too narrow.
    fn told(&self, pairs: &[(&Pair, f64, f64)], index: usize, left: f64) -> Option<(Vec<String>, f64, f64)> {
        let (works, size) = (named_at(pairs, index), self.look.roles.evidence);
        let most = (self.right - left) / 1.1;
        if works.is_empty() || most < NARROWEST {
            return None;
        }
        let lines = member::evidence(self.network.corpus(), &works, size, Weight::Regular, most, self.look);
        let width = lines.iter().map(|line| reserved_width(line, size, Weight::Regular)).fold(0.0, f64::max);
        let height = lines.len() as f64 * size * LINE;
        Some((lines, width, height))
    }

    /// Lines of evidence in their box.
    fn written(&self, lines: Vec<String>, area: Rect) -> Vec<Mark> {
        let size = self.look.roles.evidence;
        let line = |(line, text): (usize, String)| {
            let base = area.top + (line as f64 + 0.5) * size * LINE + MIDDLE * size;
            TextLine::new(text, Point::new(area.left, base), size, self.look.theme.ink).into()
        };
        lines.into_iter().enumerate().map(line).collect()
    }

    /// Evidence of arcs inside others, right of these at the end of a leader line: only where arcs are few.
    fn led(
        &self,
        pairs: &[(&Pair, f64, f64)],
        arcs: &[(MarkGroup, Point)],
        labels: &[Vec<Mark>],
        seen: &mut Obstacles,
    ) -> Vec<Mark> {
        let (corpus, theme) = (self.network.corpus(), self.look.theme);
        let mut led = Vec::new();
        if !self.bonds.is_sparse() {
            return led;
        }
        for index in (0..pairs.len()).filter(|&index| labels[index].is_empty()) {
            let start = arcs[index].1;
            let Some((lines, width, height)) = self.told(pairs, index, start.x) else { continue };
            let steps = (2..LEADER_STEPS).flat_map(|step| [0.0, 4.0, -4.0, 8.0, -8.0].map(|shift| (step, shift)));
            let free = steps.into_iter().find_map(|(step, shift)| {
                let left = start.x + f64::from(step) * LEADER_STEP;
                let area = Rect::around(Point::new(left + width / 2.0, start.y + shift), width, height);
                let end = Point::new(left - LEADER_GAP, area.center().y);
                let clear = !seen.boxes.iter().any(|other| Outline::from(other.grown(1.0)).is_crossed_by(start, end));
                (clear && self.is_free(area, index, seen)).then_some((area, end))
            });
            let Some((area, end)) = free else { continue };
            seen.boxes.push(area);
            // Another name on the leader line would read as its own.
            seen.lines.push((usize::MAX, vec![(start, end)]));
            let steps = vec![PathSegment::Move(start), PathSegment::Line(end)];
            let mut marks = vec![Mark::Path(steps, Paint::line(theme.ink, 0.5))];
            marks.extend(self.written(lines, area));
            let keys = [pairs[index].0.a, pairs[index].0.b].map(|id| corpus.institution(id).id.clone());
            led.push(MarkGroup { role: MarkRole::Label(keys.to_vec()), ..MarkGroup::new("led", marks) }.into());
        }
        led
    }

    fn is_free(&self, area: Rect, own: usize, seen: &Obstacles) -> bool {
        let padded = Outline::from(area.grown(1.2));
        let last = self.top + self.members.len() as f64 * self.pitch;
        area.right <= self.right
            && area.top >= self.top - 2.0
            && area.bottom <= last + 2.0
            && !seen.boxes.iter().any(|other| other.grown(1.0).overlaps(area))
            && !seen
                .lines
                .iter()
                .filter(|(index, _)| *index != own)
                .any(|(_, pieces)| pieces.iter().any(|&(from, to)| padded.is_crossed_by(from, to)))
    }
}

/// The models that are written at an arc: a model of three institutions stands at the longest of its arcs.
fn named_at(pairs: &[(&Pair, f64, f64)], index: usize) -> Vec<WorkId> {
    let span = |index: usize| (pairs[index].1 - pairs[index].2).abs();
    let longest = |work: WorkId| {
        let of = (0..pairs.len()).filter(|&index| pairs[index].0.works.contains(&work));
        of.fold(None, |best: Option<usize>, index| match best {
            Some(one) if span(one) >= span(index) => Some(one),
            _ => Some(index),
        })
    };
    pairs[index].0.works.iter().copied().filter(|&work| longest(work) == Some(index)).collect()
}

fn pill_width(lines: &[String], look: Look<'_>) -> f64 {
    lines.iter().map(|line| reserved_width(line, look.roles.model, Weight::Bold)).fold(0.0, f64::max) + 9.0
}

fn pill_lines(network: &Network<'_>, works: &[WorkId], most: f64, look: Look<'_>) -> Vec<String> {
    let corpus = network.corpus();
    let size = look.roles.model;
    let fit = |text: &str| crate::drawing::wording::fitted(text, size, Weight::Bold, most / 1.1);
    let shown = if works.len() > PILL_LINES { PILL_LINES - 1 } else { works.len() };
    let mut lines: Vec<String> = works[..shown].iter().map(|&work| fit(corpus.work_name(work))).collect();
    if works.len() > shown {
        lines.push(fit(member::more(works.len() - shown, look).trim()));
    }
    lines
}
