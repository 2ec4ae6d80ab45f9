//! One column of the arc diagram: row labels, marks, arcs, pills and evidence labels.

use crate::answer::mark::{Edge, Form, Group, Mark, Node, Paint, Role, Step, Text, flattened};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::actor::{self, Fill, Style};
use crate::drawing::arc::graph::{ArcGraph, ArcPair, Consortium};
use crate::drawing::encoding::Radius;
use crate::drawing::row_label::RowLabel;
use crate::geometry::{ConvexPolygon, Point, Rect};
use crate::network::graph::Network;
use crate::typography::{BASELINE_OFFSET, Weight, reserved_width};

/// Radii of the marks; they stay within their rows.
pub(super) const RADIUS: Radius = Radius { root: 1.45, base: 2.7, max: 5.6 };
/// Largest ratio of an arc's width to half its height.
const MAX_STRETCH: f64 = 2.4;
/// Exponents tried for the growth of an arc's width with its height, steepest first. Arcs that share an end do not
/// cross from 0.5 upwards.
const POWERS: [f64; 4] = [0.92, 0.75, 0.6, 0.5];
/// Largest share of the width right of the axis for arcs; the rest is for evidence labels.
const MAX_ARC_SHARE: f64 = 0.58;
/// Half the height of a mark along which arcs may end, in points.
const PORT_HALF_SPAN: f64 = 2.6;
/// Largest gap between two arc ends at a mark, in points.
const MAX_PORT_GAP: f64 = 1.3;
/// Control point distance of a Bézier quarter ellipse, relative to its half axis.
const KAPPA: f64 = 0.552_284_749_8;
/// Line height of evidence, in em.
const LINE_HEIGHT: f64 = 1.16;
/// Largest number of text lines in a pill.
const MAX_PILL_LINES: usize = 4;
/// Largest share of the width right of the axis for pills.
const MAX_PILL_SHARE: f64 = 0.52;
/// Step in points by which a label moves right along a leader line.
const LEADER_STEP: f64 = 3.0;
/// Largest number of such steps.
const LEADER_STEPS: u32 = 40;
/// Smallest width for evidence, in points.
const MIN_EVIDENCE_WIDTH: f64 = 24.0;
/// Gap between a leader line and its label, in points.
const LEADER_GAP: f64 = 1.5;

/// A range of the rows and its position on the page.
pub(super) struct Panel<'p, 'c> {
    pub(super) network: &'p Network<'c>,
    pub(super) graph: &'p ArcGraph,
    pub(super) members: &'p [InstitutionId],
    pub(super) row_labels: Vec<RowLabel>,
    /// X of the column of marks.
    pub(super) axis: f64,
    /// Right edge of the panel.
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) pitch: f64,
    pub(super) style: Style<'p>,
}

/// Power law of an arc's width: factor · (half its height)^power.
#[derive(Clone, Copy)]
struct PowerLaw {
    factor: f64,
    power: f64,
}

impl PowerLaw {
    fn width(self, half_height: f64) -> f64 {
        self.factor * libm::pow(half_height, self.power)
    }
}

/// Drawn shapes that evidence labels must not cover: lines with the index of their arc, and boxes.
struct Obstacles {
    lines: Vec<(usize, Vec<(Point, Point)>)>,
    boxes: Vec<Rect>,
}

impl Panel<'_, '_> {
    fn y(&self, id: InstitutionId) -> Option<f64> {
        let row = self.members.iter().position(|one| *one == id)?;
        Some(self.top + (row as f64 + 0.5) * self.pitch)
    }

    /// All marks of the panel, in paint order: arcs and spokes, leader lines, pills, institutions.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let pairs: Vec<(&ArcPair, f64, f64)> =
            self.graph.pairs.iter().filter_map(|pair| Some((pair, self.y(pair.a)?, self.y(pair.b)?))).collect();
        let column = self.pill_column();
        let power_law = self.power_law(&pairs, column);
        let mut edges = Vec::new();
        let mut obstacles = Obstacles { lines: Vec::new(), boxes: Vec::new() };
        let mut arcs: Vec<(Group, Point)> = Vec::new();
        let ports = self.ports(&pairs);
        for (index, &(pair, ..)) in pairs.iter().enumerate() {
            let (steps, apex) = self.arc(ports[index].0, ports[index].1, power_law);
            obstacles.lines.push((index, flattened(&steps, 24)));
            arcs.push((self.arc_group(pair, steps), apex));
        }
        let mut pills = Vec::new();
        for consortium in &self.graph.consortia {
            if consortium.members.iter().all(|&id| self.y(id).is_some()) {
                let (spokes, pill) = self.pill(consortium, column, &mut obstacles, pairs.len() + pills.len());
                edges.extend(spokes);
                pills.push(pill);
            }
        }
        let labels = self.labels(&pairs, &arcs, &mut obstacles);
        let leader_labels = self.leader_labels(&pairs, &arcs, &labels, &mut obstacles);
        for ((mut arc, _), label) in arcs.into_iter().zip(labels) {
            arc.marks.extend(label);
            edges.push(arc.into());
        }
        // One group without a class, so that attributes shared by its lines are written once.
        let mut marks = vec![Mark::from(Group::new("", edges))];
        marks.extend(leader_labels);
        marks.extend(pills);
        marks.extend(
            self.members.iter().zip(&self.row_labels).map(|(&id, name)| Mark::from(self.institution(id, name))),
        );
        marks
    }

    fn institution(&self, id: InstitutionId, name: &RowLabel) -> Group {
        let corpus = self.network.corpus();
        let institution = corpus.institution(id);
        let works = corpus.works_of(id).len();
        let at = Point::new(self.axis, self.y(id).unwrap_or(self.top));
        let r = RADIUS.of(works);
        let mut marks = actor::institution_mark(institution, works, at, r, Fill::Solid, self.style);
        marks.extend(name.marks(self.axis - RADIUS.max - 5.0, at.y, self.style));
        actor::node(corpus, id, actor::mark_outline(institution, at, r), marks, self.style)
    }

    /// Y of the upper and lower end of each arc. At each mark the ends are ordered so that arcs with a common end do
    /// not cross: upward arcs by ascending length above downward arcs by descending length.
    fn ports(&self, pairs: &[(&ArcPair, f64, f64)]) -> Vec<(f64, f64)> {
        let mut ports: Vec<(f64, f64)> = pairs.iter().map(|&(_, a, b)| (a.min(b), a.max(b))).collect();
        let unsplit = ports.clone();
        for &id in self.members {
            let Some(y) = self.y(id) else { continue };
            let mut here: Vec<(f64, usize)> = (0..pairs.len())
                .filter(|&index| pairs[index].0.a == id || pairs[index].0.b == id)
                .map(|index| {
                    let (upper, lower) = unsplit[index];
                    // Sort key: −1/length upwards, 1/length downwards.
                    (if lower > y { 1.0 / (lower - y) } else { -1.0 / (y - upper) }, index)
                })
                .collect();
            here.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let gap = (2.0 * PORT_HALF_SPAN / here.len() as f64).min(MAX_PORT_GAP);
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

    /// Width of the widest pill of the panel; 0 without pills.
    fn pill_column(&self) -> f64 {
        let here = |one: &&Consortium| one.members.iter().all(|&id| self.y(id).is_some());
        let lines = |one: &Consortium| pill_lines(self.network, &one.works, f64::INFINITY, self.style);
        let natural = self.graph.consortia.iter().filter(here).map(|one| pill_width(&lines(one), self.style));
        natural.fold(0.0, f64::max).min((self.right - self.axis) * MAX_PILL_SHARE)
    }

    /// Power law of the arc widths: the steepest of [`POWERS`] under which the longest arc fits and arcs over one row
    /// clear the mark between their ends.
    fn power_law(&self, pairs: &[(&ArcPair, f64, f64)], column: f64) -> PowerLaw {
        let tallest = pairs.iter().map(|(_, a, b)| (a - b).abs() / 2.0).fold(self.pitch / 2.0, f64::max);
        let full_width = self.right - self.axis;
        let available =
            (full_width * MAX_ARC_SHARE).min(if column > 0.0 { full_width - column - 10.0 } else { full_width });
        let power_law = |power: f64| PowerLaw {
            factor: (available / libm::pow(tallest, power)).min(MAX_STRETCH * libm::pow(self.pitch / 2.0, 1.0 - power)),
            power,
        };
        let passes = |power_law: &PowerLaw| power_law.width(self.pitch) >= RADIUS.max * 1.25 + 2.5;
        POWERS.into_iter().map(power_law).find(passes).unwrap_or_else(|| power_law(POWERS[POWERS.len() - 1]))
    }

    /// Half ellipse between two heights, and its outermost point.
    fn arc(&self, from: f64, to: f64, power_law: PowerLaw) -> (Vec<Step>, Point) {
        let ry = (to - from) / 2.0;
        let rx = power_law.width(ry);
        let apex = Point::new(self.axis + rx, from + ry);
        let at = Point::new;
        let steps = vec![
            Step::Move(at(self.axis, from)),
            Step::Cubic(at(self.axis + KAPPA * rx, from), at(apex.x, apex.y - KAPPA * ry), apex),
            Step::Cubic(at(apex.x, apex.y + KAPPA * ry), at(self.axis + KAPPA * rx, to), at(self.axis, to)),
        ];
        (steps, apex)
    }

    fn arc_group(&self, pair: &ArcPair, steps: Vec<Step>) -> Group {
        let (theme, width) = (self.style.theme, self.graph.stroke_width(pair.weight));
        let marks = vec![Mark::Path(steps, Paint::line(theme.edge, width))];
        actor::tie(self.network, pair.tie, theme.edge, width, marks, self.style)
    }

    /// Pill of a consortium with one spoke to each member. Obstacles are extended by its box and spokes.
    fn pill(
        &self,
        consortium: &Consortium,
        column: f64,
        obstacles: &mut Obstacles,
        number: usize,
    ) -> (Vec<Mark>, Mark) {
        let (corpus, theme, roles) = (self.network.corpus(), self.style.theme, self.style.roles);
        let ys: Vec<f64> = consortium.members.iter().filter_map(|&id| self.y(id)).collect();
        let step = roles.work * LINE_HEIGHT;
        // All pills start at one x right of every arc, so that no spoke passes behind another pill.
        let left = self.right - 1.0 - column;
        let lines = pill_lines(self.network, &consortium.works, column - 8.0, self.style);
        let width = pill_width(&lines, self.style);
        let height = lines.len() as f64 * step + 4.6;
        let mut area =
            Rect::around(Point::new(left + width / 2.0, ys.iter().sum::<f64>() / ys.len() as f64), width, height);
        let last = self.top + self.members.len() as f64 * self.pitch;
        // On overlap, the nearest free offset above or below.
        let overlaps = |area: Rect, boxes: &[Rect]| boxes.iter().any(|other| other.inflated(2.5).overlaps(area));
        let moved = |area: Rect, by: f64| Rect { top: area.top + by, bottom: area.bottom + by, ..area };
        let start = area;
        let offsets = (0..200).flat_map(|step| [f64::from(step) * 2.0, f64::from(step) * -2.0]);
        for offset in offsets {
            let tried = moved(start, offset);
            if tried.top >= self.top && tried.bottom <= last && !overlaps(tried, &obstacles.boxes) {
                area = tried;
                break;
            }
        }
        obstacles.boxes.push(area);

        let key = format!("model:{}", corpus.work_key(consortium.works[0]));
        let mut order: Vec<(f64, InstitutionId)> = ys.iter().copied().zip(consortium.members.iter().copied()).collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut spokes = Vec::new();
        for (index, &(y, id)) in order.iter().enumerate() {
            let share = if order.len() > 1 { index as f64 / (order.len() - 1) as f64 } else { 0.5 };
            let end = Point::new(area.left, area.top + 3.0 + share * (area.height() - 6.0));
            let mid_x = (self.axis + area.left) / 2.0;
            let steps = vec![
                Step::Move(Point::new(self.axis, y)),
                Step::Cubic(Point::new(mid_x, y), Point::new(mid_x, end.y), end),
            ];
            obstacles.lines.push((usize::MAX - number, flattened(&steps, 24)));
            spokes.push(self.spoke(consortium, &key, id, steps).into());
        }
        let mut marks =
            vec![Mark::Rect(area, (height / 2.0).min(6.0), Paint::fill(theme.panel).outlined(theme.edge, 0.8))];
        for (index, line) in lines.iter().enumerate() {
            let center_y = area.top + 2.3 + (index as f64 + 0.5) * step;
            marks.push(actor::line(line, area.left + 4.5, center_y, roles.work, theme.ink).bold().into());
        }
        (spokes, self.pill_group(consortium, key, area, lines.join("\n"), marks).into())
    }

    fn pill_group(&self, consortium: &Consortium, key: String, area: Rect, label: String, marks: Vec<Mark>) -> Group {
        let corpus = self.network.corpus();
        let works: Vec<String> = consortium.works.iter().map(|&work| corpus.work_key(work)).collect();
        let works_text = actor::works_or_weight(corpus, &consortium.works, 0.0, self.style.language);
        let count = actor::institution_count(consortium.members.len(), self.style.language);
        Group {
            id: Some(format!("w-{}", works[0])),
            class: "node model".to_owned(),
            data: vec![("id", works[0].clone()), ("kind", "model".to_owned()), ("models", works.join(" "))],
            title: Some(format!("{works_text}: {count}")),
            role: Role::Node(Box::new(Node {
                key,
                label,
                form: Form::Pill,
                outline: ConvexPolygon::from(area),
                color: self.style.theme.panel,
            })),
            marks,
        }
    }

    fn spoke(&self, consortium: &Consortium, key: &str, id: InstitutionId, steps: Vec<Step>) -> Group {
        let (theme, corpus) = (self.style.theme, self.network.corpus());
        let weight = consortium.works.len() as f64;
        let width = self.graph.stroke_width(weight);
        let institution = corpus.institution(id);
        let name = crate::drawing::names::plain(&institution.names, self.style.language);
        let works_text = actor::works_or_weight(corpus, &consortium.works, 0.0, self.style.language);
        Group {
            id: Some(format!("s-{}--{}", institution.id, corpus.work_key(consortium.works[0]))),
            class: "edge".to_owned(),
            data: vec![
                ("source", institution.id.clone()),
                ("target", corpus.work_key(consortium.works[0])),
                ("weight", actor::weight_text(weight)),
            ],
            title: Some(format!("{name}: {works_text}")),
            role: Role::Edge(Box::new(Edge {
                source: institution.id.clone(),
                targets: vec![key.to_owned()],
                weight,
                color: theme.edge,
                width,
            })),
            marks: vec![Mark::Path(steps, Paint::line(theme.edge, width))],
        }
    }

    /// Evidence label next to the outermost point of each arc where it is free, for the heaviest arcs first. A work of
    /// three institutions is labelled once, at its longest arc.
    fn labels(
        &self,
        pairs: &[(&ArcPair, f64, f64)],
        arcs: &[(Group, Point)],
        obstacles: &mut Obstacles,
    ) -> Vec<Vec<Mark>> {
        let span = |index: usize| (pairs[index].1 - pairs[index].2).abs();
        let mut labels = vec![Vec::new(); pairs.len()];
        let mut order: Vec<usize> = (0..pairs.len()).collect();
        order.sort_by(|&a, &b| pairs[b].0.weight.total_cmp(&pairs[a].0.weight).then(span(a).total_cmp(&span(b))));
        for index in order {
            let left = arcs[index].1.x + self.graph.stroke_width(pairs[index].0.weight) / 2.0 + 3.0;
            let Some((lines, width, height)) = self.evidence_lines(pairs, index, left) else { continue };
            let placement = [0.0, 2.0, -2.0, 4.0, -4.0, 6.0, -6.0, 8.0, -8.0].into_iter().find_map(|shift| {
                let area = Rect::around(Point::new(left + width / 2.0, arcs[index].1.y + shift), width, height);
                self.is_free(area, index, obstacles).then_some(area)
            });
            if let Some(area) = placement {
                obstacles.boxes.push(area);
                labels[index] = self.evidence_marks(lines, area);
            }
        }
        labels
    }

    /// Evidence lines of an arc in the space right of `left`, with their width and height; `None` without works or
    /// below [`MIN_EVIDENCE_WIDTH`].
    fn evidence_lines(
        &self,
        pairs: &[(&ArcPair, f64, f64)],
        index: usize,
        left: f64,
    ) -> Option<(Vec<String>, f64, f64)> {
        let (works, size) = (works_labelled_at(pairs, index), self.style.roles.evidence);
        let max_width = (self.right - left) / 1.1;
        if works.is_empty() || max_width < MIN_EVIDENCE_WIDTH {
            return None;
        }
        let lines = actor::evidence(self.network.corpus(), &works, size, Weight::Regular, max_width, self.style);
        let width = lines.iter().map(|line| reserved_width(line, size, Weight::Regular)).fold(0.0, f64::max);
        let height = lines.len() as f64 * size * LINE_HEIGHT;
        Some((lines, width, height))
    }

    /// Text marks of evidence lines within their box.
    fn evidence_marks(&self, lines: Vec<String>, area: Rect) -> Vec<Mark> {
        let size = self.style.roles.evidence;
        let line = |(line, text): (usize, String)| {
            let base = area.top + (line as f64 + 0.5) * size * LINE_HEIGHT + BASELINE_OFFSET * size;
            Text::new(text, Point::new(area.left, base), size, self.style.theme.ink).into()
        };
        lines.into_iter().enumerate().map(line).collect()
    }

    /// Evidence labels at leader lines, for arcs without a free position next to them; only in sparse diagrams.
    fn leader_labels(
        &self,
        pairs: &[(&ArcPair, f64, f64)],
        arcs: &[(Group, Point)],
        labels: &[Vec<Mark>],
        obstacles: &mut Obstacles,
    ) -> Vec<Mark> {
        let (corpus, theme) = (self.network.corpus(), self.style.theme);
        let mut leader_labels = Vec::new();
        if !self.graph.is_sparse() {
            return leader_labels;
        }
        for index in (0..pairs.len()).filter(|&index| labels[index].is_empty()) {
            let start = arcs[index].1;
            let Some((lines, width, height)) = self.evidence_lines(pairs, index, start.x) else { continue };
            let steps = (2..LEADER_STEPS).flat_map(|step| [0.0, 4.0, -4.0, 8.0, -8.0].map(|shift| (step, shift)));
            let placement = steps.into_iter().find_map(|(step, shift)| {
                let left = start.x + f64::from(step) * LEADER_STEP;
                let area = Rect::around(Point::new(left + width / 2.0, start.y + shift), width, height);
                let end = Point::new(left - LEADER_GAP, area.center().y);
                let clear = !obstacles
                    .boxes
                    .iter()
                    .any(|other| ConvexPolygon::from(other.inflated(1.0)).intersects_segment(start, end));
                (clear && self.is_free(area, index, obstacles)).then_some((area, end))
            });
            let Some((area, end)) = placement else { continue };
            obstacles.boxes.push(area);
            // A label on the leader line would be read as its own.
            obstacles.lines.push((usize::MAX, vec![(start, end)]));
            let steps = vec![Step::Move(start), Step::Line(end)];
            let mut marks = vec![Mark::Path(steps, Paint::line(theme.ink, 0.5))];
            marks.extend(self.evidence_marks(lines, area));
            let keys = [pairs[index].0.a, pairs[index].0.b].map(|id| corpus.institution(id).id.clone());
            leader_labels.push(Group { role: Role::Label(keys.to_vec()), ..Group::new("led", marks) }.into());
        }
        leader_labels
    }

    fn is_free(&self, area: Rect, own: usize, obstacles: &Obstacles) -> bool {
        let padded = ConvexPolygon::from(area.inflated(1.2));
        let last = self.top + self.members.len() as f64 * self.pitch;
        area.right <= self.right
            && area.top >= self.top - 2.0
            && area.bottom <= last + 2.0
            && !obstacles.boxes.iter().any(|other| other.inflated(1.0).overlaps(area))
            && !obstacles
                .lines
                .iter()
                .filter(|(index, _)| *index != own)
                .any(|(_, segments)| segments.iter().any(|&(from, to)| padded.intersects_segment(from, to)))
    }
}

/// Works labelled at an arc: a work of three institutions belongs to the longest of its arcs.
fn works_labelled_at(pairs: &[(&ArcPair, f64, f64)], index: usize) -> Vec<WorkId> {
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

fn pill_width(lines: &[String], style: Style<'_>) -> f64 {
    lines.iter().map(|line| reserved_width(line, style.roles.work, Weight::Bold)).fold(0.0, f64::max) + 9.0
}

fn pill_lines(network: &Network<'_>, works: &[WorkId], max_width: f64, style: Style<'_>) -> Vec<String> {
    let corpus = network.corpus();
    let size = style.roles.work;
    let fit = |text: &str| crate::drawing::wording::ellipsized(text, size, Weight::Bold, max_width / 1.1);
    let shown = if works.len() > MAX_PILL_LINES { MAX_PILL_LINES - 1 } else { works.len() };
    let mut lines: Vec<String> = works[..shown].iter().map(|&work| fit(corpus.work_name(work))).collect();
    if works.len() > shown {
        lines.push(fit(actor::and_more(works.len() - shown, style).trim()));
    }
    lines
}
