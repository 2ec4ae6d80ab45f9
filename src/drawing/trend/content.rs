//! Content of the view of a trend: values by year, counted before.

use crate::corpus::date::Date;
use crate::messages::{Argument, Message};

/// A group with its value in each year.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendSeries {
    /// Key of the group in records.
    pub key: String,
    /// Its name; `None` for all works as one.
    pub name: Option<Argument>,
    /// Values by year from [`TrendChart::first_year`] on, as many as there are years; `None` where nothing is known.
    pub values: Vec<Option<f64>>,
    /// Value of all works with a date, and of all works; `None` where nothing is known.
    pub totals: (Option<f64>, Option<f64>),
}

/// Values of groups by year, those of most first.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendChart {
    /// First year with a work of any group.
    pub first_year: u16,
    /// Groups that are shown.
    pub series: Vec<TrendSeries>,
    /// Number of groups that there are.
    pub groups: usize,
    /// Key of the measure.
    pub measure: &'static str,
    /// What groups are: `country`, `sector`, `domain` or `actor`; `None`: all works are one group.
    pub group_kind: Option<&'static str>,
    /// Institutions whose joint works are counted, as a list; `None`: all works.
    pub of: Option<Argument>,
    /// Whether each year has the sum of all years up to it.
    pub is_cumulative: bool,
    /// Number of works without a date, which are in no year.
    pub undated: usize,
    /// Date of the data where it lies before the end of the last year.
    pub ends: Option<Date>,
    /// What there is to say of groups, unknown values and definitions.
    pub notes: Vec<Message>,
}

impl TrendChart {
    /// Number of years.
    #[must_use]
    pub fn year_count(&self) -> usize {
        self.series.first().map_or(0, |series| series.values.len())
    }

    /// The year at an index of the values.
    #[must_use]
    pub fn year(&self, at: usize) -> u16 {
        self.first_year.saturating_add(u16::try_from(at).unwrap_or(u16::MAX))
    }

    /// Largest value; 0 where none is known.
    pub(super) fn largest(&self) -> f64 {
        let values = self.series.iter().flat_map(|series| &series.values);
        values.filter_map(|&value| value).fold(0.0, f64::max)
    }

    /// Index of the years that the data hold in full: without the last where they end within it.
    pub(super) fn complete(&self) -> usize {
        self.year_count().saturating_sub(usize::from(self.ends.is_some()))
    }
}

impl TrendSeries {
    /// Largest value of a year, and the indices of the years that have it; `None` where no year has a value above 0.
    pub(super) fn peak(&self) -> Option<(f64, Vec<usize>)> {
        let most = self.values.iter().filter_map(|&value| value).fold(0.0, f64::max);
        let years = (0..self.values.len()).filter(|&at| self.values[at].is_some_and(|value| value >= most)).collect();
        (most > 0.0).then_some((most, years))
    }
}
