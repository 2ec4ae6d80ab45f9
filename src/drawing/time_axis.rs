//! Time axis: dates to x on one true scale, years as a grid, and a place for what has no date.

use crate::answer::mark::{Mark, MarkGroup, Paint, PathSegment};
use crate::corpus::Corpus;
use crate::corpus::date::Date;
use crate::corpus::work::WorkId;
use crate::drawing::actor::{self, Style};
use crate::geometry::Point;
use crate::message;
use crate::messages::Localizer;
use crate::typography::{Weight, reserved_width};

/// Gap between a grid line and the label of its year, in points.
const LABEL_GAP: f64 = 1.8;
/// Gap between the dated and the undated part, in points.
const UNDATED_GAP: f64 = 9.0;
/// Smallest width of the undated part, in points.
const UNDATED_WIDTH: f64 = 26.0;
/// Smallest width of a year in points at which each has a grid line.
const MIN_RULED: f64 = 20.0;
/// Years between two labels, the first that fits.
const STEPS: [u16; 7] = [1, 2, 5, 10, 20, 50, 100];

/// Scale of dates between two years.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeAxis {
    /// First year, and the year after the last; `None` where no work is dated.
    years: Option<(u16, u16)>,
    /// X of the first day and of the day after the last.
    left: f64,
    right: f64,
    /// X of the ends of the undated part, where works without a date are drawn.
    undated: Option<(f64, f64)>,
    undated_label: String,
}

impl TimeAxis {
    /// Axis of these works between `left` and `right`, both in points.
    #[must_use]
    pub fn of(corpus: &Corpus, works: impl Iterator<Item = WorkId>, left: f64, right: f64, style: Style<'_>) -> Self {
        let (mut years, mut has_undated) = (None, false);
        for work in works {
            match corpus.date(work).map(Date::year_number) {
                None => has_undated = true,
                Some(year) => {
                    let (first, last) = years.unwrap_or((year, year));
                    years = Some((first.min(year), last.max(year)));
                }
            }
        }
        let undated_label = Localizer::in_each(style.language, &message!("figures-timeline-undated-band"));
        let needed = reserved_width(&undated_label, style.roles.legend, Weight::Regular).max(UNDATED_WIDTH);
        let years = years.map(|(first, last)| (first, last.saturating_add(1)));
        let undated = has_undated.then(|| if years.is_some() { (right - needed, right) } else { (left, right) });
        let end = undated.filter(|_| years.is_some()).map_or(right, |(from, _)| from - UNDATED_GAP);
        Self { years, left, right: end, undated, undated_label }
    }

    /// The axis moved right by `by` points.
    #[must_use]
    pub fn moved(&self, by: f64) -> Self {
        let undated = self.undated.map(|(from, to)| (from + by, to + by));
        Self { left: self.left + by, right: self.right + by, undated, ..self.clone() }
    }

    /// Width of a year in points.
    #[must_use]
    pub fn year_width(&self) -> f64 {
        self.years.map_or(self.right - self.left, |(first, end)| (self.right - self.left) / f64::from(end - first))
    }

    /// X of a date: of the middle of its year or month, where it is no day. The middle of the undated part for none.
    #[must_use]
    pub fn x(&self, date: Option<Date>) -> f64 {
        let (Some((first, _)), Some(date)) = (self.years, date) else {
            return self.undated.map_or(self.left, |(from, to)| (from + to) / 2.0);
        };
        let years = f64::from(date.year_number()) - f64::from(first) + year_share(date);
        self.left + years * self.year_width()
    }

    /// Ends of the part in which a date lies.
    #[must_use]
    pub fn span(&self, date: Option<Date>) -> (f64, f64) {
        match (date, self.undated) {
            (None, Some(undated)) => undated,
            _ => (self.left, self.right),
        }
    }

    /// X of the start of the axis and of its end, the undated part included.
    #[must_use]
    pub fn extent(&self) -> (f64, f64) {
        (self.left, self.undated.map_or(self.right, |(_, to)| to))
    }

    /// X of the end of the dated part.
    #[must_use]
    pub fn dated_end(&self) -> f64 {
        self.right
    }

    /// X of the first day of a year.
    #[must_use]
    pub fn start_of(&self, year: u16) -> f64 {
        self.years.map_or(self.left, |(first, _)| self.left + (f64::from(year) - f64::from(first)) * self.year_width())
    }

    /// Grid lines of the years from `top` to `bottom`, labelled above, each label right of the line on which its year
    /// begins, and lines of `rows`.
    #[must_use]
    pub fn grid(&self, top: f64, bottom: f64, rows: &[f64], style: Style<'_>) -> MarkGroup {
        let (theme, size) = (style.theme, style.roles.legend);
        let mut marks = Vec::new();
        let mut line = |from: Point, to: Point| {
            let steps = vec![PathSegment::Move(from), PathSegment::Line(to)];
            marks.push(Mark::Path(steps, Paint { cap: Default::default(), ..Paint::line(theme.faint, 0.5) }));
        };
        let (start, end_x) = self.extent();
        rows.iter().for_each(|&y| line(Point::new(start, y), Point::new(end_x, y)));
        let mut rule = |x: f64| line(Point::new(x, top), Point::new(x, bottom));
        let mut labels = Vec::new();
        if let Some((first, end)) = self.years {
            let needed = reserved_width("2000", size, Weight::Regular) + LABEL_GAP + 1.5;
            let fits = |step: &&u16| f64::from(**step) * self.year_width() >= needed;
            let step = STEPS.iter().find(fits).copied().unwrap_or(u16::MAX);
            let is_labelled = |year: u16| if step == u16::MAX { year == first } else { year.is_multiple_of(step) };
            let is_ruled = |year: u16| is_labelled(year) || self.year_width() >= MIN_RULED;
            (first..=end).filter(|&year| is_ruled(year) || year == end).for_each(|year| rule(self.start_of(year)));
            let mut free = f64::NEG_INFINITY;
            for year in (first..end).filter(|&year| is_labelled(year)) {
                let x = self.start_of(year) + LABEL_GAP;
                let last = x + needed - LABEL_GAP;
                // The last year may be too narrow for its label.
                if x >= free && (last <= self.right + UNDATED_GAP || self.undated.is_none()) {
                    labels.push((x, year.to_string()));
                    free = last;
                }
            }
        }
        if let Some((from, to)) = self.undated {
            rule(from);
            rule(to);
            labels.push((from + LABEL_GAP, self.undated_label.clone()));
        }
        let center = top - 4.6;
        marks.extend(labels.into_iter().map(|(x, text)| actor::line(text, x, center, size, theme.muted).into()));
        MarkGroup::new("time-axis", marks)
    }
}

/// Share of the year that lies before a date: before its middle, where it is a month or a year.
fn year_share(date: Date) -> f64 {
    const DAYS_BEFORE: [f64; 12] = [0.0, 31.0, 59.0, 90.0, 120.0, 151.0, 181.0, 212.0, 243.0, 273.0, 304.0, 334.0];
    let Some(month) = date.month_number() else { return 0.5 };
    let days = DAYS_BEFORE[usize::from(month.clamp(1, 12)) - 1];
    let day = date.day_number().map_or(15.0, |day| f64::from(day) - 0.5);
    ((days + day) / 365.0).min(0.999)
}

/// Positions as near as possible to `wanted`, which ascends, such that those that share a lane are `pitch` apart and all
/// lie between `low` and `high`, where they fit. Each is the mean of the smallest and the largest position that follow
/// from the others. O(n · lanes of each).
#[must_use]
pub fn spread(wanted: &[f64], lanes: &[Vec<usize>], pitch: f64, low: f64, high: f64) -> Vec<f64> {
    let later = |start: &[f64], low: f64| {
        let mut last = std::collections::BTreeMap::new();
        let mut placed = Vec::with_capacity(start.len());
        for (&x, own) in start.iter().zip(lanes) {
            let free = own.iter().filter_map(|lane| last.get(lane)).fold(low, |free: f64, x| free.max(x + pitch));
            let x = x.max(free);
            own.iter().for_each(|&lane| {
                last.insert(lane, x);
            });
            placed.push(x);
        }
        placed
    };
    let earlier = |start: &[f64], high: f64| {
        let mut next = std::collections::BTreeMap::new();
        let mut placed = start.to_vec();
        for (at, own) in lanes.iter().enumerate().rev() {
            let free =
                own.iter().filter_map(|lane| next.get(lane)).fold(high, |free: f64, x: &f64| free.min(x - pitch));
            placed[at] = start[at].min(free);
            own.iter().for_each(|&lane| {
                next.insert(lane, placed[at]);
            });
        }
        placed
    };
    let (late, early) = (later(wanted, f64::NEG_INFINITY), earlier(wanted, f64::INFINITY));
    let mean: Vec<f64> = late.iter().zip(&early).map(|(a, b)| (a + b) / 2.0).collect();
    later(&earlier(&later(&mean, low), high), low)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn equal_dates_are_spread_around_their_place() {
        let own = vec![vec![0]; 3];
        assert_eq!(spread(&[5.0, 5.0, 5.0], &own, 2.0, 0.0, 10.0), [3.0, 5.0, 7.0]);
        assert_eq!(spread(&[0.0, 0.0], &own[..2], 2.0, 0.0, 10.0), [0.0, 2.0]);
        assert_eq!(spread(&[10.0, 10.0], &own[..2], 2.0, 0.0, 10.0), [8.0, 10.0]);
    }

    #[test]
    fn lanes_are_independent_unless_a_work_joins_them() {
        assert_eq!(spread(&[5.0, 5.0], &[vec![0], vec![1]], 2.0, 0.0, 10.0), [5.0, 5.0]);
        let found = spread(&[5.0, 5.0, 5.0], &[vec![0], vec![0, 1], vec![1]], 2.0, 0.0, 10.0);
        assert!(found[1] - found[0] >= 2.0 && found[2] - found[1] >= 2.0, "{found:?}");
    }

    #[test]
    fn months_and_years_lie_in_their_middle() {
        assert!((year_share(Date::parse_iso("2021").unwrap()) - 0.5).abs() < 1e-9);
        let (month, day) = (Date::parse_iso("2021-03").unwrap(), Date::parse_iso("2021-03-15").unwrap());
        assert!((year_share(month) - year_share(day)).abs() < 0.01);
        assert!(year_share(Date::parse_iso("2024-12-31").unwrap()) < 1.0);
    }
}
