//! A trend as a figure draws it.

use crate::corpus::date::Date;
use crate::corpus::work::WorkId;
use crate::drawing::trend::TrendChart;
use crate::drawing::trend::TrendSeries;
use crate::query::trend::{Group, Trend, TrendGrouping};

impl Trend<'_, '_, '_> {
    /// The same values, as a figure draws them.
    pub(super) fn chart(&self) -> TrendChart {
        let corpus = self.localized.context.corpus;
        let series = self.shown.iter().enumerate().map(|(at, group)| {
            let dated: Vec<WorkId> = self.series[at].years.values().flatten().copied().collect();
            TrendSeries {
                key: self.key(group),
                name: (*group != Group::All).then(|| self.named(group)),
                values: self.years(at).into_iter().map(|(_, value)| value.value).collect(),
                totals: (self.value(group, &dated).value, self.totals[at].value),
            }
        });
        let last = self.span.map(|(_, last)| last);
        let as_of = corpus.inputs().iter().filter_map(|input| input.as_of).max();
        // A date that is a year alone does not tell how much of it there is.
        let is_within = |date: &Date| {
            let day = date.month_number().zip(date.day_number());
            last == Some(date.year_number()) && date.month_number().is_some() && day != Some((12, 31))
        };
        let is_by_actor = self.options.by == Some(TrendGrouping::Actor);
        let of = Some(self.options.of.as_slice()).filter(|of| !of.is_empty() && !is_by_actor);
        TrendChart {
            first_year: self.span.map_or(0, |(first, _)| first),
            series: series.collect(),
            groups: self.groups,
            measure: self.options.measure.key(),
            group_kind: self.options.by.map(TrendGrouping::key),
            of: of.map(|of| self.localized.institution_list(of).into()),
            is_cumulative: self.options.is_cumulative,
            undated: self.undated_count(),
            ends: as_of.filter(is_within),
            notes: self.notes_on_values(),
        }
    }
}
