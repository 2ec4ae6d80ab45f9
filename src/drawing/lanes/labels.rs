//! Labels of the lanes: names of works above their dots, partners without a lane below.

use crate::answer::mark::{Mark, MarkGroup, MarkRole, TextAnchor, TextLine};
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::drawing::actor::{self, Style};
use crate::drawing::lanes::content::LanesContent;
use crate::drawing::lanes::marks::WorkMark;
use crate::drawing::map::evidence::abbreviated;
use crate::drawing::names::{self, Length};
use crate::drawing::wording;
use crate::geometry::{Point, Rect};
use crate::message;
use crate::messages::Localizer;
use crate::typography::{Weight, reserved_width};

/// Gap between a dot and a label, in points.
const GAP: f64 = 1.0;
/// Gap between labels, in points.
const CLEARANCE: f64 = 1.2;
/// Largest distance of marks with one label, in points.
const MAX_JOINED: f64 = 30.0;
/// Half the width that a link takes, in points.
const LINK_HALF: f64 = 1.4;

/// Marks of one team that stand close together and have one label.
struct Unit<'m> {
    marks: Vec<&'m WorkMark>,
    left: f64,
    right: f64,
    radius: f64,
    top: usize,
    bottom: usize,
}

/// Places labels one after the other: names of joint works, each with its partners without a lane, then names of the
/// others; one that finds no place is dropped.
pub(super) struct LaneLabels<'s> {
    pub(super) corpus: &'s Corpus,
    pub(super) content: &'s LanesContent,
    pub(super) style: Style<'s>,
    /// Y of the lanes.
    pub(super) lanes: &'s [f64],
    /// X between which labels lie.
    pub(super) span: (f64, f64),
    pub(super) obstacles: Vec<Rect>,
    /// Number of works without a name, and of marks without their partners' names.
    pub(super) dropped: (usize, usize),
}

impl<'s> LaneLabels<'s> {
    /// Dots and links as obstacles.
    pub(super) fn add_marks(&mut self, marks: &[WorkMark]) {
        for mark in marks {
            for &lane in &mark.lanes {
                let size = 2.0 * mark.radius + 0.6;
                self.obstacles.push(Rect::around(Point::new(mark.x, self.lanes[lane]), size, size));
            }
            if let (Some(&first), Some(&last)) = (mark.lanes.first(), mark.lanes.last())
                && first < last
            {
                let (top, bottom) = (self.lanes[first], self.lanes[last]);
                self.obstacles.push(Rect::new(mark.x - LINK_HALF, top, mark.x + LINK_HALF, bottom));
            }
        }
    }

    pub(super) fn place(&mut self, marks: &[WorkMark]) -> Vec<Mark> {
        let mut units = units(marks);
        units.sort_by(|a, b| b.marks[0].is_joint.cmp(&a.marks[0].is_joint).then(a.left.total_cmp(&b.left)));
        let mut labels = Vec::new();
        for unit in &units {
            let names = self.names(unit);
            match self.best(unit, &names, true) {
                Some(label) => labels.push(label),
                None => self.dropped.0 += unit.marks.iter().map(|mark| mark.works.len()).sum::<usize>(),
            }
            if !unit.marks[0].others.is_empty() {
                let words = self.partners(unit);
                match self.best(unit, &words, false) {
                    Some(label) => labels.push(label),
                    None => self.dropped.1 += unit.marks.len(),
                }
            }
        }
        labels
    }

    /// Texts for the works of a unit, the longest first.
    fn names(&self, unit: &Unit<'_>) -> Vec<String> {
        let works: Vec<_> = unit.marks.iter().flat_map(|mark| mark.works.iter().copied()).collect();
        let all: Vec<&str> = works.iter().map(|&work| self.corpus.work_name(work)).collect();
        let short: Vec<String> = all.iter().map(|name| abbreviated(name, &all)).collect();
        let (size, weight) = (self.style.roles.evidence, Weight::Bold);
        let cut = |name: &str, width: f64| wording::ellipsized(name, size, weight, width);
        let mut texts = vec![all.join(", "), short.join(", ")];
        let more = |shown: usize| actor::and_more(works.len() - shown, self.style);
        for shown in (1..works.len().min(4)).rev() {
            texts.push(format!("{}{}", short[..shown].join(", "), more(shown)));
        }
        let rest = if works.len() > 1 { more(1) } else { String::new() };
        texts.extend([90.0, 60.0, 40.0].map(|width| format!("{}{rest}", cut(&short[0], width))));
        texts.dedup();
        texts
    }

    /// Texts for the partners without a lane, the longest first.
    fn partners(&self, unit: &Unit<'_>) -> Vec<String> {
        let mut others: Vec<InstitutionId> = unit.marks.iter().flat_map(|mark| mark.others.iter().copied()).collect();
        others.sort_unstable();
        others.dedup();
        let name = |&id: &InstitutionId| {
            names::label(&self.corpus.institution(id).names, self.style.language, Length::Short).first
        };
        let all: Vec<String> = others.iter().map(name).collect();
        let localizer = Localizer::for_figures(self.style.language);
        let text = |shown: usize| {
            let (partners, more) = (all[..shown].join(", "), all.len() - shown);
            localizer.render(&match more {
                0 => message!("figures-lanes-with", partners = partners),
                _ => message!("figures-lanes-with-more", partners = partners, count = more),
            })
        };
        (1..=all.len().min(6)).rev().map(text).collect()
    }

    /// The first text with a place near its unit.
    fn best(&mut self, unit: &Unit<'_>, texts: &[String], is_name: bool) -> Option<Mark> {
        let (theme, size) = (self.style.theme, self.style.roles.evidence);
        let is_joint = unit.marks[0].is_joint;
        let weight = if is_name && is_joint { Weight::Bold } else { Weight::Regular };
        let color = match (is_name, is_joint) {
            (true, true) => theme.focus,
            (true, false) => theme.ink,
            (false, _) => theme.muted,
        };
        for text in texts {
            let width = reserved_width(text, size, weight);
            if width > self.span.1 - self.span.0 {
                continue;
            }
            for (x, center_y) in self.places(unit, width, is_name) {
                let area = Rect::around(Point::new(x + width / 2.0, center_y), width, size * 1.04);
                let grown = Rect { left: area.left - CLEARANCE, right: area.right + CLEARANCE, ..area };
                let inside = area.left >= self.span.0 && area.right <= self.span.1;
                if !inside || self.obstacles.iter().any(|one| one.overlaps(grown)) {
                    continue;
                }
                self.obstacles.push(area);
                // The reserve for wider fonts lies on the side away from the dots.
                let line = actor::line(text, x + width / 2.0, center_y, size, color);
                let line = if weight == Weight::Bold { line.bold() } else { line };
                return Some(self.group(unit, line.anchored(TextAnchor::Middle)));
            }
        }
        None
    }

    /// Left end and centre of a label, by preference: above the first lane for names, below the last one for partners,
    /// then on the other side, and beside a link.
    fn places(&self, unit: &Unit<'_>, width: f64, is_name: bool) -> Vec<(f64, f64)> {
        let half = self.style.roles.evidence * 0.52;
        let above = self.lanes[unit.top] - unit.radius - GAP - half;
        let below = self.lanes[unit.bottom] + unit.radius + GAP + half;
        let middle = (unit.left + unit.right) / 2.0 - width / 2.0;
        let (start, end) = (unit.left - unit.radius, unit.right + unit.radius - width);
        let quarter = width / 4.0;
        let columns = [middle, start, end, middle + quarter, middle - quarter];
        let rows = if is_name { [above, below] } else { [below, above] };
        let mut places: Vec<(f64, f64)> = rows.iter().flat_map(|&y| columns.map(|x| (x, y))).collect();
        if unit.top < unit.bottom {
            let lane = self.lanes[unit.top] + unit.radius + GAP + half;
            places.extend([(unit.right + 2.8, lane), (unit.left - 2.8 - width, lane)]);
        }
        places
    }

    fn group(&self, unit: &Unit<'_>, line: TextLine) -> Mark {
        let keys = unit.marks[0].lanes.iter().map(|&lane| self.corpus.institution(self.content.lanes[lane]).id.clone());
        MarkGroup { role: MarkRole::Label(keys.collect()), ..MarkGroup::new("label", vec![line.into()]) }.into()
    }
}

/// Marks of one team next to each other, by lane and x.
fn units(marks: &[WorkMark]) -> Vec<Unit<'_>> {
    let mut order: Vec<&WorkMark> = marks.iter().filter(|mark| !mark.lanes.is_empty()).collect();
    let key = |mark: &&WorkMark| (mark.lanes.clone(), mark.is_joint, mark.others.clone());
    order.sort_by(|a, b| key(a).cmp(&key(b)).then(a.x.total_cmp(&b.x)));
    let is_next = |a: &&WorkMark, b: &&WorkMark| key(a) == key(b) && b.x - a.x <= MAX_JOINED;
    order
        .chunk_by(is_next)
        .map(|chunk| Unit {
            left: chunk[0].x,
            right: chunk[chunk.len() - 1].x,
            radius: chunk.iter().map(|mark| mark.radius).fold(0.0, f64::max),
            top: chunk[0].lanes[0],
            bottom: chunk[0].lanes[chunk[0].lanes.len() - 1],
            marks: chunk.to_vec(),
        })
        .collect()
}
