//! Colour scale of the cells: up to four classes of weights.

use crate::answer::mark::Color;
use crate::drawing::actor;
use crate::drawing::theme::Theme;

/// Indices into the sequential colours. Index 3 is skipped, since no text colour has enough contrast on it.
const COLOR_STEPS: [usize; 4] = [1, 2, 4, 5];
/// Lower bounds and names of the classes for integer weights.
const COUNT_CLASSES: [(f64, &str); 4] = [(1.0, "1"), (2.0, "2"), (3.0, "3–4"), (5.0, "5+")];

/// Weights in up to four classes.
pub(super) struct ColorScale {
    /// Lower bound and name of each class, ascending.
    classes: Vec<(f64, String)>,
}

impl ColorScale {
    /// Classes of the drawn weights: 1, 2, 3–4 and 5+ where all are positive integers; otherwise up to four quantiles
    /// of the distinct weights, named by their range. O(n log n).
    pub(super) fn of(numbers: &[f64]) -> Self {
        if numbers.iter().all(|&number| number >= 1.0 && number.fract() == 0.0) {
            return Self { classes: COUNT_CLASSES.map(|(min, name)| (min, name.to_owned())).to_vec() };
        }
        let mut all = numbers.to_vec();
        all.sort_by(f64::total_cmp);
        all.dedup();
        let count = COLOR_STEPS.len().min(all.len());
        let class = |class: usize| {
            let own = &all[class * all.len() / count..(class + 1) * all.len() / count];
            let [low, high] = [own.first(), own.last()].map(|number| number.copied().unwrap_or(0.0));
            let [from, to] = [low, high].map(actor::weight_text);
            (low, if from == to { from } else { format!("{from}–{to}") })
        };
        Self { classes: (0..count).map(class).collect() }
    }

    fn class(&self, number: f64) -> usize {
        self.classes.iter().rposition(|(min, _)| number >= *min).unwrap_or(0)
    }

    /// Colour of a weight.
    pub(super) fn color(&self, number: f64, theme: &Theme) -> Color {
        theme.sequential[COLOR_STEPS[self.class(number)]]
    }

    /// Colour and name of each class that occurs.
    pub(super) fn occurring(&self, numbers: &[f64], theme: &Theme) -> Vec<(Color, &str)> {
        let occurs = |class: &usize| numbers.iter().any(|&number| self.class(number) == *class);
        let entry = |class: usize| (theme.sequential[COLOR_STEPS[class]], self.classes[class].1.as_str());
        (0..self.classes.len()).filter(occurs).map(entry).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::theme::LIGHT;

    #[test]
    fn classes_are_named_by_their_range() {
        let names = |numbers: &[f64]| -> Vec<String> {
            ColorScale::of(numbers).occurring(numbers, &LIGHT).iter().map(|class| class.1.to_owned()).collect()
        };
        assert_eq!(names(&[1.0, 4.0, 9.0]), ["1", "3–4", "5+"]);
        assert_eq!(names(&[0.053, 0.5]), ["0.053", "0.5"]);
        assert_eq!(names(&[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 2.0]), ["0.1–0.2", "0.3–0.4", "0.5–0.6", "0.7–2"]);
        assert_eq!(names(&[]), [""; 0]);
    }
}
