//! Draws a labelled ego layout.

use crate::answer::mark::{
    EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment, TextAnchor, TextLine,
};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::ego::labels::{LINE, PAD, Placed, Size};
use crate::drawing::ego::rings::Rings;
use crate::drawing::ego::scope::Scope;
use crate::drawing::encoding::{self, Radius};
use crate::drawing::legend::{self, Entry, Symbol};
use crate::drawing::member::{self, Fill, Look};
use crate::drawing::names;
use crate::drawing::wording;
use crate::geometry::{Outline, Point, Rect};
use crate::network::graph::Network;
use crate::typography::{MIDDLE, Weight, reserved_width};

/// Radii: the institution, its partners, their partners.
const RADII: [Radius; 3] = [
    Radius { root: 4.1, base: 2.2, most: 15.0 },
    Radius { root: 4.1, base: 2.2, most: 11.0 },
    Radius { root: 3.4, base: 2.2, most: 8.5 },
];
/// Width of a tie of the institution itself for each joint model, and of all others.
const OWN: f64 = 1.3;
const OTHER: f64 = 0.9;
/// Names of models in a pill.
const PILL_LINES: usize = 4;

/// The name of a member in lines.
pub(super) struct Tag {
    pub(super) first: String,
    pub(super) second: Option<String>,
    pub(super) more: Option<String>,
}

impl Tag {
    pub(super) fn size(&self, look: Look<'_>) -> Size {
        let roles = look.roles;
        let mut width = reserved_width(&self.first, roles.name, Weight::Bold);
        let mut height = roles.name * 1.02;
        for line in self.second.iter().chain(&self.more) {
            width = width.max(reserved_width(line, roles.second, Weight::Regular));
            height += roles.second * 1.1;
        }
        (width, height)
    }
}

fn radius(network: &Network<'_>, scope: &Scope, member: usize) -> f64 {
    let models = network.institution(scope.nodes[member]).map_or(0, |id| network.corpus().works_of(id).len());
    RADII[usize::from(scope.ring[member])].of(models)
}

/// Radius of the ring around the one in the middle: outside of its mark's casing, corners included.
fn focus_ring(form: NodeShape, r: f64) -> f64 {
    let corner = if form == NodeShape::Square { 1.15 * r } else { encoding::half_width(form, r) };
    corner + 2.6
}

/// Half the sizes of the marks: members (the one in the middle with its ring), then pills.
pub(super) fn halves(network: &Network<'_>, scope: &Scope, look: Look<'_>) -> Vec<Size> {
    let mut halves: Vec<Size> = (0..scope.nodes.len())
        .map(|member| {
            let sector =
                network.institution(scope.nodes[member]).and_then(|id| network.corpus().institution(id).sector());
            let (form, r) = (encoding::form(sector), radius(network, scope, member));
            if member == 0 {
                let ring = focus_ring(form, r) + 0.7;
                return (ring, ring);
            }
            (encoding::half_width(form, r), encoding::half_height(form, r))
        })
        .collect();
    for pill in &scope.pills {
        let lines = pill_lines(network, &pill.works, look);
        let width = lines.iter().map(|line| reserved_width(line, look.roles.model, Weight::Bold)).fold(0.0, f64::max);
        halves.push((width / 2.0 + 4.5, lines.len() as f64 * look.roles.model * LINE / 2.0 + 2.3));
    }
    halves
}

fn pill_lines(network: &Network<'_>, works: &[WorkId], look: Look<'_>) -> Vec<String> {
    let corpus = network.corpus();
    let fit = |text: &str| wording::fitted(text, look.roles.model, Weight::Bold, 76.0);
    let shown = if works.len() > PILL_LINES { PILL_LINES - 1 } else { works.len() };
    let mut lines: Vec<String> = works[..shown].iter().map(|&work| fit(corpus.work_name(work))).collect();
    if works.len() > shown {
        lines.push(member::more(works.len() - shown, look).trim().to_owned());
    }
    lines
}

/// A labelled layout to be drawn.
pub(super) struct View<'v, 'c> {
    pub(super) network: &'v Network<'c>,
    pub(super) scope: &'v Scope,
    pub(super) tags: &'v [Tag],
    pub(super) look: Look<'v>,
    pub(super) width: f64,
}

impl View<'_, '_> {
    fn id(&self, member: usize) -> Option<InstitutionId> {
        self.network.institution(self.scope.nodes[member])
    }

    /// Highest and lowest y of names, marks and rings.
    pub(super) fn extent(&self, placed: &Placed, rings: Rings) -> (f64, f64) {
        let halves = halves(self.network, self.scope, self.look);
        let marks = placed.places.iter().zip(&halves).map(|(at, half)| (at.y - half.1 - 1.4, at.y + half.1 + 1.4));
        let names = placed.names.iter().map(|area| (area.top, area.bottom));
        let evidence = placed.evidence.iter().flatten().map(|(area, _)| (area.top, area.bottom));
        let drawn = self.drawn(rings).into_iter().map(|(_, ry)| (-ry - 0.5, ry + 0.5));
        marks
            .chain(names)
            .chain(evidence)
            .chain(drawn)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(high, low), (top, bottom)| (high.min(top), low.max(bottom)))
    }

    /// Everything, moved from around the origin to the middle of the page.
    pub(super) fn marks(&self, placed: &Placed, rings: Rings, cy: f64) -> Vec<Mark> {
        let mut marks = self.rings(Point::new(self.width / 2.0, cy), rings);
        let mut texts = Vec::new();
        for (index, team) in self.scope.triangles.iter().enumerate() {
            marks.push(self.triangle(&team.members, &team.works, placed).into());
            if let Some((area, lines)) = &placed.evidence[self.scope.lines.len() + index] {
                let keys = team.members.iter().filter_map(|&one| self.key(one)).collect();
                let text = self.evidence(*area, lines);
                texts.push(MarkGroup { role: MarkRole::Label(keys), ..MarkGroup::new("evidence", text) }.into());
            }
        }
        let mut lines = Vec::new();
        for (index, line) in self.scope.lines.iter().enumerate() {
            let own = line.a == 0;
            let (color, width) = if own {
                (self.look.theme.ink, (OWN * line.weight).clamp(OWN.min(1.0), encoding::TIE_WIDTH_MAX))
            } else {
                (self.look.theme.edge, OTHER)
            };
            let steps = vec![PathSegment::Move(placed.places[line.a]), PathSegment::Line(placed.places[line.b])];
            let mut own_marks = vec![Mark::Path(steps, Paint::line(color, width))];
            if let Some((area, lines)) = &placed.evidence[index] {
                own_marks.extend(self.evidence(*area, lines));
            }
            lines.push(member::tie(self.network, line.tie, color, width, own_marks, self.look).into());
        }
        // What all lines have in common is written once.
        marks.push(MarkGroup::new("", lines).into());
        // Evidence lies above the lines of its triangle.
        marks.extend(texts);
        for index in 0..self.scope.pills.len() {
            marks.extend(self.spokes(index, placed));
        }
        for index in 0..self.scope.pills.len() {
            marks.push(self.pill(index, placed).into());
        }
        marks.extend((0..self.scope.nodes.len()).filter_map(|one| self.member(one, placed)));
        marks
    }

    fn key(&self, member: usize) -> Option<String> {
        Some(self.network.corpus().institution(self.id(member)?).id.clone())
    }

    /// The rings with a member.
    fn drawn(&self, rings: Rings) -> Vec<(f64, f64)> {
        let both = [(1, rings.first), (2, rings.second)];
        both.into_iter().filter(|(ring, _)| self.scope.ring.contains(ring)).map(|(_, axes)| axes).collect()
    }

    fn rings(&self, center: Point, rings: Rings) -> Vec<Mark> {
        let paint = Paint::line(self.look.theme.faint, 0.7);
        self.drawn(rings).into_iter().map(|(rx, ry)| Mark::Path(ellipse(center, rx, ry), paint)).collect()
    }

    fn triangle(&self, members: &[usize], works: &[WorkId], placed: &Placed) -> MarkGroup {
        let corner = |index: usize| placed.places[members[index]];
        let steps = vec![
            PathSegment::Move(corner(0)),
            PathSegment::Line(corner(1)),
            PathSegment::Line(corner(2)),
            PathSegment::Close,
        ];
        let keys: Vec<String> = members.iter().filter_map(|&one| self.key(one)).collect();
        let told = member::told(self.network.corpus(), works, 0.0, self.look.language);
        MarkGroup {
            title: Some(told),
            role: MarkRole::Hyperedge(keys),
            ..MarkGroup::new("team", vec![Mark::Path(steps, Paint::fill(self.look.theme.edge).filled_at(0.13))])
        }
    }

    fn evidence(&self, area: Rect, lines: &[String]) -> Vec<Mark> {
        let (theme, size) = (self.look.theme, self.look.roles.evidence);
        let mut marks = vec![Mark::Rect(area, 2.0, Paint::fill(theme.page))];
        for (index, line) in lines.iter().enumerate() {
            let y = area.top + PAD / 2.0 + (index as f64 + 0.5) * size * LINE + MIDDLE * size;
            marks.push(
                TextLine::new(line, Point::new(area.center().x, y), size, theme.ink)
                    .anchored(TextAnchor::Middle)
                    .into(),
            );
        }
        marks
    }

    fn pill_key(&self, index: usize) -> String {
        format!("model:{}", self.network.corpus().work_key(self.scope.pills[index].works[0]))
    }

    fn spokes(&self, index: usize, placed: &Placed) -> Vec<Mark> {
        let (theme, corpus, pill) = (self.look.theme, self.network.corpus(), &self.scope.pills[index]);
        let at = placed.places[self.scope.nodes.len() + index];
        let weight = pill.works.len() as f64;
        let told = member::told(corpus, &pill.works, 0.0, self.look.language);
        let spoke = |&one: &usize| {
            let own = one == 0;
            let (color, width) =
                if own { (theme.ink, (OWN * weight).min(encoding::TIE_WIDTH_MAX)) } else { (theme.edge, 1.2) };
            let institution = corpus.institution(self.id(one)?);
            let steps = vec![PathSegment::Move(placed.places[one]), PathSegment::Line(at)];
            let name = names::plain(&institution.names, self.look.language);
            Some(Mark::from(MarkGroup {
                id: Some(format!("s-{}--{}", institution.id, corpus.work_key(pill.works[0]))),
                class: "edge".to_owned(),
                data: vec![
                    ("source", institution.id.clone()),
                    ("target", corpus.work_key(pill.works[0])),
                    ("weight", member::weight_text(weight)),
                ],
                title: Some(format!("{name}: {told}")),
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

    fn pill(&self, index: usize, placed: &Placed) -> MarkGroup {
        let (theme, roles, pill) = (self.look.theme, self.look.roles, &self.scope.pills[index]);
        let corpus = self.network.corpus();
        let at = placed.places[self.scope.nodes.len() + index];
        let half = halves(self.network, self.scope, self.look)[self.scope.nodes.len() + index];
        let area = Rect::around(at, 2.0 * half.0, 2.0 * half.1);
        let lines = pill_lines(self.network, &pill.works, self.look);
        let mut marks = vec![Mark::Rect(area, half.1.min(6.0), Paint::fill(theme.panel).outlined(theme.edge, 0.8))];
        for (line, text) in lines.iter().enumerate() {
            let middle = area.top + 2.3 + (line as f64 + 0.5) * roles.model * LINE;
            marks.push(
                member::line(text, at.x, middle, roles.model, theme.ink).bold().anchored(TextAnchor::Middle).into(),
            );
        }
        let works: Vec<String> = pill.works.iter().map(|&work| corpus.work_key(work)).collect();
        let told = member::told(corpus, &pill.works, 0.0, self.look.language);
        let team = corpus.institutions_of(pill.works[0]).len();
        MarkGroup {
            id: Some(format!("w-{}", works[0])),
            class: "node model".to_owned(),
            data: vec![("id", works[0].clone()), ("kind", "model".to_owned()), ("models", works.join(" "))],
            title: Some(format!("{told}: {}", member::institutions_told(team, self.look.language))),
            role: MarkRole::Node(Box::new(NodeMark {
                key: self.pill_key(index),
                label: lines.join("\n"),
                shape: NodeShape::Pill,
                outline: Outline::from(area),
                color: theme.panel,
            })),
            marks,
        }
    }

    fn member(&self, member: usize, placed: &Placed) -> Option<Mark> {
        let (theme, corpus) = (self.look.theme, self.network.corpus());
        let id = self.id(member)?;
        let institution = corpus.institution(id);
        let (at, r) = (placed.places[member], radius(self.network, self.scope, member));
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
        let models = corpus.works_of(id).len();
        marks.extend(member::badge(institution, models, at, r, member::fill(institution, home), self.look));
        marks.push(Mark::Haloed(self.name(member, placed.names[member], at), theme.page));
        Some(member::node(corpus, id, member::mark_outline(institution, at, r), marks, self.look).into())
    }

    /// The lines of a name in its box: towards the mark when beside it, centred when above or below.
    fn name(&self, member: usize, area: Rect, at: Point) -> Vec<TextLine> {
        let (theme, roles, tag) = (self.look.theme, self.look.roles, &self.tags[member]);
        let (x, anchor) = if area.left >= at.x {
            (area.left, TextAnchor::Start)
        } else if area.right <= at.x {
            (area.right, TextAnchor::End)
        } else {
            (area.center().x, TextAnchor::Middle)
        };
        let mut base = area.top + 0.82 * roles.name;
        let mut texts =
            vec![TextLine::new(&tag.first, Point::new(x, base), roles.name, theme.ink).bold().anchored(anchor)];
        for line in tag.second.iter().chain(&tag.more) {
            base += roles.second * 1.1;
            texts.push(TextLine::new(line, Point::new(x, base), roles.second, theme.muted).anchored(anchor));
        }
        texts
    }

    pub(super) fn legend(&self) -> Vec<Entry> {
        let (theme, language, corpus) = (self.look.theme, self.look.language, self.network.corpus());
        let shown: Vec<InstitutionId> = (0..self.scope.nodes.len()).filter_map(|one| self.id(one)).collect();
        let mut entries = legend::sectors(shown.iter().map(|&id| corpus.institution(id).sector()), theme, language);
        let Some(&center) = shown.first() else { return entries };
        let home = corpus.institution(center);
        entries.push(Entry::new(Symbol::Ring(theme.focus), wording::both(language, "Centre", "중심 기관")));
        if shown.iter().any(|&id| member::fill(corpus.institution(id), home) == Fill::Open) {
            let text = wording::both(language, "Abroad", "해외");
            entries.push(Entry::new(Symbol::Outlined(NodeShape::Circle, theme.muted), text));
        }
        if self.scope.lines.iter().any(|line| line.a == 0) || !self.scope.pills.is_empty() {
            entries.push(Entry::new(Symbol::Line(theme.ink, OWN), wording::both(language, "Direct", "직접 협력")));
        }
        if self.scope.lines.iter().any(|line| line.a != 0) {
            entries.push(Entry::new(Symbol::Line(theme.edge, OTHER), wording::both(language, "Other", "그 밖의 협력")));
        }
        if !self.scope.triangles.is_empty() {
            entries.push(Entry::new(Symbol::Triangle, wording::both(language, "Three together", "셋이 함께")));
        }
        if !self.scope.pills.is_empty() {
            entries.push(Entry::new(
                Symbol::Pill,
                wording::both(
                    language,
                    &format!("{} of 4+", self.look.kind.heading_one()),
                    &format!("4곳 이상의 {}", self.look.kind.korean()),
                ),
            ));
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
