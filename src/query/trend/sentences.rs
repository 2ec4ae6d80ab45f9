//! What is said of a trend: sentences and notes.

use crate::corpus::date::Date;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::Argument;
use crate::messages::List;
use crate::messages::Message;
use crate::query::trend::{Trend, TrendMeasure, citations_date};

impl Trend<'_, '_, '_> {
    pub(super) fn lead(&self) -> Vec<Message> {
        let kind = self.localized.kind();
        if self.works.is_empty() {
            return vec![match self.options.of.is_empty() {
                true => message!("trend-nothing", kind = kind),
                false => message!("trend-none", subject = self.subject()),
            }];
        }
        let (Some(group), Some(total)) = (self.shown.first(), self.totals.first()) else {
            return vec![message!("trend-no-group", kind = kind, group = Argument::Kind(self.group_kind()))];
        };
        let Some(value) = total.value else {
            return vec![message!("trend-unknown", measure = self.measure())];
        };
        let number = |value: f64| Argument::number(value, 2);
        let own: Vec<(u16, f64)> = {
            let series = &self.series[0];
            series.years.iter().filter_map(|(&year, works)| Some((year, self.value(group, works).value?))).collect()
        };
        let most = own.iter().map(|one| one.1).fold(0.0, f64::max);
        let peaks: Vec<String> = own.iter().filter(|one| one.1 >= most).map(|one| one.0.to_string()).collect();
        let (first, last) = (own.first().map_or(0, |one| one.0), own.last().map_or(0, |one| one.0));
        let name = self.named(group);
        let mut lead = vec![match own.len() {
            0 => message!("trend-undated-only", name = name, value = number(value), measure = self.measure()),
            1 => message!(
                "trend-one-year",
                name = name,
                value = number(value),
                measure = self.measure(),
                year = first.to_string()
            ),
            _ if most <= 0.0 => message!(
                "trend-total-nothing",
                name = name,
                value = number(value),
                measure = self.measure(),
                first = first.to_string(),
                last = last.to_string(),
                undated = self.series[0].undated.len()
            ),
            _ => message!(
                "trend-total",
                name = name,
                value = number(value),
                measure = self.measure(),
                first = first.to_string(),
                last = last.to_string(),
                undated = self.series[0].undated.len(),
                most = number(most),
                years = List { named: Some(3), ..List::and(peaks.iter(), "other") }
            ),
        }];
        let next = self.shown.iter().zip(&self.totals).skip(1).take(3);
        let next: Vec<Message> = next
            .filter_map(|(group, total)| {
                let value = total.value.filter(|&value| value > 0.0)?;
                Some(message!("trend-next-one", name = self.named(group), value = number(value)))
            })
            .collect();
        if !next.is_empty() {
            lead.push(message!("trend-next", names = List { named: None, ..List::and(next, "other") }));
        }
        lead
    }

    pub(super) fn notes(&self) -> Vec<Message> {
        let undated = self.undated_count();
        let undated = (undated > 0).then(|| message!("trend-undated", count = undated, kind = self.localized.kind()));
        undated.into_iter().chain(self.notes_on_values()).collect()
    }

    /// Number of works without a date.
    pub(super) fn undated_count(&self) -> usize {
        let corpus = self.localized.context.corpus;
        self.works.iter().filter(|&&work| corpus.date(work).is_none()).count()
    }

    /// What is said of groups, of values that are not known, and of the measure.
    pub(super) fn notes_on_values(&self) -> Vec<Message> {
        let (corpus, kind) = (self.localized.context.corpus, self.localized.kind());
        let mut notes = Vec::new();
        if self.ungrouped > 0 {
            let group = Argument::Kind(self.group_kind());
            notes.push(message!("trend-ungrouped", count = self.ungrouped, kind = kind, group = group));
        }
        if self.options.by.is_some() {
            notes.push(message!("trend-several", kind = kind, group = Argument::Kind(self.group_kind())));
        }
        let lacks = |is_known: &dyn Fn(WorkId) -> bool| self.works.iter().filter(|&&work| !is_known(work)).count();
        let unknown = match self.options.measure {
            TrendMeasure::International => lacks(&|work| corpus.is_international(work).is_some()),
            TrendMeasure::Citations => lacks(&|work| corpus.work(work).citations.is_some()),
            _ => 0,
        };
        if unknown > 0 {
            notes.push(message!(
                "trend-unknown-works",
                count = unknown,
                kind = kind,
                measure = self.options.measure.key()
            ));
        }
        if let Some(date) = self.citations_as_of() {
            notes.push(message!("trend-citations-as-of", date = date));
        }
        if matches!(self.options.measure, TrendMeasure::Partners | TrendMeasure::Strength) {
            notes.push(message!("trend-definition", measure = self.options.measure.key(), kind = kind));
        }
        notes
    }

    /// Date of the citation counts, where all that have one have the same.
    pub(super) fn citations_as_of(&self) -> Option<Date> {
        if self.options.measure != TrendMeasure::Citations {
            return None;
        }
        citations_date(self.localized.context.corpus, &self.works)
    }
}
