//! Large teams of an overview: hyperedges, drawn as a pill each in a strip below the drawing with a spoke to each member.

use crate::answer::mark::{
    EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment, TextAnchor, TextLine,
};
use crate::drawing::map::overview_content::Overview;
use crate::drawing::map::overview_graph::{LargeTeam, MAX_PILLS};
use crate::drawing::{actor, wording};
use crate::geometry::{ConvexPolygon, Point, Rect};
use crate::message;
use crate::messages::{Localizer, Message};
use crate::typography::{BASELINE_OFFSET, Weight, reserved_width};

/// Heights of the strip and of a pill, in points.
const STRIP_HEIGHT: f64 = 20.0;
const PILL_HEIGHT: f64 = 11.5;
/// Stroke width of a spoke, in points.
const SPOKE_WIDTH: f64 = 0.45;

/// Height of the strip in points; 0 without large teams.
pub(crate) fn height(teams: &[LargeTeam]) -> f64 {
    if teams.is_empty() { 0.0 } else { STRIP_HEIGHT }
}

/// Caption note on large teams without a pill; `None` when there are none.
pub(crate) fn undrawn_note(teams: &[LargeTeam]) -> Option<Message> {
    let more = teams.len().saturating_sub(MAX_PILLS);
    (more > 0).then(|| message!("map-excluded-large-teams", count = more))
}

/// Marks of the spokes, and of the pills.
pub(crate) fn marks(overview: &Overview<'_>, page: Rect) -> (Vec<Mark>, Vec<Mark>) {
    let teams = &overview.graph.large_teams[..overview.graph.large_teams.len().min(MAX_PILLS)];
    let column_width = page.width() / teams.len().max(1) as f64;
    let (mut spokes, mut pills) = (Vec::new(), Vec::new());
    for (position, team) in teams.iter().enumerate() {
        let at = Point::new(page.left + column_width * (position as f64 + 0.5), page.bottom + STRIP_HEIGHT * 0.55);
        spokes.extend(team.members.iter().map(|&member| spoke(overview, team, at, member)));
        pills.push(pill(overview, team, at, column_width - 12.0));
    }
    (spokes, pills)
}

fn key(overview: &Overview<'_>, team: &LargeTeam) -> String {
    format!("team-{}", overview.network.corpus().work_key(team.work))
}

fn spoke(overview: &Overview<'_>, team: &LargeTeam, at: Point, member: usize) -> Mark {
    let (corpus, color) = (overview.network.corpus(), overview.options.theme().edge);
    let (source, target) = (key(overview, team), overview.key(member).to_owned());
    let steps = vec![PathSegment::Move(at), PathSegment::Line(overview.points[member])];
    MarkGroup {
        id: Some(format!("e-{source}-{target}")),
        class: "edge".to_owned(),
        data: vec![("source", source.clone()), ("target", target.clone()), ("weight", "1".to_owned())],
        title: Some(format!("{} – {}", corpus.work_name(team.work), overview.names[member])),
        role: MarkRole::Edge(Box::new(EdgeMark {
            source,
            targets: vec![target],
            weight: 1.0,
            color,
            width: SPOKE_WIDTH,
        })),
        marks: vec![Mark::Path(steps, Paint::line(color, SPOKE_WIDTH).stroked_at(0.5))],
    }
    .into()
}

fn pill(overview: &Overview<'_>, team: &LargeTeam, at: Point, max_width: f64) -> Mark {
    let (theme, roles, corpus) = (overview.options.theme(), overview.options.roles(), overview.network.corpus());
    let size = roles.work;
    let count = wording::count(corpus.institutions_of(team.work).len());
    let name = wording::ellipsized(corpus.work_name(team.work), size, Weight::Bold, max_width - 30.0);
    let text = format!("{name} ({count})");
    let body = Rect::around(at, reserved_width(&text, size, Weight::Bold) + 10.0, PILL_HEIGHT);
    let base = Point::new(at.x, at.y + BASELINE_OFFSET * size);
    let key = key(overview, team);
    let language = overview.options.language;
    let work_count = message!("figures-works", shown = 1_usize, kind = overview.options.kind(corpus));
    let work_count = Localizer::for_figures(language).render(&work_count);
    let team_size = actor::institution_count(corpus.institutions_of(team.work).len(), language);
    let outline = ConvexPolygon::from(body);
    let line = TextLine::new(&text, base, size, theme.ink).bold().anchored(TextAnchor::Middle);
    let name = MarkGroup { role: MarkRole::Label(vec![key.clone()]), ..MarkGroup::new("", vec![line.into()]) };
    MarkGroup {
        id: Some(format!("n-{key}")),
        class: "node work".to_owned(),
        data: vec![
            ("id", key.clone()),
            ("kind", "work".to_owned()),
            ("members", team.members.iter().map(|&member| overview.key(member)).collect::<Vec<_>>().join(" ")),
        ],
        title: Some(format!("{}: {work_count}, {team_size}", corpus.work_name(team.work))),
        role: MarkRole::Node(Box::new(NodeMark {
            key,
            label: text,
            shape: NodeShape::Pill,
            outline,
            color: theme.panel,
        })),
        marks: vec![
            Mark::Rect(body, PILL_HEIGHT / 2.0, Paint::fill(theme.panel).outlined(theme.edge, 0.8)),
            name.into(),
        ],
    }
    .into()
}
