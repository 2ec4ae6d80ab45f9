//! Lines in one plot, each with its name at its end.

use crate::answer::mark::{Mark, MarkGroup, Paint, TextLine};
use crate::drawing::actor::{self, Style};
use crate::drawing::columns::isotonic::isotonic;
use crate::drawing::trend::axes::Plot;
use crate::drawing::trend::captions;
use crate::drawing::trend::content::{TrendChart, TrendSeries};
use crate::drawing::wording;
use crate::geometry::Point;
use crate::typography::{BASELINE_OFFSET, Weight, reserved_width};

/// Gap between the end of a line and its name, in points.
pub(super) const LABEL_GAP: f64 = 6.0;
/// Radius of the dot before a name, in points.
const DOT: f64 = 2.2;
/// Where a name begins after its dot, in points.
const NAME_INDENT: f64 = 7.0;
/// Stroke width of a line, in points.
const STROKE: f64 = 1.4;

/// Name of a group with its value over all years; cut to `width` points where it has to be, the value never.
pub(super) fn named_total(series: &TrendSeries, width: f64, style: Style<'_>) -> String {
    let (size, name) = (style.roles.legend, captions::name(series, style));
    let value = series.totals.0.map_or(String::new(), |value| format!(" {}", actor::weight_text(value)));
    let room = width - reserved_width(&value, size, Weight::Bold);
    format!("{}{value}", wording::ellipsized(&name, size, Weight::Bold, room)).trim_start().to_owned()
}

/// Width of the names with their dots and numbers, in points.
pub(super) fn names_width(chart: &TrendChart, style: Style<'_>) -> f64 {
    let named = chart.series.iter().filter(|one| one.name.is_some());
    let width = |one: &TrendSeries| {
        reserved_width(&named_total(one, f64::INFINITY, style), style.roles.legend, Weight::Bold) + NAME_INDENT
    };
    named.map(width).fold(0.0, f64::max)
}

/// The lines with their names, which stand right of the plot, up to `right`, as near as possible to the ends.
pub(super) fn marks(plot: &Plot<'_>, right: f64) -> Vec<Mark> {
    let (series, style) = (&plot.chart.series, plot.style);
    let mut marks = plot.value_axis(true);
    marks.extend(plot.year_axis());
    // Names stand by the last year that is complete: in one that is not, all lines fall.
    let known = |one: &TrendSeries| one.values[..plot.chart.complete()].iter().rev().find_map(|&value| value);
    let y = |index: &usize| known(&series[*index]).map_or(plot.area.bottom, |value| plot.y(value));
    let mut order: Vec<usize> = (0..series.len()).collect();
    order.sort_by(|a, b| y(a).total_cmp(&y(b)).then(a.cmp(b)));
    let wanted: Vec<f64> = order.iter().map(y).collect();
    let pitch = style.roles.legend * 1.35;
    let gaps = vec![pitch; order.len().saturating_sub(1)];
    let places = isotonic(&wanted, &vec![1.0; order.len()], &gaps, plot.area.top, plot.area.bottom);
    let left = plot.area.right + LABEL_GAP;
    // The strongest group is drawn last, over the others.
    let mut drawn: Vec<(usize, f64)> = order.into_iter().zip(places).collect();
    drawn.sort_by_key(|&(index, _)| std::cmp::Reverse(index));
    for (index, place) in drawn {
        let color = style.theme.cluster(index);
        let mut own = plot.line(&series[index], Paint::line(color, STROKE), true);
        if series[index].name.is_some() {
            let size = style.roles.legend;
            own.push(Mark::Circle(Point::new(left + DOT, place), DOT, Paint::fill(color)));
            let text = named_total(&series[index], right - left - NAME_INDENT, style);
            let at = Point::new(left + NAME_INDENT, place + BASELINE_OFFSET * size);
            own.push(TextLine::new(text, at, size, style.theme.ink).bold().into());
        }
        marks.push(group(plot, &series[index], own).into());
    }
    marks
}

/// Group of a line: key, values, and all of them as tooltip.
pub(super) fn group(plot: &Plot<'_>, series: &TrendSeries, marks: Vec<Mark>) -> MarkGroup {
    let value = |value: &Option<f64>| value.map_or(String::new(), actor::weight_text);
    let years = series.values.iter().enumerate().filter(|(_, value)| value.is_some());
    let texts: Vec<String> = years.map(|(at, one)| format!("{}: {}", plot.chart.year(at), value(one))).collect();
    let name = captions::name(series, plot.style);
    let title = if name.is_empty() { texts.join(", ") } else { format!("{name} – {}", texts.join(", ")) };
    MarkGroup {
        data: vec![
            ("group", series.key.clone()),
            ("name", name),
            ("first-year", plot.chart.first_year.to_string()),
            ("values", series.values.iter().map(value).collect::<Vec<_>>().join(" ")),
        ],
        title: Some(title),
        ..MarkGroup::new("series", marks)
    }
}
