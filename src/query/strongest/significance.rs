//! Probabilities of ties under null hypotheses, as columns and as filter.

use crate::answer::number::{Real, plain, stable};
use crate::answer::table::{Cell, Column};
use crate::message;
use crate::messages::{Argument, Message};
use crate::network::Network;
use crate::query::localized::LocalizedContext;
use crate::selection::{backbone, significance};
use serde::Serialize;

/// What ties are tested against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NullHypothesis {
    /// Each institution spreads its strength over its partners by lot (disparity filter).
    Disparity,
    /// Weights follow from the strengths of both ends (noise-corrected).
    NoiseCorrected,
    /// Institutions take part in works by lot (hypergeometric).
    CoOccurrence,
}

impl NullHypothesis {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Disparity, Self::NoiseCorrected, Self::CoOccurrence];

    /// Key in options and records.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Disparity => "disparity",
            Self::NoiseCorrected => "noise-corrected",
            Self::CoOccurrence => "co-occurrence",
        }
    }
}

/// Which ties are kept: those whose probability under a null hypothesis is below a level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SignificanceFilter {
    /// What ties are tested against.
    pub null: NullHypothesis,
    /// The level.
    pub level: f64,
}

/// The probabilities of every tie.
pub(super) struct Significance {
    filter: SignificanceFilter,
    of: [Vec<f64>; 3],
}

/// The probabilities of a tie, as recorded.
#[derive(Serialize)]
pub(super) struct SignificanceRecord {
    disparity: Real,
    noise_corrected: Real,
    co_occurrence: Real,
}

impl Significance {
    pub(super) fn of(network: &Network<'_>, filter: SignificanceFilter) -> Self {
        let of = [
            backbone::significance(network),
            significance::noise_corrected(network),
            significance::co_occurrence(network),
        ];
        Self { filter, of }
    }

    /// Whether a tie is kept. Not defined is not below.
    pub(super) fn keeps(&self, tie: usize) -> bool {
        let value = self.of[self.filter.null as usize][tie];
        // At 1 all are kept that have a probability.
        value < self.filter.level || self.filter.level >= 1.0 && value <= 1.0
    }

    pub(super) fn record(&self, tie: usize) -> SignificanceRecord {
        let [disparity, noise_corrected, co_occurrence] = &self.of;
        SignificanceRecord {
            disparity: Real(disparity[tie]),
            noise_corrected: Real(noise_corrected[tie]),
            co_occurrence: Real(co_occurrence[tie]),
        }
    }

    pub(super) fn columns(localized: &LocalizedContext<'_, '_>) -> Vec<Column> {
        vec![
            localized.column("disparity", message!("strongest-disparity")).real(),
            localized.column("noise_corrected", message!("strongest-noise-corrected")).real(),
            localized.column("co_occurrence", message!("strongest-co-occurrence")).real(),
        ]
    }

    pub(super) fn cells(&self, tie: usize) -> Vec<Cell> {
        self.of.iter().map(|values| cell(values[tie])).collect()
    }

    /// How many ties are kept, and the strongest of them.
    pub(super) fn lead(
        &self,
        localized: &LocalizedContext<'_, '_>,
        all: usize,
        kept: &[usize],
        first: usize,
    ) -> Vec<Message> {
        let level = self.filter.level.to_string();
        let limit = if self.filter.level < 1.0 { "below" } else { "any" };
        if kept.is_empty() {
            return vec![message!("strongest-none-significant", count = all, limit = limit, level = level)];
        }
        let count = message!("strongest-kept", kept = kept.len(), all = all, limit = limit, level = level);
        vec![count, super::lead(localized, &kept[..first], "significant")]
    }

    /// What p is, how many would be below the level under the null hypothesis where that is known, and what has no p.
    pub(super) fn notes(&self, localized: &LocalizedContext<'_, '_>) -> Vec<Message> {
        let SignificanceFilter { null, level } = self.filter;
        let undefined = self.of[null as usize].iter().filter(|value| value.is_nan()).count();
        let network = localized.context.network();
        let mut notes = vec![match null {
            NullHypothesis::Disparity => message!("strongest-disparity-definition"),
            NullHypothesis::NoiseCorrected => message!("strongest-noise-corrected-definition"),
            NullHypothesis::CoOccurrence => message!("strongest-co-occurrence-definition", kind = localized.kind()),
        }];
        let text = level.to_string();
        match null {
            _ if level >= 1.0 => {}
            NullHypothesis::Disparity => notes.push(message!(
                "strongest-chance-disparity",
                expected = Argument::number(backbone::expected(network, level), 1),
                level = text
            )),
            // Of this statistic only the variance is known under the null hypothesis.
            NullHypothesis::NoiseCorrected => {}
            NullHypothesis::CoOccurrence => {
                let (expected, pairs) = significance::expected_co_occurrence(network, level);
                if pairs > 0 {
                    notes.push(message!(
                        "strongest-chance-co-occurrence",
                        expected = Argument::number(expected, 1),
                        pairs = pairs,
                        level = text,
                        kind = localized.kind()
                    ));
                }
            }
        }
        if undefined > 0 {
            notes.push(message!("strongest-undefined", count = undefined));
        }
        notes
    }
}

/// A probability: small ones are not written as 0.
fn cell(value: f64) -> Cell {
    /// The smallest that is written.
    const SMALLEST: f64 = 0.0001;
    match value {
        value if value.is_nan() => Cell::Empty,
        value if value < SMALLEST => Cell::coded(format!("< {SMALLEST}"), stable(value).to_string()),
        value => Cell::coded(plain(value, 4), stable(value).to_string()),
    }
}
