//! Large teams on a large map: one pill each in a strip below the drawing, with a spoke to each member, never a
//! line between every two.

use crate::answer::korean::{Particle, attach};
use crate::answer::mark::{
    EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment, TextAnchor, TextLine,
};
use crate::drawing::kind::WorkKind;
use crate::drawing::map::group::Hub;
use crate::drawing::map::world::World;
use crate::drawing::member;
use crate::drawing::wording;
use crate::geometry::{Outline, Point, Rect};
use crate::typography::{MIDDLE, Weight, reserved_width};

/// Most pills in the strip.
pub(crate) const MOST: usize = 3;
/// Height of the strip, and of a pill in it.
const STRIP: f64 = 20.0;
const PILL: f64 = 11.5;
/// Width of a spoke.
const SPOKE: f64 = 0.45;

/// Height that the strip takes.
pub(crate) fn height(hubs: &[Hub]) -> f64 {
    if hubs.is_empty() { 0.0 } else { STRIP }
}

/// What the caption says of teams that have no room: English and Korean.
pub(crate) fn without(hubs: &[Hub], kind: WorkKind) -> Option<(String, String)> {
    let more = hubs.len().checked_sub(MOST).filter(|&more| more > 0)?;
    Some((
        format!("{more} more large teams are not drawn."),
        format!("그 밖의 대형 {} 그리지 않음.", attach(&kind.joint_korean(more), Particle::Topic)),
    ))
}

/// Spokes, and pills.
pub(crate) fn marks(world: &World<'_>, page: Rect) -> (Vec<Mark>, Vec<Mark>) {
    let hubs = &world.group.hubs[..world.group.hubs.len().min(MOST)];
    let room = page.width() / hubs.len().max(1) as f64;
    let (mut spokes, mut pills) = (Vec::new(), Vec::new());
    for (position, hub) in hubs.iter().enumerate() {
        let at = Point::new(page.left + room * (position as f64 + 0.5), page.bottom + STRIP * 0.55);
        spokes.extend(hub.members.iter().map(|&member| spoke(world, hub, at, member)));
        pills.push(pill(world, hub, at, room - 12.0));
    }
    (spokes, pills)
}

fn key(world: &World<'_>, hub: &Hub) -> String {
    format!("team-{}", world.network.corpus().work_key(hub.work))
}

fn spoke(world: &World<'_>, hub: &Hub, at: Point, member: usize) -> Mark {
    let (corpus, color) = (world.network.corpus(), world.options.theme().edge);
    let (source, target) = (key(world, hub), world.key(member).to_owned());
    let steps = vec![PathSegment::Move(at), PathSegment::Line(world.points[member])];
    MarkGroup {
        id: Some(format!("e-{source}-{target}")),
        class: "edge".to_owned(),
        data: vec![("source", source.clone()), ("target", target.clone()), ("weight", "1".to_owned())],
        title: Some(format!("{} – {}", corpus.work_name(hub.work), world.names[member])),
        role: MarkRole::Edge(Box::new(EdgeMark { source, targets: vec![target], weight: 1.0, color, width: SPOKE })),
        marks: vec![Mark::Path(steps, Paint::line(color, SPOKE).stroked_at(0.5))],
    }
    .into()
}

fn pill(world: &World<'_>, hub: &Hub, at: Point, most: f64) -> Mark {
    let (theme, roles, corpus) = (world.options.theme(), world.options.roles(), world.network.corpus());
    let size = roles.model;
    let count = wording::count(corpus.institutions_of(hub.work).len());
    let name = wording::fitted(corpus.work_name(hub.work), size, Weight::Bold, most - 30.0);
    let text = format!("{name} ({count})");
    let body = Rect::around(at, reserved_width(&text, size, Weight::Bold) + 10.0, PILL);
    let base = Point::new(at.x, at.y + MIDDLE * size);
    let key = key(world, hub);
    let language = world.options.language;
    let told = world.options.kind(corpus).told(1, language);
    let team = member::institutions_told(corpus.institutions_of(hub.work).len(), language);
    let outline = Outline::from(body);
    let line = TextLine::new(&text, base, size, theme.ink).bold().anchored(TextAnchor::Middle);
    let name = MarkGroup { role: MarkRole::Label(vec![key.clone()]), ..MarkGroup::new("", vec![line.into()]) };
    MarkGroup {
        id: Some(format!("n-{key}")),
        class: "node work".to_owned(),
        data: vec![
            ("id", key.clone()),
            ("kind", "work".to_owned()),
            ("members", hub.members.iter().map(|&member| world.key(member)).collect::<Vec<_>>().join(" ")),
        ],
        title: Some(format!("{}: {told}, {team}", corpus.work_name(hub.work))),
        role: MarkRole::Node(Box::new(NodeMark {
            key,
            label: text,
            shape: NodeShape::Pill,
            outline,
            color: theme.panel,
        })),
        marks: vec![Mark::Rect(body, PILL / 2.0, Paint::fill(theme.panel).outlined(theme.edge, 0.8)), name.into()],
    }
    .into()
}
