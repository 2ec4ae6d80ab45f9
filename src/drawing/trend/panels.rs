//! Small multiples: a panel a group, all on one scale, the others of all groups in grey behind.

use crate::answer::mark::{Mark, Paint, TextLine};
use crate::drawing::actor::Style;
use crate::drawing::trend::axes::{Plot, ValueScale, YEARS_HEIGHT};
use crate::drawing::trend::content::TrendChart;
use crate::drawing::trend::{captions, lines};
use crate::geometry::{Point, Rect};

/// Height of the plot of a panel, in points.
const PLOT_HEIGHT: f64 = 56.0;
/// Height of the name above a plot, in points.
const NAME_HEIGHT: f64 = 12.0;
/// Gaps between panels along and down, in points.
const GAPS: (f64, f64) = (22.0, 9.0);
/// What the label of the last year takes beyond the last plot, in points.
const OVERHANG: f64 = 9.0;
/// Stroke widths of the own line and of the others, in points.
const STROKES: (f64, f64) = (1.5, 0.5);

/// The panels below `top`, row by row; returns their marks and their lower edge.
pub(super) fn marks(chart: &TrendChart, columns: usize, width: f64, top: f64, style: Style<'_>) -> (Vec<Mark>, f64) {
    let scale = ValueScale::to(chart.largest(), 3, captions::is_count(chart));
    let left = scale.width(style);
    let pitch = (width - left - OVERHANG + GAPS.0) / columns as f64;
    let height = NAME_HEIGHT + PLOT_HEIGHT + YEARS_HEIGHT;
    let mut marks = Vec::new();
    let mut bottom = top;
    for (index, series) in chart.series.iter().enumerate() {
        let (row, column) = (index / columns, index % columns);
        let x = left + pitch * column as f64;
        let y = top + (height + GAPS.1) * row as f64;
        let area = Rect::new(x, y + NAME_HEIGHT, x + pitch - GAPS.0, y + NAME_HEIGHT + PLOT_HEIGHT);
        let plot = Plot { chart, scale: &scale, area, style };
        marks.extend(plot.value_axis(column == 0));
        let others = chart.series.iter().enumerate().filter(|(other, _)| *other != index);
        marks.extend(others.flat_map(|(_, other)| plot.line(other, Paint::line(style.theme.faint, STROKES.1), false)));
        marks.extend(plot.year_axis());
        let mut own = plot.line(series, Paint::line(style.theme.sectors[0], STROKES.0), false);
        let text = lines::named_total(series, area.right - area.left, style);
        let size = style.roles.legend;
        own.push(TextLine::new(text, Point::new(area.left, area.top - 4.0), size, style.theme.ink).bold().into());
        marks.push(lines::group(&plot, series, own).into());
        bottom = bottom.max(y + height);
    }
    (marks, bottom)
}
