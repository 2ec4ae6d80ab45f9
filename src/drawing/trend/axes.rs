//! Axes of a trend: years along, values up, from 0.

use crate::answer::mark::{Mark, Paint, PathSegment, TextAnchor, TextLine};
use crate::drawing::actor::{Style, weight_text};
use crate::drawing::trend::content::{TrendChart, TrendSeries};
use crate::geometry::{Point, Rect};
use crate::typography::{BASELINE_OFFSET, Weight, reserved_width};

/// Years between two labels, the first that fits.
const STEPS: [usize; 7] = [1, 2, 5, 10, 20, 50, 100];
/// Gap between the labels of an axis and its plot, in points.
const GAP: f64 = 3.0;
/// Height of the labels of years below a plot, in points.
pub(super) const YEARS_HEIGHT: f64 = 12.0;
/// Pitch of the years in points from which each value has a dot.
const MIN_DOTTED: f64 = 7.0;

/// Scale of values: rounded steps from 0.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ValueScale {
    /// Labelled values, ascending from 0.
    pub(super) ticks: Vec<f64>,
}

impl ValueScale {
    /// At most `most` steps of 1, 2 or 5 times a power of ten from 0 to at least `largest`. Counts have whole steps.
    pub(super) fn to(largest: f64, most: usize, is_whole: bool) -> Self {
        let largest = if largest > 0.0 && largest.is_finite() { largest } else { 1.0 };
        let power = libm::pow(10.0, libm::floor(libm::log10(largest / most as f64)));
        let fits = |step: &f64| step * most as f64 >= largest * (1.0 - 1e-9);
        let step = [1.0, 2.0, 5.0, 10.0].map(|times| times * power).into_iter().find(fits).unwrap_or(10.0 * power);
        let step = if is_whole { step.max(1.0) } else { step };
        let count = libm::ceil(largest / step - 1e-9).max(1.0) as usize;
        Self { ticks: (0..=count).map(|at| step * at as f64).collect() }
    }

    /// The largest labelled value.
    pub(super) fn top(&self) -> f64 {
        self.ticks.last().copied().unwrap_or(1.0)
    }

    /// Width of the labels, in points.
    pub(super) fn width(&self, style: Style<'_>) -> f64 {
        let width = |&value: &f64| reserved_width(&weight_text(value), style.roles.legend, Weight::Regular);
        self.ticks.iter().map(width).fold(0.0, f64::max) + GAP
    }
}

/// A plot: years from its left to its right edge, values from its lower to its upper edge.
#[derive(Clone, Debug)]
pub(super) struct Plot<'a> {
    pub(super) chart: &'a TrendChart,
    pub(super) scale: &'a ValueScale,
    pub(super) area: Rect,
    pub(super) style: Style<'a>,
}

impl Plot<'_> {
    /// X of a year by its index.
    pub(super) fn x(&self, at: usize) -> f64 {
        match self.chart.year_count() {
            0 | 1 => (self.area.left + self.area.right) / 2.0,
            count => self.area.left + (self.area.right - self.area.left) * at as f64 / (count - 1) as f64,
        }
    }

    /// Y of a value.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.area.bottom - (self.area.bottom - self.area.top) * value / self.scale.top()
    }

    fn pitch(&self) -> f64 {
        (self.area.right - self.area.left) / self.chart.year_count().saturating_sub(1).max(1) as f64
    }

    /// Lines of the values, with their labels where `is_labelled`.
    pub(super) fn value_axis(&self, is_labelled: bool) -> Vec<Mark> {
        let (theme, size) = (self.style.theme, self.style.roles.legend);
        let mut marks = Vec::new();
        for &value in &self.scale.ticks {
            let y = self.y(value);
            let steps = vec![
                PathSegment::Move(Point::new(self.area.left, y)),
                PathSegment::Line(Point::new(self.area.right, y)),
            ];
            let color = if value > 0.0 { theme.faint } else { theme.edge };
            marks.push(Mark::Path(steps, Paint { cap: Default::default(), ..Paint::line(color, 0.5) }));
            if is_labelled {
                let at = Point::new(self.area.left - GAP, y + BASELINE_OFFSET * size);
                let text = TextLine::new(weight_text(value), at, size, theme.muted);
                marks.push(text.anchored(TextAnchor::End).into());
            }
        }
        marks
    }

    /// Labels of the years below the plot: round ones, as many as there is room for; where that is none, the first.
    pub(super) fn year_axis(&self) -> Vec<Mark> {
        let (theme, size) = (self.style.theme, self.style.roles.legend);
        let needed = reserved_width("2000", size, Weight::Regular) + 4.0;
        let count = self.chart.year_count();
        let step = STEPS.iter().copied().find(|&step| step as f64 * self.pitch() >= needed);
        let years = |step: usize| -> Vec<usize> {
            (0..count).filter(|&at| usize::from(self.chart.year(at)).is_multiple_of(step)).collect()
        };
        let labelled = match step.map(years) {
            Some(years) if !years.is_empty() => years,
            // Too narrow for a round year, or none among them: the ends, where both have room.
            _ if self.area.right - self.area.left >= needed && count > 1 => vec![0, count - 1],
            _ => (0..count.min(1)).collect(),
        };
        let baseline = self.area.bottom + 3.0 + size;
        let mut marks = Vec::new();
        for at in labelled {
            let x = self.x(at);
            let tick = vec![
                PathSegment::Move(Point::new(x, self.area.bottom)),
                PathSegment::Line(Point::new(x, self.area.bottom + 2.5)),
            ];
            marks.push(Mark::Path(tick, Paint { cap: Default::default(), ..Paint::line(theme.edge, 0.5) }));
            let label = self.chart.year(at).to_string();
            let text = TextLine::new(label, Point::new(x, baseline), size, theme.muted);
            marks.push(text.anchored(TextAnchor::Middle).into());
        }
        marks
    }

    /// The line of a group, broken where a value is not known, dashed into a year that is not complete; with dots where
    /// `is_dotted` and there is room, and for a value without neighbours.
    pub(super) fn line(&self, series: &TrendSeries, paint: Paint, is_dotted: bool) -> Vec<Mark> {
        let point = |at: usize| series.values.get(at).copied().flatten().map(|v| Point::new(self.x(at), self.y(v)));
        let complete = self.chart.complete();
        let (mut solid, mut is_open) = (Vec::new(), false);
        for at in 0..complete {
            match point(at) {
                Some(here) if is_open => solid.push(PathSegment::Line(here)),
                Some(here) => solid.push(PathSegment::Move(here)),
                None => {}
            }
            is_open = point(at).is_some();
        }
        let has_line = solid.iter().any(|segment| matches!(segment, PathSegment::Line(_)));
        let mut marks = if has_line { vec![Mark::Path(solid, paint)] } else { Vec::new() };
        if let (Some(from), Some(to)) = (complete.checked_sub(1).and_then(point), point(complete)) {
            marks.push(Mark::Path(dashes(from, to), paint));
        }
        let is_alone = |at: usize| {
            let before = at.checked_sub(1).and_then(point);
            before.is_none() && point(at + 1).is_none()
        };
        let is_dotted = is_dotted && self.pitch() >= MIN_DOTTED;
        for at in (0..self.chart.year_count()).filter(|&at| is_dotted || is_alone(at)) {
            let Some(here) = point(at) else { continue };
            let color = paint.stroke.unwrap_or(self.style.theme.ink);
            let is_whole = at < complete;
            marks.push(Mark::Circle(
                here,
                1.0 + 0.5 * paint.stroke_width,
                if is_whole { Paint::fill(color) } else { Paint::fill(self.style.theme.page).outlined(color, 0.8) },
            ));
        }
        marks
    }
}

/// Dashes of 2.4 points with gaps of 2 points from one point to another.
fn dashes(from: Point, to: Point) -> Vec<PathSegment> {
    const DASH: f64 = 2.4;
    const PITCH: f64 = 4.4;
    let length = libm::hypot(to.x - from.x, to.y - from.y);
    let at = |distance: f64| {
        let share = (distance / length.max(1e-9)).min(1.0);
        Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
    };
    let count = libm::ceil(length / PITCH).max(1.0) as usize;
    let dash = |index: usize| {
        let start = index as f64 * PITCH;
        [PathSegment::Move(at(start)), PathSegment::Line(at((start + DASH).min(length)))]
    };
    (0..count).flat_map(dash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_reach_the_largest_value() {
        assert_eq!(ValueScale::to(9.0, 5, true).ticks, [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(ValueScale::to(2.0, 5, true).ticks, [0.0, 1.0, 2.0]);
        assert_eq!(ValueScale::to(0.0, 5, true).ticks, [0.0, 1.0]);
        assert_eq!(ValueScale::to(1234.0, 5, true).top(), 1500.0);
        let scale = ValueScale::to(0.3, 3, false);
        assert!((scale.top() - 0.3).abs() < 1e-9 && scale.ticks.len() == 4, "{scale:?}");
    }
}
