//! Marks of a panel: ties by how they changed, institutions with their numbers, names.

use crate::answer::mark::{
    Color, EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, Paint, PathSegment, TextAnchor, TextLine, flatten,
};
use crate::corpus::institution::InstitutionId;
use crate::drawing::encoding::{CASING, NUMBER_FROM, form, outline, shape};
use crate::drawing::frame::Options;
use crate::drawing::map::detailed_content::MapComponent;
use crate::drawing::map::paint::path;
use crate::drawing::panels::content::{DrawnPart, MapPanel, PanelKind, PanelLayout, PanelSet, PanelTie, TieState};
use crate::drawing::theme::Theme;
use crate::drawing::weight_text::weight_text;
use crate::drawing::{names, wording};
use crate::geometry::Point;
use crate::message;
use crate::messages::Localizer;
use crate::typography::BASELINE_OFFSET;

/// Dash and gap of a tie that is gone, in points.
pub(crate) const DASH: (f64, f64) = (3.6, 2.4);
/// Segments of a curved tie.
const CURVE_SEGMENTS: usize = 12;
/// Outline of an institution that an edition has not, in points.
const ABSENT_OUTLINE: f64 = 0.9;
/// Works of a tie that its tooltip names.
const NAMED_WORKS: usize = 4;

pub(crate) struct PanelPainter<'p> {
    set: &'p PanelSet,
    drawn: &'p DrawnPart,
    layout: &'p PanelLayout,
    options: &'p Options,
    theme: &'static Theme,
    points: Vec<Point>,
}

/// Colour of a tie.
pub(crate) fn color(state: TieState, theme: &Theme) -> Color {
    match state {
        TieState::New => theme.focus,
        TieState::Gone => theme.sectors[1],
        TieState::Stronger => theme.ink,
        TieState::Same | TieState::Weaker => theme.edge,
    }
}

/// A path as dashes.
pub(crate) fn dashed(steps: &[PathSegment]) -> Vec<PathSegment> {
    let mut dashes = Vec::new();
    let (mut left, mut is_drawn) = (DASH.0, true);
    for (from, to) in flatten(steps, CURVE_SEGMENTS) {
        let length = from.distance(to);
        let mut at = 0.0;
        while length - at > 1e-9 {
            let step = left.min(length - at);
            let point = |along: f64| from.lerp(to, (along / length).min(1.0));
            if is_drawn {
                dashes.extend([PathSegment::Move(point(at)), PathSegment::Line(point(at + step))]);
            }
            (at, left) = (at + step, left - step);
            if left <= 1e-9 {
                is_drawn = !is_drawn;
                left = if is_drawn { DASH.0 } else { DASH.1 };
            }
        }
    }
    dashes
}

impl<'p> PanelPainter<'p> {
    pub(crate) fn new(set: &'p PanelSet, drawn: &'p DrawnPart, layout: &'p PanelLayout, options: &'p Options) -> Self {
        let mut points = vec![Point::default(); layout.plan.mark_count()];
        for component in &layout.components {
            for (&mark, &point) in component.marks.iter().zip(&component.arrangement.points) {
                points[mark] = point;
            }
        }
        Self { set, drawn, layout, options, theme: options.theme(), points }
    }

    /// Marks of a panel whose layout begins at `origin`, in groups by layer.
    pub(crate) fn panel(&self, number: usize, origin: Point) -> Vec<Mark> {
        let panel = &self.set.panels[number];
        let mut ties: Vec<(u8, Mark)> = Vec::new();
        for tie in &self.layout.plan.ties {
            let ends = (self.original(tie.ends.0), self.original(tie.ends.1));
            let ends = (ends.0.min(ends.1), ends.0.max(ends.1));
            if let Some(own) = panel.ties.get(&ends) {
                let layer = u8::from(!matches!(own.state, TieState::Same | TieState::Weaker));
                ties.push((layer, self.tie(panel, tie.ends, own, origin)));
            }
        }
        // What changed lies above what did not.
        ties.sort_by_key(|one| one.0);
        let ties = ties.into_iter().map(|one| one.1).collect();
        let nodes = (0..self.layout.plan.institutions.len()).map(|node| self.node(panel, node, origin)).collect();
        let labels = self.layout.components.iter().flat_map(|component| self.labels(panel, component, origin));
        let groups = [("edges", ties), ("institutions", nodes), ("labels", labels.collect())];
        let groups = groups.into_iter().filter(|(_, marks): &(_, Vec<Mark>)| !marks.is_empty());
        groups.map(|(class, marks)| MarkGroup::new(class, marks).into()).collect()
    }

    fn id(&self, node: usize) -> InstitutionId {
        self.layout.plan.institutions[node]
    }

    /// Number of an institution in the set.
    fn original(&self, node: usize) -> usize {
        self.drawn.original.get(&self.id(node)).copied().unwrap_or_default()
    }

    fn key(&self, node: usize) -> String {
        self.drawn.corpus.institution(self.id(node)).id.clone()
    }

    fn at(&self, node: usize, origin: Point) -> Point {
        Point::new(origin.x + self.points[node].x, origin.y + self.points[node].y)
    }

    fn tie(&self, panel: &MapPanel, ends: (usize, usize), tie: &PanelTie, origin: Point) -> Mark {
        let bend = self.layout.components.iter().find_map(|component| component.bend);
        let bend = bend.map(|center| Point::new(center.x + origin.x, center.y + origin.y));
        let steps = path(self.at(ends.0, origin), self.at(ends.1, origin), bend);
        let steps = if tie.state == TieState::Gone { dashed(&steps) } else { steps };
        let (color, width) = (color(tie.state, self.theme), self.layout.plan.stroke().of(tie.weight));
        let (source, target) = (self.key(ends.0), self.key(ends.1));
        // The dashes of thick lines would close up with round ends.
        let paint = match tie.state {
            TieState::Gone => Paint { cap: Default::default(), ..Paint::line(color, width) },
            _ => Paint::line(color, width),
        };
        MarkGroup {
            id: Some(format!("e-{}-{source}-{target}", panel.key)),
            class: "edge".to_owned(),
            data: vec![
                ("source", source.clone()),
                ("target", target.clone()),
                ("weight", crate::drawing::map::captions::weight(tie.weight)),
                ("change", change(tie.state).to_owned()),
                ("panel", panel.key.clone()),
            ],
            title: Some(self.tooltip(ends, tie)),
            role: MarkRole::Edge(Box::new(EdgeMark {
                source,
                targets: vec![target],
                weight: tie.weight,
                color,
                width,
            })),
            marks: vec![Mark::Path(steps, paint)],
        }
        .into()
    }

    /// `KAIST – NAVER: 3 (new): A, B, C`.
    fn tooltip(&self, ends: (usize, usize), tie: &PanelTie) -> String {
        let localizer = Localizer::for_figures(self.options.language);
        let plain =
            |node: usize| names::plain(&self.drawn.corpus.institution(self.id(node)).names, self.options.language);
        let named: Vec<&str> = tie.works.iter().take(NAMED_WORKS).map(String::as_str).collect();
        let more = tie.works.len() - named.len();
        let more = if more > 0 { format!(" +{more}") } else { String::new() };
        let works = if named.is_empty() { String::new() } else { format!(": {}{more}", named.join(", ")) };
        let text = message!(
            "panels-tie",
            a = plain(ends.0),
            b = plain(ends.1),
            weight = weight_text(tie.weight),
            change = change(tie.state)
        );
        format!("{}{works}", localizer.render(&text))
    }

    fn node(&self, panel: &MapPanel, node: usize, origin: Point) -> Mark {
        let institution = self.drawn.corpus.institution(self.id(node));
        let works = panel.works[self.original(node)];
        let (form, at) = (form(institution.sector()), self.at(node, origin));
        let full = self.layout.content.radii[node];
        let color = self.theme.sector(institution.sector());
        let r = match works.filter(|_| self.set.works.has_works()) {
            Some(works) => self.radius(node, works),
            None => full,
        };
        let mut marks = vec![shape(form, at, r + CASING, Paint::fill(self.theme.page))];
        match works {
            Some(works) => {
                marks.push(shape(form, at, r, Paint::fill(color)));
                if self.set.works.has_works() && r >= NUMBER_FROM {
                    let size = self.options.roles().number;
                    let base = Point::new(at.x, at.y + BASELINE_OFFSET * size);
                    let number = TextLine::new(wording::count(works), base, size, self.theme.on_sector);
                    marks.push(number.bold().anchored(TextAnchor::Middle).into());
                }
            }
            None => {
                let paint = Paint::fill(self.theme.page).outlined(self.theme.muted, ABSENT_OUTLINE);
                marks.push(shape(form, at, NUMBER_FROM.min(full) - ABSENT_OUTLINE / 2.0, paint));
            }
        }
        let label = &self.layout.content.labels[node];
        let kind = self.set.works;
        let title = match works {
            Some(works) => crate::drawing::actor::with_works_of(&label.full, works, kind, self.options.language),
            None => Localizer::for_figures(self.options.language).render(&message!(
                "panels-absent-tooltip",
                name = label.full.as_str(),
                panels = panel_word(self.set.kind)
            )),
        };
        MarkGroup {
            id: Some(format!("n-{}-{}", panel.key, institution.id)),
            class: "node institution".to_owned(),
            data: vec![
                ("id", institution.id.clone()),
                ("kind", "institution".to_owned()),
                ("sector", institution.sector().map_or("", |sector| sector.key()).to_owned()),
                ("country", institution.country().map_or("", |country| country.code()).to_owned()),
                ("models", works.map_or_else(String::new, |works| works.to_string())),
                ("panel", panel.key.clone()),
            ],
            title: Some(title),
            role: MarkRole::Node(Box::new(NodeMark {
                key: institution.id.clone(),
                label: label.first.clone(),
                shape: form,
                outline: outline(form, at, r),
                color,
            })),
            marks,
        }
        .into()
    }

    /// Radius of a number of works, on the scale that the layout has of the largest.
    fn radius(&self, node: usize, works: usize) -> f64 {
        let most = self.set.most_works(self.original(node));
        let full = self.layout.content.radii[node];
        let base = full.min(MIN_RADIUS);
        if most == 0 { full } else { base + (full - base) * (works as f64 / most as f64).sqrt() }
    }

    fn labels(&self, panel: &MapPanel, component: &MapComponent, origin: Point) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (&mark, placement) in component.marks.iter().zip(&component.arrangement.labels) {
            let (Some(placement), Some(label)) = (placement, self.layout.content.labels.get(mark)) else { continue };
            let x = match placement.anchor {
                TextAnchor::Start => placement.rect.left,
                TextAnchor::Middle => placement.rect.center().x,
                TextAnchor::End => placement.rect.right,
            };
            let top = origin.y + placement.rect.top;
            let mut texts = label.texts(origin.x + x, top, placement.anchor, &self.options.roles(), self.theme);
            if panel.works[self.original(mark)].is_none() {
                texts.iter_mut().for_each(|text| text.fill = self.theme.muted);
            }
            let mut inner = Vec::new();
            if let Some(end) = placement.leader {
                let (from, end) = (self.at(mark, origin), Point::new(origin.x + end.x, origin.y + end.y));
                let r = self.layout.content.radii[mark];
                let start = from.lerp(end, (r / from.distance(end).max(1e-6)).min(1.0));
                let line = vec![PathSegment::Move(start), PathSegment::Line(end)];
                inner.push(Mark::Path(line, Paint::line(self.theme.ink, 0.5)));
            }
            inner.push(Mark::Haloed(texts, self.theme.page));
            let class = if placement.leader.is_some() { "led" } else { "" };
            let role = MarkRole::Label(vec![self.key(mark)]);
            marks.push(MarkGroup { role, ..MarkGroup::new(class, inner) }.into());
        }
        marks
    }
}

/// Radius of a mark of no works, in points.
const MIN_RADIUS: f64 = 2.2;

/// Word of a change in data and texts.
fn change(state: TieState) -> &'static str {
    match state {
        TieState::Same => "same",
        TieState::New => "new",
        TieState::Gone => "gone",
        TieState::Stronger => "stronger",
        TieState::Weaker => "weaker",
    }
}

/// Word of what panels are in texts.
pub(crate) fn panel_word(kind: PanelKind) -> &'static str {
    match kind {
        PanelKind::Editions => "edition",
        PanelKind::Periods => "period",
    }
}
