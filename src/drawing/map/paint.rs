//! Marks of a detailed map, in drawing order: triangles, lines, evidence, pills, institutions, names.

use crate::answer::mark::{
    Color, EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment, TextAnchor, TextLine,
};
use crate::corpus::institution::Institution;
use crate::corpus::table::Corpus;
use crate::corpus::work::WorkId;
use crate::drawing::encoding::{CASING, NUMBER_FROM, form, outline, shape};
use crate::drawing::frame::Options;
use crate::drawing::map::detailed_content::{MapComponent, MarkContent, NoteSubject};
use crate::drawing::map::plan::{MapPlan, PlanTeam, PlanTie};
use crate::drawing::map::scene::{NoteBackground, NotePlacement};
use crate::drawing::map::{evidence, listed, mark_encoding, mark_key, unshown};
use crate::drawing::theme::{Theme, TypeScale};
use crate::geometry::{ConvexPolygon, Point, Rect};
use crate::message;
use crate::messages::Localizer;

/// Opacity of a triangle.
const TRIANGLE_TINT: f64 = 0.13;
/// Position of the control points of curved lines, as a share of the way from their ends to the center.
const BEND: f64 = 0.45;
/// Gap between a mark and the ring for partners without a line, in points.
pub(crate) const RING_GAP: f64 = 1.6;
/// Stroke width of an institution abroad, in points.
const ABROAD_OUTLINE: f64 = 1.5;

pub(crate) struct Painter<'p> {
    corpus: &'p Corpus,
    plan: &'p MapPlan,
    content: &'p MarkContent,
    options: &'p Options,
    theme: &'static Theme,
    roles: TypeScale,
    /// Center of each mark of the plan.
    pub(crate) points: Vec<Point>,
    /// Center towards which lines are curved; `None`: straight lines.
    bend: Option<Point>,
}

/// All marks of the map, in groups by layer; empty layers are omitted.
pub(crate) fn marks(
    corpus: &Corpus,
    plan: &MapPlan,
    content: &MarkContent,
    components: &[MapComponent],
    options: &Options,
) -> Vec<Mark> {
    let painter = Painter::new(corpus, plan, content, components, options);
    let triangles = plan.triangles.iter().map(|team| painter.triangle(team)).collect();
    let ties = plan.ties.iter().map(|tie| painter.tie(tie));
    let spokes = plan.pills.iter().enumerate().flat_map(|(number, team)| painter.spokes(number, team));
    let lines = ties.chain(spokes).collect();
    let notes = components.iter().flat_map(|component| {
        component
            .notes
            .iter()
            .zip(&component.arrangement.notes)
            .map(|((subject, lines), placement)| painter.note(*subject, lines, placement))
    });
    let notes = notes.collect();
    let pills = plan.pills.iter().enumerate().map(|(number, team)| painter.pill(number, team)).collect();
    let nodes = (0..plan.institutions.len()).map(|node| painter.node(node)).collect();
    let labels = components.iter().flat_map(|component| painter.labels(component));
    let labels = labels.chain(listed::introduction(content, components, options)).collect();
    [
        ("hyperedges", triangles),
        ("edges", lines),
        ("evidence", notes),
        ("works", pills),
        ("institutions", nodes),
        ("labels", labels),
    ]
    .into_iter()
    .filter(|(_, marks): &(_, Vec<Mark>)| !marks.is_empty())
    .map(|(class, marks)| MarkGroup::new(class, marks).into())
    .collect()
}

/// Path between two marks: straight, or a cubic curve towards `bend`.
pub(crate) fn path(a: Point, b: Point, bend: Option<Point>) -> Vec<PathSegment> {
    let end = match bend {
        Some(center) => PathSegment::Cubic(a.lerp(center, BEND), b.lerp(center, BEND), b),
        None => PathSegment::Line(b),
    };
    vec![PathSegment::Move(a), end]
}

impl<'p> Painter<'p> {
    /// A painter of arranged components.
    pub(crate) fn new(
        corpus: &'p Corpus,
        plan: &'p MapPlan,
        content: &'p MarkContent,
        components: &[MapComponent],
        options: &'p Options,
    ) -> Self {
        let mut points = vec![Point::default(); plan.mark_count()];
        for component in components {
            for (&mark, &point) in component.marks.iter().zip(&component.arrangement.points) {
                points[mark] = point;
            }
        }
        let bend = components.iter().find_map(|component| component.bend);
        Self { corpus, plan, content, options, theme: options.theme(), roles: options.roles(), points, bend }
    }

    fn institution(&self, node: usize) -> &Institution {
        self.corpus.institution(self.plan.institutions[node])
    }

    fn key(&self, node: usize) -> String {
        self.institution(node).id.clone()
    }

    fn plain(&self, node: usize) -> &str {
        &self.content.labels[node].plain
    }

    fn pill_key(&self, team: &PlanTeam) -> String {
        team.key(self.corpus)
    }

    fn work_keys(&self, works: &[WorkId]) -> String {
        works.iter().map(|&work| self.corpus.work_key(work)).collect::<Vec<_>>().join(" ")
    }

    /// Names of works with their dates: `MemoReader (2018-10), DensePhrases (2020-12)`.
    fn dated(&self, works: &[WorkId]) -> String {
        let dated = |work: &WorkId| {
            let name = self.corpus.work_name(*work);
            let date = self.corpus.date(*work).map(|date| format!(" ({date})")).unwrap_or_default();
            let more = self.plan.hidden_partners.get(work).map(|more| format!(" (+{more})")).unwrap_or_default();
            format!("{name}{date}{more}")
        };
        works.iter().map(dated).collect::<Vec<_>>().join(", ")
    }

    fn triangle(&self, team: &PlanTeam) -> Mark {
        let keys: Vec<String> = team.members.iter().map(|&member| self.key(member)).collect();
        let corners = team.members.iter().map(|&member| self.points[member]);
        let mut steps: Vec<PathSegment> = corners.map(PathSegment::Line).collect();
        if let Some(PathSegment::Line(first)) = steps.first().copied() {
            steps[0] = PathSegment::Move(first);
        }
        steps.push(PathSegment::Close);
        let names = team.members.iter().map(|&member| self.plain(member)).collect::<Vec<_>>().join(", ");
        MarkGroup {
            id: Some(format!("h-{}", self.pill_key(team))),
            class: "hyperedge".to_owned(),
            data: vec![("members", keys.join(" ")), ("models", self.work_keys(&team.works))],
            title: Some(format!("{}: {names}", self.dated(&team.works))),
            role: MarkRole::Hyperedge(keys),
            marks: vec![Mark::Path(steps, Paint::fill(self.theme.edge).filled_at(TRIANGLE_TINT))],
        }
        .into()
    }

    fn line(&self, from: (usize, String, &str), to: (usize, String, &str), weight: f64, works: &[WorkId]) -> Mark {
        let width = self.plan.stroke().of(weight);
        let steps = path(self.points[from.0], self.points[to.0], self.bend);
        let works_text = match works {
            [] => crate::drawing::actor::works_or_weight(self.corpus, &[], weight, self.options.language),
            works => self.dated(works),
        };
        MarkGroup {
            id: Some(format!("e-{}-{}", from.1, to.1)),
            class: "edge".to_owned(),
            data: vec![
                ("source", from.1.clone()),
                ("target", to.1.clone()),
                ("weight", crate::drawing::map::captions::weight(weight)),
                ("models", self.work_keys(works)),
            ],
            title: Some(format!("{} – {}: {works_text}", from.2, to.2)),
            role: MarkRole::Edge(Box::new(EdgeMark {
                source: from.1,
                targets: vec![to.1],
                weight,
                color: self.theme.edge,
                width,
            })),
            marks: vec![Mark::Path(steps, Paint::line(self.theme.edge, width))],
        }
        .into()
    }

    fn tie(&self, tie: &PlanTie) -> Mark {
        let end = |node: usize| (node, self.key(node), self.plain(node));
        self.line(end(tie.ends.0), end(tie.ends.1), tie.weight, &tie.works)
    }

    fn spokes(&self, number: usize, team: &PlanTeam) -> Vec<Mark> {
        let pill_mark = self.plan.institutions.len() + number;
        let joint = Localizer::for_figures(self.options.language).render(&message!("map-spoke"));
        let spoke = |&member: &usize| {
            let weight = team.works.len() as f64;
            let from = (pill_mark, self.pill_key(team), joint.as_str());
            self.line(from, (member, self.key(member), self.plain(member)), weight, &team.works)
        };
        team.members.iter().map(spoke).collect()
    }

    fn note(&self, subject: NoteSubject, lines: &[String], placement: &NotePlacement) -> Mark {
        let keys: Vec<String> = match subject {
            NoteSubject::Tie(tie) => {
                [self.plan.ties[tie].ends.0, self.plan.ties[tie].ends.1].map(|end| self.key(end)).to_vec()
            }
            NoteSubject::Triangle(number) => {
                self.plan.triangles[number].members.iter().map(|&end| self.key(end)).collect()
            }
        };
        let size = self.roles.evidence;
        let mut marks = Vec::new();
        if placement.background == NoteBackground::Line {
            marks.push(Mark::Rect(placement.rect, 2.0, Paint::fill(self.theme.page)));
        }
        let center = placement.rect.center();
        for (position, line) in lines.iter().enumerate() {
            let line_center =
                center.y + (position as f64 - (lines.len() - 1) as f64 / 2.0) * evidence::LINE_HEIGHT * size;
            let at = Point::new(center.x, line_center + crate::typography::BASELINE_OFFSET * size);
            marks.push(TextLine::new(line, at, size, self.theme.ink).anchored(TextAnchor::Middle).into());
        }
        MarkGroup { role: MarkRole::Label(keys), ..MarkGroup::new("", marks) }.into()
    }

    fn pill(&self, number: usize, team: &PlanTeam) -> Mark {
        let center = self.points[self.plan.institutions.len() + number];
        let lines = &self.content.pills[number];
        let (width_of_pill, height_of_pill) = evidence::pill_size(lines, &self.roles);
        let body = Rect::around(center, width_of_pill, height_of_pill);
        let radius = (self.roles.work * 0.85).min(height_of_pill / 2.0);
        let mut marks = vec![
            Mark::Rect(body.inflated(CASING), radius + CASING, Paint::fill(self.theme.page)),
            Mark::Rect(body, radius, Paint::fill(self.theme.panel).outlined(self.theme.edge, 0.8)),
        ];
        for (position, line) in lines.iter().enumerate() {
            let size = self.roles.work;
            let line_center =
                center.y + (position as f64 - (lines.len() - 1) as f64 / 2.0) * evidence::LINE_HEIGHT * size;
            let at = Point::new(center.x, line_center + crate::typography::BASELINE_OFFSET * size);
            marks.push(TextLine::new(line, at, size, self.theme.ink).bold().anchored(TextAnchor::Middle).into());
        }
        let key = self.pill_key(team);
        MarkGroup {
            id: Some(format!("n-{key}")),
            class: "node work".to_owned(),
            data: vec![
                ("id", key.clone()),
                ("kind", "work".to_owned()),
                ("models", self.work_keys(&team.works)),
                ("members", team.members.iter().map(|&member| self.key(member)).collect::<Vec<_>>().join(" ")),
            ],
            title: Some(self.dated(&team.works)),
            role: MarkRole::Node(Box::new(NodeMark {
                key,
                label: lines.join("\n"),
                shape: NodeShape::Pill,
                outline: ConvexPolygon::from(body),
                color: self.theme.panel,
            })),
            marks,
        }
        .into()
    }

    /// The mark of an institution.
    pub(crate) fn node(&self, node: usize) -> Mark {
        let institution = self.institution(node);
        let (center, r) = (self.points[node], self.content.radii[node]);
        let form = form(institution.sector());
        let id = self.plan.institutions[node];
        let encoding = &self.plan.encoding;
        let color = match &encoding.color {
            Some(color) => color.color(id, self.theme),
            None => Some(self.theme.sector(institution.sector())),
        };
        let works = self.corpus.works_of(self.plan.institutions[node]).len();
        let home = self.plan.is_home(institution);
        let unshown = self.content.unshown[node];
        let mut marks = vec![shape(form, center, r + CASING, Paint::fill(self.theme.page))];
        if unshown > 0 {
            marks = vec![unshown::ring(form, center, r, RING_GAP, self.theme)];
        }
        let has_value = encoding.size.as_ref().is_none_or(|size| size.value(id).is_some());
        let on: Color = match color {
            // The outline of institutions abroad is theirs where colours tell sectors by default.
            Some(color) if !home && encoding.color.is_none() && has_value => {
                let outline = Paint::fill(self.theme.page).outlined(color, ABROAD_OUTLINE);
                marks.push(shape(form, center, r - ABROAD_OUTLINE / 2.0, outline));
                color
            }
            color => {
                marks.push(mark_encoding::mark(form, center, r, color, has_value, self.theme));
                color.map_or(self.theme.muted, |color| self.theme.text_on(color))
            }
        };
        if let Some(number) = mark_key::number(encoding, id, works).filter(|_| r >= NUMBER_FROM) {
            let at = Point::new(center.x, center.y + crate::typography::BASELINE_OFFSET * self.roles.number);
            marks.push(TextLine::new(number, at, self.roles.number, on).bold().anchored(TextAnchor::Middle).into());
        }
        let label = &self.content.labels[node];
        let kind = self.options.kind(self.corpus);
        let title = crate::drawing::actor::with_works_of(&label.full, works, kind, self.options.language);
        let title = mark_key::tooltip(title, encoding, self.corpus, id, self.options);
        let reach = unshown::reach(unshown, RING_GAP);
        let mut data = vec![
            ("id", institution.id.clone()),
            ("kind", "institution".to_owned()),
            ("sector", institution.sector().map_or("", |sector| sector.key()).to_owned()),
            ("country", institution.country().map_or("", |country| country.code()).to_owned()),
            ("models", works.to_string()),
        ];
        if unshown > 0 {
            data.push(("unshown", unshown.to_string()));
        }
        data.extend(mark_key::data(encoding, id));
        MarkGroup {
            id: Some(format!("n-{}", institution.id)),
            class: "node institution".to_owned(),
            data,
            title: Some(unshown::tooltip(title, unshown, self.options.language)),
            role: MarkRole::Node(Box::new(NodeMark {
                key: institution.id.clone(),
                label: label
                    .second
                    .as_ref()
                    .map_or_else(|| label.first.clone(), |second| format!("{}\n{second}", label.first)),
                shape: form,
                outline: outline(form, center, r + reach),
                color: color.unwrap_or(self.theme.muted),
            })),
            marks,
        }
        .into()
    }

    /// Names of the institutions of a component, with their leader lines.
    pub(crate) fn labels(&self, component: &MapComponent) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (&mark, placement) in component.marks.iter().zip(&component.arrangement.labels) {
            let (Some(placement), Some(label)) = (placement, self.content.labels.get(mark)) else { continue };
            let x = match placement.anchor {
                TextAnchor::Start => placement.rect.left,
                TextAnchor::Middle => placement.rect.center().x,
                TextAnchor::End => placement.rect.right,
            };
            let texts = match &self.content.listed[mark] {
                Some(text) => {
                    let size = self.roles.evidence;
                    let at = Point::new(x, placement.rect.center().y + crate::typography::BASELINE_OFFSET * size);
                    vec![TextLine::new(text, at, size, self.theme.ink).anchored(placement.anchor)]
                }
                None => label.texts(x, placement.rect.top, placement.anchor, &self.roles, self.theme),
            };
            let mut inner = Vec::new();
            if let Some(end) = placement.leader {
                let from = self.points[mark];
                let start = from.lerp(end, (self.content.radii[mark] / from.distance(end).max(1e-6)).min(1.0));
                inner.push(Mark::Path(
                    vec![PathSegment::Move(start), PathSegment::Line(end)],
                    Paint::line(self.theme.ink, 0.5),
                ));
            }
            inner.push(Mark::Haloed(texts, self.theme.page));
            let class = if placement.leader.is_some() { "led" } else { "" };
            marks
                .push(MarkGroup { role: MarkRole::Label(vec![self.key(mark)]), ..MarkGroup::new(class, inner) }.into());
        }
        marks
    }
}
