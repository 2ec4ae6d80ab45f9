//! Models and institutions at given places: the two-mode network as one diagram of nodes and lines.
//!
//! Models of the same institutions stand in one pill, a line each, joined to each institution by one bundle of ties.

use std::collections::BTreeMap;

use crate::answer::figure::{Error, Figure};
use crate::answer::korean::{Particle, attach};
use crate::answer::mark::{
    Color, EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment, TextAnchor, TextLine,
};
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::bipartite::{Bipartite, MOST_HEIGHT, entries};
use crate::drawing::columns::fit::weight;
use crate::drawing::columns::pills::model_key;
use crate::drawing::columns::plan::{Plan, plan_part};
use crate::drawing::columns::words::{self, words};
use crate::drawing::encoding::CASING;
use crate::drawing::frame::{self, Options, Words};
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{Entry, Symbol};
use crate::drawing::map::paint::Painter;
use crate::drawing::map::plan::{Plan as Marks, Team};
use crate::drawing::map::small::{self, Part, Wish, Written};
use crate::drawing::map::{Sketch, evidence};
use crate::drawing::part::Part as Chosen;
use crate::drawing::wording::{both, fitted};
use crate::drawing::{member, names};
use crate::geometry::{Outline, Point, Rect};
use crate::typography::{MIDDLE, Weight};

/// Widest model of a pill, as a share of the page.
const PILL_MOST: f64 = 0.4;
/// Widths and opacities of ties: to a model of one institution, to a joint one, to several.
const SOLO: (f64, f64) = (0.8, 0.55);
const JOINT: (f64, f64) = (1.1, 0.8);
const BUNDLE: (f64, f64) = (1.9, 0.8);

/// The marks of the figure for a layout of one's own.
pub(crate) fn sketch(corpus: &Corpus, plan: &Plan) -> Sketch {
    let marks = marks(plan);
    let label = |id: &InstitutionId| corpus.institution(*id).names.short_label().to_owned();
    let models = |team: &Team| team.works.iter().map(|&work| corpus.work_name(work)).collect::<Vec<_>>().join("\n");
    Sketch {
        keys: (0..marks.marks()).map(|mark| marks.key(corpus, mark)).collect(),
        labels: marks.institutions.iter().map(label).chain(marks.pills.iter().map(models)).collect(),
        ties: marks.lines().collect(),
    }
}

/// Draws the largest part that is no higher than a page.
pub(crate) fn compose(
    mut plan: Plan,
    view: &Bipartite,
    places: &BTreeMap<String, Point>,
    part: &Chosen<'_, '_>,
    (corpus, options): (&Corpus, &Options),
) -> Result<Figure, Error> {
    loop {
        let (figure, height) = draw(corpus, &plan, places, options)?;
        if height <= MOST_HEIGHT || plan.works <= 1 {
            return Ok(figure);
        }
        let share = (0.9 * MOST_HEIGHT / height).min(0.85);
        let fewer = ((plan.works as f64 * share) as usize).max(1);
        plan =
            plan_part(corpus, plan.home.as_ref(), fewer, view.most_institutions.max(2), (part, options.kind(corpus)));
    }
}

fn draw(
    corpus: &Corpus,
    plan: &Plan,
    places: &BTreeMap<String, Point>,
    options: &Options,
) -> Result<(Figure, f64), Error> {
    let marks = marks(plan);
    let most = options.inner_width() * PILL_MOST;
    let line = |&work: &WorkId| fitted(corpus.work_name(work), options.roles().model, Weight::Bold, most);
    let pills = plan.items.iter().map(|item| item.works.iter().map(line).collect()).collect();
    let (written, mut parts) =
        small::arranged(corpus, &marks, &Wish { places: Some(places), pills: Some(pills) }, options);
    let mut told = Words { description: description(corpus, plan, options), ..words(corpus, plan, options) };
    let (mut body, top) = frame::head(&told, options);
    let bottom = small::stack(&mut parts, top + 5.0, options);
    body.extend(page(corpus, plan, &marks, &written, &parts, options));
    told.notes.extend(frame::cut_note(&body));
    told.drawn = frame::institutions_in(&body);
    let (foot, end) = frame::foot(corpus, &told, &legend(corpus, plan, options), bottom + 8.0, options);
    body.extend(foot);
    Ok((frame::figure(&told, body, end, options)?, end + 2.0 * frame::MARGIN))
}

/// The plan as marks of a map: every item is a pill.
fn marks(plan: &Plan) -> Marks {
    let mut institutions: Vec<InstitutionId> = plan.left.iter().chain(&plan.right).copied().collect();
    institutions.sort_unstable();
    let at = |id: &InstitutionId| institutions.binary_search(id).ok();
    let pill = |item: &crate::drawing::columns::plan::Item| Team {
        members: item.members.iter().filter_map(at).collect(),
        works: item.works.clone(),
    };
    let pills = plan.items.iter().map(pill).collect();
    Marks { pills, home: plan.home.clone(), institutions, ..Marks::default() }
}

fn description(corpus: &Corpus, plan: &Plan, options: &Options) -> String {
    let kind = options.kind(corpus);
    let joint = words::joint(corpus, plan);
    let institutions = plan.left.len() + plan.right.len();
    let (works, works_ko) = words::works_told(plan, kind);
    let ties: usize = plan.items.iter().map(|item| item.members.len() * item.works.len()).sum();
    both(
        options.language,
        &format!(
            "{works} and {institutions} institution{}, joined by {ties} ties of {}. {} of the {} {} joint work.",
            if institutions == 1 { "" } else { "s" },
            if kind == WorkKind::Model { "who built what" } else { "who took part in what" },
            joint,
            kind.many(),
            if joint == 1 { "is" } else { "are" }
        ),
        &format!(
            "{} 기관 {institutions}곳을 {} {ties}개로 이은 이분 그래프. {}",
            attach(&works_ko, Particle::And),
            if kind == WorkKind::Model { "개발 관계" } else { "참여 관계" },
            words::joint_korean(joint, plan, kind)
        ),
    )
}

fn legend(corpus: &Corpus, plan: &Plan, options: &Options) -> Vec<Entry> {
    let mut entries = entries(corpus, plan, options);
    if let Some(home) = &plan.home {
        let (theme, language) = (options.theme(), options.language);
        let (english, korean) = home.names();
        let at = entries.iter().position(|entry| entry.symbol == Symbol::None).unwrap_or(entries.len());
        let filled = Entry::new(Symbol::Filled(NodeShape::Circle, theme.muted), both(language, english, korean));
        let open = Entry::new(Symbol::Outlined(NodeShape::Circle, theme.muted), both(language, "abroad", "해외"));
        entries.splice(at..at, [filled, open]);
    }
    entries
}

/// What ties and models need to know of the page.
struct Page<'p> {
    corpus: &'p Corpus,
    plan: &'p Plan,
    marks: &'p Marks,
    written: &'p Written,
    points: &'p [Point],
    options: &'p Options,
}

fn page(
    corpus: &Corpus,
    plan: &Plan,
    marks: &Marks,
    written: &Written,
    parts: &[Part],
    options: &Options,
) -> Vec<Mark> {
    let painter = Painter::new(corpus, marks, written, parts, options);
    let page = Page { corpus, plan, marks, written, points: &painter.points, options };
    let groups: [(&str, Vec<Mark>); 4] = [
        ("edges", (0..plan.items.len()).flat_map(|item| page.ties(item)).collect()),
        ("models", (0..plan.items.len()).map(|item| page.item(item)).collect()),
        ("institutions", (0..marks.institutions.len()).map(|node| painter.node(node)).collect()),
        ("labels", parts.iter().flat_map(|part| painter.labels(part)).collect()),
    ];
    groups
        .into_iter()
        .filter(|(_, marks)| !marks.is_empty())
        .map(|(class, marks)| MarkGroup::new(class, marks).into())
        .collect()
}

impl Page<'_> {
    fn centre(&self, item: usize) -> Point {
        self.points[self.marks.institutions.len() + item]
    }

    fn ties(&self, item: usize) -> Vec<Mark> {
        self.marks.pills[item].members.iter().map(|&node| self.tie(item, node)).collect()
    }

    fn tie(&self, item: usize, node: usize) -> Mark {
        let works = &self.plan.items[item].works;
        let institution = self.corpus.institution(self.marks.institutions[node]);
        let (width, opacity) = match (self.plan.items[item].members.len(), works.len()) {
            (1, _) => SOLO,
            (_, 1) => JOINT,
            _ => BUNDLE,
        };
        let color: Color = self.options.theme().sector(institution.sector());
        let keys: Vec<String> = works.iter().map(|&work| self.corpus.work_key(work)).collect();
        let name = names::plain(&institution.names, self.options.language);
        let line = vec![PathSegment::Move(self.points[node]), PathSegment::Line(self.centre(item))];
        MarkGroup {
            id: Some(format!("e-{}--{}", institution.id, keys.first().map_or("", String::as_str))),
            class: "edge".to_owned(),
            data: vec![
                ("source", institution.id.clone()),
                ("target", keys.join(" ")),
                ("weight", keys.len().to_string()),
            ],
            title: Some(format!("{name} – {}", member::told(self.corpus, works, 0.0, self.options.language))),
            role: MarkRole::Edge(Box::new(EdgeMark {
                source: institution.id.clone(),
                targets: keys.iter().map(|key| model_key(key)).collect(),
                weight: 1.0,
                color,
                width,
            })),
            marks: vec![Mark::Path(line, Paint::line(color, width).stroked_at(opacity))],
        }
        .into()
    }

    /// The pill of an item, its models a line each.
    fn item(&self, item: usize) -> Mark {
        let (theme, roles) = (self.options.theme(), self.options.roles());
        let (wide, high) = evidence::pill_size(&self.written.pills[item], &roles);
        let body = Rect::around(self.centre(item), wide, high);
        let radius = (roles.model * 0.85).min(high / 2.0);
        let rim = if self.plan.items[item].members.len() > 1 { theme.edge } else { theme.faint };
        let mut marks = vec![
            Mark::Rect(body.grown(CASING), radius + CASING, Paint::fill(theme.page)),
            Mark::Rect(body, radius, Paint::fill(theme.panel).outlined(rim, 0.8)),
        ];
        let works = &self.plan.items[item].works;
        let pitch = evidence::PITCH * roles.model;
        let area = |line: usize| match works.len() {
            1 => body,
            _ => {
                let middle = body.center().y + (line as f64 - (works.len() - 1) as f64 / 2.0) * pitch;
                Rect::around(Point::new(body.center().x, middle), wide, pitch - 0.1)
            }
        };
        marks.extend((0..works.len()).map(|line| self.model(item, line, area(line))));
        MarkGroup::new("item", marks).into()
    }

    fn model(&self, item: usize, line: usize, area: Rect) -> Mark {
        let (theme, roles) = (self.options.theme(), self.options.roles());
        let (work, members) = (self.plan.items[item].works[line], self.plan.items[item].members.len());
        let at = Point::new(area.center().x, area.center().y + MIDDLE * roles.model);
        let text =
            TextLine::new(&self.written.pills[item][line], at, roles.model, theme.ink).anchored(TextAnchor::Middle);
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
                key: model_key(&key),
                label: self.corpus.work_name(work).to_owned(),
                shape: NodeShape::Pill,
                outline: Outline::from(area),
                color: theme.edge,
            })),
            marks: vec![text.into()],
        }
        .into()
    }

    /// `StarGAN v2 (2019-12): NAVER, Yonsei University, EPFL`.
    fn title(&self, work: WorkId) -> String {
        let name = |&id: &InstitutionId| names::plain(&self.corpus.institution(id).names, self.options.language);
        let of: Vec<String> = self.corpus.institutions_of(work).iter().map(name).collect();
        format!("{}: {}", member::told(self.corpus, &[work], 0.0, self.options.language), of.join(", "))
    }
}
