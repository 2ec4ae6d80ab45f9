//! What the weights of the ties measure, by the kind of works in the data.

use crate::answer::language::Language;
use crate::drawing::weight_text::weight_text;
use crate::message;
use crate::messages::{Localizer, Message};

pub use crate::corpus::kind::WorkKind;

/// Measure of the ties' weights: numbers of works, weights of the input, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieMeasure {
    /// Each tie has works.
    Works(WorkKind),
    /// No tie has works.
    Weight,
    /// Some ties have works, others only a weight.
    Mixed(WorkKind),
}

impl TieMeasure {
    /// The measure of ties, given for each whether it has works and whether it has a weight of the input.
    #[must_use]
    pub fn of(kind: WorkKind, ties: impl IntoIterator<Item = (bool, bool)>) -> Self {
        let (mut works, mut weights) = (false, false);
        for (has_works, has_weight) in ties {
            works |= has_works;
            weights |= has_weight;
        }
        match (works, weights) {
            (true, true) => Self::Mixed(kind),
            (false, true) => Self::Weight,
            (true, false) => Self::Works(kind),
            (false, false) if kind.has_works() => Self::Works(kind),
            (false, false) => Self::Weight,
        }
    }

    /// Name of the measure: `joint models`, `weight`, `joint models or weight`.
    #[must_use]
    pub fn name(self) -> Message {
        match self {
            Self::Works(kind) => message!("figures-measure-works", kind = kind),
            Self::Weight => message!("figures-measure-weight"),
            Self::Mixed(kind) => message!("figures-measure-mixed", kind = kind),
        }
    }

    /// A value of the measure: `3 joint models`, `weight 0.053`.
    #[must_use]
    pub fn value(self, value: f64) -> Message {
        let number = weight_text(value);
        match self {
            Self::Works(kind) => message!("figures-measure-works-value", count = value as usize, kind = kind),
            Self::Weight => message!("figures-measure-weight-value", number = number),
            Self::Mixed(kind) => message!("figures-measure-mixed-value", number = number, kind = kind),
        }
    }

    /// First legend entry of stroke widths: `3 joint models`; in both languages `공동 모델 joint models: 3`.
    #[must_use]
    pub fn legend_first(self, value: f64, language: Language) -> String {
        if language != Language::Both {
            return Localizer::new(language).render(&self.value(value));
        }
        let name = match self {
            Self::Works(kind) => message!("figures-measure-works-legend", kind = kind),
            Self::Weight | Self::Mixed(_) => self.name(),
        };
        let name = Localizer::in_each(language, &name);
        let entry = message!("figures-measure-legend", measure = name, number = weight_text(value));
        Localizer::for_figures(language).render(&entry)
    }

    /// Further legend entry of stroke widths: the number, in Korean with its counter.
    #[must_use]
    pub fn legend_next(self, value: f64, language: Language) -> String {
        match self {
            Self::Works(kind) => {
                let pieces = message!("figures-pieces", count = value as usize, kind = kind);
                Localizer::new(language).render(&pieces)
            }
            Self::Weight | Self::Mixed(_) => weight_text(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measure_is_derived_from_the_ties() {
        let kind = WorkKind::Publication;
        assert_eq!(TieMeasure::of(kind, [(true, false)]), TieMeasure::Works(kind));
        assert_eq!(TieMeasure::of(kind, [(true, false), (false, true)]), TieMeasure::Mixed(kind));
        assert_eq!(TieMeasure::of(kind, []), TieMeasure::Works(kind));
        assert_eq!(TieMeasure::of(WorkKind::Tie, []), TieMeasure::Weight);
    }
}
