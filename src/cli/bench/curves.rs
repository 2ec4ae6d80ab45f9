//! `collab bench curves`: how time grows with the size of the input, as a figure.
//!
//! Reads lines of JSON with `series`, `size` (bytes) and `seconds`, and draws one curve a series on logarithmic axes.

use crate::bench::BenchArgs;
use crate::error::CliError;
use crate::output;
use collabgraph::answer::figure::Figure;
use collabgraph::answer::language::Language;
use collabgraph::answer::mark::{Color, Mark, MarkGroup, Paint, PathSegment, TextAnchor, TextLine};
use collabgraph::corpus::Corpus;
use collabgraph::drawing::frame::{self, FigureText, Options, SourceLine};
use collabgraph::drawing::legend::{LegendEntry, Symbol};
use collabgraph::geometry::Point;
use collabgraph::message;
use collabgraph::messages::{Argument, Localizer};
use collabgraph::render::svg;
use collabgraph::typography::BASELINE_OFFSET;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Height of the drawing, and room left of it for the labels of the axis, in points.
const HEIGHT: f64 = 200.0;
const LEFT: f64 = 34.0;
/// Radius of a measured point.
const DOT: f64 = 2.4;

#[derive(Deserialize)]
struct Measured {
    series: String,
    /// Bytes of the input.
    size: f64,
    seconds: f64,
}

/// Reads the measurements and writes the figure to the file of `--save`.
pub(crate) fn run(args: &BenchArgs) -> Result<bool, CliError> {
    let Some(target) = &args.save else {
        return Err(message!("bench-curves-save").into());
    };
    let text = std::fs::read_to_string(&args.file)
        .map_err(|error| message!("bench-unreadable", path = &args.file, reason = error.to_string()))?;
    let mut series: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let unusable = |reason: Argument| {
            message!("bench-curves-line", path = &args.file, line = (number + 1).to_string(), reason = reason).into()
        };
        let one: Measured = serde_json::from_str(line).map_err(|error| unusable(error.to_string().into()))?;
        if !(one.size > 0.0 && one.seconds > 0.0) {
            return Err(unusable(message!("bench-not-positive").into()));
        }
        series.entry(one.series).or_default().push((one.size.log10(), one.seconds.log10()));
    }
    let figure =
        drawn(&series).map_err(|error| message!("bench-not-drawn", path = &args.file, reason = error.to_string()))?;
    output::write_file(target, svg::write(&figure).as_bytes())?;
    Ok(true)
}

/// An axis of powers of ten: from the power below the least to that above the most.
struct Axis {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Axis {
    fn new(values: impl Iterator<Item = f64>, from: f64, to: f64) -> Self {
        let (low, high) =
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        let (low, high) = if low <= high { (low.floor(), high.ceil()) } else { (0.0, 1.0) };
        Self { low, high: high.max(low + 1.0), from, to }
    }

    fn at(&self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    fn powers(&self) -> impl Iterator<Item = i32> + use<> {
        self.low as i32..=self.high as i32
    }
}

fn drawn(series: &BTreeMap<String, Vec<(f64, f64)>>) -> Result<Figure, collabgraph::answer::figure::Error> {
    let source = "Medians of runs taken in turn on one machine; both axes are logarithmic.";
    let options =
        Options { language: Language::English, source: SourceLine::Text(source.to_owned()), ..Options::default() };
    let (theme, roles, width) = (options.theme(), options.roles(), options.inner_width());
    let mut words = FigureText {
        description: format!(
            "Seconds by bytes of the input, {} curves: {}.",
            series.len(),
            series.keys().cloned().collect::<Vec<_>>().join("; ")
        ),
        ..FigureText::titled(
            "growth",
            options.language,
            Localizer::in_both(&message!("bench-curves-title")),
            Localizer::in_both(&message!("bench-curves-subtitle")),
        )
    };
    let (mut marks, head) = frame::header(&words, &options);
    let points = || series.values().flatten();
    let across = Axis::new(points().map(|point| point.0), LEFT, width - 8.0);
    let up = Axis::new(points().map(|point| point.1), head + 8.0 + HEIGHT, head + 8.0);
    let rule = |a: Point, b: Point| {
        Mark::Path(vec![PathSegment::Move(a), PathSegment::Line(b)], Paint::line(theme.faint, 0.5))
    };
    let label = |text: String, x: f64, y: f64, anchor: TextAnchor| {
        Mark::from(TextLine::new(text, Point::new(x, y), roles.legend, theme.muted).anchored(anchor))
    };
    for power in up.powers() {
        let y = up.at(f64::from(power));
        marks.push(rule(Point::new(across.from, y), Point::new(across.to, y)));
        marks.push(label(seconds(power), across.from - 4.0, y + BASELINE_OFFSET * roles.legend, TextAnchor::End));
    }
    for power in across.powers() {
        let x = across.at(f64::from(power));
        marks.push(rule(Point::new(x, up.from), Point::new(x, up.to)));
        marks.push(label(bytes(power), x, up.from + 10.0, TextAnchor::Middle));
    }
    let mut legend = Vec::new();
    for ((name, points), color) in series.iter().zip(theme.clusters.iter().cycle()) {
        marks.push(curve(points, &across, &up, *color).into());
        legend.push(LegendEntry::new(Symbol::Line(*color, 1.6), name.clone()));
    }
    let corpus = Corpus::default();
    let (foot, bottom) = frame::footer(&corpus, &mut words, &legend, up.from + 18.0, &options);
    marks.extend(foot);
    frame::figure(&words, marks, bottom, &options)
}

fn curve(points: &[(f64, f64)], across: &Axis, up: &Axis, color: Color) -> MarkGroup {
    let mut points = points.to_vec();
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let places: Vec<Point> = points.iter().map(|point| Point::new(across.at(point.0), up.at(point.1))).collect();
    let steps = places
        .iter()
        .enumerate()
        .map(|(at, &place)| if at == 0 { PathSegment::Move(place) } else { PathSegment::Line(place) });
    let mut marks = vec![Mark::Path(steps.collect(), Paint::line(color, 1.6))];
    marks.extend(places.iter().map(|&place| Mark::Circle(place, DOT, Paint::fill(color))));
    MarkGroup::new("curve", marks)
}

/// 10 to a power, in seconds.
fn seconds(power: i32) -> String {
    if power < 0 {
        format!("{:.*} s", power.unsigned_abs() as usize, 10f64.powi(power))
    } else {
        format!("{} s", 10f64.powi(power))
    }
}

/// 10 to a power, in bytes.
fn bytes(power: i32) -> String {
    let (unit, less) = match power {
        ..3 => ("B", 0),
        3..6 => ("kB", 3),
        6..9 => ("MB", 6),
        _ => ("GB", 9),
    };
    format!("{} {unit}", 10f64.powi(power - less))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn powers_are_told_in_units() {
        assert_eq!([-3, -1, 0, 2].map(seconds), ["0.001 s", "0.1 s", "1 s", "100 s"]);
        assert_eq!([2, 5, 8, 9, 10].map(bytes), ["100 B", "100 kB", "100 MB", "1 GB", "10 GB"]);
    }

    #[test]
    fn a_curve_has_a_point_for_each_measurement() {
        let series = BTreeMap::from([
            ("ours".to_owned(), vec![(7.2, -1.2), (8.2, -0.3)]),
            ("theirs".to_owned(), vec![(7.2, -0.5)]),
        ]);
        let figure = drawn(&series).unwrap();
        let written = svg::write(&figure);
        assert_eq!(written.matches("<circle").count(), 3);
        assert!(written.contains("ours") && written.contains("theirs") && written.contains("10 MB"));
        assert!(collabgraph::render::lint::check(&[("growth.svg", &written)]).is_empty());
        assert!(drawn(&BTreeMap::new()).is_ok());
    }
}
