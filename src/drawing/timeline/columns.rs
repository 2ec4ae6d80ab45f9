//! Horizontal layout of the timeline: columns of works in bands of years.

use crate::corpus::Corpus;
use crate::corpus::work::WorkId;
use crate::drawing::actor::Style;
use crate::message;
use crate::messages::Localizer;
use crate::typography::{Weight, reserved_width};

/// Largest pitch of the columns, in points.
const MAX_PITCH: f64 = 24.0;
/// Largest padding of a band, in points.
const MAX_PADDING: f64 = 3.0;

/// Band of a year.
pub(super) struct Band {
    /// Year; `None` for works without a date.
    pub(super) year: Option<u16>,
    /// Label below the band; empty where it does not fit.
    pub(super) label: String,
    pub(super) left: f64,
    pub(super) right: f64,
}

/// Columns of a timeline.
pub(super) struct TimelineColumns {
    pub(super) bands: Vec<Band>,
    /// X of the centre of each column.
    pub(super) x: Vec<f64>,
}

/// Distributes `works` (by date) between `left` and `right`: bands proportional to their works, widened where a year's
/// label needs it.
pub(super) fn layout_columns(
    corpus: &Corpus,
    works: &[WorkId],
    left: f64,
    right: f64,
    style: Style<'_>,
) -> TimelineColumns {
    let runs: Vec<(Option<u16>, usize)> = works
        .chunk_by(|&a, &b| year(corpus, a) == year(corpus, b))
        .map(|run| (year(corpus, run[0]), run.len()))
        .collect();
    let label = |year: Option<u16>, short: bool| match year {
        Some(year) if short => format!("’{:02}", year % 100),
        Some(year) => year.to_string(),
        None if short => "?".to_owned(),
        None => Localizer::in_each(style.language, &message!("figures-timeline-undated-band")),
    };
    let label_width = |text: &str| reserved_width(text, style.roles.legend, Weight::Bold);
    let width_needed = |year: Option<u16>, short: bool| label_width(&label(year, short)) + 2.0;
    let widths = |pitch: f64, padding: f64, labels: Option<bool>| -> Vec<f64> {
        let min_width = |year| labels.map_or(0.0, |short| width_needed(year, short));
        runs.iter().map(|&(year, count)| (count as f64 * pitch + padding).max(min_width(year))).collect()
    };
    let available = right - left;
    // The largest pitch whose bands fit: with full labels, with short labels, or without widening for labels.
    let mut band_widths = widths(available / works.len().max(1) as f64, 0.0, None);
    let mut short = false;
    let mut pitch = available / works.len().max(1) as f64;
    'search: for labels in [Some(false), Some(true), None] {
        for tenths in (85..=(MAX_PITCH * 10.0) as u32).rev() {
            let candidate_pitch = f64::from(tenths) / 10.0;
            let padding = (candidate_pitch * 0.3).min(MAX_PADDING);
            let bands = widths(candidate_pitch, padding, labels);
            if bands.iter().sum::<f64>() <= available {
                (band_widths, pitch, short) = (bands, candidate_pitch, labels == Some(true));
                break 'search;
            }
        }
    }
    let mut columns = TimelineColumns { bands: Vec::new(), x: Vec::new() };
    let (mut at, mut free) = (left, left - 10.0);
    for (&(year, count), width) in runs.iter().zip(band_widths) {
        let center_x = at + width / 2.0;
        for index in 0..count {
            columns.x.push(center_x + (index as f64 - (count as f64 - 1.0) / 2.0) * pitch);
        }
        let text = label(year, short);
        let half = label_width(&text) / 2.0;
        let fits = center_x - half >= free + 1.0;
        if fits {
            free = center_x + half;
        }
        columns.bands.push(Band { year, label: if fits { text } else { String::new() }, left: at, right: at + width });
        at += width;
    }
    columns
}

fn year(corpus: &Corpus, work: WorkId) -> Option<u16> {
    corpus.date(work).map(|date| date.year_number())
}
