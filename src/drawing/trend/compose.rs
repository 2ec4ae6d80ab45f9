//! Composition of a trend: one plot of few lines, or small multiples.

use crate::answer::figure::{Error, Figure};
use crate::corpus::Corpus;
use crate::drawing::actor::Style;
use crate::drawing::frame::{self, Options};
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::trend::axes::{Plot, ValueScale, YEARS_HEIGHT};
use crate::drawing::trend::content::TrendChart;
use crate::drawing::trend::lines::{self, LABEL_GAP};
use crate::drawing::trend::{captions, panels};
use crate::geometry::Rect;

/// Largest number of lines in one plot, at full width and in one column; more are small multiples.
const MAX_LINES: (usize, usize) = (5, 4);
/// Columns of small multiples, at full width and in one column.
const COLUMNS: (usize, usize) = (3, 2);
/// Largest number of groups of a figure: what fits a page, at full width and in one column.
pub const MAX_GROUPS: (usize, usize) = (21, 14);
/// Height of one plot as a share of its width, and its smallest height in points.
const PLOT_HEIGHT: (f64, f64) = (0.44, 96.0);
/// Largest share of the width for the names at the ends of lines.
const MAX_NAMES_SHARE: f64 = 0.36;

/// A measure by year: up to five groups as lines with their names at their ends, more as small multiples on one scale
/// with the others in grey. A year that the data do not hold in full is dashed, a value that is not known a gap.
/// O(groups² · years).
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose(corpus: &Corpus, chart: &TrendChart, options: &Options) -> Result<Figure, Error> {
    let (theme, roles) = (options.theme(), options.roles());
    let style = Style { theme, roles: &roles, language: options.language, kind: options.kind(corpus) };
    let is_wide = options.width() >= NARROW_BELOW_MM;
    let choose = |pair: (usize, usize)| if is_wide { pair.0 } else { pair.1 };
    let mut chart = chart.clone();
    chart.series.truncate(choose(MAX_GROUPS));
    let is_one_plot = chart.series.len() <= choose(MAX_LINES);

    let headline = captions::headline(&chart, style.kind);
    let mut words = captions::words(&chart, is_one_plot, style).headed(headline, options);
    let (mut marks, header) = frame::header(&words, options);
    let width = options.inner_width();
    let top = header + 6.0;
    let bottom = if chart.year_count() == 0 {
        top
    } else if is_one_plot {
        let scale = ValueScale::to(chart.largest(), 5, captions::is_count(&chart));
        let names = lines::names_width(&chart, style);
        let left = scale.width(style);
        let right = width - LABEL_GAP - names.min(width * MAX_NAMES_SHARE);
        let height = ((right - left) * PLOT_HEIGHT.0).max(PLOT_HEIGHT.1);
        let area = Rect::new(left, top, right, top + height);
        let plot = Plot { chart: &chart, scale: &scale, area, style };
        marks.extend(lines::marks(&plot, width));
        area.bottom + YEARS_HEIGHT
    } else {
        let (panels, bottom) = panels::marks(&chart, choose(COLUMNS), width, top, style);
        marks.extend(panels);
        bottom
    };
    words.extend_notes(frame::truncation_note(&marks));
    words.drawn_institutions = chart.series.iter().map(|one| one.key.clone()).collect();
    let (footer, bottom) = frame::footer(corpus, &mut words, &[], bottom + 3.0, options);
    marks.extend(footer);
    frame::figure(&words, marks, bottom, options)
}
