//! Texts of a trend: title, finding, description, notes.

use crate::drawing::actor::Style;
use crate::drawing::frame::FigureText;
use crate::drawing::kind::WorkKind;
use crate::drawing::trend::content::{TrendChart, TrendSeries};
use crate::message;
use crate::messages::{Argument, List, Localizer, Message, Statement};

/// Largest number of years of equal value that a sentence names.
const MAX_YEARS: usize = 3;

/// Name of a group in the languages of the figure; empty for all works as one.
pub(super) fn name(series: &TrendSeries, style: Style<'_>) -> String {
    let name = series.name.clone();
    name.map_or(String::new(), |name| Localizer::in_each(style.language, &message!("trend-name", name = name)))
}

/// Whether values are whole numbers.
pub(super) fn is_count(chart: &TrendChart) -> bool {
    chart.measure != "strength"
}

fn heading(chart: &TrendChart, kind: WorkKind) -> Message {
    message!("figures-trend-heading", measure = chart.measure, kind = kind)
}

fn measure(chart: &TrendChart, kind: WorkKind) -> Message {
    message!("trend-measure", measure = chart.measure, kind = kind)
}

fn number(value: f64) -> Argument {
    Argument::number(value, 2)
}

/// What is found: the one group with most, where it leads by its works with a date and by all; of one line the one year
/// with most. `None` for sums of years, and where several are equal.
pub(super) fn headline(chart: &TrendChart, kind: WorkKind) -> Option<Statement> {
    if chart.is_cumulative {
        return None;
    }
    match chart.series.as_slice() {
        [] => None,
        [one] if chart.group_kind.is_none() => {
            let (most, years) = one.peak()?;
            let [at] = years.as_slice() else { return None };
            let year = chart.year(*at).to_string();
            let known = one.values.iter().filter(|value| value.is_some()).count();
            // Works without a date may all be of another year.
            let others = one.values.iter().enumerate().filter(|(other, _)| other != at);
            let next = others.filter_map(|(_, value)| *value).fold(0.0, f64::max);
            let counts_works = matches!(chart.measure, "works" | "joint" | "international");
            if chart.undated > 0 && !(counts_works && most > next + chart.undated as f64) {
                return None;
            }
            let measure = measure(chart, kind);
            (known > 2).then(|| match &chart.of {
                None => message!("figures-trend-headline-peak", year = year, measure = measure, most = number(most)),
                Some(names) => message!(
                    "figures-trend-headline-peak-of",
                    year = year,
                    measure = measure,
                    names = names.clone(),
                    most = number(most)
                ),
            })
        }
        [first, rest @ ..] => {
            let (dated, all) = first.totals;
            let (dated, all) = (dated?, all?);
            let next = rest.iter().max_by(|a, b| a.totals.0.unwrap_or(0.0).total_cmp(&b.totals.0.unwrap_or(0.0)))?;
            let next_dated = next.totals.0?;
            // Groups that are not drawn have no more works than the last one drawn, with or without a date.
            let others = rest.iter().filter_map(|one| one.totals.1).fold(0.0, f64::max);
            let is_clear = dated > next_dated && all > others && (chart.undated == 0 || dated > others);
            let is_one = rest.iter().filter(|one| one.totals.0 == Some(next_dated)).count() == 1;
            let (name, next_name) = (first.name.clone()?, next.name.clone()?);
            (is_clear && next_dated > 0.0 && is_one && chart.undated == 0).then(|| {
                message!(
                    "figures-trend-headline-first",
                    name = name,
                    value = number(dated),
                    measure = measure(chart, kind),
                    next = next_name,
                    second = number(next_dated)
                )
            })
        }
    }
}

/// Title, subtitle, description and notes.
pub(super) fn words(chart: &TrendChart, is_one_plot: bool, style: Style<'_>) -> FigureText {
    let kind = style.kind;
    let heading = heading(chart, kind);
    let title = match (chart.group_kind, &chart.of) {
        (None, None) => message!("figures-trend-title", heading = heading),
        (None, Some(names)) => message!("figures-trend-title-of", heading = heading, names = names.clone()),
        (Some(group), None) => message!("figures-trend-title-by", heading = heading, group = Argument::Kind(group)),
        (Some(group), Some(names)) => message!(
            "figures-trend-title-by-of",
            heading = heading,
            group = Argument::Kind(group),
            names = names.clone()
        ),
    };
    let years = if chart.is_cumulative { "cumulative" } else { "single" };
    let subtitle = match (is_one_plot, chart.group_kind) {
        (false, Some(group)) => {
            Some(message!("figures-trend-subtitle-panels", years = years, group = Argument::Kind(group)))
        }
        (true, Some(_)) => Some(message!("figures-trend-subtitle-lines", years = years)),
        _ => chart.is_cumulative.then(|| message!("figures-trend-subtitle")),
    };
    let mut words = FigureText::new("trend", style.language, title, subtitle, description(chart, kind));
    if let Some(date) = chart.ends {
        words.exclude(message!("figures-trend-ends", date = date));
    }
    if chart.undated > 0 {
        words.exclude(message!("figures-trend-undated", count = chart.undated, kind = kind));
    }
    let (more, group) = (chart.groups.saturating_sub(chart.series.len()), chart.group_kind.unwrap_or("other"));
    if more > 0 {
        words.exclude(message!("figures-trend-more", count = more, group = Argument::Kind(group)));
    }
    words.extend_notes(chart.notes.iter().cloned());
    words
}

/// First and last year, and of each group its value over all years and its highest year.
fn description(chart: &TrendChart, kind: WorkKind) -> Statement {
    if chart.year_count() == 0 {
        return message!("figures-trend-empty", kind = kind);
    }
    let line = |series: &TrendSeries| {
        let subject = match &series.name {
            Some(name) => message!("trend-name", name = name.clone()),
            None => measure(chart, kind),
        };
        match (series.totals.0, series.peak()) {
            (None, _) => message!("figures-trend-line-unknown", name = subject),
            (Some(total), Some((most, years))) if !chart.is_cumulative && chart.year_count() > 1 => {
                let years = years.into_iter().map(|at| chart.year(at).to_string());
                message!(
                    "figures-trend-line",
                    name = subject,
                    total = number(total),
                    most = number(most),
                    years = List { named: Some(MAX_YEARS), ..List::and(years, "other") }
                )
            }
            (Some(total), _) => message!("figures-trend-line-total", name = subject, total = number(total)),
        }
    };
    let lines = List { named: None, ..List::comma(chart.series.iter().map(line)) };
    let (first, last) = (chart.first_year.to_string(), chart.year(chart.year_count() - 1).to_string());
    match chart.group_kind {
        None => message!("figures-trend-description", first = first, last = last, lines = lines),
        Some(_) => message!(
            "figures-trend-description-by",
            first = first,
            last = last,
            measure = measure(chart, kind),
            lines = lines
        ),
    }
}
