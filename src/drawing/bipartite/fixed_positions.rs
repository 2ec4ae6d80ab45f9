//! Node-link diagram of the two-mode network at fixed positions.
//!
//! Works of the same institutions share one pill, a line each, with one edge to each institution.

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::{
    Color, EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment, TextAnchor, TextLine,
};
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::bipartite::{Bipartite, MAX_HEIGHT, legend_entries};
use crate::drawing::columns::content::{BipartiteContent, select_content};
use crate::drawing::columns::fit::weight;
use crate::drawing::columns::pills::work_mark_key;
use crate::drawing::columns::text::{self, figure_text};
use crate::drawing::encoding::CASING;
use crate::drawing::frame::{self, Options};
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{LegendEntry, Symbol};
use crate::drawing::map::detailed;
use crate::drawing::map::detailed_content::{DetailedConstraints, MapComponent, MarkContent};
use crate::drawing::map::paint::Painter;
use crate::drawing::map::plan::{MapPlan as Marks, PlanTeam};
use crate::drawing::map::{LayoutGraph, evidence};
use crate::drawing::subgraph::Subgraph;
use crate::drawing::wording::ellipsized;
use crate::drawing::{actor, names};
use crate::geometry::{ConvexPolygon, Point, Rect};
use crate::message;
use crate::messages::{Localizer, Statement};
use crate::typography::{BASELINE_OFFSET, Weight};
use std::collections::BTreeMap;

/// Largest width of a line in a pill, as a share of the page.
const MAX_PILL_SHARE: f64 = 0.4;
/// Stroke width in points and opacity of edges: to a work of one institution, to a joint work, to several joint works.
const SOLO: (f64, f64) = (0.8, 0.55);
const JOINT: (f64, f64) = (1.1, 0.8);
const BUNDLE: (f64, f64) = (1.9, 0.8);

/// Marks of the figure as input of an external layout.
pub(crate) fn sketch(corpus: &Corpus, content: &BipartiteContent) -> LayoutGraph {
    let marks = marks(content);
    let label = |id: &InstitutionId| corpus.institution(*id).names.short_label().to_owned();
    let work_names =
        |team: &PlanTeam| team.works.iter().map(|&work| corpus.work_name(work)).collect::<Vec<_>>().join("\n");
    LayoutGraph {
        keys: (0..marks.mark_count()).map(|mark| marks.key(corpus, mark)).collect(),
        labels: marks.institutions.iter().map(label).chain(marks.pills.iter().map(work_names)).collect(),
        ties: marks.lines().collect(),
    }
}

/// Draws the content with the most works that is at most [`MAX_HEIGHT`] high.
pub(crate) fn compose(
    mut content: BipartiteContent,
    view: &Bipartite,
    fixed_positions: &BTreeMap<String, Point>,
    subgraph: &Subgraph<'_, '_>,
    (corpus, options): (&Corpus, &Options),
) -> Result<Figure, Error> {
    loop {
        let (figure, height) = draw(corpus, &content, fixed_positions, options)?;
        if height <= MAX_HEIGHT || content.works <= 1 {
            return Ok(figure);
        }
        let share = (0.9 * MAX_HEIGHT / height).min(0.85);
        let fewer = ((content.works as f64 * share) as usize).max(1);
        content = select_content(
            corpus,
            content.home.as_ref(),
            fewer,
            view.max_institutions.max(2),
            (subgraph, options.kind(corpus)),
        );
    }
}

fn draw(
    corpus: &Corpus,
    content: &BipartiteContent,
    fixed_positions: &BTreeMap<String, Point>,
    options: &Options,
) -> Result<(Figure, f64), Error> {
    let marks = marks(content);
    let max_pill_width = options.inner_width() * MAX_PILL_SHARE;
    let line = |&work: &WorkId| ellipsized(corpus.work_name(work), options.roles().work, Weight::Bold, max_pill_width);
    let pills = content.blocks.iter().map(|block| block.works.iter().map(line).collect()).collect();
    let (written, mut parts) = detailed::arrange_components(
        corpus,
        &marks,
        &DetailedConstraints { fixed_positions: Some(fixed_positions), is_upright: false, pills: Some(pills) },
        options,
    );
    let description = description(corpus, content, options.kind(corpus));
    let mut text = figure_text(corpus, content, description, options);
    let (mut body, top) = frame::header(&text, options);
    let bottom = detailed::stack_below(&mut parts, top + 5.0, options);
    body.extend(page(corpus, content, &marks, &written, &parts, options));
    text.extend_notes(frame::truncation_note(&body));
    text.drawn_institutions = frame::institutions_in(&body);
    let (footer, end) = frame::footer(corpus, &mut text, &legend(corpus, content, options), bottom + 8.0, options);
    body.extend(footer);
    Ok((frame::figure(&text, body, end, options)?, end + 2.0 * frame::MARGIN))
}

/// The content as marks of a map: each block is a pill.
fn marks(content: &BipartiteContent) -> Marks {
    let mut institutions: Vec<InstitutionId> = content.left.iter().chain(&content.right).copied().collect();
    institutions.sort_unstable();
    let at = |id: &InstitutionId| institutions.binary_search(id).ok();
    let pill = |block: &crate::drawing::columns::content::WorkBlock| PlanTeam {
        members: block.members.iter().filter_map(at).collect(),
        works: block.works.clone(),
    };
    let pills = content.blocks.iter().map(pill).collect();
    Marks { pills, home_country: content.home.clone(), institutions, ..Marks::default() }
}

fn description(corpus: &Corpus, content: &BipartiteContent, kind: WorkKind) -> Statement {
    let institutions = content.left.len() + content.right.len();
    let works = text::work_count(content, kind);
    let joint = text::joint(corpus, content, kind);
    let ties: usize = content.blocks.iter().map(|block| block.members.len() * block.works.len()).sum();
    match kind {
        WorkKind::Model => message!(
            "figures-bipartite-network-models",
            works = works,
            institutions = institutions,
            ties = ties,
            joint = joint
        ),
        _ => message!(
            "figures-bipartite-network-works",
            works = works,
            institutions = institutions,
            ties = ties,
            joint = joint
        ),
    }
}

fn legend(corpus: &Corpus, content: &BipartiteContent, options: &Options) -> Vec<LegendEntry> {
    let mut legend_entries = legend_entries(corpus, content, options);
    if let Some(home) = &content.home {
        let (theme, language) = (options.theme(), options.language);
        let at = legend_entries.iter().position(|entry| entry.symbol == Symbol::None).unwrap_or(legend_entries.len());
        let filled = LegendEntry::new(
            Symbol::Filled(NodeShape::Circle, theme.muted),
            Localizer::in_each(language, &message!("figures-country", country = home)),
        );
        let open = LegendEntry::new(
            Symbol::Outlined(NodeShape::Circle, theme.muted),
            Localizer::in_each(language, &message!("figures-legend-abroad")),
        );
        legend_entries.splice(at..at, [filled, open]);
    }
    legend_entries
}

/// Inputs shared by the edges and pills of one page.
struct FixedPage<'p> {
    corpus: &'p Corpus,
    content: &'p BipartiteContent,
    marks: &'p Marks,
    written: &'p MarkContent,
    points: &'p [Point],
    options: &'p Options,
}

fn page(
    corpus: &Corpus,
    content: &BipartiteContent,
    marks: &Marks,
    written: &MarkContent,
    parts: &[MapComponent],
    options: &Options,
) -> Vec<Mark> {
    let painter = Painter::new(corpus, marks, written, parts, options);
    let page = FixedPage { corpus, content, marks, written, points: &painter.points, options };
    let groups: [(&str, Vec<Mark>); 4] = [
        ("edges", (0..content.blocks.len()).flat_map(|block| page.ties(block)).collect()),
        ("models", (0..content.blocks.len()).map(|block| page.block(block)).collect()),
        ("institutions", (0..marks.institutions.len()).map(|node| painter.node(node)).collect()),
        ("labels", parts.iter().flat_map(|subgraph| painter.labels(subgraph)).collect()),
    ];
    groups
        .into_iter()
        .filter(|(_, marks)| !marks.is_empty())
        .map(|(class, marks)| MarkGroup::new(class, marks).into())
        .collect()
}

impl FixedPage<'_> {
    fn center(&self, block: usize) -> Point {
        self.points[self.marks.institutions.len() + block]
    }

    fn ties(&self, block: usize) -> Vec<Mark> {
        self.marks.pills[block].members.iter().map(|&node| self.tie(block, node)).collect()
    }

    fn tie(&self, block: usize, node: usize) -> Mark {
        let works = &self.content.blocks[block].works;
        let institution = self.corpus.institution(self.marks.institutions[node]);
        let (width, opacity) = match (self.content.blocks[block].members.len(), works.len()) {
            (1, _) => SOLO,
            (_, 1) => JOINT,
            _ => BUNDLE,
        };
        let color: Color = self.options.theme().sector(institution.sector());
        let keys: Vec<String> = works.iter().map(|&work| self.corpus.work_key(work)).collect();
        let name = names::plain(&institution.names, self.options.language);
        let line = vec![PathSegment::Move(self.points[node]), PathSegment::Line(self.center(block))];
        MarkGroup {
            id: Some(format!("e-{}--{}", institution.id, keys.first().map_or("", String::as_str))),
            class: "edge".to_owned(),
            data: vec![
                ("source", institution.id.clone()),
                ("target", keys.join(" ")),
                ("weight", keys.len().to_string()),
            ],
            title: Some(format!("{name} – {}", actor::works_or_weight(self.corpus, works, 0.0, self.options.language))),
            role: MarkRole::Edge(Box::new(EdgeMark {
                source: institution.id.clone(),
                targets: keys.iter().map(|key| work_mark_key(key)).collect(),
                weight: 1.0,
                color,
                width,
            })),
            marks: vec![Mark::Path(line, Paint::line(color, width).stroked_at(opacity))],
        }
        .into()
    }

    /// Pill of a block, a line for each work.
    fn block(&self, block: usize) -> Mark {
        let (theme, roles) = (self.options.theme(), self.options.roles());
        let (width, height) = evidence::pill_size(&self.written.pills[block], &roles);
        let body = Rect::around(self.center(block), width, height);
        let radius = (roles.work * 0.85).min(height / 2.0);
        let rim = if self.content.blocks[block].members.len() > 1 { theme.edge } else { theme.faint };
        let mut marks = vec![
            Mark::Rect(body.inflated(CASING), radius + CASING, Paint::fill(theme.page)),
            Mark::Rect(body, radius, Paint::fill(theme.panel).outlined(rim, 0.8)),
        ];
        let works = &self.content.blocks[block].works;
        let pitch = evidence::LINE_HEIGHT * roles.work;
        let area = |line: usize| match works.len() {
            1 => body,
            _ => {
                let center_y = body.center().y + (line as f64 - (works.len() - 1) as f64 / 2.0) * pitch;
                Rect::around(Point::new(body.center().x, center_y), width, pitch - 0.1)
            }
        };
        marks.extend((0..works.len()).map(|line| self.work_line(block, line, area(line))));
        MarkGroup::new("item", marks).into()
    }

    fn work_line(&self, block: usize, line: usize, area: Rect) -> Mark {
        let (theme, roles) = (self.options.theme(), self.options.roles());
        let (work, members) = (self.content.blocks[block].works[line], self.content.blocks[block].members.len());
        let at = Point::new(area.center().x, area.center().y + BASELINE_OFFSET * roles.work);
        let text =
            TextLine::new(&self.written.pills[block][line], at, roles.work, theme.ink).anchored(TextAnchor::Middle);
        let text = if weight(members) == Weight::Bold { text.bold() } else { text };
        let key = self.corpus.work_key(work);
        let mut data = vec![("id", key.clone()), ("kind", "model".to_owned())];
        data.extend(self.corpus.date(work).map(|date| ("date", date.to_month_string())));
        data.push(("institutions", members.to_string()));
        MarkGroup {
            id: Some(format!("m-{key}")),
            class: "node model".to_owned(),
            data,
            title: Some(self.title(work)),
            role: MarkRole::Node(Box::new(NodeMark {
                key: work_mark_key(&key),
                label: self.corpus.work_name(work).to_owned(),
                shape: NodeShape::Pill,
                outline: ConvexPolygon::from(area),
                color: theme.edge,
            })),
            marks: vec![text.into()],
        }
        .into()
    }

    /// Title of a work: `StarGAN v2 (2019-12): NAVER, Yonsei University, EPFL`.
    fn title(&self, work: WorkId) -> String {
        let name = |&id: &InstitutionId| names::plain(&self.corpus.institution(id).names, self.options.language);
        let of: Vec<String> = self.corpus.institutions_of(work).iter().map(name).collect();
        format!("{}: {}", actor::works_or_weight(self.corpus, &[work], 0.0, self.options.language), of.join(", "))
    }
}
