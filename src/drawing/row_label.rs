//! Row label: the name of an institution left of a row, both languages on one line, the second next to the mark.

use crate::answer::language::Language;
use crate::answer::mark::{Mark, TextAnchor};
use crate::corpus::institution::Names;
use crate::drawing::actor::{self, Style};
use crate::drawing::names::{self, Length};
use crate::drawing::wording;
use crate::typography::{Weight, reserved_width};

/// Gap between the languages, in points.
const LANGUAGE_GAP: f64 = 5.0;

/// Languages of a row label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Languages {
    /// First language only.
    First,
    /// Both on one line.
    Both,
}

/// Label of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowLabel {
    /// Name in the first language.
    pub first: String,
    /// Name in the second language.
    pub second: Option<String>,
    /// Weight of the first.
    weight: Weight,
}

impl RowLabel {
    /// Label of an institution.
    #[must_use]
    pub fn new(names: &Names, length: Length, lines: Languages, style: Style<'_>) -> Self {
        let label = names::label(names, style.language, length);
        let second = label.second.filter(|_| lines == Languages::Both && style.language == Language::Both);
        Self { first: label.first, second, weight: Weight::Bold }
    }

    /// The label in another weight.
    #[must_use]
    pub fn weighted(self, weight: Weight) -> Self {
        Self { weight, ..self }
    }

    /// Weight of the first language.
    #[must_use]
    pub fn weight(&self) -> Weight {
        self.weight
    }

    /// Width in points, with the reserve for wider fonts.
    #[must_use]
    pub fn width(&self, style: Style<'_>) -> f64 {
        reserved_width(&self.first, style.roles.name, self.weight) + self.second_width(style)
    }

    fn second_width(&self, style: Style<'_>) -> f64 {
        let width = |text: &String| reserved_width(text, style.roles.second, Weight::Regular) + LANGUAGE_GAP;
        self.second.as_ref().map_or(0.0, width)
    }

    /// Shortens the label to a width in points: drops the second language, then ellipsizes the first.
    pub fn fit(&mut self, max_width: f64, style: Style<'_>) {
        if self.width(style) > max_width {
            self.second = None;
        }
        if self.width(style) > max_width {
            self.first = wording::ellipsized(&self.first, style.roles.name, self.weight, max_width / 1.2);
        }
    }

    /// Text marks, right-aligned at `right` and vertically centred at `center_y`.
    #[must_use]
    pub fn marks(&self, right: f64, center_y: f64, style: Style<'_>) -> Vec<Mark> {
        let mut marks = Vec::new();
        if let Some(second) = &self.second {
            let text = actor::line(second, right, center_y, style.roles.second, style.theme.muted);
            marks.push(text.anchored(TextAnchor::End).into());
        }
        let right = right - self.second_width(style);
        let first = actor::line(&self.first, right, center_y, style.roles.name, style.theme.ink);
        let first = if self.weight == Weight::Bold { first.bold() } else { first };
        marks.push(first.anchored(TextAnchor::End).into());
        marks
    }
}

/// Fits all labels to `max_width` points; returns the width of the widest.
#[must_use]
pub fn fit_column(rows: &mut [RowLabel], max_width: f64, style: Style<'_>) -> f64 {
    rows.iter_mut().for_each(|row| row.fit(max_width, style));
    rows.iter().map(|row| row.width(style)).fold(0.0, f64::max)
}
