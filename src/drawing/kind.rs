//! What the data are of, and so what figures call what they count: models, publications, or ties with weights.

use crate::answer::language::Language;
use crate::drawing::wording::{count, first};
use crate::english::counted;

pub use crate::corpus::kind::WorkKind;

impl WorkKind {
    /// `model`, `publication`, `tie`.
    #[must_use]
    pub fn one(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Publication => "publication",
            Self::Work => "work",
            Self::Tie => "tie",
        }
    }

    /// `models`, `publications`, `ties`.
    #[must_use]
    pub fn many(self) -> &'static str {
        match self {
            Self::Model => "models",
            Self::Publication => "publications",
            Self::Work => "works",
            Self::Tie => "ties",
        }
    }

    /// `Model` at the start of a line.
    #[must_use]
    pub fn heading_one(self) -> &'static str {
        match self {
            Self::Model => "Model",
            Self::Publication => "Publication",
            Self::Work => "Work",
            Self::Tie => "Tie",
        }
    }

    /// `Models` at the start of a line.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Model => "Models",
            Self::Publication => "Publications",
            Self::Work => "Works",
            Self::Tie => "Ties",
        }
    }

    /// `모델`, `문헌`, `연결`.
    #[must_use]
    pub fn korean(self) -> &'static str {
        match self {
            Self::Model => "모델",
            Self::Publication => "문헌",
            Self::Work => "성과물",
            Self::Tie => "연결",
        }
    }

    /// The Korean counter: `개`, `건`.
    #[must_use]
    pub fn counter(self) -> &'static str {
        if matches!(self, Self::Publication | Self::Work) { "건" } else { "개" }
    }

    /// `5 models`, `1 publication`.
    #[must_use]
    pub fn counted(self, number: usize) -> String {
        counted(number, self.one(), self.many())
    }

    /// `5개`, `3건`.
    #[must_use]
    pub fn pieces(self, number: usize) -> String {
        format!("{}{}", count(number), self.counter())
    }

    /// `모델 5개`, `문헌 3건`.
    #[must_use]
    pub fn counted_korean(self, number: usize) -> String {
        format!("{} {}", self.korean(), self.pieces(number))
    }

    /// `5 models` or `모델 5개`, in the figure's main language.
    #[must_use]
    pub fn told(self, number: usize, language: Language) -> String {
        first(language, self.counted(number), self.counted_korean(number))
    }

    /// `5 joint models`.
    #[must_use]
    pub fn joint(self, number: usize) -> String {
        format!("{} joint {}", count(number), if number == 1 { self.one() } else { self.many() })
    }

    /// `공동 모델 5개`.
    #[must_use]
    pub fn joint_korean(self, number: usize) -> String {
        format!("공동 {}", self.counted_korean(number))
    }
}

/// What the numbers of ties are: works, weights that an input states, or some of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Each tie has the works behind it.
    Works(WorkKind),
    /// No tie has works.
    Weight,
    /// Some ties have works, some only a weight.
    Mixed(WorkKind),
}

impl Measure {
    /// The measure of ties, of each of which it is said whether it has works and whether it has a weight of its own.
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

    /// `joint models`, `weight`, `joint models or weight`.
    #[must_use]
    pub fn english(self) -> String {
        match self {
            Self::Works(kind) => format!("joint {}", kind.many()),
            Self::Weight => "weight".to_owned(),
            Self::Mixed(kind) => format!("joint {} or weight", kind.many()),
        }
    }

    /// `공동 모델 수`, `가중치`.
    #[must_use]
    pub fn korean(self) -> String {
        match self {
            Self::Works(kind) => format!("공동 {} 수", kind.korean()),
            Self::Weight => "가중치".to_owned(),
            Self::Mixed(kind) => format!("공동 {} 수 또는 가중치", kind.korean()),
        }
    }

    /// A number of it: `3 joint models`, `weight 0.053`.
    #[must_use]
    pub fn valued(self, number: &str) -> String {
        match self {
            Self::Works(kind) => format!("{number} joint {}", if number == "1" { kind.one() } else { kind.many() }),
            Self::Weight => format!("weight {number}"),
            Self::Mixed(_) => format!("{}: {number}", self.english()),
        }
    }

    /// `공동 모델 3개`, `가중치 0.053`.
    #[must_use]
    pub fn valued_korean(self, number: &str) -> String {
        match self {
            Self::Works(kind) => format!("공동 {} {number}{}", kind.korean(), kind.counter()),
            Self::Weight => format!("가중치 {number}"),
            Self::Mixed(_) => format!("{}: {number}", self.korean()),
        }
    }

    /// The first entry of a legend of widths: `3 joint models`, `공동 모델 3개`, `공동 모델 joint models: 3`.
    #[must_use]
    pub fn legend(self, number: &str, language: Language) -> String {
        match (language, self) {
            (Language::Both, Self::Works(kind)) => format!("공동 {} {}: {number}", kind.korean(), self.english()),
            (Language::Both, _) => format!("{} {}: {number}", self.korean(), self.english()),
            _ => first(language, self.valued(number), self.valued_korean(number)),
        }
    }

    /// A later entry: the bare number, in Korean with its counter.
    #[must_use]
    pub fn legend_more(self, number: &str, language: Language) -> String {
        match self {
            Self::Works(kind) if language == Language::Korean => format!("{number}{}", kind.counter()),
            _ => number.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_agree_with_their_numbers() {
        assert_eq!(WorkKind::Model.counted(1), "1 model");
        assert_eq!(WorkKind::Publication.counted_korean(1_200), "문헌 1,200건");
        assert_eq!(WorkKind::Publication.joint(2), "2 joint publications");
        assert_eq!(Measure::Weight.legend("0.053", Language::Both), "가중치 weight: 0.053");
        assert_eq!(Measure::Works(WorkKind::Model).legend("3", Language::Both), "공동 모델 joint models: 3");
    }

    #[test]
    fn what_ties_count_is_read_from_them() {
        let kind = WorkKind::Publication;
        assert_eq!(Measure::of(kind, [(true, false)]), Measure::Works(kind));
        assert_eq!(Measure::of(kind, [(true, false), (false, true)]), Measure::Mixed(kind));
        assert_eq!(Measure::of(kind, []), Measure::Works(kind));
        assert_eq!(Measure::of(WorkKind::Tie, []), Measure::Weight);
    }
}
