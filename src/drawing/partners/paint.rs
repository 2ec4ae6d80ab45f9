//! Marks of the view of partners.

use crate::answer::mark::{Mark, MarkGroup, Paint, TextAnchor};
use crate::corpus::date::Date;
use crate::corpus::work::WorkId;
use crate::drawing::actor::{self, Style};
use crate::drawing::encoding::{form, half_height, half_width};
use crate::drawing::partners::content::{PartnerRow, PartnersContent};
use crate::drawing::row_label::RowLabel;
use crate::drawing::time_axis::{TimeAxis, spread};
use crate::drawing::{names, wording};
use crate::geometry::{ConvexPolygon, Point, Rect};
use crate::network::graph::Network;
use crate::typography::{Weight, reserved_width};
use std::ops::Range;

/// Radius of the mark of one work, in points.
const RADIUS: f64 = 2.9;
/// Largest radius of a mark that stands for several works, in points.
const MAX_RADIUS: f64 = 5.3;
/// Distance of two marks in a row, in radii.
const MARK_PITCH: f64 = 2.15;
/// Largest distance of a mark from its date, in points and in years.
const MAX_SHIFT: f64 = 9.0;
const MAX_SHIFT_YEARS: f64 = 0.45;
/// Height of the bar of a tie without works, in points.
const BAR_HEIGHT: f64 = 5.0;

/// Column of rows.
pub(super) struct Column {
    pub(super) left: f64,
    pub(super) width: f64,
    pub(super) rows: Range<usize>,
}

/// Mark of one work, or of those of a year.
struct RowMark {
    works: Vec<WorkId>,
    x: f64,
    radius: f64,
}

pub(super) struct PartnersPainter<'s> {
    pub(super) network: &'s Network<'s>,
    pub(super) content: &'s PartnersContent,
    pub(super) axis: &'s TimeAxis,
    pub(super) style: Style<'s>,
    /// Width of the names, in points.
    pub(super) names: f64,
    pub(super) pitch: f64,
    pub(super) top: f64,
}

impl PartnersPainter<'_> {
    /// The institution itself, above the names of its partners, with the number of its joint works.
    pub(super) fn center(&self, label: &RowLabel) -> MarkGroup {
        let center_y = self.top - 5.0;
        let mut marks = label.marks(self.names, center_y, self.style);
        let corpus = self.network.corpus();
        let number = (self.content.joint > 0).then(|| wording::count(self.content.joint));
        marks.extend(number.map(|text| self.number(&text, 0.0, center_y, Weight::Bold)));
        actor::node(corpus, self.content.center, self.outline(0.0, center_y), marks, self.style)
    }

    /// Rows of a column with their axis; whether a mark stands for several works.
    pub(super) fn column(&self, column: &Column, labels: &[RowLabel]) -> (Vec<Mark>, bool) {
        let bottom = self.top + self.pitch * column.rows.len().max(1) as f64;
        let axis = self.axis.moved(column.left);
        let has_works = self.content.rows.iter().any(|row| !row.works.is_empty());
        let mut marks = Vec::new();
        let center = |line: usize| self.top + self.pitch * (line as f64 + 0.5);
        if has_works {
            let rows: Vec<f64> = (0..column.rows.len()).map(center).collect();
            marks.push(axis.grid(self.top, bottom, &rows, self.style).into());
        }
        let mut is_merged = false;
        for (line, row) in column.rows.clone().enumerate() {
            let (row_marks, merged) = self.row(&self.content.rows[row], &labels[row], column, &axis, center(line));
            marks.extend(row_marks);
            is_merged |= merged;
        }
        (marks, is_merged)
    }

    fn row(
        &self,
        row: &PartnerRow,
        label: &RowLabel,
        column: &Column,
        axis: &TimeAxis,
        center_y: f64,
    ) -> ([Mark; 2], bool) {
        let corpus = self.network.corpus();
        let mut marks = label.marks(column.left + self.names, center_y, self.style);
        let number = if row.works.is_empty() { actor::weight_text(row.value) } else { wording::count(row.works.len()) };
        marks.push(self.number(&number, column.left, center_y, label.weight()));
        let node = actor::node(corpus, row.id, self.outline(column.left, center_y), marks, self.style);
        let (ties, is_merged) = if row.works.is_empty() {
            (vec![self.bar(row, axis, column, center_y)], false)
        } else {
            let work_marks = self.work_marks(row, axis);
            let is_merged = work_marks.iter().any(|mark| mark.works.len() > 1);
            (work_marks.iter().map(|mark| self.dot(row, mark, center_y).into()).collect(), is_merged)
        };
        ([node.into(), MarkGroup::new("ties", ties).into()], is_merged)
    }

    /// Box of the number of a row, which stands for its institution.
    fn outline(&self, left: f64, center_y: f64) -> ConvexPolygon {
        let at = left + self.names + 5.0;
        ConvexPolygon::from(Rect::new(at, center_y - 2.5, at + 5.0, center_y + 2.5))
    }

    fn number(&self, text: &str, left: f64, center_y: f64, weight: Weight) -> Mark {
        let line = actor::line(text, left + self.names + 5.0, center_y, self.style.roles.name, self.style.theme.muted);
        if weight == Weight::Bold { line.bold().into() } else { line.into() }
    }

    /// A mark a work, moved apart where they overlap; a mark a year where that takes them too far from their dates.
    fn work_marks(&self, row: &PartnerRow, axis: &TimeAxis) -> Vec<RowMark> {
        let corpus = self.network.corpus();
        let half = half_width(form(corpus.institution(row.id).sector()), RADIUS);
        let own = |work: &WorkId| RowMark { works: vec![*work], x: axis.x(corpus.date(*work)), radius: RADIUS };
        let mut singles: Vec<RowMark> = row.works.iter().map(own).collect();
        singles.sort_by(|a, b| a.x.total_cmp(&b.x));
        if spread_marks(&mut singles, axis, |mark| corpus.date(mark.works[0]), half) {
            return singles;
        }
        let year = |work: &WorkId| corpus.date(*work).map(Date::year_number);
        let mut by_year: Vec<RowMark> = Vec::new();
        let mut works = row.works.clone();
        works.sort_by_key(|work| (year(work).is_none(), year(work), *work));
        for group in works.chunk_by(|a, b| year(a) == year(b)) {
            let x = axis.x(year(&group[0]).and_then(Date::year));
            let most = MAX_RADIUS.min(axis.year_width() / 2.0).max(RADIUS);
            let radius = if group.len() == 1 { RADIUS } else { most };
            by_year.push(RowMark { works: group.to_vec(), x, radius });
        }
        by_year
    }

    /// Mark of works at their date, with their number where it stands for several.
    fn dot(&self, row: &PartnerRow, mark: &RowMark, center_y: f64) -> MarkGroup {
        let (corpus, style) = (self.network.corpus(), self.style);
        let sector = corpus.institution(row.id).sector();
        let (form, color) = (form(sector), style.theme.sector(sector));
        // All forms are as high as the row allows.
        let radius = mark.radius * (MAX_RADIUS / half_height(form, MAX_RADIUS)).min(1.0);
        let radius = if mark.works.len() > 1 { radius } else { mark.radius };
        let at = Point::new(mark.x, center_y);
        let mut marks = vec![actor::sector_mark(form, at, radius, color)];
        if mark.works.len() > 1 {
            let text = wording::count(mark.works.len());
            if reserved_width(&text, style.roles.number, Weight::Bold) <= 2.0 * half_width(form, radius) {
                let text = actor::line(text, at.x, at.y, style.roles.number, style.theme.on_sector);
                marks.push(text.bold().anchored(TextAnchor::Middle).into());
            }
        }
        self.tie(row, &mark.works, mark.works.len() as f64, 2.0 * radius, marks)
    }

    /// Bar of a tie without works, as long as its weight.
    fn bar(&self, row: &PartnerRow, axis: &TimeAxis, column: &Column, center_y: f64) -> Mark {
        let sector = self.network.corpus().institution(row.id).sector();
        let (from, to) = (axis.extent().0, column.left + column.width - 7.0);
        let share = row.value / self.content.largest_weight().max(f64::MIN_POSITIVE);
        let length = ((to - from) * share.clamp(0.0, 1.0)).max(0.8);
        let body = Rect::new(from, center_y - BAR_HEIGHT / 2.0, from + length, center_y + BAR_HEIGHT / 2.0);
        let bar = Mark::Rect(body, 0.0, Paint::fill(self.style.theme.sector(sector)));
        self.tie(row, &[], row.value, BAR_HEIGHT, vec![bar]).into()
    }

    /// Group of the tie, or of some of its works.
    fn tie(&self, row: &PartnerRow, works: &[WorkId], weight: f64, width: f64, marks: Vec<Mark>) -> MarkGroup {
        let (corpus, style) = (self.network.corpus(), self.style);
        let color = style.theme.sector(corpus.institution(row.id).sector());
        let group = actor::tie(self.network, row.tie, color, width, marks, style);
        let name = |id| names::plain(&corpus.institution(id).names, style.language);
        let what = actor::works_or_weight(corpus, works, weight, style.language);
        let keys: Vec<String> = works.iter().map(|&work| corpus.work_key(work)).collect();
        let suffix = keys.first().map_or(String::new(), |key| format!("--{key}"));
        group.of_works(&suffix, weight, &keys, format!("{} – {}: {what}", name(self.content.center), name(row.id)))
    }
}

/// Moves marks of a half width apart; whether each is still near its date.
fn spread_marks(marks: &mut [RowMark], axis: &TimeAxis, date: impl Fn(&RowMark) -> Option<Date>, half: f64) -> bool {
    let mut is_near = true;
    for part in marks.chunk_by_mut(|a, b| date(a).is_some() == date(b).is_some()) {
        let (low, high) = axis.span(date(&part[0]));
        let wanted: Vec<f64> = part.iter().map(|mark| mark.x).collect();
        let placed = spread(&wanted, &vec![vec![0]; wanted.len()], half * MARK_PITCH, low + half, high - half);
        for (mark, x) in part.iter_mut().zip(placed) {
            let allowed = match date(mark) {
                None => f64::INFINITY,
                Some(date) if date.month_number().is_none() => axis.year_width() / 2.0 - half,
                Some(_) => MAX_SHIFT.min(MAX_SHIFT_YEARS * axis.year_width()),
            };
            is_near &= (mark.x - x).abs() <= allowed && x <= high + half;
            mark.x = x;
        }
    }
    is_near
}
