//! Two institutions that no chain of joint models connects: both groups by name.

use crate::answer::mark::{Mark, Paint, TextLine};
use crate::drawing::encoding::{half_width, outline};
use crate::drawing::member;
use crate::drawing::names;
use crate::drawing::path::stop::Scene;
use crate::drawing::wording;
use crate::geometry::{Point, Rect};
use crate::network::components::Components;
use crate::typography::{Weight, reserved_width};

/// Most members of a group that are named.
const MOST: usize = 40;
/// Radius of a mark.
const RADIUS: f64 = 3.6;
/// Height of a row of names.
const ROW: f64 = 13.0;
/// Padding of a box.
const PAD: f64 = 8.0;
/// Gap between the boxes.
const GUTTER: f64 = 14.0;

/// Draws both groups side by side, or one below the other in one column. Returns the marks and where they end.
pub(super) fn draw(
    scene: Scene<'_, '_>,
    found: &Components,
    ends: [usize; 2],
    width: f64,
    top: f64,
) -> (Vec<Mark>, f64) {
    let beside = width >= 300.0;
    let box_width = if beside { (width - GUTTER) / 2.0 } else { width };
    let mut marks = Vec::new();
    let (mut y, mut bottom) = (top, top);
    for (index, &end) in ends.iter().enumerate() {
        let left = if beside && index == 1 { box_width + GUTTER } else { 0.0 };
        let at = Rect::new(left, y, left + box_width, y);
        let (group, end_y) = draw_group(scene, found, end, at);
        marks.extend(group);
        bottom = bottom.max(end_y);
        y = if beside { top } else { end_y + GUTTER };
    }
    (marks, bottom)
}

fn draw_group(scene: Scene<'_, '_>, found: &Components, end: usize, area: Rect) -> (Vec<Mark>, f64) {
    let (theme, roles, language) = (scene.look.theme, scene.look.roles, scene.look.language);
    let members = &found.members[found.of[end] as usize];
    // The institution asked for first, then those with the most models.
    let models =
        |node: usize| scene.network.institution(node).map_or(0, |id| scene.network.corpus().works_of(id).len());
    let mut order: Vec<usize> = members.clone();
    order.sort_by_key(|&node| (node != end, std::cmp::Reverse(models(node)), node));
    let heading = wording::in_each(language, |one| {
        let count = member::institutions_told(members.len(), one);
        let plain = scene.institution(end).map_or(String::new(), |own| names::plain(&own.names, one));
        wording::first(one, format!("Connected with {plain}: {count}"), format!("{plain} 쪽 무리: {count}"))
    });
    let most = (area.width() - 2.0 * PAD) / 1.1;
    let heading = wording::fitted(&heading, roles.legend, Weight::Regular, most);
    let mut marks: Vec<Mark> =
        vec![member::line(heading, area.left + PAD, area.top + PAD + 3.0, roles.legend, theme.muted).into()];
    let (mut x, mut y) = (area.left + PAD, area.top + PAD + 17.0);
    for &node in order.iter().take(MOST) {
        let label = scene.fitted(node, area.width() - 2.0 * PAD - 2.0 * RADIUS - 14.0);
        let room = 2.0 * RADIUS + 8.0 + reserved_width(&label.first, roles.name, Weight::Bold);
        if x > area.left + PAD && x + room > area.right - PAD {
            (x, y) = (area.left + PAD, y + ROW);
        }
        marks.extend(entry(scene, node, Point::new(x + RADIUS + 2.0, y), &label.first, node == end));
        x += room + 9.0;
    }
    if order.len() > MOST {
        let more = wording::count(order.len() - MOST);
        let text = member::others(more, language);
        if x + reserved_width(&text, roles.legend, Weight::Regular) > area.right - PAD {
            (x, y) = (area.left + PAD, y + ROW);
        }
        marks.push(member::line(text, x, y, roles.legend, theme.muted).into());
    }
    let bottom = y + RADIUS + PAD;
    let frame = Rect { bottom, ..area }.grown(-0.5);
    marks.insert(0, Mark::Rect(frame, 6.0, Paint::fill(theme.panel).outlined(theme.faint, 0.8)));
    (marks, bottom)
}

fn entry(scene: Scene<'_, '_>, node: usize, at: Point, name: &str, focus: bool) -> Option<Mark> {
    let (theme, roles) = (scene.look.theme, scene.look.roles);
    let id = scene.network.institution(node)?;
    let institution = scene.institution(node)?;
    let form = crate::drawing::encoding::form(institution.sector());
    let mut marks = vec![member::dot(form, at, RADIUS, theme.sector(institution.sector()))];
    if focus {
        marks.push(Mark::Circle(
            at,
            half_width(form, RADIUS) + 1.9,
            Paint { cap: Default::default(), ..Paint::line(theme.focus, 1.4) },
        ));
    }
    let text = TextLine::new(name, Point::new(at.x + RADIUS + 4.5, at.y + 0.35 * roles.name), roles.name, theme.ink);
    marks.push(if focus { text.bold().into() } else { text.into() });
    Some(member::node(scene.network.corpus(), id, outline(form, at, RADIUS), marks, scene.look).into())
}
