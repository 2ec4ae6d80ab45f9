//! Two editions of the data as one figure.

use crate::analysis::Analysis;
use crate::analysis::error::AnalysisError;
use crate::analysis::figure::{self, ClusterSource, FigureRequest, PositionSource};
use crate::analysis::page::PageSize;
use crate::answer::figure::Figure;
use crate::drawing::frame::Options;
use crate::drawing::panels;
use crate::message;
use crate::query::diff::editions;

/// Draws two editions that were read and filtered alike, with the same institutions at the same places. Which ties are new,
/// gone, stronger or weaker is what `diff` says.
///
/// # Errors
/// An option that is of one edition alone; names that are none; a page on which the figure could not be read.
pub fn compare(old: &Analysis, new: &Analysis, request: &FigureRequest) -> Result<Figure, AnalysisError> {
    check(request)?;
    let size = PageSize { preset: request.preset, aspect: request.aspect, height_mm: request.height_mm };
    let (width_mm, height) = size.resolve(figure::width(request.width_mm)?)?;
    let set = editions::panels(&old.scope(), &new.scope(), request.top);
    let options = figure::options(new, request)?;
    let composed = |width_mm: f64, spread_height_mm: Option<f64>| {
        let options = Options { width_mm, spread_height_mm, ..options.clone() };
        panels::compose(&set, &options).map_err(|error| message!("errors-figure", reason = error.to_string()).into())
    };
    match height {
        None => composed(width_mm, None),
        Some(height) => size.fit((width_mm, height), composed),
    }
}

/// What a comparison has no room or no meaning for.
fn check(request: &FigureRequest) -> Result<(), AnalysisError> {
    let refused = [
        ("--focus", request.focus.is_some()),
        ("--depth", request.depth.is_some()),
        ("--component", request.component.is_some()),
        ("--min-weight", request.min_weight.is_some()),
        ("--backbone", request.backbone.is_some()),
        ("--core", request.core.is_some()),
        ("--home", request.home.is_some()),
        ("--plain", request.plain),
        ("--size-by", request.size_by.is_some()),
        ("--color-by", request.color_by.is_some()),
        ("--labels", !request.labels.is_empty()),
        ("--colors", !request.colors.is_empty()),
        ("--by", request.by.is_some()),
        ("--measure", request.measure.is_some()),
        ("--cumulative", request.cumulative),
        ("--positions", request.positions != PositionSource::Computed),
        ("--clusters", request.clusters != ClusterSource::Computed),
    ];
    match refused.iter().find(|(_, is_given)| *is_given) {
        Some((option, _)) => Err(message!("errors-compare-option", option = *option).into()),
        None => Ok(()),
    }
}
