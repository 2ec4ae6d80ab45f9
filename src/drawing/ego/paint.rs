//! Marks of a labelled ego layout.

use crate::answer::mark::{
    EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment, TextAnchor, TextLine,
};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::actor::{self, Fill, Style};
use crate::drawing::ego::ego_network::EgoNetwork;
use crate::drawing::ego::labels::{LINE_HEIGHT, LabelledLayout, PADDING, Size};
use crate::drawing::ego::rings::Rings;
use crate::drawing::encoding::{self, Radius, Stroke};
use crate::drawing::kind::TieMeasure;
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::{names, wording};
use crate::geometry::{ConvexPolygon, Point, Rect};
use crate::message;
use crate::messages::{Localizer, Message};
use crate::network::graph::Network;
use crate::typography::{BASELINE_OFFSET, Weight, reserved_width};

/// Radii of the ego, its partners and their partners.
const RADII: [Radius; 3] = [
    Radius { root: 4.1, base: 2.2, max: 15.0 },
    Radius { root: 4.1, base: 2.2, max: 11.0 },
    Radius { root: 3.4, base: 2.2, max: 8.5 },
];
/// Stroke widths of the ego's ties.
const DIRECT_STROKE: Stroke = Stroke { slope: 1.3, base: 0.0, min: 0.4, max: encoding::TIE_WIDTH_MAX };
/// Stroke width of all other ties, in points.
const OTHER_WIDTH: f64 = 0.9;
/// Largest number of text lines in a pill.
const MAX_PILL_LINES: usize = 4;

/// Text lines of a member's name.
pub(super) struct NodeLabel {
    pub(super) first: String,
    pub(super) second: Option<String>,
    pub(super) more: Option<String>,
}

impl NodeLabel {
    pub(super) fn size(&self, style: Style<'_>) -> Size {
        let roles = style.roles;
        let mut width = reserved_width(&self.first, roles.name, Weight::Bold);
        let mut height = roles.name * 1.02;
        for line in self.second.iter().chain(&self.more) {
            width = width.max(reserved_width(line, roles.second, Weight::Regular));
            height += roles.second * 1.1;
        }
        (width, height)
    }
}

fn radius(network: &Network<'_>, ego: &EgoNetwork, member: usize) -> f64 {
    let work_count = network.institution(ego.nodes[member]).map_or(0, |id| network.corpus().works_of(id).len());
    RADII[usize::from(ego.ring[member])].of(work_count)
}

/// Radius of the ring around the ego's mark: outside of the casing, corners included.
fn focus_ring(form: NodeShape, r: f64) -> f64 {
    let corner = if form == NodeShape::Square { 1.15 * r } else { encoding::half_width(form, r) };
    corner + 2.6
}

/// Half sizes of the marks: members (the ego with its ring), then pills.
pub(super) fn halves(network: &Network<'_>, ego: &EgoNetwork, style: Style<'_>) -> Vec<Size> {
    let mut halves: Vec<Size> = (0..ego.nodes.len())
        .map(|member| {
            let sector =
                network.institution(ego.nodes[member]).and_then(|id| network.corpus().institution(id).sector());
            let (form, r) = (encoding::form(sector), radius(network, ego, member));
            if member == 0 {
                let ring = focus_ring(form, r) + 0.7;
                return (ring, ring);
            }
            (encoding::half_width(form, r), encoding::half_height(form, r))
        })
        .collect();
    for pill in &ego.pills {
        let lines = pill_lines(network, &pill.works, style);
        let width = lines.iter().map(|line| reserved_width(line, style.roles.work, Weight::Bold)).fold(0.0, f64::max);
        halves.push((width / 2.0 + 4.5, lines.len() as f64 * style.roles.work * LINE_HEIGHT / 2.0 + 2.3));
    }
    halves
}

fn pill_lines(network: &Network<'_>, works: &[WorkId], style: Style<'_>) -> Vec<String> {
    let corpus = network.corpus();
    let fit = |text: &str| wording::ellipsized(text, style.roles.work, Weight::Bold, 76.0);
    let shown = if works.len() > MAX_PILL_LINES { MAX_PILL_LINES - 1 } else { works.len() };
    let mut lines: Vec<String> = works[..shown].iter().map(|&work| fit(corpus.work_name(work))).collect();
    if works.len() > shown {
        lines.push(actor::and_more(works.len() - shown, style).trim().to_owned());
    }
    lines
}

/// Inputs of the drawing.
pub(super) struct EgoPainter<'v, 'c> {
    pub(super) network: &'v Network<'c>,
    pub(super) ego: &'v EgoNetwork,
    pub(super) node_labels: &'v [NodeLabel],
    pub(super) style: Style<'v>,
    pub(super) width: f64,
}

impl EgoPainter<'_, '_> {
    fn id(&self, member: usize) -> Option<InstitutionId> {
        self.network.institution(self.ego.nodes[member])
    }

    /// Smallest and largest y of names, marks, evidence and rings.
    pub(super) fn extent(&self, layout: &LabelledLayout, rings: Rings) -> (f64, f64) {
        let halves = halves(self.network, self.ego, self.style);
        let marks = layout.positions.iter().zip(&halves).map(|(at, half)| (at.y - half.1 - 1.4, at.y + half.1 + 1.4));
        let names = layout.names.iter().map(|area| (area.top, area.bottom));
        let evidence = layout.evidence.iter().flatten().map(|(area, _)| (area.top, area.bottom));
        let occupied_rings = self.occupied_rings(rings).into_iter().map(|(_, ry)| (-ry - 0.5, ry + 0.5));
        marks
            .chain(names)
            .chain(evidence)
            .chain(occupied_rings)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(high, low), (top, bottom)| (high.min(top), low.max(bottom)))
    }

    /// All marks in paint order; `cy` is the y of the rings' centre.
    pub(super) fn marks(&self, layout: &LabelledLayout, rings: Rings, cy: f64) -> Vec<Mark> {
        let mut marks = self.rings(Point::new(self.width / 2.0, cy), rings);
        let mut texts = Vec::new();
        for (index, team) in self.ego.triangles.iter().enumerate() {
            marks.push(self.triangle(&team.members, &team.works, layout).into());
            if let Some((area, lines)) = &layout.evidence[self.ego.ties.len() + index] {
                let keys = team.members.iter().filter_map(|&one| self.key(one)).collect();
                let text = self.evidence(*area, lines);
                texts.push(MarkGroup { role: MarkRole::Label(keys), ..MarkGroup::new("evidence", text) }.into());
            }
        }
        let mut lines = Vec::new();
        for (index, line) in self.ego.ties.iter().enumerate() {
            let own = line.a == 0;
            let (color, width) = if own {
                (self.style.theme.ink, self.stroke().of(line.weight))
            } else {
                (self.style.theme.edge, OTHER_WIDTH)
            };
            let steps = vec![PathSegment::Move(layout.positions[line.a]), PathSegment::Line(layout.positions[line.b])];
            let mut own_marks = vec![Mark::Path(steps, Paint::line(color, width))];
            if let Some((area, lines)) = &layout.evidence[index] {
                own_marks.extend(self.evidence(*area, lines));
            }
            lines.push(actor::tie(self.network, line.tie, color, width, own_marks, self.style).into());
        }
        // One group, so that attributes shared by the lines are written once.
        marks.push(MarkGroup::new("", lines).into());
        // Evidence is painted above the lines of its triangle.
        marks.extend(texts);
        for index in 0..self.ego.pills.len() {
            marks.extend(self.spokes(index, layout));
        }
        for index in 0..self.ego.pills.len() {
            marks.push(self.pill(index, layout).into());
        }
        marks.extend((0..self.ego.nodes.len()).filter_map(|one| self.member(one, layout)));
        marks
    }

    fn key(&self, member: usize) -> Option<String> {
        Some(self.network.corpus().institution(self.id(member)?).id.clone())
    }

    /// Half axes of the rings that have a member.
    fn occupied_rings(&self, rings: Rings) -> Vec<(f64, f64)> {
        let both = [(1, rings.first), (2, rings.second)];
        both.into_iter().filter(|(ring, _)| self.ego.ring.contains(ring)).map(|(_, axes)| axes).collect()
    }

    fn rings(&self, center: Point, rings: Rings) -> Vec<Mark> {
        let paint = Paint::line(self.style.theme.faint, 0.7);
        self.occupied_rings(rings).into_iter().map(|(rx, ry)| Mark::Path(ellipse(center, rx, ry), paint)).collect()
    }

    fn triangle(&self, members: &[usize], works: &[WorkId], layout: &LabelledLayout) -> MarkGroup {
        let corner = |index: usize| layout.positions[members[index]];
        let steps = vec![
            PathSegment::Move(corner(0)),
            PathSegment::Line(corner(1)),
            PathSegment::Line(corner(2)),
            PathSegment::Close,
        ];
        let keys: Vec<String> = members.iter().filter_map(|&one| self.key(one)).collect();
        let works_text = actor::works_or_weight(self.network.corpus(), works, 0.0, self.style.language);
        MarkGroup {
            title: Some(works_text),
            role: MarkRole::Hyperedge(keys),
            ..MarkGroup::new("team", vec![Mark::Path(steps, Paint::fill(self.style.theme.edge).filled_at(0.13))])
        }
    }

    fn evidence(&self, area: Rect, lines: &[String]) -> Vec<Mark> {
        let (theme, size) = (self.style.theme, self.style.roles.evidence);
        let mut marks = vec![Mark::Rect(area, 2.0, Paint::fill(theme.page))];
        for (index, line) in lines.iter().enumerate() {
            let y = area.top + PADDING / 2.0 + (index as f64 + 0.5) * size * LINE_HEIGHT + BASELINE_OFFSET * size;
            marks.push(
                TextLine::new(line, Point::new(area.center().x, y), size, theme.ink)
                    .anchored(TextAnchor::Middle)
                    .into(),
            );
        }
        marks
    }

    fn pill_key(&self, index: usize) -> String {
        format!("model:{}", self.network.corpus().work_key(self.ego.pills[index].works[0]))
    }

    fn spokes(&self, index: usize, layout: &LabelledLayout) -> Vec<Mark> {
        let (theme, corpus, pill) = (self.style.theme, self.network.corpus(), &self.ego.pills[index]);
        let at = layout.positions[self.ego.nodes.len() + index];
        let weight = pill.works.len() as f64;
        let works_text = actor::works_or_weight(corpus, &pill.works, 0.0, self.style.language);
        let spoke = |&one: &usize| {
            let own = one == 0;
            let (color, width) = if own { (theme.ink, self.stroke().of(weight)) } else { (theme.edge, 1.2) };
            let institution = corpus.institution(self.id(one)?);
            let steps = vec![PathSegment::Move(layout.positions[one]), PathSegment::Line(at)];
            let name = names::plain(&institution.names, self.style.language);
            Some(Mark::from(MarkGroup {
                id: Some(format!("s-{}--{}", institution.id, corpus.work_key(pill.works[0]))),
                class: "edge".to_owned(),
                data: vec![
                    ("source", institution.id.clone()),
                    ("target", corpus.work_key(pill.works[0])),
                    ("weight", actor::weight_text(weight)),
                ],
                title: Some(format!("{name}: {works_text}")),
                role: MarkRole::Edge(Box::new(EdgeMark {
                    source: institution.id.clone(),
                    targets: vec![self.pill_key(index)],
                    weight,
                    color,
                    width,
                })),
                marks: vec![Mark::Path(steps, Paint::line(color, width))],
            }))
        };
        pill.members.iter().filter_map(spoke).collect()
    }

    fn pill(&self, index: usize, layout: &LabelledLayout) -> MarkGroup {
        let (theme, roles, pill) = (self.style.theme, self.style.roles, &self.ego.pills[index]);
        let corpus = self.network.corpus();
        let at = layout.positions[self.ego.nodes.len() + index];
        let half = halves(self.network, self.ego, self.style)[self.ego.nodes.len() + index];
        let area = Rect::around(at, 2.0 * half.0, 2.0 * half.1);
        let lines = pill_lines(self.network, &pill.works, self.style);
        let mut marks = vec![Mark::Rect(area, half.1.min(6.0), Paint::fill(theme.panel).outlined(theme.edge, 0.8))];
        for (line, text) in lines.iter().enumerate() {
            let center_y = area.top + 2.3 + (line as f64 + 0.5) * roles.work * LINE_HEIGHT;
            marks.push(
                actor::line(text, at.x, center_y, roles.work, theme.ink).bold().anchored(TextAnchor::Middle).into(),
            );
        }
        let works: Vec<String> = pill.works.iter().map(|&work| corpus.work_key(work)).collect();
        let works_text = actor::works_or_weight(corpus, &pill.works, 0.0, self.style.language);
        let team = corpus.institutions_of(pill.works[0]).len();
        MarkGroup {
            id: Some(format!("w-{}", works[0])),
            class: "node model".to_owned(),
            data: vec![("id", works[0].clone()), ("kind", "model".to_owned()), ("models", works.join(" "))],
            title: Some(format!("{works_text}: {}", actor::institution_count(team, self.style.language))),
            role: MarkRole::Node(Box::new(NodeMark {
                key: self.pill_key(index),
                label: lines.join("\n"),
                shape: NodeShape::Pill,
                outline: ConvexPolygon::from(area),
                color: theme.panel,
            })),
            marks,
        }
    }

    fn member(&self, member: usize, layout: &LabelledLayout) -> Option<Mark> {
        let (theme, corpus) = (self.style.theme, self.network.corpus());
        let id = self.id(member)?;
        let institution = corpus.institution(id);
        let (at, r) = (layout.positions[member], radius(self.network, self.ego, member));
        let home = corpus.institution(self.id(0)?);
        let mut marks = Vec::new();
        if member == 0 {
            let form = encoding::form(institution.sector());
            let ring = encoding::half_width(form, r).max(encoding::half_height(form, r)) + 2.6;
            marks.push(Mark::Circle(
                at,
                ring,
                Paint { cap: Default::default(), ..Paint::fill(theme.page).outlined(theme.focus, 1.4) },
            ));
        }
        let work_count = corpus.works_of(id).len();
        marks.extend(actor::institution_mark(
            institution,
            work_count,
            at,
            r,
            actor::fill(institution, home),
            self.style,
        ));
        marks.push(Mark::Haloed(self.name(member, layout.names[member], at), theme.page));
        Some(actor::node(corpus, id, actor::mark_outline(institution, at, r), marks, self.style).into())
    }

    /// Text lines of a name in its box, aligned towards the mark at its side and centred above or below it.
    fn name(&self, member: usize, area: Rect, at: Point) -> Vec<TextLine> {
        let (theme, roles, label) = (self.style.theme, self.style.roles, &self.node_labels[member]);
        let (x, anchor) = if area.left >= at.x {
            (area.left, TextAnchor::Start)
        } else if area.right <= at.x {
            (area.right, TextAnchor::End)
        } else {
            (area.center().x, TextAnchor::Middle)
        };
        let mut base = area.top + 0.82 * roles.name;
        let mut texts =
            vec![TextLine::new(&label.first, Point::new(x, base), roles.name, theme.ink).bold().anchored(anchor)];
        for line in label.second.iter().chain(&label.more) {
            base += roles.second * 1.1;
            texts.push(TextLine::new(line, Point::new(x, base), roles.second, theme.muted).anchored(anchor));
        }
        texts
    }

    /// Weights of the lines that end at the ego, ascending, each once.
    fn direct_weights(&self) -> Vec<f64> {
        let lines = self.ego.ties.iter().filter(|line| line.a == 0).map(|line| line.weight);
        let spokes = self.ego.pills.iter().filter(|pill| pill.members.contains(&0)).map(|pill| pill.works.len() as f64);
        let mut weights: Vec<f64> = lines.chain(spokes).collect();
        weights.sort_by(f64::total_cmp);
        weights.dedup();
        weights
    }

    /// What the weights of the lines that end at the ego measure.
    fn direct_measure(&self) -> TieMeasure {
        let lines = self.ego.ties.iter().filter(|line| line.a == 0).map(|line| line.tie);
        actor::measure(self.network, lines, self.style.kind)
    }

    /// Stroke widths of the lines that end at the ego.
    fn stroke(&self) -> Stroke {
        let largest = self.direct_weights().last().copied().unwrap_or(0.0);
        DIRECT_STROKE.for_largest(largest)
    }

    /// Widths of the ego's own lines: of the smallest weight, and of the largest.
    fn direct_entries(&self) -> Vec<LegendEntry> {
        let (theme, language) = (self.style.theme, self.style.language);
        let (weights, stroke, measure) = (self.direct_weights(), self.stroke(), self.direct_measure());
        let (Some(&low), Some(&high)) = (weights.first(), weights.last()) else { return Vec::new() };
        let direct = message!("figures-ego-legend-direct", value = measure.value(low));
        let direct = Localizer::in_each(language, &direct);
        let mut entries = vec![LegendEntry::new(Symbol::Line(theme.ink, stroke.of(low)), direct)];
        if high > low {
            let text = measure.legend_next(high, language);
            entries.push(LegendEntry::new(Symbol::Line(theme.ink, stroke.of(high)), text));
        }
        entries.extend(legend::equal_widths(stroke, &weights, measure, language));
        entries
    }

    /// On marks of equal size that stand for different numbers of works.
    fn equal_sizes(&self) -> Option<Message> {
        let works = |member: usize| self.id(member).map_or(0, |id| self.network.corpus().works_of(id).len());
        let exceeds = |member: usize| works(member) > RADII[usize::from(self.ego.ring[member])].limit();
        let any = (0..self.ego.nodes.len()).any(exceeds) && self.style.kind.has_works();
        let [center, first, second] = RADII.map(Radius::limit);
        any.then(|| {
            message!(
                "figures-legend-equal-sizes-rings",
                center = center,
                first = first,
                second = second,
                kind = self.style.kind
            )
        })
    }

    pub(super) fn legend(&self) -> Vec<LegendEntry> {
        let (theme, language, corpus) = (self.style.theme, self.style.language, self.network.corpus());
        let shown: Vec<InstitutionId> = (0..self.ego.nodes.len()).filter_map(|one| self.id(one)).collect();
        let mut entries =
            legend::sector_entries(shown.iter().map(|&id| corpus.institution(id).sector()), theme, language);
        let Some(&center) = shown.first() else { return entries };
        let text = |message: Message| Localizer::in_each(language, &message);
        let home = corpus.institution(center);
        entries.push(LegendEntry::new(Symbol::Ring(theme.focus), text(message!("figures-ego-legend-center"))));
        let mut open =
            shown.iter().map(|&id| corpus.institution(id)).filter(|one| actor::fill(one, home) == Fill::Open);
        if open.clone().next().is_some() {
            let abroad = match open.any(|one| one.countries.is_empty()) {
                true => message!("map-legend-abroad-unknown"),
                false => message!("figures-legend-abroad"),
            };
            entries.push(LegendEntry::new(Symbol::Outlined(NodeShape::Circle, theme.muted), text(abroad)));
        }
        if self.ego.ties.iter().any(|line| line.a == 0) || !self.ego.pills.is_empty() {
            entries.extend(self.direct_entries());
        }
        if self.ego.ties.iter().any(|line| line.a != 0) {
            entries.push(LegendEntry::new(
                Symbol::Line(theme.edge, OTHER_WIDTH),
                text(message!("figures-ego-legend-other")),
            ));
        }
        entries.extend(self.equal_sizes().iter().flat_map(|sizes| legend::notes(sizes, language)));
        if !self.ego.triangles.is_empty() {
            entries.push(LegendEntry::new(Symbol::Triangle, text(message!("figures-ego-legend-triangle"))));
        }
        if !self.ego.pills.is_empty() {
            let pill = message!("figures-ego-legend-pill", kind = self.style.kind);
            entries.push(LegendEntry::new(Symbol::Pill, text(pill)));
        }
        entries
    }
}

fn ellipse(center: Point, rx: f64, ry: f64) -> Vec<PathSegment> {
    const KAPPA: f64 = 0.552_284_749_8;
    let at = |x: f64, y: f64| Point::new(center.x + x * rx, center.y + y * ry);
    vec![
        PathSegment::Move(at(1.0, 0.0)),
        PathSegment::Cubic(at(1.0, KAPPA), at(KAPPA, 1.0), at(0.0, 1.0)),
        PathSegment::Cubic(at(-KAPPA, 1.0), at(-1.0, KAPPA), at(-1.0, 0.0)),
        PathSegment::Cubic(at(-1.0, -KAPPA), at(-KAPPA, -1.0), at(0.0, -1.0)),
        PathSegment::Cubic(at(KAPPA, -1.0), at(1.0, -KAPPA), at(1.0, 0.0)),
        PathSegment::Close,
    ]
}
