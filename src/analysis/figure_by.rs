//! What a figure is split by: groups of a trend, periods of a map.

use serde::Deserializer;

use crate::analysis::Analysis;
use crate::analysis::error::AnalysisError;
use crate::analysis::settings::keyed;
use crate::answer::figure;
use crate::answer::figure::Figure;
use crate::drawing::frame::Options;
use crate::drawing::panels;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::message;
use crate::query::periods::{self, Period};
use crate::query::trend::TrendGrouping;

/// Most panels of a figure of full width, and of one column.
const MOST_PANELS: (usize, usize) = (6, 3);
/// Most periods with about as many works each, likewise.
const MOST_PERIODS: (usize, usize) = (4, 3);

/// What a figure is split by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureBy {
    /// Lines of a trend by country.
    Country,
    /// Lines of a trend by sector.
    Sector,
    /// Lines of a trend by domain.
    Domain,
    /// Lines of a trend by actor.
    Actor,
    /// Maps of single years.
    Year,
    /// Maps of periods with about as many joint works each.
    Period,
}

impl FigureBy {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Country, Self::Sector, Self::Domain, Self::Actor, Self::Year, Self::Period];

    /// Its word in options.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Period => "period",
            Self::Country => TrendGrouping::Country.key(),
            Self::Sector => TrendGrouping::Sector.key(),
            Self::Domain => TrendGrouping::Domain.key(),
            Self::Actor => TrendGrouping::Actor.key(),
        }
    }

    /// The groups of a trend; `None`: periods of a map.
    #[must_use]
    pub fn grouping(self) -> Option<TrendGrouping> {
        match self {
            Self::Country => Some(TrendGrouping::Country),
            Self::Sector => Some(TrendGrouping::Sector),
            Self::Domain => Some(TrendGrouping::Domain),
            Self::Actor => Some(TrendGrouping::Actor),
            Self::Year | Self::Period => None,
        }
    }

    /// The periods of a map; `None`: groups of a trend.
    #[must_use]
    pub fn period(self) -> Option<Period> {
        match self {
            Self::Year => Some(Period::Year),
            Self::Period => Some(Period::Even),
            _ => None,
        }
    }
}

/// Maps of periods on one layout, of at most `top` institutions.
///
/// # Errors
/// No joint work has a date.
pub(crate) fn maps(
    analysis: &Analysis,
    period: Period,
    top: Option<usize>,
    options: &Options,
) -> Result<Result<Figure, figure::Error>, AnalysisError> {
    let (wide, narrow) = if period == Period::Year { MOST_PANELS } else { MOST_PERIODS };
    let most = if options.width() < NARROW_BELOW_MM { narrow } else { wide };
    let set = periods::panels(&analysis.scope(), period, most, top)
        .ok_or_else(|| AnalysisError::from(message!("errors-by-needs-dates")))?;
    Ok(panels::compose(&set, options))
}

pub(crate) fn by<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<FigureBy>, D::Error> {
    keyed(deserializer, FigureBy::ALL.map(|one| (one.key(), one))).map(Some)
}
