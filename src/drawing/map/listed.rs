//! Institutions without partners in a map: a line of names below the drawing, each after a small mark.
//!
//! They have no place in a network, and a grid of them would take the page from it.

use crate::answer::mark::{Mark, TextLine};
use crate::corpus::institution::InstitutionId;
use crate::corpus::table::Corpus;
use crate::drawing::frame::Options;
use crate::drawing::labels::LabelCandidate;
use crate::drawing::map::detailed_content::{MapComponent, MarkContent};
use crate::drawing::map::scene::Arrangement;
use crate::drawing::map::short_names;
use crate::drawing::wording::{self, ellipsized};
use crate::geometry::{Point, Rect};
use crate::message;
use crate::messages::Localizer;
use crate::typography::{BASELINE_OFFSET, Weight, reserved_width};

/// Radius of a mark, in points.
pub(crate) const RADIUS: f64 = 2.8;
/// Gap between a mark and its name, between two entries, and between rows, in points.
const NAME_GAP: f64 = 2.4;
const ENTRY_GAP: f64 = 9.0;
const ROW_GAP: f64 = 3.2;
/// Height of a line as a multiple of its type size.
const LINE_HEIGHT: f64 = 1.02;

/// Text of an institution: its shortest names, with the number of its works where marks stand for that, at most `max` points
/// wide.
pub(crate) fn text(corpus: &Corpus, id: InstitutionId, has_number: bool, (options, max): (&Options, f64)) -> String {
    let name = short_names::name(&corpus.institution(id).names, options);
    let works = corpus.works_of(id).len();
    let number = if has_number && works > 0 { format!(" ({})", wording::count(works)) } else { String::new() };
    let size = options.roles().evidence;
    let left = max - reserved_width(&number, size, Weight::Regular);
    format!("{}{number}", ellipsized(&name, size, Weight::Regular, left))
}

/// Width and height of a text, in points.
pub(crate) fn size(text: &str, options: &Options) -> (f64, f64) {
    let size = options.roles().evidence;
    (reserved_width(text, size, Weight::Regular), size * LINE_HEIGHT)
}

/// Places components of one listed mark each in rows from `top` on, below the line that introduces them.
pub(crate) fn arrange(components: &mut [MapComponent], width: f64, top: f64, options: &Options) {
    let line = options.roles().evidence * LINE_HEIGHT;
    let (mut left, mut row) = (0.0, top + line + ROW_GAP);
    let mut is_first = true;
    for component in components {
        let (half, label) = (component.scene.half_sizes[0], component.scene.labels[0].unwrap_or_default());
        let wide = 2.0 * half.0 + NAME_GAP + label.0;
        if !is_first && left + wide > width {
            (left, row) = (0.0, row + line.max(2.0 * half.1) + ROW_GAP);
        }
        let at = Point::new(left + half.0, row + line / 2.0);
        let name = left + 2.0 * half.0 + NAME_GAP;
        let rect = Rect::new(name, row + (line - label.1) / 2.0, name + label.0, row + (line + label.1) / 2.0);
        let anchor = crate::answer::mark::TextAnchor::Start;
        let name = LabelCandidate { rect, anchor, cost: 0.0, leader: None };
        component.arrangement = Arrangement { points: vec![at], labels: vec![Some(name)], ..Arrangement::default() };
        left += wide + ENTRY_GAP;
        is_first = false;
    }
}

/// The line that introduces the listed marks; `None` where none is listed.
pub(crate) fn introduction(content: &MarkContent, components: &[MapComponent], options: &Options) -> Option<Mark> {
    let is_listed = |component: &&MapComponent| component.marks.len() == 1 && content.is_listed(component.marks[0]);
    let first = components.iter().find(is_listed)?;
    let (point, half, size) = (first.arrangement.points[0], first.scene.half_sizes[0], options.roles().evidence);
    let text = Localizer::in_each(options.language, &message!("map-without-partners"));
    let line = size * LINE_HEIGHT;
    let at = Point::new(point.x - half.0, point.y - line - ROW_GAP + BASELINE_OFFSET * size);
    Some(TextLine::new(&text, at, size, options.theme().muted).into())
}
