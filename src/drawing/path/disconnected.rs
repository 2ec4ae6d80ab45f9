//! Two institutions in different components: the members of both components.

use crate::answer::mark::{Mark, Paint, Text};
use crate::drawing::actor;
use crate::drawing::encoding::{half_width, outline};
use crate::drawing::path::scene::PathScene;
use crate::drawing::wording;
use crate::geometry::{Point, Rect};
use crate::message;
use crate::messages::Localizer;
use crate::network::components::Components;
use crate::typography::{Weight, reserved_width};

/// Largest number of members named in a component.
const MAX_NAMED: usize = 40;
/// Radius of a mark, in points.
const RADIUS: f64 = 3.6;
/// Height of a row of names, in points.
const ROW_HEIGHT: f64 = 13.0;
/// Padding of a box, in points.
const PADDING: f64 = 8.0;
/// Gap between the boxes, in points.
const GUTTER: f64 = 14.0;

/// Draws both components side by side, or one below the other in narrow figures. Returns the marks and their lower
/// edge.
pub(super) fn draw(
    scene: PathScene<'_, '_>,
    components: &Components,
    ends: [usize; 2],
    width: f64,
    top: f64,
) -> (Vec<Mark>, f64) {
    let side_by_side = width >= 300.0;
    let box_width = if side_by_side { (width - GUTTER) / 2.0 } else { width };
    let mut marks = Vec::new();
    let (mut y, mut bottom) = (top, top);
    for (index, &end) in ends.iter().enumerate() {
        let left = if side_by_side && index == 1 { box_width + GUTTER } else { 0.0 };
        let at = Rect::new(left, y, left + box_width, y);
        let (group, end_y) = draw_group(scene, components, end, at);
        marks.extend(group);
        bottom = bottom.max(end_y);
        y = if side_by_side { top } else { end_y + GUTTER };
    }
    (marks, bottom)
}

fn draw_group(scene: PathScene<'_, '_>, components: &Components, end: usize, area: Rect) -> (Vec<Mark>, f64) {
    let (theme, roles, language) = (scene.style.theme, scene.style.roles, scene.style.language);
    let members = &components.members[components.of[end] as usize];
    // The institution in question first, then by number of works.
    let work_count =
        |node: usize| scene.network.institution(node).map_or(0, |id| scene.network.corpus().works_of(id).len());
    let mut order: Vec<usize> = members.clone();
    order.sort_by_key(|&node| (node != end, std::cmp::Reverse(work_count(node)), node));
    let heading = message!("figures-path-component", name = scene.names(end), institutions = members.len());
    let heading = Localizer::in_each(language, &heading);
    let max_width = (area.width() - 2.0 * PADDING) / 1.1;
    let heading = wording::ellipsized(&heading, roles.legend, Weight::Regular, max_width);
    let mut marks: Vec<Mark> =
        vec![actor::line(heading, area.left + PADDING, area.top + PADDING + 3.0, roles.legend, theme.muted).into()];
    let (mut x, mut y) = (area.left + PADDING, area.top + PADDING + 17.0);
    for &node in order.iter().take(MAX_NAMED) {
        let label = scene.ellipsized_label(node, area.width() - 2.0 * PADDING - 2.0 * RADIUS - 14.0);
        let entry_width = 2.0 * RADIUS + 8.0 + reserved_width(&label.first, roles.name, Weight::Bold);
        if x > area.left + PADDING && x + entry_width > area.right - PADDING {
            (x, y) = (area.left + PADDING, y + ROW_HEIGHT);
        }
        marks.extend(entry(scene, node, Point::new(x + RADIUS + 2.0, y), &label.first, node == end));
        x += entry_width + 9.0;
    }
    if order.len() > MAX_NAMED {
        let text = actor::more_institutions(order.len() - MAX_NAMED, language);
        if x + reserved_width(&text, roles.legend, Weight::Regular) > area.right - PADDING {
            (x, y) = (area.left + PADDING, y + ROW_HEIGHT);
        }
        marks.push(actor::line(text, x, y, roles.legend, theme.muted).into());
    }
    let bottom = y + RADIUS + PADDING;
    let frame = Rect { bottom, ..area }.inflated(-0.5);
    marks.insert(0, Mark::Rect(frame, 6.0, Paint::fill(theme.panel).outlined(theme.faint, 0.8)));
    (marks, bottom)
}

fn entry(scene: PathScene<'_, '_>, node: usize, at: Point, name: &str, focus: bool) -> Option<Mark> {
    let (theme, roles) = (scene.style.theme, scene.style.roles);
    let id = scene.network.institution(node)?;
    let institution = scene.institution(node)?;
    let form = crate::drawing::encoding::form(institution.sector());
    let mut marks = vec![actor::sector_mark(form, at, RADIUS, theme.sector(institution.sector()))];
    if focus {
        marks.push(Mark::Circle(
            at,
            half_width(form, RADIUS) + 1.9,
            Paint { ends: Default::default(), ..Paint::line(theme.focus, 1.4) },
        ));
    }
    let text = Text::new(name, Point::new(at.x + RADIUS + 4.5, at.y + 0.35 * roles.name), roles.name, theme.ink);
    marks.push(if focus { text.bold().into() } else { text.into() });
    Some(actor::node(scene.network.corpus(), id, outline(form, at, RADIUS), marks, scene.style).into())
}
